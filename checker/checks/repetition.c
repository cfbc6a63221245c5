/* Marks a word that stands twice in a row: "das das Haus", "will will". */
#include "checks/checks.h"
#include "lexicon/analysis.h"

static bool same_word(const struct document *doc, const struct token *left, const struct token *right)
{
    return left->kind == TOKEN_WORD && right->kind == TOKEN_WORD && left->clause == right->clause &&
           left->sentence == right->sentence && slice_equal(token_text(doc, left), token_text(doc, right));
}

/* German allows some pairs: "die, die die Wahl gewannen" (pronoun and article), "sie sie", "sehr, sehr", and names and
 * titles repeat themselves ("Bora Bora", "New York, New York"). words/repeatable.txt holds them. */
static bool may_repeat(const struct check_run *run, const struct token *word)
{
    return (word->flags & (TOKEN_CAPITAL | TOKEN_QUOTED)) != 0 ||
           in_word_list(&run->context->lexicon, "repeatable", token_text(run->doc, word));
}

static bool is_article_or_pronoun(const struct token *token)
{
    return token_is(token, POS_DETERMINER) || token_is(token, POS_PRONOUN) || token_is(token, POS_RELATIVE);
}

/* Pronoun and article are two words: "dass das das Haus ist", "Ist das das Haus?". Behind a verb that has its subject
 * already, the second is a slip: "Die Polizei durchsuchte das das Haus." */
static bool follows_inner_verb(const struct document *doc, size_t index)
{
    if (index < 3 || doc->tokens[index - 2].sentence != doc->tokens[index].sentence)
        return false;
    const struct token *before = &doc->tokens[index - 2];

    return token_is(before, POS_VERB) && !token_is(before, POS_AUXILIARY) &&
           (before->flags & TOKEN_SENTENCE_START) == 0 && doc->tokens[index - 3].clause == before->clause;
}

void check_repetition(const struct check_run *run)
{
    const struct document *doc = run->doc;

    for (size_t i = 1; i < doc->token_count; i++) {
        const struct token *left = &doc->tokens[i - 1], *right = &doc->tokens[i];

        if (!same_word(doc, left, right) || may_repeat(run, left))
            continue;
        if (is_article_or_pronoun(left) && !follows_inner_verb(doc, i))
            continue;
        struct issue *issue = report(run, "check/repetition", (struct span){ left->span.start, right->span.end });

        if (issue != NULL)
            issue_suggest(run->issues, issue, token_text(doc, left));
    }
}
