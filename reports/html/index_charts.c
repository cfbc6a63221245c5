#include "index.h"

#include <math.h>

#define BINS 20
#define BIN_POINTS 5
#define DISTRIBUTION_HEIGHT 112.0

static void count_bins(const struct overview *overview, size_t *bins, size_t *most)
{
    for (size_t i = 0; i < overview->count; i++) {
        size_t bin = (size_t)(overview->articles[i].score.score / BIN_POINTS);

        bin = bin < BINS ? bin : BINS - 1; /* the score 100 stands with 95 to 100 */
        bins[bin]++;
        *most = bins[bin] > *most ? bins[bin] : *most;
    }
}

static void write_score(const struct index *index, double score)
{
    print_figure(index->out, index->language, score, 1);
}

/* "Median 93.1 · half of them between 88.0 and 97.2 · lowest 41.0" */
static void write_spread_words(const struct index *index, const double *spread)
{
    fprintf(index->out, "<p class=\"words\">%s ", say_on(index, TEXT_MEDIAN));
    write_score(index, spread[2]);
    fprintf(index->out, " · %s ", say_on(index, TEXT_HALF_BETWEEN));
    write_score(index, spread[1]);
    fprintf(index->out, " %s ", say_on(index, TEXT_AND));
    write_score(index, spread[3]);
    fprintf(index->out, " · %s ", say_on(index, TEXT_LOWEST));
    write_score(index, spread[0]);
    fputs("</p>\n", index->out);
}

void write_distribution(const struct index *index)
{
    size_t bins[BINS] = { 0 }, most = 1;
    FILE *out = index->out;

    count_bins(index->overview, bins, &most);
    fprintf(out,
            "<section aria-labelledby=\"distribution\">\n<h2 id=\"distribution\">%s</h2>\n<div class=\"distribution\">"
            "<svg width=\"100%%\" height=\"%.0f\" aria-hidden=\"true\" focusable=\"false\">",
            say_on(index, TEXT_DISTRIBUTION), DISTRIBUTION_HEIGHT);
    for (size_t i = 0; i < BINS; i++) {
        double height = DISTRIBUTION_HEIGHT * (double)bins[i] / (double)most;

        if (bins[i] > 0)
            fprintf(out, "<rect x=\"%zu.3%%\" width=\"4.4%%\" y=\"%.1f\" height=\"%.1f\" fill=\"url(#hatch-major)\"/>",
                    i * 100 / BINS, DISTRIBUTION_HEIGHT - height, height);
    }
    fputs("</svg><p class=\"scale\" aria-hidden=\"true\"><span>0</span><span>25</span><span>50</span><span>75</span>"
          "<span>100</span></p></div>\n",
          out);
    write_spread_words(index, index->overview->all.spread);
    fputs("</section>\n", out);
}

/* A box from quartile to quartile with the median in it, on a line from the least to the greatest. The scale reaches
 * from the ten below the least score of all articles to 100, for all groups alike. */
void write_spread(const struct index *index, const double *spread)
{
    double least = 10 * floor(index->overview->all.spread[0] / 10), at[5];

    for (size_t i = 0; i < 5; i++)
        at[i] = least < 100 ? 100 * (spread[i] - least) / (100 - least) : 100;
    fprintf(index->out,
            "<svg class=\"spread\" viewBox=\"0 0 100 14\" preserveAspectRatio=\"none\" aria-hidden=\"true\" "
            "focusable=\"false\"><path d=\"M%.1f 7H%.1f\"/><path class=\"box\" d=\"M%.1f 2.5H%.1fV11.5H%.1fZ\"/>"
            "<path class=\"median\" d=\"M%.1f 0V14\"/></svg>",
            at[0], at[4], at[1], at[3], at[1], at[2]);
}

static double per_1000(const struct run *run)
{
    return 1000 * run->penalty / (run->words > 0 ? (double)run->words : 1);
}

/* A line through points from 0 to 100 across and 0 to height down, and a dot at the last one. */
static void write_line(FILE *out, const double *values, size_t count, double most, double height)
{
    double across = count > 1 ? 100.0 / (double)(count - 1) : 0, x = 0, y = 0;

    fputs("<path d=\"", out);
    for (size_t i = 0; i < count; i++) {
        x = across * (double)i;
        y = most > 0 ? height - height * values[i] / most : height;
        fprintf(out, "%c%.1f %.1f", i == 0 ? 'M' : 'L', x, y);
    }
    fprintf(out, "\"/><path class=\"dot\" d=\"M%.1f %.1fh0\"/>", x, y);
}

/* So many of the last runs are drawn and listed. */
#define MOST_RUNS 60
#define LISTED_RUNS 8

static void write_run(const struct index *index, const struct run *run)
{
    FILE *out = index->out;

    fprintf(out, "<tr><th scope=\"row\">%.10s %.5s</th><td>", run->time, strlen(run->time) > 16 ? run->time + 11 : "");
    print_figure(out, index->language, (double)run->articles, 0);
    fputs("</td><td>", out);
    print_figure(out, index->language, per_1000(run), 1);
    fputs("</td><td>", out);
    print_figure(out, index->language, run->score, 1);
    fputs("</td></tr>\n", out);
}

static void write_run_table(const struct index *index)
{
    const struct history *history = index->history;
    size_t first = history->count > LISTED_RUNS ? history->count - LISTED_RUNS : 0;

    fprintf(index->out,
            "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-labelledby=\"trend\"><table "
            "class=\"figures\"><thead>"
            "<tr><th scope=\"col\">%s</th><th scope=\"col\">%s</th><th scope=\"col\">%s</th><th scope=\"col\">%s</th>"
            "</tr></thead><tbody>\n",
            say_on(index, TEXT_RUN), say_on(index, TEXT_ARTICLE_COUNT), say_on(index, TEXT_PENALTY),
            say_on(index, TEXT_SCORE));
    for (size_t i = history->count; i > first; i--)
        write_run(index, &history->runs[i - 1]);
    fputs("</tbody></table></div>\n", index->out);
}

void write_trend(const struct index *index)
{
    double values[MOST_RUNS], most = 0;
    size_t count, first;

    if (index->history == NULL || index->history->count < 2)
        return;
    count = index->history->count < MOST_RUNS ? index->history->count : MOST_RUNS;
    first = index->history->count - count;
    for (size_t i = 0; i < count; i++) {
        values[i] = per_1000(&index->history->runs[first + i]);
        most = values[i] > most ? values[i] : most;
    }
    fprintf(
        index->out,
        "<section aria-labelledby=\"trend\">\n<h2 id=\"trend\">%s</h2>\n<svg class=\"trend\" viewBox=\"0 0 100 60\" "
        "preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\">",
        say_on(index, TEXT_TREND));
    write_line(index->out, values, count, most, 60);
    fputs("</svg>\n", index->out);
    write_run_table(index);
    fputs("</section>\n", index->out);
}

void write_group_trend(const struct index *index, struct slice group)
{
    double values[MOST_RUNS], most = 0;
    size_t count = 0, last = index->history == NULL ? 0 : index->history->count;

    for (size_t i = last > MOST_RUNS ? last - MOST_RUNS : 0; i < last; i++)
        for (size_t j = 0; j < index->history->runs[i].group_count; j++)
            if (slice_equal(index->history->runs[i].groups[j].name, group))
                values[count++] = index->history->runs[i].groups[j].penalty_per_1000;
    for (size_t i = 0; i < count; i++)
        most = values[i] > most ? values[i] : most;
    if (count < 2)
        return;
    fputs("<svg class=\"trend small\" viewBox=\"0 0 100 20\" preserveAspectRatio=\"none\" aria-hidden=\"true\" "
          "focusable=\"false\">",
          index->out);
    write_line(index->out, values, count, most, 20);
    fputs("</svg>", index->out);
}
