/* A pair of sentences word by word: what of either carries sense, what has a link, and how much is left over. */
#include "bilingual/word_comparison.h"

#include "bilingual/wording.h"
#include "checks/places.h"
#include "lexicon/analysis.h"

/* ---- marks ---- */

struct issue *mark_place(const struct word_comparison *c, const char *rule, struct span place, struct slice english)
{
    struct issue *issue = report_with_source(c->run, rule, place, passage_source(c->bilingual, c->passage));

    quote_english(c->run, issue, english);
    return issue;
}

struct issue *mark_word(const struct word_comparison *c, const char *rule, uint32_t german, struct slice english)
{
    return mark_place(c, rule, c->run->doc->tokens[german].span, english);
}

void mark_adjective(const struct word_comparison *c, const char *rule, uint32_t german, struct slice english)
{
    struct issue *issue = mark_word(c, rule, german, english);

    if (issue != NULL)
        issue->confidence = UNSURE;
}

/* ---- German words ---- */

bool is_german_content(const struct token *token)
{
    return !is_function_word(token) && (token->kind == TOKEN_WORD || token->kind == TOKEN_NUMBER);
}

bool is_german_linked(const struct word_comparison *c, uint32_t german)
{
    return c->bilingual->german[german].linked != LINK_NONE;
}

bool is_simple(const struct token *token)
{
    return token->analysis.part_count <= 1 && token->analysis.reading_count > 0;
}

/* "nahm … fest": the prefix has the link of its verb. */
static bool is_separated_prefix(const struct word_comparison *c, uint32_t token)
{
    return token_is(&c->run->doc->tokens[token], POS_PREFIX);
}

/* A word without a link that an English noun, verb or name may stand for, and none that restricts. */
static bool is_plain(const struct token *token)
{
    return (token_is(token, POS_NOUN) || token_is(token, POS_NAME) || token_is(token, POS_VERB)) &&
           !token_is(token, POS_ADJECTIVE) && !token_is(token, POS_ADVERB);
}

/* ---- English words ---- */

bool is_english_content(const struct word_comparison *c, uint32_t english)
{
    return carries_sense(c->bilingual, english) || c->bilingual->english->tokens[english].kind == TOKEN_NUMBER;
}

bool has_link(const struct word_comparison *c, uint32_t english, uint32_t words)
{
    for (uint32_t i = english; i < english + words; i++)
        if (c->bilingual->words[i].link_count > 0)
            return true;
    return false;
}

bool is_light_english(const struct word_comparison *c, uint32_t english)
{
    size_t count;

    return english_row(c->run, named_table(c->bilingual->lexicon, TABLE_LIGHT_ENGLISH), english, c->english_end, &count,
                       NULL) != NULL;
}

struct slice rendering_at(const struct word_comparison *c, const struct translation_record *row, uint32_t place)
{
    return lemma_text(c->bilingual->lexicon, c->bilingual->lexicon->translation_words[row->first + place].lemma);
}

/* ---- what is left over ---- */

/* The unlinked German attribute before a noun stands for the unlinked English one before the word that the noun stands
 * for: "helllichten Tag" – "broad daylight". */
static bool has_fellow(const struct word_comparison *c, uint32_t german)
{
    uint32_t english = german + 1 < c->german_end ? c->bilingual->german[german + 1].best : NO_ID;

    return english != NO_ID && english > c->english_first && is_english_content(c, english - 1) &&
           !has_link(c, english - 1, 1) && token_is(&c->run->doc->tokens[german], POS_ADJECTIVE);
}

uint32_t count_unlinked(const struct word_comparison *c, uint32_t *plain)
{
    uint32_t count = 0;

    *plain = 0;
    for (uint32_t i = c->german_first; i < c->german_end; i++) {
        const struct token *token = &c->run->doc->tokens[i];

        if (!is_german_content(token) || is_german_linked(c, i) || is_separated_prefix(c, i) || has_fellow(c, i) ||
            (token->flags & (TOKEN_DIGIT | TOKEN_HYPHEN)) == (TOKEN_DIGIT | TOKEN_HYPHEN) || /* "34-Jährigen" */
            german_entry(c->run, named_list(c->bilingual->lexicon, LIST_LIGHT_GERMAN), i))
            continue;
        count++;
        *plain += is_plain(token) && is_simple(token);
    }
    return count;
}

uint32_t count_unlinked_verbs(const struct word_comparison *c)
{
    uint32_t count = 0;

    for (uint32_t i = c->german_first; i < c->german_end; i++) {
        const struct token *token = &c->run->doc->tokens[i];

        count += is_german_content(token) && !is_german_linked(c, i) && token_is_finite(token) &&
                 token_is(token, POS_VERB) && !token_is(token, POS_ADJECTIVE) && !token_is(token, POS_NOUN) &&
                 !token_is(token, POS_ADVERB) &&
                 !german_entry(c->run, named_list(c->bilingual->lexicon, LIST_LIGHT_GERMAN), i);
    }
    return count;
}

uint32_t count_unlinked_nouns(const struct word_comparison *c)
{
    uint32_t count = 0;

    for (uint32_t i = c->german_first; i < c->german_end; i++) {
        const struct token *token = &c->run->doc->tokens[i];

        count += is_german_content(token) && !is_german_linked(c, i) && is_plain(token) && is_simple(token) &&
                 token_is(token, POS_NOUN) && (token->flags & (TOKEN_CAPITAL | TOKEN_SENTENCE_START)) == TOKEN_CAPITAL;
    }
    return count;
}

uint32_t count_unanswered(const struct word_comparison *c)
{
    uint32_t count = 0;

    for (uint32_t i = c->english_first; i < c->english_end; i++)
        count += is_english_content(c, i) && !has_link(c, i, 1);
    return count;
}

/* What Ding has first for the English word is a verb. */
static bool is_rendered_by_verb(const struct word_comparison *c, uint32_t english)
{
    const struct english_record *record = c->bilingual->words[english].record;

    for (uint32_t i = 0; record != NULL && i < record->stem_count; i++) {
        const struct translation_record *row = stem_translation(c->bilingual->lexicon, record, i);

        if (row != NULL && row->count > 0)
            return form_is(c->bilingual->lexicon, rendering_at(c, row, 0), POS_VERB);
    }
    return false;
}

/* An English word without a link may be what a German adjective or adverb stands for: no plain verb ("performs"). */
static bool is_attribute_unanswered(const struct word_comparison *c)
{
    for (uint32_t i = c->english_first; i < c->english_end; i++) {
        const struct token *token = &c->bilingual->english->tokens[i];

        if (!is_english_content(c, i) || has_link(c, i, 1))
            continue;
        if ((token->flags & TOKEN_HYPHEN) != 0 || !is_rendered_by_verb(c, i) ||
            slice_ends(token_lower(token), SLICE("ing")) || (i + 1 < c->english_end && is_english_content(c, i + 1)) ||
            (i > c->english_first && is_english_determiner(c->bilingual, i - 1)))
            return true;
    }
    return false;
}

bool is_answered_but_verb(const struct word_comparison *c, uint32_t unanswered)
{
    return unanswered == 0 || (unanswered <= MOST_PLAIN && !is_attribute_unanswered(c));
}
