/* Marks what an encoding has done to letters: UTF-8 read as another encoding ("ZÃ¼rich"), letters lost on the way
 * ("M�nchen", "gro?e"), characters still written as codes ("M&uuml;nchen", "f\u00fcr", "f%C3%BCr", "f=C3=BCr"). What
 * was meant is the suggestion. */
#include <ctype.h>
#include <limits.h>
#include <stdlib.h>

#include "checks/places.h"
#include "lexicon/compound.h"
#include "libraries/libxml2.h"
#include "text/letters.h"
#include "text/misread.h"
#include "text/unicode.h"

enum { MAX_WORD_BYTES = 128 };

/* A place in the text, and what its characters mean. */
struct reading_error {
    size_t length;      /* in bytes; 0: there is none */
    struct slice meant; /* in the arena */
    const char *rule;
};

/* ---- bytes read as another encoding ---- */

/* "√º" for ü: encodings other than Windows-1252 in tables/misread-letters.tsv. */
static size_t listed_letter(const struct check_run *run, const struct list_record *table, struct slice text,
                            struct slice *meant)
{
    enum { LONGEST = 3, SHORTEST = 2 };
    int32_t first;
    size_t beginning = read_code_point(text, &first);

    if (beginning >= text.len || (text.at[beginning] & 0x80) == 0) /* such letters have no ASCII in them */
        return 0;
    for (size_t count = LONGEST; count >= SHORTEST; count--) {
        size_t length = 0, found;
        int32_t c;

        for (size_t i = 0; i < count; i++)
            length += read_code_point(slice_from(text, length), &c);
        const struct pair_record *row =
            pairs_of(&run->context->lexicon, table, (struct slice){ text.at, length }, &found);

        if (found > 0) {
            *meant = lexicon_text(&run->context->lexicon, row->value);
            return length;
        }
    }
    return 0;
}

/* ---- characters as codes ---- */

static int32_t hex_value(struct slice digits)
{
    int32_t value = 0;

    for (size_t i = 0; i < digits.len; i++) {
        char digit = digits.at[i];
        bool letter = (digit >= 'a' && digit <= 'f') || (digit >= 'A' && digit <= 'F');

        if (!letter && (digit < '0' || digit > '9'))
            return NO_CODE_POINT;
        value = value * 16 + (letter ? (digit & 7) + 9 : digit - '0');
    }
    return digits.len == 0 ? NO_CODE_POINT : value;
}

static struct slice character_text(const struct check_run *run, int32_t c)
{
    char bytes[4];

    return arena_copy(run->issues->arena, (struct slice){ bytes, write_code_point(c, bytes) });
}

/* Half of a character of UTF-16. */
static bool is_surrogate(int32_t c)
{
    return c >= 0xd800 && c < 0xe000;
}

/* "#252;" and "#x27;": the number of a character, behind its ampersand. */
static size_t numbered_character(const struct check_run *run, struct slice text, struct slice *meant)
{
    enum { SHORTEST = 2, LONGEST = 5 };
    bool hex = text.len > 1 && (text.at[1] | 0x20) == 'x';
    size_t first = hex ? 2 : 1, end = first;

    while (end < text.len && (hex ? isxdigit((unsigned char)text.at[end]) : isdigit((unsigned char)text.at[end])))
        end++;
    if (end - first < SHORTEST || end - first > LONGEST || end >= text.len || text.at[end] != ';')
        return 0;
    int32_t c = (int32_t)strtol(text.at + first, NULL, hex ? 16 : 10);

    if (is_surrogate(c))
        return 0;
    *meant = character_text(run, c);
    return end + 1;
}

/* "uuml;": the name of one. */
static size_t named_character(const struct check_run *run, struct slice text, struct slice *meant)
{
    enum { MAX_NAME = 10 };
    char name[MAX_NAME + 1] = { 0 };
    size_t length = 0;

    while (length < text.len && length < MAX_NAME && isalpha((unsigned char)text.at[length]))
        length++;
    if (length == 0 || length >= text.len || text.at[length] != ';')
        return 0;
    memcpy(name, text.at, length);

    const htmlEntityDesc *known =
        libxml2_load(NULL, NULL) != 0 ? NULL : libxml2.htmlEntityLookup((const xmlChar *)name);

    if (known == NULL)
        return 0;
    *meant = character_text(run, (int32_t)known->value);
    return length + 1;
}

/* "&uuml;", "&#252;", "&#xfc;", "&amp;uuml;", "&amp;" alone; letters of names are never written so. */
static size_t entity(const struct check_run *run, struct slice text, struct slice *meant)
{
    struct slice ampersand = SLICE("&amp;");
    bool twice = slice_starts(text, ampersand);
    size_t start = twice ? ampersand.len : 1;
    struct slice rest = slice_from(text, start);
    size_t length =
        slice_starts(rest, SLICE("#")) ? numbered_character(run, rest, meant) : named_character(run, rest, meant);

    if (length > 0)
        return start + length;
    *meant = SLICE("&");
    return twice ? ampersand.len : 0;
}

/* "\u00fc", as JSON writes it. */
static size_t escape(const struct check_run *run, struct slice text, struct slice *meant)
{
    enum { LENGTH = 6 };

    if (text.len < LENGTH || text.at[1] != 'u')
        return 0;
    int32_t c = hex_value((struct slice){ text.at + 2, 4 });

    if (c < 0xa0 || is_surrogate(c))
        return 0;
    *meant = character_text(run, c);
    return LENGTH;
}

/* "%C3%BC" in an address, "=C3=BC" in a mail: the bytes of UTF-8 beyond ASCII. */
static size_t hex_bytes(const struct check_run *run, struct slice text, struct slice *meant)
{
    enum { MAX_BYTES = 32, STEP = 3, FIRST_LEAD = 0xc2 };
    char bytes[MAX_BYTES];
    size_t count = 0;
    int32_t c;

    for (; count < MAX_BYTES && (count + 1) * STEP <= text.len && text.at[count * STEP] == text.at[0]; count++) {
        int32_t byte = hex_value((struct slice){ text.at + count * STEP + 1, 2 });

        if (byte < 0x80 || (count == 0 && byte < FIRST_LEAD))
            break;
        bytes[count] = (char)byte;
    }
    for (size_t at = 0, length; at < count; at += length) {
        length = read_code_point((struct slice){ bytes + at, count - at }, &c);
        if (c == NO_CODE_POINT)
            return 0;
    }
    *meant = arena_copy(run->issues->arena, (struct slice){ bytes, count });
    return count * STEP;
}

/* ---- letters that were lost ---- */

static bool is_word(const struct check_run *run, struct slice word)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    struct compound compound;

    if (is_dictionary_word(lexicon, word) || is_dictionary_word(lexicon, lower_case(run->issues->arena, word)))
        return true;
    split_compound(lexicon, word, &compound);
    return compound.count > 1 && compound.complete;
}

/* Where the letters around an offset begin and end; of a row that no word is as long as, a piece. */
static struct span letters_around(struct slice text, size_t from, size_t to)
{
    struct span span = { (uint32_t)from, (uint32_t)to };
    int32_t c;
    size_t length;

    while (from - span.start < MAX_WORD_BYTES &&
           (length = read_last_code_point((struct slice){ text.at, span.start }, &c)) > 0 && is_letter(c))
        span.start -= (uint32_t)length;
    while (span.end - to < MAX_WORD_BYTES && (length = read_code_point(slice_from(text, span.end), &c)) > 0 &&
           is_letter(c))
        span.end += (uint32_t)length;
    return span;
}

static bool may_be_letter(char byte)
{
    return ((unsigned char)byte & 0x80) != 0 || isalpha((unsigned char)byte);
}

/* "gro?e": the sign at this offset stands for a letter when one of those that it may stand for makes a word of it and
 * the letters around it. */
static void mark_lost_letter(const struct check_run *run, const struct list_record *table, size_t at, size_t length)
{
    struct slice text = run->doc->text;
    bool replaced = slice_starts(slice_from(text, at), SLICE("\xef\xbf\xbd"));
    size_t count;

    if (!replaced &&
        (at == 0 || !may_be_letter(text.at[at - 1]) || at + length >= text.len || !may_be_letter(text.at[at + length])))
        return;
    const struct pair_record *letters =
        pairs_of(&run->context->lexicon, table, (struct slice){ text.at + at, length }, &count);

    if (count == 0)
        return;
    struct span span = letters_around(text, at, at + length);

    if (span.end - span.start > MAX_WORD_BYTES || (!replaced && (span.start == at || span.end == at + length)))
        return;
    for (size_t i = 0; i < count; i++) {
        struct slice letter = lexicon_text(&run->context->lexicon, letters[i].value);
        struct slice word =
            arena_print(run->issues->arena, "%.*s%.*s%.*s", (int)(at - span.start), text.at + span.start,
                        (int)letter.len, letter.at, (int)(span.end - at - length), text.at + at + length);

        if (is_word(run, word)) {
            suggest(run, report(run, "check/lost-letter", span), word);
            return;
        }
    }
    if (replaced)
        report(run, "check/lost-letter", span);
}

/* ---- */

static struct reading_error error_at(const struct check_run *run, const struct list_record *misread, struct slice text)
{
    struct reading_error error = { .rule = "check/encoded-character" };

    if (text.at[0] == '&')
        error.length = entity(run, text, &error.meant);
    else if (text.at[0] == '\\')
        error.length = escape(run, text, &error.meant);
    else if (text.at[0] == '%' || text.at[0] == '=')
        error.length = hex_bytes(run, text, &error.meant);
    if (error.length > 0 || (text.at[0] & 0x80) == 0)
        return error;
    error.rule = "check/misread-letters";
    error.length = read_misread(run->issues->arena, text, &error.meant);
    if (error.length == 0)
        error.length = listed_letter(run, misread, text, &error.meant);
    return error;
}

/* Marks the word around the error, all of whose errors are read. Returns where the word ends. */
static size_t mark_word(const struct check_run *run, const struct list_record *misread, size_t at,
                        struct reading_error error)
{
    struct slice text = run->doc->text;
    struct span span = letters_around(text, at, at);

    if (at - span.start >= MAX_WORD_BYTES)
        span.start = (uint32_t)at; /* the error alone: there must be room for it */
    struct slice meant = { text.at + span.start, at - span.start };
    const char *rule = error.rule;
    int32_t c;

    for (span.end = (uint32_t)at; span.end < text.len && span.end - span.start < MAX_WORD_BYTES;) {
        struct slice rest = slice_from(text, span.end);
        size_t length = error.length > 0 ? error.length : read_code_point(rest, &c);

        if (error.length == 0 && !is_letter(c))
            break;
        struct slice next = error.length > 0 ? error.meant : (struct slice){ rest.at, length };

        meant = arena_join(run->issues->arena, meant, next);
        span.end += (uint32_t)length;
        error = span.end < text.len ? error_at(run, misread, slice_from(text, span.end)) : (struct reading_error){ 0 };
    }
    suggest(run, report(run, rule, span), meant);
    return span.end;
}

/* The characters that an error can begin with are few: all others are passed at once. */
static bool may_begin_error(unsigned char byte)
{
    static const bool beginnings[UCHAR_MAX + 1] = {
        ['&'] = true,  ['\\'] = true, ['%'] = true,  ['='] = true,  ['?'] = true, [0xc2] = true,
        [0xc3] = true, [0xcb] = true, [0xce] = true, [0xe2] = true, [0xef] = true
    };

    return beginnings[byte];
}

void check_misread(const struct check_run *run)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct list_record *misread = named_table(lexicon, TABLE_MISREAD_LETTERS);
    const struct list_record *lost = named_table(lexicon, TABLE_LOST_LETTERS);
    struct slice text = run->doc->text;
    int32_t c;

    if (misread == NULL || lost == NULL)
        return;
    for (size_t at = 0; at < text.len;) {
        if (!may_begin_error((unsigned char)text.at[at])) {
            at++;
            continue;
        }
        struct reading_error error = error_at(run, misread, slice_from(text, at));
        size_t length = read_code_point(slice_from(text, at), &c);

        if (error.length > 0) {
            at = mark_word(run, misread, at, error);
        } else {
            if (!is_letter(c))
                mark_lost_letter(run, lost, at, length);
            at += length;
        }
    }
}
