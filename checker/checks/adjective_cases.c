/* Marks the dative or accusative of what somebody is aware of, which German has in the genitive: "Sie ist sich den
 * Gefahren bewusst". */
#include "checks/checks.h"
#include "checks/clause_phrases.h"
#include "checks/corrections.h"
#include "checks/marks.h"
#include "checks/paradigms.h"
#include "checks/phrases.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* The phrase that ends before the adjective, or before "nicht", "sehr" and other adverbs. */
static bool phrase_before(const struct check_run *run, size_t first, size_t adjective, struct noun_phrase *out)
{
    for (size_t i = first; i + 1 < adjective; i++) {
        if (!noun_phrase_at(run->doc, i, out) || !out->has_determiner || out->contracted)
            continue;
        size_t end = out->noun + 1;

        while (end < adjective &&
               (token_is(token_at(run, end), POS_ADVERB) || token_is(token_at(run, end), POS_PARTICLE)))
            end++;
        if (end == adjective)
            return i == 0 || !token_is(token_at(run, i - 1), POS_PREPOSITION);
        i = out->noun;
    }
    return false;
}

static void look_at_aware(const struct check_run *run, size_t verb)
{
    size_t first = stretch_first(run, verb), end = stretch_end(run, verb), adjective = first;
    struct noun_phrase phrase;
    bool reflexive = false;

    while (adjective < end && !text_is(run, adjective, "bewusst")) {
        reflexive = reflexive || text_is(run, adjective, "sich") || text_is(run, adjective, "mir") ||
                    text_is(run, adjective, "dir");
        adjective++;
    }
    if (adjective == end || !reflexive || !phrase_before(run, first, adjective, &phrase) ||
        is_adverbial_noun(run, phrase.noun) || is_uncertain(run, &phrase))
        return;
    uint32_t cases = agreeing_cases(run->doc, &phrase, NULL);

    if (cases != 0 && (cases & (CASE_GEN | CASE_NOM)) == 0)
        suggest_agreement(run, report(run, "check/government", tokens_span(run, phrase.first, phrase.noun)), &phrase,
                          CASE_GEN);
}

void check_adjective_cases(const struct check_run *run)
{
    for (size_t i = next_marked(run, MARK_HABEN_OR_SEIN, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_HABEN_OR_SEIN, i + 1))
        if (has_lemma(&run->context->lexicon, token_at(run, i), "sein"))
            look_at_aware(run, i);
}
