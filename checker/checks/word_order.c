/* Marks verbs in the wrong place: a finite verb behind the adverbial that opens its subordinate clause or behind a
 * question word ("wie konnte der Täter fliehen"), a participle that stands too early ("wurden evakuiert am Morgen"),
 * and one between preposition and noun ("ins gebracht Krankenhaus"). verb_brackets.c has the subordinate clauses that
 * their brackets give away, second_place.c main clauses. */
#include "checks/checks.h"
#include "checks/clauses.h"
#include "checks/fields.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "checks/stretches.h"
#include "checks/subjects.h"
#include "checks/times.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* The first of the sentence, or behind a comma. */
static bool opens_clause(const struct check_run *run, size_t index)
{
    return (token_at(run, index)->flags & TOKEN_SENTENCE_START) != 0 || (index > 0 && text_is(run, index - 1, ","));
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
    if (verb + 2 >= end || !is_surely_finite(token_at(run, verb)) || behind_subject(run, verb + 1, false) == verb + 1 ||
        is_surely_finite(token_at(run, end - 1)) || !is_plain_stretch(run, verb + 1, end))
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
        (token_at(run, i)->flags & TOKEN_QUOTED) != 0 ||
        (!is_surely_finite(token_at(run, i + 1)) &&
         (!is_likely_finite(run->doc, i + 1) || token_is(token_at(run, i + 1), POS_ADVERB) ||
          !token_is(token_at(run, i + 2), POS_DETERMINER))) ||
        finite_numbers(token_at(run, i + 1)) == 0 || in_list(run, LIST_VERBS_OF_SAYING, i + 1))
        return;
    end = stretch_end(run, i);
    if (!text_is(run, end, ".") || end < i + 4 || behind_subject(run, i + 2, false) == i + 2 ||
        is_surely_finite(token_at(run, end - 1)) || !is_plain_stretch(run, i + 2, end))
        return;
    report(run, "check/verb-not-last", tokens_span(run, i, i + 1));
}

/* "wie viele Häuser wurden zerstört", "welche Bücher wurden verkauft": the question is the subject, and the auxiliary
 * stands before its participle. */
static void check_question_phrase(const struct check_run *run, size_t comma)
{
    size_t i = comma + 1, verb, end;
    struct noun_phrase phrase;
    bool many = text_is(run, i, "wie") && (text_is(run, i + 1, "viele") || text_is(run, i + 1, "wenige"));

    if (!same_sentence(run, comma, i + 3) || (!many && !slice_starts(text_at(run, i), SLICE("welche"))) ||
        (token_at(run, i)->flags & TOKEN_QUOTED) != 0 || !noun_phrase_at(run->doc, i + many, &phrase))
        return;
    verb = phrase.noun + 1;
    end = stretch_end(run, i);
    if (!text_is(run, end, ".") || end < verb + 2 || !same_sentence(run, comma, end) || phrase.noun == i + many ||
        !is_surely_finite(token_at(run, verb)) || !token_is(token_at(run, verb), POS_AUXILIARY) ||
        is_surely_finite(token_at(run, end - 1)) || !is_nonfinite_here(run, end - 1) ||
        !is_plain_stretch(run, verb + 1, end))
        return;
    report(run, "check/verb-not-last", tokens_span(run, phrase.noun, end - 1));
}

/* "ob der Täter hat Komplizen hatte": one auxiliary right behind the subject and at the end; and what
 * check_verb_behind_adverbial looks for. */
static void check_verb_inside(const struct check_run *run, size_t i)
{
    size_t end, verb;

    if (!in_list_lower(run, LIST_SUBORDINATORS_WITH_VERB_LAST, i) || !opens_clause(run, i))
        return;
    end = end_of_first(run, i);
    if (end < i + 4 || check_verb_behind_adverbial(run, i, end))
        return;
    verb = behind_subject(run, i + 1, false);
    if (verb > i + 1 && verb + 1 < end && is_surely_finite(token_at(run, verb)) && is_again(run, verb, end - 1) &&
        is_plain_stretch(run, verb + 1, end - 1))
        report(run, "check/two-verbs", tokens_span(run, i + 1, end - 1));
}

/* "ob hat der Täter allein gehandelt", "dass werde sie nicht mehr kandidieren": right behind the subordinator the verb,
 * behind it its subject. */
static void check_verb_behind_subordinator(const struct check_run *run, size_t i)
{
    size_t verb = i + 1, end = stretch_end(run, i);

    if (!in_list_lower(run, LIST_SUBORDINATORS_WITH_VERB_LAST, i) || in_list_lower(run, LIST_QUESTION_WORDS, i) ||
        !opens_clause(run, i) || end < i + 4 || (!text_is(run, end, ".") && !text_is(run, end, ",")) ||
        ((token_at(run, i)->flags | token_at(run, verb)->flags) & TOKEN_QUOTED) != 0 ||
        !is_surely_finite(token_at(run, verb)) || is_surely_finite(token_at(run, end - 1)) ||
        !is_plain_stretch(run, verb + 1, end))
        return;
    if (behind_subject(run, verb + 1, false) > verb + 1 || text_is(run, verb + 1, "sie") ||
        text_is(run, verb + 1, "es") || is_capitalised(token_at(run, verb + 1)))
        report(run, "check/verb-not-last", tokens_span(run, i, verb));
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
        has_likely_finite(run, first, comma))
        return;
    end = stretch_end(run, verb);
    if (end < verb + 2 || !text_is(run, end, ",") || !same_sentence(run, verb, end + 1) ||
        !is_plain_stretch(run, verb + 1, end) || may_be_finite(token_at(run, end - 1)) ||
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
        is_question_word(run, first) ||
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
        may_be_finite(token_at(run, behind)) || !is_plain_stretch(run, behind, end - 1) ||
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
    return index + 2 == end && is_time_phrase(run, index);
}

/* "wurden evakuiert am Morgen": the participle is the last word of its clause, behind adverbials. */
static void check_early_participle(const struct check_run *run, size_t i)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *finite = token_at(run, i);
    size_t end = stretch_end(run, i);

    if (!same_clause(run->doc, i, i + 2) || (token_at(run, i + 1)->flags & TOKEN_CAPITAL) != 0 ||
        (!has_lemma(lexicon, finite, "werden") && !has_lemma(lexicon, finite, "haben")) ||
        !token_is_verb_form(token_at(run, i + 1), VERB_PARTICIPLE2) || is_inflected_adjective(token_at(run, i + 1)) ||
        text_is(run, i + 1, "geboren") || !text_is(run, end, "."))
        return;
    if (is_time_to_end(run, i + 2, end))
        report(run, "check/early-participle", tokens_span(run, i, end - 1));
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
    for (size_t i = next_marked(run, MARK_COMMA, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_COMMA, i + 1)) {
        check_indirect_question(run, i);
        check_question_phrase(run, i);
        check_reported_clause(run, i);
        check_relative_with_second_verb(run, i);
    }
    for (size_t i = next_marked(run, MARK_VERB_LAST, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_VERB_LAST, i + 1)) {
        if (token_at(run, i)->kind != TOKEN_WORD)
            continue;
        check_verb_inside(run, i);
        check_verb_behind_subordinator(run, i);
        check_inner_participle(run, i);
    }
    for (size_t i = next_marked(run, MARK_FINITE_AUXILIARY, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_FINITE_AUXILIARY, i + 1))
        check_early_participle(run, i);
}
