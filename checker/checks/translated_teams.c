/* Marks teams of America that were translated with their place beside them: "die Kansas-City-Häuptlinge", "die Kansas
 * City Häuptlinge", "die Häuptlinge aus Kansas City". The place tells which names are meant (dictionaries/tables/
 * teams.tsv), Ding what becomes of them; behind aus or von the sentence must speak of sport as well. */
#include "checks/literal_names.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "lexicon/analysis.h"

#include <string.h>

/* The name of a place as the table has it: "Kansas-City" is "Kansas City". */
static struct slice spaced(const struct check_run *run, struct slice text)
{
    char *copy = arena_array(run->issues->arena, text.len + 1, 1);

    for (size_t i = 0; i < text.len; i++)
        copy[i] = text.at[i] == '-' ? ' ' : text.at[i];
    return (struct slice){ copy, text.len };
}

/* Where the last hyphen of a word stands; 0 where it has none inside. */
static size_t last_hyphen(struct slice text)
{
    for (size_t i = text.len; i-- > 1;)
        if (text.at[i] == '-' && i + 1 < text.len)
            return i;
    return 0;
}

static const struct list_record *team_table(const struct check_run *run)
{
    return named_table(&run->context->lexicon, TABLE_TEAMS);
}

/* "Kansas" and "Kansas-City-Häuptlinge" begin with the first word of "Kansas City". */
bool begins_team_place(const struct check_run *run, size_t i)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct list_record *teams = team_table(run);
    struct slice word = text_at(run, i);
    const char *hyphen = memchr(word.at, '-', word.len);

    if (teams == NULL || !is_capitalised(token_at(run, i)))
        return false;
    if (hyphen != NULL)
        word = slice_between(word.at, hyphen);
    uint32_t first = teams->first, end = teams->first + teams->count;

    for (uint32_t low = first, high = end; low < high;) { /* keys ascend: the first that is not before the word */
        uint32_t middle = low + (high - low) / 2;

        if (slice_compare(lexicon_text(lexicon, lexicon->pairs[middle].key), word) < 0)
            first = low = middle + 1;
        else
            high = middle;
    }
    if (first >= end)
        return false;
    struct slice place = lexicon_text(lexicon, lexicon->pairs[first].key);

    return slice_starts(place, word) && (place.len == word.len || place.at[word.len] == ' ');
}

/* The lemma of a noun as it is written, which may be a part of a compound; the word itself where none is known. */
static struct slice noun_lemma_of(const struct check_run *run, struct slice noun, bool *plural)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    uint32_t form = lexicon_form(lexicon, noun);

    *plural = false;
    for (uint32_t i = 0; form != NO_ID && i < lexicon->forms[form].reading_count; i++) {
        const struct reading *reading = &lexicon->readings[lexicon->forms[form].first_reading + i];

        if (pos_of(reading->features) != POS_NOUN || reading->lemma == NO_ID)
            continue;
        *plural = (reading->features & NUMBER_PL) != 0;
        if (*plural)
            return lemma_text(lexicon, reading->lemma);
        noun = lemma_text(lexicon, reading->lemma);
    }
    return noun;
}

/* The team of the place whose name the noun renders; empty where none is. A cell with = is what Ding does not give for
 * the name before it. */
static struct slice team_of(const struct check_run *run, struct slice place, struct slice lemma)
{
    struct slice cell, team = { 0 };

    for (size_t column = 0; (cell = row_value(run, team_table(run), place, column)).len > 0; column++) {
        bool given = cell.at[0] == '=';

        if (!given)
            team = cell;
        if (given ? slice_equal(slice_from(cell, 1), lemma) : renders_lemma(run, cell, lemma))
            return team;
    }
    return (struct slice){ 0 };
}

static bool speaks_of_sport(const struct check_run *run, size_t i)
{
    for (size_t at = sentence_first(run, i); same_sentence(run, i, at); at++)
        if (is_kind_of(run, at, LIST_TEAM_SIGNS) || in_list(run, LIST_TEAM_NAMES, at))
            return true;
    return false;
}

static void report_team(const struct check_run *run, struct span span, struct slice place, struct slice team)
{
    suggest(run, report(run, "check/translated-team", span),
            arena_print(run->issues->arena, "%.*s %.*s", (int)place.len, place.at, (int)team.len, team.at));
}

/* "Kansas-City-Häuptlinge" */
static bool check_joined(const struct check_run *run, size_t i)
{
    struct slice text = text_at(run, i);
    size_t hyphen = last_hyphen(text);
    bool plural;

    if (hyphen == 0 || token_at(run, i)->kind != TOKEN_WORD)
        return false;
    struct slice place = spaced(run, (struct slice){ text.at, hyphen });
    struct slice lemma = noun_lemma_of(run, slice_from(text, hyphen + 1), &plural);
    struct slice team = team_of(run, place, lemma);

    if (team.len == 0 || !(plural || speaks_of_sport(run, i)))
        return false;
    report_team(run, token_at(run, i)->span, place, team);
    return true;
}

/* The longest place of the table that begins at the token; *last is where it ends. */
static struct slice place_at(const struct check_run *run, size_t i, size_t *last)
{
    enum { MOST_WORDS = 3 };
    struct slice place = { 0 };
    size_t count;

    for (size_t end = i; end < i + MOST_WORDS && same_sentence(run, i, end) && is_capitalised(token_at(run, end));
         end++) {
        struct slice name = spaced(run, text_of(run->doc, tokens_span(run, i, end)));

        if (pairs_of(&run->context->lexicon, team_table(run), name, &count) != NULL && count > 0) {
            place = name;
            *last = end;
        }
    }
    return place;
}

static bool is_plural_here(const struct check_run *run, size_t noun)
{
    return is_capitalised(token_at(run, noun)) && is_plural_noun(token_at(run, noun)) &&
           !is_english_token(token_at(run, noun));
}

/* "wer in Oregon Enten jagt": the place is where something happens, and no team's. */
static bool is_behind_in(const struct check_run *run, size_t i)
{
    return i > 0 && same_sentence(run, i - 1, i) && slice_equal(lower_at(run, i - 1), SLICE("in"));
}

/* "Kansas City Häuptlinge", "Häuptlinge aus Kansas City" */
static void check_beside(const struct check_run *run, size_t i)
{
    size_t last = i;
    struct slice place = place_at(run, i, &last), team;
    bool plural;

    if (place.len == 0)
        return;
    if (same_sentence(run, i, last + 1) && is_plural_here(run, last + 1) && !is_behind_in(run, i) &&
        (team = team_of(run, place, noun_lemma_of(run, text_at(run, last + 1), &plural))).len > 0) {
        report_team(run, tokens_span(run, i, last + 1), place, team);
        return;
    }
    if (i >= 2 && same_sentence(run, i - 2, i) && (text_is(run, i - 1, "aus") || text_is(run, i - 1, "von")) &&
        is_plural_here(run, i - 2) && speaks_of_sport(run, i) &&
        (team = team_of(run, place, noun_lemma_of(run, text_at(run, i - 2), &plural))).len > 0)
        report_team(run, tokens_span(run, i - 2, last), place, team);
}

void check_translated_teams(const struct check_run *run)
{
    for (size_t i = next_marked(run, MARK_TEAM_PLACE, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_TEAM_PLACE, i + 1))
        if (!check_joined(run, i))
            check_beside(run, i);
}
