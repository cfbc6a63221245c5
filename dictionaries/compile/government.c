/* Generates rules for verbs and adjectives with the preposition of their English: "hoffen für", since Ding has "auf
 * etw. hoffen :: to hope for sth.".
 *
 * What Ding says of a word is kept first, from all entries; a literal preposition is wrong when no entry, no phrase and
 * no author gives it to the word. */
#include "idioms.h"
#include "text/letters.h"
#include "text/unicode.h"
#include "word_file.h"
#include "word_table.h"

enum {
    MAX_PREPOSITIONS = 32, /* a bit each */
    MAX_TERM = 12,         /* words of a term that is looked at */
    MIN_LENGTH = 4,
    PHRASE_GAP = 3,
};

/* Generated rules are less sure than written ones: the preposition may belong to another part of the sentence. */
static const double generated_confidence = 0.9;

/* A row of government-prepositions.tsv. */
struct literal {
    struct slice english, forms; /* forms: alternatives between bars */
    int preposition;
};

struct dropped {
    struct slice word, preposition;
};

/* "auf etw. hoffen" with "to hope for sth.": what Ding gives one word for one English. */
struct governed {
    uint32_t word;
    enum government_class class;
    int right;
    const struct literal *literal;
    struct slice english; /* "hope for" */
    size_t line;
};

struct governor {
    struct arena *arena;
    const struct word_list *prepositions; /* words/governed-prepositions.txt */
    struct word_table words;
    uint32_t *rights; /* beside words: the prepositions that Ding gives it, a bit each */
    size_t rights_capacity;
    GROWING(struct literal, literals);
    GROWING(struct dropped, dropped);
    GROWING(struct governed, entries);
};

static int preposition_of(const struct governor *governor, struct slice word)
{
    for (size_t i = 0; i < governor->prepositions->count; i++)
        if (slice_equal(word, governor->prepositions->words[i]))
            return (int)i;
    return -1;
}

static int read_literal(void *context, const struct word_row *row, struct rs_error *error)
{
    struct governor *governor = context;
    struct slice forms = arena_copy(governor->arena, row->columns[1]);
    struct slice rest = forms, first;

    next_word(&rest, '|', &first);
    int preposition = preposition_of(governor, first);

    if (preposition < 0)
        return error_set(error, row->path, row->line, "\"%.*s\" is not in governed-prepositions.txt", (int)first.len,
                         first.at);
    governor->literals = arena_grow(governor->arena, governor->literals, governor->literals_count,
                                    &governor->literals_capacity, sizeof(*governor->literals));
    governor->literals[governor->literals_count++] =
        (struct literal){ arena_copy(governor->arena, row->columns[0]), forms, preposition };
    return 0;
}

static int read_dropped(void *context, const struct word_row *row, struct rs_error *error)
{
    struct governor *governor = context;

    (void)error;
    governor->dropped = arena_grow(governor->arena, governor->dropped, governor->dropped_count,
                                   &governor->dropped_capacity, sizeof(*governor->dropped));
    governor->dropped[governor->dropped_count++] =
        (struct dropped){ arena_copy(governor->arena, row->columns[0]), arena_copy(governor->arena, row->columns[1]) };
    return 0;
}

/* ---- What Ding says ---- */

/* The words of a term; 0 when it has more than are looked at. */
static size_t split(struct slice text, struct slice *words)
{
    struct slice word;
    size_t count = 0;

    while (next_word(&text, ' ', &word)) {
        if (count == MAX_TERM)
            return 0;
        words[count++] = word;
    }
    return count;
}

static bool is_german_placeholder(struct slice word)
{
    return slice_starts(word, SLICE("etw")) || slice_starts(word, SLICE("jd"));
}

static bool is_english_placeholder(struct slice word)
{
    return slice_starts(word, SLICE("sth")) || slice_starts(word, SLICE("sb")) || slice_equal(word, SLICE("oneself"));
}

/* The prepositions of "auf/über", a bit each; 0 for any other word. */
static uint32_t prepositions_in(const struct governor *governor, struct slice text)
{
    struct slice word;
    uint32_t bits = 0;

    while (next_word(&text, '/', &word)) {
        int preposition = preposition_of(governor, word);

        if (preposition < 0)
            return 0;
        bits |= 1U << preposition;
    }
    return bits;
}

/* No noun, and no "wild/scharf". */
static bool is_lower_word(struct slice word)
{
    int32_t first;

    return read_code_point(word, &first) > 0 && is_letter(first) && !is_upper(first) &&
           memchr(word.at, '/', word.len) == NULL;
}

/* A German term read: the word that governs, and what. */
struct german_term {
    struct slice word;
    enum government_class class;
    uint32_t prepositions;
};

/* "sich für etw. interessieren", "mit jdm. verheiratet sein", "reich an etw." */
static bool read_german(const struct governor *governor, const struct ding_term *term, struct german_term *out)
{
    struct slice words[MAX_TERM];
    size_t count = split(term->text, words), before = 0;
    bool copula = count > 0 && slice_equal(words[count - 1], SLICE("sein"));

    *out = (struct german_term){ .class = GOVERNMENT_ADJECTIVE };
    count -= copula;
    for (size_t i = 0; i + 1 < count; i++) {
        uint32_t found = is_german_placeholder(words[i + 1]) ? prepositions_in(governor, words[i]) : 0;

        if (found != 0 && out->prepositions == 0)
            before = i;
        out->prepositions |= found;
    }
    if (out->prepositions == 0)
        return false;
    bool last = !is_german_placeholder(words[count - 1]);

    if (!last && before == 0)
        return false;
    out->word = words[last ? count - 1 : before - 1];
    if (!copula && slice_starts(term->grammar, SLICE("v")))
        out->class = GOVERNMENT_VERB;
    else if (!copula && !slice_starts(term->grammar, SLICE("adj")))
        return false;
    return out->word.len >= MIN_LENGTH && is_lower_word(out->word) &&
           (out->class != GOVERNMENT_VERB || slice_ends(out->word, SLICE("n")));
}

/* The word stands alone with placeholders, prepositions, "sich" or "sein": not "vor etw. Angst haben". */
static bool is_single(const struct governor *governor, const struct ding_term *term, const struct german_term *german)
{
    struct slice words[MAX_TERM];
    size_t count = split(term->text, words);

    for (size_t i = 0; i < count; i++)
        if (!is_german_placeholder(words[i]) && prepositions_in(governor, words[i]) == 0 &&
            !slice_equal(words[i], SLICE("sich")) && !slice_equal(words[i], SLICE("sein")) &&
            !slice_equal(words[i], german->word))
            return false;
    return true;
}

/* "to hope for sth.", "to be married to sb.", "damaging/harmful to sth.": *english receives "hope for". */
static bool read_english(const struct governor *governor, const struct ding_term *term, enum government_class class,
                         const struct literal **literal, struct slice *english)
{
    struct slice words[MAX_TERM];
    size_t count = split(term->text, words), at = 0;
    bool verb = count > 0 && slice_equal(words[at], SLICE("to"));
    bool copula = verb && count > 1 && slice_equal(words[1], SLICE("be"));

    at += (size_t)verb + (size_t)copula;
    if ((verb && !copula) != (class == GOVERNMENT_VERB) || at + 3 > count)
        return false;
    struct slice alternatives = words[at++], word;

    next_word(&alternatives, '/', &word);
    while (at < count && is_english_placeholder(words[at]))
        at++;
    if (at + 2 != count || !is_english_placeholder(words[at + 1]))
        return false;
    for (size_t i = 0; i < governor->literals_count; i++)
        if (slice_equal(governor->literals[i].english, words[at])) {
            *literal = &governor->literals[i];
            *english =
                arena_print(governor->arena, "%.*s %.*s", (int)word.len, word.at, (int)words[at].len, words[at].at);
            return true;
        }
    return false;
}

static int lowest(uint32_t bits)
{
    int bit = 0;

    while ((bits & 1U) == 0) {
        bits >>= 1;
        bit++;
    }
    return bit;
}

static uint32_t governing(struct governor *governor, const struct german_term *german)
{
    size_t before = governor->words.count;
    uint32_t id = word_add(&governor->words, german->word);

    if (governor->words.count > before) {
        governor->rights = arena_grow(governor->arena, governor->rights, before, &governor->rights_capacity,
                                      sizeof(*governor->rights));
        governor->rights[id] = 0;
    }
    governor->rights[id] |= german->prepositions;
    return id;
}

static void visit(void *context, const struct ding_pair *pair)
{
    struct governor *governor = context;
    struct german_term german;
    const struct literal *literal;
    struct slice english;

    for (size_t i = 0; i < pair->german_count; i++) {
        if (!read_german(governor, &pair->german[i], &german))
            continue;
        uint32_t word = governing(governor, &german);
        bool one = (german.prepositions & (german.prepositions - 1)) == 0;

        if (!one || !is_single(governor, &pair->german[i], &german))
            continue;
        for (size_t j = 0; j < pair->english_count; j++) {
            if (!read_english(governor, &pair->english[j], german.class, &literal, &english))
                continue;
            governor->entries = arena_grow(governor->arena, governor->entries, governor->entries_count,
                                           &governor->entries_capacity, sizeof(*governor->entries));
            governor->entries[governor->entries_count++] =
                (struct governed){ word, german.class, lowest(german.prepositions), literal, english, pair->line };
        }
    }
}

/* ---- The rules ---- */

static struct slice id_of(struct arena *arena, struct slice word, struct slice preposition)
{
    return german_id(arena, SLICE("government/"),
                     arena_print(arena, "%.*s-%.*s", (int)word.len, word.at, (int)preposition.len, preposition.at));
}

/* Rules that authors have written go first. */
static bool is_taken(const struct rule_sources *rules, struct slice id)
{
    for (size_t i = 0; i < rules->rules_count; i++)
        if (slice_equal(rules->rules[i].id, id))
            return true;
    return false;
}

static bool is_dropped(const struct governor *governor, struct slice word, struct slice preposition)
{
    for (size_t i = 0; i < governor->dropped_count; i++)
        if (slice_equal(governor->dropped[i].word, word) && slice_equal(governor->dropped[i].preposition, preposition))
            return true;
    return false;
}

/* A phrase of Ding that has the preposition near the word. "zu" itself stands before infinitives as well. */
static bool is_german(const struct translations *translations, const struct word_lists *lists, struct slice word,
                      struct slice preposition, struct slice *phrase)
{
    struct slice name = SLICE("with-");
    char buffer[32];

    if (name.len + preposition.len > sizeof(buffer))
        return false;
    memcpy(buffer, name.at, name.len);
    memcpy(buffer + name.len, preposition.at, preposition.len);
    const struct word_list *forms = list_named(lists, (struct slice){ buffer, name.len + preposition.len });

    for (size_t i = 0; forms != NULL && i < forms->count; i++) {
        struct slice pair[2] = { word, forms->words[i] };

        if (!slice_equal(forms->words[i], SLICE("zu")) && german_phrase_with(translations, pair, 2, PHRASE_GAP, phrase))
            return true;
    }
    return false;
}

/* The entry's own preposition, which the reason names, then all others that Ding gives the word: no place that has one
 * of them is marked. */
static struct slice right_of(const struct governor *governor, const struct governed *entry)
{
    const struct word_list *all = governor->prepositions;
    struct slice right = all->words[entry->right];

    for (size_t i = 0; i < all->count; i++)
        if ((int)i != entry->right && (governor->rights[entry->word] & (1U << i)) != 0)
            right = arena_print(governor->arena, "%.*s|%.*s", (int)right.len, right.at, (int)all->words[i].len,
                                all->words[i].at);
    return right;
}

static void add_rule(struct governor *governor, struct rule_sources *rules, const struct governed *entry,
                     struct slice id, const struct ding *ding, FILE *log)
{
    struct slice word = governor->words.words[entry->word];

    rules->rules =
        arena_grow(&rules->arena, rules->rules, rules->rules_count, &rules->rules_capacity, sizeof(*rules->rules));
    struct rule_source *rule = &rules->rules[rules->rules_count++];

    *rule = (struct rule_source){
        .file = arena_copy(&rules->arena, slice_of(ding_path(ding))),
        .line = entry->line,
        .id = id,
        .category = SLICE("linguistic/grammar"),
        .english = entry->english,
        .severity = SEVERITY_MINOR,
        .confidence = generated_confidence,
    };
    struct government government = {
        .class = entry->class,
        .word = word,
        .item = arena_print(&rules->arena, "{%.*s}", (int)word.len, word.at),
        .wrong = entry->literal->forms,
        .right = right_of(governor, entry),
        .object = SLICE("#DET? #ADJ|#NUM? #ADJ? #NOUN|#NAME&!@time-nouns&!@government-adjuncts"),
    };

    government_write(&rules->arena, rule, &government);
    rule->suggestions = arena_array(&rules->arena, 1, sizeof(*rule->suggestions));
    rule->suggestions_count = rule->suggestions_capacity = 1;
    rule->suggestions[0] = governor->prepositions->words[entry->right];
    for (size_t i = 0; i < rule->patterns_count; i++)
        log_made(log, rule, rule->patterns[i].text);
}

static void generate(struct governor *governor, struct rule_sources *rules, const struct word_lists *lists,
                     const struct pair_filter *filter, const struct ding *ding)
{
    const struct word_list *light = list_named(lists, SLICE("light-words"));

    for (size_t i = 0; i < governor->entries_count; i++) {
        const struct governed *entry = &governor->entries[i];
        struct slice word = governor->words.words[entry->word], phrase;
        struct slice wrong = governor->prepositions->words[entry->literal->preposition];
        struct slice id = id_of(&rules->arena, word, wrong);

        if ((governor->rights[entry->word] & (1U << entry->literal->preposition)) != 0 || list_has(light, word) ||
            is_taken(rules, id) || is_dropped(governor, word, wrong))
            continue;
        if (!is_german(filter->translations, lists, word, wrong, &phrase))
            add_rule(governor, rules, entry, id, ding, filter->log);
        else if (filter->log != NULL)
            fprintf(filter->log, "%.*s\tleft out\t%.*s\n", (int)id.len, id.at, (int)phrase.len, phrase.at);
    }
}

int government_generate(struct rule_sources *rules, const char *folder, const struct ding *ding,
                        const struct word_lists *lists, const struct pair_filter *filter, struct rs_error *error)
{
    struct governor governor = { .arena = &rules->arena,
                                 .prepositions = list_named(lists, SLICE("governed-prepositions")),
                                 .words = { .arena = &rules->arena } };

    if (governor.prepositions == NULL || governor.prepositions->count > MAX_PREPOSITIONS)
        return error_set(error, folder, 0, "governed-prepositions.txt is missing or has more than %d words",
                         MAX_PREPOSITIONS);
    if (read_word_file(folder, "government-prepositions.tsv", 2, 2, read_literal, &governor, error) != 0 ||
        read_word_file(folder, "government-dropped.tsv", 2, 2, read_dropped, &governor, error) != 0)
        return -1;
    ding_visit(ding, visit, &governor);
    generate(&governor, rules, lists, filter, ding);
    return 0;
}
