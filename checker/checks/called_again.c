/* Marks a woman who is called a man when she is spoken of again: "Emma Raducanu gewann. Der 23-Jährige …", "Iga Swiatek
 * … Der Pole". English has one word for both.
 *
 * In news a person who was named is called again by age, country or calling. Where the paragraph before that names
 * women alone, and nothing that may be a man, one of them is meant. A surname is a woman's where the document has it
 * behind her first name; any other name that may be a person's is a doubt, and nothing is marked. */
#include "checks/checks.h"
#include "checks/compounds.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "checks/women.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* "23-Jährige" */
static bool is_age(struct slice word)
{
    size_t digits = digits_at(word, 0);

    return digits > 0 && digits < 4 &&
           (slice_equal(slice_from(word, digits), SLICE("-Jährige")) ||
            slice_equal(slice_from(word, digits), SLICE("-jährige")));
}

/* What stands behind "Der": an age, "Pole", "Schauspieler". */
static bool calls_again(const struct check_run *run, size_t noun)
{
    return is_age(text_at(run, noun)) || has_lemma_of(&run->context->lexicon, token_at(run, noun), LIST_CALLED_AGAIN);
}

/* "Der 23-Jährige gewann", "…, sagte der 23-Jährige." */
static bool is_subject(const struct check_run *run, size_t article)
{
    size_t noun = article + 1, behind = article + 2;

    if (text_is(run, article, "Der"))
        return (token_at(run, article)->flags & TOKEN_SENTENCE_START) != 0 && same_sentence(run, noun, behind) &&
               third_person_numbers(token_at(run, behind)) == NUMBER_SG && !is_capitalised(token_at(run, behind));
    return article > 0 && has_lemma_of(&run->context->lexicon, token_at(run, article - 1), LIST_NAME_SAYS) &&
           third_person_numbers(token_at(run, article - 1)) == NUMBER_SG &&
           (!same_sentence(run, noun, behind) || token_at(run, behind)->kind == TOKEN_PUNCTUATION);
}

/* An article is no longer; a file may be. */
enum { ARTICLE_TOKENS = 4000, PARAGRAPH_TOKENS = 400 };

/* Somewhere in the article around the token the surname stands behind a woman's first name. */
static bool stands_behind_first_name(const struct check_run *run, size_t index, struct slice surname)
{
    size_t first = index > ARTICLE_TOKENS ? index - ARTICLE_TOKENS : 0;

    for (size_t i = first; i + 1 < run->doc->token_count && i < index + ARTICLE_TOKENS; i++)
        if (in_list(run, LIST_WOMEN_FIRST_NAMES, i) && slice_equal(text_at(run, i + 1), surname))
            return true;
    return false;
}

/* The word, be it in the genitive ("Raducanus"), is one there. */
static bool is_surname_of_woman(const struct check_run *run, size_t index)
{
    struct slice name = text_at(run, index);
    bool behind_name = index > 0 && in_list(run, LIST_WOMEN_FIRST_NAMES, index - 1);

    return stands_behind_first_name(run, index, name) ||
           (slice_ends(name, SLICE("s")) && name.len > 3 && !behind_name &&
            stands_behind_first_name(run, index, (struct slice){ name.at, name.len - 1 }));
}

/* A place or body has a preposition or article before it that a person seldom has: "in Wimbledon", "des US-Senats". */
static bool is_rather_place(const struct check_run *run, size_t index)
{
    return index > 0 && same_sentence(run, index - 1, index) &&
           (text_is(run, index - 1, "in") || text_is(run, index - 1, "In") || text_is(run, index - 1, "aus") ||
            text_is(run, index - 1, "nach") || text_is(run, index - 1, "im") ||
            has_contraction(token_at(run, index - 1)));
}

/* "Titelverteidigerin", "Frau", "Leute": a noun for others than men alone. */
static bool is_no_noun_for_men(const struct token *token)
{
    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;

        if (pos_of(features) == POS_NOUN && (features & FEATURE_ADJECTIVAL_NOUN) == 0 &&
            (features & GENDER_ANY) != GENDER_M)
            return true;
    }
    return false;
}

/* "er", "dessen", "seinen" */
static bool is_pronoun_for_men(const struct check_run *run, size_t index)
{
    struct slice lower = lower_at(run, index);

    return slice_is(lower, "er") || slice_is(lower, "ihm") || slice_is(lower, "ihn") || slice_is(lower, "dessen") ||
           (slice_starts(lower, SLICE("sein")) && token_is(token_at(run, index), POS_DETERMINER));
}

/* "er", "seinen", "Mann", "Trainer", "Kane": nobody knows that no man is meant. */
static bool may_be_man(const struct check_run *run, size_t index)
{
    const struct token *token = token_at(run, index);
    bool guessed = token->analysis.reading_count == 0 || (token->analysis.readings[0].features & FEATURE_GUESSED) != 0;

    if (token->kind != TOKEN_WORD)
        return false;
    if (is_pronoun_for_men(run, index))
        return true;
    if (!is_capitalised(token) || !(is_person(&run->context->lexicon, token) || token_is(token, POS_NAME) || guessed))
        return false;
    return (guessed || !is_no_noun_for_men(token)) && !is_surname_of_woman(run, index) &&
           !in_list(run, LIST_WOMEN_FIRST_NAMES, index) && !is_rather_place(run, index);
}

/* Women alone are named in these tokens, and one at least by her full name, or by a surname that is known. */
static bool names_women_alone(const struct check_run *run, size_t first, size_t end)
{
    bool found = false;

    for (size_t i = first; i < end; i++) {
        size_t behind = behind_name_of_woman(run, i);

        if (behind > i) {
            found = true;
            i = behind - 1;
        } else if (may_be_man(run, i)) {
            return false;
        } else if (is_capitalised(token_at(run, i)) && is_surname_of_woman(run, i)) {
            found = true;
        }
    }
    return found;
}

/* Where to look for who is meant: the paragraph up to there, and the one before where that begins here. */
static size_t window_first(const struct check_run *run, size_t index)
{
    const struct document *doc = run->doc;
    size_t segment = doc->sentences[token_at(run, index)->sentence].segment;

    if (segment > 0 && doc->segments[segment].first_token == sentence_first(run, index))
        segment--;
    size_t first = doc->segments[segment].first_token;

    return index - first > PARAGRAPH_TOKENS ? index - PARAGRAPH_TOKENS : first;
}

/* A man opens the sentence, called by his age or country. */
static void look_at(const struct check_run *run, size_t article)
{
    size_t noun = article + 1;

    if (!calls_again(run, noun) || !is_subject(run, article) ||
        !names_women_alone(run, window_first(run, article), article))
        return;
    struct slice feminine = is_age(text_at(run, noun)) ? text_at(run, noun) : feminine_of(run, token_at(run, noun));
    struct slice die = text_is(run, article, "Der") ? SLICE("Die") : SLICE("die");

    if (feminine.len > 0)
        suggest(run, report(run, "check/called-again", tokens_span(run, article, noun)),
                arena_print(run->issues->arena, "%.*s %.*s", (int)die.len, die.at, (int)feminine.len, feminine.at));
}

void check_called_again(const struct check_run *run)
{
    for (size_t i = 0; i + 2 < run->doc->token_count; i++)
        if ((text_is(run, i, "Der") || text_is(run, i, "der")) && same_sentence(run, i, i + 1) &&
            (token_at(run, i)->flags & TOKEN_QUOTED) == 0)
            look_at(run, i);
}
