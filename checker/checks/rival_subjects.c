/* What else in a clause may be its subject (subjects.h): phrases that no preposition governs, names, pronouns. */
#include "checks/subjects.h"

#include "checks/compounds.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* "fast", "mehr als", "rund": what may stand between a preposition and its phrase. */
static bool is_between(const struct check_run *run, size_t index)
{
    const struct token *token = token_at(run, index);

    if (token_is_number(token) || text_is(run, index, "mehr") || text_is(run, index, "weniger") ||
        text_is(run, index, "als"))
        return true;
    return token->kind == TOKEN_WORD && !is_capitalised(token) && !token_is(token, POS_PREPOSITION) &&
           !token_is(token, POS_DETERMINER) && !token_is(token, POS_PRONOUN) && !token_is(token, POS_CONJUNCTION) &&
           (token_is(token, POS_ADVERB) || token_is(token, POS_PARTICLE));
}

size_t governing_preposition(const struct check_run *run, size_t index)
{
    size_t at = index;
    bool counted = token_is_number(token_at(run, index));

    while (at > 0 && same_clause(run->doc, at - 1, index) && is_between(run, at - 1) &&
           !token_is(token_at(run, at - 1), POS_PREPOSITION) && !(counted && token_is_number(token_at(run, at - 1)))) {
        counted = counted || token_is_number(token_at(run, at - 1));
        at--;
    }
    bool found = at > 0 && same_clause(run->doc, at - 1, index) && token_is(token_at(run, at - 1), POS_PREPOSITION);

    return found ? at - 1 : index;
}

bool is_governed(const struct check_run *run, size_t index)
{
    return governing_preposition(run, index) != index;
}

/* Behind a preposition a noun is no subject. */
bool in_prepositional_phrase(const struct check_run *run, const struct noun_phrase *phrase)
{
    return phrase->contracted || is_governed(run, phrase->first);
}

/* "er", "das", "sie", but not "sich", nor "mehr als". */
bool is_nominative_pronoun(const struct check_run *run, size_t index)
{
    const struct token *token = token_at(run, index);

    if ((text_is(run, index, "mehr") || text_is(run, index, "weniger")) && text_is(run, index + 1, "als"))
        return false;
    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;

        if (pos_of(features) == POS_PRONOUN && ((features & CASE_NOM) != 0 || (features & CASE_ANY) == 0))
            return true;
    }
    return false;
}

/* "hat Angst", "haben Recht": a bare noun behind haben is its object. */
static bool is_bare_object(const struct check_run *run, size_t verb, size_t index)
{
    /* "haben Bergretter geborgen": persons do something */
    if (is_person(&run->context->lexicon, &run->doc->tokens[index]) &&
        token_is_verb_form(&run->doc->tokens[stretch_end(run, verb) - 1], VERB_PARTICIPLE2))
        return false;
    return index == verb + 1 && token_is(&run->doc->tokens[index], POS_NOUN) &&
           has_lemma(&run->context->lexicon, &run->doc->tokens[verb], "haben");
}

/* "prüft die Beschwerden | der Anwohner": right behind a determined noun that stands without preposition. */
static size_t behind_attribute(const struct check_run *run, const struct noun_phrase *phrase)
{
    struct noun_phrase next;
    size_t end = behind_genitive(run->doc, phrase->noun + 1);

    if (end > phrase->noun + 1 || !phrase->has_determiner || in_prepositional_phrase(run, phrase) ||
        is_adverbial_noun(run, phrase->noun) || (agreeing_cases(run->doc, phrase, NULL) & CASE_ACC) == 0 ||
        !same_clause(run->doc, phrase->noun, end) || !text_is(run, end, "der") ||
        !noun_phrase_at(run->doc, end, &next) || (agreeing_cases(run->doc, &next, NULL) & CASE_GEN) == 0)
        return end;
    return next.noun + 1;
}

/* "nach Angaben | der Polizei", "auf Antrag | des Klägers": a noun alone behind its preposition, which is no time and
 * no name, and what depends on it. */
static bool is_attribute_of_bare(const struct check_run *run, const struct noun_phrase *phrase)
{
    struct noun_phrase bare;
    size_t noun = phrase->first - 1;

    return phrase->first > 1 && phrase->has_determiner && !phrase->contracted &&
           same_clause(run->doc, noun - 1, phrase->first) && is_plain_noun(token_at(run, noun)) &&
           bare_noun_at(run->doc, noun, &bare) && token_is(token_at(run, noun - 1), POS_PREPOSITION) &&
           !is_adverbial_noun(run, noun) && (agreeing_cases(run->doc, phrase, NULL) & CASE_GEN) != 0;
}

/* "Merkel", "Frankreich": a name that the dictionary has as that of one. */
bool is_name_of_one(const struct token *token)
{
    if (token->kind != TOKEN_WORD || (token->flags & (TOKEN_CAPITAL | TOKEN_QUOTED)) != TOKEN_CAPITAL)
        return false;
    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;

        if (pos_of(features) != POS_NAME || (features & NUMBER_PL) != 0 || (features & NUMBER_SG) == 0)
            return false;
    }
    return token->analysis.reading_count > 0;
}

/* Beside a plural verb the name of one is no subject, unless it is joined to another. */
static bool is_lone_name(const struct check_run *run, size_t index)
{
    size_t next = index + 1;
    bool joined =
        index > 0 && same_clause(run->doc, index - 1, index) && token_is(token_at(run, index - 1), POS_CONJUNCTION);

    return is_name_of_one(token_at(run, index)) && !joined &&
           (!same_clause(run->doc, index, next) ||
            (token_at(run, next)->kind == TOKEN_WORD && !is_capitalised(token_at(run, next)) &&
             !token_is(token_at(run, next), POS_CONJUNCTION)));
}

/* The names behind a governed noun or name belong to it: "in New York". */
static size_t behind_capitals(const struct check_run *run, size_t index)
{
    while (same_clause(run->doc, index - 1, index) && is_capitalised(token_at(run, index)) &&
           !token_is(token_at(run, index), POS_NOUN))
        index++;
    return index;
}

/* "mit den | Staats-", "von dem neuen | Foo": behind a preposition, a determiner whose noun is not known; the token
 * behind that noun, or index. */
static size_t behind_unknown_noun(const struct check_run *run, size_t index)
{
    size_t end = index + 1;

    if (!token_is(token_at(run, index), POS_DETERMINER) || !is_governed(run, index) ||
        (text_is(run, index, "allem") && text_is(run, index - 1, "vor"))) /* "Das Buch lesen vor allem | Frauen" */
        return index;
    while (same_clause(run->doc, index, end) && is_inflected_adjective(token_at(run, end)))
        end++;
    return same_clause(run->doc, index, end) && is_capitalised(token_at(run, end)) ? end + 1 : index;
}

bool may_hold_subject(const struct check_run *run, size_t verb, size_t end, uint32_t wanted)
{
    const struct document *doc = run->doc;

    for (size_t i = verb + 1; i < end;) {
        const struct token *token = &doc->tokens[i];
        struct noun_phrase phrase;
        uint32_t numbers;

        if (noun_phrase_at(doc, i, &phrase) && !is_bare_object(run, verb, i)) {
            bool governed = in_prepositional_phrase(run, &phrase);

            if (!governed && !is_attribute_of_bare(run, &phrase) &&
                (agreeing_cases(doc, &phrase, &numbers) & CASE_NOM) != 0 && (numbers & wanted) != 0)
                return true;
            i = behind_attribute(run, &phrase);
            i = governed && i == phrase.noun + 1 && i < end ? behind_capitals(run, i) : i;
            continue;
        }
        if (behind_unknown_noun(run, i) > i) {
            i = behind_unknown_noun(run, i);
            continue;
        }
        bool governed = is_governed(run, i);
        bool other = bare_noun_at(doc, i, &phrase) &&
                     (is_adverbial_noun(run, i) || ((agreeing_numbers(doc, &phrase, CASE_NOM) & wanted) == 0 &&
                                                    (agreeing_cases(doc, &phrase, NULL) & CASE_NOM) != 0));
        bool noun = token_is(token, POS_NOUN) || token_is(token, POS_NAME) || (token->flags & TOKEN_CAPITAL) != 0;

        if (!governed && !is_bare_object(run, verb, i) && !other && !(wanted == NUMBER_PL && is_lone_name(run, i)) &&
            (noun || is_nominative_pronoun(run, i) || token->analysis.reading_count == 0))
            return true;
        i = governed && noun && i + 1 < end ? behind_capitals(run, i + 1) : i + 1;
    }
    return false;
}
