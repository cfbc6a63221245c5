/* Clauses: what stands between commas, dashes, colons, semicolons and brackets. */
#include "text/division.h"
#include "text/unicode.h"

/* What a token does to the clause. */
enum border {
    BORDER_NONE,
    BORDER_BEFORE, /* a clause begins with it */
    BORDER_AFTER,  /* a clause begins behind it */
};

/* A dash between figures or names ("2019–2020", "Berlin–Wien") divides nothing; one with a space does, a hyphen too. */
static bool is_dash(const struct document *doc, uint32_t token, int32_t c)
{
    const struct token *tokens = doc->tokens;
    bool spaced = (tokens[token].flags & TOKEN_SPACE_BEFORE) != 0 || token + 1 == doc->token_count ||
                  (tokens[token + 1].flags & TOKEN_SPACE_BEFORE) != 0;

    return c == 0x2014 || (spaced && (c == '-' || c == 0x2013));
}

/* "„Ist das so?“ fragte er": a closing mark behind another mark ends a clause; one behind a word ends a name. */
static bool ends_speech(const struct document *doc, uint32_t token)
{
    return (doc->tokens[token].flags & TOKEN_CLOSING) != 0 && token > 0 &&
           doc->tokens[token - 1].kind == TOKEN_PUNCTUATION && (doc->tokens[token - 1].flags & TOKEN_OPENING) == 0;
}

static enum border border_of(const struct document *doc, uint32_t token)
{
    int32_t c;

    if (doc->tokens[token].kind != TOKEN_PUNCTUATION)
        return BORDER_NONE;
    read_code_point(token_text(doc, &doc->tokens[token]), &c);
    if (c == '(')
        return BORDER_BEFORE;
    if (c == ',' || c == ';' || c == ':' || c == ')' || is_dash(doc, token, c) || ends_speech(doc, token))
        return BORDER_AFTER;
    return BORDER_NONE;
}

void number_clauses(struct document *doc)
{
    uint32_t clause = 0;
    bool pending = false;

    for (uint32_t i = 0; i < doc->token_count; i++) {
        struct token *token = &doc->tokens[i];
        enum border border = border_of(doc, i);
        bool new_sentence = i > 0 && token->sentence != token[-1].sentence;

        /* Closing marks stay with what they close: "…,“ sagte er". */
        if (new_sentence || border == BORDER_BEFORE || (pending && (token->flags & TOKEN_CLOSING) == 0)) {
            clause++;
            pending = false;
        }
        token->clause = clause;
        pending |= border == BORDER_AFTER;
    }
}
