/* Constructions that show a sense with certainty: "entertain the idea", "was charged with murder", "the late Mr Smith".
 *
 * There is no parse of the English. An object is looked for behind its verb up to a preposition, before it where a form
 * of "be" or a relative pronoun stands between; so passives and relative clauses count, and what stands farther away
 * or behind a comma does not. */
#include "bilingual/sense_company.h"

#include "bilingual/wording.h"
#include "text/letters.h"

enum {
    FRAME_WORDS = 8,
    MOST_BETWEEN = 4, /* words that "..." may stand for */
    REACH = 6,        /* tokens from the word to what is close to it */
    AUXILIARY_REACH = 3,
};

/* ---- words ---- */

static const struct token *english_token(const struct sense_place *place, uint32_t token)
{
    return &place->bilingual->english->tokens[token];
}

bool is_of_field(const struct sense_place *place, uint32_t token, struct text_ref field)
{
    const struct word_type *type = english_token(place, token)->type;

    for (size_t i = 0; i < type->field_count; i++)
        if (type->fields[i].value.at == field.at && type->fields[i].value.len == field.len)
            return true;
    return false;
}

/* The same for a field by name. */
static bool is_in_field(const struct sense_place *place, uint32_t token, struct slice field)
{
    const struct word_type *type = english_token(place, token)->type;

    for (size_t i = 0; i < type->field_count; i++)
        if (slice_equal(lexicon_text(place->bilingual->lexicon, type->fields[i].value), field))
            return true;
    return false;
}

bool is_companion(const struct sense_place *place, uint32_t token, const struct sense_item *companion)
{
    return holds_spelling(&english_token(place, token)->type->spellings, companion->spelling) &&
           english_is(place->bilingual, token, lexicon_text(place->bilingual->lexicon, companion->text));
}

bool is_key_word(const struct sense_place *place, uint32_t token)
{
    return token == place->word || token == place->last ||
           slice_equal(token_lower(english_token(place, token)), token_lower(english_token(place, place->word)));
}

static bool is_name(const struct sense_place *place, uint32_t token)
{
    const struct token *name = english_token(place, token);

    return name->kind == TOKEN_WORD && (name->flags & TOKEN_CAPITAL) != 0 &&
           ((name->flags & TOKEN_SENTENCE_START) == 0 || (place->bilingual->words[token].flags & ENGLISH_NAME) != 0);
}

/* "%person" a field, "$name" any name, "0" a number, "*" any word, else the word in all its forms. */
static bool fits_target(const struct sense_place *place, uint32_t token, struct slice target)
{
    if (slice_starts(target, SLICE("%")))
        return is_in_field(place, token, slice_from(target, 1));
    if (slice_equal(target, SLICE("$name")))
        return is_name(place, token);
    if (slice_equal(target, SLICE("0")))
        return english_token(place, token)->kind == TOKEN_NUMBER;
    if (slice_equal(target, SLICE("*")))
        return english_token(place, token)->kind == TOKEN_WORD;
    /* The dictionary has "only" as a form of "on". */
    if (slice_ends(token_lower(english_token(place, token)), SLICE("ly")) && !slice_ends(target, SLICE("ly")))
        return false;
    return english_is(place->bilingual, token, target);
}

/* ---- frames ---- */

static bool is_skipped(struct slice word)
{
    return slice_equal(word, SLICE("..."));
}

/* The word of a frame at the token; *next receives the token behind it. */
static bool fits_step(const struct sense_place *place, uint32_t token, struct slice word, uint32_t *next)
{
    if (token >= place->english_end)
        return false;
    *next = token + 1;
    if (!slice_equal(word, SLICE("~")))
        return fits_target(place, token, word);
    if (place->last == place->word + 1)
        *next = place->last + 1;
    return token == place->word;
}

static bool fits_frame_from(const struct sense_place *place, uint32_t token, const struct slice *words, size_t count)
{
    uint32_t skip = 0, next;

    for (size_t i = 0; i < count; i++) {
        if (is_skipped(words[i])) {
            skip = MOST_BETWEEN;
            continue;
        }
        while (token < place->english_end && skip > 0 && !fits_step(place, token, words[i], &next) &&
               english_token(place, token)->kind != TOKEN_PUNCTUATION) {
            token++;
            skip--;
        }
        if (!fits_step(place, token, words[i], &next))
            return false;
        token = next;
        skip = 0;
    }
    return true;
}

/* "~ of 0", "late ~", "%disease ... ~": words side by side with the word itself. */
static bool fits_frame(const struct sense_place *place, struct slice frame)
{
    struct slice words[FRAME_WORDS];
    size_t count = 0;

    while (count < FRAME_WORDS && take_part(&frame, ' ', &words[count]))
        count++;
    uint32_t before = (uint32_t)count + 2 * MOST_BETWEEN;
    uint32_t first = place->word > place->english + before ? place->word - before : place->english;

    for (uint32_t i = first; i <= place->word; i++)
        if (fits_frame_from(place, i, words, count))
            return true;
    return false;
}

/* ---- objects, subjects, words close by ---- */

static bool is_pause(const struct sense_place *place, uint32_t token)
{
    return english_token(place, token)->kind == TOKEN_PUNCTUATION;
}

/* Before the token, no farther than REACH and behind the last comma. */
static bool stands_before(const struct sense_place *place, uint32_t token, struct slice target)
{
    for (uint32_t i = token, left = REACH; i > place->english && left > 0 && !is_pause(place, i - 1); i--, left--)
        if (fits_target(place, i - 1, target))
            return true;
    return false;
}

/* Behind the token, up to a comma or, where asked for, a preposition or conjunction. */
static bool stands_behind(const struct sense_place *place, uint32_t token, struct slice target, bool in_phrase)
{
    for (uint32_t i = token + 1, left = REACH; i < place->english_end && left > 0 && !is_pause(place, i); i++, left--) {
        if (i == place->last)
            continue;
        if (fits_target(place, i, target))
            return true;
        if (in_phrase && is_in_field(place, i, SLICE("stop")))
            return false;
    }
    return false;
}

/* The form of "be" or the relative pronoun before the verb; place->word: none. */
static uint32_t auxiliary_before(const struct sense_place *place)
{
    for (uint32_t i = place->word, left = AUXILIARY_REACH; i > place->english && left > 0; i--, left--)
        if (is_in_field(place, i - 1, SLICE("be")) || is_in_field(place, i - 1, SLICE("relative")))
            return i - 1;
    return place->word;
}

static bool has_object(const struct sense_place *place, struct slice target)
{
    uint32_t auxiliary = auxiliary_before(place);
    uint32_t behind = place->last + 1;

    if (stands_behind(place, place->word, target, true))
        return true;
    if (auxiliary < place->word)
        return stands_before(place, auxiliary, target);
    return behind < place->english_end && english_is(place->bilingual, behind, SLICE("by")) &&
           stands_before(place, place->word, target);
}

/* The words of an item that is written so. */
static bool holds_as_written(const struct sense_place *place, struct slice item)
{
    struct slice target = slice_from(item, 1);

    switch (item.at[0]) {
    case '>':
        return has_object(place, target);
    case '<':
        return stands_before(place, place->word, target);
    case '&':
        return stands_before(place, place->word, target) || stands_behind(place, place->word, target, false);
    case '^':
        return slice_equal(token_lower(english_token(place, place->word)), target);
    default:
        return fits_frame(place, item);
    }
}

bool construction_holds(const struct sense_place *place, const struct sense_item *item)
{
    return (item->spelling == NO_SPELLING || holds_spelling(&place->passage->spellings, item->spelling)) &&
           holds_as_written(place, lexicon_text(place->bilingual->lexicon, item->text));
}
