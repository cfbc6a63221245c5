/* Marks the wrong auxiliary in clauses that are read as a whole: "nachdem er angekommen hatte", "Die Firma ist ihren
 * Umsatz gesteigert", and a perfect infinitive where a passive is meant: "Dem Arzt wird vorgeworfen haben". */
#include "checks/checks.h"
#include "checks/clauses.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "checks/stretches.h"
#include "checks/subjects.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* No subordinator, relative pronoun or question word opens the stretch of the token. */
static bool is_main_clause(const struct check_run *run, size_t i)
{
    size_t first = stretch_first(run, i);
    bool behind = first > sentence_first(run, first) && text_is(run, first - 1, ",");

    for (size_t at = first; at < i; at++)
        if (in_list_lower(run, LIST_OPENERS_OF_BRACKETS, at) || in_list_lower(run, LIST_CLAUSE_OPENERS, at) ||
            in_list_lower(run, LIST_QUESTION_WORDS, at) || is_surely_finite(token_at(run, at)))
            return false;
    struct noun_phrase phrase; /* "sagte, das Baby sei": no relative pronoun, but the subject */

    return !behind || !token_is(token_at(run, first + token_is(token_at(run, first), POS_PREPOSITION)), POS_RELATIVE) ||
           (noun_phrase_at(run->doc, first, &phrase) && phrase.noun + 1 == i);
}

/* "ihren Umsatz": what can be nothing but an accusative. */
static bool has_sure_accusative(const struct clause *clause)
{
    for (size_t i = 0; i < clause->count; i++)
        if (is_argument(&clause->phrases[i]) && clause->phrases[i].cases == CASE_ACC && !clause->phrases[i].name &&
            clause->phrases[i].determined)
            return true;
    return false;
}

/* A participle of these verbs, and no infinitive that looks like it: "entlassen". */
static bool is_sure_participle_of(const struct check_run *run, size_t index, enum named_list list)
{
    return is_participle_of(&run->context->lexicon, token_at(run, index), list) &&
           !token_is_verb_form(token_at(run, index), VERB_INFINITIVE);
}

/* "gekommen", "nachgegangen": its perfect has sein, always. */
static bool takes_sein(const struct check_run *run, size_t index)
{
    return is_sure_participle_of(run, index, LIST_VERBS_WITH_SEIN) ||
           is_sure_participle_of(run, index, LIST_SEIN_VERBS_OF_AGENTS);
}

/* The participle and the auxiliary of the clause stand side by side at its end, or the participle ends it. */
static bool is_perfect(const struct clause *clause)
{
    size_t end = clause->order == CLAUSE_VERB_LAST ? clause->finite : clause->end;

    return clause->verb != clause->finite && clause->verb + 1 == end;
}

/* "weil der Zug verunglückt hat": in main clauses verb_forms.c looks for it. */
static void check_haben(const struct check_run *run, const struct clause *clause)
{
    if (clause->order == CLAUSE_VERB_LAST &&
        has_lemma(&run->context->lexicon, token_at(run, clause->finite), "haben") && takes_sein(run, clause->verb))
        report(run, "check/haben-with-sein-verb", token_at(run, clause->finite)->span);
}

/* Nothing but the subject stands there without a preposition. */
static bool has_no_object(const struct clause *clause)
{
    size_t arguments = 0;

    for (size_t i = 0; i < clause->count; i++)
        arguments += is_argument(&clause->phrases[i]) && !is_genitive_attribute(clause, i);
    return arguments == 1;
}

/* "an Land", "ans Ufer", "in den Hafen", "zur Insel": where a motion ends. */
static bool leads_somewhere(const struct check_run *run, size_t i)
{
    struct noun_phrase phrase;

    if (text_is(run, i, "ans") || text_is(run, i, "ins") || text_is(run, i, "zum") || text_is(run, i, "zur") ||
        text_is(run, i + 1, "Land"))
        return true;
    return (text_is(run, i, "in") || text_is(run, i, "an") || text_is(run, i, "auf")) &&
           noun_phrase_at(run->doc, i + 1, &phrase) && phrase.has_determiner &&
           agreeing_cases(run->doc, &phrase, NULL) == CASE_ACC && !is_adverbial_noun(run, phrase.noun);
}

/* "hatte aus dem Fenster gesprungen", "hat in Rom gelandet": a verb of motion with somewhere to go, and no object that
 * is moved. */
static void check_motion(const struct check_run *run, const struct clause *clause)
{
    bool goes = has_lemma(&run->context->lexicon, token_at(run, clause->verb), "landen");
    bool sport = is_sure_participle_of(run, clause->verb, LIST_VERBS_OF_WATER_SPORT);

    if (clause->relative || !has_lemma(&run->context->lexicon, token_at(run, clause->finite), "haben") ||
        (!sport && !is_sure_participle_of(run, clause->verb, LIST_VERBS_OF_MOTION)) || !has_no_object(clause))
        return;
    for (size_t i = clause->finite + 1; i < clause->verb; i++)
        goes = goes || (sport ? leads_somewhere(run, i) : in_list(run, LIST_DIRECTIONS, i));
    if (goes)
        report(run, "check/haben-with-sein-verb", token_at(run, clause->finite)->span);
}

/* "muss eingeschlafen haben": behind a modal verb too. */
static void check_infinitive_of_perfect(const struct check_run *run, const struct clause *clause)
{
    if (clause->order == CLAUSE_VERB_SECOND && clause->end > clause->finite + 2 &&
        text_is(run, clause->end - 1, "haben") &&
        !has_lemma(&run->context->lexicon, token_at(run, clause->finite), "haben") && takes_sein(run, clause->end - 2))
        report(run, "check/haben-with-sein-verb", token_at(run, clause->end - 1)->span);
}

/* "Die Aktie hat um ein Fünftel gefallen": what pleases does so to somebody, and not by an amount. */
static void check_fallen(const struct check_run *run, const struct clause *clause)
{
    bool amount = false;

    if (!text_is(run, clause->verb, "gefallen") ||
        !has_lemma(&run->context->lexicon, token_at(run, clause->finite), "haben"))
        return;
    for (size_t i = 0; i < clause->count; i++) {
        const struct clause_phrase *phrase = &clause->phrases[i];

        if (is_argument(phrase) && (phrase->cases & CASE_DAT) != 0 && phrase->first > clause->finite)
            return;
        for (size_t at = clause->finite; at < phrase->first; at++)
            amount = amount || (phrase->adverbial && text_is(run, at, "um"));
    }
    if (amount)
        report(run, "check/haben-with-sein-verb", token_at(run, clause->finite)->span);
}

/* "Die Firma ist ihren Umsatz gesteigert": an accusative has no place beside sein. */
static bool check_sein(const struct check_run *run, const struct clause *clause)
{
    if (clause->relative || !has_lemma(&run->context->lexicon, token_at(run, clause->finite), "sein") ||
        !is_sure_participle_of(run, clause->verb, LIST_ACCUSATIVE_VERBS) || !has_sure_accusative(clause))
        return false;
    report(run, "check/sein-with-haben-verb", token_at(run, clause->finite)->span);
    return true;
}

/* "die Bank", "40 Filialen", "wir": a subject or an object, and neither "das" nor a name that may be said of another
 * phrase, nor a part of something ("die Hälfte des Jahres"). */
static bool may_be_either(const struct check_run *run, const struct clause *clause, size_t index)
{
    const struct clause_phrase *phrase = &clause->phrases[index], *before = phrase - (index > 0);

    if (index > 0 && before->prepositional && before->end == phrase->first &&
        phrase->end == clause->finite) /* "nach dem Ende der Achilles war" */
        return false;
    return is_argument(phrase) && !is_genitive_attribute(clause, index) && !phrase->name && !phrase->pronoun &&
           (phrase->determined || phrase->counted) && (phrase->cases & (CASE_NOM | CASE_ACC)) != 0 &&
           (phrase->counted || (phrase->cases & CASE_DAT) == 0) && !is_measure(run, phrase->head) &&
           !lemma_in(run, phrase->head, LIST_QUANTITIES) && !is_kind_of(run, phrase->head, LIST_SPANS_OF_TIME) &&
           !is_kind_of(run, phrase->head, LIST_TIME_NOUNS);
}

/* "Die Bank ist seit Mai 40 Filialen geschlossen": two phrases, one of them before the verb or a pronoun, have no place
 * beside sein and the participle of a verb with an object, though their form tells no accusative. */
static void check_sein_with_two(const struct check_run *run, const struct clause *clause)
{
    size_t phrases = 0, subjects = 0;

    if (clause->relative || clause->order != CLAUSE_VERB_SECOND ||
        !has_lemma(&run->context->lexicon, token_at(run, clause->finite), "sein") ||
        (!is_sure_participle_of(run, clause->verb, LIST_ACCUSATIVE_VERBS) &&
         !is_sure_participle_of(run, clause->verb, LIST_VERBS_NEEDING_ACCUSATIVE)) ||
        has_lemma_of(&run->context->lexicon, token_at(run, clause->verb), LIST_VERBS_WITH_TWO_ACCUSATIVES))
        return;
    for (size_t i = 0; i < clause->count; i++) {
        const struct clause_phrase *phrase = &clause->phrases[i];

        if (may_be_either(run, clause, i)) {
            phrases++;
            continue;
        }
        if (!is_argument(phrase) || is_genitive_attribute(clause, i))
            continue;
        if (in_list_lower(run, LIST_SUBJECT_PRONOUNS, phrase->head) ||
            (phrase->name && phrase->first == clause->first && phrase->end == clause->finite &&
             !token_is(token_at(run, phrase->head), POS_NOUN)) /* "gestern Abend" */)
            subjects++;
        else if (phrase->cases != CASE_DAT)
            return;
    }
    if (phrases > 0 && phrases + subjects == 2)
        report(run, "check/sein-with-haben-verb", token_at(run, clause->finite)->span);
}

/* "Dem Bürgermeister wird vorgeworfen haben, …": only datives, and a verb that would need a subject. */
static void check_perfect_infinitive(const struct check_run *run, const struct clause *clause)
{
    bool dative = false;

    if (clause->order != CLAUSE_VERB_SECOND || clause->end < clause->finite + 3 || !text_is(run, clause->end, ",") ||
        !text_is(run, clause->end - 1, "haben") ||
        !has_lemma(&run->context->lexicon, token_at(run, clause->finite), "werden") ||
        !token_is_verb_form(token_at(run, clause->end - 2), VERB_PARTICIPLE2))
        return;
    for (size_t i = 0; i < clause->count; i++) {
        const struct clause_phrase *phrase = &clause->phrases[i];

        if (phrase->prepositional)
            continue;
        if (phrase->name || phrase->pronoun || (phrase->cases & CASE_NOM) != 0)
            return;
        dative = dative || phrase->cases == CASE_DAT;
    }
    if (dative)
        report(run, "check/infinitive-for-participle", tokens_span(run, clause->end - 2, clause->end - 1));
}

/* ---- by the bracket alone ---- */

/* "wenn es sich auf Kinder bezieht und | klar geschrieben ist": what und joins to a clause that has its verb begins
 * there anew. */
static size_t first_behind_und(const struct check_run *run, size_t first, size_t end)
{
    for (size_t at = end; at > first + 1; at--)
        if (token_is(token_at(run, at - 1), POS_CONJUNCTION) && has_sure_finite(run, first, at - 1))
            return at;
    return first;
}

/* A form of haben or sein that ends its clause right behind a participle, or that a participle ends the stretch for.
 * The participle; 0 where there is none. */
static size_t participle_of(const struct check_run *run, size_t i, size_t *first)
{
    size_t end = stretch_end(run, i), last = end - 1;

    *first = stretch_first(run, i);
    if (i > *first && (i + 1 == end || text_is(run, i + 1, "und") || text_is(run, i + 1, "oder")) &&
        is_past_participle(token_at(run, i - 1)) && !is_main_clause(run, i - 1))
        return i - 1;
    if (last < i + 2 || !is_past_participle(token_at(run, last)) || !is_main_clause(run, i) ||
        has_lemma(&run->context->lexicon, token_at(run, last), "sein"))
        return 0;
    for (size_t at = i + 1; at < last; at++)
        if (is_surely_finite(token_at(run, at)) || is_bare_infinitive(run->doc, at) ||
            (token_is(token_at(run, at), POS_CONJUNCTION) && !text_is(run, at, "noch")) ||
            (token_is_verb_form(token_at(run, at), VERB_PARTICIPLE2) && !is_inflected_adjective(token_at(run, at)) &&
             !(at + 1 == last && text_is(run, last, "worden"))))
            return 0;
    return last;
}

/* "einen Antrag" between two tokens: an accusative and nothing else, without a preposition before it, and no span of
 * time. */
static bool holds_sure_accusative(const struct check_run *run, size_t first, size_t end)
{
    struct noun_phrase phrase;

    for (size_t i = first; i < end; i++)
        if ((text_is(run, i, "einen") || text_is(run, i, "keinen") || text_is(run, i, "den") ||
             text_is(run, i, "seinen") || text_is(run, i, "ihren")) &&
            !(i > 0 && (token_is(token_at(run, i - 1), POS_PREPOSITION) || text_is(run, i - 1, "und"))) &&
            noun_phrase_at(run->doc, i, &phrase) && phrase.noun < end &&
            agreeing_cases(run->doc, &phrase, NULL) == CASE_ACC && !is_adverbial_noun(run, phrase.noun))
            return true;
    return false;
}

/* "gegangen", and what is made of it: "eingegangen", "losgeworden". */
static bool goes_with_sein(const struct check_run *run, size_t participle)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *token = token_at(run, participle);

    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t lemma = token->analysis.readings[i].lemma;
        struct slice verb = lemma == NO_ID ? (struct slice){ 0 } : lemma_text(lexicon, lemma);
        struct slice base = slice_from(verb, lemma == NO_ID ? 0 : lexicon->lemmas[lemma].separable);

        if (in_word_list(lexicon, LIST_VERBS_WITH_SEIN, verb) || in_word_list(lexicon, LIST_VERBS_OF_MOTION, verb) ||
            in_word_list(lexicon, LIST_VERBS_WITH_SEIN, base) || in_word_list(lexicon, LIST_VERBS_OF_MOTION, base) ||
            slice_equal(base, SLICE("werden")) || slice_equal(base, SLICE("gehen")))
            return true;
    }
    return false;
}

/* "gewogen", "bekannt": an adjective of its own, with the shape of a participle. */
static bool has_own_adjective(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);

    for (uint16_t r = 0; r < token->analysis.reading_count; r++) {
        const struct reading *reading = &token->analysis.readings[r];

        if (pos_of(reading->features) == POS_ADJECTIVE && reading->lemma != NO_ID &&
            slice_equal(lemma_text(&run->context->lexicon, reading->lemma), text_at(run, i)))
            return true;
    }
    return false;
}

/* "ist sich das Bein gebrochen", "sind sich angesteckt": a reflexive pronoun goes with haben, but where it is a dative
 * beside what is an adjective: "sich selbst überlassen", "sich verpflichtet". */
static bool holds_reflexive(const struct check_run *run, size_t first, size_t participle)
{
    for (size_t i = first; i < participle; i++)
        if (text_is(run, i, "sich") && !(i > 0 && token_is(token_at(run, i - 1), POS_PREPOSITION)) &&
            !text_is(run, i + 1, "selbst") && !text_is(run, i + 1, "gegenseitig") && !text_is(run, i + 1, "selber")) {
            struct noun_phrase object; /* "sich das Bein gebrochen" */
            bool has_object = noun_phrase_at(run->doc, i + 1, &object) && object.has_determiner && !object.contracted &&
                              object.noun + 1 == participle &&
                              (agreeing_cases(run->doc, &object, NULL) & CASE_ACC) != 0;

            return !is_participle_of(&run->context->lexicon, token_at(run, participle), LIST_SEIN_VERBS_OF_AGENTS) &&
                   !in_list(run, LIST_PARTICIPLES_WITH_DATIVE, participle) &&
                   (has_object ||
                    !(has_own_adjective(run, participle) || token_is(token_at(run, participle), POS_ADVERB)));
        }
    return false;
}

/* "ausgebrochen hatte", "verhaftet worden hat", "hat die Zeit gekommen"; "weil er einen Antrag gestellt ist", "ist
 * fast ein Jahr gedauert". */
static void check_swap(const struct check_run *run, size_t i)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    size_t first, participle = participle_of(run, i, &first);

    if (participle == 0)
        return;
    first = first_behind_und(run, first, participle < i ? participle : i);
    if (has_lemma(lexicon, token_at(run, i), "haben")) {
        if (text_is(run, participle, "worden") ||
            (takes_sein(run, participle) && !holds_sure_accusative(run, first, participle))) /* "einen Coup gelandet" */
            report(run, "check/haben-with-sein-verb", token_at(run, i)->span);
        return;
    }
    if (goes_with_sein(run, participle) || text_is(run, participle, "gewohnt") || text_is(run, participle, "besessen"))
        return;
    if (holds_reflexive(run, first, participle) || holds_sure_accusative(run, first, participle) ||
        is_sure_participle_of(run, participle, LIST_VERBS_WITH_HABEN))
        report(run, "check/sein-with-haben-verb", token_at(run, i)->span);
}

bool is_haben_or_sein(const struct check_run *run, size_t i)
{
    const struct lexicon *lexicon = &run->context->lexicon;

    return token_is(token_at(run, i), POS_AUXILIARY) && may_be_finite(token_at(run, i)) &&
           (has_lemma(lexicon, token_at(run, i), "haben") || has_lemma(lexicon, token_at(run, i), "sein"));
}

void check_auxiliaries(const struct check_run *run)
{
    for (size_t i = next_marked(run, MARK_HABEN_OR_SEIN, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_HABEN_OR_SEIN, i + 1))
        check_swap(run, i);
    for (size_t i = 0; i < run->clause_count; i++) {
        const struct clause *clause = &run->clauses[i];

        if (!token_is(token_at(run, clause->finite), POS_AUXILIARY))
            continue;
        if (is_perfect(clause)) {
            check_haben(run, clause);
            check_fallen(run, clause);
            check_motion(run, clause);
            if (!check_sein(run, clause))
                check_sein_with_two(run, clause);
        }
        check_infinitive_of_perfect(run, clause);
        check_perfect_infinitive(run, clause);
    }
}
