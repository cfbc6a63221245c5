/* Marks one thing in two words or spellings within a document: "Benutzer" and "Nutzer", "Start-up" and "Startup",
 * "Selenskyj" and "Zelensky". Each is reported once, where the rarer stands first; quotations are apart. */
#include "checks/choices.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "checks/sounds.h"
#include "lexicon/analysis.h"
#include "text/letters.h"

enum { MIN_LETTERS = 5, MAX_KEY = MAX_SOUND };

/* The rules and tables, looked up once for a document. */
struct rules {
    const struct rule_info *term, *spelling, *name;
    const struct list_record *terms, *names;
};

/* ---- terms ---- */

static void look_at_term(const struct check_run *run, size_t i, const struct rules *rules)
{
    const struct token *token = &run->doc->tokens[i];
    const struct lexicon *lexicon = &run->context->lexicon;

    if (!set_holds(token->type->lemmas_listed, lexicon->table_numbers[TABLE_ONE_TERM]))
        return;
    for (uint16_t n = 0; n < token->analysis.reading_count; n++) {
        struct slice lemma = lemma_text(lexicon, token->analysis.readings[n].lemma);
        struct slice thing = row_value(run, rules->terms, lemma, 0);

        if (thing.len == 0)
            continue;
        choose(run->issues, rules->term, thing, lemma, token->span);
        return;
    }
}

/* "so dass" beside "sodass". */
static void look_at_split_term(const struct check_run *run, size_t i, const struct rule_info *rule)
{
    struct slice first = lower_at(run, i), second;

    if (!same_segment(run, i, i + 1))
        return;
    for (size_t n = 0; (second = table_value(run, TABLE_SPLIT_TERMS, first, n)).len > 0; n++) {
        if (!slice_equal(second, text_at(run, i + 1)))
            continue;
        struct slice joined = lower_case(run->issues->arena, arena_join(run->issues->arena, first, second));
        struct span span = tokens_span(run, i, i + 1);

        choose(run->issues, rule, joined, text_of(run->doc, span), span);
    }
}

/* ---- spellings ---- */

/* A plural or genitive s says nothing about the spelling. */
static struct slice without_s(struct slice word)
{
    if (word.len > MIN_LETTERS && word.at[word.len - 1] == 's' && word.at[word.len - 2] != 's')
        word.len--;
    return word;
}

/* The letters of a word without its hyphens, in lower case. */
static struct slice letters_of(const struct check_run *run, struct slice word)
{
    struct slice copy = arena_copy(run->issues->arena, lower_case(run->issues->arena, word));
    char *out = (char *)(uintptr_t)copy.at;
    size_t length = 0;

    for (size_t i = 0; i < copy.len; i++)
        if (copy.at[i] != '-')
            out[length++] = copy.at[i];
    copy.len = length;
    return copy;
}

/* Words that are written with and without a hyphen: nouns of two parts, new and foreign ones. */
static bool may_have_hyphen(const struct token *token)
{
    if ((token->flags & TOKEN_HYPHEN) != 0)
        return true;
    if ((token->flags & TOKEN_INNER_CAPITAL) != 0) /* "WebSite" is a product's name */
        return false;
    return token->analysis.part_count > 1 || (token->analysis.flags & ANALYSIS_KNOWN) == 0 || is_english_token(token);
}

static bool may_have_spellings(const struct token *token, struct slice word)
{
    return (token->flags & (TOKEN_ALL_CAPS | TOKEN_DIGIT | TOKEN_ABBREVIATION)) == 0 && word.len >= MIN_LETTERS &&
           word.len <= MAX_KEY && word.at[word.len - 1] != '-' && may_have_hyphen(token);
}

static void look_at_spelling(const struct check_run *run, size_t i, const struct rule_info *rule)
{
    const struct token *token = &run->doc->tokens[i];
    struct slice word = without_s(token_text(run->doc, token));

    if ((token->flags & TOKEN_CAPITAL) != 0 && may_have_spellings(token, word))
        choose(run->issues, rule, letters_of(run, word), word, token->span);
}

/* ---- names ---- */

static bool is_transcribed(const struct check_run *run, struct slice name)
{
    for (size_t length = 2; length <= 6 && length + 3 < name.len; length++)
        if (in_word_list(&run->context->lexicon, LIST_TRANSLITERATED_ENDINGS, slice_from(name, name.len - length)))
            return true;
    return false;
}

/* The name of a person or place, without the s of its genitive. */
static void look_at_name(const struct check_run *run, size_t i, const struct rules *rules)
{
    const struct token *token = &run->doc->tokens[i];
    struct slice word = token_text(run->doc, token), name = without_s(word);
    struct slice listed = row_value(run, rules->names, word, 0);

    if (listed.len == 0 && name.len < word.len) {
        listed = row_value(run, rules->names, name, 0);
        word = name;
    }
    if (listed.len > 0)
        choose(run->issues, rules->name, listed, word, token->span);
    else if (name.len > MIN_LETTERS && name.len < MAX_KEY && is_transcribed(run, name) &&
             ((token->analysis.flags & ANALYSIS_KNOWN) == 0 || token_is(token, POS_NAME)))
        choose(run->issues, rules->name, sound_of(run, name), name, token->span);
}

bool may_be_choice(const struct check_run *run, size_t i)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *token = token_at(run, i);
    struct slice word = text_at(run, i), name = without_s(word);

    if (token->kind != TOKEN_WORD)
        return false;
    return set_holds(token->type->lemmas_listed, lexicon->table_numbers[TABLE_ONE_TERM]) ||
           set_holds(token->type->lower_listed, lexicon->table_numbers[TABLE_SPLIT_TERMS]) ||
           ((token->flags & TOKEN_CAPITAL) != 0 &&
            (may_have_spellings(token, name) ||
             set_holds(token->type->listed, lexicon->table_numbers[TABLE_NAME_SPELLINGS]) ||
             row_value(run, named_table(lexicon, TABLE_NAME_SPELLINGS), name, 0).len > 0 || is_transcribed(run, name)));
}

static void look_at(const struct check_run *run, size_t i, const struct rules *rules)
{
    const struct token *token = &run->doc->tokens[i];

    if (token->kind != TOKEN_WORD || (token->flags & TOKEN_QUOTED) != 0)
        return;
    if (token->span.end - token->span.start >= MIN_LETTERS - 1) /* no shorter word is listed */
        look_at_term(run, i, rules);
    if ((token->flags & TOKEN_CAPITAL) != 0) {
        look_at_spelling(run, i, rules->spelling);
        if ((token->flags & (TOKEN_HYPHEN | TOKEN_DIGIT | TOKEN_ALL_CAPS)) == 0)
            look_at_name(run, i, rules);
    }
    if (token->span.end - token->span.start <= 3)
        look_at_split_term(run, i, rules->term);
}

void check_consistency(const struct check_run *run)
{
    const struct rule_set *set = &run->context->rules;
    struct rules rules = { rule_named(set, SLICE("check/two-terms")), rule_named(set, SLICE("check/two-spellings")),
                           rule_named(set, SLICE("check/two-names")),
                           named_table(&run->context->lexicon, TABLE_ONE_TERM),
                           named_table(&run->context->lexicon, TABLE_NAME_SPELLINGS) };

    for (size_t i = next_marked(run, MARK_CHOICE, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_CHOICE, i + 1))
        look_at(run, i, &rules);
}
