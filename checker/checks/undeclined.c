/* Marks adjectives without an ending between a determiner and its noun: "ein wissenschaftlich Bericht". */
#include "checks/compounds.h"
#include "checks/leads.h"
#include "checks/marks.h"
#include "checks/paradigms.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* "wissenschaftlich": an adjective that takes endings, perhaps an adverb, and nothing else. */
static bool lacks_ending(const struct check_run *run, size_t index)
{
    const struct token *token = token_at(run, index);
    struct slice word = text_at(run, index);
    bool found = false;

    if (token->kind != TOKEN_WORD || (token->flags & (TOKEN_CAPITAL | TOKEN_HYPHEN | TOKEN_QUOTED)) != 0 ||
        in_list(run, LIST_UNDECLINED_ADJECTIVES, index))
        return false;
    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;

        if (pos_of(features) == POS_ADJECTIVE && (features & UNINFLECTED) != 0)
            found = true;
        else if (pos_of(features) != POS_ADVERB)
            return false;
    }
    return found && form_is(&run->context->lexicon, arena_print(run->issues->arena, "%.*se", (int)word.len, word.at),
                            POS_ADJECTIVE);
}

/* Pronouns look like determiners: "Macht das wirklich Spaß?", "Männer, die täglich Brot backen". Those with ein don't,
 * nor does what follows a preposition, des, and dem, den and der behind no comma and, the last, behind a noun. */
static bool is_sure_determiner(const struct check_run *run, size_t index)
{
    struct slice word = lower_at(run, index);

    if (!token_is(token_at(run, index), POS_DETERMINER))
        return false;
    if (is_indefinite(word) || slice_equal(word, SLICE("des")))
        return true;
    if (index < 2 || !same_clause(run->doc, index - 2, index))
        return false;
    return in_list(run, LIST_SURE_PREPOSITIONS, index - 1) || slice_equal(word, SLICE("dem")) ||
           slice_equal(word, SLICE("den")) ||
           (slice_equal(word, SLICE("der")) && is_capitalised(token_at(run, index - 1)));
}

/* "ein politisch Verfolgter" is one whose noun is an adjective. */
void check_undeclined(const struct check_run *run)
{
    const struct document *doc = run->doc;
    struct noun_phrase phrase;

    for (size_t i = next_marked(run, MARK_AGREEMENT, 0); i < doc->token_count;
         i = next_marked(run, MARK_AGREEMENT, i + 1)) {
        if (!is_sure_determiner(run, i) || !same_clause(doc, i, i + 2) || !lacks_ending(run, i + 1) ||
            !bare_noun_at(doc, i + 2, &phrase))
            continue;
        const struct token *noun = token_at(run, i + 2);

        if (is_known_noun(noun) && !is_numeral_or_adjective(run, noun) && !small_is(noun, POS_ADJECTIVE))
            report(run, "check/agreement", tokens_span(run, i, i + 2));
    }
}
