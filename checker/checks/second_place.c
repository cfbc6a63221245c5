/* Marks main clauses whose finite verb is not the second part of the sentence: "Gestern der Minister trat zurück",
 * "Nach dem Treffen in Genf beide Seiten sprachen", "Als es dunkel wurde, die Leute gingen heim". */
#include "checks/checks.h"
#include "checks/clauses.h"
#include "checks/fields.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "checks/stretches.h"
#include "checks/subjects.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

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

    if (in_list_lower(run, LIST_ADVERBS_BEFORE_VERBS, index)) /* "Gestern", "Heute Abend" */
        return index + 1 + in_list(run, LIST_PARTS_OF_THE_DAY, index + 1);
    if (in_list_lower(run, LIST_HEDGING_ADVERBS, index))
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

/* The first und or oder of a stretch; behind it another clause may begin. */
static size_t conjunction_behind(const struct check_run *run, size_t index, size_t end)
{
    while (index < end && !text_is(run, index, "und") && !text_is(run, index, "oder"))
        index++;
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
        !is_plain_stretch(run, verb + 1, conjunction_behind(run, verb + 1, end)))
        return false;
    /* "Auf jede Frage eine Antwort wissen nur wenige", "Am Ende die Soße mit Wein verfeinern": not its subject. */
    return !noun_phrase_at(run->doc, subject, &phrase) || conjunction_behind(run, phrase.noun, verb) < verb ||
           (agreeing_numbers(run->doc, &phrase, CASE_NOM) & finite_numbers(token_at(run, verb))) != 0;
}

/* The finite verb that stands behind a subject and its attributes; subject itself when none does. */
static size_t verb_behind(const struct check_run *run, size_t subject, bool attribute, size_t end)
{
    size_t verb = behind_subject(run, subject, attribute);

    if (verb > subject)
        verb = behind_all_attributes(run, verb, end);
    return is_verb_behind(run, subject, verb, end) ? verb : subject;
}

/* "Erst nach dem dritten Anlauf": the adverb belongs to the phrase. */
static bool is_focus_word(const struct check_run *run, size_t i)
{
    return (text_is(run, i, "Erst") || text_is(run, i, "Schon") || text_is(run, i, "Bereits") ||
            text_is(run, i, "Kurz") || text_is(run, i, "Noch")) &&
           same_sentence(run, i, i + 1) && token_is(token_at(run, i + 1), POS_PREPOSITION);
}

/* "Gestern der Minister trat zurück", "Im vergangenen Jahr die Firma verkaufte drei Werke" */
static void check_behind_adverbial(const struct check_run *run, size_t first)
{
    first += (token_at(run, first)->flags & TOKEN_OPENING) != 0;
    size_t end = stretch_end(run, first), subject = behind_adverbial(run, first + is_focus_word(run, first)), verb;

    if (subject == first + 1 && is_focus_word(run, first))
        return;

    if (slice_equal(lower_at(run, first), SLICE("ob"))) /* a preposition in old books alone */
        return;
    if (subject > first + 1 && in_list(run, LIST_FOCUS_NOUNS, subject - 1))
        return;
    if (subject > first + 1 && same_sentence(run, first, subject))
        subject = behind_all_attributes(run, subject, end);
    if (subject == first || !same_sentence(run, first, subject) || subject >= end)
        return;
    verb = verb_behind(run, subject, subject > first + 1, end);
    if (verb > subject && in_list_lower(run, LIST_HEDGING_ADVERBS, first) &&
        has_lemma_of(&run->context->lexicon, token_at(run, verb), LIST_COPULAS))
        return; /* "Vielleicht das größte Problem ist …" */
    if (verb > subject && is_plain_stretch(run, first, verb))
        report(run, "check/verb-not-second", tokens_span(run, subject, verb));
}

/* "Anderswo, die Züge standen still.", "Im vergangenen Jahr, die Firma verlor Millionen.": with the comma that English
 * has there. What ends in another comma may be a remark: "Gestern, es war schon dunkel, klopfte jemand." */
static void check_verb_behind_comma(const struct check_run *run, size_t first)
{
    size_t comma = in_list_lower(run, LIST_SENTENCE_ADVERBS, first) ? first + 1 : behind_adverbial(run, first);

    if (comma == first || in_list_lower(run, LIST_COMMENT_ADVERBS, first) || !text_is(run, comma, ",") ||
        !same_sentence(run, first, comma + 3) || !(comma == first + 1 || is_plain_stretch(run, first, comma)) ||
        (token_at(run, first)->flags & TOKEN_QUOTED) != 0)
        return;
    size_t end = stretch_end(run, comma + 1), verb = verb_behind(run, comma + 1, false, end);

    if (verb > comma + 1 && text_is(run, end, ".") && is_plain_stretch(run, comma + 1, verb))
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

/* "in Genf", "der Polizei" behind a noun: no part of the sentence by itself. */
static bool is_attribute(const struct clause *clause, size_t index)
{
    return clause->phrases[index].prepositional ||
           (is_genitive_attribute(clause, index) && (clause->phrases[index].cases & CASE_NOM) == 0);
}

/* "Nach dem Treffen in Genf | beide Seiten sprachen": behind an adverbial with a preposition the phrase that stands
 * before the finite verb, with nothing but attributes behind it; the number of phrases where there is none. */
static size_t second_phrase(const struct check_run *run, const struct clause *clause)
{
    const struct clause_phrase *adverbial = &clause->phrases[0];
    size_t found = clause->count;

    if (clause->count < 2 || !adverbial->prepositional || adverbial->first > clause->first + 1 ||
        is_focus(run, adverbial))
        return clause->count;
    for (size_t i = 1; i < clause->count && clause->phrases[i].end <= clause->finite; i++) {
        if (is_attribute(clause, i))
            continue;
        if (found < clause->count)
            return clause->count;
        found = i;
    }
    return found;
}

/* What can be nothing but the subject there. */
static bool is_sure_subject(const struct check_run *run, const struct clause *clause, size_t index)
{
    const struct clause_phrase *subject = &clause->phrases[index];
    const struct token *finite = token_at(run, clause->finite);
    bool other = has_other_subject(clause, index);

    if (subject->name || subject->several || (subject->cases & CASE_NOM) == 0 ||
        (subject->numbers & finite_numbers(finite)) == 0 || is_span_of_time(run, subject->first))
        return false;
    if (!subject->determined && is_inflected_adjective(token_at(run, subject->first)))
        return false; /* "Im Hafen liegende Schiffe" */
    if (!subject->determined &&
        (subject->pronoun ? !in_list(run, LIST_NOMINATIVE_PRONOUNS, subject->head) : subject->numbers != NUMBER_PL))
        return false;
    return !subject->adverbial || !other;
}

/* "In Oslo das Parlament verabschiedete", "Im Sommer 1969 der Sänger ging": an adverbial and the subject before the
 * verb. A genitive ("Im Winter der Fluss") is one only where the clause has another subject. */
static void check_third_in_clause(const struct check_run *run, const struct clause *clause)
{
    size_t index = clause->order == CLAUSE_VERB_SECOND ? second_phrase(run, clause) : clause->count;
    const struct clause_phrase *subject = &clause->phrases[index];
    const struct token *finite = token_at(run, clause->finite);

    if (index == clause->count || !is_sure_subject(run, clause, index) ||
        (has_lemma_of(&run->context->lexicon, finite, LIST_COPULAS) && clause->verb == clause->finite))
        return;
    bool genitive = subject->first == clause->phrases[index - 1].end && (subject->cases & CASE_GEN) != 0;

    if ((genitive && (has_other_subject(clause, index) || clause->passive ||
                      clause_verb_in(run, clause, LIST_VERBS_WITHOUT_SUBJECT))) ||
        !text_is(run, clause->end, "."))
        return;
    report(run, "check/verb-not-second", tokens_span(run, subject->first, clause->finite));
}

/* "Leider", "Hier", "Nach dem Treffen in Genf": what opens a sentence and is its first part whole, up to the token at
 * an index. */
static bool is_first_part(const struct check_run *run, size_t first, size_t end)
{
    const struct token *token = token_at(run, first);

    if (end == first + 1)
        return in_list_lower(run, LIST_SENTENCE_ADVERBS, first) || in_list_lower(run, LIST_ADVERBS_BEFORE_VERBS, first);
    if (slice_equal(token_lower(token), SLICE("je"))) /* "Je mehr Zeit wir haben, desto …" */
        return false;
    return token_is(token, POS_PREPOSITION) && !slice_starts(text_at(run, first + 1), SLICE("welch")) &&
           !slice_starts(text_at(run, first + 1), SLICE("wessen")) &&
           !in_list_lower(run, LIST_INFINITIVE_OPENERS, first) && is_plain_stretch(run, first, end) &&
           (is_capitalised(token_at(run, end - 1)) || token_at(run, end - 1)->kind == TOKEN_NUMBER);
}

/* "Leider es regnet", "Mit diesem Geld wir kaufen Bücher": a pronoun that is a subject and nothing else between the
 * first part and the verb. */
static void check_pronoun_second(const struct check_run *run, size_t pronoun)
{
    size_t first = stretch_first(run, pronoun), verb = pronoun + 1;

    if (pronoun == first || !same_sentence(run, pronoun, verb + 1) ||
        (first != sentence_first(run, first) && !text_is(run, first - 1, ":") &&
         (token_at(run, first - 1)->flags & TOKEN_OPENING) == 0) ||
        !may_be_finite(token_at(run, verb)) || is_inflected_adjective(token_at(run, verb)) ||
        finite_numbers(token_at(run, verb)) == 0 || text_is(run, verb + 1, "und"))
        return;
    bool oblique = text_is(run, pronoun, "es") || text_is(run, pronoun, "sie");

    if ((oblique && !is_surely_finite(token_at(run, verb)) && !token_is(token_at(run, verb), POS_AUXILIARY)) ||
        !is_first_part(run, first, pronoun))
        return;
    report(run, "check/verb-not-second", tokens_span(run, pronoun, verb));
}

bool is_subject_pronoun(const struct check_run *run, size_t i)
{
    return in_list(run, LIST_SUBJECT_PRONOUNS, i) || text_is(run, i, "es") || text_is(run, i, "sie");
}

/* "Hätten die Bremsen funktioniert": a condition without wenn, from first to the comma. */
static bool is_condition(const struct check_run *run, size_t first, size_t comma)
{
    const struct token *last = token_at(run, comma - 1);

    return !is_capitalised(last) &&
           (token_is_verb_form(last, VERB_PARTICIPLE2) || token_is_verb_form(last, VERB_INFINITIVE)) &&
           in_list_lower(run, LIST_CONDITION_OPENERS, first);
}

/* "Als der Vorhang fiel": a clause with a subordinator, from first to the comma. */
static bool is_clause_before_verb(const struct check_run *run, size_t first, size_t comma)
{
    const struct token *last = token_at(run, comma - 1);

    return in_list_lower(run, LIST_CLAUSES_BEFORE_VERBS, first) &&
           (is_surely_finite(last) || third_person_numbers(last) == NUMBER_PL);
}

/* "Weil es hieß, die Straße sei frei, …": what is said, without dass, in the subjunctive of reported speech. */
static bool is_reported(const struct token *verb)
{
    bool found = false;

    for (uint16_t i = 0; i < verb->analysis.reading_count; i++) {
        uint32_t features = verb->analysis.readings[i].features;

        if ((features & PERSON_3) == 0 || verb_form_of(features) == VERB_IMPERATIVE)
            continue;
        if (verb_form_of(features) != VERB_SUBJUNCTIVE1)
            return false;
        found = true;
    }
    return found;
}

/* "Lastwagen | müssen … fahren": a bare noun that may be a plural before the auxiliary of the verb that ends the
 * stretch.
 */
static bool is_plural_before_auxiliary(const struct check_run *run, size_t noun, size_t end)
{
    struct noun_phrase phrase;

    return noun + 3 < end && bare_noun_at(run->doc, noun, &phrase) && !token_is(token_at(run, noun), POS_NAME) &&
           (agreeing_numbers(run->doc, &phrase, CASE_NOM) & NUMBER_PL) != 0 &&
           token_is(token_at(run, noun + 1), POS_AUXILIARY) && finite_numbers(token_at(run, noun + 1)) == NUMBER_PL &&
           is_nonfinite_here(run, end - 1);
}

/* "Nachdem die Sitzung beendet war, der Sprecher verließ den Saal.": the clause before takes the first place. */
static void check_verb_behind_clause(const struct check_run *run, size_t first)
{
    size_t comma = stretch_end(run, first), end, verb;

    if (!text_is(run, comma, ",") || comma < first + 3 || !same_sentence(run, comma, comma + 3))
        return;
    bool condition = is_condition(run, first, comma);

    if ((!condition && !is_clause_before_verb(run, first, comma)) ||
        (condition && in_list(run, LIST_NOMINATIVE_PRONOUNS, comma + 1))) /* "Hätte ich es gewusst, ich wäre …" */
        return;
    end = stretch_end(run, comma + 1);
    verb = behind_subject(run, comma + 1, false);
    if (verb > comma + 1) /* "das Dach | der Scheune stand" */
        verb = behind_all_attributes(run, verb, end);
    if (verb == comma + 1) /* "Weil die Brücke morsch ist, Lastwagen müssen …" */
        verb += is_plural_before_auxiliary(run, verb, end);
    bool pronoun = verb == comma + 1 && is_subject_pronoun(run, verb);

    verb += pronoun;
    pronoun = pronoun || in_list(run, LIST_NOMINATIVE_PRONOUNS, comma + 1);
    if (verb == comma + 1 || verb + 1 >= end || token_is(token_at(run, verb + 1), POS_CONJUNCTION) ||
        is_reported(token_at(run, verb)) ||
        !(is_surely_finite(token_at(run, verb)) ||
          (token_is(token_at(run, verb), POS_AUXILIARY) && may_be_finite(token_at(run, verb))) ||
          (pronoun && third_person_numbers(token_at(run, verb)) == NUMBER_PL && text_is(run, comma + 1, "wir"))) ||
        !is_plain_stretch(run, verb + 1, conjunction_behind(run, verb + 1, end)) ||
        !is_plain_stretch(run, first + 1, comma - 1))
        return;
    report(run, "check/verb-not-second", tokens_span(run, comma + 1, verb));
}

/* "Umweltverbände", "Rettungskräfte": a plural without determiner that opens the sentence; the token behind it. */
static size_t behind_bare_plural(const struct check_run *run, size_t first)
{
    struct noun_phrase phrase;

    return bare_noun_at(run->doc, first, &phrase) && !token_is(token_at(run, first), POS_NAME) &&
                   agreeing_numbers(run->doc, &phrase, CASE_NOM) == NUMBER_PL
               ? first + 1
               : first;
}

/* "Merkel": a name alone that opens the sentence; the token behind it. */
static size_t behind_name(const struct check_run *run, size_t first)
{
    size_t last = first;

    while (last < first + 2 && same_sentence(run, first, last) && is_capitalised(token_at(run, last)) &&
           token_is(token_at(run, last), POS_NAME) && !token_is(token_at(run, last), POS_NOUN) &&
           !may_be_finite(token_at(run, last)))
        last++;
    return last;
}

/* "scharf", "deutlich": an adjective that says how, and can hardly belong to the noun before it ("die Preise
 * weltweit").
 */
static bool is_manner(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);

    return in_list(run, LIST_ADVERBS_OF_MANNER, i) && has_bare_adjective(token) && token->kind == TOKEN_WORD;
}

/* "kritisierten den Plan", "bestätigte, dass": what may be an adjective or participle as well is the verb where a
 * phrase with its own article or a clause with dass follows, and no other verb does. */
static bool is_verb_there(const struct check_run *run, size_t verb, size_t end, bool bare)
{
    const struct token *token = token_at(run, verb);
    struct noun_phrase object;

    if (is_surely_finite(token) ||
        (token_is(token, POS_AUXILIARY) && may_be_finite(token) && end > verb + 1 && is_nonfinite_here(run, end - 1)))
        return true;
    if (!may_be_finite(token) || finite_numbers(token) == 0 || token_is(token, POS_DETERMINER) ||
        token_is(token, POS_PREPOSITION) || has_likely_finite(run, verb + 1, end) ||
        !same_sentence(run, verb, verb + 2))
        return false;
    if (verb + 1 == end)
        return text_is(run, end, ",") && (text_is(run, end + 1, "dass") || text_is(run, end + 1, "ob"));
    if (token_is(token_at(run, verb + 1), POS_PREPOSITION)) /* "warnen vor den Folgen" */
        return text_is(run, end, ".") && noun_at(run->doc, verb + 2, &object) && !is_inflected_adjective(token);
    return noun_phrase_at(run->doc, verb + 1, &object) && (object.has_determiner || bare) && !object.contracted;
}

/* "Umweltverbände scharf kritisierten den Plan", "Die Hitze nicht nur gefährdet das Wild" */
static void check_manner_before_verb(const struct check_run *run, size_t first)
{
    size_t adverb = behind_subject(run, first, false), end = stretch_end(run, first);

    if (adverb == first)
        adverb = behind_bare_plural(run, first);
    if (adverb == first)
        adverb = behind_name(run, first);
    if (adverb == first || adverb + 3 >= end || (token_at(run, first)->flags & TOKEN_QUOTED) != 0)
        return;
    bool only = text_is(run, adverb, "nicht") && text_is(run, adverb + 1, "nur");
    size_t verb = adverb + 1 + only;

    if ((!only && !is_manner(run, adverb) && !text_is(run, adverb, "auch") && !text_is(run, adverb, "ebenfalls")) ||
        !is_verb_there(run, verb, end, only) || text_is(run, end, "?") ||
        (only && (!text_is(run, end, ",") || !text_is(run, end + 1, "sondern"))) ||
        !is_plain_stretch(run, verb + 1, end))
        return;
    report(run, "check/verb-not-second", tokens_span(run, adverb, verb));
}

/* "bestätigte | Berichte", "äußerte | sich": behind an adverb the word is the verb where sich follows, or a bare plural
 * that ends its phrase, and no other verb stands in the sentence. */
static bool is_verb_of_sentence(const struct check_run *run, size_t verb, size_t end)
{
    struct noun_phrase object;

    if (!may_be_finite(token_at(run, verb)) || (finite_numbers(token_at(run, verb)) & NUMBER_SG) == 0 ||
        verb + 2 >= end || !text_is(run, end, ".") || same_sentence(run, verb, end + 1) ||
        has_likely_finite(run, verb + 1, end))
        return false;
    return text_is(run, verb + 1, "sich") ||
           (bare_noun_at(run->doc, verb + 1, &object) && token_is(token_at(run, verb + 2), POS_PREPOSITION));
}

/* "Die Firma nicht äußerte sich", "Er oft kommt zu spät": an adverb between the subject that opens the sentence and its
 * verb, where English has it. */
static void check_adverb_before_verb(const struct check_run *run, size_t first)
{
    size_t adverb = behind_subject(run, first, false), end = stretch_end(run, first), verb;

    if (adverb > first + 1)
        adverb = behind_all_attributes(run, adverb, end);
    if (in_list_lower(run, LIST_SUBJECT_PRONOUNS, first) && adverb == first)
        adverb = first + 1;
    verb = adverb + 1;
    while (verb + 1 < end && in_list(run, LIST_ADVERBS_BEHIND_VERBS, adverb) &&
           in_list(run, LIST_ADVERBS_BEHIND_VERBS, verb))
        verb++; /* "zunächst nicht" */
    if (adverb == first || verb >= end || !in_list(run, LIST_ADVERBS_BEHIND_VERBS, adverb) ||
        (!is_verb_there(run, verb, end, false) && !is_verb_of_sentence(run, verb, end)) ||
        (verb + 1 == end && !text_is(run, end + 1, "dass")) || text_is(run, end, "?") ||
        (token_at(run, first)->flags & TOKEN_QUOTED) != 0 || !is_plain_stretch(run, verb + 1, end))
        return;
    report(run, "check/verb-not-second", tokens_span(run, adverb, verb));
}

static void check_openings(const struct check_run *run, size_t first)
{
    check_adverb_before_verb(run, first);
    check_manner_before_verb(run, first);
}

void check_second_place(const struct check_run *run)
{
    for (size_t i = 0; i < run->doc->sentence_count; i++)
        if (run->doc->sentences[i].token_count > 4)
            check_openings(run, run->doc->sentences[i].first_token);
    for (size_t i = 0; i < run->doc->sentence_count; i++) {
        check_behind_adverbial(run, run->doc->sentences[i].first_token);
        check_verb_behind_comma(run, run->doc->sentences[i].first_token);
        check_verb_behind_clause(run, run->doc->sentences[i].first_token);
    }
    for (size_t i = 0; i + 4 < run->doc->token_count; i++) /* "; trotzdem die Aktie stieg" */
        if (token_at(run, i)->kind == TOKEN_PUNCTUATION && text_is(run, i, ";") && same_sentence(run, i, i + 4))
            check_behind_adverbial(run, i + 1);
    for (size_t i = next_marked(run, MARK_SUBJECT_PRONOUN, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_SUBJECT_PRONOUN, i + 1))
        check_pronoun_second(run, i);
    for (size_t i = 0; i < run->clause_count; i++)
        check_third_in_clause(run, &run->clauses[i]);
}
