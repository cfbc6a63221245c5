/* Markdown, as md4c reads it. The pieces it hands out lie in the text it was given, so their places are known. */
#include <md4c.h>

#include "input/flow.h"
#include "input/input.h"
#include "input/reference.h"

#define DIALECT (MD_DIALECT_GITHUB | MD_FLAG_NOINDENTEDCODEBLOCKS)

struct markdown {
    struct flow flow;
    struct slice text; /* what md4c was given */
    size_t start;      /* of text, in the original */
    size_t last;       /* the end of the last piece, in the original */
    size_t comment;    /* the end of the last comment */
    unsigned items;    /* list items that are open */
    unsigned silent;   /* open code blocks and inner images: no text */
    bool code;         /* inside `code` of which nothing was written yet */
    bool broken;       /* a line ended since the last piece */
    bool hard;         /* … with a mark that says so */
    bool caption;      /* the text of an image that stands by itself */
};

static bool lies_inside(const struct markdown *markdown, const char *at, size_t size)
{
    uintptr_t start = (uintptr_t)markdown->text.at, place = (uintptr_t)at;

    return place >= start && place - start <= markdown->text.len && size <= markdown->text.len - (place - start);
}

static bool is_blank(struct slice text)
{
    while (text.len > 0 && (*text.at == ' ' || (*text.at >= '\t' && *text.at <= '\r')))
        text = slice_from(text, 1);
    return text.len == 0;
}

/* The end of a line is a space. Between two lines of a quotation stands its mark as well, which is no white space. */
static void write_line_break(struct markdown *markdown, size_t next)
{
    struct slice between = { markdown->flow.original->text.at + markdown->last, next - markdown->last };

    if (!markdown->broken)
        return;
    if (is_blank(between) && !markdown->hard)
        flow_copy(&markdown->flow, markdown->last, next);
    else
        flow_instead(&markdown->flow, SLICE(" "), ANCHOR_REPLACES, markdown->last, next);
    markdown->broken = markdown->hard = false;
}

static void write_entity(struct markdown *markdown, size_t start, size_t end)
{
    const char *at = markdown->flow.original->text.at;
    char character[MAX_REFERENCE_TEXT];
    size_t written = 0;

    if (read_reference((struct slice){ at + start, end - start }, character, &written) > 0)
        flow_instead(&markdown->flow, (struct slice){ character, written }, ANCHOR_STANDS_FOR, start, end);
    else
        flow_copy(&markdown->flow, start, end);
}

static void write_code(struct markdown *markdown, size_t start, size_t end)
{
    if (markdown->code)
        flow_instead(&markdown->flow, SLICE(OBJECT_CHARACTER), ANCHOR_REPLACES, start, end);
    markdown->code = false;
}

/* Finds the comments that begin in a piece of HTML; one may end in a later piece. */
static void write_comments(struct markdown *markdown, size_t start, size_t end)
{
    struct slice text = markdown->flow.original->text;

    for (size_t at = start > markdown->comment ? start : markdown->comment; at < end;) {
        const char *mark = memmem(text.at + at, end - at, "<!--", 4), *close;

        if (mark == NULL)
            return;
        at = (size_t)(mark - text.at);
        close = memmem(mark + 4, text.len - at - 4, "-->", 3);
        if (close == NULL)
            return;
        flow_comment(&markdown->flow, at, at + 4, (size_t)(close - text.at));
        at = markdown->comment = (size_t)(close - text.at) + 3;
    }
}

static void write_html(struct markdown *markdown, size_t start, size_t end)
{
    const char *at = markdown->flow.original->text.at + start;

    write_comments(markdown, start, end);
    if (end - start >= 3 && strncasecmp(at, "<br", 3) == 0)
        flow_instead(&markdown->flow, SLICE(" "), ANCHOR_REPLACES, start, end);
}

static int on_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *user)
{
    struct markdown *markdown = user;
    size_t start, end;

    if (type == MD_TEXT_SOFTBR || type == MD_TEXT_BR) {
        markdown->broken = true;
        markdown->hard |= type == MD_TEXT_BR;
        return 0;
    }
    if (!lies_inside(markdown, text, size))
        return 0;
    start = markdown->start + (size_t)(text - markdown->text.at);
    end = start + size;
    if (type != MD_TEXT_HTML && markdown->silent > 0)
        return 0;
    write_line_break(markdown, start);
    if (type == MD_TEXT_HTML)
        write_html(markdown, start, end);
    else if (type == MD_TEXT_CODE)
        write_code(markdown, start, end);
    else if (type == MD_TEXT_ENTITY)
        write_entity(markdown, start, end);
    else
        flow_copy(&markdown->flow, start, end);
    markdown->last = end;
    return 0;
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *user)
{
    struct markdown *markdown = user;
    enum segment_kind kind = markdown->items > 0 ? SEGMENT_LIST_ITEM : SEGMENT_PARAGRAPH;
    (void)detail;

    markdown->items += type == MD_BLOCK_LI;
    markdown->silent += type == MD_BLOCK_CODE;
    if (type == MD_BLOCK_LI)
        kind = SEGMENT_LIST_ITEM;
    else if (type == MD_BLOCK_H)
        kind = SEGMENT_HEADING;
    else if (type == MD_BLOCK_TH || type == MD_BLOCK_TD)
        kind = SEGMENT_CELL;
    flow_break(&markdown->flow, kind);
    markdown->broken = markdown->hard = false;
    return 0;
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *user)
{
    struct markdown *markdown = user;
    (void)detail;

    markdown->items -= type == MD_BLOCK_LI;
    markdown->silent -= type == MD_BLOCK_CODE;
    flow_break(&markdown->flow, SEGMENT_PARAGRAPH);
    markdown->broken = markdown->hard = false;
    return 0;
}

/* The alternative text of an image is a caption. That of one inside a sentence would tear it apart: something stands
 * in its place. */
static void enter_image(struct markdown *markdown)
{
    if (markdown->silent > 0 || markdown->flow.open) {
        if (markdown->silent++ == 0)
            flow_instead(&markdown->flow, SLICE(OBJECT_CHARACTER), ANCHOR_REPLACES, markdown->last, markdown->last);
        return;
    }
    markdown->caption = true;
    markdown->flow.kind = SEGMENT_CAPTION;
}

static void leave_image(struct markdown *markdown)
{
    if (markdown->silent > 0) {
        markdown->silent--;
        return;
    }
    markdown->caption = false;
    flow_break(&markdown->flow, markdown->items > 0 ? SEGMENT_LIST_ITEM : SEGMENT_PARAGRAPH);
}

static int enter_span(MD_SPANTYPE type, void *detail, void *user)
{
    struct markdown *markdown = user;
    (void)detail;

    if (type == MD_SPAN_CODE)
        markdown->code = true;
    else if (type == MD_SPAN_IMG && !markdown->caption)
        enter_image(markdown);
    else if (type == MD_SPAN_IMG)
        markdown->silent++;
    return 0;
}

static int leave_span(MD_SPANTYPE type, void *detail, void *user)
{
    struct markdown *markdown = user;
    (void)detail;

    if (type == MD_SPAN_CODE)
        markdown->code = false;
    else if (type == MD_SPAN_IMG)
        leave_image(markdown);
    return 0;
}

/* Bytes of the first line, with its line break. */
static size_t whole_line_length(struct slice text)
{
    size_t length = line_length(text);

    return length + line_break_length(slice_from(text, length));
}

static bool line_is(struct slice line, struct slice mark)
{
    return slice_starts(line, mark) && is_blank(slice_from(line, mark.len));
}

/* Bytes of the front matter (YAML between ---, TOML between +++) at the start of the text. Without its end it is
 * none. */
static size_t front_matter_length(struct slice text)
{
    struct slice mark = slice_starts(text, SLICE("+++")) ? SLICE("+++") : SLICE("---");
    size_t at = whole_line_length(text);

    if (!line_is((struct slice){ text.at, at }, mark))
        return 0;
    while (at < text.len) {
        struct slice line = { text.at + at, whole_line_length(slice_from(text, at)) };

        at += line.len;
        if (line_is(line, mark) || (*mark.at == '-' && line_is(line, SLICE("..."))))
            return at;
    }
    return 0;
}

struct document *read_markdown(const struct input *input, struct rs_error *error)
{
    static const MD_PARSER parser = {
        0, DIALECT, enter_block, leave_block, enter_span, leave_span, on_text, NULL, NULL
    };
    struct document *doc = document_new(input->name);
    struct transcript transcript;
    struct decoded decoded;
    struct original original;
    struct markdown markdown = { .start = 0 };

    if (decode_file(doc, input->bytes, &decoded, error) != 0) {
        document_free(doc);
        return NULL;
    }
    doc->notation = NOTATION_MARKDOWN;
    original = original_file(&decoded);
    transcript_begin(&transcript, doc, &decoded);
    flow_begin(&markdown.flow, &transcript, &original);
    markdown.start = markdown.last = front_matter_length(decoded.text);
    markdown.text = slice_from(decoded.text, markdown.start);
    if (md_parse(markdown.text.at, (MD_SIZE)markdown.text.len, &parser, &markdown) == 0)
        return doc;
    error_set(error, doc->name.at, 0, "can't be read as Markdown: out of memory");
    document_free(doc);
    return NULL;
}
