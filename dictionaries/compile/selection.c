/* Generates wrong senses from what verbs, adjectives and nouns ask of the nouns beside them.
 *
 * A dog barks, a bone breaks, a court is asked: words/selection.tsv says which kinds of things stand there. Where a
 * noun of another kind stands that an English word of words/homonyms.tsv shares with one of these kinds ("calf": "Kalb"
 * and "Wade", behind "verstauchen"), that one is meant. Pairs that German itself puts together are left out, as for
 * idioms.
 */
#include "idioms.h"
#include "word_file.h"
#include "word_table.h"

enum { MOST_KINDS = 64 };

static const double generated_confidence = 0.85;

/* A row of selection.tsv: beside these words, in this place, stand nouns of these kinds (a bit each). */
struct wanting {
    struct slice relation, words; /* words: between bars */
    uint64_t wanted, fitting;     /* fitting: also right there, but never meant instead */
    size_t line;
};

/* A German noun of an English word of several senses. */
struct meaning {
    uint32_t noun; /* in selector.nouns */
    uint32_t word; /* meanings of one English word have the same number */
    struct slice english;
    uint64_t kinds; /* in this sense */
};

struct selector {
    struct arena *arena;
    struct word_table kinds, nouns;
    uint64_t *kinds_of; /* beside nouns: in all senses, a bit each */
    size_t kinds_of_capacity;
    GROWING(struct meaning, meanings);
    GROWING(struct wanting, places);
    uint32_t word_count;
    const struct pair_filter *filter;
    const char *path; /* of selection.tsv */
};

/* "Bank:groups+furniture" */
static int read_meaning(struct selector *selector, const struct word_row *row, struct slice text,
                        struct rs_error *error)
{
    struct slice rest = text, german, kind;
    size_t before = selector->nouns.count;
    struct meaning meaning = { .word = selector->word_count, .english = arena_copy(selector->arena, row->columns[0]) };

    next_word(&rest, ':', &german);
    rest = slice_from(rest, rest.len > 0 ? 1 : 0); /* the colon */
    meaning.noun = word_add(&selector->nouns, german);
    while (next_word(&rest, '+', &kind)) {
        uint32_t number = word_add(&selector->kinds, kind);

        if (number >= MOST_KINDS)
            return error_set(error, row->path, row->line, "more than %d kinds of nouns", MOST_KINDS);
        meaning.kinds |= (uint64_t)1 << number;
    }
    if (meaning.kinds == 0)
        return error_set(error, row->path, row->line, "\"%.*s\" is of no kind (\"Kalb:animals\" is)", (int)text.len,
                         text.at);
    if (selector->nouns.count > before) {
        selector->kinds_of = arena_grow(selector->arena, selector->kinds_of, before, &selector->kinds_of_capacity,
                                        sizeof(*selector->kinds_of));
        selector->kinds_of[meaning.noun] = 0;
    }
    selector->kinds_of[meaning.noun] |= meaning.kinds;
    *ADD(selector->arena, selector, meanings) = meaning;
    return 0;
}

static int read_homonyms(void *context, const struct word_row *row, struct rs_error *error)
{
    struct selector *selector = context;
    struct slice rest = row->columns[1], text;

    while (next_word(&rest, '|', &text))
        if (read_meaning(selector, row, text, error) != 0)
            return -1;
    selector->word_count++;
    return 0;
}

static int read_kinds(const struct selector *selector, const struct word_row *row, struct slice names, uint64_t *kinds,
                      struct rs_error *error)
{
    struct slice name;

    *kinds = 0;
    while (next_word(&names, '|', &name)) {
        uint32_t kind = word_find(&selector->kinds, name);

        if (kind == NO_WORD)
            return error_set(error, row->path, row->line, "\"%.*s\" is no kind of homonyms.tsv", (int)name.len,
                             name.at);
        *kinds |= (uint64_t)1 << kind;
    }
    return 0;
}

static int read_place(void *context, const struct word_row *row, struct rs_error *error)
{
    struct selector *selector = context;
    struct wanting place = {
        .relation = arena_copy(selector->arena, row->columns[0]),
        .words = arena_copy(selector->arena, row->columns[1]),
        .line = row->line,
    };

    if (!is_sense_relation(place.relation))
        return error_set(error, row->path, row->line, "\"%.*s\" is no place of a noun (subject-of, object-of, of, ...)",
                         (int)place.relation.len, place.relation.at);
    if (read_kinds(selector, row, row->columns[2], &place.wanted, error) != 0 ||
        read_kinds(selector, row, row->columns[3], &place.fitting, error) != 0)
        return -1;
    selector->path = arena_copy(selector->arena, slice_of(row->path)).at;
    *ADD(selector->arena, selector, places) = place;
    return 0;
}

/* What is meant where this noun stands: the noun of a kind that is wanted at the place, of the same English word; NULL
 * where there is none, or where the noun itself fits. */
static const struct meaning *meant(const struct selector *selector, const struct meaning *wrong,
                                   const struct wanting *place)
{
    if ((selector->kinds_of[wrong->noun] & (place->wanted | place->fitting)) != 0)
        return NULL;
    for (size_t i = 0; i < selector->meanings_count; i++)
        if (selector->meanings[i].word == wrong->word && (selector->meanings[i].kinds & place->wanted) != 0)
            return &selector->meanings[i];
    return NULL;
}

static struct rule_source *rule_of(const struct selector *selector, struct rule_sources *rules, size_t first,
                                   struct slice noun, const struct meaning *meaning, size_t line)
{
    struct arena *arena = &rules->arena;
    struct slice right = selector->nouns.words[meaning->noun];
    struct slice text = arena_print(arena, "%.*s-%.*s-%.*s", (int)meaning->english.len, meaning->english.at,
                                    (int)noun.len, noun.at, (int)right.len, right.at);
    struct slice id = german_id(arena, SLICE("wrong-sense/"), text);

    for (size_t i = first; i < rules->rules_count; i++)
        if (slice_equal(rules->rules[i].id, id))
            return &rules->rules[i];
    struct rule_source *rule = ADD(arena, rules, rules);

    *rule = (struct rule_source){
        .file = slice_of(selector->path),
        .line = line,
        .id = id,
        .category = SLICE("accuracy/mistranslation"),
        .english = meaning->english,
        .severity = SEVERITY_MAJOR,
        .confidence = generated_confidence,
    };
    *ADD(arena, rule, suggestions) = arena_print(arena, "{%.*s=0}", (int)right.len, right.at);
    explain_sense(arena, rule, right);
    return rule;
}

/* The patterns of one noun at one place. */
static void generate(const struct selector *selector, struct rule_sources *rules, size_t first,
                     const struct meaning *wrong, const struct wanting *place)
{
    struct slice noun = selector->nouns.words[wrong->noun];
    const struct meaning *right = meant(selector, wrong, place);
    struct slice words =
        right == NULL ? (struct slice){ 0 } : words_apart(selector->filter, selector->arena, place->words, noun);

    if (words.len == 0)
        return;
    struct rule_source *rule = rule_of(selector, rules, first, noun, right, place->line);
    size_t before = rule->patterns_count;

    relation_write(&rules->arena, rule, place->relation, words,
                   arena_print(&rules->arena, "{%.*s}", (int)noun.len, noun.at));
    for (size_t i = before; i < rule->patterns_count; i++)
        log_made(selector->filter->log, rule, rule->patterns[i].text);
}

int selection_generate(struct rule_sources *rules, const char *folder, const struct pair_filter *filter,
                       struct rs_error *error)
{
    struct selector selector = {
        .arena = &rules->arena,
        .kinds.arena = &rules->arena,
        .nouns.arena = &rules->arena,
        .filter = filter,
    };
    size_t first = rules->rules_count;

    if (read_word_file(folder, "homonyms.tsv", 2, 2, read_homonyms, &selector, error) != 0 ||
        read_word_file(folder, "selection.tsv", 3, 4, read_place, &selector, error) != 0)
        return -1;
    for (size_t i = 0; i < selector.meanings_count; i++)
        for (size_t j = 0; j < selector.places_count; j++)
            generate(&selector, rules, first, &selector.meanings[i], &selector.places[j]);
    return 0;
}
