/* Marks an apposition that does not stand in the case of what it explains: "mit Ana Costa, die Chefin des Verbandes,".
 * Behind a name only where a preposition governs it, and where the apposition is a person with an article that runs to
 * the next mark without a verb; between the subject and its verb ("Der Sprecher, einen früheren Anwalt, sagte")
 * wherever no phrase before has its case. */
#include "checks/clause_phrases.h"
#include "checks/compounds.h"
#include "checks/corrections.h"
#include "checks/government.h"
#include "checks/marks.h"
#include "checks/phrases.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* The one case that a preposition governs; 0 when it is several, or none. */
static uint32_t governed_case(const struct check_run *run, size_t index)
{
    uint32_t cases = in_list_lower(run, LIST_SURE_PREPOSITIONS, index) ? preposition_cases(token_at(run, index)) : 0;

    return cases == CASE_DAT || cases == CASE_ACC ? cases : 0;
}

static bool names_person(const struct check_run *run, size_t index)
{
    const struct token *token = token_at(run, index);

    for (uint16_t i = 0; i < token->analysis.reading_count; i++)
        if (token->analysis.readings[i].lemma != NO_ID &&
            (run->context->lexicon.lemmas[token->analysis.readings[i].lemma].flags & LEMMA_PERSON) != 0 &&
            pos_of(token->analysis.readings[i].features) == POS_NOUN)
            return true;
    return false;
}

/* "Jurist", and "Finanzinvestor" by its last part. */
static bool is_person_here(const struct check_run *run, size_t index)
{
    return names_person(run, index) || is_kind_of(run, index, LIST_PEOPLE);
}

/* The comma behind the names that a preposition stands before: "mit Ana Costa,", "von Trainer Karl Moser,"; 0: none. */
static size_t comma_behind_names(const struct check_run *run, size_t preposition)
{
    size_t i = preposition + 1;

    while (same_sentence(run, preposition, i) && token_at(run, i)->kind == TOKEN_WORD &&
           (token_at(run, i)->flags & (TOKEN_CAPITAL | TOKEN_QUOTED)) == TOKEN_CAPITAL)
        i++;
    bool surname = !token_is(token_at(run, i - 1), POS_NOUN) || /* "Timo Werder" */
                   (i == preposition + 3 && is_first_name(&run->context->lexicon, token_at(run, preposition + 1)));

    return i >= preposition + 3 && text_is(run, i, ",") && surname ? i : 0;
}

static void look_at(const struct check_run *run, size_t preposition)
{
    size_t comma = comma_behind_names(run, preposition), end;
    uint32_t governed = comma == 0 ? 0 : governed_case(run, preposition);
    struct noun_phrase phrase;

    if (governed == 0 || !same_sentence(run, comma, comma + 2) || !noun_phrase_at(run->doc, comma + 1, &phrase) ||
        !phrase.has_determiner || phrase.contracted || !is_person_here(run, phrase.noun))
        return;
    end = stretch_end(run, comma + 1);
    if (!text_is(run, end, ",") && !text_is(run, end, "."))
        return;
    for (size_t i = phrase.first; i < end; i++)
        if (is_surely_finite(token_at(run, i)) || /* "sprach mit Ana Costa, die Kanzlerin mit Ben Adler" */
            slice_equal(text_at(run, i), lower_at(run, preposition)))
            return;
    uint32_t cases = agreeing_cases(run->doc, &phrase, NULL);

    if (cases != 0 && (cases & governed) == 0)
        suggest_agreement(run, report(run, "check/apposition-case", tokens_span(run, phrase.first, phrase.noun)),
                          &phrase, governed);
}

/* ---- "mit dem Präsidenten des Verbands, ein Jurist," "zu Foo Capital, ein Investor aus Boston." ---- */

/* The comma behind the phrase of a preposition, which may have a genitive; 0 where it is not surely read. */
static size_t comma_behind_phrase(const struct check_run *run, size_t preposition)
{
    struct noun_phrase phrase;
    size_t end = preposition + 1;

    if (noun_at(run->doc, end, &phrase) && !phrase.contracted && phrase.has_determiner)
        end = behind_genitive(run->doc, phrase.noun + 1);
    else if (!is_capitalised(token_at(run, end)) || token_at(run, end)->analysis.reading_count > 0)
        return 0; /* names begin with a word that is not known */
    if (preposition > 0 && is_capitalised(token_at(run, preposition - 1)) && text_is(run, preposition, "von"))
        return 0; /* "Otto von Foo" */
    while (same_clause(run->doc, preposition, end) && is_capitalised(token_at(run, end)) &&
           (token_at(run, end)->flags & TOKEN_QUOTED) == 0)
        end++;
    return text_is(run, end, ",") && same_sentence(run, preposition, end + 2) ? end : 0;
}

/* No verb, no conjunction and no other mark stands between the phrase and the next comma or full stop. */
static bool is_whole_apposition(const struct check_run *run, const struct noun_phrase *phrase)
{
    size_t end = stretch_end(run, phrase->noun);

    for (size_t i = phrase->noun + 1; i < end; i++)
        if (may_be_finite(token_at(run, i)) || token_is(token_at(run, i), POS_CONJUNCTION))
            return false;
    return text_is(run, end, ",") || text_is(run, end, ".");
}

/* "ein" and a person behind a person or a name: who that is. "ein anderer" is somebody else. */
static void look_at_phrase(const struct check_run *run, size_t preposition)
{
    uint32_t governed = is_preposition_here(run, preposition) ? preposition_cases(token_at(run, preposition)) : 0;

    governed = governed == CASE_DAT || governed == CASE_ACC ? governed : 0;
    size_t comma = governed == 0 || !same_clause(run->doc, preposition, preposition + 1)
                       ? 0
                       : comma_behind_phrase(run, preposition);
    struct noun_phrase phrase, before;

    if (comma == 0 || comma_behind_names(run, preposition) != 0 ||
        !slice_starts(text_at(run, comma + 1), SLICE("ein")) || !noun_phrase_at(run->doc, comma + 1, &phrase) ||
        !phrase.has_determiner || phrase.contracted || !is_person_here(run, phrase.noun) ||
        slice_starts(text_at(run, comma + 2), SLICE("ander")) ||
        slice_starts(text_at(run, comma + 2), SLICE("weiter")) || !is_whole_apposition(run, &phrase))
        return;
    bool known = noun_at(run->doc, preposition + 1, &before) && before.has_determiner;
    bool attribute =
        known && before.noun + 1 < comma && is_person_here(run, comma - 1); /* "Nach dem Tod des Chefs, ein" */

    if (known && !is_person_here(run, before.noun) && !attribute)
        return;
    uint32_t cases = agreeing_cases(run->doc, &phrase, NULL);

    governed = known && !is_person_here(run, before.noun) ? CASE_GEN : governed;

    if (cases != 0 && (cases & (governed | CASE_GEN)) == 0)
        suggest_agreement(run, report(run, "check/apposition-case", tokens_span(run, phrase.first, phrase.noun)),
                          &phrase, governed);
}

/* ---- "in Tallinn, die Hauptstadt Estlands," "für den Konzern, der größte Arbeitgeber der Region," ---- */

/* A place by its bare name behind a preposition, which says where or whence: the dative alone. */
static bool is_bare_place(const struct check_run *run, size_t preposition)
{
    const struct token *name = token_at(run, preposition + 1);

    return !has_contraction(token_at(run, preposition)) &&
           (in_list_lower(run, LIST_RESTING_PREPOSITIONS, preposition) ||
            preposition_cases(token_at(run, preposition)) == CASE_DAT) &&
           is_capitalised(name) && text_is(run, preposition + 2, ",") && !token_is(name, POS_DETERMINER) &&
           !is_plural_noun(name);
}

/* What the place is: "die Hauptstadt Estlands", up to the next mark and without a verb. */
static void look_at_place(const struct check_run *run, size_t preposition)
{
    size_t comma = preposition + 2;
    struct noun_phrase phrase;

    if (!same_sentence(run, preposition, comma + 3) || !is_bare_place(run, preposition) ||
        !noun_phrase_at(run->doc, comma + 1, &phrase) || !phrase.has_determiner || phrase.contracted ||
        !is_kind_of(run, phrase.noun, LIST_KINDS_OF_PLACES) || !is_whole_apposition(run, &phrase))
        return;
    size_t next = phrase.noun + 1, end = stretch_end(run, next); /* "Kiel liegt in Trümmern, die Insel Sylt im Meer" */

    if (!(end == next + 1 && is_genitive_name(run->doc, token_at(run, next))) &&
        !(end == next + 2 && text_is(run, next, "von")) && (end == next || behind_genitive(run->doc, next) != end))
        return;
    uint32_t cases = agreeing_cases(run->doc, &phrase, NULL);

    if (cases != 0 && (cases & CASE_DAT) == 0)
        suggest_agreement(run, report(run, "check/apposition-case", tokens_span(run, phrase.first, phrase.noun)),
                          &phrase, CASE_DAT);
}

/* "der größte": an article and a superlative. */
static bool is_article_of_superlative(const struct check_run *run, size_t index)
{
    return in_list(run, LIST_ARTICLES, index) && is_inflected_adjective(token_at(run, index + 1)) &&
           token_is_superlative(token_at(run, index + 1));
}

/* "für den Stahlkonzern, der größte Arbeitgeber der Region.": who somebody or a body is. What stands before the
 * preposition is no person, to whom that might belong ("Der Trainer des Klubs, der beste der Liga"). */
static void look_at_superlative(const struct check_run *run, size_t preposition)
{
    uint32_t governed = preposition_cases(token_at(run, preposition));
    struct noun_phrase phrase, before;

    if ((governed != CASE_DAT && governed != CASE_ACC) || !is_preposition_here(run, preposition) ||
        !same_clause(run->doc, preposition, preposition + 2) || !noun_at(run->doc, preposition + 1, &before) ||
        !before.has_determiner || before.contracted || !text_is(run, before.noun + 1, ",") ||
        !same_sentence(run, preposition, before.noun + 5) || !is_article_of_superlative(run, before.noun + 2) ||
        !noun_phrase_at(run->doc, before.noun + 2, &phrase) || !is_person_here(run, phrase.noun) ||
        !is_whole_apposition(run, &phrase) || (agreeing_numbers(run->doc, &before, governed) & NUMBER_SG) == 0 ||
        (preposition > sentence_first(run, preposition) && is_capitalised(token_at(run, preposition - 1)) &&
         is_person_here(run, preposition - 1)))
        return;
    uint32_t cases = agreeing_cases(run->doc, &phrase, NULL);

    if (cases != 0 && (cases & governed) == 0)
        suggest_agreement(run, report(run, "check/apposition-case", tokens_span(run, phrase.first, phrase.noun)),
                          &phrase, governed);
}

/* ---- "Der Sprecher, einen früheren Anwalt, sagte" ---- */

/* The cases of all phrases between two tokens together; CASE_ANY where one may be anything, or another verb stands
 * there. */
static uint32_t cases_between(const struct check_run *run, size_t first, size_t end)
{
    struct clause_phrase phrase;
    uint32_t cases = 0;

    while (first < end) {
        if (may_be_finite(token_at(run, first)) && !token_is(token_at(run, first), POS_DETERMINER))
            return CASE_ANY;
        if (!read_clause_phrase(run, first, &phrase)) {
            first++;
            continue;
        }
        cases |= phrase.name || phrase.pronoun ? CASE_ANY : phrase.cases;
        first = phrase.end;
    }
    return cases;
}

/* An insertion with "ein", between the phrase that opens the sentence and its verb. */
static void look_at_insertion(const struct check_run *run, const struct sentence *sentence)
{
    size_t first = sentence->first_token, comma = stretch_end(run, first);
    struct noun_phrase subject, inserted;

    if (!text_is(run, comma, ",") || !same_sentence(run, first, comma + 2) || !noun_at(run->doc, first, &subject) ||
        subject.contracted || (agreeing_cases(run->doc, &subject, NULL) & CASE_NOM) == 0 ||
        !slice_starts(text_at(run, comma + 1), SLICE("ein")) || !noun_phrase_at(run->doc, comma + 1, &inserted) ||
        !inserted.has_determiner)
        return;
    size_t end = stretch_end(run, comma + 1);

    if (!text_is(run, end, ",") || !same_sentence(run, first, end + 1) || !may_be_finite(token_at(run, end + 1)) ||
        token_is(token_at(run, end + 1), POS_DETERMINER))
        return;
    uint32_t cases = agreeing_cases(run->doc, &inserted, NULL);

    if (cases != 0 && (cases & cases_between(run, first, comma)) == 0 &&
        cases_between(run, inserted.noun + 1, end) != CASE_ANY && !is_zu_infinitive(run->doc, end - 1))
        suggest_agreement(run, report(run, "check/apposition-case", tokens_span(run, inserted.first, inserted.noun)),
                          &inserted, CASE_NOM);
}

/* ---- "dankte seinem Mäzen, ein Unternehmer, mit", "unter der Flagge von Palau, einen Inselstaat." ---- */

/* The case bits that a preposition leaves a phrase; CASE_ANY where there is none, 0 where it is not sure to be one. */
static uint32_t cases_left(const struct check_run *run, size_t first)
{
    if (first == 0 || !same_clause(run->doc, first - 1, first) || !token_is(token_at(run, first - 1), POS_PREPOSITION))
        return CASE_ANY;
    return is_preposition_here(run, first - 1) ? preposition_cases(token_at(run, first - 1)) : 0;
}

/* The phrase that ends before a token: a determiner and its noun, or names behind a preposition. Its first token, or
 * end where it is not surely read; *cases: those it may stand in. */
static size_t phrase_before(const struct check_run *run, size_t end, uint32_t *cases)
{
    enum { REACH = 6 };
    struct noun_phrase phrase;
    size_t first = end;

    while (first > 0 && same_clause(run->doc, first - 1, end - 1) && is_capitalised(token_at(run, first - 1)) &&
           !token_is(token_at(run, first - 1), POS_NOUN) && (token_at(run, first - 1)->flags & TOKEN_QUOTED) == 0)
        first--;
    if (first < end && first > 0 && in_list_lower(run, LIST_SURE_PREPOSITIONS, first - 1)) {
        *cases = preposition_cases(token_at(run, first - 1));
        return first;
    }
    size_t names = first; /* "vom Institut | Senckmann" */

    for (first = end; first > 0 && end - first < REACH && same_clause(run->doc, first - 1, end - 1); first--) {
        size_t at = first - 1;

        if (!noun_phrase_at(run->doc, at, &phrase) || (phrase.noun + 1 != end && phrase.noun + 1 != names) ||
            !phrase.has_determiner)
            continue;
        if (at > 0 && same_clause(run->doc, at - 1, at) && token_is(token_at(run, at - 1), POS_DETERMINER))
            return end;
        *cases = agreeing_cases(run->doc, &phrase, NULL) & (phrase.contracted ? CASE_ANY : cases_left(run, at));
        return *cases == 0 ? end : at;
    }
    return end;
}

/* "44 | dieser Punkte", "viele | der Läufer": what has the case of the whole shows it seldom. */
static bool is_partitive_head(const struct token *token)
{
    return token_is_number(token) || token_is(token, POS_PRONOUN) || token_is(token, POS_DETERMINER);
}

/* The cases of the phrase before the comma and of those that it depends on: "der Flagge von Palau". 0: not known. */
static uint32_t cases_of_chain(const struct check_run *run, size_t comma)
{
    uint32_t all = 0, cases;
    size_t end = comma, first;

    for (;;) {
        first = phrase_before(run, end, &cases);
        if (first == end)
            return 0;
        size_t before = first;
        bool governed =
            before > 0 && token_is(token_at(run, before - 1), POS_PREPOSITION) && cases_left(run, first) != CASE_ANY;

        /* "des Verbandes", "von Palau" behind a noun may depend on it; then either may be meant. */
        before -= governed && before > 0;
        all |= cases;
        if (before > 0 && same_clause(run->doc, before - 1, first) && is_partitive_head(token_at(run, before - 1)))
            return 0;
        if (before == 0 || !same_clause(run->doc, before - 1, first) || !is_capitalised(token_at(run, before - 1)))
            return before > 0 && same_clause(run->doc, before - 1, first) &&
                           token_is(token_at(run, before - 1), POS_CONJUNCTION)
                       ? 0
                       : all;
        if (!governed && (cases & CASE_GEN) == 0 && !has_contraction(token_at(run, first)))
            return 0;
        end = before;
    }
}

/* "ein", "eine", "einem" … before an adjective or noun. "ein anderer" is somebody else. */
static bool is_indefinite(const struct check_run *run, size_t index)
{
    struct slice word = text_at(run, index), next = text_at(run, index + 1);

    return slice_starts(word, SLICE("ein")) && word.len <= 5 && token_is(token_at(run, index), POS_DETERMINER) &&
           !slice_starts(next, SLICE("ander")) && !slice_starts(next, SLICE("weiter"));
}

/* "dem", "einem", "der" … before an adjective and a noun: what somebody is called. */
static bool is_named_so(const struct check_run *run, size_t index, const struct noun_phrase *phrase)
{
    return in_list(run, LIST_OBLIQUE_ARTICLES, index) && phrase->noun > index + 1 && !text_is(run, index, "des");
}

/* "den stärksten in der Region": an article and a superlative without noun; its cases, or 0. */
static uint32_t cases_of_superlative(const struct check_run *run, size_t index)
{
    const struct token *article = token_at(run, index);
    uint32_t cases = 0;

    if (!in_list(run, LIST_ARTICLES, index) || slice_starts(text_at(run, index), SLICE("ein")) ||
        !is_inflected_adjective(token_at(run, index + 1)) || !slice_ends(text_at(run, index + 1), SLICE("sten")) ||
        !token_is(token_at(run, index + 2), POS_PREPOSITION))
        return 0;
    for (uint16_t i = 0; i < article->analysis.reading_count; i++)
        if (pos_of(article->analysis.readings[i].features) == POS_DETERMINER)
            cases |= article->analysis.readings[i].features & CASE_ANY;
    return cases;
}

/* No verb and no conjunction stands up to the next mark; no part of the body ("einen Hut auf dem Kopf"). */
static bool is_only_phrase(const struct check_run *run, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++) {
        const struct token *token = token_at(run, i);

        if ((may_be_finite(token) && !token_is(token, POS_DETERMINER) && !token_is(token, POS_PREPOSITION) &&
             !is_inflected_adjective(token)) ||
            is_surely_finite(token) || token_is(token, POS_CONJUNCTION) ||
            (token_is(token, POS_SUBORDINATOR) && !token_is(token, POS_PREPOSITION)) ||
            token_is_verb_form(token, VERB_ZU_INFINITIVE) || (token->flags & TOKEN_QUOTED) != 0 ||
            lemma_in_list(&run->context->lexicon, LIST_FIELD_BODY, token))
            return false;
    }
    return text_is(run, end, ",") || text_is(run, end, ".");
}

/* "ein Werk, eine Schule, Wohnungen": a row of things goes on behind the mark. "Ein Pfeil steht für den Anfang, ein
 * Kreis für": a second phrase stands right behind. "beginnend mit dem Rand, ein Kreis": no verb before. */
static bool may_be_row(const struct check_run *run, const struct noun_phrase *inserted, size_t comma, size_t end)
{
    size_t behind = behind_genitive(run->doc, inserted->noun + 1), first = stretch_first(run, comma - 1);
    const struct token *next = token_at(run, behind),
                       *after = token_at(run, end + 1 < run->doc->token_count ? end + 1 : end);

    if (behind < end && (token_is(next, POS_DETERMINER) || token_is(next, POS_PRONOUN)))
        return true;
    bool attribute = text_is(run, behind, "aus") || text_is(run, behind, "von") || text_is(run, behind, "für");

    if (behind < end && text_is(run, end, ".") && token_is(next, POS_PREPOSITION) && !attribute &&
        (agreeing_cases(run->doc, inserted, NULL) & CASE_NOM) != 0)
        return true; /* "Er fuhr mit dem Bus, ein Freund mit dem Rad." */
    if (text_is(run, end, ",") && (is_capitalised(after) || token_is(after, POS_DETERMINER)) &&
        !token_is(after, POS_RELATIVE))
        return true;
    for (size_t i = first; i < comma && first > sentence_first(run, comma); i++)
        if (may_be_finite(token_at(run, i)) && !token_is(token_at(run, i), POS_DETERMINER))
            return false;
    return first > sentence_first(run, comma);
}

/* Behind a phrase in one case "ein" and a noun in another: what is said of someone has his case. */
static void look_at_chain(const struct check_run *run, size_t comma)
{
    struct noun_phrase inserted = { .first = comma + 1, .noun = comma + 2 }, opening;
    size_t end = stretch_end(run, comma + 1);
    bool superlative = false;

    if (comma == 0 || !same_sentence(run, comma - 1, comma + 3) || !is_capitalised(token_at(run, comma - 1)))
        return;
    uint32_t cases = cases_of_superlative(run, comma + 1);

    superlative = cases != 0;
    if (!superlative && noun_phrase_at(run->doc, comma + 1, &inserted) &&
        (is_indefinite(run, comma + 1) || is_named_so(run, comma + 1, &inserted)) &&
        !is_adverbial_noun(run, inserted.noun))
        cases = agreeing_cases(run->doc, &inserted, NULL);
    if (cases == 0 || !is_only_phrase(run, inserted.noun + 1, end) || is_zu_infinitive(run->doc, end - 1))
        return;
    uint32_t wanted = cases_of_chain(run, comma);

    if (wanted == 0 || (cases & wanted) != 0 || may_be_row(run, &inserted, comma, end) ||
        (superlative && !noun_phrase_at(run->doc, sentence_first(run, comma), &opening)) ||
        (superlative && opening.noun + 1 != comma))
        return;
    struct issue *issue = report(run, "check/apposition-case", tokens_span(run, inserted.first, inserted.noun));

    if (!superlative)
        suggest_agreement(run, issue, &inserted, wanted);
}

/* ---- "In Graz, die zweitgrößte Stadt des Landes, fiel", "Neben zwei Tänzen, ein Walzer und eine Polka, spielte" ----
 */

/* The token behind the phrase of a preposition that opens the sentence, up to the comma of an insertion; 0: none. */
static size_t comma_behind_opening(const struct check_run *run, size_t first, bool *place, uint32_t *cases)
{
    struct noun_phrase phrase;
    size_t end = first + 1;

    *place = false;
    if (noun_phrase_at(run->doc, end, &phrase) && phrase.has_determiner && !phrase.contracted)
        *cases &= agreeing_cases(run->doc, &phrase, NULL);
    else if (token_is_number(token_at(run, end)) && same_clause(run->doc, first, end + 1) &&
             noun_at(run->doc, end + 1, &phrase) && !phrase.has_determiner)
        *cases &= strong_cases(run->doc, &phrase);
    else {
        while (same_clause(run->doc, first, end) && is_capitalised(token_at(run, end)) &&
               (!token_is(token_at(run, end), POS_NOUN) || token_is(token_at(run, end), POS_NAME)) &&
               (token_at(run, end)->flags & TOKEN_QUOTED) == 0)
            end++;
        if (end == first + 1 && slice_equal(lower_at(run, first), SLICE("in")) && is_capitalised(token_at(run, end)) &&
            !is_plural_noun(token_at(run, end)) && (token_at(run, end)->flags & TOKEN_QUOTED) == 0)
            end++; /* "In Krefeld": a town may look like a noun */
        phrase.noun = end - 1;
        *place = true;
    }
    end = phrase.noun + 1;
    return end > first + 1 && text_is(run, end, ",") ? end : 0;
}

/* The insertion holds nothing but phrases, and the verb of the sentence stands right behind it. */
static bool is_before_verb(const struct check_run *run, const struct noun_phrase *inserted)
{
    size_t end = stretch_end(run, inserted->noun), at = behind_genitive(run->doc, inserted->noun + 1);
    struct noun_phrase second;

    if (text_is(run, at, "und") && noun_phrase_at(run->doc, at + 1, &second) && second.noun + 1 == end)
        at = end; /* "ein Walzer und eine Polka" */
    for (; at < end; at++)
        if (may_be_finite(token_at(run, at)) || token_is(token_at(run, at), POS_CONJUNCTION))
            return false;
    return text_is(run, end, ",") && same_sentence(run, inserted->noun, end + 2) &&
           may_be_finite(token_at(run, end + 1)) && !token_is(token_at(run, end + 1), POS_DETERMINER) &&
           token_at(run, end + 2)->kind == TOKEN_WORD;
}

/* Between the phrase that opens a sentence, behind a preposition, and its verb. Where "in" and a place stand, the
 * dative alone says where. */
static void look_at_opening(const struct check_run *run, const struct sentence *sentence)
{
    size_t first = sentence->first_token;
    struct noun_phrase inserted;
    bool place;
    uint32_t governed = preposition_cases(token_at(run, first));

    if (governed == 0 || !same_clause(run->doc, first, first + 2) || has_contraction(token_at(run, first)))
        return;
    size_t comma = comma_behind_opening(run, first, &place, &governed);

    if (place && in_list_lower(run, LIST_RESTING_PREPOSITIONS, first))
        governed = CASE_DAT;
    if (comma == 0 || (governed != CASE_DAT && governed != CASE_ACC) || !same_sentence(run, first, comma + 4) ||
        !noun_phrase_at(run->doc, comma + 1, &inserted) || !inserted.has_determiner || inserted.contracted ||
        slice_starts(text_at(run, comma + 2), SLICE("ander")) || !is_before_verb(run, &inserted))
        return;
    uint32_t cases = agreeing_cases(run->doc, &inserted, NULL);
    struct span span = tokens_span(run, inserted.first, inserted.noun);

    if (cases != 0 && (cases & governed) == 0 && !has_issue_at(run, span))
        suggest_agreement(run, report(run, "check/apposition-case", span), &inserted, governed);
}

void check_appositions(const struct check_run *run)
{
    for (size_t i = 0; i + 4 < run->doc->token_count; i++)
        if (token_is(token_at(run, i), POS_PREPOSITION)) {
            look_at(run, i);
            look_at_phrase(run, i);
            if (text_is(run, i + 2, ","))
                look_at_place(run, i);
            else if (token_is(token_at(run, i + 1), POS_DETERMINER))
                look_at_superlative(run, i);
        }
    for (size_t i = next_marked(run, MARK_COMMA, 0); i < run->doc->token_count; i = next_marked(run, MARK_COMMA, i + 1))
        look_at_chain(run, i);
    for (size_t i = 0; i < run->doc->sentence_count; i++)
        if (run->doc->sentences[i].token_count > 7) {
            look_at_insertion(run, &run->doc->sentences[i]);
            look_at_opening(run, &run->doc->sentences[i]);
        }
}
