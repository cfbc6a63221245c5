/* Marks what stands behind als in another case than what it is said of: "bezeichnete den Mann als wichtiger Zeuge",
 * "mit Ben Adler als neuer Trainer", "die Rolle als größten Geldgeber". */
#include "checks/checks.h"
#include "checks/corrections.h"
#include "checks/marks.h"
#include "checks/paradigms.h"
#include "checks/phrases.h"
#include "checks/places.h"
#include "checks/stretches.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* "den 31-Jährigen | als": the phrase that ends before the token begins with an article in the accusative, or "ihn". */
static bool accusative_before(const struct check_run *run, size_t index)
{
    enum { REACH = 4 };

    if (text_is(run, index - 1, "ihn"))
        return true;
    for (size_t i = index - 1; i > 0 && i + REACH >= index && same_clause(run->doc, i - 1, index); i--) {
        if (i + 1 < index && (text_is(run, i, "den") || text_is(run, i, "einen") || text_is(run, i, "seinen") ||
                              text_is(run, i, "ihren")))
            return is_capitalised(token_at(run, index - 1)) && !token_is(token_at(run, i - 1), POS_PREPOSITION) &&
                   !is_plural_noun(token_at(run, index - 1));
        if (!is_capitalised(token_at(run, i)) && token_at(run, i)->kind != TOKEN_WORD)
            return false;
    }
    return false;
}

/* A verb by which something is called or taken for what stands behind als, in the stretch. */
static bool is_called(const struct check_run *run, size_t index)
{
    bool called = false;

    for (size_t i = stretch_first(run, index), end = stretch_end(run, index); i < end; i++) {
        if (text_is(run, i, "sich") || text_is(run, i, "und") ||
            has_lemma(&run->context->lexicon, token_at(run, i), "werden"))
            return false;
        called = called || has_lemma_of(&run->context->lexicon, token_at(run, i), LIST_VERBS_OF_CALLING);
    }
    return called;
}

/* "mit Ben Adler | als": names alone behind a preposition with the dative. */
static bool dative_names_before(const struct check_run *run, size_t index)
{
    size_t first = index;

    while (first > 0 && same_clause(run->doc, first - 1, index) && is_capitalised(token_at(run, first - 1)) &&
           (token_at(run, first - 1)->flags & (TOKEN_QUOTED | TOKEN_SENTENCE_START)) == 0 &&
           !token_is(token_at(run, first - 1), POS_NOUN))
        first--;
    return first < index && first > 0 && same_clause(run->doc, first - 1, index) &&
           slice_equal(lower_at(run, first - 1), SLICE("mit"));
}

/* "Chinas Rolle | als": the subject of a sentence that has no verb yet. */
static bool role_before(const struct check_run *run, size_t index)
{
    return in_list(run, LIST_ROLES_OF_SOMEBODY, index - 1) && index < sentence_first(run, index) + 4 &&
           !has_sure_finite(run, sentence_first(run, index), index) &&
           !token_is(token_at(run, sentence_first(run, index)), POS_PREPOSITION) && !is_called(run, index);
}

static void look_at(const struct check_run *run, size_t as)
{
    struct noun_phrase phrase;

    if (!text_is(run, as, "als") || as == 0 || !same_clause(run->doc, as - 1, as + 2) ||
        !noun_phrase_at(run->doc, as + 1, &phrase) || phrase.has_determiner || phrase.noun != as + 2 ||
        is_uncertain(run, &phrase) || token_is(token_at(run, as + 1), POS_ADVERB) ||
        has_issue_at(run, tokens_span(run, as + 1, as + 2)))
        return;
    uint32_t cases = strong_cases(run->doc, &phrase), wanted = 0;

    if ((cases & ~(uint32_t)CASE_GEN) == CASE_NOM && slice_ends(text_at(run, as + 1), SLICE("er")))
        wanted = accusative_before(run, as) && is_called(run, as) ? CASE_ACC
                 : dative_names_before(run, as)                   ? CASE_DAT
                                                                  : 0;
    else if (cases == CASE_ACC && role_before(run, as))
        wanted = CASE_NOM;
    if (wanted != 0)
        suggest_agreement(run, report(run, "check/agreement", tokens_span(run, as + 1, as + 2)), &phrase, wanted);
}

void check_as_phrases(const struct check_run *run)
{
    for (size_t i = next_marked(run, MARK_AGREEMENT, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_AGREEMENT, i + 1))
        if (i > 0)
            look_at(run, i - 1);
}
