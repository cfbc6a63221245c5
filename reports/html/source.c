#include "source.h"

#include "escape.h"

bool has_source_column(const struct document *doc)
{
    for (size_t i = 0; i < doc->segment_count; i++)
        if (doc->segments[i].source.len > 0)
            return true;
    for (size_t i = 0; i < doc->sentence_count; i++)
        if (doc->sentences[i].source.len > 0)
            return true;
    return false;
}

/* Sentences know their own English; else they share that of their segment. */
static bool by_sentence(const struct document *doc, const struct segment *segment)
{
    for (uint32_t i = segment->first_sentence; i < segment->first_sentence + segment->sentence_count; i++)
        if (doc->sentences[i].source.len > 0)
            return true;
    return false;
}

static bool same_passage(struct slice left, struct slice right)
{
    return left.at == right.at && left.len == right.len;
}

uint32_t pair_of(const struct document *doc, uint32_t sentence)
{
    const struct segment *segment = &doc->segments[doc->sentences[sentence].segment];

    if (!by_sentence(doc, segment))
        return segment->source.len > 0 ? segment->first_sentence : NO_ID;
    if (doc->sentences[sentence].source.len == 0)
        return NO_ID;
    while (sentence > segment->first_sentence &&
           same_passage(doc->sentences[sentence - 1].source, doc->sentences[sentence].source))
        sentence--;
    return sentence;
}

static void write_passage(const struct marking *marking, struct slice text, uint32_t pair)
{
    fprintf(marking->page->out, "<span class=\"s\" data-pair=\"%zu-%u\">", marking->article, pair + 1);
    write_text(marking->page->out, text);
    fputs("</span>", marking->page->out);
}

static bool lies_in(struct slice part, struct slice whole)
{
    return part.at >= whole.at && part.at + part.len <= whole.at + whole.len;
}

/* Writes the sentences' English. Where it lies in the segment's, what stands between is written too: an English
 * sentence that no German one corresponds to. */
static void write_sentences(const struct marking *marking, const struct segment *segment)
{
    const struct document *doc = marking->doc;
    const char *reached = segment->source.at;

    for (uint32_t i = segment->first_sentence; i < segment->first_sentence + segment->sentence_count; i++) {
        struct slice source = doc->sentences[i].source;

        if (pair_of(doc, i) != i)
            continue;
        if (segment->source.len > 0 && lies_in(source, segment->source) && source.at >= reached) {
            write_text(marking->page->out, slice_between(reached, source.at));
            reached = source.at + source.len;
        } else if (i > segment->first_sentence) {
            fputc(' ', marking->page->out);
        }
        write_passage(marking, source, i);
    }
    if (segment->source.len > 0)
        write_text(marking->page->out, slice_between(reached, segment->source.at + segment->source.len));
}

void write_source(const struct marking *marking, const struct segment *segment)
{
    bool sentences = by_sentence(marking->doc, segment);

    if (segment->source.len == 0 && !sentences)
        return;
    fputs("<div class=\"source\" lang=\"en\"><p>", marking->page->out);
    if (sentences)
        write_sentences(marking, segment);
    else if (segment->sentence_count > 0)
        write_passage(marking, segment->source, segment->first_sentence);
    else
        write_text(marking->page->out, segment->source);
    fputs("</p></div>\n", marking->page->out);
}
