/* Marks the comparative of what the English has less of: "less easily than" – "leichter als". */
#include "bilingual/direction.h"

#include "bilingual/wording.h"
#include "checks/places.h"
#include "lexicon/analysis.h"

/* "more or less", "no less", "much less likely" is a degree of its own, "nothing less". */
static bool is_in_phrase(const struct direction *d, uint32_t less)
{
    return less > d->english_first &&
           (slice_is(lower_english(d->bilingual, less - 1), "or") || is_english_negation(&d->negations, less - 1));
}

/* The German says that it is less: "weniger", "geringer", "nicht so". */
static bool says_less(const struct direction *d)
{
    for (size_t i = 0; i < d->german_hits.count; i++)
        if (slice_is(d->german_hits.items[i].opposition, "amount") && slice_is(d->german_hits.items[i].side, "less"))
            return true;
    for (uint32_t i = d->german_first; i < d->german_end; i++)
        if (is_german_negation(&d->negations, i) || german_entry(d->run, d->german_reversals, i))
            return true;
    return false;
}

/* The comparative that stands for the word behind "less"; NO_ID: none. */
static uint32_t comparative_for(const struct direction *d, uint32_t less)
{
    const struct english_word *word = &d->bilingual->words[less + 1];

    if (word->best == NO_ID || word->best < d->german_first || word->best >= d->german_end ||
        word->best_kind < LINK_LEARNED)
        return NO_ID;
    const struct token *german = &d->run->doc->tokens[word->best];

    return token_is(german, POS_ADJECTIVE) && token_has_feature(german, DEGREE_COMPARATIVE) &&
                   (german->flags & TOKEN_CAPITAL) == 0
               ? word->best
               : NO_ID;
}

bool check_degrees(const struct direction *d, const struct passage *passage)
{
    for (uint32_t i = d->english_first; i + 1 < d->english_end; i++) {
        if (!slice_is(lower_english(d->bilingual, i), "less") || is_in_phrase(d, i))
            continue;
        uint32_t german = comparative_for(d, i);

        if (german == NO_ID || says_less(d) || !keeps_order(d)) /* "A is less likely than B": B is likelier than A */
            continue;
        quote_english(d->run,
                      report_with_source(d->run, "bilingual/direction", d->run->doc->tokens[german].span,
                                         passage_source(d->bilingual, passage)),
                      english_between(d->bilingual, i, i + 1));
        return true;
    }
    return false;
}
