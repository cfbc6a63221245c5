/* The steps of document_divide, in their order. Each takes time in proportion to the length of the text. */
#ifndef ROTSTIFT_TEXT_DIVISION_H
#define ROTSTIFT_TEXT_DIVISION_H

#include "text/abbreviations.h"
#include "text/document.h"

/* Fills doc->tokens with all flags but SENTENCE_START and those of quotations, and the token ranges of segments. */
void find_tokens(struct document *doc, const struct abbreviations *abbreviations);

/* Pairs quotation marks within each segment: flags OPENING, CLOSING and QUOTED. */
void mark_quotations(struct document *doc);

/* Fills doc->sentences and the sentence ranges of segments; flag SENTENCE_START. */
void find_sentences(struct document *doc, const struct abbreviations *abbreviations);

/* Numbers the clauses of all tokens. */
void number_clauses(struct document *doc);

#endif
