/* Marks a plural without determiner that depends on the noun before it and has the ending of the dative: "Forscher
 * verschiedenen Fachrichtungen" for "verschiedener". A dative may stand there too ("gab den Kindern fremder Leuten"),
 * but not before the verb of a main clause, where one phrase stands alone, and not where no verb asks for one. The same
 * holds for phrases with a determiner: "Nach Ansicht viele Fachleute geht", "plant die Schließung seinem Werk". */
#include "checks/clauses.h"
#include "checks/compounds.h"
#include "checks/corrections.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* "Tausende jungen Leuten", "eine Gruppe": what is counted agrees with the noun of quantity. */
static bool is_quantity(const struct check_run *run, size_t noun)
{
    return has_lemma_of(&run->context->lexicon, token_at(run, noun), LIST_QUANTITIES) ||
           in_list_lower(run, LIST_ROUND_NUMBERS, noun) || is_adverbial_noun(run, noun);
}

/* "Menschen fressenden", "Ritter genannten": the noun before belongs to the verb in the adjective. */
static bool is_participle(const struct check_run *run, size_t index)
{
    struct slice word = text_at(run, index);

    return slice_ends(word, SLICE("nden")) || token_is_verb_form(token_at(run, index), VERB_PARTICIPLE2) ||
           slice_ends(word, SLICE("ten"));
}

/* "fremden Kulturen", and "fremden Künstler": neither genitive nor, without determiner, anything else. */
static bool has_wrong_ending(const struct check_run *run, const struct noun_phrase *attribute)
{
    uint32_t cases = strong_cases(run->doc, attribute);

    return (cases == CASE_DAT && strong_numbers(run->doc, attribute, CASE_DAT) == NUMBER_PL) ||
           (cases == CASE_ACC && is_person(&run->context->lexicon, token_at(run, attribute->noun)));
}

/* "Forscher verschiedenen Fachrichtungen warnen": phrase and attribute stand before the verb, and nothing else. */
static bool opens_clause(const struct check_run *run, const struct noun_phrase *attribute)
{
    size_t first = sentence_first(run, attribute->first);
    struct noun_phrase head;

    return noun_at(run->doc, first, &head) && !head.contracted && head.noun + 1 == attribute->first &&
           (agreeing_cases(run->doc, &head, NULL) & CASE_NOM) != 0 &&
           same_clause(run->doc, first, attribute->noun + 1) && !small_is(token_at(run, head.first), POS_PREPOSITION) &&
           !small_is(token_at(run, head.first), POS_ADJECTIVE) && !small_is(token_at(run, head.first), POS_NUMERAL) &&
           !small_is(token_at(run, head.first), POS_VERB) && is_likely_finite(run->doc, attribute->noun + 1);
}

/* "besteht aus Forschern verschiedenen Fachrichtungen.": the phrase before has a preposition, and the verb takes no
 * dative. */
static bool has_no_verb_with_dative(const struct check_run *run, const struct noun_phrase *attribute)
{
    const struct clause *clause = clause_at(run, attribute->first);
    const struct clause_phrase *before = NULL;

    bool accusative = strong_cases(run->doc, attribute) == CASE_ACC;

    if (clause == NULL || clause->verb != clause->finite || attribute->noun + 1 != clause->end ||
        (!accusative &&
         (clause_verb_in(run, clause, LIST_VERBS_OF_GIVING) || clause_verb_in(run, clause, LIST_DATIVE_ONLY_VERBS))))
        return false;
    for (size_t i = 0; i < clause->count; i++)
        if (clause->phrases[i].end == attribute->first)
            before = &clause->phrases[i];
    for (uint16_t i = 0; i < token_at(run, clause->verb)->analysis.reading_count; i++) {
        uint32_t lemma = token_at(run, clause->verb)->analysis.readings[i].lemma;

        if (lemma == NO_ID || (!accusative && (run->context->lexicon.lemmas[lemma].flags & LEMMA_DATIVE_VERB) != 0))
            return false;
    }
    if (before == NULL || before->first < clause->first + 2)
        return false;
    /* "in für Menschen verständlichen Büchern", "aus im Norden gelegenen Dörfern" */
    size_t preposition = before->first - !has_contraction(token_at(run, before->first));
    bool inner = token_is(token_at(run, preposition - 1), POS_PREPOSITION);

    bool object = !before->prepositional && (before->cases & CASE_ACC) != 0 && before->first > clause->finite &&
                  accusative; /* "zeigt Bilder fremden Künstler" */

    return !inner && (before->prepositional || object) && !before->name && !before->several;
}

static void look_at(const struct check_run *run, size_t index)
{
    struct noun_phrase attribute;

    if (index == 0 || !same_clause(run->doc, index - 1, index) || !is_plain_noun(token_at(run, index - 1)) ||
        !slice_ends(text_at(run, index), SLICE("en")) || !is_inflected_adjective(token_at(run, index)) ||
        token_is(token_at(run, index), POS_DETERMINER) || !noun_phrase_at(run->doc, index, &attribute) ||
        attribute.has_determiner || attribute.noun != index + 1 || !has_wrong_ending(run, &attribute) ||
        is_adverbial_noun(run, attribute.noun) || is_quantity(run, index - 1) || is_participle(run, index))
        return;
    if (opens_clause(run, &attribute) || has_no_verb_with_dative(run, &attribute))
        suggest_agreement(run, report(run, "check/agreement", tokens_span(run, index, attribute.noun)), &attribute,
                          CASE_GEN);
}

/* ---- "Nach Ansicht viele Fachleute geht die Reform nicht weit genug." ---- */

/* The noun of the phrase that a preposition opens the sentence with; 0 where there is none, or where the word may open
 * a clause ("Während", "Seit", "Ohne"). */
static size_t noun_of_opening(const struct check_run *run, size_t first)
{
    const struct token *word = token_at(run, first);
    struct noun_phrase phrase;

    bool opens_clause = small_is(word, POS_SUBORDINATOR) && !text_is(run, first, "Auf"); /* "auf dass" */

    if (!small_is(word, POS_PREPOSITION) || opens_clause || small_is(word, POS_CONJUNCTION))
        return 0;
    if (has_contraction(word) ? !noun_phrase_at(run->doc, first, &phrase) : !noun_at(run->doc, first + 1, &phrase))
        return 0;
    return is_adverbial_noun(run, phrase.noun) ? 0 : phrase.noun;
}

/* Before the verb of a main clause stands one phrase, so that what follows the noun of the first is its attribute. */
static void look_at_opening(const struct check_run *run, const struct sentence *sentence)
{
    struct noun_phrase attribute;
    size_t noun = sentence->token_count < 6 ? 0 : noun_of_opening(run, sentence->first_token);

    if (noun == 0 || !same_clause(run->doc, noun, noun + 3) || !token_is(token_at(run, noun + 1), POS_DETERMINER) ||
        !noun_phrase_at(run->doc, noun + 1, &attribute) || attribute.contracted || !attribute.has_determiner ||
        is_adverbial_noun(run, attribute.noun) || !same_clause(run->doc, noun, attribute.noun + 1) ||
        !is_surely_finite(token_at(run, attribute.noun + 1)) || !text_is(run, stretch_end(run, noun), "."))
        return;
    uint32_t cases = agreeing_cases(run->doc, &attribute, NULL);

    if (cases != 0 && (cases & CASE_GEN) == 0)
        suggest_agreement(run, report(run, "check/agreement", tokens_span(run, attribute.first, attribute.noun)),
                          &attribute, CASE_GEN);
}

/* ---- "Die Klagen das Bauern gipfelten", "Die Modelle den Oberklasse fuhren" ---- */

/* Two phrases before the verb of a main clause, both with a determiner: the second is a genitive of the first. */
static void look_at_two(const struct check_run *run, const struct sentence *sentence)
{
    size_t first = sentence->first_token;
    struct noun_phrase head, attribute;

    if (sentence->token_count < 6 || !noun_phrase_at(run->doc, first, &head) || !head.has_determiner ||
        head.contracted || is_adverbial_noun(run, head.noun) || !same_clause(run->doc, first, head.noun + 3) ||
        !token_is(token_at(run, head.noun + 1), POS_DETERMINER) || !is_plain_noun(token_at(run, head.noun)) ||
        !noun_phrase_at(run->doc, head.noun + 1, &attribute) || attribute.contracted ||
        !in_list(run, LIST_ARTICLES, head.noun + 1) || text_is(run, head.noun + 1, "der") ||
        is_adverbial_noun(run, attribute.noun) || (agreeing_cases(run->doc, &head, NULL) & CASE_NOM) == 0 ||
        is_question_word(run, first)) /* "Welche Folgen das Verbot hat, ist offen" */
        return;
    size_t verb = attribute.noun + 1, end = stretch_end(run, verb);
    uint32_t cases = agreeing_cases(run->doc, &attribute, NULL);

    if (cases == 0 || (cases & CASE_GEN) != 0 || !same_clause(run->doc, first, verb + 1) ||
        !is_surely_finite(token_at(run, verb)) || token_is_verb_form(token_at(run, verb), VERB_INFINITIVE))
        return;
    for (size_t i = verb + 1; i < end; i++)
        if (is_surely_finite(token_at(run, i)))
            return;
    suggest_agreement(run, report(run, "check/agreement", tokens_span(run, attribute.first, attribute.noun)),
                      &attribute, CASE_GEN);
}

/* ---- "plant die Schließung seinem Werk" ---- */

/* The clause goes on behind the phrase with nothing that may ask for a dative ("seinem Sohn zuliebe"). */
static bool stands_alone(const struct check_run *run, const struct clause *clause, const struct clause_phrase *phrase)
{
    return phrase->end == clause->end || phrase->end == clause->verb || phrase->end == clause->finite ||
           in_list(run, LIST_SURE_PREPOSITIONS, phrase->end);
}

/* Behind a noun on -ung, which says what is done, a dative for what it is done to, with a verb that has none. */
static void look_at_clause(const struct check_run *run, const struct clause *clause)
{
    for (size_t i = 1; i < clause->count; i++) {
        const struct clause_phrase *act = &clause->phrases[i - 1], *what = &clause->phrases[i];

        if (what->cases == CASE_DAT && what->determined && is_argument(what) && !what->name && !what->pronoun &&
            !what->several && act->end == what->first && act->determined && !act->name && !act->pronoun &&
            act->end == act->head + 1 && slice_ends(text_at(run, act->head), SLICE("ung")) &&
            stands_alone(run, clause, what) && clause_verb_in(run, clause, LIST_ACCUSATIVE_VERBS)) {
            suggest_case(run, report(run, "check/agreement", tokens_span(run, what->first, what->end - 1)), what,
                         CASE_GEN);
            return;
        }
    }
}

/* "Italien Ministerin reiste ab": a country that opens the sentence before the office of somebody, and the verb. */
static void look_at_owner(const struct check_run *run, const struct sentence *sentence)
{
    size_t first = sentence->first_token, office = first + 1, verb = first + 2;
    struct slice country = text_at(run, first);

    if (sentence->token_count < 5 || !in_list(run, LIST_CLASS_COUNTRIES, first) ||
        !same_clause(run->doc, first, verb) || slice_ends(country, SLICE("s")) || slice_ends(country, SLICE("z")) ||
        slice_ends(country, SLICE("x")) || !is_capitalised(token_at(run, office)) ||
        !is_kind_of(run, office, LIST_CLASS_OFFICES) || !may_be_finite(token_at(run, verb)) ||
        finite_numbers(token_at(run, verb)) != NUMBER_SG || has_issue_at(run, tokens_span(run, first, office)))
        return;
    suggest(run, report(run, "check/agreement", tokens_span(run, first, office)),
            arena_print(run->issues->arena, "%.*ss %.*s", (int)country.len, country.at, (int)text_at(run, office).len,
                        text_at(run, office).at));
}

void check_bare_genitives(const struct check_run *run)
{
    for (size_t i = next_marked(run, MARK_AGREEMENT, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_AGREEMENT, i + 1))
        look_at(run, i);
    for (size_t i = 0; i < run->doc->sentence_count; i++) {
        look_at_opening(run, &run->doc->sentences[i]);
        look_at_two(run, &run->doc->sentences[i]);
        look_at_owner(run, &run->doc->sentences[i]);
    }
    for (size_t i = 0; i < run->clause_count; i++)
        look_at_clause(run, &run->clauses[i]);
}
