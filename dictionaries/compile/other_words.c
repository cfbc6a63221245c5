/* Readings of adverbs, interjections, numerals and the marks of lemmas. */
#include "morphology.h"
#include "word_file.h"

static const struct slice nothing = { "", 0 };

/* Endings that make adverbs: "probeweise", "erstaunlicherweise", "dreimal", "bergwärts", "diesfalls". */
static const char *const adverb_endings[] = { "weise",  "maßen",  "mal",     "wärts",  "halber", "lings",
                                              "mals",   "dings",  "erdings", "orts",   "seits",  "falls",
                                              "nachts", "abends", "morgens", "mittags" };

/* The numerals that other numerals are made of stand in function-words.tsv. */
static bool is_numeral_atom(const struct morphology *m, struct slice word)
{
    uint32_t form = builder_find_form(m->builder, word);
    struct reading reading;

    for (size_t i = 0; form != NO_ID && builder_reading_at(m->builder, form, i, &reading); i++)
        if (pos_of(reading.features) == POS_NUMERAL)
            return true;
    return false;
}

/* "dreihundertfünfzig", "zweiundzwanzig": made of numerals and "und" alone. */
static bool is_numeral(const struct morphology *m, struct slice word)
{
    if (word.len == 0)
        return true;
    for (size_t len = word.len < 12 ? word.len : 12; len >= 3; len--) {
        struct slice start = { word.at, len };

        if ((is_numeral_atom(m, start) || slice_equal(start, SLICE("und"))) && is_numeral(m, slice_from(word, len)))
            return true;
    }
    return false;
}

static void add_rest(struct morphology *m, struct slice word)
{
    if (is_numeral(m, word)) {
        add_reading(m, word, nothing, word, POS_NUMERAL | NUMBER_PL | GENDER_ANY | CASE_ANY);
        return;
    }
    for (size_t i = 0; i < sizeof(adverb_endings) / sizeof(*adverb_endings); i++)
        if (slice_ends(word, slice_of(adverb_endings[i])) && word.len > strlen(adverb_endings[i])) {
            add_reading(m, word, nothing, word, POS_ADVERB);
            return;
        }
}

int add_other_words(struct morphology *m, struct rs_error *error)
{
    (void)error;
    for (size_t i = 0; i < m->words.count; i++) {
        struct slice word = m->words.words[i];
        uint32_t facts = m->facts[i].facts;

        if ((facts & FACT_ADVERB) != 0)
            add_reading(m, word, nothing, word, POS_ADVERB);
        if ((facts & FACT_INTERJECTION) != 0)
            add_reading(m, word, nothing, word, POS_INTERJECTION);
        if ((facts & FACT_STEM) != 0 && !is_capitalised(word) && !has_reading(m, word))
            add_rest(m, word);
    }
    return 0;
}

static int mark_dative_verb(void *context, const struct word_row *row, struct rs_error *error)
{
    (void)error;
    add_lemma_flag(context, row->columns[0], LEMMA_DATIVE_VERB);
    return 0;
}

static int add_prefix(void *context, const struct word_row *row, struct rs_error *error)
{
    (void)error;
    add_reading(context, row->columns[0], nothing, row->columns[0], POS_PREFIX);
    return 0;
}

int mark_lemmas(struct morphology *m, struct rs_error *error)
{
    if (read_word_file(m->sources->words, "separable-prefixes.txt", 1, 1, add_prefix, m, error) != 0)
        return -1;
    return read_word_file(m->sources->words, "dative-verbs.txt", 1, 1, mark_dative_verb, m, error);
}
