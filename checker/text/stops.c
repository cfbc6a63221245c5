#include "text/stops.h"

#include "text/unicode.h"

/* Further than this nothing is looked at: the words that matter are short. */
#define MAX_AHEAD 256

/* What comes behind a stop. */
struct follower {
    bool spaced;       /* white space before it */
    bool opened;       /* an opening quotation mark or bracket before it */
    int32_t first;     /* its first character, NO_CODE_POINT at the end of the segment */
    struct slice word; /* the letters or digits from there */
};

static bool opens(int32_t c)
{
    return c == '(' || c == '[' || c == '"' || c == 0x201e || c == 0x201a || c == 0xbb || c == 0xab || c == 0x203a;
}

static struct slice leading_word(struct slice text)
{
    size_t end = 0;

    while (end < text.len) {
        int32_t c;
        size_t length = read_code_point(slice_from(text, end), &c);

        if (!is_letter(c) && !is_digit(c))
            break;
        end += length;
    }
    return (struct slice){ text.at, end };
}

static struct follower look_ahead(struct slice after)
{
    struct follower follower = { 0 };
    size_t length;

    if (after.len > MAX_AHEAD)
        after.len = MAX_AHEAD;
    while ((length = read_code_point(after, &follower.first)) > 0) {
        if (is_space(follower.first))
            follower.spaced = true;
        else if (opens(follower.first))
            follower.opened = true;
        else
            break;
        after = slice_from(after, length);
    }
    follower.word = leading_word(after);
    return follower;
}

static bool all_digits(struct slice word)
{
    for (size_t i = 0; i < word.len; i++)
        if (!is_digit(word.at[i]))
            return false;
    return word.len > 0;
}

/* I to XXXIX: rulers and centuries have no higher numbers, and "CD", "DVD", "MDC" are none. */
static bool is_roman(struct slice word)
{
    struct slice ones;
    size_t tens = 0;

    while (tens < word.len && tens < 3 && word.at[tens] == 'X')
        tens++;
    ones = slice_from(word, tens);
    if (slice_equal(ones, SLICE("IX")) || slice_equal(ones, SLICE("IV")))
        return true;
    if (slice_starts(ones, SLICE("V")))
        ones = slice_from(ones, 1);
    return word.len > 0 && slice_starts(SLICE("III"), ones);
}

static bool begins_sentence(const struct abbreviations *abbreviations, const struct follower *follower)
{
    return is_upper(follower->first) && is_sentence_starter(abbreviations, follower->word);
}

/* A number, all of digits or with marks in it ("1.5." for the first of May). */
static enum stop judge_number(const struct abbreviations *abbreviations, struct slice number,
                              const struct follower *follower, bool in_row)
{
    if (is_lower(follower->first))
        return STOP_ORDINAL;
    if (follower->opened || follower->first == NO_CODE_POINT)
        return STOP_ALONE;
    if (follower->first == ',' || follower->first == ';')
        return STOP_ORDINAL;
    if (!follower->spaced) /* "1.-3. Mai", "1./2. Mai" */
        return follower->first == '-' || follower->first == 0x2013 || follower->first == '/' ? STOP_ORDINAL
                                                                                             : STOP_ALONE;
    if (number.len > 3 || !(all_digits(number) || is_roman(number)))
        return STOP_ALONE;         /* a year, a decimal, a time */
    if (is_digit(follower->first)) /* "3. 5. 2024" */
        return number.len <= 2 && (in_row || follower->word.len <= 2) ? STOP_ORDINAL : STOP_ALONE;
    return is_upper(follower->first) && !begins_sentence(abbreviations, follower) ? STOP_ORDINAL : STOP_ALONE;
}

/* A single letter: an initial ("J. K. Rowling") or part of an abbreviation ("z. B."), unless it ends the sentence:
 * "Das ist Plan B." */
static enum stop judge_letter(const struct abbreviations *abbreviations, int32_t letter,
                              const struct follower *follower, bool in_row)
{
    if (in_row || is_lower(letter))
        return STOP_ABBREVIATION;
    if (follower->first == NO_CODE_POINT || begins_sentence(abbreviations, follower))
        return STOP_ALONE;
    if (is_letter(follower->first) || is_digit(follower->first)) /* "S. 12" */
        return STOP_ABBREVIATION;
    return follower->first == ',' || follower->first == '-' ? STOP_ABBREVIATION : STOP_ALONE;
}

/* "Mio" in "5-Mio.-Klage", "Ing" in "Dipl.-Ing." */
static struct slice last_part(struct slice word)
{
    size_t start = word.len;

    while (start > 0 && word.at[start - 1] != '-')
        start--;
    return slice_from(word, start);
}

enum stop judge_stop(const struct abbreviations *abbreviations, struct slice word, struct slice after, bool in_row)
{
    struct follower follower;
    int32_t first;

    if (word.len == 0 || (after.len > 0 && *after.at == '.'))
        return STOP_ALONE; /* "usw...": an ellipsis */
    if (is_abbreviation(abbreviations, word) || is_abbreviation(abbreviations, last_part(word)))
        return STOP_ABBREVIATION;
    follower = look_ahead(after);
    if (is_digit(*word.at) || (word.len > 1 && is_roman(word)))
        return abbreviations != NULL && abbreviations->no_ordinals ? STOP_ALONE
               : is_digit(word.at[word.len - 1]) || is_roman(word)
                   ? judge_number(abbreviations, word, &follower, in_row)
                   : STOP_ALONE;
    if (read_code_point(word, &first) == word.len && is_letter(first))
        return judge_letter(abbreviations, first, &follower, in_row);
    return STOP_ALONE;
}
