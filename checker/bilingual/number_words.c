#include "bilingual/number_words.h"

#include <stdlib.h>

#include "checks/marks.h"
#include "text/letters.h"

double number_of(struct slice text)
{
    char room[40];
    size_t length = text.len < sizeof room - 1 ? text.len : sizeof room - 1;

    if (length > 0) /* an empty slice may point nowhere */
        memcpy(room, text.at, length);
    room[length] = '\0';
    return strtod(room, NULL);
}

struct numeral numeral_of(const struct numerals *numerals, struct slice lower)
{
    static const struct {
        const char *name;
        enum kind kind;
    } kinds[] = { { "cardinal", KIND_CARDINAL }, { "scale", KIND_SCALE },   { "ordinal", KIND_ORDINAL },
                  { "weak", KIND_WEAK },         { "suffix", KIND_SUFFIX }, { "part", KIND_PART },
                  { "multiple", KIND_MULTIPLE } };
    size_t count;
    const struct pair_record *pairs = pairs_of(numerals->lexicon, numerals->words, lower, &count);

    if (count < 2)
        return (struct numeral){ KIND_NONE, 0, 0 };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (slice_is(lexicon_text(numerals->lexicon, pairs[0].value), kinds[i].name))
            return (struct numeral){ kinds[i].kind, number_of(lexicon_text(numerals->lexicon, pairs[1].value)),
                                     count > 2 ? number_of(lexicon_text(numerals->lexicon, pairs[2].value)) : 0 };
    return (struct numeral){ KIND_NONE, 0, 0 };
}

/* ---- German words that are put together: "zweiundvierzigtausend", "dreijährig", "siebzehnte" ---- */

/* The longest piece of number at the start of the word; *length is 0 when there is none. */
static struct numeral leading_piece(const struct numerals *numerals, struct slice word, size_t *length)
{
    for (size_t n = word.len < 9 ? word.len : 9; n >= 3; n--) {
        struct numeral piece = numeral_of(numerals, (struct slice){ word.at, n });

        if (piece.kind == KIND_NONE || piece.kind == KIND_WEAK || piece.kind == KIND_MULTIPLE || piece.value >= 1e6 ||
            (piece.kind == KIND_SCALE && piece.value < 100))
            continue;
        *length = n;
        return piece;
    }
    *length = 0;
    if (slice_starts(word, SLICE("ein")) && word.len > 3) {
        *length = 3;
        return (struct numeral){ KIND_CARDINAL, 1, 0 };
    }
    return (struct numeral){ KIND_NONE, 0, 0 };
}

/* The value of the pieces at the start of a word; *rest is what follows them. */
static double composed_value(const struct numerals *numerals, struct slice word, struct slice *rest, enum kind *kind)
{
    double total = 0, hundreds = 0, ones = 0;
    size_t length, pieces = 0;

    *kind = KIND_NONE;
    *rest = word;
    for (;;) {
        struct slice next = *rest;
        bool joined = pieces > 0 && slice_starts(next, SLICE("und"));
        struct numeral piece = leading_piece(numerals, joined ? slice_from(next, 3) : next, &length);

        if (piece.kind == KIND_NONE || (*kind == KIND_ORDINAL && length > 0))
            break;
        *kind = piece.kind == KIND_ORDINAL ? KIND_ORDINAL : KIND_CARDINAL;
        if (piece.kind == KIND_SCALE && piece.value < 1000)
            hundreds = (ones > 0 ? ones : 1) * piece.value, ones = 0;
        else if (piece.kind == KIND_SCALE)
            total = (hundreds + ones > 0 ? hundreds + ones : 1) * piece.value, hundreds = ones = 0;
        else
            ones += piece.value;
        *rest = slice_from(next, (joined ? 3 : 0) + length);
        pieces++;
    }
    /* "einig", "einst": one alone begins too many words */
    if (pieces == 1 && total + hundreds + ones <= 1)
        *kind = KIND_NONE;
    return total + hundreds + ones;
}

/* "te", "ten", "stes": what makes an ordinal of a number. */
static bool is_ordinal_ending(struct slice rest, bool stem)
{
    static const char *const endings[] = { "e", "er", "es", "en", "em", "ens" };

    if (!stem) {
        if (slice_starts(rest, SLICE("st")))
            rest = slice_from(rest, 2);
        else if (slice_starts(rest, SLICE("t")))
            rest = slice_from(rest, 1);
        else
            return false;
    }
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (slice_is(rest, endings[i]))
            return true;
    return false;
}

/* "jähriges" of "zwanzigjähriges": how long something lasts, or how many figures a sum has ("siebenstellig"), is told
 * as a number in both languages. */
static bool is_span(struct slice rest)
{
    static const char *const spans[] = { "jährig", "monatig", "wöchig", "tägig", "stündig", "minütig", "stellig" };

    for (size_t i = 0; i < sizeof spans / sizeof *spans; i++)
        if (slice_starts(rest, slice_of(spans[i])))
            return true;
    return false;
}

/* "dreimal", "dreifach", "dreimalige", "Dreifachmord": how often, or how many times as much. */
static bool is_multiple(struct slice rest)
{
    return slice_starts(rest, SLICE("mal")) || slice_starts(rest, SLICE("fach"));
}

/* "Sechzigern", "Sechzigerjahre": a decade, in numbers of two figures. */
static bool is_decade(struct slice rest, double value)
{
    static const char *const endings[] = { "ern", "erjahre", "erjahren", "er-jahre", "er-jahren" };

    for (size_t i = 0; value >= 20 && value <= 90 && i < sizeof endings / sizeof *endings; i++)
        if (slice_is(rest, endings[i]))
            return true;
    return false;
}

struct numeral composed_numeral(const struct numerals *numerals, struct slice lower)
{
    struct slice rest;
    enum kind kind;
    double value = composed_value(numerals, lower, &rest, &kind);

    if (kind == KIND_NONE)
        return (struct numeral){ KIND_NONE, 0, 0 };
    if (rest.len == 0)
        return (struct numeral){ kind == KIND_ORDINAL ? KIND_WEAK : KIND_CARDINAL, value, 0 };
    if (slice_equal(rest, SLICE("einhalb")))
        return (struct numeral){ KIND_CARDINAL, value + 0.5, 0 };
    if (is_ordinal_ending(rest, kind == KIND_ORDINAL))
        return (struct numeral){ KIND_ORDINAL, value, 0 };
    if (kind == KIND_CARDINAL && is_multiple(rest))
        return (struct numeral){ KIND_MULTIPLE, value, 0 };
    if (kind == KIND_CARDINAL && is_decade(rest, value))
        return (struct numeral){ KIND_CARDINAL, value, value + 1900 };
    return (struct numeral){ is_span(rest) ? KIND_CARDINAL : KIND_WEAK, value, 0 };
}

bool is_composed_numeral(const struct check_run *run, size_t i)
{
    const struct numerals numerals = numerals_of(&run->context->lexicon, true);
    const struct token *token = &run->doc->tokens[i];

    return token->kind == TOKEN_WORD && composed_numeral(&numerals, token_lower(token)).kind != KIND_NONE;
}

bool may_be_composed(const struct word_type *type)
{
    return type->triggers == NULL || (type->marks >> MARK_COMPOSED_NUMERAL & 1) != 0;
}
