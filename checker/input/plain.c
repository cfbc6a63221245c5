/* Plain text: a line is a paragraph. */
#include "input/input.h"
#include "input/transcript.h"
#include "text/unicode.h"

/* A headline is seldom longer. */
#define MAX_HEADING 120

/* A line of the file, and what stands around it. */
struct line {
    struct slice text; /* without white space at its ends */
    bool first;        /* no other text before it */
    bool set_off;      /* blank lines, or the file's start and end, around it */
};

/* Cuts the first line off *rest, with its line break. */
static struct slice cut_line(struct slice *rest)
{
    size_t length = line_length(*rest), whole = length + line_break_length(slice_from(*rest, length));
    *rest = slice_from(*rest, whole);
    return (struct slice){ rest->at - whole, whole };
}

/* True when the next line is blank or there is none. Looks no further than its first visible character. */
static bool blank_line_follows(struct slice rest)
{
    while (rest.len > 0 && line_break_length(rest) == 0) {
        int32_t c;
        size_t length = read_code_point(rest, &c);

        if (!is_space(c))
            return false;
        rest = slice_from(rest, length);
    }
    return true;
}

/* The last character that is not a closing quotation mark or bracket. */
static int32_t last_character(struct slice text)
{
    int32_t c;
    size_t length;

    while ((length = read_last_code_point(text, &c)) > 0) {
        if (c != '"' && c != ')' && c != 0x201c && c != 0x201d && c != 0xab && c != 0xbb)
            break;
        text.len -= length;
    }
    return c;
}

static bool is_heading(const struct line *line)
{
    if (!line->first && !line->set_off)
        return false;
    if (line->text.len > MAX_HEADING * 4 || count_code_points(line->text) > MAX_HEADING)
        return false;
    switch (last_character(line->text)) {
    case '.':
    case ',':
    case ';':
    case ':':
    case 0x2026: /* … */
        return false;
    case '!':
    case '?':
        return line->first;
    default:
        return true;
    }
}

/* A hyphen and a dash also begin speech, but then there is no telling; a list is likelier in an article. */
static bool is_list_item(struct slice text)
{
    int32_t mark, space;
    size_t length = read_code_point(text, &mark);

    read_code_point(slice_from(text, length), &space);
    return is_space(space) && (mark == '-' || mark == '*' || mark == 0x2022 || mark == 0x2023 || mark == 0x25aa);
}

static enum segment_kind kind_of(const struct line *line)
{
    if (is_list_item(line->text))
        return SEGMENT_LIST_ITEM;
    return is_heading(line) ? SEGMENT_HEADING : SEGMENT_PARAGRAPH;
}

/* Adds a segment; *at is the place of the start of the line whole, which ends with its line break. */
static void add_line(struct transcript *transcript, struct slice whole, const struct line *line, struct origin at)
{
    uint32_t start = segment_begin(transcript);

    advance(transcript->encoding, slice_between(whole.at, line->text.at), &at);
    transcribe(transcript, line->text, &at);
    segment_end(transcript, start, kind_of(line));
}

static void read_lines(struct transcript *transcript, const struct decoded *decoded)
{
    struct slice rest = decoded->text;
    struct origin at = decoded->start;
    bool blank_before = true;

    while (rest.len > 0) {
        struct slice whole = cut_line(&rest);
        struct line line = { .text = trim(whole), .first = transcript->doc->segment_count == 0 };

        line.set_off = blank_before && blank_line_follows(rest);
        if (line.text.len > 0)
            add_line(transcript, whole, &line, at);
        blank_before = line.text.len == 0;
        advance(transcript->encoding, whole, &at);
    }
}

struct document *read_plain_text(struct slice name, struct slice bytes, struct rs_error *error)
{
    struct document *doc = document_new(name);
    struct transcript transcript;
    struct decoded decoded;

    if (decode_file(doc, bytes, &decoded, error) != 0) {
        document_free(doc);
        return NULL;
    }
    transcript_begin(&transcript, doc, &decoded);
    read_lines(&transcript, &decoded);
    return doc;
}

int read_plain_source(struct document *doc, struct slice name, struct slice bytes, struct rs_error *error)
{
    return read_source(doc, &(struct input){ .name = name, .bytes = bytes }, &formats[0], error);
}

struct document *read_text(const struct input *input, struct rs_error *error)
{
    return read_plain_text(input->name, input->bytes, error);
}

struct document *read_segment_text(struct slice name, struct slice text, struct rs_error *error)
{
    struct document *doc = document_new(name);
    struct transcript transcript;
    struct decoded decoded;
    struct slice inner;

    if (decode_utf8(doc, text, &decoded, error) != 0) {
        document_free(doc);
        return NULL;
    }
    inner = trim(decoded.text);
    transcript_begin(&transcript, doc, &decoded);
    advance(decoded.encoding, slice_between(decoded.text.at, inner.at), &decoded.start);
    transcribe(&transcript, inner, &decoded.start);
    segment_end(&transcript, 0, SEGMENT_PARAGRAPH);
    return doc;
}
