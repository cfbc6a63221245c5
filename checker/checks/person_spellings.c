/* Marks a surname that comes back in another spelling: "Marek Kowalczyk … Kovalchik". It must have stood with its given
 * name; a surname of the same sound that has a given name of its own is another person. */
#include "checks/choices.h"
#include "checks/compounds.h"
#include "checks/literal_names.h"
#include "checks/places.h"
#include "checks/sounds.h"
#include "lexicon/analysis.h"

enum {
    MIN_SURNAME = 6,
    MAX_DIFFERENCE = 4, /* bytes between two spellings */
    ARTICLE = 1500,     /* tokens within which a person is spoken of */
};

static bool is_given_name(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);

    if ((token->flags & TOKEN_CAPITAL) == 0 || token->kind != TOKEN_WORD)
        return false;
    return is_first_name(&run->context->lexicon, token) ||
           (!token_is(token, POS_NOUN) && (token_is(token, POS_NAME) || (token->analysis.flags & ANALYSIS_KNOWN) == 0));
}

/* Length and letters first: most tokens are none. */
static bool may_be_surname(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);

    return token->kind == TOKEN_WORD && (token->flags & TOKEN_CAPITAL) != 0 &&
           (token->flags & (TOKEN_ALL_CAPS | TOKEN_DIGIT | TOKEN_HYPHEN | TOKEN_QUOTED)) == 0 &&
           token->span.end - token->span.start >= MIN_SURNAME && may_be_name(token) &&
           ((token->analysis.flags & ANALYSIS_KNOWN) == 0 || token_is(token, POS_NAME) || is_german_surname(run, i));
}

static bool has_given_name(const struct check_run *run, size_t i)
{
    return i > 0 && same_sentence(run, i - 1, i) && is_given_name(run, i - 1);
}

/* The names are the same but for an ending of inflection. */
static bool is_same_name(struct slice one, struct slice other)
{
    struct slice shorter = one.len < other.len ? one : other, longer = one.len < other.len ? other : one;

    return slice_starts(longer, shorter);
}

static bool sound_alike(const struct check_run *run, struct slice one, struct slice other)
{
    size_t shorter = one.len < other.len ? one.len : other.len;

    if (one.at[0] != other.at[0] || one.len + other.len - 2 * shorter > MAX_DIFFERENCE || is_same_name(one, other))
        return false;
    struct slice sound = sound_of(run, one), heard = sound_of(run, other);

    if (heard.len == sound.len + 1 && heard.at[sound.len] == 's') /* a genitive */
        heard.len--;
    return slice_equal(sound, heard);
}

/* The surnames of a document, in order. */
struct surnames {
    struct surname {
        size_t token;
        bool has_given_name;
    } * items;
    size_t count, capacity;
};

static struct surnames surnames_of(const struct check_run *run)
{
    struct arena *arena = run->issues->arena;
    struct surnames names = { NULL, 0, 0 };

    for (size_t i = 1; i < run->doc->token_count; i++) {
        if (!may_be_surname(run, i))
            continue;
        names.items = arena_grow(arena, names.items, names.count, &names.capacity, sizeof *names.items);
        names.items[names.count++] = (struct surname){ i, has_given_name(run, i) };
    }
    return names;
}

static bool is_person_elsewhere(const struct check_run *run, const struct surnames *names, struct slice name)
{
    for (size_t n = 0; n < names->count; n++)
        if (names->items[n].has_given_name && is_same_name(text_at(run, names->items[n].token), name))
            return true;
    return false;
}

/* The first place in the article behind the person where its name comes back alone, spelt in another way; 0 where none
 * is. */
static size_t other_spelling(const struct check_run *run, const struct surnames *names, size_t person)
{
    size_t first = names->items[person].token;

    for (size_t n = person + 1; n < names->count && names->items[n].token - first < ARTICLE; n++) {
        struct slice other = text_at(run, names->items[n].token);

        if (!names->items[n].has_given_name && sound_alike(run, text_at(run, first), other) &&
            !is_person_elsewhere(run, names, other))
            return names->items[n].token;
    }
    return 0;
}

void check_person_spellings(const struct check_run *run)
{
    const struct rule_info *rule = rule_named(&run->context->rules, SLICE("check/two-names"));
    struct surnames names = surnames_of(run);

    for (size_t n = 0; n < names.count; n++) {
        size_t i = names.items[n].token, other = names.items[n].has_given_name ? other_spelling(run, &names, n) : 0;

        if (other == 0)
            continue;
        struct slice sound = sound_of(run, text_at(run, i));

        choose(run->issues, rule, sound, text_at(run, i), token_at(run, i)->span);
        choose(run->issues, rule, sound, text_at(run, other), token_at(run, other)->span);
    }
}
