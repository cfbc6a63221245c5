/* For the terminal: each issue with its passage, and a closing line for each file. */
#include <utf8proc.h>

#include "places.h"
#include "report.h"
#include "text/unicode.h"
#include "texts.h"
#include "unseen.h"

enum ink { INK_NONE, INK_PLACE, INK_MARK, INK_BETTER, INK_QUIET, INK_SEVERITY };

static const char *const inks[] = {
    [INK_NONE] = "\033[0m",
    [INK_PLACE] = "\033[1m",
    [INK_MARK] = "\033[1;31m",
    [INK_BETTER] = "\033[32m",
    [INK_QUIET] = "\033[2m",
    [INK_SEVERITY + SEVERITY_NEUTRAL] = "\033[1;34m",
    [INK_SEVERITY + SEVERITY_MINOR] = "\033[1;33m",
    [INK_SEVERITY + SEVERITY_MAJOR] = "\033[1;31m",
    [INK_SEVERITY + SEVERITY_CRITICAL] = "\033[1;37;41m",
};

static void take_ink(FILE *out, const struct report_style *style, size_t ink)
{
    if (style->colour)
        fputs(inks[ink], out);
}

/* Columns that a passage takes on the terminal. Counted by code points: a width that the terminal sees otherwise costs
 * a shifted underline, no more. */
static size_t width_of(struct slice text)
{
    size_t width = 0, length;

    for (int32_t c; text.len > 0; text = slice_from(text, length)) {
        length = read_code_point(text, &c);
        width += c == '\t' ? 1 : c == NO_CODE_POINT ? 1 : (size_t)utf8proc_charwidth(c);
    }
    return width;
}

/* Writes an article's or a file name's text: what could command a terminal is named instead, as "<RLO>".
 * Returns the columns written. */
static size_t write_safely(FILE *out, struct slice text)
{
    size_t columns = 0;

    for (struct shown shown; show_next(&text, &shown);) {
        if (shown.plain.len == 0) {
            columns += (size_t)fprintf(out, "<%s>", shown.name);
            continue;
        }
        for (size_t i = 0; i < shown.plain.len; i++)
            fputc(shown.plain.at[i] == '\t' || shown.plain.at[i] == '\n' ? ' ' : shown.plain.at[i], out);
        columns += width_of(shown.plain);
    }
    return columns;
}

/* A paragraph is one line, too long to be shown whole: this much of it stands before and after the error, and of the
 * error itself (code points). */
#define CONTEXT 36
#define LONGEST_MARK 72

/* The last stretch of the text that has no line break and no more than so many code points, from a word's start. */
static struct slice tail(struct slice text, size_t limit, bool *cut)
{
    struct slice head = text;
    size_t length;
    int32_t c;

    for (size_t i = 0; i < limit && (length = read_last_code_point(head, &c)) > 0 && c != '\n'; i++)
        head.len -= length;
    *cut = head.len > 0 && head.at[head.len - 1] != '\n';
    text = slice_from(text, head.len);
    if (*cut && memchr(text.at, ' ', text.len) != NULL)
        text = slice_from(text, (size_t)((const char *)memchr(text.at, ' ', text.len) + 1 - text.at));
    return text;
}

/* The first stretch, up to a word's end. */
static struct slice head(struct slice text, size_t limit, bool *cut)
{
    size_t taken = 0, length;
    int32_t c;

    for (size_t i = 0; i < limit && (length = read_code_point(slice_from(text, taken), &c)) > 0 && c != '\n'; i++)
        taken += length;
    *cut = taken < text.len && text.at[taken] != '\n';
    text.len = taken;
    if (*cut && memrchr(text.at, ' ', text.len) != NULL)
        text.len = (size_t)((const char *)memrchr(text.at, ' ', text.len) - text.at);
    return text;
}

static void write_times(FILE *out, size_t count, char c)
{
    while (count-- > 0)
        fputc(c, out);
}

/* "  … nachdem die Gruppe am …", and "~~~~~~" under the error. */
static void write_passage(FILE *out, const struct document *doc, struct span span, const struct report_style *style)
{
    struct slice text = doc->text;
    bool cut_before, cut_mark, cut_after = false;
    struct slice before = tail((struct slice){ text.at, span.start }, CONTEXT, &cut_before);
    struct slice mark = head(text_of(doc, span), LONGEST_MARK, &cut_mark);
    struct slice after = cut_mark ? (struct slice){ 0 } : head(slice_from(text, span.end), CONTEXT, &cut_after);
    size_t indent = 4, width;

    fputs("    ", out);
    if (cut_before) {
        fputs("… ", out);
        indent += 2;
    }
    indent += write_safely(out, before);
    take_ink(out, style, INK_MARK);
    width = write_safely(out, mark);
    take_ink(out, style, INK_NONE);
    write_safely(out, after);
    fputs(cut_mark || cut_after ? " …\n" : "\n", out);
    write_times(out, indent, ' ');
    take_ink(out, style, INK_MARK);
    fputc('^', out);
    write_times(out, width > 1 ? width - 1 : 0, '~');
    take_ink(out, style, INK_NONE);
    fputc('\n', out);
}

static void write_suggestions(FILE *out, const struct issue *issue, const struct report_style *style)
{
    if (issue->suggestion_count == 0)
        return;
    fprintf(out, "    %s: ", text_in(style->language, TEXT_INSTEAD));
    for (size_t i = 0; i < issue->suggestion_count; i++) {
        if (i > 0)
            fputs(" | ", out);
        take_ink(out, style, INK_BETTER);
        if (issue->suggestions[i].len == 0)
            fprintf(out, "(%s)", text_in(style->language, TEXT_DELETE));
        else
            write_safely(out, issue->suggestions[i]);
        take_ink(out, style, INK_NONE);
    }
    fputc('\n', out);
}

static void write_source(FILE *out, const struct issue *issue, const struct report_style *style)
{
    if (issue->source.len == 0)
        return;
    take_ink(out, style, INK_QUIET);
    fprintf(out, "    %s: ", text_in(style->language, TEXT_ENGLISH));
    write_safely(out, issue->source);
    take_ink(out, style, INK_NONE);
    fputc('\n', out);
}

/* A link as terminals know it: OSC 8 (gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda). */
static bool is_linked(const struct document *doc, const struct report_style *style)
{
    return style->link_base != NULL && !slice_equal(doc->name, SLICE("-"));
}

static void open_link(FILE *out, const struct document *doc, const struct report_style *style)
{
    struct slice base = slice_of(style->link_base);

    if (!is_linked(doc, style))
        return;
    if (slice_starts(doc->name, SLICE("/")))
        base.len = strcspn(base.at, "/");
    fputs("\033]8;;file://", out);
    print_uri_path(out, base);
    if (!slice_starts(doc->name, SLICE("/")))
        fputc('/', out);
    print_uri_path(out, report_path(doc));
    fputs("\033\\", out);
}

static void close_link(FILE *out, const struct document *doc, const struct report_style *style)
{
    if (is_linked(doc, style))
        fputs("\033]8;;\033\\", out);
}

/* " (suppressed: baseline, „Zitat“)" */
static void write_suppression(FILE *out, const struct issue *issue, const struct report_style *style)
{
    if (issue->suppression == SUPPRESSION_NONE)
        return;
    fprintf(out, " (%s: %s", text_in(style->language, TEXT_SUPPRESSED),
            suppression_text(style->language, issue->suppression));
    if (issue->reason.len > 0) {
        fputs(", ", out);
        write_safely(out, issue->reason);
    }
    fputc(')', out);
}

static void write_issue(FILE *out, const struct document *doc, const struct issue *issue,
                        const struct report_style *style)
{
    struct origin origin = document_origin(doc, issue->span.start);

    open_link(out, doc, style);
    take_ink(out, style, INK_PLACE);
    write_safely(out, doc->name);
    fprintf(out, ":%u:%u:", origin.line, origin.column);
    close_link(out, doc, style);
    take_ink(out, style, INK_NONE);
    fputc(' ', out);
    take_ink(out, style, INK_SEVERITY + (size_t)issue->severity);
    fputs(severity_text(style->language, issue->severity), out);
    take_ink(out, style, INK_NONE);
    fputs(": ", out);
    write_safely(out, issue->message[style->language]);
    take_ink(out, style, INK_QUIET);
    fputs(" [", out);
    write_safely(out, issue->rule->id);
    fputc(']', out);
    write_suppression(out, issue, style);
    take_ink(out, style, INK_NONE);
    fputc('\n', out);
    write_passage(out, doc, issue->span, style);
    write_suggestions(out, issue, style);
    write_source(out, issue, style);
    fputc('\n', out);
}

/* "25 issues (1 critical, 12 major)" */
static void write_counts(FILE *out, const struct score *score, size_t count, enum language language)
{
    const char *before = " (";

    print_issue_count(out, language, count);
    for (int severity = SEVERITY_COUNT - 1; severity >= 0; severity--) {
        if (score->count[severity] == 0)
            continue;
        fprintf(out, "%s%zu %s", before, score->count[severity], severity_text(language, (enum severity)severity));
        before = ", ";
    }
    if (count > 0)
        fputc(')', out);
}

static void write_summary(FILE *out, const struct result *result, const struct report_style *style)
{
    enum language language = style->language;

    take_ink(out, style, INK_PLACE);
    write_safely(out, result->doc->name);
    fputs(": ", out);
    take_ink(out, style, INK_NONE);
    take_ink(out, style, result->passed ? INK_BETTER : INK_MARK);
    fputs(text_in(language, result->passed ? TEXT_PASSED : TEXT_FAILED), out);
    take_ink(out, style, INK_NONE);
    fputs(": ", out);
    write_counts(out, &result->score, result->issues->count, language);
    if (result->all->count > result->issues->count)
        fprintf(out, " + %zu %s", result->all->count - result->issues->count, text_in(language, TEXT_SUPPRESSED));
    fputs(", ", out);
    print_figure(out, language, (double)result->score.words, 0);
    fprintf(out, " %s, ", text_in(language, TEXT_WORDS));
    print_figure(out, language, result->score.penalty_per_1000, 1);
    fprintf(out, " %s, %s ", text_in(language, TEXT_PER_1000), text_in(language, TEXT_SCORE));
    print_figure(out, language, result->score.score, 1);
    fprintf(out, " %s\n", text_in(language, TEXT_OUT_OF_100));
}

int report_text(FILE *out, const struct result *results, size_t count, const struct report_style *style)
{
    for (size_t i = 0; i < count; i++) {
        const struct issues *issues = shown_issues(&results[i], style);

        if (style->part.documents + i > 0)
            fputc('\n', out);
        for (size_t j = 0; j < issues->count; j++)
            write_issue(out, results[i].doc, &issues->items[j], style);
        write_summary(out, &results[i], style);
    }
    return ferror(out) ? -1 : 0;
}
