/* The formats that documents are read from. */
#include <stdio.h>

#include "input/input.h"
#include "messages/messages.h"
#include "text/unicode.h"

static bool starts_with_tag(struct slice text, const char *name)
{
    size_t length = strlen(name);

    return text.len > length && strncasecmp(text.at, name, length) == 0;
}

/* The text behind white space, a byte order mark, an XML declaration, instructions and comments. */
static struct slice skip_prolog(struct slice text)
{
    const struct slice mark = SLICE("\xef\xbb\xbf");

    if (slice_starts(text, mark))
        text = slice_from(text, mark.len);
    for (;;) {
        const char *end, *close;

        text = trim(text);
        if (slice_starts(text, SLICE("<?")))
            close = "?>";
        else if (slice_starts(text, SLICE("<!--")))
            close = "-->";
        else if (slice_starts(text, SLICE("<!DOCTYPE ")) && !starts_with_tag(text, "<!DOCTYPE html"))
            close = ">";
        else
            return text;
        end = memmem(text.at, text.len, close, strlen(close));
        if (end == NULL)
            return text;
        text = slice_from(text, (size_t)(end - text.at) + strlen(close));
    }
}

/* True when the root element has the name, with any prefix. */
static bool has_root(struct slice start, const char *name)
{
    struct slice text = skip_prolog(start), root;
    const char *colon;

    if (text.len == 0 || *text.at != '<')
        return false;
    root = slice_from(text, 1);
    for (size_t i = 0; i < root.len; i++)
        if (strchr(" \t\r\n/>", root.at[i]) != NULL)
            root.len = i;
    colon = memchr(root.at, ':', root.len);
    if (colon != NULL)
        root = slice_from(root, (size_t)(colon - root.at) + 1);
    return slice_is(root, name);
}

static bool begins_html(struct slice start)
{
    struct slice text = skip_prolog(start);

    return starts_with_tag(text, "<!doctype html") || starts_with_tag(text, "<html");
}

static bool begins_xliff(struct slice start)
{
    return has_root(start, "xliff");
}

static bool begins_tmx(struct slice start)
{
    return has_root(start, "tmx");
}

static bool begins_feed(struct slice start)
{
    return has_root(start, "rss") || has_root(start, "feed") || has_root(start, "RDF");
}

static bool begins_nitf(struct slice start)
{
    return has_root(start, "nitf");
}

static bool begins_newsml(struct slice start)
{
    return has_root(start, "newsItem") || has_root(start, "newsMessage");
}

static bool begins_json(struct slice start)
{
    struct slice text = skip_prolog(start), rest;

    if (text.len < 2 || (*text.at != '{' && *text.at != '['))
        return false;
    rest = trim(slice_from(text, 1));
    return rest.len > 0 && (*rest.at == '"' || *rest.at == '{' || *rest.at == '[');
}

/* The names of an archive's parts stand in it as they are. */
static bool is_archive_with(struct slice bytes, struct slice part)
{
    return slice_starts(bytes, SLICE("PK\3\4")) && memmem(bytes.at, bytes.len, part.at, part.len) != NULL;
}

static bool begins_docx(struct slice start)
{
    return is_archive_with(start, SLICE("word/document.xml"));
}

static bool begins_odt(struct slice start)
{
    return is_archive_with(start, SLICE("application/vnd.oasis.opendocument.text"));
}

/* An entry, behind comments. */
static bool begins_po(struct slice start)
{
    struct slice text = trim(start);

    while (text.len > 0 && *text.at == '#') {
        const char *end = memchr(text.at, '\n', text.len);

        if (end == NULL)
            return false;
        text = trim(slice_from(text, (size_t)(end - text.at)));
    }
    return slice_starts(text, SLICE("msgid \"")) || slice_starts(text, SLICE("msgctxt \""));
}

const struct format formats[] = {
    { "text", ".txt .text", N_("plain text, a paragraph a line"), read_text, false, NULL },
    { "markdown", ".md .markdown .mdown .mkd", N_("Markdown; front matter, code and link targets are passed over"),
      read_markdown, false, NULL },
    { "html", ".html .htm .xhtml", N_("HTML: the article of the page"), read_html, false, begins_html },
    { "xliff", ".xlf .xliff .mxliff .sdlxliff .mqxliff", N_("XLIFF 1.2 and 2.x: the targets, with their sources"),
      read_xliff, false, begins_xliff },
    { "tmx", ".tmx", N_("TMX: the German variants, with their sources"), read_tmx, true, begins_tmx },
    { "feed", ".rss .atom", N_("RSS and Atom: titles, summaries and contents"), read_feed, false, begins_feed },
    { "nitf", ".nitf", N_("NITF: the article in its body"), read_nitf, false, begins_nitf },
    { "newsml", ".newsml", N_("NewsML-G2: headlines and inline contents"), read_newsml, false, begins_newsml },
    { "po", ".po", N_("PO (gettext): the translations, with their sources"), read_po, false, begins_po },
    { "json", ".json .ndjson .jsonl", N_("JSON and NDJSON: the texts at --json-field"), read_json, false, begins_json },
    { "docx", ".docx", N_("DOCX (Word): paragraphs and notes, tracked changes accepted"), read_docx, false,
      begins_docx },
    { "odt", ".odt", N_("ODT (LibreOffice): paragraphs and notes, tracked changes accepted"), read_odt, false,
      begins_odt },
    { "tsv", ".tsv", N_("tab-separated: source and target, or columns named in the first line"), read_tsv, false,
      NULL },
    { NULL, NULL, NULL, NULL, false, NULL },
};

const struct format *format_named(struct slice name)
{
    for (const struct format *format = formats; format->name != NULL; format++)
        if (slice_is(name, format->name))
            return format;
    return NULL;
}

/* True when the name ends in one of the endings, in letters of either case, and has something before it. */
static bool has_ending(struct slice name, const char *endings)
{
    while (*endings != '\0') {
        size_t length = strcspn(endings, " ");

        if (name.len > length && strncasecmp(name.at + name.len - length, endings, length) == 0)
            return true;
        endings += length + (endings[length] == ' ');
    }
    return false;
}

/* The format that the bytes begin as, or NULL. */
static const struct format *format_by_start(struct slice bytes)
{
    for (const struct format *format = formats; format->name != NULL; format++)
        if (format->begins != NULL && format->begins(bytes))
            return format;
    return NULL;
}

static struct document *refuse(const struct input *input, size_t line, const char *reason, struct rs_error *error)
{
    char name[256];

    snprintf(name, sizeof name, "%.*s", (int)input->name.len, input->name.at);
    error_set(error, name, line, "%s", translated(reason));
    return NULL;
}

/* XML of a kind that no format claims. */
static struct document *refuse_xml(const struct input *input, struct rs_error *error)
{
    return refuse(input, 1, N_("XML of a kind that is not known; --type says how to read it"), error);
}

/* What a desk may hold for an article, and what to do with it. */
static const struct {
    struct slice start;
    const char *reason;
} foreign[] = {
    { { "%PDF-", 5 }, N_("is a PDF; check the document that it was made from, or its text") },
    { { "{\\rtf", 5 }, N_("is RTF; save it as DOCX or ODT") },
    { { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8 }, N_("is a document of an old Office (DOC); save it as DOCX or ODT") },
    { { "PK\3\4", 4 }, N_("is a ZIP archive, but neither DOCX nor ODT; name the files in it") },
    { { "\x1f\x8b", 2 }, N_("is compressed; unpack it") },
    { { "\xfd"
        "7zXZ",
        5 },
      N_("is compressed; unpack it") },
    { { "\x28\xb5\x2f\xfd", 4 }, N_("is compressed; unpack it") },
};

/* Why the file is none that the format can read, or NULL. Those that are archives say so themselves. */
static const char *foreign_reason(const struct input *input, const struct format *format)
{
    bool is_archive = format->read == read_docx || format->read == read_odt;

    for (size_t i = 0; !is_archive && i < sizeof foreign / sizeof *foreign; i++)
        if (slice_starts(input->bytes, foreign[i].start))
            return foreign[i].reason;
    return NULL;
}

static const struct format unknown_xml = { "xml", "", "", refuse_xml, false, NULL };

const struct format *format_by_ending(struct slice name)
{
    for (const struct format *format = formats; format->name != NULL; format++)
        if (has_ending(name, format->endings))
            return format;
    return NULL;
}

const struct format *format_of(const struct input *input)
{
    const struct format *format = format_by_ending(input->name);

    if (format == NULL)
        format = format_by_start(input->bytes);
    if (format == NULL && (has_ending(input->name, ".xml") || slice_starts(input->bytes, SLICE("<?xml "))))
        return &unknown_xml;
    return format != NULL ? format : &formats[0];
}

struct document *read_document(const struct input *input, const struct format *format, struct rs_error *error)
{
    const char *reason;

    if (format != NULL)
        return format->read(input, error);
    format = format_of(input);
    reason = foreign_reason(input, format);
    return reason != NULL ? refuse(input, 0, reason, error) : format->read(input, error);
}

int read_source(struct document *doc, const struct input *input, const struct format *format, struct rs_error *error)
{
    struct input source = *input;
    struct document *english;

    source.language = "en";
    english = read_document(&source, format, error);
    if (english == NULL)
        return -1;
    if (english->segment_count == 0) {
        error_set(error, english->name.at, 0, "the source holds no text");
        document_free(english);
        return -1;
    }
    document_free(doc->english);
    doc->english = english;
    doc->english_aligned = false;
    return 0;
}
