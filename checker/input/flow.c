#include "input/flow.h"

#include "text/unicode.h"

struct original original_file(const struct decoded *decoded)
{
    return (struct original){ .text = decoded->text, .encoding = decoded->encoding, .at = decoded->start };
}

struct original original_inner(const struct document *inner)
{
    return (struct original){ .text = inner->text, .inner = inner };
}

struct origin original_origin(struct original *original, size_t offset)
{
    if (original->inner != NULL)
        return document_origin(original->inner, (uint32_t)offset);
    if (offset > original->offset) {
        advance(original->encoding, (struct slice){ original->text.at + original->offset, offset - original->offset },
                &original->at);
        original->offset = offset;
    }
    return original->at;
}

struct origin original_end(struct original *original, size_t offset)
{
    if (original->inner != NULL)
        return document_end(original->inner, (uint32_t)offset);
    return original_origin(original, offset);
}

void flow_begin(struct flow *flow, struct transcript *transcript, struct original *original)
{
    *flow = (struct flow){ .transcript = transcript, .original = original };
}

/* White space that collapses: what HTML and XML take for it, and the form feed. */
static bool collapses(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/* Sees to it that a segment is open and that white space before the next character is written. */
static void open_segment(struct flow *flow)
{
    if (!flow->open) {
        flow->open = true;
        flow->spaced = false;
        flow->start = segment_begin(flow->transcript);
    }
    if (flow->spaced)
        transcribe_instead(flow->transcript, SLICE(" "), flow->space_kind, &flow->space_start, &flow->space_end);
    flow->spaced = false;
}

static void copy_inner(struct flow *flow, size_t start, size_t end)
{
    const struct document *inner = flow->original->inner;

    while (start < end) {
        enum anchor_kind kind;
        struct span run = { (uint32_t)start, (uint32_t)end };
        struct origin from = document_origin(inner, run.start), to;

        run.end = document_run(inner, run, &kind);
        to = document_end(inner, run.end);
        if (kind == ANCHOR_RUNS_ALONG)
            transcribe(flow->transcript, text_of(inner, run), &from);
        else if (text_of(inner, run).at[0] == '\n') /* written as an escape; a line break ends a segment */
            transcribe_instead(flow->transcript, SLICE(" "), kind, &from, &to);
        else
            transcribe_instead(flow->transcript, text_of(inner, run), kind, &from, &to);
        start = run.end;
    }
}

/* Writes text of the original as it is, white space and all. */
static void copy_text(struct flow *flow, size_t start, size_t end)
{
    struct original *original = flow->original;

    open_segment(flow);
    if (original->inner != NULL) {
        copy_inner(flow, start, end);
        return;
    }
    original_origin(original, start);
    transcribe(flow->transcript, (struct slice){ original->text.at + start, end - start }, &original->at);
    original->offset = end;
}

/* Notes white space of the original; the first of several pieces counts. */
static void note_space(struct flow *flow, enum anchor_kind kind, size_t start, size_t end)
{
    if (!flow->open || flow->spaced)
        return;
    flow->spaced = true;
    flow->space_kind = kind;
    flow->space_start = original_origin(flow->original, start);
    flow->space_end = original_end(flow->original, end);
}

/* The end of the words at start: single spaces between words belong to them. */
static size_t words_end(const struct original *original, size_t start, size_t end)
{
    const char *text = original->text.at;

    while (start < end &&
           (!collapses(text[start]) || (text[start] == ' ' && start + 1 < end && !collapses(text[start + 1]))))
        start++;
    return start;
}

static size_t spaces_end(const struct original *original, size_t start, size_t end)
{
    while (start < end && collapses(original->text.at[start]))
        start++;
    return start;
}

void flow_copy(struct flow *flow, size_t start, size_t end)
{
    if (flow->keep_space) {
        if (!flow->open) /* a segment does not begin with white space */
            start = spaces_end(flow->original, start, end);
        if (start < end)
            copy_text(flow, start, end);
        return;
    }
    while (start < end) {
        size_t spaces = spaces_end(flow->original, start, end), words = words_end(flow->original, spaces, end);

        if (spaces > start)
            note_space(flow, ANCHOR_STANDS_FOR, start, spaces);
        if (words > spaces)
            copy_text(flow, spaces, words);
        start = words;
    }
}

void flow_instead(struct flow *flow, struct slice text, enum anchor_kind kind, size_t start, size_t end)
{
    struct origin from, to;

    if (!flow->keep_space && text.len == 1 && collapses(*text.at)) {
        note_space(flow, kind, start, end);
        return;
    }
    from = original_origin(flow->original, start);
    to = original_end(flow->original, end);
    open_segment(flow);
    transcribe_instead(flow->transcript, text, kind, &from, &to);
}

void flow_comment(struct flow *flow, size_t mark, size_t start, size_t end)
{
    struct origin at = original_origin(flow->original, mark);

    transcribe_comment(flow->transcript, (struct slice){ flow->original->text.at + start, end - start }, &at);
}

struct segment *flow_break(struct flow *flow, enum segment_kind kind)
{
    struct segment *segment = flow->open ? segment_end(flow->transcript, flow->start, flow->kind) : NULL;

    flow->open = flow->spaced = false;
    flow->kind = kind;
    return segment;
}
