/* Marks a verb whose number nothing in its clause has, where the clause is read as a whole. */
#include "checks/corrections.h"
#include "checks/subjects.h"

#include "checks/paradigms.h"
#include "checks/places.h"
#include "checks/stretches.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* "es", "das", "was", "wer": they may stand beside a plural ("Das sind Freunde", "Wer sind die Leute"). */
static bool takes_any_number(const struct check_run *run, const struct clause_phrase *phrase)
{
    return lower_in_list(&run->context->lexicon, LIST_SUBJECTS_OF_ANY_NUMBER, &run->doc->tokens[phrase->head]);
}

/* "Eine Reihe von Tests", "jede Frau und jeder Mann", "zehn Prozent": the verb may follow either number. */
static bool is_of_any_number(const struct check_run *run, const struct clause *clause,
                             const struct clause_phrase *phrase)
{
    struct slice first = token_text(run->doc, &run->doc->tokens[phrase->first]);

    if (is_quantity(run, phrase->first, phrase->head) || is_measure(run, phrase->head))
        return true;
    if (!phrase->several)
        return false;
    /* "Mieten und Strom kostet", "die Frau und ihr Mann lacht" */
    return slice_starts(first, SLICE("Jed")) || slice_starts(first, SLICE("jed")) ||
           slice_starts(first, SLICE("Kein")) || slice_starts(first, SLICE("kein")) || phrase->first > clause->finite ||
           (!phrase->plural && (!phrase->determined || slice_equal(first, SLICE("Das"))));
}

/* "Der Markt für gebrauchte Geräte | wird": one phrase stands before the verb, with what depends on it. */
static bool opens_with_phrase(const struct clause *clause)
{
    const struct clause_phrase *phrases = clause->phrases;

    if (clause->count == 0 || phrases[0].first != clause->first || phrases[0].end > clause->finite)
        return false;
    for (size_t i = 1; i < clause->count && phrases[i].first < clause->finite; i++)
        if (!phrases[i].prepositional && (phrases[i].cases & CASE_GEN) == 0)
            return false;
    return true;
}

/* "Steigende Mieten und hoher Lohn belastet die Firma": what stands before the verb and can be nothing but a nominative
 * is the subject, whatever else the clause holds. A copula may follow what is said of it ("Der Grund sind die Preise").
 */
static bool is_only_subject(const struct check_run *run, const struct clause *clause)
{
    const struct clause_phrase *phrase = &clause->phrases[0];

    if (clause->order != CLAUSE_VERB_SECOND || !opens_with_phrase(clause) || phrase->cases != CASE_NOM ||
        phrase->pronoun || phrase->name || phrase->prepositional || phrase->adverbial ||
        (!phrase->determined && !phrase->several))
        return false;
    return is_auxiliary_of_verb(run, clause->finite) ||
           !has_lemma_of(&run->context->lexicon, token_at(run, clause->finite), LIST_VERBS_WITH_TWO_NOMINATIVES);
}

/* A noun before the comma that has these numbers, and is feminine where it is a singular; also what is not known. */
static bool may_be_of_die(const struct check_run *run, size_t index, uint32_t wanted)
{
    const struct token *token = token_at(run, index);

    if (token_is(token, POS_NAME) || token_is(token, POS_PRONOUN) || token_is(token, POS_NUMERAL) ||
        token->kind == TOKEN_NUMBER || token->analysis.reading_count == 0 || text_is(run, index, "und"))
        return token->kind != TOKEN_PUNCTUATION;
    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;
        bool feminine = (features & GENDER_F) != 0 || (features & GENDER_ANY) == 0;

        if ((pos_of(features) == POS_NOUN || (pos_of(features) == POS_ADJECTIVE && is_capitalised(token))) &&
            (features & wanted) != 0 && (wanted == NUMBER_PL || feminine))
            return true;
    }
    return false;
}

/* "der", "das", "die": a relative pronoun that may be a nominative. */
static bool has_subject_form(const struct check_run *run, const struct clause *clause)
{
    return text_is(run, clause->opener, "der") || text_is(run, clause->opener, "das") ||
           text_is(run, clause->opener, "die");
}

/* True when the relative pronoun may be the subject of a verb of these numbers: "die" with each that some word before
 * has, "der" and "das" with a singular. */
static bool may_be_relative_subject(const struct check_run *run, const struct clause *clause, uint32_t wanted)
{
    if (text_is(run, clause->opener, "den") || text_is(run, clause->opener, "dem") ||
        text_is(run, clause->opener, "denen"))
        return false;
    if (text_is(run, clause->opener, "der") || text_is(run, clause->opener, "das"))
        return wanted != NUMBER_PL;
    if (!text_is(run, clause->opener, "die") || wanted == NUMBER_ANY)
        return true;
    for (size_t i = sentence_first(run, clause->opener); i < clause->opener; i++)
        if (may_be_of_die(run, i, wanted) || (wanted == NUMBER_PL && may_be_loan_plural(run, token_at(run, i))))
            return true;
    return false;
}

/* "des Foo", "dem Foo"; "der Foo", "das Foo" beside a plural verb: whatever it is, it is not the subject. */
static bool can_be_no_subject(const struct check_run *run, const struct clause_phrase *phrase, uint32_t wanted)
{
    const struct token *last = token_at(run, phrase->end - 1);
    bool two_nouns = phrase->end - 1 > phrase->head && phrase->end > phrase->first + 2 && token_is(last, POS_NOUN) &&
                     !token_is(last, POS_NAME);

    if (phrase->several || phrase->first + 1 == phrase->end || two_nouns) /* "des Hauses Dach" */
        return false;
    return in_list_lower(run, LIST_OBLIQUE_ARTICLES, phrase->first) ||
           (wanted == NUMBER_PL && in_list_lower(run, LIST_SINGULAR_ARTICLES, phrase->first));
}

/* "Ein Foo | wurden": whatever the noun, the phrase that opens the clause is one thing. */
static bool is_one_before_verb(const struct check_run *run, const struct clause *clause,
                               const struct clause_phrase *phrase, uint32_t wanted)
{
    struct slice first = lower_at(run, phrase->first);

    return wanted == NUMBER_PL && clause->order == CLAUSE_VERB_SECOND && phrase->first == clause->first &&
           phrase->end == clause->finite && phrase->end == phrase->first + 2 &&
           (slice_equal(first, SLICE("ein")) || slice_equal(first, SLICE("eine")) || slice_equal(first, SLICE("das")));
}

/* "dass es wichtig sind", "Die Partei haben es abgelehnt": es and das stand beside a plural verb only where a plural
 * stands too, as in "Das sind Freunde"; "Es sind genug". */
static bool is_lone_expletive(const struct check_run *run, const struct clause *clause,
                              const struct clause_phrase *phrase, uint32_t wanted)
{
    if (wanted != NUMBER_PL || (!text_is(run, phrase->head, "es") && !text_is(run, phrase->head, "das")) ||
        phrase->end != phrase->first + 1 || clause->end < clause->first + 4)
        return false;
    bool object =
        phrase->first > clause->finite && has_lemma(&run->context->lexicon, token_at(run, clause->finite), "haben");

    if (!text_is(run, clause->end, ".") && clause->order == CLAUSE_VERB_SECOND && !object)
        return false;
    for (size_t i = clause->first; i < clause->end; i++)
        if (in_list(run, LIST_ADVERBS_OF_QUANTITY, i) || token_at(run, i)->kind == TOKEN_NUMBER ||
            token_is(token_at(run, i), POS_NUMERAL))
            return false;
    for (size_t i = 0; object && i < clause->count; i++) /* "Schwer haben es vor allem Gründer" */
        if (clause->phrases[i].first > phrase->first &&
            (clause->phrases[i].end > clause->phrases[i].head + 1 || /* "nach ihren Worten | Gründer" */
             (!clause->phrases[i].prepositional && (clause->phrases[i].cases & CASE_NOM) != 0 &&
              (clause->phrases[i].numbers & NUMBER_PL) != 0)))
            return false;
    /* "das sind vor allem Nudeln" */
    for (size_t i = 0; i < clause->count && has_lemma(&run->context->lexicon, token_at(run, clause->finite), "sein");
         i++)
        if (clause->phrases[i].first > clause->finite && is_plural_noun(token_at(run, clause->phrases[i].head)))
            return false;
    return true;
}

/* "Viele Rentner wohnen möbliert": the participle, which looks finite too, says how; the verb stands before it. */
static bool is_participle_behind_verb(const struct check_run *run, const struct clause *clause)
{
    size_t finite = clause->finite;

    return clause->order == CLAUSE_VERB_SECOND && finite > clause->first &&
           token_is_verb_form(token_at(run, finite), VERB_PARTICIPLE2) && may_be_finite(token_at(run, finite - 1)) &&
           (token_at(run, finite - 1)->flags & TOKEN_CAPITAL) == 0;
}

/* "Dort wird Karten verkauft", "alter Müll wurden gefunden": without determiner only in a passive, or right before the
 * verb; and an adjective must be a strong nominative. */
static bool is_bare_subject(const struct check_run *run, const struct clause *clause,
                            const struct clause_phrase *phrase)
{
    struct noun_phrase bare = { .first = phrase->first, .noun = phrase->head };

    bool plural = phrase->first == phrase->head || phrase->numbers == NUMBER_PL; /* "Russische Truppen rückte" */
    bool opens = phrase->first == clause->first && phrase->end == clause->finite && plural &&
                 clause->order == CLAUSE_VERB_SECOND && clause->end > clause->finite + 1 &&
                 !token_is(token_at(run, phrase->head), POS_NAME) &&
                 !is_measure(run, phrase->head); /* "Fachleute sieht", but "Moore sieht" */

    /* "dass Teams abgeschaltet wird": a product's name. */
    bool name = phrase->first == phrase->head && is_english_token(token_at(run, phrase->head));

    if (phrase->several || name || !(clause->passive || opens))
        return false;
    /* "Virologen wurde vorgeworfen, …" */
    if (clause->passive && (phrase->cases & CASE_DAT) != 0 && clause_verb_in(run, clause, LIST_VERBS_OF_GIVING))
        return false;
    return phrase->first == phrase->head ? phrase->numbers == NUMBER_PL
                                         : (strong_cases(run->doc, &bare) & CASE_NOM) != 0;
}

/* "Weil die Preise steigen, | spart": a main clause begins behind the mark. */
static bool opens_with_verb(const struct check_run *run, size_t mark)
{
    return text_is(run, mark, ",") && same_sentence(run, mark, mark + 1) && is_surely_finite(token_at(run, mark + 1));
}

/* "wenn sie kommen, aber nicht bleiben kann": the infinitive looks like a plural, and the finite verb comes later. "die
 * geprüft werden" is a whole. */
static bool may_go_on(const struct check_run *run, const struct clause *clause)
{
    const struct token *finite = token_at(run, clause->finite);
    bool whole = text_is(run, clause->end, ".") || opens_with_verb(run, clause->end) ||
                 (clause->verb != clause->finite && token_is_verb_form(token_at(run, clause->verb), VERB_PARTICIPLE2) &&
                  text_is(run, clause->end, ",") && same_sentence(run, clause->end, clause->end + 1) &&
                  !token_is(token_at(run, clause->end + 1), POS_CONJUNCTION));

    return clause->order == CLAUSE_VERB_LAST && token_is_verb_form(finite, VERB_INFINITIVE) &&
           (!whole || text_is(run, clause->opener, "als"));
}

/* "Zu den Arten gehören der Wolf, der Bär …"; but not "… der Wolf vermutlich, der Bär …", "fordern der Rat, dass …". */
static bool may_begin_list(const struct check_run *run, const struct clause *clause, const struct clause_phrase *phrase,
                           uint32_t wanted)
{
    if (phrase->first < clause->finite || wanted != NUMBER_PL || clause->order != CLAUSE_VERB_SECOND ||
        text_is(run, clause->end, ".") || text_is(run, clause->end, "und") || clause_follows(run, clause->end))
        return false;
    size_t next = clause->end + 1; /* "ein See, der größer ist" */
    struct noun_phrase behind;

    if (text_is(run, clause->end, ",") && same_sentence(run, clause->end, next + 1) &&
        token_is(token_at(run, next), POS_RELATIVE) && !noun_phrase_at(run->doc, next, &behind) &&
        is_surely_finite(token_at(run, stretch_end(run, next) - 1)))
        return false;
    /* "gehören das Kopieren in eine Datei, das Löschen …" */
    bool row = clause->phrases[clause->count - 1].prepositional && same_sentence(run, clause->end, next) &&
               noun_phrase_at(run->doc, next, &behind) && behind.has_determiner && !behind.contracted &&
               (agreeing_cases(run->doc, &behind, NULL) & CASE_NOM) != 0 &&
               !has_sure_finite(run, next, stretch_end(run, next));

    return phrase->end == clause->end || row || is_genitive_attribute(clause, clause->count - 1);
}

/* "vom 26. Juli bis zum 8. August" */
static bool is_date(const struct check_run *run, const struct clause_phrase *phrase)
{
    return phrase->first > 1 && in_list(run, LIST_MONTHS, phrase->first) &&
           (token_at(run, phrase->first - 1)->flags & TOKEN_ORDINAL) != 0 &&
           token_is(token_at(run, phrase->first - 2), POS_PREPOSITION);
}

/* "nach Angaben | der Polizei": right behind a noun alone with its preposition, which is no time and no name. */
static bool depends_on_bare(const struct clause *clause, const struct clause_phrase *phrase)
{
    size_t index = (size_t)(phrase - clause->phrases);
    const struct clause_phrase *before = &phrase[-1];

    return phrase->determined && !phrase->name && is_genitive_attribute(clause, index) && before->prepositional &&
           before->first == before->head && before->end == before->head + 1 && !before->adverbial && !before->name &&
           !before->pronoun && !before->counted;
}

/* "41 Lira", "30.000 Baht", "zehn Mann": several of what has no plural. */
static bool is_counted_mass(const struct check_run *run, const struct clause_phrase *phrase)
{
    if (phrase->counted && phrase->head > phrase->first && lemma_in(run, phrase->head, LIST_COUNTED_IN_SINGULAR) &&
        token_is_number(token_at(run, phrase->head - 1)) &&
        !slice_starts(lower_at(run, phrase->head - 1), SLICE("ein")))
        return true;
    return phrase->counted && phrase->head > phrase->first && token_at(run, phrase->head - 1)->kind == TOKEN_NUMBER &&
           !text_is(run, phrase->head - 1, "1");
}

/* What a phrase is to a finite verb. */
enum subject_fit {
    FIT_NONE,   /* no subject */
    FIT_WRONG,  /* it could be the subject but for its number */
    FIT_SUBJECT /* it is the subject, or may be */
};

static enum subject_fit fit_of(const struct check_run *run, const struct clause *clause,
                               const struct clause_phrase *phrase, uint32_t wanted)
{
    bool compared = phrase->adverbial && !phrase->determined && !phrase->counted && phrase->first > clause->first &&
                    (text_is(run, phrase->first - 1, "als") || text_is(run, phrase->first - 1, "wie"));

    if (phrase->name && can_be_no_subject(run, phrase, wanted))
        return is_one_before_verb(run, clause, phrase, wanted) ? FIT_WRONG : FIT_NONE;
    if (phrase->prepositional && phrase->end > phrase->first + 1 && text_is(run, phrase->first, "allem"))
        return FIT_SUBJECT; /* "Vor allem David brilliert" */
    if (phrase->prepositional || compared || is_date(run, phrase) || depends_on_bare(clause, phrase))
        return FIT_NONE;
    if (phrase->name)
        return FIT_SUBJECT;
    if ((phrase->cases & CASE_NOM) == 0)
        return FIT_NONE;
    if (in_list(run, LIST_ADVERBS_OF_QUANTITY, phrase->first)) /* "weniger Pollen" */
        return FIT_SUBJECT;
    if (wanted == NUMBER_PL && is_counted_mass(run, phrase))
        return FIT_SUBJECT;
    if (phrase->adverbial && phrase->counted && wanted == NUMBER_SG && phrase->numbers == NUMBER_PL &&
        in_list(run, LIST_SPANS_OF_TIME, phrase->head) && phrase->first > clause->finite)
        return FIT_NONE; /* "muss die Anlage noch zwei Jahre gekühlt werden" */
    if (wanted == NUMBER_PL &&
        slice_equal(lower_at(run, phrase->first), SLICE("alle"))) /* "dass alle Hilfe brauchen" */
        return FIT_SUBJECT;
    bool listed = may_begin_list(run, clause, phrase, wanted);
    bool pronoun = clause->order == CLAUSE_VERB_LAST && phrase->pronoun && number_of_pronoun(run, phrase->head) != 0;
    bool expletive = is_lone_expletive(run, clause, phrase, wanted);

    if (!expletive && (listed || (phrase->numbers & wanted) != 0 || is_of_any_number(run, clause, phrase) ||
                       (takes_any_number(run, phrase) && !pronoun) || phrase->adverbial))
        return FIT_SUBJECT;
    if (phrase->pronoun)
        return expletive || pronoun ? FIT_WRONG : FIT_NONE;
    return phrase->determined || phrase->counted || is_bare_subject(run, clause, phrase) ? FIT_WRONG : FIT_NONE;
}

/* "Die Butter weich werden lassen": a recipe's infinitives, which look like a plural. */
static bool is_before_lassen(const struct check_run *run, const struct clause *clause)
{
    return clause->finite + 1 < clause->end && text_is(run, clause->finite + 1, "lassen") &&
           token_is_verb_form(token_at(run, clause->finite), VERB_INFINITIVE);
}

/* The verb goes on behind an insertion: ", so das Institut,". */
static bool is_behind_so(const struct check_run *run, const struct clause *clause)
{
    size_t comma = clause->first - 1;

    return clause->first == clause->finite && clause->first > 2 && same_sentence(run, comma, clause->first) &&
           text_is(run, comma, ",") && text_is(run, stretch_first(run, comma - 1), "so");
}

/* "Nach Angaben der Polizei wurde drei Männer festgenommen", "weil die Preise gestiegen ist": no phrase of the clause
 * has the number of its verb, and one could be the subject but for that. */
void check_clause_subject(const struct check_run *run, const struct clause *clause)
{
    size_t verb = clause->finite;
    uint32_t wanted = finite_numbers(token_at(run, verb));
    const struct clause_phrase *subject = NULL;

    /* "wenn sie kommen, aber nicht bleiben kann": an infinitive looks like a plural. */
    bool sure = is_surely_finite(token_at(run, verb)) || token_is(token_at(run, verb), POS_AUXILIARY);

    /* "Zwei Männer verletzt, nachdem …": the participle of a headline */
    if (clause->order == CLAUSE_VERB_SECOND && verb + 1 == clause->end && clause->verb == verb &&
        token_is_verb_form(token_at(run, verb), VERB_PARTICIPLE2))
        return;
    for (size_t i = clause->first; i + 1 < clause->end; i++) /* "Letzteres bietet einen Schutz" */
        if (in_list_lower(run, LIST_FORMER_AND_LATTER, i) && !is_capitalised(token_at(run, i + 1)) &&
            !is_inflected_adjective(token_at(run, i + 1)))
            return;
    if (is_behind_so(run, clause)) /* "Zwei Drittel, so das Institut, halten …" */
        return;
    if (wanted == 0 || (clause->relative && !sure) || is_participle_behind_verb(run, clause) ||
        (clause->relative && may_be_relative_subject(run, clause, wanted)) || may_go_on(run, clause) ||
        is_before_lassen(run, clause))
        return;
    /* "Kunden wurde zu viel berechnet": an amount is the subject, and what looks like one gets it */
    for (size_t i = clause->first; i + 1 < clause->end && clause->passive && wanted == NUMBER_SG; i++)
        if (text_is(run, i, "zu") && (text_is(run, i + 1, "viel") || text_is(run, i + 1, "wenig")))
            return;
    size_t count = is_only_subject(run, clause) ? 1 : clause->count;

    for (size_t i = 0; i < count; i++) {
        enum subject_fit fit = fit_of(run, clause, &clause->phrases[i], wanted);

        if (fit == FIT_SUBJECT)
            return;
        if (fit == FIT_WRONG)
            subject = &clause->phrases[i];
    }
    /* "Leute, die bauen wollten, aber | sich die Miete nicht leisten konnten" */
    if (subject != NULL && subject->first == clause->first + 1 && text_is(run, clause->first, "sich"))
        return;
    if (subject != NULL)
        suggest_other_number(run,
                             report(run, "check/subject-verb",
                                    subject->first < verb ? tokens_span(run, subject->first, verb)
                                                          : tokens_span(run, verb, subject->end - 1)),
                             verb);
    else if (clause->relative && has_subject_form(run, clause))
        suggest_other_number(run, report(run, "check/subject-verb", tokens_span(run, clause->opener, verb)), verb);
    else
        check_missing_subject(run, clause);
}

/* "Drei neuen Brücken wurden gebaut": behind a number without article the adjective is strong; as it stands the phrase
 * is no nominative, and the clause has no other for its plural verb. */
void check_weak_count(const struct check_run *run, const struct clause *clause)
{
    const struct document *doc = run->doc;
    const struct clause_phrase *count = NULL;

    if (finite_numbers(&doc->tokens[clause->finite]) != NUMBER_PL || clause->relative)
        return;
    for (size_t i = 0; i < clause->count; i++) {
        const struct clause_phrase *phrase = &clause->phrases[i];
        struct noun_phrase bare = { .first = phrase->first + 1, .noun = phrase->head };

        if (phrase->prepositional || phrase->adverbial)
            continue;
        if (phrase->counted && !phrase->name && bare.first < bare.noun && !phrase->determined &&
            (strong_cases(doc, &bare) & CASE_NOM) == 0 && (agreeing_cases(doc, &bare, NULL) & CASE_NOM) != 0) {
            count = phrase;
            continue;
        }
        if (phrase->name || ((phrase->cases & CASE_NOM) != 0 && (phrase->numbers & NUMBER_PL) != 0))
            return;
    }
    if (count != NULL)
        report(run, "check/agreement", tokens_span(run, count->first, count->head));
}
