#include "fingerprint.h"

#include <ctype.h>
#include <stdlib.h>

#include "lexicon/hash.h"
#include "text/unicode.h"

#define NEIGHBOURS 2

/* Ends a part, so that "ab" + "c" and "a" + "bc" differ. No text holds this byte. */
static uint64_t end_part(uint64_t hash)
{
    return hash_bytes(hash, "\xff", 1);
}

static uint64_t add_text(uint64_t hash, struct slice text)
{
    return end_part(hash_bytes(hash, text.at, text.len));
}

/* The text with each run of white space as one space: a line broken elsewhere is no other finding. */
static uint64_t hash_normalised(uint64_t hash, struct slice text)
{
    bool in_space = false;
    size_t length;

    for (int32_t c; text.len > 0; text = slice_from(text, length)) {
        bool space;

        length = read_code_point(text, &c);
        space = is_space(c);
        if (!space)
            hash = hash_bytes(hash, text.at, length);
        else if (!in_space)
            hash = hash_bytes(hash, " ", 1);
        in_space = space;
    }
    return end_part(hash);
}

static bool is_word(const struct token *token)
{
    return token->kind == TOKEN_WORD || token->kind == TOKEN_NUMBER;
}

/* The nearest words before the span (step -1, from the token before it) or behind it (step 1), as far as the sentence
 * goes. */
static uint64_t hash_neighbours(uint64_t hash, const struct document *doc, size_t from, size_t step, uint32_t sentence)
{
    size_t found = 0;

    for (size_t i = from; found < NEIGHBOURS && i < doc->token_count; i += step) {
        if (doc->tokens[i].sentence != sentence)
            break;
        if (!is_word(&doc->tokens[i]))
            continue;
        hash = add_text(hash, token_text(doc, &doc->tokens[i]));
        found++;
    }
    return end_part(hash);
}

static uint64_t hash_issue(const struct document *doc, const struct issue *issue)
{
    size_t first = token_behind(doc, issue->span.start), next = first;
    uint64_t hash = add_text(HASH_START, issue->rule->id);

    while (next < doc->token_count && doc->tokens[next].span.start < issue->span.end)
        next++;
    hash = hash_normalised(hash, text_of(doc, issue->span));
    if (doc->token_count == 0)
        return hash;
    /* Where no token is marked, the gap belongs to the sentence of what stands before it. */
    if (next == first && first > 0)
        return hash_neighbours(hash_neighbours(hash, doc, first - 1, (size_t)-1, doc->tokens[first - 1].sentence), doc,
                               next, 1, doc->tokens[first - 1].sentence);
    /* "first - 1" before the first token wraps, and is no token. */
    hash = hash_neighbours(hash, doc, first - 1, (size_t)-1, doc->tokens[first].sentence);
    return hash_neighbours(hash, doc, next, 1, doc->tokens[next == first ? first : next - 1].sentence);
}

/* Orders by fingerprint, then by place. */
static int compare(const void *left, const void *right)
{
    const struct issue *a = *(struct issue *const *)left, *b = *(struct issue *const *)right;

    if (a->fingerprint != b->fingerprint)
        return a->fingerprint < b->fingerprint ? -1 : 1;
    return (a > b) - (a < b);
}

/* Gives the second and later of the same findings fingerprints of their own. */
static void tell_apart(struct issues *issues)
{
    struct issue **order = arena_array(issues->arena, issues->count, sizeof(*order));
    uint32_t earlier = 0;

    for (size_t i = 0; i < issues->count; i++)
        order[i] = &issues->items[i];
    qsort(order, issues->count, sizeof(*order), compare);
    for (size_t i = 1, first = 0; i < issues->count; i++) {
        if (order[i]->fingerprint != order[first]->fingerprint) {
            first = i;
            continue;
        }
        earlier = (uint32_t)(i - first);
        for (int shift = 0; shift < 32; shift += 8)
            order[i]->fingerprint = hash_bytes(order[i]->fingerprint, &(uint8_t){ (uint8_t)(earlier >> shift) }, 1);
    }
}

void fingerprint_issues(const struct document *doc, struct issues *issues)
{
    for (size_t i = 0; i < issues->count; i++)
        issues->items[i].fingerprint = hash_issue(doc, &issues->items[i]);
    if (issues->count > 1)
        tell_apart(issues);
}

bool fingerprint_read(struct slice text, uint64_t *fingerprint)
{
    if (text.len != FINGERPRINT_DIGITS)
        return false;
    *fingerprint = 0;
    for (size_t i = 0; i < text.len; i++) {
        unsigned char digit = (unsigned char)text.at[i];

        if (!isxdigit(digit))
            return false;
        *fingerprint = *fingerprint << 4 | (uint64_t)(isdigit(digit) ? digit - '0' : tolower(digit) - 'a' + 10);
    }
    return true;
}
