#include "notes.h"

#include "escape.h"
#include "fingerprint.h"
#include "passages.h"
#include "tally.h"
#include "text/unicode.h"

/* The passage in a note is a reminder, not a copy. */
#define LONGEST_QUOTE 90

static void write_quote(const struct page *page, struct slice text)
{
    bool cut = shorten(&text, LONGEST_QUOTE);

    fputs("<del lang=\"de\">", page->out);
    write_text(page->out, text);
    fputs(cut ? " …</del>" : "</del>", page->out);
}

static void write_suggestion(const struct page *page, struct slice suggestion)
{
    if (suggestion.len == 0) {
        fprintf(page->out, "<i>%s</i>", say(page, TEXT_DELETE));
        return;
    }
    fputs("<ins lang=\"de\">", page->out);
    write_text(page->out, suggestion);
    fputs("</ins>", page->out);
}

static void write_suggestions(const struct page *page, const struct issue *issue)
{
    for (size_t i = 0; i < issue->suggestion_count; i++) {
        if (i > 0)
            fprintf(page->out, " <small>%s</small> ", say(page, TEXT_OR));
        write_suggestion(page, issue->suggestions[i]);
    }
    if (issue->suggestion_count == 0)
        write_suggestion(page, (struct slice){ 0 });
}

/* "die Trajektorie → der Kurs oder die Entwicklung"; the arrow is the style sheet's, what it means is for the ear. */
static void write_correction(const struct marking *marking, const struct issue *issue)
{
    const struct page *page = marking->page;
    struct slice text = text_of(marking->doc, issue->span);

    fputs("<p class=\"correction\">", page->out);
    if (text.len > 0)
        write_quote(page, text);
    if (issue->suggestion_count > 0 || mark_kind(marking->doc, issue) == MARK_DELETE) {
        fprintf(page->out, " <span class=\"hidden\">%s:</span> ", say(page, TEXT_INSTEAD));
        write_suggestions(page, issue);
    }
    fputs("</p>", page->out);
}

/* What is wrong here; then the rule's own sentence, unless the message has begun with it. The mark is described by it.
 */
static void write_reasons(const struct marking *marking, size_t index)
{
    const struct page *page = marking->page;
    const struct issue *issue = &marking->issues[index];
    struct slice message = issue->message[page->language], why = issue->rule->why[page->language];

    fprintf(page->out, "<p id=\"w%zu-%zu\">", marking->article, index + 1);
    write_text(page->out, message);
    if (why.len > 0 && !slice_starts(message, why)) {
        fputs(message.len > 0 ? " " : "", page->out);
        write_text(page->out, why);
    }
    fputs("</p>", page->out);
}

static void write_english(const struct page *page, const struct issue *issue)
{
    if (issue->source.len == 0)
        return;
    fprintf(page->out, "<p class=\"english\">%s <q lang=\"en\">", say(page, TEXT_ENGLISH));
    write_text(page->out, issue->source);
    fputs("</q></p>", page->out);
}

static void write_number(const struct marking *marking, size_t index)
{
    const struct page *page = marking->page;
    size_t article = marking->article, number = index + 1;

    fprintf(page->out, "<a class=\"number %s\" href=\"#m%zu-%zu\" aria-label=\"%s %zu\">%zu</a>",
            severity_name(marking->issues[index].severity), article, number, say(page, TEXT_TO_PASSAGE), number,
            number);
}

/* "major · Mistranslation · 94 % sure · idiom/the-kicker" */
static void write_kind(const struct page *page, const struct issue *issue)
{
    fprintf(page->out, "<p class=\"kind\"><b>%s</b> <span>", severity_text(page->language, issue->severity));
    write_text(page->out, category_text(page->language, issue->rule->category));
    fputs("</span> <span>", page->out);
    print_figure(page->out, page->language, 100 * (double)issue->confidence, 0);
    fprintf(page->out, "%s %s</span> <code>", say(page, TEXT_PERCENT), say(page, TEXT_SURE));
    write_text(page->out, issue->rule->id);
    fputs("</code></p>", page->out);
}

/* A place in a segment in UTF-16 units, as scripts count. It only moves on: notes come in order of place. */
struct cursor {
    uint32_t byte;
    size_t units;
};

static size_t units_from(struct cursor cursor, const struct document *doc, uint32_t byte)
{
    return cursor.units + count_utf16_units(slice_between(doc->text.at + cursor.byte, doc->text.at + byte));
}

/* What the script wants to know. */
static void write_data(const struct marking *marking, const struct issue *issue, struct cursor *cursor)
{
    char fingerprint[FINGERPRINT_DIGITS + 1];
    FILE *out = marking->page->out;

    cursor->units = units_from(*cursor, marking->doc, issue->span.start);
    cursor->byte = issue->span.start;
    fprintf(out, " data-severity=\"%s\" data-category=\"", severity_name(issue->severity));
    write_attribute(out, issue->rule->category);
    fingerprint_text(issue->fingerprint, fingerprint);
    fprintf(out, "\" data-fingerprint=\"%s", fingerprint);
    if (issue->suppression != SUPPRESSION_NONE)
        fprintf(out, "\" data-state=\"known\" data-known=\"%s", suppression_name(issue->suppression));
    fputs("\" data-check=\"", out);
    write_attribute(out, check_of(issue->rule->id));
    fprintf(out, "\" data-confidence=\"%.2f\" data-start=\"%zu\" data-end=\"%zu\"", (double)issue->confidence,
            cursor->units, units_from(*cursor, marking->doc, issue->span.end));
}

/* Why the issue does not count: "baseline: quotation". */
static void write_suppression(const struct page *page, const struct issue *issue)
{
    if (issue->suppression == SUPPRESSION_NONE)
        return;
    fprintf(page->out, "<p class=\"known-by\">%s", suppression_text(page->language, issue->suppression));
    if (issue->reason.len > 0) {
        fputs(": <q>", page->out);
        write_text(page->out, issue->reason);
        fputs("</q>", page->out);
    }
    fputs("</p>", page->out);
}

static void write_note(const struct marking *marking, size_t index, struct cursor *cursor)
{
    const struct page *page = marking->page;
    const struct issue *issue = &marking->issues[index];

    fprintf(page->out, "<div class=\"note %s %s\" role=\"note\" id=\"n%zu-%zu\"", severity_name(issue->severity),
            mark_class(mark_kind(marking->doc, issue)), marking->article, index + 1);
    write_data(marking, issue, cursor);
    fputc('>', page->out);
    write_number(marking, index);
    write_correction(marking, issue);
    write_reasons(marking, index);
    write_english(page, issue);
    write_suppression(page, issue);
    write_kind(page, issue);
    fputs("</div>\n", page->out);
}

void write_notes(const struct marking *marking, uint32_t start, size_t first, size_t last)
{
    struct cursor cursor = { .byte = start };

    if (first == last)
        return;
    fprintf(marking->page->out, "<div class=\"notes\" lang=\"%s\">\n", language_code(marking->page->language));
    for (size_t i = first; i < last; i++)
        write_note(marking, i, &cursor);
    fputs("</div>\n", marking->page->out);
}
