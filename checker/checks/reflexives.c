/* Marks verbs that lack their sich: those that never stand without it, wherever they stand ("Die Firma weigert, …", "um
 * für die Hilfe zu bedanken"), those that have it with one preposition ("bewarb um das Amt"), and those that lack an
 * object in a clause that is read as a whole ("Die Lage hat verschlechtert"). */
#include "checks/checks.h"
#include "checks/clauses.h"
#include "checks/compounds.h"
#include "checks/marks.h"
#include "checks/phrases.h"
#include "checks/places.h"
#include "checks/stretches.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

#include <string.h>

static bool has_reflexive(const struct check_run *run, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (in_list_lower(run, LIST_REFLEXIVE_PRONOUNS, i) || slice_starts(lower_at(run, i), SLICE("sich’")) ||
            slice_starts(lower_at(run, i), SLICE("sich'")))
            return true;
    return false;
}

/* ---- verbs that tell by themselves ---- */

/* The columns of TABLE_REFLEXIVE_WITH, prepositions between bars: one must stand beside the verb, and none of the
 * others. */
struct company {
    struct slice wanted, excluded; /* empty for a verb that never stands without sich */
};

/* False where a reading is no form of a verb with sich. */
static bool wants_sich(const struct check_run *run, const struct token *token, struct company *company)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    bool found = false;

    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        const struct reading *reading = &token->analysis.readings[i];

        if (pos_of(reading->features) == POS_ADJECTIVE) /* every participle is one too */
            continue;
        if (pos_of(reading->features) != POS_VERB || reading->lemma == NO_ID)
            return false;
        struct slice verb = lemma_text(lexicon, reading->lemma);

        company->wanted = table_value(run, TABLE_REFLEXIVE_WITH, verb, 0);
        company->excluded = table_value(run, TABLE_REFLEXIVE_WITH, verb, 1);
        if (company->wanted.len == 0 && !in_word_list(lexicon, LIST_ONLY_REFLEXIVE_VERBS, verb))
            return false;
        found = true;
    }
    return found;
}

bool may_lack_sich(const struct check_run *run, size_t i)
{
    struct company company;

    return token_at(run, i)->kind == TOKEN_WORD && (token_at(run, i)->flags & TOKEN_CAPITAL) == 0 &&
           wants_sich(run, token_at(run, i), &company);
}

/* haben in the stretch, and no sein or werden: what makes the participle a perfect. */
static bool is_perfect(const struct check_run *run, size_t first, size_t end)
{
    bool haben = false;

    for (size_t i = first; i < end; i++) {
        const struct token *token = token_at(run, i);

        if (!token_is(token, POS_AUXILIARY))
            continue;
        if (!has_lemma(&run->context->lexicon, token, "haben"))
            return false;
        haben = true;
    }
    return haben;
}

/* The token is a verb where it stands: finite for sure, an infinitive, or the participle of a perfect. */
static bool is_verb_there(const struct check_run *run, size_t i, size_t first, size_t end)
{
    const struct token *token = token_at(run, i);
    bool last = i + 1 == end || token_is(token_at(run, i + 1), POS_AUXILIARY) || text_is(run, i + 1, "und");

    if (token_is_verb_form(token, VERB_PARTICIPLE2))
        return (last || has_lemma(&run->context->lexicon, &token[-1], "haben")) && !is_inflected_adjective(token) &&
               is_perfect(run, first, end);
    if (is_inflected_adjective(token))
        return (text_is(run, i + 1, ".") || text_is(run, i + 1, ",")) && !is_perfect(run, first, end);
    return is_surely_finite(token) || token_is_verb_form(token, VERB_INFINITIVE) || is_zu_infinitive(run->doc, i);
}

/* The stretch is a clause from its first word on, so that its sich can stand in no other: it opens the sentence, or
 * begins with what opens a clause. */
static bool is_whole(const struct check_run *run, size_t first)
{
    size_t pronoun = first + token_is(token_at(run, first), POS_PREPOSITION);

    return first == sentence_first(run, first) || in_list(run, LIST_CLAUSE_OPENERS, first) ||
           in_list(run, LIST_OPENERS_OF_BRACKETS, first) || in_list(run, LIST_INFINITIVE_OPENERS, first) ||
           in_list(run, LIST_QUESTION_WORDS, first) ||
           (text_is(run, first - 1, ",") &&
            (is_relative_pronoun(run->doc, pronoun) || slice_starts(text_at(run, pronoun), SLICE("welche"))));
}

static bool holds_one_of(const struct check_run *run, struct slice prepositions, size_t first, size_t end)
{
    struct slice item;

    while (take_part(&prepositions, '|', &item))
        for (size_t i = first; i + 1 < end; i++)
            if (slice_equal(lower_at(run, i), item))
                return true;
    return false;
}

/* A phrase with its determiner that is an accusative and no nominative, or what an infinitive governs. */
static bool has_accusative(const struct check_run *run, size_t first, size_t verb)
{
    bool infinitive = is_zu_infinitive(run->doc, verb) || token_is_verb_form(token_at(run, verb), VERB_INFINITIVE);
    bool opened = in_list_lower(run, LIST_INFINITIVE_OPENERS, first);
    struct noun_phrase phrase;

    for (size_t i = first; i < verb; i++) {
        if (token_is(token_at(run, i), POS_PREPOSITION) && !(opened && i == first)) {
            i += noun_phrase_at(run->doc, i + 1, &phrase) ? phrase.noun - i : 0;
            continue;
        }
        if (!noun_phrase_at(run->doc, i, &phrase) || !phrase.has_determiner || phrase.contracted)
            continue;
        uint32_t cases = agreeing_cases(run->doc, &phrase, NULL);

        if ((cases & CASE_ACC) != 0 && ((cases & CASE_NOM) == 0 || (infinitive && (opened || i > first + 1))))
            return true;
        i = phrase.noun;
    }
    return false;
}

static void check_word(const struct check_run *run, size_t i)
{
    size_t first = stretch_first(run, i), end = stretch_end(run, i);
    struct company company = { 0 };

    if (token_at(run, i)->analysis.particle != NO_ID || !wants_sich(run, token_at(run, i), &company) ||
        has_reflexive(run, first, end) || !is_verb_there(run, i, first, end))
        return;
    if (company.wanted.len > 0 && (i == first || !holds_one_of(run, company.wanted, first, end) ||
                                   holds_one_of(run, company.excluded, first, end)))
        return;
    if (company.wanted.len > 0 && has_accusative(run, first, i)) /* "um das Modell zu bewerben" */
        return;
    if (!is_whole(run, first) && has_reflexive(run, sentence_first(run, i), sentence_end(run, i)))
        return;
    report(run, "check/missing-reflexive", token_at(run, i)->span);
}

/* ---- clauses ---- */

/* "Die Zahl der Unfälle hat verdoppelt": an amount, no person, team or name ("Die Gäste verdoppelten auf 2:0"). */
static bool is_multiplied(const struct check_run *run, const struct clause *clause)
{
    if (!clause_verb_in(run, clause, LIST_MULTIPLYING_VERBS) || !text_is(run, clause->end, ".")) /* no headline */
        return false;
    for (size_t i = 0; i < clause->count; i++)
        if (is_argument(&clause->phrases[i]) && (clause->phrases[i].name || clause->phrases[i].pronoun))
            return false;
    /* "vergrößert zehnfach": what a lens does */
    for (size_t i = clause->first; i <= clause->end && same_sentence(run, clause->first, i); i++)
        if (memchr(text_at(run, i).at, ':', text_at(run, i).len) != NULL || slice_ends(text_at(run, i), SLICE("fach")))
            return false;
    return true;
}

/* "die Drüse Jod", "das Mittel Alzheimer": another noun or name right behind the first may be the object. */
static bool holds_two_nouns(const struct check_run *run, const struct clause_phrase *phrase)
{
    if (phrase->prepositional && phrase->end == phrase->head + 2 &&
        slice_ends(text_at(run, phrase->head), SLICE("er"))) /* "an der Londoner Börse" */
        return false;
    return phrase->end > phrase->head + 1 && (token_is(token_at(run, phrase->end - 1), POS_NOUN) || phrase->determined);
}

/* How many phrases can be the subject, the relative pronoun among them only where none of the others can. 0 too where
 * one can be an object in the accusative. */
static size_t count_subjects(const struct check_run *run, const struct clause *clause)
{
    size_t subjects = 0;

    for (size_t i = 0; i < clause->count; i++) {
        const struct clause_phrase *phrase = &clause->phrases[i];

        if (holds_two_nouns(run, phrase) || (phrase->adverbial && !phrase->prepositional &&
                                             (phrase->determined || phrase->numbers == NUMBER_PL))) /* "kalte Nächte" */
            return 0; /* "ein Stück": a measure or the object */
        if (!is_argument(phrase) || is_genitive_attribute(clause, i))
            continue;
        if ((phrase->name && phrase->first != clause->phrases[0].first))
            return 0;
        bool agrees = phrase->name || phrase->pronoun || phrase->several ||
                      (phrase->numbers & finite_numbers(token_at(run, clause->finite))) != 0;

        if ((phrase->cases & CASE_NOM) != 0 && agrees)
            subjects++;
        else if ((phrase->cases & CASE_ACC) != 0) /* "Scans stützen die These": what stands first is not known */
            return 0;
    }
    if (!clause->relative)
        return subjects;
    return subjects == 0 && (relative_cases(token_at(run, clause->opener)) & CASE_NOM) != 0;
}

/* "setzt „Tatort“ fort": the object is a quoted title. */
static bool is_quoted_behind(const struct check_run *run, size_t mark)
{
    return mark < run->doc->token_count && (token_at(run, mark)->flags & (TOKEN_OPENING | TOKEN_QUOTED)) != 0;
}

/* ", dass …", ", wie …": the clause behind the mark may be the object; with "um", "weil" it is none. */
static bool object_clause_follows(const struct check_run *run, size_t mark)
{
    return text_is(run, mark, ":") || (text_is(run, mark, ",") && same_sentence(run, mark, mark + 1) &&
                                       (text_is(run, mark + 1, "dass") || text_is(run, mark + 1, "ob") ||
                                        in_list(run, LIST_QUESTION_WORDS, mark + 1)));
}

/* "derer, die gern hinziehen würden", "wie seine Frau überschlagen hat": where persons do it, or who does it is not
 * told, the verb is another one. */
static bool is_done_by_persons(const struct check_run *run, const struct clause *clause)
{
    if (!clause_verb_in(run, clause, LIST_REFLEXIVE_VERBS_OF_THINGS))
        return false;
    if (clause->relative)
        return true;
    for (size_t i = 0; i < clause->count; i++) {
        const struct clause_phrase *phrase = &clause->phrases[i];

        if (is_argument(phrase) && (phrase->cases & CASE_NOM) != 0 &&
            (phrase->name || phrase->pronoun || is_person(&run->context->lexicon, token_at(run, phrase->head)) ||
             lemma_in(run, phrase->head, LIST_PEOPLE)))
            return true;
    }
    return false;
}

/* "Die Parteien einigten auf einen Plan": no sich in the clause, and no other accusative. */
static void check_clause(const struct check_run *run, const struct clause *clause)
{
    /* "Weit davon entfernt": a participle without its subject. */
    bool participle = token_is_verb_form(token_at(run, clause->verb), VERB_PARTICIPLE2) &&
                      clause->verb == clause->finite && clause->count > 0 && clause->phrases[0].name;

    /* "kann mit Geld ausgezeichnet umgehen": an adverb before the infinitive */
    participle = participle || (token_is_verb_form(token_at(run, clause->verb), VERB_PARTICIPLE2) &&
                                (lemma_in(run, clause->finite, LIST_MODAL_VERBS) ||
                                 has_lemma(&run->context->lexicon, token_at(run, clause->finite), "mögen")));
    if (clause->passive || participle ||
        (!clause_verb_in(run, clause, LIST_REFLEXIVE_VERBS) && !is_multiplied(run, clause)) ||
        object_clause_follows(run, clause->end) || is_quoted_behind(run, clause->end) ||
        has_reflexive(run, clause->first, clause->end) || is_done_by_persons(run, clause))
        return;
    if (count_subjects(run, clause) == 1) /* sich stands right behind the finite verb of a main clause */
        report(run, "check/missing-reflexive",
               tokens_span(run, clause->order == CLAUSE_VERB_SECOND ? clause->finite : clause->verb, clause->verb));
}

/* "Das Kochbuch verkauft gut", "Der Roman liest leicht": what is sold or read as the subject, nothing as the object,
 * and words that say how well. */
static void check_middle(const struct check_run *run, const struct clause *clause)
{
    const struct clause_phrase *thing = clause->count > 0 ? &clause->phrases[0] : NULL;

    if (thing == NULL || clause->passive || clause->relative || clause->verb != clause->finite ||
        thing->prepositional || thing->end > clause->finite || (thing->cases & CASE_NOM) == 0 || thing->name ||
        !clause_verb_in(run, clause, LIST_VERBS_OF_MIDDLES) || !is_kind_of(run, thing->head, LIST_GOODS) ||
        (finite_numbers(token_at(run, clause->finite)) & thing->numbers) == 0 ||
        object_clause_follows(run, clause->end) || is_quoted_behind(run, clause->end) ||
        has_reflexive(run, clause->first, clause->end) || clause->finite + 1 == clause->end)
        return;
    for (size_t i = 1; i < clause->count; i++)
        if (!clause->phrases[i].prepositional && !clause->phrases[i].adverbial && !is_genitive_attribute(clause, i))
            return;
    report(run, "check/missing-reflexive", token_at(run, clause->finite)->span);
}

/* ---- "Wir haben sich vorbereitet" ---- */

/* "ich", "du", "wir": subjects whose reflexive pronoun is another. */
static struct slice reflexive_of(struct slice subject)
{
    return slice_is(subject, "ich")   ? SLICE("mich")
           : slice_is(subject, "du")  ? SLICE("dich")
           : slice_is(subject, "wir") ? SLICE("uns")
                                      : SLICE("");
}

/* Right behind such a subject and the auxiliary of its perfect, where no participle has sich for itself ("haben sich
 * widersprechende Angaben gehört"). */
static void check_person_of_reflexive(const struct check_run *run, size_t sich)
{
    if (!text_is(run, sich, "sich") || sich < 2 || !same_clause(run->doc, sich - 2, sich))
        return;
    bool before = reflexive_of(lower_at(run, sich - 2)).len > 0;
    size_t subject = before ? sich - 2 : sich - 1, verb = before ? sich - 1 : sich - 2, end = stretch_end(run, sich);
    struct slice right = reflexive_of(lower_at(run, subject));

    if (right.len == 0 || !has_lemma(&run->context->lexicon, token_at(run, verb), "haben") || end < sich + 2 ||
        !token_is_verb_form(token_at(run, end - 1), VERB_PARTICIPLE2))
        return;
    for (size_t i = sich + 1; i + 1 < end; i++)
        if (is_inflected_adjective(token_at(run, i)) &&
            memmem(text_at(run, i).at, text_at(run, i).len, "end", 3) != NULL)
            return;
    suggest(run, report(run, "check/reflexive-person", token_at(run, sich)->span), right);
}

void check_reflexives(const struct check_run *run)
{
    for (size_t i = 0; i < run->doc->token_count; i++)
        check_person_of_reflexive(run, i);
    for (size_t i = next_marked(run, MARK_REFLEXIVE, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_REFLEXIVE, i + 1))
        check_word(run, i);
    for (size_t i = 0; i < run->clause_count; i++) {
        check_clause(run, &run->clauses[i]);
        check_middle(run, &run->clauses[i]);
    }
}
