/* What a page, an app or a machine says is debris of the page, unless somebody tells of it: "„Ein Fehler ist
 * aufgetreten“, hieß es", "Wischen Sie nach links, so lautet der Hinweis". */
#include "rules/matcher.h"

#include "lexicon/analysis.h"

static bool is_small_finite(const struct token *token)
{
    return token->kind == TOKEN_WORD && (token->flags & TOKEN_CAPITAL) == 0 && token_is_finite(token);
}

/* The matched words are quoted, and what stands around the quotation is a sentence: it has a verb. */
static bool is_quoted_in_sentence(const struct matcher *m, uint32_t token)
{
    const struct sentence *sentence = &m->doc->sentences[token_at(m, token)->sentence];
    const struct segment *segment = &m->doc->segments[sentence->segment];
    uint32_t end = segment->first_token + segment->token_count;

    if ((token_at(m, token)->flags & TOKEN_QUOTED) == 0)
        return false;
    for (uint32_t i = segment->first_token; i < end; i++)
        if ((token_at(m, i)->flags & TOKEN_QUOTED) == 0 && is_small_finite(token_at(m, i)))
            return true;
    return false;
}

static bool is_word(const struct matcher *m, uint32_t token, struct slice word)
{
    return slice_equal(token_text(m->doc, token_at(m, token)), word);
}

/* ", hieß es", ", so lautet der Hinweis": a verb of saying behind a comma, with a subject other than "Sie". */
static bool has_saying_behind(const struct matcher *m, uint32_t token)
{
    const struct sentence *sentence = &m->doc->sentences[token_at(m, token)->sentence];
    uint32_t end = sentence->first_token + sentence->token_count;

    for (uint32_t i = token + 1; i + 2 < end; i++) {
        uint32_t verb = i + 1 + is_word(m, i + 1, SLICE("so"));

        if (is_word(m, i, SLICE(",")) && verb + 1 < end && is_small_finite(token_at(m, verb)) &&
            lemma_in_list(m->lexicon, LIST_VERBS_OF_MESSAGES, token_at(m, verb)) && !is_word(m, verb + 1, SLICE("Sie")))
            return true;
    }
    return false;
}

bool is_told(const struct matcher *m, uint32_t token)
{
    return is_quoted_in_sentence(m, token) || has_saying_behind(m, token);
}
