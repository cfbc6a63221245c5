/* Generates wrong senses of verbs and adjectives from the nouns that they stand with.
 *
 * One runs a bakery, talks stall, traffic is heavy: words/verb-objects.tsv has the English verb, what German says of
 * these objects, and the objects; verb-subjects.tsv the same of its subjects, adjective-nouns.tsv of the nouns behind
 * an adjective. Every other German word that Ding gives for the English one is wrong with them ("läuft eine Bäckerei"),
 * or those of a fourth column only, but where German itself puts the two together.
 */
#include "idioms.h"
#include "rules_xml.h"

enum { MOST_WORDS = 14, MOST_WORDS_APART = 3 };

static const double generated_confidence = 0.85;

/* The tables, and where the noun stands. */
static const struct company_kind {
    const char *file;
    enum german_class class; /* of the words that a row is about */
    enum rule_order order;   /* ORDER_FIXED: the word comes right before the noun */
} kinds[] = {
    { "verb-objects.tsv", GERMAN_VERB, ORDER_OBJECT },
    { "verb-subjects.tsv", GERMAN_VERB, ORDER_SUBJECT },
    { "adjective-nouns.tsv", GERMAN_OTHER, ORDER_FIXED },
};

struct company_maker {
    struct rule_sources *rules;
    const struct pair_filter *filter;
    const struct word_list *light; /* words that say too little */
    const struct company_kind *kind;
};

static bool is_among(struct slice words, struct slice wanted)
{
    struct slice word;

    while (next_word(&words, '|', &word))
        if (slice_equal(word, wanted))
            return true;
    return false;
}

/* The nouns that German never puts beside the word, between bars. */
static struct slice nouns_apart(const struct company_maker *maker, struct slice word, struct slice nouns)
{
    struct slice noun, phrase, out = { "", 0 };

    while (next_word(&nouns, '|', &noun)) {
        struct slice both[2] = { word, noun };

        if (german_phrase_with(maker->filter->translations, both, 2, MOST_WORDS_APART, &phrase)) {
            if (maker->filter->log != NULL)
                fprintf(maker->filter->log, "%.*s %.*s\tleft out\t%.*s\n", (int)word.len, word.at, (int)noun.len, noun.at,
                        (int)phrase.len, phrase.at);
            continue;
        }
        out = arena_print(&maker->rules->arena, "%.*s%s{-%.*s}", (int)out.len, out.at, out.len > 0 ? "|" : "",
                          (int)noun.len, noun.at);
    }
    return out;
}

static struct rule_source *add_rule(const struct company_maker *maker, const struct word_row *row)
{
    struct arena *arena = &maker->rules->arena;
    struct slice english = arena_copy(arena, row->columns[0]);
    struct slice first = alternative(arena_copy(arena, row->columns[1]), 0), noun = alternative(row->columns[2], 0);
    struct rule_source *rule = ADD(arena, maker->rules, rules);

    *rule = (struct rule_source){
        .file = arena_copy(arena, slice_of(row->path)),
        .line = row->line,
        .id = german_id(arena, SLICE("wrong-sense/"),
                        arena_print(arena, "%.*s-%.*s-%.*s", (int)english.len, english.at, (int)noun.len, noun.at,
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

static void add_company_pattern(const struct company_maker *maker, struct rule_source *rule, struct slice word,
                        struct slice nouns)
{
    struct arena *arena = &maker->rules->arena;
    struct slice text = { "", 0 };

    if (maker->kind->order != ORDER_FIXED)
        text = arena_print(arena, "{%.*s} %.*s", (int)word.len, word.at, (int)nouns.len, nouns.at);
    else {
        struct slice forms = attributive_forms(arena, word);

        text = arena_print(arena, "[ %.*s ] #ADJ? %.*s", (int)forms.len, forms.at, (int)nouns.len, nouns.at);
    }
    *ADD(arena, rule, patterns) =
        (struct pattern_source){ .text = text, .order = maker->kind->order, .line = rule->line };
    log_made(maker->filter->log, rule, text);
}

/* The words that may be wrong: those of the row's fourth column, or all of this class that Ding gives for the English,
 * but those that are right and those that say too little. */
static size_t wrong_words(const struct company_maker *maker, const struct word_row *row, struct slice english,
                          struct slice words[MOST_WORDS])
{
    struct german_words german;
    struct slice given = row->count == 4 ? row->columns[3] : (struct slice){ "", 0 };
    size_t count = 0;

    while (count < MOST_WORDS && next_word(&given, '|', &words[count]))
        count++;
    if (count > 0)
        return count;
    idiom_translate(maker->filter->translations, english, &german);
    for (size_t i = 0; i < german.count && count < MOST_WORDS; i++)
        if (german_classes(maker->filter->translations, german.words[i]) == maker->kind->class &&
            !is_among(row->columns[1], german.words[i]) && !list_has(maker->light, german.words[i]))
            words[count++] = german.words[i];
    return count;
}

static int read_row(void *context, const struct word_row *row, struct rs_error *error)
{
    struct company_maker *maker = context;
    struct slice words[MOST_WORDS];
    struct rule_source *rule = add_rule(maker, row);
    size_t count = wrong_words(maker, row, rule->english, words);

    for (size_t i = 0; i < count; i++) {
        struct slice nouns = nouns_apart(maker, words[i], row->columns[2]);

        if (nouns.len > 0)
            add_company_pattern(maker, rule, words[i], nouns);
    }
    if (rule->patterns_count == 0)
        maker->rules->rules_count--;
    (void)error;
    return 0;
}

int noun_company_generate(struct rule_sources *rules, const char *folder, const struct word_lists *lists,
                          const struct pair_filter *filter, struct rs_error *error)
{
    struct company_maker maker = { rules, filter, list_named(lists, SLICE("light-words")), NULL };

    for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
        maker.kind = &kinds[i];
        if (read_word_file(folder, kinds[i].file, 3, 4, read_row, &maker, error) != 0)
            return -1;
    }
    return 0;
}
