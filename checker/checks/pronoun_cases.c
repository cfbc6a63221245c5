/* Marks pronouns in a case that the preposition before them does not govern: "ohne er", "mit sie", "von wen"; "mit den
 * niemand rechnete" for denen; and "wen" and "wer" where a verb at the end of their clause governs the dative alone. */
#include "checks/checks.h"
#include "checks/government.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* The cases of a personal or interrogative pronoun; 0 for a word that may be anything else. */
static uint32_t pronoun_cases(const struct check_run *run, size_t index)
{
    const struct token *token = token_at(run, index);
    uint32_t cases = 0;

    if (!in_list(run, LIST_CASE_PRONOUNS, index))
        return 0;
    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;

        if (pos_of(features) == POS_PRONOUN || pos_of(features) == POS_RELATIVE)
            cases |= features & CASE_ANY;
    }
    return cases;
}

/* The cases that a preposition governs here; 0 where the word may be a prefix or open a clause. */
static uint32_t governed_here(const struct check_run *run, size_t index)
{
    if (!in_list_lower(run, LIST_PRONOUN_PREPOSITIONS, index) || token_at(run, index)->analysis.particle != NO_ID ||
        (token_at(run, index)->flags & TOKEN_QUOTED) != 0)
        return 0;
    struct slice word = lower_at(run, index);

    if (slice_equal(word, SLICE("um")) || slice_equal(word, SLICE("ohne")))
        return zu_infinitive_follows(run->doc, index) ? 0 : CASE_ACC; /* "ohne ihm zu helfen" */
    if (slice_equal(word, SLICE("nach")) || slice_equal(word, SLICE("aus")))
        return is_preposition_here(run, index) ? CASE_DAT : 0;
    return cases_of_preposition(token_at(run, index));
}

/* A form of the pronoun in one of the cases. */
static struct slice in_case(const struct check_run *run, size_t index, uint32_t cases)
{
    static const struct {
        const char *word, *accusative, *dative;
    } forms[] = { { "er", "ihn", "ihm" },   { "ihn", "ihn", "ihm" },    { "ihm", "ihn", "ihm" },
                  { "wer", "wen", "wem" },  { "wen", "wen", "wem" },    { "wem", "wen", "wem" },
                  { "ich", "mich", "mir" }, { "mich", "mich", "mir" },  { "mir", "mich", "mir" },
                  { "du", "dich", "dir" },  { "dich", "dich", "dir" },  { "dir", "dich", "dir" },
                  { "wir", "uns", "uns" },  { "ihnen", "sie", "ihnen" } };

    for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++)
        if (text_is(run, index, forms[i].word) && (cases == CASE_ACC || cases == CASE_DAT))
            return slice_of(cases == CASE_ACC ? forms[i].accusative : forms[i].dative);
    return (struct slice){ 0 };
}

static void check_governed(const struct check_run *run, size_t index)
{
    uint32_t cases = index == 0 || !same_clause(run->doc, index - 1, index) ? 0 : pronoun_cases(run, index), governed;

    if (cases == 0 || (token_at(run, index)->flags & TOKEN_QUOTED) != 0 ||
        (governed = governed_here(run, index - 1)) == 0 || (governed & cases) != 0)
        return;
    struct issue *issue = report(run, "check/government", tokens_span(run, index - 1, index));
    struct slice form = in_case(run, index, governed);

    if (form.len > 0)
        suggest(run, issue,
                arena_print(run->issues->arena, "%.*s %.*s", (int)text_at(run, index - 1).len,
                            text_at(run, index - 1).at, (int)form.len, form.at));
}

/* ---- "mit den niemand rechnete" ---- */

/* No noun of its own stands behind the article: no capital, number or adjective before the next verb or pronoun. */
static bool stands_alone(const struct check_run *run, size_t article)
{
    const struct token *next = token_at(run, article + 1);
    size_t end = stretch_end(run, article);

    if (next->kind != TOKEN_WORD || is_capitalised(next) || is_inflected_adjective(next) ||
        token_is(next, POS_NUMERAL) || next->analysis.reading_count == 0)
        return false;
    if (token_is(next, POS_DETERMINER) || token_is(next, POS_PRONOUN))
        return !text_is(run, article + 1, "beiden") && !slice_starts(text_at(run, article + 1), SLICE("viel")) &&
               !slice_starts(text_at(run, article + 1), SLICE("wenig")) &&
               !slice_starts(text_at(run, article + 1), SLICE("ander")) &&
               !slice_starts(text_at(run, article + 1), SLICE("meist"));
    for (size_t i = article + 1; i + 1 < end; i++) /* "den vor Jahren verlassenen Ort" */
        if (is_inflected_adjective(token_at(run, i)) && is_capitalised(token_at(run, i + 1)))
            return false;
    return true;
}

/* Behind a comma and a preposition with the dative, and with a verb at the end of its clause, "den" is a relative
 * pronoun in the wrong case. */
static void check_relative_den(const struct check_run *run, size_t comma)
{
    size_t article = comma + 2, end;

    if (comma == 0 || !text_is(run, article, "den") || !same_sentence(run, comma - 1, article + 2) ||
        !in_list(run, LIST_PRONOUN_PREPOSITIONS, comma + 1) ||
        cases_of_preposition(token_at(run, comma + 1)) != CASE_DAT || !stands_alone(run, article))
        return;
    end = stretch_end(run, article);
    if (end < article + 3 || !may_be_finite(token_at(run, end - 1)) || is_capitalised(token_at(run, end - 1)) ||
        is_zu_infinitive(run->doc, end - 1) || has_issue_at(run, tokens_span(run, comma + 1, article)))
        return;
    suggest(
        run, report(run, "check/government", tokens_span(run, comma + 1, article)),
        arena_print(run->issues->arena, "%.*s denen", (int)text_at(run, comma + 1).len, text_at(run, comma + 1).at));
}

/* ---- ", wen das Auto gehört" ---- */

/* A question whose verb, at its end, has but a dative. */
static void check_question(const struct check_run *run, size_t pronoun)
{
    size_t end;

    if (!same_sentence(run, pronoun, pronoun + 2) || (!text_is(run, pronoun, "wen") && !text_is(run, pronoun, "wer") &&
                                                      !text_is(run, pronoun, "Wen"))) /* "Wer hilft, …" */
        return;
    end = stretch_end(run, pronoun);
    const struct token *verb = token_at(run, end - 1);

    if (end < pronoun + 3 || !may_be_finite(verb) || is_capitalised(verb) || verb->analysis.particle != NO_ID ||
        !lemma_in(run, end - 1, LIST_DATIVE_ONLY_VERBS))
        return;
    for (size_t i = pronoun + 1; i < end; i++) { /* "wer zu wem gehört", "wer den Opfern hilft" */
        struct noun_phrase phrase;

        if (token_is(token_at(run, i), POS_PREPOSITION) || pronoun_cases(run, i) == CASE_DAT ||
            in_list(run, LIST_REFLEXIVE_PRONOUNS, i) || (i + 1 < end && is_surely_finite(token_at(run, i))))
            return;
        if (!noun_at(run->doc, i, &phrase))
            continue;
        if ((agreeing_cases(run->doc, &phrase, NULL) & (phrase.has_determiner ? CASE_DAT : CASE_ANY)) != 0)
            return;
        i = phrase.noun;
    }
    if (!text_is(run, pronoun, "wer") || token_is(token_at(run, pronoun + 1), POS_DETERMINER))
        suggest(run, report(run, "check/government", token_at(run, pronoun)->span),
                text_is(run, pronoun, "Wen") ? SLICE("Wem") : SLICE("wem"));
}

bool is_case_pronoun(const struct check_run *run, size_t i)
{
    return in_list(run, LIST_CASE_PRONOUNS, i);
}

void check_pronoun_cases(const struct check_run *run)
{
    for (size_t i = next_marked(run, MARK_CASE_PRONOUN, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_CASE_PRONOUN, i + 1))
        check_governed(run, i);
    for (size_t i = next_marked(run, MARK_COMMA, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_COMMA, i + 1)) {
        check_relative_den(run, i);
        check_question(run, i + 1);
    }
    for (size_t i = 0; i < run->doc->sentence_count; i++)
        if (run->doc->sentences[i].token_count > 4)
            check_question(run, run->doc->sentences[i].first_token);
}
