#include "source.h"

#include "escape.h"

bool has_source(const struct document *doc)
{
    for (size_t i = 0; i < doc->segment_count; i++)
        if (doc->segments[i].source.len > 0)
            return true;
    return false;
}

uint32_t pair_of(const struct document *doc, uint32_t sentence)
{
    const struct segment *segment = &doc->segments[doc->sentences[sentence].segment];

    return segment->source.len > 0 ? segment->first_sentence : NO_ID;
}

void write_source(const struct marking *marking, const struct segment *segment)
{
    FILE *out = marking->page->out;

    if (segment->source.len == 0)
        return;
    fputs("<div class=\"source\" lang=\"en\"><p>", out);
    if (segment->sentence_count > 0)
        fprintf(out, "<span class=\"s\" data-pair=\"%zu-%u\">", marking->article, segment->first_sentence + 1);
    write_text(out, segment->source);
    fprintf(out, "%s</p></div>\n", segment->sentence_count > 0 ? "</span>" : "");
}
