#include "bilingual/modal_turns.h"

#include "bilingual/wording.h"
#include "checks/places.h"

/* The row of the German modal verb. */
static const struct pair_record *renderings_of(const struct check_run *run, uint32_t german, size_t *count)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct list_record *table = named_table(lexicon, TABLE_MODAL_RENDERINGS);
    struct slice keys[MOST_GERMAN_KEYS];
    size_t key_count = german_keys(run, german, keys);

    for (size_t i = 0; i < key_count; i++) {
        const struct pair_record *row = pairs_of(lexicon, table, keys[i], count);

        if (row != NULL)
            return row;
    }
    return NULL;
}

/* "May", "Will": a capital within the sentence. */
static bool is_capital_within(const struct check_run *run, uint32_t english)
{
    return (run->doc->bilingual->english->tokens[english].flags & (TOKEN_CAPITAL | TOKEN_SENTENCE_START)) ==
           TOKEN_CAPITAL;
}

/* As many English words call for the German verb, besides the modal verb in question, as it stands there. */
static bool renders_another(const struct check_run *run, const struct sentence_pair *pair, uint32_t german,
                            uint32_t english, uint32_t words)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    uint32_t called = 0, there = 0;
    size_t count = 0;
    const struct pair_record *row = renderings_of(run, german, &count);

    for (uint32_t i = pair->english_first; i < pair->english_end; i++)
        for (size_t j = 0; j < count && (i < english || i >= english + words) && !is_capital_within(run, i); j++)
            if (english_is(run->doc->bilingual, i, lexicon_text(lexicon, row[j].value))) {
                called++;
                break;
            }
    for (uint32_t i = pair->german_first; called > 0 && i < pair->german_end; i++) {
        size_t other;

        there += renderings_of(run, i, &other) == row;
    }
    return called > 0 && there <= called;
}

static bool holds_german(const struct check_run *run, const struct sentence_pair *pair, const char *word)
{
    for (uint32_t i = pair->german_first; i < pair->german_end; i++)
        if (slice_is(lower_at(run, i), word))
            return true;
    return false;
}

/* "kann nur durch", "kann erst, wenn": what is possible in one way only is demanded; "can only be" the other way round.
 */
static bool is_restricted(const struct check_run *run, const struct sentence_pair *pair, uint32_t german)
{
    const struct document *source = run->doc->bilingual->english;

    if (german_is(run, german, SLICE("können")) || german_is(run, german, SLICE("dürfen")))
        return holds_german(run, pair, "nur") || holds_german(run, pair, "erst") || holds_german(run, pair, "allein");
    for (uint32_t i = pair->english_first; german_is(run, german, SLICE("müssen")) && i < pair->english_end; i++)
        if (slice_is(token_lower(&source->tokens[i]), "only"))
            return true;
    return false;
}

/* "Wie sollen wir …?", "Wohin soll …?": what can be done is asked for as what is to be done. */
static bool asks_what_to_do(const struct check_run *run, const struct sentence_pair *pair, uint32_t german)
{
    bool asks = false;

    if (!german_is(run, german, SLICE("sollen")))
        return false;
    for (uint32_t i = pair->german_first; i < german; i++)
        asks = asks || is_question_word(run, i);
    for (uint32_t i = german; asks && i < pair->german_end; i++)
        if (text_is(run, i, "?"))
            return true;
    return false;
}

bool is_modal_excused(const struct check_run *run, const struct sentence_pair *pair, uint32_t german, uint32_t english,
                      uint32_t words)
{
    return renders_another(run, pair, german, english, words) || is_restricted(run, pair, german) ||
           asks_what_to_do(run, pair, german);
}
