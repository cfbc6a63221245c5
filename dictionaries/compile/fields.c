/* Generates wrong senses from the fields of words that a sentence moves in.
 *
 * A "Rallye" belongs to motor sport, a "Kundgebung" to politics, and both are "rally": where politics is spoken of in
 * the sentence and motor sport is not, the Kundgebung was meant. words/noun-fields.tsv has the nouns of an English word
 * with the fields and single words that each goes with. Of a field one word that shows it (words/topic-NAME.txt) is
 * enough, alone or as the head of a compound: a "Sporthalle" is a building. Else it takes two, which may be parts of
 * compounds or words that are said of other things too (words/field-NAME.txt). */
#include <strings.h>

#include "idioms.h"
#include "morphology.h"
#include "sense_nouns.h"

/* A noun of more fields than that is at home anywhere, so that a word of one of them says less. */
enum { MOST_FIELDS = 3 };

enum { LEAST_WORDS = 2, LEAST_WORDS_OF_DOCUMENT = 14, LEAST_SURE_OF_DOCUMENT = 4 };

static const double generated_confidence = 0.85;

struct maker {
    struct rule_sources *rules;
    const struct word_lists *lists;
    FILE *log;
};

/* "Rallye:motorsport+Oldtimer": the noun, what stands beside it as an item of the pattern language (those of it that
 * are sure, those of which one is enough, those that the row names, and those that as the other part of a compound say
 * what it is), and whether it is ever marked ("!Ziel" is not), or only by the whole document ("~Droge"). */
struct field_noun {
    struct slice noun, company, sure, enough, named, parts;
    size_t fields;
    bool marked, by_document;
};

static struct slice add_item(struct arena *arena, struct slice items, const char *before, struct slice name,
                             const char *behind)
{
    return arena_print(arena, "%.*s%s%s%.*s%s", (int)items.len, items.len > 0 ? items.at : "", items.len > 0 ? "|" : "",
                       before, (int)name.len, name.at, behind);
}

/* The noun is made of a word of the list ("Punktzahl" of "Punkt"), or is one. */
static bool is_made_of(struct slice noun, const struct word_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        if (slice_starts(noun, list->words[i]) || slice_ends(noun, slice_from(list->words[i], 1)))
            return true;
    return false;
}

/* "Museumsdirektor": a part that is of a field of the noun says what it is. */
static void add_part(const struct maker *maker, struct slice name, struct field_noun *out)
{
    const struct word_list *list = list_named(maker->lists, name);

    if (list != NULL && !is_made_of(out->noun, list))
        out->parts = add_item(&maker->rules->arena, out->parts, "@-", name, "-");
}

/* A field by its name, a noun (also in compounds), or any item ("{fahren}"). */
static int add_company(const struct maker *maker, const struct word_row *row, struct slice name, struct field_noun *out,
                       struct rs_error *error)
{
    struct arena *arena = &maker->rules->arena;
    struct slice topic = arena_print(arena, "topic-%.*s", (int)name.len, name.at);
    struct slice field = arena_print(arena, "field-%.*s", (int)name.len, name.at);
    bool known = name.at[0] == '{' || is_capitalised(name);

    if (known) {
        const char *before = is_capitalised(name) ? "{-" : "", *behind = is_capitalised(name) ? "-}" : "";

        out->sure = add_item(arena, out->sure, before, name, behind);
        out->enough = add_item(arena, out->enough, before, name, behind);
        out->named = add_item(arena, out->named, before, name, behind);
        if (is_capitalised(name) && !slice_starts(out->noun, name))
            out->parts = add_item(arena, out->parts, before, name, behind);
    } else if (list_named(maker->lists, topic) != NULL) {
        out->sure = add_item(arena, out->sure, "@-", topic, "-");
        out->enough = add_item(arena, out->enough, "@-", topic, "");
    }
    if (!known && list_named(maker->lists, field) != NULL)
        out->company = add_item(arena, out->company, "@-", field, "-");
    else if (!known && list_named(maker->lists, topic) == NULL)
        return error_set(error, row->path, row->line, "\"%.*s\" is no field (words/field-%.*s.txt)", (int)name.len,
                         name.at, (int)name.len, name.at);
    if (!known) {
        add_part(maker, topic, out);
        add_part(maker, field, out);
    }
    return 0;
}

static int find_fields(const struct maker *maker, const struct word_row *row, const struct sense_noun *noun,
                       struct field_noun *out, struct rs_error *error)
{
    struct slice kinds = noun->kinds, name;

    *out = (struct field_noun){ .noun = arena_copy(&maker->rules->arena, noun->noun),
                                .marked = !noun->fixed,
                                .by_document = noun->by_document };
    while (next_word(&kinds, '+', &name)) {
        if (add_company(maker, row, name, out, error) != 0)
            return -1;
        out->fields += !is_capitalised(name) && name.at[0] != '{';
    }
    if (out->sure.len > 0)
        out->company = add_item(&maker->rules->arena, out->company, "", out->sure, "");
    if (out->company.len == 0)
        return error_set(error, row->path, row->line, "\"%.*s\" has no field (\"Kalb:animals\" has)",
                         (int)out->noun.len, out->noun.at);
    return 0;
}

/* So many words of the sentence, paragraph or document; none, where least is 0. Those that must be there with one
 * group are alternatives. */
static void add_condition(struct arena *arena, struct rule_source *rule, struct slice items, struct slice noun,
                          enum condition_scope scope, uint8_t least, uint32_t group)
{
    *ADD(arena, rule, conditions) = (struct condition_source){
        .pattern = { .text = arena_print(arena, "%.*s&!%.*s", (int)items.len, items.at, (int)noun.len, noun.at),
                     .order = ORDER_FIXED,
                     .line = rule->line },
        .scope = scope,
        .negative = least == 0,
        .exact = least > 0, /* "die Komponistin bekam die höchste Punktzahl": one word is little */
        .least = least,
        .group = least == 0 ? UINT32_MAX : group,
    };
}

/* The noun, but no compound that says what it is; one that is English too not where a name ends in it ("das Etihad
 * Stadium"). */
static struct slice pattern_of(struct arena *arena, struct slice english, const struct field_noun *wrong)
{
    struct slice noun = wrong->noun;
    bool same = english.len == noun.len && strncasecmp(english.at, noun.at, english.len) == 0;

    return arena_print(arena, same ? "#DET|#PREP|#ADJ [ {%.*s}%s%.*s ]" : "{%.*s}%s%.*s", (int)noun.len, noun.at,
                       wrong->parts.len > 0 ? "&!" : "", (int)wrong->parts.len, wrong->parts.at);
}

static struct rule_source *add_rule(const struct maker *maker, const struct word_row *row,
                                    const struct field_noun *wrong, const struct field_noun *right, const char *behind)
{
    struct arena *arena = &maker->rules->arena;
    struct slice english = arena_copy(arena, row->columns[0]);
    struct slice id =
        german_id(arena, SLICE("wrong-sense/"),
                  arena_print(arena, "%.*s-field-%.*s-%.*s%s", (int)english.len, english.at, (int)wrong->noun.len,
                              wrong->noun.at, (int)right->noun.len, right->noun.at, behind));
    struct rule_source *rule = ADD(arena, maker->rules, rules);

    *rule = (struct rule_source){
        .file = arena_copy(arena, slice_of(row->path)),
        .line = row->line,
        .id = id,
        .category = SLICE("accuracy/mistranslation"),
        .english = english,
        .severity = SEVERITY_MAJOR,
        .confidence = generated_confidence,
    };
    *ADD(arena, rule, patterns) =
        (struct pattern_source){ .text = pattern_of(arena, english, wrong), .order = ORDER_FIXED, .line = row->line };
    *ADD(arena, rule, suggestions) = arena_print(arena, "{%.*s=0}", (int)right->noun.len, right->noun.at);
    explain_sense(arena, rule, right->noun);
    log_made(maker->log, rule, rule->patterns[0].text);
    return rule;
}

/* What must not stand beside the wrong noun: its own company, and the right noun. */
static struct slice own_company(const struct maker *maker, const struct field_noun *wrong,
                                const struct field_noun *right)
{
    return add_item(&maker->rules->arena, wrong->company, "{", right->noun, "}");
}

/* A noun is marked where the fields of another meaning are in its sentence, and none of its own. */
static void make_rule(const struct maker *maker, const struct word_row *row, const struct field_noun *wrong,
                      const struct field_noun *right)
{
    struct arena *arena = &maker->rules->arena;
    struct slice noun = arena_print(arena, "{-%.*s}", (int)wrong->noun.len, wrong->noun.at);
    struct rule_source *rule = add_rule(maker, row, wrong, right, "");

    bool anywhere = right->fields > MOST_FIELDS;

    add_condition(arena, rule, right->company, noun, SCOPE_SENTENCE, LEAST_WORDS + anywhere, 0);
    if (right->enough.len > 0)
        add_condition(arena, rule, right->enough, noun, SCOPE_SENTENCE, 1 + anywhere, 0);
    add_condition(arena, rule, own_company(maker, wrong, right), noun, SCOPE_SENTENCE, 0, 0);
}

/* It is marked too where the whole document is about the other's field, and its sentence is not about its own; what the
 * row names of its own stands nowhere in the document. */
static void make_document_rule(const struct maker *maker, const struct word_row *row, const struct field_noun *wrong,
                               const struct field_noun *right)
{
    struct arena *arena = &maker->rules->arena;
    struct slice noun = arena_print(arena, "{-%.*s}", (int)wrong->noun.len, wrong->noun.at);

    if (right->sure.len == 0)
        return;
    struct rule_source *rule = add_rule(maker, row, wrong, right, "-document");

    add_condition(arena, rule, right->sure, noun, SCOPE_DOCUMENT, LEAST_SURE_OF_DOCUMENT, 0);
    add_condition(arena, rule, right->company, noun, SCOPE_DOCUMENT, LEAST_WORDS_OF_DOCUMENT, 1);
    add_condition(arena, rule, right->company, noun, SCOPE_PARAGRAPH, 1, 2);
    add_condition(arena, rule, own_company(maker, wrong, right), noun, SCOPE_SENTENCE, 0, 0);
    if (wrong->named.len > 0)
        add_condition(arena, rule, wrong->named, noun, SCOPE_DOCUMENT, 0, 0);
}

static int read_word(void *context, const struct word_row *row, struct rs_error *error)
{
    enum { MOST_NOUNS = 12 };
    struct sense_noun read[MOST_NOUNS];
    struct field_noun nouns[MOST_NOUNS];
    size_t count;

    if (read_sense_nouns(row, MOST_NOUNS, read, &count, error) != 0)
        return -1;
    for (size_t i = 0; i < count; i++)
        if (find_fields(context, row, &read[i], &nouns[i], error) != 0)
            return -1;
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < count; j++)
            if (i != j && nouns[i].marked) {
                if (!nouns[i].by_document)
                    make_rule(context, row, &nouns[i], &nouns[j]);
                make_document_rule(context, row, &nouns[i], &nouns[j]);
            }
    return 0;
}

int fields_generate(struct rule_sources *rules, const char *folder, const struct word_lists *lists, FILE *log,
                    struct rs_error *error)
{
    struct maker maker = { .rules = rules, .lists = lists, .log = log };

    return read_word_file(folder, "noun-fields.tsv", 2, 2, read_word, &maker, error);
}
