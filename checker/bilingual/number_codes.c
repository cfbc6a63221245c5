/* Numbers that stand in a form of their own: scores of matches, "two of the three", dollars of another land, roads and
 * teams by letter and figure. */
#include "bilingual/number_phrases.h"

#include "bilingual/wording.h"
#include "checks/places.h"

/* ---- scores ---- */

/* "5-2", "5:3": two numbers of up to two digits; *first and *second receive them. */
static bool read_score(struct slice text, bool german, unsigned *first, unsigned *second)
{
    unsigned numbers[2] = { 0, 0 };
    size_t at = 0, part = 0, digits = 0;

    for (; at < text.len; at++) {
        unsigned char c = (unsigned char)text.at[at];

        if (c >= '0' && c <= '9') {
            numbers[part] = numbers[part] * 10 + (unsigned)(c - '0');
            if (++digits > 2)
                return false;
        } else if (digits > 0 && part == 0 && c == (german ? ':' : '-')) {
            part = 1;
            digits = 0;
        } else if (digits > 0 && part == 0 && !german && c == 0xe2 && at + 2 < text.len) { /* "5–2" */
            part = 1;
            digits = 0;
            at += 2;
        } else {
            return false;
        }
    }
    *first = numbers[0];
    *second = numbers[1];
    return part == 1 && digits > 0;
}

struct score {
    uint32_t token;
    unsigned low, high;
};

/* The only score of a side; false: none, or several. */
static bool only_score(const struct document *doc, uint32_t begin, uint32_t end, bool german, struct score *out)
{
    size_t count = 0;
    unsigned first, second;

    for (uint32_t i = begin; i < end; i++) {
        if (doc->tokens[i].kind != TOKEN_NUMBER ||
            !read_score(token_text(doc, &doc->tokens[i]), german, &first, &second))
            continue;
        count++;
        *out = (struct score){ i, first < second ? first : second, first < second ? second : first };
    }
    return count == 1;
}

/* "beim Stand von 1:0", "eine 2:0-Führung": a score on the way. */
static bool is_on_the_way(const struct number_pair *p, uint32_t token)
{
    for (uint32_t i = p->german_first; i < p->german_end; i++)
        if (in_list_lower(p->run, LIST_SCORES_ON_THE_WAY, i))
            return true;
    return token > p->german_first + 1 && slice_ends(german_word_at(p, token - 2), SLICE("stand"));
}

/* "won 5-2" – "gewann 5:3". */
void compare_only_scores(const struct number_pair *p)
{
    struct score english, german;

    if (!only_score(p->bilingual->english, p->english_first, p->english_end, false, &english) ||
        !only_score(p->run->doc, p->german_first, p->german_end, true, &german) ||
        (english.low == german.low && english.high == german.high) || is_on_the_way(p, german.token))
        return;
    mark_number(p, "bilingual/number", german.token, german.token, english.token, english.token);
}

/* ---- one of several ---- */

/* "of the": what stands between a number and what it is a part of. */
static bool is_of_the(const struct number_pair *p, uint32_t token)
{
    return slice_is(english_word_at(p, token), "of") && token + 2 < p->english_end &&
           is_english_determiner(p->bilingual, token + 1);
}

/* "von den", "ihrer": the word before the number of a whole; how many words it takes, 0: it is none. */
static uint32_t words_of_the(const struct number_pair *p, uint32_t token)
{
    uint32_t von = slice_is(german_word_at(p, token), "von") ? 1 : 0, next = token + von;

    return von + (next < p->german_end && token_is(&p->run->doc->tokens[next], POS_DETERMINER) ? 1 : 0);
}

/* "12 of its 30 seats" – "30 ihrer 12 Sitze": the part is more than the whole. */
static bool find_swapped_parts(const struct number_pair *p, const struct quantity *english, double of)
{
    for (uint32_t j = p->german_first; j + 2 < p->german_end; j++) {
        uint32_t words = is_value(german_number_at(p, j), of) ? words_of_the(p, j + 1) : 0, whole = j + 1 + words;

        if (words == 0 || !is_value(german_number_at(p, whole), english->values[0]))
            continue;
        mark_number(p, "bilingual/number", j, whole, english->first, english->last + 3);
        return true;
    }
    return false;
}

/* "two of the three prisoners" – "einen der drei Häftlinge". */
void compare_parts(const struct number_pair *p)
{
    for (size_t i = 0; i < p->english.count; i++) {
        const struct quantity *english = &p->english.items[i];
        uint32_t whole = english->last + 3;
        double of = english_number_at(p, whole);

        if (english->values[0] < 2 || (english->flags & (QUANTITY_ORDINAL | QUANTITY_WEAK)) != 0 || of < 2 ||
            !is_of_the(p, english->last + 1))
            continue;
        if (of > english->values[0] && find_swapped_parts(p, english, of))
            return;
        if (row_has_value(&p->german, english->values[0]))
            continue;
        for (uint32_t j = p->german_first; j + 2 < p->german_end; j++)
            if (slice_starts(german_word_at(p, j), SLICE("ein")) && german_word_at(p, j).len <= SLICE("einem").len &&
                token_is(&p->run->doc->tokens[j + 1], POS_DETERMINER) && is_value(german_number_at(p, j + 2), of)) {
                mark_number(p, "bilingual/number", j, j, english->first, whole);
                return;
            }
    }
}

/* ---- dollars ---- */

/* "Australian dollars": a land before them, not the United States; NO_ID: none, or these as well. */
static uint32_t dollars_of_a_land(const struct number_pair *p)
{
    uint32_t found = NO_ID;

    for (uint32_t i = p->english_first; i < p->english_end; i++) {
        struct slice word = english_word_at(p, i);

        if (slice_is(word, "us") || slice_is(word, "u.s.") || slice_is(word, "american") || slice_is(word, "$") ||
            slice_is(word, "us$"))
            return NO_ID;
        if (i > p->english_first && slice_starts(word, SLICE("dollar")) &&
            (p->bilingual->english->tokens[i - 1].flags & (TOKEN_CAPITAL | TOKEN_SENTENCE_START)) == TOKEN_CAPITAL)
            found = i;
    }
    return found;
}

void compare_dollars(const struct number_pair *p)
{
    uint32_t english = dollars_of_a_land(p);

    for (uint32_t i = p->german_first; english != NO_ID && i < p->german_end; i++)
        if (slice_starts(german_word_at(p, i), SLICE("us-dollar"))) {
            mark_number(p, "bilingual/unit", i, i, english - 1, english);
            return;
        }
}

/* ---- letters and figures: roads, teams ---- */

/* "A7", "U21": up to three capitals, perhaps a hyphen, and figures. */
struct code {
    struct slice letters;
    unsigned number;
};

enum { MOST_LETTERS = 3, MOST_FIGURES = 4 };

/* The code that a word begins with, up to a hyphen or its end: "U21" of "U21-Spieler". */
static bool read_code(struct slice text, struct code *out)
{
    size_t at = 0, figures = 0;

    while (at < text.len && text.at[at] >= 'A' && text.at[at] <= 'Z')
        at++;
    out->letters = (struct slice){ text.at, at };
    if (at == 0 || at > MOST_LETTERS)
        return false;
    at += at < text.len && text.at[at] == '-';
    for (out->number = 0; at < text.len && text.at[at] >= '0' && text.at[at] <= '9'; at++, figures++)
        out->number = out->number * 10 + (unsigned)(text.at[at] - '0');
    return figures > 0 && figures <= MOST_FIGURES && (at == text.len || text.at[at] == '-');
}

/* "under-21": German writes "U21". */
static bool read_english_code(struct slice text, struct code *out)
{
    static const char under[] = "nder-";

    if (text.len > sizeof under + 1 && slice_equal((struct slice){ text.at + 1, sizeof under - 1 }, SLICE("nder-"))) {
        out->letters = SLICE("U");
        out->number = (unsigned)number_of(slice_from(text, sizeof under));
        return out->number > 0;
    }
    return read_code(text, out);
}

static bool same_letters(const struct code *a, const struct code *b)
{
    return slice_equal(a->letters, b->letters);
}

/* The German has the code too. */
static bool has_code(const struct number_pair *p, const struct code *wanted)
{
    struct code code;

    for (uint32_t i = p->german_first; i < p->german_end; i++)
        if (read_code(text_at(p->run, i), &code) && same_letters(&code, wanted) && code.number == wanted->number)
            return true;
    return row_has_value(&p->german, wanted->number);
}

/* The English has its number in a code, or in figures. */
static bool is_of_english(const struct number_pair *p, const struct code *wanted)
{
    struct code code;

    for (uint32_t i = p->english_first; i < p->english_end; i++)
        if (read_english_code(english_text(p->bilingual, i), &code) && code.number == wanted->number)
            return true;
    for (size_t i = 0; i < p->english.count; i++)
        if ((p->english.items[i].flags & QUANTITY_DIGITS) != 0 &&
            is_value(p->english.items[i].values[0], wanted->number))
            return true;
    return false;
}

/* "the A7" – "die A5": the letters are the same, the number stands nowhere in the other language. */
void compare_codes(const struct number_pair *p)
{
    struct code english, german;

    for (uint32_t i = p->english_first; i < p->english_end; i++) {
        if (!read_english_code(english_text(p->bilingual, i), &english) || has_code(p, &english))
            continue;
        for (uint32_t j = p->german_first; j < p->german_end; j++)
            if (read_code(text_at(p->run, j), &german) && same_letters(&english, &german) &&
                !is_of_english(p, &german)) {
                mark_number(p, "bilingual/number", j, j, i, i);
                return;
            }
    }
}
