/* Names that a sentence may begin with by chance: "Faule Tomaten flogen auf die Bühne" names no website. */
#include "rules_xml.h"
#include "word_file.h"

/* "Faul" of "Faules"; empty where the word has no ending of an adjective. */
static struct slice adjective_stem(struct slice word)
{
    static const char *const endings[] = { "en", "er", "es", "em", "e" };

    for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++) {
        struct slice ending = slice_of(endings[i]);

        if (word.len > ending.len && slice_ends(word, ending))
            return (struct slice){ word.at, word.len - ending.len };
    }
    return (struct slice){ "", 0 };
}

/* "Faule|Faulen": two forms of one adjective. */
static bool is_adjective(struct slice item)
{
    struct slice word, last = { "", 0 };

    while (next_word(&item, '|', &word)) {
        struct slice stem = adjective_stem(word);

        if (stem.len > 0 && slice_equal(stem, last))
            return true;
        last = stem;
    }
    return false;
}

/* "Faule|Faulen Tomaten&#CAP": an adjective and one item more. */
static bool is_adjective_and_noun(struct slice text)
{
    const char *space = memchr(text.at, ' ', text.len), *end = text.at + text.len;

    return space != NULL && memchr(space + 1, ' ', (size_t)(end - space - 1)) == NULL &&
           is_adjective(slice_between(text.at, space));
}

/* Adds the pattern once more, with something around its text. */
static void add_variant(struct arena *arena, struct rule_source *rule, const struct pattern_source *whole,
                        struct slice text)
{
    struct pattern_source *variant = ADD(arena, rule, patterns);

    *variant = *whole;
    variant->text = text;
}

/* Behind a word the capital of the adjective tells the name; at the start of the sentence it is one in a place where
 * only names stand, with its company, or as a firm that acts in the singular. */
static void split(struct arena *arena, struct rule_source *rule, size_t index)
{
    struct pattern_source whole = rule->patterns[index];
    struct slice first = slice_between(whole.text.at, memchr(whole.text.at, ' ', whole.text.len));
    struct slice rest = slice_from(whole.text, first.len);
    struct slice text = whole.text;

    add_variant(arena, rule, &whole,
                arena_print(arena, "^ [ %.*s&#NAMED%.*s ]", (int)first.len, first.at, (int)rest.len, rest.at));
    add_variant(arena, rule, &whole, arena_print(arena, "#ANY|„|\"|«|»|,|:|( [ %.*s ]", (int)text.len, text.at));
    if (slice_equal(rule->kind, SLICE("company")))
        add_variant(arena, rule, &whole,
                    arena_print(arena, "^ [ %.*s ] @name-verbs|@firm-acts", (int)text.len, text.at));
    rule->patterns[index].text = arena_print(arena, "^ [ %.*s ]", (int)text.len, text.at);
    rule->patterns[index].unconditional = false;
}

void spare_sentence_starts(struct arena *arena, struct rule_source *rule)
{
    size_t count = rule->patterns_count;
    bool found = false;

    if (rule->sure && names_company(rule))
        return;
    for (size_t i = 0; i < count; i++)
        found |= is_adjective_and_noun(rule->patterns[i].text);
    if (!found)
        return;
    for (size_t i = 0; i < count; i++) {
        rule->patterns[i].unconditional |= rule->sure;
        if (rule->patterns[i].unconditional && is_adjective_and_noun(rule->patterns[i].text))
            split(arena, rule, i);
    }
    if (rule->sure)
        add_name_company(arena, rule, rule->kind, rule->line);
}
