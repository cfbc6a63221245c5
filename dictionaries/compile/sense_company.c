/* Learns from Ding what stands beside an English noun in each of its senses.
 *
 * The senses of a noun are its German nouns, those that are akin taken together: "bank" is Bank, Geldinstitut … and
 * Ufer, Böschung … An English phrase of Ding that holds the noun has one of these words in its German ("river bank" –
 * "Flussufer"), so the other words of the phrase are the company of that sense. The program (bilingual/company.c) marks
 * a German noun of a sense that the words around it never go with, where they go with another one. */
#include <math.h>
#include <stdlib.h>

#include "kinship.h"
#include "rules.h"
#include "stem.h"
#include "text/unicode.h"
#include "word_file.h"

enum {
    MOST_NOUNS = 40, /* German nouns for one English word; a word of more means anything */
    MOST_WORDS = 8,  /* of a phrase that carry sense: more are a sentence */
    FEW_WORDS = 4,   /* in fewer the company is close */
    MOST_STEMS = 24, /* that the words of a phrase can be forms of */
    NOUN_ROOM = 64,  /* bytes of a stem */
    LEAST_STEM = 4,
};

/* A sense has phrases enough when their weights sum up to this. */
#define KNOWN_WEIGHT 8.0
/* The weight that the company of a noun must reach somewhere for the program to say anything. */
#define LEAST_WEIGHT 0.3
/* More phrases than this say no more. */
#define MOST_WEIGHT 3.0

struct german_noun {
    uint32_t noun; /* in kinship */
    char stem[NOUN_ROOM];
    size_t stem_len;
    unsigned sense;
};

/* An English noun of several senses. */
struct ambiguous {
    struct slice english;
    uint32_t word; /* by the builder's number */
    struct german_noun *nouns;
    size_t noun_count, sense_count;
};

/* A word beside a noun in one of its senses. */
struct posting {
    uint32_t noun, company; /* noun: in learner.items */
    uint32_t sense;
    float weight;
};

struct learner {
    struct arena arena, scratch;
    const struct company_sources *sources;
    struct builder *builder;
    struct kinship kinship;
    struct ambiguous *items;
    size_t count, capacity;
    uint32_t *item_of;     /* beside English words: index + 1 in items, 0: of one sense */
    uint32_t *seen;        /* beside English words: phrases that hold them */
    struct numbers *stems; /* beside English words */
    struct posting *postings;
    size_t posting_count, posting_capacity;
};

/* ---- senses ---- */

/* The letters that all forms and compounds of a noun share. */
static void fold_noun(struct german_noun *noun, struct slice text)
{
    static const char *const endings[] = { "en", "er", "e", "n", "s" };

    noun->stem_len = fold(text, noun->stem, sizeof(noun->stem));
    cut_ending(noun->stem, &noun->stem_len, endings, sizeof(endings) / sizeof(*endings), LEAST_STEM);
}

/* 0, 1, 2 … in the order of their first nouns. */
static void number_senses(struct ambiguous *item)
{
    unsigned numbers[MOST_NOUNS];

    for (size_t i = 0; i < item->noun_count; i++)
        numbers[i] = MOST_NOUNS;
    for (size_t i = 0; i < item->noun_count; i++) {
        unsigned *number = &numbers[item->nouns[i].sense];

        if (*number == MOST_NOUNS)
            *number = (unsigned)item->sense_count++;
        item->nouns[i].sense = *number;
    }
}

/* Gives nouns that are akin one number. */
static void find_senses(const struct learner *learner, struct ambiguous *item)
{
    for (size_t i = 0; i < item->noun_count; i++)
        item->nouns[i].sense = (unsigned)i;
    for (size_t i = 0; i < item->noun_count; i++)
        for (size_t j = 0; j < i; j++) {
            unsigned from = item->nouns[i].sense, to = item->nouns[j].sense;

            if (from == to || !are_akin(&learner->kinship, item->nouns[i].noun, item->nouns[j].noun, item->english))
                continue;
            for (size_t k = 0; k < item->noun_count; k++)
                if (item->nouns[k].sense == from)
                    item->nouns[k].sense = to;
        }
    number_senses(item);
}

static void add_item(struct learner *learner, struct slice english, uint32_t word)
{
    struct ambiguous item = { .english = english, .word = word };
    size_t count;
    const struct slice *german = translations_of(learner->sources->translations, english, &count);

    item.nouns = arena_array(&learner->arena, MOST_NOUNS, sizeof(*item.nouns));
    for (size_t i = 0; i < count; i++) {
        uint32_t noun = kinship_noun(&learner->kinship, german[i]);

        if (noun == NO_WORD)
            continue;
        if (item.noun_count == MOST_NOUNS)
            return;
        item.nouns[item.noun_count].noun = noun;
        fold_noun(&item.nouns[item.noun_count++], german[i]);
    }
    find_senses(learner, &item);
    if (item.sense_count < 2)
        return;
    learner->items =
        arena_grow(&learner->arena, learner->items, learner->count, &learner->capacity, sizeof(*learner->items));
    learner->items[learner->count++] = item;
    learner->item_of[word] = (uint32_t)learner->count;
}

static bool is_closed(const struct learner *learner, struct slice word)
{
    return word.len < 3 || list_has(learner->sources->closed, word);
}

static void find_ambiguous(struct learner *learner)
{
    for (size_t i = 0; i < translations_count(learner->sources->translations); i++) {
        struct slice english = translations_english(learner->sources->translations, i);
        uint32_t word = is_closed(learner, english) ? NO_ID : builder_find_english(learner->builder, english);

        if (word != NO_ID)
            add_item(learner, english, word);
    }
}

/* ---- phrases ---- */

static void visit_stem(void *context, uint32_t word, uint32_t stem)
{
    struct learner *learner = context;

    numbers_add(&learner->arena, &learner->stems[word], stem);
}

static void add_stem(uint32_t stems[MOST_STEMS], size_t *count, uint32_t stem)
{
    for (size_t i = 0; i < *count; i++)
        if (stems[i] == stem)
            return;
    if (*count < MOST_STEMS)
        stems[(*count)++] = stem;
}

/* The words of an English phrase that carry sense, by the words that they can be forms of; *words counts them. */
static size_t phrase_stems(struct learner *learner, struct slice phrase, uint32_t stems[MOST_STEMS], size_t *words)
{
    struct slice rest = lower_case(&learner->scratch, phrase), word;
    size_t count = 0;

    *words = 0;
    while (next_word(&rest, ' ', &word)) {
        uint32_t number = is_closed(learner, word) ? NO_ID : builder_find_english(learner->builder, word);

        *words += !is_closed(learner, word);
        for (size_t i = 0; number != NO_ID && i < learner->stems[number].count; i++)
            add_stem(stems, &count, learner->stems[number].items[i]);
    }
    return count;
}

/* The German of a part, folded, its terms one behind the other. */
static struct slice fold_german(struct learner *learner, const struct ding_pair *pair)
{
    size_t room = 1, len = 0;

    for (size_t i = 0; i < pair->german_count; i++)
        room += pair->german[i].text.len + 8;
    char *text = arena_take(&learner->scratch, room);

    for (size_t i = 0; i < pair->german_count; i++) {
        len += fold(pair->german[i].text, text + len, pair->german[i].text.len + 7);
        text[len++] = ' ';
    }
    return (struct slice){ text, len };
}

/* The senses of the noun that the German text has words of; a bit each. */
static uint64_t senses_in(const struct ambiguous *item, struct slice german, size_t *count)
{
    uint64_t senses = 0;

    for (size_t i = 0; i < item->noun_count; i++)
        if (memmem(german.at, german.len, item->nouns[i].stem, item->nouns[i].stem_len) != NULL)
            senses |= (uint64_t)1 << item->nouns[i].sense;
    *count = 0;
    for (size_t i = 0; i < item->sense_count; i++)
        *count += (senses >> i) & 1;
    return senses;
}

static void add_company(struct learner *learner, uint32_t noun, uint32_t company, uint64_t senses, float weight)
{
    for (uint32_t sense = 0; sense < learner->items[noun].sense_count; sense++) {
        if (((senses >> sense) & 1) == 0)
            continue;
        learner->postings = arena_grow(&learner->arena, learner->postings, learner->posting_count,
                                       &learner->posting_capacity, sizeof(*learner->postings));
        learner->postings[learner->posting_count++] = (struct posting){ noun, company, sense, weight };
    }
}

/* Words of a trade, as articles seldom have them: "acceleration spring". */
static bool is_technical(const struct ding_pair *pair)
{
    static const char *const trades[] = { "techn.", "mach.", "electr.", "auto", "min.", "constr.", "chem.", "textil." };

    for (size_t i = 0; i < pair->german_count; i++)
        for (size_t j = 0; j < sizeof(trades) / sizeof(*trades); j++)
            if (slice_equal(pair->german[i].domain, slice_of(trades[j])))
                return true;
    return false;
}

static void learn_phrase(struct learner *learner, struct slice phrase, struct slice german, float weight)
{
    uint32_t stems[MOST_STEMS];
    size_t words, count = phrase_stems(learner, phrase, stems, &words);

    if (words < 2 || words > MOST_WORDS)
        return;
    for (size_t i = 0; i < count; i++) {
        uint32_t item = learner->item_of[stems[i]];
        size_t senses;
        uint64_t found = item == 0 ? 0 : senses_in(&learner->items[item - 1], german, &senses);

        learner->seen[stems[i]]++;
        for (size_t j = 0; found != 0 && j < count; j++)
            if (i != j)
                add_company(learner, item - 1, stems[j], found,
                            weight / (float)senses / (words <= FEW_WORDS ? 1.0f : 2.0f));
    }
}

static void visit_phrases(void *context, const struct ding_pair *pair)
{
    struct learner *learner = context;
    struct slice german = { 0 };
    float weight = is_technical(pair) ? 0.3f : 1.0f;

    for (size_t i = 0; i < pair->english_count; i++) {
        if (memchr(pair->english[i].text.at, ' ', pair->english[i].text.len) == NULL)
            continue;
        if (german.len == 0)
            german = fold_german(learner, pair);
        learn_phrase(learner, pair->english[i].text, german, weight);
    }
    arena_free(&learner->scratch);
}

/* ---- writing ---- */

static int compare_postings(const void *a, const void *b)
{
    const struct posting *left = a, *right = b;

    if (left->noun != right->noun)
        return left->noun < right->noun ? -1 : 1;
    if (left->company != right->company)
        return left->company < right->company ? -1 : 1;
    return (left->sense > right->sense) - (left->sense < right->sense);
}

/* Postings of the same words become one. */
static void sum_postings(struct learner *learner)
{
    size_t count = 0;

    if (learner->posting_count > 1)
        qsort(learner->postings, learner->posting_count, sizeof(*learner->postings), compare_postings);
    for (size_t i = 0; i < learner->posting_count; i++)
        if (count > 0 && compare_postings(&learner->postings[count - 1], &learner->postings[i]) == 0)
            learner->postings[count - 1].weight += learner->postings[i].weight;
        else
            learner->postings[count++] = learner->postings[i];
    learner->posting_count = count;
}

/* A word that stands in few phrases tells more. */
static double weight_of(const struct learner *learner, const struct posting *posting)
{
    double rarity = log(20000.0 / (1 + learner->seen[posting->company])) / 10;

    return (posting->weight < MOST_WEIGHT ? (double)posting->weight : MOST_WEIGHT) * (rarity > 0.02 ? rarity : 0.02);
}

struct sections {
    struct sense_record *records;
    struct sense_word *words;
    struct sense_company *company;
    size_t record_count, word_count, company_count;
};

static void write_words(struct learner *learner, const struct ambiguous *item, const double *known,
                        struct sections *out)
{
    struct numbers *kin = arena_array(&learner->scratch, item->noun_count, sizeof(*kin));

    for (size_t i = 0; i < item->noun_count; i++)
        kin[i] = kin_of(&learner->kinship, &learner->scratch, item->nouns[i].noun, item->english);
    for (size_t i = 0; i < item->noun_count; i++) {
        const struct german_noun *noun = &item->nouns[i];
        struct sense_word word = {
            .lemma = builder_lemma(learner->builder, learner->kinship.nouns.words[noun->noun]),
            .sense = (uint8_t)noun->sense,
            .known = known[noun->sense] >= KNOWN_WEIGHT,
        };

        for (size_t j = 0; j < item->noun_count; j++) /* the first noun of a sense is its commonest */
            if (item->nouns[j].sense == noun->sense ||
                ((j == 0 || item->nouns[j].sense > item->nouns[j - 1].sense) && numbers_meet(&kin[i], &kin[j])))
                word.akin |= (uint64_t)1 << item->nouns[j].sense;
        out->words[out->word_count++] = word;
    }
    arena_free(&learner->scratch);
}

/* The postings [first, end) are the item's. */
static void write_item(struct learner *learner, const struct ambiguous *item, size_t first, size_t end,
                       struct sections *out)
{
    double known[MOST_NOUNS] = { 0 }, most = 0;

    for (size_t i = first; i < end; i++) {
        double weight = weight_of(learner, &learner->postings[i]);

        known[learner->postings[i].sense] += (double)learner->postings[i].weight;
        most = weight > most ? weight : most;
    }
    if (most < LEAST_WEIGHT || end - first > UINT16_MAX)
        return;
    out->records[out->record_count++] = (struct sense_record){
        item->word,
        (uint32_t)out->word_count,
        (uint32_t)out->company_count,
        (uint16_t)item->noun_count,
        (uint16_t)(end - first),
    };
    for (size_t i = first; i < end; i++)
        out->company[out->company_count++] = (struct sense_company){
            learner->postings[i].company,
            (uint16_t)learner->postings[i].sense,
            (uint16_t)(weight_of(learner, &learner->postings[i]) * 1000),
        };
    write_words(learner, item, known, out);
}

static int compare_records(const void *a, const void *b)
{
    const struct sense_record *left = a, *right = b;

    return (left->english > right->english) - (left->english < right->english);
}

static void write_sections(struct learner *learner)
{
    struct sections out = {
        .records = arena_array(&learner->arena, learner->count + 1, sizeof(*out.records)),
        .words = arena_array(&learner->arena, learner->count * MOST_NOUNS + 1, sizeof(*out.words)),
        .company = arena_array(&learner->arena, learner->posting_count + 1, sizeof(*out.company)),
    };

    for (size_t first = 0, end; first < learner->posting_count; first = end) {
        for (end = first; end < learner->posting_count && learner->postings[end].noun == learner->postings[first].noun;)
            end++;
        write_item(learner, &learner->items[learner->postings[first].noun], first, end, &out);
    }
    if (out.record_count > 1)
        qsort(out.records, out.record_count, sizeof(*out.records), compare_records);
    builder_section(learner->builder, SECTION_SENSES, out.records, out.record_count * sizeof(*out.records));
    builder_section(learner->builder, SECTION_SENSE_WORDS, out.words, out.word_count * sizeof(*out.words));
    builder_section(learner->builder, SECTION_SENSE_COMPANY, out.company, out.company_count * sizeof(*out.company));
}

int sense_company_write(const struct company_sources *sources, struct builder *builder, struct rs_error *error)
{
    struct learner learner = { .sources = sources, .builder = builder };
    size_t english = builder_english_count(builder);
    int status = kinship_read(&learner.kinship, sources->translations, sources->ding, sources->thesaurus, error);

    if (status == 0) {
        learner.item_of = arena_array(&learner.arena, english + 1, sizeof(*learner.item_of));
        learner.seen = arena_array(&learner.arena, english + 1, sizeof(*learner.seen));
        learner.stems = arena_array(&learner.arena, english + 1, sizeof(*learner.stems));
        builder_each_stem(builder, visit_stem, &learner);
        find_ambiguous(&learner);
        status = read_ding(sources->ding, visit_phrases, &learner, error);
    }
    if (status == 0) {
        sum_postings(&learner);
        write_sections(&learner);
    }
    kinship_free(&learner.kinship);
    arena_free(&learner.scratch);
    arena_free(&learner.arena);
    return status;
}
