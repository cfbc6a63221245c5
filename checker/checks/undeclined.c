/* Marks adjectives without an ending between a determiner and its noun: "ein wissenschaftlich Bericht". */
#include "checks/compounds.h"
#include "checks/leads.h"
#include "checks/lone_words.h"
#include "checks/marks.h"
#include "checks/paradigms.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* "wissenschaftliche", "sensible", "saure" */
static bool takes_ending(const struct check_run *run, struct slice word)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    struct arena *arena = run->issues->arena;
    bool syncope = word.len > 3 && (slice_ends(word, SLICE("el")) || slice_ends(word, SLICE("er")));

    return form_is(lexicon, arena_print(arena, "%.*se", (int)word.len, word.at), POS_ADJECTIVE) ||
           (syncope &&
            form_is(lexicon, arena_print(arena, "%.*s%ce", (int)word.len - 2, word.at, word.at[word.len - 1]),
                    POS_ADJECTIVE));
}

/* "wissenschaftlich", "geschlossen": an adjective that takes endings, perhaps an adverb or participle, and nothing
 * else. "bestätigt" is a finite verb too, "südlich" a preposition: neither stands between a determiner and its noun. */
static bool lacks_ending(const struct check_run *run, size_t index, bool between)
{
    const struct token *token = token_at(run, index);
    bool found = false;

    if (token->kind != TOKEN_WORD || (token->flags & (TOKEN_CAPITAL | TOKEN_HYPHEN | TOKEN_QUOTED)) != 0 ||
        in_list(run, LIST_UNDECLINED_ADJECTIVES, index) || in_list(run, LIST_SURE_PREPOSITIONS, index))
        return false;
    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;
        enum pos pos = pos_of(features);
        enum verb_form form = verb_form_of(features);
        bool verb = pos == POS_VERB && (between || form == VERB_PARTICIPLE1 || form == VERB_PARTICIPLE2);

        if (pos == POS_ADJECTIVE && (features & UNINFLECTED) != 0)
            found = true;
        else if (pos != POS_ADVERB && pos != POS_PREFIX && !verb && !(between && pos == POS_PREPOSITION))
            return false;
    }
    return found && takes_ending(run, text_at(run, index));
}

/* "seinem", "unsere", "dieser": they stand before their noun; "sein" and "ihr" may be something else. */
static bool is_possessive_or_this(struct slice word)
{
    return (word.len > 4 && (slice_starts(word, SLICE("sein")) || slice_starts(word, SLICE("ihr")))) ||
           slice_starts(word, SLICE("unser")) || slice_starts(word, SLICE("mein")) ||
           (word.len > 4 && slice_starts(word, SLICE("dies")));
}

/* Pronouns look like determiners: "Macht das wirklich Spaß?", "Männer, die täglich Brot backen". Those with ein don't,
 * nor possessives, nor what opens a sentence or follows a preposition or a noun, des, and dem and den behind no comma.
 */
static bool is_sure_determiner(const struct check_run *run, size_t index)
{
    struct slice word = lower_at(run, index);

    if (!token_is(token_at(run, index), POS_DETERMINER))
        return false;
    if (slice_equal(word, SLICE("einen")) && index > 0 && slice_equal(lower_at(run, index - 1), SLICE("zum")))
        return false; /* "zum einen genügend Zeit" */
    if (is_indefinite(word) || is_possessive_or_this(word) || slice_equal(word, SLICE("des")))
        return true;
    if (!in_list_lower(run, LIST_ARTICLES, index))
        return false;
    if ((token_at(run, index)->flags & TOKEN_SENTENCE_START) != 0)
        return true;
    if (index < 2 || !same_clause(run->doc, index - 2, index))
        return false;
    return in_list(run, LIST_SURE_PREPOSITIONS, index - 1) || slice_equal(word, SLICE("dem")) ||
           slice_equal(word, SLICE("den")) || is_capitalised(token_at(run, index - 1));
}

/* "berichtete die staatlich Agentur", "wenn Sie die rot Punkte sehen": what may be a pronoun is the article of the noun
 * where it agrees with it, and what stands between is no adverb. */
static bool is_likely_determiner(const struct check_run *run, size_t index, size_t noun)
{
    struct token tokens[2] = { *token_at(run, index), *token_at(run, noun) };
    struct document part = { .text = run->doc->text, .tokens = tokens, .token_count = 2 };
    struct noun_phrase phrase = { .first = 0, .noun = 1, .has_determiner = true };

    return in_list_lower(run, LIST_ARTICLES, index) && index > 0 && same_clause(run->doc, index - 1, index) &&
           token_at(run, index - 1)->kind == TOKEN_WORD && !token_is(token_at(run, noun - 1), POS_ADVERB) &&
           agreeing_cases(&part, &phrase, NULL) != 0;
}

/* "in elektronisch Form": behind a preposition, without a determiner. */
static bool follows_preposition(const struct check_run *run, size_t index)
{
    return index > 0 && same_clause(run->doc, index - 1, index) &&
           in_list_lower(run, LIST_SURE_PREPOSITIONS, index - 1) && !token_is(token_at(run, index), POS_ADVERB);
}

/* "Bericht", but not "Verfolgter", and no object of what follows ("eine gut Deutsch sprechende Frau"). */
static bool is_their_noun(const struct check_run *run, size_t index)
{
    struct noun_phrase phrase;
    const struct token *noun = token_at(run, index);

    return bare_noun_at(run->doc, index, &phrase) && is_known_noun(noun) && !is_numeral_or_adjective(run, noun) &&
           !small_is(noun, POS_ADJECTIVE) &&
           !(same_clause(run->doc, index, index + 1) && is_inflected_adjective(token_at(run, index + 1)));
}

/* "eine extrem stark Mannschaft": the adjective behind adverbs, or right behind the determiner. */
static size_t behind_adverbs(const struct check_run *run, size_t index)
{
    while (same_clause(run->doc, index, index + 2) && token_is(token_at(run, index), POS_ADVERB) &&
           (token_at(run, index + 1)->flags & TOKEN_CAPITAL) == 0)
        index++;
    return index;
}

static void look_at(const struct check_run *run, size_t i)
{
    bool determiner = token_is(token_at(run, i), POS_DETERMINER);
    size_t adjective = determiner && is_indefinite(lower_at(run, i)) ? behind_adverbs(run, i + 1) : i + determiner;

    if (!same_clause(run->doc, i, adjective + 1) || !is_their_noun(run, adjective + 1) || is_the_one(run, i))
        return;
    /* "Diese enthalten Software" */
    bool verb =
        slice_starts(lower_at(run, i), SLICE("dies")) && adjective == i + 1 && may_be_finite(token_at(run, adjective));
    bool sure = determiner && !verb && is_sure_determiner(run, i);

    if ((sure && lacks_ending(run, adjective, true)) ||
        (lacks_ending(run, adjective, false) &&
         (determiner ? is_likely_determiner(run, i, adjective + 1) : follows_preposition(run, adjective))))
        report(run, "check/agreement", tokens_span(run, i, adjective + 1));
}

/* A determiner, or an adjective without ending. */
bool begins_undeclined(const struct check_run *run, size_t i)
{
    return token_is(token_at(run, i), POS_DETERMINER) || lacks_ending(run, i, false);
}

void check_undeclined(const struct check_run *run)
{
    for (size_t i = next_marked(run, MARK_UNDECLINED, 0); i + 1 < run->doc->token_count;
         i = next_marked(run, MARK_UNDECLINED, i + 1))
        look_at(run, i);
}
