#include "lexicon/compound_parts.h"

#include "text/letters.h"

enum { LONGEST = 100 /* bytes; hunspell gives up beyond */ };

/* The roles of a part, 0 for a text that is none. */
static unsigned all_roles_of(const struct lexicon *lexicon, struct slice part)
{
    const unsigned mask = (1u << PART_ROLE_BITS) - 1;
    uint64_t hash = part_hash(part);
    uint32_t wanted = part_slot(hash, 0);

    for (size_t at = hash_slot(hash, lexicon->part_slots); lexicon->parts[at] != 0;
         at = (at + 1) & (lexicon->part_slots - 1))
        if ((lexicon->parts[at] & ~mask) == wanted)
            return lexicon->parts[at] & mask;
    return 0;
}

/* Those that hunspell gives it. */
static unsigned roles_of(const struct lexicon *lexicon, struct slice part)
{
    return all_roles_of(lexicon, part) & ~(unsigned)PART_LINKED;
}

/* The word with its first letter in upper or lower case, in a buffer with room for four bytes more than the word. */
static struct slice with_first(struct slice word, bool upper, char *buffer)
{
    int32_t first;
    size_t bytes = read_code_point(word, &first);
    size_t length = write_code_point(upper ? to_upper(first) : to_lower(first), buffer);

    memcpy(buffer + length, word.at + bytes, word.len - bytes);
    return (struct slice){ buffer, length + word.len - bytes };
}

/* The word in lower case; empty when it is too long for the buffer of LONGEST bytes. */
static struct slice lowered(struct slice word, char *buffer)
{
    size_t length = 0;

    for (size_t at = 0; at < word.len;) {
        int32_t c;

        if (length + 4 > LONGEST)
            return (struct slice){ 0 };
        at += read_code_point(slice_from(word, at), &c);
        length += write_code_point(to_lower(c), buffer + length);
    }
    return (struct slice){ buffer, length };
}

/* True when the word can be put together: from each place where parts can end, the places where one more part can. */
static bool is_made_of_parts(const struct lexicon *lexicon, struct slice word)
{
    bool ends[LONGEST + 1] = { true };

    for (size_t from = 0; from + SHORTEST_PART <= word.len; from++) {
        if (!ends[from])
            continue;
        if (from > 0 && (roles_of(lexicon, slice_from(word, from)) & PART_END) != 0)
            return true;
        for (size_t to = from + SHORTEST_PART; to + SHORTEST_PART <= word.len; to++)
            if (!ends[to] && starts_code_point(word.at[to]))
                ends[to] = (roles_of(lexicon, (struct slice){ word.at + from, to - from }) &
                            (from == 0 ? PART_BEGIN : PART_MIDDLE)) != 0;
    }
    return false;
}

/* True when parts in any role and of any case can make it, or it is one. */
static bool is_made_of_anything(const struct lexicon *lexicon, struct slice piece)
{
    bool ends[LONGEST + 1] = { true };
    char buffer[LONGEST + 4];

    for (size_t from = 0; from < piece.len; from++)
        for (size_t to = from + 1; ends[from] && to <= piece.len; to++) {
            struct slice part = { piece.at + from, to - from };

            ends[to] = ends[to] || roles_of(lexicon, part) != 0 ||
                       roles_of(lexicon, with_first(part, false, buffer)) != 0 ||
                       roles_of(lexicon, with_first(part, true, buffer)) != 0;
        }
    return ends[piece.len];
}

static bool has_form(const struct lexicon *lexicon, struct slice word)
{
    char buffer[LONGEST + 4];

    return lexicon_form(lexicon, word) != NO_ID || lexicon_form(lexicon, with_first(word, false, buffer)) != NO_ID;
}

/* How a word is written. */
struct writing {
    bool hyphens, others; /* others: signs that are neither letters nor hyphens */
    bool inner_capitals;
};

static struct writing writing_of(struct slice word)
{
    struct writing out = { 0 };
    int32_t c;

    for (size_t at = 0; at < word.len;) {
        size_t bytes = read_code_point(slice_from(word, at), &c);

        out.hyphens = out.hyphens || c == '-';
        out.others = out.others || (c != '-' && !is_letter(c));
        out.inner_capitals = out.inner_capitals || (at > 0 && is_upper(c));
        at += bytes;
    }
    return out;
}

/* hunspell takes a word with hyphens as a whole, as a compound, or each piece for itself. Whichever way, its pieces are
 * words, made of parts, or a form with hyphens has them. */
static bool has_strange_piece(const struct lexicon *lexicon, struct slice word)
{
    for (size_t start = 0, end; start < word.len; start = end + 1) {
        const char *hyphen = memchr(word.at + start, '-', word.len - start);

        end = hyphen == NULL ? word.len : (size_t)(hyphen - word.at);
        struct slice piece = { word.at + start, end - start };

        if (piece.len > 0 && !writing_of(piece).inner_capitals && !has_form(lexicon, piece) &&
            !is_made_of_anything(lexicon, piece))
            return true;
    }
    return false;
}

/* The parts of a compound are in the table as it is written; hunspell also looks for one in other case, with conditions
 * of its own, and for ß behind the SS of capitals. */
static enum verdict verdict_on_compound(const struct lexicon *lexicon, struct slice word, bool inner_capitals)
{
    char lower_buffer[LONGEST], title_buffer[LONGEST + 4];
    bool made = is_made_of_parts(lexicon, word);

    if (made && !inner_capitals)
        return ACCEPTED;
    struct slice lower = lowered(word, lower_buffer);

    if (made || lower.len == 0 || memmem(word.at, word.len, "SS", 2) != NULL)
        return UNSETTLED;
    struct slice title = with_first(lower, true, title_buffer);
    bool other_case = inner_capitals && (has_form(lexicon, title) || is_made_of_parts(lexicon, title));

    return other_case || is_made_of_parts(lexicon, lower) ? UNSETTLED : REJECTED;
}

enum verdict verdict_by_parts(const struct lexicon *lexicon, struct slice word)
{
    char small_buffer[LONGEST + 4];
    struct writing writing = writing_of(word);

    if (lexicon->part_slots == 0 || word.len == 0 || word.len > LONGEST || writing.others)
        return UNSETTLED;
    unsigned roles = roles_of(lexicon, word) | roles_of(lexicon, with_first(word, false, small_buffer));

    if ((roles & PART_FORBIDDEN) != 0)
        return UNSETTLED;
    if (!writing.hyphens)
        return verdict_on_compound(lexicon, word, writing.inner_capitals);
    if ((roles & PART_WORD) != 0)
        return ACCEPTED;
    return has_strange_piece(lexicon, word) ? REJECTED : UNSETTLED;
}

bool is_linked_part(const struct lexicon *lexicon, struct slice part)
{
    return lexicon->part_slots > 0 && (all_roles_of(lexicon, part) & PART_LINKED) != 0;
}
