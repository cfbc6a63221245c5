/* Marks nouns that lack their article: "Der Konzern unterzeichnete Vertrag über 200 Züge." What can be counted has one
 * in the singular, as a subject or object; the nouns are named (dictionaries/words/countable-nouns.txt). */
#include "checks/checks.h"
#include "checks/compounds.h"
#include "checks/fields.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "checks/subjects.h"
#include "checks/times.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* A noun of the list, or a compound of one, that can be nothing but a singular. */
bool lacks_article_alone(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);

    size_t shortest = last_part(run->doc, token).len == text_at(run, i).len ? 0 : 5; /* "Bachmann", "Steinberg" */

    if (token->kind != TOKEN_WORD || last_part(run->doc, token).len < shortest ||
        (token->flags & (TOKEN_CAPITAL | TOKEN_ALL_CAPS | TOKEN_HYPHEN)) != TOKEN_CAPITAL ||
        !token_is(token, POS_NOUN) || token_is(token, POS_NAME) || !is_kind_of(run, i, LIST_COUNTABLE_NOUNS))
        return false;
    for (uint16_t r = 0; r < token->analysis.reading_count; r++)
        if (pos_of(token->analysis.readings[r].features) != POS_NOUN ||
            (token->analysis.readings[r].features & NUMBER_PL) != 0 ||
            (token->analysis.readings[r].features & (CASE_NOM | CASE_ACC)) == 0)
            return false;
    return true;
}

/* "das an Kolik | erkrankte Pferd", "die nach einem Admiral | benannte Insel": the preposition behind a determiner
 * opens an attribute. */
static bool ends_attribute_phrase(const struct check_run *run, size_t noun)
{
    size_t i = noun;

    while (i > 1 && same_sentence(run, i - 1, noun) && is_inflected_adjective(token_at(run, i - 1)))
        i--;
    if (i > 1 && same_sentence(run, i - 1, noun) && token_is(token_at(run, i - 1), POS_DETERMINER))
        i--;
    return i > 1 && same_sentence(run, i - 2, noun) && token_is(token_at(run, i - 1), POS_PREPOSITION) &&
           token_is(token_at(run, i - 2), POS_DETERMINER);
}

/* "Die Werft | unterzeichnete Vertrag": no adjective behind a noun, where the stretch has no other verb. */
static bool is_verb_behind_noun(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);

    return i > 0 && stretch_first(run, i) == sentence_first(run, i) && may_be_finite(token) &&
           !token_is(token, POS_DETERMINER) && !token_is(token_at(run, sentence_first(run, i)), POS_PREPOSITION) &&
           is_capitalised(&token[-1]) && same_sentence(run, i - 1, i) && token_is(&token[-1], POS_NOUN) &&
           !token_is(&token[-1], POS_DETERMINER) && /* "Einen | verdienten Mann" */
           !is_capitalised(token) && !has_sure_finite(run, stretch_first(run, i), stretch_end(run, i)) &&
           !ends_attribute_phrase(run, i - 1) &&
           !(i > 1 && is_measure(run, i - 1) && is_any_number(run, i - 2)); /* "der 70 Kilometer lange Zaun" */
}

/* "neues" before the noun: an adjective in the singular that has nothing before it. */
static size_t first_adjective(const struct check_run *run, size_t noun)
{
    while (noun > 0 && same_sentence(run, noun - 1, noun) && is_inflected_adjective(token_at(run, noun - 1)) &&
           !is_capitalised(token_at(run, noun - 1)) && !is_verb_behind_noun(run, noun - 1))
        noun--;
    return noun;
}

/* "kurz nach Googles | Entscheidung": a name in the genitive, known or not, that the noun belongs to. */
static bool may_be_owner(const struct check_run *run, size_t i)
{
    return slice_ends(text_at(run, i), SLICE("s")) && !token_is(token_at(run, i), POS_NOUN);
}

/* "am Abend", "in der Wohnung", "von Dresden": a phrase with its preposition that ends there, behind the finite verb.
 */
static bool ends_adverbial(const struct check_run *run, size_t last)
{
    size_t first = stretch_first(run, last);
    struct noun_phrase phrase;

    if (!is_capitalised(token_at(run, last)) || small_is(token_at(run, last), POS_ADJECTIVE) ||
        first != sentence_first(run, last) || may_be_owner(run, last) || is_kind_of(run, last, LIST_KINDS_BEFORE_NOUNS))
        return false; /* "bei der Deutschen | Bank", "über den Faktor | System" */
    for (size_t i = last; i > first + 1 && i + 4 > last; i--) {
        bool preposition = token_is(token_at(run, i - 1), POS_PREPOSITION) && !has_contraction(token_at(run, i - 1));
        bool phrase_there = noun_phrase_at(run->doc, i, &phrase) && phrase.noun == last;

        if ((phrase_there && phrase.contracted) ||
            (preposition &&
             ((phrase_there && phrase.has_determiner) || (i == last && token_is(token_at(run, last), POS_NAME)))))
            return has_sure_finite(run, first, i - 1);
    }
    return false;
}

/* "Der 70 Kilometer lange Zaun": the measure belongs to the adjective, and what opens the phrase stands before it. */
static bool is_measured(const struct check_run *run, size_t first, size_t noun)
{
    return first < noun && first > 1 && is_measure(run, first - 1) && is_any_number(run, first - 2);
}

/* "Die erst im Januar | angetretene Chefin": behind a determiner an adverb or a preposition begins what belongs to the
 * adjective before the noun. */
static bool is_in_bracket(const struct check_run *run, size_t first, size_t noun)
{
    bool attribute = first < noun || is_inflected_adjective(token_at(run, noun - 1)); /* "unterzeichnete" is both */

    for (size_t i = first; attribute && i > 0 && same_sentence(run, i - 1, noun); i--) {
        const struct token *token = token_at(run, i - 1);

        if (token_is_finite(token) && !token_is(token, POS_DETERMINER) && !is_capitalised(token) &&
            !(i == noun && is_inflected_adjective(token)))
            return false;
        if (token_is(token, POS_DETERMINER) &&
            (token_is(&token[1], POS_PREPOSITION) || small_is(&token[1], POS_ADVERB)))
            return true;
    }
    return false;
}

/* What can stand before a phrase that begins there: a finite verb, an adverb, a noun of time, a pronoun that is the
 * subject. */
static bool begins_phrase(const struct check_run *run, size_t first, size_t noun)
{
    const struct token *before = token_at(run, first - 1);

    if (first > 1 && is_capitalised(before) && slice_ends(text_at(run, first - 1), SLICE("er")) &&
        (has_contraction(&before[-1]) || token_is(&before[-1], POS_DETERMINER)))
        return false; /* "am Frankfurter | Flughafen" */
    if (before->kind != TOKEN_WORD || (before->flags & TOKEN_QUOTED) != 0 || is_measured(run, first, noun) ||
        is_in_bracket(run, first, noun))
        return false;
    bool auxiliary = token_is(before, POS_AUXILIARY) && may_be_finite(before) && !token_is(before, POS_DETERMINER);

    if (is_surely_finite(before) || auxiliary || is_verb_behind_noun(run, first - 1))
        return true;
    for (size_t i = first; i < noun; i++) /* "die am Montag erlassene Verfügung" */
        if (token_is(token_at(run, i), POS_VERB))
            return false;
    if (ends_adverbial(run, first - 1))
        return true;
    if (first > 1 && (token_is(&before[-1], POS_DETERMINER) || is_inflected_adjective(&before[-1]) ||
                      token_is(&before[-1], POS_ADVERB)))
        return false; /* "ein inzwischen vertrautes Problem" */
    return in_list(run, LIST_SUBJECT_PRONOUNS, first - 1) || names_day_or_month(run, first - 1) ||
           in_list(run, LIST_ADVERBS_OF_TIME, first - 1);
}

/* A name, a genitive or another noun behind it: "Minister Meier", "Ende Mai", "Frau von Ahn"; or a conjunction: "Mann
 * und Frau". */
static bool goes_on(const struct check_run *run, size_t noun)
{
    const struct token *next = token_at(run, noun + 1);

    if (slice_equal(text_at(run, noun), text_at(run, noun + 2))) /* "Mann gegen Mann" */
        return true;
    return next->kind == TOKEN_NUMBER || next->kind == TOKEN_SYMBOL || is_capitalised(next) ||
           token_is(next, POS_CONJUNCTION) || (next->flags & TOKEN_QUOTED) != 0 || text_is(run, noun + 1, "für") ||
           text_is(run, noun + 1, "um") || text_is(run, noun + 1, "de") || text_is(run, noun + 1, "van") ||
           (text_is(run, noun + 1, "von") && is_capitalised(token_at(run, noun + 2))) ||
           (next->kind == TOKEN_PUNCTUATION && !text_is(run, noun + 1, ".") && !text_is(run, noun + 1, ","));
}

static bool conjunction_follows(const struct check_run *run, size_t i, size_t end)
{
    while (i < end && !text_is(run, i, "und"))
        i++;
    return i < end;
}

/* The stretch has a finite verb that takes objects: no "ist Minister", "bleibt Chef", "wurde Präsident". */
static bool has_full_verb(const struct check_run *run, size_t noun)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    size_t end = stretch_end(run, noun);
    bool found = false;

    for (size_t i = stretch_first(run, noun); i < end; i++) {
        if (text_is(run, i, "als") || text_is(run, i, "wie") || text_is(run, i, "weder") || text_is(run, i, "statt"))
            return false;
        if (text_is(run, i, "und") && found)
            return true;
        if (is_surely_finite(token_at(run, i)) || is_verb_behind_noun(run, i)) {
            bool copula = has_lemma_of(lexicon, token_at(run, i), LIST_COPULAS) ||
                          has_lemma_of(lexicon, token_at(run, i), LIST_VERBS_WITH_BARE_NOUNS);

            if ((copula && (!is_nonfinite_here(run, end - 1) || conjunction_follows(run, i, end))) ||
                has_lemma_of(lexicon, token_at(run, end - 1), LIST_COPULAS) || /* "kann Mitglied des Vereins sein" */
                has_lemma_of(lexicon, token_at(run, end - 1), LIST_VERBS_WITH_BARE_NOUNS)) /* "ist Auto gefahren" */
                return false;
            found = true;
        }
    }
    return found;
}

void check_missing_articles(const struct check_run *run)
{
    for (size_t i = next_marked(run, MARK_COUNTABLE, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_COUNTABLE, i + 1)) {
        size_t first = first_adjective(run, i), end = sentence_end(run, i);

        if (i == 0 || first == sentence_first(run, i) || !same_sentence(run, i, i + 1) ||
            (token_at(run, i)->flags & TOKEN_QUOTED) != 0 || !text_is(run, end - 1, ".") || goes_on(run, i) ||
            !begins_phrase(run, first, i) || !has_full_verb(run, i))
            continue;
        report(run, "check/missing-article", tokens_span(run, first, i));
    }
}
