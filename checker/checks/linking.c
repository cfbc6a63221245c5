/* Marks compounds that lack their linking element or have a wrong one: "Regierungchef", "Arbeitmarkt", "Sonneschein".
 * Nouns in -ung, -heit, -schaft and the like always take an s; for others the lexicon has the word with another
 * element, and not as it is written, or hunspell, which knows how each noun may stand in a compound, takes it with
 * another alone ("Dorfsstraße", "Kundsservice"). */
#include "checks/places.h"
#include "lexicon/analysis.h"
#include "lexicon/compound_parts.h"
#include "text/letters.h"

static struct slice put_together(const struct check_run *run, struct slice first, const char *link, struct slice head)
{
    struct arena *arena = run->issues->arena;

    return arena_join(arena, arena_join(arena, first, slice_of(link)), head);
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

    return word_frequency(&run->context->lexicon, word) >= USED && form_is(&run->context->lexicon, word, POS_NOUN);
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

/* "Schuleabgänger", of a feminine that loses its e; the lexicon has the word without it. What is left of the noun is
 * none itself ("Kohledampf"). Empty when there is no such word. */
static struct slice without_e(const struct check_run *run, struct slice first, struct slice head)
{
    struct slice stem = { first.at, first.len - 1 };

    if (!slice_ends(first, SLICE("e")) || genders_of(run, first) != GENDER_F || is_used(run, stem))
        return (struct slice){ 0 };
    struct slice whole = put_together(run, stem, "", head);

    return is_used(run, whole) ? whole : (struct slice){ 0 };
}

/* The word with the linking element that it needs; empty when it is right. */
static struct slice with_link(const struct check_run *run, struct slice first, struct slice head)
{
    static const char *const links[] = { "s", "n", "en", "es" };

    if (takes_s(run, first, head))
        return put_together(run, first, "s", head);
    for (size_t i = 0; genders_of(run, first) != 0 && i < sizeof links / sizeof *links; i++) {
        struct slice whole = put_together(run, first, links[i], head);

        if (is_used(run, whole))
            return whole;
    }
    struct slice whole = without_n(run, first, head);

    return whole.len > 0 ? whole : without_e(run, first, head);
}

/* ---- what hunspell says ---- */

/* The word with another link behind a part, which hunspell takes; empty when there is none, or where a compound of the
 * lexicon has the part as it is ("Rückzugsarmee" as "Rückzugsgebiet"). */
static struct slice relinked_at(const struct check_run *run, const struct token *token, size_t part)
{
    static const char *const links[] = { "", "s", "n", "en", "es", "er", "e" };
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct compound_part *parts = token_parts(run->doc, token);
    struct slice text = token_text(run->doc, token), piece = text_of(run->doc, parts[part].span);
    size_t before = parts[part].span.start - token->span.start;
    struct slice rest = slice_from(text, before + piece.len);

    if (parts[part].lemma == NO_ID || slice_ends(piece, SLICE("sss")) || /* "Passstrasse" in Switzerland */
        is_linked_part(lexicon, with_initial(run->issues->arena, piece, true)) ||
        is_linked_part(lexicon, (struct slice){ text.at, before + piece.len }))
        return (struct slice){ 0 };
    struct slice noun = lemma_text(lexicon, parts[part].lemma), found = { 0 };

    for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
        struct slice linked = arena_join(run->issues->arena, noun, slice_of(links[i]));
        struct slice lower = before > 0 ? lower_case(run->issues->arena, linked) : linked;
        struct slice whole = arena_print(run->issues->arena, "%.*s%.*s%.*s", (int)before, text.at, (int)lower.len,
                                         lower.at, (int)rest.len, rest.at);

        if (slice_equal(linked, piece) || !is_linked_part(lexicon, linked) ||
            verdict_by_parts(lexicon, whole) != ACCEPTED)
            continue;
        if (form_is(lexicon, whole, POS_NOUN))
            return whole;
        if (found.len == 0)
            found = whole;
    }
    return found;
}

/* English and names are made of other parts: "Badlands", "Porcello". */
static bool may_be_foreign(const struct check_run *run, const struct token *token)
{
    enum { MIN_PART = 4 };
    const struct compound_part *parts = token_parts(run->doc, token);
    const struct lexicon *lexicon = &run->context->lexicon;

    bool english = true; /* "Rangeland", "Barnstar" */

    for (size_t i = 0; i < token->analysis.part_count; i++) {
        if (parts[i].span.end - parts[i].span.start < MIN_PART)
            return true;
        english = english && is_english_word(lexicon, text_of(run->doc, parts[i].span));
    }
    return english || is_english_word(lexicon, token_text(run->doc, token)) ||
           word_frequency(lexicon, with_initial(run->issues->arena, last_part(run->doc, token), true)) == 0;
}

/* "Julian Nagelsmann", "in Hirschsfeld": without anything before it that a noun has. */
static bool may_be_name(const struct check_run *run, size_t i)
{
    const struct token *before = token_at(run, i) - 1;

    if (i == 0 || !same_sentence(run, i - 1, i))
        return in_word_list(&run->context->lexicon, LIST_NAME_ENDINGS, last_part(run->doc, token_at(run, i)));
    if (is_capitalised(before) && (before->flags & TOKEN_SENTENCE_START) == 0)
        return true;
    return !token_is(before, POS_DETERMINER) && !token_is(before, POS_ADJECTIVE) &&
           in_word_list(&run->context->lexicon, LIST_NAME_ENDINGS, last_part(run->doc, token_at(run, i)));
}

/* "Dorfsstraße": hunspell rejects the word, and takes it with another link between two of its parts. */
static struct slice relinked(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);
    struct slice whole = { 0 };

    if (may_be_foreign(run, token) || may_be_name(run, i) ||
        verdict_by_parts(&run->context->lexicon, token_text(run->doc, token)) != REJECTED)
        return whole;
    for (size_t part = 1; part < token->analysis.part_count && whole.len == 0; part++)
        whole = relinked_at(run, token, part - 1);
    return whole;
}

static void look_at(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);
    enum { MIN_HEAD = 3 };
    uint16_t never = TOKEN_HYPHEN | TOKEN_QUOTED | TOKEN_INNER_CAPITAL | TOKEN_DIGIT | TOKEN_ALL_CAPS;

    if (token->kind != TOKEN_WORD || (token->flags & TOKEN_CAPITAL) == 0 || (token->flags & never) != 0 ||
        token->analysis.part_count < 2 || token->analysis.form != NO_ID || !token_is(token, POS_NOUN) ||
        token_is(token, POS_NAME) || lemma_in_list(&run->context->lexicon, LIST_GOOD_COMPOUNDS, token) ||
        in_word_list(&run->context->lexicon, LIST_GOOD_COMPOUNDS, token_text(run->doc, token))) /* "Eiskern" */
        return;
    const struct compound_part *parts = token_parts(run->doc, token);
    struct slice first = text_of(run->doc, parts[0].span), head = last_part(run->doc, token);

    if (head.len < MIN_HEAD || lexicon_form(&run->context->lexicon, token_text(run->doc, token)) != NO_ID ||
        lexicon_form(&run->context->lexicon, with_initial(run->issues->arena, token_text(run->doc, token), false)) !=
            NO_ID)
        return; /* "Wissenschaftlichen" */
    if (slice_ends(head, SLICE("en")) &&
        form_is(&run->context->lexicon, with_initial(run->issues->arena, head, false), POS_VERB))
        return; /* "das Trompetespielen": from a verb and its object */
    if (token->analysis.part_count == 2 && has_s(run, head))
        return; /* "Sicherheitspanne", of Panne and not of Spanne */
    struct slice whole = token->analysis.part_count == 2 ? with_link(run, first, head) : (struct slice){ 0 };

    if (whole.len == 0)
        whole = relinked(run, i);
    if (whole.len > 0)
        suggest(run, report(run, "check/linking-element", token->span), whole);
}

void check_linking(const struct check_run *run)
{
    for (size_t i = 0; i < run->doc->token_count; i++)
        look_at(run, i);
}
