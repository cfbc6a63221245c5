/* Marks compounds that lack their linking element or have a wrong one: "Regierungchef", "Arbeitmarkt", "Sonneschein".
 * Nouns in -ung, -heit, -schaft and the like always take an s; for others the lexicon has the word with another
 * element, and not as it is written. */
#include "checks/places.h"
#include "lexicon/analysis.h"
#include "text/letters.h"

static struct slice put_together(const struct check_run *run, struct slice first, const char *link, struct slice head)
{
    return arena_print(run->issues->arena, "%.*s%s%.*s", (int)first.len, first.at, link, (int)head.len, head.at);
}

/* A reading of the word as a noun in its dictionary form; its genders, 0 when it is none. */
static uint32_t genders_of(const struct check_run *run, struct slice word)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    uint32_t form = lexicon_form(lexicon, word), genders = 0;

    for (uint32_t i = 0; form != NO_ID && i < lexicon->forms[form].reading_count; i++) {
        const struct reading *reading = &lexicon->readings[lexicon->forms[form].first_reading + i];

        if (pos_of(reading->features) == POS_NOUN && (reading->features & NUMBER_SG) != 0 &&
            slice_equal(lemma_text(lexicon, reading->lemma), word))
            genders |= reading->features & GENDER_ANY;
    }
    return genders;
}

/* Feminines in -ung and the like ("Sprung" is none), and words of a list: behind them an s always stands in compounds.
 */
static bool takes_s(const struct check_run *run, struct slice first, struct slice head)
{
    static const char *const endings[] = { "ung", "heit", "keit", "schaft", "ität", "tion" };
    enum { MIN_STEM = 4 };

    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (slice_ends(first, slice_of(endings[i])) && first.len >= strlen(endings[i]) + MIN_STEM)
            return genders_of(run, first) == GENDER_F;
    if (head.at[0] == 's' || !in_word_list(&run->context->lexicon, LIST_TAKES_S, first)) /* "Königstraße" */
        return false;
    return !(
        slice_starts(head, SLICE("er")) && /* "Handwerkerrechnung" */
        form_is(&run->context->lexicon, arena_print(run->issues->arena, "%.*ser", (int)first.len, first.at), POS_NOUN));
}

static bool is_used(const struct check_run *run, struct slice word)
{
    enum { USED = 2 };
    uint32_t form = lexicon_form(&run->context->lexicon, word);

    return form != NO_ID && run->context->lexicon.forms[form].frequency >= USED &&
           form_is(&run->context->lexicon, word, POS_NOUN);
}

/* "Überwachungsteam" is read with Steam, and meant with Team. */
static bool has_s(const struct check_run *run, struct slice head)
{
    return head.at[0] == 's' &&
           form_is(&run->context->lexicon, with_initial(run->issues->arena, slice_from(head, 1), true), POS_NOUN);
}

/* "Pflegenpersonal": of a plural that is hardly used; the lexicon has the word without its n. Empty when it has none.
 * "Anleihen" may be meant in "Anleiheninhaber". */
static struct slice without_n(const struct check_run *run, struct slice first, struct slice head)
{
    uint32_t plural = lexicon_form(&run->context->lexicon, first);
    struct slice singular = { first.at, first.len - 1 };
    struct slice whole = put_together(run, singular, "", head);

    return (plural == NO_ID || run->context->lexicon.forms[plural].frequency == 0) && slice_ends(first, SLICE("en")) &&
                   (genders_of(run, singular) & GENDER_F) != 0 && is_used(run, whole)
               ? whole
               : (struct slice){ 0 };
}

/* The word with the linking element that it needs; empty when it is right. */
static struct slice with_link(const struct check_run *run, struct slice first, struct slice head)
{
    static const char *const links[] = { "s", "n", "en", "es" };

    if (takes_s(run, first, head) && !has_s(run, head))
        return put_together(run, first, "s", head);
    for (size_t i = 0; genders_of(run, first) != 0 && i < sizeof links / sizeof *links; i++) {
        struct slice whole = put_together(run, first, links[i], head);

        if (is_used(run, whole))
            return whole;
    }
    return without_n(run, first, head);
}

static void look_at(const struct check_run *run, const struct token *token)
{
    enum { MIN_HEAD = 3 };
    uint16_t never = TOKEN_HYPHEN | TOKEN_QUOTED | TOKEN_INNER_CAPITAL | TOKEN_DIGIT | TOKEN_ALL_CAPS;

    if (token->kind != TOKEN_WORD || (token->flags & TOKEN_CAPITAL) == 0 || (token->flags & never) != 0 ||
        token->analysis.part_count != 2 || token->analysis.form != NO_ID || !token_is(token, POS_NOUN) ||
        token_is(token, POS_NAME))
        return;
    const struct compound_part *parts = token_parts(run->doc, token);
    struct slice first = text_of(run->doc, parts[0].span), head = text_of(run->doc, parts[1].span);

    if (head.len < MIN_HEAD || lexicon_form(&run->context->lexicon, token_text(run->doc, token)) != NO_ID ||
        lexicon_form(&run->context->lexicon, with_initial(run->issues->arena, token_text(run->doc, token), false)) !=
            NO_ID)
        return; /* "Wissenschaftlichen" */
    struct slice whole = with_link(run, first, head);

    if (whole.len > 0)
        suggest(run, report(run, "check/linking-element", token->span), whole);
}

void check_linking(const struct check_run *run)
{
    for (size_t i = 0; i < run->doc->token_count; i++)
        look_at(run, &run->doc->tokens[i]);
}
