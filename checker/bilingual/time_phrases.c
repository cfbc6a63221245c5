/* Times told by a phrase: quarters of an hour, how often something happens, nights. */
#include "bilingual/number_phrases.h"

#include "bilingual/wording.h"
#include "checks/places.h"

static bool is_word(struct slice word, const char *wanted)
{
    return slice_is(word, wanted);
}

/* ---- quarters of an hour ---- */

/* "a quarter to eight" – "Viertel nach acht". */
static void compare_quarters(const struct number_pair *p)
{
    for (uint32_t i = p->english_first; i + 2 < p->english_end; i++) {
        bool to = is_word(english_word_at(p, i + 1), "to"), past = is_word(english_word_at(p, i + 1), "past");

        if (!is_word(english_word_at(p, i), "quarter") || (!to && !past) || english_number_at(p, i + 2) < 1)
            continue;
        for (uint32_t j = p->german_first; j + 1 < p->german_end; j++)
            if (is_word(german_word_at(p, j), "viertel") && is_word(german_word_at(p, j + 1), to ? "nach" : "vor")) {
                mark_number(p, "bilingual/number-word", j, j + 1, i, i + 2);
                return;
            }
        return;
    }
}

/* ---- how often ---- */

/* Once in a number of weeks, or a number of times a week. */
struct frequency {
    uint32_t first, last; /* tokens */
    uint32_t unit;        /* the token of "week" */
    double every, times;  /* one of them is 0 */
};

/* "every two weeks", "every other day", "every third day". */
static bool read_english_every(const struct number_pair *p, uint32_t i, struct frequency *out)
{
    double number = is_word(english_word_at(p, i + 1), "other") ? 2 : english_number_at(p, i + 1);

    if (!is_word(english_word_at(p, i), "every") || number < 2)
        return false;
    *out = (struct frequency){ i, i + 2, i + 2, number, 0 };
    return true;
}

/* "twice a week", "three times per month". */
static bool read_english_times(const struct number_pair *p, uint32_t i, struct frequency *out)
{
    bool counted = is_word(english_word_at(p, i + 1), "times");
    double times = is_word(english_word_at(p, i), "twice") ? 2 : counted ? english_number_at(p, i) : 0;
    uint32_t per = i + 1 + counted;
    struct slice word = english_word_at(p, per);

    if (times < 2 || !(is_word(word, "a") || is_word(word, "per") || is_word(word, "each") || is_word(word, "every")))
        return false;
    *out = (struct frequency){ i, per + 1, per + 1, 0, times };
    return true;
}

/* "alle zwei Wochen", "jeden dritten Tag". */
static bool read_german_every(const struct number_pair *p, uint32_t i, struct frequency *out)
{
    double number = german_number_at(p, i + 1);

    if (!(is_word(german_word_at(p, i), "alle") || slice_starts(german_word_at(p, i), SLICE("jede"))) || number < 2)
        return false;
    *out = (struct frequency){ i, i + 2, i + 2, number, 0 };
    return true;
}

/* "zweimal pro Woche", "dreimal in der Woche", "zwei Mal im Monat". */
static bool read_german_times(const struct number_pair *p, uint32_t i, struct frequency *out)
{
    bool apart = is_word(german_word_at(p, i + 1), "mal");
    uint32_t per = i + 1 + apart;
    struct slice word = german_word_at(p, per);

    if (german_number_at(p, i) < 2 || !(apart || slice_ends(german_word_at(p, i), SLICE("mal"))))
        return false;
    if (is_word(word, "in") || is_word(word, "an"))
        per++;
    else if (!(is_word(word, "pro") || is_word(word, "die") || is_word(word, "im") || is_word(word, "je") ||
               is_word(word, "am")))
        return false;
    *out = (struct frequency){ i, per + 1, per + 1, 0, german_number_at(p, i) };
    return true;
}

static bool is_time(const struct number_pair *p, const struct numerals *numerals, struct slice word)
{
    size_t count;
    const struct pair_record *row = measures_of(numerals, p->run->issues->arena, word, &count);

    return row != NULL && slice_is(lexicon_text(p->bilingual->lexicon, row[0].value), "time");
}

/* The only one of the English; false: none, or several. */
static bool only_english_frequency(const struct number_pair *p, struct frequency *out)
{
    struct frequency found;
    size_t count = 0;

    for (uint32_t i = p->english_first; i + 2 < p->english_end; i++)
        if ((read_english_every(p, i, &found) || read_english_times(p, i, &found)) &&
            is_time(p, &p->english_numerals, english_word_at(p, found.unit))) {
            *out = found;
            count++;
        }
    return count == 1;
}

static bool only_german_frequency(const struct number_pair *p, struct frequency *out)
{
    struct frequency found;
    size_t count = 0;

    for (uint32_t i = p->german_first; i + 2 < p->german_end; i++)
        if ((read_german_every(p, i, &found) || read_german_times(p, i, &found)) &&
            is_time(p, &p->german_numerals, german_word_at(p, found.unit))) {
            *out = found;
            count++;
        }
    return count == 1;
}

/* "week" and "Woche"; not "six months" and "Jahr", which may say the same. */
static bool have_same_unit(const struct number_pair *p, const struct frequency *english, const struct frequency *german)
{
    size_t count;
    const struct pair_record *left =
        measures_of(&p->english_numerals, p->run->issues->arena, english_word_at(p, english->unit), &count);
    const struct pair_record *right =
        measures_of(&p->german_numerals, p->run->issues->arena, german_word_at(p, german->unit), &count);

    return left != NULL && right != NULL &&
           slice_equal(lexicon_text(p->bilingual->lexicon, left[1].value),
                       lexicon_text(p->bilingual->lexicon, right[1].value));
}

/* "every other week" – "jede Woche", where the German has no number. */
static void compare_every_other(const struct number_pair *p)
{
    struct frequency english = { 0 };

    if (!only_english_frequency(p, &english) || english.every < 2 || p->german.count > 0)
        return;
    for (uint32_t i = p->german_first; i + 1 < p->german_end; i++) {
        const struct frequency german = { i, i + 1, i + 1, 1, 0 };

        if (!slice_starts(german_word_at(p, i), SLICE("jede")) ||
            !is_time(p, &p->german_numerals, german_word_at(p, i + 1)) || !have_same_unit(p, &english, &german))
            continue;
        mark_number(p, "bilingual/number-word", i, i + 1, english.first, english.last);
        return;
    }
}

/* "every two weeks" – "zweimal pro Woche", "every other day" – "jeden dritten Tag". */
static void compare_frequencies(const struct number_pair *p)
{
    struct frequency english = { 0 }, german = { 0 };

    if (!only_english_frequency(p, &english) || !only_german_frequency(p, &german) ||
        !have_same_unit(p, &english, &german))
        return;
    bool other_kind = (english.every > 0) != (german.every > 0);
    bool other_number = english.every > german.every || english.every < german.every;

    if (other_kind || (english.every > 0 && other_number))
        mark_number(p, "bilingual/number-word", german.first, german.last, english.first, english.last);
}

/* ---- nights ---- */

/* The day that both words name. */
static bool same_day(const struct number_pair *p, uint32_t english, uint32_t german)
{
    size_t count;
    const struct pair_record *left =
        measures_of(&p->english_numerals, p->run->issues->arena, english_word_at(p, english), &count);
    const struct pair_record *right =
        measures_of(&p->german_numerals, p->run->issues->arena, german_word_at(p, german), &count);

    return left != NULL && right != NULL && slice_is(lexicon_text(p->bilingual->lexicon, left[0].value), "weekday") &&
           slice_equal(lexicon_text(p->bilingual->lexicon, left[1].value),
                       lexicon_text(p->bilingual->lexicon, right[1].value));
}

/* "on Saturday night" – "in der Nacht zum Samstag", which is Friday night. */
static void compare_nights(const struct number_pair *p)
{
    for (uint32_t i = p->english_first + 1; i + 1 < p->english_end; i++) {
        if (!is_word(english_word_at(p, i + 1), "night") || !is_word(english_word_at(p, i - 1), "on"))
            continue;
        for (uint32_t j = p->german_first + 2; j < p->german_end; j++)
            if (is_word(german_word_at(p, j - 2), "nacht") &&
                (is_word(german_word_at(p, j - 1), "zum") || is_word(german_word_at(p, j - 1), "auf")) &&
                same_day(p, i, j)) {
                mark_number(p, "bilingual/date", j - 1, j, i, i + 1);
                return;
            }
    }
}

void compare_time_phrases(const struct number_pair *p)
{
    compare_quarters(p);
    compare_frequencies(p);
    compare_every_other(p);
    compare_nights(p);
}
