#include "input/nested.h"

#include "input/html.h"
#include "input/input.h"
#include "text/unicode.h"

void nested_begin(struct nested *nested, struct original *original)
{
    struct decoded nothing = { .text = SLICE(""), .encoding = original->encoding };

    transcript_begin(&nested->transcript, document_new(SLICE("")), &nothing);
    flow_begin(&nested->flow, &nested->transcript, original);
    nested->flow.keep_space = true;
}

void nested_free(struct nested *nested)
{
    document_free(nested->transcript.doc);
}

/* The end of the paragraph that begins at an offset of the text. */
static size_t paragraph_end(const struct nested *nested, struct slice text, size_t at)
{
    const char *mark;

    while (at < text.len && (mark = memchr(text.at + at, '\n', text.len - at)) != NULL) {
        at = (size_t)(mark - text.at);
        if (!nested->wrapped || (at + 1 < text.len && text.at[at + 1] == '\n'))
            return at;
        at++;
    }
    return text.len;
}

static void write_paragraphs(const struct nested *nested, struct flow *flow, enum segment_kind kind)
{
    struct slice text = flow->original->text;

    flow->keep_space = nested->keep_space;
    for (size_t at = 0; at < text.len; at++) {
        size_t end = paragraph_end(nested, text, at);
        struct slice paragraph = trim((struct slice){ text.at + at, end - at });

        at = (size_t)(paragraph.at - text.at);
        flow_copy(flow, at, at + paragraph.len);
        flow_break(flow, kind);
        at = end;
    }
    flow->keep_space = false;
}

int nested_end(struct nested *nested, struct flow *flow, enum segment_kind kind, struct slice name,
               struct rs_error *error)
{
    struct document *field = nested->transcript.doc;
    struct original inner = original_inner(field), *outer = flow->original;
    int status = 0;

    flow_break(&nested->flow, SEGMENT_PARAGRAPH);
    flow_break(flow, kind);
    flow->original = &inner;
    if (!nested->plain && looks_like_html(field->text)) {
        flow->transcript->doc->notation = NOTATION_NESTED;
        status = flow_html(flow, name, error);
    } else {
        write_paragraphs(nested, flow, kind);
    }
    flow_break(flow, SEGMENT_PARAGRAPH);
    flow->original = outer;
    transcript_restart(&nested->transcript);
    return status;
}
