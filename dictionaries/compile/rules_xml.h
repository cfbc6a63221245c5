/* Reading rule files: what the elements share (rules_xml.c), the short forms (short_forms.c) and homonyms (homonyms.c).
 */
#ifndef ROTSTIFT_COMPILE_RULES_XML_H
#define ROTSTIFT_COMPILE_RULES_XML_H

#include <libxml/tree.h>

#include "rules.h"
#include "word_file.h"

struct reader {
    struct rule_sources *out;
    struct arena *arena;
    struct slice file, family;
    double confidence;
    struct rs_error *error;
};

bool is_element(const xmlNode *node, const char *name);
size_t line_of(const xmlNode *node);

/* The text of an element or attribute in the reader's arena, white space tidied; a missing attribute is empty. */
struct slice content(struct reader *reader, const xmlNode *node);
struct slice attribute(struct reader *reader, const xmlNode *node, const char *name);
bool attribute_is(const xmlNode *node, const char *name, const char *wanted);
enum rule_order order_of(const xmlNode *node, enum rule_order otherwise);
enum condition_scope scope_of(const xmlNode *node); /* without the attribute the sentence */

/* "family/" and the English in lower case with a hyphen for each run of anything but letters and digits. */
struct slice id_from_english(struct reader *reader, struct slice english);

void add_pattern(struct reader *reader, struct rule_source *rule, const xmlNode *node, enum rule_order order);

/* Parts that all kinds of rules share (conditions, suggestions, reasons, sentences); false for any other element. */
bool read_common(struct reader *reader, struct rule_source *rule, const xmlNode *node);

/* Reads <sense>, <false-friend>, <calque>, <collocation> and <government>; false for any other element. */
bool read_short_form(struct reader *reader, struct rule_source *rule, const xmlNode *node);

/* The company of a name: what the file itself has as near and the words of its kind are alternatives. */
void add_name_company(struct arena *arena, struct rule_source *rule, struct slice kind, size_t line);
void explain_name(struct reader *reader, struct rule_source *rule);

/* Splits the patterns of an adjective and a noun that need no company: at the start of a sentence, where any adjective
 * has a capital, they count with company or where only names stand (name_starts.c). */
void spare_sentence_starts(struct arena *arena, struct rule_source *rule);

/* A folder of tables whose rows are rules (rule_tables.c). */
struct table_reader {
    struct reader reader;
    struct slice name;     /* of the table being read, without its ending */
    size_t least, most;    /* columns of a row */
    visit_word_row *visit; /* gets the table_reader */
};

/* Reads each NAME.tsv of the folder. Returns -1 with *error. */
int read_rule_tables(const char *folder, struct table_reader *table, struct rs_error *error);

/* A column of a row in the reader's arena; empty where it has a hyphen. */
struct slice column_of(const struct table_reader *table, const struct word_row *row, size_t number);

/* The company that a row names, between semicolons: words of the sentence; "desk", the desk's own words in the
 * paragraph; "article:court|crime", topics of the whole text; behind "!" words that must not stand in the sentence. */
void add_row_company(struct table_reader *table, struct rule_source *rule, struct slice parts);

/* Adds the rule of a row, whose first column is the English: a major fault with the tables' confidence. */
struct rule_source *add_row_rule(struct table_reader *table, const struct word_row *row, struct slice category);

/* A pattern of a row; its order stands before it where it is not "clause": "object: {abbürsten} {Frage}". */
void add_row_pattern(struct reader *reader, struct rule_source *rule, struct slice text);

/* "Aus einem [Satzstück] fiel das Tor.": what must be marked stands in brackets; several sentences between bars.
 * Returns -1 when one has no brackets. */
int add_row_sentences(struct reader *reader, struct rule_source *rule, struct slice sentences);

/* Reads names/KIND.tsv (name_tables.c), a row for a name. Returns -1 with *error. */
int read_name_tables(const char *folder, struct rule_sources *out, struct rs_error *error);

/* Reads terms/DESK.tsv (term_tables.c), a row for a term. Returns -1 with *error. */
int read_term_tables(const char *folder, struct rule_sources *out, struct rs_error *error);

/* Reads idioms/NAME.tsv (idiom_tables.c), a row for an idiom. Returns -1 with *error. */
int read_idiom_tables(const char *folder, struct rule_sources *out, struct rs_error *error);

/* What an idiom's rule says: the English, and what it means where that is told. */
void explain_idiom(struct reader *reader, struct rule_source *rule, struct slice meaning);

/* The n-th of the alternatives between bars, braces kept together; empty behind the last. */
struct slice alternative(struct slice list, size_t n);

/* "Tennis|spielen|@liste" as alternatives of one item: nouns as any part of a compound, others as lemmas, what is
 * already a pattern as it stands. */
struct slice company(struct reader *reader, struct slice words);

/* Words that are sought as they are: "{Gericht|Hof}"; a pattern as it stands. */
struct slice words_item(struct reader *reader, struct slice words);

/* An item that must (or, negative, must not) stand in the scope; an empty one is none. Those that must are
 * alternatives. */
void add_condition(struct reader *reader, struct rule_source *rule, struct slice item, enum condition_scope scope,
                   bool negative);

/* The rule asks for something that stands beside its words. */
bool names_company(const struct rule_source *rule);

/* "Platz|Spielfeld" as suggestions, without what is advice: "(Dativ)". inflected: single words in the inflection of the
 * wrong one, where the rule marks one word. */
void add_suggestions(struct reader *reader, struct rule_source *rule, struct slice all, bool inflected);

/* "{Lama}", "{Faden|Zwilling}": one item of plain lemmas. */
bool is_plain_lemma(struct slice pattern);

/* True when an attribute of <sense>, <false-friend> or <meaning> ties its wrong words to others by grammar. */
bool has_relation(const xmlNode *node);

/* A <homonym> as an element that holds a <sense> for each pair of its meanings; the caller frees it. NULL when memory
 * is short. */
xmlNode *homonym_spell_out(struct reader *reader, xmlNode *homonym);

#endif
