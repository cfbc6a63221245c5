/* Marks needless hyphens in short compounds of two German nouns, as machines copy them from English word pairs:
 * "Chip-Hersteller". A matter of taste, so the mark is light; names, abbreviations, foreign words and long compounds
 * keep their hyphen. */
#include "checks/checks.h"
#include "lexicon/analysis.h"
#include "text/letters.h"

enum { MAX_BYTES = 16 /* a longer compound is easier to read with its hyphen */, MIN_PART = 4 };

static int32_t second_letter(struct slice word)
{
    int32_t letter;

    return first_code_point(slice_from(word, read_code_point(word, &letter)));
}

/* A plain German noun: known, not a name, written like one. */
static bool is_plain_noun(const struct check_run *run, struct slice part)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    uint32_t form = lexicon_form(lexicon, part);
    bool noun = false;

    if (form == NO_ID || part.len < MIN_PART || lexicon->forms[form].frequency == 0 || !is_lower(second_letter(part)))
        return false;
    for (uint32_t i = 0; i < lexicon->forms[form].reading_count; i++) {
        uint32_t features = lexicon->readings[lexicon->forms[form].first_reading + i].features;

        if (pos_of(features) == POS_NAME || (features & FEATURE_GUESSED) != 0)
            return false;
        noun = noun || pos_of(features) == POS_NOUN;
    }
    return noun;
}

static bool is_needless(const struct check_run *run, const struct token *token, struct slice *left, struct slice *right)
{
    struct slice text = token_text(run->doc, token);
    const char *hyphen = memchr(text.at, '-', text.len);

    if (token->kind != TOKEN_WORD || (token->flags & TOKEN_HYPHEN) == 0 || hyphen == NULL || text.len > MAX_BYTES ||
        (token->flags & (TOKEN_QUOTED | TOKEN_DIGIT)) != 0)
        return false;
    *left = slice_between(text.at, hyphen);
    *right = slice_from(text, left->len + 1);
    int32_t last, first;

    read_last_code_point(*left, &last);
    read_code_point(*right, &first);
    /* Three letters of a kind, or two vowels that would be read as one, are a reason for the hyphen. */
    return is_plain_noun(run, *left) && is_plain_noun(run, *right) && last != to_lower(first);
}

void check_hyphens(const struct check_run *run)
{
    for (size_t i = 0; i < run->doc->token_count; i++) {
        struct slice left, right;

        if (!is_needless(run, &run->doc->tokens[i], &left, &right))
            continue;
        struct issue *issue = report(run, "check/needless-hyphen", run->doc->tokens[i].span);
        struct slice lower = with_initial(run->issues->arena, right, false);

        if (issue != NULL)
            issue_suggest(
                run->issues, issue,
                arena_print(run->issues->arena, "%.*s%.*s", (int)left.len, left.at, (int)lower.len, lower.at));
    }
}
