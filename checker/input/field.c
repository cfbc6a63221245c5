#include "input/field.h"

#include <jansson.h>

#include "libraries/libxml2.h"

/* Front matter and the head of a page stand at the beginning. */
#define LONGEST_HEAD (64u << 10)

static struct slice trimmed(struct slice text)
{
    while (text.len > 0 && strchr(" \t\r\n\"'", text.at[0]) != NULL && text.at[0] != '\0')
        text = slice_from(text, 1);
    while (text.len > 0 && strchr(" \t\r\n\"'", text.at[text.len - 1]) != NULL && text.at[text.len - 1] != '\0')
        text.len--;
    return text;
}

/* Cuts the first line off *rest. */
static struct slice next_line(struct slice *rest)
{
    const char *end = memchr(rest->at, '\n', rest->len);
    struct slice line = end == NULL ? *rest : slice_between(rest->at, end);

    *rest = slice_from(*rest, end == NULL ? rest->len : line.len + 1);
    return line;
}

/* ---- front matter ---- */

static struct slice in_front_matter(struct arena *arena, struct slice head, const char *name)
{
    struct slice wanted = slice_of(name);

    next_line(&head);
    while (head.len > 0) {
        struct slice line = next_line(&head);

        if (slice_starts(line, SLICE("---")))
            break;
        if (slice_starts(line, wanted) && line.len > wanted.len && line.at[wanted.len] == ':')
            return arena_copy(arena, trimmed(slice_from(line, wanted.len + 1)));
    }
    return (struct slice){ 0 };
}

/* ---- JSON ---- */

/* The member at "a.b.c", or NULL. */
static const json_t *member_at(const json_t *value, const char *path)
{
    while (value != NULL && *path != '\0') {
        size_t length = strcspn(path, ".");
        char name[256];

        if (length >= sizeof name)
            return NULL;
        memcpy(name, path, length);
        name[length] = '\0';
        value = json_object_get(value, name);
        path += length + (path[length] == '.');
    }
    return value;
}

static struct slice in_json(struct arena *arena, struct slice bytes, const char *name)
{
    json_t *root = json_loadb(bytes.at, bytes.len, JSON_DISABLE_EOF_CHECK, NULL);
    const json_t *value = member_at(root, name);
    struct slice found = { 0 };

    if (json_is_string(value))
        found = arena_copy(arena, (struct slice){ json_string_value(value), json_string_length(value) });
    else if (json_is_number(value))
        found = arena_print(arena, "%.12g", json_number_value(value));
    json_decref(root);
    return found;
}

/* ---- HTML ---- */

static bool has_value(xmlNodePtr node, const char *attribute, const char *value)
{
    xmlChar *found = libxml2.xmlGetProp(node, (const xmlChar *)attribute);
    bool equal = found != NULL && strcmp((const char *)found, value) == 0;

    (*libxml2.xmlFree)(found);
    return equal;
}

/* The next element in the order of the page. */
static xmlNodePtr next_node(xmlNodePtr node)
{
    if (node->children != NULL)
        return node->children;
    while (node != NULL && node->next == NULL)
        node = node->parent;
    return node == NULL ? NULL : node->next;
}

static struct slice in_html(struct arena *arena, struct slice head, const char *name)
{
    struct slice found = { 0 };

    if (libxml2_load(NULL, NULL) != 0)
        return found;
    htmlDocPtr page =
        libxml2.htmlReadMemory(head.at, (int)head.len, NULL, NULL,
                               HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);

    for (xmlNodePtr node = page == NULL ? NULL : libxml2.xmlDocGetRootElement(page); node != NULL && found.len == 0;
         node = next_node(node)) {
        xmlChar *content;

        if (node->type != XML_ELEMENT_NODE || strcmp((const char *)node->name, "meta") != 0 ||
            !has_value(node, "name", name))
            continue;
        content = libxml2.xmlGetProp(node, (const xmlChar *)"content");
        if (content != NULL)
            found = arena_copy(arena, trimmed(slice_of((const char *)content)));
        (*libxml2.xmlFree)(content);
    }
    libxml2.xmlFreeDoc(page);
    return found;
}

struct slice field_in(struct arena *arena, struct slice bytes, const char *name)
{
    struct slice head = bytes, start;

    if (slice_starts(bytes, SLICE("\xef\xbb\xbf")))
        head = bytes = slice_from(bytes, 3);
    if (head.len > LONGEST_HEAD)
        head.len = LONGEST_HEAD;
    start = trimmed(head);
    if (slice_starts(head, SLICE("---")))
        return in_front_matter(arena, head, name);
    if (slice_starts(start, SLICE("{")))
        return in_json(arena, bytes, name);
    if (slice_starts(start, SLICE("<")))
        return in_html(arena, head, name);
    return (struct slice){ 0 };
}
