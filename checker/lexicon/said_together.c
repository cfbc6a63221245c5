#include "lexicon/said_together.h"

#include <stdlib.h>

#include "lexicon/ascending.h"

bool said_together(const struct lexicon *lexicon, uint32_t english, uint32_t beside, uint32_t lemma)
{
    uint64_t key = said_together_key(english, beside, lemma);

    return lexicon->said_together_count > 0 && bsearch(&key, lexicon->said_together, lexicon->said_together_count,
                                                       sizeof(key), compare_long_numbers) != NULL;
}
