/* Marks what is certain in one language and not in the other: a hedge that is lost ("reportedly", "the alleged killer",
 * "may have") or added ("angeblich"), and one modal verb for another ("should" – "müssen").
 *
 * Hedges have many renderings, so one is lost only where the German has nothing of the kind: no hedging word, no modal
 * verb, no subjunctive. */
#include "bilingual/modal_turns.h"
#include "bilingual/negation_words.h"
#include "bilingual/wording.h"
#include "checks/compounds.h"
#include "checks/places.h"
#include "lexicon/analysis.h"
#include "text/unicode.h"

/* From "alleged" to its noun, from "may" to its verb. */
#define REACH 5

/* Longer sentences are rendered more freely; English tokens. */
#define SHORT_SENTENCE 14

/* Shown by default. */
#define SURE 0.9f

/* How much a word hedges, the surer the later. */
enum hedge {
    HEDGE_NONE,
    HEDGE_POSSIBLE, /* may answer to a hedge of the other language */
    HEDGE_PRESENT,  /* "could": it hedges unless it tells of the past */
    HEDGE_UNSURE,   /* "might": often paraphrased */
    HEDGE_NOUN,     /* "alleged": hedges the noun behind it */
    HEDGE_CERTAIN,
    HEDGE_REPORTED, /* "allegedly": what others say, and the German states */
};

struct modality {
    const struct check_run *run;
    const struct bilingual *bilingual;
    const struct passage *passage;
    const struct list_record *english, *german, *modals;
    struct negations negations;
    uint32_t english_first, english_end, german_first, german_end;
};

static const struct lexicon *lexicon_of(const struct modality *m)
{
    return &m->run->context->lexicon;
}

static struct issue *mark(const struct modality *m, const char *rule, struct span span, uint32_t english)
{
    struct issue *issue = report_with_source(m->run, rule, span, passage_source(m->bilingual, m->passage));

    if (english != NO_ID)
        quote_english(m->run, issue, english_text(m->bilingual, english));
    return issue;
}

/* ---- hedges ---- */

static enum hedge kind_of(const struct modality *m, const struct pair_record *row)
{
    struct slice kind = row == NULL ? (struct slice){ 0 } : lexicon_text(lexicon_of(m), row[0].value);

    if (kind.len == 0)
        return HEDGE_NONE;
    if (slice_equal(kind, SLICE("reported")))
        return HEDGE_REPORTED;
    if (slice_equal(kind, SLICE("certain")))
        return HEDGE_CERTAIN;
    if (slice_equal(kind, SLICE("noun")))
        return HEDGE_NOUN;
    if (slice_equal(kind, SLICE("unsure")))
        return HEDGE_UNSURE;
    return slice_equal(kind, SLICE("present")) ? HEDGE_PRESENT : HEDGE_POSSIBLE;
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
           token_in_list(lexicon_of(m), LIST_ENGLISH_POSSESSIVES, &m->bilingual->english->tokens[english - 1]);
}

/* "you may reach us by bus": what one can do, not what may be. */
static bool is_offer(const struct modality *m, uint32_t english)
{
    return english > m->english_first && slice_equal(english_text(m->bilingual, english), SLICE("may")) &&
           slice_equal(token_lower(&m->bilingual->english->tokens[english - 1]), SLICE("you"));
}

static enum hedge english_hedge(const struct modality *m, uint32_t token)
{
    size_t count;

    if (is_name(m, token))
        return HEDGE_NONE;
    if (is_offer(m, token))
        return HEDGE_POSSIBLE;
    enum hedge kind = kind_of(m, english_row(m->run, m->english, token, m->english_end, &count, NULL));

    return kind != HEDGE_NOUN && is_noun(m, token) ? HEDGE_NONE : kind;
}

/* "Verdachtsfall", "Risikogebiet". */
static bool has_hedging_part(const struct modality *m, uint32_t token)
{
    const struct token *at = &m->run->doc->tokens[token];
    size_t count;

    if (m->german == NULL || at->analysis.part_count < 2 ||
        !set_holds(at->type->parts_listed, table_number(lexicon_of(m), m->german)))
        return false;
    for (uint32_t i = 0; i < at->analysis.part_count; i++) {
        uint32_t lemma = token_parts(m->run->doc, at)[i].lemma;

        if (lemma != NO_ID && pairs_of(lexicon_of(m), m->german, lemma_text(lexicon_of(m), lemma), &count) != NULL)
            return true;
    }
    return false;
}

static enum hedge german_hedge(const struct modality *m, uint32_t token)
{
    struct slice keys[MOST_GERMAN_KEYS];
    size_t key_count = german_may_be(m->run, token, m->german) ? german_keys(m->run, token, keys) : 0, count;
    enum hedge surest = HEDGE_NONE;

    for (size_t i = 0; i < key_count; i++) {
        enum hedge kind = kind_of(m, pairs_of(lexicon_of(m), m->german, keys[i], &count));

        surest = kind > surest ? kind : surest;
    }
    return surest == HEDGE_NONE && has_hedging_part(m, token) ? HEDGE_POSSIBLE : surest;
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

/* A verb in the subjunctive that cannot be the indicative. */
static bool is_subjunctive(const struct modality *m, uint32_t german)
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

/* The German has something that can stand for the lost hedge of the German word. */
static bool hedges_in_german(const struct modality *m, uint32_t hedge, uint32_t hedged)
{
    for (uint32_t i = m->german_first; i < m->german_end; i++) {
        enum hedge kind = german_hedge(m, i);

        if (kind > HEDGE_POSSIBLE || (kind == HEDGE_POSSIBLE && !is_explained(m, i, hedge, hedged)) ||
            is_subjunctive(m, i) || text_is(m->run, i, "?"))
            return true;
    }
    return false;
}

static bool hedges_in_english(const struct modality *m)
{
    for (uint32_t i = m->english_first; i < m->english_end; i++)
        if (english_hedge(m, i) != HEDGE_NONE || slice_equal(english_text(m->bilingual, i), SLICE("?")))
            return true;
    return false;
}

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

/* The German for the next word that has any, as far as one phrase reaches. */
static uint32_t german_behind(const struct modality *m, uint32_t english)
{
    for (uint32_t i = english + 1;
         i < m->english_end && i <= english + REACH && m->bilingual->english->tokens[i].kind == TOKEN_WORD; i++)
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

/* The German verb for the first word of sense behind the English one, as it is the modal verb's: "must … apply"; NO_ID:
 * it has none that is sure. */
static uint32_t verb_behind(const struct modality *m, uint32_t english)
{
    for (uint32_t i = english + 1;
         i < m->english_end && i <= english + REACH && m->bilingual->english->tokens[i].kind == TOKEN_WORD; i++) {
        const struct english_word *word = &m->bilingual->words[i];

        if ((word->flags & ENGLISH_CONTENT) == 0 || slice_ends(english_text(m->bilingual, i), SLICE("ly")))
            continue;
        return linked_verb(m, word);
    }
    return NO_ID;
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
    static const char *const joints[] = { "that", "who", "which", "what", "where", "when", "if", "so" };

    for (uint32_t i = m->english_first; i < hedge; i++)
        for (size_t j = 0; j < sizeof joints / sizeof *joints; j++)
            if (slice_is(token_lower(&m->bilingual->english->tokens[i]), joints[j]))
                return false;
    return m->passage->linked * 4 >= m->passage->content * 3;
}

/* "may be interested to know", "might be glad": politeness. */
static bool is_polite(const struct modality *m, uint32_t hedge)
{
    return hedge + 2 < m->english_end && slice_is(token_lower(&m->bilingual->english->tokens[hedge + 1]), "be") &&
           lower_in_list(lexicon_of(m), LIST_ENGLISH_POLITE_STATES, &m->bilingual->english->tokens[hedge + 2]);
}

/* What others say is lost wherever most of the sentence is rendered word by word; any other reserve where nearly all of
 * it is. */
static bool is_surely_lost(const struct modality *m, uint32_t hedge, enum hedge kind)
{
    if (kind == HEDGE_REPORTED)
        return m->passage->linked * 5 >= (m->passage->content - 1) * 3; /* the hedge has no link */
    return is_own_hedge(m, hedge) && m->passage->linked * 10 >= m->passage->content * 9 && !is_polite(m, hedge);
}

/* "I think the": the speaker's own opinion may be told as such by anything, or by nothing. */
static bool is_own_opinion(const struct modality *m, uint32_t english)
{
    struct slice before =
        english > m->english_first ? token_lower(&m->bilingual->english->tokens[english - 1]) : (struct slice){ 0 };

    return slice_equal(before, SLICE("i")) || slice_equal(before, SLICE("we"));
}

/* "the alleged arsonist" – "der Brandstifter": right behind the word a person, who is told of as guilty. */
static bool is_sure_person(const struct modality *m, uint32_t hedge, uint32_t german)
{
    const struct token *token = &m->run->doc->tokens[german];

    return slice_is(token_lower(&m->bilingual->english->tokens[hedge]), "alleged") && hedge + 1 < m->english_end &&
           m->bilingual->words[hedge + 1].best == german && (token->flags & TOKEN_CAPITAL) != 0 &&
           is_person(lexicon_of(m), token);
}

static void check_lost(const struct modality *m)
{
    for (uint32_t i = m->english_first; i < m->english_end; i++) {
        enum hedge kind = english_hedge(m, i);
        uint32_t german;

        if (kind < HEDGE_PRESENT || is_rendered(m, i) || is_own_opinion(m, i))
            continue;
        german = german_behind(m, i);
        if (german == NO_ID || hedges_in_german(m, i, german) || (kind == HEDGE_PRESENT && !is_in_present(m, german)) ||
            (kind == HEDGE_NOUN && token_is(&m->run->doc->tokens[german], POS_VERB) &&
             !token_is(&m->run->doc->tokens[german], POS_NOUN))) /* "the accused remained silent" */
            continue;
        struct issue *issue = mark(m, "bilingual/hedge-lost",
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

    if (!german_entry(m->run, named_list(lexicon_of(m), LIST_HEARSAY_VERBS), token) ||
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

static void check_added(const struct modality *m)
{
    for (uint32_t i = m->german_first; i < m->german_end; i++)
        if (((german_hedge(m, i) == HEDGE_CERTAIN && !is_graded(m, i)) || is_hearsay(m, i)) &&
            m->bilingual->german[i].linked < LINK_FAMILY && !hedges_in_english(m)) {
            mark(m, "bilingual/hedge-added", m->run->doc->tokens[i].span, NO_ID);
            return;
        }
}

/* ---- modal verbs ---- */

static bool is_modal(const struct modality *m, uint32_t german)
{
    return german_entry(m->run, named_list(lexicon_of(m), LIST_MODAL_VERBS), german) &&
           token_is(&m->run->doc->tokens[german], POS_AUXILIARY);
}

/* "should have been told" – "hätten unterrichtet werden müssen" */
static bool is_unreal(const struct modality *m, uint32_t english)
{
    bool perfect = false;

    for (uint32_t i = english + 1; i < m->english_end && i <= english + 3; i++)
        perfect = perfect || slice_equal(token_lower(&m->bilingual->english->tokens[i]), SLICE("have"));
    for (uint32_t i = m->german_first; perfect && i < m->german_end; i++)
        if (slice_starts(token_lower(token_at(m->run, i)), SLICE("hätte")))
            return true;
    return false;
}

/* "would have gone", "should have warned": what was not; *verb receives the participle's German. */
static bool is_unreal_past(const struct modality *m, uint32_t english, uint32_t *verb)
{
    static const char *const modals[] = { "would", "should", "could" };
    bool modal = false;

    for (size_t i = 0; i < sizeof modals / sizeof *modals; i++)
        modal = modal || slice_is(token_lower(&m->bilingual->english->tokens[english]), modals[i]);
    if (!modal || english + 2 >= m->english_end ||
        !slice_is(token_lower(&m->bilingual->english->tokens[english + 1]), "have"))
        return false;
    *verb = verb_behind(m, english + 1);
    if (*verb == NO_ID)
        *verb = german_behind(m, english + 1);
    return *verb != NO_ID;
}

/* A verb that says that it was: "ist … gegangen", "warnte". */
static bool is_plain_fact(const struct token *token)
{
    return token_is_finite(token) && !token_is(token, POS_NOUN) &&
           (token_is_verb_form(token, VERB_PRESENT) || token_is_verb_form(token, VERB_PAST)) &&
           !token_is_verb_form(token, VERB_SUBJUNCTIVE2) && !token_is_verb_form(token, VERB_SUBJUNCTIVE1);
}

/* The finite verb of the German word's clause; NO_ID: none. */
static uint32_t finite_of(const struct modality *m, uint32_t german)
{
    const struct token *tokens = m->run->doc->tokens;

    for (uint32_t i = m->german_first; i < m->german_end; i++)
        if (tokens[i].clause == tokens[german].clause && token_is_finite(&tokens[i]) &&
            (i != german || !token_is_verb_form(&tokens[i], VERB_PARTICIPLE2)) && !token_is(&tokens[i], POS_NOUN) &&
            !token_is(&tokens[i], POS_PREPOSITION) && !token_is(&tokens[i], POS_DETERMINER))
            return i;
    return NO_ID;
}

/* "Ohne den Kredit ist die Werft pleitegegangen" for "would have gone bankrupt". */
static void check_unreal(const struct modality *m)
{
    for (uint32_t i = m->english_first; i < m->english_end; i++) {
        uint32_t verb = NO_ID, finite;

        if (!is_unreal_past(m, i, &verb) || hedges_in_german(m, i, verb))
            continue;
        finite = finite_of(m, verb);
        if (finite == NO_ID || !is_plain_fact(&m->run->doc->tokens[finite]) || is_modal(m, finite))
            continue;
        struct issue *issue = mark(m, "bilingual/hedge-lost", m->run->doc->tokens[finite].span, i);

        if (issue != NULL)
            issue->confidence = UNSURE;
        return;
    }
}

static bool is_clause_negated(const struct modality *m, uint32_t german)
{
    for (uint32_t i = m->german_first; i < m->german_end; i++)
        if (m->run->doc->tokens[i].clause == m->run->doc->tokens[german].clause && is_german_negation(&m->negations, i))
            return true;
    return false;
}

/* What is advised is often rendered as demanded, and freely told of as possible: "must" alone is never weakened, nor
 * what is negated in both. */
static bool may_be_free(const struct modality *m, uint32_t german, uint32_t english)
{
    return (german_is(m->run, german, SLICE("sollen")) || german_is(m->run, german, SLICE("müssen"))) &&
           !english_is(m->bilingual, english, SLICE("must")) && !is_clause_negated(m, german);
}

static struct issue *mark_modal(const struct modality *m, uint32_t german, uint32_t english)
{
    struct issue *issue = mark(m, "bilingual/modal-verb", m->run->doc->tokens[german].span, english);

    if (issue != NULL && may_be_free(m, german, english) && m->english_end - m->english_first > SHORT_SENTENCE)
        issue->confidence = UNSURE;
    return issue;
}

/* The only modal verb in the clause of the German word, "brauchen" with "zu" among them; NO_ID: none, or several. */
static uint32_t modal_of_clause(const struct modality *m, uint32_t verb)
{
    const struct token *tokens = m->run->doc->tokens;
    uint32_t found = NO_ID;

    for (uint32_t i = m->german_first; i < m->german_end; i++) {
        if (tokens[i].clause != tokens[verb].clause || i == verb ||
            !(is_modal(m, i) || german_is(m->run, i, SLICE("brauchen"))) || !token_is_finite(&tokens[i]) ||
            (i > m->german_first && text_is(m->run, i - 1, "zu"))) /* "um sehen zu können" */
            continue;
        if (found != NO_ID)
            return NO_ID;
        found = i;
    }
    return found;
}

/* "must not", "do not have to", "cannot". */
static bool is_modal_negated(const struct modality *m, uint32_t english, uint32_t words)
{
    const struct token *tokens = m->bilingual->english->tokens;

    for (uint32_t i = english; i < english + words + 1 && i < m->english_end; i++)
        if (is_english_negation(&m->negations, i))
            return true;
    for (uint32_t i = english; i > m->english_first && i + 2 > english && tokens[i - 1].kind == TOKEN_WORD; i--)
        if (is_english_negation(&m->negations, i - 1))
            return true;
    return false;
}

/* The row has the German modal verb among its wrong ones; those that are wrong under a negation stand behind "not". */
static bool is_wrong_modal(const struct modality *m, const struct pair_record *row, size_t count, uint32_t german,
                           bool negated)
{
    for (size_t j = 0; j < count; j++) {
        struct slice value = lexicon_text(lexicon_of(m), row[j].value);

        if (slice_starts(value, SLICE("not ")) == negated &&
            german_is(m->run, german, negated ? slice_from(value, SLICE("not ").len) : value))
            return true;
    }
    return false;
}

static bool is_excused(const struct modality *m, uint32_t german, uint32_t english, uint32_t words)
{
    const struct sentence_pair pair = { m->english_first, m->english_end, m->german_first, m->german_end };

    return is_modal_excused(m->run, &pair, german, english, words);
}

/* The modal verb of the clause in which the German verb for what the English one governs stands: "must apply" – "kann …
 * beantragen", whatever other clauses have. */
static bool check_clause_modals(const struct modality *m)
{
    for (uint32_t i = m->english_first; i < m->english_end; i++) {
        size_t count;
        uint32_t words = 1, verb, german;
        const struct pair_record *row =
            is_name(m, i) || is_noun(m, i) ? NULL : english_row(m->run, m->modals, i, m->english_end, &count, &words);

        if (row == NULL)
            continue;
        verb = verb_behind(m, i + words - 1);
        german = verb == NO_ID ? NO_ID : modal_of_clause(m, verb);
        bool negated = is_modal_negated(m, i, words);

        if (german == NO_ID || is_subjunctive(m, german) || is_unreal(m, i) ||
            negated != is_clause_negated(m, german) || !is_wrong_modal(m, row, count, german, negated) ||
            is_excused(m, german, i, words))
            continue;
        mark_modal(m, german, i);
        return true;
    }
    return false;
}

/* The only modal verb of the sentence; NO_ID: none, or several. */
static uint32_t only_german_modal(const struct modality *m)
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

/* "will", "going to": the English tells of the future as well. */
static bool tells_future(const struct modality *m)
{
    for (uint32_t i = m->english_first; i < m->english_end; i++) {
        struct slice word = token_lower(&m->bilingual->english->tokens[i]);

        if (slice_is(word, "will") || slice_is(word, "would") || slice_is(word, "going") || slice_is(word, "shall") ||
            slice_ends(word, SLICE("'ll")) || slice_ends(word, SLICE("’ll")))
            return true;
    }
    return false;
}

/* "wird … senken": the present of "werden" in the clause of an infinitive; NO_ID: none. */
static uint32_t future_of(const struct modality *m, uint32_t verb)
{
    uint32_t finite = finite_of(m, verb);

    if (finite == NO_ID || finite == verb || !german_is(m->run, finite, SLICE("werden")) ||
        !token_is_verb_form(&m->run->doc->tokens[finite], VERB_PRESENT) ||
        !token_is_verb_form(&m->run->doc->tokens[verb], VERB_INFINITIVE) ||
        token_is_verb_form(&m->run->doc->tokens[verb], VERB_PARTICIPLE2))
        return NO_ID;
    return finite;
}

/* "should lower" – "wird senken": what is demanded is told as what will be. */
static bool check_future(const struct modality *m)
{
    for (uint32_t i = m->english_first; i < m->english_end; i++) {
        struct slice word = token_lower(&m->bilingual->english->tokens[i]);
        uint32_t verb = slice_is(word, "should") || slice_is(word, "must") ? verb_behind(m, i) : NO_ID;
        uint32_t finite = verb == NO_ID ? NO_ID : future_of(m, verb);

        if (finite == NO_ID || tells_future(m) || only_german_modal(m) != NO_ID ||
            m->english_end - m->english_first > SHORT_SENTENCE + 4)
            continue;
        mark(m, "bilingual/modal-verb", m->run->doc->tokens[finite].span, i);
        return true;
    }
    return false;
}

/* A past among the English verbs: "would" may be what was to come. */
static bool tells_of_past(const struct modality *m)
{
    for (uint32_t i = m->english_first; i < m->english_end; i++) {
        struct slice word = token_lower(&m->bilingual->english->tokens[i]);

        if (slice_ends(word, SLICE("ed")) ||
            lower_in_list(lexicon_of(m), LIST_ENGLISH_PASTS, &m->bilingual->english->tokens[i]))
            return true;
    }
    return false;
}

/* "would" that is no "would have"; NO_ID: none, or the English tells of the future as well, or it is the speaker's "I
 * would be happy". */
static uint32_t only_would(const struct modality *m)
{
    uint32_t found = NO_ID;

    for (uint32_t i = m->english_first; i < m->english_end; i++) {
        struct slice word = token_lower(&m->bilingual->english->tokens[i]);

        if (slice_is(word, "i") || slice_is(word, "we") || slice_is(word, "will") || slice_is(word, "going") ||
            slice_is(word, "shall") || slice_ends(word, SLICE("'ll")) || slice_ends(word, SLICE("’ll")))
            return NO_ID;
        if (slice_is(word, "would") && i + 1 < m->english_end)
            found = slice_is(token_lower(&m->bilingual->english->tokens[i + 1]), "have") ? NO_ID : i;
    }
    return found;
}

/* "The merger would make" – "Die Fusion wird machen": what might be is told as what will be. */
static bool check_would(const struct modality *m)
{
    uint32_t would = only_would(m);

    if (would == NO_ID || tells_of_past(m) || m->passage->linked * 4 < m->passage->content * 3)
        return false;
    for (uint32_t i = m->german_first; i < m->german_end; i++) {
        uint32_t finite = future_of(m, i);

        if (finite == NO_ID || finite > i)
            continue;
        mark(m, "bilingual/hedge-lost", m->run->doc->tokens[finite].span, would);
        return true;
    }
    return false;
}

/* The same in English, with its row; words that only look like one are names. */
static uint32_t only_english_modal(const struct modality *m, const struct pair_record **row, size_t *count,
                                   uint32_t *words)
{
    uint32_t found = NO_ID;

    for (uint32_t i = m->english_first; i < m->english_end; i++) {
        size_t values;
        const struct pair_record *at =
            is_name(m, i) || is_noun(m, i) ? NULL : english_row(m->run, m->modals, i, m->english_end, &values, words);

        if (at == NULL)
            continue;
        if (found != NO_ID)
            return NO_ID;
        found = i;
        *row = at;
        *count = values;
    }
    return found;
}

/* "must not" – "müssen nicht": what is forbidden is only not needed. */
static bool check_forbidden(const struct modality *m)
{
    uint32_t german = only_german_modal(m);

    for (uint32_t i = m->english_first; german != NO_ID && i + 1 < m->english_end; i++)
        if (slice_equal(token_lower(&m->bilingual->english->tokens[i]), SLICE("must")) &&
            is_english_negation(&m->negations, i + 1) && german_is(m->run, german, SLICE("müssen")) &&
            count_negations(&m->negations, is_german_negation, m->german_first, m->german_end) == 1) {
            mark(m, "bilingual/modal-verb", m->run->doc->tokens[german].span, i);
            return true;
        }
    return false;
}

static void check_modals(const struct modality *m)
{
    const struct pair_record *row = NULL;
    size_t count = 0, key_count;
    struct slice keys[MOST_GERMAN_KEYS];
    uint32_t words = 1, german = only_german_modal(m),
             english = german == NO_ID ? NO_ID : only_english_modal(m, &row, &count, &words);

    if (english == NO_ID || is_subjunctive(m, german) || is_unreal(m, english) ||
        count_negations(&m->negations, is_english_negation, m->english_first, m->english_end) > 0 ||
        count_negations(&m->negations, is_german_negation, m->german_first, m->german_end) > 0)
        return;
    key_count = german_keys(m->run, german, keys);
    for (size_t i = 0; i < key_count; i++)
        for (size_t j = 0; j < count; j++)
            if (slice_equal(lexicon_text(lexicon_of(m), row[j].value), keys[i]) &&
                !is_excused(m, german, english, words)) {
                struct issue *issue = mark_modal(m, german, english);

                if (issue != NULL && m->passage->linked * 4 < m->passage->content * 3)
                    issue->confidence = UNSURE; /* "can be expensive" – "muss tief in die Tasche greifen" */
                return;
            }
}

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
        check_lost(&m);
        check_added(&m);
        check_unreal(&m);
        if (!check_clause_modals(&m) && !check_forbidden(&m) && !check_future(&m) && !check_would(&m))
            check_modals(&m);
    }
}
