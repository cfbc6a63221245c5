/* Marks English names of offices, institutions and things for which German has its own: "die britische Home Secretary",
 * "das House of Commons". Behind a German word in lower case, or before a surname; a title in quotation marks, and a
 * name that goes on ("City Council Building"), stays. */
#include "checks/places.h"
#include "lexicon/analysis.h"

enum { MAX_WORDS = 5 };

/* The row of the longest name that begins at the token; *last receives its last token. */
static const struct pair_record *name_at(const struct check_run *run, const struct list_record *table, size_t first,
                                         size_t *last)
{
    const struct pair_record *found = NULL;
    size_t count;

    for (size_t i = first + 1; i < first + MAX_WORDS && same_sentence(run, first, i); i++) {
        if (run->doc->tokens[i].kind != TOKEN_WORD)
            break;
        const struct pair_record *row =
            pairs_of(&run->context->lexicon, table, text_of(run->doc, tokens_span(run, first, i)), &count);

        if (count > 1) {
            found = row;
            *last = i;
        }
    }
    return found;
}

/* "die Home Secretary", "im House of Commons", "britischer Prime Minister"; at the start of a sentence before a name.
 */
static bool is_in_german(const struct check_run *run, size_t first, bool before_name)
{
    if ((run->doc->tokens[first].flags & TOKEN_SENTENCE_START) != 0)
        return before_name;
    const struct token *left = token_at(run, first - 1);

    if (left->kind != TOKEN_WORD || ((left->flags & TOKEN_CAPITAL) != 0 && (left->flags & TOKEN_SENTENCE_START) == 0))
        return false;
    return token_is(left, POS_DETERMINER) || token_is(left, POS_PREPOSITION) || token_is(left, POS_ADJECTIVE) ||
           token_is(left, POS_CONJUNCTION) || token_is(left, POS_VERB) || token_is(left, POS_AUXILIARY);
}

/* A capital behind it: the name goes on. Behind an office it is the holder's; behind a place, "in Rom", it is none. */
static bool goes_on(const struct check_run *run, size_t last, bool *before_name)
{
    bool capital = same_sentence(run, last, last + 1) && is_capitalised(token_at(run, last + 1));

    *before_name = capital && !token_is(token_at(run, last + 1), POS_NOUN);
    return capital || text_is(run, last + 1, "&") || text_is(run, last + 1, "of") || text_is(run, last + 1, "for");
}

static size_t look_at(const struct check_run *run, const struct list_record *table, size_t first)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    size_t last = first;
    const struct pair_record *row = name_at(run, table, first, &last);
    bool before_name;

    if (row == NULL)
        return first;
    bool on = goes_on(run, last, &before_name);
    bool office = slice_equal(lexicon_text(lexicon, row[1].value), SLICE("office"));

    if ((on && !(office && before_name)) || (first == 0 && !before_name) ||
        !is_in_german(run, first, office && before_name))
        return last;
    suggest(run, report(run, "check/english-office", tokens_span(run, first, last)),
            lexicon_text(lexicon, row[0].value));
    return last;
}

void check_english_offices(const struct check_run *run)
{
    const struct list_record *table = named_table(&run->context->lexicon, TABLE_ENGLISH_OFFICES);

    for (size_t i = 0; table != NULL && i + 1 < run->doc->token_count; i++) {
        const struct token *token = token_at(run, i);

        if (is_capitalised(token) && (token->flags & (TOKEN_QUOTED | TOKEN_ALL_CAPS)) == 0 &&
            (is_capitalised(token + 1) || text_is(run, i + 1, "of")))
            i = look_at(run, table, i);
    }
}
