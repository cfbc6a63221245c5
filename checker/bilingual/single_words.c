/* Marks single words that are left out or added, and change what is said: "former", "only", "more than"; an adjective
 * before a noun.
 *
 * One word may hide in any other, so nothing is marked unless the rest of the sentence answers word for word: no German
 * word that carries sense is without its English one. */
#include "bilingual/word_comparison.h"

/* Words of sense that a pair of sentences must have: of fewer, all may be linked by chance. */
#define LEAST_LINKED 2

void check_single_words(const struct check_run *run)
{
    struct word_comparison c = {
        .run = run,
        .bilingual = run->doc->bilingual,
        .negations = negations_of(run),
        .english = named_table(&run->context->lexicon, TABLE_KEPT_ENGLISH),
        .german = named_table(&run->context->lexicon, TABLE_KEPT_GERMAN),
    };

    for (size_t i = 0; c.bilingual->is_english && i < c.bilingual->passage_count; i++) {
        uint32_t unlinked, plain, unanswered;

        c.passage = &c.bilingual->passages[i];
        if (!is_sentence_pair(c.passage) || c.passage->linked < LEAST_LINKED)
            continue;
        passage_english(c.bilingual, c.passage, &c.english_first, &c.english_end);
        passage_german(run->doc, c.passage, &c.german_first, &c.german_end);
        unlinked = count_unlinked(&c, &plain);
        unanswered = count_unanswered(&c);
        if (unlinked == 0 && unanswered > 0)
            check_lost_verbs(&c);
        c.only_persons = unlinked > MOST_PLAIN;
        c.only_adverbs = unlinked == MOST_PLAIN && unanswered == 0;
        if (unlinked == 0 || (unlinked == plain && plain <= MOST_PLAIN_OF_PERSONS && plain < unanswered) ||
            (c.only_adverbs && count_unlinked_nouns(&c) == unlinked))
            check_kept_words(&c);
        if (unlinked == 0) {
            check_lost_numbers(&c);
            check_lost_phrases(&c, unanswered);
            check_lost_subjects(&c);
        }
        if (unlinked == count_unlinked_verbs(&c))
            check_lost_attributes(&c);
        if (unlinked == 1 + unanswered && plain == unanswered && is_answered_but_verb(&c, unanswered))
            check_added_attributes(&c, unanswered == 0 ? LINK_LEARNED : LINK_DICTIONARY);
        if (unlinked <= 1 + unanswered && plain == unanswered && is_answered_but_verb(&c, unanswered))
            check_added_restrictions(&c);
    }
}
