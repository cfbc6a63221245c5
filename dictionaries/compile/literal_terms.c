/* Makes the tables of literal terms: what an English term of two words becomes when each is put into German alone.
 *
 * "Erfrischung" is refresh, "Rate" is rate, and a refresh rate is a Bildwiederholrate: no German dictionary has an
 * Erfrischungsrate. All renderings of both words are put together, as compounds and, where the first is an adjective,
 * side by side, so that one row with the English term covers every way of getting it wrong. The terms are those of
 * tables/english-terms.tsv and of the desks (terms/DESK.tsv); all of Ding's would make a term of too much that people
 * write. Compounds that a dictionary has are no matter here: the check (checks/literal_terms.c) leaves them alone.
 */
#include "literal_terms.h"

#include "morphology.h"
#include "text/letters.h"
#include "text/unicode.h"
#include "word_file.h"
#include "word_table.h"

enum {
    MOST_NOUNS = 7,  /* renderings of a word by nouns ... */
    MOST_OTHERS = 4, /* ... by adjectives, and by verbs, whose stem a compound may begin with */
    MOST_RENDERINGS = MOST_NOUNS + 2 * MOST_OTHERS,
    SHORTEST_PART = 3,   /* bytes of a rendering */
    MOST_FORMS = 4,      /* dictionary forms that a noun of Ding stands for */
    PHRASE_GAP = 2,      /* words between an adjective and a noun that a German phrase puts together */
    TOO_FAMILIAR = 3000, /* the product of the frequencies of an adjective and a noun that meet by chance */
};

static const char *const joints[] = { "", "s", "es", "n", "en", "er", "e", "-" };
enum { JOINTS = sizeof(joints) / sizeof(*joints) };

struct table_rows {
    struct slice (*rows)[2];
    size_t count, capacity;
};

struct term_maker {
    const struct term_sources *sources;
    struct arena *arena;
    struct word_table made; /* keys that were written down: the first term that has one keeps it */
    struct table_rows compounds, phrases, right;
};

struct term {
    struct slice english, first, second; /* "refresh rate", its words */
    const struct slice *right;           /* its German */
    size_t right_count;
};

struct renderings {
    struct slice words[MOST_RENDERINGS];
    size_t count;
};

static void add_row(struct term_maker *maker, struct table_rows *table, struct slice key, struct slice value)
{
    table->rows = arena_grow(maker->arena, table->rows, table->count, &table->capacity, sizeof(*table->rows));
    table->rows[table->count][0] = key;
    table->rows[table->count++][1] = value;
}

/* ---- renderings of a word ---- */

static bool has_word(const struct renderings *renderings, struct slice word)
{
    for (size_t i = 0; i < renderings->count; i++)
        if (slice_equal(renderings->words[i], word))
            return true;
    return false;
}

/* How likely a word is taken: it comes early among what Ding gives, and Ding's phrases use it much. */
static double likelihood(const struct term_maker *maker, const struct german_words *german, size_t rank)
{
    enum { RANKS_ALIKE = 3 };

    return (double)(1 + german_frequency(maker->sources->translations, german->words[rank])) /
           (double)(rank + RANKS_ALIKE);
}

static bool may_render(const struct term_maker *maker, struct slice word, enum german_class class)
{
    return word.len >= SHORTEST_PART && memchr(word.at, '-', word.len) == NULL &&
           (german_classes(maker->sources->translations, word) & class) != 0;
}

/* The likeliest German words of a class that Ding gives for the word. */
static void add_renderings(const struct term_maker *maker, struct slice english, enum german_class class, size_t most,
                           struct renderings *out)
{
    struct german_words german;
    size_t before = out->count;

    idiom_translate(maker->sources->translations, english, &german);
    while (out->count < before + most) {
        size_t best = german.count;

        for (size_t i = 0; i < german.count; i++)
            if (may_render(maker, german.words[i], class) && !has_word(out, german.words[i]) &&
                (best == german.count || likelihood(maker, &german, i) > likelihood(maker, &german, best)))
                best = i;
        if (best == german.count)
            return;
        out->words[out->count++] = german.words[best];
    }
}

/* "Nachrichten" is the plural of "Nachricht", which a compound is said to begin with. */
static size_t dictionary_forms(const struct term_maker *maker, struct slice word, struct slice forms[MOST_FORMS])
{
    uint32_t form = builder_find_form(maker->sources->builder, word);
    struct renderings seen = { .words = { word }, .count = 1 };
    struct reading reading;

    for (size_t i = 0; form != NO_ID && builder_reading_at(maker->sources->builder, form, i, &reading); i++) {
        struct slice lemma = builder_lemma_text(maker->sources->builder, reading.lemma);

        if (seen.count < MOST_FORMS && (reading.features & POS_MASK) == POS_NOUN && !has_word(&seen, lemma))
            seen.words[seen.count++] = lemma;
    }
    memcpy(forms, seen.words, seen.count * sizeof(*forms));
    return seen.count;
}

/* ---- pairs that are German ---- */

/* Whether the compound, with any linking element, is one that people write (words/good-compounds.txt, Ding's phrases)
 * or the right German of the term. */
static bool is_good_compound(const struct term_maker *maker, const struct term *term, struct slice first,
                             struct slice second)
{
    struct arena scratch = { 0 };
    struct slice tail = lower_case(&scratch, second);
    bool good = false;

    for (size_t i = 0; i < JOINTS + 2 && !good; i++) {
        /* "Schule" without its "e", "Fernsehen" without its "en" */
        size_t kept = i < JOINTS ? first.len : first.len - (i - JOINTS + 1);
        const char *joint = i < JOINTS ? joints[i] : "";
        struct slice word = with_initial(
            &scratch, arena_print(&scratch, "%.*s%s%.*s", (int)kept, first.at, joint, (int)tail.len, tail.at), true);

        good = list_has(maker->sources->good, word) || german_frequency(maker->sources->translations, word) > 0 ||
               german_classes(maker->sources->translations, word) != 0;
        for (size_t k = 0; k < term->right_count && !good; k++)
            good = slice_equal(lower_case(&scratch, term->right[k]), lower_case(&scratch, word));
    }
    arena_free(&scratch);
    return good;
}

/* Whether German puts the adjective before the noun, or may well do. */
static bool is_german_phrase(const struct term_maker *maker, struct slice adjective, struct slice noun)
{
    const struct translations *translations = maker->sources->translations;
    struct slice both[2] = { adjective, noun }, phrase;

    return german_phrase_with(translations, both, 2, PHRASE_GAP, &phrase) ||
           german_frequency(translations, adjective) * german_frequency(translations, noun) >= TOO_FAMILIAR;
}

/* ---- rows ---- */

/* Notes a pair of words; false for one that was noted before. */
static bool is_new(struct term_maker *maker, const struct term *term, struct slice key)
{
    size_t before = maker->made.count;

    word_add(&maker->made, key);
    if (maker->made.count == before)
        return false;
    if (maker->sources->log != NULL)
        fprintf(maker->sources->log, "literal-term\tmade\t%s\t%s\n", key.at, term->english.at);
    return true;
}

static void write_phrase(struct term_maker *maker, const struct term *term, struct slice adjective, struct slice noun)
{
    struct slice key = arena_print(maker->arena, "%.*s+%.*s", (int)adjective.len, adjective.at, (int)noun.len, noun.at);

    if (!is_new(maker, term, key))
        return;
    add_row(maker, &maker->phrases, noun, adjective);
    add_row(maker, &maker->phrases, noun, term->english);
}

static void write_compound(struct term_maker *maker, const struct term *term, struct slice first, struct slice second)
{
    struct slice forms[MOST_FORMS];
    size_t count = dictionary_forms(maker, first, forms);

    for (size_t i = 0; i < count; i++) {
        struct slice key =
            arena_print(maker->arena, "%.*s %.*s", (int)forms[i].len, forms[i].at, (int)second.len, second.at);

        if (is_new(maker, term, key))
            add_row(maker, &maker->compounds, key, term->english);
    }
}

static bool is_adjective(const struct term_maker *maker, struct slice word)
{
    return german_classes(maker->sources->translations, word) == GERMAN_OTHER;
}

static void render(struct term_maker *maker, const struct term *term)
{
    struct renderings first = { .count = 0 }, second = { .count = 0 };
    size_t before = maker->made.count;

    add_renderings(maker, term->first, GERMAN_NOUN, MOST_NOUNS, &first);
    add_renderings(maker, term->first, GERMAN_OTHER, MOST_OTHERS, &first);
    add_renderings(maker, term->first, GERMAN_VERB, MOST_OTHERS, &first);
    add_renderings(maker, term->second, GERMAN_NOUN, MOST_NOUNS, &second);
    for (size_t i = 0; i < first.count; i++)
        for (size_t j = 0; j < second.count; j++) {
            if (slice_equal(first.words[i], second.words[j]))
                continue;
            if (!is_good_compound(maker, term, first.words[i], second.words[j]))
                write_compound(maker, term, first.words[i], second.words[j]);
            if (is_adjective(maker, first.words[i]) && !is_german_phrase(maker, first.words[i], second.words[j]))
                write_phrase(maker, term, first.words[i], second.words[j]);
        }
    for (size_t i = 0; maker->made.count > before && i < term->right_count; i++)
        add_row(maker, &maker->right, term->english, term->right[i]);
}

/* "refresh rate" and its words; false for more or fewer. A remark in parentheses is left out. */
static bool divide(struct term_maker *maker, struct slice text, struct term *term)
{
    struct slice english = arena_copy(maker->arena, without_brackets(text)), rest;

    term->english = rest = arena_copy(maker->arena, lower_case(maker->arena, english));
    return next_word(&rest, ' ', &term->first) && next_word(&rest, ' ', &term->second) && rest.len == 0;
}

static int read_term(void *context, const struct word_row *row, struct rs_error *error)
{
    struct term_maker *maker = context;
    struct slice right[MAX_COLUMNS];
    struct term term = { .right = right };

    if (!divide(maker, row->columns[0], &term))
        return error_set(error, row->path, row->line, "\"%.*s\" is not two words", (int)row->columns[0].len,
                         row->columns[0].at);
    for (size_t i = 1; i < row->count; i++)
        right[term.right_count++] = arena_copy(maker->arena, row->columns[i]);
    render(maker, &term);
    return 0;
}

/* The word of a suggestion: "Standardsituation" of "{Standardsituation=0}". */
static struct slice plain_word(struct slice suggestion)
{
    const char *equals = memchr(suggestion.at, '=', suggestion.len);

    return slice_starts(suggestion, SLICE("{")) && equals != NULL ? slice_between(suggestion.at + 1, equals)
                                                                  : suggestion;
}

/* A desk's row is a term, no turn, where a noun is its German. */
static void add_desk_terms(struct term_maker *maker)
{
    for (size_t i = 0; i < maker->sources->rules->rules_count; i++) {
        const struct rule_source *rule = &maker->sources->rules->rules[i];
        struct slice right[MAX_COLUMNS];
        struct term term = { .right = right };

        for (size_t j = 0; j < rule->suggestions_count && term.right_count < MAX_COLUMNS; j++)
            right[term.right_count++] = plain_word(rule->suggestions[j]);
        if (slice_starts(rule->id, SLICE("term/")) && slice_ends(rule->file, SLICE(".tsv")) && term.right_count > 0 &&
            is_capitalised(right[0]) && divide(maker, rule->english, &term))
            render(maker, &term);
    }
}

int literal_terms_make(const struct term_sources *sources, struct arena *arena, struct made_table out[TERM_TABLES],
                       struct rs_error *error)
{
    struct term_maker maker = { .sources = sources, .arena = arena, .made.arena = arena };

    if (read_word_file(sources->tables, "english-terms.tsv", 2, MAX_COLUMNS, read_term, &maker, error) != 0)
        return -1;
    add_desk_terms(&maker);
    out[0] = (struct made_table){ SLICE("literal-terms"), maker.compounds.rows, maker.compounds.count };
    out[1] = (struct made_table){ SLICE("literal-phrases"), maker.phrases.rows, maker.phrases.count };
    out[2] = (struct made_table){ SLICE("term-german"), maker.right.rows, maker.right.count };
    return 0;
}
