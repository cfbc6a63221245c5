/* Divides English idioms into a verb and noun phrases. */
#include "idioms.h"

static void add_translations(const struct translations *translations, struct slice word, struct german_words *out)
{
    size_t count;
    const struct slice *german = translations_of(translations, word, &count);

    for (size_t i = 0; i < count && out->count < MAX_GERMAN; i++) {
        out->shares[out->count] = translation_share(translations, word, german[i]);
        out->words[out->count++] = german[i];
    }
}

/* The word with its ending replaced: "ponies" as "pony". */
static void add_stem(const struct translations *translations, struct slice word, const char *ending,
                     const char *instead, struct german_words *out)
{
    char stem[64];
    size_t kept = word.len - strlen(ending);

    if (!slice_ends(word, slice_of(ending)) || kept < 3 || word.len + 2 > sizeof(stem))
        return;
    memcpy(stem, word.at, kept);
    memcpy(stem + kept, instead, strlen(instead));
    add_translations(translations, (struct slice){ stem, kept + strlen(instead) }, out);
}

void idiom_translate(const struct translations *translations, struct slice word, struct german_words *out)
{
    static const char *const endings[][2] = { { "ies", "y" }, { "s", "" },   { "es", "" },  { "ed", "" },
                                              { "d", "" },    { "ing", "" }, { "ing", "e" } };

    out->count = 0;
    add_translations(translations, word, out);
    for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++)
        add_stem(translations, word, endings[i][0], endings[i][1], out);
}

/* What the next noun phrase begins with, while it has no word yet. */
struct divider {
    const struct literal_words *words;
    const struct translations *translations;
    struct idiom_shape *shape;
    struct chunk *open; /* the noun phrase that takes further words, NULL: none */
    const struct literal_word *before;
    bool article;
};

/* Whether the idiom's first word is its verb: surely so before an article or object ("open a can"); before a
 * preposition when Ding names a verb before an adjective ("hot on the heels"); before another word when it names a verb
 * before all else ("head start"); not before of ("train of thought"). */
static bool is_verb(const struct divider *divider, struct slice word, struct slice next)
{
    const struct literal_word *small = next.len == 0 ? NULL : literal_word_of(divider->words, next);
    struct german_words german;

    if (small != NULL && small->role == ROLE_GENITIVE)
        return false;
    idiom_translate(divider->translations, word, &german);
    for (size_t i = 0; i < german.count; i++) {
        unsigned classes = german_classes(divider->translations, german.words[i]);

        if (classes == GERMAN_VERB)
            return true;
        if (small == NULL ? next.len > 0 : classes == GERMAN_OTHER && small->role == ROLE_PREPOSITION)
            return false;
    }
    return false;
}

static struct chunk *add_chunk(struct divider *divider)
{
    struct idiom_shape *shape = divider->shape;

    if (shape->chunk_count == MAX_CHUNKS)
        return NULL;
    struct chunk *chunk = &shape->chunks[shape->chunk_count++];

    *chunk = (struct chunk){ .before = divider->before, .article = divider->article };
    divider->before = NULL;
    divider->article = false;
    return chunk;
}

static bool add_verb(struct divider *divider, struct slice word, const struct literal_word *light)
{
    struct chunk *chunk = add_chunk(divider);

    chunk->verb = true;
    chunk->light = light;
    if (light == NULL) {
        chunk->words[chunk->word_count++] = word;
        divider->shape->content_count++;
    }
    return true;
}

static bool add_content(struct divider *divider, struct slice word, struct slice next)
{
    bool first = divider->shape->chunk_count == 0 && divider->before == NULL && !divider->article;

    if (first && is_verb(divider, word, next))
        return add_verb(divider, word, NULL);
    if (divider->open == NULL)
        divider->open = add_chunk(divider);
    if (divider->open == NULL || divider->open->word_count == MAX_CHUNK_WORDS)
        return false;
    divider->open->words[divider->open->word_count++] = word;
    divider->shape->content_count++;
    return true;
}

/* "down the road": a preposition and, for the verb before it, a prefix. */
static void add_particle(struct divider *divider, const struct literal_word *word)
{
    if (divider->shape->particle == NULL && word->prefixes.len > 0)
        divider->shape->particle = word;
    divider->before = word;
}

static bool add_small_word(struct divider *divider, const struct literal_word *word)
{
    if (word->role == ROLE_GENITIVE && divider->open == NULL)
        return false;
    divider->open = NULL;
    switch (word->role) {
    case ROLE_VERB:
        divider->shape->lost = true;
        return divider->shape->chunk_count > 0 || add_verb(divider, word->english, word);
    case ROLE_QUANTIFIER:
        divider->shape->lost = true;
        divider->article = true;
        return true;
    case ROLE_ARTICLE:
        divider->article = true;
        return true;
    case ROLE_PREPOSITION:
    case ROLE_PARTICLE:
    case ROLE_GENITIVE:
        add_particle(divider, word);
        return true;
    case ROLE_JOIN:
        divider->before = word;
        return divider->shape->chunk_count > 0;
    case ROLE_LOST:
        divider->shape->lost = true;
        divider->before = NULL;
        return true;
    case ROLE_SKIP:
        divider->before = NULL;
        return true;
    }
    return false;
}

/* NULL for a content word; "the back of" and "the ups and downs" hold nouns. */
static const struct literal_word *small_word(const struct divider *divider, struct slice word)
{
    const struct literal_word *small = literal_word_of(divider->words, word);
    bool noun = small != NULL && divider->article && divider->open == NULL &&
                (small->role == ROLE_PARTICLE || small->role == ROLE_PREPOSITION || small->role == ROLE_GENITIVE);

    return noun ? NULL : small;
}

static struct slice word_at(const char *at, const char *end)
{
    return (struct slice){ at, at < end ? strcspn(at, " -,/()") : 0 };
}

bool idiom_divide(struct slice english, const struct literal_words *words, const struct word_list *function_words,
                  const struct translations *translations, struct idiom_shape *out)
{
    struct divider divider = { .words = words, .translations = translations, .shape = out };
    const char *at = english.at, *end = english.at + english.len;

    *out = (struct idiom_shape){ 0 };
    while (at < end) {
        struct slice word = word_at(at, end), next = word_at(at + word.len + 1, end);
        struct slice both = { at, word.len + 1 + next.len };

        if (next.len > 0 && literal_word_of(words, both) != NULL) { /* "out of" */
            word = both;
            next = word_at(at + both.len + 1, end);
        }
        const struct literal_word *small = small_word(&divider, word);

        at += word.len + 1;
        if (small == NULL && !divider.article && literal_word_of(words, word) == NULL && list_has(function_words, word))
            return false;
        if (word.len > 0 && !(small != NULL ? add_small_word(&divider, small) : add_content(&divider, word, next)))
            return false;
    }
    return out->chunk_count > 0;
}
