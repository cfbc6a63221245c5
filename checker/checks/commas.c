/* Marks missing commas where grammar leaves no doubt: before a subordinator behind a verb or noun ("hofft dass"),
 * before a relative clause ("der Mann der hier wohnt ist verreist"), before an infinitive with um, ohne, statt or a
 * noun that it depends on, and between two finite verbs that belong to two clauses. */
#include "checks/checks.h"
#include "checks/clauses.h"
#include "checks/corrections.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "checks/relative_commas.h"
#include "checks/stretches.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* ---- subordinators ---- */

/* "hoffen", "sagen": finite or infinitive, a clause ends or has its verb there. */
static bool is_only_verb(const struct token *token)
{
    for (uint16_t i = 0; i < token->analysis.reading_count; i++)
        if (pos_of(token->analysis.readings[i].features) != POS_VERB)
            return false;
    return token->analysis.reading_count > 0 && (token->flags & (TOKEN_CAPITAL | TOKEN_SENTENCE_START)) == 0 &&
           token_is_finite(token);
}

/* "ist klar dass", "sorgte dafür dass", "ist unklar ob": behind these, only dass and ob are sure. */
static bool announces_dass(const struct check_run *run, struct stretch stretch, size_t index)
{
    const struct token *token = token_at(run, index);

    if ((token->flags & TOKEN_CAPITAL) != 0 || (!text_is(run, index + 1, "dass") && !text_is(run, index + 1, "ob")) ||
        !has_finite(run, stretch.first, index))
        return false;
    return in_list(run, LIST_PRONOMINAL_ADVERBS, index) || in_list(run, LIST_ADJECTIVES_WITH_DASS, index);
}

/* "ist zufrieden weil", "war sehr teuer obwohl": an adjective said of the subject, and no adverb that belongs to the
 * subordinator ("ist vor allem weil", "wahrscheinlich weil"). */
static bool is_predicate(const struct check_run *run, struct stretch stretch, size_t i)
{
    const struct token *token = token_at(run, i);
    size_t verb = i - 1;

    if (i < stretch.first + 2 || (token->flags & TOKEN_CAPITAL) != 0 || token_is(token, POS_ADVERB) ||
        token_is(token, POS_PARTICLE) || token_is(token, POS_PREPOSITION) || token_is(token, POS_PREFIX) ||
        token_is(token, POS_VERB) || in_list(run, LIST_REASON_ADVERBS, i))
        return false;
    for (uint16_t r = 0; r < token->analysis.reading_count; r++)
        if ((token->analysis.readings[r].features & UNINFLECTED) == 0)
            return false;
    if (text_is(run, verb, "sehr") || text_is(run, verb, "nicht") || text_is(run, verb, "zu") ||
        text_is(run, verb, "so"))
        verb--;
    return token->analysis.reading_count > 0 && verb > stretch.first && may_be_finite(token_at(run, verb)) &&
           (has_lemma(&run->context->lexicon, token_at(run, verb), "sein") ||
            has_lemma(&run->context->lexicon, token_at(run, verb), "bleiben"));
}

/* "so häufig dass": what so measures. */
static bool is_measured(const struct check_run *run, struct stretch stretch, size_t i)
{
    const struct token *token = token_at(run, i);

    return text_is(run, i + 1, "dass") && i > stretch.first + 1 &&
           (text_is(run, i - 1, "so") || text_is(run, i - 1, "derart")) && (token->flags & TOKEN_CAPITAL) == 0 &&
           token_is(token, POS_ADJECTIVE) && !is_inflected_adjective(token);
}

/* "sagte er dass", "befürchten nun dass", "fragen sich ob": behind a verb that wants a clause with dass stand pronouns
 * and adverbs, and none that belongs to dass ("auch dass", "nicht dass"). */
static bool follows_saying(const struct check_run *run, struct stretch stretch, size_t i)
{
    enum { MOST = 3 };
    size_t verb = i;

    if (!text_is(run, i + 1, "dass") && !text_is(run, i + 1, "ob"))
        return false;
    if (text_is(run, i, "auch") || text_is(run, i, "nicht") || text_is(run, i, "nur") || text_is(run, i, "so"))
        return false;
    while (verb > stretch.first && i - verb < MOST &&
           (in_list(run, LIST_SUBJECT_PRONOUNS, verb) || in_list_lower(run, LIST_REFLEXIVE_PRONOUNS, verb) ||
            (token_is(token_at(run, verb), POS_ADVERB) && !may_be_finite(token_at(run, verb)))))
        verb--;
    return verb < i && may_be_finite(token_at(run, verb)) && !token_is(token_at(run, verb), POS_ADJECTIVE) &&
           (has_lemma_of(&run->context->lexicon, token_at(run, verb), LIST_VERBS_WITH_DASS) ||
            (text_is(run, i + 1, "ob") && has_lemma(&run->context->lexicon, token_at(run, verb), "fragen")));
}

/* "Rothenburg ob der Tauber": where ob stands in the name of a place. */
static bool is_town_above_river(const struct check_run *run, size_t town)
{
    return text_is(run, town + 1, "ob") && text_is(run, town + 2, "der") && is_capitalised(token_at(run, town)) &&
           is_capitalised(token_at(run, town + 3)) && !is_surely_finite(token_at(run, stretch_end(run, town) - 1));
}

/* Only the subordinators of words/subordinators-comma.txt, which are nothing else: "dass", "weil", "obwohl", "sodass".
 * What may stand before them without a comma is no verb or noun: "Nicht dass", "auch weil", "und dass", "so dass". */
static bool lacks_comma_before(const struct check_run *run, struct stretch stretch, size_t i)
{
    const struct token *left = token_at(run, i), *right = token_at(run, i + 1);

    if (!in_list(run, LIST_SUBORDINATORS_COMMA, i + 1) || left->kind != TOKEN_WORD ||
        (right->flags & TOKEN_QUOTED) != (left->flags & TOKEN_QUOTED))
        return false;
    /* "fand wie geplant statt | obwohl": the prefix of a verb, and a preposition and conjunction elsewhere */
    if (text_is(run, i, "statt") && left->analysis.particle != NO_ID)
        return true;
    if (divides_clauses(left) || form_is(&run->context->lexicon, lower_at(run, i), POS_CONJUNCTION))
        return false;
    if (in_list(run, LIST_BARE_CONDITIONS, i + 2)) /* "will falls nötig klagen" */
        return false;
    if (is_town_above_river(run, i))
        return false;
    /* "Der Stadt steht ein harter Winter bevor": a verb's prefix, as "nachdem" and "ob" never are. */
    if (text_is(run, i + 1, "bevor") && has_lemma(&run->context->lexicon, left, "stehen"))
        return false;
    /* "weiß nicht ob" */
    bool negated = i > stretch.first && text_is(run, i, "nicht") && text_is(run, i + 1, "ob") &&
                   is_surely_finite(token_at(run, i - 1));

    /* "vermutet dass": it may be a participle, but neither adverb nor particle */
    bool verb = text_is(run, i + 1, "dass") && may_be_finite(left) && !token_is(left, POS_ADVERB) &&
                !token_is(left, POS_PREPOSITION) && !token_is(left, POS_PARTICLE) && !token_is(left, POS_PRONOUN);

    if (negated || verb || is_measured(run, stretch, i) || follows_saying(run, stretch, i) ||
        is_predicate(run, stretch, i) || is_surely_finite(left) || is_only_verb(left) ||
        closes_stretch(run, stretch, i) || announces_dass(run, stretch, i))
        return true;
    /* "Einige Tage nachdem" is one adverbial, "ein Zeichen dass" is not; "– Nur wenn es regnet." */
    return !small_is(left, POS_ADVERB) && !small_is(left, POS_PARTICLE) && !small_is(left, POS_CONJUNCTION) &&
           (left->flags & TOKEN_CAPITAL) != 0 && (left->flags & TOKEN_SENTENCE_START) == 0 &&
           !text_is(run, i + 1, "nachdem") && !text_is(run, i + 1, "bevor");
}

/* "der doppelt so groß ist | wie die Erde und kälter war" */
static bool is_compared(const struct check_run *run, struct stretch stretch, size_t i)
{
    for (size_t n = stretch.first; n < i && text_is(run, i + 1, "wie"); n++)
        if (slice_ends(lower_at(run, n), SLICE("so")))
            return true;
    return false;
}

/* "der zischt wie eine Lokomotive | und dessen Ventil klemmt": another clause begins, to which the last verb belongs.
 */
static bool another_clause_begins(const struct check_run *run, struct stretch stretch, size_t i)
{
    for (size_t j = i; j + 1 < stretch.end; j++)
        if (token_is(token_at(run, j), POS_CONJUNCTION) &&
            (text_is(run, j + 1, "dessen") || text_is(run, j + 1, "deren")))
            return true;
    return false;
}

/* "zeigt wie die Firma Geld verlor": a question word behind a verb, and another verb at the end. */
static bool lacks_comma_before_question(const struct check_run *run, struct stretch stretch, size_t i)
{
    bool negated = i > stretch.first && text_is(run, i, "nicht") && may_be_finite(token_at(run, i - 1)) &&
                   !text_is(run, i + 1, "wie") && stretch.end > i + 3; /* "weiß nicht wo er wohnt" */

    if (negated && in_list(run, LIST_QUESTION_WORDS, i + 1) && may_be_finite(token_at(run, stretch.end - 1)) &&
        !is_zu_infinitive(run->doc, stretch.end - 1))
        return true;
    if (text_is(run, i + 1, "wie") && is_past_participle(token_at(run, i + 2)) && !may_be_finite(token_at(run, i + 2)))
        return false; /* "fand wie geplant statt" */
    return stretch.end > i + 4 && is_surely_finite(token_at(run, i)) && in_list(run, LIST_QUESTION_WORDS, i + 1) &&
           !is_compared(run, stretch, i) && !another_clause_begins(run, stretch, i + 2) &&
           is_surely_finite(token_at(run, stretch.end - 1)) && !is_surely_finite(token_at(run, stretch.end - 2)) &&
           (token_at(run, i)->flags & TOKEN_SENTENCE_START) == 0;
}

/* "zu der Frage wer das Auto fuhr": a noun that a question explains, and the verb at the end. "die Frage wie" and
 * "die Frage was" may be no more than words that are named. */
static bool lacks_comma_behind_question(const struct check_run *run, struct stretch stretch, size_t i)
{
    return (text_is(run, i, "Frage") || text_is(run, i, "Fragen") || text_is(run, i, "Unklarheit") ||
            text_is(run, i, "Rätsel")) &&
           stretch.end > i + 3 && in_list(run, LIST_QUESTION_WORDS, i + 1) && !text_is(run, i + 1, "wie") &&
           !text_is(run, i + 1, "was") && is_surely_finite(token_at(run, stretch.end - 1)) &&
           !is_surely_finite(token_at(run, i + 2)) && (token_at(run, i + 1)->flags & TOKEN_QUOTED) == 0;
}

/* ---- infinitives ---- */

static bool is_opener(const struct check_run *run, size_t index)
{
    return text_is(run, index, "um") || text_is(run, index, "ohne") || text_is(run, index, "statt") ||
           text_is(run, index, "anstatt");
}

/* "ging in den Keller um Wein zu holen". "um" may be a preposition there ("um Hilfe zu bitten", "um 5 Prozent"). */
static bool lacks_comma_before_um(const struct check_run *run, struct stretch stretch, size_t i)
{
    const struct lexicon *lexicon = &run->context->lexicon;

    if (!text_is(run, i + 1, "um") || i + 4 > stretch.end || !is_zu_infinitive(run->doc, stretch.end - 1) ||
        token_at(run, i + 2)->kind != TOKEN_WORD || token_is(token_at(run, i + 2), POS_NUMERAL) ||
        (!has_sure_finite(run, stretch.first, i + 1) && !is_zu_infinitive(run->doc, i) &&
         !(stretch.first == sentence_first(run, i) && has_likely_finite(run, stretch.first + 1, i))) ||
        has_finite(run, i + 2, stretch.end - 1) || divides_clauses(token_at(run, i)) ||
        token_is(token_at(run, i), POS_PRONOUN) ||
        (token_is(token_at(run, i), POS_ADVERB) && token_at(run, i)->analysis.particle == NO_ID)) /* "hinab" */
        return false;
    for (size_t j = stretch.first; j < stretch.end; j++)
        if (text_is(run, j, "herum") || text_is(run, j, "es") || text_is(run, j, "Es") ||
            has_lemma_of(lexicon, token_at(run, j), LIST_WORDS_WITH_UM) || in_list(run, LIST_WORDS_WITH_UM, j))
            return false;
    return true;
}

/* "setzte die Fahrt fort ohne an der Schranke zu halten", "verließ das Haus ohne auf ihn zu warten": behind what closes
 * the clause, or before what ohne as a preposition never has behind it. */
static bool lacks_comma_before_ohne(const struct check_run *run, struct stretch stretch, size_t i)
{
    if (!(text_is(run, i + 1, "ohne") || text_is(run, i + 1, "statt") || text_is(run, i + 1, "anstatt")) ||
        i + 4 > stretch.end || !is_zu_infinitive(run->doc, stretch.end - 1) || divides_clauses(token_at(run, i)) ||
        !has_sure_finite(run, stretch.first, i + 1) || has_finite(run, i + 2, stretch.end - 1))
        return false;
    /* "auf den Hof statt auf die Straße" is a phrase, "wird angehängt statt auf …" ends in a verb */
    bool phrase = token_is(token_at(run, i + 2), POS_PREPOSITION) &&
                  (text_is(run, i + 1, "ohne") ||
                   (token_is_verb_form(token_at(run, i), VERB_PARTICIPLE2) && closes_stretch(run, stretch, i)));

    return token_at(run, i)->analysis.particle != NO_ID || phrase || text_is(run, i + 2, "sich");
}

/* "ging ohne zu grüßen" */
static bool lacks_comma_before_ohne_zu(const struct check_run *run, struct stretch stretch, size_t i)
{
    if (text_is(run, i + 1, "um") && i + 3 == stretch.end &&
        token_is_verb_form(token_at(run, i + 2), VERB_ZU_INFINITIVE) && has_finite(run, stretch.first, i + 1))
        return !divides_clauses(token_at(run, i)); /* "fuhr in die Stadt um einzukaufen" */
    return (text_is(run, i + 1, "ohne") || text_is(run, i + 1, "statt") || text_is(run, i + 1, "anstatt")) &&
           text_is(run, i + 2, "zu") && i + 4 == stretch.end && is_zu_infinitive(run->doc, i + 3) &&
           !divides_clauses(token_at(run, i)) && has_finite(run, stretch.first, i + 1);
}

/* "Statt zu helfen filmten sie": the infinitive that opens a sentence ends before its verb. */
static bool lacks_comma_behind_infinitive(const struct check_run *run, struct stretch stretch, size_t i)
{
    struct slice lower = lower_at(run, stretch.first);

    return i > stretch.first && is_zu_infinitive(run->doc, i) && is_surely_finite(token_at(run, i + 1)) &&
           (slice_equal(lower, SLICE("um")) || slice_equal(lower, SLICE("ohne")) ||
            slice_equal(lower, SLICE("statt")) || slice_equal(lower, SLICE("anstatt"))) &&
           !text_is(run, stretch.first + 1, "dass") && !has_finite(run, stretch.first + 1, i);
}

/* "hat den Plan die Firma zu verkaufen": an infinitive that depends on a noun, with an object that is no genitive. */
static bool lacks_comma_behind_noun(const struct check_run *run, struct stretch stretch, size_t i)
{
    struct noun_phrase object;

    return in_list(run, LIST_NOUNS_WITH_INFINITIVE, i) && is_zu_infinitive(run->doc, stretch.end - 1) &&
           has_finite(run, stretch.first, i) && noun_phrase_at(run->doc, i + 1, &object) && object.has_determiner &&
           !object.contracted && object.noun < stretch.end - 1 &&
           (agreeing_cases(run->doc, &object, NULL) & (CASE_GEN | CASE_ACC)) == CASE_ACC &&
           !has_finite(run, i + 1, stretch.end - 1) && !is_opener(run, i + 1);
}

/* "hatte die Chance sich zu retten": a pronoun behind the noun, and no verb that has the infinitive for itself. */
static bool lacks_comma_before_pronoun(const struct check_run *run, struct stretch stretch, size_t i)
{
    if (!in_list(run, LIST_NOUNS_WITH_INFINITIVE, i) || !in_list(run, LIST_REFLEXIVE_PRONOUNS, i + 1) ||
        i < stretch.first + 2 || !token_is(token_at(run, i - 1), POS_DETERMINER) ||
        !is_zu_infinitive(run->doc, stretch.end - 1) || !has_sure_finite(run, stretch.first, i) ||
        has_finite(run, i + 1, stretch.end - 1))
        return false;
    for (size_t j = stretch.first; j < stretch.end; j++)
        if (has_lemma_of(&run->context->lexicon, token_at(run, j), LIST_VERBS_WITH_ZU) ||
            token_is(token_at(run, j), POS_CONJUNCTION) || is_opener(run, j))
            return false;
    return true;
}

/* ---- two verbs ---- */

/* "wohnt ist", "kommt wird": the second one is an auxiliary, which can't close the first one's clause. */
static bool are_two_clauses(const struct check_run *run, size_t i)
{
    const struct token *left = token_at(run, i), *right = token_at(run, i + 1);

    return left->clause == right->clause && is_surely_finite(left) && is_surely_finite(right) &&
           token_is(right, POS_AUXILIARY) && !token_is(left, POS_AUXILIARY) &&
           (left->flags & TOKEN_QUOTED) == (right->flags & TOKEN_QUOTED) && (left->flags & TOKEN_SENTENCE_START) == 0 &&
           left->analysis.particle == NO_ID;
}

/* "Weil es regnete fiel das Konzert aus": a clause with a subordinator opens the sentence and ends with its verb. */
static bool lacks_comma_behind_clause(const struct check_run *run, struct stretch stretch, size_t i)
{
    const struct token *left = token_at(run, i), *right = token_at(run, i + 1);

    return i > stretch.first + 1 && i + 2 < stretch.end && is_surely_finite(left) && may_be_finite(right) &&
           !token_is(right, POS_ADJECTIVE) && !token_is(right, POS_NUMERAL) && !token_is(right, POS_DETERMINER) &&
           left->analysis.particle == NO_ID && in_list_lower(run, LIST_CLAUSE_OPENERS, stretch.first) &&
           !token_is_verb_form(token_at(run, i + 2), VERB_INFINITIVE) && !has_sure_finite(run, stretch.first, i);
}

/* "Falls die Züge ausfallen | werden die Gäste umgebucht": the verb that ends the clause looks like an infinitive of
 * the next, which is an auxiliary with its own subject behind it. */
static bool lacks_comma_before_auxiliary(const struct check_run *run, struct stretch stretch, size_t i)
{
    const struct token *left = token_at(run, i), *right = token_at(run, i + 1);
    struct noun_phrase before, subject;

    if (i < stretch.first + 3 || i + 4 >= stretch.end || !token_is(right, POS_AUXILIARY) || !may_be_finite(right) ||
        token_is(left, POS_AUXILIARY) || !token_is_verb_form(left, VERB_INFINITIVE) || is_capitalised(left) ||
        finite_numbers(left) != NUMBER_PL || !in_list_lower(run, LIST_CLAUSE_OPENERS, stretch.first) ||
        is_inflected_adjective(left) || (token_at(run, stretch.first)->flags & TOKEN_SENTENCE_START) == 0 ||
        has_sure_finite(run, stretch.first, i))
        return false;
    return noun_phrase_at(run->doc, stretch.first + 1, &before) && before.has_determiner &&
           (agreeing_numbers(run->doc, &before, CASE_NOM) & NUMBER_PL) != 0 &&
           noun_phrase_at(run->doc, i + 2, &subject) && subject.has_determiner && !subject.contracted &&
           (agreeing_numbers(run->doc, &subject, CASE_NOM) & finite_numbers(right)) != 0 &&
           subject.noun + 1 < stretch.end;
}

/* "überlebte ist": before an auxiliary no adjective, though it looks like one. */
static bool closes_before_auxiliary(const struct token *left, const struct token *right)
{
    return may_be_finite(left) && is_inflected_adjective(left) && (left->flags & TOKEN_CAPITAL) == 0 &&
           !token_is(left, POS_DETERMINER) && token_is(right, POS_AUXILIARY);
}

/* "Der Fahrer, der geflohen war stellte sich": a relative clause behind the subject ends with its verb, and the verb of
 * the main clause follows. */
static bool lacks_comma_behind_relative(const struct check_run *run, struct stretch stretch, size_t i)
{
    const struct token *pronoun = token_at(run, stretch.first), *left = token_at(run, i), *right = token_at(run, i + 1);
    size_t first = sentence_first(run, i);

    if (stretch.first < first + 2 || !text_is(run, stretch.first - 1, ",") || !token_is(pronoun, POS_RELATIVE) ||
        in_list(run, LIST_QUESTION_WORDS, stretch.first) || i < stretch.first + 2 ||
        (!is_surely_finite(left) && !closes_before_auxiliary(left, right)) || !is_surely_finite(right) ||
        i + 2 >= stretch.end || left->analysis.particle != NO_ID ||
        token_is_verb_form(token_at(run, i + 2), VERB_INFINITIVE))
        return false;
    return !has_finite(run, first, stretch.first - 1) && !has_sure_finite(run, stretch.first, i) &&
           stretch_first(run, stretch.first - 1) == first;
}

/* The subject behind the verb that opens the sentence: "Steigen die Preise"; its noun, or 0. The verb agrees with it;
 * where it may be a noun, what follows is no genitive ("Folgen der Krise"). */
static size_t subject_behind_opening_verb(const struct check_run *run, size_t verb)
{
    const struct token *token = token_at(run, verb);
    struct noun_phrase subject;
    bool noun = false;

    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        enum pos pos = pos_of(token->analysis.readings[i].features);

        if (pos != POS_VERB && pos != POS_NOUN && pos != POS_AUXILIARY)
            return 0;
        noun = noun || pos == POS_NOUN;
    }
    if (!may_be_finite(token) || !noun_phrase_at(run->doc, verb + 1, &subject) || !subject.has_determiner ||
        subject.contracted)
        return 0;
    uint32_t cases = agreeing_cases(run->doc, &subject, NULL);

    return (cases & CASE_NOM) != 0 && !(noun && (cases & CASE_GEN) != 0) &&
                   (agreeing_numbers(run->doc, &subject, CASE_NOM) & finite_numbers(token)) != 0
               ? subject.noun
               : 0;
}

/* "Steigen die Preise bleiben die Kunden aus": a condition without subordinator, and the main clause that begins with
 * its verb, before its subject. */
static bool lacks_comma_behind_condition(const struct check_run *run, struct stretch stretch, size_t i)
{
    struct noun_phrase subject;

    if ((token_at(run, stretch.first)->flags & (TOKEN_SENTENCE_START | TOKEN_QUOTED)) != TOKEN_SENTENCE_START ||
        i < stretch.first + 2 || i + 2 >= stretch.end || !may_be_finite(token_at(run, stretch.first)) ||
        !is_surely_finite(token_at(run, i + 1)) || text_is(run, stretch.end, "?") || is_surely_finite(token_at(run, i)))
        return false;
    size_t noun = subject_behind_opening_verb(run, stretch.first);

    if (noun == 0 || noun > i)
        return false;
    for (size_t j = noun + 1; j < stretch.end; j++)
        if (token_is(token_at(run, j), POS_CONJUNCTION) || in_list(run, LIST_CLAUSE_OPENERS, j) ||
            in_list(run, LIST_QUESTION_WORDS, j) || (j != i + 1 && is_surely_finite(token_at(run, j))))
            return false;
    return in_list(run, LIST_NOMINATIVE_PRONOUNS, i + 2) || text_is(run, i + 2, "es") ||
           (noun_phrase_at(run->doc, i + 2, &subject) && subject.has_determiner && !subject.contracted &&
            (agreeing_cases(run->doc, &subject, NULL) & CASE_NOM) != 0);
}

/* "stieg im Juni aber fiel im Juli": aber right before a second verb of the same subject. */
static bool lacks_comma_before_aber_verb(const struct check_run *run, struct stretch stretch, size_t i)
{
    if (!text_is(run, i + 1, "aber") || i + 3 >= stretch.end || !is_surely_finite(token_at(run, i + 2)) ||
        (token_at(run, stretch.first)->flags & TOKEN_SENTENCE_START) == 0 ||
        token_is(token_at(run, stretch.first), POS_SUBORDINATOR) ||
        in_list_lower(run, LIST_QUESTION_WORDS, stretch.first) || is_surely_finite(token_at(run, i)))
        return false;
    return has_sure_finite(run, stretch.first, i) && third_person_numbers(token_at(run, i + 2)) != 0 &&
           !in_list(run, LIST_NOMINATIVE_PRONOUNS, i + 3);
}

/* "lobte den Plan aber den Preis nannte er nicht": aber joins two clauses, of which the second has its subject right
 * behind its verb. */
static bool lacks_comma_before_aber(const struct check_run *run, struct stretch stretch, size_t i)
{
    /* "Noten lesen aber konnte er nicht": what is no finite verb stands first, and aber behind it */
    bool noun = i > stretch.first && is_capitalised(token_at(run, i)) && token_is(token_at(run, i), POS_NOUN);
    bool nonfinite = noun || token_is_verb_form(token_at(run, i), VERB_INFINITIVE) ||
                     token_is_verb_form(token_at(run, i), VERB_PARTICIPLE2);

    if (!text_is(run, i + 1, "aber") || !has_likely_finite(run, stretch.first, i + !nonfinite) ||
        is_surely_finite(token_at(run, i)))
        return false;
    for (size_t j = i + 2; j + 1 < stretch.end; j++) {
        if (divides_clauses(token_at(run, j)))
            return false;
        if (may_be_finite(token_at(run, j)) && in_list(run, LIST_NOMINATIVE_PRONOUNS, j + 1))
            return true;
    }
    return false;
}

static bool is_bare_adjective(const struct token *token)
{
    return (token->flags & TOKEN_CAPITAL) == 0 && !token_is(token, POS_PARTICLE) && !token_is(token, POS_PREPOSITION) &&
           has_bare_adjective(token);
}

/* "ist müde aber zufrieden": aber between two adjectives. */
static bool lacks_comma_between_adjectives(const struct check_run *run, struct stretch stretch, size_t i)
{
    return text_is(run, i + 1, "aber") && i > stretch.first && i + 3 == stretch.end &&
           is_bare_adjective(token_at(run, i)) && is_bare_adjective(token_at(run, i + 2)) &&
           has_lemma(&run->context->lexicon, token_at(run, i - 1), "sein");
}

/* True when the rest of the stretch need not be looked at: it is the relative clause. */
static bool check_place(const struct check_run *run, struct stretch stretch, size_t i)
{
    bool relative = false;

    if (lacks_comma_before(run, stretch, i) || lacks_comma_before_question(run, stretch, i) ||
        lacks_comma_behind_question(run, stretch, i))
        insert_comma(run, "check/comma-before-clause", i);
    else if ((relative = lacks_comma_before_relative(run, stretch, i)))
        insert_comma(run, "check/comma-before-relative", i);
    else if (lacks_comma_before_um(run, stretch, i) || lacks_comma_before_ohne_zu(run, stretch, i) ||
             lacks_comma_before_ohne(run, stretch, i) || lacks_comma_behind_infinitive(run, stretch, i) ||
             lacks_comma_behind_noun(run, stretch, i) || lacks_comma_before_pronoun(run, stretch, i))
        insert_comma(run, "check/comma-infinitive", i);
    else if (are_two_clauses(run, i) || lacks_comma_before_aber(run, stretch, i) ||
             lacks_comma_before_aber_verb(run, stretch, i) || lacks_comma_behind_relative(run, stretch, i) ||
             lacks_comma_between_adjectives(run, stretch, i) || lacks_comma_before_auxiliary(run, stretch, i) ||
             lacks_comma_behind_clause(run, stretch, i) || lacks_comma_behind_condition(run, stretch, i))
        insert_comma(run, "check/comma-between-clauses", i);
    return relative;
}

/* A word before which a comma may be lacking: what opens a clause, or a verb. */
bool may_lack_comma(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);

    return in_list(run, LIST_SUBORDINATORS_COMMA, i) || in_list(run, LIST_QUESTION_WORDS, i) || is_opener(run, i) ||
           text_is(run, i, "aber") || may_be_finite(token) || is_surely_finite(token) ||
           (token_is(token, POS_RELATIVE) && (token->flags & TOKEN_CAPITAL) == 0);
}

/* False for most pairs of tokens: between them, or before the preposition of a relative pronoun, no comma is lacking.
 */
static bool may_be_place(const struct check_run *run, size_t i)
{
    return is_marked(run, MARK_LACKS_COMMA, i + 1) || in_list(run, LIST_NOUNS_WITH_INFINITIVE, i) ||
           ((token_at(run, i)->flags & TOKEN_CAPITAL) != 0 && i + 2 < run->doc->token_count &&
            is_marked(run, MARK_LACKS_COMMA, i + 2));
}

void check_commas(const struct check_run *run)
{
    for (size_t i = 0; i < run->doc->token_count;) {
        struct stretch stretch = { i, stretch_end(run, i) };

        for (size_t j = stretch.first; j + 1 < stretch.end; j++)
            if (may_be_place(run, j) && check_place(run, stretch, j))
                break;
        i = stretch.end > i ? stretch.end : i + 1;
    }
}
