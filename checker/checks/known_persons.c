/* Marks well-known persons whose surname was translated: "Emma Stein" for Emma Stone, "Neil Jung" for Neil Young. Whom
 * we know stands in dictionaries/tables/known-persons.tsv; what dictionaries make of the surname is found here. Where
 * that is a German surname as well ("Steve Koch"), the field that the person is known for must stand near; where the
 * first name could be German, too ("Tim Koch"), a word that goes with this person alone. */
#include "checks/literal_names.h"
#include "checks/places.h"
#include "lexicon/analysis.h"

/* The token of the first name before the surname at i, initials between them ("George W. Busch"); i where none is. */
static size_t first_name_before(const struct check_run *run, size_t i)
{
    size_t at = i;

    while (at > 0 && i - at < 3 && same_sentence(run, at - 1, i)) {
        at--;
        if (text_is(run, at, ".") || (text_at(run, at).len <= 2 && (token_at(run, at)->flags & TOKEN_CAPITAL) != 0))
            continue;
        return may_be_name(token_at(run, at)) ? at : i;
    }
    return i;
}

/* The first of the words between the bars that is a field's company, or one of the person's own. */
static bool is_known_for(const struct check_run *run, struct slice known_for, size_t token, bool own_only)
{
    struct slice word;

    while (take_part(&known_for, '|', &word)) {
        struct slice company = table_value(run, TABLE_PERSON_FIELDS, word, 0);

        if (company.len == 0 ? has_company(run, word, token) : !own_only && has_company(run, company, token))
            return true;
    }
    return false;
}

/* A first name that is a word as well ("Will", "Grace", "Mark") is sure only inside a sentence. */
static bool is_sure_first_name(const struct check_run *run, size_t first)
{
    const struct token *token = token_at(run, first);

    return (token->flags & TOKEN_SENTENCE_START) == 0 ||
           !(token_is(token, POS_VERB) || token_is(token, POS_AUXILIARY) || token_is(token, POS_NOUN));
}

static bool is_meant(const struct check_run *run, size_t first, size_t i, struct slice known_for)
{
    bool is_surname = is_german_surname(run, i);

    if (!is_surname && is_sure_first_name(run, first))
        return true;
    return is_known_for(run, known_for, i, is_surname && in_list(run, LIST_GERMAN_FIRST_NAMES, first));
}

/* "Bernard Mannes Baruch": what stands there is a name before the surname. */
static bool goes_on(const struct check_run *run, size_t i)
{
    return same_sentence(run, i, i + 1) && may_be_name(token_at(run, i + 1)) &&
           !token_is(token_at(run, i + 1), POS_NOUN);
}

static void check_person(const struct check_run *run, const struct list_record *persons, size_t i)
{
    size_t first = first_name_before(run, i), count;

    if (first == i ||
        !set_holds(token_at(run, first)->type->listed, run->context->lexicon.table_numbers[TABLE_KNOWN_PERSONS]) ||
        goes_on(run, i))
        return;
    const struct pair_record *row = pairs_of(&run->context->lexicon, persons, text_at(run, first), &count);

    for (size_t n = 0; n + 1 < count; n += 2) {
        struct slice surname = lexicon_text(&run->context->lexicon, row[n].value);

        if (slice_equal(surname, text_at(run, i)))
            return; /* this is one of the persons of that name */
        if (renders_name(run, surname, i) &&
            is_meant(run, first, i, lexicon_text(&run->context->lexicon, row[n + 1].value))) {
            suggest(run, report(run, "check/known-person", token_at(run, i)->span), surname);
            return;
        }
    }
}

void check_known_persons(const struct check_run *run)
{
    const struct list_record *persons = named_table(&run->context->lexicon, TABLE_KNOWN_PERSONS);

    for (size_t i = 1; persons != NULL && i < run->doc->token_count; i++)
        if (may_be_name(token_at(run, i)) && (token_at(run, i)->flags & TOKEN_SENTENCE_START) == 0 &&
            ((token_at(run, i - 1)->flags & TOKEN_CAPITAL) != 0 || text_is(run, i - 1, ".")))
            check_person(run, persons, i);
}
