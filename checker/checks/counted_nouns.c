/* Marks nouns behind a number that stand in the wrong number or case: "zwei Haus", "20 begeistertem Fans", "mit 30
 * Länder". */
#include "checks/checks.h"
#include "checks/clause_phrases.h"
#include "checks/corrections.h"
#include "checks/government.h"
#include "checks/marks.h"
#include "checks/paradigms.h"
#include "checks/phrases.h"
#include "checks/places.h"
#include "checks/subjects.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* "zwei", "30", but not "1", nor years and types of four digits, and not the number of a thing ("Artikel 5", "Platz
 * drei"). */
static bool is_count(const struct check_run *run, size_t index)
{
    const struct token *token = &run->doc->tokens[index];
    struct slice text = token_text(run->doc, token);
    if (index + 1 >= run->doc->token_count || (token->flags & (TOKEN_ORDINAL | TOKEN_QUOTED)) != 0 ||
        slice_ends(text, SLICE("1")) || token_is(token, POS_NOUN) || token_is(token, POS_DETERMINER) ||
        (token->kind != TOKEN_NUMBER && !token_is(token, POS_NUMERAL)) || memchr(text.at, ',', text.len) != NULL ||
        slice_ends(text, SLICE("er")))
        return false;
    if (token->kind == TOKEN_NUMBER && (digits_at(text, 0) != text.len || text.len > 3))
        return false;
    return index == 0 || !same_clause(run->doc, index - 1, index) ||
           (((token[-1].flags & TOKEN_CAPITAL) == 0 ||
             ((token[-1].flags & TOKEN_SENTENCE_START) != 0 && small_is(&token[-1], POS_PREPOSITION))) &&
            token[-1].kind == TOKEN_WORD && token[-1].analysis.reading_count > 0);
}

/* "20.000 begeistertem Fans": behind a number, adjective and plural noun agree in some case. */
static void check_numbered_phrase(const struct check_run *run, size_t index)
{
    const struct document *doc = run->doc;
    const struct token *number = &doc->tokens[index];
    struct noun_phrase phrase;

    if (number->kind != TOKEN_NUMBER || (number->flags & TOKEN_ORDINAL) != 0 || index + 2 >= doc->token_count ||
        !same_clause(doc, index, index + 2) || !noun_phrase_at(doc, index + 1, &phrase) || phrase.has_determiner ||
        phrase.noun != index + 2 || is_uncertain(run, &phrase))
        return;
    const struct token *noun = &doc->tokens[phrase.noun];

    for (uint16_t i = 0; i < noun->analysis.reading_count; i++)
        if ((noun->analysis.readings[i].features & NUMBER_SG) != 0)
            return;
    if (agreeing_cases(doc, &phrase, NULL) == 0)
        suggest_agreement(run, report(run, "check/agreement", tokens_span(run, phrase.first, phrase.noun)), &phrase,
                          CASE_ANY);
}

static bool is_scale(struct slice word)
{
    return slice_equal(word, SLICE("Million")) || slice_equal(word, SLICE("Milliarde")) ||
           slice_equal(word, SLICE("Billion"));
}

/* "zwei Haus", "3 Goldmedaille", "zwei Million": a noun that is singular and has another plural, and is no measure
 * ("zwei Glas"). */
static void check_counted_singular(const struct check_run *run, size_t index)
{
    const struct document *doc = run->doc;
    const struct lexicon *lexicon = &run->context->lexicon;
    struct noun_phrase phrase;

    bool decimal = token_at(run, index)->kind == TOKEN_NUMBER && same_clause(doc, index, index + 1) &&
                   memchr(text_at(run, index).at, ',', text_at(run, index).len) != NULL &&
                   !slice_starts(text_at(run, index), SLICE("0")) && is_scale(text_at(run, index + 1));

    if (!is_count(run, index) && !decimal) /* "1,5 Million" */
        return;
    if (is_scale(token_text(doc, &doc->tokens[index + 1]))) {
        suggest(run, report(run, "check/agreement", tokens_span(run, index, index + 1)),
                arena_print(run->issues->arena, "%.*s %.*s%s", (int)text_at(run, index).len, text_at(run, index).at,
                            (int)text_at(run, index + 1).len, text_at(run, index + 1).at,
                            slice_ends(text_at(run, index + 1), SLICE("e")) ? "n" : "en"));
        return;
    }
    if (!noun_at(doc, index + 1, &phrase) || phrase.has_determiner || !same_clause(doc, index, phrase.noun) ||
        is_uncertain(run, &phrase))
        return;
    const struct token *noun = &doc->tokens[phrase.noun];

    /* "eine durch 2 geteilte Zahl", "die von 2 auf 5 erhöhte Quote": the number belongs to the participle. */
    if (phrase.first < phrase.noun && index > 1 && same_clause(doc, index - 2, index) &&
        token_is(&doc->tokens[index - 1], POS_PREPOSITION) &&
        (token_is(&doc->tokens[index - 2], POS_DETERMINER) || doc->tokens[index - 2].kind == TOKEN_NUMBER))
        return;
    /* "zwei Prozents": measures too stand in no genitive there. */
    if (phrase.first == phrase.noun && is_common_genitive(run, noun)) {
        report(run, "check/agreement", tokens_span(run, index, phrase.noun));
        return;
    }
    if (token_in_list(lexicon, LIST_COUNTED_IN_SINGULAR, noun) || token_in_list(lexicon, LIST_MEASURES, noun) ||
        token_in_list(lexicon, LIST_SCALES, noun) || (noun->flags & (TOKEN_HYPHEN | TOKEN_QUOTED)) != 0 ||
        form_is(lexicon, token_lower(noun), POS_ADJECTIVE))
        return;
    for (uint16_t i = 0; i < noun->analysis.reading_count; i++)
        if ((noun->analysis.readings[i].features & NUMBER_PL) != 0 ||
            !lemma_has_plural(lexicon, noun->analysis.readings[i].lemma))
            return;
    suggest_agreement(run, report(run, "check/agreement", tokens_span(run, index, phrase.noun)), &phrase, CASE_ANY);
}

/* "20 Meter", "zwei Glas": what is counted in the singular as well. */
static bool is_counted_in_singular(const struct check_run *run, size_t index)
{
    static const enum named_list lists[] = { LIST_COUNTED_IN_SINGULAR, LIST_MEASURES, LIST_SCALES, LIST_CURRENCIES };

    for (size_t i = 0; i < sizeof(lists) / sizeof(*lists); i++)
        if (in_list(run, lists[i], index) || is_kind_of(run, index, lists[i]))
            return true;
    return false;
}

/* The cases of a noun in the plural; 0 where it has none, or may be a singular with them ("20 Meter", but not "fünf
 * Historiker"). */
static uint32_t plural_cases(const struct check_run *run, size_t index)
{
    const struct token *noun = token_at(run, index);
    uint32_t cases = 0;
    bool singular = false;

    for (uint16_t i = 0; i < noun->analysis.reading_count; i++) {
        uint32_t features = noun->analysis.readings[i].features;

        if ((features & FEATURE_GUESSED) != 0)
            return 0;
        singular = singular || ((features & NUMBER_SG) != 0 && (features & CASE_NOM) != 0);
        cases |= (features & NUMBER_PL) != 0 ? features & CASE_ANY : 0;
    }
    return singular && ((token_at(run, index)->flags & TOKEN_HYPHEN) != 0 || is_counted_in_singular(run, index))
               ? 0
               : cases;
}

/* "Zwei von drei Befragte", "mit zweitausend Schwangere": adjectives used as nouns are no loans, and a name behind a
 * span of time is none of its own ("mit 16 Jahre Meisterin"). */
static bool is_unsure_count(const struct check_run *run, const struct noun_phrase *phrase)
{
    return is_uncertain(run, phrase) && !is_sure_adjectival(run, token_at(run, phrase->noun)) &&
           !in_list(run, LIST_SPANS_OF_TIME, phrase->noun);
}

/* "zu drei Jahre Haft verurteilt": how long, and not how much it is ("bis zu drei Jahre"). */
static bool is_sentenced_to(const struct check_run *run, size_t preposition, size_t noun)
{
    if (!text_is(run, preposition, "zu") || preposition == 0 || text_is(run, preposition - 1, "bis") ||
        !in_list(run, LIST_SPANS_OF_TIME, noun))
        return false;
    for (size_t i = stretch_first(run, noun), end = stretch_end(run, noun); i < end; i++)
        if (has_lemma(&run->context->lexicon, token_at(run, i), "verurteilen"))
            return true;
    return false;
}

/* "mit 30 Länder", "seit drei Jahre": behind a preposition that governs the dative alone, or behind "in" in a passive
 * that does not tell where to ("in 30 Länder eingesetzt"), a counted plural is a dative. */
static void check_counted_dative(const struct check_run *run, size_t index)
{
    const struct document *doc = run->doc;
    struct noun_phrase phrase;

    bool number = index + 1 < doc->token_count && is_counting_number(run, index); /* not "seit 2009 Schafe züchten" */

    size_t preposition = number ? governing_preposition(run, index) : index; /* "nach nur drei Tage" */

    /* "mit 13 Jahre alten Kindern" */
    bool measures = number && same_clause(doc, index, index + 2) && is_inflected_adjective(&doc->tokens[index + 2]) &&
                    !(may_be_finite(&doc->tokens[index + 2]) && same_clause(doc, index, index + 3) &&
                      token_is(&doc->tokens[index + 3], POS_DETERMINER)); /* "vor drei Monate eröffnete das" */

    if (preposition == index || measures || text_is(run, index, "1") ||
        (doc->tokens[index].flags & TOKEN_ORDINAL) != 0 || !same_clause(doc, preposition, index + 1) ||
        (!is_preposition_here(run, preposition) && !is_sentenced_to(run, preposition, index + 1)) ||
        !bare_noun_at(doc, index + 1, &phrase) || is_unsure_count(run, &phrase))
        return;
    uint32_t cases = plural_cases(run, phrase.noun);
    bool in = text_is(run, preposition, "in") && same_clause(doc, index, index + 2) &&
              token_is_verb_form(&doc->tokens[index + 2], VERB_PARTICIPLE2) &&
              has_lemma_of(&run->context->lexicon, &doc->tokens[index + 2], LIST_VERBS_OF_PLACE);

    /* "innerhalb 14 Tage": what shows no genitive is a dative. */
    bool within = in_list_lower(run, LIST_PREPOSITIONS_OF_TIME, preposition);

    /* "vor drei Jahre": a time before has no other case. */
    within = within ||
             (slice_equal(lower_at(run, preposition), SLICE("vor")) && is_kind_of(run, phrase.noun, LIST_TIMES_AGO));
    if (cases == 0 || (cases & CASE_DAT) != 0 ||
        (!in && !within && cases_of_preposition(&doc->tokens[preposition]) != CASE_DAT))
        return;
    suggest_agreement(run, report(run, "check/government", tokens_span(run, preposition, index + 1)), &phrase,
                      CASE_DAT);
}

/* "für", "gegen": with the accusative alone, and no opener of an infinitive ("um drei alten Frauen zu helfen"). */
static bool governs_accusative(const struct check_run *run, size_t preposition)
{
    return cases_of_preposition(token_at(run, preposition)) == CASE_ACC &&
           !in_list_lower(run, LIST_INFINITIVE_OPENERS, preposition);
}

/* "mit 31 andere Abgeordneten", "für zwei guten Freunde": an adjective behind a number has the strong ending. */
static void check_counted_adjective(const struct check_run *run, size_t index)
{
    const struct token *number = token_at(run, index), *adjective = number + 1, *noun = number + 2;
    size_t preposition = index - 1;

    if (index == 0 || !same_clause(run->doc, preposition, index + 2) || (number->flags & TOKEN_ORDINAL) != 0 ||
        text_is(run, index, "1") || token_is(number, POS_DETERMINER) || !is_preposition_here(run, preposition) ||
        (adjective->flags & TOKEN_CAPITAL) != 0 || token_is_verb_form(adjective, VERB_PAST) ||
        !(is_inflected_adjective(adjective) || text_is(run, index + 1, "andere")) ||
        in_list(run, LIST_UNDECLINED_ADJECTIVES, index + 1) || !is_capitalised(noun) || !is_plural_noun(noun))
        return;
    bool dative = cases_of_preposition(token_at(run, preposition)) == CASE_DAT;
    struct noun_phrase phrase = { .first = index + 1, .noun = index + 2 };

    if (dative ? slice_ends(token_lower(adjective), SLICE("e"))
               : governs_accusative(run, preposition) && slice_ends(token_lower(adjective), SLICE("en")))
        suggest_agreement(run, report(run, "check/agreement", tokens_span(run, index + 1, index + 2)), &phrase,
                          dative ? CASE_DAT : CASE_ACC);
}

bool begins_counted_noun(const struct check_run *run, size_t i)
{
    return token_at(run, i)->kind == TOKEN_NUMBER || token_is(token_at(run, i), POS_NUMERAL);
}

void check_counted_nouns(const struct check_run *run)
{
    for (size_t i = next_marked(run, MARK_COUNTED, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_COUNTED, i + 1)) {
        check_numbered_phrase(run, i);
        check_counted_dative(run, i);
        check_counted_adjective(run, i);
        check_counted_singular(run, i);
    }
}
