/* Checks: each is one file with one function over a document, and one line in the table in checks.c. */
#ifndef ROTSTIFT_CHECKS_CHECKS_H
#define ROTSTIFT_CHECKS_CHECKS_H

#include "error.h"
#include "issues.h"
#include "lexicon/word_types.h"
#include "rules/rules.h"
#include "text/abbreviations.h"

struct speller;     /* lexicon/speller.h */
struct workbenches; /* checks/workbench.h */
struct scraps;      /* checks/scraps.h */

/* What all checks of a run share: opened once, read-only, used by all threads. */
struct checks_context {
    struct lexicon lexicon;
    struct rule_set rules;
    struct abbreviations abbreviations;
    struct abbreviations english_abbreviations;
    struct scraps *scraps;
    struct speller *speller; /* guarded inside: hunspell is not safe for threads; NULL when its dictionary is missing */
    struct rs_error missing; /* what is missing then, and the package to install; message empty when nothing is */
    struct slice variant;    /* "de-DE", "de-AT", "de-CH" */
    struct workbenches *benches; /* guarded inside; a thread's for each document */
};

/* Opens the compiled data at path and prepares the checks. hunspell itself is loaded on first need; without its
 * dictionary the checks that need it are silent, and context->missing says so.
 * Returns -1 with *error (nothing to close then). */
int checks_open(struct checks_context *context, const char *path, const char *variant, struct rs_error *error);
void checks_close(struct checks_context *context);

/* Divides and analyses the document, runs all checks, and leaves the sorted issues in *out (whose arena is the
 * document's; out is zero-initialised by the caller but for that and the confidence asked for). */
void checks_run(const struct checks_context *context, struct document *doc, struct issues *out);

/* A check reads the document and adds issues. It should begin at marked words (checks/marks.h) instead of looking at
 * every token. */
struct check_run {
    const struct checks_context *context;
    const struct document *doc;
    struct issues *issues;
    const struct clause *clauses; /* all that can be read (checks/clauses.h), in the order of the text */
    size_t clause_count;
    const uint64_t *marked; /* where checks begin: a set of tokens for each mark (checks/marks.h) */
    size_t marked_words;    /* of each set */
};
typedef void check_function(const struct check_run *run);

/* Shorthand for checks: adds an issue of the built-in rule with this id (dictionaries/rules/checks.xml). */
struct issue *report(const struct check_run *run, const char *rule_id, struct span span);

/* True when an issue of markup (a residue, a leaked prompt) touches the span already: a rule that knows the phrase says
 * more of it than a check that goes by its shape. */
bool has_markup_issue(const struct check_run *run, struct span span);

/* True when any issue touches the span already: for checks that see less than the one that found it. */
bool has_issue_at(const struct check_run *run, struct span span);

check_function check_rules; /* rules.c: the patterns of dictionaries/rules/ */
check_function check_spelling;
check_function check_misspelt_words;
check_function check_verb_sounds;
check_function check_nominalised;
check_function check_repetition;
check_function check_typography;
check_function check_variants;
check_function check_quotation_marks;
check_function check_apostrophes;
check_function check_number_formats;
check_function check_dates;
check_function check_impossible_figures;
check_function check_foreign_units;
check_function check_missing_parts;
check_function check_untranslated;
check_function check_english_names;
check_function check_names_in_english;
check_function check_known_persons;
check_function check_eastern_names;
check_function check_translated_towns;
check_function check_translated_teams;
check_function check_translated_surnames;
check_function check_literal_terms;
check_function check_wrong_parts;
check_function check_english_offices;
check_function check_translated_names;
check_function check_agreement;
check_function check_bare_agreement;
check_function check_interrupted_agreement;
check_function check_long_agreement;
check_function check_adjectival_endings;
check_function check_time_cases;
check_function check_counted_nouns;
check_function check_distant_agreement;
check_function check_parallel_cases;
check_function check_as_phrases;
check_function check_antecedents;
check_function check_relative_pronouns;
check_function check_lone_particles;
check_function check_two_prepositions;
check_function check_pronouns;
check_function check_pronoun_cases;
check_function check_auxiliaries;
check_function check_closing_verbs;
check_function check_appositions;
check_function check_adjective_cases;
check_function check_lone_genitives;
check_function check_bare_genitives;
check_function check_predicate_nouns;
check_function check_called_again;
check_function check_joined_subjects;
check_function check_subject_rows;
check_function check_name_subjects;
check_function check_undeclined;
check_function check_unsplit_verbs;
check_function check_prefixless_verbs;
check_function check_objects;
check_function check_valency;
check_function check_verb_frames;
check_function check_nominative_objects;
check_function check_reflexives;
check_function check_participles;
check_function check_dangling_participles;
check_function check_english_clauses;
check_function check_lasting_times;
check_function check_prepositions;
check_function check_word_government;
check_function check_wrong_prepositions;
check_function check_word_order;
check_function check_second_place;
check_function check_verb_third;
check_function check_early_verbs;
check_function check_english_order;
check_function check_wrong_voice;
check_function check_verb_brackets;
check_function check_subject_verb;
check_function check_pronoun_subjects;
check_function check_speakers;
check_function check_copulas;
check_function check_commas;
check_function check_two_verbs;
check_function check_apposition_commas;
check_function check_open_brackets;
check_function check_verbless_clauses;
check_function check_verb_chains;
check_function check_lost_auxiliaries;
check_function check_lost_particles;
check_function check_lost_subordinators;
check_function check_missing_articles;
check_function check_needless_articles;
check_function check_needless_commas;
check_function check_confusions;
check_function check_capitals;
check_function check_verb_forms;
check_function check_missing_zu;
check_function check_no_such_forms;
check_function check_compounds;
check_function check_split_adjectives;
check_function check_linking;
check_function check_odd_compounds;
check_function check_hyphens;
check_function check_missing_hyphens;
check_function check_headline;
check_function check_register;
check_function check_consistency;
check_function check_person_spellings;
check_function check_nominal_style;
check_function check_heavy_style;
check_function check_page_lines;
check_function check_model_talk;
check_function check_misread;
check_function check_scraps;
check_function check_terminology;

#endif
