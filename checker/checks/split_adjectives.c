/* Marks adjectives that are split from their first part: "die Welt größte Messe", "der Energie effiziente Motor". What
 * stands before the two agrees with the noun behind them, and German has them as one word.
 *
 * A noun and a present participle ("die Kosten deckende Gebühr") may stand apart. */
#include "checks/compounds.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
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

    return noun > 0 && same_clause(doc, noun - 1, noun + 2) && token_is(determiner, POS_DETERMINER) &&
           (determiner->flags & (TOKEN_CAPITAL | TOKEN_SENTENCE_START)) != TOKEN_CAPITAL &&
           (token->flags & (TOKEN_CAPITAL | TOKEN_QUOTED | TOKEN_HYPHEN | TOKEN_ALL_CAPS)) == TOKEN_CAPITAL &&
           token_is(token, POS_NOUN) && may_be_second_part(run, noun + 1) && is_plain_noun(token_at(run, noun + 2)) &&
           cases_of_pair(doc, noun - 1, noun + 2) != 0;
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
    return arena_print(run->issues->arena, "%.*s%.*s", (int)first.len, first.at, (int)second.len, second.at);
}

void check_split_adjectives(const struct check_run *run)
{
    for (size_t i = next_marked(run, MARK_SPLIT_CAPITAL, 0); i + 2 < run->doc->token_count;
         i = next_marked(run, MARK_SPLIT_CAPITAL, i + 1)) {
        if ((token_at(run, i + 1)->flags & TOKEN_CAPITAL) != 0 || !stands_between(run, i))
            continue;
        struct slice whole = joined(run, i);

        if (whole.len > 0)
            suggest(run, report(run, "check/split-compound", tokens_span(run, i, i + 1)), whole);
    }
}
