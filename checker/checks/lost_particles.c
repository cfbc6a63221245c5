/* Marks verbs that have lost the separable prefix which their object asks for: "Die Polizei nahm drei Verdächtige." for
 * "nahm … fest" (dictionaries/tables/lost-prefixes.tsv). */
#include "checks/checks.h"
#include "checks/clauses.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"

/* "Sparpaket" among "Paket|Plan": the noun or the head of a compound. */
static bool is_among(const struct check_run *run, size_t noun, struct slice nouns)
{
    const struct token *token = token_at(run, noun);
    struct slice head = with_initial(run->issues->arena, last_part(run->doc, token), true), one;

    while (take_part(&nouns, '|', &one)) {
        bool alone = slice_starts(one, SLICE("=")); /* "=Stelle": not "Tankstelle" */

        one = slice_from(one, alone);
        if ((!alone && slice_equal(head, one)) || slice_equal(text_at(run, noun), one))
            return true;
        for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
            uint32_t lemma = token->analysis.readings[i].lemma;

            if (lemma != NO_ID && (!alone || token->analysis.part_count < 2) &&
                slice_equal(with_initial(run->issues->arena, lemma_text(&run->context->lexicon, lemma), true), one))
                return true;
        }
    }
    return false;
}

/* The token begins a dative that is one for sure: "in der Nacht", no direction. */
static bool is_resting(const struct clause *clause, size_t i)
{
    for (size_t p = 0; p < clause->count; p++)
        if (clause->phrases[p].first == i)
            return (clause->phrases[p].cases & CASE_ACC) == 0;
    return false;
}

/* One of the words stands in the clause, and not before a place or time. */
static bool holds_any(const struct check_run *run, const struct clause *clause, struct slice words)
{
    struct slice one;

    while (take_part(&words, '|', &one))
        for (size_t i = clause->first; i < clause->end; i++)
            if (slice_equal(lower_at(run, i), one) && !is_resting(clause, i + 1))
                return true;
    return false;
}

/* A phrase that may be the object: an accusative behind the verb, or before it for sure. */
static bool may_be_object(const struct clause *clause, size_t index)
{
    const struct clause_phrase *phrase = &clause->phrases[index];

    return is_argument(phrase) && (phrase->cases & CASE_ACC) != 0 && !phrase->pronoun &&
           (phrase->first > clause->finite || (phrase->cases & CASE_NOM) == 0) &&
           !(is_genitive_attribute(clause, index) && phrase->determined);
}

/* "sicher" behind "stellte": both together are a verb. */
static bool is_one_verb_with(const struct check_run *run, const struct clause *clause, size_t i)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *verb = token_at(run, clause->finite);
    struct slice word = text_at(run, i);

    for (uint16_t r = 0; r < verb->analysis.reading_count; r++) {
        struct slice lemma =
            verb->analysis.readings[r].lemma == NO_ID ? word : lemma_text(lexicon, verb->analysis.readings[r].lemma);

        if (lexicon_lemma(lexicon, arena_join(run->issues->arena, word, lemma)) != NO_ID)
            return true;
    }
    return false;
}

/* Words that may be what the verb has instead of its prefix: an adjective ("stellte das Verfahren sicher", "hob das
 * Verbot hoch"), a pronoun, another verb. */
static bool may_complete(const struct check_run *run, const struct clause *clause, size_t i)
{
    const struct token *token = token_at(run, i);

    if (i == clause->finite || token->kind != TOKEN_WORD || is_capitalised(token))
        return false;
    return token->analysis.reading_count == 0 || in_list(run, LIST_REFLEXIVE_PRONOUNS, i) ||
           in_list(run, LIST_PRONOMINAL_ADVERBS, i) || text_is(run, i, "sich") || text_is(run, i, "als") ||
           text_is(run, i, "wie") || text_is(run, i, "infrage") ||
           (token_is(token, POS_PREFIX) && !token_is(token, POS_PREPOSITION)) ||
           (i + 1 == clause->end &&
            (token_is(token, POS_PREFIX) ||
             (token_is_verb_form(token, VERB_PARTICIPLE2) && !in_list(run, LIST_PARTICIPLES_AS_ADVERBS, i)) ||
             token_is_verb_form(token, VERB_INFINITIVE) || is_one_verb_with(run, clause, i)));
}

static bool holds_completion(const struct check_run *run, const struct clause *clause)
{
    for (size_t i = clause->first; i < clause->end; i++)
        if (may_complete(run, clause, i) || slice_equal(lower_at(run, i), SLICE("es"))) /* "es gibt Fehler" */
            return true;
    return false;
}

/* The object of the clause is one that the row names; a known one is led rather than begun ("leitete die
 * Ermittlungen"). */
static bool has_object(const struct check_run *run, const struct clause *clause, struct slice nouns)
{
    bool leiten = has_lemma(&run->context->lexicon, token_at(run, clause->finite), "leiten");

    for (size_t i = 0; i < clause->count; i++) {
        const struct clause_phrase *phrase = &clause->phrases[i];

        if (may_be_object(clause, i) && !(leiten && phrase->determined) &&
            (slice_equal(nouns, SLICE("-")) ? phrase->determined : is_among(run, phrase->head, nouns)))
            return true;
    }
    return false;
}

static void check_object(const struct check_run *run, const struct clause *clause, const struct pair_record *row,
                         size_t count)
{
    const struct lexicon *lexicon = &run->context->lexicon;

    for (size_t i = 0; i + 2 < count; i += 3) {
        struct slice prefix = lexicon_text(lexicon, row[i].value), verb = text_at(run, clause->finite);

        if (!has_object(run, clause, lexicon_text(lexicon, row[i + 1].value)) ||
            holds_any(run, clause, lexicon_text(lexicon, row[i + 2].value)))
            continue;
        suggest(run, report(run, "check/lost-particle", tokens_span(run, clause->finite, clause->end - 1)),
                arena_print(run->issues->arena, "%.*s … %.*s", (int)verb.len, verb.at, (int)prefix.len, prefix.at));
        return;
    }
}

/* ---- what stands with the verb, and no object ---- */

struct frame {
    struct slice prefix, subjects, sich, company, fine;
};

/* An object in the accusative, or what may be one; several subjects. */
static bool has_other_argument(const struct check_run *run, const struct clause *clause)
{
    size_t arguments = 0;

    for (size_t i = 0; i < clause->count; i++) {
        const struct clause_phrase *phrase = &clause->phrases[i];

        if (phrase->prepositional || (phrase->adverbial && !phrase->determined) ||
            (phrase->determined && is_genitive_attribute(clause, i)) ||
            in_list(run, LIST_REFLEXIVE_PRONOUNS, phrase->head))
            continue;
        if (phrase->adverbial || (phrase->end > phrase->head + 1 && token_is(token_at(run, phrase->end - 1), POS_NOUN)))
            return true;
        if (!phrase->determined && !phrase->pronoun && !phrase->name && !phrase->counted &&
            phrase->numbers != NUMBER_PL)
            return true; /* "Wasser" */
        arguments++;
    }
    return arguments != 1;
}

/* The subject is one of the nouns. */
static bool has_subject_among(const struct check_run *run, const struct clause *clause, struct slice nouns)
{
    if (slice_equal(nouns, SLICE("-")))
        return true;
    for (size_t i = 0; i < clause->count; i++)
        if (is_argument(&clause->phrases[i]) && (clause->phrases[i].cases & CASE_NOM) != 0 &&
            !is_genitive_attribute(clause, i))
            return is_among(run, clause->phrases[i].head, nouns);
    return false;
}

/* "an einem Montag", "in der Nacht": when it is, not what the verb takes. */
static bool is_resting_time(const struct check_run *run, const struct clause *clause, size_t i)
{
    for (size_t p = 0; p < clause->count; p++)
        if (clause->phrases[p].first == i)
            return clause->phrases[p].adverbial || is_adverbial_noun(run, clause->phrases[p].head);
    return false;
}

/* "darauf" anywhere behind the verb; "darauf," before a clause alone, where the verb may have an object as well. */
static bool holds_company(const struct check_run *run, const struct clause *clause, struct slice words)
{
    struct slice one;

    while (take_part(&words, '|', &one)) {
        bool last = slice_ends(one, SLICE(","));
        struct slice word = { one.at, one.len - last };

        for (size_t i = clause->finite + 1; i < clause->end; i++)
            if (slice_equal(text_at(run, i), word) &&
                (last ? i + 1 == clause->end && text_is(run, clause->end, ",") : !is_resting_time(run, clause, i + 1)))
                return true;
    }
    return false;
}

/* Another word that may be the missing part: a prefix, an adjective, a participle, an infinitive; further on the prefix
 * behind an inserted clause. */
static bool may_be_complete(const struct check_run *run, const struct clause *clause, const struct frame *frame)
{
    bool sich = false;

    for (size_t i = clause->first; i < clause->end; i++) {
        bool known = slice_equal(text_at(run, i), SLICE("sich")) || in_list(run, LIST_PRONOMINAL_ADVERBS, i);

        if (slice_equal(text_at(run, i), SLICE("sich")) && token_is(token_at(run, i - 1), POS_PREPOSITION))
            return true; /* "sprechen für sich" */
        sich = sich || slice_equal(text_at(run, i), SLICE("sich"));
        if ((!known && may_complete(run, clause, i)) || text_is(run, i, "es"))
            return true;
    }
    for (size_t i = clause->end; same_sentence(run, clause->first, i); i++)
        if (slice_equal(text_at(run, i), frame->prefix) ||
            (token_is(token_at(run, i), POS_PREFIX) && text_is(run, i + 1, ".")))
            return true;
    return sich != slice_equal(frame->sich, SLICE("sich"));
}

static void check_frames(const struct check_run *run, const struct clause *clause, const struct pair_record *row,
                         size_t count)
{
    const struct lexicon *lexicon = &run->context->lexicon;

    for (size_t i = 0; i + 4 < count; i += 5) {
        struct frame frame = { lexicon_text(lexicon, row[i].value), lexicon_text(lexicon, row[i + 1].value),
                               lexicon_text(lexicon, row[i + 2].value), lexicon_text(lexicon, row[i + 3].value),
                               lexicon_text(lexicon, row[i + 4].value) };
        struct slice verb = text_at(run, clause->finite);

        if ((!slice_equal(frame.company, SLICE("-")) && !holds_company(run, clause, frame.company)) ||
            holds_any(run, clause, frame.fine) || !has_subject_among(run, clause, frame.subjects) ||
            may_be_complete(run, clause, &frame) ||
            (!slice_ends(frame.company, SLICE(",")) && has_other_argument(run, clause)))
            continue;
        suggest(run, report(run, "check/lost-particle", tokens_span(run, clause->finite, clause->end - 1)),
                arena_print(run->issues->arena, "%.*s … %.*s", (int)verb.len, verb.at, (int)frame.prefix.len,
                            frame.prefix.at));
        return;
    }
}

/* The row of the clause's verb in a table; NULL where there is none. */
static const struct pair_record *row_of_verb(const struct check_run *run, const struct token *verb,
                                             enum named_table table, size_t *count)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct pair_record *row = NULL;

    *count = 0;
    if (!set_holds(verb->type->lemmas_listed, lexicon->table_numbers[table]))
        return NULL;
    for (uint16_t r = 0; r < verb->analysis.reading_count && row == NULL; r++) {
        uint32_t lemma = verb->analysis.readings[r].lemma;

        if (lemma != NO_ID && pos_of(verb->analysis.readings[r].features) == POS_VERB)
            row = pairs_of(lexicon, named_table(lexicon, table), lemma_text(lexicon, lemma), count);
    }
    return row;
}

/* The clause ends its sentence, or another clause that depends on it follows, or an infinitive with zu. */
static bool is_finished(const struct check_run *run, const struct clause *clause)
{
    size_t end;

    if (is_last_clause(run, clause) || clause_follows(run, clause->end))
        return true;
    if (!text_is(run, clause->end, ",") || !same_sentence(run, clause->end, clause->end + 2))
        return false;
    end = stretch_end(run, clause->end + 1);
    return end > clause->end + 2 && is_zu_infinitive(run->doc, end - 1);
}

/* The clause ends its sentence, or behind it comes what begins anew: "…, nachdem er kam", "… und schickte". */
static bool is_closed(const struct check_run *run, const struct clause *clause)
{
    size_t next = clause->end + 1;

    if (is_last_clause(run, clause))
        return true;
    if (!same_sentence(run, clause->end, next + 1))
        return false;
    return (text_is(run, clause->end, ",") && in_list(run, LIST_SUBORDINATORS_COMMA, next) &&
            !text_is(run, next, "dass") && !text_is(run, next, "ob")) ||
           (text_is(run, clause->end, "und") && is_surely_finite(token_at(run, next)));
}

/* "gehen davon, dass", "ging um zehn Prozent": what looks like the prefix of "davongehen" and "umgehen" is none. */
static bool has_prefix(const struct check_run *run, const struct clause *clause)
{
    const struct token *verb = token_at(run, clause->finite);

    if (verb->analysis.joined == NO_ID)
        return verb->analysis.particle != NO_ID;
    for (size_t i = clause->finite + 1; i < clause->end; i++) {
        if (token_at(run, i)->analysis.particle == NO_ID)
            continue;
        if (in_list(run, LIST_PRONOMINAL_ADVERBS, i) && i + 1 == clause->end)
            return !clause_follows(run, clause->end);
        for (size_t p = 0; p < clause->count; p++)
            if (clause->phrases[p].first == i + 1 && clause->phrases[p].prepositional)
                return false;
        return true;
    }
    return true;
}

void check_lost_particles(const struct check_run *run)
{
    for (size_t i = 0; i < run->clause_count; i++) {
        const struct clause *clause = &run->clauses[i];
        const struct token *verb = token_at(run, clause->finite);
        const struct pair_record *row;
        size_t count;

        if (clause->order != CLAUSE_VERB_SECOND || clause->verb != clause->finite || !is_finished(run, clause))
            continue;
        if ((row = row_of_verb(run, verb, TABLE_PREFIX_FRAMES, &count)) != NULL && !has_prefix(run, clause))
            check_frames(run, clause, row, count);
        if (is_closed(run, clause) && verb->analysis.joined == NO_ID && verb->analysis.particle == NO_ID &&
            (row = row_of_verb(run, verb, TABLE_LOST_PREFIXES, &count)) != NULL && !holds_completion(run, clause))
            check_object(run, clause, row, count);
    }
}
