/* Generates wrong senses of verbs, adjectives, adverbs and quantities from the words that they stand with.
 *
 * One runs a bakery, talks stall, traffic is heavy: words/verb-objects.tsv has the English verb, what German says of
 * these objects, and the objects; verb-subjects.tsv the same of its subjects, adjective-nouns.tsv of the nouns that an
 * adjective is said of, adverb-company.tsv of the participles and adjectives behind an adverb, quantity-nouns.tsv of
 * what is counted by a noun ("a raft of measures"). Every other German word that Ding gives for the English one is
 * wrong with them ("läuft eine Bäckerei"), or those of a fourth column only, but where German itself puts the two
 * together.
 */
#include "idioms.h"
#include "morphology.h"
#include "rules_xml.h"

enum { MOST_WORDS = 14 };

static const double generated_confidence = 0.85;

struct company_maker {
    struct rule_sources *rules;
    const struct pair_filter *filter;
    const struct word_list *light;   /* words that say too little */
    const struct word_list *adverbs; /* forms of adjectives that are adverbs too */
    const struct company_kind *kind;
};

/* The tables, and how a wrong word and its company make patterns. */
struct company_kind {
    const char *file;
    enum german_class class; /* of the words that a row is about */
    size_t most_apart;       /* words between the two where German puts them together */
    void (*write)(const struct company_maker *maker, struct rule_source *rule, struct slice word, struct slice company);
};

static void add_company_pattern(const struct company_maker *maker, struct rule_source *rule, struct slice text,
                                enum rule_order order)
{
    *ADD(&maker->rules->arena, rule, patterns) =
        (struct pattern_source){ .text = text, .order = order, .line = rule->line };
    log_made(maker->filter->log, rule, text);
}

static void write_verb(const struct company_maker *maker, struct rule_source *rule, struct slice word,
                       struct slice company, enum rule_order order)
{
    add_company_pattern(
        maker, rule,
        arena_print(&maker->rules->arena, "{%.*s} %.*s", (int)word.len, word.at, (int)company.len, company.at), order);
}

static void write_object(const struct company_maker *maker, struct rule_source *rule, struct slice word,
                         struct slice company)
{
    write_verb(maker, rule, word, company, ORDER_OBJECT);
}

static void write_subject(const struct company_maker *maker, struct rule_source *rule, struct slice word,
                          struct slice company)
{
    write_verb(maker, rule, word, company, ORDER_SUBJECT);
}

/* Adds the forms of an adjective before its noun, but those that are another word too. */
static struct slice with_forms(const struct company_maker *maker, struct slice out, struct slice word)
{
    struct arena *arena = &maker->rules->arena;
    struct slice all = attributive_forms(arena, word), form;

    while (next_word(&all, '|', &form))
        if (!list_has(maker->adverbs, form))
            out =
                arena_print(arena, "%.*s%s%.*s", (int)out.len, out.at, out.len > 0 ? "|" : "", (int)form.len, form.at);
    return out;
}

static struct slice with_suffix(struct arena *arena, struct slice word, const char *suffix)
{
    bool e = slice_ends(word, SLICE("e"));

    return arena_print(arena, "%.*s%s", (int)word.len - (e ? 1 : 0), word.at, suffix);
}

/* Participles take objects with them ("um ihr Überleben kämpfende Firmen", "von ihm behauptete Morde"). */
static bool may_have_object(struct slice word)
{
    return slice_ends(word, SLICE("t")) || slice_ends(word, SLICE("en")) || slice_ends(word, SLICE("nd"));
}

#define SAID "{sein|werden|bleiben|scheinen|wirken|klingen|erscheinen}"

#define CLAUSE_END "] .|,|;|!|?|und|oder|aber"

/* The places of a predicate. Its noun must be the subject: in "der Ton nach der Schätzung wurde rau" it is not. The
 * clause must end behind it: "das Gas ist natürlich teuer" has an adverb there. */
static void write_predicates(const struct company_maker *maker, struct rule_source *rule, struct slice word,
                             struct slice company)
{
    static const struct {
        const char *before, *between, *behind;
    } places[] = {
        { "^ #DET? #ADJ? ", " " SAID " #ADV? #ADV? [ ", " " CLAUSE_END },
        { "^ #DET? #ADJ? ", " #PREP #DET? #ADJ? #NOUN|#NAME " SAID " #ADV? #ADV? [ ", " " CLAUSE_END },
        { "!#PREP&!#NOUN&!#NAME&!#ADJ #DET #ADJ? ", " " SAID " #ADV? #ADV? [ ", " " CLAUSE_END },
        { "!#PREP&!#NOUN&!#NAME&!#ADJ #DET #ADJ? ", " #ADV? #ADV? [ ", " ] " SAID " .|," },
        { SAID " #DET #ADJ? ", " #ADV? #ADV? [ ", " " CLAUSE_END },
    };
    struct arena *arena = &maker->rules->arena;

    for (size_t i = 0; i < sizeof(places) / sizeof(*places); i++)
        add_company_pattern(maker, rule,
                            arena_print(arena, "%s%.*s%s%.*s%s", places[i].before, (int)company.len, company.at,
                                        places[i].between, (int)word.len, word.at, places[i].behind),
                            ORDER_FIXED);
}

/* "steif+" is wrong as a predicate too ("die Konkurrenz ist steif") and compared; "nahe" before its noun only: a race
 * that is "nah" comes soon, and one is "späterer Präsident" rightly. */
static void write_adjective(const struct company_maker *maker, struct rule_source *rule, struct slice word,
                            struct slice company)
{
    struct arena *arena = &maker->rules->arena;
    bool always = slice_ends(word, SLICE("+"));
    struct slice bare = always ? slice_between(word.at, word.at + word.len - 1) : word;
    /* "ein", "Die" and "Seine" are other words too, so are "mit" and "sagte" before an adjective; "ihr" may be an
     * object. */
    static const char *const starts[] = { "", "^ ", "#DET&!ihr ", "#PREP|#PAST ",
                                          "!#NOUN&!#NAME&!#ADV&!#ADJ&!@oblique-pronouns&!@reflexive-pronouns " };
    const size_t start_count = sizeof(starts) / sizeof(*starts);
    struct slice forms = with_forms(maker, (struct slice){ "", 0 }, bare);
    bool object = may_have_object(bare);

    if (always && !object) {
        write_predicates(maker, rule, bare, company);
        forms = with_forms(maker, forms, with_suffix(arena, bare, "er"));
        forms = with_forms(maker, forms, with_suffix(arena, bare, "st"));
    }
    for (size_t i = object ? 1 : 0; i < (object ? start_count : 1); i++)
        add_company_pattern(maker, rule,
                            arena_print(arena, "%s[ %.*s ] #ADJ? %.*s", starts[i], (int)forms.len, forms.at,
                                        (int)company.len, company.at),
                            ORDER_FIXED);
}

/* Behind a finite verb the adverb must end its part of the sentence: in "stieg scharf kritisiert aus" it belongs to
 * another word. */
static void write_adverb(const struct company_maker *maker, struct rule_source *rule, struct slice word,
                         struct slice company)
{
    struct arena *arena = &maker->rules->arena;

    add_company_pattern(maker, rule,
                        arena_print(arena, "[ %.*s ] %.*s", (int)word.len, word.at, (int)company.len, company.at),
                        ORDER_FIXED);
    add_company_pattern(maker, rule,
                        arena_print(arena, "%.*s&#FINITE ...2 [ %.*s ] .|,|;|und|ab|zurück", (int)company.len,
                                    company.at, (int)word.len, word.at),
                        ORDER_FIXED);
}

/* "ein Floß von Maßnahmen", "ein Floß neuer Maßnahmen". */
static void write_quantity(const struct company_maker *maker, struct rule_source *rule, struct slice word,
                           struct slice company)
{
    static const char *const joints[] = { "von|an|aus #ADJ|#NUM? #ADJ?", "#ADJ" };

    for (size_t i = 0; i < sizeof(joints) / sizeof(*joints); i++)
        add_company_pattern(maker, rule,
                            arena_print(&maker->rules->arena, "[ {%.*s} ] %s %.*s", (int)word.len, word.at, joints[i],
                                        (int)company.len, company.at),
                            ORDER_FIXED);
}

static const struct company_kind kinds[] = {
    { "verb-objects.tsv", GERMAN_VERB, 3, write_object },
    { "verb-subjects.tsv", GERMAN_VERB, 3, write_subject },
    { "adjective-nouns.tsv", GERMAN_OTHER, 0, write_adjective },
    { "adverb-company.tsv", GERMAN_OTHER, 0, write_adverb },
    { "quantity-nouns.tsv", GERMAN_NOUN, 2, write_quantity },
};

static bool is_among(struct slice words, struct slice wanted)
{
    struct slice word;

    while (next_word(&words, '|', &word))
        if (slice_equal(word, wanted))
            return true;
    return false;
}

/* Nouns are heads of compounds, but "=Satz"; "@liste" stands for a class of nouns. */
static struct slice company_item(struct arena *arena, struct slice word)
{
    if (word.at[0] == '@')
        return arena_print(arena, "@-%.*s", (int)word.len - 1, word.at + 1);
    if (word.at[0] == '=')
        return arena_print(arena, "{%.*s}", (int)word.len - 1, word.at + 1);
    return arena_print(arena, is_capitalised(word) ? "{-%.*s}" : "{%.*s}", (int)word.len, word.at);
}

/* Whether German puts the two words together, as one of Ding's phrases shows. */
static bool is_german(const struct company_maker *maker, struct slice word, struct slice company)
{
    struct slice both[2] = { word, company }, phrase;

    if (slice_ends(word, SLICE("+")))
        both[0].len--;
    if (company.at[0] == '=')
        both[1] = slice_from(company, 1);
    if (!german_phrase_with(maker->filter->translations, both, 2, maker->kind->most_apart, &phrase))
        return false;
    if (maker->filter->log != NULL)
        fprintf(maker->filter->log, "%.*s %.*s\tleft out\t%.*s\n", (int)both[0].len, both[0].at, (int)both[1].len,
                both[1].at, (int)phrase.len, phrase.at);
    return true;
}

/* The company that German never puts beside the word, as one item. */
static struct slice company_apart(const struct company_maker *maker, struct slice word, struct slice company)
{
    struct arena *arena = &maker->rules->arena;
    struct slice one, out = { "", 0 };

    while (next_word(&company, '|', &one)) {
        if (is_german(maker, word, one))
            continue;
        struct slice item = company_item(arena, one);

        out = arena_print(arena, "%.*s%s%.*s", (int)out.len, out.at, out.len > 0 ? "|" : "", (int)item.len, item.at);
    }
    return out;
}

/* "raw-data-daten-rohdaten": the English, the first of its company, the first German. */
static struct slice id_words(struct arena *arena, struct slice english, struct slice company, struct slice right)
{
    struct slice text = arena_print(arena, "%.*s-%.*s-%.*s", (int)english.len, english.at, (int)company.len, company.at,
                                    (int)right.len, right.at);
    char *out = (char *)(uintptr_t)text.at;
    size_t length = 0;

    for (size_t i = 0; i < text.len; i++)
        if (text.at[i] == ' ')
            out[length++] = '-';
        else if (strchr("=@,()", text.at[i]) == NULL)
            out[length++] = text.at[i];
    return (struct slice){ out, length };
}

/* "(Rohdaten)" is advice, put nowhere. */
static struct rule_source *add_rule(const struct company_maker *maker, const struct word_row *row)
{
    struct arena *arena = &maker->rules->arena;
    struct slice english = arena_copy(arena, row->columns[0]);
    struct slice first = alternative(arena_copy(arena, row->columns[1]), 0), noun = alternative(row->columns[2], 0);
    bool advice = first.at[0] == '(';
    struct slice right = advice ? slice_between(first.at + 1, first.at + first.len - 1) : first;
    struct rule_source *rule = ADD(arena, maker->rules, rules);

    *rule = (struct rule_source){
        .file = arena_copy(arena, slice_of(row->path)),
        .line = row->line,
        .id = german_id(arena, SLICE("wrong-sense/"), id_words(arena, english, noun, right)),
        .category = SLICE("accuracy/mistranslation"),
        .english = english,
        .severity = SEVERITY_MAJOR,
        .confidence = generated_confidence,
    };
    if (!advice)
        *ADD(arena, rule, suggestions) =
            memchr(first.at, ' ', first.len) != NULL ? first : arena_print(arena, "{%.*s=1}", (int)first.len, first.at);
    explain_sense(arena, rule, right);
    return rule;
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

/* The first word and those behind it that are wrong in the same company, between bars; these are taken out of the rest.
 */
static struct slice words_with(struct arena *arena, const struct slice *words, struct slice *companies, size_t count)
{
    struct slice out = words[0];

    for (size_t i = 1; i < count; i++)
        if (slice_equal(companies[i], companies[0])) {
            out = arena_print(arena, "%.*s|%.*s", (int)out.len, out.at, (int)words[i].len, words[i].at);
            companies[i].len = 0;
        }
    return out;
}

static int read_row(void *context, const struct word_row *row, struct rs_error *error)
{
    struct company_maker *maker = context;
    struct slice words[MOST_WORDS], companies[MOST_WORDS];
    struct rule_source *rule = add_rule(maker, row);
    size_t count = wrong_words(maker, row, rule->english, words);

    for (size_t i = 0; i < count; i++)
        companies[i] = company_apart(maker, words[i], row->columns[2]);
    for (size_t i = 0; i < count; i++) {
        if (companies[i].len == 0)
            continue;
        struct slice all = maker->kind->class != GERMAN_VERB
                               ? words[i]
                               : words_with(&maker->rules->arena, words + i, companies + i, count - i);

        maker->kind->write(maker, rule, all, companies[i]);
    }
    if (rule->patterns_count == 0)
        maker->rules->rules_count--;
    (void)error;
    return 0;
}

int noun_company_generate(struct rule_sources *rules, const char *folder, const struct word_lists *lists,
                          const struct pair_filter *filter, struct rs_error *error)
{
    struct company_maker maker = { rules, filter, list_named(lists, SLICE("light-words")),
                                   list_named(lists, SLICE("adverb-like-forms")), NULL };

    for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
        maker.kind = &kinds[i];
        if (read_word_file(folder, kinds[i].file, 3, 4, read_row, &maker, error) != 0)
            return -1;
    }
    return 0;
}
