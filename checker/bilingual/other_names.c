/* Marks another name: another first or last name beside the same other half, the only word that has nothing in the
 * English, another abbreviation. */
#include "bilingual/naming.h"

#include "bilingual/spelling.h"
#include "bilingual/wording.h"
#include "checks/places.h"
#include "lexicon/analysis.h"
#include "text/letters.h"

/* ---- names without an answer ---- */

/* A name of the English that nothing in the German answers to. */
static bool is_lost_name(const struct naming *n, uint32_t token)
{
    const struct english_word *word = &n->bilingual->words[token];

    return token >= n->english_first && token < n->english_end && is_capitalised(english_at(n, token)) &&
           (english_at(n, token)->flags & (TOKEN_ALL_CAPS | TOKEN_HYPHEN | TOKEN_DIGIT | TOKEN_ABBREVIATION)) == 0 &&
           word->link_count == 0 && (word->flags & ENGLISH_CONTENT) != 0 && english_text(n->bilingual, token).len >= 4;
}

/* A capital word that nothing in the English answers to. */
static bool is_unanswered(const struct naming *n, uint32_t token)
{
    return token >= n->german_first && token < n->german_end && is_capitalised(german_at(n, token)) &&
           n->bilingual->german[token].linked == LINK_NONE &&
           (german_at(n, token)->flags & (TOKEN_ALL_CAPS | TOKEN_HYPHEN | TOKEN_DIGIT | TOKEN_ABBREVIATION)) == 0;
}

/* "Krimoffensive": the end of a word that no dictionary has as a whole is a noun of six letters at least. */
static bool ends_in_word(const struct naming *n, uint32_t token)
{
    struct slice word = text_at(n->run, token);

    for (size_t from = 3; from + 6 <= word.len; from++) {
        struct slice rest = slice_from(word, from);

        if (starts_code_point(*rest.at) &&
            lexicon_form(n->bilingual->lexicon, with_initial(n->run->issues->arena, rest, true)) != NO_ID)
            return true;
    }
    return false;
}

/* "Elamische": an adjective with its ending, of whatever land or people. */
static bool is_adjective_of_people(const struct naming *n, uint32_t token)
{
    struct slice text = token_lower(german_at(n, token));

    for (size_t length = SLICE("e").len; length <= SLICE("en").len; length++)
        if (text.len > length && text.at[text.len - length] == 'e' &&
            slice_ends((struct slice){ text.at, text.len - length }, SLICE("isch")))
            return true;
    return false;
}

/* One that is a name, as far as the lexicon knows, and no form of a word in lower case. */
static bool is_stranger(const struct naming *n, uint32_t token)
{
    const struct token *at = german_at(n, token);

    if (!is_unanswered(n, token) || text_at(n->run, token).len < 3 || (at->analysis.flags & ANALYSIS_COMPOUND) != 0 ||
        lexicon_form(n->bilingual->lexicon, token_lower(at)) != NO_ID ||
        ((at->analysis.flags & ANALYSIS_KNOWN) == 0 && is_adjective_of_people(n, token)))
        return false;
    for (uint16_t i = 0; i < at->analysis.reading_count; i++)
        if (pos_of(at->analysis.readings[i].features) != POS_NAME)
            return false;
    return (at->analysis.flags & ANALYSIS_KNOWN) != 0 ||
           !(ends_in_word(n, token) || ends_as_noun(n->bilingual->lexicon, text_at(n->run, token)));
}

/* ---- another half of a person's name ---- */

/* The very same name on both sides. */
static bool is_copied(const struct naming *n, uint32_t english)
{
    const struct english_word *word = &n->bilingual->words[english];

    return is_capitalised(english_at(n, english)) && word->best != NO_ID && word->best_kind == LINK_NAME &&
           slice_equal(english_text(n->bilingual, english), text_at(n->run, word->best));
}

static bool is_first_name(const struct naming *n, uint32_t english)
{
    return token_in_list(n->bilingual->lexicon, LIST_ENGLISH_FIRST_NAMES, english_at(n, english));
}

/* A last name that is no German word; a first name that English has too: "Johannes" is German for "John". */
static bool is_other_half(const struct naming *n, uint32_t german, bool first_name)
{
    const struct token *at = german_at(n, german);

    if (!is_unanswered(n, german) || text_at(n->run, german).len < 2) /* "O 'Brien" */
        return false;
    if (first_name)
        return (at->analysis.flags & ANALYSIS_KNOWN) == 0 ||
               token_in_list(n->bilingual->lexicon, LIST_ENGLISH_FIRST_NAMES, at);
    return is_stranger(n, german) || (at->analysis.flags & ANALYSIS_KNOWN) == 0;
}

/* What German spells in its own way is no other name; slips of a letter or two count for first names only. */
static bool differs(const struct naming *n, uint32_t english, uint32_t german)
{
    struct slice name = english_text(n->bilingual, english);
    unsigned distance = name_distance(name, text_at(n->run, german));

    if (distance == 0)
        return false;
    return distance > 2 || is_first_name(n, english);
}

void check_other_halves(const struct naming *n)
{
    for (uint32_t i = n->english_first; i < n->english_end; i++) {
        uint32_t german = n->bilingual->words[i].best;

        if (!is_copied(n, i))
            continue;
        if (is_lost_name(n, i + 1) && is_other_half(n, german + 1, false) && !is_first_name(n, i + 1) &&
            differs(n, i + 1, german + 1))
            mark_name(n, "bilingual/other-name", german_at(n, german + 1)->span, english_text(n->bilingual, i + 1));
        else if (i > n->english_first && german > n->german_first && is_lost_name(n, i - 1) &&
                 is_first_name(n, i - 1) && is_other_half(n, german - 1, true) && differs(n, i - 1, german - 1))
            mark_name(n, "bilingual/other-name", german_at(n, german - 1)->span, english_text(n->bilingual, i - 1));
    }
}

/* ---- the only stranger ---- */

/* The words before the two translate each other, or are prepositions that do. */
static bool stand_alike(const struct naming *n, uint32_t english, uint32_t german)
{
    struct slice before, german_before;

    if (english == n->english_first || german == n->german_first)
        return english == n->english_first && german == n->german_first;
    if (n->bilingual->words[english - 1].best == german - 1)
        return n->bilingual->words[english - 1].best_kind >= LINK_PART;
    before = preposition_before(n, n->bilingual->english, english, n->english_first);
    german_before = preposition_before(n, n->run->doc, german, n->german_first);
    return before.len > 0 && same_preposition(n, before, german_before);
}

/* "Francis" and "Franziskus". */
static bool begin_alike(struct slice a, struct slice b)
{
    return a.len >= 3 && b.len >= 3 && memcmp(a.at, b.at, 3) == 0;
}

/* "MEPs": German may spell it out. */
static bool is_acronym(struct slice word)
{
    return word.len > 1 && word.at[1] >= 'A' && word.at[1] <= 'Z';
}

/* A name of the English that no dictionary has as a word. */
static bool is_sure_name(const struct naming *n, uint32_t token)
{
    const struct english_record *record = n->bilingual->words[token].record;

    return is_lost_name(n, token) && !is_acronym(english_text(n->bilingual, token)) &&
           (record == NULL || record->common == 0);
}

void check_only_stranger(const struct naming *n)
{
    uint32_t lost = NO_ID, stranger = NO_ID;

    for (uint32_t i = n->english_first; i < n->english_end; i++) {
        if (!is_sure_name(n, i))
            continue;
        if (lost != NO_ID)
            return;
        lost = i;
    }
    for (uint32_t i = n->german_first; i < n->german_end && lost != NO_ID; i++) {
        if (!is_stranger(n, i))
            continue;
        if (stranger != NO_ID)
            return;
        stranger = i;
    }
    if (lost == NO_ID || stranger == NO_ID || german_place(n, stranger) != NULL || /* "Irland" for Irish */
        !(n->passage->linked + 1 >= n->passage->content || stand_alike(n, lost, stranger)) ||
        begin_alike(english_text(n->bilingual, lost), text_at(n->run, stranger)) ||
        is_other_plural(english_text(n->bilingual, lost), text_at(n->run, stranger)) ||
        name_distance(english_text(n->bilingual, lost), text_at(n->run, stranger)) < 4)
        return;
    mark_name(n, "bilingual/other-name", german_at(n, stranger)->span, english_text(n->bilingual, lost));
}

/* ---- abbreviations ---- */

/* A German abbreviation of the table: in the row of any English one. */
static bool is_known_acronym(const struct naming *n, struct slice text)
{
    return holds_value(n->bilingual->lexicon, &n->bilingual->lexicon->pairs[n->acronyms->first], n->acronyms->count,
                       text);
}

/* Some English abbreviation of the sentence is this German one. */
static bool has_acronym_for(const struct naming *n, struct slice german)
{
    for (uint32_t i = n->english_first; i < n->english_end; i++) {
        struct slice text = english_text(n->bilingual, i);
        size_t count;
        const struct pair_record *row = pairs_of_token(n->bilingual->lexicon, n->acronyms, english_at(n, i), &count);

        if (slice_equal(text, german) || holds_value(n->bilingual->lexicon, row, count, german))
            return true;
    }
    return false;
}

static bool is_rendered_acronym(const struct naming *n, const struct pair_record *row, size_t count, uint32_t english)
{
    for (uint32_t i = n->german_first; i < n->german_end; i++) {
        struct slice text = text_at(n->run, i);

        for (size_t j = 0; j < count; j++)
            if (slice_starts(text, lexicon_text(n->bilingual->lexicon, row[j].value)))
                return true;
        if (slice_starts(text, english_text(n->bilingual, english)))
            return true;
    }
    return false;
}

void check_acronyms(const struct naming *n)
{
    for (uint32_t i = n->english_first; n->acronyms != NULL && i < n->english_end; i++) {
        size_t count;
        const struct pair_record *row = pairs_of_token(n->bilingual->lexicon, n->acronyms, english_at(n, i), &count);

        if (row == NULL || is_rendered_acronym(n, row, count, i))
            continue;
        for (uint32_t j = n->german_first; j < n->german_end; j++)
            if ((german_at(n, j)->flags & TOKEN_ALL_CAPS) != 0 && is_known_acronym(n, text_at(n->run, j)) &&
                !has_acronym_for(n, text_at(n->run, j))) {
                mark_name(n, "bilingual/other-name", german_at(n, j)->span,
                          lexicon_text(n->bilingual->lexicon, row[0].value));
                return;
            }
    }
}
