/* Marks numbers and amounts in English form: "5,000", "2.4 Prozent", "$5", "£3bn", and figures in newspaper English
 * with an abbreviated scale before what is counted: "1 Mrd. Benutzer". */
#include <stdlib.h>

#include "checks/compounds.h"
#include "checks/habits.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

static bool is_measure(const struct check_run *run, size_t i)
{
    return in_list(run, LIST_MEASURES, i);
}

static bool is_capital_plural(const struct token *token)
{
    return (token->flags & TOKEN_CAPITAL) != 0 && is_plural_noun(token);
}

/* The noun that is counted behind a figure, with up to two adjectives before it; NO_ID where there is none. */
static size_t counted_noun(const struct check_run *run, size_t number)
{
    for (size_t i = number + 1; i <= number + 3 && same_segment(run, number, i); i++) {
        const struct token *token = &run->doc->tokens[i];

        if (token->kind != TOKEN_WORD)
            break;
        if (is_capital_plural(token))
            return i;
        if ((token->flags & TOKEN_CAPITAL) != 0 || !token_is(token, POS_ADJECTIVE))
            break;
    }
    return NO_ID;
}

/* Behind some words and behind names a figure with a stop counts nothing: "Kapitel 2.3", "Windows 3.1", "um 3.15". */
static bool is_numbered(const struct check_run *run, size_t i)
{
    const struct token *before = i > 0 ? &run->doc->tokens[i - 1] : NULL;

    if (before == NULL || before->sentence != run->doc->tokens[i].sentence || before->kind != TOKEN_WORD)
        return true; /* "2.3 Grundlagen" */
    bool name = (before->flags & TOKEN_CAPITAL) != 0 && !token_is(before, POS_NOUN) &&
                (before->flags & TOKEN_SENTENCE_START) == 0;

    return name || in_list(run, LIST_NUMBERED, i - 1);
}

/* Groups of three digits behind commas: their number, or 0. *end is where they end. */
static size_t comma_groups(struct slice text, size_t *end)
{
    size_t at = digits_at(text, 0), groups = 0;

    *end = 0;
    if (at == 0 || at > 3 || text.at[0] == '0')
        return 0;
    for (; at < text.len && text.at[at] == ',' && digits_at(text, at + 1) == 3; at += 4)
        groups++;
    *end = at;
    return groups;
}

/* "5,000", "1,234,567": groups that can't be decimals. They end in 00, are two, or things are counted by them, which
 * have no fractions. */
static bool is_english_thousands(const struct check_run *run, size_t i, struct slice text)
{
    size_t end, groups = comma_groups(text, &end);

    if (groups == 0)
        return false;
    if (end < text.len) /* "1,234.56" */
        return text.at[end] == '.' && end + 1 + digits_at(text, end + 1) == text.len;
    if (groups > 1 || slice_ends(text, SLICE("00")))
        return true;
    size_t noun = counted_noun(run, i);

    return noun != NO_ID && !is_measure(run, noun);
}

/* "der Stärke 5.8", "eine Magnitude von 5.8" */
static bool is_value(const struct check_run *run, size_t i)
{
    size_t end = i > 0 && (in_list(run, LIST_BEFORE_VALUES, i - 1) || text_is(run, i - 1, "von")) ? i - 1 : i;

    return end > 0 && same_segment(run, end - 1, i) && in_list(run, LIST_VALUED, end - 1);
}

/* "2.4" before a word that counts or measures, "0.3" behind a preposition. A version, a chapter, a time stays. */
static bool is_english_decimal(const struct check_run *run, size_t i, struct slice text)
{
    size_t whole = digits_at(text, 0), decimals;

    if (whole == 0 || whole > 3 || whole + 1 >= text.len || text.at[whole] != '.')
        return false;
    decimals = digits_at(text, whole + 1);
    if (decimals < 1 || decimals > 2 || whole + 1 + decimals != text.len || !same_segment(run, i, i + 1))
        return false;
    if (decimals == 2 && (text_is(run, i + 1, "Minuten") || text_is(run, i + 1, "Stunden") || text_is(run, i + 1, "h")))
        return false; /* "2.15 Minuten" is a time */
    if (text_is(run, i + 1, "Uhr") || text_is(run, i + 1, "bis"))
        return false; /* "0.30 Uhr" */
    if (is_measure(run, i + 1) || is_value(run, i))
        return true;
    if (text.at[0] == '0' && whole == 1 && i > 0 && token_is(&run->doc->tokens[i - 1], POS_PREPOSITION))
        return true;
    return !is_numbered(run, i) && counted_noun(run, i) != NO_ID;
}

/* Commas for stops and stops for commas. */
static struct slice german_number(const struct check_run *run, struct slice text)
{
    struct slice copy = arena_copy(run->issues->arena, text);
    char *at = (char *)(uintptr_t)copy.at;

    for (size_t i = 0; i < copy.len; i++)
        at[i] = at[i] == ',' ? '.' : at[i] == '.' ? ',' : at[i];
    return copy;
}

static bool is_english(const struct check_run *run, size_t i, struct slice text)
{
    return is_english_thousands(run, i, text) || is_english_decimal(run, i, text);
}

static void english_number(const struct check_run *run, size_t i)
{
    struct slice text = text_at(run, i);

    if (is_english(run, i, text))
        suggest(run, report(run, "check/english-number", run->doc->tokens[i].span), german_number(run, text));
}

/* ".5 Prozent": the nought is missing, and the comma. */
static void bare_decimal(const struct check_run *run, size_t i)
{
    if (!text_is(run, i, ".") || !has_space_before(run, i) || !same_segment(run, i, i + 2) ||
        has_space_before(run, i + 1) || !is_measure(run, i + 2) ||
        digits_at(text_at(run, i + 1), 0) != text_at(run, i + 1).len)
        return;
    struct slice digits = text_at(run, i + 1);

    suggest(run, report(run, "check/english-number", tokens_span(run, i, i + 1)),
            arena_print(run->issues->arena, "0,%.*s", (int)digits.len, digits.at));
}

/* "2 1/2 Jahre": German has "2½", or words. */
static void mixed_fraction(const struct check_run *run, size_t i)
{
    struct slice text = text_at(run, i);

    if (!same_segment(run, i, i + 4) || digits_at(text, 0) != text.len || text.len > 2 ||
        !has_space_before(run, i + 1) || !text_is(run, i + 1, "1") || !text_is(run, i + 2, "/") ||
        has_space_before(run, i + 2) || !text_is(run, i + 3, "2") || run->doc->tokens[i + 4].kind != TOKEN_WORD ||
        (!is_measure(run, i + 4) && !in_list(run, LIST_SPANS_OF_TIME, i + 4)))
        return;
    suggest(run, report(run, "check/english-number", tokens_span(run, i, i + 3)),
            arena_print(run->issues->arena, "%.*s,5", (int)text.len, text.at));
}

/* "fiel um -5 Prozent", "stieg um +3 Prozent": the verb says up or down. */
static void sign_behind_um(const struct check_run *run, size_t i)
{
    size_t sign = i - 1;

    if (i < 2 || !same_segment(run, i - 2, i + 1) ||
        (!text_is(run, sign, "+") && !text_is(run, sign, "-") && !text_is(run, sign, "–")) ||
        has_space_before(run, i) || !has_space_before(run, sign) || !text_is(run, i - 2, "um") ||
        (!text_is(run, i + 1, "Prozent") && !text_is(run, i + 1, "%") && !is_measure(run, i + 1)))
        return;
    suggest(run, report(run, "check/sign-behind-um", tokens_span(run, sign, i)), text_at(run, i));
}

/* "im 3 Quartal", "die 25 Minute": before a singular, and behind what goes with it, a number is an ordinal. */
static void ordinal_without_stop(const struct check_run *run, size_t i)
{
    struct slice text = text_at(run, i);
    size_t noun = i + 1;

    if (i == 0 || text.len > 2 || digits_at(text, 0) != text.len || text.at[0] == '0' || text_is(run, i, "1") ||
        !same_clause(run->doc, i - 1, noun) || !has_space_before(run, noun) || !is_plain_noun(token_at(run, noun)) ||
        is_plural_noun(token_at(run, noun)) || !is_known_noun(token_at(run, noun)) || is_measure(run, noun) ||
        in_list(run, LIST_COUNTED_IN_SINGULAR, noun) ||
        (same_sentence(run, noun, noun + 1) && (token_at(run, noun + 1)->flags & TOKEN_CAPITAL) != 0))
        return;
    const struct token *before = token_at(run, i - 1);
    struct noun_phrase phrase = {
        .first = 0, .noun = 1, .has_determiner = true, .contracted = has_contraction(before)
    };
    struct token tokens[2] = { *before, *token_at(run, noun) };
    struct document pair = { .text = run->doc->text, .tokens = tokens, .token_count = 2 };

    if ((!phrase.contracted && !in_list_lower(run, LIST_DEFINITE_DETERMINERS, i - 1)) ||
        agreeing_cases(&pair, &phrase, NULL) == 0)
        return;
    suggest(run, report(run, "check/ordinal-without-stop", tokens_span(run, i, noun)),
            arena_print(run->issues->arena, "%.*s. %.*s", (int)text.len, text.at, (int)text_at(run, noun).len,
                        text_at(run, noun).at));
}

/* ---- ranges ---- */

/* A range or result of two figures with a hyphen between them. */
static bool is_range(struct slice text, size_t *first, size_t *second)
{
    *first = digits_at(text, 0);
    if (*first == 0 || *first >= text.len || text.at[*first] != '-')
        return false;
    *second = digits_at(text, *first + 1);
    return *second > 0 && *first + 1 + *second == text.len;
}

static bool tells_result(const struct check_run *run, size_t i)
{
    return lemma_in_list(&run->context->lexicon, LIST_GAMES, &run->doc->tokens[i]);
}

static bool in_game(const struct check_run *run, size_t i)
{
    const struct sentence *sentence = &run->doc->sentences[run->doc->tokens[i].sentence];

    for (size_t n = sentence->first_token; n < (size_t)sentence->first_token + sentence->token_count; n++)
        if (tells_result(run, n))
            return true;
    return false;
}

#define SURE_RANGE_CONFIDENCE 0.86f
#define SURE_SCORE_CONFIDENCE 0.9f

/* "schlug Mainz 3-1": the verb of a match, at most so many words that begin with capitals before the figures. */
static bool is_score_of_verb(const struct check_run *run, size_t i)
{
    enum { MOST_WORDS = 3 };

    for (size_t n = 1; n <= MOST_WORDS + 1 && n <= i && same_sentence(run, i - n, i); n++) {
        const struct token *token = token_at(run, i - n);

        if (token->kind != TOKEN_WORD)
            return false;
        if (tells_result(run, i - n))
            return token_is(token, POS_VERB) && may_be_finite(token) && (token->flags & TOKEN_CAPITAL) == 0 &&
                   !has_lemma(&run->context->lexicon, token, "stimmen");
        if ((token->flags & TOKEN_CAPITAL) == 0 && !token_is(token, POS_DETERMINER))
            return false;
    }
    return false;
}

/* A whole number of so many digits at most; its value. Negative when it is none. */
static long whole_number(const struct check_run *run, size_t i)
{
    enum { MAX_DIGITS = 4 };
    struct slice text = text_at(run, i);

    return run->doc->tokens[i].kind == TOKEN_NUMBER && text.len <= MAX_DIGITS && digits_at(text, 0) == text.len
               ? strtol(arena_copy(run->issues->arena, text).at, NULL, 10)
               : -1;
}

/* "2021 - 2023", "10 - 14 Jahre": figures that ascend, the first of which is at i, with spaces around their hyphen. */
static void spaced_range(const struct check_run *run, size_t i)
{
    enum { FIRST_YEAR = 1000, LAST_YEAR = 2100 };

    if (!text_is(run, i + 1, "-") || !same_sentence(run, i, i + 2) || !has_space_before(run, i + 1) ||
        !has_space_before(run, i + 2))
        return;
    long low = whole_number(run, i), high = whole_number(run, i + 2);
    bool years = low >= FIRST_YEAR && high <= LAST_YEAR;

    if (low < 0 || high <= low ||
        (!years &&
         !(same_sentence(run, i + 2, i + 3) && (is_measure(run, i + 3) || in_list(run, LIST_SPANS_OF_TIME, i + 3)))))
        return;
    struct issue *issue = report(run, "check/hyphen-in-range", tokens_span(run, i, i + 2));

    if (issue != NULL)
        issue->confidence = SURE_RANGE_CONFIDENCE;
    suggest(run, issue, arena_print(run->issues->arena, "%ld%s%ld", low, years ? "–" : " bis ", high));
}

/* "erzielte das 1-0", "der Treffer zum 2-2" */
static bool is_score_of_goal(const struct check_run *run, size_t i, size_t first, size_t second)
{
    return first == 1 && second == 1 && i > 0 && same_sentence(run, i - 1, i) &&
           (text_is(run, i - 1, "das") || text_is(run, i - 1, "zum") || text_is(run, i - 1, "beim"));
}

/* "2026-2027", "10-15 Prozent", "gewann 3-1": German sets a dash, "bis", or a colon. */
static void hyphen_range(const struct check_run *run, size_t i)
{
    struct slice text = text_at(run, i);
    size_t first, second, year = 4;

    if (!is_range(text, &first, &second) || first > year || second > year)
        return;
    struct slice left = { text.at, first }, right = slice_from(text, first + 1);
    bool years = first == year && (second == year || second == 2) && (text.at[0] == '1' || text.at[0] == '2');
    bool score = i > 0 && same_segment(run, i - 1, i) && tells_result(run, i - 1); /* "gewann 3-1 in Mainz" */
    bool hours = i > 0 && same_segment(run, i - 1, i + 1) && text_is(run, i - 1, "von") && text_is(run, i + 1, "Uhr");
    bool measured = !years && !score && same_segment(run, i, i + 1) && (is_measure(run, i + 1) || hours);
    bool counted = measured || (!years && !score && same_segment(run, i, i + 1) && counted_noun(run, i) != NO_ID);
    bool votes = same_segment(run, i, i + 1) && text_is(run, i + 1, "Stimmen");

    bool goal = is_score_of_goal(run, i, first, second);

    if (!years && !counted && !goal && (first > 3 || second > 3 || !in_game(run, i)))
        return;
    bool between = i > 0 && same_segment(run, i - 1, i) && text_is(run, i - 1, "zwischen");
    bool result = !years && !counted && i > 0 && same_segment(run, i - 1, i) &&
                  (tells_result(run, i - 1) || text_is(run, i - 1, "mit"));
    struct issue *issue = report(run, "check/hyphen-in-range", run->doc->tokens[i].span);

    if (issue != NULL && (between || result || measured)) /* which nobody who reads it would leave */
        issue->confidence = SURE_RANGE_CONFIDENCE;
    if (issue != NULL && !years && !counted && !votes && first <= 2 && second <= 2 &&
        (goal || is_score_of_verb(run, i)))
        issue->confidence = SURE_SCORE_CONFIDENCE;
    suggest(run, issue,
            arena_print(run->issues->arena, "%.*s%s%.*s", (int)left.len, left.at,
                        between   ? " und "
                        : years   ? "–"
                        : votes   ? " zu "
                        : counted ? " bis "
                                  : ":",
                        (int)right.len, right.at));
}

/* "ein 2-1-Sieg" */
static void hyphen_in_result(const struct check_run *run, size_t i)
{
    struct slice text = text_at(run, i);
    size_t first = digits_at(text, 0), second = first < text.len ? digits_at(text, first + 1) : 0;
    size_t end = first + 1 + second;

    if (first == 0 || second == 0 || first > 3 || second > 3 || end + 1 >= text.len || text.at[first] != '-' ||
        text.at[end] != '-' || !in_word_list(&run->context->lexicon, LIST_GAMES, slice_from(text, end + 1)))
        return;
    suggest(run, report(run, "check/hyphen-in-range", run->doc->tokens[i].span),
            arena_print(run->issues->arena, "%.*s:%.*s", (int)first, text.at, (int)(text.len - first - 1),
                        text.at + first + 1));
}

/* ---- amounts ---- */

/* An amount behind its sign: "$", "5" or "5m", "Millionen". */
struct amount {
    size_t first, last; /* tokens */
    struct slice currency, number, scale;
};

/* The letters glued before a dollar sign: "US", "A". */
static bool reads_prefix(const struct check_run *run, size_t sign, struct amount *amount)
{
    if (sign == 0 || !same_segment(run, sign - 1, sign) || has_space_before(run, sign) ||
        run->doc->tokens[sign - 1].kind != TOKEN_WORD)
        return false;
    struct slice both = text_of(run->doc, tokens_span(run, sign - 1, sign));
    struct slice currency = table_value(run, TABLE_CURRENCY_SIGNS, both, 0);

    if (currency.len == 0)
        return false;
    amount->first = sign - 1;
    amount->currency = currency;
    return true;
}

/* "5", or "5m" with its scale. */
static bool reads_figure(const struct check_run *run, size_t i, struct amount *amount)
{
    const struct token *token = &run->doc->tokens[i];
    struct slice text = token_text(run->doc, token);

    amount->last = i;
    amount->number = text;
    if (token->kind == TOKEN_NUMBER)
        return true;
    size_t digits = digits_at(text, 0);

    while (digits > 0 && digits < text.len && (text.at[digits] == '.' || text.at[digits] == ','))
        digits += 1 + digits_at(text, digits + 1);
    if (token->kind != TOKEN_WORD || digits == 0)
        return false;
    amount->number.len = digits;
    amount->scale = table_value(run, TABLE_SHORT_SCALES, slice_from(text, digits), 1);
    return amount->scale.len > 0;
}

static void reads_scale(const struct check_run *run, struct amount *amount)
{
    size_t next = amount->last + 1;

    if (amount->scale.len > 0 || !same_segment(run, amount->last, next))
        return;
    struct slice word = text_at(run, next);
    struct slice scale = has_space_before(run, next) && in_word_list(&run->context->lexicon, LIST_SCALES, word)
                             ? word
                             : (struct slice){ 0 };

    if (scale.len == 0 && !has_space_before(run, next))
        scale = table_value(run, TABLE_SHORT_SCALES, word, 1);
    if (scale.len == 0)
        return;
    amount->scale = scale;
    amount->last = next;
}

/* English figures in an amount are turned too; a number that is German already stays. */
static struct slice amount_number(const struct check_run *run, const struct amount *amount)
{
    size_t end, whole = digits_at(amount->number, 0);
    bool decimal =
        whole + 1 < amount->number.len && amount->number.at[whole] == '.' && digits_at(amount->number, whole + 1) < 3;

    return decimal || comma_groups(amount->number, &end) > 0 ? german_number(run, amount->number) : amount->number;
}

/* What is seen of amounts behind their sign. */
struct amounts {
    struct habit habit;
    struct slice suggestion; /* for the first */
    bool glued;              /* "$5", which no German usage knows; "$ 5" stands in tables and texts of banks */
};

/* "$5 Millionen": the sign stands behind the figure in German text. In Austria "€ 5" is right, with a space. */
static void currency_before_number(const struct check_run *run, size_t i, struct amounts *amounts)
{
    struct slice sign = text_at(run, i);
    struct amount amount = { .first = i, .currency = table_value(run, TABLE_CURRENCY_SIGNS, sign, 0) };

    if (!same_segment(run, i, i + 1))
        return;
    if (slice_ends(sign, SLICE("$")))
        reads_prefix(run, i, &amount);
    if (amount.currency.len == 0 || !reads_figure(run, i + 1, &amount) ||
        (has_space_before(run, i + 1) && !slice_equal(sign, SLICE("$")) &&
         (!slice_equal(sign, SLICE("€")) || slice_equal(run->context->variant, SLICE("de-AT")))))
        return;
    reads_scale(run, &amount);
    struct slice number = amount_number(run, &amount);

    if (amounts->habit.count == 0)
        amounts->suggestion = arena_print(run->issues->arena, "%.*s%s%.*s %.*s", (int)number.len, number.at,
                                          amount.scale.len > 0 ? " " : "", (int)amount.scale.len, amount.scale.at,
                                          (int)amount.currency.len, amount.currency.at);
    amounts->glued = amounts->glued || !has_space_before(run, i + 1);
    habit_seen(&amounts->habit, tokens_span(run, amount.first, amount.last));
}

static void report_amounts(const struct check_run *run, const struct amounts *amounts)
{
    struct issue *issue = report_habit(run, "check/currency-before-number", &amounts->habit, 1);

    suggest(run, issue, amounts->suggestion);
    if (issue != NULL && !amounts->glued)
        issue->confidence = slice_starts(text_of(run->doc, issue->span), SLICE("€")) ? 0.82f : 0.7f;
}

/* "45 Millionen", "eine Milliarde", "1 Tausend": the number with its short scale in German words. */
static struct slice spelled_out(const struct check_run *run, struct slice number, struct slice scale)
{
    struct arena *arena = run->issues->arena;
    struct slice singular = table_value(run, TABLE_SHORT_SCALES, scale, 0);
    struct slice plural = table_value(run, TABLE_SHORT_SCALES, scale, 1);

    if (slice_equal(number, SLICE("1")) && !slice_equal(singular, plural))
        return arena_join(arena, SLICE("eine "), singular);
    return arena_print(arena, "%.*s %.*s", (int)number.len, number.at, (int)plural.len, plural.at);
}

/* "1 Mrd. Benutzer": before money and measures the abbreviation is usual, people and things are counted in words. */
static void abbreviated_scale(const struct check_run *run, size_t i)
{
    if (row_at(run, TABLE_SHORT_SCALES, i + 1, 0).len == 0 || !has_space_before(run, i + 1) ||
        !same_segment(run, i, i + 2) || (run->doc->tokens[i + 1].flags & TOKEN_ABBREVIATION) == 0)
        return;
    size_t noun = counted_noun(run, i + 1);

    if (noun == NO_ID || is_measure(run, noun))
        return;
    suggest(run, report(run, "check/abbreviated-scale", tokens_span(run, i, i + 1)),
            spelled_out(run, text_at(run, i), text_at(run, i + 1)));
}

/* "3,5 m Dollar", "2 bn Pfund": an English scale, which is shorter than any German one ("Mio."), between figure and
 * money. */
static void spaced_scale(const struct check_run *run, size_t i)
{
    enum { LONGEST = 2 };
    struct amount amount = { .first = i };

    if (run->doc->tokens[i].kind != TOKEN_NUMBER || !same_segment(run, i, i + 2) || !has_space_before(run, i + 1) ||
        text_at(run, i + 1).len > LONGEST || !in_list(run, LIST_CURRENCIES, i + 2) || !reads_figure(run, i, &amount))
        return;
    if (row_at(run, TABLE_SHORT_SCALES, i + 1, 1).len > 0)
        suggest(run, report(run, "check/abbreviated-scale", tokens_span(run, i, i + 1)),
                spelled_out(run, amount_number(run, &amount), text_at(run, i + 1)));
}

/* "5.2B Dollar", "200K Euro": an English scale glued to the figure, before money. */
static void glued_scale(const struct check_run *run, size_t i)
{
    struct amount amount = { .first = i };
    struct slice text = text_at(run, i);

    if (!same_segment(run, i, i + 1) || digits_at(text, 0) == 0 || !reads_figure(run, i, &amount) ||
        !in_list(run, LIST_CURRENCIES, i + 1))
        return;
    suggest(run, report(run, "check/abbreviated-scale", run->doc->tokens[i].span),
            spelled_out(run, amount_number(run, &amount), slice_from(text, amount.number.len)));
}

void check_number_formats(const struct check_run *run)
{
    struct amounts amounts = { .glued = false };

    for (size_t i = 0; i < run->doc->token_count; i++) {
        if (run->doc->tokens[i].kind == TOKEN_NUMBER) {
            english_number(run, i);
            mixed_fraction(run, i);
            sign_behind_um(run, i);
            ordinal_without_stop(run, i);
            hyphen_range(run, i);
            spaced_range(run, i);
            spaced_scale(run, i);
            if (same_segment(run, i, i + 1) && (run->doc->tokens[i + 1].flags & TOKEN_ABBREVIATION) != 0)
                abbreviated_scale(run, i);
        } else if (run->doc->tokens[i].kind == TOKEN_SYMBOL) {
            currency_before_number(run, i, &amounts);
        } else if (run->doc->tokens[i].kind == TOKEN_PUNCTUATION) {
            bare_decimal(run, i);
        } else if ((run->doc->tokens[i].flags & TOKEN_DIGIT) != 0) {
            glued_scale(run, i);
            hyphen_in_result(run, i);
        }
    }
    report_amounts(run, &amounts);
}
