/* Finds the terms of a glossary by their longest words, so that a glossary of 50,000 terms costs an article little more
 * than one of fifty: the first words of terms are often those that texts are full of.
 *
 * What is found are candidates: each term that can stand at a place is among them, and who asks looks closer. */
#ifndef ROTSTIFT_GLOSSARY_INDEX_H
#define ROTSTIFT_GLOSSARY_INDEX_H

#include "text/arena.h"

struct document;
struct token;
struct english_record;
struct lexicon;

/* A term under one of the keys of its longest word. */
struct posting {
    uint64_t key;
    uint32_t entry, term; /* indices in the glossary; term: a segment of the document that holds it */
    uint32_t offset;      /* how many tokens of the term stand before the word */
};

struct term_index {
    struct posting *items; /* in order of key, entry, term */
    size_t count, capacity;
};

/* A term that may begin at a token of the text. */
struct candidate {
    uint32_t entry, term, token;
};

struct candidates {
    struct candidate *items; /* in the arena */
    size_t count, capacity;
    struct arena *arena;
};

/* Keys of a word: of what it is written as, and of the lemmas that it can be read as. */
struct word_keys {
    uint64_t *items;
    size_t count, capacity;
    struct arena *arena;
};

/* The keys under which a term with this word is filed. */
void keys_of_term(struct word_keys *keys, const struct document *terms, const struct token *word);

/* The keys under which terms are looked for at a token of a German or an English text; record may be NULL. */
void keys_of_german(struct word_keys *keys, const struct document *doc, const struct token *token);
void keys_of_english(struct word_keys *keys, const struct lexicon *lexicon, const struct english_record *record,
                     struct slice text);

void index_add(struct arena *arena, struct term_index *index, const struct word_keys *keys, uint32_t entry,
               uint32_t term, uint32_t offset);
void index_finish(struct term_index *index); /* to be called once, when all is added */

/* Adds the terms that are filed under one of the keys of the token. One may be added twice. */
void index_find(const struct term_index *index, const struct word_keys *keys, uint32_t token, struct candidates *out);

/* Orders by entry, term and token, and drops what is there twice. */
void candidates_settle(struct candidates *candidates);

/* A copy in order of the tokens. */
struct candidates candidates_by_token(const struct candidates *candidates);

/* An unknown word takes the endings that unknown nouns take: true when the text is the word with one of them. */
bool has_noun_ending(struct slice text, struct slice word);

#endif
