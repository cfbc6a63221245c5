#include "input/markup.h"

#include "input/reference.h"
#include "libraries/libxml2.h"
#include "messages/messages.h"

#define CHUNK ((size_t)64 << 10)

size_t markup_position(const struct markup *markup)
{
    long consumed = libxml2.xmlByteConsumed(markup->parser);
    size_t position = consumed < 0 ? 0 : (size_t)consumed;

    return position < markup->original->text.len ? position : markup->original->text.len;
}

size_t markup_tag_end(const struct markup *markup)
{
    struct slice raw = markup->original->text;
    size_t end = markup_position(markup);

    end += end < raw.len && raw.at[end] == '/';
    return end + (end < raw.len && raw.at[end] == '>');
}

static struct slice from_xml(const xmlChar *text)
{
    return slice_of((const char *)text);
}

struct slice markup_attribute(const struct markup *markup, const char *name)
{
    const xmlChar **attributes = markup->attributes;

    for (int i = 0; markup->attribute_count < 0 && attributes != NULL && attributes[i] != NULL; i += 2)
        if (strcmp((const char *)attributes[i], name) == 0)
            return attributes[i + 1] == NULL ? SLICE("") : from_xml(attributes[i + 1]);
    for (int i = 0; i < markup->attribute_count; i++) {
        const xmlChar **attribute = &attributes[(size_t)i * 5]; /* name, prefix, namespace, value, its end */
        struct slice prefix = from_xml(attribute[1]), local = from_xml(attribute[0]);
        const char *rest = prefix.len > 0 && strncmp(name, prefix.at, prefix.len) == 0 && name[prefix.len] == ':'
                               ? name + prefix.len + 1
                               : name;

        if ((prefix.len == 0) == (rest == name) && strcmp(rest, local.at) == 0)
            return slice_between((const char *)attribute[3], (const char *)attribute[4]);
    }
    return (struct slice){ NULL, 0 };
}

void markup_refuse(struct markup *markup, const char *reason)
{
    struct original *original = markup->original;

    if (!markup->failed)
        error_set(markup->error, markup->name.at, original_origin(original, markup_position(markup)).line, "%s",
                  translated(reason));
    markup->failed = true;
    markup->attributes = NULL; /* they lie in what the parser gives back now */
    markup->attribute_count = markup->attribute_count < 0 ? -1 : 0;
    libxml2.xmlStopParser(markup->parser);
}

static bool is_line_break(char byte)
{
    return byte == '\n' || byte == '\r';
}

/* Where the text begins if it ends at an offset of the original, or SIZE_MAX. A line break of the text may be written
 * in any way. */
static size_t match_before(const struct markup *markup, struct slice text, size_t end)
{
    const char *raw = markup->original->text.at;
    size_t at = end;

    if (end > markup->original->text.len)
        return SIZE_MAX;
    for (size_t left = text.len; left > 0; left--) {
        while (at > markup->here && (raw[at - 1] == '\f' || raw[at - 1] == '\v'))
            at--; /* which libxml2 leaves out */
        if (at <= markup->here)
            return SIZE_MAX;
        if (text.at[left - 1] != raw[at - 1] && !(text.at[left - 1] == '\n' && raw[at - 1] == '\r'))
            return SIZE_MAX;
        at--;
        if (text.at[left - 1] == '\n' && raw[at] == '\n' && at > markup->here && raw[at - 1] == '\r' &&
            (left < 2 || text.at[left - 2] != '\r'))
            at--;
    }
    return at;
}

/* Where the text ends if it begins at an offset of the original, or SIZE_MAX. */
static size_t match_behind(const struct markup *markup, struct slice text, size_t start)
{
    const struct slice raw = markup->original->text;
    size_t at = start;

    for (size_t i = 0; i < text.len; i++) {
        if (at >= raw.len || (text.at[i] != raw.at[at] && !(text.at[i] == '\n' && is_line_break(raw.at[at]))))
            return SIZE_MAX;
        at += raw.at[at] == '\r' && text.at[i] == '\n' && at + 1 < raw.len && raw.at[at + 1] == '\n' ? 2 : 1;
    }
    return at;
}

/* A run this long may be handed out in parts. */
#define LONG_RUN 200

/* Text that was read just now ends a little before or behind the parser's position. */
static bool find_before(const struct markup *markup, size_t position, int least, int most, struct markup_text *found)
{
    for (int more = least; more <= most; more++) {
        if (more < 0 && position < (size_t)-more)
            continue;
        found->end = more < 0 ? position - (size_t)-more : position + (size_t)more;
        found->start = match_before(markup, found->text, found->end);
        if (found->start != SIZE_MAX)
            return true;
    }
    return false;
}

/* Text that is handed out before it is counted begins at the position. */
static bool find_behind(const struct markup *markup, size_t position, struct markup_text *found)
{
    found->start = position > markup->here ? position : markup->here;
    found->end = match_behind(markup, found->text, found->start);
    return found->end != SIZE_MAX;
}

/* libxml2 counts a run of text before it hands it out, or afterwards, or, of one in several parts, all but the last
 * character. It counts a CDATA section with its end mark, or afterwards. */
static bool find_verbatim(const struct markup *markup, size_t position, bool section, struct markup_text *found)
{
    if (section)
        return find_behind(markup, position, found) || find_before(markup, position, -3, -3, found);
    return find_before(markup, position, 0, found->text.len < LONG_RUN ? 0 : 4, found) ||
           find_behind(markup, position, found);
}

/* A reference begins at the last "&" that was read. Of one that is not known, the mark and the name are handed out one
 * after the other, as they stand. False when the text is neither. */
static bool find_reference(const struct markup *markup, size_t position, struct markup_text *found)
{
    const char *raw = markup->original->text.at, *mark = NULL;
    char character[MAX_REFERENCE_TEXT];
    size_t written;

    if (position > markup->here)
        mark = memrchr(raw + markup->here, '&', position - markup->here);
    found->start = mark == NULL ? markup->here : (size_t)(mark - raw);
    found->end = position > found->start ? position : found->start;
    if (mark == NULL)
        return false;
    if (read_reference(slice_between(mark, raw + position), character, &written) > 0 && raw[position - 1] == ';' &&
        slice_equal(found->text, (struct slice){ character, written }))
        return true;
    found->verbatim = slice_equal(found->text, SLICE("&"));
    if (found->verbatim)
        found->end = found->start + 1;
    return found->verbatim;
}

/* libxml2 passes over the CR of a CR LF between two pieces; places count the two as one line break. */
static void keep_line_breaks_whole(const struct markup *markup, struct markup_text *text)
{
    const struct slice raw = markup->original->text;

    if (text->start > markup->here && text->start < raw.len && raw.at[text->start] == '\n' &&
        raw.at[text->start - 1] == '\r')
        text->start--;
    if (text->end > text->start && text->end < raw.len && raw.at[text->end] == '\n' && raw.at[text->end - 1] == '\r')
        text->end--;
}

static void hand_out(struct markup *markup, const xmlChar *at, int length, bool section)
{
    struct markup_text text = { .text = { (const char *)at, (size_t)length } };
    size_t position = markup_position(markup);

    if (length <= 0 || markup->failed)
        return;
    if (section || length > MAX_REFERENCE_TEXT || !find_reference(markup, position, &text)) {
        text.verbatim = find_verbatim(markup, position, section, &text);
        if (!text.verbatim)
            find_reference(markup, position, &text);
    }
    keep_line_breaks_whole(markup, &text);
    markup->events->text(markup->user, &text);
    markup->here = text.end;
}

static void on_text(void *parser, const xmlChar *at, int length)
{
    hand_out(((xmlParserCtxtPtr)parser)->_private, at, length, false);
}

static void on_section(void *parser, const xmlChar *at, int length)
{
    hand_out(((xmlParserCtxtPtr)parser)->_private, at, length, true);
}

/* XML's reference to an entity that was not declared: &nbsp; of HTML is understood. */
static void on_reference(void *parser, const xmlChar *name)
{
    const htmlEntityDesc *entity = libxml2.htmlEntityLookup(name);
    xmlChar character[8];
    int length;

    if (entity == NULL)
        return;
    length = libxml2.xmlCopyCharMultiByte(character, (int)entity->value);
    on_text(parser, character, length);
}

static void on_comment(void *parser, const xmlChar *value)
{
    struct markup *markup = ((xmlParserCtxtPtr)parser)->_private;
    const struct slice raw = markup->original->text;
    const char *mark;
    size_t start, end = markup_position(markup);

    if (end <= markup->here || markup->failed)
        return;
    mark = memmem(raw.at + markup->here, end - markup->here, "<!--", 4);
    (void)value;
    markup->here = end;
    if (mark == NULL || markup->events->comment == NULL)
        return;
    start = (size_t)(mark - raw.at) + 4;
    markup->events->comment(markup->user, start - 4, start, end >= start + 3 ? end - 3 : start);
}

static void on_instruction(void *parser, const xmlChar *target, const xmlChar *value)
{
    struct markup *markup = ((xmlParserCtxtPtr)parser)->_private;
    (void)target, (void)value;

    markup->here = markup_position(markup);
}

/* No tag stands in "<!DOCTYPE…>", though it may look so where the mark is never closed. */
static void on_doctype(void *parser, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
    (void)external, (void)system;

    on_instruction(parser, name, NULL);
}

/* Finds the tag of the element that begins, behind what was handed out last. libxml2 also lets elements of HTML begin
 * that no tag stands for (<html>, <body>, <p>). */
static bool find_tag(struct markup *markup, struct slice name, size_t position)
{
    const char *raw = markup->original->text.at, *mark = raw + markup->here, *end = raw + position;

    markup->tag = position;
    while (mark < end && (mark = memchr(mark, '<', (size_t)(end - mark))) != NULL) {
        if (markup->attribute_count >= 0 ||
            ((size_t)(end - mark) > name.len && strncasecmp(mark + 1, name.at, name.len) == 0)) {
            markup->tag = (size_t)(mark - raw);
            return true;
        }
        mark++;
    }
    return false;
}

static void open_element(struct markup *markup, struct slice name)
{
    size_t position = markup_position(markup);
    bool written;

    if (markup->failed)
        return;
    written = find_tag(markup, name, position);
    if (++markup->depth > MAX_MARKUP_DEPTH) {
        markup_refuse(markup, N_("elements are nested more than 256 deep"));
        return;
    }
    markup->events->open(markup->user, name);
    if (written)
        markup->here = position;
}

static void close_element(struct markup *markup, struct slice name)
{
    size_t position = markup_position(markup);

    if (markup->failed)
        return;
    markup->depth--;
    markup->events->close(markup->user, name);
    if (position > markup->here && markup->attribute_count >= 0)
        markup->here = position; /* HTML closes elements also where text behind them was read already */
}

static void on_html_open(void *parser, const xmlChar *name, const xmlChar **attributes)
{
    struct markup *markup = ((xmlParserCtxtPtr)parser)->_private;

    markup->attributes = attributes;
    markup->attribute_count = -1;
    open_element(markup, from_xml(name));
}

static void on_html_close(void *parser, const xmlChar *name)
{
    close_element(((xmlParserCtxtPtr)parser)->_private, from_xml(name));
}

static void on_xml_open(void *parser, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int spaces,
                        const xmlChar **namespaces, int count, int defaulted, const xmlChar **attributes)
{
    struct markup *markup = ((xmlParserCtxtPtr)parser)->_private;
    (void)spaces, (void)namespaces, (void)defaulted;

    markup->prefix = from_xml(prefix);
    markup->space = from_xml(uri);
    markup->attributes = attributes;
    markup->attribute_count = count;
    open_element(markup, from_xml(name));
}

static void on_xml_close(void *parser, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    (void)prefix, (void)uri;
    close_element(((xmlParserCtxtPtr)parser)->_private, from_xml(name));
}

static void on_entity(void *parser, const xmlChar *name, int type, const xmlChar *public_id, const xmlChar *system_id,
                      xmlChar *content)
{
    struct markup *markup = ((xmlParserCtxtPtr)parser)->_private;
    (void)name, (void)type, (void)public_id, (void)system_id, (void)content;

    markup_refuse(markup, N_("declares an entity; entities are not expanded: write the text itself"));
}

/* What libxml2 complains of; only what ends the parse of XML is of interest. Its messages end with a line break. */
static void on_error(void *parser, xmlErrorPtr fault)
{
    struct markup *markup = ((xmlParserCtxtPtr)parser)->_private;
    struct slice message = from_xml((const xmlChar *)fault->message);

    if (markup->attribute_count < 0 || fault->level != XML_ERR_FATAL || markup->failed)
        return;
    while (message.len > 0 && is_line_break(message.at[message.len - 1]))
        message.len--;
    markup->failed = true;
    error_set(markup->error, markup->name.at, fault->line > 0 ? (size_t)fault->line : 0, "malformed XML: %.*s",
              (int)message.len, message.at);
}

static void set_common(xmlSAXHandler *handler)
{
    handler->characters = handler->ignorableWhitespace = on_text;
    handler->cdataBlock = on_section;
    handler->comment = on_comment;
    handler->processingInstruction = on_instruction;
    handler->initialized = XML_SAX2_MAGIC;
    handler->serror = on_error;
}

static int out_of_memory(const struct markup *markup)
{
    return error_set(markup->error, markup->name.at, 0, "out of memory");
}

int parse_html(struct markup *markup, struct rs_error *error)
{
    const struct slice text = markup->original->text;
    xmlSAXHandler handler = { .startElement = on_html_open, .endElement = on_html_close, .internalSubset = on_doctype };

    markup->error = error;
    markup->attribute_count = -1;
    if (text.len == 0)
        return 0;
    if (libxml2_load(markup->name.at, error) != 0)
        return -1;
    markup->parser = libxml2.htmlCreateMemoryParserCtxt(text.at, (int)text.len);
    if (markup->parser == NULL)
        return out_of_memory(markup);
    set_common(&handler);
    *markup->parser->sax = handler;
    markup->parser->_private = markup;
    markup->parser->charset = XML_CHAR_ENCODING_UTF8; /* it was decoded, whatever a <meta> says */
    libxml2.htmlCtxtUseOptions(markup->parser, HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
    libxml2.htmlParseDocument(markup->parser);
    libxml2.htmlFreeParserCtxt(markup->parser);
    return markup->failed ? -1 : 0;
}

int parse_xml(struct markup *markup, struct rs_error *error)
{
    const struct slice text = markup->original->text;
    xmlSAXHandler handler = {
        .startElementNs = on_xml_open, .endElementNs = on_xml_close, .entityDecl = on_entity, .reference = on_reference
    };

    markup->error = error;
    if (libxml2_load(markup->name.at, error) != 0)
        return -1;
    set_common(&handler);
    markup->parser = libxml2.xmlCreatePushParserCtxt(&handler, NULL, NULL, 0, NULL);
    if (markup->parser == NULL)
        return out_of_memory(markup);
    markup->parser->_private = markup;
    markup->parser->userData = markup->parser;
    libxml2.xmlCtxtUseOptions(markup->parser, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
    for (size_t at = 0, size; at < text.len && !markup->failed; at += size) {
        size = text.len - at < CHUNK ? text.len - at : CHUNK;
        libxml2.xmlParseChunk(markup->parser, text.at + at, (int)size, 0);
    }
    if (!markup->failed)
        libxml2.xmlParseChunk(markup->parser, NULL, 0, 1);
    libxml2.xmlFreeDoc(markup->parser->myDoc); /* libxml2 notes a declared entity in one */
    libxml2.xmlFreeParserCtxt(markup->parser);
    return markup->failed ? -1 : 0;
}

void flow_markup(struct flow *flow, const struct markup_text *text)
{
    if (text->verbatim)
        flow_copy(flow, text->start, text->end);
    else
        flow_instead(flow, text->text, ANCHOR_STANDS_FOR, text->start, text->end);
}
