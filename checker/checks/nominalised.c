/* Marks adjectives, participles and infinitives in lower case that stand as nouns: "etwas neues", "der angeklagte
 * schwieg", "mehrere verletzte", "Das schwimmen im See ist verboten", "der 34-jährige starb". */
#include "checks/checks.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

static bool is_small_word(const struct token *token)
{
    return token->kind == TOKEN_WORD && (token->flags & (TOKEN_CAPITAL | TOKEN_QUOTED | TOKEN_ALL_CAPS)) == 0;
}

/* The phrase ends here: no noun follows that the adjective could belong to, nor another adjective that it is one of. */
static bool phrase_ends(const struct check_run *run, size_t next)
{
    if (!same_sentence(run, next - 1, next))
        return true;
    const struct token *token = token_at(run, next);

    if (token->kind == TOKEN_PUNCTUATION)
        return text_is(run, next, ".") || text_is(run, next, "?") || text_is(run, next, "!") ||
               text_is(run, next, ";") || text_is(run, next, ":");
    if (token->kind != TOKEN_WORD || (token->flags & (TOKEN_CAPITAL | TOKEN_QUOTED)) != 0)
        return false;
    return may_be_finite(token) || token_is_verb_form(token, VERB_PARTICIPLE2) || is_bare_infinitive(run->doc, next) ||
           (token_is(token, POS_PREPOSITION) && !is_inflected_adjective(token));
}

/* The phrase goes on with a participle that has a noun: "etwas neues gefundenes", "die verletzten geborgenen". */
static bool noun_is_near(const struct check_run *run, size_t next)
{
    for (size_t i = next; i < next + 2 && same_sentence(run, next, i); i++)
        if (has_contraction(token_at(run, i)))
            return false; /* "nichts neues zur geplanten Steuer" */
        else if (is_inflected_adjective(token_at(run, i)) && same_sentence(run, i, i + 1) &&
                 is_capitalised(token_at(run, i + 1)))
            return true;
    return false;
}

/* ---- "etwas neues" ---- */

static bool is_neuter_adjective(const struct check_run *run, size_t i, bool weak)
{
    struct slice word = text_at(run, i);

    return is_inflected_adjective(token_at(run, i)) && slice_ends(word, weak ? SLICE("e") : SLICE("es")) &&
           !slice_ends(word, SLICE("anderes")) && !slice_ends(word, SLICE("andere")) &&
           !token_is(token_at(run, i), POS_DETERMINER) && !token_is(token_at(run, i), POS_PRONOUN) &&
           !token_is(token_at(run, i), POS_NUMERAL);
}

static bool is_indefinite(const struct check_run *run, size_t i)
{
    return text_is(run, i, "etwas") || text_is(run, i, "nichts") || text_is(run, i, "viel") ||
           text_is(run, i, "wenig") || text_is(run, i, "allerlei") || text_is(run, i, "allerhand") ||
           slice_is(lower_at(run, i), "nichts");
}

static bool is_something_new(const struct check_run *run, size_t i)
{
    return i > 0 && same_sentence(run, i - 1, i) && is_indefinite(run, i - 1) && is_neuter_adjective(run, i, false) &&
           !noun_is_near(run, i + 1) &&
           (phrase_ends(run, i + 1) || text_is(run, i + 1, "zu") ||
            (text_is(run, i + 1, ",") && !noun_is_near(run, i + 2)));
}

/* ---- "der angeklagte", "mehrere verletzte" ---- */

static bool stands_for_person(const struct check_run *run, size_t i)
{
    static const char *const endings[] = { "en", "er", "e", "em" };
    struct slice word = text_at(run, i);

    if (slice_ends(word, SLICE("-jährige")) || slice_ends(word, SLICE("-jähriger")) ||
        slice_ends(word, SLICE("-jährigen")))
        return true;
    for (size_t n = 0; n < sizeof(endings) / sizeof(*endings); n++) {
        struct slice ending = slice_of(endings[n]);

        if (slice_ends(word, ending) && in_word_list(&run->context->lexicon, LIST_NOMINALISED_PERSONS,
                                                     (struct slice){ word.at, word.len - ending.len }))
            return true;
    }
    return false;
}

/* What stands before the noun of a person: a determiner, a number, "viele". No relative pronoun: ", der verletzt". */
static bool is_before_person(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);

    if (i > 0 && text_is(run, i - 1, ",") && token_is(token, POS_RELATIVE))
        return false;
    if (is_indefinite(run, i)) /* "etwas verletzter" */
        return false;
    return (token->kind == TOKEN_NUMBER && digits_at(text_at(run, i), 0) > 0) || token_is(token, POS_DETERMINER) ||
           (token_is(token, POS_NUMERAL) && (token->flags & (TOKEN_ORDINAL | TOKEN_CAPITAL | TOKEN_ALL_CAPS)) == 0);
}

static bool is_small_person(const struct check_run *run, size_t i)
{
    if (i == 0 || !same_sentence(run, i - 1, i) || !stands_for_person(run, i) || !is_before_person(run, i - 1))
        return false;
    /* "die verletzten und die gesunden", "alle betroffenen" with a noun said before: not before und. */
    return phrase_ends(run, i + 1) && !noun_is_near(run, i + 1);
}

/* ---- "Das schwimmen im See ist verboten" ---- */

/* A verb of the singular stands in the stretch behind, and none of the plural that the infinitive may be. */
static bool has_singular_behind(const struct check_run *run, size_t i)
{
    for (size_t j = i; j < stretch_end(run, i); j++)
        if (is_surely_finite(token_at(run, j)))
            return third_person_numbers(token_at(run, j)) == NUMBER_SG;
    return false;
}

static bool is_small_doing(const struct check_run *run, size_t i)
{
    if (i == 0 || !same_sentence(run, i - 1, i) || !token_is_verb_form(token_at(run, i), VERB_INFINITIVE) ||
        token_is(token_at(run, i), POS_AUXILIARY) || is_inflected_adjective(token_at(run, i)) ||
        !form_is(&run->context->lexicon, with_initial(run->issues->arena, text_at(run, i), true), POS_NOUN))
        return false;
    bool opens = (token_at(run, i - 1)->flags & TOKEN_SENTENCE_START) != 0 && slice_is(lower_at(run, i - 1), "das");
    const struct token *next = same_sentence(run, i, i + 1) ? token_at(run, i + 1) : NULL;

    if (next == NULL || is_capitalised(next))
        return false;
    return opens && (token_is(next, POS_PREPOSITION) || is_surely_finite(next)) && has_singular_behind(run, i + 1);
}

bool may_be_nominalised(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);

    return is_small_word(token) && (stands_for_person(run, i) || is_neuter_adjective(run, i, false) ||
                                    (token_is_verb_form(token, VERB_INFINITIVE) && !token_is(token, POS_AUXILIARY)));
}

void check_nominalised(const struct check_run *run)
{
    for (size_t i = next_marked(run, MARK_NOMINALISED, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_NOMINALISED, i + 1)) {
        if ((token_at(run, i)->flags & TOKEN_QUOTED) != 0)
            continue;
        if (is_something_new(run, i) || is_small_person(run, i) || is_small_doing(run, i)) {
            struct slice word = text_at(run, i);
            const char *years = memmem(word.at, word.len, "-j", 2);
            struct slice right = years == NULL ? with_initial(run->issues->arena, word, true)
                                               : arena_print(run->issues->arena, "%.*s-J%.*s", (int)(years - word.at),
                                                             word.at, (int)(word.at + word.len - years - 2), years + 2);

            suggest(run, report(run, "check/nominalised", token_at(run, i)->span), right);
        }
    }
}
