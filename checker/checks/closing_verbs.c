/* Marks the last verb of a clause where its form does not go with the finite one: a participle with the ending of an
 * adjective ("Die Diebe hatten die Bilder in der Scheune versteckten"), the same participle twice ("hat seit Mai
 * ausgegeben … ausgegeben"), zu before the second of two infinitives ("können das Rad bringen oder abholen zu lassen").
 */
#include "checks/checks.h"
#include "checks/fields.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "checks/stretches.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* The word without the ending of an adjective; empty where that is no participle, or where the word may be another form
 * of a verb that ends a clause: "betreten", "erwarten". */
static struct slice participle_in(const struct check_run *run, size_t i)
{
    static const char *const endings[] = { "en", "e" };
    const struct token *token = token_at(run, i);
    struct slice word = token_text(run->doc, token);

    if (token->kind != TOKEN_WORD || (token->flags & TOKEN_CAPITAL) != 0 ||
        token_is_verb_form(token, VERB_INFINITIVE) || token_is_verb_form(token, VERB_PARTICIPLE2) ||
        token_is(token, POS_ADVERB) || token_is(token, POS_DETERMINER) || token_is(token, POS_PRONOUN) ||
        token_is(token, POS_NUMERAL))
        return (struct slice){ 0 };
    for (size_t n = 0; n < sizeof endings / sizeof *endings; n++) {
        struct slice ending = slice_of(endings[n]), stem = { word.at, word.len - ending.len };

        if (word.len > ending.len + 3 && slice_ends(word, ending) && is_participle_form(&run->context->lexicon, stem))
            return stem;
    }
    return (struct slice){ 0 };
}

/* A noun that an adjective at the end of the clause could stand for: "Die Preise sind die besten", "mit drei
 * verletzten": an article or number without its noun, a preposition or adjective right before it. */
static bool may_stand_for_noun(const struct check_run *run, size_t first, size_t last)
{
    const struct token *before = token_at(run, last - 1);
    struct noun_phrase phrase;

    if (token_is(before, POS_DETERMINER) || token_is(before, POS_PREPOSITION) || is_inflected_adjective(before) ||
        before->kind == TOKEN_NUMBER || token_is(before, POS_NUMERAL) ||
        (before->analysis.reading_count == 0 && !is_capitalised(before)))
        return true;
    for (size_t i = first; i < last; i++)
        if ((token_is(token_at(run, i), POS_DETERMINER) || has_contraction(token_at(run, i))) &&
            (!noun_phrase_at(run->doc, i, &phrase) || phrase.noun >= last))
            return true;
    return false;
}

/* No other verb that ends the clause, and no word that may join another one to it. */
static bool is_open_till(const struct check_run *run, size_t first, size_t last)
{
    for (size_t i = first; i < last; i++) {
        const struct token *token = token_at(run, i);

        if (token->kind == TOKEN_PUNCTUATION || is_surely_finite(token) || is_nonfinite_here(run, i) ||
            (divides_clauses(token) && !text_is(run, i, "noch") && !text_is(run, i, "auf")) || text_is(run, i, "wie") ||
            text_is(run, i, "als") || in_list_lower(run, LIST_QUESTION_WORDS, i) ||
            (token->analysis.reading_count == 0 && !is_capitalised(token)))
            return false;
    }
    return true;
}

/* "hatten die Bilder in der Scheune versteckten": the verb in the second place asks for a participle, and what closes
 * the clause would be one but for its ending. */
static void check_ending(const struct check_run *run, size_t finite, size_t end)
{
    size_t last = end - 1;
    struct slice participle = participle_in(run, last);

    if (participle.len == 0 || last < finite + 2 || may_stand_for_noun(run, finite + 1, last) ||
        !is_open_till(run, finite + 1, last))
        return;
    suggest(run, report(run, "check/declined-participle", token_at(run, last)->span), participle);
}

/* "hat seit Mai ausgegeben laut Bericht sieben Millionen ausgegeben" */
static void check_twice(const struct check_run *run, size_t finite, size_t end)
{
    size_t last = end - 1;

    if (!token_is_verb_form(token_at(run, last), VERB_PARTICIPLE2) || is_capitalised(token_at(run, last)))
        return;
    size_t twin = 0;

    for (size_t i = finite + 1; i < last; i++) {
        if (token_is(token_at(run, i), POS_CONJUNCTION) || text_is(run, i, "als") || text_is(run, i, "wie"))
            return; /* "haben geprobt und geprobt" */
        if (twin == 0 && i + 1 < last && slice_equal(text_at(run, i), text_at(run, last)))
            twin = i;
    }
    if (twin != 0 && !text_is(run, last, "worden"))
        suggest(run, report(run, "check/repeated-participle", token_at(run, twin)->span), (struct slice){ 0 });
}

/* "können das Rad bringen oder abholen zu lassen": a modal verb has two infinitives, of which the second has zu.
 * Between und and zu stands nothing that takes one with zu: at most another infinitive, adverbs, a phrase. */
static void check_second_infinitive(const struct check_run *run, size_t modal, size_t end)
{
    size_t last = end - 1, join = modal + 1;

    if (last < modal + 4 || !text_is(run, last - 1, "zu") || !is_zu_infinitive(run->doc, last))
        return;
    while (join < last && !text_is(run, join, "und") && !text_is(run, join, "oder"))
        join++;
    if (join + 2 >= last || !is_bare_infinitive(run->doc, join - 1) || is_zu_infinitive(run->doc, join - 1) ||
        join < modal + 2)
        return;
    for (size_t i = join + 1; i + 1 < last; i++) {
        bool chained = i + 2 == last && text_is(run, last, "lassen");

        if (!chained && (is_finite_here(run, i) || is_nonfinite_here(run, i)))
            return;
        if (in_list(run, LIST_NOUNS_WITH_INFINITIVE, i) || in_list(run, LIST_INFINITIVE_OPENERS, i) ||
            divides_clauses(token_at(run, i)) || text_is(run, i, "nichts") || text_is(run, i, "etwas"))
            return;
    }
    suggest(run, report(run, "check/zu-behind-modal", tokens_span(run, last - 1, last)), text_at(run, last));
}

/* "konnten den Dieb noch am Bahnhof gefasst.": what closes the clause of a modal verb is no infinitive, but a
 * participle, with no werden, haben or sein. */
static void check_modal_participle(const struct check_run *run, size_t modal, size_t end)
{
    size_t last = end - 1;
    const struct token *token = token_at(run, last);

    if (last < modal + 2 || !text_is(run, end, ".") || same_sentence(run, end, end + 1) ||
        (token->flags & (TOKEN_CAPITAL | TOKEN_QUOTED)) != 0 || !token_is_verb_form(token, VERB_PARTICIPLE2) ||
        token_is_verb_form(token, VERB_INFINITIVE) || is_inflected_adjective(token) ||
        (token_is(token, POS_ADVERB) && !is_capitalised(&token[-1])) || token_is(token, POS_AUXILIARY) ||
        in_list(run, LIST_PARTICIPLES_AS_ADVERBS, last) || !is_open_till(run, modal + 1, last))
        return;
    report(run, "check/modal-participle", tokens_span(run, modal, last));
}

/* The stretch is a main clause, and all of it: no word opens a clause with its verb at the end. */
static bool is_main(const struct check_run *run, struct stretch stretch, size_t finite)
{
    if (clause_opener(run, stretch) != NO_OPENER || finite == stretch.first)
        return false;
    for (size_t i = stretch.first; i < finite; i++)
        if (is_surely_finite(token_at(run, i)) || in_list_lower(run, LIST_QUESTION_WORDS, i) ||
            in_list_lower(run, LIST_CLAUSE_OPENERS, i))
            return false;
    return true;
}

void check_closing_verbs(const struct check_run *run)
{
    const struct lexicon *lexicon = &run->context->lexicon;

    for (size_t i = next_marked(run, MARK_AUXILIARY, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_AUXILIARY, i + 1)) {
        const struct token *token = token_at(run, i);
        struct stretch stretch = { stretch_first(run, i), stretch_end(run, i) };

        if (stretch.end < i + 3 || !is_main(run, stretch, i))
            continue;
        if (has_lemma_of(lexicon, token, LIST_MODAL_VERBS)) {
            check_second_infinitive(run, i, stretch.end);
            check_modal_participle(run, i, stretch.end);
            continue;
        }
        if (!is_surely_finite(token) && !text_is(run, i, "haben") && !text_is(run, i, "werden"))
            continue;
        check_ending(run, i, stretch.end);
        check_twice(run, i, stretch.end);
    }
}
