/* Marks missing commas where grammar leaves no doubt: before a subordinator behind a verb or noun ("hofft dass"), and
 * between two finite verbs that belong to two clauses ("der hier wohnt ist verreist"). */
#include "checks/checks.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"

static void insert_comma(const struct check_run *run, const char *rule, size_t left)
{
    const struct token *tokens = run->doc->tokens;
    struct issue *issue = report(run, rule, (struct span){ tokens[left].span.start, tokens[left + 1].span.end });

    if (issue == NULL)
        return;
    struct slice before = token_text(run->doc, &tokens[left]), after = token_text(run->doc, &tokens[left + 1]);

    issue_suggest(run->issues, issue,
                  arena_print(run->issues->arena, "%.*s, %.*s", (int)before.len, before.at, (int)after.len, after.at));
}

/* Only the subordinators of words/subordinators-comma.txt, which are nothing else: "dass", "weil", "obwohl", "sodass".
 */
static bool lacks_comma_before(const struct check_run *run, size_t i)
{
    const struct token *left = &run->doc->tokens[i], *right = &run->doc->tokens[i + 1];

    if (!in_word_list(&run->context->lexicon, "subordinators-comma", token_text(run->doc, right)) ||
        left->kind != TOKEN_WORD || left->sentence != right->sentence ||
        (right->flags & TOKEN_QUOTED) != (left->flags & TOKEN_QUOTED))
        return false;
    /* "Nicht dass", "auch weil", "und dass", "so dass": what may stand before it without a comma is no verb or noun. */
    if (is_surely_finite(left))
        return true;
    /* "Einige Tage nachdem" is one adverbial, "ein Zeichen dass" is not. */
    return (left->flags & TOKEN_CAPITAL) != 0 && left->kind == TOKEN_WORD &&
           (left->flags & TOKEN_SENTENCE_START) == 0 && !slice_equal(token_text(run->doc, right), SLICE("nachdem"));
}

/* "wohnt ist", "kommt wird": the second one is an auxiliary, which can't close the first one's clause. */
static bool are_two_clauses(const struct document *doc, size_t i)
{
    const struct token *left = &doc->tokens[i], *right = &doc->tokens[i + 1];

    return left->sentence == right->sentence && left->clause == right->clause && is_surely_finite(left) &&
           is_surely_finite(right) && token_is(right, POS_AUXILIARY) && !token_is(left, POS_AUXILIARY) &&
           (left->flags & TOKEN_QUOTED) == (right->flags & TOKEN_QUOTED) && (left->flags & TOKEN_SENTENCE_START) == 0 &&
           left->analysis.particle == NO_ID;
}

void check_commas(const struct check_run *run)
{
    for (size_t i = 0; i + 1 < run->doc->token_count; i++) {
        if (lacks_comma_before(run, i))
            insert_comma(run, "check/comma-before-clause", i);
        else if (are_two_clauses(run->doc, i))
            insert_comma(run, "check/comma-between-clauses", i);
    }
}
