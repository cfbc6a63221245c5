/* What kind of noun or first part of a compound a word is: of a person or a place, known, plain, a given name. */
#include "checks/compounds.h"
#include "checks/places.h"
#include "lexicon/analysis.h"
#include "text/letters.h"

bool is_number_word(const struct check_run *run, const struct token *token)
{
    struct slice word = token_text(run->doc, token);

    return strspn(word.at, "IVXLC") >= word.len || /* "II Gruppe" */
           form_is(&run->context->lexicon, with_initial(run->issues->arena, word, false), POS_NUMERAL);
}

/* "Athen": a neuter that has no plural. */
static bool is_place(const struct lexicon *lexicon, struct slice word)
{
    uint32_t form = lexicon_form(lexicon, word);

    for (uint32_t i = 0; form != NO_ID && i < lexicon->forms[form].reading_count; i++) {
        const struct reading *reading = &lexicon->readings[lexicon->forms[form].first_reading + i];

        if ((reading->features & FEATURE_GUESSED) != 0) /* no dictionary says more than that it is a noun */
            return true;
        if (pos_of(reading->features) != POS_NOUN || (reading->features & GENDER_ANY) != GENDER_N)
            continue;
        if (lemma_inflected(lexicon, reading->lemma, POS_NOUN | NUMBER_PL | CASE_NOM).len == 0)
            return true;
    }
    return false;
}

/* "Münchn" of "Münchner": a place that loses its e. */
static bool is_elided_place(const struct check_run *run, struct slice stem)
{
    const struct lexicon *lexicon = &run->context->lexicon;

    if (!slice_ends(stem, SLICE("n")))
        return false;
    struct slice place = arena_print(run->issues->arena, "%.*sen", (int)stem.len - 1, stem.at);

    return form_is(lexicon, place, POS_NAME) || is_place(lexicon, place) ||
           in_word_list(lexicon, LIST_TEAM_HOME, place);
}

/* "Athener", "Königsberger": the people of a place, and its adjective. */
bool is_place_adjective(const struct check_run *run, struct slice word)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    struct slice stem = { word.at, word.len - 2 };

    if (!slice_ends(word, SLICE("er")) || word.len <= 4)
        return false;
    return in_word_list(lexicon, LIST_IRREGULAR_DEMONYMS, word) || is_elided_place(run, stem) ||
           form_is(lexicon, stem, POS_NAME) || is_place(lexicon, stem) ||
           form_is(lexicon, arena_print(run->issues->arena, "%.*se", (int)stem.len, stem.at), POS_NAME) ||
           form_is(lexicon, arena_print(run->issues->arena, "%.*sen", (int)stem.len, stem.at), POS_NAME);
}

/* "Montrealer Protokoll": not known, and looks like what is made of the name of a place. */
static bool may_be_demonym(const struct token *token, struct slice text)
{
    enum { SHORTEST = 8 };

    return token->analysis.form == NO_ID && token->analysis.part_count == 0 && text.len >= SHORTEST &&
           slice_ends(text, SLICE("er"));
}

/* A noun that dictionaries have ("Bus") is not taken for an adjective that is only guessed ("bus"). */
static bool is_adjective_reading(const struct reading *reading, bool noun)
{
    return pos_of(reading->features) == POS_ADJECTIVE && !(noun && (reading->features & FEATURE_GUESSED) != 0);
}

/* "Länderübergreifende": a word that no dictionary has, and an adjective at its end. */
static bool ends_in_adjective(const struct check_run *run, const struct token *token, struct slice lower)
{
    enum { SHORTEST = 8 };

    for (size_t at = 3; token->analysis.form == NO_ID && at + SHORTEST <= lower.len; at++)
        if (form_is(&run->context->lexicon, slice_from(lower, at), POS_ADJECTIVE) &&
            !form_is(&run->context->lexicon, with_initial(run->issues->arena, slice_from(lower, at), true), POS_NOUN))
            return true;
    return false;
}

/* "Schwarze Löcher", "die Nationale Wahlbehörde": an adjective in a name is capitalised. */
bool is_capital_adjective(const struct check_run *run, const struct token *token)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    struct slice lower = with_initial(run->issues->arena, token_text(run->doc, token), false);
    uint32_t form = lexicon_form(lexicon, lower);

    if ((token->flags & TOKEN_HYPHEN) != 0 && token->analysis.part_count > 0) {
        struct span last = token_parts(run->doc, token)[token->analysis.part_count - 1].span;

        form =
            lexicon_form(lexicon, with_initial(run->issues->arena, text_of(run->doc, last), false)); /* "Gelb-Rote" */
    }
    for (uint32_t i = 0; form != NO_ID && i < lexicon->forms[form].reading_count; i++)
        if (is_adjective_reading(&lexicon->readings[lexicon->forms[form].first_reading + i], is_known_noun(token)))
            return true;
    return ends_in_adjective(run, token, lower) || is_place_adjective(run, token_text(run->doc, token)) ||
           may_be_demonym(token, token_text(run->doc, token)) ||
           ((token->flags & TOKEN_HYPHEN) != 0 && memmem(lower.at, lower.len, "isch", 4) != NULL) ||
           (slice_ends(lower, SLICE("er")) && lower.len > 4 && !token_is(token, POS_NOUN) &&
            !token_is(token, POS_NAME)); /* "Berliner Mauer", not "Twitter" */
}

/* "Kleinsche Flasche", "Bruner'schen Spirale". */
bool is_person_adjective(struct slice word)
{
    static const char *const endings[] = { "sche", "schen", "scher", "sches", "schem" };

    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (slice_ends(word, slice_of(endings[i])))
            return true;
    return false;
}

/* "Gesundheits": no word of its own, but a noun with the linking element that only compounds have. */
bool is_linked_form(const struct check_run *run, const struct token *token)
{
    struct slice text = token_text(run->doc, token);

    if ((token->analysis.flags & ANALYSIS_KNOWN) != 0 || text.len < 6 || !slice_ends(text, SLICE("s")))
        return false;
    uint32_t form = lexicon_form(&run->context->lexicon, (struct slice){ text.at, text.len - 1 });

    if (form == NO_ID)
        return false;
    const struct form_record *record = &run->context->lexicon.forms[form];

    for (uint32_t i = 0; i < record->reading_count; i++)
        if (pos_of(run->context->lexicon.readings[record->first_reading + i].features) != POS_NOUN)
            return false;
    return record->reading_count > 0;
}

/* "Chef", "Manager": behind a name they are no part of it, though English has them. */
bool is_person(const struct lexicon *lexicon, const struct token *token)
{
    for (uint16_t i = 0; i < token->analysis.reading_count; i++)
        if (token->analysis.readings[i].lemma != NO_ID &&
            (lexicon->lemmas[token->analysis.readings[i].lemma].flags & LEMMA_PERSON) != 0)
            return true;
    return false;
}

bool is_plain_noun(const struct token *token)
{
    for (uint16_t i = 0; i < token->analysis.reading_count; i++) /* a place that is only guessed */
        if ((token->analysis.readings[i].features & FEATURE_GUESSED) != 0 && !is_known_noun(token))
            return false;
    return token->kind == TOKEN_WORD && (token->flags & TOKEN_CAPITAL) != 0 &&
           (token->flags & (TOKEN_ALL_CAPS | TOKEN_QUOTED | TOKEN_HYPHEN)) == 0 && token_is(token, POS_NOUN) &&
           !token_is(token, POS_NAME) && is_known_word(token);
}

/* A noun of the dictionaries, not a capital word of which they know nothing else: "Tesla". */
bool is_known_noun(const struct token *token)
{
    for (uint16_t i = 0; i < token->analysis.reading_count; i++)
        if (pos_of(token->analysis.readings[i].features) == POS_NOUN &&
            (token->analysis.readings[i].features & FEATURE_GUESSED) == 0)
            return true;
    return false;
}

bool is_first_name(const struct lexicon *lexicon, const struct token *token)
{
    return token_in_list(lexicon, LIST_GERMAN_FIRST_NAMES, token) ||
           token_in_list(lexicon, LIST_ENGLISH_FIRST_NAMES, token);
}

bool cut_at_hyphen(struct slice word, struct slice *left, struct slice *right)
{
    const char *hyphen = memchr(word.at, '-', word.len);

    if (hyphen == NULL)
        return false;
    *left = slice_between(word.at, hyphen);
    *right = slice_from(word, left->len + 1);
    return true;
}

bool begins_in_english(const struct check_run *run, size_t i)
{
    struct slice left, right;

    return cut_at_hyphen(token_text(run->doc, &run->doc->tokens[i]), &left, &right) &&
           is_english_word(&run->context->lexicon, left);
}
