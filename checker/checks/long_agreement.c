/* Marks noun phrases that agree in no reading, or stand in a case that their preposition does not govern, once what
 * stands between their words is left out: "die von der Stadt gekaufte Häuser", "nach den zuletzt in Fulda gesehenen
 * Mann", "mit einem kleinen, familiengeführten Bäckerei", "nach langen, zähe und oft unterbrochenen Gesprächen". */
#include "checks/agreement.h"
#include "checks/checks.h"
#include "checks/clauses.h"
#include "checks/compounds.h"
#include "checks/government.h"
#include "checks/long_phrases.h"
#include "checks/marks.h"
#include "checks/paradigms.h"
#include "checks/phrases.h"
#include "checks/places.h"
#include "checks/stretches.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* "ein", "seinem", "dieser": words that seldom stand alone before a preposition or adverb. */
static bool is_seldom_alone(const struct check_run *run, size_t index)
{
    static const char *const starts[] = { "ein", "kein", "sein", "ihre", "unser", "mein", "dein" };
    struct slice word = lower_at(run, index);

    for (size_t i = 0; i < sizeof(starts) / sizeof(*starts); i++)
        if (slice_starts(word, slice_of(starts[i])))
            return !slice_equal(word, SLICE("einer")) && !slice_equal(word, SLICE("keiner")) &&
                   !slice_equal(word, SLICE("eins"));
    return false;
}

/* "eine von Müllers besten Ideen", "eine der neuen Wohnungen", "ein wenig", "von einem in das andere Land" */
static bool is_one_alone(const struct check_run *run, size_t index, size_t adjective)
{
    enum { REACH = 3 };

    if (text_is(run, index + 1, "der") || text_is(run, index + 1, "wenig") || text_is(run, index + 1, "bisschen") ||
        text_is(run, index + 1, "paar"))
        return true;
    bool of = text_is(run, index + 1, "von") && slice_starts(lower_at(run, index), SLICE("ein"));

    if (of && (!looks_like_participle(run, adjective) || slice_ends(text_at(run, index + 2), SLICE("s"))))
        return true;
    for (size_t i = index + 2; i <= index + REACH && same_clause(run->doc, index, i); i++)
        if (slice_starts(text_at(run, i), SLICE("ander")) && token_is(token_at(run, i - 1), POS_DETERMINER))
            return true;
    return false;
}

/* "alle", "beide": several, behind which adjectives are weak. */
static bool is_of_all(const struct check_run *run, size_t index)
{
    return slice_is(lower_at(run, index), "alle") || slice_is(lower_at(run, index), "beide");
}

/* "der", "die", "das" at the start of a sentence, behind a noun, a verb or a preposition that no comma stands before:
 * an article there; elsewhere it may be a pronoun (", in die sie große Hoffnungen setzt"). */
static bool is_article_here(const struct check_run *run, size_t index, size_t adjective)
{
    const struct token *token = token_at(run, index);

    if (has_contraction(token))
        return true;
    if (is_seldom_alone(run, index))
        return !is_one_alone(run, index, adjective);
    if (!in_list_lower(run, LIST_ARTICLES, index) && !is_of_all(run, index))
        return false;
    if ((token->flags & TOKEN_SENTENCE_START) != 0)
        return true;
    if (index == 0 || !same_clause(run->doc, index - 1, index) || token_at(run, index - 1)->kind != TOKEN_WORD)
        return false;
    if (token_is(token_at(run, index - 1), POS_PREPOSITION) || has_contraction(token_at(run, index - 1)))
        return is_preposition_here(run, index - 1) && cases_of_preposition(token_at(run, index - 1)) != 0 &&
               (index - 1 == sentence_first(run, index) ||
                (same_clause(run->doc, index - 2, index - 1) && token_at(run, index - 2)->kind == TOKEN_WORD &&
                 !token_is(token_at(run, index - 2), POS_CONJUNCTION)));
    return is_capitalised(token_at(run, index - 1)) || is_likely_finite(run->doc, index - 1);
}

/* "Die in Berlin forderten neue Regeln": what looks like an adjective is the verb of its sentence. */
static bool may_hold_verb(const struct check_run *run, const struct long_phrase *phrase)
{
    size_t next = behind_genitive(run->doc, phrase->parts[phrase->count - 1] + 1);

    if ((same_sentence(run, phrase->parts[0], next) && is_surely_finite(token_at(run, next))) ||
        has_sure_finite(run, stretch_first(run, phrase->parts[0]), phrase->parts[0]) ||
        in_list_lower(run, LIST_OBLIQUE_ARTICLES, phrase->parts[0]))
        return false;
    for (size_t i = phrase->has_determiner; i + 1 < phrase->count; i++)
        if (token_is_finite(token_at(run, phrase->parts[i])) &&
            !(is_of_all(run, phrase->parts[0]) && finite_numbers(token_at(run, phrase->parts[i])) == NUMBER_SG))
            return true; /* "Alle am Bau | beteiligte Firmen": they are several */
    return false;
}

/* "Die sehr gute Noten haben, werden geehrt": a relative clause without the noun that it belongs to. */
static bool may_be_free_relative(const struct check_run *run, const struct long_phrase *phrase)
{
    size_t first = phrase->parts[0], end = stretch_end(run, first);

    return (token_at(run, first)->flags & TOKEN_SENTENCE_START) != 0 && token_is(token_at(run, first), POS_RELATIVE) &&
           text_is(run, end, ",") && may_be_finite(token_at(run, end - 1));
}

/* The noun may be another one, which comes later: "die für den Erhalt alter Häuser nötigen Mittel". */
static bool may_go_on(const struct check_run *run, size_t noun)
{
    return (token_at(run, noun)->flags & (TOKEN_HYPHEN | TOKEN_QUOTED)) != 0 || is_loan(run, token_at(run, noun)) ||
           !ends_phrase(run, noun) ||
           (same_clause(run->doc, noun, noun + 1) && is_inflected_adjective(token_at(run, noun + 1)));
}

/* "zu einer weichen, hohe Werte zu einer rauen Fläche", "die gleichen oder ähnliche Teile": what follows the last comma
 * or conjunction is a phrase of its own. */
static bool may_be_two(const struct check_run *run, const struct long_phrase *phrase)
{
    struct noun_phrase rest = { .noun = phrase->parts[phrase->count - 1] };

    for (size_t i = phrase->count - 1; i > 0 && rest.first == 0; i--)
        if (phrase->parts[i] > phrase->parts[i - 1] + 1) {
            if (phrase->parts[i] + 1 != rest.noun || phrase->parts[i] != phrase->parts[i - 1] + 2 || i == 1)
                return false;
            rest.first = phrase->parts[i];
        }
    struct slice between = text_at(run, rest.first - 1);

    return (slice_equal(between, SLICE(",")) || slice_equal(between, SLICE("oder")) ||
            slice_equal(between, SLICE("und"))) &&
           (strong_numbers(run->doc, &rest, CASE_ACC) & NUMBER_PL) != 0;
}

/* "Der wegen Ausstellung falscher Pässe zu einer Strafe | verurteilte Arzt": the determiner's own noun comes later. */
static bool agrees_later(const struct check_run *run, const struct long_phrase *phrase)
{
    size_t index = phrase->parts[phrase->count - 1] + 1, first;
    struct noun_phrase later, whole;

    for (; same_clause(run->doc, index - 1, index + 1) && !is_surely_finite(token_at(run, index)); index++) {
        if (!is_inflected_adjective(token_at(run, index)) || !noun_phrase_at(run->doc, index, &later) ||
            later.has_determiner || later.noun - later.first + 2 > MAX_LONG_PHRASE)
            continue;
        struct long_phrase own = { .parts = { phrase->parts[0] }, .count = 1, .has_determiner = true };

        for (size_t i = later.first; i <= later.noun; i++)
            own.parts[own.count++] = i;
        const struct check_run *closed = without_gaps(run, &own, &first);

        if (noun_phrase_at(closed->doc, first, &whole) && agreeing_cases(closed->doc, &whole, NULL) != 0)
            return true;
    }
    return false;
}

/* With a determiner: read as if nothing stood between. */
static void check_determined(const struct check_run *run, const struct long_phrase *phrase)
{
    size_t last = phrase->parts[phrase->count - 1], adjective = phrase->parts[phrase->count - 2], first;
    struct noun_phrase words;
    uint32_t wanted;

    if (!is_article_here(run, phrase->parts[0], phrase->parts[1]) || may_go_on(run, last) || may_be_two(run, phrase) ||
        may_be_free_relative(run, phrase) || (phrase->enclosed && may_hold_verb(run, phrase)))
        return;
    const struct check_run *closed = without_gaps(run, phrase, &first);

    if (!noun_phrase_at(closed->doc, first, &words) || words.noun != first + phrase->count - 1)
        return;
    words.adjectival = is_sure_adjectival(closed, token_at(closed, words.noun));
    enum phrase_fault fault = fault_of_phrase(closed, &words, &wanted);
    bool preposition = first > 0 && is_wrong_determiner(closed, first - 1);
    bool government = preposition || fault == PHRASE_IN_WRONG_CASE;

    if ((!government && fault == PHRASE_FITS) || agrees_later(run, phrase) ||
        has_issue_at(run, tokens_span(run, adjective, last)))
        return;
    if (government)
        report(run, "check/government", tokens_span(run, phrase->parts[0] - 1, phrase->parts[0]));
    else
        report(run, "check/agreement", tokens_span(run, phrase->parts[0], last));
}

/* "aus echter italienischen Seide": adjectives without determiner all have the strong ending; but "nach langem,
 * schweren Leiden" is an old usage. */
static void check_bare(const struct check_run *run, const struct long_phrase *phrase)
{
    size_t before = phrase->parts[0] - 1, last = phrase->parts[phrase->count - 1], first;
    struct noun_phrase words;

    if (phrase->parts[0] == 0 || phrase->count < 3 || !same_clause(run->doc, before, before + 1) ||
        !is_preposition_here(run, before) || may_go_on(run, last) || may_hold_verb(run, phrase))
        return;
    const struct check_run *closed = without_gaps(run, phrase, &first);
    uint32_t governed;

    if (!noun_phrase_at(closed->doc, first, &words) || words.noun != first + phrase->count - 1)
        return;
    governed = governed_cases(closed, &words);
    for (size_t i = words.first; i < words.noun; i++)
        if (token_is(token_at(closed, i), POS_ADVERB) || token_is(token_at(closed, i), POS_PRONOUN) ||
            in_list(closed, LIST_UNDECLINED_ADJECTIVES, i) || in_list(closed, LIST_ADJECTIVE_ADVERBIALS, i))
            return;
    if (governed == 0 || slice_ends(text_at(closed, words.first), SLICE("em")) ||
        (strong_cases(closed->doc, &words) & governed) != 0 || is_uncertain(closed, &words) ||
        !has_sure_paradigm(closed, &words, CASE_ANY) || may_be_same_plural(closed, &words) ||
        is_weak_or_strong(closed, token_at(closed, words.noun)) ||
        has_issue_at(run, tokens_span(run, phrase->parts[0], last)))
        return;
    report(run, "check/agreement", tokens_span(run, phrase->parts[0], last));
}

void check_long_agreement(const struct check_run *run)
{
    struct long_phrase phrase;

    for (size_t i = next_marked(run, MARK_AGREEMENT, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_AGREEMENT, i + 1)) {
        if (!long_phrase_at(run, i, &phrase))
            continue;
        if (phrase.has_determiner)
            check_determined(run, &phrase);
        else
            check_bare(run, &phrase);
    }
}
