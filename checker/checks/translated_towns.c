/* Marks towns that were translated as if they were words: "Studierende aus Bad und Bristol" (Bath), "in Handy, Alabama"
 * (Mobile). A noun without article behind a preposition of place, with other places of the English-speaking world as
 * company; which towns have a word for a name stands in dictionaries/tables/word-towns.tsv. */
#include "checks/literal_names.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"

static bool is_capital(const struct check_run *run, size_t i)
{
    return token_at(run, i)->kind == TOKEN_WORD &&
           (token_at(run, i)->flags & (TOKEN_CAPITAL | TOKEN_ALL_CAPS | TOKEN_QUOTED)) == TOKEN_CAPITAL;
}

/* Without one in the text nothing is a town. */
bool is_english_place(const struct check_run *run, size_t i)
{
    return in_list(run, LIST_ENGLISH_PLACES, i);
}

static bool is_place(const struct check_run *run, size_t origin, size_t i)
{
    return same_sentence(run, origin, i) && is_english_place(run, i);
}

static bool is_link(const struct check_run *run, size_t i)
{
    static const char *const links[] = { "und", "oder", "sowie", "nach", "bis", "in", ",", "–", "-", "bei" };

    for (size_t n = 0; n < sizeof links / sizeof *links; n++)
        if (text_is(run, i, links[n]))
            return true;
    return false;
}

/* "Bad und Bristol", "Bristol und Bad", "Handy, Alabama" */
static bool is_beside_place(const struct check_run *run, size_t first, size_t last)
{
    if (same_sentence(run, first, last + 1) && is_link(run, last + 1) && is_place(run, first, last + 2))
        return true;
    return first >= 2 && same_sentence(run, first - 2, first) && is_link(run, first - 1) &&
           (is_place(run, first, first - 2) || (first >= 3 && is_place(run, first, first - 3)));
}

static bool has_place(const struct check_run *run, size_t i)
{
    for (size_t at = sentence_first(run, i); same_sentence(run, i, at); at++)
        if (is_place(run, i, at))
            return true;
    return false;
}

/* "in", "aus", "nach": no article in it, none behind it. */
static bool is_behind_preposition(const struct check_run *run, size_t i)
{
    static const char *const prepositions[] = { "in",       "aus", "nach", "bei", "von",
                                                "zwischen", "um",  "über", "bis", "für" };

    if (i == 0 || !same_sentence(run, i - 1, i))
        return false;
    for (size_t n = 0; n < sizeof prepositions / sizeof *prepositions; n++)
        if (slice_is(lower_at(run, i - 1), prepositions[n]))
            return true;
    return false;
}

/* "in die Stadt Lesen" */
static bool is_behind_kind(const struct check_run *run, size_t i)
{
    return i > 0 && same_sentence(run, i - 1, i) && !is_plural_noun(token_at(run, i - 1)) &&
           has_lemma_of(&run->context->lexicon, token_at(run, i - 1), LIST_KINDS_OF_PLACES);
}

/* "aus London und Bad": the preposition stands before the first of them. */
static bool is_second_of_pair(const struct check_run *run, size_t i)
{
    return i >= 3 && same_sentence(run, i - 3, i) && (text_is(run, i - 1, "und") || text_is(run, i - 1, "oder")) &&
           is_place(run, i, i - 2) && is_behind_preposition(run, i - 2);
}

static bool is_noun(const struct check_run *run, size_t i)
{
    return token_is(token_at(run, i), POS_NOUN) || token_is(token_at(run, i), POS_ADJECTIVE) ||
           (token_at(run, i)->analysis.flags & ANALYSIS_COMPOUND) != 0 || token_at(run, i)->analysis.flags == 0;
}

/* The word renders the first word of some town: found once for each word type, since the towns are many. */
static bool may_be_town(const struct check_run *run, const struct list_record *towns, size_t i)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    struct word_notes *notes = token_at(run, i)->type->notes;
    const uint64_t note = (uint64_t)1 << NOTE_WORD_TOWN;

    if ((notes->asked & note) != 0)
        return (notes->found & note) != 0;
    notes->asked |= note;
    for (uint32_t n = 0; n < towns->count; n++)
        if (may_render_names(run, lexicon_text(lexicon, lexicon->pairs[towns->first + n].key), i)) {
            notes->found |= note;
            return true;
        }
    return false;
}

static void check_town(const struct check_run *run, size_t i)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct list_record *towns = named_table(lexicon, TABLE_WORD_TOWNS);

    if (towns == NULL || !may_be_town(run, towns, i))
        return;
    for (uint32_t n = 0; n < towns->count; n++) {
        const struct pair_record *row = &lexicon->pairs[towns->first + n];
        struct slice town = lexicon_text(lexicon, row->key);
        size_t last;

        if (!renders_names(run, town, i, &last))
            continue;
        if (is_beside_place(run, i, last) || slice_equal(lexicon_text(lexicon, row->value), SLICE("place")))
            suggest(run, report(run, "check/translated-town", tokens_span(run, i, last)), town);
        return;
    }
}

/* ---- "in Kleiner Stein, Arkansas" ---- */

/* A bare German noun where a town stands. */
static bool is_common_noun_there(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);

    return is_capital(run, i) && token_is(token, POS_NOUN) && !is_plural_noun(token) &&
           (token->analysis.flags & ANALYSIS_COMPOUND) == 0;
}

/* "Kleiner" of "in Kleiner Stein": an adjective with a capital inside a sentence. */
static bool is_capital_adjective_there(const struct check_run *run, size_t i)
{
    return is_capital(run, i) && (token_at(run, i)->flags & TOKEN_SENTENCE_START) == 0 &&
           form_is(&run->context->lexicon, lower_at(run, i), POS_ADJECTIVE);
}

/* The place between two commas, or before the end, says where the town before it lies. */
static bool is_apposition(const struct check_run *run, size_t place)
{
    return place >= 3 && same_sentence(run, place - 3, place) && text_is(run, place - 1, ",") &&
           (text_is(run, place + 1, ",") || text_is(run, place + 1, "."));
}

/* Whatever stands as a town before its state and is a noun of German was translated, known town or not. */
static void check_town_of_state(const struct check_run *run, size_t place)
{
    size_t noun = place - 2, first;

    if (!is_apposition(run, place) || !is_common_noun_there(run, noun) || is_english_place(run, noun))
        return;
    first = noun - is_capital_adjective_there(run, noun - 1);
    if (first == noun && (token_is(token_at(run, noun), POS_NAME) || is_english_token(token_at(run, noun))))
        return; /* "in Essen, Ontario", "in Boston, Lincolnshire" */
    if (is_behind_preposition(run, first) && !text_is(run, first - 1, "über") && !text_is(run, first - 1, "für"))
        report(run, "check/translated-town", tokens_span(run, first, noun));
}

void check_translated_towns(const struct check_run *run)
{
    if (!any_marked(run, MARK_ENGLISH_PLACE))
        return;
    for (size_t i = 1; i < run->doc->token_count; i++)
        if (is_capital(run, i) &&
            (is_behind_preposition(run, i) || is_behind_kind(run, i) || is_second_of_pair(run, i)) &&
            !is_english_place(run, i) && is_noun(run, i) && has_place(run, i))
            check_town(run, i);
    for (size_t i = next_marked(run, MARK_ENGLISH_PLACE, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_ENGLISH_PLACE, i + 1))
        check_town_of_state(run, i);
}
