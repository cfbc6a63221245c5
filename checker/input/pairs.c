#include "input/pairs.h"

#include "input/input.h"
#include "text/unicode.h"

void pairs_begin(struct pairs *pairs, struct transcript *transcript, struct original *original)
{
    struct decoded nothing = { .text = SLICE(""), .encoding = original->encoding };

    *pairs = (struct pairs){ .first = 0 };
    transcript_begin(&pairs->english_transcript, document_new(SLICE("")), &nothing);
    flow_begin(&pairs->german, transcript, original);
    flow_begin(&pairs->english, &pairs->english_transcript, original);
}

void pairs_free(struct pairs *pairs)
{
    document_free(pairs->english_transcript.doc);
}

/* Cuts the first paragraph off the text, with the blank lines behind it. */
static struct slice cut_paragraph(struct slice *text)
{
    const char *mark = text->len == 0 ? NULL : memmem(text->at, text->len, "\n\n", 2);
    struct slice paragraph = { text->at, mark == NULL ? text->len : (size_t)(mark - text->at) };

    *text = trim(slice_from(*text, paragraph.len));
    return trim(paragraph);
}

void pair_segments(struct document *doc, size_t first, struct slice english)
{
    size_t count = doc->segment_count - first, paragraphs = 0;
    struct slice rest = trim(english);

    if (count == 0 || rest.len == 0)
        return;
    rest = english = arena_copy(&doc->arena, rest);
    if (count == 1) {
        doc->segments[first].source = english;
        return;
    }
    for (; rest.len > 0; paragraphs++)
        cut_paragraph(&rest);
    for (size_t i = first; paragraphs == count && i < doc->segment_count; i++)
        doc->segments[i].source = cut_paragraph(&english);
}

void pairs_end_unit(struct pairs *pairs)
{
    struct document *doc = pairs->german.transcript->doc;
    struct slice english;

    flow_break(&pairs->german, SEGMENT_PARAGRAPH);
    flow_break(&pairs->english, SEGMENT_PARAGRAPH);
    english = trim(pairs->english_transcript.doc->text);
    if (english.len > 0 && pairs->first < doc->segment_count)
        english = arena_copy(&doc->arena, english);
    for (size_t i = pairs->first; english.len > 0 && i < doc->segment_count; i++)
        doc->segments[i].source = english;
    pairs->first = doc->segment_count;
    transcript_restart(&pairs->english_transcript);
}
