/* Marks adjectives and nouns without a determiner that agree in no reading, or in no case that stands there: "mit
 * starken Regen", "eine Gruppe pensionierter Richtern", "verlangen höheren Löhne", "Ende nächsten Monat", "mit Fäuste".
 */
#include "checks/checks.h"
#include "checks/compounds.h"
#include "checks/corrections.h"
#include "checks/government.h"
#include "checks/lone_words.h"
#include "checks/marks.h"
#include "checks/paradigms.h"
#include "checks/phrases.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"
#include "lexicon/traits.h"
#include "lexicon/word_types.h"

/* An adverb, or an adjective that stands without its noun ("vor kurzem", "auf gut Glück"). */
static bool may_be_no_attribute(const struct check_run *run, const struct noun_phrase *phrase)
{
    bool since = text_is(run, phrase->first - 1, "seit") || text_is(run, phrase->first - 1, "vor") ||
                 text_is(run, phrase->first - 1, "Seit") || text_is(run, phrase->first - 1, "Vor");

    if (slice_starts(text_at(run, phrase->first), SLICE("lang")) && !since) /* "nach langem Krieg" */
        return false;
    return token_in_list(&run->context->lexicon, LIST_ADJECTIVE_ADVERBIALS, token_at(run, phrase->first)) ||
           (!text_is(run, phrase->first, "lange") &&
            holds_adverb(run->doc, &(struct noun_phrase){ .first = phrase->first - 1, .noun = phrase->noun }));
}

/* "mit hohen Bildungsabschluss": behind the dative an adjective in -en has a plural beside it, which the noun, whatever
 * its gender, is not. */
static bool is_no_dative_plural(const struct check_run *run, const struct noun_phrase *phrase, uint32_t governed)
{
    const struct token *adjective = token_at(run, phrase->first), *noun = token_at(run, phrase->noun);
    struct slice word = token_text(run->doc, noun);

    if (slice_ends(word, SLICE("n")) || /* "Layouts", "Ellbogen": there are more plurals than are known */
        (slice_ends(word, SLICE("s")) && !slice_ends(word, SLICE("ss"))))
        return false;
    if (governed != CASE_DAT || !slice_ends(token_lower(adjective), SLICE("en")) ||
        (adjective->flags & (TOKEN_CAPITAL | TOKEN_SENTENCE_START)) == TOKEN_CAPITAL ||
        (noun->flags & (TOKEN_ALL_CAPS | TOKEN_DIGIT | TOKEN_QUOTED)) != 0 || in_list(run, LIST_MEASURES, phrase->noun))
        return false;
    for (uint16_t i = 0; i < noun->analysis.reading_count; i++)
        if (pos_of(noun->analysis.readings[i].features) != POS_NOUN ||
            (noun->analysis.readings[i].features & (NUMBER_PL | FEATURE_GUESSED | FEATURE_ADJECTIVAL_NOUN)) != 0)
            return false;
    return noun->analysis.reading_count > 0;
}

/* "an neue Impfstoffen", "mit günstige Mieten": no adjective with this ending, strong as it must be, has a case of the
 * preposition, whatever its noun is. */
static bool is_bare_clash(const struct check_run *run, const struct noun_phrase *phrase, uint32_t governed)
{
    if (is_no_dative_plural(run, phrase, governed))
        return true;
    return (cases_of_strong_adjective(run, phrase) & governed) == 0 && !is_uncertain_place(run, phrase);
}

/* "mit frühere, kleinere Studien": no strong adjective on -e is a dative, whatever its noun. */
static bool is_row_without_dative(const struct check_run *run, size_t index)
{
    return same_sentence(run, index - 1, index + 3) && text_is(run, index + 1, ",") &&
           cases_of_preposition(token_at(run, index - 1)) == CASE_DAT && is_preposition_here(run, index - 1) &&
           token_at(run, index - 1)->analysis.particle == NO_ID && slice_ends(text_at(run, index), SLICE("e")) &&
           slice_ends(text_at(run, index + 2), SLICE("e")) && is_inflected_adjective(token_at(run, index)) &&
           is_inflected_adjective(token_at(run, index + 2)) && !token_is_finite(token_at(run, index)) &&
           !in_list(run, LIST_ADJECTIVE_ADVERBIALS, index) && is_plain_noun(token_at(run, index + 3)) &&
           is_capitalised(token_at(run, index + 3));
}

/* "mit starkem Wind und heftigen Schneefall": what und joins to a noun with its adjective has the case of the
 * preposition before both, unless that belongs to a noun, beside which it may stand. At a sentence's start, or where no
 * verb follows: "kam mit schwerem Gepäck und großen Hunger hatte er". */
static void check_bare_conjunct(const struct check_run *run, size_t index)
{
    struct noun_phrase phrase, before;
    size_t first;

    if (index < 4 || !text_is(run, index - 1, "und") || !same_clause(run->doc, index - 4, index + 2) ||
        token_is(token_at(run, index), POS_DETERMINER) || !noun_phrase_at(run->doc, index, &phrase) ||
        phrase.noun != index + 1 || !is_plain_noun(token_at(run, index - 2)))
        return;
    first = is_inflected_adjective(token_at(run, index - 3)) ? index - 3 : index - 2;
    size_t preposition = first - 1;

    if (!noun_at(run->doc, first, &before) || before.noun != index - 2 ||
        cases_of_preposition(token_at(run, preposition)) != CASE_DAT || !is_preposition_here(run, preposition) ||
        token_at(run, preposition)->analysis.particle != NO_ID ||
        (preposition > sentence_first(run, index) && is_capitalised(token_at(run, preposition - 1))) ||
        (preposition != sentence_first(run, index) && same_clause(run->doc, index, index + 2) &&
         may_be_finite(token_at(run, index + 2))) ||
        (strong_cases(run->doc, &phrase) & CASE_DAT) != 0 || may_be_no_attribute(run, &phrase) ||
        is_uncertain_noun(run, &phrase) || !has_sure_paradigm(run, &phrase, CASE_ANY) ||
        may_be_same_plural(run, &phrase) || is_weak_or_strong(run, token_at(run, phrase.noun)) ||
        !ends_phrase(run, phrase.noun))
        return;
    struct span span = tokens_span(run, phrase.first, phrase.noun);

    if (!has_issue_at(run, span))
        suggest_agreement(run, report(run, "check/agreement", span), &phrase, CASE_DAT);
}

/* "für außerhalb liegende Gebiete": behind a preposition or determiner außerhalb says where, and governs nothing. */
static bool is_place_adverb(const struct check_run *run, size_t i)
{
    return slice_ends(lower_at(run, i), SLICE("erhalb")) && i > 0 && same_clause(run->doc, i - 1, i) &&
           (token_is(token_at(run, i - 1), POS_PREPOSITION) || token_is(token_at(run, i - 1), POS_DETERMINER));
}

/* "schwerem Betrugs": a singular that is no genitive before nothing but a genitive. */
static bool is_dative_before_genitive(const struct check_run *run, const struct noun_phrase *phrase)
{
    const struct token *noun = token_at(run, phrase->noun);
    bool genitive =
        slice_ends(text_at(run, phrase->first), SLICE("em")) && slice_ends(text_at(run, phrase->noun), SLICE("s"));

    for (uint16_t i = 0; i < noun->analysis.reading_count; i++)
        genitive = genitive && (noun->analysis.readings[i].features & CASE_ANY) == CASE_GEN;
    return genitive && noun->analysis.reading_count > 0;
}

/* "seit letzten Woche", "mit starken Regen": behind a preposition, an adjective without determiner has the strong
 * ending. One adjective alone: a second one may be weak ("nach langem schweren Leiden"). */
static void check_bare_phrase(const struct check_run *run, size_t index)
{
    const struct document *doc = run->doc;
    struct noun_phrase phrase;

    if (index == 0 || !same_clause(doc, index - 1, index) || !token_is(&doc->tokens[index - 1], POS_PREPOSITION) ||
        token_is(&doc->tokens[index], POS_DETERMINER) || !noun_phrase_at(doc, index, &phrase) ||
        phrase.noun != index + 1 || closes_adverbial(run, index - 1))
        return;
    uint32_t governed = governed_cases(run, &phrase);

    if (governed == 0 || (strong_cases(doc, &phrase) & governed) != 0 || may_be_no_attribute(run, &phrase) ||
        is_place_adverb(run, index - 1))
        return;
    if (!is_bare_clash(run, &phrase, governed) && !is_dative_before_genitive(run, &phrase) &&
        (is_uncertain(run, &phrase) || !has_sure_paradigm(run, &phrase, CASE_ANY) ||
         (may_be_same_plural(run, &phrase) &&
          !(governed == CASE_DAT && !slice_ends(text_at(run, index), SLICE("n")))) ||
         is_weak_or_strong(run, &doc->tokens[phrase.noun])))
        return;
    report_disagreement(run, &phrase);
}

/* "eine Gruppe pensionierter Richtern": right behind a noun adjective and noun agree in nothing. */
static void check_attribute(const struct check_run *run, const struct noun_phrase *phrase)
{
    size_t index = phrase->first;

    if (index == 0 || phrase->noun != index + 1 || !same_clause(run->doc, index - 1, index) ||
        !is_plain_noun(token_at(run, index - 1)) || token_is(token_at(run, index), POS_DETERMINER) ||
        token_is_finite(token_at(run, index)) || agreeing_cases(run->doc, phrase, NULL) != 0 ||
        is_uncertain(run, phrase) || may_be_same_plural(run, phrase) || !has_sure_paradigm(run, phrase, CASE_ANY) ||
        is_weak_or_strong(run, token_at(run, phrase->noun)) || may_be_no_attribute(run, phrase) ||
        may_be_undeclined(run, &(struct noun_phrase){ .first = index - 1, .noun = phrase->noun }))
        return;
    suggest_agreement(run, report(run, "check/agreement", tokens_span(run, phrase->first, phrase->noun)), phrase,
                      CASE_GEN);
}

/* "Wissen und zinslose Krediten": behind und an adjective on -e before a plural of the dative agrees in nothing. */
static void check_joined_dative(const struct check_run *run, const struct noun_phrase *phrase)
{
    size_t index = phrase->first;

    if (index == 0 || phrase->noun != index + 1 || !same_clause(run->doc, index - 1, index) ||
        !text_is(run, index - 1, "und") || !slice_ends(text_at(run, index), SLICE("e")) ||
        token_is(token_at(run, index), POS_DETERMINER) || token_is_finite(token_at(run, index)) ||
        token_is(token_at(run, index), POS_ADVERB) || agreeing_cases(run->doc, phrase, NULL) != 0 ||
        is_uncertain(run, phrase) || may_be_same_plural(run, phrase) || !has_sure_paradigm(run, phrase, CASE_ANY) ||
        is_weak_or_strong(run, token_at(run, phrase->noun)) || head_agrees(run, phrase) ||
        has_issue_at(run, tokens_span(run, index, index + 1)))
        return;
    suggest_agreement(run, report(run, "check/agreement", tokens_span(run, index, index + 1)), phrase, CASE_DAT);
}

/* A finite verb and nothing else: no "sieben", "äußerst", "verschieden". */
static bool is_plain_verb(const struct check_run *run, size_t index)
{
    const struct token *token = token_at(run, index);

    return is_likely_finite(run->doc, index) && is_nothing_but_verb(token) &&
           !token_is_verb_form(token, VERB_PARTICIPLE2) && !token_is(token, POS_NUMERAL) &&
           !token_is(token, POS_ADJECTIVE) && !token_is(token, POS_ADVERB);
}

/* "verlangen höheren Löhne", "gilt als erfahrenen Ärztin": right behind a finite verb or "als" an adjective without
 * determiner has the strong ending. */
static void check_object_ending(const struct check_run *run, const struct noun_phrase *phrase)
{
    enum { SELDOM = 3 };
    size_t index = phrase->first;
    bool as = index > 0 && text_is(run, index - 1, "als");

    if (index == 0 || phrase->noun != index + 1 || !same_clause(run->doc, index - 1, index) ||
        (!is_plain_verb(run, index - 1) && !as) ||
        (word_frequency(&run->context->lexicon, text_at(run, phrase->noun)) < SELDOM &&
         !(as && is_person(&run->context->lexicon, token_at(run, phrase->noun)))) ||
        token_is(token_at(run, index), POS_DETERMINER) || token_is_finite(token_at(run, index)) ||
        strong_cases(run->doc, phrase) != 0 || is_uncertain(run, phrase) || may_be_same_plural(run, phrase) ||
        !has_sure_paradigm(run, phrase, CASE_ANY) || is_weak_or_strong(run, token_at(run, phrase->noun)) ||
        may_be_no_attribute(run, phrase) ||
        may_be_undeclined(run, &(struct noun_phrase){ .first = index - 1, .noun = phrase->noun }))
        return;
    suggest_agreement(run, report(run, "check/agreement", tokens_span(run, phrase->first, phrase->noun)), phrase,
                      CASE_NOM | CASE_ACC);
}

/* "von Vorwürfe", "mit Fäuste": a plural alone behind a preposition with the dative, which every plural shows. */
static void check_bare_plural(const struct check_run *run, size_t noun)
{
    struct noun_phrase phrase;

    if (noun == 0 || !bare_noun_at(run->doc, noun, &phrase) || !token_is(token_at(run, noun - 1), POS_PREPOSITION) ||
        governed_cases(run, &phrase) != CASE_DAT || is_uncertain(run, &phrase) || !ends_phrase(run, noun) ||
        in_list(run, LIST_TOWNS_LIKE_NOUNS, noun) ||                           /* "bei Wittenberge" */
        (text_is(run, noun + 1, "ohne") && text_is(run, noun + 2, "Grenzen"))) /* "von Ärzte ohne Grenzen" */
        return;
    suggest_agreement(run, report(run, "check/government", tokens_span(run, noun - 1, noun)), &phrase, CASE_DAT);
}

/* "nach Überlebende": a noun with the endings of an adjective, without any in the dative. */
static void check_bare_adjectival(const struct check_run *run, size_t noun)
{
    struct noun_phrase phrase;

    if (noun == 0 || !slice_ends(text_at(run, noun), SLICE("e")) || !bare_noun_at(run->doc, noun, &phrase) ||
        !in_list_lower(run, LIST_PRONOUN_PREPOSITIONS, noun - 1) ||
        token_at(run, noun - 1)->analysis.particle != NO_ID ||
        cases_of_preposition(token_at(run, noun - 1)) != CASE_DAT || !ends_phrase(run, noun) ||
        (same_clause(run->doc, noun, noun + 1) && is_capitalised(token_at(run, noun + 1))))
        return;
    suggest_agreement(run, report(run, "check/government", tokens_span(run, noun - 1, noun)), &phrase, CASE_DAT);
}

/* "Ende nächsten Monat", "Anfang letzte Woche": what begins or ends stands in the genitive. */
static void check_end_of_time(const struct check_run *run, size_t index)
{
    struct noun_phrase phrase;

    if ((!text_is(run, index, "Ende") && !text_is(run, index, "Anfang") && !text_is(run, index, "Mitte")) ||
        !same_clause(run->doc, index, index + 2) || !noun_phrase_at(run->doc, index + 1, &phrase) ||
        phrase.contracted || phrase.noun != index + 2 || !is_kind_of(run, phrase.noun, LIST_TIMES_AGO) ||
        is_uncertain_place(run, &phrase) ||
        (index > 0 && same_clause(run->doc, index - 1, index) && !token_is(token_at(run, index - 1), POS_VERB) &&
         !token_is(token_at(run, index - 1), POS_AUXILIARY)))
        return;
    uint32_t cases = phrase.has_determiner ? agreeing_cases(run->doc, &phrase, NULL) : strong_cases(run->doc, &phrase);
    struct span span = tokens_span(run, phrase.first, phrase.noun);

    if ((cases & CASE_GEN) == 0 && !has_issue_at(run, span))
        suggest_agreement(run, report(run, "check/agreement", span), &phrase, CASE_GEN);
}

/* "Kabelloses Laden": an infinitive as a noun, whatever else the word is ("der Laden"). */
static bool is_doing(const struct check_run *run, size_t adjective)
{
    return slice_ends(text_at(run, adjective), SLICE("es")) && slice_ends(text_at(run, adjective + 1), SLICE("en")) &&
           form_is(&run->context->lexicon, lower_at(run, adjective + 1), POS_VERB);
}

/* "Nächsten Woche", "Starkes Regen": an adjective that opens its sentence has the strong ending before its noun. */
static void check_opening_adjective(const struct check_run *run, size_t index)
{
    enum { SELDOM = 3 };
    const struct token *first = token_at(run, index);
    struct noun_phrase phrase = { .first = index, .noun = index + 1 };

    if (first->kind != TOKEN_WORD || (first->flags & (TOKEN_CAPITAL | TOKEN_QUOTED)) != TOKEN_CAPITAL ||
        (first->type->small_traits >> TRAIT_ATTRIBUTE & 1) == 0 || token_is(first, POS_DETERMINER) ||
        token_is(first, POS_NOUN) || token_is(first, POS_NAME) || token_is(first, POS_ADVERB) ||
        token_is(first, POS_PREPOSITION) || token_is(first, POS_PRONOUN) || may_be_verb(first) ||
        !same_clause(run->doc, index, index + 2) || !bare_noun_at(run->doc, index + 1, &(struct noun_phrase){ 0 }) ||
        strong_cases(run->doc, &phrase) != 0 || is_uncertain(run, &phrase) || may_be_same_plural(run, &phrase) ||
        !has_sure_paradigm(run, &phrase, CASE_ANY) || is_weak_or_strong(run, token_at(run, index + 1)) ||
        head_agrees(run, &phrase) || !ends_phrase(run, index + 1) || is_doing(run, index) ||
        word_frequency(&run->context->lexicon, text_at(run, index + 1)) < SELDOM)
        return;
    suggest_agreement(run, report(run, "check/agreement", tokens_span(run, phrase.first, phrase.noun)), &phrase,
                      CASE_ANY);
}

/* "junge Forschenden", "Lehrende und anderen Studierende": without determiner both end alike. */
static void check_parallel_endings(const struct check_run *run, size_t index)
{
    struct noun_phrase phrase = { .first = index, .noun = index + 1 };

    if (!slice_ends(text_at(run, index), SLICE("e")) || !same_clause(run->doc, index, index + 1) ||
        token_is(token_at(run, index), POS_DETERMINER) || has_contraction(token_at(run, index)) ||
        !is_participle_on_n(run, token_at(run, index + 1)))
        return;
    const struct token *before = index > 0 ? token_at(run, index - 1) : NULL;

    if (before != NULL && same_clause(run->doc, index - 1, index) &&
        (token_is(before, POS_DETERMINER) || token_is(before, POS_NUMERAL) || before->kind != TOKEN_WORD ||
         is_inflected_adjective(before) || token_is(before, POS_PRONOUN) || token_is(before, POS_CONJUNCTION)))
        return;
    report_disagreement(run, &phrase);
}

/* "Vorwürfe": a plural that is no dative. */
bool is_plural_without_dative(const struct check_run *run, size_t i)
{
    const struct token *token = &run->doc->tokens[i];
    uint32_t features = 0;

    for (uint16_t r = 0; r < token->analysis.reading_count; r++) {
        if (pos_of(token->analysis.readings[r].features) != POS_NOUN ||
            (token->analysis.readings[r].features & FEATURE_GUESSED) != 0)
            return false;
        features |= token->analysis.readings[r].features;
    }
    return (features & (NUMBER_SG | CASE_DAT)) == 0 && (features & NUMBER_PL) != 0;
}

bool is_adjectival_noun(const struct check_run *run, size_t i)
{
    return has_trait(&run->doc->tokens[i], TRAIT_ADJECTIVAL_NOUN);
}

void check_bare_agreement(const struct check_run *run)
{
    const struct document *doc = run->doc;
    struct noun_phrase phrase;

    for (size_t i = next_marked(run, MARK_AGREEMENT, 0); i < doc->token_count;
         i = next_marked(run, MARK_AGREEMENT, i + 1)) {
        check_parallel_endings(run, i);
        if (i > 0 && is_row_without_dative(run, i))
            report(run, "check/agreement", tokens_span(run, i, i + 3));
        if (!noun_phrase_at(doc, i, &phrase) || phrase.has_determiner)
            continue;
        check_bare_phrase(run, i);
        check_bare_conjunct(run, i);
        check_attribute(run, &phrase);
        check_joined_dative(run, &phrase);
        check_object_ending(run, &phrase);
    }
    for (size_t i = 0; i + 2 < doc->token_count; i++)
        check_end_of_time(run, i);
    for (size_t i = 0; i < doc->sentence_count; i++)
        if (doc->sentences[i].token_count > 3)
            check_opening_adjective(run, doc->sentences[i].first_token);
    for (size_t i = next_marked(run, MARK_PLURAL_NOUN, 0); i < doc->token_count;
         i = next_marked(run, MARK_PLURAL_NOUN, i + 1))
        check_bare_plural(run, i);
    for (size_t i = next_marked(run, MARK_ADJECTIVAL_NOUN, 0); i < doc->token_count;
         i = next_marked(run, MARK_ADJECTIVAL_NOUN, i + 1))
        check_bare_adjectival(run, i);
}
