/* Spelling helpers and the endings of adjectives. */
#include "morphology.h"
#include "text/unicode.h"

#include <utf8proc.h>

struct slice join(struct morphology *m, struct slice a, struct slice b, struct slice c)
{
    char *text = arena_take(&m->arena, a.len + b.len + c.len + 1);

    if (a.len > 0)
        memcpy(text, a.at, a.len);
    if (b.len > 0)
        memcpy(text + a.len, b.at, b.len);
    if (c.len > 0)
        memcpy(text + a.len + b.len, c.at, c.len);
    return (struct slice){ text, a.len + b.len + c.len };
}

bool is_capitalised(struct slice word)
{
    int32_t first;

    return read_code_point(word, &first) > 0 && is_upper(first);
}

static struct slice with_first(struct morphology *m, struct slice word, bool upper)
{
    int32_t first, changed;
    size_t length = read_code_point(word, &first);
    utf8proc_uint8_t letter[4];

    if (length == 0 || first < 0)
        return word;
    changed = upper ? utf8proc_toupper(first) : utf8proc_tolower(first);
    if (changed == first)
        return word;
    size_t written = (size_t)utf8proc_encode_char(changed, letter);

    return join(m, (struct slice){ (const char *)letter, written }, slice_from(word, length), (struct slice){ 0 });
}

struct slice capitalise(struct morphology *m, struct slice word)
{
    return with_first(m, word, true);
}

struct slice uncapitalise(struct morphology *m, struct slice word)
{
    return with_first(m, word, false);
}

bool is_word(struct slice text)
{
    bool letter_before = false;

    while (text.len > 0) {
        int32_t c;
        size_t length = read_code_point(text, &c);
        bool letter = is_letter(c);

        if (!letter && !(letter_before && (c == '-' || c == 0x2019)))
            return false;
        letter_before = letter;
        text = slice_from(text, length);
    }
    return letter_before;
}

bool remove_umlaut(struct morphology *m, struct slice word, struct slice *out)
{
    static const char *const pairs[][2] = { { "ä", "a" }, { "ö", "o" }, { "ü", "u" },
                                            { "Ä", "A" }, { "Ö", "O" }, { "Ü", "U" } };

    for (size_t at = word.len; at >= 2; at--)
        for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++)
            if (memcmp(word.at + at - 2, pairs[i][0], 2) == 0) {
                *out = join(m, (struct slice){ word.at, at - 2 }, slice_of(pairs[i][1]), slice_from(word, at));
                return true;
            }
    return false;
}

bool add_umlaut(struct morphology *m, struct slice word, struct slice *out)
{
    for (size_t at = word.len; at-- > 0;) {
        const char *umlaut = NULL;
        bool au = word.at[at] == 'u' && at > 0 && (word.at[at - 1] == 'a' || word.at[at - 1] == 'A');
        size_t vowel = au ? at - 1 : at;

        switch (word.at[vowel]) {
        case 'a':
            umlaut = "ä";
            break;
        case 'o':
            umlaut = "ö";
            break;
        case 'u':
            umlaut = "ü";
            break;
        case 'A':
            umlaut = "Ä";
            break;
        case 'O':
            umlaut = "Ö";
            break;
        case 'U':
            umlaut = "Ü";
            break;
        }
        if (umlaut != NULL) {
            *out = join(m, (struct slice){ word.at, vowel }, slice_of(umlaut), slice_from(word, vowel + 1));
            return true;
        }
    }
    return false;
}

void add_reading(struct morphology *m, struct slice stem, struct slice ending, struct slice lemma, uint32_t features)
{
    char form[MAX_FORM];

    if (stem.len + ending.len > sizeof(form))
        return;
    memcpy(form, stem.at, stem.len);
    if (ending.len > 0)
        memcpy(form + stem.len, ending.at, ending.len);
    builder_reading(m->builder, (struct slice){ form, stem.len + ending.len }, lemma, features);
}

void add_lemma_flag(struct morphology *m, struct slice lemma, uint8_t flag)
{
    builder_lemma_at(m->builder, builder_lemma(m->builder, lemma))->flags |= flag;
}

bool has_reading(const struct morphology *m, struct slice form)
{
    struct reading reading;
    uint32_t id = builder_find_form(m->builder, form);

    return id != NO_ID && builder_reading_at(m->builder, id, 0, &reading);
}

enum {
    ALL_DECLENSIONS = DECLENSION_ANY,
    NOT_STRONG = DECLENSION_WEAK | DECLENSION_MIXED,
    NOT_WEAK = DECLENSION_STRONG | DECLENSION_MIXED,
};

/* Duden-Grammatik, table of adjective endings: which gender, number, case and declension each ending stands for. */
static const struct {
    const char *ending;
    uint32_t features;
} adjective_endings[] = {
    { "e", ALL_DECLENSIONS | NUMBER_SG | GENDER_F | CASE_NOM | CASE_ACC },
    { "e", DECLENSION_WEAK | NUMBER_SG | GENDER_M | CASE_NOM },
    { "e", DECLENSION_WEAK | NUMBER_SG | GENDER_N | CASE_NOM | CASE_ACC },
    { "e", DECLENSION_STRONG | NUMBER_PL | GENDER_ANY | CASE_NOM | CASE_ACC },
    { "er", NOT_WEAK | NUMBER_SG | GENDER_M | CASE_NOM },
    { "er", DECLENSION_STRONG | NUMBER_SG | GENDER_F | CASE_GEN | CASE_DAT },
    { "er", DECLENSION_STRONG | NUMBER_PL | GENDER_ANY | CASE_GEN },
    { "en", ALL_DECLENSIONS | NUMBER_SG | GENDER_M | CASE_ACC },
    { "en", DECLENSION_STRONG | NUMBER_SG | GENDER_M | GENDER_N | CASE_GEN },
    { "en", NOT_STRONG | NUMBER_SG | GENDER_ANY | CASE_GEN | CASE_DAT },
    { "en", DECLENSION_STRONG | NUMBER_PL | GENDER_ANY | CASE_DAT },
    { "en", NOT_STRONG | NUMBER_PL | GENDER_ANY | CASE_ANY },
    { "em", DECLENSION_STRONG | NUMBER_SG | GENDER_M | GENDER_N | CASE_DAT },
    { "es", NOT_WEAK | NUMBER_SG | GENDER_N | CASE_NOM | CASE_ACC },
};

void decline(struct morphology *m, struct slice stem, struct slice lemma, uint32_t base)
{
    for (size_t i = 0; i < sizeof(adjective_endings) / sizeof(*adjective_endings); i++)
        add_reading(m, stem, slice_of(adjective_endings[i].ending), lemma, base | adjective_endings[i].features);
}

void decline_man(struct morphology *m, struct slice stem, struct slice lemma, uint32_t base)
{
    for (size_t i = 0; i < sizeof(adjective_endings) / sizeof(*adjective_endings); i++) {
        uint32_t features = adjective_endings[i].features;

        if ((features & NUMBER_SG) != 0)
            features &= ~(uint32_t)(GENDER_F | GENDER_N);
        if ((features & GENDER_ANY) != 0)
            add_reading(m, stem, slice_of(adjective_endings[i].ending), lemma, base | features);
    }
}
