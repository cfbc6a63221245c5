/* What should stand where words do not agree, or not with what governs them, or are not German. */
#ifndef ROTSTIFT_CHECKS_CORRECTIONS_H
#define ROTSTIFT_CHECKS_CORRECTIONS_H

#include "checks/checks.h"
#include "checks/clause_phrases.h"
#include "lexicon/noun_phrase.h"

/* Adds to an issue (NULL: nothing is done) the phrase with as few of its words in another form as can be, so that all
 * of them agree in one of the cases (bits of CASE_ANY): "das komplette Truppe" is "die komplette Truppe". What the
 * issue covers before and behind the phrase stays. Cases that the determiner can have as it stands are preferred. Where
 * more than three phrases are as near as each other, or a form is not known, nothing is added. */
void suggest_agreement(const struct check_run *run, struct issue *issue, const struct noun_phrase *phrase,
                       uint32_t cases);

/* The same for a phrase of a clause; nothing for several phrases together. */
void suggest_case(const struct check_run *run, struct issue *issue, const struct clause_phrase *phrase, uint32_t cases);

/* Adds to an issue (NULL: nothing is done) what it covers with the finite verb, a third person, in the other number.
 * Nothing is added where the form is not known. */
void suggest_other_number(const struct check_run *run, struct issue *issue, size_t verb);

/* Adds to an issue (NULL: nothing is done) what it covers with the relative pronoun in the genders and numbers (bits of
 * GENDER_ANY, NUMBER_ANY) of its noun. cases: those that it may stand in; nothing is added where several forms are
 * left. */
void suggest_relative(const struct check_run *run, struct issue *issue, size_t pronoun, uint32_t cases,
                      uint32_t features);

/* Adds to an issue (NULL: nothing is done) German for a token that is an English word: up to three translations in
 * their dictionary forms, those first that Ding uses most. */
void suggest_translations(const struct check_run *run, struct issue *issue, const struct token *english);

/* Marks two tokens side by side for a comma that is missing between them, and suggests it. left: the first of them. */
void insert_comma(const struct check_run *run, const char *rule, size_t left);

#endif
