/* Marks typography that is not German: spaces before marks and none behind them, hyphens and English dashes, dots that
 * are no ellipsis, apostrophes that are none, units glued to their figure.
 *
 * What is a habit of the whole document is reported once, at its first place. */
#include "checks/habits.h"
#include "checks/places.h"
#include "lexicon/analysis.h"

static bool is_kind(const struct check_run *run, size_t i, enum token_kind kind)
{
    return i < run->doc->token_count && run->doc->tokens[i].kind == kind;
}

static bool is_glued(const struct check_run *run, size_t i)
{
    return i > 0 && same_segment(run, i - 1, i) && !has_space_before(run, i);
}

static bool is_one_of(struct slice mark, const char *set)
{
    return mark.len == 1 && mark.at[0] != '\0' && strchr(set, mark.at[0]) != NULL;
}

/* ---- spaces ---- */

/* "2 : 04 : 11 Stunden", "12 : 30 Uhr": the colon of a time; "2 : 1" is a result. */
static bool is_in_time(const struct check_run *run, size_t colon)
{
    if (colon < 2 || !same_segment(run, colon - 2, colon + 2) || !is_kind(run, colon + 1, TOKEN_NUMBER) ||
        text_at(run, colon + 1).len != 2)
        return false;
    return text_is(run, colon + 2, "Uhr") || text_is(run, colon + 2, ":") ||
           (text_is(run, colon - 2, ":") && is_kind(run, colon - 1, TOKEN_NUMBER));
}

/* "Er sagte : Nein." Only behind a word and before a space or the end, so that ":)" and ".NET" stay; "2 : 1" is right.
 */
static void space_before_mark(const struct check_run *run, size_t i)
{
    const struct token *token = &run->doc->tokens[i];
    struct slice mark = token_text(run->doc, token);

    if (i == 0 || token->kind != TOKEN_PUNCTUATION || !is_one_of(mark, ",.;:!?") || !has_space_before(run, i) ||
        !same_segment(run, i - 1, i))
        return;
    bool number = is_kind(run, i - 1, TOKEN_NUMBER) && (mark.at[0] != ':' || is_in_time(run, i));
    bool closing = (token[-1].flags & TOKEN_CLOSING) != 0 || text_is(run, i - 1, ")");

    bool comma = mark.at[0] == ',' && is_kind(run, i + 1, TOKEN_WORD);

    if ((!is_kind(run, i - 1, TOKEN_WORD) && !number && !closing) ||
        (same_segment(run, i, i + 1) && !has_space_before(run, i + 1) && (token[1].flags & TOKEN_CLOSING) == 0 &&
         !comma))
        return;
    suggest(run, report(run, "check/space-before-mark", (struct span){ token[-1].span.end, token->span.end }), mark);
}

/* "( siehe unten )" */
static void space_inside_brackets(const struct check_run *run, size_t i)
{
    const struct token *token = &run->doc->tokens[i];

    if (text_is(run, i, "(") && same_segment(run, i, i + 1) && has_space_before(run, i + 1) &&
        token[1].kind == TOKEN_WORD)
        suggest(run, report(run, "check/space-inside", (struct span){ token->span.start, token[1].span.start }),
                SLICE("("));
    else if (text_is(run, i, ")") && i > 0 && same_segment(run, i - 1, i) && has_space_before(run, i) &&
             (token[-1].kind == TOKEN_WORD || token[-1].kind == TOKEN_NUMBER))
        suggest(run, report(run, "check/space-inside", (struct span){ token[-1].span.end, token->span.end }),
                SLICE(")"));
}

static bool is_plain_word(const struct token *token)
{
    enum { MIN_BYTES = 2 };

    return token->kind == TOKEN_WORD && token->span.end - token->span.start >= MIN_BYTES &&
           (token->flags & (TOKEN_ALL_CAPS | TOKEN_DIGIT | TOKEN_INNER_CAPITAL | TOKEN_ABBREVIATION)) == 0;
}

/* "3.Platz": an ordinal before a noun. */
static void space_after_ordinal(const struct check_run *run, size_t i)
{
    enum { MOST_DIGITS = 2, MIN_NOUN = 4 };
    const struct token *token = &run->doc->tokens[i];

    if (!text_is(run, i, ".") || !is_glued(run, i) || !is_glued(run, i + 1) || token[-1].kind != TOKEN_NUMBER ||
        text_at(run, i - 1).len > MOST_DIGITS || (i > 1 && is_glued(run, i - 1)) || !is_plain_word(&token[1]) ||
        (token[1].flags & TOKEN_CAPITAL) == 0 || text_at(run, i + 1).len < MIN_NOUN || !token_is(&token[1], POS_NOUN))
        return;
    suggest(run, report(run, "check/space-after-mark", (struct span){ token->span.start, token[1].span.start }),
            SLICE(". "));
}

/* "Haus,das", "kam.Der": between two words; behind a full stop only before a word that begins a sentence. */
static void space_after_mark(const struct check_run *run, size_t i)
{
    const struct token *token = &run->doc->tokens[i];
    struct slice mark = token_text(run->doc, token);

    if (token->kind != TOKEN_PUNCTUATION || !is_one_of(mark, ",.;:!?") || !is_glued(run, i) || !is_glued(run, i + 1) ||
        !is_plain_word(&token[-1]) || !is_plain_word(&token[1]))
        return;
    if (mark.at[0] != ',' && mark.at[0] != ';') {
        bool begins = (token[1].flags & TOKEN_CAPITAL) != 0 &&
                      ((token[1].analysis.flags & ANALYSIS_KNOWN) != 0 || token[1].type->small_traits != 0);

        if (!begins || !is_known_word(token - 1))
            return;
    }
    suggest(run, report(run, "check/space-after-mark", (struct span){ token->span.start, token[1].span.start }),
            arena_print(run->issues->arena, "%.*s ", (int)mark.len, mark.at));
}

/* "Wort,, Wort", "Wort.,": two marks where one is meant. An abbreviation keeps its stop before another mark. */
static void doubled_mark(const struct check_run *run, size_t i)
{
    const struct token *token = &run->doc->tokens[i];
    struct slice mark = token_text(run->doc, token);
    bool two_stops = slice_equal(mark, SLICE("..")) && is_glued(run, i) && is_kind(run, i - 1, TOKEN_WORD);
    bool two_commas = slice_equal(mark, SLICE(",")) && i > 0 && text_is(run, i - 1, ",") && same_segment(run, i - 1, i);

    if (i > 0 && (text_is(run, i, "?") || text_is(run, i, "!")) && slice_equal(text_at(run, i - 1), mark) &&
        is_glued(run, i) && !(i > 1 && slice_equal(text_at(run, i - 2), mark)))
        suggest(run, report(run, "check/doubled-mark", tokens_span(run, i - 1, i)), mark);
    if (two_stops || two_commas)
        suggest(run, report(run, "check/doubled-mark", two_stops ? token->span : tokens_span(run, i - 1, i)),
                two_stops ? SLICE(".") : SLICE(","));
}

/* "§12", "§§12": a space stands behind the sign. */
static void glued_paragraph(const struct check_run *run, size_t i)
{
    struct slice text = text_of(run->doc, tokens_span(run, i, i));

    if (!slice_equal(text, SLICE("§")) || !same_segment(run, i, i + 1) || has_space_before(run, i + 1) ||
        digits_at(text_at(run, i + 1), 0) == 0)
        return;
    suggest(run, report(run, "check/paragraph-without-space", tokens_span(run, i, i + 1)),
            arena_print(run->issues->arena, "§\u00a0%.*s", (int)text_at(run, i + 1).len, text_at(run, i + 1).at));
}

/* „Ich gehe.“, sagte er: what is said loses its stop before the comma. */
static void stop_before_comma(const struct check_run *run, size_t i)
{
    if (!text_is(run, i, ".") || i == 0 || !same_segment(run, i - 1, i + 3) || !is_glued(run, i) ||
        token_at(run, i - 1)->kind != TOKEN_WORD || (token_at(run, i - 1)->flags & TOKEN_ABBREVIATION) != 0 ||
        has_space_before(run, i + 1) || (token_at(run, i + 1)->flags & TOKEN_CLOSING) == 0 ||
        has_space_before(run, i + 2) || !text_is(run, i + 2, ",") || !in_list(run, LIST_VERBS_OF_SAYING, i + 3))
        return;
    suggest(run, report(run, "check/stop-before-comma", tokens_span(run, i, i + 2)),
            arena_print(run->issues->arena, "%.*s,", (int)text_at(run, i + 1).len, text_at(run, i + 1).at));
}

/* "z.B.": between the letters stands a (narrow) space. */
static void glued_abbreviation(const struct check_run *run, size_t i, struct habit *habit)
{
    enum { MAX_PARTS = 4 };
    struct slice text = token_text(run->doc, &run->doc->tokens[i]);

    if (text.len > MAX_PARTS * 2 || !is_kind(run, i, TOKEN_WORD) ||
        (text.at[text.len - 1] != '.' && !text_is(run, i + 1, ".")))
        return;
    for (size_t last = i; last < i + MAX_PARTS && same_segment(run, i, last); last++) {
        if (last > i && !is_glued(run, last))
            return;
        if (!in_word_list(&run->context->lexicon, LIST_SPACED_ABBREVIATIONS,
                          text_of(run->doc, tokens_span(run, i, last))))
            continue;
        habit_seen(habit, tokens_span(run, i, last));
        return;
    }
}

/* "z. B." for "z.B.", in the arena. */
static struct slice spaced(const struct check_run *run, struct slice text)
{
    struct slice out = { 0 };

    for (size_t at = 0, end; at < text.len; at = end) {
        const char *stop = memchr(text.at + at, '.', text.len - at);

        end = stop == NULL ? text.len : (size_t)(stop - text.at) + 1;
        out = arena_print(run->issues->arena, "%.*s%s%.*s", (int)out.len, out.len > 0 ? out.at : "",
                          out.len > 0 ? "\u00a0" : "", (int)(end - at), text.at + at);
    }
    return out;
}

/* ---- brackets ---- */

/* "Köln(dpa)": before an opening bracket stands a space; not in "Kolleg(inn)en", "f(x)". */
static void glued_bracket(const struct check_run *run, size_t i)
{
    enum { MIN_BYTES = 3 };
    size_t close = i + 1;

    if (!text_is(run, i, "(") || !is_glued(run, i) || !is_plain_word(&run->doc->tokens[i - 1]) ||
        text_at(run, i - 1).len < MIN_BYTES || !same_segment(run, i, i + 1) || has_space_before(run, i + 1))
        return;
    while (same_segment(run, i, close) && !text_is(run, close, ")"))
        close++;
    if (!text_is(run, close, ")") || (is_glued(run, close + 1) && is_kind(run, close + 1, TOKEN_WORD)) ||
        (close < i + 3 && run->doc->tokens[i + 1].kind != TOKEN_NUMBER))
        return;
    suggest(run, report(run, "check/space-before-bracket", tokens_span(run, i - 1, i)),
            arena_print(run->issues->arena, "%.*s (", (int)text_at(run, i - 1).len, text_at(run, i - 1).at));
}

/* "Der Verein (gegründet 1902 feiert.": the segment ends as a sentence, and the bracket is still open. */
static void open_brackets(const struct check_run *run, const struct segment *segment)
{
    size_t end = segment->first_token + segment->token_count, open = NO_ID;

    for (size_t i = segment->first_token; i < end; i++)
        if (run->doc->tokens[i].kind != TOKEN_PUNCTUATION)
            continue;
        else if (text_is(run, i, "("))
            open = i;
        else if (text_is(run, i, ")"))
            open = NO_ID;
    if (open == NO_ID || open == segment->first_token || end - open < 5 || !is_one_of(text_at(run, end - 1), ".!?") ||
        run->doc->tokens[open].sentence != run->doc->tokens[end - 1].sentence || has_space_before(run, open + 1) ||
        !has_space_before(run, open))
        return;
    report(run, "check/unclosed-bracket", run->doc->tokens[open].span);
}

/* Two spaces between words of a line. */
static void doubled_space(const struct check_run *run, size_t i, struct corrigible_habit *habit)
{
    if (i == 0)
        return;
    struct span gap = { run->doc->tokens[i - 1].span.end, run->doc->tokens[i].span.start };

    if (gap.end - gap.start >= 2 && same_segment(run, i - 1, i) && slice_equal(text_of(run->doc, gap), SLICE("  ")))
        corrigible_seen(run, habit, gap);
}

static void suggest_one_space(const struct check_run *run, struct issue *issue)
{
    suggest(run, issue, SLICE(" "));
}

/* ---- figures and their signs ---- */

static bool ends_in_digit(const struct check_run *run, size_t i)
{
    struct slice text = text_at(run, i);

    return is_kind(run, i, TOKEN_NUMBER) && text.len > 0 && text.at[text.len - 1] >= '0' &&
           text.at[text.len - 1] <= '9';
}

/* "20%", but "100%ig" and "50%-ige" are written so. */
static void glued_percent(const struct check_run *run, size_t i, struct corrigible_habit *habit)
{
    if (is_glued(run, i) && (text_is(run, i, "%") || text_is(run, i, "€") || text_is(run, i, "‰")) &&
        ends_in_digit(run, i - 1) && !(is_glued(run, i + 1) && !is_kind(run, i + 1, TOKEN_PUNCTUATION)) &&
        !(i > 1 && is_glued(run, i - 1) && run->doc->tokens[i - 2].kind != TOKEN_PUNCTUATION))
        corrigible_seen(run, habit, tokens_span(run, i - 1, i));
}

/* "15%der Stimmen", "51 %der Wähler", "5€pro Stück": no space behind the sign; "100%ig" is one word. */
static void sign_before_word(const struct check_run *run, size_t i)
{
    enum { MIN_BYTES = 3 };

    if (i == 0 || !(text_is(run, i, "%") || text_is(run, i, "€") || text_is(run, i, "‰")) ||
        !same_segment(run, i - 1, i + 1) || !ends_in_digit(run, i - 1) || !is_kind(run, i + 1, TOKEN_WORD) ||
        !is_glued(run, i + 1) || text_at(run, i + 1).len < MIN_BYTES ||
        (token_at(run, i + 1)->analysis.flags & ANALYSIS_KNOWN) == 0)
        return;
    struct slice sign = text_at(run, i);

    suggest(run, report(run, "check/space-after-mark", tokens_span(run, i, i + 1)),
            arena_print(run->issues->arena, "%.*s %.*s", (int)sign.len, sign.at, (int)text_at(run, i + 1).len,
                        text_at(run, i + 1).at));
}

/* "km" behind a figure, or a word for what is measured or paid: "Euro", "Prozent". */
static bool is_unit_behind_figure(const struct check_run *run, struct slice unit)
{
    enum { MIN_WORD = 4 }; /* bytes: shorter ones are signs of something else ("3D") */
    const struct lexicon *lexicon = &run->context->lexicon;

    return in_word_list(lexicon, LIST_METRIC_UNITS, unit) ||
           (unit.len >= MIN_WORD &&
            (in_word_list(lexicon, LIST_CURRENCIES, unit) || in_word_list(lexicon, LIST_MEASURES, unit)));
}

/* "120m breit": the m of English millions stands before what is counted, and behind a currency. */
static bool is_metres(const struct check_run *run, size_t i, struct slice unit)
{
    return slice_equal(unit, SLICE("m")) && i > 0 && same_sentence(run, i - 1, i + 1) &&
           run->doc->tokens[i - 1].kind == TOKEN_WORD &&
           (run->doc->tokens[i + 1].flags & (TOKEN_CAPITAL | TOKEN_DIGIT)) == 0;
}

/* "5km", "20°C", "20° C", "30Euro" */
static void glued_unit(const struct check_run *run, size_t i, struct corrigible_habit *habit)
{
    const struct token *token = &run->doc->tokens[i];
    struct slice text = token_text(run->doc, token);
    size_t digits = digits_at(text, 0);

    if (digits > 0 && digits + 1 < text.len && (text.at[digits] == '.' || text.at[digits] == ',')) /* "1.80m" */
        digits += 1 + digits_at(text, digits + 1);
    if (token->kind == TOKEN_WORD && digits > 0 && digits < text.len && (token->flags & TOKEN_HYPHEN) == 0 &&
        (is_unit_behind_figure(run, slice_from(text, digits)) || is_metres(run, i, slice_from(text, digits))))
        corrigible_seen(run, habit, token->span);
    else if (is_glued(run, i) && slice_equal(text, SLICE("°")) && ends_in_digit(run, i - 1) &&
             same_sentence(run, i - 1, i + 1) && (text_is(run, i + 1, "C") || text_is(run, i + 1, "F")))
        corrigible_seen(run, habit, tokens_span(run, i - 1, i + 1));
}

/* "20 %" for "20%" */
static void suggest_space(const struct check_run *run, struct issue *issue)
{
    struct slice text = text_of(run->doc, issue->span);
    size_t end = text.len;

    while (end > 0 && (text.at[end - 1] < '0' || text.at[end - 1] > '9'))
        end--;
    struct slice unit = slice_from(text, end);

    if (slice_starts(unit, SLICE("°"))) /* "° C" */
        unit = slice_ends(unit, SLICE("F")) ? SLICE("°F") : SLICE("°C");
    issue_suggest(run->issues, issue,
                  arena_print(run->issues->arena, "%.*s\u00a0%.*s", (int)end, text.at, (int)unit.len, unit.at));
}

/* A space before a unit at which a line may break. */
static void breaking_space(const struct check_run *run, size_t i, struct habit *habit)
{
    if (i == 0 || !ends_in_digit(run, i - 1) || !same_segment(run, i - 1, i) || !has_space_before(run, i))
        return;
    struct span gap = { run->doc->tokens[i - 1].span.end, run->doc->tokens[i].span.start };
    struct slice text = text_at(run, i);

    if (slice_equal(text_of(run->doc, gap), SLICE(" ")) &&
        (slice_equal(text, SLICE("%")) || slice_equal(text, SLICE("€")) ||
         in_word_list(&run->context->lexicon, LIST_METRIC_UNITS, text)))
        habit_seen(habit, gap);
}

/* ---- dashes ---- */

/* " - " between words, as English typists set a dash; not between numbers or in a list's start. */
static bool is_hyphen_dash(const struct check_run *run, size_t i)
{
    return run->doc->tokens[i].kind == TOKEN_PUNCTUATION && (text_is(run, i, "-") || text_is(run, i, "--")) && i > 0 &&
           same_segment(run, i - 1, i) && same_segment(run, i, i + 1) && has_space_before(run, i) &&
           has_space_before(run, i + 1) &&
           (run->doc->tokens[i - 1].kind != TOKEN_NUMBER || run->doc->tokens[i + 1].kind == TOKEN_WORD);
}

/* "der Euro—lange schwach—stieg", and with spaces: German has the shorter dash. */
static bool is_em_dash(const struct check_run *run, size_t i)
{
    return text_is(run, i, "—") && i > 0 && same_segment(run, i - 1, i) && same_segment(run, i, i + 1);
}

/* "lange–schwach": the dash of a range joins names and figures, not words of a sentence. */
static void glued_dash(const struct check_run *run, size_t i)
{
    const struct token *token = &run->doc->tokens[i];

    if (!text_is(run, i, "–") || !is_glued(run, i) || !is_glued(run, i + 1) || !is_plain_word(&token[-1]) ||
        !is_plain_word(&token[1]) || (token[-1].flags & token[1].flags & TOKEN_CAPITAL) != 0 ||
        in_list(run, LIST_MONTHS, i + 1))
        return;
    suggest(run, report(run, "check/glued-dash", token->span), SLICE(" – "));
}

/* Two of a kind, between which a dash means "bis": days, months. */
static bool make_range(const struct check_run *run, struct slice left, struct slice right)
{
    static const enum named_list kinds[] = { LIST_WEEKDAYS, LIST_MONTHS };

    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (in_word_list(&run->context->lexicon, kinds[i], left) &&
            in_word_list(&run->context->lexicon, kinds[i], right))
            return true;
    return false;
}

/* "Dienstag -Sonntag": a hyphen that stands for a dash, with one of its spaces. */
static void half_spaced_dash(const struct check_run *run, size_t i)
{
    struct slice text = text_at(run, i);
    bool one_word = text.len > 1;
    size_t second = one_word ? i : i + 1;

    if (i == 0 || !same_sentence(run, i - 1, second) || !has_space_before(run, i) ||
        (!one_word && !is_glued(run, second)))
        return;
    struct slice word = one_word ? slice_from(text, 1) : text_at(run, second);

    if (make_range(run, text_at(run, i - 1), word))
        suggest(run, report(run, "check/glued-dash", tokens_span(run, i, second)),
                arena_print(run->issues->arena, "– %.*s", (int)word.len, word.at));
}

/* What is seen of hyphens that stand for dashes. */
struct hyphens {
    struct habit habit;
    bool sure; /* a pair stands around a few words: an insertion and nothing else */
};

/* Counts the hyphens that stand for dashes in a sentence; only a pair, around an insertion, counts: one alone may be a
 * list's, a score's, a line's. */
static void paired_dashes(const struct check_run *run, const struct sentence *sentence, struct hyphens *hyphens)
{
    enum { FEW_WORDS = 4 };
    size_t places[2] = { 0 }, count = 0;

    for (size_t i = sentence->first_token; i < (size_t)sentence->first_token + sentence->token_count; i++)
        if (is_hyphen_dash(run, i) && count++ < 2)
            places[count - 1] = i;
    if (count != 2)
        return;
    for (size_t i = 0; i < 2; i++)
        habit_seen(&hyphens->habit, run->doc->tokens[places[i]].span);
    hyphens->sure = hyphens->sure || places[1] - places[0] <= FEW_WORDS + 1;
}

static void report_dashes(const struct check_run *run)
{
    /* One pair of dashes says little; a text full of them says what its author's keyboard lacks. */
    enum { MANY = 4 };
    struct hyphens hyphens = { .sure = false };

    for (size_t i = 0; i < run->doc->sentence_count; i++)
        paired_dashes(run, &run->doc->sentences[i], &hyphens);
    struct issue *issue = report_habit(run, "check/hyphen-as-dash", &hyphens.habit, 2);

    suggest(run, issue, SLICE("–"));
    if (issue != NULL && (hyphens.sure || hyphens.habit.count >= MANY) && issue->confidence < 0.85f)
        issue->confidence = 0.85f;
}

/* ---- dots ---- */

/* ". . ." and "....": German has three dots, better one sign. */
static void odd_ellipsis(const struct check_run *run, size_t i, struct corrigible_habit *habit)
{
    struct slice text = text_at(run, i);
    bool spaced = slice_equal(text, SLICE(".")) && text_is(run, i + 1, ".") && text_is(run, i + 2, ".") &&
                  same_segment(run, i, i + 2) && has_space_before(run, i + 1) && has_space_before(run, i + 2);
    bool long_row = text.len > 3 && text.len < 8 && slice_starts(text, SLICE("....")) && is_glued(run, i) &&
                    is_kind(run, i - 1, TOKEN_WORD);

    if (spaced || long_row)
        corrigible_seen(run, habit, tokens_span(run, i, spaced ? i + 2 : i));
}

static void suggest_ellipsis(const struct check_run *run, struct issue *issue)
{
    suggest(run, issue, SLICE("…"));
}

void check_typography(const struct check_run *run)
{
    struct corrigible_habit spaces = { "check/doubled-space", suggest_one_space, { .count = 0 } },
                            percents = { "check/percent-without-space", suggest_space, { .count = 0 } },
                            units = { "check/unit-without-space", suggest_space, { .count = 0 } },
                            dots = { "check/odd-ellipsis", suggest_ellipsis, { .count = 0 } };
    struct habit breaks = { .count = 0 }, dashes = breaks, abbreviations = breaks;

    for (size_t i = 0; i < run->doc->segment_count; i++)
        open_brackets(run, &run->doc->segments[i]);
    for (size_t i = 0; i < run->doc->token_count; i++) {
        const struct token *token = &run->doc->tokens[i];

        doubled_space(run, i, &spaces);
        if (run->doc->text.at[token->span.start] == '-')
            half_spaced_dash(run, i);
        if (token->kind == TOKEN_PUNCTUATION) {
            space_before_mark(run, i);
            space_inside_brackets(run, i);
            space_after_mark(run, i);
            space_after_ordinal(run, i);
            doubled_mark(run, i);
            stop_before_comma(run, i);
            glued_dash(run, i);
            odd_ellipsis(run, i, &dots);
            glued_bracket(run, i);
            if (is_em_dash(run, i))
                habit_seen(&dashes, token->span);
        } else {
            if (token->kind == TOKEN_SYMBOL) {
                glued_percent(run, i, &percents);
                sign_before_word(run, i);
                glued_paragraph(run, i);
            }
            glued_abbreviation(run, i, &abbreviations);
            breaking_space(run, i, &breaks);
            if (token->kind == TOKEN_SYMBOL || (token->flags & TOKEN_DIGIT) != 0)
                glued_unit(run, i, &units);
        }
    }
    report_corrigible(run, &spaces);
    report_corrigible(run, &percents);
    report_corrigible(run, &units);
    suggest(run, report_habit(run, "check/breaking-space", &breaks, 1), SLICE("\u00a0"));
    report_corrigible(run, &dots);
    suggest(run, report_habit(run, "check/em-dash", &dashes, 1), SLICE("–"));
    suggest(run, report_habit(run, "check/glued-abbreviation", &abbreviations, 1),
            spaced(run, text_of(run->doc, abbreviations.first)));
    report_dashes(run);
}
