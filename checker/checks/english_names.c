/* Marks places, countries, days and months under their English names: "in Cologne", "am Tuesday", "aus South Korea".
 * Only behind a German preposition, an article or what the place is ("die Stadt Cologne"), or a place as the subject
 * that opens its sentence ("Brussels droht …", "Turkey und Griechenland …"), and where no name goes on: "in New Germany
 * Township" and "das Rome Festival" are names. With the English beside the text, bilingual/place-name
 * sees more of the places. */
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"

static bool is_part(const struct token *token)
{
    return is_capitalised(token) &&
           (token->flags & (TOKEN_HYPHEN | TOKEN_QUOTED | TOKEN_ALL_CAPS | TOKEN_APOSTROPHE)) == 0;
}

/* The German name of what stands at the token, which has one or two words; empty: none. */
static struct slice german_name(const struct check_run *run, size_t i, size_t *last)
{
    struct slice found = { 0 };

    *last = i + 1;
    if (same_sentence(run, i, i + 1) && is_part(&run->doc->tokens[i + 1]))
        found = table_value(run, TABLE_ENGLISH_NAMES, text_of(run->doc, tokens_span(run, i, i + 1)), 0);
    if (found.len > 0)
        return found;
    *last = i;
    found = row_at(run, TABLE_ENGLISH_NAMES, i, 0);
    if (found.len == 0 && run->doc->bilingual == NULL)
        found = row_at(run, TABLE_EXONYMS, i, 0);
    return found;
}

/* "über Kroatien und Hungary", "auf Aleppo und Damascus": beside a country or another name behind its preposition. */
static bool is_beside_place(const struct check_run *run, size_t i)
{
    if (i < 2 || !same_sentence(run, i - 2, i) || !token_is(&run->doc->tokens[i], POS_CONJUNCTION))
        return false;
    return (in_list(run, LIST_CLASS_COUNTRIES, i - 1) && token_is(&run->doc->tokens[i - 2], POS_PREPOSITION)) ||
           (is_capitalised(token_at(run, i - 1)) && !token_is(token_at(run, i - 1), POS_NOUN) &&
            in_list_lower(run, LIST_SURE_PLACE_PREPOSITIONS, i - 2));
}

/* Behind "in", "den" or "Stadt" the word is a place or a day, and nothing else. */
static bool leads_to_place(const struct check_run *run, size_t i)
{
    const struct token *before = &run->doc->tokens[i];

    if (before->kind != TOKEN_WORD || (before->flags & TOKEN_QUOTED) != 0)
        return false;
    if (has_lemma_of(&run->context->lexicon, before, LIST_KINDS_OF_PLACES) || is_beside_place(run, i))
        return true;
    return ((before->flags & TOKEN_CAPITAL) == 0 || (before->flags & TOKEN_SENTENCE_START) != 0) &&
           (token_is(before, POS_PREPOSITION) || token_is(before, POS_DETERMINER));
}

/* "Für Wednesday ist das Aus bitter", "die Macher von Wednesday": a day of the week stands behind few prepositions, a
 * club or a series of its name behind any. */
static bool is_misplaced_day(const struct check_run *run, size_t i, struct slice name)
{
    return in_word_list(&run->context->lexicon, LIST_WEEKDAYS, name) &&
           !in_list_lower(run, LIST_DAY_PREPOSITIONS, i - 1);
}

/* A name that goes on, or a figure, makes it a part of another: "in Athens Georgia", "Friday 13". */
static bool goes_on(const struct check_run *run, size_t last)
{
    const struct token *next = last + 1 < run->doc->token_count ? &run->doc->tokens[last + 1] : NULL;

    if (next == NULL || next->sentence != run->doc->tokens[last].sentence)
        return false;
    if (next->kind == TOKEN_WORD)
        return (next->flags & TOKEN_CAPITAL) != 0 ||
               (!token_is(next, POS_PREPOSITION) && next->analysis.reading_count == 0);
    return next->kind != TOKEN_PUNCTUATION || text_is(run, last + 1, ",") || text_is(run, last + 1, "&") ||
           text_is(run, last + 1, "-") || text_is(run, last + 1, "/");
}

/* "Brussels droht", "Turkey und Griechenland streiten": the place opens the sentence, a German verb follows. */
static bool is_opening_subject(const struct check_run *run, size_t i)
{
    size_t verb = i + 1;

    if ((token_at(run, i)->flags & TOKEN_SENTENCE_START) == 0)
        return false;
    if (same_sentence(run, i, i + 2) && text_is(run, i + 1, "und") && is_part(token_at(run, i + 2)))
        verb = i + 3;
    return same_sentence(run, i, verb) && (token_at(run, verb)->flags & TOKEN_CAPITAL) == 0 &&
           token_is_finite(token_at(run, verb)) && !is_english_word(&run->context->lexicon, text_at(run, verb));
}

/* A place of one word that has a German name; the subject of a sentence is no day. */
static struct slice subject_name(const struct check_run *run, size_t i)
{
    struct slice none = { 0 };

    return run->doc->bilingual == NULL ? row_at(run, TABLE_EXONYMS, i, 0) : none;
}

void check_english_names(const struct check_run *run)
{
    for (size_t i = 0; i < run->doc->token_count; i++) {
        size_t last = i;
        struct slice name = { 0 };

        if (!is_part(&run->doc->tokens[i]))
            continue;
        if (i > 0 && same_sentence(run, i - 1, i) && leads_to_place(run, i - 1)) {
            name = german_name(run, i, &last);
            if (name.len > 0 && is_misplaced_day(run, i, name))
                continue;
        } else if (is_opening_subject(run, i)) {
            name = subject_name(run, i);
        }

        if (name.len > 0 && !goes_on(run, last))
            suggest(run, report(run, "check/english-name", tokens_span(run, i, last)), name);
    }
}
