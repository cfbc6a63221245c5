#include "changes/correction.h"

/* A character and what the notation writes for it; the replacement NULL: it can't be written. */
struct escape {
    char character;
    const char *replacement;
};

static const struct escape plain_escapes[] = { { '\n', NULL }, { '\r', NULL }, { 0 } };
static const struct escape markdown_escapes[] = { { '\n', NULL }, { '\r', NULL }, { '*', NULL }, { '_', NULL },
                                                  { '`', NULL },  { '[', NULL },  { ']', NULL }, { '<', NULL },
                                                  { '>', NULL },  { '&', NULL },  { '#', NULL }, { '\\', NULL },
                                                  { '|', NULL },  { '~', NULL },  { 0 } };
static const struct escape xml_escapes[] = { { '\n', NULL },   { '\r', NULL },    { '<', "&lt;" },   { '>', "&gt;" },
                                             { '&', "&amp;" }, { '"', "&quot;" }, { '\'', "&#39;" }, { 0 } };
static const struct escape string_escapes[] = { { '\n', NULL },  { '\r', NULL },   { '\t', NULL },
                                                { '"', "\\\"" }, { '\\', "\\\\" }, { 0 } };
static const struct escape table_escapes[] = { { '\n', NULL }, { '\r', NULL }, { '\t', NULL }, { '\\', NULL }, { 0 } };

/* NULL: the notation can't be written. */
static const struct escape *const escapes[] = {
    [NOTATION_PLAIN] = plain_escapes, [NOTATION_MARKDOWN] = markdown_escapes,
    [NOTATION_XML] = xml_escapes,     [NOTATION_JSON] = string_escapes,
    [NOTATION_PO] = string_escapes,   [NOTATION_TSV] = table_escapes,
    [NOTATION_NESTED] = NULL,         [NOTATION_PACKED] = NULL,
};

#define LONGEST_ESCAPE 6

static const struct escape *escape_of(const struct escape *list, char character)
{
    for (; list->character != 0; list++)
        if (list->character == character)
            return list;
    return NULL;
}

/* At the start of a line these begin a list, a heading or a quotation. */
static bool begins_block(const struct document *doc, const struct place *place, struct slice text)
{
    return doc->notation == NOTATION_MARKDOWN && place->start.column == 1 && text.len > 0 &&
           strchr("-+=0123456789", text.at[0]) != NULL;
}

bool write_correction(const struct document *doc, struct span span, struct slice suggestion, struct arena *arena,
                      struct slice *out)
{
    const struct escape *list = escapes[doc->notation], *escape;
    struct place place = document_place(doc, span);
    char *text, *end;

    if (list == NULL || !place.unbroken || place.end.byte < place.start.byte || begins_block(doc, &place, suggestion))
        return false;
    text = end = arena_take(arena, LONGEST_ESCAPE * suggestion.len + 1);
    for (size_t i = 0; i < suggestion.len; i++) {
        escape = escape_of(list, suggestion.at[i]);
        if (escape != NULL && escape->replacement == NULL)
            return false;
        end = escape == NULL ? mempcpy(end, &suggestion.at[i], 1) : stpcpy(end, escape->replacement);
    }
    *out = slice_between(text, end);
    return true;
}
