/* The formats that documents are read from. */
#include "input/input.h"

#include "text/unicode.h"

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
        else
            return text;
        end = memmem(text.at, text.len, close, strlen(close));
        if (end == NULL)
            return text;
        text = slice_from(text, (size_t)(end - text.at) + strlen(close));
    }
}

static bool starts_with_tag(struct slice text, const char *name)
{
    size_t length = strlen(name);

    return text.len > length && strncasecmp(text.at, name, length) == 0;
}

static bool begins_html(struct slice start)
{
    struct slice text = skip_prolog(start);

    return starts_with_tag(text, "<!doctype html") || starts_with_tag(text, "<html");
}

const struct format formats[] = {
    { "text", ".txt .text", "plain text, a paragraph a line", read_text, NULL },
    { "markdown", ".md .markdown .mdown .mkd", "Markdown; front matter, code and link targets are passed over",
      read_markdown, NULL },
    { "html", ".html .htm .xhtml", "HTML: the article of the page", read_html, begins_html },
    { NULL, NULL, NULL, NULL, NULL },
};

const struct format *format_named(struct slice name)
{
    for (const struct format *format = formats; format->name != NULL; format++)
        if (slice_equal(name, slice_of(format->name)))
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

const struct format *format_of(const struct input *input)
{
    const struct format *format;

    for (format = formats; format->name != NULL; format++)
        if (has_ending(input->name, format->endings))
            return format;
    format = format_by_start(input->bytes);
    return format != NULL ? format : &formats[0];
}

struct document *read_document(const struct input *input, const struct format *format, struct rs_error *error)
{
    return (format != NULL ? format : format_of(input))->read(input, error);
}
