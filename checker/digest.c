#include "digest.h"

void digest_begin(struct digest *digest, struct slice name)
{
    const struct decoded nothing = { .text = SLICE(""),
                                     .encoding = ENCODING_UTF_8,
                                     .start = { .line = 1, .column = 1 } };

    *digest = (struct digest){ .doc = document_new(name) };
    transcript_begin(&digest->transcript, digest->doc, &nothing);
    flow_begin(&digest->flow, &digest->transcript, NULL);
    digest->issues.arena = &digest->doc->arena;
}

static struct slice keep(struct digest *digest, struct slice text)
{
    return text.len == 0 ? text : arena_copy(&digest->doc->arena, text);
}

/* Copies an issue of the batch; what lay at start in its text lies at moved in the digest's. */
static void take_issue(struct digest *digest, const struct issue *issue, uint32_t start, uint32_t moved)
{
    struct issue *copy = issues_add(&digest->issues, issue->rule, issue->span);

    *copy = *issue;
    copy->span = (struct span){ issue->span.start - start + moved, issue->span.end - start + moved };
    for (size_t i = 0; i < LANGUAGE_COUNT; i++)
        copy->message[i] = keep(digest, issue->message[i]);
    for (size_t i = 0; i < issue->suggestion_count; i++)
        copy->suggestions[i] = keep(digest, issue->suggestions[i]);
    copy->source = keep(digest, issue->source);
    copy->reason = keep(digest, issue->reason);
}

/* Copies the sentences of a segment, which is the digest's last one. */
static void take_sentences(struct digest *digest, const struct document *batch, const struct segment *segment,
                           uint32_t moved)
{
    struct document *doc = digest->doc;
    struct segment *last = &doc->segments[doc->segment_count - 1];

    last->first_sentence = (uint32_t)doc->sentence_count;
    last->sentence_count = segment->sentence_count;
    for (size_t i = 0; i < segment->sentence_count; i++) {
        struct sentence sentence = batch->sentences[segment->first_sentence + i];

        sentence.span.start = sentence.span.start - segment->span.start + moved;
        sentence.span.end = sentence.span.end - segment->span.start + moved;
        sentence.segment = (uint32_t)doc->segment_count - 1;
        sentence.first_token = sentence.token_count = 0;
        sentence.source = keep(digest, sentence.source);
        doc->sentences = arena_grow(&doc->arena, doc->sentences, doc->sentence_count, &digest->sentence_capacity,
                                    sizeof *doc->sentences);
        doc->sentences[doc->sentence_count++] = sentence;
    }
}

/* Copies a segment; returns where it begins in the digest's text. */
static uint32_t take_segment(struct digest *digest, const struct document *batch, const struct segment *segment)
{
    struct segment *copy;

    flow_break(&digest->flow, segment->kind);
    flow_copy(&digest->flow, segment->span.start, segment->span.end);
    copy = flow_break(&digest->flow, SEGMENT_PARAGRAPH);
    copy->source = keep(digest, segment->source);
    take_sentences(digest, batch, segment, copy->span.start);
    return digest->doc->segments[digest->doc->segment_count - 1].span.start;
}

/* A habit that was found in a batch is not reported again in later ones. */
static bool is_known_habit(const struct digest *digest, const struct issue *issue)
{
    for (size_t i = 0; issue->habit && i < digest->before; i++)
        if (digest->issues.items[i].habit && digest->issues.items[i].rule == issue->rule)
            return true;
    return false;
}

/* True when any issue of the segment, of which the first is given, is to be taken. */
static bool is_wanted(const struct digest *digest, const struct segment *segment, const struct issues *issues,
                      size_t first)
{
    for (size_t i = first; i < issues->count && issues->items[i].span.start < segment->span.end; i++)
        if (!is_known_habit(digest, &issues->items[i]))
            return true;
    return false;
}

void digest_take(struct digest *digest, const struct document *batch, const struct issues *issues)
{
    struct original original = original_inner(batch);
    size_t issue = 0;

    digest->before = digest->issues.count;
    digest->flow.original = &original;
    digest->flow.keep_space = true;
    digest->doc->encoding = batch->encoding;
    digest->doc->notation = batch->notation;
    digest->doc->word_count += batch->word_count;
    for (size_t i = 0; i < batch->segment_count && issue < issues->count; i++) {
        const struct segment *segment = &batch->segments[i];
        uint32_t moved = 0;
        bool wanted = is_wanted(digest, segment, issues, issue);

        if (wanted)
            moved = take_segment(digest, batch, segment);
        for (; issue < issues->count && issues->items[issue].span.start < segment->span.end; issue++)
            if (!is_known_habit(digest, &issues->items[issue]))
                take_issue(digest, &issues->items[issue], segment->span.start, moved);
    }
}
