/* Marks phrases in a case that their preposition does not have here: behind a preposition with the genitive ("während
 * dem Spiel"), with a verb of rest ("liegt in die Stadt"), with a verb that asks for the dative ("warnte vor die
 * Folgen"), and an article behind one that has its article already ("im die Schule"). */
#include "checks/agreement.h"
#include "checks/checks.h"
#include "checks/clauses.h"
#include "checks/compounds.h"
#include "checks/corrections.h"
#include "checks/government.h"
#include "checks/paradigms.h"
#include "checks/phrases.h"
#include "checks/places.h"
#include "checks/variants.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

static bool is_contraction(const struct token *token)
{
    for (uint16_t i = 0; i < token->analysis.reading_count; i++)
        if (pos_of(token->analysis.readings[i].features) != POS_PREPOSITION ||
            (token->analysis.readings[i].features & NUMBER_ANY) == 0)
            return false;
    return token->analysis.reading_count > 0;
}

/* "im die Schule", "zum der Sitzung" */
static void check_doubled_article(const struct check_run *run, size_t i)
{
    struct noun_phrase phrase;

    if (!is_contraction(token_at(run, i)) || !same_clause(run->doc, i, i + 2) ||
        (token_at(run, i + 1)->flags & (TOKEN_CAPITAL | TOKEN_QUOTED)) != 0 || !in_list(run, LIST_ARTICLES, i + 1) ||
        !noun_phrase_at(run->doc, i + 1, &phrase) || agreeing_cases(run->doc, &phrase, NULL) == 0 ||
        !ends_phrase(run, phrase.noun))
        return;
    report(run, "check/government", tokens_span(run, i, phrase.noun));
}

/* "während dem Zweiten Weltkrieg": an adjective of a name before its noun; the article alone tells. */
static void check_named_genitive(const struct check_run *run, size_t i)
{
    if (in_list_lower(run, LIST_GENITIVE_PREPOSITIONS, i) && !text_is(run, i, "statt") && text_is(run, i + 1, "dem") &&
        same_clause(run->doc, i, i + 3) && is_capitalised(token_at(run, i + 2)) &&
        slice_ends(text_at(run, i + 2), SLICE("en")) &&
        form_is(&run->context->lexicon, lower_at(run, i + 2), POS_ADJECTIVE) && is_plain_noun(token_at(run, i + 3)) &&
        ends_phrase(run, i + 3))
        report(run, "check/government", tokens_span(run, i, i + 3));
}

/* "während dem Spiel", "innerhalb einem Jahr" */
static void check_genitive(const struct check_run *run, size_t i)
{
    struct noun_phrase phrase;

    if (!in_list_lower(run, LIST_GENITIVE_PREPOSITIONS, i) || !same_clause(run->doc, i, i + 2) ||
        !noun_phrase_at(run->doc, i + 1, &phrase) || !phrase.has_determiner || phrase.contracted ||
        (token_at(run, i)->flags & TOKEN_QUOTED) != (token_at(run, i + 1)->flags & TOKEN_QUOTED))
        return;
    uint32_t cases = agreeing_cases(run->doc, &phrase, NULL);

    /* Others may open a clause: "während dem Koch das Essen gelang", "statt dem Rat zu folgen". */
    struct slice word = lower_at(run, i);
    bool clause = slice_equal(word, SLICE("während")) && is_surely_finite(token_at(run, stretch_end(run, i) - 1));

    if (clause || (slice_ends(word, SLICE("statt")) && zu_infinitive_in_clause(run->doc, i)))
        return;
    if ((cases & (CASE_GEN | CASE_NOM | CASE_ACC)) != 0 || cases == 0 || !ends_phrase(run, phrase.noun) ||
        (slice_is(word, "trotz") && is_swiss_text(run))) /* "trotz dem Regen" */
        return;
    suggest_agreement(run, report(run, "check/government", tokens_span(run, i, phrase.noun)), &phrase, CASE_GEN);
}

/* The cases of a determiner or pronoun, whatever follows it; CASE_ANY where it may be something else. */
static uint32_t determiner_cases(const struct token *token)
{
    uint32_t cases = 0;

    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;

        if (pos_of(features) == POS_VERB && slice_is(token_lower(token), "einen")) /* to unite */
            continue;
        if ((pos_of(features) != POS_DETERMINER && pos_of(features) != POS_PRONOUN &&
             pos_of(features) != POS_RELATIVE) ||
            (features & CASE_ANY) == 0)
            return CASE_ANY;
        cases |= features & CASE_ANY;
    }
    return cases;
}

/* True for a word that governs what follows it: no separated prefix, no postposition ("von dort aus die Stadt sehen",
 * "dem Bericht nach die Täterin", but "zwei Tage nach die Wahl"). */
static bool governs(const struct check_run *run, size_t i)
{
    struct slice word = lower_at(run, i);

    if (in_list_lower(run, LIST_AMBIGUOUS_PREPOSITIONS, i))
        return false;
    if (slice_equal(word, SLICE("nach")) && i > 0 && same_clause(run->doc, i - 1, i) &&
        is_kind_of(run, i - 1, LIST_SPANS_OF_TIME))
        return true;
    return is_preposition_here(run, i);
}

/* The last token of the noun phrase behind a determiner, known or not; the determiner itself where none is seen. */
static size_t behind_determiner(const struct check_run *run, size_t determiner)
{
    size_t at = determiner;

    while (same_clause(run->doc, at, at + 1) &&
           (is_inflected_adjective(token_at(run, at + 1)) || (token_at(run, at + 1)->flags & TOKEN_ORDINAL) != 0))
        at++; /* "das 17. Jahrhundert" */
    size_t noun = at;

    while (same_clause(run->doc, at, at + 1) && is_capitalised(token_at(run, at + 1)) &&
           (token_at(run, at + 1)->flags & TOKEN_QUOTED) == 0)
        at++;
    return at > noun ? at : determiner;
}

/* "mit das Frontman", "aus die Covid-19-Pandemie", "für dem Start", "das Haus, aus das sie kam": the article alone
 * tells. A genitive may be that of a noun behind it ("hinter eines Baumes Rinde"). */
bool is_wrong_determiner(const struct check_run *run, size_t i)
{
    uint32_t cases = cases_of_preposition(token_at(run, i));

    if (cases == 0 || !same_clause(run->doc, i, i + 2) || !token_is(token_at(run, i + 1), POS_DETERMINER) ||
        (token_at(run, i + 1)->flags & (TOKEN_CAPITAL | TOKEN_QUOTED)) != 0)
        return false;
    uint32_t has = determiner_cases(token_at(run, i + 1));

    if ((has & cases) != 0 || has == CASE_GEN || !governs(run, i))
        return false;
    size_t last = behind_determiner(run, i + 1);
    bool relative = i > 0 && text_is(run, i - 1, ",") && token_is(token_at(run, i + 1), POS_RELATIVE);

    return relative ? last == i + 1 || ends_phrase(run, last) : last > i + 1 && ends_phrase(run, last);
}

static void check_determiner(const struct check_run *run, size_t i)
{
    if (is_wrong_determiner(run, i))
        report(run, "check/government", tokens_span(run, i, i + 1));
}

/* "Auf die Kollegen ist Verlass": the preposition belongs to a noun of the clause. */
static bool belongs_to_noun(const struct check_run *run, const struct clause *clause, size_t preposition)
{
    if (!has_lemma(&run->context->lexicon, token_at(run, clause->verb), "sein"))
        return false;
    for (size_t i = clause->first; i < clause->end; i++)
        if (is_capitalised(token_at(run, i)) && token_is(token_at(run, i), POS_NOUN) &&
            case_asked_by(run, text_at(run, i), lower_at(run, preposition)) == CASE_ACC)
            return true;
    return false;
}

/* "fand … statt", "wird … hergestellt": a verb without a direction, so that these prepositions say where. */
static bool says_where(const struct check_run *run, const struct clause *clause, size_t preposition)
{
    return in_list_lower(run, LIST_RESTING_PREPOSITIONS, preposition) && clause_verb_in(run, clause, LIST_STATIC_VERBS);
}

/* The case asked for by every reading of the clause's verb. */
static uint32_t case_of_verb(const struct check_run *run, const struct clause *clause, struct slice preposition)
{
    const struct token *token = token_at(run, clause->verb);
    const struct lexicon *lexicon = &run->context->lexicon;
    uint32_t asked = 0;

    if (token->analysis.joined != NO_ID)
        return case_asked_by(run, lemma_text(lexicon, token->analysis.joined), preposition);
    for (uint16_t i = 0; token->analysis.particle == NO_ID && i < token->analysis.reading_count; i++) {
        const struct reading *reading = &token->analysis.readings[i];

        if (pos_of(reading->features) != POS_VERB)
            continue;
        uint32_t one =
            reading->lemma == NO_ID ? 0 : case_asked_by(run, lemma_text(lexicon, reading->lemma), preposition);

        if (one == 0 || (asked != 0 && one != asked))
            return 0;
        asked = one;
    }
    return asked;
}

/* "die Kunst liegt in der Beschränkung auf das Wesentliche": behind a noun the phrase may be its attribute. */
static bool may_be_attribute(const struct check_run *run, size_t preposition)
{
    return preposition > 0 && (token_at(run, preposition - 1)->flags & TOKEN_CAPITAL) != 0 &&
           !is_adverbial_noun(run, preposition - 1) && !text_is(run, preposition, "vor") &&
           !text_is(run, preposition, "unter");
}

/* "gab den Überschuss an die Tafeln": who gets something, in the accusative. */
static bool is_given_to(const struct check_run *run, const struct clause *clause, const struct clause_phrase *phrase)
{
    return text_is(run, phrase->first - 1, "an") && clause_verb_in(run, clause, LIST_VERBS_OF_GIVING);
}

/* "gab die Schlüssel an seinen Nachfolger": a person is no place, whatever stands before. */
static bool is_receiver(const struct check_run *run, const struct clause_phrase *phrase)
{
    return text_is(run, phrase->first - 1, "an") && is_person(&run->context->lexicon, token_at(run, phrase->head));
}

/* "in den Pollen": a plural that no dictionary has looks so. */
static bool may_be_plural(const struct check_run *run, const struct clause_phrase *phrase)
{
    const struct token *noun = token_at(run, phrase->head);
    bool singular = noun->analysis.reading_count == 0;

    for (uint16_t i = 0; i < noun->analysis.reading_count; i++) {
        uint32_t features = noun->analysis.readings[i].features;

        singular = singular || ((features & NUMBER_SG) != 0 && /* not "den Opfern", which looks like an infinitive */
                                ((features & GENDER_ANY) != GENDER_N || (features & FEATURE_GUESSED) != 0));
    }
    return singular && text_is(run, phrase->first, "den") && slice_ends(text_at(run, phrase->head), SLICE("n"));
}

/* True when a preposition stands in the clause a second time, or as "darauf": "auf dem Platz" says where, then. */
static bool stands_again(const struct check_run *run, const struct clause *clause, size_t preposition)
{
    struct slice word = text_at(run, preposition);

    for (size_t i = clause->first; i < clause->end; i++) {
        struct slice other = lower_at(run, i);

        if (i != preposition &&
            ((slice_starts(other, word) &&
              (other.len == word.len || (other.len == word.len + 1 && other.at[word.len] == 's'))) || /* "aufs" */
             (in_list_lower(run, LIST_PRONOMINAL_ADVERBS, i) && slice_ends(other, word))))
            return true;
    }
    return false;
}

/* "blieb in beide Richtungen gesperrt", "lebt auf eine Weise, die Mut macht": whither or how, beside any verb. */
static bool is_direction_or_manner(const struct check_run *run, const struct clause_phrase *phrase)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *head = token_at(run, phrase->head);

    return (phrase->cases & CASE_ACC) != 0 &&
           (has_lemma(lexicon, head, "Richtung") ||
            (slice_equal(lower_at(run, phrase->first - 1), SLICE("auf")) &&
             (has_lemma(lexicon, head, "Weise") || has_lemma(lexicon, head, "Art"))));
}

/* "Auf der Bühne verzichtete er", "In der Nachspielzeit verwandelte er": where or on which occasion, beside any verb.
 */
static bool is_scene(const struct check_run *run, const struct clause *clause, const struct clause_phrase *phrase)
{
    if (is_direction_or_manner(run, phrase))
        return true;
    return (phrase->cases & CASE_DAT) != 0 &&
           (phrase->first == clause->first + 1 || stands_again(run, clause, phrase->first - 1) ||
            is_kind_of(run, phrase->head, LIST_SCENES));
}

/* "in den Yorkshire Dales": an English plural ends the name, and "den" is its dative. */
static bool ends_in_english_plural(const struct check_run *run, const struct clause_phrase *phrase)
{
    const struct token *last = token_at(run, phrase->end - 1);

    return phrase->end > phrase->head + 1 && is_capitalised(last) &&
           slice_ends(text_at(run, phrase->end - 1), SLICE("s")) && (is_english_token(last) || !is_known_word(last));
}

/* A determiner tells the case, and so does a plural that is no dative: "in 14 Länder", "an Kinder". */
static bool is_sure_phrase(const struct check_run *run, const struct clause_phrase *phrase)
{
    const struct token *noun = token_at(run, phrase->head);

    if (phrase->determined)
        return true;
    for (uint16_t i = 0; i < noun->analysis.reading_count; i++)
        if ((noun->analysis.readings[i].features & (NUMBER_SG | FEATURE_GUESSED)) != 0)
            return false;
    return phrase->first + phrase->counted == phrase->head && (phrase->cases & CASE_NOM) != 0;
}

/* "vor schwere Folgen", "unter großen Lärm": an adjective without article has the strong ending. */
static bool strong_phrase(const struct check_run *run, const struct clause_phrase *phrase, uint32_t *cases)
{
    struct noun_phrase words;

    if (phrase->determined || phrase->counted || phrase->head != phrase->first + 1 ||
        !is_inflected_adjective(token_at(run, phrase->first)) || token_is(token_at(run, phrase->first), POS_ADVERB) ||
        !noun_phrase_at(run->doc, phrase->first, &words) || words.noun != phrase->head || is_uncertain(run, &words) ||
        !has_sure_paradigm(run, &words, CASE_ANY) || may_be_same_plural(run, &words))
        return false;
    *cases = strong_cases(run->doc, &words);
    return *cases != 0;
}

/* "Unter die Toten ist ein Kind": beside "sein" alone the phrase says where. */
static bool is_somewhere(const struct check_run *run, const struct clause *clause, const struct clause_phrase *phrase)
{
    if (clause->verb != clause->finite || !has_lemma(&run->context->lexicon, token_at(run, clause->finite), "sein") ||
        phrase->first != clause->first + 1 || !in_list_lower(run, LIST_RESTING_PREPOSITIONS, clause->first) ||
        phrase->counted)
        return false;
    for (size_t i = phrase->end; i < clause->finite; i++)
        if (token_is_verb_form(token_at(run, i), VERB_PARTICIPLE2)) /* "Auf den Fund gestoßen war ein Bauer" */
            return false;
    for (size_t i = clause->finite + 1; i < clause->end; i++)
        if (!is_capitalised(token_at(run, i)) && has_bare_adjective(token_at(run, i)))
            return false;
    return true;
}

/* "auf den ersten Blick", "an die Decke springen": said so with any verb. */
static bool is_at_sight(const struct check_run *run, const struct clause_phrase *phrase)
{
    return text_is(run, phrase->head, "Blick") || text_is(run, phrase->head, "Decke") ||
           text_is(run, phrase->head, "Anhieb");
}

/* "Auf die Tat steht lebenslange Haft", "Hier steht auf die Tat eine Geldstrafe" */
static bool is_penalty_clause(const struct check_run *run, const struct clause *clause,
                              const struct clause_phrase *phrase)
{
    if (!has_lemma(&run->context->lexicon, token_at(run, clause->verb), "stehen"))
        return false;
    bool named = phrase->first == clause->first + 1;

    for (size_t i = 0; i < clause->count && !named; i++)
        named = is_kind_of(run, clause->phrases[i].head, LIST_PENALTIES);
    return named;
}

/* "Das Dorf liegt in die Berge", "warnte vor die Folgen" */
static void check_clause(const struct check_run *run, const struct clause *clause)
{
    for (size_t i = 0; i < clause->count; i++) {
        const struct clause_phrase *phrase = &clause->phrases[i];

        if (!phrase->prepositional || phrase->name || phrase->adverbial || phrase->pronoun || phrase->several ||
            phrase->cases == 0 || phrase->first == 0 || !same_clause(run->doc, phrase->first - 1, phrase->first))
            continue;
        uint32_t cases = phrase->cases;

        if ((!strong_phrase(run, phrase, &cases) && !is_sure_phrase(run, phrase)) || may_be_plural(run, phrase) ||
            (may_be_attribute(run, phrase->first - 1) && !is_receiver(run, phrase)) || is_at_sight(run, phrase) ||
            ends_in_english_plural(run, phrase))
            continue;
        struct slice preposition = lower_at(run, phrase->first - 1);
        uint32_t asked = case_of_verb(run, clause, preposition);
        bool about = phrase->counted && slice_equal(preposition, SLICE("an")); /* "an die 100 Gäste" */

        about = about || (slice_equal(preposition, SLICE("auf")) && is_penalty_clause(run, clause, phrase));
        if (asked == 0 && !about && !is_given_to(run, clause, phrase) &&
            !belongs_to_noun(run, clause, phrase->first - 1) &&
            (says_where(run, clause, phrase->first - 1) || is_somewhere(run, clause, phrase)))
            asked = CASE_DAT;
        if (asked != 0 && (cases & asked) == 0 && (cases & (CASE_DAT | CASE_ACC)) != 0 &&
            !(phrase->first > 1 && text_is(run, phrase->first - 2, "bis")) && !is_scene(run, clause, phrase))
            suggest_case(run, report(run, "check/government", tokens_span(run, phrase->first - 1, phrase->end - 1)),
                         phrase, asked);
    }
}

/* "den Bericht zufolge": it stands behind a dative. */
static void check_zufolge(const struct check_run *run, size_t index)
{
    enum { REACH = 4 };
    struct noun_phrase phrase;

    if (!text_is(run, index, "zufolge"))
        return;
    for (size_t first = index; first-- > 0 && index - first <= REACH && same_clause(run->doc, first, index);) {
        if (!token_is(token_at(run, first), POS_DETERMINER) || !noun_phrase_at(run->doc, first, &phrase) ||
            phrase.noun + 1 != index)
            continue;
        uint32_t cases = agreeing_cases(run->doc, &phrase, NULL);

        /* ", das Berichten zufolge": a relative pronoun */
        if (cases != 0 && (cases & (CASE_DAT | CASE_GEN)) == 0 && !phrase.contracted &&
            (first == sentence_first(run, first) || token_at(run, first - 1)->kind == TOKEN_WORD))
            suggest_agreement(run, report(run, "check/government", tokens_span(run, first, index)), &phrase, CASE_DAT);
        return;
    }
}

void check_prepositions(const struct check_run *run)
{
    for (size_t i = 0; i < run->doc->token_count; i++) {
        check_zufolge(run, i);
        check_doubled_article(run, i);
        check_genitive(run, i);
        check_named_genitive(run, i);
        check_determiner(run, i);
    }
    for (size_t i = 0; i < run->clause_count; i++)
        check_clause(run, &run->clauses[i]);
}
