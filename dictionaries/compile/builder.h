/* Collects forms, readings, lemmas and texts, then writes the compiled data file (checker/lexicon/format.h). */
#ifndef ROTSTIFT_COMPILE_BUILDER_H
#define ROTSTIFT_COMPILE_BUILDER_H

#include "lexicon/lexicon.h"

struct builder;

struct builder *builder_new(void);
void builder_free(struct builder *builder);

/* Adds a text once; equal texts share one place. The slice is copied. */
struct text_ref builder_text(struct builder *builder, struct slice text);
struct slice builder_text_of(const struct builder *builder, struct text_ref ref);

/* The id of a form or lemma, added when new. */
uint32_t builder_form(struct builder *builder, struct slice text);
uint32_t builder_lemma(struct builder *builder, struct slice text);
struct lemma_record *builder_lemma_at(struct builder *builder, uint32_t lemma); /* holds until the next addition */

uint8_t builder_lemma_flags(const struct builder *builder, uint32_t lemma); /* enum lemma_flag */

/* The id, or NO_ID when it was never added. */
uint32_t builder_find_form(const struct builder *builder, struct slice text);
uint32_t builder_find_lemma(const struct builder *builder, struct slice text);

/* Adds a reading to a form (adding form and lemma when new); one that is there already is left out. */
void builder_reading(struct builder *builder, struct slice form, struct slice lemma, uint32_t features);

/* Walks the readings of a form: true and *out while index is within them. */
bool builder_reading_at(const struct builder *builder, uint32_t form, size_t index, struct reading *out);

/* Takes the readings away of which drop says so; form is their text, all are the readings that it has. */
typedef bool drop_reading(const void *context, struct slice form, struct reading reading, const struct reading *all,
                          size_t count);
void builder_drop_readings(struct builder *builder, drop_reading *drop, const void *context);

/* Counts a form as seen in running text (frequency, at most 65535); unknown forms are not added. */
void builder_count(struct builder *builder, struct slice form);
uint32_t builder_frequency(const struct builder *builder, struct slice form); /* 0 when unknown */

/* Renumbers the forms, the most frequent first, and lays their texts out in that order: what a text asks for most
 * stands side by side in the file, in few pages and cache lines. To be called when all forms of the dictionaries are
 * counted and before anything but the builder holds a form's id or a text's place. */
void builder_sort_forms(struct builder *builder);

/* Adds an English word; the text is in lower case, common says that the dictionary has it so. */
void builder_english(struct builder *builder, struct slice word, bool common);
bool builder_knows_english(const struct builder *builder, struct slice word);

/* Adds a stem to an English word; both must have been added before (else nothing is done). */
void builder_english_stem(struct builder *builder, struct slice word, struct slice stem);

/* The number of an English word, or NO_ID; how many there are; and each of them with each word that it can be a form
 * of, itself among them. */
uint32_t builder_find_english(const struct builder *builder, struct slice word);
size_t builder_english_count(const struct builder *builder);
void builder_each_stem(const struct builder *builder, void (*visit)(void *context, uint32_t word, uint32_t stem),
                       void *context);

/* Calls visit for each English word there is now. */
void builder_each_english(struct builder *builder, void (*visit)(void *context, struct slice word), void *context);

/* Sets the bytes of another section (copied). */
void builder_section(struct builder *builder, enum section_id id, const void *bytes, size_t size);

/* A table of dictionaries/bilingual/ or tables/ that has been compiled; without any pairs where there is none. */
struct list_record builder_table(const struct builder *builder, struct slice name);

/* Visits all forms / lemmas, in order of id. */
size_t builder_form_count(const struct builder *builder);
size_t builder_lemma_count(const struct builder *builder);
struct slice builder_form_text(const struct builder *builder, uint32_t form);
struct slice builder_lemma_text(const struct builder *builder, uint32_t lemma);

/* Writes the file, whole or not at all. */
int builder_write(struct builder *builder, const char *path, struct rs_error *error);

#endif
