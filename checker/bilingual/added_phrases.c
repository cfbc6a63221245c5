/* Marks a phrase that says what no word of the English does: "trotz heftiger Proteste", "gemeinsam mit seinen
 * Partnern".
 *
 * The words that open such phrases stand in denying-words.tsv behind "+", with the English ones that they may render.
 * Nothing of the phrase may have a link, and the English no word of sense that is left, but for a verb. */
#include "bilingual/wording.h"
#include "checks/places.h"
#include "lexicon/analysis.h"

/* Tokens of a phrase. */
#define MOST_PHRASE 5

/* English words of sense without German: a verb ("plans to"). */
#define MOST_FREE 1

/* Shown by default. */
#define SURE 0.85f

struct phrases {
    const struct check_run *run;
    const struct bilingual *bilingual;
    const struct passage *passage;
    uint32_t english_first, english_end, german_first, german_end;
};

/* One of the words that a row's German word may render stands in the English. */
static bool is_rendered(const struct phrases *p, const struct pair_record *row, size_t count)
{
    for (uint32_t i = p->english_first; i < p->english_end; i++)
        for (size_t j = 1; j < count; j++)
            if (slice_equal(token_lower(&p->bilingual->english->tokens[i]),
                            lexicon_text(p->bilingual->lexicon, row[j].value)))
                return true;
    return false;
}

/* "trotz", where the English has nothing like it. */
static bool opens_added(const struct phrases *p, uint32_t german)
{
    const struct lexicon *lexicon = p->bilingual->lexicon;
    size_t count;
    const struct pair_record *row =
        pairs_of_lower(lexicon, named_table(lexicon, TABLE_DENYING_WORDS), &p->run->doc->tokens[german], &count);

    return row != NULL && slice_is(lexicon_text(lexicon, row[0].value), "+") &&
           p->bilingual->german[german].linked == LINK_NONE && !is_rendered(p, row, count);
}

/* The noun that ends the phrase, none of whose words has a link; NO_ID: none. */
static uint32_t end_of_phrase(const struct phrases *p, uint32_t opener)
{
    const struct token *tokens = p->run->doc->tokens;

    for (uint32_t i = opener + 1; i < p->german_end && i <= opener + MOST_PHRASE && tokens[i].kind == TOKEN_WORD; i++) {
        if (p->bilingual->german[i].linked != LINK_NONE && !is_function_word(&tokens[i]))
            return NO_ID;
        if (token_is(&tokens[i], POS_NOUN) && (tokens[i].flags & TOKEN_CAPITAL) != 0)
            return i;
    }
    return NO_ID;
}

static uint32_t count_free_english(const struct phrases *p)
{
    uint32_t count = 0;

    for (uint32_t i = p->english_first; i < p->english_end; i++)
        count += (p->bilingual->words[i].flags & ENGLISH_CONTENT) != 0 && p->bilingual->words[i].link_count == 0;
    return count;
}

static void check_passage(const struct phrases *p)
{
    for (uint32_t i = p->german_first; i < p->german_end; i++) {
        uint32_t end = opens_added(p, i) ? end_of_phrase(p, i) : NO_ID;

        if (end == NO_ID || count_free_english(p) > MOST_FREE)
            continue;
        struct issue *issue = report_with_source(p->run, "bilingual/addition", tokens_span(p->run, i, end),
                                                 passage_source(p->bilingual, p->passage));

        if (issue != NULL)
            issue->confidence = SURE;
        return;
    }
}

void check_added_phrases(const struct check_run *run)
{
    struct phrases p = { .run = run, .bilingual = run->doc->bilingual };

    for (size_t i = 0; p.bilingual->is_english && i < p.bilingual->passage_count; i++) {
        p.passage = &p.bilingual->passages[i];
        if (!is_sentence_pair(p.passage) || is_free_translation(p.passage))
            continue;
        passage_english(p.bilingual, p.passage, &p.english_first, &p.english_end);
        passage_german(run->doc, p.passage, &p.german_first, &p.german_end);
        check_passage(&p);
    }
}
