/* Marks English left in the German: words, runs, clauses. A run is made of English words that stand side by side; one
 * that consists of capitalised words and of/the/and is a name or a title, and what stands in quotation marks is cited.
 */
#include "checks/checks.h"
#include "lexicon/analysis.h"
#include "lexicon/speller.h"
#include "text/letters.h"

/* What is seen of a run of English words. */
struct run_words {
    size_t first, last; /* tokens, last inclusive: from the first to the last word that is English and not German */
    size_t content;     /* lower-case English words that are no German and no function words */
    size_t functions;   /* English function words that are no German: "the", "and", "of" */
    size_t capitals;    /* capitalised words that are English and no German */
};

/* Known as written, as a noun that lacks its capital ("meter"), or in Swiss spelling ("weiss"). */
static bool is_german(const struct check_run *run, const struct token *token)
{
    struct slice word = token_text(run->doc, token);

    return (token->analysis.flags & (ANALYSIS_KNOWN | ANALYSIS_COMPOUND)) != 0 ||
           in_word_list(&run->context->lexicon, "accepted-words", word) ||
           lexicon_form(&run->context->lexicon, with_initial(run->issues->arena, word, true)) != NO_ID ||
           lexicon_form(&run->context->lexicon, with_sharp_s(run->issues->arena, word)) != NO_ID;
}

static bool is_english(const struct check_run *run, const struct token *token)
{
    return token->kind == TOKEN_WORD && (token->flags & (TOKEN_HYPHEN | TOKEN_DIGIT | TOKEN_INNER_CAPITAL)) == 0 &&
           is_english_word(&run->context->lexicon, token_text(run->doc, token));
}

static bool is_function_word(const struct check_run *run, const struct token *token)
{
    struct slice lower = lower_case(run->issues->arena, token_text(run->doc, token));

    return in_word_list(&run->context->lexicon, "english-function-words", lower);
}

static bool is_short(const struct token *token)
{
    return token->span.end - token->span.start < 3;
}

static void count_word(const struct check_run *run, size_t index, struct run_words *words)
{
    const struct token *token = &run->doc->tokens[index];

    if (is_german(run, token))
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

    return near->sentence == token->sentence && near->kind == TOKEN_WORD && !is_german(run, near);
}

/* Names around a run make it a part of theirs: "Médecins sans frontières", "Rebel Wilson said" is text all the same. */
static bool beside_name(const struct check_run *run, const struct run_words *words)
{
    const struct token *first = &run->doc->tokens[words->first];

    return (words->first > 0 && is_unknown_name(run, first, words->first - 1)) ||
           (words->last + 1 < run->doc->token_count && is_unknown_name(run, first, words->last + 1));
}

/* "Bank of England": a lone "of" between capitals joins a name; "Straßen and Brücken" is no name. */
static bool joins_name(const struct check_run *run, const struct run_words *words)
{
    const struct document *doc = run->doc;
    size_t i = words->first;
    struct slice word = token_text(doc, &doc->tokens[i]);

    return words->first == words->last && i > 0 && i + 1 < doc->token_count && !slice_equal(word, SLICE("and")) &&
           words->functions == 1 && (doc->tokens[i - 1].flags & TOKEN_CAPITAL) != 0 &&
           (doc->tokens[i + 1].flags & TOKEN_CAPITAL) != 0;
}

static bool is_quoted(const struct check_run *run, const struct run_words *words)
{
    return (run->doc->tokens[words->first].flags & TOKEN_QUOTED) != 0;
}

/* Scraps of a word ("vol", "incl", "ant") are too short to be called English, but for function words. */
static bool is_scrap(const struct check_run *run, const struct run_words *words)
{
    enum { MIN_BYTES = 5 };
    const struct token *token = &run->doc->tokens[words->first];

    return words->first == words->last && words->functions == 0 && token->span.end - token->span.start < MIN_BYTES;
}

static bool is_beside_mark(const struct check_run *run, const struct run_words *words)
{
    const struct document *doc = run->doc;
    const struct token *first = &doc->tokens[words->first];
    bool left = words->first > 0 && doc->tokens[words->first - 1].sentence == first->sentence &&
                doc->tokens[words->first - 1].kind != TOKEN_WORD && doc->tokens[words->first - 1].kind != TOKEN_NUMBER;
    bool right = words->last + 1 < doc->token_count && doc->tokens[words->last + 1].kind == TOKEN_SYMBOL;

    return left || right;
}

/* Enough English to be text that was left: two words of substance, or one between German words. A function word alone
 * counts between German words in lower case or German nouns ("Straßen and Brücken"). */
static bool is_left(const struct check_run *run, const struct run_words *words)
{
    if (is_scrap(run, words) || joins_name(run, words) || (words->first == words->last && is_beside_mark(run, words)))
        return false;
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
        if (!is_german(run, &run->doc->tokens[i]) &&
            !speller_accepts(run->context->speller, token_text(run->doc, &run->doc->tokens[i])))
            return false;
    return true;
}

/* A segment that is English as a whole is one issue, not one for each of its runs. */
static bool is_english_segment(const struct check_run *run, const struct segment *segment)
{
    enum { MIN_WORDS = 6 };
    size_t words = 0, english = 0;

    for (uint32_t i = segment->first_token; i < segment->first_token + segment->token_count; i++) {
        const struct token *token = &run->doc->tokens[i];

        words += token->kind == TOKEN_WORD;
        english +=
            (token->flags & (TOKEN_CAPITAL | TOKEN_QUOTED)) == 0 && is_english(run, token) && !is_german(run, token);
    }
    return words >= MIN_WORDS && english * 2 > words;
}

static void check_runs(const struct check_run *run, const struct segment *segment)
{
    const struct document *doc = run->doc;
    size_t end = segment->first_token + segment->token_count;

    for (size_t i = segment->first_token; i < end; i++) {
        if (!is_english(run, &doc->tokens[i]))
            continue;
        struct run_words words = run_from(run, i);

        if (is_left(run, &words) && !all_are_german(run, &words))
            report(run, "check/untranslated",
                   (struct span){ doc->tokens[words.first].span.start, doc->tokens[words.last].span.end });
        while (i + 1 < end && doc->tokens[i + 1].sentence == doc->tokens[i].sentence &&
               is_english(run, &doc->tokens[i + 1]))
            i++;
    }
}

void check_untranslated(const struct check_run *run)
{
    for (size_t i = 0; i < run->doc->segment_count; i++) {
        const struct segment *segment = &run->doc->segments[i];

        /* Of a text that is English as a whole nobody knows whether it should be German. */
        if (is_english_segment(run, segment))
            report(run, run->doc->segment_count > 1 ? "check/untranslated" : "check/english-text", segment->span);
        else
            check_runs(run, segment);
    }
}
