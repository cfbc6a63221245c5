/* The checks that read the English beside the German: each is one file with one function, and one line in the table in
 * checks/checks.c. They run only where doc->bilingual is there. */
#ifndef ROTSTIFT_BILINGUAL_CHECKS_H
#define ROTSTIFT_BILINGUAL_CHECKS_H

#include "bilingual/bilingual.h"
#include "checks/checks.h"

/* How sure a mark is whose evidence is less than the check usually asks for: below what is shown by default. */
#define UNSURE 0.7f
/* Of a mark that is surer than its rule usually is: shown by default. */
#define SHOWN 0.85f

/* Adds an issue of the built-in rule (dictionaries/rules/bilingual.xml), with the English behind it. */
struct issue *report_with_source(const struct check_run *run, const char *rule_id, struct span span,
                                 struct slice source);

/* Adds to its message what the English has there; nothing where there is no issue or no text. */
void quote_english(const struct check_run *run, struct issue *issue, struct slice english);

check_function check_source_language; /* source_language.c */
check_function check_numbers;         /* numbers.c */
check_function check_number_places;   /* number_places.c */
check_function check_number_phrases;  /* number_phrases.c */
check_function check_number_bounds;   /* number_bounds.c */
check_function check_names;           /* names.c */
check_function check_known_names;     /* known_names.c */
check_function check_negation;        /* negation.c */
check_function check_omission;        /* omission.c */
check_function check_copied;          /* copied.c */
check_function check_marks;           /* marks.c */
check_function check_direction;       /* direction.c */
check_function check_gaps;            /* gaps.c */
check_function check_single_words;    /* single_words.c */
check_function check_negative_words;  /* negative_words.c */
check_function check_conditions;      /* conditions.c */
check_function check_lists;           /* lists.c */
check_function check_added_phrases;   /* added_phrases.c */
check_function check_senses;          /* senses.c */
check_function check_sense_fields;    /* sense_fields.c */
check_function check_particle_verbs;  /* particle_verbs.c */
check_function check_source_idioms;   /* idioms.c */
check_function excuse_idioms;
check_function check_name_places; /* name_places.c */
check_function check_modality;    /* modality.c */
check_function check_tense;       /* tense.c */
check_function check_person;      /* person.c */
check_function check_roles;       /* roles.c */
check_function check_role_swaps;  /* role_swaps.c */
check_function check_winners;     /* winners.c */
check_function check_quantifiers; /* quantifiers.c */
check_function check_ranks;       /* ranks.c */
check_function check_amounts;     /* amounts.c */
check_function check_torn;        /* torn.c */
check_function check_terms;       /* terms.c */

#endif
