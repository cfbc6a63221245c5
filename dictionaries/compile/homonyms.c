/* <homonym>: an English word with its meanings, each with its German words and the company it keeps.
 *
 * Wherever the company of one meaning stands in a sentence and none of another, the German of the other is wrong there.
 * So each pair of meanings is a wrong sense, and is spelled out as a <sense>:
 *
 *   <homonym english="jam">
 *     <meaning name="food" right="Marmelade" near="Toast" topic="food"/>
 *     <meaning name="traffic" right="Stau" topic="traffic"/>
 *
 * is "Stau" with Toast, right "Marmelade" (jam-food-traffic), and "Marmelade" with traffic, right "Stau".
 *
 * A meaning without company is never the one meant, but its German is marked where another is. */
#include "rules_xml.h"

#define TEXT(slice) (int)(slice).len, ((slice).len > 0 ? (slice).at : "")

static void set(xmlNode *node, const char *name, struct slice value)
{
    if (value.len > 0)
        xmlSetProp(node, (const xmlChar *)name, (const xmlChar *)value.at); /* slices of the arena end in a null */
}

/* The German words that are marked where another meaning is meant. */
static struct slice marked_words(struct reader *reader, const xmlNode *meaning)
{
    struct slice wrong = attribute(reader, meaning, "wrong");

    return words_item(reader, wrong.len > 0 ? wrong : attribute(reader, meaning, "right"));
}

static struct slice joined(struct reader *reader, struct slice left, struct slice right)
{
    if (left.len == 0 || right.len == 0)
        return left.len == 0 ? right : left;
    return arena_print(reader->arena, "%.*s|%.*s", TEXT(left), TEXT(right));
}

/* The words and topics that show a meaning, as one item. */
static struct slice company_of(struct reader *reader, const xmlNode *meaning)
{
    struct slice out = company(reader, attribute(reader, meaning, "near")), topic;
    struct slice topics = attribute(reader, meaning, "topic");

    for (size_t n = 0; (topic = alternative(topics, n)).len > 0; n++)
        out = joined(reader, out, arena_print(reader->arena, "@-topic-%.*s-", TEXT(topic)));
    return out;
}

/* One pair: the German of the other meaning where this one is meant. The marked word is nobody's company. */
static xmlNode *spell_out(struct reader *reader, const xmlNode *homonym, xmlNode *meaning, const xmlNode *other)
{
    xmlNode *sense = xmlDocCopyNode(meaning, meaning->doc, 1);

    if (sense == NULL)
        return NULL;
    struct arena *arena = reader->arena;
    struct slice english = attribute(reader, homonym, "english"), name = attribute(reader, meaning, "name");
    struct slice marked = marked_words(reader, other);
    struct slice shown = company_of(reader, meaning);
    struct slice refuted = joined(reader, company_of(reader, other), company(reader, attribute(reader, other, "also")));

    refuted = joined(reader, refuted, words_item(reader, attribute(reader, meaning, "right")));
    xmlNodeSetName(sense, (const xmlChar *)"sense");
    set(sense, "english", arena_print(arena, "%.*s (%.*s)", TEXT(english), TEXT(name)));
    set(sense, "id",
        arena_print(arena, "%.*s-%.*s-%.*s", TEXT(english), TEXT(name), TEXT(attribute(reader, other, "name"))));
    set(sense, "severity", attribute(reader, homonym, "severity"));
    set(sense, "confidence", attribute(reader, homonym, "confidence"));
    set(sense, "wrong", marked);
    if (shown.len > 0)
        set(sense, "near", arena_print(arena, "%.*s&!%.*s", TEXT(shown), TEXT(marked)));
    set(sense, "unless", arena_print(arena, "%.*s&!%.*s", TEXT(refuted), TEXT(marked)));
    xmlUnsetProp(sense, (const xmlChar *)"topic");
    return sense;
}

/* A meaning's sentences belong to its first pair. */
static void leave_sentences(xmlNode *sense)
{
    while (sense->children != NULL) {
        xmlNode *child = sense->children;

        xmlUnlinkNode(child);
        xmlFreeNode(child);
    }
}

/* The sentences of a meaning that makes no pair belong to the homonym's first pair. */
static void add_sentences(xmlNode *sense, const xmlNode *meaning)
{
    for (xmlNode *child = meaning->children; child != NULL; child = child->next)
        if (is_element(child, "bad") || is_element(child, "good"))
            xmlAddChild(sense, xmlDocCopyNode(child, child->doc, 1));
}

/* A sense for each other meaning whose German is marked where this one is meant. Returns whether there is one. */
static bool add_pairs(struct reader *reader, xmlNode *homonym, xmlNode *meaning, xmlNode *senses)
{
    bool first = true;

    if (!(company_of(reader, meaning).len > 0 || has_relation(meaning)))
        return false;
    for (xmlNode *other = homonym->children; other != NULL; other = other->next) {
        if (other == meaning || !is_element(other, "meaning") || attribute_is(other, "marked", "no"))
            continue;
        xmlNode *sense = spell_out(reader, homonym, meaning, other);

        if (sense == NULL)
            continue;
        if (!first)
            leave_sentences(sense);
        first = false;
        xmlAddChild(senses, sense);
    }
    return !first;
}

xmlNode *homonym_spell_out(struct reader *reader, xmlNode *homonym)
{
    xmlNode *senses = xmlNewDocNode(homonym->doc, NULL, (const xmlChar *)"senses", NULL);
    xmlNode *without = xmlNewDocNode(homonym->doc, NULL, (const xmlChar *)"sentences", NULL);

    for (xmlNode *meaning = homonym->children; senses != NULL && without != NULL && meaning != NULL;
         meaning = meaning->next)
        if (is_element(meaning, "meaning") && !add_pairs(reader, homonym, meaning, senses))
            add_sentences(without, meaning);
    if (senses != NULL && senses->children != NULL && without != NULL)
        add_sentences(senses->children, without);
    xmlFreeNode(without);
    return senses;
}
