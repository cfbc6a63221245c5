/* Marks adjectives that are split from their first part: "die Welt größte Messe", "der Energie effiziente Motor". What
 * stands before the two agrees with the noun behind them, and German has them as one word.
 *
 * A noun and a present participle ("die Kosten deckende Gebühr") may stand apart. */
#include "checks/compounds.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/compound_parts.h"
#include "lexicon/noun_phrase.h"
#include "text/letters.h"

/* "deckende", "schonender". */
static bool is_present_participle(struct slice word)
{
    static const char *const endings[] = { "ende", "ender", "endes", "enden", "endem" };

    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (slice_ends(word, slice_of(endings[i])))
            return true;
    return false;
}

/* "größte", "gebeutelten": inflected, and nothing else but perhaps a verb. */
static bool may_be_second_part(const struct check_run *run, size_t i)
{
    enum { MIN_BYTES = 4, NEVER = TOKEN_CAPITAL | TOKEN_QUOTED | TOKEN_HYPHEN | TOKEN_ABBREVIATION };
    const struct token *token = token_at(run, i);

    return token->kind == TOKEN_WORD && (token->flags & (NEVER | TOKEN_SPACE_BEFORE)) == TOKEN_SPACE_BEFORE &&
           token->span.end - token->span.start >= MIN_BYTES && is_inflected_adjective(token) &&
           !is_present_participle(text_at(run, i)) && !token_is(token, POS_DETERMINER) &&
           !token_is(token, POS_PREPOSITION) && !token_is(token, POS_NUMERAL);
}

/* Noun and adjective in one word, "weltgrößte", with a linking element where it is needed; empty: the lexicon has none.
 */
static struct slice known_word(const struct check_run *run, size_t noun)
{
    static const char *const links[] = { "", "s", "n", "en" };
    struct slice first = with_initial(run->issues->arena, text_at(run, noun), false), second = text_at(run, noun + 1);

    for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
        struct slice whole = arena_print(run->issues->arena, "%.*s%s%.*s", (int)first.len, first.at, links[i],
                                         (int)second.len, second.at);

        if (form_is(&run->context->lexicon, whole, POS_ADJECTIVE))
            return whole;
    }
    return (struct slice){ 0 };
}

/* "die Stadt freier Bürger", "in der Regel schwache Streifen", "die Firma gestützte …": the determiner may be that of
 * the noun, and what follows a genitive, a phrase of its own or a verb. A word that the lexicon has tells more. */
static bool goes_with_determiner(const struct check_run *run, size_t noun, bool known)
{
    struct slice ending = text_at(run, noun + 1);
    struct noun_phrase rest = { .first = noun + 1, .noun = noun + 2 };

    if (cases_of_pair(run->doc, noun - 1, noun) == 0)
        return false;
    return slice_ends(ending, SLICE("er")) || slice_ends(ending, SLICE("en")) ||
           may_be_finite(token_at(run, noun + 1)) ||
           (noun > 1 && same_clause(run->doc, noun - 2, noun) && token_is(token_at(run, noun - 2), POS_PREPOSITION)) ||
           (!known && strong_cases(run->doc, &rest) != 0);
}

/* Determiner, noun, adjective and the noun that the determiner agrees with. */
static bool stands_between(const struct check_run *run, size_t noun)
{
    const struct document *doc = run->doc;
    const struct token *token = token_at(run, noun), *determiner = token - 1;

    if (noun > 1 && same_clause(doc, noun - 2, noun) && token_is(&determiner[-1], POS_DETERMINER))
        return false; /* "eine die Arbeit | erleichternde Erfindung" */
    return noun > 0 && same_clause(doc, noun - 1, noun + 2) && token_is(determiner, POS_DETERMINER) &&
           (determiner->flags & (TOKEN_CAPITAL | TOKEN_SENTENCE_START)) != TOKEN_CAPITAL &&
           (token->flags & (TOKEN_CAPITAL | TOKEN_QUOTED | TOKEN_HYPHEN)) == TOKEN_CAPITAL &&
           (token_is(token, POS_NOUN) || (token->flags & TOKEN_ALL_CAPS) != 0) && may_be_second_part(run, noun + 1) &&
           is_plain_noun(token_at(run, noun + 2)) && cases_of_pair(doc, noun - 1, noun + 2) != 0;
}

/* The one word; empty where there is none. "eines Jahrtausende alten Stücks" has three. */
static struct slice joined(const struct check_run *run, size_t noun)
{
    struct slice whole = known_word(run, noun), first, second = text_at(run, noun + 1);

    if (goes_with_determiner(run, noun, whole.len > 0) || lemma_in(run, noun + 1, LIST_MEASURED_ADJECTIVES))
        return (struct slice){ 0 };
    if (whole.len > 0 || !lemma_in(run, noun + 1, LIST_ADJECTIVE_HEADS))
        return whole;
    first = with_initial(run->issues->arena, text_at(run, noun), false);
    return arena_join(run->issues->arena, first, second);
}

/* "gestützte", "amerikanische"; "starke" and other adjectives that are said often stand for themselves. */
static bool is_adjective_head(const struct check_run *run, size_t i)
{
    enum { OFTEN = 40 };
    const struct lexicon *lexicon = &run->context->lexicon;

    return inflected_in_list(lexicon, LIST_ADJECTIVE_HEADS, text_at(run, i)) &&
           word_frequency(lexicon, text_at(run, i)) < OFTEN;
}

/* "die KI gestützte Suche", "der US amerikanische Botschafter": an abbreviation and an adjective that German joins to
 * any noun. Behind a preposition, and with these endings, it may be a word of its own: "das von der EU geförderte Amt",
 * "die Kunden der EU nahen Stiftung". */
static struct slice joined_abbreviation(const struct check_run *run, size_t noun)
{
    struct slice first = text_at(run, noun), second = text_at(run, noun + 1);
    bool governed =
        noun > 1 && same_clause(run->doc, noun - 2, noun) && token_is(token_at(run, noun - 2), POS_PREPOSITION);

    if (governed || may_be_finite(token_at(run, noun + 1)) || !is_adjective_head(run, noun + 1) ||
        ((slice_ends(second, SLICE("er")) || slice_ends(second, SLICE("en"))) &&
         cases_of_pair(run->doc, noun - 1, noun) != 0 && slice_starts(lower_at(run, noun - 1), SLICE("de"))))
        return (struct slice){ 0 };
    return arena_print(run->issues->arena, "%.*s-%.*s", (int)first.len, first.at, (int)second.len, second.at);
}

/* "energie effizient", "solar betriebene": in lower case, and the first is no word, or one that only stands in others.
 */
static struct slice joined_lower(const struct check_run *run, size_t i)
{
    enum { MIN_BYTES = 4, NEVER = TOKEN_CAPITAL | TOKEN_QUOTED | TOKEN_HYPHEN | TOKEN_ABBREVIATION };
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *token = token_at(run, i), *next = token + 1;
    struct slice first = text_at(run, i), second = text_at(run, i + 1);

    if (token->kind != TOKEN_WORD || next->kind != TOKEN_WORD || ((token->flags | next->flags) & NEVER) != 0 ||
        first.len < MIN_BYTES || !same_clause(run->doc, i, i + 1) || !has_space_before(run, i + 1) ||
        !token_is(next, POS_ADJECTIVE) || !lemma_in(run, i + 1, LIST_ADJECTIVE_HEADS))
        return (struct slice){ 0 };
    struct slice noun = with_initial(run->issues->arena, first, true);
    struct slice whole = arena_join(run->issues->arena, first, second);
    bool part = in_word_list(lexicon, LIST_BOUND_FIRST_PARTS, noun) && !token_is(token, POS_ADVERB) &&
                is_inflected_adjective(next);

    if (!part &&
        (token->analysis.reading_count > 0 || !(form_is(lexicon, noun, POS_NOUN) || is_linked_part(lexicon, noun))))
        return (struct slice){ 0 };
    return lexicon_form(lexicon, whole) != NO_ID || verdict_by_parts(lexicon, whole) == ACCEPTED ? whole
                                                                                                 : (struct slice){ 0 };
}

void check_split_adjectives(const struct check_run *run)
{
    for (size_t i = 0; i + 1 < run->doc->token_count; i++) {
        struct slice whole = joined_lower(run, i);

        if (whole.len > 0)
            suggest(run, report(run, "check/split-compound", tokens_span(run, i, i + 1)), whole);
    }
    for (size_t i = next_marked(run, MARK_SPLIT_CAPITAL, 0); i + 2 < run->doc->token_count;
         i = next_marked(run, MARK_SPLIT_CAPITAL, i + 1)) {
        if ((token_at(run, i + 1)->flags & TOKEN_CAPITAL) != 0 || !stands_between(run, i))
            continue;
        struct slice whole =
            (token_at(run, i)->flags & TOKEN_ALL_CAPS) != 0 ? joined_abbreviation(run, i) : joined(run, i);

        if (whole.len > 0)
            suggest(run, report(run, "check/split-compound", tokens_span(run, i, i + 1)), whole);
    }
}
