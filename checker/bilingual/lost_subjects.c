/* Marks a second clause that has lost its subject, and so tells of that of the first: "opened the gate, and the dog ran
 * away" – "öffnete das Tor und lief weg". */
#include "bilingual/word_comparison.h"

#include "bilingual/wording.h"
#include "checks/places.h"
#include "lexicon/analysis.h"

/* Words of a subject: "the two younger sisters". */
#define MOST_SUBJECT 4

/* "the", "Anna": what an imperative does not begin with. */
static bool begins_subject(const struct word_comparison *c, uint32_t english)
{
    return english < c->english_end &&
           (is_english_determiner(c->bilingual, english) || (c->bilingual->words[english].flags & ENGLISH_NAME) != 0);
}

/* The last word of the subject behind the joint, none of whose words has German; NO_ID: there is none. */
static uint32_t end_of_subject(const struct word_comparison *c, uint32_t joint)
{
    uint32_t last = NO_ID;

    if (!begins_subject(c, joint + 1))
        return NO_ID;
    for (uint32_t i = joint + 1; i < c->english_end && i <= joint + MOST_SUBJECT; i++) {
        if (!is_english_content(c, i)) {
            if (last != NO_ID || !is_english_determiner(c->bilingual, i))
                break;
            continue;
        }
        if (c->bilingual->words[i].link_count > 0)
            break;
        last = i;
    }
    return last;
}

/* The finite verb that stands for the English one right behind the subject; NO_ID: none. */
static uint32_t verb_of(const struct word_comparison *c, uint32_t subject)
{
    const struct english_word *word = &c->bilingual->words[subject + 1];

    if (subject + 1 >= c->english_end || !is_english_content(c, subject + 1) || word->best == NO_ID ||
        word->best_kind < LINK_LEARNED || word->best <= c->german_first)
        return NO_ID;
    const struct token *verb = &c->run->doc->tokens[word->best];

    return token_is(verb, POS_VERB) && token_is_finite(verb) && (verb->flags & TOKEN_CAPITAL) == 0 ? word->best : NO_ID;
}

static bool is_joint(const struct word_comparison *c, const struct token *token)
{
    return lower_in_list(c->bilingual->lexicon, LIST_JOINTS, token);
}

void check_lost_subjects(const struct word_comparison *c)
{
    for (uint32_t i = c->english_first + 1; i < c->english_end; i++) {
        uint32_t subject = is_joint(c, &c->bilingual->english->tokens[i]) ? end_of_subject(c, i) : NO_ID;
        uint32_t verb = subject == NO_ID ? NO_ID : verb_of(c, subject);

        if (verb == NO_ID || !is_joint(c, &c->run->doc->tokens[verb - 1]))
            continue;
        mark_place(c, "bilingual/omission", tokens_span(c->run, verb - 1, verb),
                   english_between(c->bilingual, i, subject));
        return;
    }
}
