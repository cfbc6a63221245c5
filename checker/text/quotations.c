/* Quotation marks: „…“ ‚…‘ «…» »…« “…” ‘…’ "…" '…', paired within a segment. */
#include "text/division.h"
#include "text/unicode.h"

#define MAX_DEPTH 8 /* quotations in quotations; deeper ones are not paired */

/* A mark and what closes a quotation that it opened. */
struct mark {
    int32_t opening, closing[3];
    bool always_opens; /* never closes one, whatever stands around it */
};

static const struct mark marks[] = {
    { 0x201e, { 0x201c, 0x201d, '"' }, true },   /* „ “ */
    { 0x201a, { 0x2018, 0x2019, '\'' }, true },  /* ‚ ‘ */
    { 0x201c, { 0x201d, 0x201c, '"' }, false },  /* “ ” */
    { 0x2018, { 0x2019, 0x2018, '\'' }, false }, /* ‘ ’ */
    { 0x201d, { 0x201d, 0x201c, 0 }, false },    /* ” ” */
    { 0xbb, { 0xab, 0, 0 }, false },             /* » « */
    { 0xab, { 0xbb, 0, 0 }, false },             /* « » */
    { 0x203a, { 0x2039, 0, 0 }, false },         /* › ‹ */
    { 0x2039, { 0x203a, 0, 0 }, false },         /* ‹ › */
    { '"', { '"', 0x201c, 0x201d }, false },
    { '\'', { '\'', 0x2019, 0 }, false },
    { 0x2019, { 0, 0, 0 }, false }, /* ’ only closes */
};

/* Quotations that are open, outermost first. */
struct open_quotations {
    struct {
        const struct mark *mark;
        uint32_t token;
    } at[MAX_DEPTH];
    size_t depth;
};

static const struct mark *mark_of(const struct document *doc, const struct token *token)
{
    int32_t c;

    if (token->kind != TOKEN_PUNCTUATION)
        return NULL;
    read_code_point(token_text(doc, token), &c);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (marks[i].opening == c)
            return &marks[i];
    return NULL;
}

static bool closes(const struct mark *opening, int32_t c)
{
    return c == opening->closing[0] || c == opening->closing[1] || c == opening->closing[2];
}

/* The depth of the innermost open quotation that the mark closes, or MAX_DEPTH. */
static size_t closed_by(const struct open_quotations *open, const struct mark *mark)
{
    if (!mark->always_opens)
        for (size_t i = open->depth; i > 0; i--)
            if (closes(open->at[i - 1].mark, mark->opening))
                return i - 1;
    return MAX_DEPTH;
}

/* True for what a quotation can begin with. */
static bool can_be_quoted(const struct document *doc, const struct token *token)
{
    int32_t c;

    read_code_point(token_text(doc, token), &c);
    return (token->flags & TOKEN_SPACE_BEFORE) == 0 && c != '-' &&
           !(token->kind == TOKEN_PUNCTUATION && c < 0x80 && strchr(".,;:!?)]", c) != NULL);
}

/* An opening mark stands at the word after it. When it is glued to the word before as well, only a typewriter mark can
 * be meant so ("und"Verschwörung""), and not behind a figure: 55" is a size. */
static bool can_open(const struct document *doc, const struct mark *mark, uint32_t token, uint32_t end)
{
    const struct token *tokens = doc->tokens;

    if (token + 1 == end || !can_be_quoted(doc, &tokens[token + 1]))
        return false;
    if ((tokens[token].flags & TOKEN_SPACE_BEFORE) != 0 || tokens[token - 1].kind == TOKEN_PUNCTUATION)
        return true;
    return tokens[token - 1].kind == TOKEN_WORD && mark->opening == '"';
}

static void flag_quoted(struct document *doc, uint32_t start, uint32_t end)
{
    for (uint32_t i = start; i < end; i++)
        doc->tokens[i].flags |= TOKEN_QUOTED;
}

static void open_quotation(struct document *doc, struct open_quotations *open, const struct mark *mark, uint32_t token)
{
    doc->tokens[token].flags |= TOKEN_OPENING;
    if (open->depth == MAX_DEPTH)
        return;
    open->at[open->depth].mark = mark;
    open->at[open->depth++].token = token;
}

static void read_mark(struct document *doc, struct open_quotations *open, uint32_t token, uint32_t end)
{
    const struct mark *mark = mark_of(doc, &doc->tokens[token]);
    size_t depth;

    if (mark == NULL)
        return;
    depth = closed_by(open, mark);
    if (depth < MAX_DEPTH) {
        doc->tokens[token].flags |= TOKEN_CLOSING;
        flag_quoted(doc, open->at[depth].token + 1, token);
        open->depth = depth;
    } else if (mark->always_opens || (mark->opening != 0x2019 && can_open(doc, mark, token, end))) {
        open_quotation(doc, open, mark, token);
    } else if ((doc->tokens[token].flags & TOKEN_SPACE_BEFORE) == 0) {
        doc->tokens[token].flags |= TOKEN_CLOSING; /* of a quotation that began in a paragraph before */
    }
}

/* A quotation that is still open goes on in the next paragraph; not so with typewriter marks, which are often lost. */
static void flag_rest(struct document *doc, const struct open_quotations *open, uint32_t end)
{
    for (size_t i = 0; i < open->depth; i++)
        if (open->at[i].mark->opening > 0x7f) {
            flag_quoted(doc, open->at[i].token + 1, end);
            return;
        }
}

void mark_quotations(struct document *doc)
{
    for (size_t i = 0; i < doc->segment_count; i++) {
        uint32_t first = doc->segments[i].first_token, end = first + doc->segments[i].token_count;
        struct open_quotations open = { .depth = 0 };

        for (uint32_t token = first; token < end; token++)
            read_mark(doc, &open, token, end);
        flag_rest(doc, &open, end);
    }
}
