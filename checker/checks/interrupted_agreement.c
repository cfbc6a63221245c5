/* Marks noun phrases that agree in no reading once what stands between their words is left out: a number ("der ersten
 * drei Spiel"), an adverb ("eine bislang unbekanntes Gruppe"), the capital of a name's adjective ("der Europäische
 * Kommission" as a genitive). */
#include "checks/checks.h"
#include "checks/compounds.h"
#include "checks/government.h"
#include "checks/marks.h"
#include "checks/paradigms.h"
#include "checks/phrases.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"
#include "lexicon/traits.h"

static bool is_score_within(const struct check_run *run, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (memchr(text_at(run, i).at, ':', text_at(run, i).len) != NULL)
            return true;
    return false;
}

/* "In die vergangenen zehn Jahren", "der ersten drei Spiel": what stands around a number agrees as if it stood not
 * there. Measures may be singulars ("die letzten fünf Kilometer"), and so is what counts an adjective ("den 30 Jahre
 * alten"). */
static void check_phrase_with_number(const struct check_run *run, size_t index)
{
    const struct document *doc = run->doc;
    struct token tokens[4];
    size_t length = 0, at = index;
    bool number = false;

    for (; length < sizeof(tokens) / sizeof(*tokens) && same_clause(doc, index, at); at++) {
        const struct token *token = token_at(run, at);
        bool counts = at > index && !number && (token->flags & TOKEN_ORDINAL) == 0 &&
                      (token->kind == TOKEN_NUMBER || token_is(token, POS_NUMERAL)) &&
                      !token_is(token, POS_DETERMINER) && !token_is(token, POS_NOUN) &&
                      !is_capitalised(token); /* "mit einer Million neuer Gäste" */

        number = number || counts;
        if (counts)
            continue;
        if (at > index && !is_inflected_adjective(token))
            break;
        tokens[length++] = *token;
    }
    struct noun_phrase phrase, whole = { .first = index, .noun = at, .has_determiner = true };

    /* "wenn einer fünf Minuten zu spät kommt": a pronoun, since no article of one stands before more */
    bool one = slice_starts(lower_at(run, index), SLICE("ein")) || slice_starts(lower_at(run, index), SLICE("kein")) ||
               slice_starts(lower_at(run, index), SLICE("jede"));

    /* "der nach dem 0:6 abgeschriebene Torwart": a score is a noun itself */
    if (!number || length == 0 || is_score_within(run, index, at) || text_is(run, index, "das") ||
        slice_is(lower_at(run, index), "ihr") || /* "erhaltet Ihr zwei Karten" */
        (one && length == 1) || length == sizeof(tokens) / sizeof(*tokens) || !same_clause(doc, index, at) ||
        is_singular_count(run, at) ||
        (same_clause(doc, at, at + 1) &&
         (is_inflected_adjective(token_at(run, at + 1)) || /* "der älteste 101 Jahre alt" */
          (in_list(run, LIST_SPANS_OF_TIME, at) && in_list(run, LIST_MEASURED_ADJECTIVES, at + 1)))))
        return;
    tokens[length++] = *token_at(run, at);
    for (size_t i = 0; i < length; i++)
        tokens[i].clause = tokens[0].clause;
    struct document part = { .text = doc->text, .tokens = tokens, .token_count = length };

    if (!noun_phrase_at(&part, 0, &phrase) || phrase.noun != length - 1 || agreeing_cases(&part, &phrase, NULL) != 0 ||
        is_uncertain(run, &whole) || has_contraction(token_at(run, index)) || may_be_same_plural(run, &whole))
        return;
    report_disagreement(run, &whole);
}

/* Adverbs, and nothing that may be an attribute; "gut" and "frei" are prefixes of verbs too. */
static bool is_only_adverb(const struct check_run *run, size_t index)
{
    const struct token *token = token_at(run, index);

    if (slice_starts(lower_at(run, index - 1), SLICE("ein")) &&
        (text_is(run, index, "so") || text_is(run, index, "sehr") || text_is(run, index, "zu")))
        return true;
    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;

        if (pos_of(features) != POS_ADVERB && pos_of(features) != POS_PREFIX &&
            !(pos_of(features) == POS_ADJECTIVE && (features & UNINFLECTED) != 0))
            return false;
    }
    return token->kind == TOKEN_WORD && token->analysis.reading_count > 0 && (token->flags & TOKEN_CAPITAL) == 0;
}

/* "eine bislang unbekanntes Gruppe", "der sehr alten Baum": an adverb before the adjective, which alone is left out.
 * Only behind ein and kein, and behind der where it opens the sentence or follows a preposition: elsewhere it may be a
 * pronoun. */
static void check_phrase_with_adverb(const struct check_run *run, size_t index)
{
    const struct document *doc = run->doc;
    struct slice word = token_text(doc, &doc->tokens[index]);
    bool opens = (doc->tokens[index].flags & TOKEN_SENTENCE_START) != 0 ||
                 (index > 0 && same_clause(doc, index - 1, index) &&
                  token_is(&doc->tokens[index - 1], POS_PREPOSITION) && is_preposition_here(run, index - 1));

    if (!same_clause(doc, index, index + 3) || !is_only_adverb(run, index + 1) ||
        !is_inflected_adjective(&doc->tokens[index + 2]) || token_is(&doc->tokens[index + 2], POS_DETERMINER) ||
        token_is(&doc->tokens[index + 2], POS_ADVERB) ||
        (!slice_starts(word, SLICE("ein")) && !slice_starts(word, SLICE("kein")) && !opens))
        return;
    struct token tokens[3] = { doc->tokens[index], doc->tokens[index + 2], doc->tokens[index + 3] };
    struct document part = { .text = doc->text, .tokens = tokens, .token_count = 3 };
    struct noun_phrase phrase, whole = { .first = index, .noun = index + 3, .has_determiner = true };

    tokens[1].clause = tokens[2].clause = tokens[0].clause;
    if (!noun_phrase_at(&part, 0, &phrase) || phrase.noun != 2 || phrase.contracted ||
        agreeing_cases(&part, &phrase, NULL) != 0 || is_uncertain(run, &whole) || may_be_same_plural(run, &whole) ||
        is_weak_or_strong(run, &doc->tokens[whole.noun]) || head_agrees(run, &whole))
        return;
    report_disagreement(run, &whole);
}

/* The adjective of a name read as what it is without its capital: "Europäische", "Vereinte". */
static bool read_capital_adjective(const struct check_run *run, size_t index, struct token *out)
{
    const struct lexicon *lexicon = &run->context->lexicon;

    *out = *token_at(run, index);
    if (!is_capitalised(out) || out->type->small_form == NO_ID ||
        (out->type->small_traits >> TRAIT_ATTRIBUTE & 1) == 0 || in_list_lower(run, LIST_UNDECLINED_ADJECTIVES, index))
        return false;
    const struct form_record *form = &lexicon->forms[out->type->small_form];

    read_as(&out->analysis, lexicon->readings + form->first_reading, form->reading_count);
    out->flags &= (uint16_t)~TOKEN_CAPITAL;
    return is_inflected_adjective(out);
}

/* Behind an article in the genitive or dative the adjective ends in -en. */
static void suggest_weak_ending(const struct check_run *run, struct issue *issue, size_t index)
{
    struct slice adjective = text_at(run, index + 1), noun = text_at(run, index + 2), article = text_at(run, index);
    size_t stem = adjective.len - (slice_ends(adjective, SLICE("e")) ? 1 : 2);

    suggest(run, issue,
            arena_print(run->issues->arena, "%.*s %.*sen %.*s", (int)article.len, article.at, (int)stem, adjective.at,
                        (int)noun.len, noun.at));
}

/* "Sprecher der Europäische Kommission", "vor dem Internationaler Gerichtshof": the adjective of a name has a capital,
 * and is read as a noun. Right behind a noun, where the phrase is an attribute, it agrees in no case ("am Montag der
 * Deutsche Wetterdienst"); behind a preposition, in none that this governs. */
static void check_capital_adjective(const struct check_run *run, size_t index)
{
    size_t noun = index + 2;
    struct token tokens[3];
    struct document part = { .text = run->doc->text, .tokens = tokens, .token_count = 3 };
    struct noun_phrase phrase = { .noun = 2, .has_determiner = true }, pair = { .noun = 1, .has_determiner = true };
    struct noun_phrase whole = { .first = index, .noun = noun, .has_determiner = true };

    if (index == 0 || !same_clause(run->doc, index - 1, noun) || !is_plain_noun(token_at(run, noun)) ||
        !is_capitalised(token_at(run, noun)) || !in_list(run, LIST_ARTICLES, index) ||
        !read_capital_adjective(run, index + 1, &tokens[1]))
        return;
    bool attribute = text_is(run, index, "der") && is_plain_noun(token_at(run, index - 1));
    uint32_t wanted = attribute ? CASE_ANY : governed_cases(run, &whole);

    tokens[0] = *token_at(run, index);
    tokens[2] = *token_at(run, noun);
    if (wanted == 0 || (agreeing_cases(&part, &phrase, NULL) & wanted) != 0 || is_uncertain(run, &whole) ||
        !ends_phrase(run, noun))
        return;
    uint32_t oblique = CASE_GEN | CASE_DAT;

    tokens[1] = *token_at(run, index + 1); /* "in der Ferne Häfen": a noun after all */
    if ((agreeing_cases(&part, &pair, NULL) & (attribute ? oblique : wanted)) != 0)
        return;
    struct issue *issue = report(run, "check/agreement", tokens_span(run, whole.first, whole.noun));

    tokens[1] = tokens[2];
    if (((attribute ? CASE_GEN : wanted) & ~oblique) == 0 &&
        (agreeing_cases(&part, &pair, NULL) & wanted & oblique) != 0)
        suggest_weak_ending(run, issue, index);
}

void check_interrupted_agreement(const struct check_run *run)
{
    for (size_t i = next_marked(run, MARK_AGREEMENT, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_AGREEMENT, i + 1)) {
        if (!token_is(&run->doc->tokens[i], POS_DETERMINER))
            continue;
        check_phrase_with_adverb(run, i);
        check_phrase_with_number(run, i);
        check_capital_adjective(run, i);
    }
}
