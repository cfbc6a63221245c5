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
        if (slice_equal(head, one) || slice_equal(text_at(run, noun), one))
            return true;
        for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
            uint32_t lemma = token->analysis.readings[i].lemma;

            if (lemma != NO_ID &&
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

        if (lexicon_lemma(lexicon, arena_print(run->issues->arena, "%.*s%.*s", (int)word.len, word.at, (int)lemma.len,
                                               lemma.at)) != NO_ID)
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
        if (may_complete(run, clause, i))
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

void check_lost_particles(const struct check_run *run)
{
    const struct lexicon *lexicon = &run->context->lexicon;

    for (size_t i = 0; i < run->clause_count; i++) {
        const struct clause *clause = &run->clauses[i];
        const struct token *verb = token_at(run, clause->finite);

        if (clause->order != CLAUSE_VERB_SECOND || clause->verb != clause->finite || !is_last_clause(run, clause) ||
            verb->analysis.joined != NO_ID || verb->analysis.particle != NO_ID ||
            !set_holds(verb->type->lemmas_listed, lexicon->table_numbers[TABLE_LOST_PREFIXES]) ||
            holds_completion(run, clause))
            continue;
        for (uint16_t r = 0; r < verb->analysis.reading_count; r++) {
            size_t count = 0;
            uint32_t lemma = verb->analysis.readings[r].lemma;
            const struct pair_record *row =
                lemma == NO_ID
                    ? NULL
                    : pairs_of(lexicon, named_table(lexicon, TABLE_LOST_PREFIXES), lemma_text(lexicon, lemma), &count);

            if (row == NULL)
                continue;
            check_object(run, clause, row, count);
            break;
        }
    }
}
