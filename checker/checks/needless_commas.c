/* Marks commas that English has and German does not: behind an adverbial that opens the sentence ("Am Montag, wird der
 * Prozess fortgesetzt"), and before und with a second verb of the same subject ("Er lachte, und ging nach Hause"). */
#include "checks/checks.h"
#include "checks/clauses.h"
#include "checks/compounds.h"
#include "checks/fields.h"
#include "checks/phrases.h"
#include "checks/places.h"
#include "checks/stretches.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

enum { LONGEST = 12 /* tokens of an adverbial */ };

static void report_comma(const struct check_run *run, size_t comma)
{
    suggest(run, report(run, "check/needless-comma", run->doc->tokens[comma].span), SLICE(""));
}

/* "Letzte Woche", "Diesen Sommer", "Jeden Tag". */
static bool is_span_of_time(const struct check_run *run, size_t first, size_t comma)
{
    const struct document *doc = run->doc;

    return comma == first + 2 && in_list(run, LIST_SPANS_OF_TIME, first + 1) &&
           (token_is(&doc->tokens[first], POS_ADJECTIVE) || token_is(&doc->tokens[first], POS_DETERMINER));
}

/* "Zwei Tage | nach der Abstimmung", "Nur wenige Stunden | nach": a span of time before its preposition; the token of
 * that, or first itself. */
static size_t behind_measure(const struct check_run *run, size_t first, size_t comma)
{
    size_t at = first;

    while (at < first + 3 && at < comma &&
           (token_is_number(token_at(run, at)) || in_list_lower(run, LIST_PLURAL_QUANTIFIERS, at) ||
            slice_equal(lower_at(run, at), SLICE("nur")) || slice_equal(lower_at(run, at), SLICE("ein")) ||
            slice_equal(lower_at(run, at), SLICE("eine")) || slice_equal(lower_at(run, at), SLICE("einen"))))
        at++;
    return at > first && at + 2 < comma && in_list(run, LIST_SPANS_OF_TIME, at) && !text_is(run, at, "Punkte") &&
                   (text_is(run, at + 1, "nach") || text_is(run, at + 1, "vor"))
               ? at + 1
               : first;
}

/* "Am Montag", "Gestern": a preposition or an adverb of time opens the sentence, and no verb stands before the comma.
 */
static bool is_adverbial(const struct check_run *run, size_t first, size_t comma)
{
    const struct document *doc = run->doc;
    bool adverb = in_list_lower(run, LIST_ADVERBS_OF_TIME, first) || in_list_lower(run, LIST_SENTENCE_ADVERBS, first);
    bool span = is_span_of_time(run, first, comma);

    if (comma <= first || comma > first + LONGEST || (doc->tokens[first].flags & TOKEN_QUOTED) != 0 ||
        (!adverb && !span && !token_is(&doc->tokens[first], POS_PREPOSITION)) ||
        (!adverb && !span &&
         (comma == first + 1 || token_is(&doc->tokens[first], POS_SUBORDINATOR) ||
          in_list_lower(run, LIST_INFINITIVE_OPENERS, first))))
        return false;
    for (size_t i = first; i < comma; i++) {
        const struct token *token = &doc->tokens[i];

        if (i > first + 1 && token_is(token, POS_NUMERAL) && is_capitalised(&token[-1]) &&
            token_is(&token[-1], POS_NOUN)) /* "Zur Pause zwei Tore zurück, setzten sie …" */
            return false;
        bool joins = token_is(token, POS_CONJUNCTION) && !(i > first && stands_between_nouns(run, i));

        if (token->kind == TOKEN_PUNCTUATION || joins ||
            (i > first && token_is(token, POS_SUBORDINATOR) && !token_is(token, POS_PREPOSITION)) ||
            ((token->flags & TOKEN_CAPITAL) == 0 && may_be_finite(token)))
            return false;
    }
    /* "Mit einer Waffe bedroht, gab er auf": a participle has the phrase for itself. */
    if (token_is_verb_form(&doc->tokens[comma - 1], VERB_PARTICIPLE1) ||
        token_is_verb_form(&doc->tokens[comma - 1], VERB_PARTICIPLE2))
        return false; /* "Oft vom Land stammend, zogen sie um" */
    return adverb || doc->tokens[comma - 1].kind == TOKEN_NUMBER ||
           (doc->tokens[comma - 1].flags & (TOKEN_CAPITAL | TOKEN_ABBREVIATION)) != 0;
}

/* No comma closes what this one opens: "Im Mai, sagte er, sei alles gut", "Am Montag, dem 3. Mai, wird". One that a
 * subordinate clause stands behind does not. */
static bool is_only_comma(const struct check_run *run, size_t comma)
{
    for (size_t i = comma + 1; same_sentence(run, comma, i); i++)
        if (run->doc->tokens[i].kind == TOKEN_PUNCTUATION)
            return !text_is(run, i, ",") || in_list(run, LIST_OPENERS_OF_BRACKETS, i + 1) ||
                   text_is(run, i + 1, "da") || text_is(run, i + 1, "um") ||
                   (same_sentence(run, i, i + 2) && i > comma + 3 && is_relative_pronoun(run->doc, i + 1));
    return true;
}

/* "Laut dem Bericht, fehlen Lehrer": a plural that looks like an infinitive, and no other verb behind it. */
static bool is_plural_verb(const struct check_run *run, size_t verb)
{
    return third_person_numbers(token_at(run, verb)) != 0 && is_only_comma(run, verb - 1) &&
           !has_likely_finite(run, verb + 1, stretch_end(run, verb));
}

/* ", bestätigte die Kommission | den Sieg.": subject and an object that is nothing else end the sentence. */
static bool has_own_object(const struct check_run *run, size_t comma)
{
    size_t end = stretch_end(run, comma + 1);
    struct noun_phrase subject, object;

    if (!text_is(run, end, ".") || !noun_phrase_at(run->doc, comma + 2, &subject) || !subject.has_determiner ||
        subject.contracted || (agreeing_cases(run->doc, &subject, NULL) & CASE_NOM) == 0)
        return false;
    return subject.noun + 2 < end && noun_phrase_at(run->doc, subject.noun + 1, &object) && object.has_determiner &&
           !object.contracted && agreeing_cases(run->doc, &object, NULL) == CASE_ACC &&
           !in_list(run, LIST_SPANS_OF_TIME, object.noun);
}

/* "Nach dem Sieg, beklagte sich die Trainerin über den Rasen": what is said has an object of its own, and with sich it
 * is no speech that goes before. */
static bool says_nothing_before(const struct check_run *run, size_t comma)
{
    if (!is_only_comma(run, comma))
        return false;
    if (!text_is(run, comma + 2, "sich"))
        return has_own_object(run, comma);
    for (size_t i = comma + 3; same_sentence(run, comma, i); i++)
        if (text_is(run, i, "über"))
            return true;
    return false;
}

static bool verb_follows(const struct document *doc, size_t index)
{
    for (size_t i = index + 1; i < doc->token_count && doc->tokens[i].sentence == doc->tokens[index].sentence; i++)
        if (may_be_finite(&doc->tokens[i]))
            return true;
    return false;
}

/* "durchsuchte" may be an adjective too, but not before an article or pronoun. */
static bool is_second_verb(const struct document *doc, size_t index)
{
    return is_surely_finite(&doc->tokens[index]) ||
           (may_be_finite(&doc->tokens[index]) && !token_is_verb_form(&doc->tokens[index], VERB_INFINITIVE) &&
            (token_is(&doc->tokens[index + 1], POS_DETERMINER) || token_is(&doc->tokens[index + 1], POS_PRONOUN) ||
             !verb_follows(doc, index)));
}

static void check_opening(const struct check_run *run, const struct sentence *sentence)
{
    size_t first = sentence->first_token, comma = stretch_end(run, first);

    if (!same_sentence(run, first, comma + 2) || !text_is(run, comma, ",") ||
        !is_adverbial(run, behind_measure(run, first, comma), comma))
        return;
    const struct token *verb = &run->doc->tokens[comma + 1];

    bool finite = is_surely_finite(verb) || (may_be_finite(verb) && text_is(run, comma + 2, "sich")) ||
                  (is_only_comma(run, comma) && token_is(verb, POS_AUXILIARY) && may_be_finite(verb)) ||
                  is_second_verb(run->doc, comma + 1) || is_plural_verb(run, comma + 1);

    if (!finite || (in_list(run, LIST_VERBS_OF_SAYING, comma + 1) && !says_nothing_before(run, comma)) ||
        run->doc->tokens[comma + 2].kind == TOKEN_PUNCTUATION)
        return;
    if (token_is(verb, POS_AUXILIARY) || is_only_comma(run, comma))
        report_comma(run, comma);
}

/* ", und ging nach Hause": the first clause is a main clause alone, so that the comma closes nothing. */
static void check_und(const struct check_run *run, size_t comma)
{
    const struct document *doc = run->doc;
    size_t first = doc->sentences[doc->tokens[comma].sentence].first_token, verbs = 0;

    if (!text_is(run, comma, ",") || !same_sentence(run, comma, comma + 3) || !text_is(run, comma + 1, "und") ||
        !is_second_verb(doc, comma + 2) || doc->tokens[comma + 3].kind == TOKEN_PUNCTUATION)
        return;
    if (in_list(run, LIST_NOMINATIVE_PRONOUNS, comma + 3)) /* "Woher kommt das, und gilt es?": a clause of its own */
        return;
    for (size_t i = first; i < comma; i++) {
        const struct token *token = &doc->tokens[i];

        if (token->kind == TOKEN_PUNCTUATION || token_is(token, POS_SUBORDINATOR) || is_zu_infinitive(doc, i) ||
            (token->flags & TOKEN_QUOTED) != 0)
            return;
        verbs += is_surely_finite(token);
    }
    /* A verb that opens the sentence asks or sets a condition ("Kommt er, und geht"); "Er lachte, und ging" does not.
     */
    bool main_clause =
        comma == first + 2 || (!is_surely_finite(&doc->tokens[comma - 1]) && !may_be_finite(&doc->tokens[first]));

    if (verbs == 1 && main_clause)
        report_comma(run, comma);
}

static bool is_possessive(const struct check_run *run, size_t i)
{
    return slice_starts(text_at(run, i), SLICE("seine")) || slice_starts(text_at(run, i), SLICE("ihre"));
}

/* What follows the verb must not be able to speak: an object; or a time or place, behind a verb that says nothing,
 * where no other comma ends an insertion ("Das Spiel, freute sich am Abend der Trainer, sei gut gewesen"). */
static bool cannot_speak(const struct check_run *run, size_t comma, size_t verb)
{
    const struct token *token = token_at(run, verb);
    struct noun_phrase next;

    if (is_only_comma(run, comma) && is_possessive(run, verb + 1))
        return true; /* "Der Trainer, lobte seine Mannschaft.": not what his team says */

    if (noun_phrase_at(run->doc, verb + 1, &next) && next.has_determiner && !next.contracted &&
        (agreeing_cases(run->doc, &next, NULL) & CASE_NOM) == 0)
        return true;
    if (!is_only_comma(run, comma) || lemma_in(run, verb, LIST_REPORTING_VERBS))
        return false;
    return token_is(token, POS_AUXILIARY) || token->analysis.particle != NO_ID ||
           token_is(token_at(run, verb + 1), POS_PREPOSITION) || text_is(run, verb + 1, "sich");
}

/* "Der Präsident, kritisierte den Plan.": between the subject that opens the sentence and its verb. "Ein Erfolg, meinte
 * der Trainer" is speech. */
static void check_subject(const struct check_run *run, const struct sentence *sentence)
{
    size_t first = sentence->first_token, comma = stretch_end(run, first), verb = comma + 1;
    struct clause_phrase subject;

    if (sentence->token_count < 6 || !text_is(run, comma, ",") || !same_sentence(run, first, verb + 2) ||
        !is_surely_finite(token_at(run, verb)) || (token_at(run, verb)->flags & TOKEN_QUOTED) != 0 ||
        (!text_is(run, stretch_end(run, verb), ".") && !is_only_comma(run, comma)) ||
        !read_clause_phrase(run, first, &subject) || !subject.determined || subject.prepositional ||
        subject.adverbial || (subject.cases & CASE_NOM) == 0 ||
        (in_list(run, LIST_VERBS_OF_SAYING, verb) && !is_possessive(run, verb + 1)) ||
        in_list(run, LIST_NOMINATIVE_PRONOUNS, verb + 1) ||
        (subject.numbers & finite_numbers(token_at(run, verb))) == 0)
        return;
    for (size_t i = subject.end; i < comma; i++) /* "die Zahl der Unfälle in Bremen" */
        if (is_finite_here(run, i) || is_nonfinite_here(run, i) || token_is(token_at(run, i), POS_CONJUNCTION) ||
            (token_is(token_at(run, i), POS_ADVERB) && !token_is(token_at(run, i), POS_PREPOSITION)) ||
            (token_at(run, i)->kind != TOKEN_WORD && token_at(run, i)->kind != TOKEN_NUMBER))
            return;
    if (cannot_speak(run, comma, verb))
        report_comma(run, comma);
}

/* "verregneten" of "im verregneten Vorjahr": before its noun, behind an article or preposition. */
static bool is_attribute_there(const struct check_run *run, size_t i)
{
    return is_inflected_adjective(token_at(run, i)) && is_capitalised(token_at(run, i + 1)) &&
           (token_is(token_at(run, i - 1), POS_DETERMINER) || token_is(token_at(run, i - 1), POS_PREPOSITION));
}

/* "fiel niedriger aus, als im Vorjahr": behind a comparative als has a comma only before a clause. */
static void check_als(const struct check_run *run, size_t comma)
{
    size_t end = stretch_end(run, comma + 1), first = stretch_first(run, comma - 1);
    bool compared = false;

    if (!text_is(run, comma + 1, "als") || end < comma + 3 || (token_at(run, comma)->flags & TOKEN_QUOTED) != 0 ||
        (!text_is(run, end, ".") && !text_is(run, end, ",")) || text_is(run, comma + 2, "ob") ||
        text_is(run, comma + 2, "dass") || text_is(run, comma + 2, "wenn"))
        return;
    for (size_t i = comma; i-- > first && i + 4 > comma;)
        for (uint16_t r = 0; r < token_at(run, i)->analysis.reading_count; r++)
            compared = compared || (token_at(run, i)->analysis.readings[r].features & DEGREE_COMPARATIVE) != 0 ||
                       text_is(run, i, "mehr") || text_is(run, i, "weniger");
    for (size_t i = comma + 2; i < end; i++)
        if ((may_be_verb(token_at(run, i)) && !is_attribute_there(run, i)) ||
            token_at(run, i)->analysis.reading_count == 0)
            return;
    for (size_t i = end; same_sentence(run, comma, i); i++) /* "als einem Fürsten, den er ehrt, zu dienen" */
        if (is_zu_infinitive(run->doc, i))
            return;
    if (compared && has_sure_finite(run, first, comma))
        report_comma(run, comma);
}

static bool is_capital_word(const struct token *token)
{
    return token->kind == TOKEN_WORD && (token->flags & (TOKEN_CAPITAL | TOKEN_QUOTED)) == TOKEN_CAPITAL;
}

/* "baut … an.", "hat … angebaut.": the separated prefix, participle or infinitive that ends a main clause. */
static bool closes_main_clause(const struct check_run *run, size_t index)
{
    const struct token *token = token_at(run, index);

    return token->kind == TOKEN_WORD && (token->flags & TOKEN_CAPITAL) == 0 && text_is(run, index + 1, ".") &&
           (in_list(run, LIST_SEPARABLE_PREFIXES, index) || token_is_verb_form(token, VERB_PARTICIPLE2) ||
            token_is_verb_form(token, VERB_INFINITIVE));
}

/* Nothing stands behind the list but the stop or the rest of its verb, or nothing before it, and behind it the verb. */
static bool list_fills_place(const struct check_run *run, size_t first, size_t last)
{
    const struct document *doc = run->doc;

    if (!same_sentence(run, first, last + 1))
        return false;
    if (first == sentence_first(run, first))
        return may_be_finite(&doc->tokens[last + 1]) && (finite_numbers(&doc->tokens[last + 1]) & NUMBER_PL) != 0;
    return (text_is(run, last + 1, ".") ||
            (same_sentence(run, first, last + 2) && closes_main_clause(run, last + 1))) &&
           !token_is(&doc->tokens[first - 1], POS_DETERMINER); /* "der Wirt, Koch, und" */
}

/* "Berlin, München, und Köln.", "Brot, Milch, und Eier wurden teurer": single words, a comma before the last one. */
static void check_list(const struct check_run *run, size_t comma)
{
    const struct token *tokens = run->doc->tokens;
    size_t last = comma + 2;

    if (comma < 3 || !text_is(run, comma, ",") || !same_sentence(run, comma - 3, comma + 3) ||
        !text_is(run, comma - 2, ",") || (!text_is(run, comma + 1, "und") && !text_is(run, comma + 1, "oder")))
        return;
    if (is_capital_word(&tokens[comma - 3]) && is_capital_word(&tokens[comma - 1]) && is_capital_word(&tokens[last]) &&
        list_fills_place(run, comma - 3, last))
        report_comma(run, comma);
}

/* "um, den Papst zu treffen.", "weil, er krank war.": right behind the word that opens the clause, and no other comma
 * closes an insertion. */
static void check_behind_opener(const struct check_run *run, size_t comma)
{
    size_t opener = comma - 1;

    if (comma < 2 || !text_is(run, comma, ",") || !same_sentence(run, opener - 1, comma + 2) ||
        (token_at(run, opener)->flags & (TOKEN_QUOTED | TOKEN_CAPITAL)) != 0 || !text_is(run, opener - 1, ",") ||
        (!text_is(run, opener, "um") && !text_is(run, opener, "weil") && !text_is(run, opener, "dass") &&
         !text_is(run, opener, "obwohl") && !text_is(run, opener, "damit") && !text_is(run, opener, "sodass")))
        return;
    for (size_t i = comma + 1; same_sentence(run, comma, i); i++)
        if (token_at(run, i)->kind == TOKEN_PUNCTUATION && !text_is(run, i, "."))
            return;
    if (text_is(run, opener, "um") && !is_zu_infinitive(run->doc, stretch_end(run, comma + 1) - 1))
        return; /* "bricht den Text, den er einfügt, um, sodass …" */
    report_comma(run, comma);
}

/* "Pässe, Handys, und eine Weste.": behind two bare plurals, of which the second alone could not explain the first. */
static void check_mixed_list(const struct check_run *run, size_t comma)
{
    const struct token *tokens = run->doc->tokens;
    struct noun_phrase last;

    if (comma < 4 || !text_is(run, comma, ",") || !same_sentence(run, comma - 4, comma + 3) ||
        !text_is(run, comma - 2, ",") || !text_is(run, comma + 1, "und") || !is_capital_word(&tokens[comma - 3]) ||
        !is_capital_word(&tokens[comma - 1]) || !token_is(&tokens[comma - 3], POS_NOUN) ||
        token_is(&tokens[comma - 3], POS_NAME) || !is_plural_noun(&tokens[comma - 1]) ||
        is_person(&run->context->lexicon, &tokens[comma - 3]) || token_is(&tokens[comma - 4], POS_DETERMINER) ||
        is_inflected_adjective(&tokens[comma - 4]) || !noun_phrase_at(run->doc, comma + 2, &last) || last.contracted)
        return;
    if (text_is(run, last.noun + 1, ".") || closes_main_clause(run, last.noun + 1))
        report_comma(run, comma);
}

void check_needless_commas(const struct check_run *run)
{
    for (size_t i = 0; i < run->doc->sentence_count; i++)
        check_opening(run, &run->doc->sentences[i]);
    for (size_t i = 0; i < run->doc->sentence_count; i++)
        check_subject(run, &run->doc->sentences[i]);
    for (size_t i = 0; i < run->doc->token_count; i++) {
        check_list(run, i);
        check_mixed_list(run, i);
    }
    for (size_t i = 1; i < run->doc->token_count; i++)
        if (run->doc->tokens[i].kind == TOKEN_PUNCTUATION) {
            check_und(run, i);
            check_behind_opener(run, i);
            if (text_is(run, i, ",") && same_sentence(run, i - 1, i + 1))
                check_als(run, i);
        }
}
