/* What the table of compound parts settles is what hunspell says: both are asked about words put together by chance
 * from the forms of the compiled lexicon. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <hunspell.h>
#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>

#include "lexicon/compound_parts.h"
#include "text/letters.h"

enum { ROUNDS = 20000, LONGEST_PART = 30, FREQUENT = 20000 /* the lexicon has the frequent forms first */ };

struct both {
    struct lexicon lexicon;
    Hunhandle *hunspell;
    iconv_t to;
    uint64_t chance;
    size_t settled, accepted;
};

static size_t draw(struct both *both, size_t below)
{
    both->chance = both->chance * 6364136223846793005u + 1442695040888963407u; /* Knuth's MMIX */
    return (size_t)(both->chance >> 33) % below;
}

/* A form of the lexicon, at times with a small first letter, as behind the first part. */
static struct slice draw_form(struct both *both, bool small, char *buffer)
{
    struct slice form;
    int32_t first;

    size_t forms = draw(both, 4) == 0 ? both->lexicon.form_count : FREQUENT;

    do
        form = lexicon_text(&both->lexicon, both->lexicon.forms[draw(both, forms)].text);
    while (form.len > LONGEST_PART);
    size_t bytes = read_code_point(form, &first);
    size_t length = write_code_point(small ? to_lower(first) : first, buffer);

    memcpy(buffer + length, form.at + bytes, form.len - bytes);
    return (struct slice){ buffer, length + form.len - bytes };
}

static bool hunspell_accepts(const struct both *both, const char *word)
{
    char encoded[256], *in = (char *)(uintptr_t)word, *out = encoded;
    size_t left = strlen(word), room = sizeof(encoded) - 1;

    if (iconv(both->to, &in, &left, &out, &room) == (size_t)-1)
        return false;
    *out = '\0';
    return Hunspell_spell(both->hunspell, encoded) != 0;
}

/* The lexicon answers about its own forms. */
static bool has_form(const struct both *both, struct slice word)
{
    struct arena arena = { 0 };
    bool found = lexicon_form(&both->lexicon, word) != NO_ID ||
                 lexicon_form(&both->lexicon, with_initial(&arena, word, false)) != NO_ID;

    arena_free(&arena);
    return found;
}

static void compare(struct both *both, const char *word)
{
    if (has_form(both, slice_of(word)))
        return;
    enum verdict verdict = verdict_by_parts(&both->lexicon, slice_of(word));

    if (verdict == UNSETTLED)
        return;
    both->settled++;
    both->accepted += verdict == ACCEPTED;
    if (hunspell_accepts(both, word) != (verdict == ACCEPTED))
        fail_msg("hunspell says otherwise of %s", word);
}

static void the_table_says_what_hunspell_says(void **state)
{
    static const char *const joints[] = { "", "", "s", "-", "n" }, *const ends[] = { "", "", "", "s", "-" };
    struct both *both = *state;
    char first[2 * LONGEST_PART], second[2 * LONGEST_PART], word[5 * LONGEST_PART];

    for (size_t i = 0; i < ROUNDS; i++) {
        struct slice before = draw_form(both, draw(both, 4) == 0, first),
                     behind = draw_form(both, draw(both, 8) > 0, second);

        snprintf(word, sizeof(word), "%.*s%s%.*s%s", (int)before.len, before.at, joints[draw(both, 5)], (int)behind.len,
                 behind.at, ends[draw(both, 5)]);
        compare(both, word);
    }
    /* If it settled little, hunspell would be loaded for most texts. */
    assert_true(both->settled > ROUNDS / 2);
    assert_true(both->accepted > ROUNDS / 200);
}

static void known_words_are_settled(void **state)
{
    struct both *both = *state;
    const struct {
        const char *word;
        enum verdict verdict;
    } words[] = {
        { "Gartenzaunfarbe", ACCEPTED }, { "Flüssigkeitsmassen", ACCEPTED },
        { "millionen-", ACCEPTED },      { "gartenzaunfarbe", REJECTED },
        { "Gratenzaunfrabe", REJECTED }, { "back-handed", REJECTED },
        { "Anti-T-Shirt", UNSETTLED },   { "map_data", UNSETTLED },
        { "STRASSENFARBE", UNSETTLED },  { "", UNSETTLED },
    };

    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
        if (verdict_by_parts(&both->lexicon, slice_of(words[i].word)) != words[i].verdict)
            fail_msg("\"%s\" is settled otherwise", words[i].word);
}

static int open_both(void **state)
{
    static struct both both = { .chance = 2026 };
    struct rs_error error;
    const char *data = getenv("ROTSTIFT_DATA");

    if (data == NULL || lexicon_open(data, &both.lexicon, &error) != 0)
        return -1;
    both.hunspell = Hunspell_create("/usr/share/hunspell/de_DE_frami.aff", "/usr/share/hunspell/de_DE_frami.dic");
    both.to = iconv_open("ISO8859-1", "UTF-8");
    *state = &both;
    return both.hunspell == NULL || both.to == (iconv_t)-1 ? -1 : 0;
}

static int close_both(void **state)
{
    struct both *both = *state;

    Hunspell_destroy(both->hunspell);
    iconv_close(both->to);
    lexicon_close(&both->lexicon);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_table_says_what_hunspell_says),
        cmocka_unit_test(known_words_are_settled),
    };

    return cmocka_run_group_tests(tests, open_both, close_both);
}
