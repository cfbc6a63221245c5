/* Marks clauses whose phrases stand in cases that no verb has together: three of them without a dative ("Die Jury
 * verlieh das Orchester einen Preis"), two nominatives ("Die Fans bejubelten der junge Läufer"), and the passive of a
 * verb with the dative that takes the English subject along ("Der Fahrer wurde geholfen"). */
#include "checks/checks.h"
#include "checks/clauses.h"
#include "checks/compounds.h"
#include "checks/corrections.h"
#include "checks/phrases.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

static const uint32_t SUBJECT_OR_OBJECT = CASE_NOM | CASE_ACC;

static bool is_expletive(const struct check_run *run, const struct clause *clause)
{
    for (size_t i = clause->first; i < clause->end; i++)
        if (lower_in_list(&run->context->lexicon, LIST_SUBJECTS_OF_ANY_NUMBER, token_at(run, i)))
            return true;
    return false;
}

/* "er", "sie", "ihn": of all pronouns these alone are subject or object for sure; "alle", "beide" may stand beside one.
 */
static bool is_personal(const struct check_run *run, const struct clause_phrase *phrase)
{
    const struct token *token = token_at(run, phrase->head);

    for (uint16_t i = 0; !token_is(token, POS_RELATIVE) && i < token->analysis.reading_count; i++)
        if ((token->analysis.readings[i].features & (PERSON_1 | PERSON_2 | PERSON_3)) != 0)
            return true;
    return text_is(run, phrase->head, "alles");
}

static bool is_copula(const struct check_run *run, size_t verb)
{
    return has_lemma_of(&run->context->lexicon, token_at(run, verb), LIST_VERBS_WITH_TWO_NOMINATIVES);
}

/* cases: those that it should stand in. */
static void report_phrase(const struct check_run *run, const struct clause_phrase *phrase, uint32_t cases)
{
    suggest_case(run, report(run, "check/valency", tokens_span(run, phrase->first, phrase->end - 1)), phrase, cases);
}

/* ---- three phrases without a dative ---- */

/* "lässt die Kinder den Ball holen", "nannte den Plan einen Fehler", "die Treppe hinauf". */
static bool may_add_accusative(const struct check_run *run, size_t index)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *token = token_at(run, index);

    return (!token_is(token, POS_AUXILIARY) && has_lemma_of(lexicon, token, LIST_VERBS_WITH_BARE_INFINITIVE)) ||
           has_lemma_of(lexicon, token, LIST_VERBS_WITH_TWO_ACCUSATIVES) ||
           slice_starts(text_at(run, index), SLICE("hin")) || slice_starts(text_at(run, index), SLICE("her")) ||
           text_is(run, index, "entlang") || text_is(run, index, "gegenüber");
}

static bool takes_two_accusatives(const struct check_run *run, const struct clause *clause)
{
    for (size_t i = clause->first; i < clause->end; i++)
        if (may_add_accusative(run, i))
            return true;
    return false;
}

/* The same of all words but the finite verb, "sein" or "werden". */
static bool others_take_accusative(const struct check_run *run, const struct clause *clause)
{
    for (size_t i = clause->first; i < clause->end; i++)
        if (i != clause->finite && may_add_accusative(run, i))
            return true;
    return false;
}

/* The phrases that may be nothing but subject and objects in the accusative; 0 where one may be anything else.
 * *last_but_one is that before the last. */
static size_t count_direct(const struct check_run *run, const struct clause *clause,
                           const struct clause_phrase **last_but_one)
{
    uint32_t opener = clause->relative ? relative_cases(token_at(run, clause->opener)) : 0;
    const struct clause_phrase *last = NULL;
    size_t count = opener != 0;

    if ((opener & ~SUBJECT_OR_OBJECT) != 0)
        return 0;
    for (size_t i = 0; i < clause->count; i++) {
        const struct clause_phrase *phrase = &clause->phrases[i];

        if (phrase->prepositional || is_genitive_attribute(clause, i))
            continue;
        bool appended = i > 0 && clause->phrases[i - 1].end == phrase->first && !phrase->determined &&
                        !phrase->pronoun; /* "eine Tüte süße Nüsse" */

        /* "die Höhe der Steuer wie auch die Höhe der Abgabe", "eine Bahn aber kein Auto" */
        bool joined = phrase->first > clause->first && (token_is(token_at(run, phrase->first - 1), POS_CONJUNCTION) ||
                                                        text_is(run, phrase->first - 1, "auch"));

        if (appended || joined || phrase->adverbial || phrase->name || phrase->several || phrase->cases == 0 ||
            (phrase->cases & ~SUBJECT_OR_OBJECT) != 0 || (phrase->pronoun && !is_personal(run, phrase)) ||
            in_list(run, LIST_ADVERBIAL_NOUNS, phrase->head))
            return 0;
        *last_but_one = last;
        last = phrase;
        count++;
    }
    return count;
}

static void check_three(const struct check_run *run, const struct clause *clause)
{
    const struct clause_phrase *marked = NULL;

    bool have = has_lemma(&run->context->lexicon, token_at(run, clause->finite), "haben");
    bool lacks_verb = token_is(token_at(run, clause->finite), POS_AUXILIARY) && clause->verb == clause->finite && !have;

    /* "hat das Rad vor der Tür stehen" */
    if (have && clause->verb != clause->finite && token_is_verb_form(token_at(run, clause->verb), VERB_INFINITIVE) &&
        !token_is_verb_form(token_at(run, clause->verb), VERB_PARTICIPLE2))
        return;

    if (clause->count < 2 || clause->passive || lacks_verb || finite_numbers(token_at(run, clause->finite)) == 0 ||
        count_direct(run, clause, &marked) < 3 || marked == NULL || marked->pronoun || (have && !marked->determined) ||
        is_copula(run, clause->finite) || is_copula(run, clause->verb) || takes_two_accusatives(run, clause))
        return;
    if (clause->relative) /* "der Mann, den die Stadt das Haus gab": the pronoun oftener than the phrase */
        report(run, "check/valency", tokens_span(run, clause->opener, marked->end - 1));
    else
        report_phrase(run, marked, CASE_DAT);
}

/* "Die Bank lieh das Museum zwei Millionen Euro": who gets an amount is a dative. */
static void check_amount(const struct check_run *run, const struct clause *clause)
{
    const struct clause_phrase *receiver = NULL, *amount = NULL;
    size_t others = 0;

    if (clause->passive || !clause_verb_in(run, clause, LIST_VERBS_OF_GIVING))
        return;
    for (size_t i = 0; i < clause->count; i++) {
        const struct clause_phrase *phrase = &clause->phrases[i];

        if (!phrase->prepositional && phrase->adverbial && phrase->counted &&
            in_list(run, LIST_CURRENCIES, phrase->end - 1))
            amount = phrase;
        else if (phrase->prepositional || is_genitive_attribute(clause, i))
            continue;
        else if (phrase->adverbial || phrase->name || (phrase->cases & ~SUBJECT_OR_OBJECT) != 0 || phrase->cases == 0)
            return;
        else if (phrase->first > clause->finite && amount == NULL)
            receiver = phrase;
        else
            others++;
    }
    if (amount != NULL && receiver != NULL && receiver->determined && others == 1)
        report_phrase(run, receiver, CASE_DAT);
}

/* ---- two nominatives ---- */

/* The cases of a phrase where it stands: "der Botschafter" is a genitive too, but only behind its noun, or beside a
 * verb that has one ("bedient sich der Läufer"). */
static uint32_t cases_here(const struct check_run *run, const struct clause *clause, const struct clause_phrase *phrase)
{
    bool noun_before = phrase->first > 0 && (is_capitalised(token_at(run, phrase->first - 1)) ||
                                             token_is(token_at(run, phrase->first - 1), POS_DETERMINER) ||
                                             is_counting_number(run, phrase->first - 1)); /* "drei der Gäste" */

    if (noun_before || clause_verb_in(run, clause, LIST_GENITIVE_VERBS))
        return phrase->cases;
    for (size_t i = clause->first; i < clause->end; i++)
        if (in_list(run, LIST_REFLEXIVE_PRONOUNS, i))
            return phrase->cases;
    return phrase->cases & ~(uint32_t)CASE_GEN;
}

/* "der junge Läufer": nothing but the nominative of one. */
static bool is_lone_nominative(const struct check_run *run, const struct clause *clause, size_t index)
{
    const struct clause_phrase *phrase = &clause->phrases[index];
    bool adjectival = small_is(token_at(run, phrase->head), POS_ADJECTIVE); /* "der Wert der Ideale" */
    bool part = phrase->first > 0 && token_is(token_at(run, phrase->first - 1), POS_DETERMINER); /* "einem der Arme" */

    return !adjectival && !part && phrase->end == phrase->head + 1 && is_argument(phrase) &&
           cases_here(run, clause, phrase) == CASE_NOM && phrase->numbers == NUMBER_SG && phrase->determined &&
           !phrase->name && !phrase->pronoun && !phrase->several;
}

/* "Die Polizei nahm ein Mann fest": the body that opens the clause acts, and is no object. */
static bool is_acting_body(const struct check_run *run, const struct clause *clause, const struct clause_phrase *phrase)
{
    return phrase->first == clause->first && phrase->end <= clause->finite && (phrase->cases & CASE_NOM) != 0 &&
           phrase->determined && phrase->numbers == NUMBER_SG &&
           has_lemma_of(&run->context->lexicon, token_at(run, phrase->head), LIST_COLLECTIVES) &&
           clause_verb_in(run, clause, LIST_ACTS_OF_POLICE);
}

/* Another phrase of the clause, or its relative pronoun, that is or may be the subject. */
static bool has_subject_beside(const struct check_run *run, const struct clause *clause,
                               const struct clause_phrase *nominative, uint32_t wanted)
{
    if (wanted == NUMBER_PL && text_is(run, clause->opener, "die") && clause->relative)
        return true;
    for (size_t i = 0; i < clause->count; i++) {
        const struct clause_phrase *phrase = &clause->phrases[i];

        if (phrase == nominative || !is_argument(phrase) || phrase->name)
            continue;
        if (is_acting_body(run, clause, phrase))
            return true;
        if (wanted == NUMBER_PL ? (phrase->cases & CASE_NOM) != 0 && (phrase->numbers & NUMBER_PL) != 0
                                : phrase->first < nominative->first && cases_here(run, clause, phrase) == CASE_NOM &&
                                      phrase->numbers == NUMBER_SG)
            return true;
    }
    return false;
}

/* "dass der Kurs die Märkte beruhigen, aber auch": the finite verb may come later. */
static bool may_be_infinitive(const struct check_run *run, const struct clause *clause)
{
    return clause->order == CLAUSE_VERB_LAST && !text_is(run, clause->end, ".") &&
           token_is_verb_form(token_at(run, clause->finite), VERB_INFINITIVE);
}

/* "wird Chef", "will Chef bleiben", "ist Chef gewesen"; but not "wird einen Chef suchen". */
static bool is_copula_of(const struct check_run *run, const struct clause *clause)
{
    bool future =
        clause->verb != clause->finite && has_lemma(&run->context->lexicon, token_at(run, clause->finite), "werden");

    return (!future && is_copula(run, clause->finite)) || is_copula(run, clause->verb);
}

static void check_two_nominatives(const struct check_run *run, const struct clause *clause)
{
    uint32_t wanted = finite_numbers(token_at(run, clause->finite));

    if (clause->passive || (wanted != NUMBER_SG && wanted != NUMBER_PL) || is_copula_of(run, clause) ||
        text_is(run, clause->end - 1, "sein") || is_expletive(run, clause) || may_be_infinitive(run, clause))
        return;
    for (size_t i = 0; i < clause->count; i++)
        if (is_lone_nominative(run, clause, i) && has_subject_beside(run, clause, &clause->phrases[i], wanted)) {
            report_phrase(run, &clause->phrases[i], CASE_ACC);
            return;
        }
}

/* ---- "Das Gericht ist die Klage abgewiesen" ---- */

/* "eine Zeile | nach unten verschoben", "zwei Stufen höher gesetzt": how far. */
static bool is_distance(const struct check_run *run, const struct clause *clause)
{
    for (size_t i = 0; i < clause->count; i++) {
        size_t at = clause->phrases[i].end + text_is(run, clause->phrases[i].end, "nach");

        if (!clause->phrases[i].prepositional && at < clause->end && in_list_lower(run, LIST_WAYS_TO_GO, at))
            return true;
    }
    return false;
}

/* A passive has one phrase that is neither a dative nor behind a preposition. */
static void check_full_passive(const struct check_run *run, const struct clause *clause)
{
    const struct clause_phrase *marked = NULL;

    if (!clause->passive || clause->relative || count_direct(run, clause, &marked) != 2 || marked == NULL ||
        marked->pronoun || !marked->determined || token_is_verb_form(token_at(run, clause->verb), VERB_INFINITIVE) ||
        !clause_verb_in(run, clause, LIST_ACCUSATIVE_VERBS) || is_expletive(run, clause) ||
        takes_two_accusatives(run, clause) || !text_is(run, clause->end, ".") || is_distance(run, clause))
        return;
    for (size_t i = 0; i < clause->count; i++)
        if (!clause->phrases[i].prepositional && !clause->phrases[i].determined)
            return;
    report(run, "check/valency",
           tokens_span(run, marked->first, clause->finite > marked->end ? clause->finite : marked->end - 1));
}

/* ---- "wird den Betrug beschuldigt", "war der Umzug einen Fehler" ---- */

/* "den Betrug", "einen schweren Schlag": nothing but the accusative of one thing, and no time or measure. */
static bool is_lone_accusative(const struct clause_phrase *phrase)
{
    return is_argument(phrase) && phrase->cases == CASE_ACC && phrase->numbers == NUMBER_SG && phrase->determined &&
           !phrase->name && !phrase->pronoun && !phrase->several && !phrase->counted;
}

/* Other phrases that are nominatives, and no name, question or "es" among them. */
static bool has_plain_subject(const struct check_run *run, const struct clause *clause)
{
    bool found = false;

    for (size_t i = 0; i < clause->count; i++) {
        const struct clause_phrase *phrase = &clause->phrases[i];

        if (phrase->prepositional)
            continue;
        if (phrase->name ||
            lower_in_list(&run->context->lexicon, LIST_SUBJECTS_OF_ANY_NUMBER, token_at(run, phrase->head)))
            return false;
        found = found || ((phrase->cases & CASE_NOM) != 0 && is_argument(phrase));
    }
    return found;
}

/* "den Preis wert", "einen Kopf größer", "den Lärm gewohnt": an adjective that takes an accusative. */
static bool holds_bare_adjective(const struct check_run *run, const struct clause *clause)
{
    for (size_t i = clause->first; i < clause->end; i++)
        if (i != clause->finite && !is_capitalised(token_at(run, i)) && has_bare_adjective(token_at(run, i)))
            return true;
    return false;
}

/* "wurde als neuen Chef vorgestellt": what the subject of a passive is called stands in the nominative. */
static void check_as_in_passive(const struct check_run *run, const struct clause *clause)
{
    if (!clause->passive || !has_lemma(&run->context->lexicon, token_at(run, clause->finite), "werden"))
        return;
    for (size_t i = clause->first; i + 2 < clause->end; i++) {
        struct noun_phrase phrase;

        if (!text_is(run, i, "als") || !noun_phrase_at(run->doc, i + 1, &phrase) || phrase.contracted ||
            phrase.noun >= clause->end || phrase.noun == i + 1 || is_adverbial_noun(run, phrase.noun))
            continue;
        uint32_t cases =
            phrase.has_determiner ? agreeing_cases(run->doc, &phrase, NULL) : strong_cases(run->doc, &phrase);

        if (cases != 0 && (cases & (CASE_NOM | CASE_DAT | CASE_GEN)) == 0)
            suggest_agreement(run, report(run, "check/valency", tokens_span(run, phrase.first, phrase.noun)), &phrase,
                              CASE_NOM);
    }
}

/* ---- "bezeichnete den Angriff als einer der schwersten", "warf die Bank vor, dass" ---- */

/* The cases of what someone is called behind als: "einer der schwersten", "ruhiger Mieter", "ein Fehler". */
static uint32_t cases_behind_as(const struct check_run *run, size_t index, size_t *last)
{
    struct noun_phrase phrase;

    *last = index;
    if (text_is(run, index, "einer") && (text_is(run, index + 1, "der") || text_is(run, index + 1, "von")))
        return CASE_NOM | CASE_GEN | CASE_DAT;
    if (!noun_phrase_at(run->doc, index, &phrase) || phrase.contracted || phrase.noun == index)
        return 0;
    *last = phrase.noun;
    return phrase.has_determiner ? agreeing_cases(run->doc, &phrase, NULL) : strong_cases(run->doc, &phrase);
}

/* The phrase right before als can be nothing but an accusative: "den Angriff". */
static bool is_object_before(const struct check_run *run, size_t as)
{
    enum { REACH = 4 };
    struct noun_phrase phrase;

    for (size_t first = as; first-- > 0 && as - first <= REACH && same_clause(run->doc, first, as);)
        if (token_is(token_at(run, first), POS_DETERMINER) && noun_phrase_at(run->doc, first, &phrase) &&
            phrase.noun + 1 == as)
            return !phrase.contracted &&
                   (agreeing_cases(run->doc, &phrase, NULL) & (CASE_ACC | CASE_NOM)) == CASE_ACC &&
                   (first == 0 || !token_is(token_at(run, first - 1), POS_PREPOSITION));
    return false;
}

/* What the object of such a verb is called stands in its case. */
static void check_as_of_object(const struct check_run *run, size_t as)
{
    bool calls = false;

    if (!text_is(run, as, "als") || as == 0 || !is_capitalised(token_at(run, as - 1)) ||
        !same_clause(run->doc, as, as + 2))
        return;
    size_t first = stretch_first(run, as), end = stretch_end(run, as), last = as;

    if (as < first + 2)
        return;
    uint32_t cases = cases_behind_as(run, as + 1, &last);
    bool list = text_is(run, as + 2, ",") && cases == 0; /* "ruhiger, höflicher Mieter" */

    if (list && is_inflected_adjective(token_at(run, as + 1)) &&
        noun_phrase_at(run->doc, as + 3, &(struct noun_phrase){ 0 }))
        cases = cases_behind_as(run, as + 3, &last);
    if (cases == 0 || (cases & (CASE_ACC | CASE_NOM)) != CASE_NOM || !is_object_before(run, as))
        return;
    for (size_t i = first; i < end; i++) {
        calls = calls || lemma_in_list(&run->context->lexicon, LIST_VERBS_OF_CALLING, token_at(run, i));
        if (has_lemma(&run->context->lexicon, token_at(run, i), "werden"))
            return;
    }
    if (!calls)
        return;
    struct noun_phrase phrase;
    struct issue *issue = report(run, "check/valency", tokens_span(run, as + 1, last));

    if (last == as + 1)
        suggest(run, issue, SLICE("einen"));
    else if (!list && noun_phrase_at(run->doc, as + 1, &phrase))
        suggest_agreement(run, issue, &phrase, CASE_ACC);
}

/* "warf die Bank vor, dass": of a verb of giving the clause is what is given, so that a person or body beside the
 * subject gets it. */
static void check_receiver_of_clause(const struct check_run *run, const struct clause *clause)
{
    const struct clause_phrase *subject = NULL, *receiver = NULL;
    size_t next = clause->end + 1;

    if (clause->passive || clause->relative || !clause_verb_in(run, clause, LIST_VERBS_OF_TELLING) ||
        !text_is(run, clause->end, ",") || !same_sentence(run, clause->end, next) ||
        !(text_is(run, next, "dass") || text_is(run, next, "ob") ||
          is_zu_infinitive(run->doc, stretch_end(run, next) - 1) || text_is(run, stretch_end(run, next) - 1, "haben")))
        return;
    for (size_t i = 0; i < clause->count; i++) {
        const struct clause_phrase *phrase = &clause->phrases[i];

        if (phrase->prepositional || is_genitive_attribute(clause, i))
            continue;
        if (phrase->adverbial || phrase->name || phrase->several || (phrase->cases & ~SUBJECT_OR_OBJECT) != 0 ||
            phrase->cases == 0 || (subject != NULL && receiver != NULL))
            return;
        if (subject == NULL)
            subject = phrase;
        else
            receiver = phrase;
    }
    if (receiver == NULL || !receiver->determined || receiver->first < clause->finite)
        return;
    if (is_person(&run->context->lexicon, token_at(run, receiver->head)) ||
        is_kind_of(run, receiver->head, LIST_PEOPLE) || is_kind_of(run, receiver->head, LIST_COLLECTIVES))
        report_phrase(run, receiver, CASE_DAT);
}

/* A word that a phrase begins with, or that governs one. */
static bool begins_phrase(const struct token *token)
{
    return token_is(token, POS_PRONOUN) || token_is(token, POS_DETERMINER) || token_is(token, POS_NUMERAL) ||
           small_is(token, POS_PREPOSITION);
}

/* In a passive with werden nothing stands in the accusative, nor does what someone is. */
static void check_needless_accusative(const struct check_run *run, const struct clause *clause)
{
    const struct token *finite = token_at(run, clause->finite), *verb = token_at(run, clause->verb);
    bool passive = clause->passive && has_lemma(&run->context->lexicon, finite, "werden") &&
                   clause->verb != clause->finite && !token_is_verb_form(verb, VERB_INFINITIVE) &&
                   !text_is(run, clause->end - 1, "haben");
    bool copula = clause->verb == clause->finite && has_lemma(&run->context->lexicon, finite, "sein") &&
                  !holds_bare_adjective(run, clause);

    if ((!passive && !copula) || clause->relative || others_take_accusative(run, clause) ||
        !has_plain_subject(run, clause))
        return;
    for (size_t i = 0; i < clause->count; i++) {
        const struct clause_phrase *phrase = &clause->phrases[i];
        bool inner = (phrase->end < clause->end && is_inflected_adjective(token_at(run, phrase->end))) ||
                     (phrase->first > 0 && begins_phrase(token_at(run, phrase->first - 1)));
        bool ends = phrase->end >= clause->end || token_is(token_at(run, phrase->end), POS_PREPOSITION) ||
                    (i + 1 < clause->count && is_genitive_attribute(clause, i + 1));

        if (is_lone_accusative(phrase) && !inner && (passive || ends)) {
            report_phrase(run, phrase, passive ? CASE_GEN | CASE_DAT | CASE_NOM : CASE_NOM);
            return;
        }
    }
}

/* ---- "Der Fahrer wurde geholfen" ---- */

/* "wurde gedacht": of gedenken, unless something shows that it is of denken. */
static bool is_remembered(const struct check_run *run, const struct clause *clause)
{
    for (size_t i = clause->first; i < clause->end; i++)
        if (token_is(token_at(run, i), POS_PREPOSITION) && !has_contraction(token_at(run, i)) &&
            !text_is(run, i, "mit") && !text_is(run, i, "von"))
            return false;
    return has_lemma(&run->context->lexicon, token_at(run, clause->verb), "gedenken");
}

static void check_dative_passive(const struct check_run *run, const struct clause *clause)
{
    const struct clause_phrase *subject = NULL;

    if (!clause->passive || has_lemma(&run->context->lexicon, token_at(run, clause->finite), "sein") ||
        (!clause_verb_in(run, clause, LIST_DATIVE_ONLY_VERBS) && !is_remembered(run, clause)))
        return;
    for (size_t i = 0; i < clause->count; i++) {
        const struct clause_phrase *phrase = &clause->phrases[i];

        if (phrase->prepositional || phrase->adverbial || is_genitive_attribute(clause, i))
            continue;
        if (phrase->name || (phrase->cases & ~SUBJECT_OR_OBJECT) != 0 || phrase->cases == 0)
            return;
        if ((phrase->determined || phrase->counted || in_list_lower(run, LIST_SUBJECT_PRONOUNS, phrase->head)) &&
            subject == NULL)
            subject = phrase;
    }
    if (subject != NULL)
        report_phrase(run, subject, CASE_DAT);
}

/* ---- "gilt als aussichtsreichsten Kandidaten" ---- */

/* What something is taken for is a nominative. */
static void check_as_of_subject(const struct check_run *run, size_t as)
{
    size_t last = as, verb = 0;

    if (!text_is(run, as, "als") || !same_clause(run->doc, as, as + 2))
        return;
    uint32_t cases = cases_behind_as(run, as + 1, &last);

    for (size_t i = stretch_first(run, as), end = stretch_end(run, as); i < end; i++) {
        bool compared = i < as && (text_is(run, i, "weniger") || text_is(run, i, "mehr") || text_is(run, i, "eher"));

        if (compared || has_lemma(&run->context->lexicon, token_at(run, i), "lassen"))
            return;
        if (has_lemma(&run->context->lexicon, token_at(run, i), "gelten"))
            verb = i;
    }
    size_t next = behind_genitive(run->doc, last + 1);
    bool ends = !same_clause(run->doc, last, next) || token_at(run, next)->kind == TOKEN_PUNCTUATION ||
                token_is(token_at(run, next), POS_PREPOSITION) || next == verb;
    struct noun_phrase phrase;

    if (verb == 0 || cases == 0 || (cases & CASE_NOM) != 0 || !ends || !noun_phrase_at(run->doc, as + 1, &phrase) ||
        is_uncertain(run, &phrase))
        return;
    suggest_agreement(run, report(run, "check/valency", tokens_span(run, as + 1, last)), &phrase, CASE_NOM);
}

void check_valency(const struct check_run *run)
{
    for (size_t i = 0; i < run->clause_count; i++) {
        const struct clause *clause = &run->clauses[i];

        if (!clause_verb_in(run, clause, LIST_GENITIVE_VERBS)) { /* "gedenken solcher Menschen" */
            check_three(run, clause);
            check_amount(run, clause);
            check_two_nominatives(run, clause);
        }
        check_dative_passive(run, clause);
        check_full_passive(run, clause);
        check_needless_accusative(run, clause);
        check_as_in_passive(run, clause);
        check_receiver_of_clause(run, clause);
    }
    for (size_t i = 0; i < run->doc->token_count; i++) {
        check_as_of_object(run, i);
        check_as_of_subject(run, i);
    }
}
