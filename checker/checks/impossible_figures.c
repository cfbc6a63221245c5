/* Marks figures that nothing can have: "31. November", "28.30 Uhr", "22 Uhr morgens", "142 Prozent der Wähler", "vier
 * Drittel der Mitglieder", "von 1987 bis 1979", "zwischen 25 und 20 Jahren", "im fünften Quartal", "zehn von vier
 * Kindern", "sank von 5 auf 7 Prozent". Only what the words beside a figure rule out is marked; no calendar of days of
 * the week is kept. */
#include "bilingual/number_words.h"
#include "checks/compounds.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"

enum { EARLIEST_YEAR = 1300, LATEST_YEAR = 2199, OLDEST_PERSON = 130, LAST_HOUR = 24, MOST_COUNTED = 1000 };

static void mark(const struct check_run *run, size_t first, size_t last)
{
    report(run, "check/impossible-figure", tokens_span(run, first, last));
}

static bool is_figure(const struct check_run *run, size_t i)
{
    return i < run->doc->token_count && token_at(run, i)->kind == TOKEN_NUMBER;
}

/* The figures at the start of the text as a number, *length receives how many they are. */
static unsigned figures_of(struct slice text, size_t *length)
{
    unsigned value = 0;

    *length = digits_at(text, 0);
    for (size_t i = 0; i < *length && i < 6; i++)
        value = 10 * value + (unsigned)(text.at[i] - '0');
    return value;
}

/* "31.": the number of a day, month or quarter; 0: the token is no ordinal of one or two figures. */
static unsigned ordinal_of(const struct check_run *run, size_t i)
{
    struct slice text = text_at(run, i);
    size_t length;
    unsigned value = figures_of(text, &length);

    return is_figure(run, i) && length > 0 && length <= 2 && text.len == length + 1 && text.at[length] == '.' ? value
                                                                                                              : 0;
}

/* "1987", with the full stop of a sentence; 0: no year. */
static unsigned year_of(struct slice text)
{
    size_t length;
    unsigned value = figures_of(text, &length);

    return length == 4 && (text.len == 4 || (text.len == 5 && text.at[4] == '.')) && value >= EARLIEST_YEAR &&
                   value <= LATEST_YEAR
               ? value
               : 0;
}

/* "1.500", "2,5", "zwanzig": what a German number says; -1: the token is none. */
static double value_of(const struct check_run *run, size_t i)
{
    struct slice text = text_at(run, i);
    char room[24];
    size_t n = 0;

    if (!is_figure(run, i)) {
        const struct numerals numerals = numerals_of(&run->context->lexicon, true);
        struct numeral numeral =
            text.len > 0 ? composed_numeral(&numerals, lower_at(run, i)) : (struct numeral){ KIND_NONE, 0, 0 };

        return numeral.kind == KIND_CARDINAL ? numeral.value : -1;
    }
    for (size_t j = 0; j < text.len; j++) {
        bool group = text.at[j] == '.' && digits_at(text, j + 1) == 3;

        if (text.at[j] != ',' && !group && digits_at(text, j) == 0)
            return -1;
        if (!group && n + 1 < sizeof room)
            room[n++] = text.at[j] == ',' ? '.' : text.at[j];
    }
    return number_of((struct slice){ room, n });
}

/* ---- days ---- */

/* A leap year, as the calendar has it today. */
static bool has_leap_day(unsigned year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static unsigned days_of(unsigned month, unsigned year)
{
    static const unsigned char days[] = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

    return month == 2 && year != 0 && !has_leap_day(year) ? 28 : days[month - 1];
}

/* The number of a month by its name; 0: it is none. */
static unsigned month_of(const struct check_run *run, size_t i)
{
    size_t length;

    if (i >= run->doc->token_count || !in_list(run, LIST_MONTHS, i))
        return 0;
    unsigned month = figures_of(table_value(run, TABLE_UNITS, lower_at(run, i), 1), &length);

    return month <= 12 ? month : 0;
}

/* "31. November", "29. Februar 2023"; "Der 35. Mai" in quotation marks is a title. */
static void check_day(const struct check_run *run, size_t i)
{
    unsigned day = ordinal_of(run, i), month = same_sentence(run, i, i + 1) ? month_of(run, i + 1) : 0;

    if (i > sentence_first(run, i) && is_capitalised(token_at(run, i - 1))) /* "Seite 34. August Macke" */
        return;
    if (month == 0 || (token_at(run, i)->flags & (TOKEN_ORDINAL | TOKEN_QUOTED)) != TOKEN_ORDINAL || day == 0)
        return;
    unsigned year = is_figure(run, i + 2) ? year_of(text_at(run, i + 2)) : 0;

    if (day > days_of(month, year))
        mark(run, i, i + (year != 0 && month == 2 && day == 29 ? 2 : 1));
}

static void mark_numeric_date(const struct check_run *run, size_t first, size_t last, unsigned day, unsigned month,
                              unsigned year)
{
    if (year != 0 && day > 0 && month > 0 && (month > 12 || day > days_of(month, year)))
        mark(run, first, last);
}

/* "31.11.2024" in one token, "12. 13. 2025" in three. */
static void check_numeric_date(const struct check_run *run, size_t i)
{
    struct slice text = text_at(run, i);
    size_t length;
    unsigned day = figures_of(text, &length), month;

    if (length == 0 || length > 2 || text.len <= length || text.at[length] != '.')
        return;
    text = slice_from(text, length + 1);
    if (text.len == 0) {
        month = ordinal_of(run, i + 1);
        if (month != 0 && same_sentence(run, i, i + 2) && is_figure(run, i + 2))
            mark_numeric_date(run, i, i + 2, day, month, year_of(text_at(run, i + 2)));
        return;
    }
    month = figures_of(text, &length);
    if (length > 0 && length <= 2 && text.len > length && text.at[length] == '.')
        mark_numeric_date(run, i, i, day, month, year_of(slice_from(text, length + 1)));
}

/* ---- times ---- */

/* "28.30 Uhr", "8.75 Uhr", "8 Uhr 75"; 24.15 is said of the hour behind midnight. "22 Uhr morgens". */
static void check_time(const struct check_run *run, size_t i)
{
    struct slice text = text_at(run, i);
    size_t length, minutes = 0;
    unsigned hour = figures_of(text, &length), minute = 0;

    if (!same_sentence(run, i, i + 1) || !text_is(run, i + 1, "Uhr") || length == 0 || length > 2)
        return;
    if (text.len > length) {
        if ((text.at[length] != '.' && text.at[length] != ':') || text.len != length + 3)
            return;
        minute = figures_of(slice_from(text, length + 1), &minutes);
        if (minutes != 2)
            return;
    }
    size_t last = i + 1;

    if (minutes == 0 && is_figure(run, i + 2) && text_at(run, i + 2).len == 2) {
        minute = figures_of(text_at(run, i + 2), &minutes);
        last = minute >= 60 ? i + 2 : last;
    }
    if (hour > LAST_HOUR || minute >= 60)
        mark(run, i, last);
    else if (hour > 12 && hour < LAST_HOUR && same_sentence(run, i, i + 2) && in_list_lower(run, LIST_FORENOONS, i + 2))
        mark(run, i, i + 2);
}

/* ---- shares ---- */

static bool is_percent(const struct check_run *run, size_t i)
{
    return text_is(run, i, "Prozent") || text_is(run, i, "%");
}

/* "der Wähler", "aller befragten Deutschen": persons behind a determiner in the genitive plural. */
static bool are_counted_persons(const struct check_run *run, size_t i)
{
    const struct token *determiner = same_sentence(run, i - 1, i) ? token_at(run, i) : NULL;
    size_t noun = i + 1;

    if (determiner == NULL || !in_list_lower(run, LIST_GENITIVE_PLURAL_DETERMINERS, i))
        return false;
    if (same_sentence(run, i, noun) && token_is(token_at(run, noun), POS_ADJECTIVE) &&
        (token_at(run, noun)->flags & TOKEN_CAPITAL) == 0)
        noun++;
    return same_sentence(run, i, noun) && is_capitalised(token_at(run, noun)) &&
           (is_person(&run->context->lexicon, token_at(run, noun)) || is_kind_of(run, noun, LIST_WHOLES));
}

/* "die Wahlbeteiligung lag bei", "eine Arbeitslosenquote von": a rate in the stretch before the figure, which the word
 * right before it gives its value. */
static bool follows_rate(const struct check_run *run, size_t i)
{
    size_t first = stretch_first(run, i);

    if (i == first || !in_list_lower(run, LIST_BEFORE_VALUES, i - 1))
        return false;
    for (size_t j = i - 1; j > first; j--)
        if (is_kind_of(run, j - 1, LIST_RATES_OF_A_WHOLE))
            return true;
    return false;
}

static void check_share(const struct check_run *run, size_t i)
{
    if (!same_sentence(run, i, i + 1) || !is_percent(run, i + 1) || value_of(run, i) <= 100)
        return;
    if (are_counted_persons(run, i + 2) || follows_rate(run, i))
        mark(run, i, i + 1);
}

/* "vier Drittel der Mitglieder": more than the whole. */
static void check_fraction(const struct check_run *run, size_t i)
{
    if (!same_sentence(run, i, i + 1) ||
        !set_holds(token_at(run, i + 1)->type->lower_listed, run->context->lexicon.table_numbers[TABLE_FRACTIONS]))
        return;
    double parts = number_of(table_value(run, TABLE_FRACTIONS, lower_at(run, i + 1), 0));

    if (parts >= 3 && value_of(run, i) > parts && is_capitalised(token_at(run, i + 1)) &&
        are_counted_persons(run, i + 2))
        mark(run, i, i + 1);
}

/* ---- ranges ---- */

/* "v. Chr.", "vor Christus", "rückwärts", "zurück": years that fall. */
static bool counts_backwards(const struct check_run *run, size_t i)
{
    for (size_t j = sentence_first(run, i); j < sentence_end(run, i); j++)
        if (in_list_lower(run, LIST_COUNTED_BACKWARDS, j))
            return true;
    return false;
}

/* Years are not counted: "von 2000 bis 1500 Metern". */
static bool is_unit(const struct check_run *run, size_t i)
{
    return i < run->doc->token_count && (token_at(run, i)->kind == TOKEN_SYMBOL || text_is(run, i, "Uhr") ||
                                         table_value(run, TABLE_UNITS, lower_at(run, i), 0).len > 0);
}

/* "von 1987 bis 1979", "zwischen 1987 und 1979". */
static void check_years(const struct check_run *run, size_t i)
{
    unsigned from = year_of(text_at(run, i)), to;
    bool between = text_is(run, i + 1, "und");

    if (from == 0 || i == sentence_first(run, i) || !same_sentence(run, i, i + 2) || !is_figure(run, i + 2) ||
        !(between ? slice_equal(lower_at(run, i - 1), SLICE("zwischen"))
                  : text_is(run, i + 1, "bis") && slice_equal(lower_at(run, i - 1), SLICE("von"))))
        return;
    to = year_of(text_at(run, i + 2));
    if (to != 0 && to < from && !is_unit(run, i + 3) && !counts_backwards(run, i))
        mark(run, i, i + 2);
}

/* "(1998–1920)": the years of a life, in one token or three. */
static void check_life(const struct check_run *run, size_t i)
{
    struct slice text = text_at(run, i);
    bool apart = text.len == 4;
    size_t last = apart ? i + 2 : i, dash;

    if (i == 0 || text.len < 4 || !text_is(run, i - 1, "(") || !text_is(run, last + 1, ")") || !is_figure(run, last))
        return;
    struct slice sign = apart ? text_at(run, i + 1) : slice_from(text, 4);

    dash = slice_starts(sign, SLICE("-")) ? 1 : slice_starts(sign, SLICE("–")) ? 3 : 0;
    if (dash == 0)
        return;
    unsigned from = year_of((struct slice){ text.at, 4 });
    unsigned to = year_of(apart ? text_at(run, last) : slice_from(text, 4 + dash));

    if (from != 0 && to != 0 && to < from)
        mark(run, i, last);
}

/* "zwischen 25 und 20 Jahren": the greater number first, of what is counted; not of hours, which go round, nor of
 * heights and degrees, which one may go down. */
static void check_between(const struct check_run *run, size_t i)
{
    if (i == sentence_first(run, i) || !slice_equal(lower_at(run, i - 1), SLICE("zwischen")) ||
        !text_is(run, i + 1, "und") || !same_sentence(run, i, i + 3))
        return;
    double from = value_of(run, i), to = value_of(run, i + 2);
    struct slice dimension = table_value(run, TABLE_UNITS, lower_at(run, i + 3), 0);
    bool counted = slice_equal(dimension, SLICE("time")) || slice_equal(dimension, SLICE("currency")) ||
                   (dimension.len == 0 && is_person(&run->context->lexicon, token_at(run, i + 3)));

    if (to >= 0 && from > to && counted && year_of(text_at(run, i)) == 0 && !counts_backwards(run, i))
        mark(run, i, i + 2);
}

/* ---- changes ---- */

/* As written, or a verb with its prefix: "ging … zurück". */
static bool is_change(const struct check_run *run, size_t i, enum named_list list)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    uint32_t joined = token_at(run, i)->analysis.joined;

    return joined != NO_ID ? in_word_list(lexicon, list, lemma_text(lexicon, joined))
                           : has_lemma_of(lexicon, token_at(run, i), list);
}

/* 1: the clause of the token says that something rises, -1: that it falls, 0: neither or both. */
static int direction_in_clause(const struct check_run *run, size_t i)
{
    bool rises = false, falls = false;

    for (size_t j = sentence_first(run, i); j < sentence_end(run, i); j++) {
        if (!same_clause(run->doc, i, j))
            continue;
        rises = rises || is_change(run, j, LIST_VERBS_OF_RISING);
        falls = falls || is_change(run, j, LIST_VERBS_OF_FALLING);
    }
    return (int)rises - (int)falls;
}

/* What both figures count: a share, money, persons. Degrees may lie below zero, ranks rise to a lesser figure. */
static bool is_counted_unit(const struct check_run *run, size_t i)
{
    struct slice dimension = table_value(run, TABLE_UNITS, lower_at(run, i), 0);

    return is_percent(run, i) || slice_equal(dimension, SLICE("share")) || slice_equal(dimension, SLICE("currency")) ||
           (is_capitalised(token_at(run, i)) && is_person(&run->context->lexicon, token_at(run, i)));
}

/* "sank von 5 auf 7 Prozent", "stieg von 30 auf 20 Euro" */
static void check_change(const struct check_run *run, size_t i)
{
    size_t to = i + 2;

    if (i == sentence_first(run, i) || !slice_equal(lower_at(run, i - 1), SLICE("von")) ||
        !same_sentence(run, i, i + 3))
        return;
    bool has_unit = !text_is(run, i + 1, "auf");

    to += has_unit;
    if (!text_is(run, to - 1, "auf") || !same_sentence(run, i, to + 1) || !is_counted_unit(run, to + 1) ||
        (has_unit && !slice_equal(text_at(run, i + 1), text_at(run, to + 1))))
        return;
    double from = value_of(run, i), reached = value_of(run, to);
    int direction = from < 0 || reached < 0 || from == reached ? 0 : direction_in_clause(run, i);

    if ((direction > 0 && reached < from) || (direction < 0 && reached > from))
        mark(run, i - 1, to + 1);
}

/* ---- counts ---- */

/* "Zehn von vier Kindern sind": more than there are. */
static void check_of_them(const struct check_run *run, size_t i)
{
    if (i != sentence_first(run, i) || !text_is(run, i + 1, "von") || !same_sentence(run, i, i + 4) ||
        !token_is(token_at(run, i + 3), POS_NOUN) || !token_is_finite(token_at(run, i + 4)))
        return;
    double part = value_of(run, i), whole = value_of(run, i + 2);

    if (whole > 0 && part > whole && part <= MOST_COUNTED)
        mark(run, i, i + 2);
}

/* "im fünften Quartal": of four. Not "im fünften Quartal in Folge". */
static void check_quarter(const struct check_run *run, size_t i)
{
    const struct numerals numerals = numerals_of(&run->context->lexicon, true);
    struct numeral numeral = is_figure(run, i) ? (struct numeral){ KIND_ORDINAL, ordinal_of(run, i), 0 }
                                               : composed_numeral(&numerals, lower_at(run, i));

    if (numeral.kind != KIND_ORDINAL || numeral.value <= 4 || i == sentence_first(run, i) ||
        !slice_equal(lower_at(run, i - 1), SLICE("im")) || !text_is(run, i + 1, "Quartal"))
        return;
    for (size_t j = i + 2; same_sentence(run, i, j); j++)
        if (in_list_lower(run, LIST_IN_A_ROW, j))
            return;
    mark(run, i, i + 1);
}

/* "der 342-jährige Fahrer" */
static void check_age(const struct check_run *run, size_t i)
{
    struct slice text = lower_at(run, i);
    size_t length;
    unsigned age = figures_of(text, &length);

    if (age < OLDEST_PERSON || length != 3 || !slice_starts(slice_from(text, length), SLICE("-jährige")) ||
        !same_sentence(run, i, i + 1) || !is_capitalised(token_at(run, i + 1)) ||
        !is_person(&run->context->lexicon, token_at(run, i + 1)))
        return;
    mark(run, i, i);
}

/* Numbers in words: only those that stand before what is asked for. */
static void check_word(const struct check_run *run, size_t i)
{
    check_change(run, i);
    if (text_is(run, i + 1, "von"))
        check_of_them(run, i);
    else if (text_is(run, i + 1, "Quartal"))
        check_quarter(run, i);
    else if (text_is(run, i + 1, "und"))
        check_between(run, i);
    else
        check_fraction(run, i);
}

void check_impossible_figures(const struct check_run *run)
{
    for (size_t i = 0; i < run->doc->token_count; i++) {
        const struct token *token = token_at(run, i);

        if (token->kind == TOKEN_NUMBER) {
            check_day(run, i);
            check_numeric_date(run, i);
            check_time(run, i);
            check_share(run, i);
            check_fraction(run, i);
            check_years(run, i);
            check_life(run, i);
            check_between(run, i);
            check_of_them(run, i);
            check_quarter(run, i);
            check_change(run, i);
        } else if (token->kind == TOKEN_WORD && (token->flags & TOKEN_DIGIT) != 0) {
            check_age(run, i);
        }
    }
    for (size_t i = next_marked(run, MARK_COMPOSED_NUMERAL, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_COMPOSED_NUMERAL, i + 1))
        check_word(run, i);
}
