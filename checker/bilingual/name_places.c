/* Marks names that stand where another one belongs: two that changed places ("A beat B" – "B besiegte A"), another
 * first or last name beside the same other half, another country, another abbreviation, another name as the only word
 * that has nothing in the English. */
#include "bilingual/naming.h"

void check_name_places(const struct check_run *run)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    struct naming n = {
        .run = run,
        .bilingual = run->doc->bilingual,
        .places = named_table(lexicon, TABLE_PLACES),
        .demonyms = named_table(lexicon, TABLE_DEMONYMS),
        .acronyms = named_table(lexicon, TABLE_ACRONYMS),
        .prepositions = named_table(lexicon, TABLE_NAME_PREPOSITIONS),
    };

    for (size_t i = 0; n.bilingual->is_english && i < n.bilingual->passage_count; i++) {
        n.passage = &n.bilingual->passages[i];
        if (!is_sentence_pair(n.passage))
            continue;
        passage_english(n.bilingual, n.passage, &n.english_first, &n.english_end);
        passage_german(run->doc, n.passage, &n.german_first, &n.german_end);
        check_swapped_names(&n);
        check_other_halves(&n);
        check_only_stranger(&n);
        check_other_places(&n);
        check_demonyms(&n);
        check_acronyms(&n);
    }
}
