/* Marks verbal brackets of which one side is lost: an auxiliary whose participle or infinitive is missing ("Die
 * Schülerin wurde in eine Klinik.", "Die Halle soll im Mai."), and a participle whose auxiliary is ("nachdem die
 * Feuerwehr den Brand gelöscht", "Der Wirt den Gast hinausgeworfen."). */
#include "checks/checks.h"
#include "checks/clauses.h"
#include "checks/fields.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "checks/times.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* ---- an auxiliary alone ---- */

/* A word that may be said of the subject behind werden ("alt", "besser"), or a verb in any form. */
static bool may_complete(const struct check_run *run, const struct clause *clause, size_t i)
{
    const struct token *token = token_at(run, i);

    if (i == clause->finite || is_capitalised(token) || token->kind != TOKEN_WORD)
        return false;
    if (token->analysis.reading_count == 0 || is_nonfinite_here(run, i) || token_is(token, POS_PREFIX) ||
        is_zu_infinitive(run->doc, i))
        return !token_is(token, POS_PREPOSITION) || i + 1 == clause->end;
    /* "Kritik wird laut": no preposition ends a clause */
    return (has_bare_adjective(token) && (!token_is(token, POS_PREPOSITION) || i + 1 == clause->end)) ||
           in_list(run, LIST_REFLEXIVE_PRONOUNS, i) || in_list(run, LIST_PRONOMINAL_ADVERBS, i) ||
           text_is(run, i, "so") || text_is(run, i, "es") || text_is(run, i, "das") || text_is(run, i, "was") ||
           text_is(run, i, "nichts") || text_is(run, i, "etwas") || token_is(token, POS_CONJUNCTION);
}

/* "wird zu einem Problem", "soll nach Hause", "kann ins Kino": with such a phrase the verb may stand alone. */
static bool may_stand_with(const struct check_run *run, const struct clause_phrase *phrase, bool passive)
{
    size_t preposition = phrase->first > 0 && !token_is(token_at(run, phrase->first), POS_PREPOSITION)
                             ? phrase->first - 1
                             : phrase->first;
    struct slice word = lower_at(run, preposition);

    if (token_at(run, phrase->head)->kind == TOKEN_NUMBER || names_day_or_month(run, phrase->head) ||
        in_list(run, LIST_TIME_NOUNS, phrase->head))
        return false;
    if (slice_starts(word, SLICE("zu")) || slice_starts(word, SLICE("aus")))
        return true;
    if (passive) /* "Das wird nichts mit dem Urlaub", "die Kuppel wird aus Glas" */
        return false;
    if (slice_equal(word, SLICE("nach"))) /* "nach Hause", but not "nach dem Willen" */
        return !phrase->determined;
    if (slice_equal(word, SLICE("von")) || slice_equal(word, SLICE("ins")) || slice_equal(word, SLICE("ans")) ||
        slice_equal(word, SLICE("durch")))
        return true;
    return (phrase->cases & CASE_ACC) != 0 && (phrase->determined || phrase->name) &&
           (slice_equal(word, SLICE("in")) || slice_equal(word, SLICE("an")) || slice_equal(word, SLICE("auf")) ||
            slice_equal(word, SLICE("über")) || slice_equal(word, SLICE("unter")) || slice_equal(word, SLICE("vor")));
}

/* "der Polizei", "Bremens" behind a noun; no bare noun ("wurde er Manager"). */
static bool is_sure_attribute(const struct check_run *run, const struct clause *clause, size_t index)
{
    const struct clause_phrase *phrase = &clause->phrases[index];

    return is_genitive_attribute(clause, index) &&
           (phrase->determined || !token_is(token_at(run, phrase->head), POS_NOUN));
}

/* One phrase that can be the subject, times and places, and neither a predicate nor an object. */
static bool has_subject_alone(const struct check_run *run, const struct clause *clause, bool passive)
{
    size_t arguments = 0;

    for (size_t i = 0; i < clause->count; i++) {
        const struct clause_phrase *phrase = &clause->phrases[i];

        if (phrase->end > phrase->head + 1 && token_is(token_at(run, phrase->end - 1), POS_NOUN))
            return false; /* "wird die Wirtin Großmutter" */
        if (phrase->prepositional) {
            if (may_stand_with(run, phrase, passive))
                return false;
        } else if (!phrase->adverbial && !is_sure_attribute(run, clause, i)) {
            if (phrase->pronoun && !in_list_lower(run, LIST_SUBJECT_PRONOUNS, phrase->head))
                return false;
            arguments++;
        } else if (phrase->adverbial) {
            return false; /* "wird 30 Jahre", "kann zwei Tage", "wird als Gast" */
        }
    }
    return arguments == 1;
}

static bool holds_completion(const struct check_run *run, const struct clause *clause)
{
    const uint64_t fronted = token_at(run, clause->first)->type->small_traits;

    if ((fronted >> (TRAIT_VERB_FORM + VERB_PARTICIPLE2) & 1) != 0 ||
        (fronted >> (TRAIT_VERB_FORM + VERB_INFINITIVE) & 1) != 0 ||
        token_at(run, clause->end - 1)->kind == TOKEN_NUMBER) /* "Gesucht wird ein Mann", "wurde im März 70" */
        return true;
    for (size_t i = clause->first, phrase = 0; i < clause->end; i++) {
        while (phrase < clause->count && clause->phrases[phrase].end <= i)
            phrase++;
        bool inside = phrase < clause->count && clause->phrases[phrase].first <= i && clause->phrases[phrase].head > i;

        if (!inside && may_complete(run, clause, i))
            return true;
    }
    return false;
}

/* "Die Schülerin wurde nach dem Sturz in eine Klinik.", "Die Regelung soll zum 1. Januar in Kraft." */
static void check_alone(const struct check_run *run, const struct clause *clause)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *finite = token_at(run, clause->finite);
    bool passive = has_lemma(lexicon, finite, "werden");
    bool modal = has_lemma(lexicon, finite, "sollen") || has_lemma(lexicon, finite, "müssen") ||
                 has_lemma(lexicon, finite, "dürfen") || has_lemma(lexicon, finite, "können");

    if (clause->order != CLAUSE_VERB_SECOND || clause->verb != clause->finite || (!passive && !modal) ||
        !is_last_clause(run, clause) || clause->end < clause->finite + 3 ||
        token_at(run, clause->first)->kind != TOKEN_WORD || holds_completion(run, clause) ||
        !has_subject_alone(run, clause, passive))
        return;
    report(run, "check/open-bracket", tokens_span(run, clause->finite, clause->end - 1));
}

void check_open_brackets(const struct check_run *run)
{
    for (size_t i = 0; i < run->clause_count; i++)
        check_alone(run, &run->clauses[i]);
}

/* ---- haben and sich ---- */

/* A verb in any form but a finite one, or a word that may be one. */
static bool may_be_nonfinite(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);

    return token->kind == TOKEN_WORD && (token->flags & TOKEN_CAPITAL) == 0 &&
           (token->analysis.reading_count == 0 || is_nonfinite_here(run, i) || is_zu_infinitive(run->doc, i) ||
            token_is_verb_form(token, VERB_PARTICIPLE2));
}

/* The stretch behind the mark is a subordinate clause that ends in its verb, and the last of the sentence. */
static bool one_clause_follows(const struct check_run *run, size_t mark)
{
    if (!text_is(run, mark, ",") || !same_sentence(run, mark, mark + 3))
        return false;
    size_t end = stretch_end(run, mark + 1);

    return text_is(run, end, ".") && !same_sentence(run, end, end + 1) && is_surely_finite(token_at(run, end - 1)) &&
           clause_opener(run, (struct stretch){ mark + 1, end }) != NO_OPENER;
}

/* "Vorgenommen hatte sich die Koalition mehr." */
static bool opens_with_participle(const struct check_run *run, size_t first)
{
    return (token_at(run, first)->type->small_traits >> (TRAIT_VERB_FORM + VERB_PARTICIPLE2) & 1) != 0;
}

/* "Der Rat hat sich auf einen Plan verständig.": haben stands with sich in no clause but a perfect, so that its
 * participle is lost or garbled. "hat es in sich", "hat sich was" are said so. */
static void check_reflexive_perfect(const struct check_run *run, size_t finite)
{
    size_t first = stretch_first(run, finite), end = stretch_end(run, finite), sich = 0;

    if (!has_lemma(&run->context->lexicon, token_at(run, finite), "haben") || finite == first ||
        !is_surely_finite(token_at(run, finite)) || (token_at(run, finite)->flags & TOKEN_QUOTED) != 0 ||
        first != sentence_first(run, finite) || in_list_lower(run, LIST_CLAUSE_OPENERS, first) ||
        opens_with_participle(run, first) ||
        (!(text_is(run, end, ".") && !same_sentence(run, end, end + 1)) && !one_clause_follows(run, end)))
        return;
    for (size_t i = first; i < end; i++) {
        if (text_is(run, i, "sich") && i > finite && !token_is(token_at(run, i - 1), POS_PREPOSITION))
            sich = i;
        if (i != finite && (may_be_nonfinite(run, i) || is_finite_here(run, i) || text_is(run, i, "es") ||
                            (sich == 0 && token_is(token_at(run, i), POS_CONJUNCTION)) || text_is(run, i, "was") ||
                            token_at(run, i)->kind != TOKEN_WORD))
            return;
    }
    if (sich != 0 && end > sich + 2)
        report(run, "check/open-bracket", tokens_span(run, finite, end - 1));
}

/* ---- a participle alone ---- */

/* A determined phrase or a pronoun that is a subject right behind the opener of a clause; the token behind it, or the
 * opener itself. */
static size_t behind_clause_subject(const struct check_run *run, size_t opener)
{
    struct clause_phrase phrase;

    if (in_list(run, LIST_NOMINATIVE_PRONOUNS, opener + 1) || in_list(run, LIST_SUBJECT_PRONOUNS, opener + 1))
        return opener + 2;
    return read_clause_phrase(run, opener + 1, &phrase) && (phrase.determined || phrase.counted) &&
                   !phrase.prepositional && (phrase.cases & CASE_NOM) != 0
               ? phrase.end
               : opener;
}

/* A participle that is no finite form, no adverb and no adjective with an ending: "gelöscht", "worden". */
static bool is_only_participle(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);

    return token->kind == TOKEN_WORD && !is_capitalised(token) && token_is_verb_form(token, VERB_PARTICIPLE2) &&
           !may_be_finite(token) && !is_inflected_adjective(token) && !token_is(token, POS_ADVERB) &&
           !token_is(token, POS_PREPOSITION) && !token_is_verb_form(token, VERB_INFINITIVE);
}

static bool holds_finite(const struct check_run *run, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (is_finite_here(run, i))
            return true;
    return false;
}

/* ", der Garten angelegt und der Zaun errichtet wurde": the auxiliary stands behind the mark for all of them. */
static bool shares_auxiliary(const struct check_run *run, size_t end)
{
    size_t next = end + 1;

    if (text_is(run, end, "."))
        return false;
    return !text_is(run, end, ",") || !same_sentence(run, end, next + 1) || !may_be_finite(token_at(run, next)) ||
           token_is(token_at(run, next), POS_DETERMINER) || is_inflected_adjective(token_at(run, next));
}

/* "nachdem die Feuerwehr den Brand gelöscht", "dass die Ermittlungen eingestellt worden." */
static void check_lost_auxiliary(const struct check_run *run, size_t opener)
{
    size_t end = stretch_end(run, opener), behind = behind_clause_subject(run, opener);

    if (behind == opener || end < behind + 1 || !is_only_participle(run, end - 1) || shares_auxiliary(run, end) ||
        holds_finite(run, behind, end) || (token_at(run, opener)->flags & TOKEN_QUOTED) != 0)
        return;
    for (size_t i = behind; i < end; i++)
        if (token_is(token_at(run, i), POS_CONJUNCTION) || is_zu_infinitive(run->doc, i) || text_is(run, i, "wie") ||
            text_is(run, i, "als") || token_at(run, i)->analysis.reading_count == 0)
            return;
    report(run, "check/missing-verb", tokens_span(run, end - 1, end - 1));
}

/* An adverb of time or a negation between two tokens: "noch nicht", "inzwischen". */
static bool holds_time_or_not(const struct check_run *run, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (text_is(run, i, "nicht") || text_is(run, i, "noch") || text_is(run, i, "bereits") ||
            text_is(run, i, "bald") || text_is(run, i, "inzwischen") || in_list(run, LIST_ADVERBS_OF_TIME, i))
            return true;
    return false;
}

/* "sagte, die Gespräche mit den Gläubigern noch nicht abgeschlossen.": what was said has a subject, when, and a
 * participle. "sagte er, den Kopf gesenkt" has a pronoun before its comma, and no time. */
static void check_said_without_verb(const struct check_run *run, size_t comma)
{
    size_t first = comma + 1, end;
    struct clause_phrase subject;

    if (comma < 3 || !same_sentence(run, comma - 1, first + 4) || !may_be_finite(token_at(run, comma - 1)) ||
        !lemma_in(run, comma - 1, LIST_VERBS_WITH_DASS) || !in_list_lower(run, LIST_ARTICLES, first))
        return;
    end = stretch_end(run, first);
    if (!text_is(run, end, ".") || same_sentence(run, first, end + 1) || !is_only_participle(run, end - 1) ||
        (token_at(run, first)->flags & TOKEN_QUOTED) != 0 || !read_clause_phrase(run, first, &subject) ||
        !subject.determined || subject.prepositional || (subject.cases & CASE_NOM) == 0 || subject.end + 2 > end ||
        is_kind_of(run, subject.head, LIST_FIELD_BODY) || holds_finite(run, subject.end, end) ||
        !holds_time_or_not(run, subject.end, end - 1))
        return;
    for (size_t i = subject.end; i < end; i++)
        if ((token_is(token_at(run, i), POS_CONJUNCTION) && !text_is(run, i, "noch")) ||
            is_zu_infinitive(run->doc, i) || text_is(run, i, "wie") || text_is(run, i, "als") ||
            token_at(run, i)->analysis.reading_count == 0)
            return;
    report(run, "check/missing-verb", tokens_span(run, end - 1, end - 1));
}

/* An object behind the subject that cannot belong to it: "den Gast", "sich". */
static bool is_object(const struct check_run *run, size_t i, const struct clause_phrase *phrase)
{
    return text_is(run, i, "sich") || (phrase->determined && !phrase->prepositional && !phrase->name &&
                                       (phrase->cases & CASE_ACC) != 0 && (phrase->cases & CASE_GEN) == 0);
}

/* "Der Wirt den Gast am Abend hinausgeworfen.": no finite verb in the sentence, a subject with its article, an object
 * and the participle at the end. */
static void check_lost_finite(const struct check_run *run, const struct sentence *sentence)
{
    size_t first = sentence->first_token, end = stretch_end(run, first), at;
    struct clause_phrase subject, phrase;
    bool object = false;

    if (end < first + 5 || !text_is(run, end, ".") || same_sentence(run, first, end + 1) ||
        (token_at(run, first)->flags & TOKEN_QUOTED) != 0 || !is_only_participle(run, end - 1) ||
        !read_clause_phrase(run, first, &subject) || !subject.determined || subject.prepositional ||
        subject.adverbial || (subject.cases & CASE_NOM) == 0 || holds_finite(run, subject.end, end))
        return;
    for (at = subject.end; at < end; at++) {
        if (token_is(token_at(run, at), POS_CONJUNCTION) || is_zu_infinitive(run->doc, at) ||
            in_list(run, LIST_QUESTION_WORDS, at) || token_at(run, at)->kind == TOKEN_SYMBOL)
            return;
        if (!object && token_is(token_at(run, at), POS_DETERMINER) &&
            !token_is(token_at(run, at - 1), POS_PREPOSITION) && read_clause_phrase(run, at, &phrase))
            object = is_object(run, at, &phrase);
        object = object || text_is(run, at, "sich");
    }
    if (object)
        report(run, "check/no-finite-verb", tokens_span(run, first, end - 1));
}

void check_lost_auxiliaries(const struct check_run *run)
{
    for (size_t i = 0; i < run->doc->sentence_count; i++)
        check_lost_finite(run, &run->doc->sentences[i]);
    for (size_t i = 0; i + 3 < run->doc->token_count; i++)
        if (in_list_lower(run, LIST_SUBORDINATORS_COMMA, i))
            check_lost_auxiliary(run, i);
    for (size_t i = next_marked(run, MARK_COMMA, 0); i < run->doc->token_count; i = next_marked(run, MARK_COMMA, i + 1))
        check_said_without_verb(run, i);
    for (size_t i = next_marked(run, MARK_HABEN_OR_SEIN, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_HABEN_OR_SEIN, i + 1))
        check_reflexive_perfect(run, i);
}
