/* Generates the company of wrong senses: <sense english="bill" right="Gesetzentwurf" wrong="Rechnung"
 * with="reading|veto">.
 *
 * A wrong word is marked where a translation (Ding's) of a word of the company stands near it in its clause, or is one
 * compound with it ("Masernkoffer"). Pairs that German itself puts together are left out, as for idioms. */
#include "idioms.h"

enum {
    MAX_COMPANY = 12, /* translations of one word of the company, the commonest in Ding first */
    MIN_LENGTH = 3,
};

/* Generated patterns are less sure than written ones: German may put the two words together for another reason. */
static const double generated_share = 0.93;

struct sense_maker {
    struct rule_sources *rules;
    const struct pair_filter *filter;
    const struct word_list *too_light;
    struct rule_source *rule; /* the sense at hand */
};

static void add_pattern(const struct sense_maker *maker, struct slice text, enum rule_order order)
{
    struct rule_source *rule = maker->rule;

    if (maker->filter->log != NULL)
        fprintf(maker->filter->log, "%.*s\tmade\t%.*s\n", (int)rule->id.len, rule->id.at, (int)text.len, text.at);
    rule->patterns = arena_grow(&maker->rules->arena, rule->patterns, rule->patterns_count, &rule->patterns_capacity,
                                sizeof(*rule->patterns));
    rule->patterns[rule->patterns_count++] = (struct pattern_source){
        .text = text, .order = order, .line = rule->line, .confidence = rule->confidence * generated_share
    };
}

/* One wrong word beside those words of the company that German does not put beside it. */
static void pair_up(const struct sense_maker *maker, struct slice wrong, const struct german_words *company)
{
    struct arena *arena = &maker->rules->arena;
    bool noun = german_classes(maker->filter->translations, wrong) == GERMAN_NOUN;
    struct slice apart = { "", 0 }, parts = { "", 0 };
    size_t count = 0;

    for (size_t i = 0; i < company->count && count < MAX_COMPANY; i++) {
        struct slice word = company->words[i];
        bool compound = noun && german_classes(maker->filter->translations, word) == GERMAN_NOUN;

        if (word.len < MIN_LENGTH || list_has(maker->too_light, word) ||
            is_german_pair(maker->filter, maker->rule, wrong, word, compound, true))
            continue;
        count++;
        apart = arena_print(arena, "%.*s%s{%.*s}", (int)apart.len, apart.at, apart.len > 0 ? "|" : "", (int)word.len,
                            word.at);
        if (compound)
            parts = arena_print(arena, "%.*s%s{%.*s-}", (int)parts.len, parts.at, parts.len > 0 ? "|" : "",
                                (int)word.len, word.at);
    }
    if (count > 0)
        add_pattern(maker, arena_print(arena, "[ {%.*s} ] %.*s", (int)wrong.len, wrong.at, (int)apart.len, apart.at),
                    ORDER_FREE);
    if (parts.len > 0)
        add_pattern(maker, arena_print(arena, "%.*s&{-%.*s}", (int)parts.len, parts.at, (int)wrong.len, wrong.at),
                    ORDER_FIXED);
}

static bool next_of(struct slice *list, struct slice *word)
{
    if (list->len == 0)
        return false;
    const char *bar = memchr(list->at, '|', list->len);

    *word = bar == NULL ? *list : slice_between(list->at, bar);
    *list = slice_from(*list, word->len + (bar != NULL));
    return true;
}

static void generate(struct sense_maker *maker, struct rule_source *rule)
{
    struct german_words company;
    struct slice with = rule->with, english, wrong, german;

    maker->rule = rule;
    while (next_of(&with, &english)) {
        idiom_translate(maker->filter->translations, english, &company);
        if (german_classes(maker->filter->translations, english) != 0 && company.count < MAX_GERMAN)
            company.words[company.count++] = english; /* a German word among them stands for itself */
        for (wrong = rule->wrong; next_of(&wrong, &german);)
            pair_up(maker, german, &company);
    }
}

void senses_generate(struct rule_sources *rules, const struct word_lists *lists, const struct pair_filter *filter)
{
    struct sense_maker maker = {
        .rules = rules,
        .filter = filter,
        .too_light = list_named(lists, SLICE("light-words")),
    };

    for (size_t i = 0; i < rules->rules_count; i++)
        if (rules->rules[i].with.len > 0)
            generate(&maker, &rules->rules[i]);
}
