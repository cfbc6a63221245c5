#include "bilingual/shares.h"

#include "bilingual/number_words.h"
#include "checks/places.h"

/* The tokens in which shares are looked for, and how their language writes numbers. */
struct wording {
    const struct check_run *run;
    const struct document *doc;
    struct numerals numerals;
    uint32_t first, end;
};

static struct slice word_at(const struct wording *w, uint32_t i)
{
    return i >= w->first && i < w->end ? token_lower(&w->doc->tokens[i]) : (struct slice){ 0 };
}

/* "2,5" and "2.5" without thousands; shares are small numbers. */
static double figure_of(struct slice text)
{
    char room[16];
    size_t length = text.len < sizeof room ? text.len : 0;

    for (size_t i = 0; i < length; i++)
        room[i] = text.at[i];
    for (size_t i = 0; i < length; i++)
        room[i] = room[i] == ',' ? '.' : room[i];
    return number_of((struct slice){ room, length });
}

/* What the token counts: "40", "vierzig", "a"; 0: nothing. */
static double count_at(const struct wording *w, uint32_t i)
{
    static const char *const ones[] = { "a", "an", "one", "ein", "eines", "einem", "einen", "eine", "einer" };
    struct slice word = word_at(w, i);

    if (word.len == 0)
        return 0;
    if (w->doc->tokens[i].kind == TOKEN_NUMBER)
        return figure_of(word);
    for (size_t n = 0; n < sizeof ones / sizeof *ones; n++)
        if (slice_is(word, ones[n]))
            return 1;
    struct numeral numeral = numeral_of(&w->numerals, word);

    if (numeral.kind == KIND_NONE && w->numerals.german)
        numeral = composed_numeral(&w->numerals, word);
    return numeral.kind == KIND_CARDINAL ? numeral.value : 0;
}

/* "thirds": 3; 0: no part. */
static double parts_of(const struct wording *w, struct slice word)
{
    return word.len == 0 ? 0 : figure_of(table_value(w->run, TABLE_FRACTIONS, word, 0));
}

/* "two-thirds" */
static double hyphened_share(const struct wording *w, struct slice word)
{
    const char *hyphen = memchr(word.at, '-', word.len);
    double parts = hyphen == NULL ? 0 : parts_of(w, slice_from(word, (size_t)(hyphen + 1 - word.at)));

    return parts == 0 ? 0 : numeral_of(&w->numerals, slice_between(word.at, hyphen)).value / parts;
}

/* "four in ten", "drei von vier", "one out of five" */
static double share_of_count(const struct wording *w, uint32_t i)
{
    bool out_of = slice_is(word_at(w, i), "of") && i > w->first && slice_is(word_at(w, i - 1), "out");

    if (i == w->first ||
        (!slice_is(word_at(w, i), "in") && !slice_is(word_at(w, i), "of") && !slice_is(word_at(w, i), "von")))
        return 0;
    double count = count_at(w, i - 1 - out_of), whole = count_at(w, i + 1);

    return count > 0 && whole > count && whole <= 1000 ? count / whole : 0;
}

/* "jeder Fünfte", "every fifth" */
static double share_of_each(const struct wording *w, uint32_t i)
{
    if (i == w->first || (!slice_starts(word_at(w, i - 1), SLICE("jed")) && !slice_is(word_at(w, i - 1), "every")))
        return 0;
    struct numeral numeral = numeral_of(&w->numerals, word_at(w, i));

    if (numeral.kind != KIND_ORDINAL && w->numerals.german)
        numeral = composed_numeral(&w->numerals, word_at(w, i));
    return numeral.kind == KIND_ORDINAL && numeral.value > 1 ? 1 / numeral.value : 0;
}

/* The share whose last or middle word the token is; 0: none. */
static double share_at(const struct wording *w, uint32_t i)
{
    struct slice word = word_at(w, i);
    bool cent = slice_is(word, "cent") && i > w->first && slice_is(word_at(w, i - 1), "per");

    if (word.len == 0)
        return 0;
    if (cent || slice_is(word, "percent") || slice_is(word, "prozent") || slice_is(word, "%"))
        return i > w->first + cent ? count_at(w, i - 1 - cent) / 100 : 0;
    double parts = parts_of(w, word), share = hyphened_share(w, word);

    if (parts > 1) {
        double count = i > w->first ? count_at(w, i - 1) : 0;

        return (count > 0 ? count : 1) / parts;
    }
    if (share == 0)
        share = share_of_count(w, i);
    return share == 0 ? share_of_each(w, i) : share;
}

/* The share is told in percent. */
static bool is_percentage(const struct wording *w, uint32_t i)
{
    struct slice word = word_at(w, i);

    return slice_is(word, "cent") || slice_is(word, "percent") || slice_is(word, "prozent") || slice_is(word, "%");
}

/* Another way to tell the share: two percentages are none, they are equal or differ. */
static bool holds_share(const struct wording *w, double share, bool percentage)
{
    const double rounded = 0.036; /* "two thirds" for 70 percent */

    for (uint32_t i = w->first; i < w->end; i++) {
        double other = share_at(w, i);

        if (other > 0 && other - share < rounded && share - other < rounded && !(percentage && is_percentage(w, i)))
            return true;
    }
    return false;
}

bool renders_share(const struct check_run *run, const struct passage *passage, const struct quantity *german)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    struct wording left = { run, run->doc->bilingual->english, numerals_of(lexicon, false), 0, 0 };
    struct wording right = { run, run->doc, numerals_of(lexicon, true), 0, 0 };

    passage_english(run->doc->bilingual, passage, &left.first, &left.end);
    passage_german(run->doc, passage, &right.first, &right.end);
    for (uint32_t i = german->first > right.first ? german->first - 1 : right.first;
         i <= german->last + 1 && i < right.end; i++) {
        double share = share_at(&right, i);

        if (share > 0 && share < 1 && holds_share(&left, share, is_percentage(&right, i)))
            return true;
    }
    return false;
}
