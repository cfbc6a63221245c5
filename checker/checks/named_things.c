/* Two nouns side by side that are no compound in two words: what is called by the second of them ("die Schaltfläche
 * Optionen"), a measure, a loan with an -s that is a plural. */
#include "checks/compounds.h"
#include "checks/paradigms.h"
#include "checks/places.h"
#include "checks/subjects.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"

/* "Die Schaltfläche Optionen öffnet ein Fenster", "mit der Option Zeilen", "den Clients Zugang geben", "viele Megabyte
 * Speicher": the determiner goes with the first noun, and several things are named behind it or it is a measure. */
bool is_named_thing(const struct check_run *run, size_t determiner, size_t noun)
{
    const struct token *first = token_at(run, noun - 1), *head = token_at(run, noun);
    bool agrees = cases_of_pair(run->doc, determiner, noun - 1) != 0 || !is_known_noun(first);

    if (may_be_loan_plural(run, first) || in_list(run, LIST_MEASURES, noun - 1))
        return true;
    if (!agrees || !is_plural_noun(head) || token_has_feature(head, NUMBER_SG))
        return false;
    return is_kind_of(run, noun - 1, LIST_KINDS_BEFORE_NOUNS) ||
           (same_sentence(run, noun, noun + 1) && may_be_finite(&head[1]) &&
            (is_surely_finite(&head[1]) || !same_clause(run->doc, noun + 1, noun + 2)) &&
            third_person_numbers(&head[1]) == NUMBER_SG &&
            !(token_has_feature(first, NUMBER_PL) && token_has_feature(token_at(run, determiner), NUMBER_PL)));
}
