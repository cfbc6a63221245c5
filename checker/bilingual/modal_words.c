/* The words of a pair of sentences that hedge or are modal verbs, and the German verbs that answer to English ones. */
#include "bilingual/modality.h"

#include "bilingual/wording.h"
#include "checks/places.h"
#include "lexicon/analysis.h"

struct issue *mark_modality(const struct modality *m, const char *rule, struct span span, uint32_t english)
{
    struct issue *issue = report_with_source(m->run, rule, span, passage_source(m->bilingual, m->passage));

    if (english != NO_ID)
        quote_english(m->run, issue, english_text(m->bilingual, english));
    return issue;
}

/* ---- English hedges ---- */

/* How much a row of hedges-english.tsv or hedges-german.tsv says that its word hedges; NULL: not at all. */
static enum hedge kind_of(const struct modality *m, const struct pair_record *row)
{
    static const struct {
        const char *name;
        enum hedge kind;
    } kinds[] = { { "reported", HEDGE_REPORTED }, { "certain", HEDGE_CERTAIN }, { "noun", HEDGE_NOUN },
                  { "unsure", HEDGE_UNSURE },     { "present", HEDGE_PRESENT }, { "", HEDGE_NONE } };

    for (size_t i = 0; row != NULL && i < sizeof kinds / sizeof *kinds; i++)
        if (slice_is(lexicon_text(m->bilingual->lexicon, row[0].value), kinds[i].name))
            return kinds[i].kind;
    return row == NULL ? HEDGE_NONE : HEDGE_POSSIBLE;
}

/* "in May", "May Menassa" */
static bool is_name(const struct modality *m, uint32_t english)
{
    const struct token *tokens = m->bilingual->english->tokens;

    return (tokens[english].flags & TOKEN_CAPITAL) != 0 &&
           ((tokens[english].flags & TOKEN_SENTENCE_START) == 0 ||
            (english + 1 < m->english_end && (tokens[english + 1].flags & TOKEN_CAPITAL) != 0));
}

/* "with all their might" */
static bool is_noun(const struct modality *m, uint32_t english)
{
    return english > m->english_first &&
           token_in_list(m->bilingual->lexicon, LIST_ENGLISH_POSSESSIVES, &m->bilingual->english->tokens[english - 1]);
}

bool is_no_verb(const struct modality *m, uint32_t english)
{
    return is_name(m, english) || is_noun(m, english);
}

/* "you may reach us by bus": what one can do, not what may be. */
static bool is_offer(const struct modality *m, uint32_t english)
{
    return english > m->english_first && slice_is(english_text(m->bilingual, english), "may") &&
           slice_is(lower_english(m->bilingual, english - 1), "you");
}

enum hedge english_hedge(const struct modality *m, uint32_t english)
{
    size_t count;

    if (is_name(m, english))
        return HEDGE_NONE;
    if (is_offer(m, english))
        return HEDGE_POSSIBLE;
    enum hedge kind = kind_of(m, english_row(m->run, m->english, english, m->english_end, &count, NULL));

    return kind != HEDGE_NOUN && is_noun(m, english) ? HEDGE_NONE : kind;
}

bool hedges_in_english(const struct modality *m)
{
    for (uint32_t i = m->english_first; i < m->english_end; i++)
        if (english_hedge(m, i) != HEDGE_NONE || slice_is(english_text(m->bilingual, i), "?"))
            return true;
    return false;
}

/* ---- German hedges ---- */

/* "Verdachtsfall", "Risikogebiet". */
static bool has_hedging_part(const struct modality *m, uint32_t token)
{
    const struct token *at = &m->run->doc->tokens[token];
    size_t count;

    if (m->german == NULL || at->analysis.part_count < 2 ||
        !set_holds(at->type->parts_listed, table_number(m->bilingual->lexicon, m->german)))
        return false;
    for (uint32_t i = 0; i < at->analysis.part_count; i++) {
        uint32_t lemma = token_parts(m->run->doc, at)[i].lemma;

        if (lemma != NO_ID &&
            pairs_of(m->bilingual->lexicon, m->german, lemma_text(m->bilingual->lexicon, lemma), &count) != NULL)
            return true;
    }
    return false;
}

enum hedge german_hedge(const struct modality *m, uint32_t german)
{
    struct slice keys[MOST_GERMAN_KEYS];
    size_t key_count = german_may_be(m->run, german, m->german) ? german_keys(m->run, german, keys) : 0, count;
    enum hedge surest = HEDGE_NONE;

    for (size_t i = 0; i < key_count; i++) {
        enum hedge kind = kind_of(m, pairs_of(m->bilingual->lexicon, m->german, keys[i], &count));

        surest = kind > surest ? kind : surest;
    }
    return surest == HEDGE_NONE && has_hedging_part(m, german) ? HEDGE_POSSIBLE : surest;
}

/* "habe", "werde", "warte" are indicative only of "ich". */
static bool is_of_first_person(const struct modality *m, const struct token *token)
{
    for (uint32_t i = m->german_first; i < m->german_end; i++)
        if (text_is(m->run, i, "ich"))
            return true;
    return !slice_ends(token_lower(token), SLICE("e"));
}

/* "eine", "Kerze", "weise". */
static bool may_be_no_verb(const struct token *token)
{
    return token_is(token, POS_NOUN) || token_is(token, POS_DETERMINER) || token_is(token, POS_ADJECTIVE) ||
           token_is(token, POS_ADVERB) || token_is(token, POS_NUMERAL) || token_is(token, POS_PRONOUN);
}

bool is_subjunctive(const struct modality *m, uint32_t german)
{
    const struct token *token = &m->run->doc->tokens[german];

    if (token_is_verb_form(token, VERB_SUBJUNCTIVE1) && !may_be_no_verb(token) &&
        !token_is_verb_form(token, VERB_PAST) && !is_of_first_person(m, token))
        return true;
    return (token_is_verb_form(token, VERB_SUBJUNCTIVE1) || token_is_verb_form(token, VERB_SUBJUNCTIVE2)) &&
           !token_is_verb_form(token, VERB_PRESENT) && !token_is_verb_form(token, VERB_PAST);
}

/* "sie gehen davon aus, dass": what hedges rules the clause of what is hedged. */
static bool governs_clause(const struct modality *m, uint32_t german, uint32_t hedged)
{
    const struct token *tokens = m->run->doc->tokens;
    uint32_t opener = hedged;

    while (opener > m->german_first && tokens[opener - 1].clause == tokens[hedged].clause)
        opener--;
    return german < opener && tokens[german].clause + 1 == tokens[hedged].clause &&
           (token_is(&tokens[opener], POS_SUBORDINATOR) ||
            (opener + 1 < m->german_end && token_is(&tokens[opener + 1], POS_SUBORDINATOR)));
}

/* A German noun that may hedge stands for an English one that doesn't: "Risiko" for "risk", "Verdächtige" for
 * "suspect"; where an adverb hedges ("allegedly") a verb as well, "annehmen" for "accept", and in another clause than
 * what is hedged any word: "wie zwei Räte andeuteten". */
static bool is_explained(const struct modality *m, uint32_t german, uint32_t hedge, uint32_t hedged)
{
    const struct german_word *word = &m->bilingual->german[german];
    const struct token *tokens = m->run->doc->tokens;

    return word->best != NO_ID && word->best_kind == LINK_DICTIONARY &&
           (slice_ends(english_text(m->bilingual, hedge), SLICE("ly")) || token_is(&tokens[german], POS_NOUN) ||
            (hedged != NO_ID && tokens[german].clause != tokens[hedged].clause &&
             !governs_clause(m, german, hedged))) &&
           english_hedge(m, word->best) == HEDGE_NONE;
}

bool hedges_in_german(const struct modality *m, uint32_t hedge, uint32_t hedged)
{
    for (uint32_t i = m->german_first; i < m->german_end; i++) {
        enum hedge kind = german_hedge(m, i);

        if (kind > HEDGE_POSSIBLE || (kind == HEDGE_POSSIBLE && !is_explained(m, i, hedge, hedged)) ||
            is_subjunctive(m, i) || text_is(m->run, i, "?"))
            return true;
    }
    return false;
}

/* ---- German verbs ---- */

uint32_t german_behind(const struct modality *m, uint32_t english)
{
    uint32_t last = english, words;
    size_t count;

    if (english_row(m->run, m->english, english, m->english_end, &count, &words) != NULL)
        last += words - 1;
    for (uint32_t i = english + 1;
         i < m->english_end && i <= last + HEDGE_REACH && m->bilingual->english->tokens[i].kind == TOKEN_WORD; i++)
        if (m->bilingual->words[i].best != NO_ID && m->bilingual->words[i].best >= m->german_first &&
            m->bilingual->words[i].best < m->german_end && (m->bilingual->words[i].flags & ENGLISH_CONTENT) != 0)
            return m->bilingual->words[i].best;
    return NO_ID;
}

/* The German verb that the English word fits best, or shares with its preposition ("belong to"); NO_ID: none. */
static uint32_t linked_verb(const struct modality *m, const struct english_word *word)
{
    for (uint32_t i = 0; i < word->link_count; i++) {
        const struct link *link = &m->bilingual->links[word->first_link + i];

        if (link->kind >= LINK_LEARNED && (word->best == NO_ID || word->best == link->german) &&
            token_is(&m->run->doc->tokens[link->german], POS_VERB))
            return link->german;
    }
    return NO_ID;
}

uint32_t verb_behind(const struct modality *m, uint32_t english)
{
    for (uint32_t i = english + 1;
         i < m->english_end && i <= english + HEDGE_REACH && m->bilingual->english->tokens[i].kind == TOKEN_WORD; i++) {
        const struct english_word *word = &m->bilingual->words[i];

        if ((word->flags & ENGLISH_CONTENT) == 0 || slice_ends(english_text(m->bilingual, i), SLICE("ly")))
            continue;
        return linked_verb(m, word);
    }
    return NO_ID;
}

uint32_t finite_of(const struct modality *m, uint32_t german)
{
    const struct token *tokens = m->run->doc->tokens;

    for (uint32_t i = m->german_first; i < m->german_end; i++)
        if (tokens[i].clause == tokens[german].clause && token_is_finite(&tokens[i]) &&
            (i != german || !token_is_verb_form(&tokens[i], VERB_PARTICIPLE2)) && !token_is(&tokens[i], POS_NOUN) &&
            !token_is(&tokens[i], POS_PREPOSITION) && !token_is(&tokens[i], POS_DETERMINER))
            return i;
    return NO_ID;
}

bool is_clause_negated(const struct modality *m, uint32_t german)
{
    for (uint32_t i = m->german_first; i < m->german_end; i++)
        if (m->run->doc->tokens[i].clause == m->run->doc->tokens[german].clause && is_german_negation(&m->negations, i))
            return true;
    return false;
}

bool is_modal(const struct modality *m, uint32_t german)
{
    return german_entry(m->run, named_list(m->bilingual->lexicon, LIST_MODAL_VERBS), german) &&
           token_is(&m->run->doc->tokens[german], POS_AUXILIARY);
}

uint32_t only_german_modal(const struct modality *m)
{
    uint32_t found = NO_ID;

    for (uint32_t i = m->german_first; i < m->german_end; i++)
        if (is_modal(m, i)) {
            if (found != NO_ID)
                return NO_ID;
            found = i;
        }
    return found;
}
