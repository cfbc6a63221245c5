/* Generates wrong senses of nouns from the words that grammar puts beside them.
 *
 * A case is tried, a suitcase is packed: where "Koffer" is the object of "verhandeln", the "Fall" was meant. A row of
 * words/noun-places.tsv has an English noun, its German nouns that are wrong, the right one, and the places where it is
 * meant: the relations of <sense> ("object-of:verhandeln|vertagen"), words of the same clause ("clause:Geschworene"),
 * patterns with the noun in brackets; a fifth column, words that silence the row where they stand in the sentence.
 * Pairs that German itself puts together are left out, as for idioms. */
#include "idioms.h"
#include "morphology.h"
#include "rules_xml.h"
#include "text/unicode.h"

static const double generated_confidence = 0.85;

struct place_maker {
    struct rule_sources *rules;
    const struct pair_filter *filter;
    struct rule_source *rule; /* of the row at hand */
};

/* The words as one item; nouns as any part of a compound. */
static struct slice item_of_words(struct arena *arena, struct slice words)
{
    struct slice word, out = { "", 0 };

    while (next_word(&words, '|', &word))
        out = arena_print(arena, "%.*s%s%s%.*s%s", (int)out.len, out.at, out.len > 0 ? "|" : "",
                          is_capitalised(word) ? "{-" : "{", (int)word.len, word.at, is_capitalised(word) ? "-}" : "}");
    return out;
}

/* One wrong noun at one place: "object-of", and the words between bars. */
static void add_place(const struct place_maker *maker, struct slice noun, struct slice name, struct slice words)
{
    struct arena *arena = &maker->rules->arena;
    struct slice item = arena_print(arena, "{%.*s}", (int)noun.len, noun.at);
    size_t before = maker->rule->patterns_count;

    words = words_apart(maker->filter, arena, words, noun);
    if (words.len == 0)
        return;
    struct slice beside = item_of_words(arena, words);

    if (slice_equal(name, SLICE("clause")))
        *ADD(arena, maker->rule, patterns) = (struct pattern_source){
            .text = arena_print(arena, "[ %.*s ] %.*s", (int)item.len, item.at, (int)beside.len, beside.at),
            .order = ORDER_FREE,
            .line = maker->rule->line,
        };
    else
        relation_write(arena, maker->rule, name, words, item);
    for (size_t i = before; i < maker->rule->patterns_count; i++)
        log_made(maker->filter->log, maker->rule, maker->rule->patterns[i].text);
}

static bool is_place(struct slice name)
{
    return is_sense_relation(name) || slice_equal(name, SLICE("clause"));
}

/* A pattern, in which "*" stands for the noun, or brackets around what is marked. */
static void add_place_pattern(struct place_maker *maker, const struct word_row *row, struct slice text)
{
    struct arena *arena = &maker->rules->arena;
    const char *star = memchr(text.at, '*', text.len);
    struct slice before = slice_between(text.at, star != NULL ? star : text.at + text.len);
    struct slice nouns = row->columns[1], behind = slice_from(text, before.len + (star != NULL));

    *ADD(arena, maker->rule, patterns) = (struct pattern_source){
        .text = star == NULL ? arena_copy(arena, text)
                             : arena_print(arena, "%.*s[ {%.*s} ]%.*s", (int)before.len, before.at, (int)nouns.len,
                                           nouns.at, (int)behind.len, behind.at),
        .order = ORDER_CLAUSE,
        .line = row->line,
    };
}

/* "object-of:verhandeln|vertagen", or a pattern. */
static int read_place(struct place_maker *maker, const struct word_row *row, struct slice text, struct rs_error *error)
{
    struct slice nouns = row->columns[1], noun, words = trim(text), name;

    if (memchr(words.at, '*', words.len) != NULL || memchr(words.at, '[', words.len) != NULL) {
        add_place_pattern(maker, row, words);
        return 0;
    }
    next_word(&words, ':', &name);
    if (!is_place(name) || words.len < 2)
        return error_set(error, row->path, row->line, "\"%.*s\" is no place of a noun (object-of:verhandeln)",
                         (int)text.len, text.at);
    while (next_word(&nouns, '|', &noun))
        add_place(maker, arena_copy(&maker->rules->arena, noun), name,
                  arena_copy(&maker->rules->arena, slice_from(words, 1)));
    return 0;
}

/* The words of the last column, any of which shows that the noun is meant as it stands. */
static void add_refuting(struct place_maker *maker, const struct word_row *row)
{
    struct arena *arena = &maker->rules->arena;

    if (row->count < 5)
        return;
    *ADD(arena, maker->rule, conditions) = (struct condition_source){
        .pattern = { .text = item_of_words(arena, row->columns[4]), .order = ORDER_FIXED, .line = row->line },
        .scope = SCOPE_SENTENCE,
        .negative = true,
        .group = UINT32_MAX,
    };
}

static int read_noun(void *context, const struct word_row *row, struct rs_error *error)
{
    struct place_maker *maker = context;
    struct arena *arena = &maker->rules->arena;
    struct slice english = arena_copy(arena, row->columns[0]), right = arena_copy(arena, row->columns[2]);
    struct slice first = alternative(row->columns[1], 0), places = row->columns[3], place;

    maker->rule = ADD(arena, maker->rules, rules);
    *maker->rule = (struct rule_source){
        .file = arena_copy(arena, slice_of(row->path)),
        .line = row->line,
        .id = german_id(arena, SLICE("wrong-sense/"),
                        arena_print(arena, "%.*s-place-%.*s-%.*s", (int)english.len, english.at, (int)first.len,
                                    first.at, (int)right.len, right.at)),
        .category = SLICE("accuracy/mistranslation"),
        .english = english,
        .severity = SEVERITY_MAJOR,
        .confidence = generated_confidence,
    };
    *ADD(arena, maker->rule, suggestions) = arena_print(arena, "{%.*s=0}", (int)right.len, right.at);
    explain_sense(arena, maker->rule, right);
    while (next_word(&places, ';', &place))
        if (read_place(maker, row, place, error) != 0)
            return -1;
    add_refuting(maker, row);
    if (maker->rule->patterns_count == 0)
        maker->rules->rules_count--;
    return 0;
}

int noun_places_generate(struct rule_sources *rules, const char *folder, const struct pair_filter *filter,
                         struct rs_error *error)
{
    struct place_maker maker = { rules, filter, NULL };

    return read_word_file(folder, "noun-places.tsv", 4, 5, read_noun, &maker, error);
}
