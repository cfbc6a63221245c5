/* Marks what is certain in one language and not in the other: a hedge that is lost ("reportedly", "the alleged killer",
 * "may have") or added ("angeblich"), what would be told as what is, and one modal verb for another ("should" –
 * "müssen").
 *
 * Hedges have many renderings, so one is lost only where the German has nothing of the kind: no hedging word, no modal
 * verb, no subjunctive. */
#include "bilingual/modality.h"

#include "bilingual/wording.h"
#include "checks/compounds.h"
#include "checks/places.h"

/* Shown by default. */
#define SURE 0.9f

/* ---- lost ---- */

/* Ding has German for the word itself. */
static bool is_rendered(const struct modality *m, uint32_t english)
{
    const struct english_word *word = &m->bilingual->words[english];

    for (uint32_t i = 0; i < word->link_count; i++)
        if (m->bilingual->links[word->first_link + i].kind >= LINK_PART)
            return true;
    return false;
}

/* From the finite verb of the word's clause to the word, or the other way round. */
static struct span predicate_of(const struct modality *m, uint32_t word)
{
    const struct token *tokens = m->run->doc->tokens;

    for (uint32_t i = m->german_first; i < m->german_end; i++)
        if (tokens[i].clause == tokens[word].clause && token_is_finite(&tokens[i]))
            return tokens_span(m->run, i < word ? i : word, i < word ? word : i);
    return tokens[word].span;
}

/* All finite verbs of the word's clause are in the present tense, and none makes a perfect. */
static bool is_in_present(const struct modality *m, uint32_t german)
{
    bool present = false;

    for (uint32_t i = m->german_first; i < m->german_end; i++) {
        const struct token *at = &m->run->doc->tokens[i];

        if (at->clause != m->run->doc->tokens[german].clause)
            continue;
        if (token_is_verb_form(at, VERB_PAST) || (token_is(at, POS_VERB) && token_is_verb_form(at, VERB_PARTICIPLE2) &&
                                                  !token_is_verb_form(at, VERB_PRESENT)))
            return false;
        present = present || (token_is_verb_form(at, VERB_PRESENT) && !(i > 0 && text_is(m->run, i - 1, "zu")));
    }
    return present;
}

/* The hedge is the sentence's own, not that of a clause in it ("bees that might have lost their way"), and the sentence
 * is rendered nearly word by word. */
static bool is_own_hedge(const struct modality *m, uint32_t hedge)
{
    for (uint32_t i = m->english_first; i < hedge; i++)
        if (lower_in_list(m->bilingual->lexicon, LIST_ENGLISH_CLAUSE_JOINTS, &m->bilingual->english->tokens[i]))
            return false;
    return m->passage->linked * 4 >= m->passage->content * 3;
}

/* "may be interested to know", "might be glad": politeness. */
static bool is_polite(const struct modality *m, uint32_t hedge)
{
    return hedge + 2 < m->english_end && slice_is(lower_english(m->bilingual, hedge + 1), "be") &&
           lower_in_list(m->bilingual->lexicon, LIST_ENGLISH_POLITE_STATES, &m->bilingual->english->tokens[hedge + 2]);
}

/* Words of sense of the hedge itself, which has no link: "believed" of "is believed to". */
static uint32_t own_words(const struct modality *m, uint32_t hedge)
{
    uint32_t words = 0, own = 0;
    size_t count;

    if (english_row(m->run, m->english, hedge, m->english_end, &count, &words) == NULL)
        return 0;
    for (uint32_t i = hedge; i < hedge + words; i++)
        own += carries_sense(m->bilingual, i) && m->bilingual->words[i].link_count == 0;
    return own;
}

/* What others say is lost wherever most of the sentence is rendered word by word; any other reserve where nearly all of
 * it is. */
static bool is_surely_lost(const struct modality *m, uint32_t hedge, enum hedge kind)
{
    uint32_t content = m->passage->content - own_words(m, hedge);

    if (kind == HEDGE_REPORTED)
        return m->passage->linked * 2 >= m->passage->content - 1; /* the hedge has no link */
    return is_own_hedge(m, hedge) && m->passage->linked * 10 >= content * 9;
}

/* "I think the": the speaker's own opinion may be told as such by anything, or by nothing. */
static bool is_own_opinion(const struct modality *m, uint32_t english)
{
    struct slice before = english > m->english_first ? lower_english(m->bilingual, english - 1) : (struct slice){ 0 };

    return slice_equal(before, SLICE("i")) || slice_equal(before, SLICE("we"));
}

/* "the alleged arsonist" – "der Brandstifter": right behind the word a person, who is told of as guilty. */
static bool is_sure_person(const struct modality *m, uint32_t hedge, uint32_t german)
{
    const struct token *token = &m->run->doc->tokens[german];

    return slice_is(lower_english(m->bilingual, hedge), "alleged") && hedge + 1 < m->english_end &&
           m->bilingual->words[hedge + 1].best == german && (token->flags & TOKEN_CAPITAL) != 0 &&
           is_person(m->bilingual->lexicon, token);
}

static void check_lost_hedges(const struct modality *m)
{
    for (uint32_t i = m->english_first; i < m->english_end; i++) {
        enum hedge kind = english_hedge(m, i);
        uint32_t german;

        if (kind < HEDGE_PRESENT || is_rendered(m, i) || is_own_opinion(m, i) || is_polite(m, i))
            continue;
        german = german_behind(m, i);
        if (german == NO_ID || hedges_in_german(m, i, german) || (kind == HEDGE_PRESENT && !is_in_present(m, german)) ||
            (kind == HEDGE_NOUN && token_is(&m->run->doc->tokens[german], POS_VERB) &&
             !token_is(&m->run->doc->tokens[german], POS_NOUN))) /* "the accused remained silent" */
            continue;
        struct issue *issue =
            mark_modality(m, "bilingual/hedge-lost",
                          kind == HEDGE_NOUN ? m->run->doc->tokens[german].span : predicate_of(m, german), i);

        if (issue != NULL && !is_surely_lost(m, i, kind))
            issue->confidence = UNSURE; /* told otherwise, or left to be understood */
        if (issue != NULL && kind == HEDGE_NOUN && is_sure_person(m, i, german))
            issue->confidence = SURE;
        return;
    }
}

/* ---- added ---- */

/* "soll … angenommen haben": somebody says so. */
static bool is_hearsay(const struct modality *m, uint32_t token)
{
    const struct token *tokens = m->run->doc->tokens;

    if (!german_entry(m->run, named_list(m->bilingual->lexicon, LIST_HEARSAY_VERBS), token) ||
        !token_is_verb_form(&tokens[token], VERB_PRESENT) || token_is_verb_form(&tokens[token], VERB_INFINITIVE))
        return false;
    for (uint32_t i = token + 1; i + 1 < m->german_end && tokens[i].clause == tokens[token].clause; i++)
        if (token_is_verb_form(&tokens[i], VERB_PARTICIPLE2) &&
            (text_is(m->run, i + 1, "haben") || text_is(m->run, i + 1, "sein")))
            return true;
    return false;
}

/* "wenig wahrscheinlich", "nicht sicher": how likely it is, is what the sentence tells, by whatever words. */
static bool is_graded(const struct modality *m, uint32_t token)
{
    return token > m->german_first && in_list(m->run, LIST_HEDGE_DEGREES, token - 1);
}

static void check_added_hedges(const struct modality *m)
{
    for (uint32_t i = m->german_first; i < m->german_end; i++)
        if (((german_hedge(m, i) == HEDGE_CERTAIN && !is_graded(m, i)) || is_hearsay(m, i)) &&
            m->bilingual->german[i].linked < LINK_FAMILY && !hedges_in_english(m)) {
            mark_modality(m, "bilingual/hedge-added", m->run->doc->tokens[i].span, NO_ID);
            return;
        }
}

/* ---- */

void check_modality(const struct check_run *run)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    struct modality m = {
        .run = run,
        .bilingual = run->doc->bilingual,
        .english = named_table(lexicon, TABLE_HEDGES_ENGLISH),
        .german = named_table(lexicon, TABLE_HEDGES_GERMAN),
        .modals = named_table(lexicon, TABLE_MODAL_VERBS),
        .negations = negations_of(run),
    };

    for (size_t i = 0; m.bilingual->is_english && i < m.bilingual->passage_count; i++) {
        m.passage = &m.bilingual->passages[i];
        if (!is_sentence_pair(m.passage))
            continue;
        passage_english(m.bilingual, m.passage, &m.english_first, &m.english_end);
        passage_german(run->doc, m.passage, &m.german_first, &m.german_end);
        check_lost_hedges(&m);
        check_added_hedges(&m);
        check_unreal(&m);
        if (!check_clause_modals(&m) && !check_forbidden(&m) && !check_future(&m) && !check_would(&m))
            check_modals(&m);
    }
}
