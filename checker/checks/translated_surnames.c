/* Marks surnames that were translated of persons whom no table knows: a German word in the place of one behind an
 * English first name and an office ("die Senatorin Ashley Kleinholz"), and at the second mention ("Jane Smallwood … .
 * Kleinholz sagte"), where a noun without article stands for a rendering of the surname named before. */
#include "checks/literal_names.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"

enum { MOST_SURNAMES = 40 };

static bool is_behind_first_name(const struct check_run *run, size_t i)
{
    return i > 0 && same_sentence(run, i - 1, i) && may_be_name(token_at(run, i - 1)) &&
           in_list(run, LIST_ENGLISH_FIRST_NAMES, i - 1);
}

/* A word that German has as a noun or an adjective, and neither as a name nor English as anything. */
static bool is_german_word(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);

    return (token_is(token, POS_NOUN) || form_is(&run->context->lexicon, token_lower(token), POS_ADJECTIVE)) &&
           !token_is(token, POS_NAME) && !is_english_token(token);
}

/* "Senatorin", "Schauspieler" */
static bool is_person(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);

    for (uint32_t n = 0; n < token->analysis.reading_count; n++)
        if (pos_of(token->analysis.readings[n].features) == POS_NOUN &&
            (run->context->lexicon.lemmas[token->analysis.readings[n].lemma].flags & LEMMA_PERSON) != 0)
            return true;
    return false;
}

static bool ends_name(const struct check_run *run, size_t i)
{
    return !same_sentence(run, i, i + 1) || !may_be_name(token_at(run, i + 1));
}

/* The word is what a surname is rendered as that English is known to have. Looked for where all else fits, so rarely.
 */
static bool renders_a_surname(const struct check_run *run, size_t i)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct list_record *persons = named_table(lexicon, TABLE_KNOWN_PERSONS);

    for (uint32_t n = 0; persons != NULL && n + 1 < persons->count; n += 2) /* the surname, then the field */
        if (renders_name(run, lexicon_text(lexicon, lexicon->pairs[persons->first + n].value), i))
            return true;
    return false;
}

/* "die Senatorin Ashley Strähnen": the first name is none of German. */
static void check_first_mention(const struct check_run *run, size_t i)
{
    if (i >= 2 && same_sentence(run, i - 2, i) && is_person(run, i - 2) &&
        !in_list(run, LIST_GERMAN_FIRST_NAMES, i - 1) && ends_name(run, i) && is_german_word(run, i) &&
        !is_german_surname(run, i) && renders_a_surname(run, i))
        report(run, "check/translated-surname", token_at(run, i)->span);
}

/* "Tiger Woods": the given name is a word, but the person is known. */
static bool is_known_person(const struct check_run *run, size_t i)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    size_t count = 0;

    if (i == 0 || !same_sentence(run, i - 1, i) || !may_be_name(token_at(run, i - 1)))
        return false;
    const struct pair_record *pairs =
        pairs_of(lexicon, named_table(lexicon, TABLE_KNOWN_PERSONS), text_at(run, i - 1), &count);

    for (size_t n = 0; n < count; n += 2) /* the surname, then the field */
        if (slice_equal(lexicon_text(lexicon, pairs[n].value), text_at(run, i)))
            return true;
    return false;
}

/* A surname that German has no word for, and that may be rendered by parts or as a whole. */
static bool is_english_surname(const struct check_run *run, size_t i)
{
    return may_be_name(token_at(run, i)) && text_at(run, i).len >= 4 && !token_is(token_at(run, i), POS_NOUN) &&
           (is_behind_first_name(run, i) || is_known_person(run, i)) && !is_german_surname(run, i);
}

static size_t find_surnames(const struct check_run *run, size_t surnames[MOST_SURNAMES])
{
    size_t count = 0;

    for (size_t i = 1; i < run->doc->token_count && count < MOST_SURNAMES; i++)
        if (is_english_surname(run, i))
            surnames[count++] = i;
    return count;
}

static bool may_stand_before_name(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);

    return token->kind != TOKEN_WORD ||
           ((token->flags & TOKEN_CAPITAL) == 0 && !token_is(token, POS_DETERMINER) &&
            !token_is(token, POS_ADJECTIVE) && !token_is(token, POS_NUMERAL) && !token_is(token, POS_PREPOSITION));
}

/* The verb may have the noun as its subject: one that may be a plural only in the singular ("Wälder hatte gewonnen").
 */
static bool may_be_subject_of(const struct check_run *run, size_t noun, size_t verb)
{
    return !is_plural_noun(token_at(run, noun)) || third_person_numbers(token_at(run, verb)) == NUMBER_SG;
}

/* A noun without article, beside the verb whose subject it is. */
static bool stands_as_subject(const struct check_run *run, size_t i)
{
    bool starts = i == 0 || !same_sentence(run, i - 1, i);

    if (!may_be_name(token_at(run, i)) || !is_german_word(run, i) || (!starts && !may_stand_before_name(run, i - 1)))
        return false;
    if (same_sentence(run, i, i + 1) && (token_at(run, i + 1)->flags & TOKEN_CAPITAL) == 0 &&
        is_surely_finite(token_at(run, i + 1)))
        return may_be_subject_of(run, i, i + 1);
    return !starts && token_is_finite(token_at(run, i - 1)) && may_be_subject_of(run, i, i - 1) &&
           has_lemma_of(&run->context->lexicon, token_at(run, i - 1), LIST_VERBS_OF_SAYING);
}

/* Somebody else in the document has this name: "Anna Kleinholz". */
static bool is_named_in_full(const struct check_run *run, struct slice surname)
{
    for (size_t i = 1; i < run->doc->token_count; i++)
        if (slice_equal(text_at(run, i), surname) && is_behind_first_name(run, i))
            return true;
    return false;
}

static void check_second_mention(const struct check_run *run, const size_t surnames[], size_t count, size_t i)
{
    for (size_t n = 0; n < count; n++) {
        struct slice surname = text_at(run, surnames[n]);

        if (!renders_name(run, surname, i) || is_named_in_full(run, text_at(run, i)))
            continue;
        suggest(run, report(run, "check/translated-surname", token_at(run, i)->span), surname);
        return;
    }
}

void check_translated_surnames(const struct check_run *run)
{
    size_t surnames[MOST_SURNAMES], count = find_surnames(run, surnames);

    for (size_t i = 0; i < run->doc->token_count; i++) {
        if (!may_be_name(token_at(run, i)))
            continue;
        if (is_behind_first_name(run, i))
            check_first_mention(run, i);
        else if (count > 0 && stands_as_subject(run, i))
            check_second_mention(run, surnames, count, i);
    }
}
