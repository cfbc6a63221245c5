#include "text/addresses.h"
#include "text/division.h"
#include "text/stops.h"
#include "text/unicode.h"

#define RIGHT_QUOTE 0x2019 /* ’, the apostrophe of good typography; also ends ‚ ‘ and ‘ ’ */

/* Where the scanner is in a segment. */
struct scanner {
    const struct abbreviations *abbreviations;
    struct slice text;      /* of the segment */
    size_t at;              /* where the next token is looked for */
    bool spaced;            /* white space, or the start, lies before it */
    bool single_quote_open; /* then an apostrophe behind a word closes the quotation */
    bool after_stop;        /* the token before has a full stop of its own */
    bool may_hold_address;  /* the segment has a sign that addresses have */
    bool at_address_start;  /* an address begins after a space or an opening mark, not within a row of letters and dots:
                               so that no stretch of text is looked at again and again */
};

/* A word as far as it has been read. */
struct word {
    struct slice rest; /* the text from its start */
    size_t length;
    int32_t last; /* its last character */
    size_t letters, capitals, digits;
    size_t part_letters, part_digits; /* since the last hyphen or full stop */
    uint16_t flags;
    bool dotted; /* "U.S": full stops between single capitals */
    bool finished;
};

static int32_t character_at(struct slice text, size_t at)
{
    int32_t c;

    if (at >= text.len)
        return NO_CODE_POINT;
    read_code_point(slice_from(text, at), &c);
    return c;
}

static bool is_hyphen(int32_t c)
{
    return c == '-' || c == 0x2010 || c == 0x2011;
}

/* The apostrophe and the signs that are typed for it. */
static bool is_apostrophe(int32_t c)
{
    return c == '\'' || c == RIGHT_QUOTE || c == 0x2018 || c == '`' || c == 0xb4;
}

static void take_letter(struct word *word, int32_t c)
{
    bool capital = is_upper(c);

    if (word->letters == 0 && capital)
        word->flags |= TOKEN_CAPITAL;
    if (capital && is_lower(word->last))
        word->flags |= TOKEN_INNER_CAPITAL;
    word->letters++;
    word->capitals += capital;
    word->part_letters++;
}

static void take_digit(struct word *word)
{
    word->digits++;
    word->part_digits++;
}

static void begin_part(struct word *word)
{
    word->part_letters = word->part_digits = 0;
}

/* "die Haupt- und Nebenrollen", "Vor-, Haupt- und Nachspeise"; but "--" is a dash. */
static bool take_hyphen(struct word *word, size_t length, int32_t next)
{
    if (is_hyphen(next))
        return false;
    if (is_letter(next) || is_digit(next)) {
        if (word->letters + word->digits > 0)
            word->flags |= TOKEN_HYPHEN;
        begin_part(word);
    } else {
        word->finished = true;
    }
    word->length += length;
    return true;
}

/* "geht’s", "D’Angelo", "1990's", "1’000"; at the end "Hans’ Auto", unless a quotation ends there. */
static bool take_apostrophe(struct word *word, size_t length, int32_t sign, int32_t next, bool quote_open)
{
    bool inside = is_letter(next) || (is_digit(next) && is_digit(word->last));
    bool elision = !quote_open && is_letter(word->last) && (sign == '\'' || sign == RIGHT_QUOTE);

    if (!inside && !elision)
        return false;
    if (is_letter(word->last) || is_letter(next))
        word->flags |= TOKEN_APOSTROPHE;
    word->finished = !inside;
    word->length += length;
    return true;
}

/* "5.000", "14.30", "GPT-3.5"; "U.S.", "E.ON". */
static bool take_stop(struct word *word, int32_t next)
{
    int32_t second = character_at(word->rest, word->length + 2);
    bool single_capital = word->part_letters == 1 && word->part_digits == 0 && is_upper(word->last);

    if (is_digit(word->last) && is_digit(next)) {
        word->length++;
        return true;
    }
    if (single_capital && is_upper(next) && (second == '.' || is_upper(second)))
        word->dotted = true;
    else if (!(single_capital && word->dotted && is_hyphen(next)))
        return false;
    begin_part(word);
    word->length++;
    return true;
}

/* "48,4", "14:30"; "Leser:innen". */
static bool take_separator(struct word *word, int32_t sign, int32_t next)
{
    bool number = word->part_letters == 0 && is_digit(word->last) && is_digit(next) && sign != '*';
    bool gender =
        sign != ',' && is_lower(word->last) && next == 'i' && character_at(word->rest, word->length + 2) == 'n';

    if (!number && !gender)
        return false;
    word->length++;
    return true;
}

/* "10 000" with one of the spaces that keep a number together. */
static bool take_thousands_space(struct word *word, int32_t space, size_t length)
{
    size_t digits = 0;

    if (space != 0xa0 && space != 0x2009 && space != 0x202f)
        return false;
    if (word->letters > 0 || !is_digit(word->last))
        return false;
    while (digits < 4 && is_digit(character_at(word->rest, word->length + length + digits)))
        digits++;
    if (digits != 3)
        return false;
    word->length += length;
    return true;
}

/* Takes a sign that joins what stands on both its sides into one word, or ends the word. */
static bool take_sign(struct word *word, int32_t c, size_t length, bool quote_open)
{
    int32_t next = character_at(word->rest, word->length + length);

    if (is_hyphen(c))
        return take_hyphen(word, length, next);
    if (is_apostrophe(c))
        return take_apostrophe(word, length, c, next, quote_open);
    switch (c) {
    case '.':
        return take_stop(word, next);
    case ',':
    case ':':
    case '*':
        return take_separator(word, c, next);
    case '_':
        word->length += is_letter(next) || is_digit(next);
        return is_letter(next) || is_digit(next);
    case '&': /* "AT&T" */
        word->length += is_upper(word->last) && is_upper(next);
        return is_upper(word->last) && is_upper(next);
    case '+': /* "Disney+", "C++" */
        if (!is_letter(word->last) || is_letter(next) || is_digit(next))
            return false;
        word->length += next == '+' ? 2 : 1;
        word->finished = true;
        return true;
    default:
        return take_thousands_space(word, c, length);
    }
}

/* Takes the next character into the word. Returns false where the word has ended. */
static bool take(struct word *word, bool quote_open)
{
    int32_t c;
    size_t length = read_code_point(slice_from(word->rest, word->length), &c);
    enum character character = character_of(c);

    switch (character) {
    case CHARACTER_LETTER:
        take_letter(word, c);
        break;
    case CHARACTER_DIGIT:
        take_digit(word);
        break;
    case CHARACTER_NUMERAL:
    case CHARACTER_MARK:
        break;
    case CHARACTER_JOINER:
        word->length += length;
        return true; /* word->last stays what is seen */
    default:
        if (!take_sign(word, c, length, quote_open))
            return false;
        word->last = c;
        return !word->finished;
    }
    word->length += length;
    word->last = c;
    return true;
}

/* Most of a word is a run of small letters without anything to think about. */
static void take_small_letters(struct word *word)
{
    size_t from = word->length, to = from;
    const size_t end = word->rest.len < MAX_TOKEN_BYTES ? word->rest.len : MAX_TOKEN_BYTES;

    while (to < end && word->rest.at[to] >= 'a' && word->rest.at[to] <= 'z')
        to++;
    if (to == from)
        return;
    word->letters += to - from;
    word->part_letters += to - from;
    word->length = to;
    word->last = (unsigned char)word->rest.at[to - 1];
}

/* An invisible character at the end is not the word's. */
static void drop_trailing_joiners(struct word *word)
{
    int32_t c;
    size_t length;

    if (word->length > 0 && (signed char)word->rest.at[word->length - 1] > 0) /* ASCII: no joiner */
        return;
    while ((length = read_last_code_point((struct slice){ word->rest.at, word->length }, &c)) > 0 &&
           character_of(c) == CHARACTER_JOINER)
        word->length -= length;
}

/* Reads the word at the start of rest. skip: bytes of a leading hyphen or apostrophe. */
static struct word read_word(struct slice rest, size_t skip, bool quote_open)
{
    struct word word = { .rest = rest, .length = skip, .last = NO_CODE_POINT };

    do
        take_small_letters(&word);
    while (word.length < rest.len && word.length < MAX_TOKEN_BYTES && take(&word, quote_open));
    drop_trailing_joiners(&word);
    if (word.letters >= 2 && word.capitals == word.letters)
        word.flags |= TOKEN_ALL_CAPS;
    if (word.letters > 0 && word.digits > 0)
        word.flags |= TOKEN_DIGIT;
    return word;
}

/* "1990er", "80ern": the digits with such an ending are a number still. */
static bool is_decade(const struct word *word)
{
    struct slice text = { word->rest.at, word->length };

    if (word->letters < 2 || word->letters > 3 || word->digits + word->letters != text.len)
        return false;
    return is_digit(*text.at) &&
           (slice_ends(text, SLICE("er")) || slice_ends(text, SLICE("ern")) || slice_ends(text, SLICE("ers")));
}

static void take_full_stop(struct scanner *scanner, struct word *word)
{
    struct slice after = slice_from(word->rest, word->length);

    if (word->finished || after.len == 0 || *after.at != '.')
        return;
    after = slice_from(after, 1);
    if (word->dotted && word->part_letters == 1 && (after.len == 0 || *after.at != '.')) {
        word->flags |= TOKEN_ABBREVIATION;
        word->length++;
        return;
    }
    switch (
        judge_stop(scanner->abbreviations, (struct slice){ word->rest.at, word->length }, after, scanner->after_stop)) {
    case STOP_ALONE:
        return;
    case STOP_ABBREVIATION:
        word->flags |= TOKEN_ABBREVIATION;
        break;
    case STOP_ORDINAL:
        word->flags |= TOKEN_ORDINAL;
        break;
    }
    word->length++;
}

/* Reads a word or number at the scanner; skip as in read_word. Returns its length. */
static size_t scan_word(struct scanner *scanner, struct slice rest, size_t skip, struct token *token)
{
    struct word word = read_word(rest, skip, scanner->single_quote_open);
    bool number = word.letters == 0 || is_decade(&word);

    take_full_stop(scanner, &word);
    token->kind = number ? TOKEN_NUMBER : TOKEN_WORD;
    token->flags |= number ? word.flags & (TOKEN_HYPHEN | TOKEN_ABBREVIATION | TOKEN_ORDINAL) : word.flags;
    return word.length;
}

/* "’s", "'n", "'ne" are short forms of "es" and "ein…"; other words behind a straight apostrophe stand in quotation
 * marks. */
static bool is_clitic(struct slice after)
{
    size_t letters = 0;

    while (letters < 4 && is_letter(character_at(after, letters)))
        letters++;
    return letters > 0 && letters < 4 && (*after.at == 's' || *after.at == 'n') &&
           !is_apostrophe(character_at(after, letters));
}

/* Bytes of the hyphen or apostrophe that a word begins with: "-straße", "’s". */
static size_t leading_sign(const struct scanner *scanner, int32_t c, size_t length)
{
    struct slice after = slice_from(scanner->text, scanner->at + length);

    if (!is_letter(character_at(after, 0)))
        return 0;
    if (is_hyphen(c))
        return length;
    if (c == RIGHT_QUOTE)
        return scanner->single_quote_open ? 0 : length;
    return c == '\'' && is_clitic(after) ? length : 0;
}

/* Bytes of a row of the same ASCII sign. */
static size_t run_length(struct slice rest)
{
    size_t length = 1;

    while (length < rest.len && length < MAX_TOKEN_BYTES && rest.at[length] == *rest.at)
        length++;
    return length;
}

/* Keeps track of single quotation marks: only while one is open does ’ close one. */
static void note_single_quote(struct scanner *scanner, int32_t c)
{
    if (c == 0x201a) /* ‚ */
        scanner->single_quote_open = true;
    else if (c == 0x2018 || c == '\'')
        scanner->single_quote_open = !scanner->single_quote_open;
    else if (c == RIGHT_QUOTE)
        scanner->single_quote_open = false;
}

/* An emoji of several code points is one symbol: skin tones, variation selectors, joined pictures, flags. */
static size_t symbol_length(struct slice rest)
{
    int32_t c, first;
    size_t end = read_code_point(rest, &first), length;

    if (first < 0x2000)
        return end;
    while (end < MAX_TOKEN_BYTES && (length = read_code_point(slice_from(rest, end), &c)) > 0) {
        if (c == 0x200d) { /* zero-width joiner: the next picture belongs to it */
            end += length;
            length = read_code_point(slice_from(rest, end), &c);
            if (character_of(c) != CHARACTER_SYMBOL)
                break;
        } else if (character_of(c) != CHARACTER_MARK && !(c >= 0x1f3fb && c <= 0x1f3ff) &&
                   !(c >= 0x1f1e6 && c <= 0x1f1ff && first >= 0x1f1e6 && first <= 0x1f1ff && end == 4)) {
            break;
        }
        end += length;
    }
    return end;
}

static size_t scan_mark(struct scanner *scanner, struct slice rest, int32_t c, size_t length, struct token *token)
{
    if (character_of(c) != CHARACTER_PUNCTUATION) {
        token->kind = TOKEN_SYMBOL;
        return symbol_length(rest);
    }
    token->kind = TOKEN_PUNCTUATION;
    note_single_quote(scanner, c);
    return c == '.' || c == '-' ? run_length(rest) : length;
}

/* Reads the token at the scanner, which stands on a visible character. */
static size_t scan_token(struct scanner *scanner, struct token *token)
{
    struct slice rest = slice_from(scanner->text, scanner->at);
    int32_t c;
    size_t length = read_code_point(rest, &c), skip, address;

    address = scanner->may_hold_address && scanner->at_address_start ? address_length(rest) : 0;
    if (address > 0) {
        token->kind = TOKEN_ADDRESS;
        return address;
    }
    switch (character_of(c)) {
    case CHARACTER_LETTER:
    case CHARACTER_DIGIT:
    case CHARACTER_NUMERAL:
        return scan_word(scanner, rest, 0, token);
    default:
        skip = leading_sign(scanner, c, length);
        return skip > 0 ? scan_word(scanner, rest, skip, token) : scan_mark(scanner, rest, c, length, token);
    }
}

static void skip_invisible(struct scanner *scanner)
{
    while (scanner->at < scanner->text.len) {
        int32_t c;
        size_t length = read_code_point(slice_from(scanner->text, scanner->at), &c);
        enum character character = character_of(c);

        if (character != CHARACTER_SPACE && character != CHARACTER_JOINER)
            return;
        scanner->spaced |= character == CHARACTER_SPACE;
        scanner->at += length;
    }
}

/* True for a mark before which no address goes on, such as a bracket or a quotation mark. */
static bool address_may_follow(const struct scanner *scanner, const struct token *token)
{
    return token->kind == TOKEN_PUNCTUATION && strchr(".-_:/", scanner->text.at[scanner->at - 1]) == NULL;
}

/* Reads the next token of the segment into a cleared one. Returns false at its end. Spans are relative to the segment.
 */
static bool next_token(struct scanner *scanner, struct token *token)
{
    size_t start;

    skip_invisible(scanner);
    if (scanner->at >= scanner->text.len)
        return false;
    token->flags = scanner->spaced ? TOKEN_SPACE_BEFORE : 0;
    scanner->at_address_start |= scanner->spaced;
    start = scanner->at;
    scanner->at += scan_token(scanner, token);
    token->span = (struct span){ (uint32_t)start, (uint32_t)scanner->at };
    scanner->at_address_start = address_may_follow(scanner, token);
    scanner->after_stop = (token->flags & (TOKEN_ABBREVIATION | TOKEN_ORDINAL)) != 0;
    scanner->spaced = false;
    return true;
}

static struct scanner scan_segment(const struct document *doc, const struct segment *segment,
                                   const struct abbreviations *abbreviations)
{
    struct slice text = text_of(doc, segment->span);

    return (struct scanner){
        .abbreviations = abbreviations, .text = text, .spaced = true, .may_hold_address = may_hold_address(text)
    };
}

/* Tokens are the largest part of a document; a good guess spares the room that growing would take. A token begins at
 * the start, behind a space, at a mark or behind one. */
static size_t guess_tokens(struct slice text)
{
    enum { FIRST_LETTER_LEAD = 0xc3, LAST_LETTER_LEAD = 0xc5 /* ß to ſ */ };
    size_t count = 1 + text.len / MAX_TOKEN_BYTES;

    for (size_t i = 0; i < text.len; i++) {
        unsigned char byte = (unsigned char)text.at[i];

        if (byte < 0x80)
            count += character_of(byte) == CHARACTER_LETTER || character_of(byte) == CHARACTER_DIGIT ? 0
                     : byte == ' '                                                                   ? 1
                                                                                                     : 2;
        else if (starts_code_point(text.at[i]) && (byte < FIRST_LETTER_LEAD || byte > LAST_LETTER_LEAD))
            count++;
    }
    return count;
}

static void fill_segment(struct document *doc, struct segment *segment, size_t *capacity,
                         const struct abbreviations *abbreviations)
{
    struct scanner scanner = scan_segment(doc, segment, abbreviations);

    segment->first_token = (uint32_t)doc->token_count;
    for (;;) {
        doc->tokens = arena_grow(&doc->analysis, doc->tokens, doc->token_count + 1, capacity, sizeof *doc->tokens);
        struct token *token = &doc->tokens[doc->token_count];

        if (!next_token(&scanner, token))
            break;
        token->span.start += segment->span.start;
        token->span.end += segment->span.start;
        doc->token_count++;
    }
    segment->token_count = (uint32_t)doc->token_count - segment->first_token;
}

/* One more than there are, so that looking at the next one is safe. */
void find_tokens(struct document *doc, const struct abbreviations *abbreviations)
{
    size_t capacity = guess_tokens(doc->text) + 1;

    doc->tokens = arena_array(&doc->analysis, capacity, sizeof *doc->tokens);
    doc->token_count = 0;
    for (size_t i = 0; i < doc->segment_count; i++)
        fill_segment(doc, &doc->segments[i], &capacity, abbreviations);
}
