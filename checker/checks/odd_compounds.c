/* Marks compounds that are put together as no German one is, seen from the word alone: "hoch-Sicherheits-Trakt" begins
 * small, "Forschung-Zentrum" lacks its s, "Wasser-Versorgungs" ends in one, "16-jähriger-Spieler" and "Rohes-Öl-Preis"
 * have an ending inside, "deutschfranzösisch" joins two peoples as if the one were the other's kind. */
#include "checks/checks.h"
#include "checks/compounds.h"
#include "checks/leads.h"
#include "checks/places.h"
#include "lexicon/analysis.h"
#include "lexicon/compound_parts.h"
#include "text/letters.h"

enum { MIN_PART = 3 };

static const struct lexicon *lexicon_of(const struct check_run *run)
{
    return &run->context->lexicon;
}

static struct slice behind_last_hyphen(struct slice text)
{
    const char *hyphen = memrchr(text.at, '-', text.len);

    return hyphen == NULL ? text : slice_from(text, (size_t)(hyphen - text.at) + 1);
}

static bool is_plain_word(struct slice text)
{
    for (size_t i = 0; i < text.len; i++)
        if (is_upper(text.at[i]) || (text.at[i] >= '0' && text.at[i] <= '9'))
            return false;
    return text.len >= MIN_PART || slice_is(text, "ex");
}

/* A German noun as it is written, no name. */
static bool is_noun(const struct check_run *run, struct slice part)
{
    return part.len >= MIN_PART && is_upper(first_code_point(part)) && form_is(lexicon_of(run), part, POS_NOUN) &&
           !form_is(lexicon_of(run), part, POS_NAME);
}

/* ---- a small letter at its start ---- */

static bool is_prefix(struct slice part)
{
    static const char *const prefixes[] = { "ex", "anti", "pro", "super", "mini", "pseudo" };

    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (slice_is(part, prefixes[i]))
            return true;
    return false;
}

/* "ex-Präsident", "hoch-Sicherheits-Trakt", "anti-Terror-Einsatz": what ends in a noun is one. */
static bool begins_small(const struct check_run *run, size_t i, struct slice *whole)
{
    struct slice text = text_at(run, i), left, right, last = behind_last_hyphen(text);
    const struct lexicon *lexicon = lexicon_of(run);

    if ((token_at(run, i)->flags & (TOKEN_CAPITAL | TOKEN_DIGIT | TOKEN_APOSTROPHE)) != 0 ||
        !cut_at_hyphen(text, &left, &right) || !is_plain_word(left) || !is_noun(run, last) ||
        is_english_word(lexicon, last) || (is_english_word(lexicon, left) && !is_prefix(left)) ||
        (i > 0 && same_sentence(run, i - 1, i) && !has_space_before(run, i)))
        return false;
    bool known = form_is(lexicon, left, POS_ADJECTIVE) || form_is(lexicon, left, POS_ADVERB) ||
                 in_word_list(lexicon, LIST_BOUND_FIRST_PARTS, with_initial(run->issues->arena, left, true)) ||
                 is_prefix(left);

    *whole = with_initial(run->issues->arena, text, true);
    return known;
}

/* ---- linking elements ---- */

static bool takes_s(struct slice part)
{
    static const char *const endings[] = { "ung", "heit", "keit", "schaft", "ität" };
    enum { MIN_STEM = 4 };

    if (slice_ends(part, SLICE("sprung")) ||
        slice_ends(part, SLICE("schwung"))) /* no suffix: "Hochsprung-Weltrekord" */
        return false;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (slice_ends(part, slice_of(endings[i])) && part.len >= strlen(endings[i]) + MIN_STEM)
            return true;
    return false;
}

/* "Forschung-Zentrum", "Steuerausweichung-Verfahren": a noun in -ung and the like always has its s. */
static bool lacks_s(const struct check_run *run, size_t i, struct slice *whole)
{
    struct slice text = text_at(run, i), left, right;
    const struct lexicon *lexicon = lexicon_of(run);

    if (!cut_at_hyphen(text, &left, &right) || memchr(right.at, '-', right.len) != NULL || !takes_s(left) ||
        !is_noun(run, right) || is_english_word(lexicon, left))
        return false;
    if (!form_is(lexicon, left, POS_NOUN) && verdict_by_parts(lexicon, left) != ACCEPTED)
        return false;
    struct slice lower = lower_case(run->issues->arena, right);

    *whole = arena_print(run->issues->arena, "%.*ss%.*s", (int)left.len, left.at, (int)lower.len, lower.at);
    return !form_is(lexicon, left, POS_NAME);
}

/* "Trinkwasser-Versorgungs": the s that joins has nothing to join. */
static bool ends_in_link(const struct check_run *run, size_t i, struct slice *whole)
{
    struct slice text = text_at(run, i), last = behind_last_hyphen(text), noun = { last.at, last.len - 1 };
    const struct lexicon *lexicon = lexicon_of(run);

    if (last.len < MIN_PART || !slice_ends(last, SLICE("s")) || !takes_s(noun) || !is_noun(run, noun) ||
        (same_sentence(run, i, i + 1) && !has_space_before(run, i + 1) &&
         token_at(run, i + 1)->kind != TOKEN_PUNCTUATION))
        return false;
    *whole = (struct slice){ text.at, text.len - 1 };
    return lexicon_form(lexicon, last) == NO_ID;
}

/* ---- endings inside ---- */

static bool is_number_adjective(const struct check_run *run, struct slice word)
{
    const struct list_record *stems = named_list(lexicon_of(run), LIST_NUMBER_ADJECTIVES);

    for (uint32_t s = 0; stems != NULL && s < stems->count; s++) {
        struct slice stem = lexicon_text(lexicon_of(run), lexicon_of(run)->list_words[stems->first + s]);

        if (slice_starts(word, stem) && word.len > stem.len && word.len <= stem.len + 2)
            return true;
    }
    return false;
}

/* "16-jähriger-Schachspieler": the adjective has its ending, and so is a word of its own. */
static bool holds_number_adjective(const struct check_run *run, size_t i, struct slice *whole)
{
    struct slice text = text_at(run, i), number, rest, adjective, noun;

    if ((token_at(run, i)->flags & TOKEN_DIGIT) == 0 || !cut_at_hyphen(text, &number, &rest) ||
        digits_at(number, 0) != number.len || !cut_at_hyphen(rest, &adjective, &noun) ||
        !is_number_adjective(run, adjective) || noun.len < MIN_PART || !is_upper(first_code_point(noun)))
        return false;
    *whole = arena_print(run->issues->arena, "%.*s-%.*s %.*s", (int)number.len, number.at, (int)adjective.len,
                         adjective.at, (int)noun.len, noun.at);
    return true;
}

/* "Rohes-Öl-Preis": the lexicon has the adjective's stem and the noun as one, "Rohöl". */
static bool holds_bent_adjective(const struct check_run *run, size_t i, struct slice *whole)
{
    static const char *const endings[] = { "es", "er", "e", "en" };
    struct slice text = text_at(run, i), left, right, noun, head;

    if (!cut_at_hyphen(text, &left, &right) || !cut_at_hyphen(right, &noun, &head) || !is_noun(run, noun) ||
        head.len < MIN_PART || !is_upper(first_code_point(head)))
        return false;
    struct slice small = with_initial(run->issues->arena, left, false), part = lower_case(run->issues->arena, noun);

    for (size_t e = 0; form_is(lexicon_of(run), small, POS_ADJECTIVE) && e < sizeof endings / sizeof *endings; e++) {
        struct slice stem = { left.at, left.len - strlen(endings[e]) };

        if (!slice_ends(left, slice_of(endings[e])) || stem.len < MIN_PART)
            continue;
        struct slice one = arena_join(run->issues->arena, stem, part);

        if (!form_is(lexicon_of(run), one, POS_NOUN))
            continue;
        *whole = arena_print(run->issues->arena, "%.*s-%.*s", (int)one.len, one.at, (int)head.len, head.at);
        return true;
    }
    return false;
}

/* ---- two peoples ---- */

/* "deutschfranzösisches": each of the two for itself, so that a hyphen stands between them. */
static bool joins_peoples(const struct check_run *run, size_t i, struct slice *whole)
{
    enum { MIN_PEOPLE = 6 };
    const struct token *token = token_at(run, i);
    struct slice text = token_lower(token);
    const struct lexicon *lexicon = lexicon_of(run);

    if ((token->flags & TOKEN_HYPHEN) != 0 || lexicon_form(lexicon, text) != NO_ID)
        return false;
    for (size_t at = MIN_PEOPLE; at + MIN_PEOPLE < text.len; at++) {
        struct slice first = { text.at, at }, rest = slice_from(text, at);

        if (!starts_code_point(rest.at[0]) || !in_word_list(lexicon, LIST_NATIONALITIES, first) ||
            !inflected_in_list(lexicon, LIST_NATIONALITIES, rest) || slice_starts(rest, SLICE("deutsch")) ||
            slice_starts(rest, SLICE("amerikan")))
            continue;
        *whole = arena_print(run->issues->arena, "%.*s-%.*s", (int)at, token_text(run->doc, token).at, (int)rest.len,
                             rest.at);
        return true;
    }
    return false;
}

static void look_at(const struct check_run *run, size_t i)
{
    enum { NEVER = TOKEN_QUOTED | TOKEN_ALL_CAPS | TOKEN_INNER_CAPITAL };
    const struct token *token = token_at(run, i);
    struct slice whole;

    if (token->kind != TOKEN_WORD || (token->flags & TOKEN_QUOTED) != 0)
        return;
    bool odd = false;

    if ((token->flags & TOKEN_HYPHEN) != 0)
        odd = begins_small(run, i, &whole) || lacks_s(run, i, &whole) || ends_in_link(run, i, &whole) ||
              holds_number_adjective(run, i, &whole) || holds_bent_adjective(run, i, &whole);
    else if ((token->flags & NEVER) == 0 && token->analysis.form == NO_ID)
        odd = (token->flags & TOKEN_CAPITAL) == 0 && joins_peoples(run, i, &whole);
    if (odd)
        suggest(run, report(run, "check/odd-compound", token->span), whole);
}

void check_odd_compounds(const struct check_run *run)
{
    for (size_t i = 0; i < run->doc->token_count; i++)
        look_at(run, i);
}
