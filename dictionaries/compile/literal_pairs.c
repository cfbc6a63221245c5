/* What generated patterns share: which pairs of German words say what they mean, so that they must not be asked for as
 * a literal rendering, and how a pattern is added. */
#include "idioms.h"
#include "text/unicode.h"
#include "word_file.h"

enum {
    PAIR_GAP = 4, /* words between two lemmas of a German phrase that speaks against a pair */
};

/* Generated patterns are less sure than written ones: a translation may be a sense that is never meant, German may put
 * the words together for another reason. */
static const double generated_share = 0.93;

/* "Goldstandard" for gold + standard, with the letters that may join its parts. */
static bool is_german_compound(const struct pair_filter *filter, struct slice left, struct slice right)
{
    static const char *const joints[] = { "", "s", "n", "en", "-" };
    struct arena arena = { 0 };
    bool found = false;

    for (size_t i = 0; i < sizeof(joints) / sizeof(*joints); i++) {
        struct slice tail = i + 1 < sizeof(joints) / sizeof(*joints) ? lower_case(&arena, right) : right;
        struct slice word =
            arena_print(&arena, "%.*s%s%.*s", (int)left.len, left.at, joints[i], (int)tail.len, tail.at);

        found = found || german_classes(filter->translations, word) != 0;
    }
    arena_free(&arena);
    return found;
}

static void log_drop(const struct pair_filter *filter, const struct rule_source *rule, struct slice left,
                     struct slice right, const char *reason, struct slice phrase)
{
    if (filter->log != NULL)
        fprintf(filter->log, "%.*s\tdropped\t%.*s + %.*s\t%s%.*s\n", (int)rule->id.len, rule->id.at, (int)left.len,
                left.at, (int)right.len, right.at, reason, (int)phrase.len, phrase.at);
}

static bool is_dropped(const struct pair_filter *filter, const struct rule_source *rule, struct slice left,
                       struct slice right)
{
    const char *slash = memchr(rule->id.at, '/', rule->id.len);
    struct slice id = slash == NULL ? rule->id : slice_between(slash + 1, rule->id.at + rule->id.len);

    for (size_t i = 0; i < filter->dropped->items_count; i++) {
        const struct dropped_pair *pair = &filter->dropped->items[i];

        if (slice_equal(pair->idiom, id) && slice_equal(pair->words[0], left) && slice_equal(pair->words[1], right))
            return true;
    }
    return false;
}

/* Whether the idiom's right German holds all nouns of the pair ("die Bedingungen ändern" beside Bedingung + bewegen).
 */
static bool is_right_german(const struct pair_filter *filter, const struct rule_source *rule,
                            const struct slice pair[2])
{
    size_t nouns = 0, right = 0;

    for (size_t i = 0; i < 2; i++) {
        if (german_classes(filter->translations, pair[i]) != GERMAN_NOUN)
            continue;
        nouns++;
        for (size_t j = 0; j < rule->suggestions_count; j++)
            if (memmem(rule->suggestions[j].at, rule->suggestions[j].len, pair[i].at, pair[i].len) != NULL) {
                right++;
                break;
            }
    }
    return nouns > 0 && right == nouns;
}

bool is_german_pair(const struct pair_filter *filter, const struct rule_source *rule, struct slice left,
                    struct slice right, bool compound, double too_common)
{
    struct slice pair[2] = { left, right }, phrase = { "", 0 };

    if (slice_equal(left, right) || is_right_german(filter, rule, pair))
        return true;
    if (is_dropped(filter, rule, left, right))
        log_drop(filter, rule, left, right, "words/idioms-dropped.tsv", phrase);
    else if (german_phrase_with(filter->translations, pair, 2, PAIR_GAP, &phrase))
        log_drop(filter, rule, left, right, "Ding: ", phrase);
    else if (compound && is_german_compound(filter, left, right))
        log_drop(filter, rule, left, right, "Ding has it as one word", phrase);
    else if (too_common > 0 && (double)german_frequency(filter->translations, left) *
                                       (double)german_frequency(filter->translations, right) >=
                                   too_common)
        log_drop(filter, rule, left, right, "too common to be a sign", phrase);
    else
        return false;
    return true;
}

void log_made(FILE *log, const struct rule_source *rule, struct slice text)
{
    if (log != NULL)
        fprintf(log, "%.*s\tmade\t%.*s\n", (int)rule->id.len, rule->id.at, (int)text.len, text.at);
}

struct pattern_source *add_made_pattern(struct arena *arena, struct rule_source *rule, struct slice text,
                                        enum rule_order order, FILE *log)
{
    log_made(log, rule, text);
    rule->patterns =
        arena_grow(arena, rule->patterns, rule->patterns_count, &rule->patterns_capacity, sizeof(*rule->patterns));
    rule->patterns[rule->patterns_count++] = (struct pattern_source){
        .text = text, .order = order, .line = rule->line, .confidence = rule->confidence * generated_share
    };
    return &rule->patterns[rule->patterns_count - 1];
}

struct slice words_apart(const struct pair_filter *filter, struct arena *arena, struct slice words, struct slice noun)
{
    enum { MOST_WORDS_APART = 3 };
    struct slice word, phrase, out = { "", 0 };

    while (next_word(&words, '|', &word)) {
        struct slice both[2] = { noun, word };

        if (!german_phrase_with(filter->translations, both, 2, MOST_WORDS_APART, &phrase))
            out =
                arena_print(arena, "%.*s%s%.*s", (int)out.len, out.at, out.len > 0 ? "|" : "", (int)word.len, word.at);
        else if (filter->log != NULL)
            fprintf(filter->log, "%.*s %.*s\tleft out\t%.*s\n", (int)noun.len, noun.at, (int)word.len, word.at,
                    (int)phrase.len, phrase.at);
    }
    return out;
}
