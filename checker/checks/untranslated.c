/* Marks English left in the German: words, runs, clauses. A run is made of English words that stand side by side; one
 * that consists of capitalised words and of/the/and is a name or a title, and what stands in quotation marks is cited.
 */
#include "checks/checks.h"
#include "lexicon/analysis.h"
#include "lexicon/speller.h"
#include "text/unicode.h"

/* What is seen of a run of English words. */
struct run_words {
    size_t first, last; /* tokens, last inclusive: from the first to the last word that is English and not German */
    size_t content;     /* lower-case English words that are no German and no function words */
    size_t functions;   /* English function words that are no German: "the", "and", "of" */
    size_t capitals;    /* capitalised words that are English and no German */
};

static bool is_german(const struct token *token)
{
    return (token->analysis.flags & (ANALYSIS_KNOWN | ANALYSIS_COMPOUND)) != 0;
}

static bool is_english(const struct check_run *run, const struct token *token)
{
    return token->kind == TOKEN_WORD && (token->flags & (TOKEN_HYPHEN | TOKEN_DIGIT)) == 0 &&
           is_english_word(&run->context->lexicon, token_text(run->doc, token));
}

static bool is_function_word(const struct check_run *run, const struct token *token)
{
    const struct list_record *list = lexicon_list(&run->context->lexicon, SLICE("english-function-words"));

    return list != NULL &&
           list_holds(&run->context->lexicon, list, lower_case(run->issues->arena, token_text(run->doc, token)));
}

static bool is_short(const struct token *token)
{
    return token->span.end - token->span.start < 3;
}

static void count_word(const struct check_run *run, size_t index, struct run_words *words)
{
    const struct token *token = &run->doc->tokens[index];

    if (is_german(token))
        return;
    if ((token->flags & TOKEN_CAPITAL) != 0)
        words->capitals++;
    else if (is_function_word(run, token))
        words->functions++;
    else if (!is_short(token))
        words->content++;
    else
        return;
    if (words->content + words->functions + words->capitals == 1)
        words->first = index;
    words->last = index;
}

/* The run of English words that starts at the token; German words that are English too ("was", "in") may stand in it.
 */
static struct run_words run_from(const struct check_run *run, size_t first)
{
    const struct document *doc = run->doc;
    struct run_words words = { .first = first, .last = first };

    for (size_t i = first; i < doc->token_count && doc->tokens[i].sentence == doc->tokens[first].sentence &&
                           is_english(run, &doc->tokens[i]);
         i++)
        count_word(run, i, &words);
    return words;
}

static bool is_unknown_name(const struct check_run *run, const struct token *token, size_t index)
{
    const struct token *near = &run->doc->tokens[index];

    return near->sentence == token->sentence && near->kind == TOKEN_WORD && !is_german(near);
}

/* Names around a run make it a part of theirs: "Médecins sans frontières", "Rebel Wilson said" is text all the same. */
static bool beside_name(const struct check_run *run, const struct run_words *words)
{
    const struct token *first = &run->doc->tokens[words->first];

    return (words->first > 0 && is_unknown_name(run, first, words->first - 1)) ||
           (words->last + 1 < run->doc->token_count && is_unknown_name(run, first, words->last + 1));
}

static bool is_quoted(const struct check_run *run, const struct run_words *words)
{
    return (run->doc->tokens[words->first].flags & TOKEN_QUOTED) != 0;
}

/* Enough English to be text that was left: two words of substance, or one between German words. A function word alone
 * counts between German words in lower case or German nouns ("Straßen and Brücken"). */
static bool is_left(const struct check_run *run, const struct run_words *words)
{
    if (is_quoted(run, words) || words->content + words->functions == 0)
        return false;
    if (words->content >= 2 && words->content + words->functions > words->capitals)
        return true;
    return words->capitals == 0 && !beside_name(run, words);
}

/* hunspell has the last word: a rare German word may be missing in the lexicon. */
static bool all_are_german(const struct check_run *run, const struct run_words *words)
{
    for (size_t i = words->first; i <= words->last; i++)
        if (!is_german(&run->doc->tokens[i]) &&
            !speller_accepts(run->context->speller, token_text(run->doc, &run->doc->tokens[i])))
            return false;
    return true;
}

void check_untranslated(const struct check_run *run)
{
    const struct document *doc = run->doc;

    for (size_t i = 0; i < doc->token_count; i++) {
        if (!is_english(run, &doc->tokens[i]))
            continue;
        struct run_words words = run_from(run, i);

        if (is_left(run, &words) && !all_are_german(run, &words))
            report(run, "check/untranslated",
                   (struct span){ doc->tokens[words.first].span.start, doc->tokens[words.last].span.end });
        while (i + 1 < doc->token_count && doc->tokens[i + 1].sentence == doc->tokens[i].sentence &&
               is_english(run, &doc->tokens[i + 1]))
            i++;
    }
}
