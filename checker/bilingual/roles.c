/* Marks a sentence whose subject has become its object: "the dog bit the postman" – "der Postbote biss den Hund".
 *
 * Only plain sentences: the subject begins the English one, its verb follows, then an object with its article; all
 * three have their German in one clause, and the German for the subject stands in the accusative for sure. */
#include "bilingual/wording.h"
#include "checks/places.h"
#include "lexicon/analysis.h"
#include "text/unicode.h"

/* English words of what may stand before the subject, with its comma. */
#define FRONTED_WITHIN 10

/* Words of the three, by token; English first. */
struct roles {
    const struct check_run *run;
    const struct bilingual *bilingual;
    uint32_t english, english_end; /* the passage */
    uint32_t subject, verb, object;
};

/* The German token that the English one fits best and surely; NULL: none. */
static const struct token *german_for(const struct roles *r, uint32_t english)
{
    const struct english_word *word = &r->bilingual->words[english];

    return word->best != NO_ID && word->best_kind >= LINK_LEARNED ? token_at(r->run, word->best) : NULL;
}

static bool is_noun(const struct token *token)
{
    return token != NULL && token_is(token, POS_NOUN) && (token->flags & TOKEN_CAPITAL) != 0;
}

/* The noun of the phrase that begins at the token with its determiner, adjectives passed over; NO_ID: none. */
static uint32_t noun_of(const struct roles *r, uint32_t token)
{
    if (token >= r->english_end || !is_english_determiner(r->bilingual, token))
        return NO_ID;
    for (uint32_t i = token + 1; i < r->english_end; i++) {
        const struct token *german = german_for(r, i);

        if (is_noun(german))
            return i;
        if (german == NULL || !token_is(german, POS_ADJECTIVE))
            return NO_ID;
    }
    return NO_ID;
}

/* "After the final whistle, the keeper": the clause begins behind the comma of what stands before it, if that has no
 * verb of its own. */
static uint32_t start_of_clause(const struct roles *r)
{
    if ((r->bilingual->words[r->english].flags & ENGLISH_CONTENT) != 0 ||
        is_english_determiner(r->bilingual, r->english))
        return r->english;
    for (uint32_t i = r->english + 1; i + 1 < r->english_end && i < r->english + FRONTED_WITHIN; i++) {
        const struct token *german = german_for(r, i);

        if (slice_is(english_text(r->bilingual, i), ","))
            return i + 1;
        if (german != NULL && token_is(german, POS_VERB) && !is_noun(german))
            return r->english;
    }
    return r->english;
}

/* Subject, verb and object of the English sentence. */
static bool read_english(struct roles *r)
{
    const struct token *verb;

    r->subject = noun_of(r, start_of_clause(r));
    r->verb = r->subject + 1;
    if (r->subject == NO_ID || r->verb >= r->english_end)
        return false;
    verb = german_for(r, r->verb);
    if (verb == NULL || !token_is(verb, POS_VERB) || token_is(verb, POS_NOUN))
        return false;
    r->object = noun_of(r, r->verb + 1);
    return r->object != NO_ID;
}

/* The determiner of a German noun, one adjective passed over; NO_ID: none. */
static uint32_t determiner_of(const struct roles *r, uint32_t noun)
{
    uint32_t at = noun;

    if (at > 0 && token_is(token_at(r->run, at - 1), POS_ADJECTIVE) && !is_function_word(token_at(r->run, at - 1)))
        at--;
    return at > 0 && is_function_word(token_at(r->run, at - 1)) ? at - 1 : NO_ID;
}

/* "auf den Hund": neither subject nor object. */
static bool is_behind_preposition(const struct roles *r, uint32_t determiner)
{
    return determiner > 0 && token_is(token_at(r->run, determiner - 1), POS_PREPOSITION);
}

/* "den Hund", "einen Hund": the noun as the dictionary has it, so that no plural stands there. */
static bool is_accusative(const struct roles *r, uint32_t noun)
{
    const struct token *token = token_at(r->run, noun);
    uint32_t determiner = determiner_of(r, noun);

    if (determiner == NO_ID || is_behind_preposition(r, determiner) ||
        !(text_is(r->run, determiner, "den") || text_is(r->run, determiner, "einen")))
        return false;
    for (uint16_t i = 0; i < token->analysis.reading_count; i++)
        if (token->analysis.readings[i].lemma != NO_ID &&
            slice_equal(lemma_text(r->bilingual->lexicon, token->analysis.readings[i].lemma), text_at(r->run, noun)))
            return true;
    return false;
}

/* "der Gewerkschaft", "dem Verein", "einer Firma": the noun stands in the dative (or genitive) and is what no noun
 * before it owns. */
static bool is_dative(const struct roles *r, uint32_t noun)
{
    const struct token *token = token_at(r->run, noun);
    uint32_t determiner = determiner_of(r, noun);
    bool masculine =
        determiner != NO_ID && (text_is(r->run, determiner, "dem") || text_is(r->run, determiner, "einem"));
    bool feminine = determiner != NO_ID && (text_is(r->run, determiner, "der") || text_is(r->run, determiner, "einer"));

    if (!(masculine || feminine) || determiner == 0 || is_behind_preposition(r, determiner) ||
        token_is(token_at(r->run, determiner - 1), POS_NOUN) || token_is(token_at(r->run, determiner - 1), POS_NAME))
        return false;
    for (uint16_t i = 0; feminine && i < token->analysis.reading_count; i++)
        if (pos_of(token->analysis.readings[i].features) == POS_NOUN &&
            ((token->analysis.readings[i].features & GENDER_ANY) != GENDER_F ||
             (token->analysis.readings[i].features & NUMBER_PL) != 0))
            return false;
    return true;
}

/* "der Postbote", "die Mieter", "das Amt": it may be the subject. */
static bool may_be_subject(const struct roles *r, uint32_t noun)
{
    uint32_t determiner = determiner_of(r, noun);

    return determiner != NO_ID && in_list_lower(r->run, LIST_NOMINATIVE_DETERMINERS, determiner) &&
           !is_behind_preposition(r, determiner);
}

static void check_passage(struct roles *r, const struct passage *passage)
{
    uint32_t subject, object, first;

    passage_english(r->bilingual, passage, &r->english, &r->english_end);
    if (!read_english(r))
        return;
    subject = r->bilingual->words[r->subject].best;
    object = r->bilingual->words[r->object].best;
    if (subject == object || token_at(r->run, subject)->clause != token_at(r->run, object)->clause ||
        !(is_accusative(r, subject) || is_dative(r, subject)) || !may_be_subject(r, object))
        return;
    first = determiner_of(r, subject < object ? subject : object);
    report_with_source(r->run, "bilingual/roles", tokens_span(r->run, first, subject > object ? subject : object),
                       passage_source(r->bilingual, passage));
}

/* ---- passives ---- */

/* "was bitten by": returns the token behind "by", or NO_ID. */
static uint32_t behind_by(const struct roles *r, uint32_t token)
{
    bool passive = token + 3 < r->english_end && english_is(r->bilingual, token, SLICE("be")) &&
                   slice_equal(lower_english(r->bilingual, token + 2), SLICE("by"));

    return passive ? token + 3 : NO_ID;
}

/* "von einem Fuchs", "durch den Sturm", "wurde": the passive was kept, or turned into another with its agent. */
static bool keeps_passive(const struct roles *r, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++)
        if (slice_starts(lower_at(r->run, i), SLICE("w"))
                ? token_has_lemma(token_at(r->run, i), lexicon_lemma(r->bilingual->lexicon, SLICE("werden")))
                : text_is(r->run, i, "von") || text_is(r->run, i, "vom") || text_is(r->run, i, "durch"))
            return true;
    return false;
}

/* "The dog was bitten by a fox" – "Der Hund biss einen Fuchs". */
static void check_passive(struct roles *r, const struct passage *passage)
{
    uint32_t agent, subject, first, end;

    passage_english(r->bilingual, passage, &r->english, &r->english_end);
    passage_german(r->run->doc, passage, &first, &end);
    r->subject = noun_of(r, r->english);
    agent = r->subject == NO_ID ? NO_ID : behind_by(r, r->subject + 1);
    agent = agent == NO_ID ? NO_ID : noun_of(r, agent);
    if (agent == NO_ID || keeps_passive(r, first, end))
        return;
    subject = r->bilingual->words[r->subject].best;
    agent = r->bilingual->words[agent].best;
    if (subject == agent || token_at(r->run, subject)->clause != token_at(r->run, agent)->clause ||
        !is_accusative(r, agent) || !may_be_subject(r, subject))
        return;
    report_with_source(r->run, "bilingual/roles",
                       tokens_span(r->run, subject < agent ? subject : agent, subject > agent ? subject : agent),
                       passage_source(r->bilingual, passage));
}

void check_roles(const struct check_run *run)
{
    struct roles r = { .run = run, .bilingual = run->doc->bilingual };

    for (size_t i = 0; r.bilingual->is_english && i < r.bilingual->passage_count; i++)
        if (is_sentence_pair(&r.bilingual->passages[i])) {
            check_passage(&r, &r.bilingual->passages[i]);
            check_passive(&r, &r.bilingual->passages[i]);
        }
}
