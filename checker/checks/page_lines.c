/* Marks a line or sentence that is all furniture of a web page: "Auf Facebook teilen Link kopieren", "Kommentare
 * anzeigen (14)".
 *
 * Phrases are without number, but the words of such lines are few, and an article has no line made of them alone. So a
 * short one counts when each of its words is a page's word (words/page-words.txt), a small word that says nothing, or
 * a word that stands beside page words (words/page-extras.txt), and at least one is a page's word. */
#include "checks/places.h"
#include "lexicon/analysis.h"

enum { MAX_WORDS = 12 };

/* As written, in lower case, or by lemma ("Melden Sie sich an"). */
static bool is_listed(const struct check_run *run, enum named_list list, const struct token *token)
{
    const struct lexicon *lexicon = &run->context->lexicon;

    return token_in_list(lexicon, list, token) || lower_in_list(lexicon, list, token) ||
           lemma_in_list(lexicon, list, token) ||
           (token->analysis.joined != NO_ID &&
            in_word_list(lexicon, list, lemma_text(lexicon, token->analysis.joined)));
}

/* Articles, prepositions, pronouns, "und". */
static bool says_nothing(const struct token *token)
{
    return token_is(token, POS_DETERMINER) || token_is(token, POS_PREPOSITION) || token_is(token, POS_PRONOUN) ||
           token_is(token, POS_CONJUNCTION);
}

/* "Viele teilten den Artikel": a verb that can only be finite, behind another word, makes a sentence of the article. */
static bool is_predicate(const struct token *token)
{
    return token_is(token, POS_AUXILIARY) ||
           (token_is_finite(token) && !token_is_verb_form(token, VERB_INFINITIVE) &&
            !token_is_verb_form(token, VERB_PARTICIPLE2) && !token_is(token, POS_NOUN));
}

static bool is_page_line(const struct check_run *run, uint32_t first_token, uint32_t token_count)
{
    const struct token *tokens = run->doc->tokens + first_token;
    size_t words = 0, page_words = 0;

    for (uint32_t i = 0; i < token_count; i++) {
        if ((tokens[i].flags & (TOKEN_QUOTED | TOKEN_OPENING)) != 0)
            return false;
        if (tokens[i].kind != TOKEN_WORD)
            continue;
        if (++words > MAX_WORDS || (words > 1 && is_predicate(&tokens[i])))
            return false;
        if (is_listed(run, LIST_PAGE_WORDS, &tokens[i]))
            page_words++;
        else if (!says_nothing(&tokens[i]) && !is_listed(run, LIST_PAGE_EXTRAS, &tokens[i]))
            return false;
    }
    return page_words > 0;
}

static void check_line(const struct check_run *run, struct span span, uint32_t first_token, uint32_t token_count)
{
    if (is_page_line(run, first_token, token_count) && !has_markup_issue(run, span))
        suggest(run, report(run, "check/page-line", span), (struct slice){ "", 0 });
}

/* Whole paragraphs, and sentences: the page's words may have been glued to the paragraph before them. */
void check_page_lines(const struct check_run *run)
{
    const struct document *doc = run->doc;

    for (size_t i = 0; i < doc->segment_count; i++)
        check_line(run, doc->segments[i].span, doc->segments[i].first_token, doc->segments[i].token_count);
    for (size_t i = 0; i < doc->sentence_count; i++) {
        const struct sentence *sentence = &doc->sentences[i];

        if (doc->segments[sentence->segment].sentence_count > 1) /* else it was the paragraph */
            check_line(run, sentence->span, sentence->first_token, sentence->token_count);
    }
}
