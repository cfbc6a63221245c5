/* See subjects.h. */
#include "checks/subjects.h"

#include "checks/places.h"
#include "checks/stretches.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

bool is_measure(const struct check_run *run, size_t index)
{
    return in_list(run, LIST_MEASURES, index) || in_list(run, LIST_SCALES, index) ||
           in_list(run, LIST_SPANS_OF_TIME, index);
}

/* "eine Reihe von Tests", "die Hälfte der Gäste": the verb may follow what is counted; behind "der", "die", "das" only
 * where the noun says a share of it ("Der Anteil der Frauen steigt"). */
bool is_quantity(const struct check_run *run, size_t first, size_t head)
{
    const struct lexicon *lexicon = &run->context->lexicon;

    return has_lemma_of(lexicon, token_at(run, head), LIST_QUANTITIES) &&
           (!in_list_lower(run, LIST_DEFINITE_DETERMINERS, first) ||
            has_lemma_of(lexicon, token_at(run, head), LIST_SHARES));
}

/* "Der Mann sind … verhaftet worden", "Der Bau werden … beginnen": no copula, but an auxiliary with its verb at the
 * end. */
bool is_auxiliary_of_verb(const struct check_run *run, size_t finite)
{
    size_t end = stretch_end(run, finite), last = end - 1;
    const struct token *token = token_at(run, last);

    return last > finite + 1 && token_is(token_at(run, finite), POS_AUXILIARY) && (token->flags & TOKEN_CAPITAL) == 0 &&
           !text_is(run, last, "gewesen") && !text_is(run, last, "sein") && !text_is(run, last, "bleiben") &&
           !text_is(run, last, "geblieben") && !is_zu_infinitive(run->doc, last) &&
           (token_is_verb_form(token, VERB_PARTICIPLE2) || token_is_verb_form(token, VERB_INFINITIVE)) &&
           !has_sure_finite(run, finite + 1, end);
}

/* "er", "man": singular for sure, as "sie" and "es" are not. "wir" is the plural. */
uint32_t number_of_pronoun(const struct check_run *run, size_t index)
{
    if (text_is(run, index, "er") || text_is(run, index, "man"))
        return NUMBER_SG;
    return text_is(run, index, "wir") ? NUMBER_PL : 0;
}

size_t behind_subject(const struct check_run *run, size_t index, bool attribute)
{
    struct noun_phrase phrase;

    if (in_list(run, LIST_NOMINATIVE_PRONOUNS, index))
        return index + 1;
    if (!noun_phrase_at(run->doc, index, &phrase) || !phrase.has_determiner || phrase.contracted)
        return index;
    uint32_t cases = agreeing_cases(run->doc, &phrase, NULL);

    return (cases & CASE_NOM) != 0 && !(attribute && (cases & CASE_GEN) != 0) ? phrase.noun + 1 : index;
}

size_t behind_all_attributes(const struct check_run *run, size_t index, size_t end)
{
    struct noun_phrase phrase;

    while (index + 2 < end) {
        bool preposition = token_is(token_at(run, index), POS_PREPOSITION) && !may_be_finite(token_at(run, index));
        size_t at = index + preposition;
        bool found = noun_phrase_at(run->doc, index, &phrase) && phrase.contracted;

        found = found || (preposition && noun_at(run->doc, at, &phrase));
        if (!found && !preposition)
            found = noun_phrase_at(run->doc, at, &phrase) && phrase.has_determiner &&
                    (agreeing_cases(run->doc, &phrase, NULL) & (CASE_GEN | CASE_NOM)) == CASE_GEN;
        if (!found)
            return index;
        index = phrase.noun + 1;
        while (index < end && token_is(token_at(run, index - 1), POS_NOUN) &&
               ((token_at(run, index)->flags & TOKEN_CAPITAL) != 0 || /* "der Linie | 3" */
                token_at(run, index)->kind == TOKEN_NUMBER))
            index++;
    }
    return index;
}
