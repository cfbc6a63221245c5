#include "service/docs_seen.h"

#include <stdlib.h>

#include "checks/choices.h"
#include "lexicon/hash.h"
#include "text/unicode.h"

/* A set-associative cache: a doc can stand in one of the places of its set, and takes that of the one not seen for the
 * longest time. */
enum { SETS = 512, PLACES = 4, MAX_HABITS = 16, MAX_CHOICES = 96, MAX_TEXT = 39, SOURCES = 16 };

struct choice_seen {
    uint64_t thing;
    bool reported;
    uint8_t length;
    char text[MAX_TEXT]; /* what was chosen first, cut where it is longer */
};

struct doc_seen {
    uint64_t key;
    uint64_t last; /* number of the segment that named it last; 0: an empty place */
    uint64_t habits[MAX_HABITS];
    uint32_t habit_count, choice_count;
    struct choice_seen *choices; /* room for MAX_CHOICES, taken with the first one */
    uint64_t sources[SOURCES];   /* hashes of the last sources */
    uint32_t source_count;
    bool translated_twice; /* a source came again: several translations, whose choices are their own */
};

struct docs_seen {
    uint64_t segments;
    struct doc_seen docs[SETS][PLACES];
};

struct docs_seen *docs_seen_new(void)
{
    return calloc(1, sizeof(struct docs_seen));
}

void docs_seen_free(struct docs_seen *seen)
{
    for (size_t i = 0; seen != NULL && i < SETS * (size_t)PLACES; i++)
        free(seen->docs[i / PLACES][i % PLACES].choices);
    free(seen);
}

bool depends_on_doc(const struct issues *issues)
{
    if (issues->choices.count > 0)
        return true;
    for (size_t i = 0; i < issues->count; i++)
        if (issues->items[i].habit)
            return true;
    return false;
}

static struct doc_seen *doc_of(struct docs_seen *seen, uint64_t key)
{
    struct doc_seen *set = seen->docs[(key ^ key >> 32) % SETS], *oldest = set;

    for (size_t i = 0; i < PLACES; i++) {
        if (set[i].last != 0 && set[i].key == key) {
            set[i].last = seen->segments;
            return &set[i];
        }
        if (set[i].last < oldest->last)
            oldest = &set[i];
    }
    *oldest = (struct doc_seen){ .key = key, .last = seen->segments, .choices = oldest->choices };
    return oldest;
}

/* True when the doc is known for the habit; it is from now on. */
static bool knows_habit(struct doc_seen *doc, const struct rule_info *rule)
{
    uint64_t hash = hash_bytes(HASH_START, rule->id.at, rule->id.len);

    for (size_t i = 0; i < doc->habit_count; i++)
        if (doc->habits[i] == hash)
            return true;
    if (doc->habit_count < MAX_HABITS)
        doc->habits[doc->habit_count++] = hash;
    return false;
}

static void drop_known_habits(struct doc_seen *doc, struct issues *issues)
{
    size_t kept = 0;

    for (size_t i = 0; i < issues->count; i++)
        if (!issues->items[i].habit || !knows_habit(doc, issues->items[i].rule))
            issues->items[kept++] = issues->items[i];
    issues->count = kept;
}

static struct choice_seen *choice_named(const struct doc_seen *doc, uint64_t thing)
{
    for (size_t i = 0; i < doc->choice_count; i++)
        if (doc->choices[i].thing == thing)
            return &doc->choices[i];
    return NULL;
}

/* As much of a choice's text as is remembered. */
static struct slice cut(struct slice text)
{
    if (text.len > MAX_TEXT)
        for (text.len = MAX_TEXT; text.len > 0 && !starts_code_point(text.at[text.len]);)
            text.len--;
    return text;
}

static void remember(struct doc_seen *doc, const struct choice *choice)
{
    struct slice text = cut(choice->chosen);

    if (doc->choices == NULL)
        doc->choices = calloc(MAX_CHOICES, sizeof *doc->choices);
    if (doc->choices == NULL || doc->choice_count == MAX_CHOICES)
        return;
    struct choice_seen *seen = &doc->choices[doc->choice_count++];

    *seen = (struct choice_seen){ .thing = choice->thing, .reported = choice->contested, .length = (uint8_t)text.len };
    memcpy(seen->text, text.at, text.len);
}

static void compare_choice(struct doc_seen *doc, const struct choice *choice, struct issues *issues)
{
    struct choice_seen *seen = choice_named(doc, choice->thing);

    if (seen == NULL) {
        remember(doc, choice);
    } else if (choice->contested) { /* the segment contradicts itself, and has been told so */
        seen->reported = true;
    } else if (!seen->reported && !slice_equal(cut(choice->chosen), (struct slice){ seen->text, seen->length })) {
        report_choice(issues, choice, (struct slice){ seen->text, seen->length });
        seen->reported = true;
    }
}

static void note_source(struct doc_seen *doc, struct slice source)
{
    uint64_t hash = hash_bytes(HASH_START, source.at, source.len);

    if (source.len == 0)
        return;
    for (size_t i = 0; i < SOURCES && i < doc->source_count; i++)
        doc->translated_twice = doc->translated_twice || doc->sources[i] == hash;
    doc->sources[doc->source_count++ % SOURCES] = hash;
}

void docs_seen_settle(struct docs_seen *seen, struct slice doc, struct slice system, struct slice source,
                      struct issues *issues)
{
    uint64_t key = hash_bytes(HASH_START, doc.at, doc.len);

    seen->segments++;
    drop_known_habits(doc_of(seen, key), issues);
    if (issues->choices.count == 0)
        return;
    /* A space keeps doc and system apart, also when the system is empty. */
    struct doc_seen *version = doc_of(seen, hash_bytes(hash_bytes(key, " ", 1), system.at, system.len));

    note_source(version, source);
    for (size_t i = 0; i < issues->choices.count && !version->translated_twice; i++)
        compare_choice(version, &issues->choices.items[i], issues);
    issues_sort(issues);
}
