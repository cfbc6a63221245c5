/* What makes a sentence heavy: too many words, a chain of genitives ("der Leiter der Abteilung des Amtes der Stadt"), a
 * passive in the future ("wird verkauft werden"). Taste has a say in each, so none of them is shown unless asked for.
 */
#include "checks/checks.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

enum {
    MOST_WORDS = 40,    /* readers lose the thread beyond; news agencies advise 20 to 30 */
    MOST_GENITIVES = 2, /* one behind the other */
};

static void check_length(const struct check_run *run, const struct sentence *sentence)
{
    size_t words = 0;

    for (size_t i = sentence->first_token; i < (size_t)sentence->first_token + sentence->token_count; i++)
        words += run->doc->tokens[i].kind == TOKEN_WORD || run->doc->tokens[i].kind == TOKEN_NUMBER;
    if (words > MOST_WORDS)
        report(run, "check/long-sentence", sentence->span);
}

/* The token behind the genitive that starts at index, or index when none does. */
static size_t genitive_end(const struct check_run *run, size_t index)
{
    struct noun_phrase phrase;

    if (index >= run->doc->token_count || !noun_phrase_at(run->doc, index, &phrase) || !phrase.has_determiner ||
        phrase.contracted || (agreeing_cases(run->doc, &phrase, NULL) & CASE_GEN) == 0)
        return index;
    return phrase.noun + 1;
}

/* Returns the token behind the chain that starts at index. */
static size_t check_chain(const struct check_run *run, size_t index)
{
    size_t end = index, next, links = 0;

    if (index == 0 || !token_is(&run->doc->tokens[index - 1], POS_NOUN))
        return index + 1;
    while ((next = genitive_end(run, end)) > end &&
           run->doc->tokens[next - 1].sentence == run->doc->tokens[index].sentence) {
        end = next;
        links++;
    }
    if (links > MOST_GENITIVES)
        report(run, "check/genitive-chain", tokens_span(run, index - 1, end - 1));
    return end > index ? end : index + 1;
}

/* "wird im Mai verkauft werden" */
static void check_future_passive(const struct check_run *run, size_t i)
{
    const struct document *doc = run->doc;
    size_t verb = i;

    if (!text_is(run, i, "werden") || i < 2 || !token_is_verb_form(&doc->tokens[i - 1], VERB_PARTICIPLE2) ||
        (doc->tokens[i - 1].flags & TOKEN_CAPITAL) != 0)
        return;
    while (verb > 0 && doc->tokens[verb - 1].sentence == doc->tokens[i].sentence &&
           doc->tokens[verb - 1].kind != TOKEN_PUNCTUATION && !token_is(&doc->tokens[verb - 1], POS_CONJUNCTION)) {
        verb--;
        if (text_is(run, verb, "wird") || text_is(run, verb, "werden")) {
            report(run, "check/future-passive", tokens_span(run, i - 1, i));
            return;
        }
    }
}

void check_heavy_style(const struct check_run *run)
{
    for (size_t i = 0; i < run->doc->sentence_count; i++)
        check_length(run, &run->doc->sentences[i]);
    for (size_t i = 0; i < run->doc->token_count;)
        i = check_chain(run, i);
    for (size_t i = 0; i < run->doc->token_count; i++)
        check_future_passive(run, i);
}
