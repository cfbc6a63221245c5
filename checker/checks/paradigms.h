/* How sure the forms of a noun are: dictionaries lack plurals, give loans a gender that desks do not share, and know
 * but one of two declensions. */
#ifndef ROTSTIFT_CHECKS_PARADIGMS_H
#define ROTSTIFT_CHECKS_PARADIGMS_H

#include "checks/checks.h"
#include "lexicon/noun_phrase.h"

/* "des Euro", "des Stress", "unseres Index", "des Gaming": loans, and nouns on a sibilant, may go without the s. */
bool may_lack_genitive(const struct check_run *run, const struct noun_phrase *phrase);

/* "Pick-off", "Show-Down": an English verb with its particle is no German noun that looks like the particle. */
bool is_particle_noun(const struct check_run *run, const struct token *noun);

/* "Bergs", "Ministers", "Schneefalls": seldom in this form and perhaps an English word, but nothing but the genitive of
 * a noun that the dictionary uses often and gives another plural. "Blocks" and "Tigers" are said all the same. */
bool is_common_genitive(const struct check_run *run, const struct token *noun);

/* English nouns that the Ding dictionary hardly uses have the gender of the desk that writes them. */
bool is_loan(const struct check_run *run, const struct token *noun);

/* "die ersten Vier", "den Tugendhaften", "ins Leere": a numeral or adjective with a capital. An adjective without
 * ending ("recht", "fest") has a noun beside it that Ding uses often. */
bool is_numeral_or_adjective(const struct check_run *run, const struct token *noun);

/* The cases in which determiner and adjectives agree before a noun, whatever it is; 0: "eine neuen", "des milder". */
uint32_t cases_before_noun(const struct check_run *run, const struct noun_phrase *phrase);

/* The cases that the adjective which opens a phrase without determiner has before any noun; CASE_ANY where its endings
 * are not known. */
uint32_t cases_of_strong_adjective(const struct check_run *run, const struct noun_phrase *phrase);

/* The cases of the phrase if its noun, a loan, had any gender. */
uint32_t cases_of_any_gender(const struct check_run *run, const struct noun_phrase *phrase);

/* A compound has the gender of its head, whatever a dictionary says of the whole: "der Coronavirus", as "der Virus".
 * Any word that the dictionary uses often and that stands at the end may be it; "schaft" and the like are none. */
bool head_agrees(const struct check_run *run, const struct noun_phrase *phrase);

/* "die Jets", "den Riffs": a form on -s of a noun whose plural no dictionary gives may be one. */
bool may_be_loan_plural(const struct check_run *run, const struct token *noun);

/* "die Schreiben", "ihre Testgelände", "die Zweiakter": where no dictionary gives a plural, that of infinitives, of
 * nouns between Ge- and -e, and of men's and things' names on -er is the singular again. */
bool may_be_same_plural(const struct check_run *run, const struct noun_phrase *phrase);

/* "das Herunterladen", "das Nutzen von Daten": an infinitive used as a noun, though dictionaries know another noun that
 * looks like it or ends so ("der Laden"). */
bool may_be_infinitive_noun(const struct check_run *run, const struct noun_phrase *phrase);

/* "ein Elektromagnet, einem Elektromagneten": weak and strong forms are both right. */
bool is_weak_or_strong(const struct check_run *run, const struct token *noun);

/* "im Auftrage", "zum Wohle", "dem Staate": the old dative. */
bool is_old_dative(const struct check_run *run, const struct noun_phrase *phrase);

/* A case is only as sure as the forms that are known: a noun without a plural in the dictionaries ("Ellbogen") may be
 * one, and so may an adjective used as a noun ("auf der Zielgeraden"). */
bool has_sure_paradigm(const struct check_run *run, const struct noun_phrase *phrase, uint32_t governed);

/* "Terrorist" is in the dictionary as a weak noun, whatever it ends in ("Rist"). */
bool is_weak(const struct check_run *run, const struct token *noun);

/* "dem Zeuge": the weak noun, and not the old dative of "Zeug" that looks like it. */
bool is_strong_dative(const struct check_run *run, const struct noun_phrase *phrase, uint32_t cases);

/* "Deutsche", "Verletzte": the word is an adjective in lower case, and the dictionary declines it as one. */
bool is_sure_adjectival(const struct check_run *run, const struct token *noun);

/* "Forschenden", "Befragten": a participle used as a noun, with the ending -en. */
bool is_participle_on_n(const struct check_run *run, const struct token *noun);

#endif
