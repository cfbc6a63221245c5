/* Marks where a whole sentence of the English is missing in the German, or the German has one that the English does
 * not: sentences that nothing answers to, between others that do answer each other. */
#include "bilingual/wording.h"
#include "checks/places.h"
#include "lexicon/analysis.h"

/* Fewer words than these say nothing: they may be rendered freely. */
#define LEAST_SENTENCE 4

struct omissions {
    const struct check_run *run;
    const struct bilingual *bilingual;
};

static bool is_english_content(const struct omissions *o, uint32_t token)
{
    return carries_sense(o->bilingual, token);
}

static bool is_german_content(const struct omissions *o, uint32_t token)
{
    const struct token *at = &o->run->doc->tokens[token];

    return !is_light_word(at) && at->kind == TOKEN_WORD &&
           (token_is(at, POS_NOUN) || token_is(at, POS_NAME) || token_is(at, POS_VERB) || token_is(at, POS_ADJECTIVE) ||
            at->analysis.reading_count == 0);
}

static bool is_english_linked(const struct omissions *o, uint32_t token)
{
    return o->bilingual->words[token].link_count > 0;
}

static bool is_german_linked(const struct omissions *o, uint32_t token)
{
    return o->bilingual->german[token].linked != LINK_NONE;
}

typedef bool token_test(const struct omissions *o, uint32_t token);

/* ---- sentences ---- */

static uint32_t count_if(const struct omissions *o, token_test *test, token_test *other, uint32_t first, uint32_t end)
{
    uint32_t count = 0;

    for (uint32_t i = first; i < end; i++)
        count += test(o, i) && (other == NULL || other(o, i));
    return count;
}

/* Hardly any of the words has a link. */
static bool is_unanswered(const struct omissions *o, token_test *content, token_test *linked, uint32_t first,
                          uint32_t end)
{
    uint32_t words = count_if(o, content, NULL, first, end);

    return words >= LEAST_SENTENCE && count_if(o, content, linked, first, end) * 3 <= words;
}

/* The German nearest to a passage that has none: the last word before it, else the first behind it; NO_ID: none. */
static uint32_t nearest_german(const struct omissions *o, size_t index)
{
    const struct passage *passages = o->bilingual->passages;
    uint32_t first, end;

    for (size_t i = index; i > 0; i--)
        if (passages[i - 1].german_count > 0) {
            passage_german(o->run->doc, &passages[i - 1], &first, &end);
            return end - 1;
        }
    for (size_t i = index + 1; i < o->bilingual->passage_count; i++)
        if (passages[i].german_count > 0) {
            passage_german(o->run->doc, &passages[i], &first, &end);
            return first;
        }
    return NO_ID;
}

/* All other passages have nearly all of their words linked. */
static bool is_sure_pair(const struct omissions *o)
{
    for (size_t i = 0; i < o->bilingual->passage_count; i++) {
        const struct passage *passage = &o->bilingual->passages[i];

        if (passage->english_count > 0 && passage->german_count > 0 && passage->linked * 10 < passage->content * 8)
            return false;
    }
    return true;
}

/* The sentences around one that nothing answers to do answer each other. Where the segments were paired before us, one
 * that stands first or last may belong to another segment: then nothing is sure. */
static bool stands_among_close(const struct omissions *o, size_t index)
{
    const struct passage *passages = o->bilingual->passages;
    bool before = index > 0, behind = index + 1 < o->bilingual->passage_count;

    if (o->run->doc->english_aligned && !(before && behind) && !is_sure_pair(o))
        return false;
    return (before || behind) && (!before || is_close_translation(&passages[index - 1])) &&
           (!behind || is_close_translation(&passages[index + 1]));
}

/* A sentence that stands first or last in a segment that was given may belong to the one beside it. */
static void doubt_at_edge(const struct omissions *o, size_t index, struct issue *issue)
{
    if (issue != NULL && o->run->doc->english_aligned && (index == 0 || index + 1 == o->bilingual->passage_count))
        issue->confidence = UNSURE;
}

static void check_lost_sentence(const struct omissions *o, size_t index)
{
    const struct passage *passage = &o->bilingual->passages[index];
    uint32_t first, end, at = nearest_german(o, index);

    passage_english(o->bilingual, passage, &first, &end);
    if (at == NO_ID || !stands_among_close(o, index) ||
        !is_unanswered(o, is_english_content, is_english_linked, first, end))
        return;
    doubt_at_edge(o, index,
                  report_with_source(o->run, "bilingual/missing-sentence", o->run->doc->tokens[at].span,
                                     passage_source(o->bilingual, passage)));
}

static void check_added_sentence(const struct omissions *o, size_t index)
{
    const struct passage *passage = &o->bilingual->passages[index];
    uint32_t first, end;

    passage_german(o->run->doc, passage, &first, &end);
    if (stands_among_close(o, index) && is_unanswered(o, is_german_content, is_german_linked, first, end))
        doubt_at_edge(o, index,
                      report_with_source(o->run, "bilingual/added-sentence", tokens_span(o->run, first, end - 1),
                                         (struct slice){ 0 }));
}

void check_omission(const struct check_run *run)
{
    const struct omissions o = { run, run->doc->bilingual };

    for (size_t i = 0; o.bilingual->is_english && i < o.bilingual->passage_count; i++) {
        const struct passage *passage = &o.bilingual->passages[i];

        if (passage->german_count == 0)
            check_lost_sentence(&o, i);
        else if (passage->english_count == 0)
            check_added_sentence(&o, i);
    }
}
