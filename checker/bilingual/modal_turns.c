/* Where a German modal verb stands for another English word than the one that it is compared with, or says the same in
 * another way. */
#include "bilingual/modality.h"

#include "bilingual/wording.h"
#include "checks/places.h"

/* The row of the German modal verb. */
static const struct pair_record *renderings_of(const struct modality *m, uint32_t german, size_t *count)
{
    const struct lexicon *lexicon = m->bilingual->lexicon;
    const struct list_record *table = named_table(lexicon, TABLE_MODAL_RENDERINGS);
    struct slice keys[MOST_GERMAN_KEYS];
    size_t key_count = german_keys(m->run, german, keys);

    for (size_t i = 0; i < key_count; i++) {
        const struct pair_record *row = pairs_of(lexicon, table, keys[i], count);

        if (row != NULL)
            return row;
    }
    return NULL;
}

/* "May", "Will": a capital within the sentence. */
static bool is_capital_within(const struct modality *m, uint32_t english)
{
    return (m->bilingual->english->tokens[english].flags & (TOKEN_CAPITAL | TOKEN_SENTENCE_START)) == TOKEN_CAPITAL;
}

/* As many English words call for the German verb, besides the modal verb in question, as it stands there. */
static bool renders_another(const struct modality *m, uint32_t german, uint32_t english, uint32_t words)
{
    const struct lexicon *lexicon = m->bilingual->lexicon;
    uint32_t called = 0, there = 0;
    size_t count = 0;
    const struct pair_record *row = renderings_of(m, german, &count);

    for (uint32_t i = m->english_first; i < m->english_end; i++)
        for (size_t j = 0; j < count && (i < english || i >= english + words) && !is_capital_within(m, i); j++)
            if (english_is(m->bilingual, i, lexicon_text(lexicon, row[j].value))) {
                called++;
                break;
            }
    for (uint32_t i = m->german_first; called > 0 && i < m->german_end; i++) {
        size_t other;

        there += renderings_of(m, i, &other) == row;
    }
    return called > 0 && there <= called;
}

static bool holds_german(const struct modality *m, const char *word)
{
    for (uint32_t i = m->german_first; i < m->german_end; i++)
        if (slice_is(lower_at(m->run, i), word))
            return true;
    return false;
}

/* "kann nur durch", "kann erst, wenn": what is possible in one way only is demanded; "can only be" the other way round.
 */
static bool is_restricted(const struct modality *m, uint32_t german)
{
    if (german_is(m->run, german, SLICE("können")) || german_is(m->run, german, SLICE("dürfen")))
        return holds_german(m, "nur") || holds_german(m, "erst") || holds_german(m, "allein");
    for (uint32_t i = m->english_first; german_is(m->run, german, SLICE("müssen")) && i < m->english_end; i++)
        if (slice_is(lower_english(m->bilingual, i), "only"))
            return true;
    return false;
}

/* "Wie sollen wir …?", "Wohin soll …?": what can be done is asked for as what is to be done. */
static bool asks_what_to_do(const struct modality *m, uint32_t german)
{
    bool asks = false;

    if (!german_is(m->run, german, SLICE("sollen")))
        return false;
    for (uint32_t i = m->german_first; i < german; i++)
        asks = asks || is_question_word(m->run, i);
    for (uint32_t i = german; asks && i < m->german_end; i++)
        if (text_is(m->run, i, "?"))
            return true;
    return false;
}

bool is_modal_excused(const struct modality *m, uint32_t german, uint32_t english, uint32_t words)
{
    return renders_another(m, german, english, words) || is_restricted(m, german) || asks_what_to_do(m, german);
}
