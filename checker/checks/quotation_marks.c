/* Marks quotation marks that are not those of the variant: straight ones, English ones, a German opening with a foreign
 * closing mark, „…“ within „…“, the English comma before the closing mark, and marks without their partner.
 *
 * Which marks a text uses is a habit, reported once. A partner is missed only where the text shows that the quotation
 * has ended: segments are often pieces of a text whose quotation goes on before or after them. */
#include "checks/habits.h"
#include "checks/places.h"
#include "checks/variants.h"
#include "lexicon/analysis.h"
#include "text/letters.h"

enum {
    LOW_OPENING = 0x201e,  /* „ */
    LOW_SINGLE = 0x201a,   /* ‚ */
    HIGH_LEFT = 0x201c,    /* “: closes in German, opens in English */
    HIGH_RIGHT = 0x201d,   /* ” */
    SINGLE_LEFT = 0x2018,  /* ‘ */
    SINGLE_RIGHT = 0x2019, /* ’ */
    LEFT_GUILLEMET = 0xab, /* « */
    RIGHT_GUILLEMET = 0xbb /* » */
};

/* The marks of a variant. */
struct marks {
    const char *opening, *closing, *inner_opening, *inner_closing;
};

static const struct marks german = { "„", "“", "‚", "‘" };
static const struct marks swiss = { "«", "»", "‹", "›" };

/* What is seen of the marks of a document. */
struct seen {
    struct habit straight, single, english, english_single, mixed_single, mixed, guillemets, inward, commas;
};

static bool is_swiss(const struct check_run *run)
{
    return slice_equal(run->context->variant, SLICE("de-CH"));
}

static const struct marks *marks_of(const struct check_run *run)
{
    return is_swiss(run) ? &swiss : &german;
}

/* The quotation mark a token is, or NO_CODE_POINT. */
static int32_t mark_at(const struct check_run *run, size_t i)
{
    const struct token *token = &run->doc->tokens[i];

    if (token->kind != TOKEN_PUNCTUATION)
        return NO_CODE_POINT;
    int32_t mark = first_code_point(token_text(run->doc, token));

    return is_quote(mark) || mark == SINGLE_RIGHT || mark == '\'' ? mark : NO_CODE_POINT;
}

static bool opens(const struct token *token)
{
    return (token->flags & TOKEN_OPENING) != 0;
}

static bool closes(const struct token *token)
{
    return (token->flags & TOKEN_CLOSING) != 0;
}

static void count_mark(const struct check_run *run, size_t i, int32_t mark, struct seen *seen)
{
    const struct token *token = &run->doc->tokens[i];

    if (mark == '"')
        habit_seen(&seen->straight, token->span);
    else if (mark == '\'' && (opens(token) || closes(token)))
        habit_seen(&seen->single, token->span);
    else if ((mark == HIGH_LEFT || mark == HIGH_RIGHT) && opens(token)) /* ”Wort”: Swedish, or two closing ones */
        habit_seen(&seen->english, token->span);
    else if (mark == SINGLE_LEFT && opens(token))
        habit_seen(&seen->english_single, token->span);
    else if (mark == LEFT_GUILLEMET && opens(token))
        habit_seen(&seen->guillemets, token->span);
    else if (mark == RIGHT_GUILLEMET && opens(token))
        habit_seen(&seen->inward, token->span);
}

/* ---- pairs ---- */

enum {
    MAX_OPEN = 8,
    MAX_REPORT = 16 /* tokens behind what is said: ", sagte die Sprecherin der Polizei am Abend." */
};

/* The quotations that are open at a place of a segment. */
struct open_marks {
    size_t tokens[MAX_OPEN], depth;
    size_t inner[2]; /* the last pair of double marks within double marks; its opening and closing token */
    bool has_inner;
};

static bool is_double(int32_t mark)
{
    return mark == LOW_OPENING || mark == HIGH_LEFT || mark == HIGH_RIGHT || mark == '"';
}

/* „Er rief „halt“ und lief“: reported when the outer quotation ends too, so that a lost closing mark is none. */
static void close_quotation(const struct check_run *run, struct open_marks *open, size_t i)
{
    size_t opening = open->tokens[--open->depth];
    const struct marks *marks = marks_of(run);

    if (open->depth > 0 && is_double(mark_at(run, opening)) &&
        mark_at(run, open->tokens[open->depth - 1]) == LOW_OPENING) {
        open->inner[0] = opening;
        open->inner[1] = i;
        open->has_inner = true;
    } else if (open->depth == 0 && open->has_inner) {
        struct slice inner = text_of(run->doc, (struct span){ run->doc->tokens[open->inner[0]].span.end,
                                                              run->doc->tokens[open->inner[1]].span.start });

        suggest(run, report(run, "check/nested-quotes", tokens_span(run, open->inner[0], open->inner[1])),
                arena_print(run->issues->arena, "%s%.*s%s", marks->inner_opening, (int)inner.len, inner.at,
                            marks->inner_closing));
        open->has_inner = false;
    }
}

/* „Wort" and „Wort”: the closing mark is not the opening one's. */
static bool is_mismatch(int32_t opening, int32_t closing)
{
    return (opening == LOW_OPENING && (closing == '"' || closing == HIGH_RIGHT)) ||

           (opening == '"' && closing == HIGH_LEFT);
}

static bool is_guillemet(int32_t mark)
{
    return mark == LEFT_GUILLEMET || mark == RIGHT_GUILLEMET;
}

/* »Wort“ and „Wort«. The mark that closes what the opening one opens; empty where that stands. */
static struct slice missing_partner(const struct check_run *run, int32_t opening, int32_t closing)
{
    bool guillemets = is_guillemet(opening);

    if (guillemets == is_guillemet(closing) || !(guillemets ? is_double(closing) : is_double(opening)))
        return (struct slice){ 0 };
    return guillemets ? slice_of(opening == RIGHT_GUILLEMET ? "«" : "»") : slice_of(marks_of(run)->closing);
}

/* `„Ja,“ sagte er`: German sets the comma behind the mark. */
static bool is_comma_before(const struct check_run *run, size_t i)
{
    return i > 0 && text_is(run, i - 1, ",") && !has_space_before(run, i) && !has_space_before(run, i - 1) &&
           same_segment(run, i, i + 1) && run->doc->tokens[i + 1].kind == TOKEN_WORD && has_space_before(run, i + 1);
}

/* „ Wort“: a space within one of the marks. Within both it is a text cut into tokens, which is less sure. */
static void space_inside(const struct check_run *run, size_t opening, size_t closing)
{
    const struct token *first = &run->doc->tokens[opening], *last = &run->doc->tokens[closing];
    bool left = has_space_before(run, opening + 1), right = has_space_before(run, closing);
    struct issue *issue = NULL;

    if (mark_at(run, opening) != LOW_OPENING || opening + 1 == closing)
        return;
    if (left)
        suggest(run, issue = report(run, "check/space-inside", (struct span){ first->span.start, first[1].span.start }),
                token_text(run->doc, first));
    else if (right)
        suggest(run, issue = report(run, "check/space-inside", (struct span){ last[-1].span.end, last->span.end }),
                token_text(run->doc, last));
    if (issue != NULL && left && right)
        issue->confidence = 0.5f;
}

/* „Wir bleiben, sagte sie.: the sentence ends behind a verb of saying that stands outside what is said. The comma
 * before that verb, NO_ID where there is none. */
static size_t comma_of_report(const struct check_run *run, size_t opening, size_t end)
{
    while (end > opening + 1 && !same_sentence(run, opening, end - 1))
        end--;
    for (size_t i = end; i-- > opening + 2;)
        if (text_is(run, i, ","))
            return i + 2 < end && in_list(run, LIST_VERBS_OF_SAYING, i + 1) && end - i < MAX_REPORT &&
                           run->doc->tokens[i].sentence == run->doc->tokens[opening].sentence
                       ? i
                       : NO_ID;
    return NO_ID;
}

/* Er nannte den Plan „verrückt und ging.: words of a sentence, not a sentence, are quoted; they end within it. */
static bool opens_within(const struct check_run *run, size_t opening, size_t end)
{
    size_t first = opening + 1;

    if (opening == 0 || first + 2 >= end || !same_sentence(run, opening - 1, first + 1) ||
        run->doc->tokens[opening - 1].kind != TOKEN_WORD || run->doc->tokens[first].kind != TOKEN_WORD ||
        (run->doc->tokens[first].flags & TOKEN_CAPITAL) != 0 || has_space_before(run, first))
        return false;
    return text_is(run, end - 1, ".") || text_is(run, end - 1, "!") || text_is(run, end - 1, "?");
}

/* „Wir bleiben“ sagte sie: a quoted sentence that opens its own, and a verb of saying right behind it. */
static void check_report_comma(const struct check_run *run, size_t opening, size_t closing)
{
    bool sentence = false;

    if (!same_segment(run, opening, closing + 2) || !in_list(run, LIST_VERBS_OF_SAYING, closing + 1) ||
        (token_at(run, opening + 1)->flags & TOKEN_SENTENCE_START) == 0 || text_is(run, closing - 1, ",") ||
        text_is(run, closing + 2, ","))
        return;
    for (size_t i = opening + 2; i < closing && !sentence; i++)
        sentence = token_is_finite(token_at(run, i)) && (token_at(run, i)->flags & TOKEN_CAPITAL) == 0;
    if (!sentence)
        return;
    struct slice mark = text_at(run, closing), verb = text_at(run, closing + 1);

    suggest(run, report(run, "check/comma-behind-quotation", tokens_span(run, closing, closing + 1)),
            arena_print(run->issues->arena, "%.*s, %.*s", (int)mark.len, mark.at, (int)verb.len, verb.at));
}

/* The mark that closes what this one opens. */
static struct slice closing_of(const struct check_run *run, size_t opening)
{
    const struct marks *marks = marks_of(run);
    struct slice mark = text_at(run, opening);

    return slice_is(mark, german.opening)   ? slice_of(german.closing)
           : slice_is(mark, swiss.opening)  ? slice_of(swiss.closing)
           : slice_is(mark, swiss.closing)  ? slice_of(swiss.opening) /* »…« */
           : slice_equal(mark, SLICE("\"")) ? mark
                                            : slice_of(marks->closing);
}

/* A quotation that nothing closes. Before "sagte sie" it is known where it ends. */
static void check_unclosed(const struct check_run *run, size_t opening, size_t end)
{
    size_t comma = comma_of_report(run, opening, end);

    if (comma != NO_ID) {
        struct slice said = text_of(run->doc, tokens_span(run, opening, comma - 1)), mark = closing_of(run, opening);

        suggest(run, report(run, "check/unclosed-quotes", tokens_span(run, opening, comma)),
                arena_print(run->issues->arena, "%.*s%.*s,", (int)said.len, said.at, (int)mark.len, mark.at));
    } else if (opens_within(run, opening, end)) {
        report(run, "check/unclosed-quotes", run->doc->tokens[opening].span);
    }
}

static void check_pairs(const struct check_run *run, const struct segment *segment, struct seen *seen)
{
    struct open_marks open = { .depth = 0 };
    size_t end = segment->first_token + segment->token_count;

    for (size_t i = segment->first_token; i < end; i++) {
        const struct token *token = &run->doc->tokens[i];
        int32_t mark = mark_at(run, i);

        if (mark == NO_CODE_POINT)
            continue;
        count_mark(run, i, mark, seen);
        if (opens(token) && open.depth < MAX_OPEN) {
            open.tokens[open.depth++] = i;
        } else if (closes(token)) {
            if (is_comma_before(run, i))
                habit_seen(&seen->commas, tokens_span(run, i - 1, i));
            if (open.depth == 0)
                continue;
            int32_t opening = mark_at(run, open.tokens[open.depth - 1]);
            struct slice partner = missing_partner(run, opening, mark);

            if (is_mismatch(opening, mark))
                habit_seen(&seen->mixed, token->span);
            if (partner.len > 0)
                suggest(run, report(run, "check/mixed-quotes", token->span), partner);
            if (mark_at(run, open.tokens[open.depth - 1]) == LOW_SINGLE && mark != SINGLE_LEFT)
                habit_seen(&seen->mixed_single, token->span);
            space_inside(run, open.tokens[open.depth - 1], i);
            check_report_comma(run, open.tokens[open.depth - 1], i);
            close_quotation(run, &open, i);
        }
    }
    if (open.depth == 1 && mark_at(run, open.tokens[0]) != '\'')
        check_unclosed(run, open.tokens[0], end);
}

static void report_marks(const struct check_run *run, const struct seen *seen)
{
    const struct marks *marks = marks_of(run);
    struct habit straight = seen->straight;

    /* A single one may be a sign for inches, or its partner stands in another segment. */
    suggest(run, report_habit(run, "check/straight-quotes", &straight, seen->mixed.count > 0 ? 3 : 2),
            slice_of(marks->opening));
    suggest(run, report_habit(run, "check/straight-single-quotes", &seen->single, 2), slice_of(marks->inner_opening));
    suggest(run, report_habit(run, "check/english-quotes", &seen->english, 1), slice_of(marks->opening));
    suggest(run, report_habit(run, "check/english-single-quotes", &seen->english_single, 1),
            slice_of(marks->inner_opening));
    suggest(run, report_habit(run, "check/mixed-quotes", &seen->mixed, 1), SLICE("“"));
    suggest(run, report_habit(run, "check/mixed-single-quotes", &seen->mixed_single, 1), SLICE("‘"));
    suggest(run, report_habit(run, "check/comma-in-quotes", &seen->commas, 1),
            arena_join(run->issues->arena, slice_of(marks->closing), SLICE(",")));
    if (is_swiss(run))
        suggest(run, report_habit(run, "check/foreign-guillemets", &seen->inward, 1), slice_of(marks->opening));
    else if (seen->guillemets.count > 0 && !is_swiss_text(run))
        suggest(run, report_habit(run, "check/foreign-guillemets", &seen->guillemets, 1), SLICE("»"));
}

void check_quotation_marks(const struct check_run *run)
{
    struct seen seen = { .straight = { .count = 0 } };

    for (size_t i = 0; i < run->doc->segment_count; i++)
        check_pairs(run, &run->doc->segments[i], &seen);
    report_marks(run, &seen);
}
