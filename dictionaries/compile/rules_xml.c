/* Reads rule files: XML that follows rules.rng, into rule_source records. */
#include <errno.h>
#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/tree.h>
#include <stdlib.h>

#include "folder.h"
#include "rules_xml.h"
#include "text/unicode.h"
#include "word_file.h"

bool is_element(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

size_t line_of(const xmlNode *node)
{
    long line = xmlGetLineNo(node);

    return line < 0 ? 0 : (size_t)line;
}

/* Trims the ends and makes one space of each run of white space, in place. */
static struct slice tidy(char *text)
{
    size_t length = 0;

    for (const char *at = text; *at != '\0'; at++) {
        bool space = strchr(" \t\r\n", *at) != NULL;

        if (!space)
            text[length++] = *at;
        else if (length > 0 && text[length - 1] != ' ')
            text[length++] = ' ';
    }
    if (length > 0 && text[length - 1] == ' ')
        length--;
    text[length] = '\0';
    return (struct slice){ text, length };
}

static struct slice keep(struct reader *reader, xmlChar *text)
{
    struct slice copy = arena_copy(reader->arena, slice_of((const char *)text));

    xmlFree(text);
    return tidy((char *)(uintptr_t)copy.at);
}

struct slice content(struct reader *reader, const xmlNode *node)
{
    return keep(reader, xmlNodeGetContent(node));
}

/* An attribute's value, or an empty slice. */
struct slice attribute(struct reader *reader, const xmlNode *node, const char *name)
{
    xmlChar *value = xmlGetProp(node, (const xmlChar *)name);

    return value == NULL ? (struct slice){ 0 } : keep(reader, value);
}

bool attribute_is(const xmlNode *node, const char *name, const char *wanted)
{
    xmlChar *value = xmlGetProp(node, (const xmlChar *)name);
    bool same = value != NULL && strcmp((const char *)value, wanted) == 0;

    xmlFree(value);
    return same;
}

static double confidence_of(const xmlNode *node, double otherwise)
{
    xmlChar *value = xmlGetProp(node, (const xmlChar *)"confidence");
    double confidence = value == NULL ? otherwise : strtod((const char *)value, NULL);

    xmlFree(value);
    return confidence;
}

enum rule_order order_of(const xmlNode *node, enum rule_order otherwise)
{
    if (attribute_is(node, "order", "fixed"))
        return ORDER_FIXED;
    if (attribute_is(node, "order", "free"))
        return ORDER_FREE;
    if (attribute_is(node, "order", "object"))
        return ORDER_OBJECT;
    if (attribute_is(node, "order", "subject"))
        return ORDER_SUBJECT;
    return attribute_is(node, "order", "clause") ? ORDER_CLAUSE : otherwise;
}

static enum severity severity_of(struct reader *reader, const xmlNode *node)
{
    enum severity severity = SEVERITY_MAJOR;

    severity_from_name(attribute(reader, node, "severity"), &severity);
    return severity;
}

void add_pattern(struct reader *reader, struct rule_source *rule, const xmlNode *node, enum rule_order order)
{
    *ADD(reader->arena, rule, patterns) =
        (struct pattern_source){ .text = content(reader, node), .order = order_of(node, order), .line = line_of(node) };
}

enum condition_scope scope_of(const xmlNode *node)
{
    if (attribute_is(node, "scope", "document"))
        return SCOPE_DOCUMENT;
    return attribute_is(node, "scope", "paragraph") ? SCOPE_PARAGRAPH : SCOPE_SENTENCE;
}

static void read_condition(struct reader *reader, struct rule_source *rule, const xmlNode *node, uint32_t group)
{
    *ADD(reader->arena, rule, conditions) = (struct condition_source){
        .pattern = { .text = content(reader, node), .order = order_of(node, ORDER_FIXED), .line = line_of(node) },
        .scope = scope_of(node),
        .negative = is_element(node, "unless"),
        .group = group,
    };
}

/* A <bad> sentence: its text, and the place of its marks (from the first to the end of the last). Within it white
 * space is kept as written but for line breaks, so that typographic rules can be shown. */
static struct sentence_source read_sentence(struct reader *reader, const xmlNode *node)
{
    struct sentence_source sentence = { .line = line_of(node), .mark = { UINT32_MAX, 0 } };
    struct slice text = { 0 };

    for (const xmlNode *child = node->children; child != NULL; child = child->next) {
        if (child->type != XML_TEXT_NODE && child->type != XML_ELEMENT_NODE)
            continue;
        xmlChar *piece = xmlNodeGetContent(child);
        struct slice whole = arena_print(reader->arena, "%.*s%s", (int)text.len, text.len ? text.at : "", piece);

        if (is_element(child, "mark")) {
            if (sentence.mark.start == UINT32_MAX)
                sentence.mark.start = (uint32_t)text.len;
            sentence.mark.end = (uint32_t)whole.len;
        }
        text = whole;
        xmlFree(piece);
    }
    if (sentence.mark.start == UINT32_MAX)
        sentence.mark = (struct span){ 0, 0 };
    sentence.text = text;
    sentence.source = attribute(reader, node, "source");
    return sentence;
}

/* Parts that all kinds of rules share; false for any other element. */
bool read_common(struct reader *reader, struct rule_source *rule, const xmlNode *node)
{
    if (is_element(node, "near") || is_element(node, "unless"))
        read_condition(reader, rule, node, (uint32_t)rule->conditions_count);
    else if (is_element(node, "suggest") || is_element(node, "german"))
        *ADD(reader->arena, rule, suggestions) = content(reader, node);
    else if (is_element(node, "why"))
        rule->why[attribute_is(node, "lang", "en") ? LANGUAGE_EN : LANGUAGE_DE] = content(reader, node);
    else if (is_element(node, "bad"))
        *ADD(reader->arena, rule, bad) = read_sentence(reader, node);
    else if (is_element(node, "good"))
        *ADD(reader->arena, rule, good) = read_sentence(reader, node);
    else
        return false;
    return true;
}

/* "family/" and the English in lower case with a hyphen for each run of anything but letters and digits. */
struct slice id_from_english(struct reader *reader, struct slice english)
{
    struct slice id = arena_print(reader->arena, "%.*s/%.*s", (int)reader->family.len, reader->family.at,
                                  (int)english.len, english.at);
    char *out = (char *)(uintptr_t)id.at;
    size_t length = reader->family.len + 1;

    for (size_t i = length; i < id.len; i++) {
        char c = id.at[i];

        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            out[length++] = c;
        else if (c >= 'A' && c <= 'Z')
            out[length++] = (char)(c - 'A' + 'a');
        else if (c != '\'' && out[length - 1] != '-' && out[length - 1] != '/')
            out[length++] = '-';
    }
    while (length > 0 && out[length - 1] == '-')
        length--;
    out[length] = '\0';
    return (struct slice){ out, length };
}

static void read_rule(struct reader *reader, struct rule_source *rule, const xmlNode *node)
{
    struct slice id = attribute(reader, node, "id");
    enum rule_order order = order_of(node, ORDER_CLAUSE);

    rule->id = arena_print(reader->arena, "%.*s/%.*s", (int)reader->family.len, reader->family.at, (int)id.len, id.at);
    rule->category = attribute(reader, node, "category");
    rule->english = attribute(reader, node, "english");
    rule->builtin = is_element(node, "check");
    rule->once = attribute_is(node, "once", "yes");
    rule->marks = attribute_is(node, "marks", "segment")    ? MARKS_SEGMENT
                  : attribute_is(node, "marks", "sentence") ? MARKS_SENTENCE
                                                            : MARKS_MATCH;
    for (const xmlNode *child = node->children; child != NULL; child = child->next)
        if (!read_common(reader, rule, child) && is_element(child, "pattern"))
            add_pattern(reader, rule, child, order);
}

void explain_idiom(struct reader *reader, struct rule_source *rule, struct slice meaning)
{
    struct slice english = without_brackets(rule->english);

    rule->why[LANGUAGE_DE] =
        meaning.len > 0 ? arena_print(reader->arena,
                                      "Die englische Wendung „%.*s“ ist Wort für Wort übersetzt; sie bedeutet: %.*s.",
                                      (int)english.len, english.at, (int)meaning.len, meaning.at)
                        : arena_print(reader->arena, "Die englische Wendung „%.*s“ ist Wort für Wort übersetzt.",
                                      (int)english.len, english.at);
    rule->why[LANGUAGE_EN] = arena_print(reader->arena, "The English idiom “%.*s” was translated word by word.",
                                         (int)english.len, english.at);
}

static void read_idiom(struct reader *reader, struct rule_source *rule, const xmlNode *node)
{
    struct slice meaning = { 0 };

    rule->english = attribute(reader, node, "english");
    rule->id = id_from_english(reader, rule->english);
    rule->category = SLICE("accuracy/mistranslation");
    rule->literal_good = attribute_is(node, "literal", "good");
    rule->generate = !rule->literal_good && !attribute_is(node, "generate", "no");
    for (const xmlNode *child = node->children; child != NULL; child = child->next) {
        if (is_element(child, "literal"))
            add_pattern(reader, rule, child, ORDER_CLAUSE);
        else if (is_element(child, "meaning"))
            meaning = content(reader, child);
        else
            read_common(reader, rule, child);
    }
    explain_idiom(reader, rule, meaning);
}

/* "{Lama|Kamel}" as any part of a compound: "{-Lama-|-Kamel-}"; no more than three times as long as the pattern. */
static struct slice any_parts(struct reader *reader, struct slice pattern)
{
    char *out = arena_array(reader->arena, pattern.len, 3);
    size_t length = 0;

    for (size_t i = 0; i < pattern.len; i++) {
        if (pattern.at[i] == '|' || pattern.at[i] == '}')
            out[length++] = '-';
        out[length++] = pattern.at[i];
        if (pattern.at[i] == '{' || pattern.at[i] == '|')
            out[length++] = '-';
    }
    return (struct slice){ out, length };
}

/* A name's <wrong> in a compound whose head belongs to its kind ("Lama-Modelle"): no company is needed there. */
static void add_compound_pattern(struct reader *reader, struct rule_source *rule, const struct pattern_source *wrong,
                                 struct slice kind)
{
    struct slice parts = any_parts(reader, wrong->text);
    struct pattern_source *pattern = ADD(reader->arena, rule, patterns);

    *pattern = *wrong;
    pattern->text = arena_print(reader->arena, "%.*s&@head-%.*s", (int)parts.len, parts.at, (int)kind.len, kind.at);
    pattern->unconditional = true;
}

/* One group of what may stand near, which must stand together: what must not stand near goes before it. */
void add_name_company(struct arena *arena, struct rule_source *rule, struct slice kind, size_t line)
{
    size_t negative = 0;

    for (size_t i = 0; i < rule->conditions_count; i++) {
        struct condition_source condition = rule->conditions[i];

        condition.group = condition.negative ? condition.group : 0;
        if (condition.negative) {
            memmove(&rule->conditions[negative + 1], &rule->conditions[negative],
                    (i - negative) * sizeof(*rule->conditions));
            rule->conditions[negative++] = condition;
        } else {
            rule->conditions[i] = condition;
        }
    }
    *ADD(arena, rule, conditions) = (struct condition_source){
        .pattern = { .text = arena_print(arena, "@near-%.*s", (int)kind.len, kind.at),
                     .order = ORDER_FIXED,
                     .line = line },
    };
}

void explain_name(struct reader *reader, struct rule_source *rule)
{
    struct slice name = without_brackets(rule->english); /* "Nature (journal)" */

    if (rule->why[LANGUAGE_DE].len == 0)
        rule->why[LANGUAGE_DE] =
            arena_print(reader->arena, "„%.*s“ ist ein Eigenname und wird nicht übersetzt.", (int)name.len, name.at);
    if (rule->why[LANGUAGE_EN].len == 0)
        rule->why[LANGUAGE_EN] =
            arena_print(reader->arena, "“%.*s” is a name and must not be translated.", (int)name.len, name.at);
}

bool is_plain_lemma(struct slice pattern)
{
    return pattern.len > 2 && pattern.at[0] == '{' && pattern.at[pattern.len - 1] == '}' &&
           memchr(pattern.at, ' ', pattern.len) == NULL && memchr(pattern.at, '-', pattern.len) == NULL;
}

/* Where a name's wrong word counts as the name: everywhere when sure; else used bare (as names are) with its company in
 * the sentence, or in a compound of its kind. */
static void add_wrong(struct reader *reader, struct rule_source *rule, const xmlNode *node, struct slice kind,
                      bool sure)
{
    add_pattern(reader, rule, node, ORDER_FIXED);
    struct pattern_source wrong = rule->patterns[rule->patterns_count - 1];

    if (sure || !is_plain_lemma(wrong.text))
        return;
    rule->patterns[rule->patterns_count - 1].text =
        arena_print(reader->arena, "%.*s&#BARE", (int)wrong.text.len, wrong.text.at);
    add_compound_pattern(reader, rule, &wrong, kind);
}

static void read_name(struct reader *reader, struct rule_source *rule, const xmlNode *node)
{
    struct slice kind = rule->kind = attribute(reader, node, "kind");
    bool sure = rule->sure = attribute_is(node, "sure", "yes");

    rule->english = attribute(reader, node, "english");
    rule->id = id_from_english(reader, rule->english);
    rule->category = SLICE("accuracy/do-not-translate");
    rule->generate = !attribute_is(node, "generate", "no");
    for (const xmlNode *child = node->children; child != NULL; child = child->next)
        if (!read_common(reader, rule, child) && is_element(child, "wrong"))
            add_wrong(reader, rule, child, kind, sure);
    if (!sure)
        add_name_company(reader->arena, rule, kind, line_of(node));
    spare_sentence_starts(reader->arena, rule);
    if (rule->suggestions_count == 0)
        *ADD(reader->arena, rule, suggestions) = without_brackets(rule->english);
    explain_name(reader, rule);
}

static void read_element(struct reader *reader, const xmlNode *node)
{
    struct rule_source *rule = ADD(reader->arena, reader->out, rules);

    *rule = (struct rule_source){ .file = reader->file, .line = line_of(node) };
    rule->severity = severity_of(reader, node);
    rule->confidence = confidence_of(node, reader->confidence);
    if (is_element(node, "idiom"))
        read_idiom(reader, rule, node);
    else if (is_element(node, "name"))
        read_name(reader, rule, node);
    else if (!read_short_form(reader, rule, node))
        read_rule(reader, rule, node);
}

static int read_homonym(struct reader *reader, xmlNode *node)
{
    xmlNode *senses = homonym_spell_out(reader, node);
    int status = 0;

    if (senses == NULL || senses->children == NULL)
        status = error_set(reader->error, reader->file.at, line_of(node),
                           "no meaning of the homonym has company of its own and a word of another to mark");
    for (const xmlNode *sense = senses == NULL ? NULL : senses->children; sense != NULL; sense = sense->next)
        read_element(reader, sense);
    xmlFreeNode(senses);
    return status;
}

/* Keeps the first error of libxml2 with its line. */
struct complaint {
    struct rs_error *error;
    const char *file;
    bool made;
};

static void complain(void *context, xmlErrorPtr found)
{
    struct complaint *complaint = context;

    if (complaint->made || found == NULL)
        return;
    complaint->made = true;
    size_t length = found->message == NULL ? 0 : strcspn(found->message, "\n");

    error_set(complaint->error, complaint->file, found->line < 0 ? 0 : (size_t)found->line, "%.*s", (int)length,
              found->message == NULL ? "" : found->message);
}

static int check_against_schema(xmlDoc *doc, const char *path, xmlRelaxNG *schema, struct rs_error *error)
{
    struct complaint complaint = { error, path, false };
    xmlRelaxNGValidCtxt *validator = xmlRelaxNGNewValidCtxt(schema);

    if (validator == NULL)
        return error_set(error, path, 0, "out of memory");
    xmlRelaxNGSetValidStructuredErrors(validator, complain, &complaint);
    int status = xmlRelaxNGValidateDoc(validator, doc);

    xmlRelaxNGFreeValidCtxt(validator);
    if (status == 0)
        return 0;
    if (!complaint.made)
        error_set(error, path, 0, "does not follow the schema rules.rng");
    return -1;
}

static xmlDoc *parse(const char *path, struct rs_error *error)
{
    struct complaint complaint = { error, path, false };
    xmlParserCtxt *parser = xmlNewParserCtxt();

    if (parser == NULL) {
        error_set(error, path, 0, "out of memory");
        return NULL;
    }
    xmlSetStructuredErrorFunc(&complaint, complain);
    xmlDoc *doc = xmlCtxtReadFile(parser, path, "UTF-8", XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES);

    xmlSetStructuredErrorFunc(NULL, NULL);
    xmlFreeParserCtxt(parser);
    if (doc == NULL && !complaint.made)
        error_set(error, path, 0, "can't be read: %s", strerror(errno));
    if (doc != NULL && doc->intSubset != NULL) {
        error_set(error, path, 1, "a rule file has no DOCTYPE: entities are not read");
        xmlFreeDoc(doc);
        return NULL;
    }
    return doc;
}

struct rule_folder {
    struct rule_sources *out;
    xmlRelaxNG *schema;
};

static int read_rule_file(void *context, const char *folder, const char *name, struct rs_error *error)
{
    const struct rule_folder *rules = context;
    struct reader reader = { .out = rules->out, .arena = &rules->out->arena, .error = error };

    reader.file = arena_print(reader.arena, "%s/%s", folder, name);
    xmlDoc *doc = parse(reader.file.at, error);

    if (doc == NULL)
        return -1;
    int status = check_against_schema(doc, reader.file.at, rules->schema, error);

    if (status == 0) {
        xmlNode *root = xmlDocGetRootElement(doc);

        reader.family = attribute(&reader, root, "family");
        reader.confidence = confidence_of(root, 0.9);
        for (xmlNode *node = root->children; status == 0 && node != NULL; node = node->next) {
            if (is_element(node, "homonym"))
                status = read_homonym(&reader, node);
            else if (node->type == XML_ELEMENT_NODE)
                read_element(&reader, node);
        }
    }
    xmlFreeDoc(doc);
    return status;
}

static xmlRelaxNG *read_schema(const char *path, struct rs_error *error)
{
    xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewParserCtxt(path);
    xmlRelaxNG *schema = parser == NULL ? NULL : xmlRelaxNGParse(parser);

    xmlRelaxNGFreeParserCtxt(parser);
    if (schema == NULL)
        error_set(error, path, 0, "the schema of the rule files can't be read");
    return schema;
}

static int compare_ids(const void *a, const void *b)
{
    const struct rule_source *left = a, *right = b;
    size_t len = left->id.len < right->id.len ? left->id.len : right->id.len;
    int order = memcmp(left->id.at, right->id.at, len);

    return order != 0 ? order : (left->id.len > right->id.len) - (left->id.len < right->id.len);
}

/* Sorts the rules by id, as the program looks them up, and refuses an id that stands twice. */
static int sort_rules(struct rule_sources *out, struct rs_error *error)
{
    if (out->rules_count > 0)
        qsort(out->rules, out->rules_count, sizeof(*out->rules), compare_ids);
    for (size_t i = 1; i < out->rules_count; i++) {
        const struct rule_source *rule = &out->rules[i], *other = &out->rules[i - 1];

        if (slice_equal(rule->id, other->id))
            return error_set(error, rule->file.at, rule->line, "rule \"%.*s\" stands already in %s:%zu",
                             (int)rule->id.len, rule->id.at, other->file.at, other->line);
    }
    return 0;
}

int rules_read(const struct rule_places *places, struct rule_sources *out, struct rs_error *error)
{
    struct rule_folder rules = { .out = out, .schema = read_schema(places->schema, error) };
    int status = -1;

    *out = (struct rule_sources){ 0 };
    if (rules.schema != NULL)
        status = read_folder(places->rules, ".xml", read_rule_file, &rules, error);
    xmlRelaxNGFree(rules.schema);
    if (status == 0)
        status = read_name_tables(places->names, out, error);
    if (status == 0)
        status = read_term_tables(places->terms, out, error);
    if (status == 0)
        status = read_idiom_tables(places->idioms, out, error);
    if (status == 0)
        status = sort_rules(out, error);
    if (status != 0)
        rules_free(out);
    return status;
}

void rules_free(struct rule_sources *rules)
{
    arena_free(&rules->arena);
    *rules = (struct rule_sources){ 0 };
}
