/* Glossaries: which German terms a customer wants for an English one, and which not.
 *
 * The way of the data: csv.c or tbx.c reads rows of text; glossary.c makes entries of them, whose terms are divided and
 * analysed like any text, once. checks/terminology.c only reads them. */
#ifndef ROTSTIFT_GLOSSARY_GLOSSARY_H
#define ROTSTIFT_GLOSSARY_GLOSSARY_H

#include "checks/checks.h"
#include "glossary/index.h"

/* Terms by index: [first, first + count) of the German ones. */
struct terms {
    uint32_t first, count;
};

/* What the glossary says of one English term. */
struct glossary_entry {
    uint32_t source; /* segment of glossary.english */
    struct terms targets, forbidden;
    bool exact_case; /* capitals count */
    struct slice note;
};

/* Read-only once it is open; threads share it. */
struct glossary {
    struct arena arena;
    struct document *english, *german; /* each term is a segment */
    struct glossary_entry *entries;    /* in order of their English terms */
    size_t count;
    struct term_index sources, targets, forbidden; /* the terms of all entries by their longest words */
    uint32_t longest_target;                       /* in tokens */
};

/* Reads a glossary: TBX where the file begins as XML does, else CSV. context (borrowed only for the call) divides and
 * analyses its terms; it serves checkers of all variants. Returns NULL with *error, which names file and line. */
struct glossary *glossary_open(const char *path, const struct checks_context *context, struct rs_error *error);
void glossary_close(struct glossary *glossary);

/* The glossaries of a run, each file of which is read once. Zero-initialise. Not safe for threads. */
struct glossaries {
    struct opened_glossary *items;
    size_t count, capacity;
    struct arena arena;
};

/* *out receives the glossary, NULL when it can't be read. Returns -1 with *error when that is found out, 0 when the
 * file is asked for again. */
int glossaries_find(struct glossaries *all, const char *path, const struct checks_context *context,
                    const struct glossary **out, struct rs_error *error);
void glossaries_close(struct glossaries *all);

/* The tokens of a term, count of them from *first on; of the document english or german. */
static inline uint32_t term_tokens(const struct document *terms, uint32_t term, uint32_t *first)
{
    *first = terms->segments[term].first_token;
    return terms->segments[term].token_count;
}

#endif
