/* Marks feet, miles, gallons and degrees Fahrenheit, and computes what an editor writes instead: "80 Fuß" is 24 Meter,
 * "90 Grad Fahrenheit" 32 Grad Celsius, a "5-Meilen-Lauf" goes over 8 Kilometer.
 *
 * The value is rounded to as many figures as the original has, two at least. Units that are usual in German where they
 * stand (a 27-Zoll-Monitor, the height of an aeroplane, a pass in football) and values that are already converted in
 * the sentence stay. Such units are a translator's habit: of the segments of one doc `rotstift filter` marks the first.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "checks/marks.h"
#include "checks/places.h"
#include "lexicon/analysis.h"

/* What was measured: a figure or two ("2 bis 3"), their unit. */
struct measure {
    size_t first, last; /* tokens */
    struct slice unit;  /* as in foreign-units.tsv */
    double values[2];
    size_t value_count;
    int figures; /* significant ones */
};

/* A plain decimal number of a table; those of the tables are written with a stop. */
static double decimal(struct slice text)
{
    char copy[32] = { 0 };

    if (text.len == 0 || text.len >= sizeof copy)
        return 0;
    memcpy(copy, text.at, text.len);
    return strtod(copy, NULL);
}

/* "21.000", "2,5", "1,200": the value of a figure in German form, or in English form where it can be no German; its
 * significant figures in *figures. Negative when it is no plain number. */
static double figure_value(struct slice text, int *figures)
{
    char copy[32];
    size_t length = 0, groups = digits_at(text, 0);
    bool decimals = false;

    *figures = 0;
    if (groups == 0 || text.len >= sizeof copy)
        return -1;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        bool group = (c == '.' || c == ',') && digits_at(text, i + 1) == 3;

        if (c >= '0' && c <= '9')
            copy[length++] = c;
        else if (c == ',' && !decimals && !group)
            copy[length++] = '.', decimals = true;
        else if (!group)
            return -1;
    }
    copy[length] = '\0';
    for (size_t i = 0, zeros = 0; i < length; i++) {
        zeros = copy[i] == '0' && !decimals ? zeros + 1 : 0;
        *figures = copy[i] == '.' ? *figures : *figures + 1;
        if (i + 1 == length)
            *figures -= (int)zeros;
    }
    return strtod(copy, NULL);
}

/* The value of a number at a token, in figures or words; negative when it is none. */
static double value_at(const struct check_run *run, size_t i, int *figures)
{
    struct slice text = text_at(run, i);

    if (i >= run->doc->token_count)
        return -1;
    if (run->doc->tokens[i].kind == TOKEN_NUMBER)
        return figure_value(text, figures);
    struct slice word = table_value(run, TABLE_NUMBER_WORDS, text, 0);

    *figures = 1;
    return word.len > 0 ? decimal(word) : -1;
}

/* The unit that begins at a token, and its last token; empty when there is none. */
static struct slice unit_at(const struct check_run *run, size_t i, size_t *last)
{
    struct slice text = text_at(run, i);

    *last = i;
    if (slice_equal(text, SLICE("Grad")) && same_segment(run, i, i + 1) && text_is(run, i + 1, "Fahrenheit"))
        return text_at(run, *last = i + 1);
    if (slice_equal(text, SLICE("°")) && same_segment(run, i, i + 1) && text_is(run, i + 1, "F")) {
        *last = i + 1;
        return SLICE("Fahrenheit");
    }
    if (slice_starts(text, SLICE("Meile")) && same_segment(run, i, i + 2) && text_is(run, i + 1, "pro") &&
        text_is(run, i + 2, "Stunde")) {
        *last = i + 2;
        return SLICE("Meilen pro Stunde");
    }
    return table_value(run, TABLE_FOREIGN_UNITS, text, 0).len > 0 ? text : (struct slice){ 0 };
}

/* ---- context ---- */

static bool is_about(const struct check_run *run, const struct token *token, struct slice word)
{
    const struct lexicon *lexicon = &run->context->lexicon;

    if (slice_equal(token_text(run->doc, token), word))
        return true;
    for (uint16_t i = 0; i < token->analysis.reading_count; i++)
        if (slice_equal(lemma_text(lexicon, token->analysis.readings[i].lemma), word))
            return true;
    for (uint32_t i = 0; i < token->analysis.part_count; i++) {
        uint32_t lemma = token_parts(run->doc, token)[i].lemma;

        if (lemma != NO_ID && slice_equal(lemma_text(lexicon, lemma), word))
            return true;
    }
    return false;
}

static bool sentence_has(const struct check_run *run, const struct sentence *sentence, struct slice word)
{
    for (size_t i = sentence->first_token; i < (size_t)sentence->first_token + sentence->token_count; i++)
        if (run->doc->tokens[i].kind == TOKEN_WORD && is_about(run, &run->doc->tokens[i], word))
            return true;
    return false;
}

static bool is_usual_here(const struct check_run *run, const struct sentence *sentence, struct slice unit)
{
    struct slice word;

    for (size_t i = 0; (word = table_value(run, TABLE_USUAL_UNITS, unit, i)).len > 0; i++)
        if (sentence_has(run, sentence, word))
            return true;
    return false;
}

/* In the sentence, or in the one before it: "Der Bildschirm ist groß. Mit 7,9 Zoll übertrifft er alle." */
static bool is_usual(const struct check_run *run, const struct sentence *sentence, struct slice unit)
{
    const struct sentence *before = sentence - 1;

    return is_usual_here(run, sentence, unit) ||
           (sentence > run->doc->sentences && same_segment(run, before->first_token, sentence->first_token) &&
            is_usual_here(run, before, unit));
}

/* "Pfund" is money, unless something is weighed. */
static bool is_weighed(const struct check_run *run, const struct sentence *sentence)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct list_record *words = named_list(lexicon, LIST_WEIGHT_WORDS);

    for (uint32_t i = 0; words != NULL && i < words->count; i++)
        if (sentence_has(run, sentence, lexicon_text(lexicon, lexicon->list_words[words->first + i])))
            return true;
    return false;
}

/* "4,2 Milliarden Pfund schwer": so many pounds are money. */
static bool is_in_millions(const struct check_run *run, const struct measure *measure)
{
    for (size_t i = measure->first; i < measure->last; i++)
        if (in_list_lower(run, LIST_LARGE_NUMBERS, i))
            return true;
    return false;
}

/* The value stands beside in metric units: "137 Meter (449 Fuß)". */
static bool is_converted(const struct check_run *run, const struct measure *measure)
{
    enum { NEAR = 6 };
    size_t low = measure->first > NEAR ? measure->first - NEAR : 0;

    for (size_t i = low; i <= measure->last + NEAR && i < run->doc->token_count; i++)
        if (same_segment(run, i < measure->first ? i : measure->first, i < measure->first ? measure->first : i) &&
            in_list(run, LIST_METRIC_WORDS, i))
            return true;
    return false;
}

static bool is_left_alone(const struct check_run *run, const struct measure *measure, bool in_compound)
{
    const struct token *token = &run->doc->tokens[measure->first];
    const struct sentence *sentence = &run->doc->sentences[token->sentence];

    /* "21-Zoll-Räder": goods are sold by the inch. */
    if (in_compound && slice_equal(measure->unit, SLICE("Zoll")))
        return true;
    if (slice_equal(measure->unit, SLICE("Pfund")) && (!is_weighed(run, sentence) || is_in_millions(run, measure)))
        return true;
    return is_usual(run, sentence, measure->unit) || is_converted(run, measure);
}

/* ---- conversion ---- */

static double to_base(const struct check_run *run, struct slice unit, double value)
{
    if (slice_equal(unit, SLICE("Fahrenheit")))
        return (value - 32) / 1.8;
    return value * decimal(table_value(run, TABLE_FOREIGN_UNITS, unit, 1));
}

/* The largest metric unit of which there is at least one. */
static struct slice metric_unit(const struct check_run *run, struct slice dimension, double value, double *size)
{
    struct slice name = table_value(run, TABLE_METRIC_UNITS, dimension, 0), next;

    *size = decimal(table_value(run, TABLE_METRIC_UNITS, dimension, 1));
    for (size_t i = 2; (next = table_value(run, TABLE_METRIC_UNITS, dimension, i)).len > 0; i += 2) {
        double bigger = decimal(table_value(run, TABLE_METRIC_UNITS, dimension, i + 1));

        if (fabs(value) < bigger)
            break;
        name = next;
        *size = bigger;
    }
    return name;
}

/* To so many significant figures, in German form: "24", "1,8", "12.000". */
static struct slice german_figure(const struct check_run *run, double value, int figures)
{
    int magnitude = value > 0 || value < 0 ? (int)floor(log10(fabs(value))) : 0;
    int decimals = figures - 1 - magnitude > 0 ? figures - 1 - magnitude : 0;
    double step = pow(10, magnitude - figures + 1), rounded = decimals > 0 ? value : round(value / step) * step;
    char plain[48], text[80];
    size_t length = 0, whole;

    snprintf(plain, sizeof plain, "%.*f", decimals > 3 ? 3 : decimals, rounded);
    if (strchr(plain, '.') != NULL) {
        while (plain[strlen(plain) - 1] == '0')
            plain[strlen(plain) - 1] = '\0';
        if (plain[strlen(plain) - 1] == '.')
            plain[strlen(plain) - 1] = '\0';
    }
    whole = strcspn(plain, ".");
    for (size_t i = 0; plain[i] != '\0'; i++) {
        if (i > 0 && i < whole && (whole - i) % 3 == 0 && whole > 4 && plain[i - 1] != '-')
            text[length++] = '.';
        text[length++] = plain[i] == '.' ? ',' : plain[i];
    }
    return arena_copy(run->issues->arena, (struct slice){ text, length });
}

static struct slice converted(const struct check_run *run, const struct measure *measure)
{
    struct slice dimension = table_value(run, TABLE_FOREIGN_UNITS, measure->unit, 0);
    double values[2] = { 0 }, size;
    int figures = measure->figures < 2 ? 2 : measure->figures > 3 ? 3 : measure->figures;

    for (size_t i = 0; i < measure->value_count; i++)
        values[i] = to_base(run, measure->unit, measure->values[i]);
    struct slice unit = metric_unit(run, dimension, values[0], &size);
    struct slice low = german_figure(run, fabs(values[0]) / size, figures);

    if (measure->value_count == 1)
        return arena_print(run->issues->arena, "%s%.*s %.*s", values[0] < 0 ? "minus " : "", (int)low.len, low.at,
                           (int)unit.len, unit.at);
    struct slice high = german_figure(run, values[1] / size, figures);

    return arena_print(run->issues->arena, "%.*s bis %.*s %.*s", (int)low.len, low.at, (int)high.len, high.at,
                       (int)unit.len, unit.at);
}

/* Half of the human translations of news keep miles: a matter of the house's style. */
#define FAMILIAR_CONFIDENCE 0.6f

/* thing: what is measured, in one word with the measure; may be empty. */
static void report_measure(const struct check_run *run, const struct measure *measure, struct slice thing)
{
    if (is_left_alone(run, measure, thing.len > 0))
        return;
    struct slice value = converted(run, measure);
    struct issue *issue = report(run, "check/foreign-unit", tokens_span(run, measure->first, measure->last));

    if (issue == NULL)
        return;
    issue->habit = true;
    if (in_word_list(&run->context->lexicon, LIST_FAMILIAR_UNITS, measure->unit))
        issue->confidence = FAMILIAR_CONFIDENCE;
    if (thing.len == 0) {
        issue_suggest(run->issues, issue, value);
        return;
    }
    /* "8-Kilometer-Fahrt" */
    char *space = memchr((char *)(uintptr_t)value.at, ' ', value.len);

    if (space != NULL)
        *space = '-';
    issue_suggest(run->issues, issue,
                  arena_print(run->issues->arena, "%.*s-%.*s", (int)value.len, value.at, (int)thing.len, thing.at));
}

/* Takes the numbers before a unit: a scale ("2 Millionen"), a number, a range. False when none stands there. */
static bool read_numbers(const struct check_run *run, size_t unit, struct measure *measure)
{
    size_t i = unit;
    double scale = 1;
    int figures;

    if (i > 0 && same_segment(run, i - 1, i) && run->doc->tokens[i - 1].kind == TOKEN_WORD &&
        value_at(run, i - 1, &figures) >= 1000) {
        scale = value_at(run, i - 1, &figures);
        measure->first = --i;
        measure->values[0] = scale;
        measure->value_count = 1;
        measure->figures = figures;
    }
    if (i == 0 || !same_segment(run, i - 1, i))
        return measure->value_count > 0;
    double value = value_at(run, i - 1, &figures);

    if (value < 0)
        return measure->value_count > 0;
    measure->first = --i;
    measure->values[0] = value * scale;
    measure->value_count = 1;
    measure->figures = figures;
    if (i >= 2 && same_segment(run, i - 2, i) && (text_is(run, i - 1, "bis") || text_is(run, i - 1, "–")) &&
        (value = value_at(run, i - 2, &figures)) >= 0) {
        measure->first = i - 2;
        measure->values[1] = measure->values[0];
        measure->values[0] = value * scale;
        measure->value_count = 2;
    }
    return true;
}

/* "6 Fuß 2 Zoll": the inches behind feet are added. */
static void add_inches(const struct check_run *run, struct measure *measure)
{
    size_t number = measure->last + 1, unit = number + 1;
    int figures;

    if (slice_equal(text_at(run, number), SLICE("und")))
        number++, unit++;
    if (!slice_equal(measure->unit, SLICE("Fuß")) || measure->value_count != 1 ||
        !same_segment(run, measure->last, unit) || !text_is(run, unit, "Zoll"))
        return;
    double inches = value_at(run, number, &figures);

    if (inches < 0)
        return;
    measure->values[0] += inches / 12;
    measure->last = unit;
    measure->figures = 3;
}

static void plain_measure(const struct check_run *run, size_t i)
{
    struct measure measure = { .first = i };

    measure.unit = unit_at(run, i, &measure.last);
    if (measure.unit.len == 0 || !read_numbers(run, i, &measure) || measure.values[0] <= 0)
        return;
    if (measure.first > 0 && same_segment(run, measure.first - 1, measure.first) && measure.value_count == 1 &&
        text_is(run, measure.first - 1, "minus")) {
        measure.first--;
        measure.values[0] = -measure.values[0];
    }
    add_inches(run, &measure);
    report_measure(run, &measure, (struct slice){ 0 });
}

/* "5-Meilen-Fahrt", "30-Fuß-Welle": figure, unit and thing in one word. */
static void measure_in_compound(const struct check_run *run, size_t i)
{
    struct slice text = text_at(run, i), number, unit;
    const char *hyphen = memchr(text.at, '-', text.len), *second;
    struct measure measure = { .first = i, .last = i, .value_count = 1 };

    if (hyphen == NULL)
        return;
    number = slice_between(text.at, hyphen);
    unit = slice_from(text, number.len + 1);
    second = unit.len == 0 ? NULL : memchr(unit.at, '-', unit.len);
    if (second == NULL)
        return;
    struct slice thing = slice_between(second + 1, text.at + text.len);

    unit.len = (size_t)(second - unit.at);
    measure.unit = unit;
    measure.values[0] = figure_value(number, &measure.figures);
    if (measure.values[0] <= 0 || table_value(run, TABLE_FOREIGN_UNITS, unit, 0).len == 0)
        return;
    report_measure(run, &measure, thing);
}

bool may_be_foreign_unit(const struct check_run *run, size_t i)
{
    const struct token *token = &run->doc->tokens[i];
    struct slice text = text_at(run, i);

    return (token->kind == TOKEN_WORD && (token->flags & TOKEN_HYPHEN) != 0 && (token->flags & TOKEN_DIGIT) != 0) ||
           row_at(run, TABLE_FOREIGN_UNITS, i, 0).len > 0 || slice_equal(text, SLICE("Grad")) ||
           slice_equal(text, SLICE("°")) || slice_starts(text, SLICE("Meile"));
}

void check_foreign_units(const struct check_run *run)
{
    for (size_t i = next_marked(run, MARK_FOREIGN_UNIT, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_FOREIGN_UNIT, i + 1)) {
        const struct token *token = &run->doc->tokens[i];

        if (token->kind == TOKEN_WORD && (token->flags & TOKEN_HYPHEN) != 0 && (token->flags & TOKEN_DIGIT) != 0)
            measure_in_compound(run, i);
        else if (i > 0 && (token->kind == TOKEN_WORD || token->kind == TOKEN_SYMBOL) &&
                 (run->doc->tokens[i - 1].kind == TOKEN_NUMBER || (token->flags & TOKEN_CAPITAL) != 0))
            plain_measure(run, i);
    }
}
