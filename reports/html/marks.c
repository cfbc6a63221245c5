#include "marks.h"

#include "escape.h"
#include "source.h"

/* So many marks lie over each other at most; further issues over the same place have their number and note. */
#define MAX_LAYERS 4

static bool inserts(struct slice text, struct slice suggestion)
{
    return suggestion.len > text.len && (slice_starts(suggestion, text) || slice_ends(suggestion, text));
}

enum mark_kind mark_kind(const struct document *doc, const struct issue *issue)
{
    struct slice text = text_of(doc, issue->span);

    if (text.len == 0)
        return MARK_INSERT;
    if (issue->suggestion_count > 0) {
        if (issue->suggestions[0].len == 0)
            return MARK_DELETE;
        return inserts(text, issue->suggestions[0]) ? MARK_INSERT : MARK_REPLACE;
    }
    if (slice_starts(issue->rule->category, SLICE("markup/")))
        return MARK_DELETE;
    return slice_equal(issue->rule->category, SLICE("accuracy/omission")) ? MARK_INSERT : MARK_REPLACE;
}

const char *mark_class(enum mark_kind kind)
{
    static const char *const classes[MARK_KIND_COUNT] = {
        [MARK_REPLACE] = "replace",
        [MARK_DELETE] = "delete",
        [MARK_INSERT] = "insert",
    };

    return classes[kind];
}

/* What is missing stands before the marked text: "rund" + "500 Gäste". */
static bool inserts_before(const struct document *doc, const struct issue *issue)
{
    return issue->suggestion_count > 0 && mark_kind(doc, issue) == MARK_INSERT && issue->span.end > issue->span.start &&
           !slice_starts(issue->suggestions[0], text_of(doc, issue->span));
}

/* The class of what belongs to an issue that does not count. */
static const char *known_class(const struct issue *issue)
{
    return issue->suppression == SUPPRESSION_NONE ? "" : " known";
}

/* The sign at the end of a mark, as proofreaders set it. */
static void write_sign(const struct marking *marking, size_t index)
{
    const struct issue *issue = &marking->issues[index];
    enum mark_kind kind = mark_kind(marking->doc, issue);

    if (kind == MARK_REPLACE || inserts_before(marking->doc, issue))
        return;
    fprintf(marking->page->out, "<span class=\"%s%s\" data-note=\"n%zu-%zu\"></span>",
            kind == MARK_DELETE ? "deleatur" : "caret", known_class(issue), marking->article, index + 1);
}

/* The number that leads to the note. */
static void write_number(const struct marking *marking, size_t index)
{
    const struct page *page = marking->page;
    const struct issue *issue = &marking->issues[index];
    size_t article = marking->article, number = index + 1;

    fprintf(page->out,
            "<a class=\"number %s%s\" id=\"m%zu-%zu\" href=\"#n%zu-%zu\" data-note=\"n%zu-%zu\" lang=\"%s\" ",
            severity_name(issue->severity), known_class(issue), article, number, article, number, article, number,
            language_code(page->language));
    fprintf(page->out, "aria-label=\"%s %zu, %s\">%zu</a>", say(page, TEXT_NOTE), number,
            severity_text(page->language, issue->severity), number);
}

/* Opens the tag of a mark over a piece that begins at place. */
static void open_mark(const struct marking *marking, size_t index, uint32_t place)
{
    const struct issue *issue = &marking->issues[index];
    bool before = issue->span.start == place && inserts_before(marking->doc, issue);

    fprintf(marking->page->out, "<mark class=\"%s %s%s%s\" data-note=\"n%zu-%zu\" aria-describedby=\"w%zu-%zu\">",
            mark_class(mark_kind(marking->doc, issue)), severity_name(issue->severity), before ? " before" : "",
            known_class(issue), marking->article, index + 1, marking->article, index + 1);
}

/* Writes text inside the marks of all issues that cover it. Marks end and begin anew wherever one of them does, so that
 * tags never cross. */
static void write_piece(const struct marking *marking, struct span span)
{
    size_t layers = marking->open_count < MAX_LAYERS ? marking->open_count : MAX_LAYERS;

    if (span.start == span.end)
        return;
    for (size_t i = 0; i < layers; i++)
        open_mark(marking, marking->open[i], span.start);
    write_text(marking->page->out, text_of(marking->doc, span));
    for (size_t i = 0; i < layers; i++)
        fputs("</mark>", marking->page->out);
}

static bool starts_by(const struct marking *marking, uint32_t place, bool at_end)
{
    return marking->next < marking->count && (at_end || marking->issues[marking->next].span.start <= place);
}

static void open_marks(struct marking *marking, uint32_t place, bool at_end)
{
    while (starts_by(marking, place, at_end))
        marking->open[marking->open_count++] = marking->next++;
}

/* Ends the marks that reach no further than place. At the segment's end every issue that is at home in it gets its
 * number, also one whose mark goes on. */
static void close_marks(struct marking *marking, size_t home, uint32_t place, bool at_end)
{
    size_t kept = 0;

    for (size_t i = 0; i < marking->open_count; i++) {
        size_t index = marking->open[i];
        bool ends = marking->issues[index].span.end <= place;

        if (index >= home && (ends || at_end)) {
            write_sign(marking, index);
            write_number(marking, index);
        }
        if (!ends)
            marking->open[kept++] = index;
    }
    marking->open_count = kept;
}

/* The next place after this one where a mark begins or ends, or the segment does. */
static uint32_t next_place(const struct marking *marking, uint32_t place, uint32_t end)
{
    if (marking->next < marking->count && marking->issues[marking->next].span.start < end)
        end = marking->issues[marking->next].span.start;
    for (size_t i = 0; i < marking->open_count; i++) {
        uint32_t mark_end = marking->issues[marking->open[i]].span.end;

        if (mark_end > place && mark_end < end)
            end = mark_end;
    }
    return end;
}

/* Writes the text between two places of a segment, marked. */
static void write_stretch(struct marking *marking, size_t home, struct span stretch)
{
    uint32_t place = stretch.start;

    while (place < stretch.end) {
        uint32_t next;

        close_marks(marking, home, place, false);
        open_marks(marking, place, false);
        close_marks(marking, home, place, false); /* those over nothing: they end where they start */
        next = next_place(marking, place, stretch.end);
        write_piece(marking, (struct span){ place, next });
        place = next;
    }
    close_marks(marking, home, stretch.end, false);
}

static void open_sentence(const struct marking *marking, uint32_t sentence)
{
    uint32_t pair = pair_of(marking->doc, sentence);

    fputs("<span class=\"s\"", marking->page->out);
    if (pair != NO_ID)
        fprintf(marking->page->out, " data-pair=\"%zu-%u\"", marking->article, pair + 1);
    fputc('>', marking->page->out);
}

void write_marked(struct marking *marking, const struct segment *segment, bool last)
{
    size_t home = marking->next;
    uint32_t place = segment->span.start;

    for (uint32_t i = segment->first_sentence; i < segment->first_sentence + segment->sentence_count; i++) {
        struct span sentence = marking->doc->sentences[i].span;

        write_stretch(marking, home, (struct span){ place, sentence.start });
        open_sentence(marking, i);
        write_stretch(marking, home, sentence);
        fputs("</span>", marking->page->out);
        place = sentence.end;
    }
    write_stretch(marking, home, (struct span){ place, segment->span.end });
    open_marks(marking, segment->span.end, last);
    close_marks(marking, home, segment->span.end, true);
}

bool has_home(const struct marking *marking, uint32_t end, bool last)
{
    return starts_by(marking, end, last);
}
