/* Generates the company of wrong senses: <sense english="bill" right="Gesetzentwurf" wrong="Rechnung"
 * with="reading|veto">.
 *
 * A wrong word is marked where a translation (Ding's) of a word of the company stands near it in its clause, or is one
 * compound with it ("Masernkoffer"). Pairs that German itself puts together are left out, as for idioms. */
#include "idioms.h"
#include "word_file.h"

enum {
    MAX_COMPANY = 12, /* translations of one word of the company, the commonest in Ding first */
    MIN_LENGTH = 3,
};

struct sense_maker {
    struct rule_sources *rules;
    const struct pair_filter *filter;
    const struct word_list *too_light;
    struct rule_source *rule; /* the sense at hand */
};

static bool is_company(const struct sense_maker *maker, const struct german_words *company, size_t i)
{
    static const double least_share = 0.15; /* "press" is "Schrank" too, though hardly ever */
    struct slice word = company->words[i];

    return word.len >= MIN_LENGTH && company->shares[i] >= least_share && !list_has(maker->too_light, word);
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

        if (!is_company(maker, company, i) ||
            is_german_pair(maker->filter, maker->rule, wrong, word, compound, TOO_COMMON))
            continue;
        count++;
        apart = arena_print(arena, "%.*s%s{%.*s}", (int)apart.len, apart.at, apart.len > 0 ? "|" : "", (int)word.len,
                            word.at);
        if (compound)
            parts = arena_print(arena, "%.*s%s{%.*s-}", (int)parts.len, parts.at, parts.len > 0 ? "|" : "",
                                (int)word.len, word.at);
    }
    if (count > 0)
        add_made_pattern(arena, maker->rule,
                         arena_print(arena, "[ {%.*s} ] %.*s", (int)wrong.len, wrong.at, (int)apart.len, apart.at),
                         ORDER_FREE, maker->filter->log);
    if (parts.len > 0)
        add_made_pattern(arena, maker->rule,
                         arena_print(arena, "%.*s&{-%.*s}", (int)parts.len, parts.at, (int)wrong.len, wrong.at),
                         ORDER_FIXED, maker->filter->log);
}

static void generate(struct sense_maker *maker, struct rule_source *rule)
{
    struct german_words company;
    struct slice with = rule->with, english, wrong, german;

    maker->rule = rule;
    while (next_word(&with, '|', &english)) {
        idiom_translate(maker->filter->translations, english, &company);
        if (german_classes(maker->filter->translations, english) != 0 && company.count < MAX_GERMAN) {
            company.shares[company.count] = 1;
            company.words[company.count++] = english; /* a German word among them stands for itself */
        }
        for (wrong = rule->wrong; next_word(&wrong, '|', &german);)
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
