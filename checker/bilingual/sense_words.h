/* The German words of the senses of an English one, and which tokens of the passage at hand are such: what a row of
 * sense-fields.tsv names, compounds of it, and synonyms. */
#ifndef ROTSTIFT_BILINGUAL_SENSE_WORDS_H
#define ROTSTIFT_BILINGUAL_SENSE_WORDS_H

#include "bilingual/sense_company.h"

enum { MOST_SAFE = 8 };

/* A sense of the row at hand, and how much of its company there is. */
struct field_sense {
    const struct sense_record *record;
    unsigned certain; /* how sure a construction that it stands in shows it; 0: in none */
    bool named;       /* a word that the row names for it is there */
    unsigned here, near;
};

/* The German tokens of the passage at hand, which each row of each of its English words is compared with: what they may
 * be by, and whether they may be a word of a row without that, as a synonym or by a part. */
struct passage_keys {
    const struct passage *passage;
    uint64_t keys[LONGEST_PASSAGE]; /* 0: no word */
    bool linked[LONGEST_PASSAGE];   /* to the English word at hand, or by a part to one beside it */
};

struct row_at_hand {
    const struct check_run *run;
    const struct bilingual *bilingual;
    struct sense_place place;
    uint32_t german, german_end;
    struct passage_keys *passage;
    const struct sense_row *record;
    const struct sense_word *words; /* of all its senses */
    struct field_sense senses[MOST_ROW_SENSES];
    size_t count;
    bool verb_form;           /* the English is "-ed" or "-ing" of the row's word, which no noun is */
    uint32_t safe[MOST_SAFE]; /* German tokens of a sense that a construction shows, by whichever of the word's rows */
    size_t safe_count;
};

/* Sets the row at hand; nothing is known yet of the company of its senses. */
void read_row(struct row_at_hand *row, const struct sense_row *record);

/* The German words and the company of a sense, as many as its record says; the text of a word. */
static inline const struct sense_item *items_of(const struct row_at_hand *row, const struct field_sense *sense)
{
    return row->bilingual->lexicon->sense_items + sense->record->first_item;
}

static inline const struct sense_word *words_of(const struct row_at_hand *row, const struct field_sense *sense)
{
    return row->bilingual->lexicon->sense_words + sense->record->first_word;
}

static inline struct slice word_text(const struct row_at_hand *row, const struct sense_word *word)
{
    return lexicon_text(row->bilingual->lexicon, word->text);
}

/* Reads what the rows are compared with: of the passage, where it is another one than before; of the word at hand. */
void read_passage_keys(struct row_at_hand *row, const struct passage *passage);
void read_linked_tokens(struct row_at_hand *row);

/* The senses, as bits, that the German token is a word of; parts: also as part of a compound. */
unsigned senses_of(const struct row_at_hand *row, uint32_t german, bool parts);

/* The sense that the German word is of, in whole or as part of a compound made of the English words, or as a synonym;
 * NULL: none, or it can be of two. */
struct field_sense *sense_of(struct row_at_hand *row, uint32_t german);

/* The sense has nouns only, apart from what is merely good there. */
bool is_noun_sense(const struct row_at_hand *row, const struct field_sense *sense);

/* Another German word of the passage renders the English one at hand, as Ding has it. */
bool is_rendered_by_other(const struct row_at_hand *row, uint32_t german);

/* Another English word stands for the German one, alone or together with the word at hand ("spring water"). */
bool is_accounted_for(const struct row_at_hand *row, uint32_t german, const struct field_sense *sense);

#endif
