/* The company that a sense of an English word keeps: what sense-fields.tsv says of the words around it. */
#ifndef ROTSTIFT_BILINGUAL_SENSE_COMPANY_H
#define ROTSTIFT_BILINGUAL_SENSE_COMPANY_H

#include "bilingual/checks.h"

/* An English word of several senses where it stands: its token, the last one of a phrase ("take off"; the particle may
 * stand behind the object), the tokens of its passage. */
struct sense_place {
    const struct bilingual *bilingual;
    const struct list_record *fields; /* english-fields.tsv */
    uint32_t word, last;
    uint32_t english, english_end;
};

/* True for an item that asks for a construction: a frame ("~ of 0"), an object (">idea"), a subject ("<river"), a word
 * close by ("&flat"), a form of the word ("^dates"). */
bool is_construction(struct slice item);

/* How sure a construction shows the sense: a form, or a frame of words without sense, can only speak for the German
 * that stands there; words side by side are surer than one that is close by. */
enum { BARE_WEIGHT = 1, OBJECT_WEIGHT, FRAME_WEIGHT };
unsigned construction_weight(const struct sense_place *place, struct slice item);

/* True where the word stands in the construction. */
bool construction_holds(const struct sense_place *place, struct slice item);

/* The token is of the field. */
bool is_of_field(const struct sense_place *place, uint32_t token, struct slice field);

/* The token is one of the word's, or the same word again. */
bool is_key_word(const struct sense_place *place, uint32_t token);

#endif
