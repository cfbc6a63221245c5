/* Marks objects in a case their verb does not govern: a dative behind a verb with an accusative ("warnte den Gästen"),
 * and anything but a genitive behind gedenken ("gedachte den Maler"). */
#include "checks/checks.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

static bool same_clause(const struct check_run *run, size_t a, size_t b)
{
    return b < run->doc->token_count && token_at(run, a)->sentence == token_at(run, b)->sentence &&
           token_at(run, a)->clause == token_at(run, b)->clause;
}

static bool phrase_at(const struct check_run *run, size_t index, struct noun_phrase *out)
{
    return (noun_phrase_at(run->doc, index, out) || bare_noun_at(run->doc, index, out)) && !out->contracted;
}

/* "dem Bericht zufolge", "den Opfern gegenüber": the dative belongs to the word behind it. */
static bool is_governed_from_behind(const struct check_run *run, size_t noun)
{
    return same_clause(run, noun, noun + 1) &&
           (in_word_list(&run->context->lexicon, "postpositions", text_at(run, noun + 1)) ||
            (token_at(run, noun + 1)->flags & TOKEN_CAPITAL) != 0);
}

/* "rettete den Gästen das Spiel": with an accusative behind it, the dative may stand. */
static bool accusative_follows(const struct check_run *run, size_t noun)
{
    struct noun_phrase next;

    return same_clause(run, noun, noun + 1) && phrase_at(run, noun + 1, &next) &&
           (agreeing_cases(run->doc, &next, NULL) & CASE_ACC) != 0;
}

/* "Die App warnt Nutzern vor": subject, verb, and a phrase that is a dative for sure. */
static void check_accusative_object(const struct check_run *run, size_t verb)
{
    size_t first = sentence_first(run, verb);
    struct noun_phrase subject, object;

    if (third_person_numbers(token_at(run, verb)) == 0 || token_at(run, verb)->analysis.particle != NO_ID ||
        !has_lemma_of(&run->context->lexicon, token_at(run, verb), "accusative-verbs") ||
        !same_clause(run, verb, verb + 1) || !phrase_at(run, first, &subject) || subject.noun + 1 != verb ||
        (agreeing_cases(run->doc, &subject, NULL) & CASE_NOM) == 0 || !phrase_at(run, verb + 1, &object) ||
        agreeing_cases(run->doc, &object, NULL) != CASE_DAT || is_governed_from_behind(run, object.noun) ||
        accusative_follows(run, object.noun))
        return;
    report(run, "check/government", tokens_span(run, verb, object.noun));
}

static bool infinitive_follows(const struct check_run *run, size_t index)
{
    for (size_t i = index + 1;
         i < run->doc->token_count && token_at(run, i)->sentence == token_at(run, index)->sentence; i++)
        if (is_zu_infinitive(run->doc, i))
            return true;
    return false;
}

/* "gedachte in seiner Rede den Maler": the first phrase without a preposition, and no genitive. */
static void check_genitive_object(const struct check_run *run, size_t verb)
{
    struct noun_phrase object;

    if (!may_be_finite(token_at(run, verb)) || !has_lemma(&run->context->lexicon, token_at(run, verb), "gedenken") ||
        verb == 0 || !same_clause(run, verb - 1, verb) || token_is(token_at(run, verb - 1), POS_DETERMINER) ||
        infinitive_follows(run, verb))
        return;
    for (size_t i = verb + 1; same_clause(run, verb, i) && token_at(run, i)->kind != TOKEN_PUNCTUATION; i++) {
        if (!noun_phrase_at(run->doc, i, &object))
            continue;
        if (object.has_determiner && !object.contracted && !token_is(token_at(run, i - 1), POS_PREPOSITION)) {
            uint32_t cases = agreeing_cases(run->doc, &object, NULL);

            if (cases != 0 && (cases & (CASE_GEN | CASE_NOM)) == 0 &&
                !in_word_list(&run->context->lexicon, "spans-of-time", text_at(run, object.noun)))
                report(run, "check/government", tokens_span(run, i, object.noun));
            return;
        }
        i = object.noun;
    }
}

void check_objects(const struct check_run *run)
{
    for (size_t i = 0; i < run->doc->token_count; i++) {
        check_accusative_object(run, i);
        check_genitive_object(run, i);
    }
}
