/* Marks the article before the full name of a person, which news have without one: "will der Martin Keller
 * kandidieren".
 */
#include "checks/checks.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"

static bool is_plain_capital(const struct check_run *run, size_t i)
{
    return is_capitalised(token_at(run, i)) &&
           (token_at(run, i)->flags & (TOKEN_ALL_CAPS | TOKEN_HYPHEN | TOKEN_QUOTED | TOKEN_APOSTROPHE)) == 0;
}

/* Behind the name stands no noun that the article could belong to, and nothing that tells one of that name from others
 * ("der Martin Keller der ersten Jahre", "…, den wir kannten"). */
static bool name_ends(const struct check_run *run, size_t last)
{
    const struct token *next = token_at(run, last + 1);

    return next->kind == TOKEN_WORD && (next->flags & (TOKEN_CAPITAL | TOKEN_QUOTED)) == 0 &&
           !token_is(next, POS_DETERMINER) && !token_is(next, POS_RELATIVE) && !text_is(run, last + 1, "von") &&
           !text_is(run, last + 1, "und") && !text_is(run, last + 1, "aus");
}

static void check_article(const struct check_run *run, size_t i)
{
    bool man = text_is(run, i, "der") || text_is(run, i, "den"), woman = text_is(run, i, "die");

    if ((!man && !woman) || i == 0 || !same_sentence(run, i - 1, i + 3) || !is_surely_finite(token_at(run, i - 1)) ||
        !is_plain_capital(run, i + 1) || !is_plain_capital(run, i + 2) ||
        !in_list(run, woman ? LIST_WOMEN_FIRST_NAMES : LIST_GERMAN_FIRST_NAMES, i + 1) ||
        in_list(run, LIST_WOMEN_FIRST_NAMES, i + 1) != woman || !name_ends(run, i + 2) ||
        (token_at(run, i + 2)->analysis.reading_count > 0 && !token_is(token_at(run, i + 2), POS_NAME) &&
         !in_list(run, LIST_GERMAN_SURNAMES, i + 2)))
        return;
    suggest(run, report(run, "check/needless-article", token_at(run, i)->span), SLICE(""));
}

void check_needless_articles(const struct check_run *run)
{
    for (size_t i = 1; i + 3 < run->doc->token_count; i++)
        if (token_at(run, i)->kind == TOKEN_WORD)
            check_article(run, i);
}
