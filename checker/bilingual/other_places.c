/* Marks another place: another country or city, the adjective of another country. */
#include "bilingual/naming.h"

#include "bilingual/wording.h"
#include "checks/places.h"
#include "text/unicode.h"

/* ---- the table of demonyms ---- */

/* A row of the table of demonyms. */
enum { GERMAN_ADJECTIVE, ENGLISH_START, GERMAN_START, OTHER_GERMAN_START, DEMONYM_VALUES };

static struct slice value_of(const struct naming *n, const struct pair_record *row, size_t value)
{
    return lexicon_text(n->bilingual->lexicon, row[value].value);
}

static const struct pair_record *demonym_row(const struct naming *n, size_t row)
{
    return &n->bilingual->lexicon->pairs[n->demonyms->first + row * DEMONYM_VALUES];
}

/* The place has a row of demonyms: it is no city. */
static bool is_country(const struct naming *n, const struct pair_record *place)
{
    struct slice name = lower_case(n->run->issues->arena, value_of(n, place, 0));

    for (size_t i = 0; n->demonyms != NULL && i < n->demonyms->count / DEMONYM_VALUES; i++)
        if (slice_starts(name, value_of(n, demonym_row(n, i), GERMAN_START)))
            return true;
    return false;
}

/* ---- countries and cities ---- */

static bool same_place(const struct naming *n, const struct pair_record *a, const struct pair_record *b)
{
    return slice_equal(lexicon_text(n->bilingual->lexicon, a->value), lexicon_text(n->bilingual->lexicon, b->value));
}

/* A word for the place stands in the German; "Nigeria" is none for Niger. */
static bool is_place_kept(const struct naming *n, const struct pair_record *place)
{
    for (uint32_t i = n->german_first; i < n->german_end; i++) {
        const struct pair_record *other;

        if (slice_starts(token_lower(german_at(n, i)), lexicon_text(n->bilingual->lexicon, place[2].value)) &&
            ((other = german_place(n, i)) == NULL || same_place(n, other, place)))
            return true;
    }
    return false;
}

/* The same for a German place and the English. */
static bool is_place_given(const struct naming *n, const struct pair_record *place)
{
    for (uint32_t i = n->english_first; i < n->english_end; i++) {
        const struct pair_record *other;

        if (slice_starts(token_lower(english_at(n, i)), lexicon_text(n->bilingual->lexicon, place[1].value)) &&
            ((other = english_place(n, i)) == NULL || same_place(n, other, place)))
            return true;
    }
    return false;
}

/* The place has a link to something that is no other place, and is more than spelled alike. */
static bool is_rendered_place(const struct naming *n, uint32_t english, const struct pair_record *place)
{
    const struct english_word *word = &n->bilingual->words[english];

    for (uint32_t i = 0; i < word->link_count; i++) {
        const struct link *link = &n->bilingual->links[word->first_link + i];
        const struct pair_record *other = german_place(n, link->german);

        if (link->kind != LINK_COGNATE && (other == NULL || same_place(n, other, place)))
            return true;
    }
    return false;
}

/* An English word besides the one has the German word as its own. */
static bool has_other_link(const struct naming *n, uint32_t german, uint32_t english)
{
    for (uint32_t i = n->english_first; i < n->english_end; i++)
        if (i != english && link_between(n->bilingual, i, german) >= LINK_DICTIONARY)
            return true;
    return false;
}

void check_other_places(const struct naming *n)
{
    for (uint32_t i = n->english_first; n->places != NULL && i < n->english_end; i++) {
        const struct pair_record *lost = english_place(n, i);

        if (lost == NULL || is_rendered_place(n, i, lost) || is_place_kept(n, lost))
            continue;
        for (uint32_t j = n->german_first; j < n->german_end; j++) {
            const struct pair_record *found = german_place(n, j);

            if (found == NULL || same_place(n, found, lost) || has_other_link(n, j, i) ||
                is_country(n, found) != is_country(n, lost) || /* "Bagdad" for the government of Iraq */
                is_place_given(n, found))
                continue;
            mark_name(n, "bilingual/other-name", german_at(n, j)->span,
                      lexicon_text(n->bilingual->lexicon, lost[0].value));
            return;
        }
    }
}

/* ---- adjectives of countries ---- */

/* A word of the tokens [first, end) begins so. */
static bool has_start(const struct document *doc, uint32_t first, uint32_t end, struct slice start)
{
    for (uint32_t i = first; i < end; i++)
        if (slice_starts(token_lower(&doc->tokens[i]), start))
            return true;
    return false;
}

/* "Slovak": the row of the adjective that nothing in the German renders. */
static const struct pair_record *lost_demonym(const struct naming *n, uint32_t english)
{
    size_t count;
    const struct pair_record *row =
        is_capitalised(english_at(n, english))
            ? pairs_of(n->bilingual->lexicon, n->demonyms, english_text(n->bilingual, english), &count)
            : NULL;

    if (row == NULL || count != DEMONYM_VALUES ||
        has_start(n->run->doc, n->german_first, n->german_end, value_of(n, row, GERMAN_START)) ||
        has_start(n->run->doc, n->german_first, n->german_end, value_of(n, row, OTHER_GERMAN_START)))
        return NULL;
    return row;
}

/* "slowenischen": the adjective of a country, with an ending. */
static bool is_demonym(const struct naming *n, uint32_t german)
{
    struct slice text = token_lower(german_at(n, german));

    for (size_t i = 0; i < n->demonyms->count / DEMONYM_VALUES; i++) {
        struct slice stem = value_of(n, demonym_row(n, i), GERMAN_ADJECTIVE);

        if (slice_starts(text, stem) && text.len <= stem.len + SLICE("en").len)
            return true;
    }
    return false;
}

/* Something in the English answers to the German adjective: the country, its people, another of its adjectives. */
static bool has_country_for(const struct naming *n, uint32_t german)
{
    struct slice text = token_lower(german_at(n, german));

    for (size_t i = 0; i < n->demonyms->count / DEMONYM_VALUES; i++) {
        const struct pair_record *row = demonym_row(n, i);

        if (slice_starts(text, value_of(n, row, GERMAN_ADJECTIVE)) &&
            has_start(n->bilingual->english, n->english_first, n->english_end, value_of(n, row, ENGLISH_START)))
            return true;
    }
    return false;
}

void check_demonyms(const struct naming *n)
{
    const struct pair_record *lost = NULL;
    uint32_t stranger = NO_ID;

    for (uint32_t i = n->english_first; n->demonyms != NULL && lost == NULL && i < n->english_end; i++)
        lost = lost_demonym(n, i);
    for (uint32_t i = n->german_first; lost != NULL && i < n->german_end; i++) {
        if (german_at(n, i)->kind != TOKEN_WORD || !is_demonym(n, i) || has_country_for(n, i))
            continue;
        if (stranger != NO_ID)
            return;
        stranger = i;
    }
    if (stranger != NO_ID)
        mark_name(n, "bilingual/other-name", german_at(n, stranger)->span, (struct slice){ 0 });
}
