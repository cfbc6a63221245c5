/* Marks noun phrases whose determiner, adjectives and noun agree in no reading ("die große Haus", "dem Student"), and
 * phrases in a case their preposition does not govern ("für den Mitarbeitern"). */
#include "checks/checks.h"
#include "checks/compounds.h"
#include "checks/corrections.h"
#include "checks/government.h"
#include "checks/lone_words.h"
#include "checks/marks.h"
#include "checks/paradigms.h"
#include "checks/phrases.h"
#include "checks/places.h"
#include "checks/stretches.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"
#include "lexicon/traits.h"
#include "lexicon/word_types.h"

static struct span phrase_span(const struct check_run *run, const struct noun_phrase *phrase)
{
    return tokens_span(run, phrase->first, phrase->noun);
}

static void report_phrase(const struct check_run *run, const struct noun_phrase *phrase)
{
    uint32_t governed = governed_cases(run, phrase);

    suggest_agreement(run, report(run, "check/agreement", phrase_span(run, phrase)), phrase,
                      governed == 0 ? CASE_ANY : governed);
}

/* An adverb, or an adjective that stands without its noun ("vor kurzem", "auf gut Glück"). */
static bool may_be_no_attribute(const struct check_run *run, const struct noun_phrase *phrase)
{
    bool since = text_is(run, phrase->first - 1, "seit") || text_is(run, phrase->first - 1, "vor") ||
                 text_is(run, phrase->first - 1, "Seit") || text_is(run, phrase->first - 1, "Vor");

    if (slice_starts(text_at(run, phrase->first), SLICE("lang")) && !since) /* "nach langem Krieg" */
        return false;
    return token_in_list(&run->context->lexicon, LIST_ADJECTIVE_ADVERBIALS, token_at(run, phrase->first)) ||
           (!text_is(run, phrase->first, "lange") &&
            holds_adverb(run->doc, &(struct noun_phrase){ .first = phrase->first - 1, .noun = phrase->noun }));
}

/* "mit hohen Bildungsabschluss": behind the dative an adjective in -en has a plural beside it, which the noun, whatever
 * its gender, is not. */
static bool is_no_dative_plural(const struct check_run *run, const struct noun_phrase *phrase, uint32_t governed)
{
    const struct token *adjective = token_at(run, phrase->first), *noun = token_at(run, phrase->noun);
    struct slice word = token_text(run->doc, noun);

    if (slice_ends(word, SLICE("n")) || /* "Layouts", "Ellbogen": there are more plurals than are known */
        (slice_ends(word, SLICE("s")) && !slice_ends(word, SLICE("ss"))))
        return false;
    if (governed != CASE_DAT || !slice_ends(token_lower(adjective), SLICE("en")) ||
        (adjective->flags & (TOKEN_CAPITAL | TOKEN_SENTENCE_START)) == TOKEN_CAPITAL ||
        (noun->flags & (TOKEN_ALL_CAPS | TOKEN_DIGIT | TOKEN_QUOTED)) != 0 || in_list(run, LIST_MEASURES, phrase->noun))
        return false;
    for (uint16_t i = 0; i < noun->analysis.reading_count; i++)
        if (pos_of(noun->analysis.readings[i].features) != POS_NOUN ||
            (noun->analysis.readings[i].features & (NUMBER_PL | FEATURE_GUESSED | FEATURE_ADJECTIVAL_NOUN)) != 0)
            return false;
    return noun->analysis.reading_count > 0;
}

/* "an neue Impfstoffen", "mit günstige Mieten": no adjective with this ending, strong as it must be, has a case of the
 * preposition, whatever its noun is. */
static bool is_bare_clash(const struct check_run *run, const struct noun_phrase *phrase, uint32_t governed)
{
    if (is_no_dative_plural(run, phrase, governed))
        return true;
    return (cases_of_strong_adjective(run, phrase) & governed) == 0 && !is_uncertain_place(run, phrase);
}

/* "mit frühere, kleinere Studien": no strong adjective on -e is a dative, whatever its noun. */
static bool is_row_without_dative(const struct check_run *run, size_t index)
{
    return same_sentence(run, index - 1, index + 3) && text_is(run, index + 1, ",") &&
           cases_of_preposition(token_at(run, index - 1)) == CASE_DAT && is_preposition_here(run, index - 1) &&
           token_at(run, index - 1)->analysis.particle == NO_ID && slice_ends(text_at(run, index), SLICE("e")) &&
           slice_ends(text_at(run, index + 2), SLICE("e")) && is_inflected_adjective(token_at(run, index)) &&
           is_inflected_adjective(token_at(run, index + 2)) && !token_is_finite(token_at(run, index)) &&
           !in_list(run, LIST_ADJECTIVE_ADVERBIALS, index) && is_plain_noun(token_at(run, index + 3)) &&
           is_capitalised(token_at(run, index + 3));
}

/* "mit starkem Wind und heftigen Schneefall": what und joins to a noun with its adjective has the case of the
 * preposition before both, unless that belongs to a noun, beside which it may stand. At a sentence's start, or where no
 * verb follows: "kam mit schwerem Gepäck und großen Hunger hatte er". */
static void check_bare_conjunct(const struct check_run *run, size_t index)
{
    struct noun_phrase phrase, before;
    size_t first;

    if (index < 4 || !text_is(run, index - 1, "und") || !same_clause(run->doc, index - 4, index + 2) ||
        token_is(token_at(run, index), POS_DETERMINER) || !noun_phrase_at(run->doc, index, &phrase) ||
        phrase.noun != index + 1 || !is_plain_noun(token_at(run, index - 2)))
        return;
    first = is_inflected_adjective(token_at(run, index - 3)) ? index - 3 : index - 2;
    size_t preposition = first - 1;

    if (!noun_at(run->doc, first, &before) || before.noun != index - 2 ||
        cases_of_preposition(token_at(run, preposition)) != CASE_DAT || !is_preposition_here(run, preposition) ||
        token_at(run, preposition)->analysis.particle != NO_ID ||
        (preposition > sentence_first(run, index) && is_capitalised(token_at(run, preposition - 1))) ||
        (preposition != sentence_first(run, index) && same_clause(run->doc, index, index + 2) &&
         may_be_finite(token_at(run, index + 2))) ||
        (strong_cases(run->doc, &phrase) & CASE_DAT) != 0 || may_be_no_attribute(run, &phrase) ||
        is_uncertain_noun(run, &phrase) || !has_sure_paradigm(run, &phrase, CASE_ANY) ||
        may_be_same_plural(run, &phrase) || is_weak_or_strong(run, token_at(run, phrase.noun)) ||
        !ends_phrase(run, phrase.noun))
        return;
    struct span span = phrase_span(run, &phrase);

    if (!has_issue_at(run, span))
        suggest_agreement(run, report(run, "check/agreement", span), &phrase, CASE_DAT);
}

/* "für außerhalb liegende Gebiete": behind a preposition or determiner außerhalb says where, and governs nothing. */
static bool is_place_adverb(const struct check_run *run, size_t i)
{
    return slice_ends(lower_at(run, i), SLICE("erhalb")) && i > 0 && same_clause(run->doc, i - 1, i) &&
           (token_is(token_at(run, i - 1), POS_PREPOSITION) || token_is(token_at(run, i - 1), POS_DETERMINER));
}

/* "seit letzten Woche", "mit starken Regen": behind a preposition, an adjective without determiner has the strong
 * ending. One adjective alone: a second one may be weak ("nach langem schweren Leiden"). */
static void check_bare_phrase(const struct check_run *run, size_t index)
{
    const struct document *doc = run->doc;
    struct noun_phrase phrase;

    if (index == 0 || !same_clause(doc, index - 1, index) || !token_is(&doc->tokens[index - 1], POS_PREPOSITION) ||
        token_is(&doc->tokens[index], POS_DETERMINER) || !noun_phrase_at(doc, index, &phrase) ||
        phrase.noun != index + 1 || closes_adverbial(run, index - 1))
        return;
    uint32_t governed = governed_cases(run, &phrase);

    if (governed == 0 || (strong_cases(doc, &phrase) & governed) != 0 || may_be_no_attribute(run, &phrase) ||
        is_place_adverb(run, index - 1))
        return;
    if (!is_bare_clash(run, &phrase, governed) &&
        (is_uncertain(run, &phrase) || !has_sure_paradigm(run, &phrase, CASE_ANY) ||
         (may_be_same_plural(run, &phrase) &&
          !(governed == CASE_DAT && !slice_ends(text_at(run, index), SLICE("n")))) ||
         is_weak_or_strong(run, &doc->tokens[phrase.noun])))
        return;
    report_phrase(run, &phrase);
}

/* "ein klasse Spiel", "eine prima Idee" */
static bool holds_undeclined(const struct check_run *run, const struct noun_phrase *phrase)
{
    for (size_t i = phrase->first + 1; i < phrase->noun; i++)
        if (in_list(run, LIST_UNDECLINED_ADJECTIVES, i))
            return true;
    return false;
}

static bool is_adverb_too(const struct check_run *run, const struct token *token)
{
    struct slice word = token_text(run->doc, token);

    if (is_inflected_adjective(token) && (slice_ends(word, SLICE("erer")) || slice_ends(word, SLICE("ster"))))
        return false; /* "den früherer Chef" */
    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;

        if ((features & UNINFLECTED) != 0 && (features & DEGREE_COMPARATIVE) == 0)
            return true;
    }
    return false;
}

/* "wenn Ihr neue Freunde sucht", "dies unerwarteter Weise": what looks like determiner or adjective may be none.
 * Comparatives without ending look like others with one. */
static bool may_be_undeclined(const struct check_run *run, const struct noun_phrase *phrase)
{
    struct slice first = lower_at(run, phrase->first);

    for (size_t i = phrase->first + 1; i < phrase->noun; i++)
        if (is_adverb_too(run, token_at(run, i)))
            return true;
    return holds_undeclined(run, phrase) || slice_equal(first, SLICE("ihr")) || slice_equal(first, SLICE("dies"));
}

/* "eine Gruppe pensionierter Richtern": right behind a noun adjective and noun agree in nothing. */
static void check_attribute(const struct check_run *run, const struct noun_phrase *phrase)
{
    size_t index = phrase->first;

    if (index == 0 || phrase->noun != index + 1 || !same_clause(run->doc, index - 1, index) ||
        !is_plain_noun(token_at(run, index - 1)) || token_is(token_at(run, index), POS_DETERMINER) ||
        token_is_finite(token_at(run, index)) || agreeing_cases(run->doc, phrase, NULL) != 0 ||
        is_uncertain(run, phrase) || may_be_same_plural(run, phrase) || !has_sure_paradigm(run, phrase, CASE_ANY) ||
        is_weak_or_strong(run, token_at(run, phrase->noun)) || may_be_no_attribute(run, phrase) ||
        may_be_undeclined(run, &(struct noun_phrase){ .first = index - 1, .noun = phrase->noun }))
        return;
    suggest_agreement(run, report(run, "check/agreement", phrase_span(run, phrase)), phrase, CASE_GEN);
}

/* A finite verb and nothing else: no "sieben", "äußerst", "verschieden". */
static bool is_plain_verb(const struct check_run *run, size_t index)
{
    const struct token *token = token_at(run, index);

    return is_likely_finite(run->doc, index) && is_nothing_but_verb(token) &&
           !token_is_verb_form(token, VERB_PARTICIPLE2) && !token_is(token, POS_NUMERAL) &&
           !token_is(token, POS_ADJECTIVE) && !token_is(token, POS_ADVERB);
}

/* "verlangen höheren Löhne", "gilt als erfahrenen Ärztin": right behind a finite verb or "als" an adjective without
 * determiner has the strong ending. */
static void check_object_ending(const struct check_run *run, const struct noun_phrase *phrase)
{
    enum { SELDOM = 3 };
    size_t index = phrase->first;
    bool as = index > 0 && text_is(run, index - 1, "als");

    if (index == 0 || phrase->noun != index + 1 || !same_clause(run->doc, index - 1, index) ||
        (!is_plain_verb(run, index - 1) && !as) ||
        (word_frequency(&run->context->lexicon, text_at(run, phrase->noun)) < SELDOM &&
         !(as && is_person(&run->context->lexicon, token_at(run, phrase->noun)))) ||
        token_is(token_at(run, index), POS_DETERMINER) || token_is_finite(token_at(run, index)) ||
        strong_cases(run->doc, phrase) != 0 || is_uncertain(run, phrase) || may_be_same_plural(run, phrase) ||
        !has_sure_paradigm(run, phrase, CASE_ANY) || is_weak_or_strong(run, token_at(run, phrase->noun)) ||
        may_be_no_attribute(run, phrase) ||
        may_be_undeclined(run, &(struct noun_phrase){ .first = index - 1, .noun = phrase->noun }))
        return;
    suggest_agreement(run, report(run, "check/agreement", phrase_span(run, phrase)), phrase, CASE_NOM | CASE_ACC);
}

/* "von Vorwürfe", "mit Fäuste": a plural alone behind a preposition with the dative, which every plural shows. */
static void check_bare_plural(const struct check_run *run, size_t noun)
{
    struct noun_phrase phrase;

    if (noun == 0 || !bare_noun_at(run->doc, noun, &phrase) || !token_is(token_at(run, noun - 1), POS_PREPOSITION) ||
        governed_cases(run, &phrase) != CASE_DAT || is_uncertain(run, &phrase) || !ends_phrase(run, noun) ||
        (text_is(run, noun + 1, "ohne") && text_is(run, noun + 2, "Grenzen"))) /* "von Ärzte ohne Grenzen" */
        return;
    suggest_agreement(run, report(run, "check/government", tokens_span(run, noun - 1, noun)), &phrase, CASE_DAT);
}

/* "nach Überlebende": a noun with the endings of an adjective, without any in the dative. */
static void check_bare_adjectival(const struct check_run *run, size_t noun)
{
    struct noun_phrase phrase;

    if (noun == 0 || !slice_ends(text_at(run, noun), SLICE("e")) || !bare_noun_at(run->doc, noun, &phrase) ||
        !in_list_lower(run, LIST_PRONOUN_PREPOSITIONS, noun - 1) ||
        token_at(run, noun - 1)->analysis.particle != NO_ID ||
        cases_of_preposition(token_at(run, noun - 1)) != CASE_DAT || !ends_phrase(run, noun) ||
        (same_clause(run->doc, noun, noun + 1) && is_capitalised(token_at(run, noun + 1))))
        return;
    suggest_agreement(run, report(run, "check/government", tokens_span(run, noun - 1, noun)), &phrase, CASE_DAT);
}

/* "Ende nächsten Monat", "Anfang letzte Woche": what begins or ends stands in the genitive. */
static void check_end_of_time(const struct check_run *run, size_t index)
{
    struct noun_phrase phrase;

    if ((!text_is(run, index, "Ende") && !text_is(run, index, "Anfang") && !text_is(run, index, "Mitte")) ||
        !same_clause(run->doc, index, index + 2) || !noun_phrase_at(run->doc, index + 1, &phrase) ||
        phrase.contracted || phrase.noun != index + 2 || !is_kind_of(run, phrase.noun, LIST_TIMES_AGO) ||
        is_uncertain_place(run, &phrase) ||
        (index > 0 && same_clause(run->doc, index - 1, index) && !token_is(token_at(run, index - 1), POS_VERB) &&
         !token_is(token_at(run, index - 1), POS_AUXILIARY)))
        return;
    uint32_t cases = phrase.has_determiner ? agreeing_cases(run->doc, &phrase, NULL) : strong_cases(run->doc, &phrase);
    struct span span = phrase_span(run, &phrase);

    if ((cases & CASE_GEN) == 0 && !has_issue_at(run, span))
        suggest_agreement(run, report(run, "check/agreement", span), &phrase, CASE_GEN);
}

/* "die letzten fünf Kilo", "die üblichen 20 Gold": measures, and what has no plural. */
static bool is_counted_in_singular(const struct check_run *run, size_t index)
{
    for (uint16_t i = 0; i < token_at(run, index)->analysis.reading_count; i++)
        if ((token_at(run, index)->analysis.readings[i].features & NUMBER_PL) == 0 &&
            !lemma_has_plural(&run->context->lexicon, token_at(run, index)->analysis.readings[i].lemma))
            return true;
    return has_lemma_of(&run->context->lexicon, token_at(run, index), LIST_MEASURES) ||
           has_lemma_of(&run->context->lexicon, token_at(run, index), LIST_COUNTED_IN_SINGULAR) ||
           has_lemma_of(&run->context->lexicon, token_at(run, index), LIST_CURRENCIES) ||
           in_list(run, LIST_SCALES, index);
}

/* "eine neuen Rekord", "wegen der anhaltende Kälte": wrong before any noun, also before one that is not known. */
static bool is_clash(const struct check_run *run, const struct noun_phrase *phrase)
{
    uint32_t cases = cases_before_noun(run, phrase), governed = cases == CASE_ANY ? 0 : governed_cases(run, phrase);

    return (cases == 0 || (governed != 0 && (cases & governed) == 0)) && !may_be_undeclined(run, phrase) &&
           !is_uncertain_place(run, phrase) && !holds_adverb(run->doc, phrase) &&
           !is_pronoun_before_phrase(run->doc, phrase);
}

/* "Kabelloses Laden": an infinitive as a noun, whatever else the word is ("der Laden"). */
static bool is_doing(const struct check_run *run, size_t adjective)
{
    return slice_ends(text_at(run, adjective), SLICE("es")) && slice_ends(text_at(run, adjective + 1), SLICE("en")) &&
           form_is(&run->context->lexicon, lower_at(run, adjective + 1), POS_VERB);
}

/* "Nächsten Woche", "Starkes Regen": an adjective that opens its sentence has the strong ending before its noun. */
static void check_opening_adjective(const struct check_run *run, size_t index)
{
    enum { SELDOM = 3 };
    const struct token *first = token_at(run, index);
    struct noun_phrase phrase = { .first = index, .noun = index + 1 };

    if (first->kind != TOKEN_WORD || (first->flags & (TOKEN_CAPITAL | TOKEN_QUOTED)) != TOKEN_CAPITAL ||
        (first->type->small_traits >> TRAIT_ATTRIBUTE & 1) == 0 || token_is(first, POS_DETERMINER) ||
        token_is(first, POS_NOUN) || token_is(first, POS_NAME) || token_is(first, POS_ADVERB) ||
        token_is(first, POS_PREPOSITION) || token_is(first, POS_PRONOUN) || may_be_verb(first) ||
        !same_clause(run->doc, index, index + 2) || !bare_noun_at(run->doc, index + 1, &(struct noun_phrase){ 0 }) ||
        strong_cases(run->doc, &phrase) != 0 || is_uncertain(run, &phrase) || may_be_same_plural(run, &phrase) ||
        !has_sure_paradigm(run, &phrase, CASE_ANY) || is_weak_or_strong(run, token_at(run, index + 1)) ||
        head_agrees(run, &phrase) || !ends_phrase(run, index + 1) || is_doing(run, index) ||
        word_frequency(&run->context->lexicon, text_at(run, index + 1)) < SELDOM)
        return;
    suggest_agreement(run, report(run, "check/agreement", phrase_span(run, &phrase)), &phrase, CASE_ANY);
}

/* "Den Wild", "der Heat": a team whose name is no plural by its form. */
static bool is_team(const struct check_run *run, const struct noun_phrase *phrase)
{
    struct slice first = lower_at(run, phrase->first);

    return phrase->noun == phrase->first + 1 && in_list(run, LIST_TEAMS_IN_PLURAL, phrase->noun) &&
           (slice_equal(first, SLICE("die")) || slice_equal(first, SLICE("der")) || slice_equal(first, SLICE("den")));
}

/* "des einen Freud, des anderen Leid": the genitive is that of a person; "über die Maßen". */
static bool is_old_phrase(const struct check_run *run, const struct noun_phrase *phrase)
{
    if (text_is(run, phrase->noun, "Maßen"))
        return phrase->first > 0 && text_is(run, phrase->first - 1, "über");
    return text_is(run, phrase->first, "des") && phrase->noun == phrase->first + 2 &&
           (text_is(run, phrase->first + 1, "einen") || text_is(run, phrase->first + 1, "anderen"));
}

/* "die Kaufmanns", "bei den Wolfs": a family, whose name looks like the genitive of a noun. */
static bool is_family(const struct check_run *run, const struct noun_phrase *phrase)
{
    struct slice noun = text_at(run, phrase->noun), first = lower_at(run, phrase->first);

    return phrase->noun == phrase->first + 1 && slice_ends(noun, SLICE("s")) &&
           (slice_equal(first, SLICE("die")) || slice_equal(first, SLICE("den"))) &&
           in_word_list(&run->context->lexicon, LIST_GERMAN_SURNAMES, (struct slice){ noun.at, noun.len - 1 });
}

/* "ein Verdächtigen", "kein Angeklagten": behind a word without ending an adjective used as a noun ends in -er or -es.
 */
static bool is_weak_behind_ein(const struct check_run *run, const struct noun_phrase *phrase)
{
    struct slice first = lower_at(run, phrase->first);

    return (slice_equal(first, SLICE("ein")) || slice_equal(first, SLICE("kein"))) && phrase->adjectival &&
           phrase->noun == phrase->first + 1 && slice_ends(text_at(run, phrase->noun), SLICE("en")) &&
           ends_phrase(run, phrase->noun) && !is_uncertain_place(run, phrase);
}

/* "sie sind alle Freiwillige", "wir alle Freiwillige": the word says that all of the subject are that. */
static bool is_said_of_all(const struct check_run *run, const struct noun_phrase *phrase)
{
    if (phrase->first > 0 && token_is(token_at(run, phrase->first - 1), POS_PRONOUN))
        return true;
    for (size_t i = stretch_first(run, phrase->first), end = stretch_end(run, phrase->first); i < end; i++)
        if (has_lemma_of(&run->context->lexicon, token_at(run, i), LIST_COPULAS))
            return true;
    return false;
}

/* "alle Gefangene", "beide Abgeordnete": behind these an adjective used as a noun ends in -en. */
static bool is_strong_behind_alle(const struct check_run *run, const struct noun_phrase *phrase)
{
    struct slice first = lower_at(run, phrase->first);

    return (slice_equal(first, SLICE("alle")) || slice_equal(first, SLICE("beide"))) && phrase->adjectival &&
           phrase->noun == phrase->first + 1 && slice_ends(text_at(run, phrase->noun), SLICE("e")) &&
           ends_phrase(run, phrase->noun) && !is_said_of_all(run, phrase);
}

/* "junge Forschenden", "Lehrende und anderen Studierende": without determiner both end alike. */
static void check_parallel_endings(const struct check_run *run, size_t index)
{
    struct noun_phrase phrase = { .first = index, .noun = index + 1 };

    if (!slice_ends(text_at(run, index), SLICE("e")) || !same_clause(run->doc, index, index + 1) ||
        token_is(token_at(run, index), POS_DETERMINER) || has_contraction(token_at(run, index)) ||
        !is_participle_on_n(run, token_at(run, index + 1)))
        return;
    const struct token *before = index > 0 ? token_at(run, index - 1) : NULL;

    if (before != NULL && same_clause(run->doc, index - 1, index) &&
        (token_is(before, POS_DETERMINER) || token_is(before, POS_NUMERAL) || before->kind != TOKEN_WORD ||
         is_inflected_adjective(before) || token_is(before, POS_PRONOUN) || token_is(before, POS_CONJUNCTION)))
        return;
    report_phrase(run, &phrase);
}

/* "zu der Ablösesumme": a dictionary declines it as an adjective, which it is not. */
static bool is_wrongly_adjectival(const struct check_run *run, const struct token *noun)
{
    for (uint16_t i = 0; i < noun->analysis.reading_count; i++)
        if ((noun->analysis.readings[i].features & FEATURE_ADJECTIVAL_NOUN) == 0)
            return false;
    return slice_ends(token_text(run->doc, noun), SLICE("e")) && !is_sure_adjectival(run, noun);
}

/* "Aus der Traum": what is over, said without a verb; no preposition. */
static bool is_over(const struct check_run *run, const struct noun_phrase *phrase)
{
    size_t before = phrase->first - 1;

    return phrase->first > 0 && slice_equal(lower_at(run, before), SLICE("aus")) &&
           (before == stretch_first(run, phrase->first) ||
            (token_at(run, before)->flags & TOKEN_SENTENCE_START) != 0) &&
           !has_sure_finite(run, before, stretch_end(run, phrase->first));
}

/* "um ein Uhr": the time of day, no clock. */
static bool is_one_o_clock(const struct check_run *run, const struct noun_phrase *phrase)
{
    return phrase->noun == phrase->first + 1 && phrase->first > 0 && text_is(run, phrase->noun, "Uhr") &&
           text_is(run, phrase->first, "ein") && token_is(token_at(run, phrase->first - 1), POS_PREPOSITION);
}

/* "des Holocaust", "des Balkan", "mit allen Wassern gewaschen", "am liebsten Musik", "am einen Ende", "voller Geld",
 * "mehrere Kilo", "etliche Mal", "null Bock": said so. */
static bool is_said_so(const struct check_run *run, const struct noun_phrase *phrase)
{
    struct slice first = lower_at(run, phrase->first), second = text_at(run, phrase->first + 1);
    bool several = slice_equal(first, SLICE("mehrere")) || slice_equal(first, SLICE("etliche")) ||
                   slice_equal(first, SLICE("einige"));

    /* "am | einen Ende" */
    if ((slice_equal(first, SLICE("einen")) || slice_equal(first, SLICE("anderen"))) && phrase->first > 0 &&
        has_contraction(token_at(run, phrase->first - 1)))
        return true;
    if (slice_equal(first, SLICE("des")) && in_list(run, LIST_BARE_GENITIVES, phrase->noun))
        return true;
    if (slice_equal(first, SLICE("am")))
        return slice_ends(second, SLICE("sten")) || slice_equal(second, SLICE("einen")) ||
               slice_equal(second, SLICE("anderen"));
    return slice_equal(first, SLICE("voller")) || text_is(run, phrase->noun, "Wassern") ||
           (slice_equal(first, SLICE("null")) && phrase->noun == phrase->first + 1) ||
           slice_ends(text_at(run, phrase->noun), SLICE("inneren")) || /* "im Erdinneren" */
           (several && phrase->noun == phrase->first + 1 && is_counted_in_singular(run, phrase->noun));
}

/* "nicht jeder Rad fahren kann", "das erfordert Mut": the first word stands for itself, and the noun belongs to the
 * verb. */
static bool is_lone_pronoun(const struct check_run *run, const struct noun_phrase *phrase)
{
    struct slice first = lower_at(run, phrase->first);
    size_t behind = phrase->noun + 1;

    if (phrase->noun == phrase->first + 2 && token_is_finite(token_at(run, phrase->first + 1)) &&
        slice_equal(first, SLICE("das")) && !is_inflected_adjective(token_at(run, phrase->first + 1)))
        return true;
    return phrase->noun == phrase->first + 1 && same_clause(run->doc, phrase->noun, behind) &&
           (slice_equal(first, SLICE("jeder")) || slice_equal(first, SLICE("keiner")) ||
            slice_equal(first, SLICE("einer"))) &&
           token_is_verb_form(token_at(run, behind), VERB_INFINITIVE) && !is_capitalised(token_at(run, behind));
}

/* "ein von dieser | gefördertes Projekt": behind a determiner and a preposition what looks like a determiner stands for
 * somebody, and the adjective behind it goes with the first. */
static bool is_pronoun_in_attribute(const struct check_run *run, const struct noun_phrase *phrase)
{
    size_t first = phrase->first;

    return first >= 2 && phrase->has_determiner && phrase->noun > first + 1 &&
           same_clause(run->doc, first - 2, first) && token_is(token_at(run, first - 1), POS_PREPOSITION) &&
           token_is(token_at(run, first - 2), POS_DETERMINER) &&
           (slice_starts(lower_at(run, first), SLICE("dies")) || slice_starts(lower_at(run, first), SLICE("jen")) ||
            slice_starts(lower_at(run, first), SLICE("beide")) || slice_starts(lower_at(run, first), SLICE("alle")));
}

/* "und welche hohe Kosten verursachen": behind one question the next one's subject, and its object. */
static bool is_question_joined(const struct check_run *run, const struct noun_phrase *phrase)
{
    return phrase->first > 0 && text_is(run, phrase->first, "welche") &&
           token_is(token_at(run, phrase->first - 1), POS_CONJUNCTION);
}

static void check_phrase(const struct check_run *run, const struct noun_phrase *phrase)
{
    const struct token *noun = &run->doc->tokens[phrase->noun];
    bool loan = is_loan(run, noun) && !is_weak(run, noun), adjectival = has_trait(noun, TRAIT_ADJECTIVAL_NOUN);
    uint32_t cases = loan ? cases_of_any_gender(run, phrase) : agreeing_cases(run->doc, phrase, NULL);

    if (cases == 0 && in_list_lower(run, LIST_COLOURS, phrase->noun)) /* "eines satten Grün" */
        return;
    if (cases == 0 && (is_pronoun_in_attribute(run, phrase) || is_question_joined(run, phrase)))
        return;
    if (cases == 0 && (is_one_o_clock(run, phrase) || is_said_so(run, phrase) || is_lone_pronoun(run, phrase) ||
                       is_two_phrases(run, phrase)))
        return;
    if ((is_strong_dative(run, phrase, cases) && !is_uncertain(run, phrase)) || is_clash(run, phrase)) {
        report_phrase(run, phrase);
        return;
    }
    if (is_strong_behind_alle(run, phrase)) {
        suggest(run, report(run, "check/agreement", phrase_span(run, phrase)),
                arena_print(run->issues->arena, "%.*sn",
                            (int)(noun->span.end - token_at(run, phrase->first)->span.start),
                            text_at(run, phrase->first).at));
        return;
    }
    if (cases == 0 && is_weak_behind_ein(run, phrase)) {
        report_phrase(run, phrase);
        return;
    }
    /* "wenn Ihr Zeit habt" */
    if (is_uncertain_place(run, phrase) || is_uncertain_noun(run, phrase) ||
        (cases == 0 && text_is(run, phrase->first, "Ihr")))
        return;
    if (cases == 0) {
        if (holds_undeclined(run, phrase) || is_weak_or_strong(run, noun) ||
            (may_be_same_plural(run, phrase) && !adjectival) || may_be_infinitive_noun(run, phrase) ||
            holds_adverb(run->doc, phrase) || is_pronoun_before_phrase(run->doc, phrase) ||
            is_old_dative(run, phrase) || is_old_phrase(run, phrase) || is_family(run, phrase) ||
            is_team(run, phrase) || !ends_phrase(run, phrase->noun) ||
            (!is_weak(run, noun) && !adjectival && !is_common_genitive(run, noun) && head_agrees(run, phrase)))
            return;
        report_phrase(run, phrase);
        return;
    }
    uint32_t governed = governed_cases(run, phrase);

    if (cases == CASE_GEN && same_clause(run->doc, phrase->noun, phrase->noun + 1) &&
        is_inflected_adjective(token_at(run, phrase->noun + 1)))
        return; /* "über des Königs neue Kleider" */
    if (governed != 0 && (governed & cases) == 0 && phrase->has_determiner && ends_phrase(run, phrase->noun) &&
        has_sure_paradigm(run, phrase, governed) && !is_wrongly_adjectival(run, noun) &&
        !((cases & CASE_NOM) != 0 && is_over(run, phrase)))
        suggest_agreement(run, report(run, "check/government", tokens_span(run, phrase->first - 1, phrase->noun)),
                          phrase, governed);
}

/* The same where the noun is not known: "eine neuen Besucherrekord". */
static void check_unknown_noun(const struct check_run *run, size_t index)
{
    struct noun_phrase phrase = {
        .first = index, .noun = index + 1, .has_determiner = true, .contracted = has_contraction(token_at(run, index))
    };

    while (same_clause(run->doc, index, phrase.noun) && is_inflected_adjective(token_at(run, phrase.noun)) &&
           !token_is_finite(token_at(run, phrase.noun)))
        phrase.noun++;
    if (phrase.noun > index + 1 && same_clause(run->doc, index, phrase.noun) &&
        token_at(run, phrase.noun)->kind == TOKEN_WORD &&
        (token_at(run, phrase.noun)->flags & (TOKEN_CAPITAL | TOKEN_QUOTED)) == TOKEN_CAPITAL && is_clash(run, &phrase))
        report_phrase(run, &phrase);
}

static bool is_score_within(const struct check_run *run, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (memchr(text_at(run, i).at, ':', text_at(run, i).len) != NULL)
            return true;
    return false;
}

/* "In die vergangenen zehn Jahren", "der ersten drei Spiel": what stands around a number agrees as if it stood not
 * there. Measures may be singulars ("die letzten fünf Kilometer"), and so is what counts an adjective ("den 30 Jahre
 * alten"). */
static void check_phrase_with_number(const struct check_run *run, size_t index)
{
    const struct document *doc = run->doc;
    struct token tokens[4];
    size_t length = 0, at = index;
    bool number = false;

    for (; length < sizeof(tokens) / sizeof(*tokens) && same_clause(doc, index, at); at++) {
        const struct token *token = token_at(run, at);
        bool counts = at > index && !number && (token->flags & TOKEN_ORDINAL) == 0 &&
                      (token->kind == TOKEN_NUMBER || token_is(token, POS_NUMERAL)) &&
                      !token_is(token, POS_DETERMINER) && !token_is(token, POS_NOUN);

        number = number || counts;
        if (counts)
            continue;
        if (at > index && !is_inflected_adjective(token))
            break;
        tokens[length++] = *token;
    }
    struct noun_phrase phrase, whole = { .first = index, .noun = at, .has_determiner = true };

    /* "wenn einer fünf Minuten zu spät kommt": a pronoun, since no article of one stands before more */
    bool one = slice_starts(lower_at(run, index), SLICE("ein")) || slice_starts(lower_at(run, index), SLICE("kein")) ||
               slice_starts(lower_at(run, index), SLICE("jede"));

    /* "der nach dem 0:6 abgeschriebene Torwart": a score is a noun itself */
    if (!number || length == 0 || is_score_within(run, index, at) || text_is(run, index, "das") ||
        (one && length == 1) || length == sizeof(tokens) / sizeof(*tokens) || !same_clause(doc, index, at) ||
        is_counted_in_singular(run, at) ||
        (same_clause(doc, at, at + 1) &&
         (is_inflected_adjective(token_at(run, at + 1)) || /* "der älteste 101 Jahre alt" */
          (in_list(run, LIST_SPANS_OF_TIME, at) && in_list(run, LIST_MEASURED_ADJECTIVES, at + 1)))))
        return;
    tokens[length++] = *token_at(run, at);
    for (size_t i = 0; i < length; i++)
        tokens[i].clause = tokens[0].clause;
    struct document part = { .text = doc->text, .tokens = tokens, .token_count = length };

    if (!noun_phrase_at(&part, 0, &phrase) || phrase.noun != length - 1 || agreeing_cases(&part, &phrase, NULL) != 0 ||
        is_uncertain(run, &whole) || has_contraction(token_at(run, index)) || may_be_same_plural(run, &whole))
        return;
    report_phrase(run, &whole);
}

/* Adverbs, and nothing that may be an attribute; "gut" and "frei" are prefixes of verbs too. */
static bool is_only_adverb(const struct check_run *run, size_t index)
{
    const struct token *token = token_at(run, index);

    if (slice_starts(lower_at(run, index - 1), SLICE("ein")) &&
        (text_is(run, index, "so") || text_is(run, index, "sehr") || text_is(run, index, "zu")))
        return true;
    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;

        if (pos_of(features) != POS_ADVERB && pos_of(features) != POS_PREFIX &&
            !(pos_of(features) == POS_ADJECTIVE && (features & UNINFLECTED) != 0))
            return false;
    }
    return token->kind == TOKEN_WORD && token->analysis.reading_count > 0 && (token->flags & TOKEN_CAPITAL) == 0;
}

/* "eine bislang unbekanntes Gruppe", "der sehr alten Baum": an adverb before the adjective, which alone is left out.
 * Only behind ein and kein, and behind der where it opens the sentence or follows a preposition: elsewhere it may be a
 * pronoun. */
static void check_phrase_with_adverb(const struct check_run *run, size_t index)
{
    const struct document *doc = run->doc;
    struct slice word = token_text(doc, &doc->tokens[index]);
    bool opens = (doc->tokens[index].flags & TOKEN_SENTENCE_START) != 0 ||
                 (index > 0 && same_clause(doc, index - 1, index) &&
                  token_is(&doc->tokens[index - 1], POS_PREPOSITION) && is_preposition_here(run, index - 1));

    if (!same_clause(doc, index, index + 3) || !is_only_adverb(run, index + 1) ||
        !is_inflected_adjective(&doc->tokens[index + 2]) || token_is(&doc->tokens[index + 2], POS_DETERMINER) ||
        token_is(&doc->tokens[index + 2], POS_ADVERB) ||
        (!slice_starts(word, SLICE("ein")) && !slice_starts(word, SLICE("kein")) && !opens))
        return;
    struct token tokens[3] = { doc->tokens[index], doc->tokens[index + 2], doc->tokens[index + 3] };
    struct document part = { .text = doc->text, .tokens = tokens, .token_count = 3 };
    struct noun_phrase phrase, whole = { .first = index, .noun = index + 3, .has_determiner = true };

    tokens[1].clause = tokens[2].clause = tokens[0].clause;
    if (!noun_phrase_at(&part, 0, &phrase) || phrase.noun != 2 || phrase.contracted ||
        agreeing_cases(&part, &phrase, NULL) != 0 || is_uncertain(run, &whole) || may_be_same_plural(run, &whole) ||
        is_weak_or_strong(run, &doc->tokens[whole.noun]) || head_agrees(run, &whole))
        return;
    report_phrase(run, &whole);
}

/* The adjective of a name read as what it is without its capital: "Europäische", "Vereinte". */
static bool read_capital_adjective(const struct check_run *run, size_t index, struct token *out)
{
    const struct lexicon *lexicon = &run->context->lexicon;

    *out = *token_at(run, index);
    if (!is_capitalised(out) || out->type->small_form == NO_ID ||
        (out->type->small_traits >> TRAIT_ATTRIBUTE & 1) == 0 || in_list_lower(run, LIST_UNDECLINED_ADJECTIVES, index))
        return false;
    const struct form_record *form = &lexicon->forms[out->type->small_form];

    read_as(&out->analysis, lexicon->readings + form->first_reading, form->reading_count);
    out->flags &= (uint16_t)~TOKEN_CAPITAL;
    return is_inflected_adjective(out);
}

/* Behind an article in the genitive or dative the adjective ends in -en. */
static void suggest_weak_ending(const struct check_run *run, struct issue *issue, size_t index)
{
    struct slice adjective = text_at(run, index + 1), noun = text_at(run, index + 2), article = text_at(run, index);
    size_t stem = adjective.len - (slice_ends(adjective, SLICE("e")) ? 1 : 2);

    suggest(run, issue,
            arena_print(run->issues->arena, "%.*s %.*sen %.*s", (int)article.len, article.at, (int)stem, adjective.at,
                        (int)noun.len, noun.at));
}

/* "Sprecher der Europäische Kommission", "vor dem Internationaler Gerichtshof": the adjective of a name has a capital,
 * and is read as a noun. Right behind a noun, where the phrase is an attribute, it agrees in no case ("am Montag der
 * Deutsche Wetterdienst"); behind a preposition, in none that this governs. */
static void check_capital_adjective(const struct check_run *run, size_t index)
{
    size_t noun = index + 2;
    struct token tokens[3];
    struct document part = { .text = run->doc->text, .tokens = tokens, .token_count = 3 };
    struct noun_phrase phrase = { .noun = 2, .has_determiner = true }, pair = { .noun = 1, .has_determiner = true };
    struct noun_phrase whole = { .first = index, .noun = noun, .has_determiner = true };

    if (index == 0 || !same_clause(run->doc, index - 1, noun) || !is_plain_noun(token_at(run, noun)) ||
        !is_capitalised(token_at(run, noun)) || !in_list(run, LIST_ARTICLES, index) ||
        !read_capital_adjective(run, index + 1, &tokens[1]))
        return;
    bool attribute = text_is(run, index, "der") && is_plain_noun(token_at(run, index - 1));
    uint32_t wanted = attribute ? CASE_ANY : governed_cases(run, &whole);

    tokens[0] = *token_at(run, index);
    tokens[2] = *token_at(run, noun);
    if (wanted == 0 || (agreeing_cases(&part, &phrase, NULL) & wanted) != 0 || is_uncertain(run, &whole) ||
        !ends_phrase(run, noun))
        return;
    uint32_t oblique = CASE_GEN | CASE_DAT;

    tokens[1] = *token_at(run, index + 1); /* "in der Ferne Häfen": a noun after all */
    if ((agreeing_cases(&part, &pair, NULL) & (attribute ? oblique : wanted)) != 0)
        return;
    struct issue *issue = report(run, "check/agreement", phrase_span(run, &whole));

    tokens[1] = tokens[2];
    if (((attribute ? CASE_GEN : wanted) & ~oblique) == 0 &&
        (agreeing_cases(&part, &pair, NULL) & wanted & oblique) != 0)
        suggest_weak_ending(run, issue, index);
}

/* "dessen", "deren" and genitives before a noun are no determiners that agree with it. */
static bool starts_phrase(const struct check_run *run, size_t index)
{
    const struct token *token = token_at(run, index);

    return token->kind == TOKEN_WORD && !text_is(run, index, "dessen") && !text_is(run, index, "deren");
}

/* "Vorwürfe": a plural that is no dative. */
bool is_plural_without_dative(const struct check_run *run, size_t i)
{
    const struct token *token = &run->doc->tokens[i];
    uint32_t features = 0;

    for (uint16_t r = 0; r < token->analysis.reading_count; r++) {
        if (pos_of(token->analysis.readings[r].features) != POS_NOUN ||
            (token->analysis.readings[r].features & FEATURE_GUESSED) != 0)
            return false;
        features |= token->analysis.readings[r].features;
    }
    return (features & (NUMBER_SG | CASE_DAT)) == 0 && (features & NUMBER_PL) != 0;
}

bool is_adjectival_noun(const struct check_run *run, size_t i)
{
    return has_trait(&run->doc->tokens[i], TRAIT_ADJECTIVAL_NOUN);
}

bool begins_agreement(const struct check_run *run, size_t i)
{
    const struct token *token = &run->doc->tokens[i];

    return token_is(token, POS_DETERMINER) || has_contraction(token) || is_inflected_adjective(token);
}

void check_agreement(const struct check_run *run)
{
    const struct document *doc = run->doc;
    struct noun_phrase phrase;

    for (size_t i = next_marked(run, MARK_AGREEMENT, 0); i < doc->token_count;
         i = next_marked(run, MARK_AGREEMENT, i + 1)) {
        if (token_is(&doc->tokens[i], POS_DETERMINER)) {
            check_phrase_with_adverb(run, i);
            check_phrase_with_number(run, i);
            check_capital_adjective(run, i);
        }
        if (!starts_phrase(run, i))
            continue;
        check_parallel_endings(run, i);
        if (i > 0 && is_row_without_dative(run, i))
            report(run, "check/agreement", tokens_span(run, i, i + 3));
        if (!noun_phrase_at(doc, i, &phrase)) {
            if (token_is(&doc->tokens[i], POS_DETERMINER) || has_contraction(&doc->tokens[i]))
                check_unknown_noun(run, i);
            continue;
        }
        phrase.adjectival = is_sure_adjectival(run, &doc->tokens[phrase.noun]);
        if (phrase.has_determiner) {
            check_phrase(run, &phrase);
            continue;
        }
        check_bare_phrase(run, i);
        check_bare_conjunct(run, i);
        check_attribute(run, &phrase);
        check_object_ending(run, &phrase);
    }
    for (size_t i = 0; i + 2 < doc->token_count; i++)
        check_end_of_time(run, i);
    for (size_t i = 0; i < doc->sentence_count; i++)
        if (doc->sentences[i].token_count > 3)
            check_opening_adjective(run, doc->sentences[i].first_token);
    for (size_t i = next_marked(run, MARK_PLURAL_NOUN, 0); i < doc->token_count;
         i = next_marked(run, MARK_PLURAL_NOUN, i + 1))
        check_bare_plural(run, i);
    for (size_t i = next_marked(run, MARK_ADJECTIVAL_NOUN, 0); i < doc->token_count;
         i = next_marked(run, MARK_ADJECTIVAL_NOUN, i + 1))
        check_bare_adjectival(run, i);
}
