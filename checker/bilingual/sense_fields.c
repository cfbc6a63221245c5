/* Marks a German word that is another sense of an English one than the rest of the English speaks of: "Satz" for
 * "sentence" beside "judge", "Streichholz" for "match" where nothing burns.
 *
 * sense-fields.tsv has the German words of each sense, with the fields and the single words that the sense keeps
 * company with; english-fields.tsv says which English words belong to a field. So the source decides by itself, and
 * what the German made of the words around does not matter. A sense is wrong where the company of another one stands in
 * the passage and none of its own, there or near it. A rare sense ("?") needs no other's company: it is wrong without
 * its own. Nothing is marked where the German has a word of another sense as well. */
#include "bilingual/phrase_evidence.h"
#include "bilingual/sense_words.h"
#include "bilingual/wording.h"
#include "checks/places.h"
#include "lexicon/analysis.h"
#include "text/letters.h"

/* How sure a mark is that is shown by default. */
#define SURE 0.9f

/* What the company of the English shows by itself is not shown by default: in good translations that nobody had seen it
 * set 0.36 marks a 1,000 words, and of 645 faulty sentences written blind it found none that no other check did. */
#define LIKELY 0.75f

enum {
    NEAR_TOKENS = 90, /* English tokens before and behind the passage where company counts as near */
    BESIDE = 3,       /* tokens from the word to company that stands beside it */
    WEIGHT_SURE = 2,  /* of company beside the word, or of a word that the row names itself */
    LEAST_WEIGHT = 1, /* of another sense's company, against a word; and against one of a common sense */
    LEAST_AGAINST_COMMON = 2,
    PHRASE_ROOM = 64,   /* bytes */
    PARTICLE_REACH = 4, /* tokens from a verb to its particle behind the object */
};

/* ---- company ---- */

/* How much the English token says for the sense: by its field, more beside the word or by itself ("=box"); 0: nothing.
 */
static unsigned weight_of(const struct row_at_hand *row, const struct field_sense *sense, uint32_t token)
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
static bool is_named(const struct row_at_hand *row, const struct field_sense *sense)
{
    const struct sense_item *items = items_of(row, sense);

    for (uint32_t i = 0; i < sense->record->item_count; i++)
        for (uint32_t j = row->place.english; items[i].kind == SENSE_COMPANION && j < row->place.english_end; j++)
            if (is_companion(&row->place, j, &items[i]) && !is_key_word(&row->place, j))
                return true;
    return false;
}

/* "Police recorded twenty offences" is no "police record". */
static bool may_be_meant(const struct row_at_hand *row, const struct field_sense *sense)
{
    return !row->verb_form || !is_noun_sense(row, sense);
}

/* The surest of its constructions that the word stands in; 0: none. */
static unsigned certainty(const struct row_at_hand *row, const struct field_sense *sense)
{
    const struct sense_item *items = items_of(row, sense);
    unsigned most = 0;

    if (!may_be_meant(row, sense))
        return 0;
    for (uint32_t i = 0; i < sense->record->item_count; i++)
        if (items[i].kind == SENSE_CONSTRUCTION && items[i].weight > most && construction_holds(&row->place, &items[i]))
            most = items[i].weight;
    return most;
}

/* A word that stands there twice is counted once. */
static bool stood_before(const struct row_at_hand *row, uint32_t first, uint32_t token)
{
    for (uint32_t i = first; i < token; i++)
        if (slice_equal(lower_english(row->bilingual, i), lower_english(row->bilingual, token)))
            return true;
    return false;
}

static void count_company(struct row_at_hand *row)
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

/* ---- judging ---- */

/* The sense that stands in a construction surer than any of the one at hand. */
static const struct field_sense *certain_sense(const struct row_at_hand *row, const struct field_sense *sense)
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
static const struct field_sense *likelier_sense(const struct row_at_hand *row, const struct field_sense *sense)
{
    const struct field_sense *best = NULL;
    unsigned least = (sense->record->flags & SENSE_COMMON) != 0 ? LEAST_AGAINST_COMMON : LEAST_WEIGHT;

    if (sense->here > 0 || sense->near > 0 || (sense->record->flags & SENSE_MARKED) == 0)
        return NULL;
    for (size_t i = 0; i < row->count; i++)
        if (&row->senses[i] != sense && row->senses[i].here >= least && may_be_meant(row, &row->senses[i]) &&
            (best == NULL || row->senses[i].here > best->here))
            best = &row->senses[i];
    return best == NULL && (sense->record->flags & SENSE_RARE) != 0 && row->place.last <= row->place.word + 1
               ? &row->senses[sense == row->senses ? 1 : 0]
               : best;
}

/* The sense that is meant instead; NULL: the one that stands there may be right. */
static const struct field_sense *meant_instead(const struct row_at_hand *row, const struct field_sense *sense)
{
    const struct field_sense *certain = certain_sense(row, sense);

    return certain == NULL && sense->certain == 0 ? likelier_sense(row, sense) : certain;
}

/* Words of another sense's field say little where no construction does and the row names none of them: the marks that
 * they alone gave stood as often in human translations as in what a rater had marked. So did those of an object or a
 * subject, which is sought without a parse, and which German may have with a verb of either sense ("die Preise
 * sprangen"). Nor does a mere synonym say much, nor any word beside another that renders the English. */
static bool is_likely(const struct row_at_hand *row, uint32_t german, const struct field_sense *wrong,
                      const struct field_sense *right)
{
    unsigned flags = wrong->record->flags;

    if (senses_of(row, german, true) == 0 || is_rendered_by_other(row, german) ||
        token_is_comparative(token_at(row->run, german))) /* "the later writer" – "die spätere Schriftstellerin" */
        return false;
    return right->certain >= FRAME_WEIGHT || (flags & SENSE_RARE) != 0 ||
           (right->certain == 0 && right->named && (flags & SENSE_COMMON) == 0);
}

static void mark(const struct row_at_hand *row, uint32_t german, const struct field_sense *wrong,
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
    issue->confidence = is_likely(row, german, wrong, right) ? LIKELY : UNSURE;
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
static bool has_other(const struct row_at_hand *row, const struct field_sense *sense)
{
    unsigned own = 1u << (unsigned)(sense - row->senses);

    for (uint32_t i = row->german; i < row->german_end; i++)
        if ((senses_of(row, i, true) & ~own) != 0)
            return true;
    return false;
}

/* The English word is a title or part of a name. */
static bool is_name(const struct row_at_hand *row)
{
    const struct token *token = &row->bilingual->english->tokens[row->place.word];

    return (token->flags & (TOKEN_CAPITAL | TOKEN_SENTENCE_START)) == TOKEN_CAPITAL;
}

/* The English word was left as it is, or German has it as well ("Bar"). */
static bool is_copied(const struct row_at_hand *row, uint32_t german)
{
    return slice_equal(lower_english(row->bilingual, row->place.word), lower_at(row->run, german));
}

/* What marks the word already; NULL: nothing. */
static struct issue *issue_at(const struct row_at_hand *row, uint32_t german)
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
static void mark_or_confirm(const struct row_at_hand *row, uint32_t german, const struct field_sense *wrong,
                            const struct field_sense *right)
{
    struct issue *issue = issue_at(row, german);

    if (issue != NULL && issue->confidence < SURE && slice_starts(issue->rule->id, SLICE("wrong-sense/")))
        issue->confidence = SURE;
    else if (issue == NULL || (issue->confidence < SURE && right->certain > 0))
        mark(row, german, wrong, right);
}

static bool is_safe(const struct row_at_hand *row, uint32_t german)
{
    for (size_t i = 0; i < row->safe_count; i++)
        if (row->safe[i] == german)
            return true;
    return false;
}

static void check_row(struct row_at_hand *row)
{
    for (uint32_t i = row->german; i < row->german_end; i++) {
        struct field_sense *sense = sense_of(row, i);

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
static void note_safe(struct row_at_hand *row)
{
    for (uint32_t i = row->german; i < row->german_end; i++) {
        unsigned found = senses_of(row, i, false);

        for (size_t j = 0; found != 0 && j < row->count && row->safe_count < MOST_SAFE; j++)
            if ((found & 1u << j) != 0 && certainty(row, &row->senses[j]) > 0)
                row->safe[row->safe_count++] = i;
    }
}

/* The rows that stand beside the pairs of the table. */
static const struct sense_row *rows_at(const struct row_at_hand *row, const struct pair_record *pairs)
{
    const struct lexicon *lexicon = row->bilingual->lexicon;

    return lexicon->sense_rows + (pairs - lexicon->pairs) - named_table(lexicon, TABLE_SENSE_FIELDS)->first;
}

static void check_rows(struct row_at_hand *row, const struct pair_record *pairs, size_t count)
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
static const struct pair_record *phrase_rows(const struct row_at_hand *row, const struct list_record *table,
                                             uint32_t second, size_t *count)
{
    const struct english_record *record = row->bilingual->words[row->place.word].record;
    struct slice particle = lower_english(row->bilingual, second);
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
static bool check_phrase(struct row_at_hand *row, const struct list_record *table, const struct list_record *particles)
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

/* "recorded", "recording": a form of a verb, unless it is a word of its own. */
static bool is_verb_form(struct slice form)
{
    return slice_ends(form, SLICE("ed")) || slice_ends(form, SLICE("ing"));
}

/* The rows of the form and of all words that it can be a form of: "shot" is "shot" and "shoot". */
static void check_forms(struct row_at_hand *row, const struct list_record *table)
{
    const struct lexicon *lexicon = row->bilingual->lexicon;
    const struct english_record *record = row->bilingual->words[row->place.word].record;
    struct slice form = lower_english(row->bilingual, row->place.word);
    size_t count;
    const struct pair_record *rows = pairs_of(lexicon, table, form, &count);

    row->verb_form = false;
    check_rows(row, rows, rows == NULL ? 0 : count);
    row->verb_form = is_verb_form(form);
    for (uint32_t i = 0; record != NULL && i < record->stem_count; i++) {
        struct slice stem = english_stem(lexicon, record, i);

        if (slice_equal(stem, lexicon_text(lexicon, record->text)))
            continue;
        rows = pairs_of(lexicon, table, stem, &count);
        check_rows(row, rows, rows == NULL ? 0 : count);
    }
}

static void check_word(struct row_at_hand *row, const struct list_record *table, const struct list_record *particles)
{
    struct sense_place *place = &row->place;
    const struct passage *passage = &row->bilingual->passages[row->bilingual->words[place->word].passage];

    row->verb_form = false;
    place->last = place->word;
    place->passage = passage;
    passage_english(row->bilingual, passage, &place->english, &place->english_end);
    passage_german(row->run->doc, passage, &row->german, &row->german_end);
    read_passage_keys(row, passage);
    read_linked_tokens(row);
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
    struct row_at_hand row = { .run = run, .bilingual = bilingual, .passage = &keys };

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
