/* Marks dates, times and ordinals in English form: "März 3, 2024", "3 Mai 2024", "3/5/2024", "5:30 p.m.", "der 3rd",
 * "die 1990s", and the nought of "03. Mai". */
#include "checks/places.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

static bool is_english_month(const struct check_run *run, size_t i)
{
    return row_at(run, TABLE_ENGLISH_MONTHS, i, 0).len > 0;
}

static bool is_month(const struct check_run *run, size_t i)
{
    return in_list(run, LIST_MONTHS, i) || is_english_month(run, i);
}

/* The month as German spells it. */
static struct slice month_at(const struct check_run *run, size_t i)
{
    return is_english_month(run, i) ? row_at(run, TABLE_ENGLISH_MONTHS, i, 0) : text_at(run, i);
}

/* The figures of a token as a number; 0 when there are none, or more than four. */
static unsigned value_of(struct slice text)
{
    size_t digits = digits_at(text, 0);
    unsigned value = 0;

    for (size_t i = 0; i < digits && digits <= 4; i++)
        value = 10 * value + (unsigned)(text.at[i] - '0');
    return value;
}

static bool is_year(const struct check_run *run, size_t i)
{
    struct slice text = text_at(run, i);

    return i < run->doc->token_count && run->doc->tokens[i].kind == TOKEN_NUMBER && digits_at(text, 0) == 4 &&
           (text.len == 4 || (text.len == 5 && text.at[4] == '.'));
}

/* "3rd", "21st": the letters behind the figures are an English ordinal's, or those of an older German one ("3ten"). */
static bool is_spelled_ordinal(struct slice text)
{
    static const char *const endings[] = { "st", "nd", "rd", "th", "ten", "ter", "te", "ster", "sten", "ste" };
    size_t digits = digits_at(text, 0);

    for (size_t i = 0; digits > 0 && digits <= 3 && i < sizeof endings / sizeof *endings; i++)
        if (slice_is(slice_from(text, digits), endings[i]))
            return true;
    return false;
}

/* "9te": with an ending that is no English one no name has it ("9th Street"). */
static bool is_german_ordinal(struct slice text)
{
    return digits_at(text, 0) <= 2 &&
           (slice_ends(text, SLICE("te")) || slice_ends(text, SLICE("ter")) || slice_ends(text, SLICE("ten")));
}

/* A day of a month: "3", "3." or "3rd". */
static unsigned day_at(const struct check_run *run, size_t i)
{
    struct slice text = text_at(run, i);
    size_t digits = digits_at(text, 0);
    unsigned day = value_of(text);
    bool plain = digits == text.len || (digits + 1 == text.len && text.at[digits] == '.') || is_spelled_ordinal(text);

    return digits <= 2 && plain && day <= 31 ? day : 0;
}

static struct slice german_date(const struct check_run *run, unsigned day, struct slice month, struct slice year)
{
    return arena_print(run->issues->arena, "%u. %.*s%s%.*s", day, (int)month.len, month.at, year.len > 0 ? " " : "",
                       (int)(year.len > 4 ? 4 : year.len), year.at);
}

static bool follows_preposition(const struct check_run *run, size_t i)
{
    return i > 0 && same_segment(run, i - 1, i) && in_list(run, LIST_DATE_PREPOSITIONS, i - 1);
}

/* "Montag, Mai 6" */
static bool follows_weekday(const struct check_run *run, size_t i)
{
    size_t day = i > 0 && text_is(run, i - 1, ",") ? i - 1 : i;

    return day > 0 && same_segment(run, day - 1, i) && in_list(run, LIST_WEEKDAYS, day - 1);
}

/* "März 3, 2024", "am März 3rd": month, day, and a year or a preposition that shows the two to be a date. */
static size_t month_first(const struct check_run *run, size_t i)
{
    size_t last = i + 1;

    if (!same_segment(run, i, last))
        return 0;
    unsigned day = day_at(run, last);
    struct slice year = { 0 };

    if (day == 0)
        return 0;
    if (same_segment(run, i, last + 2) && text_is(run, last + 1, ",") && is_year(run, last + 2))
        year = text_at(run, last += 2);
    else if (same_segment(run, i, last + 1) && is_year(run, last + 1))
        year = text_at(run, ++last);
    if (year.len == 0 && !follows_preposition(run, i) && !follows_weekday(run, i) &&
        run->doc->tokens[i + 1].kind != TOKEN_WORD)
        return 0;
    suggest(run, report(run, "check/english-date", tokens_span(run, i, last)),
            german_date(run, day, month_at(run, i), year));
    return last;
}

/* "3 Mai 2024", "am 3 Mai", "3rd Mai" without the full stop; "3. Mai, 2024" with a comma. */
static void day_first(const struct check_run *run, size_t i)
{
    size_t last = i;
    unsigned day = i > 0 && same_segment(run, i - 1, i) ? day_at(run, i - 1) : 0;
    struct slice number = i > 0 ? text_at(run, i - 1) : (struct slice){ 0 }, year = { 0 };
    bool stop = number.len > 0 && number.at[number.len - 1] == '.';

    if (day == 0)
        return;
    bool comma = same_segment(run, i, i + 2) && text_is(run, i + 1, ",") && is_year(run, i + 2);

    if (comma || (same_segment(run, i, i + 1) && is_year(run, i + 1)))
        year = text_at(run, last = comma ? i + 2 : i + 1);
    bool english = run->doc->tokens[i - 1].kind == TOKEN_WORD;

    if ((stop && comma && year.len == 4) ||
        (!stop &&
         (year.len > 0 || english || follows_preposition(run, i - 1) ||
          (i > 1 && same_segment(run, i - 2, i) && token_is(&run->doc->tokens[i - 2], POS_PREPOSITION))) &&
         !is_year(run, i - 1)))
        suggest(run, report(run, "check/english-date", tokens_span(run, i - 1, last)),
                german_date(run, day, month_at(run, i), year));
    else if (stop && number.at[0] == '0')
        suggest(run, report(run, "check/nought-in-date", run->doc->tokens[i - 1].span),
                arena_print(run->issues->arena, "%u.", day));
}

static struct slice numeric_date(const struct check_run *run, unsigned day, unsigned month, struct slice year)
{
    return arena_print(run->issues->arena, "%u.%u.%.*s", day, month, (int)year.len, year.at);
}

/* "3/5/2024": Americans mean the fifth of March, the British the third of May. */
static void slashed_date(const struct check_run *run, size_t i)
{
    const struct document *doc = run->doc;

    if (!text_is(run, i + 1, "/") || !text_is(run, i + 3, "/") || !same_segment(run, i, i + 4) || !is_year(run, i + 4))
        return;
    unsigned first = value_of(text_at(run, i)), second = value_of(text_at(run, i + 2));
    struct slice year = text_at(run, i + 4);

    if (doc->tokens[i + 2].kind != TOKEN_NUMBER || first == 0 || second == 0 || first > 31 || second > 31 ||
        (first > 12 && second > 12) || (i > 0 && text_is(run, i - 1, "/")))
        return;
    year.len = 4;
    struct issue *issue =
        report(run, "check/slashed-date",
               (struct span){ doc->tokens[i].span.start, doc->tokens[i + 4].span.start + (uint32_t)year.len });

    if (first <= 12)
        suggest(run, issue, numeric_date(run, second, first, year));
    if (second <= 12)
        suggest(run, issue, numeric_date(run, first, second, year));
}

/* "am 10/17": month and day as Americans write them. */
static void slashed_day(const struct check_run *run, size_t i)
{
    const struct token *tokens = run->doc->tokens;

    if (!follows_preposition(run, i) || !same_segment(run, i, i + 2) || !text_is(run, i + 1, "/") ||
        tokens[i + 2].kind != TOKEN_NUMBER || text_is(run, i + 3, "/") || has_space_before(run, i + 1))
        return;
    unsigned month = value_of(text_at(run, i)), day = value_of(text_at(run, i + 2));

    if (month >= 1 && month <= 12 && day > 12 && day <= 31)
        suggest(run, report(run, "check/slashed-date", tokens_span(run, i, i + 2)),
                arena_print(run->issues->arena, "%u.%u.", day, month));
}

/* "2024-03-05": the order of machines. */
static void machine_date(const struct check_run *run, size_t i)
{
    struct slice text = text_at(run, i);

    if (text.len != 10 || digits_at(text, 0) != 4 || text.at[4] != '-' || digits_at(text, 5) != 2 ||
        text.at[7] != '-' || digits_at(text, 8) != 2 || !follows_preposition(run, i))
        return;
    unsigned month = value_of(slice_between(text.at + 5, text.at + 7)), day = value_of(slice_from(text, 8));

    if (month >= 1 && month <= 12 && day >= 1 && day <= 31)
        suggest(run, report(run, "check/machine-date", run->doc->tokens[i].span),
                numeric_date(run, day, month, slice_between(text.at, text.at + 4)));
}

/* ---- times ---- */

/* "5:30", "5.30" or "5", and how far it reaches; false when it is no hour. */
static bool read_time(struct slice text, unsigned *hour, unsigned *minute, size_t *end)
{
    size_t digits = digits_at(text, 0);

    *hour = value_of(text);
    *minute = 0;
    *end = digits;
    if (digits == 0 || digits > 2 || *hour > 24)
        return false;
    if (digits + 2 < text.len && (text.at[digits] == ':' || text.at[digits] == '.') &&
        digits_at(text, digits + 1) == 2) {
        *minute = value_of(slice_from(text, digits + 1));
        *end = digits + 3;
    }
    return *minute < 60;
}

/* "p.m.", "am", "PM" and the like. "5 am" can be German ("um 5 am Morgen"), "5am" can't. */
static bool is_meridiem(struct slice text, bool glued, bool *afternoon)
{
    static const char *const forms[] = { "p.m.", "a.m.", "p.m", "a.m", "P.M.", "A.M.", "pm", "PM", "AM", "Pm", "am" };

    *afternoon = text.len > 0 && (text.at[0] == 'p' || text.at[0] == 'P');
    for (size_t i = 0; i < sizeof forms / sizeof *forms - (glued ? 0 : 1); i++)
        if (slice_is(text, forms[i]))
            return true;
    return false;
}

/* On the 24-hour clock: "17.30 Uhr". Twelve a.m. is midnight, twelve p.m. noon. */
static struct slice german_time(const struct check_run *run, unsigned hour, unsigned minute, bool afternoon)
{
    if (hour <= 12)
        hour = hour % 12 + (afternoon ? 12 : 0);
    return minute > 0 ? arena_print(run->issues->arena, "%u.%02u Uhr", hour, minute)
                      : arena_print(run->issues->arena, "%u Uhr", hour);
}

/* "5:30 p.m.", however the tokens cut it: the letters and stops behind a number are joined. An "Uhr" may stand between.
 */
static void english_time(const struct check_run *run, size_t i)
{
    const struct document *doc = run->doc;
    struct slice text = text_at(run, i);
    unsigned hour, minute;
    bool afternoon;
    size_t end;

    if (!read_time(text, &hour, &minute, &end))
        return;
    if (end < text.len) {                                              /* "5pm" */
        if (end > 2 && slice_equal(slice_from(text, end), SLICE("h"))) /* "15.00h" */
            suggest(run, report(run, "check/english-time", doc->tokens[i].span),
                    german_time(run, hour, minute, hour > 12));
        else if (is_meridiem(slice_from(text, end), true, &afternoon))
            suggest(run, report(run, "check/english-time", doc->tokens[i].span),
                    german_time(run, hour, minute, afternoon));
        return;
    }
    size_t first = i + 1;

    if (same_segment(run, i, first) && text_is(run, first, "Uhr"))
        first++;
    for (size_t last = first; last <= first + 3 && same_segment(run, i, last); last++) {
        if (last > first && has_space_before(run, last))
            return;
        struct slice tail = text_of(doc, tokens_span(run, first, last));
        bool glued = !has_space_before(run, first);

        if (!is_meridiem(tail, glued, &afternoon) || (same_segment(run, i, last + 1) && text_is(run, last + 1, ".") &&
                                                      !has_space_before(run, last + 1) && tail.len == 3))
            continue;
        suggest(run, report(run, "check/english-time", tokens_span(run, i, last)),
                german_time(run, hour, minute, afternoon));
        return;
    }
}

/* ---- ordinals ---- */

/* A German article or preposition before the ordinal, and no name behind it. */
static bool is_german_around(const struct check_run *run, size_t i)
{
    const struct token *before = i > 0 && same_segment(run, i - 1, i) ? &run->doc->tokens[i - 1] : NULL;
    const struct token *next = same_segment(run, i, i + 1) ? &run->doc->tokens[i + 1] : NULL;

    bool as = before != NULL && text_is(run, i - 1, "als"); /* "als 3te" */

    if (before == NULL || (!as && !token_is(before, POS_DETERMINER) && !token_is(before, POS_PREPOSITION)))
        return false;
    if (next == NULL || next->kind != TOKEN_WORD || (next->flags & TOKEN_CAPITAL) == 0)
        return true;
    return is_known_word(next) && token_is(next, POS_NOUN) && !token_is(next, POS_NAME);
}

static bool is_decade_s(struct slice text)
{
    return slice_equal(text, SLICE("s")) || slice_equal(text, SLICE("'s")) || slice_equal(text, SLICE("’s"));
}

/* "der 3rd", "am 5ten"; not in names: "9th Street", "the 3rd". */
static void spelled_ordinal(const struct check_run *run, size_t i)
{
    const struct token *token = &run->doc->tokens[i];
    struct slice text = token_text(run->doc, token);
    bool short_decade = digits_at(text, 0) == 2 && text.at[1] == '0' && is_decade_s(slice_from(text, 2)) && i > 0 &&
                        same_segment(run, i - 1, i) && in_list(run, LIST_PLURAL_ARTICLES, i - 1);
    bool decade = short_decade || (digits_at(text, 0) == 4 && is_decade_s(slice_from(text, 4)));

    if ((token->flags & TOKEN_QUOTED) != 0 || (!decade && !is_spelled_ordinal(text)))
        return;
    if (!decade && !is_german_ordinal(text) && !is_german_around(run, i))
        return;
    unsigned number = value_of(text);

    suggest(run, report(run, "check/english-ordinal", token->span),
            arena_print(run->issues->arena, decade ? "%uer" : "%u.", number));
}

/* ---- "am Montag, der 12. Mai", "bis zu den 30. Mai" ---- */

/* A day and its month with an article: behind a preposition and a day of the week it is in the accusative or dative,
 * and behind one that governs the dative it is "dem". */
static void check_article_of_day(const struct check_run *run, size_t month)
{
    size_t day = month - 1, article = month - 2;

    if (month < 3 || !same_segment(run, month - 3, month) || (token_at(run, day)->flags & TOKEN_ORDINAL) == 0)
        return;
    bool weekday =
        month > 4 && text_is(run, article, "der") && text_is(run, article - 1, ",") &&
        in_list(run, LIST_WEEKDAYS, article - 2) && same_segment(run, article - 3, month) &&
        (token_is(token_at(run, article - 3), POS_PREPOSITION) || has_contraction(token_at(run, article - 3)));
    bool dative = text_is(run, article, "den") &&
                  (text_is(run, article - 1, "zu") || slice_equal(lower_at(run, article - 1), SLICE("seit")) ||
                   text_is(run, article - 1, "von") || text_is(run, article - 1, "bei"));

    if (weekday)
        suggest(run, report(run, "check/agreement", tokens_span(run, article, month)),
                arena_print(run->issues->arena, "den %.*s %.*s", (int)text_at(run, day).len, text_at(run, day).at,
                            (int)text_at(run, month).len, text_at(run, month).at));
    else if (dative)
        report(run, "check/government", tokens_span(run, article - 1, month));
}

void check_dates(const struct check_run *run)
{
    const struct document *doc = run->doc;

    for (size_t i = 0; i < doc->token_count; i++) {
        const struct token *token = &doc->tokens[i];

        if (token->kind == TOKEN_NUMBER || (token->flags & TOKEN_DIGIT) != 0) {
            english_time(run, i);
            machine_date(run, i);
            if (token->kind == TOKEN_NUMBER) {
                slashed_date(run, i);
                slashed_day(run, i);
            } else if (!(i > 0 && is_month(run, i - 1)) && !is_month(run, i + 1))
                spelled_ordinal(run, i);
        } else if ((token->flags & TOKEN_CAPITAL) != 0 && is_month(run, i)) {
            if (month_first(run, i) == 0)
                day_first(run, i);
            check_article_of_day(run, i);
        }
    }
}
