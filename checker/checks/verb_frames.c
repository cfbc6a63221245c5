/* Marks phrases that the verb of their clause has no place for, by the kinds of objects it takes: an object in the
 * accusative that is lost or stands in another case ("Die Mannschaft zeigte einer starken Leistung"), somebody who gets
 * something in the accusative ("Die Bank kündigte ihre Kunden neue Gebühren an") or as the subject of the passive ("Der
 * Minister wird Untätigkeit vorgeworfen"), a subject in an oblique case ("Russischen Truppen rückten vor"), what
 * someone is in the dative ("Der Bruder ist einem Anwalt"), and what depends on a noun in another case than the
 * genitive ("Der Sprecher dem Präsidenten sagte"). */
#include "checks/checks.h"
#include "checks/clauses.h"
#include "checks/compounds.h"
#include "checks/corrections.h"
#include "checks/places.h"
#include "checks/times.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"
#include "lexicon/traits.h"

enum { MAX_ARGUMENTS = MAX_CLAUSE_PHRASES + 2 };

/* A phrase without preposition. */
struct argument {
    struct clause_phrase phrase;
    uint32_t cases; /* where it stands: a genitive only behind a noun */
    bool optional;  /* a measure, a time, or what may depend on the noun before it */
    bool pronoun_of_thing;
};

/* What a clause offers its verb. */
struct frame {
    const struct clause *clause;
    uint32_t wanted; /* the numbers of its finite verb */
    size_t count;
    struct argument arguments[MAX_ARGUMENTS];
    bool things; /* "es", "das": may be subject or object */
};

/* "mehr", "viel", "nichts" alone: an amount that may be the object, and is read as an adverb. "sich" is an object. */
static bool holds_amount(const struct check_run *run, const struct clause *clause)
{
    for (size_t i = clause->first; i < clause->end; i++) {
        bool opens = (token_at(run, i)->flags & TOKEN_SENTENCE_START) != 0;
        bool amount = opens ? in_list_lower(run, LIST_AMOUNT_WORDS, i) : in_list(run, LIST_AMOUNT_WORDS, i);

        if (in_list_lower(run, LIST_REFLEXIVE_PRONOUNS, i) ||
            (amount && !(i + 1 < clause->end && is_capitalised(token_at(run, i + 1)))))
            return true;
    }
    return false;
}

static void add_argument(const struct check_run *run, struct frame *frame, const struct clause_phrase *phrase)
{
    struct argument *added = &frame->arguments[frame->count++];
    const struct token *before = phrase->first > 0 ? token_at(run, phrase->first - 1) : NULL;
    bool behind = before != NULL && same_sentence(run, phrase->first - 1, phrase->first) &&
                  (is_capitalised(before) || token_is(before, POS_DETERMINER) || before->kind != TOKEN_WORD ||
                   token_is(before, POS_NUMERAL));
    bool genitive = behind && !phrase->pronoun && (phrase->cases & CASE_GEN) != 0;

    *added = (struct argument){ .phrase = *phrase, .cases = phrase->cases };
    if (!genitive)
        added->cases &= ~(uint32_t)CASE_GEN;
    bool alone = phrase->first == phrase->head ||
                 (phrase->first + 1 == phrase->head && in_list_lower(run, LIST_AMOUNT_WORDS, phrase->first));

    if (alone && !phrase->pronoun && !phrase->counted && phrase->numbers == NUMBER_SG)
        added->cases &= ~(uint32_t)CASE_DAT; /* "Betrug": a noun alone is subject or object */
    if (added->cases == 0)
        genitive = true, added->cases = CASE_GEN;
    added->optional = genitive || (phrase->adverbial && (phrase->cases != CASE_NOM || !phrase->determined));
}

/* "den Händler Betrug": a noun that stands without article, glued to the phrase before it as a name would be. */
static bool split_bare_noun(const struct check_run *run, struct frame *frame, const struct clause_phrase *phrase)
{
    struct clause_phrase front = *phrase,
                         rest = { .first = phrase->head + 1, .end = phrase->head + 2, .head = phrase->head + 1 };
    struct noun_phrase words, bare;

    if (!phrase->determined || phrase->end != phrase->head + 2 || phrase->several ||
        !noun_phrase_at(run->doc, phrase->first, &words) || words.noun != phrase->head ||
        !bare_noun_at(run->doc, phrase->head + 1, &bare) || !is_plain_noun(token_at(run, phrase->head)) ||
        !is_plain_noun(token_at(run, phrase->head + 1)) ||
        is_person(&run->context->lexicon, token_at(run, phrase->head + 1)) ||
        is_capital_adjective(run, token_at(run, phrase->head))) /* "die Wiener Bürgerschaft" */
        return false;
    front.end = phrase->head + 1;
    front.cases = agreeing_cases(run->doc, &words, &front.numbers);
    if ((front.cases & CASE_NOM) != 0)
        front.numbers = agreeing_numbers(run->doc, &words, CASE_NOM);
    front.name = false;
    rest.cases = agreeing_cases(run->doc, &bare, &rest.numbers) & ~(uint32_t)CASE_GEN;
    add_argument(run, frame, &front);
    add_argument(run, frame, &rest);
    return front.cases != 0 && rest.cases != 0;
}

/* False where a phrase may be anything, or be hidden. */
static bool read_frame(const struct check_run *run, const struct clause *clause, struct frame *out)
{
    *out = (struct frame){ .clause = clause, .wanted = finite_numbers(token_at(run, clause->finite)) };
    if (out->wanted == 0 || clause->count == 0 ||
        (clause->order == CLAUSE_VERB_LAST && !clause->relative &&
         in_list_lower(run, LIST_QUESTION_WORDS, clause->opener)))
        return false;
    for (size_t i = 0; i < clause->count; i++) {
        const struct clause_phrase *phrase = &clause->phrases[i];

        /* "schenkte ihm zum Fest Karten" */
        if (phrase->prepositional && phrase->end > phrase->head + 1 && !phrase->several &&
            token_is(token_at(run, phrase->end - 1), POS_NOUN))
            return false;
        if (phrase->prepositional)
            continue;
        if (phrase->pronoun &&
            lower_in_list(&run->context->lexicon, LIST_SUBJECTS_OF_ANY_NUMBER, token_at(run, phrase->head))) {
            out->things = true;
            continue;
        }
        bool amount = in_list_lower(run, LIST_AMOUNT_WORDS, phrase->first) && /* "etwas Schöneres" */
                      small_is(token_at(run, phrase->head), POS_ADJECTIVE);

        if (phrase->cases == 0 || amount ||
            (text_is(run, phrase->first, "ihr") && !phrase->pronoun)) /* "gab ihr Mut" */
            return false;
        if (phrase->name) {
            if (!split_bare_noun(run, out, phrase))
                return false;
            continue;
        }
        add_argument(run, out, phrase);
    }
    return true;
}

static bool may_be_subject(const struct frame *frame, const struct argument *argument)
{
    return (argument->cases & CASE_NOM) != 0 && (argument->phrase.numbers & frame->wanted) != 0;
}

/* A phrase without determiner begins where its adjective does: "(der mit Gimp) gelieferten Filter", "ferner freiwillige
 * Bürger" do not. */
static bool begins_here(const struct check_run *run, const struct clause_phrase *phrase)
{
    const struct token *first = token_at(run, phrase->first);

    return !token_is(first, POS_ADVERB) &&
           (phrase->first == 0 || !same_clause(run->doc, phrase->first - 1, phrase->first) ||
            (!is_capitalised(&first[-1]) && first[-1].kind == TOKEN_WORD));
}

/* Its form shows the case. */
static bool is_definite(const struct check_run *run, const struct argument *argument)
{
    const struct clause_phrase *phrase = &argument->phrase;

    return !argument->optional && !phrase->several && !text_is(run, phrase->end + 1, "Trotz") &&
           (phrase->determined || phrase->pronoun ||
            ((phrase->counted || phrase->head > phrase->first) && begins_here(run, phrase)));
}

static bool is_somebody(const struct check_run *run, const struct argument *argument)
{
    size_t head = argument->phrase.head;

    return argument->phrase.pronoun || is_person(&run->context->lexicon, token_at(run, head)) ||
           is_kind_of(run, head, LIST_PEOPLE) || is_kind_of(run, head, LIST_COLLECTIVES) ||
           has_trait(token_at(run, head), TRAIT_ADJECTIVAL_NOUN);
}

/* "gedenken solcher Menschen" */
static bool has_genitive_verb(const struct check_run *run, size_t index)
{
    for (size_t i = stretch_first(run, index), end = stretch_end(run, index); i < end; i++)
        if (lemma_in(run, i, LIST_GENITIVE_VERBS))
            return true;
    return false;
}

static struct issue *report_argument(const struct check_run *run, const struct argument *argument, uint32_t cases)
{
    const struct clause_phrase *phrase = &argument->phrase;
    struct span span = tokens_span(run, phrase->first, phrase->end - 1);

    if (has_issue_at(run, span) || has_genitive_verb(run, phrase->first))
        return NULL;
    struct issue *issue = report(run, "check/valency", span);

    if (!phrase->pronoun)
        suggest_case(run, issue, phrase, cases);
    return issue;
}

/* The main verb is full, and stands in its clause as the only one. */
static bool has_lone_verb(const struct check_run *run, const struct clause *clause)
{
    size_t last = clause->order == CLAUSE_VERB_LAST ? clause->finite : clause->end;

    if (clause->verb == clause->finite)
        return !token_is(token_at(run, clause->finite), POS_AUXILIARY);
    return clause->verb + 1 == last && !clause->passive;
}

static bool takes_receiver(const struct check_run *run, const struct clause *clause)
{
    return clause_verb_in(run, clause, LIST_VERBS_WITH_RECEIVER) || clause_verb_in(run, clause, LIST_VERBS_OF_GIVING) ||
           clause_verb_in(run, clause, LIST_VERBS_OF_TELLING);
}

/* ---- "zeigte einer starken Leistung" ---- */

static bool has_subject_and_object(const struct frame *frame)
{
    for (size_t s = 0; s < frame->count; s++)
        for (size_t o = 0; o < frame->count; o++)
            if (s != o && may_be_subject(frame, &frame->arguments[s]) && (frame->arguments[o].cases & CASE_ACC) != 0)
                return true;
    return false;
}

/* "hat seinem Sitz in Rom" */
static bool has_something(const struct check_run *run, const struct clause *clause)
{
    return clause->verb == clause->finite && has_lemma(&run->context->lexicon, token_at(run, clause->finite), "haben");
}

/* A verb that has an accusative for sure, a subject, and a dative or nominative in the place of its object. */
static void check_lost_accusative(const struct check_run *run, const struct frame *frame)
{
    const struct clause *clause = frame->clause;
    const struct argument *subject = NULL, *wrong = NULL;

    if (clause->passive || clause->relative || frame->things ||
        !(has_something(run, clause) ||
          (has_lone_verb(run, clause) && (clause_verb_in(run, clause, LIST_VERBS_NEEDING_ACCUSATIVE) ||
                                          clause_verb_in(run, clause, LIST_ACCUSATIVE_VERBS)))) ||
        holds_amount(run, clause) || clause_follows(run, clause->end) || !is_last_clause(run, clause) ||
        has_subject_and_object(frame))
        return;
    for (size_t i = 0; i < frame->count; i++) {
        const struct argument *argument = &frame->arguments[i];

        if (argument->optional && (argument->cases & CASE_ACC) != 0)
            return;
        if (argument->optional)
            continue;
        if (may_be_subject(frame, argument) && subject == NULL)
            subject = argument;
        else if (is_definite(run, argument) && (argument->cases & CASE_ACC) == 0 &&
                 (wrong == NULL || !is_somebody(run, argument)))
            wrong = argument;
    }
    if (subject != NULL && wrong != NULL)
        report_argument(run, wrong, CASE_ACC);
}

/* ---- "kündigte ihre Kunden neue Gebühren an" ---- */

/* Three phrases, none of which may be a dative, and a verb that somebody gets something by. */
static void check_receiver(const struct check_run *run, const struct frame *frame)
{
    const struct clause *clause = frame->clause;
    const struct argument *receiver = NULL, *subject = NULL;
    size_t things = 0;

    if (clause->passive || clause->relative || frame->count != 3 || frame->things || !has_lone_verb(run, clause) ||
        !takes_receiver(run, clause) || holds_amount(run, clause))
        return;
    for (size_t i = 0; i < frame->count; i++) {
        const struct argument *argument = &frame->arguments[i];

        if (argument->optional || (argument->cases & (CASE_DAT | CASE_GEN)) != 0)
            return;
        if (subject == NULL && may_be_subject(frame, argument) && argument->phrase.end <= clause->finite)
            subject = argument;
        else if (is_somebody(run, argument) && argument->phrase.determined)
            receiver = receiver == NULL ? argument : receiver;
        else
            things++;
    }
    if (receiver != NULL && subject != NULL && things == 1)
        report_argument(run, receiver, CASE_DAT);
}

/* ---- "Die Polizei erteilte dem Mann ein Platzverweis" ---- */

/* "ein", "kein" */
static bool is_indefinite(const struct check_run *run, size_t index)
{
    return text_is(run, index, "ein") || text_is(run, index, "kein");
}

/* Somebody stands before the verb and may be its subject; what can be nothing but the nominative of one thing is not,
 * beside who gets it, or of a verb that only people and bodies do. */
static void check_nominative_thing(const struct check_run *run, const struct frame *frame)
{
    const struct clause *clause = frame->clause;
    const struct argument *subject = NULL, *thing = NULL, *receiver = NULL;
    bool has = has_something(run, clause), gives = takes_receiver(run, clause);
    bool acts = has || clause_verb_in(run, clause, LIST_VERBS_OF_AGENTS);

    if ((!acts && !gives) || clause->passive || clause->relative || frame->things ||
        (!has && !has_lone_verb(run, clause)) || clause->order != CLAUSE_VERB_SECOND || holds_amount(run, clause))
        return;
    for (size_t i = 0; i < frame->count; i++) {
        const struct argument *argument = &frame->arguments[i];
        const struct clause_phrase *phrase = &argument->phrase;

        if (argument->optional && (argument->cases & CASE_NOM) == 0)
            continue;
        if (subject == NULL && may_be_subject(frame, argument) && phrase->end <= clause->finite &&
            is_somebody(run, argument))
            subject = argument;
        else if (argument->cases == CASE_NOM && phrase->numbers == NUMBER_SG && phrase->determined &&
                 phrase->first > clause->finite && !phrase->pronoun && !phrase->several && thing == NULL &&
                 (has ? is_indefinite(run, phrase->first) : !is_somebody(run, argument)))
            thing = argument;
        else if ((argument->cases & CASE_NOM) == 0 && (argument->cases & CASE_DAT) != 0)
            receiver = argument;
        else
            return;
    }
    if (subject != NULL && thing != NULL && (acts || receiver != NULL))
        report_argument(run, thing, CASE_ACC);
}

/* ---- "Der Minister wird Untätigkeit vorgeworfen" ---- */

/* ", Gelder veruntreut zu haben", ", dass": what somebody is told or blamed for. */
static bool told_clause_follows(const struct check_run *run, const struct clause *clause)
{
    size_t next = clause->end + 1;

    return text_is(run, clause->end, ",") && same_sentence(run, clause->end, next) &&
           (text_is(run, next, "dass") || is_zu_infinitive(run->doc, stretch_end(run, next) - 1) ||
            (text_is(run, stretch_end(run, next) - 1, "haben") && text_is(run, stretch_end(run, next) - 2, "zu")));
}

/* In the passive of such a verb the receiver stays a dative; what is given is the subject. */
static void check_receiver_in_passive(const struct check_run *run, const struct frame *frame)
{
    const struct clause *clause = frame->clause;
    const struct argument *receiver = NULL, *thing = NULL;
    bool told = told_clause_follows(run, clause);

    if (!clause->passive || clause->relative || frame->things || frame->count == 0 || frame->count > 2 ||
        !has_lemma(&run->context->lexicon, token_at(run, clause->finite), "werden") || !takes_receiver(run, clause) ||
        holds_amount(run, clause))
        return;
    for (size_t i = 0; i < frame->count; i++) {
        const struct argument *argument = &frame->arguments[i];

        if (argument->optional)
            return;
        if (is_somebody(run, argument) && (argument->cases & CASE_DAT) == 0 && is_definite(run, argument) &&
            receiver == NULL)
            receiver = argument;
        else
            thing = argument;
    }
    if (receiver == NULL || (frame->count == 1 ? !told || !clause_verb_in(run, clause, LIST_VERBS_OF_TELLING)
                                               : (thing->cases & CASE_NOM) == 0 || is_somebody(run, thing)))
        return;
    report_argument(run, receiver, CASE_DAT);
}

/* "Soldaten, die der Orden verliehen wurde": the passive has its subject, and no accusative. */
static void check_relative_receiver(const struct check_run *run, const struct frame *frame)
{
    const struct clause *clause = frame->clause;
    size_t subjects = 0;

    if (!clause->relative || !clause->passive || frame->things || !takes_receiver(run, clause) ||
        !has_lemma(&run->context->lexicon, token_at(run, clause->finite), "werden") ||
        (!text_is(run, clause->opener, "die") && !text_is(run, clause->opener, "das")))
        return;
    for (size_t i = 0; i < frame->count; i++) {
        const struct argument *argument = &frame->arguments[i];

        if (argument->optional && (argument->cases & CASE_NOM) == 0)
            continue;
        if (argument->cases != CASE_NOM || !may_be_subject(frame, argument) || !argument->phrase.determined)
            return;
        subjects++;
    }
    struct span span = token_at(run, clause->opener)->span;

    if (subjects == 1 && !has_issue_at(run, span))
        report(run, "check/valency", span);
}

/* ---- "Jedem Tag sterben Menschen", "hat der ganze Tag gearbeitet" ---- */

static bool is_time(const struct check_run *run, const struct argument *argument)
{
    size_t head = argument->phrase.head, first = argument->phrase.first;
    bool compared = first > 0 && (text_is(run, first - 1, "als") || text_is(run, first - 1, "wie") ||
                                  token_is(token_at(run, first - 1), POS_PREPOSITION)); /* "wie in diesem Jahr" */

    return !compared && argument->phrase.adverbial && !argument->phrase.counted &&
           argument->phrase.head > argument->phrase.first &&
           (is_kind_of(run, head, LIST_TIMES_AGO) || names_day_or_month(run, head) ||
            in_list(run, LIST_TIMES_OF_THE_DAY, head));
}

/* A time without preposition stands in the accusative; no dative or second nominative, beside a verb without them. */
static void check_time(const struct check_run *run, const struct frame *frame)
{
    const struct clause *clause = frame->clause;
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct argument *subject = NULL, *time = NULL;

    if (clause->order != CLAUSE_VERB_SECOND || clause->passive || frame->things || takes_receiver(run, clause) ||
        clause_verb_in(run, clause, LIST_DATIVE_ONLY_VERBS) ||
        token_at(run, clause->verb)->analysis.particle != NO_ID ||
        has_lemma_of(lexicon, token_at(run, clause->verb), LIST_VERBS_WITH_TWO_NOMINATIVES) ||
        has_lemma(lexicon, token_at(run, clause->finite), "sein"))
        return;
    for (size_t i = 0; i < frame->count; i++) {
        const struct argument *argument = &frame->arguments[i];

        if (is_time(run, argument) && (argument->cases == CASE_DAT || argument->cases == CASE_NOM) && time == NULL)
            time = argument;
        else if ((argument->cases & CASE_NOM) != 0 && (argument->phrase.numbers & frame->wanted) != 0)
            subject = argument;
    }
    if (time == NULL || subject == NULL ||
        (time->cases == CASE_NOM && may_be_subject(frame, time) &&
         !(subject->phrase.pronoun || subject->cases == CASE_NOM)))
        return;
    report_argument(run, time, CASE_ACC);
}

/* ---- "Russischen Truppen rückten vor" ---- */

/* The clause, with its verb in the active voice, has no other clause for its subject. */
static bool asks_for_subject(const struct check_run *run, const struct frame *frame)
{
    const struct clause *clause = frame->clause;
    const struct token *finite = token_at(run, clause->finite);
    const struct lexicon *lexicon = &run->context->lexicon;
    bool accusative = false;
    bool governs = clause_verb_in(run, clause, LIST_ACCUSATIVE_VERBS) && !takes_receiver(run, clause);

    for (size_t i = 0; i < frame->count; i++) /* "wurde den Täter gefasst", "wurde dem Täter gefasst" */
        accusative = accusative ||
                     (!frame->arguments[i].optional &&
                      (frame->arguments[i].cases == CASE_ACC || (governs && frame->arguments[i].cases == CASE_DAT)));
    if (clause->passive)
        return accusative && is_last_clause(run, clause);
    return !has_lemma(lexicon, finite, "sein") &&
           (clause->verb != clause->finite || !has_lemma(lexicon, finite, "werden")) &&
           !has_lemma_of(lexicon, token_at(run, clause->verb), LIST_VERBS_WITHOUT_SUBJECT) &&
           is_last_clause(run, clause);
}

/* No phrase may be the subject of a verb that has one. */
static void check_lost_subject(const struct check_run *run, const struct frame *frame)
{
    const struct clause *clause = frame->clause;
    const struct argument *oblique = NULL, *other = NULL;

    if (clause->order != CLAUSE_VERB_SECOND || frame->things || frame->count == 0 || !asks_for_subject(run, frame) ||
        holds_amount(run, clause))
        return;
    for (size_t i = 0; i < frame->count; i++) {
        const struct argument *argument = &frame->arguments[i];

        if (may_be_subject(frame, argument) || (argument->optional && (argument->cases & CASE_NOM) != 0))
            return;
        if ((argument->cases & CASE_NOM) != 0)
            other = argument;
        else if (oblique == NULL && is_definite(run, argument) && argument->cases != CASE_GEN &&
                 (argument->phrase.end <= clause->finite || (clause->passive && argument->phrase.determined)))
            oblique = argument;
    }
    if (oblique == NULL || oblique->phrase.pronoun || (oblique->phrase.numbers & frame->wanted) == 0 ||
        (other != NULL && other->phrase.first < clause->finite))
        return;
    report_argument(run, oblique, CASE_NOM);
}

/* ---- "Der Bruder ist einem Anwalt" ---- */

/* Beside phrases and the verb nothing stands that could ask for a dative. */
static bool holds_phrases_alone(const struct check_run *run, const struct clause *clause)
{
    size_t next = 0;

    for (size_t i = clause->first; i < clause->end;) {
        while (next < clause->count && clause->phrases[next].end <= i)
            next++;
        if (next < clause->count && i >= clause->phrases[next].first) {
            i = clause->phrases[next].end;
            continue;
        }
        /* "ist dem Täter auf der Spur" */
        if (i != clause->finite && !in_list_lower(run, LIST_ATTRIBUTE_PREPOSITIONS, i) &&
            !in_list_lower(run, LIST_SENTENCE_ADVERBS, i))
            return false;
        i++;
    }
    return true;
}

/* Of a copula what someone is stands in the nominative. */
static void check_predicate(const struct check_run *run, const struct frame *frame)
{
    const struct clause *clause = frame->clause;
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *finite = token_at(run, clause->finite);
    const struct argument *subject = NULL, *wrong = NULL;
    bool copula = has_lemma(lexicon, finite, "sein") || has_lemma(lexicon, finite, "werden") ||
                  has_lemma(lexicon, finite, "bleiben");

    if (!copula || clause->verb != clause->finite || clause->passive || clause->relative ||
        clause->order != CLAUSE_VERB_SECOND || !is_last_clause(run, clause) || frame->things ||
        finite->analysis.particle != NO_ID || !holds_phrases_alone(run, clause))
        return;
    for (size_t i = 0; i < frame->count; i++) {
        const struct argument *argument = &frame->arguments[i];

        if (argument->optional && (argument->cases & CASE_GEN) != 0)
            continue;
        if (argument->optional || argument->phrase.several)
            return;
        if (subject == NULL && may_be_subject(frame, argument) && argument->phrase.end <= clause->finite)
            subject = argument;
        else if ((argument->cases & CASE_NOM) == 0 && (argument->cases & (CASE_DAT | CASE_ACC)) != 0 &&
                 argument->phrase.determined && argument->phrase.first > clause->finite)
            wrong = argument;
        else
            return;
    }
    if (subject != NULL && wrong != NULL)
        report_argument(run, wrong, CASE_NOM);
}

/* ---- "Es gibt einem Mangel" ---- */

/* What there is stands in the accusative; with another phrase "es" gives somebody something. */
static void check_there_is(const struct check_run *run, const struct frame *frame)
{
    const struct clause *clause = frame->clause;
    const struct token *finite = token_at(run, clause->finite);
    size_t es = 0, others = 0;

    if (!has_lemma(&run->context->lexicon, token_at(run, clause->verb), "geben") || clause->passive ||
        token_at(run, clause->verb)->analysis.particle != NO_ID || frame->count != 1 || frame->arguments[0].optional ||
        frame->wanted != NUMBER_SG || !is_last_clause(run, clause) || holds_amount(run, clause) ||
        finite_numbers(finite) == 0)
        return;
    for (size_t i = 0; i < clause->count; i++) {
        const struct clause_phrase *phrase = &clause->phrases[i];

        if (!phrase->pronoun || phrase->prepositional)
            continue;
        es += slice_equal(lower_at(run, phrase->head), SLICE("es"));
        others += !slice_equal(lower_at(run, phrase->head), SLICE("es"));
    }
    const struct argument *object = &frame->arguments[0];

    if (es == 1 && others == 0 && !object->phrase.pronoun && (object->cases & CASE_ACC) == 0 &&
        object->phrase.determined)
        report_argument(run, object, CASE_ACC);
}

/* ---- "Der Sprecher dem Präsidenten sagte" ---- */

/* Before the verb of a main clause one phrase stands; what follows its noun there depends on it. */
static void check_attribute_before_verb(const struct check_run *run, const struct clause *clause)
{
    const struct clause_phrase *head = &clause->phrases[0], *attribute = &clause->phrases[1];

    if (clause->order != CLAUSE_VERB_SECOND || clause->count < 2 || head->first != clause->first ||
        attribute->first != head->end || attribute->end > clause->finite || attribute->prepositional ||
        head->prepositional || !attribute->determined || !head->determined || attribute->name || head->name ||
        attribute->pronoun || head->pronoun || attribute->several || head->several || attribute->counted ||
        head->counted || attribute->adverbial || head->adverbial || attribute->cases == 0 ||
        (attribute->cases & CASE_GEN) != 0 || (head->cases & CASE_NOM) == 0 ||
        is_question_word(run, head->first) ||                             /* "Welche Folgen das Verbot hat, zeigt" */
        small_is(token_at(run, attribute->first - 1), POS_PREPOSITION) || /* "Das Feld Vor der Änderung" */
        (small_is(token_at(run, attribute->head), POS_ADJECTIVE) &&       /* "Der Wert der Ideale" */
         !has_trait(token_at(run, attribute->head), TRAIT_ADJECTIVAL_NOUN)))
        return;
    for (size_t i = attribute->end; i < clause->finite; i++) /* "Die Kinder den Eltern anvertrauen will keiner" */
        if (may_be_verb(token_at(run, i)))
            return;
    for (size_t i = 2; i < clause->count && clause->phrases[i].first < clause->finite; i++)
        if (!clause->phrases[i].prepositional && (clause->phrases[i].cases & CASE_GEN) == 0)
            return;
    struct span span = tokens_span(run, attribute->first, attribute->end - 1);

    if (!has_issue_at(run, span))
        suggest_case(run, report(run, "check/valency", span), attribute, CASE_GEN);
}

void check_verb_frames(const struct check_run *run)
{
    struct frame frame;

    for (size_t i = 0; i < run->clause_count; i++) {
        const struct clause *clause = &run->clauses[i];

        check_attribute_before_verb(run, clause);
        if (!read_frame(run, clause, &frame))
            continue;
        check_lost_accusative(run, &frame);
        check_receiver(run, &frame);
        check_nominative_thing(run, &frame);
        check_receiver_in_passive(run, &frame);
        check_relative_receiver(run, &frame);
        check_time(run, &frame);
        check_lost_subject(run, &frame);
        check_predicate(run, &frame);
        check_there_is(run, &frame);
    }
}
