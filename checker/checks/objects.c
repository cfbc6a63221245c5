/* Marks objects in a case their verb does not govern: a dative with a verb that takes an accusative ("warnte den
 * Gästen", "hat dem Mann verhaftet"), an accusative with one that takes a dative ("folgte den Hinweis"), anything but
 * a genitive with gedenken and bedürfen ("gedachte den Maler"), and an object of a verb that has none ("wuchs sein
 * Geschäft"). */
#include "checks/checks.h"
#include "checks/clauses.h"
#include "checks/compounds.h"
#include "checks/corrections.h"
#include "checks/marks.h"
#include "checks/paradigms.h"
#include "checks/places.h"
#include "checks/relatives.h"
#include "checks/subjects.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

static bool phrase_at(const struct check_run *run, size_t index, struct noun_phrase *out)
{
    return noun_at(run->doc, index, out) && !out->contracted;
}

/* "dem Bericht zufolge", "den Opfern gegenüber", "allen Zweifeln zum Trotz": the dative belongs to the word behind it.
 */
static bool is_governed_from_behind(const struct check_run *run, size_t noun)
{
    struct noun_phrase next;
    bool preposition = same_clause(run->doc, noun, noun + 2) && token_is(token_at(run, noun + 1), POS_PREPOSITION) &&
                       phrase_at(run, noun + 2, &next); /* "seiner Mannschaft nach dem Spiel" */

    if (text_is(run, noun + 2, "Trotz"))
        return true;
    return same_clause(run->doc, noun, noun + 1) && !preposition &&
           (in_list(run, LIST_POSTPOSITIONS, noun + 1) || (token_at(run, noun + 1)->flags & TOKEN_CAPITAL) != 0);
}

/* "rettete den Gästen das Spiel", "stärkte dem Kanzler am Montag den Rücken": with an accusative behind it, the dative
 * may stand. */
static bool accusative_follows(const struct check_run *run, size_t noun)
{
    struct noun_phrase next;

    for (size_t i = noun + 1; same_clause(run->doc, noun, i); i++)
        if (phrase_at(run, i, &next) && !is_governed(run, i) && (agreeing_cases(run->doc, &next, NULL) & CASE_ACC) != 0)
            return true;
    return false;
}

/* "Die App warnt Nutzern vor": subject, verb, and a phrase that is a dative for sure. */
static void check_accusative_object(const struct check_run *run, size_t verb)
{
    size_t first = sentence_first(run, verb);
    struct noun_phrase subject, object;

    if (third_person_numbers(token_at(run, verb)) == 0 || token_at(run, verb)->analysis.particle != NO_ID ||
        !has_lemma_of(&run->context->lexicon, token_at(run, verb), LIST_ACCUSATIVE_VERBS) ||
        !same_clause(run->doc, verb, verb + 1) || !phrase_at(run, first, &subject) || subject.noun + 1 != verb ||
        (agreeing_cases(run->doc, &subject, NULL) & CASE_NOM) == 0 || !phrase_at(run, verb + 1, &object) ||
        agreeing_cases(run->doc, &object, NULL) != CASE_DAT || is_governed_from_behind(run, object.noun) ||
        accusative_follows(run, object.noun))
        return;
    suggest_agreement(run, report(run, "check/government", tokens_span(run, verb, object.noun)), &object, CASE_ACC);
}

/* "Der Minister antwortete die Journalisten": a person beside one of these verbs, where either the object is an
 * accusative for sure or the subject a nominative. */
static bool is_person_in_accusative(const struct check_run *run, size_t verb, const struct noun_phrase *subject,
                                    const struct noun_phrase *object)
{
    return has_lemma_of(&run->context->lexicon, token_at(run, verb), LIST_DATIVE_FOR_PERSONS) &&
           is_person(&run->context->lexicon, token_at(run, object->noun)) &&
           ((agreeing_cases(run->doc, object, NULL) & CASE_NOM) == 0 ||
            (agreeing_cases(run->doc, subject, NULL) & CASE_ACC) == 0);
}

/* "dankte die Helfer", "half den Mann": behind a verb that governs the dative alone and has its subject before it. */
static void check_dative_object(const struct check_run *run, size_t verb)
{
    const struct document *doc = run->doc;
    size_t first = doc->sentences[doc->tokens[verb].sentence].first_token;
    struct noun_phrase subject, object;

    if (!is_surely_finite(&doc->tokens[verb]) || doc->tokens[verb].analysis.particle != NO_ID ||
        zu_infinitive_follows(doc, verb) || /* "drohte jeden Moment einzustürzen" */
        verb + 1 >= doc->token_count || !same_clause(doc, verb, verb + 1) || !noun_phrase_at(doc, first, &subject) ||
        behind_genitive(doc, subject.noun + 1) != verb || (agreeing_cases(doc, &subject, NULL) & CASE_NOM) == 0 ||
        !noun_phrase_at(doc, verb + 1, &object) || !object.has_determiner || object.contracted ||
        token_in_list(&run->context->lexicon, LIST_SPANS_OF_TIME, &doc->tokens[object.noun]))
        return;
    if (!has_lemma_of(&run->context->lexicon, token_at(run, verb), LIST_DATIVE_ONLY_VERBS) &&
        !is_person_in_accusative(run, verb, &subject, &object))
        return;
    uint32_t numbers, cases = agreeing_cases(doc, &object, &numbers);

    /* "Den Kindern half der Nachbar" has its subject behind; here the verb must not fit the object's number, or the
     * first phrase must be the subject for sure. */
    if (cases == 0 || (cases & CASE_DAT) != 0 || !has_sure_paradigm(run, &object, CASE_DAT) ||
        ((agreeing_cases(doc, &subject, NULL) & CASE_DAT) != 0 && (cases & CASE_NOM) != 0))
        return;
    suggest_agreement(run, report(run, "check/government", tokens_span(run, verb, object.noun)), &object, CASE_DAT);
}

/* An adverb that can't begin a phrase: "bisher", "noch", but not "mehr", "etwas". */
static bool is_plain_adverb(const struct check_run *run, size_t index)
{
    const struct token *token = token_at(run, index);

    return token->kind == TOKEN_WORD && token_is(token, POS_ADVERB) && !token_is(token, POS_DETERMINER) &&
           !token_is(token, POS_PRONOUN) && !token_is(token, POS_PREPOSITION) && !is_inflected_adjective(token) &&
           !in_list(run, LIST_AMOUNT_WORDS, index) && !text_is(run, index, "nur") && !text_is(run, index, "mehr");
}

/* "Es gibt ein großer Bedarf", "gibt es keiner Ausweg": what there is stands in the accusative. */
static void check_there_is(const struct check_run *run, size_t verb)
{
    struct noun_phrase object;

    if ((!text_is(run, verb, "gibt") && !text_is(run, verb, "gab") && !text_is(run, verb, "gebe")) || verb == 0 ||
        !same_clause(run->doc, verb - 1, verb + 1))
        return;
    bool behind = text_is(run, verb + 1, "es");
    size_t at = verb + 1 + behind;

    while (same_clause(run->doc, verb, at) && is_plain_adverb(run, at)) /* "gibt es bisher kein Hinweis" */
        at++;
    if ((!behind && !text_is(run, verb - 1, "Es") && !text_is(run, verb - 1, "es")) ||
        !same_clause(run->doc, verb, at) || !noun_phrase_at(run->doc, at, &object) || !object.has_determiner ||
        object.contracted || in_list(run, LIST_AMOUNT_WORDS, at)) /* "es gibt etwas Schöneres" */
        return;
    uint32_t cases = agreeing_cases(run->doc, &object, NULL);

    if (cases != 0 && (cases & (CASE_ACC | CASE_DAT)) == 0)
        suggest_agreement(run, report(run, "check/government", tokens_span(run, verb, object.noun)), &object, CASE_ACC);
}

/* "gedachte in seiner Rede den Maler": the first phrase without a preposition, and no genitive. */
static void check_genitive_object(const struct check_run *run, size_t verb)
{
    struct noun_phrase object;

    if (!may_be_finite(token_at(run, verb)) || !has_lemma(&run->context->lexicon, token_at(run, verb), "gedenken") ||
        verb == 0 || !same_clause(run->doc, verb - 1, verb) || token_is(token_at(run, verb - 1), POS_DETERMINER) ||
        zu_infinitive_follows(run->doc, verb))
        return;
    for (size_t i = verb + 1; same_clause(run->doc, verb, i) && token_at(run, i)->kind != TOKEN_PUNCTUATION; i++) {
        if (!noun_phrase_at(run->doc, i, &object))
            continue;
        if (object.has_determiner && !object.contracted && !token_is(token_at(run, i - 1), POS_PREPOSITION)) {
            uint32_t cases = agreeing_cases(run->doc, &object, NULL);

            if (cases != 0 && (cases & (CASE_GEN | CASE_NOM)) == 0 && !in_list(run, LIST_SPANS_OF_TIME, object.noun))
                suggest_agreement(run, report(run, "check/government", tokens_span(run, i, object.noun)), &object,
                                  CASE_GEN);
            return;
        }
        i = object.noun;
    }
}

/* ---- whole clauses ---- */

/* ", der Steuer zu senken", ", die Opfer zu helfen": up to the infinitive one phrase stands without preposition, and it
 * is none that the verb governs. */
static void check_infinitive_group(const struct check_run *run, size_t comma)
{
    size_t first = comma + 1, end = stretch_end(run, first), verb = end - 1;
    struct noun_phrase object, other;

    if (comma == 0 || !same_sentence(run, comma, comma + 4) || end < first + 4 || !text_is(run, verb - 1, "zu") ||
        !token_is_verb_form(token_at(run, verb), VERB_INFINITIVE) || !noun_phrase_at(run->doc, first, &object) ||
        !object.has_determiner || object.contracted)
        return;
    bool accusative = has_lemma_of(&run->context->lexicon, token_at(run, verb), LIST_ACCUSATIVE_VERBS);
    bool dative = has_lemma_of(&run->context->lexicon, token_at(run, verb), LIST_DATIVE_ONLY_VERBS);
    uint32_t cases = agreeing_cases(run->doc, &object, NULL), governed = accusative ? CASE_ACC : CASE_DAT;

    if (accusative == dative || cases == 0 || (cases & governed) != 0 || is_adverbial_noun(run, object.noun) ||
        is_governed_from_behind(run, object.noun) || !has_sure_paradigm(run, &object, governed))
        return;
    for (size_t i = behind_genitive(run->doc, object.noun + 1); i + 1 < verb; i++) {
        const struct token *token = token_at(run, i);

        if (token_is(token, POS_PRONOUN) || token_is(token, POS_CONJUNCTION) || may_be_finite(token) ||
            (is_capitalised(token) && !is_governed(run, i)))
            return;
        if (noun_at(run->doc, i, &other)) {
            if (!in_prepositional_phrase(run, &other))
                return;
            i = other.noun;
        }
    }
    suggest_agreement(run, report(run, "check/government", tokens_span(run, object.first, object.noun)), &object,
                      governed);
}

static bool is_sure_argument(const struct check_run *run, const struct clause_phrase *phrase)
{
    return is_argument(phrase) && !phrase->name && phrase->cases != 0 && !phrase->several &&
           !text_is(run, phrase->head, "einander") && !text_is(run, phrase->head, "ein") && /* "ein kaum drei Meter" */
           !(phrase->first > 0 && token_is(token_at(run, phrase->first - 1), POS_DETERMINER));
}

static void report_phrase(const struct check_run *run, const struct clause_phrase *phrase, uint32_t asked)
{
    suggest_case(run, report(run, "check/government", tokens_span(run, phrase->first, phrase->end - 1)), phrase, asked);
}

/* How many arguments may stand in one of these cases; "beim Kauf der Wohnung" holds none. */
static size_t count_arguments(const struct clause *clause, uint32_t cases)
{
    size_t count = 0;

    for (size_t i = 0; i < clause->count; i++)
        count += is_argument(&clause->phrases[i]) && (clause->phrases[i].cases & cases) != 0 &&
                 !(is_genitive_attribute(clause, i) && clause->phrases[i - 1].prepositional);
    return count;
}

/* How many may be a dative and no genitive of what stands before them: "halfen die Opfer | der Flut". */
static size_t count_datives(const struct clause *clause)
{
    size_t count = 0;

    for (size_t i = 0; i < clause->count; i++)
        count += is_argument(&clause->phrases[i]) && (clause->phrases[i].cases & CASE_DAT) != 0 &&
                 !is_genitive_attribute(clause, i);
    return count;
}

/* Two that may be the subject, the second no attribute of the first ("Es fehlen die Namen der Ermittler"). */
static bool has_two_subjects(const struct clause *clause)
{
    size_t attributes = 0;

    for (size_t i = 0; i < clause->count; i++)
        attributes += is_argument(&clause->phrases[i]) && (clause->phrases[i].cases & CASE_NOM) != 0 &&
                      is_genitive_attribute(clause, i);
    return count_arguments(clause, CASE_NOM) == 2 && attributes == 0;
}

/* "Es folgte der Minister", "Was hilft die Klage?": nothing is missing there. */
static bool holds_es(const struct check_run *run, const struct clause *clause)
{
    for (size_t i = clause->first; i < clause->end; i++)
        if (text_is(run, i, "es") || text_is(run, i, "Es") || text_is(run, i, "was") || text_is(run, i, "Was"))
            return true;
    return false;
}

/* "der Mann, den wir vertrauen" */
static bool is_accusative_pronoun(const struct token *pronoun)
{
    return relative_cases(pronoun) == CASE_ACC;
}

/* The noun right before the comma, of which the relative pronoun can be no dative: "der Kandidat, der", "die Opfer,
 * die". *numbers receives those of the noun. */
static bool is_no_dative(const struct check_run *run, size_t pronoun, uint32_t *numbers)
{
    uint32_t genders;

    *numbers = NUMBER_ANY;
    if (text_is(run, pronoun, "die") || text_is(run, pronoun, "das"))
        return true;
    return text_is(run, pronoun, "der") && pronoun > 2 && text_is(run, pronoun - 1, ",") &&
           noun_features(token_at(run, pronoun - 2), &genders, numbers) && *numbers == NUMBER_SG &&
           !may_stand_for(token_at(run, pronoun), CASE_DAT, NUMBER_ANY, genders, *numbers);
}

/* "die Opfer, die der Fonds helfen soll": another phrase that is nothing but a nominative, of the verb's number; or a
 * plural, where pronoun and verb are of different numbers ("der Kandidat, der die Wähler vertrauen"). */
static bool is_beside_subject(const struct check_run *run, const struct clause *clause)
{
    uint32_t numbers, wanted = finite_numbers(token_at(run, clause->finite));

    if (!is_no_dative(run, clause->opener, &numbers))
        return false;
    for (size_t i = 0; i < clause->count; i++) {
        const struct clause_phrase *phrase = &clause->phrases[i];
        bool alone = (phrase->cases & (CASE_NOM | CASE_DAT | CASE_ACC)) == CASE_NOM;
        bool several = numbers == NUMBER_SG && wanted == NUMBER_PL && (phrase->cases & CASE_NOM) != 0 &&
                       (phrase->cases & CASE_DAT) == 0;

        if (is_argument(phrase) && !phrase->name && !phrase->several && phrase->determined && (alone || several) &&
            (phrase->numbers & wanted) != 0)
            return true;
    }
    return false;
}

/* "Den Anblick wollte sich niemand entgehen lassen", "die Schüler mit Programmen vertraut machen": the object is that
 * of the other verb. */
static bool stands_with_lassen(const struct check_run *run, const struct clause *clause)
{
    for (size_t i = clause->first; i < clause->end; i++)
        if (has_lemma(&run->context->lexicon, token_at(run, i), "lassen") ||
            (has_lemma(&run->context->lexicon, token_at(run, i), "machen") && i != clause->verb))
            return true;
    return false;
}

/* "Das Haus gehört einen Lehrer", "Die Reform schadet die Betriebe": no phrase of the clause can be the dative that the
 * verb governs, and one is an accusative, or two could be the subject. */
static void check_dative_verb(const struct check_run *run, const struct clause *clause)
{
    const struct clause_phrase *object = NULL;

    if (!clause_verb_in(run, clause, LIST_DATIVE_ONLY_VERBS) || stands_with_lassen(run, clause))
        return;
    for (size_t i = 0; i < clause->count; i++) {
        const struct clause_phrase *phrase = &clause->phrases[i];

        if (is_sure_argument(run, phrase) && (phrase->cases & (CASE_DAT | CASE_NOM)) == 0 &&
            (phrase->cases & CASE_ACC) != 0)
            object = phrase;
    }
    if (object == NULL && !clause->passive && count_datives(clause) == 0 && has_two_subjects(clause) &&
        !holds_es(run, clause))
        for (size_t i = 0; i < clause->count; i++)
            if (is_sure_argument(run, &clause->phrases[i]) &&
                ((clause->phrases[i].cases & CASE_ACC) != 0 ||
                 (clause->phrases[i].determined && clause->phrases[i].first > clause->finite &&
                  (clause->phrases[i].cases & CASE_NOM) != 0)) &&
                clause->phrases[i].first > clause->phrases[0].first)
                object = &clause->phrases[i];
    if (object != NULL)
        report_phrase(run, object, CASE_DAT);
    else if (clause->relative && count_arguments(clause, CASE_DAT) == 0 && count_arguments(clause, CASE_NOM) == 1 &&
             (is_accusative_pronoun(token_at(run, clause->opener)) || is_beside_subject(run, clause)))
        report(run, "check/government", token_at(run, clause->opener)->span);
}

/* "seiner Mannschaft" may be a genitive, but only right behind a noun. */
static bool is_dative(const struct check_run *run, const struct clause_phrase *phrase)
{
    if ((phrase->cases & CASE_DAT) == 0 || (phrase->cases & ~(uint32_t)(CASE_DAT | CASE_GEN)) != 0)
        return false;
    return (phrase->cases & CASE_GEN) == 0 ||
           (phrase->first > 0 && (token_at(run, phrase->first - 1)->flags & TOKEN_CAPITAL) == 0 &&
            token_at(run, phrase->first - 1)->kind == TOKEN_WORD);
}

/* "einer Studie im Blatt „Land“ zufolge": a postposition behind what the clause holds. */
static bool zufolge_follows(const struct check_run *run, const struct clause *clause)
{
    for (size_t i = clause->first; same_sentence(run, clause->first, i); i++)
        if (text_is(run, i, "zufolge"))
            return true;
    return false;
}

/* "Die Polizei hat dem Mann verhaftet": subject, a dative, and nothing that could be the accusative. */
static void check_accusative_verb(const struct check_run *run, const struct clause *clause)
{
    const struct clause_phrase *object = NULL;
    size_t others = 0, subjects = 0;

    /* A relative pronoun may be subject or object. */
    if (clause->passive || clause->relative || !clause_verb_in(run, clause, LIST_ACCUSATIVE_VERBS) ||
        zufolge_follows(run, clause))
        return;
    for (size_t i = 0; i < clause->count; i++) {
        const struct clause_phrase *phrase = &clause->phrases[i];

        if (!is_argument(phrase))
            continue;
        if (is_sure_argument(run, phrase) && is_dative(run, phrase))
            object = object == NULL ? phrase : object;
        else if ((phrase->cases & CASE_NOM) != 0)
            subjects++;
        else if ((phrase->cases & CASE_ACC) != 0)
            others++;
    }
    if (clause_follows(run, clause->end))
        return;
    if (object != NULL && subjects == 1 && others == 0 && !is_governed_from_behind(run, object->end - 1))
        report_phrase(run, object, CASE_ACC);
}

/* "ein Grenzwert, dem mehrere Staaten überschreiten": a relative pronoun in the dative, a subject, and no accusative.
 */
static void check_relative_object(const struct check_run *run, const struct clause *clause)
{
    size_t subjects = 0;

    if (!clause->relative || clause->passive || relative_cases(token_at(run, clause->opener)) != CASE_DAT ||
        !clause_verb_in(run, clause, LIST_ACCUSATIVE_VERBS) || clause_follows(run, clause->end))
        return;
    for (size_t i = 0; i < clause->count; i++) {
        const struct clause_phrase *phrase = &clause->phrases[i];

        if (!is_argument(phrase) || is_genitive_attribute(clause, i))
            continue;
        if (phrase->name || phrase->several || (phrase->cases & CASE_NOM) == 0 || ++subjects > 1)
            return;
    }
    for (size_t i = clause->first; i < clause->end; i++)
        if (in_list(run, LIST_REFLEXIVE_PRONOUNS, i))
            return;
    if (subjects == 1)
        report(run, "check/government", token_at(run, clause->opener)->span);
}

/* "Der Konzern wuchs sein Geschäft", "protestierten den Krieg": subject, and another phrase that no dative can be. */
static void check_verb_without_object(const struct check_run *run, const struct clause *clause)
{
    const struct clause_phrase *subject = NULL, *object = NULL;

    /* "lässt das Gras wachsen": an infinitive may have its subject for an object of another verb. */
    if (clause->passive || clause->relative || !clause_verb_in(run, clause, LIST_VERBS_WITHOUT_OBJECT) ||
        (clause->verb != clause->finite && !token_is_verb_form(token_at(run, clause->verb), VERB_PARTICIPLE2)))
        return;
    for (size_t i = 0; i < clause->count; i++) {
        const struct clause_phrase *phrase = &clause->phrases[i];

        if (!is_argument(phrase))
            continue;
        if (subject == NULL && (phrase->cases & CASE_NOM) != 0)
            subject = phrase;
        else if (object == NULL && is_sure_argument(run, phrase) && phrase->determined && !phrase->counted &&
                 (phrase->cases & CASE_ACC) != 0 && (phrase->cases & CASE_DAT) == 0 &&
                 !is_adverbial_noun(run, phrase->head))
            object = phrase;
        else
            return;
    }
    /* "Kurz nach Mitternacht erschien das Album" */
    bool adverb =
        subject != NULL && subject->first == sentence_first(run, subject->first) && !subject->determined &&
        (small_is(token_at(run, subject->first), POS_ADVERB) || small_is(token_at(run, subject->first), POS_ADJECTIVE));

    if (subject != NULL && object != NULL && subject->end <= clause->finite && !adverb && !holds_es(run, clause) &&
        !is_governed_from_behind(run, object->end - 1))
        report(run, "check/needless-object", token_at(run, clause->verb)->span);
}

/* "sich" stands right behind the finite verb, or behind the subject: "bediente sich". */
static bool holds_sich(const struct check_run *run, const struct clause *clause)
{
    for (size_t i = clause->first; i < clause->end; i++)
        if (text_is(run, i, "sich"))
            return true;
    return false;
}

/* "Das Land bedarf einen Neuanfang", "Sie bedienten sich einen Trick" */
static void check_genitive_verb(const struct check_run *run, const struct clause *clause)
{
    if (!clause_verb_in(run, clause, LIST_GENITIVE_VERBS) &&
        !(clause_verb_in(run, clause, LIST_REFLEXIVE_GENITIVE_VERBS) && holds_sich(run, clause)))
        return;
    for (size_t i = 0; i < clause->count; i++)
        if (is_sure_argument(run, &clause->phrases[i]) && (clause->phrases[i].cases & (CASE_GEN | CASE_NOM)) == 0 &&
            !clause->phrases[i].pronoun)
            report_phrase(run, &clause->phrases[i], CASE_GEN);
}

/* The argument of a main clause that stands alone before its finite verb, and is a subject with its article; NULL where
 * something else opens the clause. */
static const struct clause_phrase *opening_subject(const struct clause *clause)
{
    const struct clause_phrase *subject = &clause->phrases[0];

    return clause->order == CLAUSE_VERB_SECOND && clause->count > 0 && subject->first == clause->first &&
                   is_argument(subject) && subject->determined && !subject->several && subject->end <= clause->finite &&
                   (subject->cases & CASE_NOM) != 0 && (subject->cases & CASE_GEN) == 0
               ? subject
               : NULL;
}

/* "Der Verkauf bedarf noch die Zustimmung der Behörde": the subject opens the clause, so that the only other argument
 * is the object, and it is no genitive. */
static void check_second_nominative(const struct check_run *run, const struct clause *clause)
{
    const struct clause_phrase *object = NULL;

    if (!clause_verb_in(run, clause, LIST_GENITIVE_VERBS) || opening_subject(clause) == NULL)
        return;
    for (size_t i = 1; i < clause->count; i++) {
        const struct clause_phrase *phrase = &clause->phrases[i];

        if (!is_argument(phrase) || is_genitive_attribute(clause, i))
            continue;
        if (object != NULL || phrase->first < clause->finite || !is_sure_argument(run, phrase) || phrase->pronoun ||
            !phrase->determined || (phrase->cases & CASE_NOM) == 0 || (phrase->cases & CASE_GEN) != 0)
            return;
        object = phrase;
    }
    if (object != NULL)
        report_phrase(run, object, CASE_GEN);
}

/* "Die Familie wirft die Klinik schwere Fehler vor": the subject opens the clause, and of the two other arguments none
 * is the dative of who gets something. */
static void check_lost_dative(const struct check_run *run, const struct clause *clause)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct clause_phrase *receiver = NULL, *given = NULL;
    uint32_t joined = token_at(run, clause->finite)->analysis.joined;
    bool accuses = joined != NO_ID && slice_is(lemma_text(lexicon, joined), "vorwerfen");

    if (clause->passive || (!accuses && !clause_verb_in(run, clause, LIST_VERBS_WITH_RECEIVER)) ||
        opening_subject(clause) == NULL)
        return;
    for (size_t i = 1; i < clause->count; i++) {
        const struct clause_phrase *phrase = &clause->phrases[i];

        if (!is_argument(phrase) || is_genitive_attribute(clause, i))
            continue;
        if (given != NULL || !is_sure_argument(run, phrase) || phrase->pronoun || phrase->first < clause->finite ||
            (phrase->cases & CASE_ACC) == 0 || (phrase->cases & CASE_DAT) != 0 || is_adverbial_noun(run, phrase->head))
            return;
        *(receiver == NULL ? &receiver : &given) = phrase;
    }
    if (given != NULL && in_list_lower(run, LIST_DEFINITE_DETERMINERS, receiver->first) &&
        receiver->end == given->first && !receiver->counted &&
        (accuses || is_person(lexicon, token_at(run, receiver->head)) || is_kind_of(run, receiver->head, LIST_AGENTS)))
        report_phrase(run, receiver, CASE_DAT);
}

/* "schuldig", "los": what one remains so stands in the accusative. */
static bool holds_adjective_with_object(const struct check_run *run, const struct clause *clause)
{
    for (size_t i = clause->first; i < clause->end; i++)
        if (i != clause->finite && !is_capitalised(token_at(run, i)) && !text_is(run, i, "weltweit") &&
            (has_bare_adjective(token_at(run, i)) || token_is(token_at(run, i), POS_PREFIX) ||
             token_is(token_at(run, i), POS_CONJUNCTION)) &&
            !in_list(run, LIST_ADVERBS_OF_TIME, i))
            return true;
    return false;
}

/* "bleibt das Land den größten Exporteur": what something remains or becomes is a nominative. */
static void check_predicate_case(const struct check_run *run, const struct clause *clause)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *finite = token_at(run, clause->finite);
    const struct clause_phrase *object = NULL;
    bool subject = false;

    if (clause->verb != clause->finite || clause->relative || finite->analysis.joined != NO_ID ||
        !(has_lemma(lexicon, finite, "bleiben") ||
          (has_lemma(lexicon, finite, "werden") && text_is(run, clause->end, ".") &&
           (token_is_verb_form(finite, VERB_PRESENT) || token_is_verb_form(finite, VERB_PAST)))))
        return;
    for (size_t i = 0; i < clause->count; i++) {
        const struct clause_phrase *phrase = &clause->phrases[i];

        if (!is_argument(phrase) || is_genitive_attribute(clause, i))
            continue;
        if (object == NULL && phrase->first > clause->finite && is_sure_argument(run, phrase) && phrase->determined &&
            phrase->cases == CASE_ACC && !is_adverbial_noun(run, phrase->head))
            object = phrase;
        else if ((phrase->cases & CASE_NOM) != 0 || phrase->name)
            subject = true;
        else
            return;
    }
    if (object != NULL && subject && !holds_es(run, clause) && !holds_adjective_with_object(run, clause) &&
        !is_governed_from_behind(run, object->end - 1))
        report_phrase(run, object, CASE_NOM);
}

/* ---- what a verb with its prefix apart never lacks ---- */

/* "am Montag", "mit großer Mehrheit", "entschieden": phrases with prepositions, each of one noun and apart from the
 * next ("legte vor Gericht | Akten vor"), and words that say how or when. */
static bool holds_adverbials_alone(const struct check_run *run, size_t first, size_t end)
{
    struct clause_phrase phrase;
    size_t at = first;

    while (at < end) {
        const struct token *token = token_at(run, at);
        bool contracted = has_contraction(token);

        if (token->kind != TOKEN_WORD || (token->flags & (TOKEN_CAPITAL | TOKEN_QUOTED)) != 0)
            return false;
        if (!contracted && !token_is(token, POS_PREPOSITION)) {
            if (token_is(token, POS_PRONOUN) || token_is(token, POS_DETERMINER) || is_inflected_adjective(token) ||
                in_list(run, LIST_PRONOMINAL_ADVERBS, at) || in_list(run, LIST_REFLEXIVE_PRONOUNS, at) ||
                !(token_is(token, POS_ADVERB) || token_is(token, POS_PARTICLE) || has_bare_adjective(token)))
                return false;
            at++;
            continue;
        }
        if (!read_clause_phrase(run, at + !contracted, &phrase) || phrase.pronoun || phrase.end != phrase.head + 1 ||
            phrase.end > end || text_is(run, phrase.end, "und"))
            return false;
        at = phrase.end;
    }
    return at > first;
}

/* "Die Regierung wies am Montag entschieden zurück und sprach": nothing in the clause may be the object of a verb that
 * has always one. */
static void check_lost_object(const struct check_run *run, const struct clause *clause)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *finite = token_at(run, clause->finite);

    if (finite->analysis.joined == NO_ID || clause->verb != clause->finite || opening_subject(clause) == NULL ||
        clause->end != finite->analysis.particle + 1 ||
        !in_word_list(lexicon, LIST_VERBS_NEVER_ALONE, lemma_text(lexicon, finite->analysis.joined)) ||
        (!text_is(run, clause->end, ".") && !text_is(run, clause->end, "und")))
        return;
    if (holds_adverbials_alone(run, clause->finite + 1, clause->end - 1))
        report(run, "check/missing-object", tokens_span(run, clause->finite, clause->end - 1));
}

void check_objects(const struct check_run *run)
{
    for (size_t i = 0; i < run->doc->token_count; i++) {
        check_accusative_object(run, i);
        check_dative_object(run, i);
        check_genitive_object(run, i);
        check_there_is(run, i);
    }
    for (size_t i = next_marked(run, MARK_COMMA, 0); i < run->doc->token_count; i = next_marked(run, MARK_COMMA, i + 1))
        check_infinitive_group(run, i);
    for (size_t i = 0; i < run->clause_count; i++) {
        check_dative_verb(run, &run->clauses[i]);
        check_accusative_verb(run, &run->clauses[i]);
        check_relative_object(run, &run->clauses[i]);
        check_verb_without_object(run, &run->clauses[i]);
        check_genitive_verb(run, &run->clauses[i]);
        check_second_nominative(run, &run->clauses[i]);
        check_lost_dative(run, &run->clauses[i]);
        check_predicate_case(run, &run->clauses[i]);
        check_lost_object(run, &run->clauses[i]);
    }
}
