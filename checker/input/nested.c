#include "input/nested.h"

#include "input/html.h"
#include "input/input.h"

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

int nested_end(struct nested *nested, struct flow *flow, enum segment_kind kind, struct slice name,
               struct rs_error *error)
{
    struct document *field = nested->transcript.doc;
    struct original inner = original_inner(field), *outer = flow->original;
    int status = 0;

    flow_break(&nested->flow, SEGMENT_PARAGRAPH);
    flow_break(flow, kind);
    flow->original = &inner;
    if (looks_like_html(field->text)) {
        flow->transcript->doc->notation = NOTATION_NESTED;
        status = flow_html(flow, name, error);
    } else {
        flow_copy(flow, 0, field->text.len);
    }
    flow_break(flow, SEGMENT_PARAGRAPH);
    flow->original = outer;
    transcript_restart(&nested->transcript);
    return status;
}
