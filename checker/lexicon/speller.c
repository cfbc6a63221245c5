/* A lock around hunspell: it is not safe for threads, and slow to load. */
#include "lexicon/speller.h"

#include <iconv.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "lexicon/compound_parts.h"
#include "lexicon/hash.h"
#include "libraries/libhunspell.h"
#include "text/letters.h"

enum {
    LONGEST_WORD = 100, /* bytes; hunspell itself gives up beyond */
    ANSWERS = 1 << 14,  /* a power of two */
};

struct dictionary {
    const char *variant, *affixes, *words, *package;
};

static const struct dictionary dictionaries[] = {
    { "de-DE", "/usr/share/hunspell/de_DE_frami.aff", "/usr/share/hunspell/de_DE_frami.dic", "hunspell-de-de-frami" },
    { "de-AT", "/usr/share/hunspell/de_AT.aff", "/usr/share/hunspell/de_AT.dic", "hunspell-de-at" },
    { "de-CH", "/usr/share/hunspell/de_CH.aff", "/usr/share/hunspell/de_CH.dic", "hunspell-de-ch" },
};

struct speller {
    const struct dictionary *dictionary;
    pthread_mutex_t lock;
    Hunhandle *hunspell;       /* NULL until the first question */
    iconv_t to;                /* the dictionary's encoding (SET in the .aff) */
    uint64_t answers[ANSWERS]; /* hashes of words that were asked about; the lowest bit is the answer */
};

static const struct dictionary *dictionary_for(const char *variant)
{
    for (size_t i = 0; i < sizeof(dictionaries) / sizeof(*dictionaries); i++)
        if (strcmp(dictionaries[i].variant, variant) == 0)
            return &dictionaries[i];
    return NULL;
}

struct speller *speller_new(const char *variant, struct rs_error *error)
{
    const struct dictionary *dictionary = dictionary_for(variant);

    if (dictionary == NULL || access(dictionary->words, R_OK) != 0) {
        error_set(error, NULL, 0,
                  "the spelling dictionary of %s is missing, so spelling is not checked; install the package %s",
                  variant, dictionary == NULL ? "hunspell-de-de-frami" : dictionary->package);
        return NULL;
    }
    struct speller *speller = calloc(1, sizeof(*speller));

    if (speller == NULL) {
        error_set(error, NULL, 0, "out of memory, so spelling is not checked");
        return NULL;
    }
    *error = (struct rs_error){ 0 };
    speller->dictionary = dictionary;
    pthread_mutex_init(&speller->lock, NULL);
    return speller;
}

void speller_free(struct speller *speller)
{
    if (speller == NULL)
        return;
    if (speller->hunspell != NULL) {
        libhunspell.Hunspell_destroy(speller->hunspell);
        iconv_close(speller->to);
    }
    pthread_mutex_destroy(&speller->lock);
    free(speller);
}

/* Loads the dictionary; the lock is held. False when it can't be loaded: every word counts as right then. */
static bool load(struct speller *speller)
{
    if (speller->hunspell != NULL)
        return true;
    if (libhunspell_load(NULL, NULL) != 0)
        return false;
    Hunhandle *hunspell = libhunspell.Hunspell_create(speller->dictionary->affixes, speller->dictionary->words);

    if (hunspell == NULL)
        return false;
    speller->to = iconv_open(libhunspell.Hunspell_get_dic_encoding(hunspell), "UTF-8");
    if (speller->to == (iconv_t)-1) {
        libhunspell.Hunspell_destroy(hunspell);
        return false;
    }
    speller->hunspell = hunspell;
    return true;
}

/* Converts text into out, NUL-terminated; false when a character has no place in the other encoding, or for want of
 * room. */
static bool convert(iconv_t converter, struct slice text, char *out, size_t size)
{
    char *in = (char *)(uintptr_t)text.at, *to = out;
    size_t left = text.len, room = size - 1;

    iconv(converter, NULL, NULL, NULL, NULL);
    if (iconv(converter, &in, &left, &to, &room) == (size_t)-1 || left > 0)
        return false;
    *to = '\0';
    return true;
}

static bool ask(struct speller *speller, struct slice word)
{
    char encoded[4 * LONGEST_WORD];

    return !load(speller) || (convert(speller->to, word, encoded, sizeof(encoded)) &&
                              libhunspell.Hunspell_spell(speller->hunspell, encoded) != 0);
}

/* Nothing but letters: hunspell breaks words at other signs. */
static bool is_plain(struct slice word)
{
    int32_t c;

    for (size_t at = 0; at < word.len;) {
        at += read_code_point(slice_from(word, at), &c);
        if (!is_letter(c))
            return false;
    }
    return word.len > 0;
}

/* What is settled without hunspell: true with *accepted. The lexicon holds all forms of the dictionary of Germany that
 * are no compounds, so that another word is one of these or wrong. */
static bool is_settled(const struct speller *speller, const struct lexicon *lexicon, struct slice word, bool *accepted)
{
    char lower[LONGEST_WORD + 8];
    int32_t first;
    size_t bytes = read_code_point(word, &first), length = write_code_point(to_lower(first), lower);

    memcpy(lower + length, word.at + bytes, word.len - bytes);
    uint32_t form = lexicon_form(lexicon, word),
             small = lexicon_form(lexicon, (struct slice){ lower, length + word.len - bytes });

    *accepted = is_plain(word) && (is_known_form(lexicon, form) || is_known_form(lexicon, small));
    if (*accepted)
        return true;
    if (speller->dictionary != &dictionaries[0] || form != NO_ID || small != NO_ID)
        return false;
    enum verdict verdict = verdict_by_parts(lexicon, word);

    *accepted = verdict == ACCEPTED;
    return verdict != UNSETTLED;
}

bool speller_accepts(struct speller *speller, const struct lexicon *lexicon, struct slice word)
{
    bool accepted;

    if (speller == NULL || word.len > LONGEST_WORD)
        return true;
    if (is_settled(speller, lexicon, word, &accepted))
        return accepted;
    /* A text asks about the same names again and again: the last answer for each hash is kept. */
    uint64_t hash = hash_bytes(HASH_START, word.at, word.len) & ~(uint64_t)1;

    pthread_mutex_lock(&speller->lock);
    uint64_t *answer = &speller->answers[(hash >> 1 ^ hash >> 33) & (ANSWERS - 1)];

    if ((*answer & ~(uint64_t)1) != hash || hash == 0)
        *answer = hash | ask(speller, word);
    accepted = (*answer & 1) != 0;
    pthread_mutex_unlock(&speller->lock);
    return accepted;
}
