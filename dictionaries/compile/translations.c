/* English words and short phrases with the German words that Ding gives for them. */
#include <stdlib.h>

#include "builder_rows.h"
#include "error.h"
#include "lexicon/hash.h"
#include "phrases.h"
#include "slots.h"
#include "text/unicode.h"
#include "word_file.h"

enum { MAX_ENGLISH_WORDS = 2 };

/* A German word for an English one. */
struct target {
    uint32_t german; /* in translations.german */
    uint32_t weight; /* pairs of Ding in which both stand */
    uint32_t order;  /* when it came first */
    struct slice domain;
    struct target *next;
};

struct english_word {
    struct target *first, *last;
    size_t count;
    struct slice *german; /* after the reading: the words, best first */
};

struct translations {
    struct arena arena;
    struct word_table english, german;
    struct english_word *words; /* beside english */
    size_t word_capacity;
    uint8_t *classes; /* beside german: enum german_class */
    size_t class_capacity;
    uint32_t *pairs; /* beside german, after the reading: pairs of Ding that hold the word */
    struct phrases phrases;
};

/* What translations_read keeps of the entry it is in. */
struct reading_state {
    struct translations *translations;
    struct arena scratch;
    struct ding_pair head; /* with terms of its own, as the reader's last for one part only */
    size_t line;
};

/* Placeholders for objects and possessors: "sb.", "sth./sb.", "one's", "etw./jdn.", "sich". */
static bool is_placeholder(struct slice word)
{
    static const char *const marks[] = { "sb", "sth",  "etw", "jdn",     "jdm", "jds",
                                         "jd", "sich", "one", "oneself", "sb.", "sth." };
    size_t length = word.len;

    for (size_t i = 0; i < word.len; i++)
        if (word.at[i] == '.' || word.at[i] == '/' || word.at[i] == '\'' || (unsigned char)word.at[i] == 0xe2) {
            length = i;
            break;
        }
    for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
        if (slice_equal((struct slice){ word.at, length }, slice_of(marks[i])))
            return true;
    return false;
}

static bool is_article(struct slice word)
{
    static const char *const articles[] = { "a", "an", "the", "to", "der", "die", "das", "ein", "eine" };

    for (size_t i = 0; i < sizeof(articles) / sizeof(*articles); i++)
        if (slice_equal(word, slice_of(articles[i])))
            return true;
    return false;
}

/* The term without placeholders, leading articles, and prepositions of placeholders: those that follow one ("announce
 * sth. to sb.") and, before a German verb, those that start the term ("auf etw. verzichten"). The text is in the arena;
 * *count receives its words. */
static struct slice bare_term(struct arena *arena, struct slice text, bool german, size_t *count)
{
    char *bare = arena_take(arena, text.len + 1);
    struct slice word;
    size_t len = 0, before = 0;  /* bytes; and without the last word */
    bool free_standing = german; /* no word of the term stands right before the last one */

    *count = 0;
    while (next_word(&text, ' ', &word)) {
        bool placeholder = is_placeholder(word);

        if (placeholder && free_standing && len > before) {
            len = before;
            --*count;
        }
        if (placeholder || (*count == 0 && is_article(word))) {
            free_standing = placeholder || german;
            before = len;
            continue;
        }
        free_standing = free_standing && len == before;
        before = len;
        if (len > 0)
            bare[len++] = ' ';
        memcpy(bare + len, word.at, word.len);
        len += word.len;
        ++*count;
    }
    return (struct slice){ bare, len };
}

static bool is_english_term(struct slice text)
{
    for (size_t i = 0; i < text.len; i++)
        if (strchr("/,;:!?\"", text.at[i]) != NULL)
            return false;
    return text.len > 0;
}

/* Letters with hyphens between them: a word that a text can hold. */
static bool is_german_word(struct slice text)
{
    while (text.len > 0) {
        int32_t c;
        size_t length = read_code_point(text, &c);

        if (!is_letter(c) && c != '-')
            return false;
        text = slice_from(text, length);
    }
    return true;
}

static struct english_word *english_at(struct translations *translations, struct slice english)
{
    size_t before = translations->english.count;
    uint32_t index = word_add(&translations->english, english);

    if (translations->english.count > before)
        translations->words = arena_grow(&translations->arena, translations->words, before,
                                         &translations->word_capacity, sizeof(*translations->words));
    return &translations->words[index];
}

/* By Ding's grammar; nouns have a gender, or none but a capital ("Leute {pl}"). */
static enum german_class class_of(const struct ding_term *term, struct slice german)
{
    int32_t first;

    if (term->grammar.len > 0 && term->grammar.at[0] == 'v')
        return GERMAN_VERB;
    return read_code_point(german, &first) > 0 && is_upper(first) ? GERMAN_NOUN : GERMAN_OTHER;
}

/* The id of a German word, whose class is noted. */
static uint32_t german_at(struct translations *translations, struct slice german, enum german_class class)
{
    size_t before = translations->german.count;
    uint32_t id = word_add(&translations->german, german);

    if (translations->german.count > before)
        translations->classes = arena_grow(&translations->arena, translations->classes, before,
                                           &translations->class_capacity, sizeof(*translations->classes));
    translations->classes[id] = (uint8_t)(translations->classes[id] | class);
    return id;
}

static void add_target(struct translations *translations, struct slice english, struct slice german,
                       const struct ding_term *term)
{
    struct english_word *word = english_at(translations, english);
    uint32_t id = german_at(translations, german, class_of(term, german));

    for (struct target *target = word->first; target != NULL; target = target->next)
        if (target->german == id) {
            target->weight++;
            return;
        }
    struct target *target = arena_take(&translations->arena, sizeof(*target));

    *target = (struct target){ id, 1, (uint32_t)word->count++, arena_copy(&translations->arena, term->domain), NULL };
    if (word->last != NULL)
        word->last->next = target;
    else
        word->first = target;
    word->last = target;
}

/* Dictionary forms only: all terms of the head pair, and of later parts those with a grammar that is no plural. */
static bool is_dictionary_form(const struct ding_term *term, size_t part)
{
    return part == 0 || (term->grammar.len > 0 && !slice_equal(term->grammar, SLICE("pl")));
}

static void add_pair(struct reading_state *state, const struct ding_pair *pair)
{
    size_t words;

    for (size_t i = 0; i < pair->german_count; i++) {
        struct slice german = bare_term(&state->scratch, pair->german[i].text, true, &words);

        if (words != 1 || german.len < 2 || !is_german_word(german) ||
            !is_dictionary_form(&pair->german[i], pair->part))
            continue;
        for (size_t j = 0; j < pair->english_count; j++) {
            struct slice english = bare_term(&state->scratch, pair->english[j].text, false, &words);

            if (words > 0 && words <= MAX_ENGLISH_WORDS && is_english_term(english))
                add_target(state->translations, lower_case(&state->scratch, english), german, &pair->german[i]);
        }
    }
}

/* The reader's terms hold for one call: those of the head are copied for the parts after it. */
static void keep_head(struct reading_state *state, const struct ding_pair *pair)
{
    struct ding_term *terms = arena_array(&state->scratch, pair->german_count + 1, sizeof(*terms));

    for (size_t i = 0; i < pair->german_count; i++) {
        terms[i] = pair->german[i];
        terms[i].text = arena_copy(&state->scratch, pair->german[i].text);
        terms[i].grammar = arena_copy(&state->scratch, pair->german[i].grammar);
    }
    state->head = *pair;
    state->head.german = terms;
}

static void visit_words(void *context, const struct ding_pair *pair)
{
    struct reading_state *state = context;

    if (pair->part == 0) {
        arena_free(&state->scratch);
        keep_head(state, pair);
    }
    add_pair(state, pair);
    phrases_learn(&state->translations->phrases, &state->head, pair);
}

static void visit_phrases(void *context, const struct ding_pair *pair)
{
    struct translations *translations = context;

    for (size_t i = 0; i < pair->german_count; i++)
        if (memchr(pair->german[i].text.at, ' ', pair->german[i].text.len) != NULL)
            phrases_add(&translations->phrases, pair->german[i].text);
}

/* The word that Ding pairs most often comes first; those alike in the order of Ding. */
static int compare_targets(const void *a, const void *b)
{
    const struct target *left = *(const struct target *const *)a, *right = *(const struct target *const *)b;

    if (left->weight != right->weight)
        return left->weight > right->weight ? -1 : 1;
    return left->order < right->order ? -1 : 1;
}

static void sort_targets(struct translations *translations, struct english_word *word)
{
    struct target **targets = arena_array(&translations->arena, word->count + 1, sizeof(*targets));
    size_t count = 0;

    for (struct target *target = word->first; target != NULL; target = target->next)
        targets[count++] = target;
    qsort(targets, count, sizeof(*targets), compare_targets);
    word->german = arena_array(&translations->arena, count + 1, sizeof(*word->german));
    for (size_t i = 0; i < count; i++) {
        word->german[i] = translations->german.words[targets[i]->german];
        translations->pairs[targets[i]->german] += targets[i]->weight;
        targets[i]->next = i + 1 < count ? targets[i + 1] : NULL;
    }
    word->first = targets[0];
}

struct translations *translations_read(const struct ding *ding)
{
    struct translations *translations = must(calloc(1, sizeof(*translations)));
    struct reading_state state = { .translations = translations };

    translations->english.arena = translations->german.arena = &translations->arena;
    translations->phrases.arena = &translations->arena;
    translations->phrases.stems.arena = translations->phrases.bases.arena = &translations->arena;
    ding_visit(ding, visit_words, &state);
    ding_visit(ding, visit_phrases, translations);
    arena_free(&state.scratch);
    translations->pairs =
        arena_array(&translations->arena, translations->german.count + 1, sizeof(*translations->pairs));
    for (size_t i = 0; i < translations->english.count; i++)
        sort_targets(translations, &translations->words[i]);
    phrases_sort(&translations->phrases);
    return translations;
}

void translations_free(struct translations *translations)
{
    if (translations == NULL)
        return;
    arena_free(&translations->arena);
    free(translations);
}

const struct slice *translations_of(const struct translations *translations, struct slice english, size_t *count)
{
    uint32_t index = word_find(&translations->english, english);

    *count = index == NO_WORD ? 0 : translations->words[index].count;
    return index == NO_WORD ? NULL : translations->words[index].german;
}

double translation_share(const struct translations *translations, struct slice english, struct slice german)
{
    uint32_t index = word_find(&translations->english, english), id = word_find(&translations->german, german);
    const struct target *target = index == NO_WORD ? NULL : translations->words[index].first;

    while (target != NULL && target->german != id)
        target = target->next;
    return target == NULL ? 0 : (double)target->weight / (double)translations->pairs[id];
}

unsigned german_classes(const struct translations *translations, struct slice german)
{
    uint32_t id = word_find(&translations->german, german);

    return id == NO_WORD ? 0 : translations->classes[id];
}

size_t german_frequency(const struct translations *translations, struct slice german)
{
    return phrases_count(&translations->phrases, german);
}

bool german_phrase_with(const struct translations *translations, const struct slice *stems, size_t count,
                        size_t max_gap, struct slice *phrase)
{
    return phrases_find(&translations->phrases, stems, count, max_gap, phrase);
}

/* Hash slots over the records' English, filled as lexicon/hash.h finds them. */
static void write_table(const struct translations *translations, struct builder *builder)
{
    struct slots slots;

    slots_open(&slots, translations->english.count);
    for (size_t i = 0; i < translations->english.count; i++)
        slots_add(&slots, hash_text(translations->english.words[i]), (uint32_t)i);
    slots_write(&slots, builder, SECTION_TRANSLATION_TABLE);
}

void translations_write(const struct translations *translations, struct builder *builder)
{
    struct arena arena = { 0 };
    size_t total = 0, next = 0;

    for (size_t i = 0; i < translations->english.count; i++)
        total += translations->words[i].count;
    struct translation_record *records = arena_array(&arena, translations->english.count + 1, sizeof(*records));
    struct translation_word *words = arena_array(&arena, total + 1, sizeof(*words));

    for (size_t i = 0; i < translations->english.count; i++) {
        records[i] = (struct translation_record){ builder_text(builder, translations->english.words[i]), (uint32_t)next,
                                                  (uint32_t)translations->words[i].count };
        for (const struct target *target = translations->words[i].first; target != NULL; target = target->next)
            words[next++] = (struct translation_word){
                builder_lemma(builder, translations->german.words[target->german]),
                builder_text(builder, target->domain),
            };
    }
    builder_section(builder, SECTION_TRANSLATIONS, records, translations->english.count * sizeof(*records));
    builder_section(builder, SECTION_TRANSLATION_WORDS, words, total * sizeof(*words));
    write_table(translations, builder);
    arena_free(&arena);
}
