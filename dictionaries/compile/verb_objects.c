/* Generates wrong senses of verbs from the objects that they have.
 *
 * One runs a bakery, files a suit, dresses a wound: words/verb-objects.tsv has the English verb, what German says of
 * these objects, and the objects. Every other German verb that Ding gives for the English one is wrong with them
 * ("läuft eine Bäckerei"), but where German itself puts verb and object together.
 */
#include "idioms.h"
#include "rules_xml.h"

enum { MOST_VERBS = 14, MOST_WORDS_APART = 3 };

static const double generated_confidence = 0.85;

struct object_maker {
    struct rule_sources *rules;
    const struct pair_filter *filter;
    const struct word_list *light; /* verbs that say too little */
};

static bool is_among(struct slice words, struct slice wanted)
{
    struct slice word;

    while (next_word(&words, '|', &word))
        if (slice_equal(word, wanted))
            return true;
    return false;
}

/* The objects that German never puts beside the verb, between bars. */
static struct slice objects_apart(const struct object_maker *maker, struct slice verb, struct slice objects)
{
    struct slice object, phrase, out = { "", 0 };

    while (next_word(&objects, '|', &object)) {
        struct slice both[2] = { verb, object };

        if (german_phrase_with(maker->filter->translations, both, 2, MOST_WORDS_APART, &phrase)) {
            if (maker->filter->log != NULL)
                fprintf(maker->filter->log, "%.*s %.*s\tleft out\t%.*s\n", (int)verb.len, verb.at, (int)object.len,
                        object.at, (int)phrase.len, phrase.at);
            continue;
        }
        out = arena_print(&maker->rules->arena, "%.*s%s{-%.*s}", (int)out.len, out.at, out.len > 0 ? "|" : "",
                          (int)object.len, object.at);
    }
    return out;
}

static struct rule_source *add_rule(const struct object_maker *maker, const struct word_row *row)
{
    struct arena *arena = &maker->rules->arena;
    struct slice english = arena_copy(arena, row->columns[0]);
    struct slice first = alternative(arena_copy(arena, row->columns[1]), 0), object = alternative(row->columns[2], 0);
    struct rule_source *rule = ADD(arena, maker->rules, rules);

    *rule = (struct rule_source){
        .file = arena_copy(arena, slice_of(row->path)),
        .line = row->line,
        .id = german_id(arena, SLICE("wrong-sense/"),
                        arena_print(arena, "%.*s-%.*s-%.*s", (int)english.len, english.at, (int)object.len, object.at,
                                    (int)first.len, first.at)),
        .category = SLICE("accuracy/mistranslation"),
        .english = english,
        .severity = SEVERITY_MAJOR,
        .confidence = generated_confidence,
    };
    *ADD(arena, rule, suggestions) =
        memchr(first.at, ' ', first.len) != NULL ? first : arena_print(arena, "{%.*s=1}", (int)first.len, first.at);
    explain_sense(arena, rule, first);
    return rule;
}

static int read_row(void *context, const struct word_row *row, struct rs_error *error)
{
    struct object_maker *maker = context;
    struct german_words german;
    struct rule_source *rule = add_rule(maker, row);
    size_t verbs = 0;

    idiom_translate(maker->filter->translations, rule->english, &german);
    for (size_t i = 0; i < german.count && verbs < MOST_VERBS; i++) {
        struct slice verb = german.words[i], objects;

        if (german_classes(maker->filter->translations, verb) != GERMAN_VERB || is_among(row->columns[1], verb) ||
            list_has(maker->light, verb))
            continue;
        verbs++;
        objects = objects_apart(maker, verb, row->columns[2]);
        if (objects.len == 0)
            continue;
        *ADD(&maker->rules->arena, rule, patterns) =
            (struct pattern_source){ .text = arena_print(&maker->rules->arena, "{%.*s} %.*s", (int)verb.len, verb.at,
                                                         (int)objects.len, objects.at),
                                     .order = ORDER_OBJECT,
                                     .line = row->line };
        log_made(maker->filter->log, rule, rule->patterns[rule->patterns_count - 1].text);
    }
    if (rule->patterns_count == 0)
        maker->rules->rules_count--;
    (void)error;
    return 0;
}

int verb_objects_generate(struct rule_sources *rules, const char *folder, const struct word_lists *lists,
                          const struct pair_filter *filter, struct rs_error *error)
{
    struct object_maker maker = { rules, filter, list_named(lists, SLICE("light-words")) };

    return read_word_file(folder, "verb-objects.tsv", 3, 3, read_row, &maker, error);
}
