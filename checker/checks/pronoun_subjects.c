/* Marks a pronoun that can only be the subject beside a verb in another number: "Er haben", "Hier sieht wir", "dass wir
 * das Haus verkaufen kann"; and "es geben", whose subject is always the one "es". */
#include "checks/corrections.h"
#include "checks/subjects.h"

#include "checks/marks.h"
#include "checks/places.h"
#include "checks/stretches.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* "Er haben", "Wir hat": a pronoun that can only be the subject, and its verb. */
static void check_pronoun(const struct check_run *run, size_t first)
{
    const struct document *doc = run->doc;
    uint32_t persons = 0, numbers = 0;

    if (!same_clause(doc, first, first + 1) || (doc->tokens[first].flags & TOKEN_SENTENCE_START) == 0 ||
        !lower_in_list(&run->context->lexicon, LIST_SUBJECT_PRONOUNS, &doc->tokens[first]))
        return;
    const struct token *pronoun = &doc->tokens[first], *verb = &doc->tokens[first + 1];

    if (third_person_numbers(verb) == 0)
        return;
    for (uint16_t i = 0; i < pronoun->analysis.reading_count; i++)
        if (pos_of(pronoun->analysis.readings[i].features) == POS_PRONOUN) {
            numbers |= pronoun->analysis.readings[i].features & NUMBER_ANY;
            persons |= pronoun->analysis.readings[i].features & (PERSON_1 | PERSON_2 | PERSON_3);
        }
    for (uint16_t i = 0; i < verb->analysis.reading_count; i++) {
        uint32_t features = verb->analysis.readings[i].features;

        if ((features & persons) != 0 && (features & numbers) != 0 && verb_form_of(features) != VERB_IMPERATIVE)
            return;
    }
    report(run, "check/subject-verb", (struct span){ pronoun->span.start, verb->span.end });
}

/* "Es geben zwei Wege": what there is stands in the accusative, and its verb is a singular. "Es geben sich die Ehre" */
static void check_there_are(const struct check_run *run, size_t verb)
{
    if (verb == 0 || (!text_is(run, verb, "geben") && !text_is(run, verb, "gaben") && !text_is(run, verb, "gäben")) ||
        !same_clause(run->doc, verb - 1, verb + 1) || token_at(run, verb)->analysis.particle != NO_ID)
        return;
    bool before = text_is(run, verb - 1, "Es") ||
                  (text_is(run, verb - 1, "es") && verb > 1 && token_at(run, verb - 2)->kind != TOKEN_WORD);
    size_t first = stretch_first(run, verb);
    bool behind = text_is(run, verb + 1, "es") && !has_sure_finite(run, first, verb);

    for (size_t i = first; i < verb && behind; i++) /* "Sie geben es mir" */
        behind =
            !is_nominative_pronoun(run, i) && (!is_capitalised(token_at(run, i)) || i == first || is_governed(run, i));

    if ((before && !text_is(run, verb + 1, "sich")) || (behind && !text_is(run, verb + 2, "sich")))
        suggest_other_number(
            run,
            report(run, "check/subject-verb", tokens_span(run, before ? verb - 1 : verb, before ? verb : verb + 1)),
            verb);
}

/* "als er sind nur wenige", "sie und er sind": the pronoun is not the subject, or not all of it. */
static bool may_be_part(const struct check_run *run, size_t pronoun)
{
    const struct token *before = token_at(run, pronoun - 1);

    return before->kind == TOKEN_WORD && !text_is(run, pronoun - 1, "dass") && !text_is(run, pronoun - 1, "weil") &&
           !text_is(run, pronoun - 1, "aber") && !text_is(run, pronoun - 1, "wenn") &&
           !text_is(run, pronoun - 1, "denn") && !text_is(run, pronoun - 1, "ob");
}

/* "Hier sieht wir", "„…“, sagten er": a verb that can be nothing else, and its subject right behind. */
static void check_pronoun_behind(const struct check_run *run, size_t verb)
{
    uint32_t wanted = third_person_numbers(token_at(run, verb)), numbers;

    if (wanted == 0 || wanted == NUMBER_ANY || !is_surely_finite(token_at(run, verb)) ||
        is_capitalised(token_at(run, verb)) || !same_clause(run->doc, verb, verb + 1) ||
        (numbers = number_of_pronoun(run, verb + 1)) == 0 || (numbers & wanted) != 0 ||
        (same_clause(run->doc, verb, verb + 2) && token_is(token_at(run, verb + 2), POS_CONJUNCTION)))
        return;
    suggest_other_number(run, report(run, "check/subject-verb", tokens_span(run, verb, verb + 1)), verb);
}

/* "Zuvor waren er", ", aber wir wird": an auxiliary and a pronoun side by side, within the sentence. */
static void check_pronoun_beside(const struct check_run *run, size_t verb)
{
    if (!token_is(token_at(run, verb), POS_AUXILIARY)) {
        check_pronoun_behind(run, verb);
        return;
    }
    uint32_t wanted = third_person_numbers(token_at(run, verb)), numbers;
    bool sure = is_surely_finite(token_at(run, verb));

    if (wanted == 0 || wanted == NUMBER_ANY)
        return;
    if (same_clause(run->doc, verb, verb + 1) && (numbers = number_of_pronoun(run, verb + 1)) != 0) {
        const struct token *next = verb + 2 < run->doc->token_count ? token_at(run, verb + 2) : NULL;
        bool part = next != NULL && (token_is(next, POS_CONJUNCTION) || next->kind != TOKEN_WORD);

        if ((numbers & wanted) == 0 && !part && (sure || !has_sure_finite(run, stretch_first(run, verb), verb)))
            suggest_other_number(run, report(run, "check/subject-verb", tokens_span(run, verb, verb + 1)), verb);
        return;
    }
    if (verb < 2 || verb - 1 == sentence_first(run, verb) || !same_clause(run->doc, verb - 1, verb) ||
        (numbers = number_of_pronoun(run, verb - 1)) == 0 || (numbers & wanted) != 0 || may_be_part(run, verb - 1))
        return;
    bool last = verb + 1 == stretch_end(run, verb);
    bool opens = token_at(run, verb - 2)->kind != TOKEN_WORD || text_is(run, verb - 2, "aber");

    if (sure || (opens && !last && !has_sure_finite(run, verb + 1, stretch_end(run, verb))))
        suggest_other_number(run, report(run, "check/subject-verb", tokens_span(run, verb - 1, verb)), verb);
}

/* "dass wir das Haus verkaufen kann", "bevor er gewarnt wurden": behind a subordinator and its pronoun an auxiliary
 * closes the clause, and is the only finite verb in it. */
static void check_pronoun_before_end(const struct check_run *run, size_t pronoun)
{
    size_t end = stretch_end(run, pronoun), verb = end - 1;
    uint32_t numbers = number_of_pronoun(run, pronoun);

    if (numbers == 0 || pronoun == 0 || verb < pronoun + 2 || !same_clause(run->doc, pronoun - 1, verb) ||
        !token_is(token_at(run, pronoun - 1), POS_SUBORDINATOR) || !token_is(token_at(run, verb), POS_AUXILIARY) ||
        (numbers == NUMBER_SG && token_is_verb_form(token_at(run, verb), VERB_INFINITIVE)))
        return;
    for (size_t i = pronoun + 1; i < verb; i++)
        if (is_surely_finite(token_at(run, i)) || token_is(token_at(run, i), POS_CONJUNCTION) ||
            (token_is(token_at(run, i), POS_AUXILIARY) && i + 1 < verb && /* "gewählt worden sein soll" */
             !(i + 2 == verb && token_is(token_at(run, i + 1), POS_AUXILIARY))))
            return;
    uint32_t wanted = finite_numbers(token_at(run, verb));

    if (wanted != 0 && (wanted & numbers) == 0)
        suggest_other_number(run, report(run, "check/subject-verb", token_at(run, verb)->span), verb);
}

void check_pronoun_subjects(const struct check_run *run)
{
    for (size_t i = 0; i < run->doc->sentence_count; i++)
        check_pronoun(run, run->doc->sentences[i].first_token);
    for (size_t i = 0; i < run->doc->token_count; i++)
        check_pronoun_beside(run, i);
    for (size_t i = next_marked(run, MARK_ALWAYS_SUBJECT, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_ALWAYS_SUBJECT, i + 1))
        check_pronoun_before_end(run, i);
    for (size_t i = 0; i < run->doc->token_count; i++)
        check_there_are(run, i);
}
