/* Marks noun phrases whose determiner, adjectives and noun agree in no reading ("die große Haus", "dem Student"), and
 * phrases in a case their preposition does not govern ("für den Mitarbeitern"). */
#include "checks/agreement.h"
#include "checks/checks.h"
#include "checks/clauses.h"
#include "checks/corrections.h"
#include "checks/government.h"
#include "checks/lone_words.h"
#include "checks/marks.h"
#include "checks/paradigms.h"
#include "checks/phrases.h"
#include "checks/places.h"
#include "checks/stretches.h"
#include "checks/times.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"
#include "lexicon/traits.h"

/* "eine neuen Rekord", "wegen der anhaltende Kälte": wrong before any noun, also before one that is not known. */
static bool is_clash(const struct check_run *run, const struct noun_phrase *phrase)
{
    uint32_t cases = cases_before_noun(run, phrase), governed = cases == CASE_ANY ? 0 : governed_cases(run, phrase);

    return (cases == 0 || (governed != 0 && (cases & governed) == 0)) && !may_be_undeclined(run, phrase) &&
           !is_uncertain_place(run, phrase) && !holds_adverb(run->doc, phrase) &&
           !is_pronoun_before_phrase(run->doc, phrase);
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
           (several && phrase->noun == phrase->first + 1 && is_singular_count(run, phrase->noun));
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

/* "einer vergangene Woche ergangenen Anordnung": the accusative of a time before the adjective of another noun. */
static bool is_time_before_adjective(const struct check_run *run, const struct noun_phrase *phrase)
{
    struct noun_phrase time = { .first = phrase->first + 1, .noun = phrase->noun };

    return phrase->noun == phrase->first + 2 && same_clause(run->doc, phrase->noun, phrase->noun + 1) &&
           is_inflected_adjective(token_at(run, phrase->noun + 1)) && names_time(run, phrase->noun) &&
           (strong_cases(run->doc, &time) & CASE_ACC) != 0;
}

/* "und welche hohe Kosten verursachen": behind one question the next one's subject, and its object. */
static bool is_question_joined(const struct check_run *run, const struct noun_phrase *phrase)
{
    return phrase->first > 0 && text_is(run, phrase->first, "welche") &&
           token_is(token_at(run, phrase->first - 1), POS_CONJUNCTION);
}

enum phrase_fault fault_of_phrase(const struct check_run *run, const struct noun_phrase *phrase, uint32_t *wanted)
{
    const struct token *noun = &run->doc->tokens[phrase->noun];
    bool loan = is_loan(run, noun) && !is_weak(run, noun), adjectival = has_trait(noun, TRAIT_ADJECTIVAL_NOUN);
    uint32_t cases = loan ? cases_of_any_gender(run, phrase) : agreeing_cases(run->doc, phrase, NULL);

    if (cases == 0 && in_list_lower(run, LIST_COLOURS, phrase->noun)) /* "eines satten Grün" */
        return PHRASE_FITS;
    if (cases == 0 && (is_pronoun_in_attribute(run, phrase) || is_question_joined(run, phrase) ||
                       is_time_before_adjective(run, phrase)))
        return PHRASE_FITS;
    if (cases == 0 && (is_one_o_clock(run, phrase) || is_said_so(run, phrase) || is_lone_pronoun(run, phrase) ||
                       is_two_phrases(run, phrase)))
        return PHRASE_FITS;
    if ((is_strong_dative(run, phrase, cases) && !is_uncertain(run, phrase)) || is_clash(run, phrase))
        return PHRASE_DISAGREES;
    if (is_strong_behind_alle(run, phrase))
        return PHRASE_LACKS_N;
    if (cases == 0 && is_weak_behind_ein(run, phrase))
        return PHRASE_DISAGREES;
    /* "wenn Ihr Zeit habt" */
    if (is_uncertain_place(run, phrase) || is_uncertain_noun(run, phrase) ||
        (cases == 0 && text_is(run, phrase->first, "Ihr")))
        return PHRASE_FITS;
    if (cases == 0) {
        if (holds_undeclined(run, phrase) || is_weak_or_strong(run, noun) ||
            (may_be_same_plural(run, phrase) && !adjectival) || may_be_infinitive_noun(run, phrase) ||
            holds_adverb(run->doc, phrase) || is_pronoun_before_phrase(run->doc, phrase) ||
            is_old_dative(run, phrase) || is_old_phrase(run, phrase) || is_family(run, phrase) ||
            is_team(run, phrase) || !ends_phrase(run, phrase->noun) ||
            (!is_weak(run, noun) && !adjectival && !is_common_genitive(run, noun) && head_agrees(run, phrase)))
            return PHRASE_FITS;
        return PHRASE_DISAGREES;
    }
    *wanted = governed_cases(run, phrase);
    if (cases == CASE_GEN && same_clause(run->doc, phrase->noun, phrase->noun + 1) &&
        is_inflected_adjective(token_at(run, phrase->noun + 1)))
        return PHRASE_FITS; /* "über des Königs neue Kleider" */
    return *wanted != 0 && (*wanted & cases) == 0 && phrase->has_determiner && ends_phrase(run, phrase->noun) &&
                   has_sure_paradigm(run, phrase, *wanted) && !is_wrongly_adjectival(run, noun) &&
                   !((cases & CASE_NOM) != 0 && is_over(run, phrase))
               ? PHRASE_IN_WRONG_CASE
               : PHRASE_FITS;
}

static void check_phrase(const struct check_run *run, const struct noun_phrase *phrase)
{
    uint32_t wanted;
    struct slice text = text_of(run->doc, tokens_span(run, phrase->first, phrase->noun));

    switch (fault_of_phrase(run, phrase, &wanted)) {
    case PHRASE_FITS:
        break;
    case PHRASE_DISAGREES:
        report_disagreement(run, phrase);
        break;
    case PHRASE_LACKS_N:
        suggest(run, report(run, "check/agreement", tokens_span(run, phrase->first, phrase->noun)),
                arena_print(run->issues->arena, "%.*sn", (int)text.len, text.at));
        break;
    case PHRASE_IN_WRONG_CASE:
        suggest_agreement(run, report(run, "check/government", tokens_span(run, phrase->first - 1, phrase->noun)),
                          phrase, wanted);
        break;
    }
}

/* "Ihr neue gemeinsame Haus ist fertig": no pronoun at the start of a sentence whose verb is a third person. */
static void check_their(const struct check_run *run, const struct noun_phrase *phrase)
{
    if (text_is(run, phrase->first, "Ihr") && phrase->first == sentence_first(run, phrase->first) &&
        phrase->noun > phrase->first + 1 && slice_ends(text_at(run, phrase->first + 1), SLICE("e")) &&
        !is_plural_noun(token_at(run, phrase->noun)) && same_clause(run->doc, phrase->first, phrase->noun + 1) &&
        may_be_finite(token_at(run, phrase->noun + 1)) &&
        finite_numbers(token_at(run, phrase->noun + 1)) == NUMBER_SG && agreeing_cases(run->doc, phrase, NULL) == 0 &&
        !is_uncertain_noun(run, phrase) && !has_issue_at(run, tokens_span(run, phrase->first, phrase->noun)))
        report_disagreement(run, phrase);
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
        report_disagreement(run, &phrase);
}

/* "dessen", "deren" and genitives before a noun are no determiners that agree with it. */
static bool starts_phrase(const struct check_run *run, size_t index)
{
    const struct token *token = token_at(run, index);

    return token->kind == TOKEN_WORD && !text_is(run, index, "dessen") && !text_is(run, index, "deren");
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
        bool determiner = token_is(&doc->tokens[i], POS_DETERMINER) || has_contraction(&doc->tokens[i]);

        if (!starts_phrase(run, i))
            continue;
        if (!noun_phrase_at(doc, i, &phrase)) {
            if (determiner)
                check_unknown_noun(run, i);
            continue;
        }
        phrase.adjectival = is_sure_adjectival(run, &doc->tokens[phrase.noun]);
        if (!phrase.has_determiner)
            continue;
        check_phrase(run, &phrase);
        check_their(run, &phrase);
    }
}
