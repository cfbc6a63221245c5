#include "charts.h"

#include <math.h>

#include "escape.h"

/* Hatching tells the severities apart without colour: the graver, the denser. */
void write_hatchings(FILE *out)
{
    fputs("<svg class=\"hatchings\" width=\"0\" height=\"0\" aria-hidden=\"true\" focusable=\"false\"><defs>"
          "<pattern id=\"hatch-critical\" width=\"3\" height=\"12\" patternUnits=\"userSpaceOnUse\" "
          "patternTransform=\"rotate(28)\"><path d=\"M1.5 0V12\" stroke-width=\"2.5\"/></pattern>"
          "<pattern id=\"hatch-major\" width=\"4\" height=\"12\" patternUnits=\"userSpaceOnUse\" "
          "patternTransform=\"rotate(28)\"><path d=\"M2 0V12\" stroke-width=\"1.7\"/></pattern>"
          "<pattern id=\"hatch-minor\" width=\"6\" height=\"12\" patternUnits=\"userSpaceOnUse\" "
          "patternTransform=\"rotate(28)\"><path d=\"M3 0V12\" stroke-width=\"1.1\"/></pattern>"
          "<pattern id=\"hatch-neutral\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\">"
          "<path d=\"M1 2.5h1.4\" stroke-width=\"1.4\"/></pattern>"
          "</defs></svg>\n",
          out);
}

void write_bar(FILE *out, enum language language, const char *hatching, size_t count, size_t most)
{
    fprintf(out,
            "<td class=\"bar\"><svg width=\"100%%\" height=\"11\" aria-hidden=\"true\" focusable=\"false\">"
            "<rect width=\"%.1f%%\" height=\"11\" fill=\"url(#hatch-%s)\"/></svg></td><td class=\"count\">",
            most == 0 ? 0.0 : 100.0 * (double)count / (double)most, hatching);
    print_figure(out, language, (double)count, 0);
    fputs("</td>", out);
}

static void begin_chart(FILE *out, enum language language, enum text caption, enum text rows)
{
    fprintf(out,
            "<table class=\"chart\"><caption>%s</caption><thead class=\"hidden\"><tr><th scope=\"col\">%s</th>"
            "<td></td><th scope=\"col\">%s</th></tr></thead><tbody>\n",
            text_in(language, caption), text_in(language, rows), text_in(language, TEXT_COUNT_OF_ISSUES));
}

static void end_chart(FILE *out)
{
    fputs("</tbody></table>\n", out);
}

void write_severity_chart(FILE *out, enum language language, const struct score *score)
{
    size_t most = 0;

    for (int severity = 0; severity < SEVERITY_COUNT; severity++)
        if (score->count[severity] > most)
            most = score->count[severity];
    begin_chart(out, language, TEXT_BY_SEVERITY, TEXT_SEVERITY);
    for (int severity = SEVERITY_COUNT - 1; severity >= 0; severity--) {
        if (severity == SEVERITY_NEUTRAL && score->count[severity] == 0)
            continue;
        fprintf(out, "<tr><th scope=\"row\">%s</th>", severity_text(language, (enum severity)severity));
        write_bar(out, language, severity_name((enum severity)severity), score->count[severity], most);
        fputs("</tr>\n", out);
    }
    end_chart(out);
}

/* So many categories are charted; the rest is one row. */
#define MOST_CATEGORIES 7

static void write_category(FILE *out, enum language language, struct slice name, size_t count, size_t most)
{
    fputs("<tr><th scope=\"row\">", out);
    write_text(out, name);
    fputs("</th>", out);
    write_bar(out, language, "major", count, most);
    fputs("</tr>\n", out);
}

void write_category_chart(FILE *out, enum language language, const struct name_counts *categories)
{
    size_t shown = categories->count > MOST_CATEGORIES ? MOST_CATEGORIES - 1 : categories->count, rest = 0;
    size_t most = categories->count > 0 ? categories->items[0].count : 0;

    begin_chart(out, language, TEXT_BY_CATEGORY, TEXT_CATEGORY);
    for (size_t i = 0; i < categories->count; i++) {
        if (i < shown)
            write_category(out, language, category_text(language, categories->items[i].name),
                           categories->items[i].count, most);
        else
            rest += categories->items[i].count;
    }
    if (rest > 0)
        write_category(out, language, slice_of(text_in(language, TEXT_OTHER_CATEGORIES)), rest,
                       rest > most ? rest : most);
    end_chart(out);
}

#define COURSE_STEPS 96
#define COURSE_HEIGHT 36.0
#define COURSE_STEP_WIDTH 6

/* Penalty points of each step through the text. */
static double add_course(const struct result *result, double *steps)
{
    double most = 0;

    for (size_t i = 0; i < result->issues->count; i++) {
        const struct issue *issue = &result->issues->items[i];
        size_t step = (size_t)((uint64_t)issue->span.start * COURSE_STEPS / (result->doc->text.len + 1));

        steps[step] += severity_penalty(issue->severity);
        most = steps[step] > most ? steps[step] : most;
    }
    return most;
}

/* One stroke of the pencil for each step that has points. The height grows with the root of the points, so that one
 * critical issue leaves the minor ones visible. */
void write_course(const struct page *page)
{
    double steps[COURSE_STEPS] = { 0 }, most;
    FILE *out = page->out;

    if (page->count != 1 || (most = add_course(&page->results[0], steps)) <= 0)
        return;
    fprintf(out,
            "<figure class=\"course\"><figcaption>%s</figcaption><svg viewBox=\"0 0 %d %.0f\" "
            "preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\"><path d=\"",
            say(page, TEXT_COURSE), COURSE_STEPS * COURSE_STEP_WIDTH, COURSE_HEIGHT);
    for (size_t i = 0; i < COURSE_STEPS; i++)
        if (steps[i] > 0)
            fprintf(out, "M%zu %.0fv-%.1f", i * COURSE_STEP_WIDTH + COURSE_STEP_WIDTH / 2, COURSE_HEIGHT,
                    COURSE_HEIGHT * sqrt(steps[i] / most));
    fprintf(out, "\"/></svg><p><span>%s</span><span>%s</span></p></figure>\n", say(page, TEXT_COURSE_START),
            say(page, TEXT_COURSE_END));
}
