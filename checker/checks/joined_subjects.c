/* Marks the verb in the wrong number behind subjects whose number another noun hides: two bare nouns with "und" before
 * a singular ("Starkregen und Hagel hat"), and one of several before a plural ("Keiner der Minister wollen"), a share
 * of several ("60 Prozent der Schüler kommt"), millions ("zwei Millionen Euro fließt"), and who speaks himself ("mein
 * Bruder und ich führte"). */
#include "checks/checks.h"
#include "checks/clauses.h"
#include "checks/corrections.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"
#include "lexicon/traits.h"
#include "text/letters.h"

/* ---- "Starkregen und Hagel hat" ---- */

/* A noun whose plural or singular is beyond doubt a thing of its own: no infinitive ("Essen und Trinken ist erlaubt"),
 * no adjective ("Groß und Klein"), no name, no title of a firm or band. */
static bool is_thing(const struct check_run *run, size_t index)
{
    const struct token *token = token_at(run, index);
    uint16_t never = TOKEN_QUOTED | TOKEN_ALL_CAPS | TOKEN_HYPHEN | TOKEN_INNER_CAPITAL | TOKEN_DIGIT;

    if (token->kind != TOKEN_WORD || (token->flags & never) != 0 || (token->flags & TOKEN_CAPITAL) == 0 ||
        !token_is(token, POS_NOUN) || token_is(token, POS_NAME))
        return false;
    struct slice lower = lower_at(run, index);

    bool infinitive = slice_ends(lower, SLICE("n")) && form_is(&run->context->lexicon, lower, POS_VERB);

    return is_kind_of(run, index, LIST_FORCES) ||
           (!infinitive && !form_is(&run->context->lexicon, lower, POS_ADJECTIVE));
}

/* "Art und Weise", "Haus und Hof": pairs that are one idea take a singular. */
static bool is_one_idea(const struct check_run *run, size_t first)
{
    return in_list(run, LIST_PAIRS_OF_ONE_IDEA, first) && in_list(run, LIST_PAIRS_OF_ONE_IDEA, first + 2);
}

/* Another phrase of the clause, from a token on, that may be its subject: "Kaffee und Kuchen verkauft der Verein",
 * "60 Prozent der Stimmen holte die Partei". What may be an object as well is none where the pair can be no object. */
static bool has_other_subject(const struct clause *clause, size_t from, bool forces)
{
    for (size_t i = 0; i < clause->count; i++) {
        const struct clause_phrase *phrase = &clause->phrases[i];
        bool object = forces && (phrase->cases & CASE_ACC) != 0 && !phrase->pronoun;
        bool name = phrase->name && (!phrase->determined || phrase->cases == 0 || (phrase->cases & CASE_NOM) != 0);

        if (phrase->first >= from && !phrase->prepositional && !object &&
            (name || ((phrase->cases & CASE_NOM) != 0 && (phrase->numbers & NUMBER_SG) != 0)))
            return true;
    }
    return false;
}

static void check_pair(const struct check_run *run, const struct clause *clause)
{
    const struct clause_phrase *pair = &clause->phrases[0];
    size_t first = clause->first;

    if (clause->order != CLAUSE_VERB_SECOND || clause->count == 0 || !pair->several || pair->first != first ||
        clause->finite != first + 3 || pair->end != first + 3 || !text_is(run, first + 1, "und") ||
        finite_numbers(token_at(run, clause->finite)) != NUMBER_SG || !is_thing(run, first) ||
        !is_thing(run, first + 2) || is_one_idea(run, first) || (pair->cases & CASE_NOM) == 0 ||
        has_other_subject(clause, pair->end,
                          is_kind_of(run, first, LIST_FORCES) && is_kind_of(run, first + 2, LIST_FORCES)))
        return;
    report(run, "check/joined-subjects", tokens_span(run, first, clause->finite));
}

/* ---- "Keiner der Minister wollen" ---- */

/* At the start of a sentence, or behind a subordinator, one of several is the subject, and its verb singular. */
static void check_one_of(const struct check_run *run, size_t index)
{
    struct noun_phrase phrase;
    size_t verb;

    if (!same_sentence(run, index, index + 3) || (!text_is(run, index + 1, "der") && !text_is(run, index + 1, "von")) ||
        !in_list_lower(run, LIST_SINGULAR_PARTITIVES, index))
        return;
    size_t at = index + 1 + (text_is(run, index + 1, "von") ? 1 : 0);

    if (!noun_phrase_at(run->doc, at, &phrase) || phrase.contracted || !same_sentence(run, index, phrase.noun + 1))
        return;
    verb = phrase.noun + 1;
    uint32_t attribute = at == index + 1 ? CASE_GEN : CASE_DAT;

    if ((agreeing_numbers(run->doc, &phrase, attribute) & NUMBER_PL) == 0 || !may_be_finite(token_at(run, verb)) ||
        finite_numbers(token_at(run, verb)) != NUMBER_PL || token_is_verb_form(token_at(run, verb), VERB_PARTICIPLE2) ||
        is_inflected_adjective(token_at(run, verb)))
        return;
    /* "Einer der Fragen widmen sich viele": a dative; "keine der Fragen lösen konnte" */
    for (size_t i = verb + 1, end = stretch_end(run, verb); i < end; i++)
        if ((noun_phrase_at(run->doc, i, &phrase) && (agreeing_numbers(run->doc, &phrase, CASE_NOM) & NUMBER_PL) != 0 &&
             !token_is(token_at(run, i - 1), POS_PREPOSITION)) ||
            is_surely_finite(token_at(run, i)) || in_list(run, LIST_NOMINATIVE_PRONOUNS, i) ||
            in_list(run, LIST_SUBJECT_PRONOUNS, i))
            return;
    report(run, "check/joined-subjects", tokens_span(run, index, verb));
}

/* ---- "Weder der Wagen noch die Fahrräder wurde" ---- */

/* The phrase at an index as a subject: its end, and whether it is a plural for sure; false where it is none. */
static bool part_at(const struct check_run *run, size_t index, size_t *end, bool *plural)
{
    struct noun_phrase phrase;

    if (!noun_at(run->doc, index, &phrase) || phrase.contracted ||
        (agreeing_cases(run->doc, &phrase, NULL) & CASE_NOM) == 0)
        return false;
    *end = behind_genitive(run->doc, phrase.noun + 1);
    *plural = agreeing_numbers(run->doc, &phrase, CASE_NOM) == NUMBER_PL;
    return true;
}

/* "Weder … noch", "Sowohl … als auch" before a singular: right only where both are one. Behind weder the nearer part
 * may have the verb. */
static void check_double(const struct check_run *run, const struct sentence *sentence)
{
    size_t first = sentence->first_token, at, verb;
    bool neither = text_is(run, first, "Weder"), left, right;

    if ((!neither && !text_is(run, first, "Sowohl")) || !part_at(run, first + 1, &at, &left))
        return;
    bool joined = neither ? text_is(run, at, "noch")
                          : (text_is(run, at, "als") || text_is(run, at, "wie")) && text_is(run, at + 1, "auch");

    at += neither ? 1 : 2;
    if (!joined || !same_sentence(run, first, at + 2) || !part_at(run, at, &verb, &right) ||
        !same_sentence(run, first, verb) || !may_be_finite(token_at(run, verb)) ||
        finite_numbers(token_at(run, verb)) != NUMBER_SG || !(right || (left && !neither)))
        return;
    report(run, "check/joined-subjects", tokens_span(run, at, verb));
}

/* ---- "Viele der Häuser hat kein Dach" ---- */

static void check_many(const struct check_run *run, const struct clause *clause)
{
    static const char *const words[] = { "Viele", "Mehrere", "Einige", "Wenige", "Manche", "Zahlreiche" };
    bool many = false, full = clause->verb == clause->finite;

    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
        many = many || text_is(run, clause->first, words[i]);
    if (!many || clause->order != CLAUSE_VERB_SECOND || clause->finite < clause->first + 3 ||
        (!text_is(run, clause->first + 1, "der") && !text_is(run, clause->first + 1, "von")) ||
        finite_numbers(token_at(run, clause->finite)) != NUMBER_SG)
        return;
    bool copula = has_lemma(&run->context->lexicon, token_at(run, clause->finite), "sein") ||
                  has_lemma(&run->context->lexicon, token_at(run, clause->finite), "haben");

    for (size_t i = 0; i < clause->count && !(copula && full); i++)
        if (clause->phrases[i].first > clause->finite && !clause->phrases[i].prepositional &&
            (clause->phrases[i].name || (clause->phrases[i].cases & CASE_NOM) != 0))
            return;
    report(run, "check/joined-subjects", tokens_span(run, clause->first, clause->finite));
}

/* ---- "Der Verein hat gewonnen und freuen sich" ---- */

/* "und sind wir", "und können Sie": a pronoun that is a subject; a noun can be none there. */
static bool pronoun_follows(const struct check_run *run, size_t verb)
{
    return in_list_lower(run, LIST_NOMINATIVE_PRONOUNS, verb + 1) ||
           in_list_lower(run, LIST_SUBJECT_PRONOUNS, verb + 1);
}

/* A main clause that opens with its subject, and behind und a verb in the other number. Infinitives look like plurals:
 * the first verb must be none that has one. */
static void check_second_verb(const struct check_run *run, const struct clause *clause)
{
    size_t verb = clause->end + 1;
    const struct clause_phrase *subject = clause->count > 0 ? &clause->phrases[0] : NULL;

    if (clause->order != CLAUSE_VERB_SECOND || subject == NULL || subject->first != clause->first ||
        subject->end > clause->finite || subject->prepositional || subject->adverbial || !clause->before_finite ||
        !same_sentence(run, clause->first, verb + 1) || !text_is(run, clause->end, "und") ||
        third_person_numbers(token_at(run, verb)) == 0 || (subject->cases & CASE_NOM) == 0 || subject->several)
        return;
    uint32_t first = finite_numbers(token_at(run, clause->finite)), second = finite_numbers(token_at(run, verb));

    if (first == 0 || second == 0 || (first & second) != 0 || (subject->numbers & first) == 0 ||
        may_have_infinitive(run, clause, clause->end) ||
        has_lemma_of(&run->context->lexicon, token_at(run, subject->head), LIST_QUANTITIES) ||
        lower_in_list(&run->context->lexicon, LIST_SUBJECTS_OF_ANY_NUMBER, token_at(run, subject->head)) ||
        pronoun_follows(run, verb))
        return;
    for (size_t i = 1; i < clause->count; i++) /* "Dem Mann fehlt Geld und" */
        if (!clause->phrases[i].prepositional && (clause->phrases[i].cases & CASE_NOM) != 0 &&
            (clause->phrases[i].numbers & first) != 0 && subject->cases != CASE_NOM && !subject->name)
            return;
    report(run, "check/joined-subjects", tokens_span(run, clause->end, verb));
}

/* ---- "60 Prozent der Schüler kommt" ---- */

/* A finite verb in the singular and nothing else, or an auxiliary there. */
static bool is_verb_of_one(const struct token *token)
{
    return token_is(token, POS_AUXILIARY) ? may_be_finite(token) && finite_numbers(token) == NUMBER_SG
                                          : is_surely_finite(token) && third_person_numbers(token) == NUMBER_SG;
}

/* A share that opens the sentence, of several: its verb is a plural. "60 Prozent der Bevölkerung" takes either. */
static void check_share(const struct check_run *run, size_t first)
{
    const struct token *opener = token_at(run, first);
    size_t number = first + (token_is(opener, POS_ADVERB) || token_is(opener, POS_ADJECTIVE));
    struct noun_phrase whole;

    if (token_is(opener, POS_PREPOSITION) || token_at(run, number)->kind != TOKEN_NUMBER || text_is(run, number, "1") ||
        !text_is(run, number + 1, "Prozent") || !noun_phrase_at(run->doc, number + 2, &whole) ||
        !whole.has_determiner || !same_clause(run->doc, first, whole.noun + 1))
        return;
    size_t verb = whole.noun + 1;
    const struct clause *clause = clause_at(run, verb);

    bool several = agreeing_numbers(run->doc, &whole, CASE_GEN) == NUMBER_PL ||
                   has_trait(token_at(run, whole.noun), TRAIT_ADJECTIVAL_NOUN); /* "der Befragten" */

    if (!several || !is_verb_of_one(token_at(run, verb)) || clause == NULL || has_other_subject(clause, verb, false))
        return;
    suggest_other_number(run, report(run, "check/joined-subjects", tokens_span(run, number, verb)), verb);
}

/* ---- "Zwei Milliarden Euro fließt" ---- */

/* Millions that open the sentence: their verb is a plural, but with "sein", "reichen" and the like, which speak of the
 * sum. */
static void check_millions(const struct check_run *run, size_t first)
{
    const struct token *opener = token_at(run, first);
    size_t number = first + (token_is(opener, POS_ADVERB) || token_is(opener, POS_ADJECTIVE)), scale = number + 1;

    if (token_is(opener, POS_PREPOSITION) || !same_clause(run->doc, first, scale + 3) ||
        !token_is_number(token_at(run, number)) || token_is(token_at(run, number), POS_DETERMINER) ||
        text_is(run, number, "1") ||
        (!text_is(run, scale, "Millionen") && !text_is(run, scale, "Milliarden") &&
         !text_is(run, scale, "Billionen")) ||
        !is_capitalised(token_at(run, scale + 1)))
        return;
    size_t verb = scale + 2;
    const struct clause *clause = clause_at(run, verb);

    if (!is_verb_of_one(token_at(run, verb)) || clause == NULL ||
        has_lemma_of(&run->context->lexicon, token_at(run, verb), LIST_COPULAS) ||
        has_lemma(&run->context->lexicon, token_at(run, verb), "reichen") ||
        has_lemma(&run->context->lexicon, token_at(run, verb), "genügen") || has_other_subject(clause, verb, false))
        return;
    suggest_other_number(run, report(run, "check/joined-subjects", tokens_span(run, number, verb)), verb);
}

/* ---- "Mein Bruder und ich führte" ---- */

static void check_and_i(const struct check_run *run, size_t i)
{
    struct noun_phrase phrase;
    size_t first = sentence_first(run, i), verb = i + 2;

    first += (token_at(run, first)->flags & TOKEN_OPENING) != 0;
    if (!text_is(run, i, "und") || !text_is(run, i + 1, "ich") || !same_clause(run->doc, i, verb) ||
        !noun_at(run->doc, first, &phrase) || phrase.noun + 1 != i || phrase.contracted ||
        !may_be_finite(token_at(run, verb)) || finite_numbers(token_at(run, verb)) != NUMBER_SG)
        return;
    suggest_other_number(run, report(run, "check/joined-subjects", tokens_span(run, first, verb)), verb);
}

void check_joined_subjects(const struct check_run *run)
{
    for (size_t i = 1; i + 2 < run->doc->token_count; i++)
        if (text_is(run, i + 1, "ich"))
            check_and_i(run, i);
    for (size_t i = 0; i < run->clause_count; i++) {
        check_pair(run, &run->clauses[i]);
        check_second_verb(run, &run->clauses[i]);
        check_many(run, &run->clauses[i]);
    }
    for (size_t i = 0; i < run->doc->sentence_count; i++)
        if (run->doc->sentences[i].token_count > 4) {
            check_one_of(run, run->doc->sentences[i].first_token);
            check_share(run, run->doc->sentences[i].first_token);
            check_millions(run, run->doc->sentences[i].first_token);
        }
    for (size_t i = 0; i < run->doc->sentence_count; i++)
        if (run->doc->sentences[i].token_count > 6)
            check_double(run, &run->doc->sentences[i]);
}
