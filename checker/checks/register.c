/* Marks a document that addresses its reader both as "du" and as "Sie": machines choose anew in each sentence.
 * Quotations are apart; the rarer address is marked once. */
#include "checks/checks.h"
#include "text/unicode.h"

struct address {
    size_t count, first; /* places, and the first one's token */
};

static void add_place(struct address *address, size_t token)
{
    if (address->count++ == 0)
        address->first = token;
}

/* "Sie" and "Ihr" say something only inside a sentence: at its start they may be "they" and "her". */
static void look_at(const struct check_run *run, size_t i, struct address *familiar, struct address *polite)
{
    const struct token *token = &run->doc->tokens[i];
    struct slice word = token_text(run->doc, token);

    if (token->kind != TOKEN_WORD || (token->flags & TOKEN_QUOTED) != 0)
        return;
    if (in_word_list(&run->context->lexicon, "address-du", lower_case(run->issues->arena, word)))
        add_place(familiar, i);
    else if ((token->flags & TOKEN_SENTENCE_START) == 0 && in_word_list(&run->context->lexicon, "address-sie", word))
        add_place(polite, i);
}

void check_register(const struct check_run *run)
{
    struct address familiar = { 0 }, polite = { 0 };

    for (size_t i = 0; i < run->doc->token_count; i++)
        look_at(run, i, &familiar, &polite);
    if (familiar.count == 0 || polite.count == 0)
        return;
    const struct address *rarer = familiar.count < polite.count ? &familiar : &polite;
    const struct address *later = familiar.first > polite.first ? &familiar : &polite;

    report(run, "check/register", run->doc->tokens[familiar.count == polite.count ? later->first : rarer->first].span);
}
