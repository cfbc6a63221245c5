#include "checks/marked_text.h"

#include "checks/places.h"

static struct slice first_word(struct slice text)
{
    const char *space = text.len == 0 ? NULL : memchr(text.at, ' ', text.len);

    return space == NULL ? text : slice_between(text.at, space);
}

/* "eine Goldgrube": more than the article alone. */
static bool begins_with_article(const struct check_run *run, struct slice suggestion)
{
    struct slice word = first_word(suggestion);

    return word.len < suggestion.len && in_word_list(&run->context->lexicon, LIST_ARTICLES, word);
}

/* "eine [Scheibe des Kuchens]" becomes "[eine Scheibe des Kuchens]" where "ein Stück vom Kuchen" is to stand there: of
 * several suggestions the first decides, the others are phrases that need none ("leicht verdientes Geld"). */
static void take_article_in(const struct check_run *run, struct issue *issue, size_t first)
{
    if (first == 0 || !same_sentence(run, first, first - 1) || !in_list_lower(run, LIST_ARTICLES, first - 1) ||
        issue->suggestion_count == 0 || !begins_with_article(run, issue->suggestions[0]))
        return;
    issue->span.start = token_at(run, first - 1)->span.start;
}

static bool ends_in_mark(struct slice text)
{
    return text.len == 0 || strchr(".,:;?!", text.at[text.len - 1]) != NULL || slice_ends(text, SLICE("…"));
}

/* "[für gut.]" becomes "[für gut]." where "für immer" is to stand there. */
static void leave_mark_out(const struct check_run *run, struct issue *issue, size_t first, size_t last)
{
    if (last <= first || token_at(run, last)->kind != TOKEN_PUNCTUATION ||
        token_at(run, first)->kind == TOKEN_PUNCTUATION || token_at(run, last)->span.end != issue->span.end)
        return;
    for (size_t i = 0; i < issue->suggestion_count; i++)
        if (ends_in_mark(issue->suggestions[i]))
            return;
    if (issue->suggestion_count > 0)
        issue->span.end = token_at(run, last - 1)->span.end;
}

/* A sentence begins with a capital after the correction as well. */
static void keep_capital(const struct check_run *run, struct issue *issue)
{
    const struct token *first = token_at(run, token_behind(run->doc, issue->span.start));

    if ((first->flags & TOKEN_SENTENCE_START) == 0 || !is_capitalised(first))
        return;
    for (size_t i = 0; i < issue->suggestion_count; i++)
        if (issue->suggestions[i].len > 0)
            issue->suggestions[i] = with_initial(run->issues->arena, issue->suggestions[i], true);
}

void fit_marked_text(const struct check_run *run)
{
    for (size_t i = 0; i < run->issues->count; i++) {
        struct issue *issue = &run->issues->items[i];

        if (issue->span.end <= issue->span.start || !finds_literal_wording(issue->rule->id))
            continue;
        size_t first = token_behind(run->doc, issue->span.start), last = token_behind(run->doc, issue->span.end - 1);

        if (last >= run->doc->token_count)
            continue;
        leave_mark_out(run, issue, first, last);
        take_article_in(run, issue, first);
        keep_capital(run, issue);
    }
}
