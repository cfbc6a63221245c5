/* Marks needless hyphens in short compounds of two German nouns, as machines copy them from English word pairs:
 * "Chip-Hersteller". A matter of taste, so the mark is light; names, abbreviations, foreign words and long compounds
 * keep their hyphen. */
#include "checks/checks.h"
#include "checks/compounds.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/compound_parts.h"
#include "text/letters.h"

enum { MAX_BYTES = 16 /* a longer compound is easier to read with its hyphen */, MIN_PART = 4 };

static int32_t second_letter(struct slice word)
{
    int32_t letter;

    return first_code_point(slice_from(word, read_code_point(word, &letter)));
}

/* A plain German noun: known, not a name, written like one. */
static bool is_german_noun(const struct check_run *run, struct slice part)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    uint32_t form = lexicon_form(lexicon, part);
    bool noun = false;

    if (form == NO_ID || part.len < MIN_PART || lexicon->forms[form].frequency == 0 || !is_lower(second_letter(part)))
        return false;
    for (uint32_t i = 0; i < lexicon->forms[form].reading_count; i++) {
        uint32_t features = lexicon->readings[lexicon->forms[form].first_reading + i].features;

        if (pos_of(features) == POS_NAME || (features & FEATURE_GUESSED) != 0)
            return false;
        noun = noun || pos_of(features) == POS_NOUN;
    }
    return noun;
}

static bool is_needless(const struct check_run *run, const struct token *token, struct slice *left, struct slice *right)
{
    struct slice text = token_text(run->doc, token);

    if (token->kind != TOKEN_WORD || (token->flags & TOKEN_HYPHEN) == 0 || text.len > MAX_BYTES ||
        (token->flags & (TOKEN_QUOTED | TOKEN_DIGIT)) != 0 || !cut_at_hyphen(text, left, right))
        return false;
    int32_t last, first;

    read_last_code_point(*left, &last);
    read_code_point(*right, &first);
    /* Three letters of a kind, or two vowels that would be read as one, are a reason for the hyphen. */
    return is_german_noun(run, *left) && is_german_noun(run, *right) && last != to_lower(first);
}

/* English, and seldom in German texts: "Chef" is German. */
static bool is_rather_english(const struct lexicon *lexicon, struct slice word)
{
    enum { SELDOM = 5 };

    return is_english_word(lexicon, word) && word_frequency(lexicon, word) <= SELDOM;
}

/* A common noun of the lexicon at the start of a word, of length bytes. */
static bool is_word_of(const struct check_run *run, const struct slice *whole, size_t length)
{
    return length > 0 && form_is(&run->context->lexicon, (struct slice){ whole->at, length }, POS_NOUN);
}

/* "Wohnungs": a noun with the s that only compounds have. */
static bool is_linked(const struct lexicon *lexicon, struct slice part)
{
    struct slice noun = { part.at, part.len - 1 };

    return slice_ends(part, SLICE("s")) && lexicon_form(lexicon, part) == NO_ID && form_is(lexicon, noun, POS_NOUN);
}

static bool is_first_part(const struct lexicon *lexicon, struct slice part)
{
    return form_is(lexicon, part, POS_NOUN) || is_linked(lexicon, part);
}

/* "Aran": neither a word nor what compounds begin with, so that it is a name, and may keep its hyphen. */
static bool is_name_part(const struct check_run *run, struct slice part)
{
    const struct lexicon *lexicon = &run->context->lexicon;

    return lexicon_form(lexicon, part) == NO_ID && !is_linked(lexicon, part) && !is_linked_part(lexicon, part) &&
           lexicon_form(lexicon, lower_case(run->issues->arena, part)) == NO_ID;
}

/* German texts use the word; a short one of German parts need not be used much: "Strom-Ausfall", not "Kino-Fans". */
static bool is_used(const struct lexicon *lexicon, struct slice text, uint32_t form)
{
    enum { OFTEN = 5, SOMETIMES = 1 };
    const struct reading *reading = &lexicon->readings[lexicon->forms[form].first_reading];
    struct slice first = slice_between(text.at, memchr(text.at, '-', text.len));
    bool cut_up = memrchr(text.at, '-', text.len) != first.at + first.len; /* "Wind-Kraft-Anlagen" */
    uint16_t least = cut_up || (text.len <= MAX_BYTES && !is_english_word(lexicon, first)) ? SOMETIMES : OFTEN;

    return lexicon->forms[form].frequency >= least ||
           word_frequency(lexicon, lemma_text(lexicon, reading->lemma)) >= least;
}

/* "Miete-Preise": the first part loses its e in the compound. The form of this, in *whole; NO_ID: there is none. */
static uint32_t form_without_e(const struct check_run *run, const struct token *token, struct slice *whole)
{
    struct slice text = token_text(run->doc, token);
    size_t first = (size_t)((const char *)memchr(text.at, '-', text.len) - text.at);

    if (first == 0 || text.at[first - 1] != 'e' || first >= whole->len)
        return NO_ID;
    struct slice joined =
        arena_join(run->issues->arena, (struct slice){ whole->at, first - 1 }, slice_from(*whole, first));
    uint32_t form = lexicon_form(&run->context->lexicon, joined);

    *whole = form == NO_ID ? *whole : joined;
    return form;
}

/* "Verkehr-Teilnehmer": without its hyphen it is no word; with a linking element besides it is one. */
static bool lacks_link(const struct check_run *run, const struct token *token, struct slice *whole)
{
    static const char *const links[] = { "s", "n", "en", "es" };
    const struct lexicon *lexicon = &run->context->lexicon;
    struct slice left, right;

    if (token->kind != TOKEN_WORD || (token->flags & (TOKEN_QUOTED | TOKEN_DIGIT)) != 0 ||
        !cut_at_hyphen(token_text(run->doc, token), &left, &right) || !is_german_noun(run, left) ||
        !is_german_noun(run, right) || is_rather_english(lexicon, left) || is_rather_english(lexicon, right))
        return false;
    struct slice lower = lower_case(run->issues->arena, right);

    if (is_linked_part(lexicon, left) || in_word_list(lexicon, LIST_NAME_ENDINGS, lower) || /* "Jungfrau-Region" */
        verdict_by_parts(lexicon, arena_join(run->issues->arena, left, lower)) != REJECTED)
        return false;
    for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
        struct slice linked = arena_print(run->issues->arena, "%.*s%s", (int)left.len, left.at, links[i]);

        *whole = arena_join(run->issues->arena, linked, lower);
        if (is_linked_part(lexicon, linked) && verdict_by_parts(lexicon, *whole) == ACCEPTED)
            return true;
    }
    return false;
}

/* "Staats-Anwaltschaft", "Wind-Kraft-Anlagen": without its hyphens it is a word that the lexicon knows, and German
 * texts use. */
static bool is_one_word(const struct check_run *run, const struct token *token, struct slice *whole)
{
    enum { SHORTEST = 3, MAX_PARTS = 3 };
    const struct lexicon *lexicon = &run->context->lexicon;
    struct slice rest = token_text(run->doc, token);
    size_t parts = 0, first_two = 0;

    *whole = (struct slice){ 0 };
    if (token->kind != TOKEN_WORD || (token->flags & TOKEN_HYPHEN) == 0 ||
        (token->flags & (TOKEN_QUOTED | TOKEN_DIGIT)) != 0)
        return false;
    for (; rest.len > 0 && parts < MAX_PARTS; parts++) {
        const char *hyphen = memchr(rest.at, '-', rest.len);
        struct slice part = hyphen == NULL ? rest : slice_between(rest.at, hyphen);
        struct slice lower = parts == 0 ? part : lower_case(run->issues->arena, part);

        if (parts == 0 && (table_value(run, TABLE_NUMBER_WORDS, lower_case(run->issues->arena, part), 0).len > 0 ||
                           is_name_part(run, part)))
            return false; /* "Drei-Zimmer-Wohnung", "Aran-Inseln" */
        if (part.len < SHORTEST || !is_upper(first_code_point(part)) || !is_lower(second_letter(part)) ||
            is_rather_english(lexicon, part) ||
            (form_is(lexicon, part, POS_NAME) && !form_is(lexicon, part, POS_NOUN)) ||
            (parts > 0 && in_word_list(lexicon, LIST_NAME_ENDINGS, lower))) /* "Halle-Neustadt" */
            return false;
        *whole = arena_join(run->issues->arena, *whole, lower);
        rest = slice_from(rest, part.len + (hyphen != NULL));
        first_two = parts == 1 ? whole->len : first_two;
    }
    uint32_t form = rest.len == 0 && parts > 1 ? lexicon_form(lexicon, *whole) : NO_ID;

    if (form == NO_ID && rest.len == 0 && parts == 2)
        form = form_without_e(run, token, whole);
    if (form == NO_ID && rest.len == 0 && parts == MAX_PARTS) /* "Wind-Kraft-Anlagen": two of them are a word */
        return is_word_of(run, whole, first_two) || is_word_of(run, whole, whole->len);
    if (form == NO_ID || !form_is(lexicon, *whole, POS_NOUN))
        return false;
    return is_used(lexicon, token_text(run->doc, token), form);
}

/* "Verteidigungs-Minister": behind the s that only compounds have no hyphen is needed where a dictionary has the word
 * without it, be it seldom used; a long word is easier to read with it. */
static bool is_linked_before_hyphen(const struct check_run *run, const struct token *token, struct slice *whole)
{
    enum { LONG = 26 };
    const struct lexicon *lexicon = &run->context->lexicon;
    struct slice left, right;

    if (token->kind != TOKEN_WORD || (token->flags & (TOKEN_QUOTED | TOKEN_DIGIT)) != 0 ||
        token->span.end - token->span.start > LONG || !cut_at_hyphen(token_text(run->doc, token), &left, &right) ||
        left.len < MIN_PART || right.len < MIN_PART || !slice_ends(left, SLICE("s")) ||
        !is_linked_part(lexicon, left) || form_is(lexicon, (struct slice){ left.at, left.len - 1 }, POS_NAME) ||
        !form_is(lexicon, (struct slice){ left.at, left.len - 1 }, POS_NOUN) || !is_upper(first_code_point(right)) ||
        !is_lower(second_letter(right)))
        return false;
    *whole = arena_join(run->issues->arena, left, lower_case(run->issues->arena, right));
    return form_is(lexicon, *whole, POS_NOUN);
}

/* "Polizei-einsatz", "Rettungs-einsatz": behind a German noun the last part is a noun with a small letter, or the
 * lexicon has the whole without its hyphen. "CDU-geführt" and "Start-up" are right. */
static bool has_small_noun(const struct check_run *run, const struct token *token, struct slice *whole)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    struct slice text = token_text(run->doc, token), left, right;

    if (token->kind != TOKEN_WORD ||
        (token->flags & (TOKEN_CAPITAL | TOKEN_HYPHEN | TOKEN_QUOTED | TOKEN_DIGIT | TOKEN_ALL_CAPS)) !=
            (TOKEN_CAPITAL | TOKEN_HYPHEN) ||
        !cut_at_hyphen(text, &left, &right))
        return false;
    if (left.len < MIN_PART || right.len < MIN_PART - 1 || memchr(right.at, '-', right.len) != NULL ||
        !is_lower(first_code_point(right)) || is_rather_english(lexicon, left) || is_rather_english(lexicon, right) ||
        form_is(lexicon, left, POS_NAME) || !is_first_part(lexicon, left))
        return false;
    *whole = arena_join(run->issues->arena, left, right);
    struct slice noun = with_initial(run->issues->arena, right, true);

    return form_is(lexicon, *whole, POS_NOUN) ||
           (lexicon_form(lexicon, right) == NO_ID && form_is(lexicon, noun, POS_NOUN) &&
            !form_is(lexicon, noun, POS_NAME));
}

/* "die vegane-Pizza": two words; an adjective that is inflected, as it is before its noun alone. "die rote-Rüben-Suppe"
 * has more parts. */
static bool is_joined_adjective(const struct check_run *run, size_t i, struct slice *whole)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *token = token_at(run, i);
    struct slice text = token_text(run->doc, token), left, right;

    if (i == 0 || !same_sentence(run, i - 1, i) || token->kind != TOKEN_WORD ||
        (token->flags & (TOKEN_CAPITAL | TOKEN_QUOTED | TOKEN_DIGIT)) != 0 || !token_is(&token[-1], POS_DETERMINER) ||
        !cut_at_hyphen(text, &left, &right))
        return false;
    uint32_t form = lexicon_form(lexicon, left);

    if (left.len < MIN_PART || !is_upper(first_code_point(right)) || memchr(right.at, '-', right.len) != NULL ||
        form == NO_ID || !form_is(lexicon, right, POS_NOUN) || slice_ends(left, SLICE("er")))
        return false;
    for (uint32_t r = 0; r < lexicon->forms[form].reading_count; r++) {
        uint32_t features = lexicon->readings[lexicon->forms[form].first_reading + r].features;

        if (pos_of(features) != POS_ADJECTIVE || (features & CASE_ANY) == 0)
            return false;
    }
    *whole = arena_print(run->issues->arena, "%.*s %.*s", (int)left.len, left.at, (int)right.len, right.at);
    return lexicon->forms[form].reading_count > 0;
}

/* "Der 17-Jährige Schüler gewann": between the article that opens the sentence and the noun before its verb. The same
 * words are two phrases behind a verb ("gab der 17-Jährige Auskunft"). */
static bool is_age_of_subject(const struct check_run *run, size_t i)
{
    return i == sentence_first(run, i) + 1 && token_is(token_at(run, i - 1), POS_DETERMINER) &&
           (token_at(run, i)->flags & TOKEN_DIGIT) != 0 && same_clause(run->doc, i, i + 2) &&
           is_surely_finite(token_at(run, i + 2));
}

/* "regierungs-Kritische Journalisten", "die Ukrainisch-Stämmige Autorin": before its noun the last part is an
 * adjective, and no noun. "Rheinisch-Westfälische Hochschule" is a name. */
static bool has_capital_adjective(const struct check_run *run, size_t i, struct slice *whole)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *token = token_at(run, i), *next = token + 1;
    struct slice text = token_text(run->doc, token);
    const char *hyphen = memrchr(text.at, '-', text.len);

    if (token->kind != TOKEN_WORD || (token->flags & (TOKEN_QUOTED | TOKEN_ALL_CAPS)) != 0 || hyphen == NULL ||
        hyphen == text.at || !same_sentence(run, i, i + 1) ||
        (next->flags & (TOKEN_CAPITAL | TOKEN_QUOTED | TOKEN_ALL_CAPS)) != TOKEN_CAPITAL || !token_is(next, POS_NOUN) ||
        token_is(next, POS_NAME))
        return false;
    struct slice left = slice_between(text.at, hyphen), right = slice_from(text, left.len + 1);
    struct slice lower = with_initial(run->issues->arena, right, false);
    uint32_t form = lexicon_form(lexicon, lower);

    if (right.len < MIN_PART || !is_upper(first_code_point(right)) || !is_lower(second_letter(right)) ||
        (slice_ends(left, SLICE("isch")) && memmem(lower.at, lower.len, "isch", 4) != NULL) || form == NO_ID ||
        (form_is(lexicon, right, POS_NOUN) && !is_age_of_subject(run, i)) || form_is(lexicon, right, POS_NAME))
        return false;
    bool inflected = false;

    for (uint32_t r = 0; r < lexicon->forms[form].reading_count; r++) {
        uint32_t features = lexicon->readings[lexicon->forms[form].first_reading + r].features;

        if (pos_of(features) != POS_ADJECTIVE)
            return false;
        inflected = inflected || (features & CASE_ANY) != 0;
    }
    if (!inflected)
        return false;
    *whole = arena_print(run->issues->arena, "%.*s-%.*s", (int)left.len, left.at, (int)lower.len, lower.at);
    return true;
}

/* "Krankenpfleger und -Schwestern": what the words share is no word of its own; behind a word with a hyphen it keeps
 * its capital ("SPD-Politiker und -Wähler"). */
static bool is_capital_half(const struct check_run *run, size_t i, struct slice *whole)
{
    struct slice text = text_at(run, i);

    if (i < 2 || token_at(run, i)->kind != TOKEN_WORD || (token_at(run, i)->flags & TOKEN_QUOTED) != 0 ||
        !same_sentence(run, i - 2, i) || text.len <= MIN_PART || text.at[0] != '-' ||
        !is_upper(first_code_point(slice_from(text, 1))) || !is_lower(second_letter(slice_from(text, 1))) ||
        !token_is(token_at(run, i - 1), POS_CONJUNCTION) || !token_is(token_at(run, i - 2), POS_NOUN) ||
        (token_at(run, i - 2)->flags & (TOKEN_CAPITAL | TOKEN_HYPHEN)) != TOKEN_CAPITAL)
        return false;
    struct slice lower = with_initial(run->issues->arena, slice_from(text, 1), false);

    *whole = arena_print(run->issues->arena, "-%.*s", (int)lower.len, lower.at);
    return true;
}

/* "Elisabeth Baume-Schneider": two surnames; without the given name no article stands before them, and the second is
 * one that people bear. */
static bool is_double_name(const struct check_run *run, size_t i)
{
    struct slice left, right;
    bool bare =
        i == 0 || (!token_is(token_at(run, i - 1), POS_DETERMINER) && !token_is(token_at(run, i - 1), POS_ADJECTIVE) &&
                   !token_is(token_at(run, i - 1), POS_PREPOSITION));

    return (i > 0 && in_list(run, LIST_GERMAN_FIRST_NAMES, i - 1)) ||
           (bare && cut_at_hyphen(text_at(run, i), &left, &right) &&
            in_word_list(&run->context->lexicon, LIST_GERMAN_SURNAMES, right));
}

/* "die Deutsche Presse-Agentur": an adjective with a capital begins a name, which is spelled as its bearer likes. */
static bool is_in_name(const struct check_run *run, size_t i)
{
    return i > 0 && same_clause(run->doc, i - 1, i) &&
           (token_at(run, i - 1)->flags & (TOKEN_CAPITAL | TOKEN_SENTENCE_START)) == TOKEN_CAPITAL &&
           small_is(token_at(run, i - 1), POS_ADJECTIVE);
}

static struct slice without_hyphen(const struct check_run *run, struct slice word)
{
    struct slice left = { 0 }, right = { 0 };

    cut_at_hyphen(word, &left, &right);
    return arena_join(run->issues->arena, left, right);
}

/* "Ist-Zustand", "Raum-Zeit-Kontinuum", "Vize-Weltmeister": what stands before the hyphen is told apart by it; or a
 * dictionary has the word so. */
static bool has_good_hyphen(const struct check_run *run, size_t i)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    struct slice text = text_at(run, i);
    const char *last = memrchr(text.at, '-', text.len), *first = memchr(text.at, '-', text.len);

    return is_dictionary_word(lexicon, text) ||
           (last != NULL && (in_word_list(lexicon, LIST_HYPHEN_FRONTS, slice_between(text.at, last)) ||
                             in_word_list(lexicon, LIST_HYPHEN_FRONTS, slice_between(text.at, first))));
}

/* A hyphen in a word that has none is a fault, not a taste. */
#define ONE_WORD_CONFIDENCE 0.85f

void check_hyphens(const struct check_run *run)
{
    for (size_t i = 0; i < run->doc->token_count; i++) {
        struct slice left, right, whole;

        if ((run->doc->tokens[i].flags & TOKEN_HYPHEN) == 0 || is_double_name(run, i))
            continue;
        if (has_capital_adjective(run, i, &whole) || is_capital_half(run, i, &whole)) {
            suggest(run, report(run, "check/needless-capital", run->doc->tokens[i].span), whole);
            continue;
        }
        if (is_hyphened_adjective(run, i)) {
            suggest(run, report(run, "check/split-compound", run->doc->tokens[i].span),
                    without_hyphen(run, text_at(run, i)));
            continue;
        }
        bool one = is_joined_adjective(run, i, &whole) || is_one_word(run, &run->doc->tokens[i], &whole) ||
                   lacks_link(run, &run->doc->tokens[i], &whole) ||
                   is_linked_before_hyphen(run, &run->doc->tokens[i], &whole) ||
                   has_small_noun(run, &run->doc->tokens[i], &whole);

        if ((!one && !is_needless(run, &run->doc->tokens[i], &left, &right)) || is_in_name(run, i) ||
            has_good_hyphen(run, i))
            continue;
        struct issue *issue = report(run, "check/needless-hyphen", run->doc->tokens[i].span);

        if (issue != NULL && one)
            issue->confidence = ONE_WORD_CONFIDENCE;
        if (issue == NULL)
            continue;
        if (!one) {
            struct slice lower = with_initial(run->issues->arena, right, false);

            whole = arena_join(run->issues->arena, left, lower);
        }
        issue_suggest(run->issues, issue, whole);
    }
}
