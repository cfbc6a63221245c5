/* Marks a particle at the end of a clause whose verb German never puts it to: "Der Minister regierte eine Koalition
 * aus" (ruled out), "Die Zahlen drehten sich heraus" (turned out). English particle verbs carried over word by word
 * give verbs that no dictionary has; where one has the verb, the analysis has joined the particle to it. */
#include "checks/checks.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"

/* The one finite verb of the particle's clause that could have it, or the particle itself when none or several could.
 */
static size_t bare_verb(const struct check_run *run, size_t particle)
{
    size_t verb = particle;

    for (size_t i = particle; i-- > 0 && same_clause(run->doc, i, particle);) {
        if (!may_be_finite(token_at(run, i)))
            continue;
        if (verb != particle || !is_surely_finite(token_at(run, i)) || !token_is(token_at(run, i), POS_VERB) ||
            token_is(token_at(run, i), POS_AUXILIARY) || token_at(run, i)->analysis.particle != NO_ID)
            return particle;
        verb = i;
    }
    return verb;
}

/* "von dem Moment an", "vom Balkon aus", "auf ihn ein", "auf und ab": the particle belongs to the phrase before it. */
static bool ends_phrase(const struct check_run *run, size_t verb, size_t particle)
{
    for (size_t i = verb + 1; i < particle; i++)
        if (text_is(run, i, "von") || text_is(run, i, "vom") || text_is(run, i, "auf"))
            return true;
    return token_is(token_at(run, particle - 1), POS_CONJUNCTION);
}

/* "den Mond", "einen Fremden": whom or what one may look, smile or howl at, with nearly any verb. */
static bool holds_definite_accusative(const struct check_run *run, size_t verb, size_t particle)
{
    for (size_t i = verb + 1; i < particle; i++)
        if (text_is(run, i, "den") || text_is(run, i, "einen") || text_is(run, i, "ihn") || text_is(run, i, "sie"))
            return true;
    return false;
}

/* A mark that ends the clause; behind "auf „Anna“", "auf (fast) alles" the phrase goes on. */
static bool is_followed_by_end(const struct check_run *run, size_t index)
{
    static const char *const marks[] = { ".", ",", ";", "!", "?" };
    bool end = !same_sentence(run, index, index + 1);

    for (size_t i = 0;
         !end && token_at(run, index + 1)->kind == TOKEN_PUNCTUATION && i < sizeof(marks) / sizeof(*marks); i++)
        end = text_is(run, index + 1, marks[i]);
    return end;
}

void check_lone_particles(const struct check_run *run)
{
    for (size_t i = 2; i < run->doc->token_count; i++) {
        const struct token *token = token_at(run, i);

        if (token->kind != TOKEN_WORD || (token->flags & TOKEN_CAPITAL) != 0 || token->analysis.particle != NO_ID ||
            !is_followed_by_end(run, i) || !in_list(run, LIST_LONE_PARTICLES, i))
            continue;
        size_t verb = bare_verb(run, i);

        /* "heulten die Wölfe den Mond an" */
        bool looks_at = text_is(run, i, "an") && holds_definite_accusative(run, verb, i);

        if (verb != i && verb + 1 < i && !looks_at && !ends_phrase(run, verb, i))
            report(run, "check/lone-particle", tokens_span(run, verb, verb));
    }
}
