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
