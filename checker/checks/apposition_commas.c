/* Marks the second comma that an apposition behind a name lacks: "Ines Falk, die Leiterin der Sternwarte sprach von
 * einem Fund." */
#include "checks/checks.h"
#include "checks/clauses.h"
#include "checks/compounds.h"
#include "checks/corrections.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "checks/stretches.h"
#include "checks/subjects.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* "Ines Falk": nothing but words with a capital stands before the comma, a name among them. */
static bool is_name_before(const struct check_run *run, size_t comma)
{
    enum { MOST = 4 };
    size_t first = sentence_first(run, comma);
    bool name = false;

    if (comma == first || comma > first + MOST || (token_at(run, first)->flags & TOKEN_QUOTED) != 0)
        return false;
    for (size_t i = first; i < comma; i++) {
        const struct token *token = token_at(run, i);

        if (!is_capitalised(token) || token_is(token, POS_DETERMINER) || token_is(token, POS_ADVERB))
            return false;
        name = name || token_is(token, POS_NAME) || token->analysis.reading_count == 0;
    }
    return name;
}

/* "sprach", "sagte": what somebody does, and no copula: "der Sprecher ist krank" is a remark to somebody. */
static bool is_speaking(const struct check_run *run, size_t verb)
{
    return is_surely_finite(token_at(run, verb)) && (finite_numbers(token_at(run, verb)) & NUMBER_SG) != 0 &&
           (in_list(run, LIST_VERBS_OF_SAYING, verb) || lemma_in(run, verb, LIST_REPORTING_VERBS) ||
            has_lemma(&run->context->lexicon, token_at(run, verb), "sprechen"));
}

static void check_apposition(const struct check_run *run, size_t comma)
{
    size_t first = comma + 1, end, verb;
    struct noun_phrase phrase;

    if (!same_sentence(run, comma, first + 3) || !is_name_before(run, comma) || !noun_at(run->doc, first, &phrase) ||
        phrase.contracted ||
        !(phrase.has_determiner || (phrase.noun == first && is_capitalised(token_at(run, first)))) ||
        (agreeing_cases(run->doc, &phrase, NULL) & CASE_NOM) == 0 ||
        !is_person(&run->context->lexicon, token_at(run, phrase.noun)))
        return;
    end = stretch_end(run, first);
    verb = behind_all_attributes(run, phrase.noun + 1, end);
    /* "…, die Leiterin der Sternwarte war": a relative clause */
    if (verb + 1 >= end || !is_speaking(run, verb) || is_surely_finite(token_at(run, end - 1)) ||
        !is_plain_stretch(run, verb + 1, end) || !(text_is(run, end, ".") || text_is(run, end, ",")))
        return;
    insert_comma(run, "check/comma-behind-apposition", verb - 1);
}

void check_apposition_commas(const struct check_run *run)
{
    for (size_t i = next_marked(run, MARK_COMMA, 0); i < run->doc->token_count; i = next_marked(run, MARK_COMMA, i + 1))
        check_apposition(run, i);
}
