/* Marks a German word that is another sense of an English one than the rest of the English speaks of: "Satz" for
 * "sentence" beside "judge", "Streichholz" for "match" where nothing burns.
 *
 * sense-fields.tsv has the German words of each sense, with the fields and the single words that the sense keeps
 * company with; english-fields.tsv says which English words belong to a field. So the source decides by itself, and
 * what the German made of the words around does not matter. A sense is wrong where the company of another one stands in
 * the passage and none of its own, there or near it. A rare sense ("?") needs no other's company: it is wrong without
 * its own. Nothing is marked where the German has a word of another sense as well. */
#include "bilingual/phrase_evidence.h"
#include "bilingual/sense_company.h"
#include "bilingual/wording.h"
#include "checks/places.h"
#include "lexicon/analysis.h"
#include "text/letters.h"

/* How sure a mark is that is shown by default. */
#define SURE 0.9f

enum {
    MOST_SAFE = 8,
    NEAR_TOKENS = 90, /* English tokens before and behind the passage where company counts as near */
    BESIDE = 3,       /* tokens from the word to company that stands beside it */
    WEIGHT_SURE = 2,  /* of company beside the word, or of a word that the row names itself */
    LEAST_WEIGHT = 1, /* of another sense's company, against a word; and against one of a common sense */
    LEAST_AGAINST_COMMON = 2,
    PHRASE_ROOM = 64,   /* bytes */
    PARTICLE_REACH = 4, /* tokens from a verb to its particle behind the object */
    LINKING = 2,        /* bytes of a linking element: "Gesang-s-lehrerin" */
};

/* A sense of the row at hand, and how much of its company there is. */
struct field_sense {
    const struct sense_record *record;
    unsigned certain; /* how sure a construction that it stands in shows it; 0: in none */
    bool named;       /* a word that the row names for it is there */
    unsigned here, near;
};

/* The German tokens of the passage at hand, which each row of each of its English words is compared with: what they may
 * be by, and whether they may be a word of a row without that, as a synonym or by a part. */
struct passage_keys {
    const struct passage *passage;
    uint64_t keys[LONGEST_PASSAGE]; /* 0: no word */
    bool linked[LONGEST_PASSAGE];   /* to the English word at hand, or by a part to one beside it */
};

struct row {
    const struct check_run *run;
    const struct bilingual *bilingual;
    struct sense_place place;
    uint32_t german, german_end;
    struct passage_keys *passage;
    const struct sense_row *record;
    const struct sense_word *words; /* of all its senses */
    bool akin;                      /* the German word at hand is only a synonym of a sense's words */
    struct field_sense senses[MOST_ROW_SENSES];
    size_t count;
    uint32_t safe[MOST_SAFE]; /* German tokens of a sense that a construction shows, by whichever of the word's rows */
    size_t safe_count;
};

static void read_row(struct row *row, const struct sense_row *record)
{
    const struct lexicon *lexicon = row->bilingual->lexicon;

    row->record = record;
    row->words = lexicon->sense_words + record->first_word;
    row->count = record->sense_count;
    for (size_t i = 0; i < row->count; i++)
        row->senses[i] = (struct field_sense){ .record = &lexicon->senses[record->first_sense + i] };
}

static const struct sense_item *items_of(const struct row *row, const struct field_sense *sense)
{
    return row->bilingual->lexicon->sense_items + sense->record->first_item;
}

static const struct sense_word *words_of(const struct row *row, const struct field_sense *sense)
{
    return row->bilingual->lexicon->sense_words + sense->record->first_word;
}

static struct slice word_text(const struct row *row, const struct sense_word *word)
{
    return lexicon_text(row->bilingual->lexicon, word->text);
}

/* ---- company ---- */

/* How much the English token says for the sense: by its field, more beside the word or by itself ("=box"); 0: nothing.
 */
static unsigned weight_of(const struct row *row, const struct field_sense *sense, uint32_t token)
{
    bool beside = token + BESIDE >= row->place.word && token <= row->place.word + BESIDE;
    const struct sense_item *items = items_of(row, sense);

    for (uint32_t i = 0; i < sense->record->item_count; i++) {
        if (items[i].kind == SENSE_COMPANION && is_companion(&row->place, token, &items[i]))
            return WEIGHT_SURE;
        if (items[i].kind == SENSE_FIELD && is_of_field(&row->place, token, items[i].text))
            return beside ? WEIGHT_SURE : 1;
    }
    return 0;
}

/* A word that the row names for the sense stands in the passage. */
static bool is_named(const struct row *row, const struct field_sense *sense)
{
    const struct sense_item *items = items_of(row, sense);

    for (uint32_t i = 0; i < sense->record->item_count; i++)
        for (uint32_t j = row->place.english; items[i].kind == SENSE_COMPANION && j < row->place.english_end; j++)
            if (is_companion(&row->place, j, &items[i]) && !is_key_word(&row->place, j))
                return true;
    return false;
}

/* The surest of its constructions that the word stands in; 0: none. */
static unsigned certainty(const struct row *row, const struct field_sense *sense)
{
    const struct sense_item *items = items_of(row, sense);
    unsigned most = 0;

    for (uint32_t i = 0; i < sense->record->item_count; i++)
        if (items[i].kind == SENSE_CONSTRUCTION && items[i].weight > most && construction_holds(&row->place, &items[i]))
            most = items[i].weight;
    return most;
}

/* A word that stands there twice is counted once. */
static bool stood_before(const struct row *row, uint32_t first, uint32_t token)
{
    for (uint32_t i = first; i < token; i++)
        if (slice_equal(token_lower(&row->bilingual->english->tokens[i]),
                        token_lower(&row->bilingual->english->tokens[token])))
            return true;
    return false;
}

static void count_company(struct row *row)
{
    const struct sense_place *place = &row->place;
    uint32_t first = place->english > NEAR_TOKENS ? place->english - NEAR_TOKENS : 0;
    uint32_t end = place->english_end + NEAR_TOKENS, all = (uint32_t)row->bilingual->english->token_count;

    for (size_t j = 0; j < row->count; j++) {
        row->senses[j].certain = certainty(row, &row->senses[j]);
        row->senses[j].named = is_named(row, &row->senses[j]);
    }
    for (uint32_t i = first; i < end && i < all; i++) {
        bool here = i >= place->english && i < place->english_end;

        if (row->bilingual->english->tokens[i].kind != TOKEN_WORD || is_key_word(place, i) ||
            stood_before(row, here ? place->english : first, i))
            continue;
        for (size_t j = 0; j < row->count; j++)
            *(here ? &row->senses[j].here : &row->senses[j].near) += weight_of(row, &row->senses[j], i);
    }
}

/* ---- German words ---- */

/* A verb with its prefix elsewhere is that verb, not the one without. */
static bool has_lemma(const struct token *token, uint32_t lemma)
{
    return token->analysis.joined != NO_ID ? token->analysis.joined == lemma : token_has_lemma(token, lemma);
}

/* The compound has the word in it: as one of its parts, or as its beginning. */
static bool has_part(const struct row *row, const struct token *token, const struct sense_word *word)
{
    const struct compound_part *parts = token_parts(row->run->doc, token);

    for (uint32_t i = 0; i < token->analysis.part_count; i++)
        if (parts[i].lemma == word->lemma)
            return true;
    struct slice first = text_of(row->run->doc, parts[0].span);

    return first.len >= word->text.len && first.len <= word->text.len + LINKING &&
           slice_starts(first, word_text(row, word));
}

/* The lemma may be that of a compound's head alone. */
static bool is_head(const struct row *row, const struct token *token, uint32_t lemma)
{
    uint32_t count = token->analysis.part_count;

    return count > 1 && token_parts(row->run->doc, token)[count - 1].lemma == lemma;
}

/* The word itself, or a compound with it where parts count. */
static bool is_word(const struct row *row, const struct token *token, const struct sense_word *word, bool parts)
{
    if ((word->flags & SENSE_WORD_NOUN) != 0 && (token->flags & TOKEN_CAPITAL) == 0)
        return false;
    if (word->lemma == NO_ID)
        return slice_equal(token_text(row->run->doc, token), word_text(row, word));
    return (has_lemma(token, word->lemma) && !is_head(row, token, word->lemma)) ||
           (parts && token->analysis.part_count > 1 && has_part(row, token, word));
}

static void read_keys(struct row *row, const struct passage *passage)
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
static void note_linked(struct row *row, uint32_t english, enum link_kind kind)
{
    const struct english_word *word = &row->bilingual->words[english];

    for (uint32_t i = 0; i < word->link_count; i++) {
        const struct link *link = &row->bilingual->links[word->first_link + i];

        if (link->kind == kind && link->german >= row->german && link->german < row->german_end)
            row->passage->linked[link->german - row->german] = true;
    }
}

static void read_links(struct row *row)
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
static bool may_be_word(const struct row *row, uint32_t german)
{
    return (row->passage->keys[german - row->german] & row->record->keys) != 0;
}

/* The senses, as bits, that the German token is a word of. */
static unsigned senses_of(const struct row *row, uint32_t german, bool parts)
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
static bool is_made_noun(const struct row *row, uint32_t german, unsigned senses)
{
    if ((token_at(row->run, german)->flags & (TOKEN_CAPITAL | TOKEN_SENTENCE_START)) != TOKEN_CAPITAL)
        return false;
    for (uint32_t i = 0; i < row->record->word_count; i++)
        if ((senses & 1u << row->words[i].sense) != 0 && (row->words[i].flags & SENSE_WORD_NOUN) != 0)
            return false;
    return senses != 0;
}

/* One of the sense's words is a synonym of the lemma. */
static bool is_akin(const struct row *row, const struct field_sense *sense, uint32_t lemma)
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

/* The only sense of which the German word is a synonym, where Ding has it for the English one; NULL: none, or several.
 */
static struct field_sense *sense_akin(struct row *row, uint32_t german)
{
    const struct token *token = token_at(row->run, german);
    struct field_sense *found = NULL;

    if (token->analysis.part_count > 1 || link_between(row->bilingual, row->place.word, german) != LINK_DICTIONARY)
        return NULL;
    uint32_t lemma = token->analysis.joined != NO_ID     ? token->analysis.joined
                     : token->analysis.reading_count > 0 ? token->analysis.readings[0].lemma
                                                         : NO_ID;

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
static bool is_built_beside(const struct row *row, uint32_t german)
{
    return ((row->place.word + 1 < row->place.english_end &&
             link_between(row->bilingual, row->place.word + 1, german) == LINK_PART) ||
            (row->place.word > row->place.english &&
             link_between(row->bilingual, row->place.word - 1, german) == LINK_PART)) &&
           lexicon_form(row->bilingual->lexicon, text_at(row->run, german)) == NO_ID;
}

/* The sense that the German word is of, in whole or as part of a compound made of the English words; none where it can
 * be of two. */
static struct field_sense *sense_of(struct row *row, uint32_t german)
{
    bool parts = token_at(row->run, german)->analysis.part_count > 1 && is_built_beside(row, german);
    unsigned found = senses_of(row, german, parts);

    if (is_made_noun(row, german, found))
        return NULL;
    row->akin = found == 0;
    if (found == 0)
        return sense_akin(row, german);
    for (size_t i = 0; i < row->count; i++)
        if (found == 1u << i)
            return &row->senses[i];
    return NULL;
}

static bool is_word_of(const struct row *row, const struct field_sense *sense, uint32_t lemma)
{
    const struct sense_word *words = words_of(row, sense);

    for (uint32_t i = 0; (row->record->keys & lemma_bit(lemma)) != 0 && i < sense->record->word_count; i++)
        if (words[i].lemma == lemma)
            return true;
    return false;
}

/* Ding gives one of the sense's words for the English token. */
static bool translates(const struct row *row, uint32_t english, const struct field_sense *sense)
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
static bool has_its_own(const struct row *row, uint32_t english, uint32_t german)
{
    const struct english_word *word = &row->bilingual->words[english];

    return word->best != NO_ID && word->best != german && word->best_kind >= LINK_DICTIONARY;
}

/* Another English word stands for the German one, alone or together with the word at hand ("spring water"). */
static bool is_accounted_for(const struct row *row, uint32_t german, const struct field_sense *sense)
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

/* ---- judging ---- */

/* The sense that stands in a construction surer than any of the one at hand. */
static const struct field_sense *certain_sense(const struct row *row, const struct field_sense *sense)
{
    const struct field_sense *found = NULL;
    unsigned most = sense->certain > BARE_WEIGHT ? sense->certain : BARE_WEIGHT;

    for (size_t i = 0; i < row->count; i++)
        if (row->senses[i].certain > most) {
            found = &row->senses[i];
            most = found->certain;
        }
    return sense->named && found != NULL && found->certain < FRAME_WEIGHT ? NULL : found;
}

/* The sense that has most of its company here; a rare one needs no other's, but for a mere synonym of its words; and
 * where a particle stands apart from its verb the two may be meant by the letter. */
static const struct field_sense *likelier_sense(const struct row *row, const struct field_sense *sense)
{
    const struct field_sense *best = NULL;
    unsigned least = (sense->record->flags & SENSE_COMMON) != 0 ? LEAST_AGAINST_COMMON : LEAST_WEIGHT;

    if (sense->here > 0 || sense->near > 0 || (sense->record->flags & SENSE_MARKED) == 0)
        return NULL;
    for (size_t i = 0; i < row->count; i++)
        if (&row->senses[i] != sense && row->senses[i].here >= least &&
            (best == NULL || row->senses[i].here > best->here))
            best = &row->senses[i];
    return best == NULL && (sense->record->flags & SENSE_RARE) != 0 && row->place.last <= row->place.word + 1
               ? &row->senses[sense == row->senses ? 1 : 0]
               : best;
}

/* The sense that is meant instead; NULL: the one that stands there may be right. */
static const struct field_sense *meant_instead(const struct row *row, const struct field_sense *sense)
{
    const struct field_sense *certain = certain_sense(row, sense);

    return certain == NULL && sense->certain == 0 ? likelier_sense(row, sense) : certain;
}

static void mark(const struct row *row, uint32_t german, const struct field_sense *wrong,
                 const struct field_sense *right)
{
    const struct check_run *run = row->run;
    struct arena *arena = run->issues->arena;
    const struct token *token = token_at(run, german);
    struct slice english = english_text(row->bilingual, row->place.word), text = { "", 0 };
    const struct sense_word *words = words_of(row, right);
    struct issue *issue =
        report_with_source(run, "bilingual/wrong-sense", token->span, run->doc->sentences[token->sentence].source);

    if (issue == NULL)
        return;
    /* Against a common sense, words of another's company say little: of 26 such marks on annotated translations 5 hit
     * what a rater marked, and 12 stood in human ones. */
    if ((wrong->record->flags & SENSE_COMMON) != 0 && right->certain == 0)
        issue->confidence = UNSURE;
    for (uint32_t i = 0; i < right->record->word_count; i++) {
        struct slice word = word_text(row, &words[i]);

        if ((words[i].flags & SENSE_WORD_GOOD_ONLY) != 0)
            continue;
        text =
            arena_print(arena, "%.*s%s%.*s", (int)text.len, text.at, text.len > 0 ? ", " : "", (int)word.len, word.at);
        if (token->analysis.part_count <= 1 && memchr(word.at, ' ', word.len) == NULL)
            suggest(run, issue, lemma_like(row->bilingual->lexicon, word, token));
    }
    issue->message[LANGUAGE_DE] =
        arena_print(arena, "„%.*s“ heißt hier: %.*s.", (int)english.len, english.at, (int)text.len, text.at);
    issue->message[LANGUAGE_EN] =
        arena_print(arena, "\"%.*s\" means %.*s here.", (int)english.len, english.at, (int)text.len, text.at);
}

/* A word of any other sense stands in the passage. */
static bool has_other(const struct row *row, const struct field_sense *sense)
{
    unsigned own = 1u << (unsigned)(sense - row->senses);

    for (uint32_t i = row->german; i < row->german_end; i++)
        if ((senses_of(row, i, true) & ~own) != 0)
            return true;
    return false;
}

/* The English word is a title or part of a name. */
static bool is_name(const struct row *row)
{
    const struct token *token = &row->bilingual->english->tokens[row->place.word];

    return (token->flags & (TOKEN_CAPITAL | TOKEN_SENTENCE_START)) == TOKEN_CAPITAL;
}

/* The English word was left as it is, or German has it as well ("Bar"). */
static bool is_copied(const struct row *row, uint32_t german)
{
    return slice_equal(token_lower(&row->bilingual->english->tokens[row->place.word]), lower_at(row->run, german));
}

/* What marks the word already; NULL: nothing. */
static struct issue *issue_at(const struct row *row, uint32_t german)
{
    struct span span = token_at(row->run, german)->span;

    for (size_t i = 0; i < row->run->issues->count; i++) {
        struct issue *issue = &row->run->issues->items[i];

        if (issue->span.start < span.end && span.start < issue->span.end)
            return issue;
    }
    return NULL;
}

/* A rule that was not sure of the German alone is sure with its English; another fault that may be there is no
 * hindrance.
 */
static void mark_or_confirm(const struct row *row, uint32_t german, const struct field_sense *wrong,
                            const struct field_sense *right)
{
    struct issue *issue = issue_at(row, german);

    if (issue != NULL && issue->confidence < SURE && slice_starts(issue->rule->id, SLICE("wrong-sense/")))
        issue->confidence = SURE;
    else if (issue == NULL || (issue->confidence < SURE && right->certain > 0))
        mark(row, german, wrong, right);
}

static bool is_safe(const struct row *row, uint32_t german)
{
    for (size_t i = 0; i < row->safe_count; i++)
        if (row->safe[i] == german)
            return true;
    return false;
}

static void check_row(struct row *row)
{
    for (uint32_t i = row->german; i < row->german_end; i++) {
        struct field_sense *sense =
            may_be_word(row, i) || row->passage->linked[i - row->german] ? sense_of(row, i) : NULL;

        if (sense == NULL || is_safe(row, i) || is_accounted_for(row, i, sense) || has_other(row, sense))
            continue;
        count_company(row);
        const struct field_sense *right = meant_instead(row, sense);

        if (right != NULL && (right->certain > 0 || !is_copied(row, i)) &&
            !is_phrase_of_ding(row->run, row->place.word, i))
            mark_or_confirm(row, i, sense, right);
        return;
    }
}

/* ---- rows of a word and of a phrase ---- */

/* Notes the German words of the row's senses that a construction shows. */
static void note_safe(struct row *row)
{
    for (uint32_t i = row->german; i < row->german_end; i++) {
        unsigned found = senses_of(row, i, false);

        for (size_t j = 0; found != 0 && j < row->count && row->safe_count < MOST_SAFE; j++)
            if ((found & 1u << j) != 0 && certainty(row, &row->senses[j]) > 0)
                row->safe[row->safe_count++] = i;
    }
}

/* The rows that stand beside the pairs of the table. */
static const struct sense_row *rows_at(const struct row *row, const struct pair_record *pairs)
{
    const struct lexicon *lexicon = row->bilingual->lexicon;

    return lexicon->sense_rows + (pairs - lexicon->pairs) - named_table(lexicon, TABLE_SENSE_FIELDS)->first;
}

static void check_rows(struct row *row, const struct pair_record *pairs, size_t count)
{
    row->safe_count = 0;
    if (count == 0 || is_name(row))
        return;
    const struct sense_row *rows = rows_at(row, pairs);

    for (size_t i = 0; count > 1 && i < count; i++) {
        if ((rows[i].flags & ROW_HAS_CONSTRUCTION) == 0)
            continue;
        read_row(row, &rows[i]);
        note_safe(row);
    }
    for (size_t i = 0; i < count; i++) {
        read_row(row, &rows[i]);
        check_row(row);
    }
}

/* "take off": the rows of the verb, in its dictionary form, with the word that stands at the second token. */
static const struct pair_record *phrase_rows(const struct row *row, const struct list_record *table, uint32_t second,
                                             size_t *count)
{
    const struct english_record *record = row->bilingual->words[row->place.word].record;
    struct slice particle = token_lower(&row->bilingual->english->tokens[second]);
    const struct pair_record *rows = NULL;
    char room[PHRASE_ROOM];

    *count = 0;
    for (uint32_t i = 0; rows == NULL && record != NULL && i <= record->stem_count; i++) {
        struct slice stem = i < record->stem_count ? english_stem(row->bilingual->lexicon, record, i)
                                                   : lexicon_text(row->bilingual->lexicon, record->text);

        if (stem.len + 1 + particle.len > sizeof room)
            continue;
        memcpy(room, stem.at, stem.len);
        room[stem.len] = ' ';
        memcpy(room + stem.len + 1, particle.at, particle.len);
        rows = pairs_of(row->bilingual->lexicon, table, (struct slice){ room, stem.len + 1 + particle.len }, count);
    }
    return rows;
}

/* The phrase that begins with the word, a particle perhaps behind the object; true when there is one. */
static bool check_phrase(struct row *row, const struct list_record *table, const struct list_record *particles)
{
    uint32_t word = row->place.word;
    size_t count, ignored;

    for (uint32_t i = word + 1; i < row->place.english_end && i <= word + PARTICLE_REACH; i++) {
        const struct token *token = &row->bilingual->english->tokens[i];

        if (token->kind == TOKEN_PUNCTUATION)
            return false;
        if (token->kind != TOKEN_WORD ||
            (i > word + 1 && pairs_of(row->bilingual->lexicon, particles, token_lower(token), &ignored) == NULL))
            continue;
        const struct pair_record *rows = phrase_rows(row, table, i, &count);

        if (rows == NULL)
            continue;
        row->place.last = i;
        check_rows(row, rows, count);
        return true;
    }
    return false;
}

/* The rows of the form and of all words that it can be a form of: "shot" is "shot" and "shoot". */
static void check_forms(struct row *row, const struct list_record *table)
{
    const struct lexicon *lexicon = row->bilingual->lexicon;
    const struct english_record *record = row->bilingual->words[row->place.word].record;
    size_t count;
    const struct pair_record *rows =
        pairs_of(lexicon, table, token_lower(&row->bilingual->english->tokens[row->place.word]), &count);

    check_rows(row, rows, rows == NULL ? 0 : count);
    for (uint32_t i = 0; record != NULL && i < record->stem_count; i++) {
        struct slice stem = english_stem(lexicon, record, i);

        if (slice_equal(stem, lexicon_text(lexicon, record->text)))
            continue;
        rows = pairs_of(lexicon, table, stem, &count);
        check_rows(row, rows, rows == NULL ? 0 : count);
    }
}

static void check_word(struct row *row, const struct list_record *table, const struct list_record *particles)
{
    struct sense_place *place = &row->place;
    const struct passage *passage = &row->bilingual->passages[row->bilingual->words[place->word].passage];

    place->last = place->word;
    place->passage = passage;
    passage_english(row->bilingual, passage, &place->english, &place->english_end);
    passage_german(row->run->doc, passage, &row->german, &row->german_end);
    read_keys(row, passage);
    read_links(row);
    if (english_may_begin(row->bilingual, place->word, table) && check_phrase(row, table, particles))
        return;
    check_forms(row, table);
}

void check_sense_fields(const struct check_run *run)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct bilingual *bilingual = run->doc->bilingual;
    const struct list_record *table = named_table(lexicon, TABLE_SENSE_FIELDS);
    const struct list_record *particles = lexicon_pairs(lexicon, SLICE("particles"));
    struct passage_keys keys; /* written before it is read, but for: */
    struct row row = { .run = run, .bilingual = bilingual, .passage = &keys };

    keys.passage = NULL;
    row.place = (struct sense_place){ .bilingual = bilingual };
    if (table != NULL && lexicon->sense_row_count != table->count)
        table = NULL;
    for (uint32_t i = 0; bilingual->is_english && table != NULL && i < bilingual->english->token_count; i++)
        if ((english_may_be(bilingual, i, table) || english_may_begin(bilingual, i, table)) &&
            can_compare_word(run, i)) {
            row.place.word = i;
            check_word(&row, table, particles);
        }
}
