/* The short forms of rules: <sense>, <false-friend>, <calque>, <collocation>, <government>.
 *
 * An author says the English, the wrong German, the right one and the company; patterns, conditions and reasons are
 * made from that here, so that an entry is a few lines and all entries of a kind work alike. */
#include "morphology.h"
#include "rules_xml.h"
#include "text/unicode.h"

#define TEXT(slice) (int)(slice).len, ((slice).len > 0 ? (slice).at : "")

struct slice alternative(struct slice list, size_t n)
{
    const char *at = list.at, *end = list.at + list.len;
    int depth = 0;

    for (const char *start = at; at <= end && list.len > 0; at++) {
        if (at < end && (*at == '{' || *at == '}'))
            depth += *at == '{' ? 1 : -1;
        if (at < end && (*at != '|' || depth > 0))
            continue;
        if (n-- == 0)
            return slice_between(start, at);
        start = at + 1;
    }
    return (struct slice){ 0 };
}

static bool is_pattern(struct slice text)
{
    for (size_t i = 0; i < text.len; i++)
        if (strchr("{}#@ ", text.at[i]) != NULL)
            return true;
    return false;
}

/* Words as one item; nouns also in compounds: as their head, or as any part (behind: what stands behind the noun). */
static struct slice item_of(struct arena *arena, struct slice words, const char *behind)
{
    struct slice out = { 0 }, word;

    for (size_t n = 0; (word = alternative(words, n)).len > 0; n++) {
        bool pattern = is_pattern(word), noun = is_capitalised(word);

        out = arena_print(arena, "%.*s%s%s%.*s%s", TEXT(out), n > 0 ? "|" : "",
                          pattern ? ""
                          : noun  ? "{-"
                                  : "{",
                          TEXT(word),
                          pattern ? ""
                          : noun  ? behind
                                  : "}");
    }
    return out;
}

struct slice company(struct reader *reader, struct slice words)
{
    return item_of(reader->arena, words, "-}");
}

struct slice words_item(struct reader *reader, struct slice words)
{
    return is_pattern(words) ? words : arena_print(reader->arena, "{%.*s}", TEXT(words));
}

static void add_text(struct reader *reader, struct rule_source *rule, const xmlNode *node, enum rule_order order,
                     struct slice text)
{
    *ADD(reader->arena, rule, patterns) =
        (struct pattern_source){ .text = text, .order = order, .line = line_of(node) };
}

void add_condition(struct reader *reader, struct rule_source *rule, struct slice item, enum condition_scope scope,
                   bool negative)
{
    if (item.len > 0)
        *ADD(reader->arena, rule, conditions) = (struct condition_source){
            .pattern = { .text = item, .order = ORDER_FIXED, .line = rule->line },
            .scope = scope,
            .negative = negative,
            .group = UINT32_MAX,
        };
}

/* "&!{Gefängniszelle}": a word of the topic that the wrong one has in it does not speak for the topic. */
static struct slice but_wrong(struct reader *reader, const xmlNode *node)
{
    struct slice wrong = attribute(reader, node, "wrong");

    if (wrong.len == 0 || memchr(wrong.at, ' ', wrong.len) != NULL || memchr(wrong.at, '&', wrong.len) != NULL ||
        memchr(wrong.at, '-', wrong.len) != NULL)
        return (struct slice){ "", 0 };
    wrong = words_item(reader, wrong);
    return arena_print(reader->arena, "&!%.*s", TEXT(wrong));
}

/* near="…" and topic="…" say together where the German word is wrong, unless="…" where it is right. */
static void add_company(struct reader *reader, struct rule_source *rule, const xmlNode *node)
{
    struct slice near = attribute(reader, node, "near"), unless = attribute(reader, node, "unless"), topic;
    struct slice topics = attribute(reader, node, "topic");
    const enum condition_scope scope = scope_of(node);

    add_condition(reader, rule, company(reader, near), scope, false);
    for (size_t n = 0; (topic = alternative(topics, n)).len > 0; n++)
        add_condition(reader, rule,
                      arena_print(reader->arena, "@-topic-%.*s-%.*s", TEXT(topic), TEXT(but_wrong(reader, node))),
                      scope, false);
    add_condition(reader, rule, company(reader, unless), SCOPE_SENTENCE, true);
}

/* "(Dativ ohne Präposition)": what to do, no text to put in place. */
static bool is_advice(struct slice right)
{
    return right.len > 2 && right.at[0] == '(' && right.at[right.len - 1] == ')';
}

/* A suggestion as people read it: "{Platz=1}" is "Platz", "\2" is nothing. */
static struct slice readable(struct arena *arena, struct slice text)
{
    if (is_advice(text))
        return (struct slice){ text.at + 1, text.len - 2 };
    struct slice copy = arena_copy(arena, text);
    char *out = (char *)(uintptr_t)copy.at;
    size_t length = 0;

    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] == '=')
            while (i + 1 < text.len && text.at[i] != '}')
                i++;
        if (text.at[i] == '\\')
            i++;
        else if (text.at[i] != '{' && text.at[i] != '}')
            out[length++] = text.at[i];
    }
    out[length] = '\0';
    return (struct slice){ out, length };
}

void add_suggestions(struct reader *reader, struct rule_source *rule, struct slice all, bool inflected)
{
    struct slice right;

    for (size_t n = 0; (right = alternative(all, n)).len > 0; n++)
        if (!is_advice(right))
            *ADD(reader->arena, rule, suggestions) =
                inflected && !is_pattern(right) ? arena_print(reader->arena, "{%.*s=0}", TEXT(right)) : right;
}

static void read_children(struct reader *reader, struct rule_source *rule, const xmlNode *node)
{
    for (const xmlNode *child = node->children; child != NULL; child = child->next)
        if (!read_common(reader, rule, child) && is_element(child, "wrong"))
            add_pattern(reader, rule, child, order_of(node, ORDER_CLAUSE));
}

static void explain(struct rule_source *rule, struct slice german, struct slice english)
{
    if (rule->why[LANGUAGE_DE].len == 0)
        rule->why[LANGUAGE_DE] = german;
    if (rule->why[LANGUAGE_EN].len == 0)
        rule->why[LANGUAGE_EN] = english;
}

/* Whether a condition says where the word is wrong. */
bool names_company(const struct rule_source *rule)
{
    for (size_t i = 0; i < rule->conditions_count; i++)
        if (!rule->conditions[i].negative)
            return true;
    return false;
}

#define GENITIVE "des|der|eines|einer|dieses|dieser|seines|seiner|ihres|ihrer"
#define COPULA "{sein|werden|bleiben|scheinen|wirken|klingen|erscheinen}"

/* The places where grammar ties the wrong word to what shows that it is wrong; there near and topic need not hold.
 * The wrong word stands in brackets, before or behind what the attribute names. */
static const struct relation {
    const char *attribute, *before, *between, *behind;
    enum rule_order order;
    bool company_first;
} relations[] = {
    { "subject-of", "", " [ ", " ]", ORDER_SUBJECT, true },
    { "object-of", "", " [ ", " ]", ORDER_OBJECT, true },
    { "of", "[ ", " ] " GENITIVE "|von|vom|#ADJ #ADJ|#NUM? #ADJ? ", "", ORDER_FIXED, false },
    { "of", "[ ", " ] von #DET #ADJ? ", "", ORDER_FIXED, false },
    { "place-of", "", " in|im|an|am|ins|auf|aufs #DET? #ADJ? [ ", " ]", ORDER_FIXED, true },
    { "place-of", "in|im|an|am|ins|auf|aufs #DET? #ADJ? [ ", " ] ...3 ", "", ORDER_FIXED, false },
    { "adjective", "", " #ADJ? [ ", " ]", ORDER_FIXED, true },
    { "noun", "[ ", " ] #ADJ? ", "", ORDER_FIXED, false },
    { "noun", "", " " COPULA " #ADV? #ADV? [ ", " ]", ORDER_FIXED, true },
    { "noun", "", " #ADV? #ADV? [ ", " ] " COPULA, ORDER_FIXED, true },
    { "noun", "",
      " " GENITIVE "|von|vom|an|am|in|im|auf|bei|beim|für #DET? #ADJ? #NOUN|#NAME " COPULA " #ADV? #ADV? [ ", " ]",
      ORDER_FIXED, true },
    { "noun", "{nennen|finden} ... ", " ...2 [ ", " ]", ORDER_CLAUSE, true },
    { "noun", "", " #ADV? als|für #ADV? [ ", " ]", ORDER_FIXED, true },
};

bool has_relation(const xmlNode *node)
{
    for (size_t i = 0; i < sizeof(relations) / sizeof(*relations); i++)
        if (xmlHasProp((xmlNode *)(uintptr_t)node, (const xmlChar *)relations[i].attribute) != NULL)
            return true;
    return false;
}

bool is_sense_relation(struct slice name)
{
    for (size_t i = 0; i < sizeof(relations) / sizeof(*relations); i++)
        if (slice_equal(name, slice_of(relations[i].attribute)))
            return true;
    return false;
}

void relation_write(struct arena *arena, struct rule_source *rule, struct slice name, struct slice words,
                    struct slice wrong)
{
    struct slice company = item_of(arena, words, "}");

    for (size_t i = 0; company.len > 0 && i < sizeof(relations) / sizeof(*relations); i++) {
        const struct relation *relation = &relations[i];

        if (!slice_equal(name, slice_of(relation->attribute)))
            continue;
        struct slice first = relation->company_first ? company : wrong;
        struct slice second = relation->company_first ? wrong : company;

        *ADD(arena, rule, patterns) = (struct pattern_source){
            .text = arena_print(arena, "%s%.*s%s%.*s%s", relation->before, TEXT(first), relation->between, TEXT(second),
                                relation->behind),
            .order = relation->order,
            .line = rule->line,
            .unconditional = true,
        };
    }
}

static void add_relations(struct reader *reader, struct rule_source *rule, const xmlNode *node, struct slice wrong)
{
    struct slice last = { 0 };

    for (size_t i = 0; i < sizeof(relations) / sizeof(*relations); i++) {
        struct slice name = slice_of(relations[i].attribute);

        if (!slice_equal(name, last))
            relation_write(reader->arena, rule, name, attribute(reader, node, relations[i].attribute), wrong);
        last = name;
    }
}

void explain_sense(struct arena *arena, struct rule_source *rule, struct slice right)
{
    struct slice english = without_brackets(rule->english);

    explain(rule, arena_print(arena, "„%.*s“ heißt hier „%.*s“.", TEXT(english), TEXT(right)),
            arena_print(arena, "“%.*s” here is “%.*s” in German.", TEXT(english), TEXT(right)));
}

/* <sense> and <false-friend>: a German word of another sense of the English one, or one that only looks like it. */
static void read_sense(struct reader *reader, struct rule_source *rule, const xmlNode *node)
{
    struct slice wrong = attribute(reader, node, "wrong"), english = without_brackets(rule->english);
    bool plain = wrong.len > 0 && !is_pattern(wrong);

    rule->with = attribute(reader, node, "with");
    if (rule->with.len > 0)
        rule->wrong = wrong;
    else if (wrong.len > 0 && (!has_relation(node) || names_company(rule)))
        add_text(reader, rule, node, order_of(node, ORDER_CLAUSE), words_item(reader, wrong));
    add_relations(reader, rule, node, words_item(reader, wrong));
    add_suggestions(reader, rule, attribute(reader, node, "right"), plain || has_relation(node));
    struct slice right = readable(reader->arena, alternative(attribute(reader, node, "right"), 0));
    struct arena *arena = reader->arena;

    if (is_element(node, "false-friend"))
        explain(rule,
                arena_print(arena, "Ein falscher Freund von „%.*s“; gemeint ist „%.*s“.", TEXT(english), TEXT(right)),
                arena_print(arena, "A false friend of “%.*s”; the German word is “%.*s”.", TEXT(english), TEXT(right)));
    else
        explain_sense(arena, rule, right);
}

static void explain_calque(struct reader *reader, struct rule_source *rule, struct slice german)
{
    struct slice english = without_brackets(rule->english);

    explain(rule,
            arena_print(reader->arena, "Wörtlich aus dem Englischen („%.*s“); im Deutschen heißt es „%.*s“.",
                        TEXT(english), TEXT(german)),
            arena_print(reader->arena, "A literal “%.*s”; German says “%.*s”.", TEXT(english), TEXT(german)));
}

/* <calque>: a wording that follows the English word by word. */
static void read_calque(struct reader *reader, struct rule_source *rule, const xmlNode *node)
{
    struct slice wrong = attribute(reader, node, "wrong");

    if (wrong.len > 0)
        add_text(reader, rule, node, order_of(node, ORDER_CLAUSE), wrong);
    add_suggestions(reader, rule, attribute(reader, node, "right"), false);
    explain_calque(reader, rule, readable(reader->arena, alternative(attribute(reader, node, "right"), 0)));
}

/* Nouns as heads of compounds too: "Rede|Ansprache" -> "{-Rede|-Ansprache}"; "=Schritt" is the noun alone. */
static struct slice heads(struct reader *reader, struct slice nouns)
{
    struct slice out = { 0 }, noun;

    for (size_t n = 0; (noun = alternative(nouns, n)).len > 0; n++)
        out = noun.at[0] == '='
                  ? arena_print(reader->arena, "%.*s%s%.*s", TEXT(out), n > 0 ? "|" : "", TEXT(slice_from(noun, 1)))
                  : arena_print(reader->arena, "%.*s%s-%.*s", TEXT(out), n > 0 ? "|" : "", TEXT(noun));
    return arena_print(reader->arena, "{%.*s}", TEXT(out));
}

/* The verb that is wrong with a noun: one of those named, or else all that English uses so (words/literal-verbs.txt)
 * but the right ones and those that also go with the noun. */
static struct slice wrong_verbs(struct reader *reader, const xmlNode *node)
{
    struct slice wrong = attribute(reader, node, "wrong"), also = attribute(reader, node, "also");

    if (wrong.len > 0)
        return arena_print(reader->arena, "{%.*s}", TEXT(wrong));
    return arena_print(reader->arena, "@literal-verbs&!{%.*s%s%.*s}", TEXT(attribute(reader, node, "right")),
                       also.len > 0 ? "|" : "", TEXT(also));
}

/* Forms without ending are adverbs ("schwer Verletzte"), and what is compared mostly means the plain quality ("das
 * nächste Spiel", "in früheren Tagen"). */
struct slice attributive_forms(struct arena *arena, struct slice adjectives)
{
    static const char *const endings[] = { "e", "er", "es", "en", "em" };
    struct slice out = { 0 }, word;

    for (size_t n = 0; (word = alternative(adjectives, n)).len > 0; n++) {
        struct slice stem = slice_ends(word, SLICE("e"))      ? slice_between(word.at, word.at + word.len - 1)
                            : slice_ends(word, SLICE("hoch")) ? SLICE("hoh")
                                                              : word;

        for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++)
            out = arena_print(arena, "%.*s%s%.*s%s", TEXT(out), out.len > 0 ? "|" : "", TEXT(stem), endings[i]);
    }
    return out;
}

/* <collocation>: a noun with the verb whose object it is, or with the adjective before it, where German uses another.
 */
static void read_collocation(struct reader *reader, struct rule_source *rule, const xmlNode *node)
{
    struct slice noun = attribute(reader, node, "noun"), adjective = attribute(reader, node, "adjective");
    struct slice right = readable(reader->arena, alternative(attribute(reader, node, "right"), 0));

    if (adjective.len > 0)
        add_text(reader, rule, node, ORDER_FIXED,
                 arena_print(reader->arena, "[ %.*s ] #ADJ? %.*s", TEXT(attributive_forms(reader->arena, adjective)),
                             TEXT(heads(reader, noun))));
    else
        add_text(reader, rule, node, ORDER_OBJECT,
                 arena_print(reader->arena, "%.*s %.*s", TEXT(wrong_verbs(reader, node)), TEXT(heads(reader, noun))));
    add_suggestions(reader, rule, attribute(reader, node, "right"), true);
    explain_calque(reader, rule,
                   adjective.len > 0
                       ? arena_print(reader->arena, "%.*s (%.*s)", TEXT(right), TEXT(alternative(noun, 0)))
                       : arena_print(reader->arena, "%.*s %.*s", TEXT(alternative(noun, 0)), TEXT(right)));
}

/* What stands behind a preposition, its last item being the noun: the ones named, or any but time and the exceptions.
 */
static struct slice governed(struct reader *reader, const xmlNode *node)
{
    struct slice object = attribute(reader, node, "object"), except = attribute(reader, node, "except");

    if (object.len > 0)
        return arena_print(reader->arena, "#DET? #ADJ|#NUM? #ADJ? %.*s", TEXT(company(reader, object)));
    if (except.len > 0)
        except = arena_print(reader->arena, "&!%.*s", TEXT(company(reader, except)));
    return arena_print(reader->arena, "#DET? #ADJ|#NUM? #ADJ? #NOUN|#NAME&!@time-nouns%.*s", TEXT(except));
}

static void add_fixed(struct arena *arena, struct rule_source *rule, struct slice text)
{
    *ADD(arena, rule, patterns) = (struct pattern_source){ .text = text, .order = ORDER_FIXED, .line = rule->line };
}

static void forbid(struct arena *arena, struct rule_source *rule, struct slice text)
{
    *ADD(arena, rule, conditions) = (struct condition_source){
        .pattern = { .text = text, .order = ORDER_FIXED, .line = rule->line },
        .scope = SCOPE_SENTENCE,
        .negative = true,
        .group = UINT32_MAX,
    };
}

void government_write(struct arena *arena, struct rule_source *rule, const struct government *government)
{
    struct slice item = government->item, preposition;

    if (government->class == GOVERNMENT_VERB) {
        add_fixed(arena, rule,
                  arena_print(arena, "%.*s #PRON|#ADV? #DET? #ADJ? #NOUN|#NAME? #ADV|nicht? [ %.*s ] %.*s", TEXT(item),
                              TEXT(government->wrong), TEXT(government->object)));
        add_fixed(arena, rule,
                  arena_print(arena, "!#NOUN&!#NAME [ %.*s ] %.*s #ADV|nicht? zu? %.*s", TEXT(government->wrong),
                              TEXT(government->object), TEXT(item)));
    } else {
        add_fixed(
            arena, rule,
            arena_print(arena, "%.*s [ %.*s ] %.*s", TEXT(item), TEXT(government->wrong), TEXT(government->object)));
    }
    if (government->class == GOVERNMENT_ADJECTIVE)
        add_fixed(arena, rule,
                  arena_print(arena, "[ %.*s ] %.*s #ADV|nicht? %.*s", TEXT(government->wrong),
                              TEXT(government->object), TEXT(item)));
    for (size_t n = 0; (preposition = alternative(government->right, n)).len > 0; n++) {
        if (is_advice(preposition))
            continue;
        forbid(arena, rule, arena_print(arena, "%.*s ...12 @with-%.*s", TEXT(item), TEXT(preposition)));
        forbid(arena, rule, arena_print(arena, "@with-%.*s ...12 %.*s", TEXT(preposition), TEXT(item)));
    }
    struct slice right = readable(arena, alternative(government->right, 0));
    struct slice english = without_brackets(rule->english);

    explain(rule,
            arena_print(arena, "Wörtlich aus dem Englischen („%.*s“); zu „%.*s“ gehört „%.*s“.", TEXT(english),
                        TEXT(government->word), TEXT(right)),
            arena_print(arena, "A literal “%.*s”; German “%.*s” goes with “%.*s”.", TEXT(english),
                        TEXT(government->word), TEXT(right)));
}

/* <government>: a verb, adjective or noun with the preposition of its English counterpart. */
static void read_government(struct reader *reader, struct rule_source *rule, const xmlNode *node)
{
    struct slice word = attribute(reader, node, "word");
    bool noun = is_capitalised(word);
    struct government government = {
        .class = noun                                           ? GOVERNMENT_NOUN
                 : slice_ends(alternative(word, 0), SLICE("n")) ? GOVERNMENT_VERB
                                                                : GOVERNMENT_ADJECTIVE,
        .word = alternative(word, 0),
        .item = noun ? heads(reader, word) : words_item(reader, word),
        .wrong = attribute(reader, node, "wrong"),
        .right = attribute(reader, node, "right"),
        .object = governed(reader, node),
    };

    government_write(reader->arena, rule, &government);
    add_suggestions(reader, rule, attribute(reader, node, "right"), false);
}

bool read_short_form(struct reader *reader, struct rule_source *rule, const xmlNode *node)
{
    static const struct {
        const char *element;
        struct slice category;
        enum severity severity;
        void (*read)(struct reader *reader, struct rule_source *rule, const xmlNode *node);
    } forms[] = {
        { "sense", { "accuracy/mistranslation", 23 }, SEVERITY_MAJOR, read_sense },
        { "false-friend", { "accuracy/mistranslation", 23 }, SEVERITY_MAJOR, read_sense },
        { "calque", { "style/awkward", 13 }, SEVERITY_MINOR, read_calque },
        { "collocation", { "style/awkward", 13 }, SEVERITY_MINOR, read_collocation },
        { "government", { "linguistic/grammar", 18 }, SEVERITY_MINOR, read_government },
    };

    for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++) {
        if (!is_element(node, forms[i].element))
            continue;
        struct slice id = attribute(reader, node, "id");

        rule->english = attribute(reader, node, "english");
        rule->id = id_from_english(reader, id.len > 0 ? id : rule->english);
        rule->category = attribute(reader, node, "category");
        if (rule->category.len == 0)
            rule->category = forms[i].category;
        if (attribute(reader, node, "severity").len == 0)
            rule->severity = forms[i].severity;
        read_children(reader, rule, node);
        add_company(reader, rule, node);
        forms[i].read(reader, rule, node);
        return true;
    }
    return false;
}
