#include "article.h"

#include <stdlib.h>

#include "escape.h"
#include "notes.h"
#include "reports/overview.h"
#include "source.h"
#include "summary.h"

/* An article's first heading is its headline; later ones are subheadings. The script reads the article's text from the
 * elements that have data-segment. */
static const struct {
    const char *start, *end;
} tags[] = {
    [SEGMENT_PARAGRAPH] = { "<p data-segment>", "</p>" },
    [SEGMENT_HEADING] = { "<h3 data-segment>", "</h3>" },
    [SEGMENT_LIST_ITEM] = { "<ul><li data-segment>", "</li></ul>" },
    [SEGMENT_CELL] = { "<p class=\"cell\" data-segment>", "</p>" },
    [SEGMENT_CAPTION] = { "<p class=\"caption\" data-segment>", "</p>" },
};

/* Plain text brings its own list marks. */
static bool has_list_mark(struct slice text)
{
    return slice_starts(text, SLICE("- ")) || slice_starts(text, SLICE("* ")) || slice_starts(text, SLICE("• "));
}

static bool is_last(const struct document *doc, size_t segment)
{
    return segment + 1 == doc->segment_count;
}

static void write_target(struct marking *marking, size_t index)
{
    const struct document *doc = marking->doc;
    const struct segment *segment = &doc->segments[index];
    bool headline = index == 0 && has_headline(doc);
    FILE *out = marking->page->out;

    if (headline)
        fprintf(out, "<h2 id=\"t%zu\" data-segment>", marking->article);
    else if (segment->kind == SEGMENT_LIST_ITEM && has_list_mark(text_of(doc, segment->span)))
        fputs("<ul class=\"marked\"><li data-segment>", out);
    else
        fputs(tags[segment->kind].start, out);
    write_marked(marking, segment, is_last(doc, index));
    fprintf(out, "%s\n", headline ? "</h2>" : tags[segment->kind].end);
}

/* A segment, and its source beside it in an article that has one. */
static void write_segment(struct marking *marking, size_t index)
{
    if (marking->bilingual)
        fputs("<div class=\"pair\">\n", marking->page->out);
    write_target(marking, index);
    if (!marking->bilingual)
        return;
    write_source(marking, &marking->doc->segments[index]);
    fputs("</div>\n", marking->page->out);
}

static bool has_notes(const struct marking *marking, size_t segment)
{
    return has_home(marking, marking->doc->segments[segment].span.end, is_last(marking->doc, segment));
}

/* Writes a segment with its notes and, so that long notes have room beside them, the segments after it that have none.
 * Returns the index of the segment that follows. */
static size_t write_row(struct marking *marking, size_t index)
{
    size_t first_note = marking->next, next = index + 1;
    FILE *out = marking->page->out;

    fputs("<div class=\"row\">\n", out);
    write_segment(marking, index);
    write_notes(marking, marking->doc->segments[index].span.start, first_note, marking->next);
    if (next < marking->doc->segment_count && !has_notes(marking, next)) {
        fputs("<div class=\"rest\">\n", out);
        while (next < marking->doc->segment_count && !has_notes(marking, next))
            write_segment(marking, next++);
        fputs("</div>\n", out);
    }
    fputs("</div>\n", out);
    return next;
}

/* What stands above the text: the headline's place taken by the file's name where there is none, and, of one among
 * several articles, its verdict. */
static void write_dateline(const struct page *page, const struct result *result, size_t number)
{
    bool alone = page->count == 1;

    if (!has_headline(result->doc)) {
        fprintf(page->out, "<h2 class=\"%s\" id=\"t%zu\">", alone ? "hidden" : "filename", number);
        write_text(page->out, result->doc->name);
        fputs("</h2>\n", page->out);
    }
    if (alone)
        return;
    fprintf(page->out, "<div class=\"dateline\" lang=\"%s\">", language_code(page->language));
    write_result_line(page, result);
    fputs("</div>\n", page->out);
}

/* A longer article (in segments) is divided into parts of so many rows, which the browser lays out only when they come
 * near the window. */
#define LONG_ARTICLE 80
#define PART_ROWS 12

static bool is_long(const struct document *doc)
{
    return doc->segment_count > LONG_ARTICLE;
}

static void write_parts(struct marking *marking)
{
    const struct document *doc = marking->doc;
    size_t rows = 0;

    fputs("<div class=\"part\">\n", marking->page->out);
    for (size_t i = 0; i < doc->segment_count; rows++) {
        if (rows == PART_ROWS && is_long(doc)) {
            fputs("</div>\n<div class=\"part\">\n", marking->page->out);
            rows = 0;
        }
        i = write_row(marking, i);
    }
    fputs("</div>\n", marking->page->out);
}

int write_article(const struct page *page, size_t number)
{
    const struct result *result = &page->results[number - 1];
    struct marking marking = {
        .page = page,
        .doc = result->doc,
        .issues = result->all->items,
        .count = result->all->count,
        .article = number,
        .bilingual = has_source_column(result->doc),
        .open = calloc(result->all->count + 1, sizeof *marking.open),
    };

    if (marking.open == NULL)
        return -1;
    fprintf(page->out, "<article id=\"a%zu\" class=\"%s%s\" lang=\"de\" aria-labelledby=\"t%zu\" data-file=\"", number,
            marking.bilingual ? "bilingual " : "", is_long(result->doc) ? "long" : "", number);
    write_attribute(page->out, result->doc->name);
    fputs("\">\n", page->out);
    write_dateline(page, result, number);
    write_parts(&marking);
    fputs("</article>\n", page->out);
    free(marking.open);
    return 0;
}
