/* The table of checks, and what they share. */
#include "checks/checks.h"
#include "checks/clauses.h"

#include <stdlib.h>

#include "bilingual/checks.h"
#include "checks/choices.h"
#include "checks/habits.h"
#include "checks/marked_text.h"
#include "checks/marks.h"
#include "checks/plain_sentences.h"
#include "checks/scraps.h"
#include "checks/workbench.h"
#include "lexicon/analysis.h"
#include "lexicon/speller.h"
#include "rules/triggers.h"

static check_function *const checks[] = {
    check_rules,                 /* the patterns of dictionaries/rules/ */
    check_spelling,              /* non-words, old spelling */
    check_misspelt_words,        /* common misspellings, old spelling */
    check_repetition,            /* a word that stands twice */
    check_interrupted_agreement, /* around a number, an adverb */
    check_long_agreement,        /* with phrases and commas between its words */
    check_agreement,             /* article, adjective, noun; government */
    check_bare_agreement,        /* adjective and noun without an article */
    check_adjectival_endings,    /* nichts Konkretes, zweier Abgeordneter, gegen Herrn Weidner */
    check_time_cases,            /* vor einem Monat, bis nächsten Freitag */
    check_counted_nouns,         /* behind numbers: singular, dative */
    check_distant_agreement,     /* one of several, attributes with their own phrase, pairs */
    check_parallel_cases,        /* two phrases behind one preposition */
    check_as_phrases,            /* behind als: against what it is said of */
    check_antecedents,           /* deren, dessen, einer der: against the noun they stand for */
    check_relative_pronouns,     /* against the noun right before their comma, and all others */
    check_pronouns,              /* er, sein, ihr: against all that was named before */
    check_pronoun_cases,         /* pronouns behind a preposition */
    check_appositions,           /* behind a name: against the case of its preposition */
    check_lone_genitives,        /* genitives that nothing asks for */
    check_bare_genitives,        /* bare plurals behind the noun they depend on */
    check_predicate_nouns,       /* a man's noun said of a woman */
    check_called_again,          /* a man's by which one is called again */
    check_undeclined,            /* adjectives without an ending before a noun */
    check_joined_subjects,       /* two bare nouns, one of several: against the number of their verb */
    check_subject_rows,          /* rows of subjects, and subjects far from their verb */
    check_name_subjects,         /* names, against the number of their verb */
    check_adjective_cases,       /* what one is aware of */
    check_closing_verbs,         /* the last verb of a clause in a wrong form */
    check_auxiliaries,           /* haben or sein in clauses read as a whole */
    check_unsplit_verbs,         /* separable verbs left whole in a main clause */
    check_prefixless_verbs,      /* separable prefixes that a clause asks for */
    check_objects,               /* objects in a case their verb does not govern */
    check_reflexives,            /* verbs that lack their sich */
    check_valency,               /* cases that no verb has together */
    check_nominative_objects,    /* beside a pronoun that is the subject */
    check_prepositions,          /* phrases in a case their preposition does not have here */
    check_word_government,       /* and that a noun or adjective does not ask for */
    check_wrong_prepositions,    /* those of the English */
    check_participles,           /* used as English uses them */
    check_dangling_participles,  /* said of who is not the subject */
    check_english_clauses,       /* passives, infinitives, subjects as English has them */
    check_lasting_times,         /* für before how long something lasted */
    check_word_order,            /* verbs in the wrong place of subordinate clauses */
    check_second_place,          /* verbs of main clauses */
    check_verb_third,            /* and where more than one part stands before them */
    check_early_verbs,           /* parts of verbs before what belongs before them */
    check_english_order,         /* what stands where English has it */
    check_wrong_voice,           /* passives beside an object */
    check_verb_brackets,         /* verbs that open or close a clause too early */
    check_open_brackets,         /* auxiliaries whose verb is lost */
    check_lost_auxiliaries,      /* and verbs whose auxiliary is */
    check_lost_particles,        /* separable prefixes that an object asks for */
    check_lost_subordinators,    /* clauses that nothing opens */
    check_needless_articles,     /* articles before names */
    check_missing_articles,      /* nouns without their article */
    check_lone_particles,        /* particles that no German verb has */
    check_two_prepositions,      /* side by side */
    check_subject_verb,          /* number of subject and verb */
    check_pronoun_subjects,      /* where the subject is a pronoun */
    check_speakers,              /* and where it is who said something */
    check_copulas,               /* ist and war before several */
    check_verb_frames,           /* phrases that the verb has no place for; behind the checks that see more of them */
    check_commas,                /* commas between clauses */
    check_two_verbs,             /* and where two finite verbs stand between two marks */
    check_apposition_commas,     /* the second one of an apposition */
    check_needless_commas,       /* those that English alone has */
    check_confusions,            /* das and dass, seid and seit */
    check_verb_sounds,           /* words in the place of a finite verb, forms of ihr */
    check_nominalised,           /* adjectives and infinitives that stand as nouns */
    check_capitals,              /* nouns and nationalities */
    check_missing_zu,            /* infinitives that lack their zu */
    check_verb_forms,            /* forms that do not go together */
    check_no_such_forms,         /* forms that no verb has */
    check_compounds,             /* split compounds */
    check_split_adjectives,      /* adjectives split from their first part */
    check_literal_terms,         /* compounds that put an English term into German word by word */
    check_wrong_parts,           /* compounds with a part in the wrong sense */
    check_linking,               /* linking elements of compounds */
    check_odd_compounds,         /* compounds put together as none is */
    check_hyphens,               /* needless hyphens */
    check_missing_hyphens,       /* hyphens that are missing */
    check_typography,            /* spaces, dashes, dots */
    check_quotation_marks,       /* by variant, their pairs */
    check_apostrophes,           /* genitives, plurals */
    check_number_formats,        /* numbers, amounts */
    check_dates,                 /* dates, times, ordinals */
    check_impossible_figures,    /* days, hours, shares that nothing can have */
    check_foreign_units,         /* feet, miles, Fahrenheit */
    check_variants,              /* words and spelling of another variant */
    check_headline,              /* its full stop */
    check_untranslated,
    check_english_names,       /* English left in the German */
    check_english_offices,     /* offices and institutions under English names */
    check_names_in_english,    /* names in the spelling of English */
    check_known_persons,       /* their surnames translated */
    check_eastern_names,       /* given names in place of family names */
    check_translated_towns,    /* towns whose name is a word */
    check_translated_teams,    /* teams beside their place */
    check_translated_surnames, /* those of persons whom no table knows */
    check_translated_names,    /* names that were translated, by their shape */
    check_missing_parts,       /* missing verbs and objects */
    check_verbless_clauses,    /* clauses in which no word can be the verb */
    check_verb_chains,         /* verbs at the end that do not go together */
    check_register,            /* du and Sie */
    check_consistency,         /* one thing in two words or spellings */
    check_person_spellings,    /* a surname that comes back in another spelling */
    check_nominal_style,       /* nominalised infinitives */
    check_heavy_style,         /* long sentences, chains */
    check_page_lines,          /* lines of a web page */
    check_model_talk,          /* what a language model is told and says */
    check_misread,             /* letters that an encoding has broken */
    check_scraps,              /* scraps of markup and of tokenizers */
    check_terminology,         /* what a glossary says */
};

/* What reads clauses as a whole: once more for those that are taken out of longer sentences. */
static check_function *const clause_checks[] = {
    check_subject_verb,    check_pronoun_subjects, check_speakers,       check_valency,
    check_joined_subjects, check_open_brackets,    check_lost_particles, check_verb_frames,
};

/* What only the English source beside the German can show. */
static check_function *const bilingual_checks[] = {
    check_source_language, /* no English at all */
    check_numbers,         /* figures, number words, scales, units, dates */
    check_number_places,   /* numbers in another place */
    check_number_phrases,  /* numbers told by a phrase */
    check_number_bounds,   /* the other side of a number */
    check_winners,         /* the loser as the winner */
    check_names,           /* translated, misspelt, places with a German name */
    check_known_names,     /* names of the rule data */
    check_negation,        /* lost, added */
    check_omission,        /* whole sentences */
    check_copied,          /* left in English */
    check_marks,           /* questions, quotations, placeholders, addresses */
    check_direction,       /* the opposite: rise and fall, north and south */
    check_negative_words,  /* words that deny, negative prefixes */
    check_conditions,      /* unless, only once, until, not only */
    check_senses,          /* senses and false friends */
    check_sense_fields,    /* senses by the company of the English */
    check_particle_verbs,  /* verbs with particles rendered part by part */
    check_source_idioms,   /* idioms rendered word by word */
    check_gaps,            /* parts of sentences left out or added */
    check_lists,           /* items of lists */
    check_added_phrases,   /* phrases that nothing answers to */
    check_single_words,    /* a restricting word left out, an adjective added */
    check_name_places,     /* names in the place of others */
    check_modality,        /* hedges and modal verbs */
    check_tense,           /* past and future */
    check_person,          /* pronouns */
    check_roles,           /* who does something to whom */
    check_role_swaps,      /* two who have changed places */
    check_quantifiers,     /* few, almost all, none of */
    check_ranks,           /* superlatives and numbers that say more */
    check_amounts,         /* changed by and changed to */
    check_torn,            /* a lost word that leaves German torn */
    check_terms,           /* one term in two renderings */
    excuse_idioms,         /* takes back what the words of a right idiom were marked for; the last of all */
};

/* The words of a list, in its order (sorted by bytes); the caller frees *words. */
static int read_list(const struct lexicon *lexicon, const char *name, const struct slice **words, size_t *count,
                     struct rs_error *error)
{
    const struct list_record *list = lexicon_list(lexicon, slice_of(name));

    if (list == NULL)
        return error_set(error, NULL, 0, "the compiled rule data has no word list \"%s\"; run \"make\"", name);
    struct slice *copy = calloc(list->count + 1, sizeof(*copy));

    if (copy == NULL)
        return error_set(error, NULL, 0, "out of memory");
    for (uint32_t i = 0; i < list->count; i++)
        copy[i] = lexicon_text(lexicon, lexicon->list_words[list->first + i]);
    *words = copy;
    *count = list->count;
    return 0;
}

/* items and starters: names of the word lists. */
static int read_abbreviations(const struct lexicon *lexicon, struct abbreviations *out, const char *items,
                              const char *starters, struct rs_error *error)
{
    if (read_list(lexicon, items, &out->items, &out->count, error) != 0)
        return -1;
    return read_list(lexicon, starters, &out->starters, &out->starter_count, error);
}

static void free_abbreviations(struct abbreviations *abbreviations)
{
    free((void *)(uintptr_t)abbreviations->items);
    free((void *)(uintptr_t)abbreviations->starters);
}

/* What rules and checks know of a word type. */
static void describe_word(const struct word_types *types, struct word_type *type)
{
    const struct checks_context *context = types->context;

    type->triggers = find_triggers(&context->rules, types->arena, type);
    find_marks(context, types->arena, type);
}

int checks_open(struct checks_context *context, const char *path, const char *variant, struct rs_error *error)
{
    *context = (struct checks_context){ .variant = slice_of(variant) };
    if (lexicon_open(path, &context->lexicon, error) != 0)
        return -1;
    context->speller = speller_new(variant, &context->missing);
    context->english_abbreviations.no_ordinals = true;
    context->benches = workbenches_new(
        &(struct word_types){ .lexicon = &context->lexicon, .describe = describe_word, .context = context },
        &(struct word_types){ .lexicon = &context->lexicon, .describe = describe_english_word, .english = true });
    if (context->benches == NULL) {
        checks_close(context);
        return error_set(error, NULL, 0, "out of memory");
    }
    if (rules_open(&context->lexicon, &context->rules, error) != 0 ||
        read_abbreviations(&context->lexicon, &context->abbreviations, "abbreviations", "sentence-starters", error) !=
            0 ||
        read_abbreviations(&context->lexicon, &context->english_abbreviations, "english-abbreviations",
                           "english-sentence-starters", error) != 0 ||
        (context->scraps = scraps_open(&context->lexicon, error)) == NULL) {
        checks_close(context);
        return -1;
    }
    return 0;
}

void checks_close(struct checks_context *context)
{
    workbenches_free(context->benches);
    free_abbreviations(&context->abbreviations);
    free_abbreviations(&context->english_abbreviations);
    rules_close(&context->rules);
    scraps_close(context->scraps);
    speller_free(context->speller);
    lexicon_close(&context->lexicon);
    *context = (struct checks_context){ 0 };
}

/* A check that would put the marked text in its own place contradicts itself: a dictionary or a reading is wrong, not
 * the text ("Crème" for "Crème"). A rule may mark a verb whose prefix is too much, and suggest the verb. */
static void drop_idle_corrections(const struct document *doc, struct issues *issues)
{
    size_t kept = 0;

    for (size_t i = 0; i < issues->count; i++) {
        const struct issue *issue = &issues->items[i];
        struct slice marked = { doc->text.at + issue->span.start, issue->span.end - issue->span.start };

        if (issue->suggestion_count == 0 || !slice_starts(issue->rule->id, SLICE("check/")) ||
            !slice_equal(issue->suggestions[0], marked))
            issues->items[kept++] = *issue;
    }
    issues->count = kept;
}

void checks_run(const struct checks_context *context, struct document *doc, struct issues *out)
{
    struct check_run run = { .context = context, .doc = doc, .issues = out }, apart;
    struct workbench *bench = workbench_take(context->benches);

    out->arena = &doc->arena;
    doc->types = bench == NULL ? NULL : &bench->types;
    const struct bilingual_context bilingual = { &context->lexicon, &context->english_abbreviations,
                                                 bench == NULL ? NULL : &bench->english };

    document_divide(doc, &context->abbreviations);
    analyse(&context->lexicon, doc);
    bilingual_read(&bilingual, doc);
    mark_tokens(&run, &doc->analysis);
    run.clauses = read_clauses(&run, &doc->analysis, &run.clause_count);
    bool read_apart = read_plain_sentences(&run, &doc->analysis, &apart);

    for (size_t i = 0; i < sizeof(checks) / sizeof(*checks); i++)
        checks[i](&run);
    for (size_t i = 0; read_apart && i < sizeof(clause_checks) / sizeof(*clause_checks); i++)
        clause_checks[i](&apart);
    for (size_t i = 0; doc->bilingual != NULL && i < sizeof(bilingual_checks) / sizeof(*bilingual_checks); i++)
        bilingual_checks[i](&run);
    choices_settle(out);
    drop_idle_corrections(doc, out);
    fit_marked_text(&run);
    issues_sort(out);
    fold_habits(&run);
    doc->types = NULL;
    workbench_give_back(context->benches, bench);
}

struct issue *report(const struct check_run *run, const char *rule_id, struct span span)
{
    const struct rule_info *rule = rule_named(&run->context->rules, slice_of(rule_id));

    return rule == NULL ? NULL : issues_add(run->issues, rule, span);
}

bool has_markup_issue(const struct check_run *run, struct span span)
{
    for (size_t i = 0; i < run->issues->count; i++) {
        const struct issue *issue = &run->issues->items[i];

        if (issue->span.start < span.end && span.start < issue->span.end &&
            slice_starts(issue->rule->category, SLICE("markup/")))
            return true;
    }
    return false;
}

bool has_issue_at(const struct check_run *run, struct span span)
{
    for (size_t i = 0; i < run->issues->count; i++)
        if (run->issues->items[i].span.start < span.end && span.start < run->issues->items[i].span.end)
            return true;
    return false;
}
