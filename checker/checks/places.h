/* Small questions about the tokens of a document. */
#ifndef ROTSTIFT_CHECKS_PLACES_H
#define ROTSTIFT_CHECKS_PLACES_H

#include "checks/checks.h"
#include "lexicon/analysis.h"
#include "text/letters.h"

/* The text of a token; empty past the end. */
static inline struct slice text_at(const struct check_run *run, size_t index)
{
    return index < run->doc->token_count ? token_text(run->doc, &run->doc->tokens[index]) : (struct slice){ 0 };
}

static inline bool text_is(const struct check_run *run, size_t index, const char *text)
{
    return slice_is(text_at(run, index), text);
}

static inline const struct token *token_at(const struct check_run *run, size_t index)
{
    return &run->doc->tokens[index];
}

/* A word with a capital: a noun, a name, the first of a sentence. */
static inline bool is_capitalised(const struct token *token)
{
    return token->kind == TOKEN_WORD && (token->flags & TOKEN_CAPITAL) != 0;
}

/* A word that the lexicon has, or a compound of such. */
static inline bool is_known_word(const struct token *token)
{
    return (token->analysis.flags & (ANALYSIS_KNOWN | ANALYSIS_COMPOUND)) != 0;
}

/* True when the token as it is written stands in a list of dictionaries/words/. */
static inline bool in_list(const struct check_run *run, enum named_list list, size_t index)
{
    return index < run->doc->token_count && token_in_list(&run->context->lexicon, list, token_at(run, index));
}

/* The same for its lower case, and that itself; empty past the end. */
static inline bool in_list_lower(const struct check_run *run, enum named_list list, size_t index)
{
    return index < run->doc->token_count && lower_in_list(&run->context->lexicon, list, token_at(run, index));
}

static inline struct slice lower_at(const struct check_run *run, size_t index)
{
    return index < run->doc->token_count ? token_lower(token_at(run, index)) : (struct slice){ 0 };
}

/* True when a lemma of a noun, or the last part of a compound, stands in a list: "Dauerregen" among "Regen". */
static inline bool is_kind_of(const struct check_run *run, size_t noun, enum named_list list)
{
    const struct token *token = token_at(run, noun);

    return lemma_in_list(&run->context->lexicon, list, token) ||
           in_word_list(&run->context->lexicon, list,
                        with_initial(run->issues->arena, last_part(run->doc, token), true));
}

static inline size_t sentence_first(const struct check_run *run, size_t index)
{
    return run->doc->sentences[token_at(run, index)->sentence].first_token;
}

/* The token behind its last. */
static inline size_t sentence_end(const struct check_run *run, size_t index)
{
    return sentence_first(run, index) + run->doc->sentences[token_at(run, index)->sentence].token_count;
}

/* False when b is past the end. */
static inline bool same_sentence(const struct check_run *run, size_t a, size_t b)
{
    return b < run->doc->token_count && token_at(run, a)->sentence == token_at(run, b)->sentence;
}

/* The first mark from index on, or the sentence's end. */
static inline size_t stretch_end(const struct check_run *run, size_t index)
{
    size_t end = index;

    while (same_sentence(run, index, end) && token_at(run, end)->kind != TOKEN_PUNCTUATION)
        end++;
    return end;
}

/* The token behind the last mark before index, or the sentence's first. */
static inline size_t stretch_first(const struct check_run *run, size_t index)
{
    while (index > sentence_first(run, index) && token_at(run, index - 1)->kind != TOKEN_PUNCTUATION)
        index--;
    return index;
}

/* "wo", "welche", "wessen": an indirect question may begin there. */
static inline bool is_question_word(const struct check_run *run, size_t index)
{
    return in_list_lower(run, LIST_QUESTION_WORDS, index) || slice_starts(lower_at(run, index), SLICE("welch")) ||
           slice_starts(lower_at(run, index), SLICE("wessen"));
}

static inline bool same_segment(const struct check_run *run, size_t a, size_t b)
{
    const struct document *doc = run->doc;

    return b < doc->token_count &&
           doc->sentences[doc->tokens[a].sentence].segment == doc->sentences[doc->tokens[b].sentence].segment;
}

static inline bool has_space_before(const struct check_run *run, size_t index)
{
    return (run->doc->tokens[index].flags & TOKEN_SPACE_BEFORE) != 0;
}

static inline void suggest(const struct check_run *run, struct issue *issue, struct slice text)
{
    if (issue != NULL)
        issue_suggest(run->issues, issue, text);
}

/* How many ASCII digits stand at an offset of the text. */
static inline size_t digits_at(struct slice text, size_t at)
{
    size_t n = 0;

    while (at + n < text.len && text.at[at + n] >= '0' && text.at[at + n] <= '9')
        n++;
    return n;
}

/* A column (from 0) of a word's row in a table of dictionaries/tables/ (lexicon_pairs); empty where there is none. For
 * checks that ask about every word, so that the table is not looked for each time. */
static inline struct slice row_value(const struct check_run *run, const struct list_record *table, struct slice word,
                                     size_t column)
{
    size_t count;
    const struct pair_record *row = pairs_of(&run->context->lexicon, table, word, &count);

    return column < count ? lexicon_text(&run->context->lexicon, row[column].value) : (struct slice){ 0 };
}

/* The same for a table by name. */
static inline struct slice table_value(const struct check_run *run, enum named_table table, struct slice word,
                                       size_t column)
{
    return row_value(run, named_table(&run->context->lexicon, table), word, column);
}

/* The same for a token as it is written. */
static inline struct slice row_at(const struct check_run *run, enum named_table table, size_t index, size_t column)
{
    if (index >= run->doc->token_count ||
        !set_holds(token_at(run, index)->type->listed, run->context->lexicon.table_numbers[table]))
        return (struct slice){ 0 };
    return table_value(run, table, text_at(run, index), column);
}

static inline struct span tokens_span(const struct check_run *run, size_t first, size_t last)
{
    return (struct span){ run->doc->tokens[first].span.start, run->doc->tokens[last].span.end };
}

#endif
