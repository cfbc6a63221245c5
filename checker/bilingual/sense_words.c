#include "bilingual/sense_words.h"

#include "bilingual/wording.h"
#include "checks/places.h"
#include "lexicon/analysis.h"

enum { LINKING = 2 /* bytes of a linking element: "Gesang-s-lehrerin" */ };

void read_row(struct row_at_hand *row, const struct sense_row *record)
{
    const struct lexicon *lexicon = row->bilingual->lexicon;

    row->record = record;
    row->words = lexicon->sense_words + record->first_word;
    row->count = record->sense_count;
    for (size_t i = 0; i < row->count; i++)
        row->senses[i] = (struct field_sense){ .record = &lexicon->senses[record->first_sense + i] };
}

/* The compound has the word in it: as one of its parts, or as its beginning. */
static bool has_part(const struct row_at_hand *row, const struct token *token, const struct sense_word *word)
{
    const struct compound_part *parts = token_parts(row->run->doc, token);

    for (uint32_t i = 0; i < token->analysis.part_count; i++)
        if (parts[i].lemma == word->lemma)
            return true;
    struct slice first = text_of(row->run->doc, parts[0].span);

    return first.len >= word->text.len && first.len <= word->text.len + LINKING &&
           slice_starts(first, word_text(row, word));
}

/* The word itself, or a compound with it where parts count. */
static bool is_word(const struct row_at_hand *row, const struct token *token, const struct sense_word *word, bool parts)
{
    if ((word->flags & SENSE_WORD_NOUN) != 0 && (token->flags & TOKEN_CAPITAL) == 0)
        return false;
    if (word->lemma == NO_ID)
        return slice_equal(token_text(row->run->doc, token), word_text(row, word));
    return (is_of_lemma(token, word->lemma) && !is_headed_by(row->run->doc, token, word->lemma)) ||
           (parts && token->analysis.part_count > 1 && has_part(row, token, word));
}

void read_passage_keys(struct row_at_hand *row, const struct passage *passage)
{
    if (row->passage->passage == passage)
        return;
    row->passage->passage = passage;
    for (uint32_t i = row->german; i < row->german_end; i++) {
        const struct token *token = token_at(row->run, i);

        row->passage->keys[i - row->german] =
            token->kind == TOKEN_WORD ? token->analysis.keys | token->analysis.lemmas : 0;
    }
}

/* Notes the German tokens that a link of this kind leads to. */
static void note_linked(struct row_at_hand *row, uint32_t english, enum link_kind kind)
{
    const struct english_word *word = &row->bilingual->words[english];

    for (uint32_t i = 0; i < word->link_count; i++) {
        const struct link *link = &row->bilingual->links[word->first_link + i];

        if (link->kind == kind && link->german >= row->german && link->german < row->german_end)
            row->passage->linked[link->german - row->german] = true;
    }
}

void read_linked_tokens(struct row_at_hand *row)
{
    const struct sense_place *place = &row->place;

    memset(row->passage->linked, false, row->german_end - row->german);
    note_linked(row, place->word, LINK_DICTIONARY);
    if (place->word + 1 < place->english_end)
        note_linked(row, place->word + 1, LINK_PART);
    if (place->word > place->english)
        note_linked(row, place->word - 1, LINK_PART);
}

/* False when the token surely is no word of the row. */
static bool may_be_word(const struct row_at_hand *row, uint32_t german)
{
    return (row->passage->keys[german - row->german] & row->record->keys) != 0;
}

unsigned senses_of(const struct row_at_hand *row, uint32_t german, bool parts)
{
    const struct token *token = token_at(row->run, german);
    bool by_parts = parts && token->analysis.part_count > 1;
    unsigned found = 0;

    if (token->kind != TOKEN_WORD || (!by_parts && !may_be_word(row, german)))
        return 0;
    for (uint32_t i = 0; i < row->record->word_count; i++)
        if (is_word(row, token, &row->words[i], parts))
            found |= 1u << row->words[i].sense;
    return found;
}

/* "zehnjähriges Bestehen": a noun by its capital, of senses that have verbs and adjectives alone. */
static bool is_made_noun(const struct row_at_hand *row, uint32_t german, unsigned senses)
{
    if ((token_at(row->run, german)->flags & (TOKEN_CAPITAL | TOKEN_SENTENCE_START)) != TOKEN_CAPITAL)
        return false;
    for (uint32_t i = 0; i < row->record->word_count; i++)
        if ((senses & 1u << row->words[i].sense) != 0 && (row->words[i].flags & SENSE_WORD_NOUN) != 0)
            return false;
    return senses != 0;
}

/* One of the sense's words is a synonym of the lemma. */
static bool is_akin(const struct row_at_hand *row, const struct field_sense *sense, uint32_t lemma)
{
    const struct lexicon *lexicon = row->bilingual->lexicon;
    size_t count, other_count;
    const struct synonym_record *groups = synonyms_of(lexicon, lemma, &count);
    const struct sense_word *words = words_of(row, sense);

    for (uint32_t n = 0; count > 0 && n < sense->record->word_count; n++) {
        uint32_t other = words[n].lemma;
        const struct synonym_record *others = other == NO_ID ? NULL : synonyms_of(lexicon, other, &other_count);

        for (size_t i = 0; others != NULL && i < other_count; i++)
            for (size_t j = 0; j < count; j++)
                if (groups[j].group == others[i].group)
                    return true;
    }
    return false;
}

/* The verb with its prefix, else the first reading. */
static uint32_t lemma_of(const struct token *token)
{
    if (token->analysis.joined != NO_ID)
        return token->analysis.joined;
    return token->analysis.reading_count > 0 ? token->analysis.readings[0].lemma : NO_ID;
}

bool is_noun_sense(const struct row_at_hand *row, const struct field_sense *sense)
{
    const struct sense_word *words = words_of(row, sense);

    for (uint32_t i = 0; i < sense->record->word_count; i++)
        if ((words[i].flags & (SENSE_WORD_GOOD_ONLY | SENSE_WORD_NOUN)) == 0)
            return false;
    return true;
}

/* The only sense of which the German word is a synonym, where Ding has it for the English one; NULL: none, or several.
 */
static struct field_sense *sense_akin(struct row_at_hand *row, uint32_t german)
{
    const struct token *token = token_at(row->run, german);
    struct field_sense *found = NULL;

    if (token->analysis.part_count > 1 || link_between(row->bilingual, row->place.word, german) != LINK_DICTIONARY)
        return NULL;
    uint32_t lemma = lemma_of(token);

    for (size_t i = 0; lemma != NO_ID && i < row->count; i++) {
        if (!is_akin(row, &row->senses[i], lemma))
            continue;
        if (found != NULL)
            return NULL;
        found = &row->senses[i];
    }
    return found;
}

/* The rest of a compound that no dictionary has is the English word beside the one at hand: "Taschentuchprobe" for
 * "tissue sample". */
static bool is_built_beside(const struct row_at_hand *row, uint32_t german)
{
    return ((row->place.word + 1 < row->place.english_end &&
             link_between(row->bilingual, row->place.word + 1, german) == LINK_PART) ||
            (row->place.word > row->place.english &&
             link_between(row->bilingual, row->place.word - 1, german) == LINK_PART)) &&
           lexicon_form(row->bilingual->lexicon, text_at(row->run, german)) == NO_ID;
}

struct field_sense *sense_of(struct row_at_hand *row, uint32_t german)
{
    if (!may_be_word(row, german) && !row->passage->linked[german - row->german])
        return NULL; /* nearly all */
    bool parts = token_at(row->run, german)->analysis.part_count > 1 && is_built_beside(row, german);
    unsigned found = senses_of(row, german, parts);

    if (is_made_noun(row, german, found))
        return NULL;
    if (found == 0)
        return sense_akin(row, german);
    for (size_t i = 0; i < row->count; i++)
        if (found == 1u << i)
            return &row->senses[i];
    return NULL;
}

static bool is_word_of(const struct row_at_hand *row, const struct field_sense *sense, uint32_t lemma)
{
    const struct sense_word *words = words_of(row, sense);

    for (uint32_t i = 0; (row->record->keys & lemma_bit(lemma)) != 0 && i < sense->record->word_count; i++)
        if (words[i].lemma == lemma)
            return true;
    return false;
}

/* Ding gives one of the sense's words for the English token. */
static bool translates(const struct row_at_hand *row, uint32_t english, const struct field_sense *sense)
{
    const struct lexicon *lexicon = row->bilingual->lexicon;
    const struct english_record *record = row->bilingual->words[english].record;
    for (uint32_t i = 0; record != NULL && i < record->stem_count; i++) {
        const struct translation_record *translation = stem_translation(lexicon, record, i);

        for (uint32_t j = 0; translation != NULL && j < translation->count; j++)
            if (is_word_of(row, sense, lexicon->translation_words[translation->first + j].lemma))
                return true;
    }
    return false;
}

/* Some other German word is the English one's: "Stürmer" that of "striker", which could stand for "Streichholz". */
static bool has_its_own(const struct row_at_hand *row, uint32_t english, uint32_t german)
{
    const struct english_word *word = &row->bilingual->words[english];

    return word->best != NO_ID && word->best != german && word->best_kind >= LINK_DICTIONARY;
}

bool is_rendered_by_other(const struct row_at_hand *row, uint32_t german)
{
    return has_its_own(row, row->place.word, german);
}

bool is_accounted_for(const struct row_at_hand *row, uint32_t german, const struct field_sense *sense)
{
    bool compound = token_at(row->run, german)->analysis.part_count > 1;

    for (uint32_t i = row->place.english; i < row->place.english_end; i++) {
        const struct english_word *word = &row->bilingual->words[i];

        if (is_key_word(&row->place, i) || has_its_own(row, i, german))
            continue;
        for (uint32_t j = 0; j < word->link_count; j++) {
            const struct link *link = &row->bilingual->links[word->first_link + j];

            if (link->german == german &&
                (link->kind == LINK_DICTIONARY || (!compound && link->kind == LINK_PART) || link->kind == LINK_NAME))
                return true;
        }
        if (translates(row, i, sense))
            return true;
    }
    return false;
}
