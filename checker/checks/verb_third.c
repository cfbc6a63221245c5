/* Marks main clauses whose verb stands third behind what second_place.c does not read: an adverb that joins them to the
 * clause before ("…, deshalb die Gäste müssen warten"), desto with its comparative ("desto teurer Brot wird"), the
 * object ("Den Preis das Unternehmen nannte nicht"), an adverbial before a plural without article ("Nach dem Sturm
 * mehrere Häuser waren ohne Strom"). */
#include "checks/checks.h"
#include "checks/clauses.h"
#include "checks/compounds.h"
#include "checks/fields.h"
#include "checks/marks.h"
#include "checks/phrases.h"
#include "checks/places.h"
#include "checks/stretches.h"
#include "checks/subjects.h"
#include "checks/times.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* The finite verb of the clause: nothing else for sure, or an auxiliary ("müssen", "haben") whose verb ends the
 * stretch. */
static bool is_verb_of(const struct check_run *run, size_t verb, size_t end)
{
    const struct token *token = token_at(run, verb);

    if (verb + 1 >= end || is_capitalised(token) || finite_numbers(token) == 0)
        return false;
    return is_surely_finite(token) ||
           (token_is(token, POS_AUXILIARY) && may_be_finite(token) && is_nonfinite_here(run, end - 1));
}

/* "Tausende Haushalte", "viele Gäste", "drei Kinder" from an index on: a plural that may be a subject; the token behind
 * it, or index. */
static size_t behind_counted(const struct check_run *run, size_t index)
{
    struct noun_phrase phrase;
    bool quantifier = in_list(run, LIST_PLURAL_QUANTIFIERS, index) ||
                      (token_at(run, index)->kind == TOKEN_WORD && token_is(token_at(run, index), POS_NUMERAL)) ||
                      in_list_lower(run, LIST_ROUND_NUMBERS, index);

    if (!quantifier || !same_sentence(run, index, index + 1))
        return index;
    if (slice_ends(text_at(run, index), SLICE("n")) && !token_is(token_at(run, index), POS_NUMERAL))
        return index; /* "vielen", "einigen": a dative */
    if (!noun_at(run->doc, index + 1, &phrase) || phrase.has_determiner || phrase.contracted ||
        (agreeing_numbers(run->doc, &phrase, CASE_NOM) & NUMBER_PL) == 0)
        return index;
    return phrase.noun + 1;
}

/* A subject of any of these kinds; the token behind it, or index. */
static size_t behind_any_subject(const struct check_run *run, size_t index, bool attribute)
{
    struct noun_phrase phrase;
    size_t behind = behind_subject(run, index, attribute);

    if (behind > index && noun_phrase_at(run->doc, index, &phrase) && phrase.noun + 1 != behind)
        behind = index; /* "viele | Gäste" */
    if (behind == index)
        behind = behind_counted(run, index);
    return behind;
}

/* The verb right behind the subject that begins at an index, in a clause that ends the sentence and holds no other; 0:
 * there is none. */
static size_t verb_behind_subject(const struct check_run *run, size_t subject)
{
    size_t end = stretch_end(run, subject), verb = behind_any_subject(run, subject, false);

    if (verb > subject)
        verb = behind_all_attributes(run, verb, end);
    else if (is_subject_pronoun(run, subject))
        verb = subject + 1;
    return verb > subject && verb < end && is_verb_of(run, verb, end) && text_is(run, end, ".") &&
                   is_plain_stretch(run, verb + 1, end)
               ? verb
               : 0;
}

/* ", deshalb die Gäste müssen warten.": the adverb fills the first place. Behind a subordinator the clause may go on
 * ("weil er erst kam, dann die Tür aufbrach"). */
static void check_joining_adverb(const struct check_run *run, size_t comma)
{
    size_t first = comma + 1, subject = first + 1, verb;

    if (!in_list(run, LIST_JOINING_ADVERBS, first) || !same_sentence(run, comma, first + 4) ||
        (token_at(run, first)->flags & TOKEN_QUOTED) != 0)
        return;
    verb = verb_behind_subject(run, subject);
    if (verb == 0)
        return;
    report(run, "check/verb-not-second", tokens_span(run, subject, verb));
}

/* "desto teurer Brot wird": desto and its comparative without ending fill the first place. "mehr" and "weniger" go with
 * the noun behind them. */
static void check_desto(const struct check_run *run, size_t desto)
{
    size_t subject = desto + 2, end, verb;
    struct noun_phrase phrase;

    if ((!text_is(run, desto, "desto") && !text_is(run, desto, "umso")) || !same_sentence(run, desto, desto + 4) ||
        !(may_be_bare_comparative(token_at(run, desto + 1)) || text_is(run, desto + 1, "mehr") ||
          text_is(run, desto + 1, "weniger")))
        return;
    bool amount = text_is(run, desto + 1, "mehr") || text_is(run, desto + 1, "weniger");

    end = stretch_end(run, desto);
    verb = behind_subject(run, subject, false);
    if (verb == subject && is_subject_pronoun(run, subject))
        verb = subject + 1;
    if (verb == subject && !amount && bare_noun_at(run->doc, subject, &phrase))
        verb = subject + 1;
    if (verb > subject)
        verb = behind_all_attributes(run, verb, end);
    if (verb == subject || verb >= end || finite_numbers(token_at(run, verb)) == 0 ||
        is_capitalised(token_at(run, verb)) ||
        (!is_surely_finite(token_at(run, verb)) &&
         (!token_is(token_at(run, verb), POS_AUXILIARY) || !may_be_finite(token_at(run, verb)))))
        return;
    report(run, "check/verb-not-second", tokens_span(run, subject, verb));
}

/* "Den Preis für das Gelände | das Unternehmen nannte nicht.": an object that is no nominative opens the sentence. */
static void check_object_first(const struct check_run *run, size_t first)
{
    struct noun_phrase object;
    size_t end = stretch_end(run, first), subject, verb;

    if (!text_is(run, end, ".") || !noun_phrase_at(run->doc, first, &object) || !object.has_determiner ||
        object.contracted || (token_at(run, first)->flags & TOKEN_QUOTED) != 0 ||
        in_list(run, LIST_SPANS_OF_TIME, object.noun) ||
        (agreeing_cases(run->doc, &object, NULL) & (CASE_NOM | CASE_GEN)) != 0)
        return;
    subject = behind_all_attributes(run, object.noun + 1, end);
    if (subject >= end)
        return;
    verb = behind_subject(run, subject, true);
    if (verb == subject || verb >= end || !is_verb_of(run, verb, end) || !is_plain_stretch(run, first, verb) ||
        !is_plain_stretch(run, verb + 1, end))
        return;
    report(run, "check/verb-not-second", tokens_span(run, subject, verb));
}

/* "Nach dem Sturm | mehrere Häuser waren ohne Strom." */
static void check_counted_subject(const struct check_run *run, size_t first)
{
    size_t end = stretch_end(run, first), subject, verb;
    struct noun_phrase adverbial;

    if (noun_at(run->doc, first + !has_contraction(token_at(run, first)), &adverbial) &&
        in_list_lower(run, LIST_ROUND_NUMBERS, adverbial.noun + 1))
        subject = adverbial.noun + 1; /* "Nach dem Sturm | Tausende Häuser": no name of the storm */
    else
        subject = behind_all_attributes(run, first, end);
    if (subject == first || subject >= end || !token_is(token_at(run, first), POS_PREPOSITION) ||
        !text_is(run, end, ".") || (token_at(run, first)->flags & TOKEN_QUOTED) != 0)
        return;
    verb = behind_counted(run, subject);
    if (verb == subject || verb >= end || !is_verb_of(run, verb, end) ||
        (finite_numbers(token_at(run, verb)) & NUMBER_PL) == 0 || !is_plain_stretch(run, first, verb) ||
        !is_plain_stretch(run, verb + 1, end))
        return;
    report(run, "check/verb-not-second", tokens_span(run, subject, verb));
}

/* "Um die Kosten zu senken der Konzern schließt zwei Werke.": an infinitive clause fills the first place, with its
 * comma or without it. */
static void check_behind_infinitive(const struct check_run *run, size_t first)
{
    size_t end = stretch_end(run, first), zu = first + 1, subject, verb;

    if (!in_list_lower(run, LIST_INFINITIVE_OPENERS, first) || (token_at(run, first)->flags & TOKEN_QUOTED) != 0)
        return;
    while (zu < end && !is_zu_infinitive(run->doc, zu))
        zu++;
    if (zu + 3 > sentence_end(run, first) || has_sure_finite(run, first, zu))
        return;
    subject = zu + 1 + text_is(run, zu + 1, ",");
    if (subject == zu + 1 && zu == end)
        return;
    verb = verb_behind_subject(run, subject);
    if (verb == 0)
        return;
    report(run, "check/verb-not-second", tokens_span(run, subject, verb));
}

/* "Angekommen in Berlin, die Delegation wurde empfangen.", "Aus Angst getrieben, er floh.": a participle with what
 * belongs to it fills the first place. */
static void check_behind_participle(const struct check_run *run, size_t first)
{
    size_t comma = stretch_end(run, first), subject = comma + 1, verb;

    if (!text_is(run, comma, ",") || comma < first + 2 || !same_sentence(run, first, subject + 3) ||
        (token_at(run, first)->flags & TOKEN_QUOTED) != 0 || has_likely_finite(run, first + 1, comma))
        return;
    bool opens = is_participle_form(&run->context->lexicon, lower_at(run, first)) &&
                 !may_be_finite(token_at(run, first)) && !token_is_verb_form(token_at(run, first), VERB_IMPERATIVE);
    bool closes = !is_capitalised(token_at(run, comma - 1)) && !is_inflected_adjective(token_at(run, comma - 1)) &&
                  (token_is_verb_form(token_at(run, comma - 1), VERB_PARTICIPLE2) ||
                   token_is_verb_form(token_at(run, comma - 1), VERB_PARTICIPLE1)) &&
                  token_is(token_at(run, first), POS_PREPOSITION);

    if (!opens && !closes)
        return;
    verb = verb_behind_subject(run, subject);
    if (verb == 0 || in_list(run, LIST_VERBS_OF_SAYING, verb))
        return;
    report(run, "check/verb-not-second", tokens_span(run, subject, verb));
}

/* "am Dienstag", "am Dienstagabend", "im Juni" at the index: no span of time. */
static bool is_date_at(const struct check_run *run, size_t i)
{
    return may_begin_time(run, i) && (names_day_or_month(run, i + 1) || is_kind_of(run, i + 1, LIST_PARTS_OF_THE_DAY));
}

/* "Die EU", "BMW", "Petra Holm": a body by its letters or a person by first name and surname opens the sentence; the
 * token behind it, or first. */
static size_t behind_proper_name(const struct check_run *run, size_t first)
{
    size_t name = first + (text_is(run, first, "Die") || text_is(run, first, "Der") || text_is(run, first, "Das"));

    if (!same_sentence(run, first, name + 3) || !is_capitalised(token_at(run, name)))
        return first;
    if ((token_at(run, name)->flags & (TOKEN_ALL_CAPS | TOKEN_DIGIT)) == TOKEN_ALL_CAPS)
        return name + 1;
    return name == first &&
                   (in_list(run, LIST_GERMAN_FIRST_NAMES, first) || in_list(run, LIST_WOMEN_FIRST_NAMES, first)) &&
                   is_capitalised(token_at(run, first + 1)) && !token_is(token_at(run, first + 1), POS_DETERMINER)
               ? first + 2
               : first;
}

/* "Der Minister am Dienstag sagte", "Der Bundestag im Juni beschloss": a body, or a person who speaks, has no time as
 * an attribute, as events have ("Das Treffen am Dienstag endete"). */
static void check_time_before_verb(const struct check_run *run, size_t first)
{
    size_t end = stretch_end(run, first), time = behind_subject(run, first, false), verb;
    bool named = time == first;

    if (named)
        time = behind_proper_name(run, first);
    if (time == first || (token_at(run, first)->flags & TOKEN_QUOTED) != 0 || !same_sentence(run, first, time + 3) ||
        !is_date_at(run, time))
        return;
    verb = behind_all_attributes(run, time, end);
    if (verb >= end || is_capitalised(token_at(run, verb)) ||
        !(is_surely_finite(token_at(run, verb)) ||
          (is_likely_finite(run->doc, verb) && finite_numbers(token_at(run, verb)) != 0 &&
           !has_likely_finite(run, verb + 1, end))) ||
        has_lemma_of(&run->context->lexicon, token_at(run, verb), LIST_COPULAS) ||
        has_lemma(&run->context->lexicon, token_at(run, verb), "heißen") || !is_plain_stretch(run, verb + 1, end))
        return;
    bool body = named || is_kind_of(run, time - 1, LIST_AGENTS);
    bool speaker = is_person(&run->context->lexicon, token_at(run, time - 1)) &&
                   (in_list(run, LIST_VERBS_OF_SAYING, verb) || lemma_in(run, verb, LIST_REPORTING_VERBS));

    if (body || speaker)
        report(run, "check/verb-not-second", tokens_span(run, time, verb));
}

void check_verb_third(const struct check_run *run)
{
    for (size_t i = next_marked(run, MARK_COMMA, 0); i < run->doc->token_count; i = next_marked(run, MARK_COMMA, i + 1))
        if (same_sentence(run, i, i + 1)) {
            check_joining_adverb(run, i);
            check_desto(run, i + 1);
        }
    for (size_t i = 0; i < run->doc->sentence_count; i++)
        if (run->doc->sentences[i].token_count > 4) {
            check_object_first(run, run->doc->sentences[i].first_token);
            check_counted_subject(run, run->doc->sentences[i].first_token);
            check_behind_infinitive(run, run->doc->sentences[i].first_token);
            check_behind_participle(run, run->doc->sentences[i].first_token);
            check_time_before_verb(run, run->doc->sentences[i].first_token);
        }
}
