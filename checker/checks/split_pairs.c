/* Two nouns that stand side by side and that the lexicon has as one: "ihren Strom Anschluss", "an Lungen Krebs",
 * "die Steuer auf Kinder Kleidung". German puts an object, a measure or a name beside another noun ("weil die Stadt
 * Wasser braucht", "vor Gericht Akten vorlegen"), but hardly a single thing without its article. */
#include "checks/compounds.h"
#include "checks/leads.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

enum { MIN_FIRST = 3, MIN_HEAD = 4 };

/* A noun that may be the first part: no person, body of people or measure, beside which other nouns stand. */
static bool may_be_first(const struct check_run *run, size_t first)
{
    static const enum named_list beside[] = { LIST_MEASURES,    LIST_SPANS_OF_TIME, LIST_QUANTITIES,
                                              LIST_APPOSITIONS, LIST_CONTAINERS,    LIST_TIME_NOUNS,
                                              LIST_MONTHS,      LIST_COLLECTIVES,   LIST_NAMED_HOUSES };
    const struct token *token = token_at(run, first);

    for (size_t i = 0; i < sizeof beside / sizeof *beside; i++)
        if (in_list(run, beside[i], first) || lemma_in_list(&run->context->lexicon, beside[i], token))
            return false;
    return is_plain_noun(token) && is_known_noun(token) && text_at(run, first).len >= MIN_FIRST &&
           (!is_person(&run->context->lexicon, token) || is_plural_noun(token));
}

/* "weil der Platz Parkplatz ist": a predicate. */
static bool is_before_copula(const struct check_run *run, size_t head)
{
    return same_clause(run->doc, head, head + 1) &&
           lemma_in_list(&run->context->lexicon, LIST_COPULAS, &token_at(run, head)[1]);
}

/* "die Steuer auf Kinder": a phrase that belongs to the noun before it. */
static bool is_attribute(const struct check_run *run, size_t preposition)
{
    return preposition > 0 && same_clause(run->doc, preposition - 1, preposition) &&
           token_is(token_at(run, preposition - 1), POS_NOUN) &&
           (token_at(run, preposition - 1)->flags & TOKEN_CAPITAL) != 0 &&
           !slice_equal(lower_at(run, preposition), SLICE("für"));
}

/* Nothing stands before the two but a preposition: a single thing has no article here, unless the phrase is a fixed
 * one. */
static bool is_bare_pair(const struct check_run *run, size_t first, size_t head)
{
    const struct token *before = token_at(run, first) - 1;

    if (first == 0 || !same_clause(run->doc, first - 1, first) || !token_is(before, POS_PREPOSITION) ||
        (before->flags & TOKEN_CAPITAL) != 0 || in_list(run, LIST_PHRASE_NOUNS, first))
        return false;
    if (is_attribute(run, first - 1))
        return true;
    return !is_plural_noun(token_at(run, first)) && !is_plural_noun(token_at(run, head)) &&
           !is_kind_of(run, head, LIST_BARE_OBJECTS);
}

/* What stands before them agrees with both, and the second can't be there on its own. */
static bool is_led_pair(const struct check_run *run, const struct lead *lead, size_t first, size_t head)
{
    return !is_plural_noun(token_at(run, first)) && !is_plural_noun(token_at(run, head)) &&
           !is_kind_of(run, head, LIST_BARE_OBJECTS) &&
           (lead_cases(run, lead, first, token_at(run, first)) & lead_cases(run, lead, first, token_at(run, head)) &
            cases_by_preposition(run, lead)) != 0;
}

bool is_known_pair(const struct check_run *run, const struct lead *lead, size_t first)
{
    size_t head = first + 1;

    if (lead->unknown || lead->number || !may_be_first(run, first) || text_at(run, head).len < MIN_HEAD ||
        is_before_copula(run, head) ||
        !(lead->first == first ? is_bare_pair(run, first, head) : is_led_pair(run, lead, first, head)))
        return false;
    return known_compound(run, text_at(run, first), text_at(run, head)).len > 0;
}
