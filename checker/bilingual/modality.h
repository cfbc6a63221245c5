/* What the files of the check of modality share. The way of the data: modality.c goes through the pairs of sentences
 * and finds hedges that are lost or added; unreal_verbs.c and modal_verbs.c compare the verbs; all ask modal_words.c
 * what a word says, and modal_verbs.c asks modal_turns.c whether a verb is right for another reason. */
#ifndef ROTSTIFT_BILINGUAL_MODALITY_H
#define ROTSTIFT_BILINGUAL_MODALITY_H

#include "bilingual/negation_words.h"

/* From "alleged" to its noun, from "may" to its verb. */
enum { HEDGE_REACH = 5 };

/* Longer sentences are rendered more freely; English tokens. */
enum { SHORT_SENTENCE = 14 };

/* How much a word hedges, the surer the later. */
enum hedge {
    HEDGE_NONE,
    HEDGE_POSSIBLE, /* may answer to a hedge of the other language */
    HEDGE_PRESENT,  /* "could": it hedges unless it tells of the past */
    HEDGE_UNSURE,   /* "might": often paraphrased */
    HEDGE_NOUN,     /* "alleged": hedges the noun behind it */
    HEDGE_CERTAIN,
    HEDGE_REPORTED, /* "allegedly": what others say, and the German states */
};

/* A pair of sentences: tokens, ends exclusive. */
struct modality {
    const struct check_run *run;
    const struct bilingual *bilingual;
    const struct passage *passage;
    const struct list_record *english, *german, *modals; /* hedges of either language, English modal verbs */
    struct negations negations;
    uint32_t english_first, english_end, german_first, german_end;
};

/* ---- modal_words.c: tokens by index in the source and in the document ---- */

/* Marks the span; the message names the English word, unless that is NO_ID. */
struct issue *mark_modality(const struct modality *m, const char *rule, struct span span, uint32_t english);

/* "in May", "with all their might": what looks like a modal verb is a name or a noun. */
bool is_no_verb(const struct modality *m, uint32_t english);

/* How much the word hedges. */
enum hedge english_hedge(const struct modality *m, uint32_t english);
enum hedge german_hedge(const struct modality *m, uint32_t german);

/* The sentence has something that hedges, or asks. In the German that is what can stand for the lost hedge of the word
 * hedged (NO_ID: of none); a noun that renders another English word does not count. */
bool hedges_in_english(const struct modality *m);
bool hedges_in_german(const struct modality *m, uint32_t hedge, uint32_t hedged);

/* A verb in the subjunctive that cannot be the indicative. */
bool is_subjunctive(const struct modality *m, uint32_t german);

/* The German for the next word behind the English one that has any, as far as one phrase reaches; NO_ID: none. */
uint32_t german_behind(const struct modality *m, uint32_t english);

/* The German verb for the first word of sense behind the English one, as it is the modal verb's: "must … apply"; NO_ID:
 * it has none that is sure. */
uint32_t verb_behind(const struct modality *m, uint32_t english);

/* The finite verb of the German word's clause; NO_ID: none. */
uint32_t finite_of(const struct modality *m, uint32_t german);

/* The German word's clause holds a negation. */
bool is_clause_negated(const struct modality *m, uint32_t german);

/* A German modal verb, and the only one of the sentence (NO_ID: none, or several). */
bool is_modal(const struct modality *m, uint32_t german);
uint32_t only_german_modal(const struct modality *m);

/* ---- unreal_verbs.c; check_future and check_would: true when they marked something ---- */

/* Marks "Ohne den Kredit ist die Werft pleitegegangen" for "would have gone bankrupt". */
void check_unreal(const struct modality *m);

/* Marks "wird senken" for "should lower": what is demanded is told as what will be. */
bool check_future(const struct modality *m);

/* Marks "Die Fusion wird machen" for "The merger would make": what might be is told as what will be. */
bool check_would(const struct modality *m);

/* ---- modal_verbs.c; check_clause_modals and check_forbidden: true when they marked something ---- */

/* Compares the modal verb of the clause in which the German verb for what the English one governs stands: "must apply"
 * – "kann … beantragen", whatever other clauses have. */
bool check_clause_modals(const struct modality *m);

/* Marks "müssen nicht" for "must not": what is forbidden is only not needed. */
bool check_forbidden(const struct modality *m);

/* Compares the only modal verbs of two sentences that negate nothing. */
void check_modals(const struct modality *m);

/* ---- modal_turns.c ---- */

/* The German modal verb stands for another English word than the one at hand, the first of so many, or says the same in
 * another way: "können" renders the "can" of another clause (words of modal-renderings.tsv), is restricted ("kann nur
 * durch eine Wahl" for "must be by an election"), or asks ("Wie sollen wir …?" for "How can we …?"). */
bool is_modal_excused(const struct modality *m, uint32_t german, uint32_t english, uint32_t words);

#endif
