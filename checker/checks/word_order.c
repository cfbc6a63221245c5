/* Marks verbs in the wrong place: a finite verb that is not the last of its subordinate clause ("weil die Straße war
 * vereist", "dass er ist müde") or not the second in its main clause ("Gestern der Minister trat zurück", "Als es
 * dunkel wurde, die Leute gingen heim"), and a participle between preposition and noun ("ins gebracht Krankenhaus"). */
#include "checks/checks.h"
#include "checks/clauses.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* The token behind a subject, "er" or "die Straße"; index itself when none stands there. */
static size_t behind_subject(const struct check_run *run, size_t index)
{
    struct noun_phrase phrase;

    if (in_list(run, LIST_SUBJECT_PRONOUNS, index) || in_list(run, LIST_NOMINATIVE_PRONOUNS, index))
        return index + 1;
    return noun_phrase_at(run->doc, index, &phrase) && phrase.has_determiner && !phrase.contracted &&
                   (agreeing_cases(run->doc, &phrase, NULL) & CASE_NOM) != 0
               ? phrase.noun + 1
               : index;
}

/* The first of the sentence, or behind a comma. */
static bool opens_clause(const struct check_run *run, size_t index)
{
    return (token_at(run, index)->flags & TOKEN_SENTENCE_START) != 0 || (index > 0 && text_is(run, index - 1, ","));
}

/* "Weil die Straße war vereist,": an auxiliary right behind the subject, a participle at the end, and no other verb.
 * Infinitives at the end let the verb move forward ("weil er hat gehen müssen"). */
static void check_verb_last(const struct check_run *run, size_t i)
{
    size_t end, verb;

    if (!in_list_lower(run, LIST_CLAUSES_WITH_VERB_LAST, i) || !opens_clause(run, i))
        return;
    end = stretch_end(run, i);
    if (end < i + 5)
        return;
    verb = behind_subject(run, i + 1);
    if (verb == i + 1 || verb + 1 >= end || !is_surely_finite(token_at(run, verb)) ||
        !token_is(token_at(run, verb), POS_AUXILIARY) ||
        !token_is_verb_form(token_at(run, end - 1), VERB_PARTICIPLE2) ||
        token_is_verb_form(token_at(run, end - 1), VERB_INFINITIVE))
        return;
    for (size_t j = verb + 1; j + 1 < end; j++) {
        /* "einen" is a verb too. */
        bool finite = may_be_finite(token_at(run, j)) && !token_is(token_at(run, j), POS_DETERMINER);

        if (finite || token_is(token_at(run, j), POS_CONJUNCTION))
            return;
    }
    report(run, "check/verb-not-last", tokens_span(run, verb, end - 1));
}

/* True when the stretch holds no finite verb, conjunction or question word between two tokens. */
static bool is_plain(const struct check_run *run, size_t first, size_t end)
{
    for (size_t j = first; j < end; j++)
        if (is_surely_finite(token_at(run, j)) ||
            (token_is(token_at(run, j), POS_CONJUNCTION) && !text_is(run, j, "noch")) || /* an adverb too */
            in_list(run, LIST_QUESTION_WORDS, j) || (token_at(run, j)->flags & TOKEN_QUOTED) != 0)
            return false;
    return true;
}

/* "ob der Täter hat Komplizen hatte": one auxiliary in both places. */
static bool is_again(const struct check_run *run, size_t verb, size_t last)
{
    static const char *const auxiliaries[] = { "haben", "sein", "werden" };

    for (size_t i = 0; i < sizeof(auxiliaries) / sizeof(*auxiliaries); i++)
        if (last > verb + 1 && is_surely_finite(token_at(run, last)) &&
            has_lemma(&run->context->lexicon, token_at(run, verb), auxiliaries[i]) &&
            has_lemma(&run->context->lexicon, token_at(run, last), auxiliaries[i]))
            return true;
    return false;
}

/* "dass die Firma wird im Mai schließen": one infinitive at the end; before two the verb may stand ("wird kommen
 * können"). */
static bool is_split_future(const struct check_run *run, size_t verb, size_t end)
{
    return end >= verb + 2 && token_is(token_at(run, verb), POS_AUXILIARY) && is_plain(run, verb + 1, end) &&
           !has_lemma(&run->context->lexicon, token_at(run, verb), "haben") &&
           token_is_verb_form(token_at(run, end - 1), VERB_INFINITIVE) &&
           !token_is(token_at(run, end - 1), POS_AUXILIARY) &&
           !has_lemma(&run->context->lexicon, token_at(run, end - 1), "lassen") &&
           !token_is_verb_form(token_at(run, end - 2), VERB_INFINITIVE) &&
           !token_is_verb_form(token_at(run, end - 2), VERB_PARTICIPLE2) && !is_zu_infinitive(run->doc, end - 1);
}

/* "weil der Schnee blockierte die Straße": the word may be an adjective, but an article follows, and there is no other
 * verb. */
static bool is_verb_before_object(const struct check_run *run, size_t verb, size_t end)
{
    struct noun_phrase object;

    if (!may_be_finite(token_at(run, verb)) || !is_inflected_adjective(token_at(run, verb)) ||
        token_is_verb_form(token_at(run, verb), VERB_INFINITIVE) || token_is(token_at(run, verb), POS_DETERMINER) ||
        !noun_phrase_at(run->doc, verb + 1, &object) || !object.has_determiner || object.contracted ||
        (agreeing_cases(run->doc, &object, NULL) & CASE_ACC) == 0)
        return false;
    for (size_t i = verb + 1; i < end; i++)
        if ((may_be_finite(token_at(run, i)) && !token_is(token_at(run, i), POS_DETERMINER)) ||
            token_is(token_at(run, i), POS_CONJUNCTION) || token_is_verb_form(token_at(run, i), VERB_PARTICIPLE2))
            return false;
    return true;
}

/* The end of the stretch, or of its first clause: "dass sie wird kommen | und er geht". */
static size_t end_of_first(const struct check_run *run, size_t first)
{
    size_t end = stretch_end(run, first);

    for (size_t i = first + 2; i < end; i++)
        if (text_is(run, i, "und") && token_is_verb_form(token_at(run, i - 1), VERB_INFINITIVE) &&
            (token_at(run, i - 1)->flags & TOKEN_CAPITAL) == 0)
            return i;
    return end;
}

/* "dass ohne Reformen wird die Kasse leer sein": behind the adverbial that follows the subordinator stands the verb,
 * and the subject behind that. */
static bool check_verb_behind_adverbial(const struct check_run *run, size_t i, size_t end)
{
    struct noun_phrase phrase;
    size_t at = i + 1, verb;

    if (!token_is(token_at(run, at), POS_PREPOSITION))
        return false;
    if (!(noun_phrase_at(run->doc, at, &phrase) && phrase.contracted) && !noun_at(run->doc, at + 1, &phrase))
        return false;
    verb = phrase.noun + 1;
    if (verb + 2 >= end || !is_surely_finite(token_at(run, verb)) || behind_subject(run, verb + 1) == verb + 1 ||
        is_surely_finite(token_at(run, end - 1)) || !is_plain(run, verb + 1, end))
        return false;
    report(run, "check/verb-not-last", tokens_span(run, at, verb));
    return true;
}

/* "Unklar ist, wie konnte der Täter fliehen": behind a question word the verb, though the question is none of its own.
 */
static void check_indirect_question(const struct check_run *run, size_t comma)
{
    size_t i = comma + 1, end;

    if (!same_sentence(run, comma, i + 3) || !in_list(run, LIST_QUESTION_ADVERBS, i) ||
        (token_at(run, i)->flags & TOKEN_QUOTED) != 0 || !is_surely_finite(token_at(run, i + 1)) ||
        finite_numbers(token_at(run, i + 1)) == 0 || in_list(run, LIST_VERBS_OF_SAYING, i + 1))
        return;
    end = stretch_end(run, i);
    if (!text_is(run, end, ".") || end < i + 4 || behind_subject(run, i + 2) == i + 2 ||
        is_surely_finite(token_at(run, end - 1)) || !is_plain(run, i + 2, end))
        return;
    report(run, "check/verb-not-last", tokens_span(run, i, i + 1));
}

/* "dass die Früchte werden bald reif", "ob er hat noch Zeit": an auxiliary right behind the subject, and more than what
 * may follow the verb of such a clause ("wie", "als"). Before two infinitives it may stand ("hat gehen müssen"), and an
 * infinitive before its own verb ("haben will"). "weil" is spoken so. */
static bool is_auxiliary_inside(const struct check_run *run, size_t opener, size_t verb, size_t end)
{
    const struct token *token = token_at(run, verb), *next = token_at(run, verb + 1), *last = token_at(run, end - 1);
    bool participle = token_is_verb_form(last, VERB_PARTICIPLE2) && is_surely_finite(token);

    if (!token_is(token, POS_AUXILIARY) || !may_be_finite(token) || finite_numbers(token) == 0 ||
        end < verb + (participle ? 2 : 3) || text_is(run, opener, "weil") || text_is(run, opener, "Weil") ||
        text_is(run, verb, "sei") || (!text_is(run, end, ".") && !text_is(run, end, ",")) ||
        !is_plain(run, verb + 1, end))
        return false;
    for (size_t i = verb + 1; i < end; i++)
        if (text_is(run, i, "als") || text_is(run, i, "wie") || token_is(token_at(run, i), POS_SUBORDINATOR) ||
            token_is(token_at(run, i), POS_RELATIVE))
            if (!token_is(token_at(run, i), POS_PREPOSITION) && !token_is(token_at(run, i), POS_DETERMINER))
                return false;
    bool cluster = token_is_verb_form(next, VERB_INFINITIVE) ||
                   (token_is_verb_form(last, VERB_INFINITIVE) && (token_is_verb_form(&last[-1], VERB_INFINITIVE) ||
                                                                  token_is_verb_form(&last[-1], VERB_PARTICIPLE2)));
    bool infinitive = token_is_verb_form(last, VERB_INFINITIVE) &&
                      !has_lemma_of(&run->context->lexicon, token, LIST_MODAL_VERBS) &&
                      !has_lemma(&run->context->lexicon, token, "werden");

    return !cluster && !infinitive && !token_is(last, POS_PREFIX) && !is_zu_infinitive(run->doc, end - 1);
}

/* Behind the verb stands what never follows that of a clause with a subordinator: an adjective with sein, an object, a
 * negation. */
static bool goes_on_behind_verb(const struct check_run *run, size_t verb, size_t end)
{
    struct noun_phrase object;

    if (!is_plain(run, verb + 1, end) || token_is_verb_form(token_at(run, end - 1), VERB_INFINITIVE) ||
        token_is_verb_form(token_at(run, end - 1), VERB_PARTICIPLE2) ||
        token_is_verb_form(token_at(run, verb + 1), VERB_PARTICIPLE2))
        return false;
    bool predicate = has_lemma(&run->context->lexicon, token_at(run, verb), "sein") &&
                     token_is(token_at(run, verb + 1), POS_ADJECTIVE) &&
                     !token_is(token_at(run, verb + 1), POS_PREPOSITION);
    bool negated = text_is(run, verb + 1, "nicht") || text_is(run, verb + 1, "kein") ||
                   text_is(run, verb + 1, "keine") || text_is(run, verb + 1, "keinen");

    return predicate || negated ||
           (noun_at(run->doc, verb + 1, &object) && !object.contracted &&
            (agreeing_cases(run->doc, &object, NULL) & CASE_ACC) != 0);
}

/* "dass er ist zufrieden damit", "ob der Täter hat Komplizen": the verb right behind the subject, and more behind it.
 */
static void check_verb_early(const struct check_run *run, size_t i)
{
    size_t end, verb;

    if (!in_list_lower(run, LIST_SUBORDINATORS_WITH_VERB_LAST, i) || !opens_clause(run, i))
        return;
    end = end_of_first(run, i);
    if (end < i + 4 || check_verb_behind_adverbial(run, i, end))
        return;
    verb = behind_subject(run, i + 1);
    if (verb == i + 1 || verb + 1 >= end)
        return;
    bool inside = is_auxiliary_inside(run, i, verb, end), sure = is_surely_finite(token_at(run, verb));

    if (!inside && sure && is_again(run, verb, end - 1) && is_plain(run, verb + 1, end - 1))
        report(run, "check/two-verbs", tokens_span(run, i + 1, end - 1));
    else if (!inside && sure && is_split_future(run, verb, end))
        report(run, "check/verb-not-last", tokens_span(run, i + 1, verb));
    else if (inside || (sure ? goes_on_behind_verb(run, verb, end) : is_verb_before_object(run, verb, end)))
        report(run, "check/verb-not-last", tokens_span(run, i + 1, verb + 1));
}

/* ---- the verb of a main clause ---- */

/* "Letzte Woche", "Jeden Montag", "Vergangenen Monat" at the start of a sentence. */
static bool is_span_of_time(const struct check_run *run, size_t index)
{
    const struct lexicon *lexicon = &run->context->lexicon;

    return same_clause(run->doc, index, index + 1) && token_at(run, index + 1)->kind == TOKEN_WORD &&
           (in_list(run, LIST_SPANS_OF_TIME, index + 1) || in_list(run, LIST_WEEKDAYS, index + 1)) &&
           (token_is(token_at(run, index), POS_DETERMINER) || form_is(lexicon, lower_at(run, index), POS_ADJECTIVE)) &&
           (slice_ends(text_at(run, index), SLICE("e")) || slice_ends(text_at(run, index), SLICE("en")) ||
            slice_ends(text_at(run, index), SLICE("es")));
}

/* Behind an adverbial: "Gestern", "Im Mai", "Nach dem Spiel"; index itself when none stands there. */
static size_t behind_adverbial(const struct check_run *run, size_t index)
{
    struct noun_phrase phrase;
    size_t noun = index + (token_is(token_at(run, index), POS_PREPOSITION) ? 1 : 0);

    if (in_list_lower(run, LIST_ADVERBS_BEFORE_VERBS, index))
        return index + 1;
    if (noun_phrase_at(run->doc, index, &phrase) && phrase.contracted)
        return phrase.noun + 1;
    if (is_span_of_time(run, index))
        return index + 2;
    if (noun > index && same_sentence(run, index, noun) && token_is(token_at(run, noun), POS_NAME) &&
        (token_at(run, noun)->flags & TOKEN_CAPITAL) != 0 && !noun_phrase_at(run->doc, noun, &phrase))
        return noun + 1; /* "In Berlin" */
    return noun > index && same_sentence(run, index, noun) && noun_at(run->doc, noun, &phrase) ? phrase.noun + 1
                                                                                               : index;
}

/* A subject that can't belong to the noun before it: "er", "die Firma", but not "der Minister", which may be a genitive
 * of several. */
static size_t behind_sure_subject(const struct check_run *run, size_t index, bool attribute)
{
    struct noun_phrase phrase;

    if (in_list(run, LIST_NOMINATIVE_PRONOUNS, index))
        return index + 1;
    if (!noun_phrase_at(run->doc, index, &phrase) || !phrase.has_determiner || phrase.contracted)
        return index;
    uint32_t cases = agreeing_cases(run->doc, &phrase, NULL);

    return (cases & CASE_NOM) != 0 && !(attribute && (cases & CASE_GEN) != 0) ? phrase.noun + 1 : index;
}

/* Behind phrases with a preposition and genitives: "die Wähler | in der Republik". */
static size_t behind_attributes(const struct check_run *run, size_t index, size_t end)
{
    struct noun_phrase phrase;

    while (index + 2 < end) {
        bool preposition = token_is(token_at(run, index), POS_PREPOSITION) && !may_be_finite(token_at(run, index));
        size_t at = index + preposition;
        bool found = noun_phrase_at(run->doc, index, &phrase) && phrase.contracted;

        found = found || (preposition && noun_at(run->doc, at, &phrase));
        if (!found && !preposition)
            found = noun_phrase_at(run->doc, at, &phrase) && phrase.has_determiner &&
                    (agreeing_cases(run->doc, &phrase, NULL) & (CASE_GEN | CASE_NOM)) == CASE_GEN;
        if (!found)
            return index;
        index = phrase.noun + 1;
        while (index < end && (token_at(run, index)->flags & TOKEN_CAPITAL) != 0 &&
               token_is(token_at(run, index - 1), POS_NOUN))
            index++;
    }
    return index;
}

/* True when the finite verb of a clause without another one stands behind its subject and goes on to end. */
static bool is_verb_behind(const struct check_run *run, size_t subject, size_t verb, size_t end)
{
    struct noun_phrase phrase;

    /* "verkaufte" may be an adjective, but not behind a noun, in a sentence without another verb. */
    if (verb == subject || verb + 1 >= end || !may_be_finite(token_at(run, verb)) ||
        finite_numbers(token_at(run, verb)) == 0 || token_is_verb_form(token_at(run, verb), VERB_PARTICIPLE2) ||
        token_is(token_at(run, verb), POS_DETERMINER) || token_is(token_at(run, verb), POS_PREPOSITION) ||
        !is_plain(run, verb + 1, end))
        return false;
    /* "Auf jede Frage eine Antwort wissen nur wenige": not its subject. */
    return !noun_phrase_at(run->doc, subject, &phrase) || phrase.noun + 1 != verb ||
           (agreeing_numbers(run->doc, &phrase, CASE_NOM) & finite_numbers(token_at(run, verb))) != 0;
}

/* The finite verb that stands behind a subject and its attributes; subject itself when none does. */
static size_t verb_behind(const struct check_run *run, size_t subject, bool attribute, size_t end)
{
    size_t verb = behind_sure_subject(run, subject, attribute);

    if (verb > subject)
        verb = behind_attributes(run, verb, end);
    return is_verb_behind(run, subject, verb, end) ? verb : subject;
}

/* "Gestern der Minister trat zurück", "Im vergangenen Jahr die Firma verkaufte drei Werke" */
static void check_verb_third(const struct check_run *run, size_t first)
{
    size_t end = stretch_end(run, first), subject = behind_adverbial(run, first), verb;

    if (subject == first || !same_sentence(run, first, subject) || subject >= end)
        return;
    verb = verb_behind(run, subject, subject > first + 1, end);
    if (verb > subject && is_plain(run, first, verb))
        report(run, "check/verb-not-second", tokens_span(run, subject, verb));
}

/* "Anderswo, die Züge standen still.", "Im vergangenen Jahr, die Firma verlor Millionen.": with the comma that English
 * has there. What ends in another comma may be a remark: "Gestern, es war schon dunkel, klopfte jemand." */
static void check_verb_behind_comma(const struct check_run *run, size_t first)
{
    size_t comma = in_list_lower(run, LIST_SENTENCE_ADVERBS, first) ? first + 1 : behind_adverbial(run, first);

    if (comma == first || !text_is(run, comma, ",") || !same_sentence(run, first, comma + 3) ||
        !(comma == first + 1 || is_plain(run, first, comma)) || (token_at(run, first)->flags & TOKEN_QUOTED) != 0)
        return;
    size_t end = stretch_end(run, comma + 1), verb = verb_behind(run, comma + 1, false, end);

    if (verb > comma + 1 && text_is(run, end, ".") && is_plain(run, comma + 1, verb))
        report(run, "check/verb-not-second", tokens_span(run, comma, verb));
}

/* "Vor allem", "Zum Beispiel", "Im Schnitt": with what follows they are one part of the sentence. */
static bool is_focus(const struct check_run *run, const struct clause_phrase *phrase)
{
    return in_list(run, LIST_FOCUS_NOUNS, phrase->head) || phrase->pronoun || phrase->head != phrase->end - 1;
}

/* Another phrase of the clause that may be its subject. */
static bool has_other_subject(const struct clause *clause, size_t apart)
{
    for (size_t i = 0; i < clause->count; i++)
        if (i != apart && !clause->phrases[i].prepositional &&
            (clause->phrases[i].name || (clause->phrases[i].cases & CASE_NOM) != 0))
            return true;
    return false;
}

/* "In Oslo das Parlament verabschiedete", "Im Sommer 1969 der Sänger ging": an adverbial and the subject before the
 * verb. A genitive ("Im Winter der Fluss") is one only where the clause has another subject. */
static void check_third_in_clause(const struct check_run *run, const struct clause *clause)
{
    const struct clause_phrase *adverbial = &clause->phrases[0], *subject = &clause->phrases[1];
    const struct token *finite = token_at(run, clause->finite);

    if (clause->order != CLAUSE_VERB_SECOND || clause->count < 2 || !adverbial->prepositional ||
        adverbial->first > clause->first + 1 || is_focus(run, adverbial) || subject->end != clause->finite ||
        !subject->determined || subject->name || subject->prepositional || subject->adverbial || subject->several ||
        (subject->cases & CASE_NOM) == 0 || (subject->numbers & finite_numbers(finite)) == 0 ||
        has_lemma_of(&run->context->lexicon, finite, LIST_COPULAS))
        return;
    bool genitive = subject->first == adverbial->end && (subject->cases & CASE_GEN) != 0;

    if ((genitive && (has_other_subject(clause, 1) || clause->passive ||
                      clause_verb_in(run, clause, LIST_VERBS_WITHOUT_SUBJECT))) ||
        !text_is(run, clause->end, "."))
        return;
    report(run, "check/verb-not-second", tokens_span(run, subject->first, clause->finite));
}

/* "Nachdem die Sitzung beendet war, der Sprecher verließ den Saal.": the clause before takes the first place. */
static void check_verb_behind_clause(const struct check_run *run, size_t first)
{
    size_t comma = stretch_end(run, first), end, verb;

    if (!in_list_lower(run, LIST_CLAUSES_BEFORE_VERBS, first) || !text_is(run, comma, ",") || comma < first + 3 ||
        (!is_surely_finite(token_at(run, comma - 1)) && third_person_numbers(token_at(run, comma - 1)) != NUMBER_PL) ||
        !same_sentence(run, comma, comma + 3))
        return;
    end = stretch_end(run, comma + 1);
    verb = behind_sure_subject(run, comma + 1, false);
    if (verb == comma + 1 || verb + 1 >= end || !text_is(run, end, ".") || !is_surely_finite(token_at(run, verb)) ||
        !is_plain(run, verb + 1, end) || !is_plain(run, first + 1, comma - 1))
        return;
    report(run, "check/verb-not-second", tokens_span(run, comma + 1, verb));
}

/* No finite verb stands between two tokens, nor what may be one. */
static bool holds_no_finite(const struct check_run *run, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (may_be_finite(token_at(run, i)) && !token_is(token_at(run, i), POS_DETERMINER) &&
            !is_inflected_adjective(token_at(run, i)))
            return false;
    return true;
}

/* "Der Roman, der spielt in Wien, erscheint im Mai.": between the subject and its verb a relative clause that has its
 * own verb in the second place. */
static void check_relative_with_second_verb(const struct check_run *run, size_t comma)
{
    size_t first = sentence_first(run, comma), verb = comma + 2, end;
    struct noun_phrase subject;

    if (!same_sentence(run, comma, verb + 3) || !is_surely_finite(token_at(run, verb)) ||
        !token_is(token_at(run, comma + 1), POS_RELATIVE) || in_list(run, LIST_QUESTION_WORDS, comma + 1) ||
        !noun_phrase_at(run->doc, first, &subject) || !subject.has_determiner || subject.noun >= comma ||
        stretch_first(run, comma - 1) != first || (token_at(run, comma - 1)->flags & TOKEN_CAPITAL) == 0 ||
        !holds_no_finite(run, first, comma))
        return;
    end = stretch_end(run, verb);
    if (end < verb + 2 || !text_is(run, end, ",") || !same_sentence(run, verb, end + 1) ||
        !is_plain(run, verb + 1, end) || may_be_finite(token_at(run, end - 1)) ||
        !is_likely_finite(run->doc, end + 1) || token_is(token_at(run, end + 1), POS_DETERMINER))
        return;
    report(run, "check/verb-not-last", tokens_span(run, comma + 1, verb));
}

/* "betonte, sie nicht zurücktreten werde.": behind a verb that a clause with dass follows, one with its verb at the end
 * and a subject at its beginning; dass is missing, or the verb belongs behind the subject. */
static void check_reported_clause(const struct check_run *run, size_t comma)
{
    size_t first = comma + 1, end, behind;
    struct noun_phrase subject;

    if (comma < 2 || !same_sentence(run, comma - 2, first + 2) || !may_be_finite(token_at(run, comma - 1)) ||
        token_at(run, comma - 1)->analysis.particle != NO_ID ||
        ((token_at(run, comma - 1)->flags | token_at(run, first)->flags) & TOKEN_QUOTED) != 0 ||
        in_list(run, LIST_QUESTION_WORDS, first) || slice_starts(text_at(run, first), SLICE("welch")) ||
        slice_starts(text_at(run, first), SLICE("wessen")) ||
        !has_lemma_of(&run->context->lexicon, token_at(run, comma - 1), LIST_VERBS_WITH_DASS) ||
        stretch_first(run, comma - 1) != sentence_first(run, comma) ||
        token_is(token_at(run, sentence_first(run, comma)), POS_SUBORDINATOR))
        return;
    bool personal =
        in_list(run, LIST_SUBJECT_PRONOUNS, first) || text_is(run, first, "sie") || text_is(run, first, "es");

    if (!personal &&
        (!noun_phrase_at(run->doc, first, &subject) || !subject.has_determiner || subject.contracted ||
         agreeing_cases(run->doc, &subject, NULL) == 0 || (agreeing_cases(run->doc, &subject, NULL) & CASE_NOM) == 0))
        return;
    behind = personal ? first + 1 : subject.noun + 1;
    end = stretch_end(run, first);
    if (!text_is(run, end, ".") || end < behind + 3 || !is_surely_finite(token_at(run, end - 1)) ||
        may_be_finite(token_at(run, behind)) || !is_plain(run, behind, end - 1) ||
        (finite_numbers(token_at(run, end - 1)) & (personal ? NUMBER_ANY : NUMBER_SG | NUMBER_PL)) == 0)
        return;
    for (size_t i = behind; i + 1 < end; i++)
        if (may_be_finite(token_at(run, i)) && !token_is(token_at(run, i), POS_DETERMINER) &&
            !is_bare_infinitive(run->doc, i) && !token_is_verb_form(token_at(run, i), VERB_PARTICIPLE2) &&
            !is_inflected_adjective(token_at(run, i)))
            return;
    report(run, "check/verb-not-second", tokens_span(run, first, end - 1));
}

/* "gebracht", "verlegt": a participle without ending, and nothing else. */
static bool is_bare_participle(const struct token *token)
{
    if ((token->flags & (TOKEN_CAPITAL | TOKEN_QUOTED)) != 0 || token->analysis.reading_count == 0)
        return false;
    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;
        bool adjective = pos_of(features) == POS_ADJECTIVE && (features & UNINFLECTED) != 0;

        if (!adjective && verb_form_of(features) != VERB_PARTICIPLE2)
            return false;
    }
    return token_is_verb_form(token, VERB_PARTICIPLE2);
}

/* "am Morgen", "im Mai", "gestern" from index to the end of the stretch. */
static bool is_time_to_end(const struct check_run *run, size_t index, size_t end)
{
    if (index + 1 == end)
        return in_list_lower(run, LIST_ADVERBS_OF_TIME, index);
    return index + 2 == end && (text_is(run, index, "am") || text_is(run, index, "im")) &&
           (in_list(run, LIST_SPANS_OF_TIME, index + 1) || in_list(run, LIST_WEEKDAYS, index + 1) ||
            in_list(run, LIST_MONTHS, index + 1));
}

/* "hat verlassen das Haus", "will kaufen die Firma": behind the verb that ends its clause stands an object with its
 * article, and nothing that another verb could have it from. */
static bool is_object_behind(const struct check_run *run, size_t index, size_t end)
{
    struct noun_phrase object;

    if (!noun_phrase_at(run->doc, index, &object) || !object.has_determiner || object.contracted ||
        object.noun >= end || is_adverbial_noun(run, object.noun) ||
        (agreeing_cases(run->doc, &object, NULL) & (CASE_NOM | CASE_ACC)) == 0)
        return false;
    for (size_t i = object.noun + 1; i < end; i++)
        if (may_be_finite(token_at(run, i)) || is_zu_infinitive(run->doc, i) ||
            token_is(token_at(run, i), POS_CONJUNCTION) || token_is(token_at(run, i), POS_SUBORDINATOR) ||
            (token_at(run, i)->flags & TOKEN_QUOTED) != 0)
            return false;
    return true;
}

/* The auxiliary or modal verb at i is the finite verb of a main clause and has its subject before it. */
static bool is_second_in_main_clause(const struct check_run *run, size_t i)
{
    size_t first = stretch_first(run, i);

    if (first == i || first != sentence_first(run, i) || token_is(token_at(run, first), POS_SUBORDINATOR) ||
        in_list_lower(run, LIST_QUESTION_WORDS, first))
        return false;
    for (size_t j = first; j < i; j++)
        if (is_surely_finite(token_at(run, j)) || in_list(run, LIST_CLAUSE_OPENERS, j) ||
            token_is_verb_form(token_at(run, j), VERB_PARTICIPLE2))
            return false;
    return true;
}

/* "wurden evakuiert am Morgen", "hat verlassen das Haus": the participle or infinitive is the last word of its clause,
 * behind adverbials and objects. */
static void check_early_participle(const struct check_run *run, size_t i)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *finite = token_at(run, i);

    if (!same_clause(run->doc, i, i + 2) || (token_at(run, i + 1)->flags & TOKEN_CAPITAL) != 0)
        return;
    bool modal = (has_lemma_of(lexicon, finite, LIST_MODAL_VERBS) || text_is(run, i, "wird")) &&
                 is_bare_infinitive(run->doc, i + 1);
    bool perfect = (has_lemma(lexicon, finite, "werden") || has_lemma(lexicon, finite, "haben")) &&
                   token_is_verb_form(token_at(run, i + 1), VERB_PARTICIPLE2) &&
                   !is_inflected_adjective(token_at(run, i + 1)) && !text_is(run, i + 1, "geboren");
    size_t end = stretch_end(run, i);

    if ((!perfect && !modal) || (!text_is(run, end, ".") && !text_is(run, end, ",")))
        return;
    if ((perfect && text_is(run, end, ".") && is_time_to_end(run, i + 2, end)) ||
        (is_object_behind(run, i + 2, end) && is_second_in_main_clause(run, i)))
        report(run, "check/early-participle", tokens_span(run, i, text_is(run, end, ".") ? end - 1 : i + 1));
}

/* "ins gebracht Krankenhaus" */
static void check_inner_participle(const struct check_run *run, size_t i)
{
    struct noun_phrase noun, phrase;

    if (!same_sentence(run, i, i + 2) || token_at(run, i)->clause != token_at(run, i + 2)->clause ||
        !is_bare_participle(token_at(run, i + 1)) || !bare_noun_at(run->doc, i + 2, &noun) ||
        noun_phrase_at(run->doc, i, &phrase))
        return;
    for (uint16_t r = 0; r < token_at(run, i)->analysis.reading_count; r++) {
        uint32_t features = token_at(run, i)->analysis.readings[r].features;

        if (pos_of(features) != POS_PREPOSITION || (features & NUMBER_ANY) == 0)
            return;
    }
    if (token_at(run, i)->analysis.reading_count > 0)
        report(run, "check/inner-participle", tokens_span(run, i, i + 2));
}

bool opens_verb_last(const struct check_run *run, size_t i)
{
    return in_list_lower(run, LIST_CLAUSES_WITH_VERB_LAST, i) ||
           in_list_lower(run, LIST_SUBORDINATORS_WITH_VERB_LAST, i) || has_contraction(token_at(run, i)) ||
           token_is(token_at(run, i), POS_PREPOSITION);
}

bool is_finite_auxiliary(const struct check_run *run, size_t i)
{
    return token_is(token_at(run, i), POS_AUXILIARY) && is_surely_finite(token_at(run, i));
}

void check_word_order(const struct check_run *run)
{
    for (size_t i = 0; i < run->doc->sentence_count; i++) {
        check_verb_third(run, run->doc->sentences[i].first_token);
        check_verb_behind_comma(run, run->doc->sentences[i].first_token);
        check_verb_behind_clause(run, run->doc->sentences[i].first_token);
    }
    for (size_t i = 0; i < run->clause_count; i++)
        check_third_in_clause(run, &run->clauses[i]);
    for (size_t i = next_marked(run, MARK_COMMA, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_COMMA, i + 1)) {
        check_indirect_question(run, i);
        check_reported_clause(run, i);
        check_relative_with_second_verb(run, i);
    }
    for (size_t i = next_marked(run, MARK_VERB_LAST, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_VERB_LAST, i + 1)) {
        if (token_at(run, i)->kind != TOKEN_WORD)
            continue;
        check_verb_last(run, i);
        check_verb_early(run, i);
        check_inner_participle(run, i);
    }
    for (size_t i = next_marked(run, MARK_FINITE_AUXILIARY, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_FINITE_AUXILIARY, i + 1))
        check_early_participle(run, i);
}
