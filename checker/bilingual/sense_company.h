/* The company that a sense of an English word keeps: what sense-fields.tsv says of the words around it. */
#ifndef ROTSTIFT_BILINGUAL_SENSE_COMPANY_H
#define ROTSTIFT_BILINGUAL_SENSE_COMPANY_H

#include "bilingual/checks.h"

/* An English word of several senses where it stands: its token, the last one of a phrase ("take off"; the particle may
 * stand behind the object), the tokens of its passage. */
struct sense_place {
    const struct bilingual *bilingual;
    const struct passage *passage;
    uint32_t word, last;
    uint32_t english, english_end;
};

/* True where the word stands in the construction: a frame ("~ of 0"), an object (">idea"), a subject ("<river"), a word
 * close by ("&flat"), a form of the word ("^dates"). */
bool construction_holds(const struct sense_place *place, const struct sense_item *item);

/* The token is of the field, a text of the lexicon. */
bool is_of_field(const struct sense_place *place, uint32_t token, struct text_ref field);

/* The token is a form of the companion. */
bool is_companion(const struct sense_place *place, uint32_t token, const struct sense_item *companion);

/* The token is one of the word's, or the same word again. */
bool is_key_word(const struct sense_place *place, uint32_t token);

#endif
