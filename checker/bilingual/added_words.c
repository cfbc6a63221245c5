/* Marks a word that is added where no English word is left that it could render: one that restricts ("nur"), an
 * adjective before a noun. */
#include "bilingual/word_comparison.h"

#include "bilingual/wording.h"
#include "checks/places.h"
#include "lexicon/analysis.h"

/* ---- restrictions ---- */

/* The English restricts something. */
static bool is_restricted(const struct word_comparison *c)
{
    for (uint32_t i = c->english_first; i < c->english_end; i++)
        if (lower_in_list(c->bilingual->lexicon, LIST_ENGLISH_RESTRICTIONS, &c->bilingual->english->tokens[i]))
            return true;
    return false;
}

/* "nur in", "nur drei", "nur Kinder"; not "nicht nur", "nur vorübergehend". */
static bool stands_before_thing(const struct word_comparison *c, uint32_t german)
{
    const struct token *tokens = c->run->doc->tokens;

    if (german + 1 >= c->german_end ||
        (german > c->german_first &&
         in_word_list(c->bilingual->lexicon, LIST_GERMAN_NEGATIONS, text_at(c->run, german - 1))))
        return false;
    if (token_is(&tokens[german], POS_ADJECTIVE)) /* "schwer verletzt" */
        return token_is_verb_form(&tokens[german + 1], VERB_PARTICIPLE2);
    if (token_is(&tokens[german + 1], POS_ADVERB) && slice_ends(text_at(c->run, german + 1), SLICE("s")) &&
        c->bilingual->german[german + 1].best_kind == LINK_DICTIONARY) /* "nur werktags" */
        return true;
    return token_is_number(&tokens[german + 1]) || token_is(&tokens[german + 1], POS_PREPOSITION) ||
           token_is(&tokens[german + 1], POS_DETERMINER) || (tokens[german + 1].flags & TOKEN_CAPITAL) != 0;
}

/* "Nur einen Steinwurf entfernt", "nur ein Jahr später": one of a measure, which German says is little. */
static bool is_short_measure(const struct word_comparison *c, uint32_t german)
{
    enum { NEAR = 5 };
    static const char *const measured[] = { "entfernt", "weit", "später", "zuvor", "danach", "weiter" };

    if (german + 1 >= c->german_end || !slice_starts(lower_at(c->run, german + 1), SLICE("ein")))
        return false;
    for (uint32_t i = german + 2; i < c->german_end && i < german + 2 + NEAR; i++)
        for (size_t j = 0; j < sizeof measured / sizeof *measured; j++)
            if (text_is(c->run, i, measured[j]))
                return true;
    return false;
}

void check_added_restrictions(const struct word_comparison *c)
{
    for (uint32_t i = c->german_first; i < c->german_end; i++)
        if (!is_german_linked(c, i) &&
            lower_in_list(c->bilingual->lexicon, LIST_RESTRICTING_WORDS, &c->run->doc->tokens[i]) &&
            stands_before_thing(c, i) && !is_short_measure(c, i) && !is_restricted(c)) {
            mark_word(c, "bilingual/addition", i, (struct slice){ 0 });
            return;
        }
}

/* ---- attributes ---- */

/* "erneut Partner", "erfüllt Funktionen": without an ending. */
static bool ends_in_t(struct slice text)
{
    return slice_ends(text, SLICE("t"));
}

/* "1.600 Tonnen schwere", "in die Ecke getriebene", "im Ausland lebende": it goes with what stands before it. */
static bool has_complement(const struct word_comparison *c, uint32_t token)
{
    const struct token *tokens = c->run->doc->tokens;

    return token_is_verb_form(&tokens[token], VERB_PARTICIPLE1) ||
           token_is_verb_form(&tokens[token], VERB_PARTICIPLE2) ||
           (token > c->german_first &&
            (tokens[token - 1].kind == TOKEN_NUMBER ||
             (token_is(&tokens[token - 1], POS_NOUN) && (tokens[token - 1].flags & TOKEN_CAPITAL) != 0)));
}

/* An adjective before a noun, both as they are written. */
static bool is_attribute(const struct word_comparison *c, uint32_t token)
{
    const struct token *tokens = c->run->doc->tokens;
    struct slice text = text_at(c->run, token);

    return token + 1 < c->german_end && token_is(&tokens[token], POS_ADJECTIVE) && !ends_in_t(text) &&
           is_german_content(&tokens[token]) && (tokens[token].flags & (TOKEN_CAPITAL | TOKEN_DIGIT)) == 0 &&
           token_is(&tokens[token + 1], POS_NOUN) && (tokens[token + 1].flags & TOKEN_CAPITAL) != 0;
}

/* "weitere", "ganze", "jeweilige": they render English words that carry no sense of their own, or are added freely. */
static bool is_light(const struct word_comparison *c, uint32_t token)
{
    struct slice keys[MOST_GERMAN_KEYS];
    size_t keys_count = german_keys(c->run, token, keys), count;

    for (size_t i = 0; i < keys_count; i++)
        if (pairs_of(c->bilingual->lexicon, c->german, keys[i], &count) != NULL ||
            in_word_list(c->bilingual->lexicon, LIST_LIGHT_ADJECTIVES, keys[i]))
            return true;
    return false;
}

void check_added_attributes(const struct word_comparison *c, enum link_kind least)
{
    for (uint32_t i = c->german_first; i < c->german_end; i++)
        if (is_attribute(c, i) && !is_german_linked(c, i) && !is_light(c, i) && !has_complement(c, i) &&
            c->bilingual->german[i + 1].best_kind >= least) { /* not "um den heißen Brei": a phrase */
            mark_adjective(c, "bilingual/addition", i, (struct slice){ 0 });
            return;
        }
}
