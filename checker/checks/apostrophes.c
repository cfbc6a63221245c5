/* Marks apostrophes that German does not have: the English genitive ("Peter's Auto"), plurals ("Foto's"), prepositions
 * melted with their article ("für's"), and accents set for apostrophes ("geht´s"). */
#include "checks/habits.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "lexicon/analysis.h"
#include "text/letters.h"

/* The word before its "'s" or "’s"; empty when the token does not end so. */
static struct slice before_s(struct slice text)
{
    static const char *const endings[] = { "'s", "’s", "´s", "`s", "‘s" };

    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (slice_ends(text, slice_of(endings[i])))
            return (struct slice){ text.at, text.len - strlen(endings[i]) };
    return (struct slice){ 0 };
}

/* A word that is English and no German: its neighbour belongs to the same English name. */
static bool is_foreign_at(const struct check_run *run, size_t i, size_t near)
{
    const struct token *token = &run->doc->tokens[near];

    return near < run->doc->token_count && token->sentence == run->doc->tokens[i].sentence &&
           token->kind == TOKEN_WORD && !is_known_word(token) && (token->flags & TOKEN_CAPITAL) != 0 &&
           is_english_token(token);
}

/* What a genitive stands before: a noun, or what comes before one. */
static bool can_be_owned(const struct check_run *run, size_t i)
{
    const struct token *token = &run->doc->tokens[i];

    if (!same_segment(run, i - 1, i) || (token->flags & TOKEN_QUOTED) != 0)
        return false;
    if ((token->flags & TOKEN_CAPITAL) != 0)
        return is_known_word(token) && (token_is(token, POS_NOUN) || token_is(token, POS_ADJECTIVE));
    return token_is(token, POS_ADJECTIVE) || token_is(token, POS_NUMERAL);
}

/* A capital inside a sentence; at its start, a word that exists in lower case is no name ("Gibt's", "Wie's"), unless it
 * is a known one ("Peter's") and the other a rare word. */
static bool is_name(const struct check_run *run, const struct token *token, struct slice word)
{
    const struct lexicon *lexicon = &run->context->lexicon;

    if ((token->flags & TOKEN_CAPITAL) == 0 || word.len < 2)
        return false;
    if ((token->flags & TOKEN_SENTENCE_START) == 0)
        return true;
    uint32_t form = lexicon_form(lexicon, lower_case(run->issues->arena, word));

    return form == NO_ID || (form_is(lexicon, word, POS_NAME) && lexicon->forms[form].frequency == 0);
}

/* An English word that German texts seldom have: "Office", "Hall"; not "Auto", "Hotel". */
static bool is_rather_english(const struct check_run *run, struct slice word)
{
    enum { SELDOM = 2 };
    const struct lexicon *lexicon = &run->context->lexicon;

    return is_english_word(lexicon, word) && word_frequency(lexicon, word) <= SELDOM;
}

/* "eine der größten Agenturen Chile's": a country behind the noun that it owns. */
static bool is_owner_behind(const struct check_run *run, size_t i, struct slice name)
{
    return i > 0 && same_segment(run, i - 1, i) && in_word_list(&run->context->lexicon, LIST_CLASS_COUNTRIES, name) &&
           (run->doc->tokens[i - 1].flags & (TOKEN_CAPITAL | TOKEN_QUOTED)) == TOKEN_CAPITAL &&
           token_is(&run->doc->tokens[i - 1], POS_NOUN);
}

/* "Sie", "Wer": es is left out behind it. */
static bool is_word_with_es(const struct check_run *run, struct slice name)
{
    struct slice lower = lower_case(run->issues->arena, name);

    return in_word_list(&run->context->lexicon, LIST_NOMINATIVE_PRONOUNS, lower) ||
           in_word_list(&run->context->lexicon, LIST_SUBJECT_PRONOUNS, lower) ||
           in_word_list(&run->context->lexicon, LIST_QUESTION_WORDS, lower);
}

/* "Peter's Auto". Titles and firms stay: "Women's March", "McDonald's Filiale", "Sheriff's Office". */
static void english_genitive(const struct check_run *run, size_t i, struct slice name)
{
    const struct token *token = &run->doc->tokens[i];

    if (is_word_with_es(run, name)) /* "Hätten Sie's gewusst?" */
        return;
    if (is_owner_behind(run, i, name)) {
        suggest(run, report(run, "check/english-genitive", token->span),
                arena_print(run->issues->arena, "%.*ss", (int)name.len, name.at));
        return;
    }
    if (!can_be_owned(run, i + 1) || (i > 0 && text_is(run, i - 1, "St.")) ||
        token_in_list(&run->context->lexicon, LIST_NAMES_WITH_APOSTROPHE, token))
        return;
    /* "Richmond County Sheriff's Office", "Farmer's Market": English words on both sides are one name. */
    bool common = !form_is(&run->context->lexicon, name, POS_NAME) && is_english_word(&run->context->lexicon, name);

    if (is_rather_english(run, text_at(run, i + 1)) && ((i > 0 && is_foreign_at(run, i, i - 1)) || common))
        return;
    bool sibilant = strchr("sxzß", name.at[name.len - 1]) != NULL;

    suggest(run, report(run, "check/english-genitive", token->span),
            arena_print(run->issues->arena, "%.*s%s", (int)name.len, name.at, sibilant ? "’" : "s"));
}

/* "LKW's": an acronym of a thing, listed, whose "'s" nobody owns. */
#define SURE_PLURAL_CONFIDENCE 0.92f

/* "Foto's", "CD's": the plural of a common noun, where no genitive can be meant; an abbreviation has none either way.
 */
static bool is_plural(const struct check_run *run, const struct token *token, struct slice noun)
{
    bool abbreviation = noun.len >= 2 && noun.len <= 4;

    for (size_t i = 0; i < noun.len; i++)
        abbreviation = abbreviation && noun.at[i] >= 'A' && noun.at[i] <= 'Z';
    if (abbreviation)
        return true;
    if (token_in_list(&run->context->lexicon, LIST_NAMES_WITH_APOSTROPHE, token)) /* "Moody's" */
        return false;
    const struct lexicon *lexicon = &run->context->lexicon;
    struct slice plural = arena_print(run->issues->arena, "%.*ss", (int)noun.len, noun.at);

    return form_is(lexicon, noun, POS_NOUN) && !form_is(lexicon, noun, POS_NAME) &&
           form_is(lexicon, plural, POS_NOUN) && (token->flags & TOKEN_SENTENCE_START) == 0;
}

/* "für's", "auf's", "nicht's", "morgen's": one word that the lexicon knows. "geht's" and "ist's" hold an "es". */
static bool is_one_word(const struct check_run *run, struct slice word)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    struct slice joined =
        lower_case(run->issues->arena, arena_print(run->issues->arena, "%.*ss", (int)word.len, word.at));

    return form_is(lexicon, joined, POS_PREPOSITION) || in_word_list(lexicon, LIST_NEVER_WITH_APOSTROPHE, joined);
}

static void check_word(const struct check_run *run, size_t i)
{
    const struct token *token = &run->doc->tokens[i];
    struct slice text = token_text(run->doc, token), word = before_s(text);

    if (word.len == 0 || (token->flags & TOKEN_QUOTED) != 0)
        return;
    bool name = is_name(run, token, word);

    /* Before another capital it may name something: "Harper's Bazaar". */
    bool before_capital = same_segment(run, i, i + 1) && (token[1].flags & TOKEN_CAPITAL) != 0;

    bool firm = token_in_list(&run->context->lexicon, LIST_NAMES_WITH_APOSTROPHE, token); /* "Moody's" */

    if (is_one_word(run, word) || (name && !before_capital && !firm && is_plural(run, token, word))) {
        struct issue *issue = report(run, "check/needless-apostrophe", token->span);

        if (issue != NULL && in_word_list(&run->context->lexicon, LIST_COUNTED_ACRONYMS, word))
            issue->confidence = SURE_PLURAL_CONFIDENCE;
        suggest(run, issue, arena_print(run->issues->arena, "%.*ss", (int)word.len, word.at));
    } else if (name)
        english_genitive(run, i, word);
}

static bool holds_accent(struct slice text)
{
    return memmem(text.at, text.len, "´", 2) != NULL || memchr(text.at, '`', text.len) != NULL;
}

/* The apostrophe in "90'er", "1920'er-Jahren", "80er's"; an empty slice where none stands in a decade. */
static struct slice mark_of_decade(struct slice text, size_t digits)
{
    static const char *const marks[] = { "'", "’" };
    struct slice rest = slice_from(text, digits);
    size_t before = slice_starts(rest, SLICE("er")) ? strlen("er") : 0;
    struct slice from = slice_from(rest, before);

    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (slice_starts(from, slice_of(marks[i])) &&
            (before > 0 ? slice_equal(slice_from(from, strlen(marks[i])), SLICE("s"))
                        : slice_starts(slice_from(from, strlen(marks[i])), SLICE("er"))))
            return (struct slice){ from.at, strlen(marks[i]) };
    return (struct slice){ 0 };
}

/* "die 90'er", "der 80er's": decades have none. */
static void decade(const struct check_run *run, size_t i)
{
    const struct token *token = &run->doc->tokens[i];
    struct slice text = token_text(run->doc, token);
    size_t digits = digits_at(text, 0);

    if (digits < 2 || digits > 4 || digits >= text.len)
        return;
    struct slice mark = mark_of_decade(text, digits);

    if (mark.len == 0)
        return;
    struct slice left = slice_between(text.at, mark.at), right = slice_from(text, left.len + mark.len);

    if (slice_equal(right, SLICE("s")))
        right.len = 0; /* "80er's" is English twice */
    suggest(run, report(run, "check/needless-apostrophe", token->span), arena_join(run->issues->arena, left, right));
}

bool has_apostrophe(const struct check_run *run, size_t i)
{
    const struct token *token = &run->doc->tokens[i];

    return token->kind == TOKEN_WORD && (token->flags & TOKEN_APOSTROPHE) != 0;
}

void check_apostrophes(const struct check_run *run)
{
    struct habit accents = { .count = 0 };

    for (size_t i = next_marked(run, MARK_APOSTROPHE, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_APOSTROPHE, i + 1)) {
        const struct token *token = &run->doc->tokens[i];

        check_word(run, i);
        decade(run, i);
        /* "Ng´ombe" is a name of its own. */
        if (holds_accent(token_text(run->doc, token)) && before_s(token_text(run->doc, token)).len > 0)
            habit_seen(&accents, token->span);
    }
    report_habit(run, "check/accent-as-apostrophe", &accents, 1);
}
