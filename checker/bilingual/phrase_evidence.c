#include "bilingual/phrase_evidence.h"

#include "bilingual/bilingual.h"
#include "checks/places.h"
#include "lexicon/said_together.h"

enum { PHRASE_REACH = 3 }; /* English tokens between the word and another of the phrase */

/* Any form of the one word beside any of the other. */
static bool stems_said(const struct lexicon *lexicon, const struct english_record *word,
                       const struct english_record *beside, uint32_t lemma)
{
    for (uint32_t i = 0; i < word->stem_count; i++)
        for (uint32_t j = 0; j < beside->stem_count; j++)
            if (said_together(lexicon, lexicon->english_stems[word->first_stem + i],
                              lexicon->english_stems[beside->first_stem + j], lemma))
                return true;
    return false;
}

static bool is_said_beside(const struct bilingual *bilingual, const struct english_record *word,
                           const struct english_record *beside, const struct token *german)
{
    const struct token_analysis *analysis = &german->analysis;

    if (analysis->joined != NO_ID)
        return stems_said(bilingual->lexicon, word, beside, analysis->joined);
    for (uint32_t i = 0; i < analysis->reading_count; i++)
        if (analysis->readings[i].lemma != NO_ID &&
            stems_said(bilingual->lexicon, word, beside, analysis->readings[i].lemma))
            return true;
    return false;
}

bool is_phrase_of_ding(const struct check_run *run, uint32_t english, uint32_t german)
{
    const struct bilingual *bilingual = run->doc->bilingual;
    const struct english_record *word = bilingual->words[english].record;
    const struct passage *passage = &bilingual->passages[bilingual->words[english].passage];
    uint32_t first, end;

    passage_english(bilingual, passage, &first, &end);
    for (uint32_t i = first; word != NULL && i < end; i++) {
        const struct english_record *beside = bilingual->words[i].record;

        if (i != english && i + PHRASE_REACH >= english && i <= english + PHRASE_REACH && beside != NULL &&
            is_said_beside(bilingual, word, beside, token_at(run, german)))
            return true;
    }
    return false;
}
