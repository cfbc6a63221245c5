/* Marks a relative pronoun that no noun before it can be meant by: "eine Methode, den man anwendet". The noun right
 * before the comma is known; any other of the sentence may be meant if it fits ("Ein Mann kam ins Haus, der …"). The
 * clauses around it need not be read. */
#include "checks/checks.h"
#include "checks/compounds.h"
#include "checks/corrections.h"
#include "checks/marks.h"
#include "checks/paradigms.h"
#include "checks/places.h"
#include "checks/relatives.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* A relative pronoun, and the cases that it may stand in. */
struct relative {
    size_t comma, noun, token;
    uint32_t cases;
};

/* The noun right before the comma, or before the prefix or participle there ("nahm ein Album auf, in dem"). */
static size_t noun_before(const struct check_run *run, size_t comma)
{
    const struct token *last = token_at(run, comma - 1);
    bool verb =
        last->analysis.particle != NO_ID || (token_is_verb_form(last, VERB_PARTICIPLE2) && !may_be_finite(last));

    return comma > 1 && verb && !is_capitalised(last) ? comma - 2 : comma - 1;
}

/* Nothing between the pronoun and the verb at the end can be a subject: no noun, name or pronoun. */
static bool stands_alone(const struct check_run *run, size_t pronoun, size_t verb)
{
    for (size_t i = pronoun + 1; i < verb; i++) {
        const struct token *token = token_at(run, i);

        if (token->analysis.reading_count == 0 || is_capitalised(token) || token_is(token, POS_NOUN) ||
            token_is(token, POS_PRONOUN) || token_is(token, POS_DETERMINER) || token_is(token, POS_NUMERAL))
            return false;
    }
    return true;
}

/* "der dreimal nominiert war": the pronoun is the subject, since there is no other. Clauses that need none: "der
 * geholfen wurde", "der gratuliert worden war", "der kalt war". */
static bool must_be_subject(const struct check_run *run, size_t pronoun, size_t end)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *finite = token_at(run, end - 1), *before = token_at(run, end - 2);
    bool participle = token_is_verb_form(before, VERB_PARTICIPLE2) && !text_is(run, end - 2, "worden") &&
                      !has_lemma_of(lexicon, before, LIST_DATIVE_ONLY_VERBS) &&
                      !has_lemma_of(lexicon, before, LIST_VERBS_WITH_DATIVE) &&
                      !in_list_lower(run, LIST_PARTICIPLES_WITH_DATIVE, end - 2);

    return end > pronoun + 2 && (has_lemma(lexicon, finite, "sein") || has_lemma(lexicon, finite, "haben")) &&
           participle && stands_alone(run, pronoun, end - 1);
}

/* Behind the comma a pronoun, or a preposition and a pronoun, without a noun of its own, and a verb before the next
 * mark. */
static bool relative_at(const struct check_run *run, size_t comma, struct relative *out)
{
    size_t at = comma + 1, end;
    struct noun_phrase phrase;

    *out = (struct relative){ .comma = comma, .cases = CASE_ANY };
    if (comma == 0 || !same_sentence(run, comma - 1, comma + 3))
        return false;
    if (in_list(run, LIST_SURE_PREPOSITIONS, at))
        out->cases = preposition_cases(token_at(run, at++));
    out->token = at;
    out->noun = at > comma + 1 ? noun_before(run, comma) : comma - 1;
    end = stretch_end(run, at);
    out->cases &= relative_cases(token_at(run, at));
    if (at == comma + 1 && (out->cases & CASE_NOM) != 0 && must_be_subject(run, at, end))
        out->cases = CASE_NOM;
    return out->cases != 0 && end > at + 1 && !is_capitalised(token_at(run, at)) &&
           !in_list(run, LIST_QUESTION_WORDS, at) && !is_capitalised(token_at(run, at + 1)) &&
           token_at(run, at + 1)->kind == TOKEN_WORD &&
           (text_is(run, at, "denen") || !may_be_finite(token_at(run, at + 1))) && /* ", das ist" */
           (!token_is(token_at(run, at), POS_DETERMINER) ||                        /* "denen gerade" */
            (!noun_phrase_at(run->doc, at, &phrase) && !is_inflected_adjective(token_at(run, at + 1)))) &&
           !in_list(run, LIST_POSTPOSITIONS, at + 1) && !is_capitalised(token_at(run, end - 1)) &&
           may_be_finite(token_at(run, end - 1)) && !is_zu_infinitive(run->doc, end - 1);
}

/* The phrase that ends at a noun: with its determiner or adjectives where they are seen. */
static bool phrase_ending_at(const struct check_run *run, size_t noun, struct noun_phrase *out)
{
    enum { REACH = 4 };

    for (size_t first = noun; first > 0 && noun - first < REACH && same_clause(run->doc, first - 1, noun); first--) {
        const struct token *token = token_at(run, first - 1);

        if (!noun_phrase_at(run->doc, first - 1, out) || out->noun != noun)
            break;
        if (token_is(token, POS_DETERMINER) || has_contraction(token))
            return true;
    }
    return noun_at(run->doc, noun, out);
}

/* Genders and numbers of a noun in its phrase; false for one that is not surely known. */
static bool features_of(const struct check_run *run, size_t noun, uint32_t *genders, uint32_t *numbers)
{
    const struct token *token = token_at(run, noun);
    struct noun_phrase phrase;

    if (!noun_features(token, genders, numbers))
        return false;
    if (*numbers == 0 || small_is(token, POS_ADJECTIVE) || is_loan(run, token) || may_be_loan_plural(run, token) ||
        !phrase_ending_at(run, noun, &phrase))
        return false;
    if (phrase.first == phrase.noun)
        return true;
    if (agreeing_cases(run->doc, &phrase, numbers) == 0)
        return false;
    if (phrase.first == sentence_first(run, noun) && agreeing_numbers(run->doc, &phrase, CASE_NOM) != 0)
        *numbers = agreeing_numbers(run->doc, &phrase, CASE_NOM); /* "Der Gletscher" */
    return true;
}

/* The adjacent noun is of another gender or number: "eine Methode, den". A person is "das Mädchen, die". */
static bool differs(const struct check_run *run, const struct relative *relative)
{
    size_t noun = relative->noun;
    uint32_t genders, numbers;

    return features_of(run, noun, &genders, &numbers) &&
           !may_stand_for(token_at(run, relative->token), relative->cases, NUMBER_ANY, genders, numbers);
}

/* "der Chef", "im Haus": a verb stands between it and the comma, and what is known has no relative clause so far off;
 * "ein Chef kam ins Haus, der". */
static bool is_definite(const struct check_run *run, size_t noun)
{
    struct noun_phrase phrase;

    return phrase_ending_at(run, noun, &phrase) && phrase.has_determiner &&
           (phrase.contracted || in_list_lower(run, LIST_DEFINITE_DETERMINERS, phrase.first)) &&
           !token_is(token_at(run, noun), POS_NAME);
}

/* "Die Winzer" are several, though the noun alone may be one; "Der Gletscher", which opens the sentence, is one, though
 * it may be a genitive of several elsewhere. */
static uint32_t numbers_in_phrase(const struct check_run *run, size_t noun)
{
    struct noun_phrase phrase;
    uint32_t numbers;

    if (!phrase_ending_at(run, noun, &phrase) || !phrase.has_determiner)
        return NUMBER_ANY;
    uint32_t cases = agreeing_cases(run->doc, &phrase, &numbers);

    if ((cases & CASE_NOM) != 0 && phrase.first == sentence_first(run, noun))
        return agreeing_numbers(run->doc, &phrase, CASE_NOM);
    return cases == 0 ? NUMBER_ANY : numbers;
}

/* A word before the comma that the pronoun may stand for; near: no verb stands between, so that names may be meant. */
static bool may_be_meant(const struct check_run *run, size_t index, const struct relative *relative, bool near)
{
    const struct token *token = token_at(run, index), *pronoun = token_at(run, relative->token);
    bool plural = may_stand_for(pronoun, relative->cases, NUMBER_ANY, 0, NUMBER_PL);
    struct noun_phrase phrase;

    if ((token->flags & TOKEN_SENTENCE_START) != 0 &&
        (in_list_lower(run, LIST_NOMINATIVE_PRONOUNS, index) || token_is(token, POS_PREPOSITION)))
        return false; /* "Ich", "Es"; "In" */
    if (token->kind != TOKEN_WORD || token->analysis.reading_count == 0)
        return token->kind != TOKEN_PUNCTUATION && (near || !is_capitalised(token));
    if (slice_starts(token_lower(token), SLICE("ein")) && text_is(run, index + 1, "der")) /* "eines der Länder, das" */
        return true;
    if (is_capitalised(token) && (token->flags & TOKEN_SENTENCE_START) == 0 && !token_is(token, POS_NOUN))
        return near;
    if (token_is(token, POS_CONJUNCTION) || token_is(token, POS_NUMERAL))
        return plural;
    uint32_t numbers = numbers_in_phrase(run, index);

    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;

        if (pos_of(features) == POS_NOUN && is_capitalised(token) && (near || !is_definite(run, index)) &&
            ((features & (FEATURE_GUESSED | FEATURE_ADJECTIVAL_NOUN)) != 0 ||
             may_stand_for(pronoun, relative->cases, NUMBER_ANY, features & GENDER_ANY, features & numbers)))
            return true;
    }
    if (is_capitalised(token))
        return (token->flags & TOKEN_SENTENCE_START) == 0 && is_loan(run, token);
    /* "etwas auf dem Tisch, das", "der hat Glück mit Ziegen, den", but not "etwas Geld" */
    return is_pronoun_alone(run, index) &&
           (!token_is(token, POS_DETERMINER) ||
            (in_list(run, LIST_ARTICLES, index) ? is_surely_finite(token_at(run, index + 1))
                                                : !noun_phrase_at(run->doc, index, &phrase)));
}

/* The first token of the phrases that hang together before the comma: "ein Bild von Ana Costa", "der Sohn des Chefs".
 * What stands before them is meant only where it fits, and no name is. */
static size_t chain_first(const struct check_run *run, size_t comma)
{
    struct noun_phrase phrase;
    size_t end = comma;

    while (end > sentence_first(run, comma) && phrase_ending_at(run, end - 1, &phrase)) {
        size_t first = phrase.first;
        bool governed = phrase.contracted || (first > 0 && token_is(token_at(run, first - 1), POS_PREPOSITION));

        if (!phrase.has_determiner)
            return sentence_first(run, comma);
        if (!governed && (agreeing_cases(run->doc, &phrase, NULL) & CASE_GEN) == 0)
            return first;
        end = first - (governed && !phrase.contracted);
        if (end == 0 || !is_capitalised(token_at(run, end - 1)))
            return end;
    }
    return sentence_first(run, comma);
}

static void look_at(const struct check_run *run, size_t comma)
{
    struct relative relative;
    bool near = true;

    if (!relative_at(run, comma, &relative) || !differs(run, &relative) || asks_for_one(run, relative.token))
        return;
    size_t chain = relative.noun + 1 == comma ? chain_first(run, comma) : sentence_first(run, comma);

    for (size_t i = relative.noun; i-- > sentence_first(run, comma);) {
        near = near && i >= chain && !is_surely_finite(token_at(run, i));
        if (may_be_meant(run, i, &relative, near))
            return;
    }
    uint32_t genders, numbers;

    if (features_of(run, relative.noun, &genders, &numbers))
        report_relative(run, relative.noun, relative.token, relative.cases, genders | numbers);
}

/* ---- "eine Zollbeamtin, dessen Name" ---- */

/* The genders and numbers in which noun and determiner agree: "Schule" in "eine Schule" is a feminine. */
static uint32_t shared_features(const struct token *determiner, const struct token *noun)
{
    uint32_t shared = 0;

    for (uint16_t d = 0; d < determiner->analysis.reading_count; d++)
        for (uint16_t n = 0; n < noun->analysis.reading_count; n++) {
            uint32_t common = determiner->analysis.readings[d].features & noun->analysis.readings[n].features;

            if (pos_of(determiner->analysis.readings[d].features) == POS_DETERMINER && (common & CASE_ANY) != 0 &&
                (common & NUMBER_ANY) != 0 && (common & (GENDER_ANY | NUMBER_PL)) != 0)
                shared |= common & (GENDER_ANY | NUMBER_ANY);
        }
    return shared;
}

/* A noun that the possessive may stand for; what is not surely a noun of another gender or number may be. */
static bool may_possess(const struct check_run *run, size_t index, bool dessen)
{
    const struct token *token = token_at(run, index);
    bool opens = (token->flags & TOKEN_SENTENCE_START) != 0;
    struct noun_phrase phrase;
    uint32_t genders, numbers;

    if (token->kind == TOKEN_PUNCTUATION || (opens && !token_is(token, POS_NOUN)))
        return false;
    if (!is_capitalised(token) || (opens && small_is(token, POS_PREPOSITION)))
        return token->kind != TOKEN_WORD || token->analysis.reading_count == 0 || token_is(token, POS_NUMERAL) ||
               text_is(run, index, "und") || (is_pronoun_alone(run, index) && !noun_at(run->doc, index, &phrase));
    if (phrase_ending_at(run, index, &phrase) && agreeing_cases(run->doc, &phrase, &numbers) != 0 &&
        numbers == NUMBER_PL)
        return !dessen;
    if (!features_of(run, index, &genders, &numbers))
        return true;
    if (phrase.has_determiner && !phrase.contracted && phrase.noun == index) {
        genders &= shared_features(token_at(run, phrase.first), token);
        numbers &= shared_features(token_at(run, phrase.first), token);
    }
    return dessen ? (numbers & NUMBER_SG) != 0 && (genders & (GENDER_M | GENDER_N)) != 0
                  : (numbers & NUMBER_PL) != 0 || (genders & GENDER_F) != 0;
}

/* "war eine Zollbeamtin,": what is new and stands right behind the verb, and not what was spoken of before it. */
static bool is_new_behind_verb(const struct check_run *run, size_t determiner)
{
    return slice_starts(text_at(run, determiner), SLICE("ein")) &&
           token_is(token_at(run, determiner), POS_DETERMINER) && determiner > 0 &&
           is_surely_finite(token_at(run, determiner - 1));
}

/* Behind a noun and a comma a possessive that no noun of the sentence so far can be meant by. */
static void look_at_possessive(const struct check_run *run, size_t comma)
{
    bool dessen = text_is(run, comma + 1, "dessen");
    size_t first = sentence_first(run, comma);

    if ((!dessen && !text_is(run, comma + 1, "deren")) || comma < first + 3 || !same_sentence(run, comma, comma + 3) ||
        !is_capitalised(token_at(run, noun_before(run, comma))) || !is_capitalised(token_at(run, comma + 2)) ||
        !may_be_finite(token_at(run, stretch_end(run, comma + 1) - 1)))
        return;
    for (size_t i = comma; i-- > first;) {
        if (may_possess(run, i, dessen))
            return;
        if (is_new_behind_verb(run, i))
            break;
    }
    report_possessive(run, comma - 1);
}

/* ", ohne denen", ", für denen": a preposition that governs no dative. */
static void look_at_denen(const struct check_run *run, size_t comma)
{
    size_t preposition = comma + 1;

    if (text_is(run, comma + 2, "denen") && same_sentence(run, comma, comma + 4) &&
        in_list(run, LIST_SURE_PREPOSITIONS, preposition) &&
        (preposition_cases(token_at(run, preposition)) & CASE_DAT) == 0)
        suggest(run, report(run, "check/government", tokens_span(run, preposition, comma + 2)),
                arena_print(run->issues->arena, "%.*s die", (int)text_at(run, preposition).len,
                            text_at(run, preposition).at));
}

void check_relative_pronouns(const struct check_run *run)
{
    for (size_t i = next_marked(run, MARK_COMMA, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_COMMA, i + 1)) {
        look_at(run, i);
        look_at_denen(run, i);
        look_at_possessive(run, i);
    }
}
