/* Marks verbs that do not go together: zu behind a modal verb ("will die Steuern zu senken"), an infinitive that lacks
 * its zu ("versucht das Problem lösen"), haben with a verb that takes sein ("hat gestern gekommen"), and passives of
 * verbs that have none ("ist angekommen worden"); last words in the wrong form ("wurde festnehmen", "warteten
 * gewartet", "um Besucher anziehen"). */
#include "checks/checks.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "checks/stretches.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* A main clause without marks in it: its finite verb and its last word. */
struct clause {
    size_t first, verb, last;
};

/* Reads the stretch that starts at first; false when it has no finite verb, more than one, or joins clauses. */
static bool clause_at(const struct check_run *run, size_t first, struct clause *out)
{
    size_t verbs = 0, likely = 0;

    *out = (struct clause){ .first = first };
    for (size_t i = first; i < run->doc->token_count && token_at(run, i)->sentence == token_at(run, first)->sentence &&
                           token_at(run, i)->kind != TOKEN_PUNCTUATION;
         i++) {
        const struct token *token = token_at(run, i);

        if (token_is(token, POS_CONJUNCTION) ||
            (token_is(token, POS_SUBORDINATOR) && !token_is(token, POS_PREPOSITION)))
            return false;
        if (is_surely_finite(token) && verbs++ == 0)
            out->verb = i;
        else if (verbs == 0 && i > out->last && may_be_finite(token) && likely == 0)
            likely = i;
        out->last = i;
    }
    if (verbs == 0 && likely > first) { /* "versucht" may be a participle too */
        out->verb = likely;
        verbs = 1;
    }
    return verbs == 1 && out->last > out->verb;
}

/* True when another verb stands before the last word. */
static bool holds_another_verb(const struct check_run *run, const struct clause *clause)
{
    for (size_t i = clause->first; i < clause->last; i++)
        if (i != clause->verb && (is_bare_infinitive(run->doc, i) || token_is(token_at(run, i), POS_AUXILIARY) ||
                                  token_is_verb_form(token_at(run, i), VERB_PARTICIPLE2)))
            return true;
    return false;
}

/* True when a word between verb and last word may have the infinitive for itself. */
static bool holds_another_head(const struct check_run *run, const struct clause *clause)
{
    for (size_t i = clause->first; i + 1 < clause->last; i++) {
        const struct token *token = token_at(run, i);

        if (i != clause->verb && !text_is(run, i, "sein") &&
            (is_bare_infinitive(run->doc, i) || token_is_verb_form(token, VERB_PARTICIPLE2) ||
             token_is(token, POS_AUXILIARY)))
            return true;
        bool counted = token_is_number(token_at(run, i + 1)); /* "um acht Prozent" */

        if (in_list(run, LIST_NOUNS_WITH_INFINITIVE, i) || (in_list(run, LIST_INFINITIVE_OPENERS, i) && !counted))
            return true;
    }
    return false;
}

/* "Die Partei will die Steuern zu senken." */
static void check_modal(const struct check_run *run, const struct clause *clause)
{
    bool modal =
        lemma_in(run, clause->verb, LIST_MODAL_VERBS) || slice_starts(text_at(run, clause->verb), SLICE("möcht"));
    bool two_words = clause->last > 0 && text_is(run, clause->last - 1, "zu");

    bool future = is_surely_finite(token_at(run, clause->verb)) && two_words &&
                  has_lemma(&run->context->lexicon, token_at(run, clause->verb), "werden") &&
                  lemma_in(run, clause->last, LIST_MODAL_VERBS); /* "wird schließen zu müssen" */

    if ((!modal && !future) || !is_zu_infinitive(run->doc, clause->last) ||
        may_be_plain_infinitive(run, clause->last) || clause->last < clause->verb + 2 ||
        in_list_lower(run, LIST_QUESTION_WORDS, clause->first) || (!future && holds_another_head(run, clause)) ||
        (!two_words && is_bare_infinitive(run->doc, clause->last - 1))) /* "nicht leisten abzuwarten" */
        return;
    struct issue *issue =
        report(run, "check/zu-behind-modal", tokens_span(run, clause->last - two_words, clause->last));

    if (two_words)
        suggest(run, issue, text_at(run, clause->last));
}

/* "Er versucht das Problem lösen." */
static void check_lost_zu(const struct check_run *run, const struct clause *clause)
{
    bool modal = lemma_in(run, clause->last, LIST_MODAL_VERBS); /* ", die vermieden werden sollen," */

    if (modal || !lemma_in(run, clause->verb, LIST_VERBS_WITH_ZU) ||
        token_is(token_at(run, clause->verb), POS_AUXILIARY) || clause->last < clause->verb + 2 ||
        token_at(run, clause->verb)->analysis.particle != NO_ID || !is_bare_infinitive(run->doc, clause->last) ||
        holds_another_head(run, clause))
        return;
    struct slice infinitive = text_at(run, clause->last);

    suggest(run, report(run, "check/missing-zu", token_at(run, clause->last)->span),
            arena_print(run->issues->arena, "zu %.*s", (int)infinitive.len, infinitive.at));
}

static bool is_participle_with_sein(const struct check_run *run, size_t index)
{
    return is_participle_of(&run->context->lexicon, token_at(run, index), LIST_VERBS_WITH_SEIN);
}

/* "hat einen Treffer gelandet": what has an object has haben. */
static bool has_accusative(const struct check_run *run, const struct clause *clause)
{
    struct noun_phrase phrase;

    for (size_t i = clause->verb + 1; i < clause->last; i++)
        if (noun_phrase_at(run->doc, i, &phrase) && phrase.has_determiner &&
            !token_is(token_at(run, i - 1), POS_PREPOSITION) && agreeing_cases(run->doc, &phrase, NULL) == CASE_ACC)
            return true;
    return false;
}

/* "Er hat gestern gekommen." */
static void check_haben(const struct check_run *run, const struct clause *clause)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *verb = token_at(run, clause->verb);

    if (!has_lemma(lexicon, verb, "haben") ||
        !(is_participle_with_sein(run, clause->last) ||
          is_participle_of(lexicon, token_at(run, clause->last), LIST_SEIN_VERBS_OF_AGENTS)) ||
        holds_another_verb(run, clause) || has_accusative(run, clause))
        return;
    struct issue *issue = report(run, "check/haben-with-sein-verb", verb->span);
    uint32_t sein = lexicon_lemma(lexicon, SLICE("sein"));

    if (sein != NO_ID)
        suggest(run, issue, lemma_inflected(lexicon, sein, verb->analysis.readings[0].features));
}

/* "ist angekommen worden", "wurde angekommen", "wurde begrüßt worden": no passive. */
static void check_passive(const struct check_run *run, const struct clause *clause)
{
    size_t participle = text_is(run, clause->last, "worden") ? clause->last - 1 : clause->last;

    /* "hat vereidigt worden" */
    if (participle != clause->last && has_lemma(&run->context->lexicon, token_at(run, clause->verb), "haben") &&
        token_is_verb_form(token_at(run, participle), VERB_PARTICIPLE2)) {
        report(run, "check/haben-with-sein-verb", token_at(run, clause->verb)->span);
        return;
    }
    bool past =
        participle == clause->last && (text_is(run, clause->verb, "wurde") || text_is(run, clause->verb, "wurden"));

    if (participle != clause->last && participle > clause->verb + 1 &&
        (text_is(run, clause->verb, "wurde") || text_is(run, clause->verb, "wurden"))) {
        report(run, "check/impossible-passive", tokens_span(run, participle, clause->last));
        return;
    }
    if (participle > clause->verb && (past || participle != clause->last) && is_participle_with_sein(run, participle) &&
        !holds_another_head(run, &(struct clause){ clause->first, clause->verb, participle }))
        report(run, "check/impossible-passive", tokens_span(run, participle, clause->last));
}

/* No subordinator, relative pronoun or question word opens the clause of the token. */
static bool is_main_clause(const struct check_run *run, size_t index)
{
    size_t first = stretch_first(run, index);

    for (size_t i = first; i < index; i++)
        if (token_is(token_at(run, i), POS_SUBORDINATOR) || in_list(run, LIST_QUESTION_WORDS, i))
            return false;
    return (token_at(run, first)->flags & TOKEN_SENTENCE_START) != 0 &&
           !token_is(token_at(run, first), POS_SUBORDINATOR) && !in_list_lower(run, LIST_QUESTION_WORDS, first);
}

/* "Das Kabinett hat gestern getagt hat": the auxiliary stands in the second place and at the end. */
static void check_repeated_auxiliary(const struct check_run *run, const struct sentence *sentence)
{
    size_t first = sentence->first_token, last = first;

    while (last + 1 < first + sentence->token_count && token_at(run, last + 1)->kind != TOKEN_PUNCTUATION)
        last++;
    if (last < first + 4 || !token_is(token_at(run, last), POS_AUXILIARY) || !is_surely_finite(token_at(run, last)) ||
        !token_is_verb_form(token_at(run, last - 1), VERB_PARTICIPLE2) || !is_main_clause(run, last - 1))
        return;
    for (size_t i = first; i + 2 < last; i++) {
        if (token_is(token_at(run, i), POS_CONJUNCTION) || token_is(token_at(run, i), POS_RELATIVE))
            continue;
        if (slice_equal(text_at(run, i), text_at(run, last))) {
            report(run, "check/two-verbs", tokens_span(run, i, last));
            return;
        }
    }
}

/* "Sie sollen morgen gewählt wird", "wird das Ziel erreicht hat": behind a modal verb or werden in the second place the
 * last word is an infinitive, and no other verb stands between. */
static void check_finite_behind_modal(const struct check_run *run, size_t last)
{
    size_t first = stretch_first(run, last), verb = 0;

    if (last < first + 4 || !is_surely_finite(token_at(run, last)) || stretch_end(run, last) != last + 1 ||
        !token_is(token_at(run, last), POS_AUXILIARY) || first != sentence_first(run, last) ||
        !is_main_clause(run, last) || text_is(run, last, "würde") || text_is(run, last, "würden"))
        return;
    for (size_t i = first; i < last; i++) {
        const struct token *token = token_at(run, i);

        if (token_is(token, POS_CONJUNCTION) || token_is(token, POS_RELATIVE) || token_is(token, POS_SUBORDINATOR))
            if (!token_is(token, POS_DETERMINER) && !token_is(token, POS_PREPOSITION))
                return;
        if ((token->flags & TOKEN_QUOTED) != 0)
            return;
        if (verb == 0 && i > first && may_be_finite(token) && token_is(token, POS_AUXILIARY))
            verb = i;
        else if (is_surely_finite(token) || (verb != 0 && i + 1 < last && is_bare_infinitive(run->doc, i)))
            return;
    }
    if (verb != 0 && verb + 2 < last &&
        (lemma_in(run, verb, LIST_MODAL_VERBS) || has_lemma(&run->context->lexicon, token_at(run, verb), "werden")))
        report(run, "check/two-verbs", tokens_span(run, verb, last));
}

/* "verschworen zu hat", "zur Folge hat kann": a finite verb where only an infinitive goes. */
static void check_finite_for_infinitive(const struct check_run *run, size_t verb)
{
    if (verb == 0 || !same_clause(run->doc, verb - 1, verb) || !is_surely_finite(token_at(run, verb)) ||
        !token_is(token_at(run, verb), POS_AUXILIARY))
        return;
    if (verb > 1 && text_is(run, verb - 1, "zu") && token_is_verb_form(token_at(run, verb - 2), VERB_PARTICIPLE2))
        report(run, "check/two-verbs", tokens_span(run, verb - 2, verb));
}

/* "von Anfang an", "nach wie vor", "auf und ab", "vor sich hin": no prefix of the verb behind. */
static bool is_fixed_before(const struct check_run *run, size_t i)
{
    for (size_t back = 1; back <= 3 && back <= i && same_sentence(run, i - back, i); back++)
        if (text_is(run, i - back, "von") || text_is(run, i - back, "und") || text_is(run, i - back, "wie") ||
            text_is(run, i - back, "sich") || text_is(run, i - back, "vom"))
            return true;
    return text_is(run, i, "nach") || text_is(run, i, "vor");
}

/* "konnte den Mann fest | nehmen.": an infinitive at the end of a clause whose finite verb is a modal or werden. */
static bool is_end_of_modal_clause(const struct check_run *run, size_t last)
{
    if (!same_sentence(run, last, last + 1) || !(text_is(run, last + 1, ".") || text_is(run, last + 1, ",")) ||
        !is_bare_infinitive(run->doc, last))
        return false;
    for (size_t j = stretch_first(run, last); j + 1 < last; j++)
        if ((lemma_in(run, j, LIST_MODAL_VERBS) || has_lemma(&run->context->lexicon, token_at(run, j), "werden")) &&
            is_surely_finite(token_at(run, j)))
            return true;
    return false;
}

/* "vom Stichtag an gerechnet", "aus einer Laune heraus gekauft": the word closes what a preposition opened. */
static bool closes_bracket(const struct check_run *run, size_t i)
{
    enum { REACH = 5 };
    bool an = text_is(run, i, "an") || text_is(run, i, "ab"), heraus = text_is(run, i, "heraus");

    for (size_t n = 2; (an || heraus) && n <= REACH && n <= i && same_clause(run->doc, i - n, i); n++) {
        struct slice word = lower_at(run, i - n);

        if (an ? slice_equal(word, SLICE("von")) || slice_equal(word, SLICE("vom")) : slice_equal(word, SLICE("aus")))
            return true;
    }
    return false;
}

/* "wurde fest genommen", "hat statt gefunden": prefix and participle are one word; "außen vor gelassen" are three. */
static void check_split_verb(const struct check_run *run, size_t i)
{
    const struct token *prefix = token_at(run, i), *participle = token_at(run, i + 1);
    const struct lexicon *lexicon = &run->context->lexicon;
    struct slice left = text_at(run, i), right = text_at(run, i + 1);

    enum verb_form wanted = VERB_PARTICIPLE2;

    if (is_end_of_modal_clause(run, i + 1))
        wanted = VERB_INFINITIVE;
    else if (!slice_starts(right, SLICE("ge")) || !token_is_verb_form(participle, VERB_PARTICIPLE2))
        return;
    if (prefix->sentence != participle->sentence || prefix->kind != TOKEN_WORD || participle->kind != TOKEN_WORD ||
        is_capitalised(prefix) || is_fixed_before(run, i) || !in_word_list(lexicon, LIST_NEVER_APART, left) ||
        (i > 0 && text_is(run, i - 1, "außen")) || closes_bracket(run, i))
        return;
    struct slice joined = arena_join(run->issues->arena, left, right);
    uint32_t form = lexicon_form(lexicon, joined);

    for (uint32_t r = 0; form != NO_ID && r < lexicon->forms[form].reading_count; r++)
        if (verb_form_of(lexicon->readings[lexicon->forms[form].first_reading + r].features) == wanted) {
            suggest(run, report(run, "check/split-verb", tokens_span(run, i, i + 1)), joined);
            return;
        }
}

static bool ends_stretch(const struct check_run *run, size_t index)
{
    return text_is(run, index, ".") || text_is(run, index, ",");
}

/* "Die Zahlen sind ist höher": two finite auxiliaries in a row, of which one was forgotten. */
static void check_two_auxiliaries(const struct check_run *run, size_t i)
{
    const struct token *left = token_at(run, i), *right = token_at(run, i + 1);

    bool two = left->clause == right->clause && left->sentence == right->sentence && token_is(left, POS_AUXILIARY) &&
               token_is(right, POS_AUXILIARY) && is_surely_finite(left) && is_surely_finite(right);

    /* "der Passanten bedroht hatte hat": both at the end */
    if (two && i > 0 && token_is_verb_form(token_at(run, i - 1), VERB_PARTICIPLE2) &&
        token_at(run, i - 1)->clause == left->clause && ends_stretch(run, i + 2) && !is_main_clause(run, i)) {
        report(run, "check/two-verbs", tokens_span(run, i, i + 1));
        return;
    }
    if (two && !slice_equal(text_at(run, i), text_at(run, i + 1)) && i > 0 &&
        (token_is(token_at(run, i - 1), POS_NOUN) || token_is(token_at(run, i - 1), POS_PRONOUN)) &&
        token_at(run, i - 1)->clause == left->clause && is_main_clause(run, i))
        report(run, "check/two-verbs", tokens_span(run, i, i + 1));
}

/* ---- the last word ---- */

/* True when the clause holds a word that makes a bare infinitive right behind haben or werden: "hat ihn gehen sehen",
 * "hat gut reden", "wird und wurde kommen". */
static bool allows_infinitive(const struct check_run *run, const struct clause *clause)
{
    for (size_t i = clause->verb + 1; i < clause->last; i++)
        if (token_is(token_at(run, i), POS_AUXILIARY) ||
            (token_is_verb_form(token_at(run, i), VERB_INFINITIVE) && !token_is(token_at(run, i), POS_DETERMINER) &&
             (token_at(run, i)->flags & TOKEN_CAPITAL) == 0) ||
            (text_is(run, i, "zu") && token_is_verb_form(token_at(run, i + 1), VERB_INFINITIVE)) ||
            text_is(run, i, "gut") || text_is(run, i, "leicht"))
            return true;
    return lemma_in(run, clause->last, LIST_MODAL_VERBS) ||
           lemma_in(run, clause->last, LIST_VERBS_WITH_BARE_INFINITIVE);
}

/* "hat gebaut werden müssen", "ist bereit zu …": another verb in the clause asks for an infinitive. */
static bool is_modal_or_zu(const struct check_run *run, const struct clause *clause)
{
    for (size_t i = clause->first; i < clause->last; i++)
        if (lemma_in(run, i, LIST_MODAL_VERBS) || text_is(run, i, "zu") ||
            (i != clause->verb && token_is(token_at(run, i), POS_AUXILIARY)))
            return true;
    return lemma_in(run, clause->last, LIST_MODAL_VERBS);
}

/* "Die Leiterin ist zurücktreten": an infinitive of a verb whose perfect has sein; but "ist einkaufen". */
static void check_infinitive_with_sein(const struct check_run *run, const struct clause *clause)
{
    if (lemma_in(run, clause->last, LIST_VERBS_WITH_SEIN) &&
        has_lemma(&run->context->lexicon, token_at(run, clause->verb), "sein") &&
        is_surely_finite(token_at(run, clause->verb)) && is_bare_infinitive(run->doc, clause->last) &&
        is_nothing_but_verb(token_at(run, clause->last)) && !allows_infinitive(run, clause) &&
        !token_is(token_at(run, clause->last - 1), POS_DETERMINER) &&
        !has_contraction(token_at(run, clause->last - 1)) && !text_is(run, clause->last, "gehen") &&
        !text_is(run, clause->last, "ausgehen") && (token_at(run, clause->last)->flags & TOKEN_QUOTED) == 0)
        report(run, "check/infinitive-for-participle", tokens_span(run, clause->verb, clause->last));
}

/* "hat das Dach durchschlagen": a verb whose prefix goes away or stays has a participle without ge, here in the form of
 * the infinitive ("geschlagen"). */
static bool is_participle_without_ge(const struct check_run *run, size_t i)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    struct slice verb = text_at(run, i);

    for (uint16_t r = 0; r < token_at(run, i)->analysis.reading_count; r++) {
        uint32_t lemma = token_at(run, i)->analysis.readings[r].lemma;
        size_t prefix = lemma == NO_ID ? 0 : lexicon->lemmas[lemma].separable;

        if (prefix == 0 || !in_word_list(lexicon, LIST_INSEPARABLE_PREFIXES, (struct slice){ verb.at, prefix }))
            continue;
        struct slice rest = slice_from(verb, prefix);
        struct slice participle = participle_of_infinitive(lexicon, rest);

        if (slice_starts(participle, SLICE("ge")) && slice_equal(slice_from(participle, 2), rest))
            return true;
    }
    return false;
}

/* "habe ihm einen Denkzettel verpassen, ihn aber nicht verletzen wollen", "hatte sie pressen, stapeln und verladen
 * lassen": the verb that asks for the infinitive stands behind the last of several. */
static bool modal_closes_next(const struct check_run *run, const struct clause *clause)
{
    for (size_t comma = clause->last + 1; text_is(run, comma, ",") && same_sentence(run, clause->last, comma + 1);
         comma = stretch_end(run, comma + 1)) {
        size_t last = stretch_end(run, comma + 1) - 1;

        if ((lemma_in(run, last, LIST_MODAL_VERBS) || text_is(run, last, "lassen")) &&
            token_is_verb_form(token_at(run, last), VERB_INFINITIVE))
            return true;
    }
    return false;
}

/* "wurde am Flughafen festnehmen", "haben gestern herausfinden": behind haben and the past of werden a clause ends in a
 * participle. */
static void check_participle(const struct check_run *run, const struct clause *clause)
{
    bool passive = text_is(run, clause->verb, "wurde") || text_is(run, clause->verb, "wurden");

    /* "wurde sie den Wagen verkauft haben": a slip for würde. */
    if (passive && text_is(run, clause->last, "haben") && clause->last > clause->verb + 1 &&
        token_is_verb_form(token_at(run, clause->last - 1), VERB_PARTICIPLE2)) {
        suggest(run, report(run, "check/infinitive-for-participle", token_at(run, clause->verb)->span),
                text_is(run, clause->verb, "wurde") ? SLICE("würde") : SLICE("würden"));
        return;
    }
    /* "ist von einer Firma gebaut werden": worden, or wird. */
    if (text_is(run, clause->last, "werden") && clause->last > clause->verb + 1 && !is_modal_or_zu(run, clause) &&
        (passive || has_lemma(&run->context->lexicon, token_at(run, clause->verb), "sein") ||
         has_lemma(&run->context->lexicon, token_at(run, clause->verb), "haben")) &&
        token_is_verb_form(token_at(run, clause->last - 1), VERB_PARTICIPLE2) &&
        !token_is_verb_form(token_at(run, clause->last - 1), VERB_INFINITIVE)) {
        suggest(run, report(run, "check/infinitive-for-participle", token_at(run, clause->last)->span),
                SLICE("worden"));
        return;
    }
    /* "hatte ein Hörspiel laufen", "hat einen Wagen stehen" */
    bool kept = !passive && lemma_in(run, clause->last, LIST_VERBS_OF_STAYING);

    if ((!passive && !has_lemma(&run->context->lexicon, token_at(run, clause->verb), "haben")) || kept ||
        modal_closes_next(run, clause) || !is_bare_infinitive(run->doc, clause->last) ||
        allows_infinitive(run, clause) || !is_nothing_but_verb(token_at(run, clause->last)) ||
        is_participle_without_ge(run, clause->last))
        return;
    report(run, "check/infinitive-for-participle", tokens_span(run, clause->verb, clause->last));
}

/* "wurde bis 2019 von ihm leiten | und dann verkauft": before und the infinitive of a full verb, behind it a participle
 * that ends the sentence. */
static void check_before_und(const struct check_run *run, size_t verb)
{
    size_t first = stretch_first(run, verb), end = stretch_end(run, verb), at = verb + 1;

    if ((!text_is(run, verb, "wurde") && !text_is(run, verb, "wurden")) || !is_main_clause(run, verb) ||
        !text_is(run, end, ".") || !token_is_verb_form(token_at(run, end - 1), VERB_PARTICIPLE2) ||
        is_capitalised(token_at(run, end - 1)) ||
        has_lemma_of(&run->context->lexicon, token_at(run, end - 1), LIST_MODAL_VERBS))
        return;
    for (; at < end && !token_is(token_at(run, at), POS_CONJUNCTION); at++)
        if (is_surely_finite(token_at(run, at)) || text_is(run, at, "zu"))
            return;
    struct clause part = { first, verb, at - 1 };

    if (at + 2 >= end || at < verb + 3 || !text_is(run, at, "und") || !is_bare_infinitive(run->doc, at - 1) ||
        !is_nothing_but_verb(token_at(run, at - 1)) || allows_infinitive(run, &part) ||
        is_participle_without_ge(run, at - 1))
        return;
    report(run, "check/infinitive-for-participle", tokens_span(run, verb, at - 1));
}

/* "…, teilten die Stadtwerke mit": behind the comma who said it. */
static bool is_said_by_someone(const struct check_run *run, size_t comma)
{
    return text_is(run, comma, ",") && same_sentence(run, comma, comma + 2) &&
           in_list(run, LIST_VERBS_OF_SAYING, comma + 1);
}

/* "konnte beendet": behind a modal verb a participle needs its werden or sein. */
static void check_modal_participle(const struct check_run *run, const struct clause *clause)
{
    const struct token *last = token_at(run, clause->last);

    if (!lemma_in(run, clause->verb, LIST_MODAL_VERBS) || !token_is_verb_form(last, VERB_PARTICIPLE2) ||
        token_is_verb_form(last, VERB_INFINITIVE) || (last->flags & TOKEN_CAPITAL) != 0 ||
        token_is(last, POS_PREPOSITION) || clause->last < clause->verb + 1 ||
        (!text_is(run, clause->last + 1, ".") && !is_said_by_someone(run, clause->last + 1)) ||
        !is_main_clause(run, clause->verb) || holds_another_head(run, clause))
        return;
    for (size_t i = clause->first; i < clause->last; i++)
        if (token_is(token_at(run, i), POS_VERB) && token_is_verb_form(token_at(run, i), VERB_INFINITIVE))
            return;
    if (!has_issue_at(run, tokens_span(run, clause->verb, clause->last))) /* closing_verbs.c saw it */
        report(run, "check/modal-participle", tokens_span(run, clause->verb, clause->last));
}

/* "warteten vor dem Hotel gewartet": verb and participle are one verb. */
static void check_leftover_participle(const struct check_run *run, const struct clause *clause)
{
    const struct token *verb = token_at(run, clause->verb), *last = token_at(run, clause->last);

    if (token_is(verb, POS_AUXILIARY) || !token_is_verb_form(last, VERB_PARTICIPLE2) ||
        (last->flags & TOKEN_CAPITAL) != 0 || token_is_finite(last) || token_is_verb_form(last, VERB_INFINITIVE) ||
        verb->analysis.particle != NO_ID)
        return;
    for (uint16_t i = 0; i < verb->analysis.reading_count; i++)
        for (uint16_t j = 0; j < last->analysis.reading_count; j++)
            if (verb->analysis.readings[i].lemma != NO_ID &&
                verb->analysis.readings[i].lemma == last->analysis.readings[j].lemma) {
                report(run, "check/leftover-participle", last->span);
                return;
            }
}

/* "wenn er versichert gewesen würde": behind a participle of an auxiliary stands a form of sein or haben. */
static void check_auxiliary_cluster(const struct check_run *run, size_t i)
{
    if (i > 1 && same_clause(run->doc, i - 1, i) &&
        (text_is(run, i - 1, "gewesen") || text_is(run, i - 1, "worden") || text_is(run, i - 1, "gehabt")) &&
        !text_is(run, i - 2, "ist") && !text_is(run, i - 2, "sind"))
        report(run, "check/infinitive-for-participle", tokens_span(run, i - 1, i));
}

static bool is_future(const struct check_run *run, size_t i)
{
    return text_is(run, i, "würde") || text_is(run, i, "würden") || text_is(run, i, "wird");
}

bool ends_verb_cluster(const struct check_run *run, size_t i)
{
    return is_future(run, i) || text_is(run, i, "worden") || text_is(run, i, "gelassen") ||
           in_list(run, LIST_MODAL_PARTICIPLES, i);
}

/* "hat das Schloss restaurieren gelassen": but "hat das Thema fallen gelassen". */
static bool is_let_participle(const struct check_run *run, size_t last)
{
    return text_is(run, last, "gelassen") &&
           !has_lemma_of(&run->context->lexicon, token_at(run, last - 1), LIST_VERBS_WITH_GELASSEN);
}

/* "ist freilassen worden": an infinitive before worden. "hat verlassen gemusst": behind an infinitive the modal verb is
 * an infinitive too, and lassen. */
static void check_verb_cluster(const struct check_run *run, size_t last)
{
    if (last == 0 || !same_clause(run->doc, last - 1, last))
        return;
    const struct token *left = token_at(run, last - 1);

    if (token_is_verb_form(left, VERB_INFINITIVE) && is_nothing_but_verb(left) &&
        (left->flags & (TOKEN_CAPITAL | TOKEN_SENTENCE_START)) == 0 &&
        (in_list(run, LIST_MODAL_PARTICIPLES, last) || is_let_participle(run, last) ||
         (text_is(run, last, "worden") && !token_is_verb_form(left, VERB_PARTICIPLE2))))
        report(run, "check/infinitive-for-participle", tokens_span(run, last - 1, last));
}

/* "wurde in Rom gebärt": an auxiliary in the second place, and at the end a finite verb where its participle belongs.
 */
static void check_finite_for_participle(const struct check_run *run, const struct sentence *sentence)
{
    size_t first = sentence->first_token, verb = 0, end;

    for (size_t i = first; i < first + (size_t)sentence->token_count && token_at(run, i)->kind != TOKEN_PUNCTUATION;
         i++) {
        if (token_is(token_at(run, i), POS_SUBORDINATOR) || token_is(token_at(run, i), POS_CONJUNCTION)) {
            if (verb == 0)
                return;
            break;
        }
        if (verb == 0 && token_is(token_at(run, i), POS_AUXILIARY) && is_surely_finite(token_at(run, i)))
            verb = i;
        else if (is_surely_finite(token_at(run, i)) && verb == 0)
            return;
    }
    if (verb == 0 || verb == first || !is_main_clause(run, verb))
        return;
    for (end = verb + 1; same_sentence(run, verb, end) && token_at(run, end)->kind == TOKEN_WORD; end++)
        if (text_is(run, end, "und") || text_is(run, end, "oder"))
            break;
    bool other = end > verb + 2 && is_surely_finite(token_at(run, end - 1)) &&
                 !token_is(token_at(run, end - 1), POS_AUXILIARY) && !lemma_in(run, end - 1, LIST_MODAL_VERBS) &&
                 token_at(run, end - 1)->analysis.particle == NO_ID &&
                 !token_is_verb_form(token_at(run, end - 1), VERB_INFINITIVE) &&
                 (token_at(run, end - 1)->flags & TOKEN_QUOTED) == 0;

    if (!other || !text_is(run, end, ".") ||
        (has_lemma(&run->context->lexicon, token_at(run, verb), "sein") &&
         !lemma_in(run, end - 1, LIST_VERBS_WITH_SEIN))) /* "ist vor Malta sank" */
        return;
    for (size_t i = verb + 1; i + 1 < end; i++)
        if (is_surely_finite(token_at(run, i)) || token_is_verb_form(token_at(run, i), VERB_PARTICIPLE2) ||
            token_is(token_at(run, i), POS_SUBORDINATOR) || in_list(run, LIST_QUESTION_WORDS, i) ||
            (token_at(run, i)->flags & TOKEN_QUOTED) != 0)
            return;
    report(run, "check/two-verbs", tokens_span(run, verb, end - 1));
}

void check_verb_forms(const struct check_run *run)
{
    const struct document *doc = run->doc;

    for (size_t i = 0; i + 1 < doc->token_count; i++)
        check_two_auxiliaries(run, i);
    for (size_t i = 0; i < doc->sentence_count; i++)
        check_repeated_auxiliary(run, &doc->sentences[i]);
    for (size_t i = 0; i < doc->sentence_count; i++)
        check_finite_for_participle(run, &doc->sentences[i]);
    for (size_t i = 0; i + 1 < doc->token_count; i++)
        check_split_verb(run, i);
    for (size_t i = next_marked(run, MARK_FINITE_AUXILIARY, 0); i < doc->token_count;
         i = next_marked(run, MARK_FINITE_AUXILIARY, i + 1)) {
        check_finite_behind_modal(run, i);
        check_finite_for_infinitive(run, i);
        check_before_und(run, i);
    }
    for (size_t i = next_marked(run, MARK_CLUSTER_END, 0); i < doc->token_count;
         i = next_marked(run, MARK_CLUSTER_END, i + 1))
        if (is_future(run, i))
            check_auxiliary_cluster(run, i);
        else
            check_verb_cluster(run, i);
    for (size_t i = 0; i < doc->token_count; i++) {
        struct clause clause;
        bool starts = i == 0 || doc->tokens[i - 1].sentence != doc->tokens[i].sentence ||
                      doc->tokens[i - 1].kind == TOKEN_PUNCTUATION;

        if (!starts || !clause_at(run, i, &clause))
            continue;
        check_modal(run, &clause);
        check_lost_zu(run, &clause);
        check_haben(run, &clause);
        check_passive(run, &clause);
        check_participle(run, &clause);
        check_infinitive_with_sein(run, &clause);
        check_modal_participle(run, &clause);
        check_leftover_participle(run, &clause);
    }
}
