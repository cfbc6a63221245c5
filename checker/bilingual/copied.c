/* Marks words and sentences that were copied from the English instead of translated: what no German dictionary knows
 * and stands in the source letter by letter, in lower case. Names keep their capitals and are meant to be copied. */
#include "bilingual/checks.h"
#include "checks/corrections.h"
#include "checks/places.h"
#include "lexicon/analysis.h"
#include "text/letters.h"

/* A copied run of so many words with a grammatical one among them is a piece of English, whatever each word may be. */
#define LEAST_RUN 4

static bool is_lower_word(const struct token *token)
{
    return token->kind == TOKEN_WORD && token->span.end - token->span.start > 2 &&
           (token->flags & (TOKEN_CAPITAL | TOKEN_INNER_CAPITAL | TOKEN_DIGIT | TOKEN_QUOTED | TOKEN_ABBREVIATION)) ==
               0;
}

/* Known as written, as a noun, or taken over into German. */
static bool is_german(const struct check_run *run, const struct token *token)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    struct slice word = token_text(run->doc, token);

    return is_known_word(token) || in_word_list(lexicon, LIST_ACCEPTED_WORDS, word) ||
           lexicon_form(lexicon, with_initial(run->issues->arena, word, true)) != NO_ID;
}

/* The English word that the German one repeats; NO_ID: none. */
static uint32_t original_of(const struct check_run *run, uint32_t token)
{
    const struct bilingual *bilingual = run->doc->bilingual;
    uint32_t english = bilingual->german[token].best;

    if (english == NO_ID || bilingual->german[token].best_kind != LINK_NAME ||
        !slice_equal(english_text(bilingual, english), text_at(run, token)))
        return NO_ID;
    return english;
}

/* Ding has German for it: it is a word to be translated, no term that German takes over. */
static bool has_translation(const struct check_run *run, uint32_t english)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct english_record *record = run->doc->bilingual->words[english].record;

    for (uint32_t i = 0; record != NULL && i < record->stem_count; i++) {
        const struct translation_record *translation = stem_translation(lexicon, record, i);

        if (translation != NULL && translation->count > 0)
            return true;
    }
    return false;
}

/* Ding has a noun for the word before anything else. */
static bool is_noun(const struct check_run *run, uint32_t english)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct english_record *record = run->doc->bilingual->words[english].record;
    const struct translation_record *row =
        record == NULL || record->stem_count == 0 ? NULL : stem_translation(lexicon, record, 0);

    if (row == NULL || row->count == 0)
        return false;
    struct slice first = lemma_text(lexicon, lexicon->translation_words[row->first].lemma);

    return slice_equal(first, with_initial(run->issues->arena, first, true));
}

/* Part of a name or a foreign phrase that was copied whole: "Boston crab", "alma mater". Beside a name that was copied
 * a verb may still have been forgotten. */
static bool is_in_copied_name(const struct check_run *run, uint32_t token, uint32_t english)
{
    const struct bilingual *bilingual = run->doc->bilingual;

    for (int side = -1; side <= 1; side += 2) {
        uint32_t german = token + (uint32_t)side, other = english + (uint32_t)side;

        if ((side < 0 && (token == 0 || english == 0)) || german >= run->doc->token_count ||
            other >= bilingual->english->token_count || run->doc->tokens[german].kind != TOKEN_WORD ||
            !slice_equal(english_text(bilingual, other), text_at(run, german)))
            continue;
        if ((run->doc->tokens[german].flags & TOKEN_CAPITAL) != 0
                ? side < 0 && is_noun(run, english)
                : bilingual->words[other].record == NULL || bilingual->words[other].record->common == 0)
            return true;
    }
    return false;
}

static bool is_copied_word(const struct check_run *run, uint32_t token)
{
    const struct token *at = &run->doc->tokens[token];
    uint32_t english = original_of(run, token);

    return english != NO_ID && is_lower_word(at) && !is_german(run, at) &&
           run->doc->bilingual->words[english].record != NULL &&
           run->doc->bilingual->words[english].record->common != 0 && (at->flags & TOKEN_HYPHEN) == 0 &&
           has_translation(run, english) && !is_in_copied_name(run, token, english);
}

static bool is_known_lower(const struct token *token)
{
    return token->kind == TOKEN_WORD && (token->flags & TOKEN_CAPITAL) == 0 &&
           (token->analysis.flags & ANALYSIS_KNOWN) != 0;
}

/* A German sentence around it: a lower-case German word, and next to it no sign of markup and no foreign name, which
 * the word may be part of. */
static bool stands_in_german(const struct check_run *run, uint32_t token, uint32_t first, uint32_t end)
{
    const struct token *tokens = run->doc->tokens;
    uint32_t german = 0;

    for (uint32_t i = token > first ? token - 1 : first; i <= token + 1 && i < end; i++)
        if (i != token && (tokens[i].kind == TOKEN_SYMBOL || tokens[i].kind == TOKEN_ADDRESS ||
                           strchr("{}[]/_", *text_at(run, i).at) != NULL ||
                           (tokens[i].kind == TOKEN_WORD && !is_german(run, &tokens[i]))))
            return false;
    for (uint32_t i = first; i < end; i++)
        german += is_known_lower(&tokens[i]);
    return german > 0;
}

/* Tokens from the German one on that repeat the English ones, word by word. */
static uint32_t copied_length(const struct check_run *run, uint32_t english, uint32_t german, uint32_t english_end,
                              uint32_t german_end)
{
    uint32_t length = 0;

    while (english + length < english_end && german + length < german_end &&
           slice_equal(english_text(run->doc->bilingual, english + length), text_at(run, german + length)))
        length++;
    return length;
}

static uint32_t count_lower(const struct check_run *run, uint32_t first, uint32_t end, bool german)
{
    uint32_t count = 0;

    for (uint32_t i = first; i < end; i++)
        count += is_lower_word(&run->doc->tokens[i]) && (!german || is_german(run, &run->doc->tokens[i]));
    return count;
}

/* More than half of the words are English: a title or a formula of another language is copied for good. */
static bool is_mostly_english(const struct check_run *run, uint32_t first, uint32_t end)
{
    const struct bilingual *bilingual = run->doc->bilingual;
    uint32_t words = 0, english = 0;

    for (uint32_t i = first; i < end; i++) {
        words += bilingual->english->tokens[i].kind == TOKEN_WORD;
        english += bilingual->english->tokens[i].kind == TOKEN_WORD && bilingual->words[i].record != NULL;
    }
    return english * 2 > words;
}

/* The longest copy that begins at a German token: enough lower-case words, not all of them German as well. */
static uint32_t copy_at(const struct check_run *run, uint32_t token, uint32_t german_end, const struct passage *passage)
{
    uint32_t first, end, longest = 0;

    if (!may_hold_spelling(&passage->spellings, text_at(run, token)))
        return 0;
    passage_english(run->doc->bilingual, passage, &first, &end);
    if (end - first > 400) /* a list or a text without stops: comparing each place with each would cost its square */
        return 0;
    for (uint32_t i = first; i < end; i++) {
        uint32_t length = copied_length(run, i, token, end, german_end);

        if (length > longest && count_lower(run, token, token + length, false) >= LEAST_RUN &&
            count_lower(run, token, token + length, true) * 2 <= count_lower(run, token, token + length, false) &&
            is_mostly_english(run, i, i + length))
            longest = length;
    }
    return longest;
}

static void check_passage(const struct check_run *run, const struct passage *passage)
{
    uint32_t first, end;
    struct slice source = passage_source(run->doc->bilingual, passage);

    passage_german(run->doc, passage, &first, &end);
    for (uint32_t i = first; i < end; i++) {
        uint32_t length = (run->doc->tokens[i].flags & TOKEN_QUOTED) != 0 ? 0 : copy_at(run, i, end, passage);

        if (length > 0) {
            report_with_source(run, "bilingual/copied-text", tokens_span(run, i, i + length - 1), source);
            i += length - 1;
        } else if (is_copied_word(run, i) && stands_in_german(run, i, first, end)) {
            suggest_translations(run,
                                 report_with_source(run, "bilingual/copied-word", run->doc->tokens[i].span, source),
                                 token_at(run, i));
        }
    }
}

void check_copied(const struct check_run *run)
{
    const struct bilingual *bilingual = run->doc->bilingual;

    for (size_t i = 0; bilingual->is_english && i < bilingual->passage_count; i++)
        if (bilingual->passages[i].german_count > 0 && bilingual->passages[i].english_count > 0)
            check_passage(run, &bilingual->passages[i]);
}
