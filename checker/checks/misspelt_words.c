/* Marks letters that are wrong wherever they stand: common misspellings that dictionaries take for compounds
 * ("Wiederstand", "todgeschlagen", "Rückgrad"), and the spelling of before 1996 ("Fluß", "muß", "Schiffahrt"). The
 * letters stand in tables; a word is marked where they turn it into one that dictionaries know. */
#include "checks/checks.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "lexicon/analysis.h"
#include "lexicon/letter_rows.h"
#include "lexicon/speller.h"

enum { SHORTEST_WORD = 3 };

/* A row's letters in a word of lower case: where they stand, or NULL. "^" ties them to its start, "$" to its end. */
static const char *letters_in(struct slice word, struct slice letters)
{
    bool start = slice_starts(letters, SLICE("^")), end = slice_ends(letters, SLICE("$"));
    struct slice bare = bare_letters(letters);

    if (bare.len > word.len || (start && end && bare.len != word.len))
        return NULL;
    if (start)
        return slice_starts(word, bare) ? word.at : NULL;
    if (end)
        return slice_ends(word, bare) ? word.at + word.len - bare.len : NULL;
    return memmem(word.at, word.len, bare.at, bare.len);
}

/* One of several letters between bars stands in the word. */
static bool is_excepted(struct slice word, struct slice exceptions)
{
    while (exceptions.len > 0) {
        const char *bar = memchr(exceptions.at, '|', exceptions.len);
        struct slice one = { exceptions.at, bar == NULL ? exceptions.len : (size_t)(bar - exceptions.at) };

        if (letters_in(word, one) != NULL)
            return true;
        exceptions = slice_from(exceptions, bar == NULL ? exceptions.len : one.len + 1);
    }
    return false;
}

/* A word that a dictionary has, or a compound of such. */
static bool is_right(const struct check_run *run, struct slice word)
{
    const char *hyphen = memchr(word.at, '-', word.len);

    if (hyphen != NULL) /* "Rußland-Reise": the part that the letters stand in, as a rule the first */
        word.len = (size_t)(hyphen - word.at);
    return is_dictionary_word(&run->context->lexicon, word) ||
           is_dictionary_word(&run->context->lexicon, with_initial(run->issues->arena, word, false)) ||
           (run->context->speller != NULL && speller_accepts(run->context->speller, &run->context->lexicon, word));
}

/* The word with other letters at a place of its lower case; a capital stays. */
static struct slice with_letters(const struct check_run *run, const struct token *token, const char *at, size_t length,
                                 struct slice right)
{
    struct slice word = token_lower(token);
    size_t front = (size_t)(at - word.at);
    struct slice whole = arena_print(run->issues->arena, "%.*s%.*s%.*s", (int)front, word.at, (int)right.len, right.at,
                                     (int)(word.len - front - length), at + length);

    return (token->flags & TOKEN_CAPITAL) != 0 ? with_initial(run->issues->arena, whole, true) : whole;
}

/* What the word is by a row of a table, whose values are the right letters and exceptions; empty where it is no other.
 */
static struct slice by_row(const struct check_run *run, const struct token *token, const struct pair_record *row,
                           size_t values)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    struct slice letters = lexicon_text(lexicon, row->key), word = token_lower(token);
    bool small = slice_starts(letters, SLICE("~"));

    if (small && (token->flags & TOKEN_CAPITAL) != 0)
        return (struct slice){ 0 };
    letters = slice_from(letters, small);
    const char *at = letters_in(word, letters);

    if (at == NULL || (values > 1 && is_excepted(word, lexicon_text(lexicon, row[1].value))))
        return (struct slice){ 0 };
    struct slice right = with_letters(run, token, at, bare_letters(letters).len, lexicon_text(lexicon, row->value));

    return memchr(right.at, ' ', right.len) != NULL || is_right(run, right) ? right : (struct slice){ 0 };
}

static struct slice by_table(const struct check_run *run, const struct token *token, enum named_table name)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct list_record *table = named_table(lexicon, name);
    uint32_t next = table == NULL ? NO_ID : next_letter_row(lexicon, table, table->first, token_lower(token));

    while (next != NO_ID) {
        const struct pair_record *row = &lexicon->pairs[next];
        uint32_t left = table->first + table->count - next, values = 1;

        while (values < left && row[values].key.at == row->key.at && row[values].key.len == row->key.len)
            values++;
        struct slice right = by_row(run, token, row, values);

        if (right.len > 0)
            return right;
        next = next_letter_row(lexicon, table, next + 1, token_lower(token));
    }
    return (struct slice){ 0 };
}

static bool is_plain_word(const struct token *token)
{
    return token->kind == TOKEN_WORD && token->span.end - token->span.start >= SHORTEST_WORD &&
           (token->flags &
            (TOKEN_ALL_CAPS | TOKEN_INNER_CAPITAL | TOKEN_DIGIT | TOKEN_ABBREVIATION | TOKEN_APOSTROPHE)) == 0;
}

bool may_be_misspelt(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);

    return is_plain_word(token) &&
           (by_table(run, token, TABLE_OLD_SPELLINGS).len > 0 || by_table(run, token, TABLE_MISSPELT_WORDS).len > 0);
}

/* "Herr Nußbaum", "Sylvester Stallone": beside another name. */
static bool is_part_of_name(const struct check_run *run, size_t i)
{
    if (!is_capitalised(token_at(run, i)))
        return false;
    const struct token *before = i > 0 && same_sentence(run, i - 1, i) ? token_at(run, i - 1) : NULL;
    const struct token *after = same_sentence(run, i, i + 1) ? token_at(run, i + 1) : NULL;

    return (before != NULL && is_capitalised(before) &&
            (token_is(before, POS_NAME) || before->analysis.reading_count == 0 ||
             lemma_in_list(&run->context->lexicon, LIST_APPOSITIONS, before))) ||
           (after != NULL && is_capitalised(after) && (token_is(after, POS_NAME) || !token_is(after, POS_NOUN)));
}

#define OLD_TEXT_CONFIDENCE 0.7f

/* The text has the words by which spelling is dated ("dass", "muss") as they are written today. */
static bool is_modern(const struct check_run *run)
{
    for (size_t i = 0; i < run->doc->token_count; i++)
        if (token_at(run, i)->kind == TOKEN_WORD && in_list_lower(run, LIST_DATING_WORDS, i))
            return true;
    return false;
}

/* One slip in a text is an error. A text that has several, or a "daß" and no "dass", is older than the rules of 1996,
 * or holds to the ones before. */
static void report_old_spellings(const struct check_run *run, const size_t *places, size_t count)
{
    bool modern = count > 0 && is_modern(run);

    for (size_t n = 0; n < count; n++) {
        const struct token *token = token_at(run, places[n]);
        struct slice right = by_table(run, token, TABLE_OLD_SPELLINGS);
        struct issue *issue = report(run, "check/old-spelling", token->span);

        if (issue == NULL)
            return;
        if (!modern && (count > 1 || in_word_list(&run->context->lexicon, LIST_DATING_WORDS,
                                                  with_initial(run->issues->arena, right, false))))
            issue->confidence = OLD_TEXT_CONFIDENCE;
        suggest(run, issue, right);
    }
}

void check_misspelt_words(const struct check_run *run)
{
    size_t count = 0, *old = NULL;

    for (size_t i = next_marked(run, MARK_MISSPELT, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_MISSPELT, i + 1)) {
        const struct token *token = token_at(run, i);
        struct slice right;

        if (is_part_of_name(run, i))
            continue;
        if (by_table(run, token, TABLE_OLD_SPELLINGS).len > 0) {
            if (old == NULL)
                old = arena_array(run->issues->arena, run->doc->token_count, sizeof(*old));
            if ((token->flags & TOKEN_QUOTED) == 0)
                old[count++] = i;
        } else if ((right = by_table(run, token, TABLE_MISSPELT_WORDS)).len > 0) {
            suggest(run, report(run, "check/misspelt-word", token->span), right);
        }
    }
    report_old_spellings(run, old, count);
}
