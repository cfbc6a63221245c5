/* Marks what stands in the place of a finite verb that its sentence lacks: a word that sounds like it ("Die
 * Entscheidung viel knapp aus", "Der Hund bis einen Jogger"), its bare stem ("Er brauch Geld"), or the verb with a
 * capital ("Die Polizei Sucht Zeugen"); and forms of the second person without "ihr" ("Der Minister tretet zurück"). */
#include "checks/checks.h"
#include "checks/clause_phrases.h"
#include "checks/fields.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

enum { OFTEN = 3 /* frequency of a verb that texts use */ };

/* What a row of the table asks of the next word. */
static bool follows(const struct check_run *run, size_t next, struct slice what)
{
    const struct token *token = token_at(run, next);

    if (slice_is(what, "determiner"))
        return (token_is(token, POS_DETERMINER) || in_list(run, LIST_OBLIQUE_PRONOUNS, next)) && !is_capitalised(token);
    if (slice_is(what, "number"))
        return token->kind == TOKEN_NUMBER || token_is(token, POS_NUMERAL);
    if (slice_is(what, "no-noun"))
        return token->kind == TOKEN_WORD && !is_capitalised(token) &&
               (!is_inflected_adjective(token) ||
                (same_sentence(run, next, next + 1) && !is_capitalised(token_at(run, next + 1))));
    return true;
}

/* The verb that sounds like the word, where the next one allows it; empty where there is none. */
static struct slice sounding_verb(const struct check_run *run, size_t i)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    size_t count;
    const struct pair_record *row =
        pairs_of(lexicon, named_table(lexicon, TABLE_VERB_SOUNDS), lower_at(run, i), &count);

    for (size_t n = 0; n + 1 < count; n += 2)
        if (follows(run, i + 1, lexicon_text(lexicon, row[n + 1].value)))
            return lexicon_text(lexicon, row[n].value);
    return (struct slice){ 0 };
}

/* "brauch", "sag": nothing but an imperative of the singular; "braucht", "sagt". */
static struct slice whole_verb(const struct check_run *run, size_t i)
{
    const uint32_t wanted = POS_VERB | (uint32_t)VERB_PRESENT << VERB_SHIFT | PERSON_3 | NUMBER_SG;
    const struct token *token = token_at(run, i);

    if (token->analysis.reading_count == 0 || token_is(token, POS_AUXILIARY) || text_is(run, i + 1, "ich"))
        return (struct slice){ 0 }; /* "Die Cola zahl ich" */
    for (uint16_t r = 0; r < token->analysis.reading_count; r++)
        if (verb_form_of(token->analysis.readings[r].features) != VERB_IMPERATIVE)
            return (struct slice){ 0 };
    return lemma_inflected(&run->context->lexicon, token->analysis.readings[0].lemma, wanted);
}

/* "Sucht": a noun that is a common finite verb of the third person in lower case. */
static struct slice small_verb(const struct check_run *run, size_t i)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *token = token_at(run, i);
    uint32_t form = token->type->small_form;

    if ((token->flags & (TOKEN_CAPITAL | TOKEN_ALL_CAPS | TOKEN_HYPHEN | TOKEN_QUOTED)) != TOKEN_CAPITAL ||
        form == NO_ID || token_is(token, POS_NAME) || lexicon->forms[form].frequency < OFTEN)
        return (struct slice){ 0 };
    for (uint32_t r = 0; r < lexicon->forms[form].reading_count; r++) {
        uint32_t features = lexicon->readings[lexicon->forms[form].first_reading + r].features;

        if (pos_of(features) == POS_VERB && (features & PERSON_3) != 0 && (features & NUMBER_SG) != 0 &&
            (verb_form_of(features) == VERB_PRESENT || verb_form_of(features) == VERB_PAST))
            return token->type->small;
    }
    return (struct slice){ 0 };
}

/* A word that is, or may be for all that the lexicon knows, a finite verb. */
static bool may_hold_verb(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);

    if (token->kind != TOKEN_WORD)
        return token->kind == TOKEN_SYMBOL || token->kind == TOKEN_ADDRESS;
    if ((token->flags & TOKEN_QUOTED) != 0)
        return true;
    if ((token->flags & TOKEN_CAPITAL) != 0)
        return (token->flags & TOKEN_SENTENCE_START) != 0 && may_be_finite(token) && !token_is(token, POS_DETERMINER) &&
               !token_is(token, POS_NOUN);
    return token->analysis.reading_count == 0 ||
           (may_be_finite(token) && !is_inflected_adjective(token) && !token_is(token, POS_DETERMINER) &&
            !token_is(token, POS_PREPOSITION));
}

/* The sentence is one main clause with a full stop, or goes on with a subordinate clause. */
static bool is_whole(const struct check_run *run, size_t end)
{
    return (text_is(run, end, ".") && !same_sentence(run, end, end + 1)) ||
           (text_is(run, end, ",") && same_sentence(run, end, end + 1) &&
            (in_list(run, LIST_SUBORDINATORS_COMMA, end + 1) || opens_relative(run, end + 1)));
}

/* No finite verb from first to end but what stands at i. */
static bool lacks_verb(const struct check_run *run, size_t first, size_t i, size_t end)
{
    for (size_t j = first; j < end; j++)
        if (j != i && ((may_hold_verb(run, j) && !(j + 1 == end && is_bare_infinitive(run->doc, j))) ||
                       text_is(run, j, "als") || text_is(run, j, "wie") || is_zu_infinitive(run->doc, j)))
            return false;
    return true;
}

/* The subject that opens the sentence: with an article, or a pronoun; or one phrase with a preposition before. */
static bool opens_clause(const struct check_run *run, size_t first, struct clause_phrase *phrase)
{
    if (!read_clause_phrase(run, first, phrase))
        return false;
    return !phrase->adverbial && (phrase->pronoun || phrase->determined) &&
           (phrase->prepositional || (phrase->cases & CASE_NOM) != 0);
}

static void check_opening(const struct check_run *run, size_t first)
{
    size_t end = stretch_end(run, first);
    struct clause_phrase phrase;

    if (end < first + 4 || !is_whole(run, end) || (token_at(run, first)->flags & TOKEN_QUOTED) != 0 ||
        !opens_clause(run, first, &phrase) || phrase.end + 1 >= end)
        return;
    size_t i = phrase.end;

    /* "Der Verein Sucht": read as an apposition. */
    if (i > first + 2 && is_capitalised(token_at(run, i - 1)) && is_capitalised(token_at(run, i - 2)))
        i--;
    struct slice verb = { 0 };
    bool capital = is_capitalised(token_at(run, i));

    if (token_at(run, i)->kind != TOKEN_WORD || (token_at(run, i)->flags & TOKEN_QUOTED) != 0)
        return;
    if (!capital && (verb = sounding_verb(run, i)).len == 0)
        verb = whole_verb(run, i);
    else if (capital && !phrase.prepositional && !is_capitalised(token_at(run, i + 1)) &&
             token_at(run, i + 1)->kind == TOKEN_WORD)
        verb = small_verb(run, i);
    if (verb.len > 0 && lacks_verb(run, first, i, end))
        suggest(run, report(run, "check/verb-sound", token_at(run, i)->span), verb);
}

/* ---- "Der Minister tretet zurück." ---- */

/* Nothing but a form that goes with "ihr": the lemma, or NO_ID. */
static uint32_t lemma_of_ihr_form(const struct token *token)
{
    uint32_t lemma = NO_ID;

    if (token->kind != TOKEN_WORD || (token->flags & (TOKEN_CAPITAL | TOKEN_QUOTED)) != 0)
        return NO_ID;
    for (uint16_t r = 0; r < token->analysis.reading_count; r++) {
        const struct reading *reading = &token->analysis.readings[r];
        enum verb_form form = verb_form_of(reading->features);
        bool present = (form == VERB_PRESENT || form == VERB_SUBJUNCTIVE1) &&
                       (reading->features & (PERSON_1 | PERSON_3)) == 0 && (reading->features & PERSON_2) != 0 &&
                       (reading->features & NUMBER_PL) != 0;

        if (pos_of(reading->features) != POS_VERB || (!present && form != VERB_IMPERATIVE))
            return NO_ID;
        if (present)
            lemma = reading->lemma;
    }
    return lemma;
}

bool may_lack_ihr(const struct check_run *run, size_t i)
{
    return lemma_of_ihr_form(token_at(run, i)) != NO_ID;
}

static bool has_ihr(const struct check_run *run, size_t i)
{
    for (size_t j = sentence_first(run, i); same_sentence(run, i, j); j++)
        if (slice_is(lower_at(run, j), "ihr") || slice_is(lower_at(run, j), "euch") || text_is(run, j, "!") ||
            slice_is(lower_at(run, j), "bitte")) /* "Bitte gebt ihnen nichts" */
            return true;
    return false;
}

/* The auxiliary haben, sein or werden before i in its stretch, finite: i is where its participle stands. */
static bool has_auxiliary(const struct check_run *run, size_t i)
{
    for (size_t j = stretch_first(run, i); j < i; j++)
        if (token_is(token_at(run, j), POS_AUXILIARY) && may_be_finite(token_at(run, j)))
            return true;
    return false;
}

static void check_ihr_form(const struct check_run *run, size_t i)
{
    uint32_t lemma = lemma_of_ihr_form(token_at(run, i));
    size_t first = stretch_first(run, i), end = stretch_end(run, i);

    if (lemma == NO_ID || i == first || has_ihr(run, i) || text_is(run, i + 1, "uns")) /* "also lasst uns gehen" */
        return;
    bool participle = has_auxiliary(run, i) && i + 1 == end;
    uint32_t form = participle ? (uint32_t)VERB_PARTICIPLE2 << VERB_SHIFT
                               : (uint32_t)VERB_PRESENT << VERB_SHIFT | PERSON_3 | NUMBER_SG;

    if (!participle && !lacks_verb(run, first, i, end))
        return;
    struct slice right = lemma_inflected(&run->context->lexicon, lemma, POS_VERB | form);

    if (right.len > 0 && !slice_equal(right, text_at(run, i)))
        suggest(run, report(run, "check/second-person", token_at(run, i)->span), right);
}

void check_verb_sounds(const struct check_run *run)
{
    for (size_t i = 0; i < run->doc->sentence_count; i++)
        if (run->doc->sentences[i].token_count > 3)
            check_opening(run, run->doc->sentences[i].first_token);
    for (size_t i = next_marked(run, MARK_IHR, 0); i < run->doc->token_count; i = next_marked(run, MARK_IHR, i + 1))
        check_ihr_form(run, i);
}
