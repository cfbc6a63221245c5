/* Marks clauses whose verbs stand as in English, by their brackets alone: in German the finite verb opens the bracket
 * of a main clause and closes that of a subordinate one, and participles and infinitives end it. "Der Klub hat verkauft
 * seinen Stürmer", "weil der Bus fährt heute nicht", "Ich das Buch gelesen". */
#include "checks/checks.h"
#include "checks/clauses.h"
#include "checks/compounds.h"
#include "checks/fields.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "checks/stretches.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* ---- words of a bracket ---- */

/* A pronoun that is subject or object by itself, or sich. */
static bool is_argument_pronoun(const struct check_run *run, size_t i)
{
    return in_list(run, LIST_NOMINATIVE_PRONOUNS, i) || in_list(run, LIST_REFLEXIVE_PRONOUNS, i) ||
           in_list(run, LIST_OBLIQUE_PRONOUNS, i);
}

/* Words behind which a phrase may follow the end of its clause: "als im Vorjahr", "wie erwartet", "um zu". */
static bool opens_appendix(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);

    return (token_is(token, POS_CONJUNCTION) && !token_is(token, POS_ADVERB)) ||
           in_list(run, LIST_INFINITIVE_OPENERS, i) || in_list(run, LIST_QUESTION_WORDS, i) || text_is(run, i, "als") ||
           is_zu_infinitive(run->doc, i + 1) ||
           (token_is(token, POS_SUBORDINATOR) && !token_is(token, POS_PREPOSITION) && !token_is(token, POS_ADVERB));
}

/* "das nie", "dies" before no noun. */
static bool is_demonstrative_alone(const struct check_run *run, size_t i, size_t end)
{
    struct noun_phrase phrase;

    return (text_is(run, i, "das") || text_is(run, i, "dies") || text_is(run, i, "dem")) &&
           !noun_phrase_at(run->doc, i, &phrase) &&
           (i + 1 >= end || (!is_capitalised(token_at(run, i + 1)) && !may_be_finite(token_at(run, i + 1))));
}

/* "seinen Stürmer", "zwei Werke", "nicht", "mich": what stands within a bracket, never behind it. */
static bool belongs_inside(const struct check_run *run, size_t i, size_t end)
{
    const struct token *token = token_at(run, i);
    struct clause_phrase phrase;

    if (i >= end || opens_appendix(run, i) || token_is(token, POS_PREPOSITION))
        return false;
    if (is_argument_pronoun(run, i) || token_is(token, POS_PARTICLE))
        return true;
    if (is_demonstrative_alone(run, i, end))
        return true;
    if (!is_capitalised(token) && read_clause_phrase(run, i, &phrase))
        return phrase.head > i && phrase.end <= end && !phrase.prepositional;
    return (token->flags & TOKEN_CAPITAL) == 0 && token_is(token, POS_ADVERB);
}

/* No verb of any form, and nothing that joins or opens clauses. */
static bool holds_no_verb(const struct check_run *run, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++) {
        const struct token *token = token_at(run, i);
        bool relative = token_is(token, POS_RELATIVE) && !token_is(token, POS_DETERMINER);
        /* "Ich hab's", "Man muß": no word that is known, but maybe a verb */
        bool unknown = token->kind == TOKEN_WORD && token->analysis.reading_count == 0 && !is_capitalised(token);

        if (unknown || is_finite_here(run, i) || is_zu_infinitive(run->doc, i) || relative || opens_appendix(run, i) ||
            (is_nonfinite_here(run, i) && !token_is(token, POS_ADVERB)) ||
            (token_is(token, POS_PREFIX) && token->analysis.particle != NO_ID))
            return false;
    }
    return true;
}

/* ---- main clauses ---- */

/* The participle or infinitive at an index may be that of the finite auxiliary. */
static bool goes_with(const struct check_run *run, size_t finite, size_t verb)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *auxiliary = token_at(run, finite), *token = token_at(run, verb);
    bool werden = has_lemma(lexicon, auxiliary, "werden");

    if (is_capitalised(token) || token_is(token, POS_PREPOSITION))
        return false;
    if ((werden || has_lemma_of(lexicon, auxiliary, LIST_MODAL_VERBS) ||
         slice_starts(text_at(run, finite), SLICE("möcht"))) &&
        (is_bare_infinitive(run->doc, verb) || is_sein(run, verb)))
        return !has_lemma_of(lexicon, token, LIST_MODAL_VERBS); /* "Verkauft werden sollen die Aktien" */
    return (werden || has_lemma(lexicon, auxiliary, "haben") ||
            (has_lemma(lexicon, auxiliary, "sein") && (is_participle_of(lexicon, token, LIST_VERBS_WITH_SEIN) ||
                                                       is_participle_of(lexicon, token, LIST_VERBS_OF_MOTION)))) &&
           token_is_verb_form(token, VERB_PARTICIPLE2) && !is_inflected_adjective(token) &&
           !text_is(run, verb, "geboren") && !in_list(run, LIST_PARTICIPLES_AS_ADVERBS, verb);
}

/* The first participle or infinitive behind the finite auxiliary at i, where it goes with that; 0: none. */
static size_t early_verb(const struct check_run *run, size_t i, size_t end)
{
    for (size_t verb = i + 1; verb < end; verb++) {
        if (is_nonfinite_here(run, verb))
            return goes_with(run, i, verb) ? verb : 0;
        if (is_finite_here(run, verb) || (opens_appendix(run, verb) && verb > i + 1))
            return 0;
    }
    return 0;
}

/* "sehr teuer" behind sein. */
static bool is_predicate(const struct check_run *run, size_t at, size_t end)
{
    while (at + 1 < end && (token_is(token_at(run, at), POS_ADVERB) || token_is(token_at(run, at), POS_PARTICLE)))
        at++;
    return at < end && (token_at(run, at)->flags & TOKEN_CAPITAL) == 0 &&
           !token_is(token_at(run, at), POS_PREPOSITION) && has_bare_adjective(token_at(run, at));
}

/* "können reden noch", "müssen sein groß": an adverb alone, or an adjective with sein, right behind both verbs. */
static bool is_enclosed(const struct check_run *run, size_t finite, size_t verb, size_t end)
{
    size_t next = verb + 1;
    const struct token *token = token_at(run, next);
    bool far = verb > finite + 1 + in_list(run, LIST_NOMINATIVE_PRONOUNS, finite + 1);
    bool adverb =
        next < end && token->kind == TOKEN_WORD && (token->flags & TOKEN_CAPITAL) == 0 && token_is(token, POS_ADVERB);

    if (text_is(run, verb, "sein") && next < end && is_predicate(run, next, end))
        return true;
    return belongs_inside(run, next, end) &&
           !(far && adverb && !is_argument_pronoun(run, next) && !text_is(run, next, "nicht"));
}

/* "hat verkauft seinen Stürmer", "wird behandelt morgen", "will schließen zwei Werke" */
static void check_early_verb(const struct check_run *run, size_t i)
{
    size_t end = stretch_end(run, i), verb = early_verb(run, i, end);

    if (verb == 0 || i == stretch_first(run, i) || is_nonfinite_here(run, i - 1) || text_is(run, i - 1, "zu") ||
        !is_enclosed(run, i, verb, end) || !holds_no_verb(run, verb + 1, end))
        return;
    report(run, "check/early-participle", tokens_span(run, verb - (verb == i + 1), verb + 1));
}

/* ---- zu behind a modal verb ---- */

/* The token before an infinitive with zu, "zu" itself or the one word. */
static size_t zu_first(const struct check_run *run, size_t infinitive)
{
    return token_is_verb_form(token_at(run, infinitive), VERB_ZU_INFINITIVE) ? infinitive : infinitive - 1;
}

/* "kleine und mittlere Einkommen", "Verwaltung und Vertrieb", "acht und 18 Uhr": und joins words of one phrase. */
static bool joins_words(const struct check_run *run, size_t i)
{
    if (i == 0 || i + 1 >= run->doc->token_count ||
        (!text_is(run, i, "und") && !text_is(run, i, "oder") && !text_is(run, i, "sowie")))
        return false;
    const struct token *left = token_at(run, i - 1), *right = token_at(run, i + 1);

    return (is_capitalised(left) && is_capitalised(right)) || (token_is_number(left) && token_is_number(right)) ||
           (is_inflected_adjective(left) && is_inflected_adjective(right) && !may_be_finite(left));
}

/* "gehen zu können": nothing between the modal verb and an infinitive with zu may have that for itself: another verb,
 * an adjective or noun that one depends on, "um", "als". */
static bool has_zu_for_itself(const struct check_run *run, size_t modal, size_t first, size_t zu)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    bool werden = has_lemma(lexicon, token_at(run, modal), "werden");
    bool full = werden || has_lemma(lexicon, token_at(run, modal), "wollen") ||
                has_lemma(lexicon, token_at(run, modal), "mögen") || has_lemma(lexicon, token_at(run, modal), "können");

    for (size_t i = first; i < zu; i++) {
        const struct token *token = token_at(run, i);

        if (i == modal)
            continue;
        bool participle = i + 1 == zu && zu + 1 < run->doc->token_count && /* "beantwortet zu werden" */
                          token_is(token_at(run, zu + 1), POS_AUXILIARY);

        if (is_finite_here(run, i) || (is_nonfinite_here(run, i) && !participle) ||
            (full && in_list(run, LIST_NOUNS_WITH_INFINITIVE, i)) || in_list(run, LIST_INFINITIVE_OPENERS, i) ||
            text_is(run, i, "als") || text_is(run, i, "wie") || text_is(run, i, "umhin") ||
            in_list(run, LIST_QUESTION_WORDS, i) ||
            (token_is(token, POS_CONJUNCTION) && !token_is(token, POS_ADVERB) && !joins_words(run, i)))
            return true;
        if (werden && i + 1 == zu && !token_is(token, POS_ADVERB) && has_bare_adjective(token))
            return true; /* "wird schwer zu finden" */
    }
    return false;
}

/* "will 300 Stellen abzubauen | und sein Werk schließen": before und an infinitive with zu, at the end one without. */
static size_t zu_before_und(const struct check_run *run, size_t modal, size_t end)
{
    if (!is_bare_infinitive(run->doc, end - 1) || !is_surely_finite(token_at(run, modal)))
        return 0;
    for (size_t i = modal + 3; i + 2 < end; i++)
        if (text_is(run, i, "und"))
            return is_zu_infinitive(run->doc, i - 1) && !lemma_in(run, i - 1, LIST_MODAL_VERBS) &&
                           !text_is(run, i - 1, "essen") && !text_is(run, i - 1, "trinken") &&
                           !is_zu_infinitive(run->doc, end - 1)
                       ? i - 1
                       : 0;
    return 0;
}

/* "Die Opfer können | zu klagen gegen die Firma": an infinitive with zu right behind a finite modal verb, and no other
 * verb up to the end. What is to eat one can want without any other verb ("wollen zu essen"). */
static bool is_zu_behind_finite(const struct check_run *run, size_t modal, size_t first, size_t end)
{
    size_t infinitive = modal + 1 + text_is(run, modal + 1, "zu");

    if (!may_be_finite(token_at(run, modal)) || !text_is(run, end, ".") || infinitive >= end ||
        has_sure_finite(run, first, modal) || !is_zu_infinitive(run->doc, infinitive) ||
        lemma_in(run, infinitive, LIST_MODAL_VERBS) ||
        (!is_surely_finite(token_at(run, modal)) &&
         first != sentence_first(run, modal)) || /* "Nonne werden zu wollen" */
        (infinitive == modal + 1 && may_be_plain_infinitive(run, infinitive)) ||
        token_is_verb_form(token_at(run, infinitive), VERB_PARTICIPLE2) || opens_bracket(run, first) ||
        in_list_lower(run, LIST_QUESTION_WORDS, first) || text_is(run, infinitive, "essen") ||
        text_is(run, infinitive, "trinken") || (token_at(run, modal)->flags & TOKEN_QUOTED) != 0)
        return false;
    return holds_no_verb(run, infinitive + 1, end);
}

/* "Wir werden die Daten nicht weiterzugeben", "dass wir die Frage zu stellen müssen" */
static void check_needless_zu(const struct check_run *run, size_t i)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *modal = token_at(run, i);
    size_t first = stretch_first(run, i), end = stretch_end(run, i), infinitive;
    bool werden = has_lemma(lexicon, modal, "werden") && !text_is(run, i, "wurde") && !text_is(run, i, "wurden");

    if ((!werden && !has_lemma_of(lexicon, modal, LIST_MODAL_VERBS) &&
         !slice_starts(text_at(run, i), SLICE("möcht"))) ||
        i == first || is_nonfinite_here(run, i - 1) != is_zu_infinitive(run->doc, i - 1))
        return;
    if (is_zu_behind_finite(run, i, first, end)) {
        report(run, "check/zu-behind-modal", tokens_span(run, i, i + 1 + text_is(run, i + 1, "zu")));
        return;
    }
    if (i + 1 == end && !werden && is_zu_infinitive(run->doc, i - 1)) {
        infinitive = i - 1;
    } else {
        size_t first_of_two = zu_before_und(run, i, end);

        infinitive = first_of_two != 0 ? first_of_two : end - 1;
        if (infinitive < i + 2 || !is_zu_infinitive(run->doc, infinitive) || opens_bracket(run, first) ||
            in_list_lower(run, LIST_QUESTION_WORDS, first))
            return;
    }
    size_t zu = zu_first(run, infinitive);
    uint32_t lemma = lexicon_lemma(lexicon, text_at(run, infinitive));

    if (zu == infinitive && lemma != NO_ID && lexicon->lemmas[lemma].separable > 0) /* "hinzuziehen", of "hinzu" */
        return;
    if (zu <= first || (zu == i + 1 && !is_surely_finite(modal)) || has_zu_for_itself(run, i, first, zu))
        return;
    report(run, "check/zu-behind-modal", tokens_span(run, zu, infinitive));
}

bool is_auxiliary(const struct check_run *run, size_t i)
{
    return token_is(token_at(run, i), POS_AUXILIARY) && may_be_finite(token_at(run, i));
}

/* ---- subordinate clauses ---- */

/* The clause that a subordinator opens at i: "dass", ", wenn", "und weil". */
static bool opens_here(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);

    if (i == sentence_first(run, i))
        return true;
    if ((token->flags & TOKEN_QUOTED) != 0 && text_is(run, i, "weil")) /* as people say it */
        return false;
    return token[-1].kind == TOKEN_PUNCTUATION ||
           (!text_is(run, i, "damit") && (token_is(&token[-1], POS_CONJUNCTION) || !text_is(run, i, "bevor")));
}

/* The first finite verb of the clause; end where there is none. */
static size_t first_finite(const struct check_run *run, size_t first, size_t end)
{
    while (first < end && !is_finite_here(run, first))
        first++;
    return first;
}

/* "an" of "an kommt", but not "darüber", "wohl". */
static bool is_prefix_alone(const struct check_run *run, size_t i)
{
    return token_is(token_at(run, i), POS_PREFIX) && !token_is(token_at(run, i), POS_ADVERB);
}

/* "hätte kommen können", "werden zahlen müssen": these may stand before the infinitives. */
static bool is_before_cluster(const struct check_run *run, size_t verb, size_t end)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    size_t closing = closing_verbs(run, verb + 1, end);

    return (has_lemma(lexicon, token_at(run, verb), "haben") || has_lemma(lexicon, token_at(run, verb), "werden")) &&
           closing < end && token_is_verb_form(token_at(run, end - 1), VERB_INFINITIVE) &&
           (lemma_in(run, end - 1, LIST_MODAL_VERBS) || lemma_in(run, end - 1, LIST_VERBS_WITH_BARE_INFINITIVE));
}

/* "sei bereit", "ist wohl undenkbar": an adjective behind sein. */
static bool is_predicate_behind(const struct check_run *run, size_t verb, size_t end)
{
    return has_lemma(&run->context->lexicon, token_at(run, verb), "sein") && !opens_appendix(run, verb + 1) &&
           is_predicate(run, verb + 1, end);
}

/* "dass die Ärzte | haben … reagiert": the last word is finite in the singular alone, and the subject right before the
 * auxiliary is several. */
static bool is_no_verb_of_several(const struct check_run *run, size_t i, size_t verb, const struct token *last)
{
    struct clause_phrase subject;

    return finite_numbers(token_at(run, verb)) == NUMBER_PL && finite_numbers(last) == NUMBER_SG &&
           token_is_verb_form(last, VERB_PARTICIPLE2) && read_clause_phrase(run, i + 1, &subject) &&
           subject.end == verb && subject.determined && !subject.prepositional && (subject.cases & CASE_NOM) != 0 &&
           subject.numbers == NUMBER_PL;
}

/* The finite verb of the clause that opens at i is that at verb: no other word of it can be. */
static bool is_its_verb(const struct check_run *run, size_t i, size_t verb, size_t end)
{
    const struct token *token = token_at(run, verb), *last = token_at(run, end - 1);
    bool personal = verb == i + 2 && (in_list(run, LIST_NOMINATIVE_PRONOUNS, i + 1) || text_is(run, i + 1, "Sie"));

    if (is_surely_finite(token))
        return true;
    if (token_is(token, POS_AUXILIARY))
        return !may_be_finite(last) || (personal && !token_is(last, POS_AUXILIARY)) ||
               is_no_verb_of_several(run, i, verb, last);
    return !may_be_finite(last);
}

/* No reading of the verb has a separable prefix. */
static bool has_simple_lemma(const struct check_run *run, const struct token *token)
{
    const struct lexicon *lexicon = &run->context->lexicon;

    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t lemma = token->analysis.readings[i].lemma;

        if (lemma != NO_ID && lexicon->lemmas[lemma].separable > 0)
            return false;
    }
    return true;
}

/* "weil der Fluss | trat über die Ufer": right behind the subject a verb without prefix, and nothing but phrases with
 * prepositions behind it. What follows a verb at the end of its clause ("als der Wagen abkam von der Straße") is rarely
 * all that the clause has. */
static bool is_before_phrases(const struct check_run *run, size_t i, size_t verb, size_t end)
{
    const struct token *token = token_at(run, verb);
    struct clause_phrase phrase;
    struct noun_phrase noun;
    size_t at = verb + 1;

    bool auxiliary = token_is(token, POS_AUXILIARY); /* "weil der Zug | hatte Verspätung, verpasste": with an object */

    if ((auxiliary && !has_lemma(&run->context->lexicon, token, "haben")) || !has_simple_lemma(run, token) ||
        !read_clause_phrase(run, i + 1, &phrase) || phrase.end != verb || phrase.prepositional || !phrase.determined ||
        (phrase.cases & CASE_NOM) == 0)
        return false;
    /* "weil der Pilot | bemerkte Rauch im Cockpit, kehrte": an object behind it, before the main clause's verb */
    bool object = text_is(run, end, ",") && same_sentence(run, end, end + 1) && i == sentence_first(run, i) &&
                  may_be_finite(token_at(run, end + 1)) && at < end &&
                  (phrase.cases == CASE_NOM || is_surely_finite(token)) &&
                  (finite_numbers(token) & phrase.numbers) != 0 && is_plain_noun(token_at(run, at)) &&
                  bare_noun_at(run->doc, at, &noun) && !is_adverbial_noun(run, at);

    if (!object && (auxiliary || !is_surely_finite(token)))
        return false;
    at += object;
    while (at < end && token_is(token_at(run, at), POS_PREPOSITION) &&
           read_clause_phrase(run, at + !has_contraction(token_at(run, at)), &phrase))
        at = phrase.end;
    return at == end;
}

/* "dass die Ernte | wird im Mai reif", "ob er | hat noch Zeit": an auxiliary right behind the subject, and more than
 * what may follow the verb of such a clause. Before two infinitives it may stand, and "weil" is spoken so. */
static bool is_auxiliary_behind_subject(const struct check_run *run, size_t i, size_t verb, size_t end)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *token = token_at(run, verb), *last = token_at(run, end - 1);
    bool participle = token_is_verb_form(last, VERB_PARTICIPLE2);
    struct clause_phrase phrase;

    if (!token_is(token, POS_AUXILIARY) || !is_surely_finite(token) || text_is(run, verb, "sei") ||
        end < verb + (participle ? 2 : 3) || (slice_equal(lower_at(run, i), SLICE("weil")) && !participle) ||
        (!text_is(run, end, ".") && !text_is(run, end, ",")) || is_surely_finite(last) ||
        !is_plain_stretch(run, verb + 1, end) || token_is(last, POS_PREFIX) || is_zu_infinitive(run->doc, end - 1))
        return false;
    if (!read_clause_phrase(run, i + 1, &phrase) || phrase.end != verb || (!phrase.determined && !phrase.pronoun) ||
        (phrase.cases & CASE_NOM) == 0)
        return false;
    for (size_t at = verb + 1; at < end; at++) /* "um ein Fünftel" may stand there */
        if (!token_is(token_at(run, at), POS_PREPOSITION) && opens_appendix(run, at))
            return false;
    return !token_is_verb_form(last, VERB_INFINITIVE) || has_lemma(lexicon, token, "werden") ||
           has_lemma_of(lexicon, token, LIST_MODAL_VERBS);
}

/* "weil der Bus fährt heute nicht", "damit er kann die Schule besuchen": behind the first finite verb of the clause
 * stands what its bracket encloses, and no other. */
static void check_early_finite(const struct check_run *run, size_t i)
{
    size_t end = stretch_end(run, i), verb = first_finite(run, i + 1, end);

    bool elliptic = verb == i + 2 && (token_is(token_at(run, i + 1), POS_ADVERB) ||
                                      has_bare_adjective(token_at(run, i + 1))); /* "Wenn überhaupt wird das Geld" */

    if (verb < i + 2 || verb + 2 > end || elliptic || is_nonfinite_here(run, verb - 1) ||
        is_before_cluster(run, verb, end) || is_prefix_alone(run, verb - 1) || !is_its_verb(run, i, verb, end))
        return;
    size_t closing = closing_verbs(run, verb + 1, end);
    bool encloses =
        closing < end && token_is(token_at(run, verb), POS_AUXILIARY) && !is_zu_infinitive(run->doc, end - 1);

    bool personal = verb == i + 2 && in_list(run, LIST_NOMINATIVE_PRONOUNS, i + 1);

    encloses = encloses || (personal && !opens_appendix(run, verb + 1));
    if (has_lemma(&run->context->lexicon, token_at(run, verb), "sagen") || text_is(run, verb - 1, "Teufel") ||
        text_is(run, verb - 1, "Himmels")) /* "Wo zum Teufel steckt er?" */
        return;
    if ((holds_no_verb(run, verb + 1, closing) &&
         (encloses || belongs_inside(run, verb + 1, end) || is_predicate_behind(run, verb, end))) ||
        is_before_phrases(run, i, verb, end) || is_auxiliary_behind_subject(run, i, verb, end))
        report(run, "check/verb-not-last", tokens_span(run, i + 1, verb + 1));
}

bool opens_bracket(const struct check_run *run, size_t i)
{
    return in_list_lower(run, LIST_OPENERS_OF_BRACKETS, i);
}

/* ---- the missing verb of a main clause ---- */

/* The token behind the subject that opens a sentence; first itself where none does. */
static size_t behind_opening_subject(const struct check_run *run, size_t first)
{
    struct clause_phrase phrase;

    if (in_list_lower(run, LIST_SUBJECT_PRONOUNS, first) || slice_equal(lower_at(run, first), SLICE("es")))
        return first + 1;
    return read_clause_phrase(run, first, &phrase) && phrase.determined && !phrase.name && !phrase.prepositional &&
                   !phrase.adverbial && phrase.cases != 0 && (phrase.cases & CASE_NOM) != 0
               ? phrase.end
               : first;
}

/* "Das Kind im Fluss gefunden worden.", "Wir den Weg nicht verlassen.": a subject, what stands behind it, the verbs
 * that end the bracket, and none that opens it. Behind a noun a participle alone may be a caption. */
static void check_missing_finite(const struct check_run *run, const struct sentence *sentence)
{
    size_t first = sentence->first_token, end = stretch_end(run, first), subject, closing;

    bool clause = text_is(run, end, ",") && in_list(run, LIST_OPENERS_OF_BRACKETS, end + 1);

    if (end < first + 4 || (!clause && (!text_is(run, end, ".") || same_sentence(run, first, end + 1))) ||
        (token_at(run, first)->flags & TOKEN_QUOTED) != 0)
        return;
    subject = behind_opening_subject(run, first);
    closing = subject == first ? end : closing_verbs(run, subject, end);
    if (closing >= end || closing == subject || !holds_no_verb(run, subject, closing) ||
        token_is(token_at(run, closing - 1), POS_CONJUNCTION))
        return;
    bool pronoun = in_list_lower(run, LIST_SUBJECT_PRONOUNS, first) || slice_equal(lower_at(run, first), SLICE("es"));

    for (size_t i = subject; i < closing; i++) /* "soll" is an adverb too */
        if (may_be_finite(token_at(run, i)) && !token_is(token_at(run, i), POS_DETERMINER))
            return;
    /* "Die Fenster am Rathaus | sollen erneuert werden": the first verb at the end may be the finite one */
    if (closing + 1 < end && lemma_in(run, closing, LIST_MODAL_VERBS) && finite_numbers(token_at(run, closing)) != 0)
        return;
    bool passive = text_is(run, end - 1, "worden") || text_is(run, end - 1, "werden");

    if (is_zu_infinitive(run->doc, end - 1) ||
        (closing + 1 == end && may_be_finite(token_at(run, closing)) && !pronoun) || (!pronoun && !passive))
        return;
    report(run, "check/no-finite-verb", tokens_span(run, first, subject));
}

void check_verb_brackets(const struct check_run *run)
{
    for (size_t i = 0; i < run->doc->sentence_count; i++)
        check_missing_finite(run, &run->doc->sentences[i]);
    for (size_t i = next_marked(run, MARK_AUXILIARY, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_AUXILIARY, i + 1)) {
        check_early_verb(run, i);
        check_needless_zu(run, i);
    }
    for (size_t i = next_marked(run, MARK_BRACKET, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_BRACKET, i + 1))
        if (opens_here(run, i))
            check_early_finite(run, i);
}
