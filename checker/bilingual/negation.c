/* Marks what the English negates and the German does not, and the other way round.
 *
 * A negation may be rendered by another word ("not allowed" – "verboten", "fail to" – "nicht"), so a sentence is marked
 * only when the negated word itself has its translation in the German, and nothing in the other language can carry the
 * negation. */
#include "bilingual/denial_turns.h"
#include "bilingual/negation_words.h"
#include "bilingual/wording.h"
#include "checks/places.h"
#include "lexicon/analysis.h"
#include "text/unicode.h"

/* From a negation to the word that it negates. */
#define REACH 4

/* The German has a word for "doubt": "ließ keinen Zweifel". */
static bool speaks_of_doubt(const struct negations *n, uint32_t english)
{
    const struct english_word *word = &n->bilingual->words[english];

    return word->best != NO_ID && word->best_kind >= LINK_PART && token_is(&n->run->doc->tokens[word->best], POS_NOUN);
}

/* "never before", "leaves no doubt": what otherwise makes a phrase does not here. */
static bool is_plain(const struct negations *n, uint32_t token)
{
    const struct token *tokens = n->bilingual->english->tokens;

    return (slice_is(token_lower(&tokens[token]), "never") && slice_is(token_lower(&tokens[token + 1]), "before")) ||
           (slice_is(token_lower(&tokens[token]), "no") && slice_is(token_lower(&tokens[token + 1]), "doubt") &&
            speaks_of_doubt(n, token + 1));
}

/* "not to mention", "to say nothing of". */
static bool is_aside(const struct negations *n, uint32_t token, uint32_t end)
{
    const struct token *tokens = n->bilingual->english->tokens;

    return (token + 2 < end && slice_is(token_lower(&tokens[token + 1]), "to") &&
            is_negation_exception(n, token + 2)) ||
           (token > 0 && token + 1 < end && slice_is(token_lower(&tokens[token - 1]), "say") &&
            slice_is(token_lower(&tokens[token + 1]), "of"));
}

/* "warned him not to swim": German warns of swimming. */
static bool is_warned_of(const struct negations *n, uint32_t token, uint32_t end)
{
    const struct token *tokens = n->bilingual->english->tokens;

    if (token + 1 >= end || !slice_equal(token_lower(&tokens[token + 1]), SLICE("to")))
        return false;
    for (uint32_t i = token > REACH ? token - REACH : 0; i < token; i++)
        if (slice_starts(token_lower(&tokens[i]), SLICE("warn")) && tokens[i].sentence == tokens[token].sentence)
            return true;
    return false;
}

/* "couldn't agree more", "could not be clearer", "don't owe them any less": as much as can be. */
static bool is_utmost(const struct negations *n, uint32_t token, uint32_t end)
{
    const struct token *tokens = n->bilingual->english->tokens;
    bool could = slice_starts(token_lower(&tokens[token]), SLICE("could")) ||
                 (token > 0 && slice_is(token_lower(&tokens[token - 1]), "could"));

    for (uint32_t i = token + 2; i < end && i <= token + REACH + 1; i++)
        if (slice_is(token_lower(&tokens[i]), "less") && slice_is(token_lower(&tokens[i - 1]), "any"))
            return true;
    for (uint32_t i = token + 2; could && i < end && i <= token + REACH; i++) {
        if (lower_in_list(n->bilingual->lexicon, LIST_ENGLISH_UTMOST, &tokens[i]))
            return true;
        if (slice_ends(token_lower(&tokens[i]), SLICE("er")) && english_is(n->bilingual, i - 1, SLICE("be")))
            return true;
    }
    return false;
}

/* "more often than not", "whether or not", "hundreds if not thousands". */
static bool is_alternative(const struct negations *n, uint32_t token)
{
    const struct token *tokens = n->bilingual->english->tokens;

    return token > 0 && slice_is(token_lower(&tokens[token]), "not") &&
           lower_in_list(n->bilingual->lexicon, LIST_ENGLISH_BEFORE_NOT, &tokens[token - 1]);
}

/* "not only", "no doubt", "never mind", "why not". */
static bool is_phrase(const struct negations *n, uint32_t token, uint32_t end)
{
    if (token + 1 < end && is_plain(n, token))
        return false;
    if (is_aside(n, token, end) || is_warned_of(n, token, end) || is_utmost(n, token, end) || is_alternative(n, token))
        return true;
    return token + 1 >= end || (token > 0 && slice_equal(lower_english(n->bilingual, token - 1), SLICE("why"))) ||
           n->bilingual->english->tokens[token + 1].kind != TOKEN_WORD || is_negation_exception(n, token + 1);
}

/* The first word behind the negation that carries sense, in its clause; NO_ID: none near by. "no longer" denies what
 * follows. */
static uint32_t negated_word(const struct negations *n, uint32_t token, uint32_t end)
{
    token += token + 1 < end && slice_is(lower_english(n->bilingual, token + 1), "longer");
    for (uint32_t i = token + 1; i < end && i <= token + REACH; i++) {
        if (n->bilingual->english->tokens[i].kind != TOKEN_WORD)
            return NO_ID;
        if ((n->bilingual->words[i].flags & ENGLISH_CONTENT) != 0)
            return i;
    }
    return NO_ID;
}

/* ---- comparing ---- */

/* The tokens of a passage on both sides, ends exclusive. */
struct ranges {
    uint32_t english, english_end, german, german_end;
};

/* "ausgeschlossen" for "ruled out", "verschoben" for "postponed" say no more than that: the "not" before them needs a
 * word of its own. */
static bool only_renders(const struct negations *n, uint32_t german, uint32_t word)
{
    const struct german_word *at = &n->bilingual->german[german];

    return german == word && at->best != NO_ID && at->best_kind == LINK_DICTIONARY && !is_german_negation(n, german) &&
           (is_weak_english(n, at->best) || token_is(&n->run->doc->tokens[german], POS_VERB));
}

/* "unbezahlbar" in another clause than "Preis", where nothing else stands for it. */
static bool is_left_over(const struct negations *n, uint32_t german)
{
    const struct token *at = &n->run->doc->tokens[german];

    return n->bilingual->german[german].linked == LINK_NONE && token_is(at, POS_ADJECTIVE) && is_weak_german(n, german);
}

/* "Laden, Schule, Kneipe: Fehlanzeige": commas of a list, which has no verb, part no clauses. */
static bool is_in_list_with(const struct negations *n, uint32_t word, uint32_t other)
{
    uint32_t first = word < other ? word : other, last = word < other ? other : word;

    for (uint32_t i = first; i < last; i++)
        if (token_is_finite(&n->run->doc->tokens[i]) && (n->run->doc->tokens[i].flags & TOKEN_CAPITAL) == 0)
            return false;
    return true;
}

/* True when something in the clauses of the German word, or one beside them, can carry a negation. */
static bool is_negated_near(const struct negations *n, uint32_t word, const struct ranges *r)
{
    uint32_t negated = n->bilingual->german[word].best;

    const struct token *tokens = n->run->doc->tokens;

    for (uint32_t i = r->german; i < r->german_end; i++) {
        bool near = (tokens[i].clause + 1 >= tokens[word].clause && tokens[i].clause <= tokens[word].clause + 1) ||
                    is_in_list_with(n, word, i);
        bool denies =
            is_german_negation(n, i) || denies_by_turn(n, i, r->english, r->english_end) ||
            (is_weak_german(n, i) && (i == word || !answers_another(n, i, negated, r->english, r->english_end)));

        if (is_left_over(n, i) || (near && denies && !only_renders(n, i, word)))
            return true;
    }
    return false;
}

/* "No Surrender": a title. */
static bool is_in_name(const struct negations *n, uint32_t token)
{
    const struct token *at = &n->bilingual->english->tokens[token];

    return (at->flags & (TOKEN_CAPITAL | TOKEN_SENTENCE_START)) == TOKEN_CAPITAL || (at->flags & TOKEN_ALL_CAPS) != 0 ||
           (slice_equal(english_text(n->bilingual, token), SLICE("Don")) && /* "Don Diego" */
            token + 1 < n->bilingual->english->token_count && (at[1].flags & TOKEN_CAPITAL) != 0);
}

/* The translation of the negated word itself; NO_ID: it has none. */
static uint32_t negated_german(const struct negations *n, uint32_t negation, const struct ranges *r)
{
    uint32_t negated = negated_word(n, negation, r->english_end);
    const struct english_word *word = negated == NO_ID ? NULL : &n->bilingual->words[negated];

    if (word == NULL || word->best == NO_ID || word->best < r->german || word->best >= r->german_end)
        return NO_ID;
    return word->best_kind == LINK_PART || word->best_kind == LINK_DICTIONARY ? word->best : NO_ID;
}

/* Words of either language that could carry a negation and do not answer another English word. */
static uint32_t count_free(const struct negations *n, const struct ranges *r)
{
    uint32_t sum = 0;

    for (uint32_t i = r->german; i < r->german_end; i++)
        sum += is_german_negation(n, i) || denies_by_turn(n, i, r->english, r->english_end) ||
               (is_weak_german(n, i) && !answers_another(n, i, NO_ID, r->english, r->english_end));
    return sum;
}

/* English tokens of a sentence that is short enough to be rendered word by word. */
#define SHORT_SENTENCE 16

/* The finite verb of the clause in which the word before the negation stands: "das Wrack darf geborgen werden" for "the
 * wreck may not be raised"; NO_ID: the sentence is long or rendered freely. */
static uint32_t finite_before(const struct negations *n, uint32_t negation, const struct ranges *r,
                              const struct passage *passage)
{
    const struct token *english = n->bilingual->english->tokens, *tokens = n->run->doc->tokens;
    uint32_t noun = NO_ID;

    if (r->english_end - r->english > SHORT_SENTENCE || passage->linked * 4 < passage->content * 3)
        return NO_ID;
    for (uint32_t i = negation; noun == NO_ID && i > r->english && english[i - 1].kind == TOKEN_WORD; i--)
        noun = n->bilingual->words[i - 1].best;
    for (uint32_t i = r->german; noun != NO_ID && i < r->german_end; i++)
        if (tokens[i].clause == tokens[noun].clause && token_is_finite(&tokens[i]) && !token_is(&tokens[i], POS_NOUN))
            return i;
    return NO_ID;
}

/* The German word for what the English negates: its translation, or, in a sentence that is translated closely and has
 * nothing that could be a negation, whatever stands for a word behind the negation. */
static uint32_t german_for(const struct negations *n, uint32_t negation, const struct ranges *r,
                           const struct passage *passage)
{
    uint32_t word = negated_german(n, negation, r);

    if (word != NO_ID)
        return is_negated_near(n, word, r) ? NO_ID : word;
    if (passage->linked * 2 < passage->content || count_free(n, r) > 0)
        return NO_ID;
    for (uint32_t i = negation + 1; i < r->english_end && n->bilingual->english->tokens[i].kind == TOKEN_WORD; i++)
        if (n->bilingual->words[i].best != NO_ID && n->bilingual->words[i].best_kind <= LINK_DICTIONARY)
            return n->bilingual->words[i].best;
    return finite_before(n, negation, r, passage);
}

/* "not risk-free", "not uncommon": two negations, for which German says what is left. */
static bool is_undone(const struct negations *n, uint32_t negation, const struct ranges *r)
{
    uint32_t negated = negated_word(n, negation, r->english_end);

    return negated != NO_ID &&
           (is_denied_by_prefix(n, negated) ||
            ((n->bilingual->english->tokens[negated].flags & TOKEN_HYPHEN) != 0 && is_weak_english(n, negated)));
}

/* "not available without a prescription": the two negations of the clause say that it is so. */
static bool is_taken_back(const struct negations *n, uint32_t negation, uint32_t end)
{
    for (uint32_t i = negation + 1; i < end && n->bilingual->english->tokens[i].kind == TOKEN_WORD; i++)
        if (slice_equal(lower_english(n->bilingual, i), SLICE("without")) ||
            slice_equal(lower_english(n->bilingual, i), SLICE("unless")))
            return true;
    return false;
}

/* "hardly a voter who had not read it" – "fast jeder": a denial before the relative clause takes back that in it. */
static bool is_denied_before(const struct negations *n, uint32_t negation, const struct ranges *r)
{
    bool relative = false;

    for (uint32_t i = negation; i > r->english && n->bilingual->english->tokens[i - 1].kind == TOKEN_WORD; i--) {
        struct slice word = lower_english(n->bilingual, i - 1);

        if (relative && (is_english_negation(n, i - 1) || slice_is(word, "hardly") || slice_is(word, "scarcely") ||
                         slice_is(word, "few")))
            return true;
        relative = relative || slice_is(word, "who") || slice_is(word, "that") || slice_is(word, "which");
    }
    return false;
}

/* "had never been on a stage before" – "zum ersten Mal". */
static bool is_first_time(const struct negations *n, uint32_t negation, const struct ranges *r)
{
    bool before = false;

    if (!slice_is(lower_english(n->bilingual, negation), "never"))
        return false;
    for (uint32_t i = negation + 1; i < r->english_end; i++)
        before = before || slice_is(lower_english(n->bilingual, i), "before");
    for (uint32_t i = r->german; before && i < r->german_end; i++)
        if (in_list_lower(n->run, LIST_FIRST_TIMES, i))
            return true;
    return false;
}

/* An adjective right before the word that compares. */
static bool holds_comparison(const struct negations *n, const struct ranges *r, const char *by)
{
    for (uint32_t i = r->german; i + 1 < r->german_end; i++)
        if (text_is(n->run, i + 1, by) && token_is(&n->run->doc->tokens[i], POS_ADJECTIVE))
            return true;
    return false;
}

/* "no better place than" – "der beste Ort". */
static bool is_best_of_all(const struct negations *n, uint32_t negation, const struct ranges *r)
{
    uint32_t than = negation + 2, end = negation + 2 * REACH < r->english_end ? negation + 2 * REACH : r->english_end;

    while (than < end && !slice_is(lower_english(n->bilingual, than), "than"))
        than++;
    for (uint32_t i = r->german; than < end && i < r->german_end; i++)
        if (token_is_superlative(&n->run->doc->tokens[i]))
            return true;
    return false;
}

/* "not as fast as" – "langsamer als", "no bigger than" – "so groß wie". */
static bool is_compared_otherwise(const struct negations *n, uint32_t negation, const struct ranges *r)
{
    const struct token *english = n->bilingual->english->tokens;

    if (negation + 1 < r->english_end && slice_is(token_lower(&english[negation + 1]), "as"))
        return holds_comparison(n, r, "als");
    if (negation + 2 >= r->english_end || !slice_is(token_lower(&english[negation]), "no"))
        return false;
    return (slice_is(token_lower(&english[negation + 2]), "than") && holds_comparison(n, r, "wie")) ||
           is_best_of_all(n, negation, r);
}

/* "not safe" – "sicherer": what is said of the other. */
static bool is_compared_with_another(const struct negations *n, uint32_t word, uint32_t english, uint32_t end)
{
    if (!token_is_comparative(&n->run->doc->tokens[word]))
        return false;
    for (uint32_t i = english + 1; i < end && i <= english + REACH; i++)
        if (slice_is(lower_english(n->bilingual, i), "more") || slice_ends(lower_english(n->bilingual, i), SLICE("er")))
            return false;
    return true;
}

/* "We need steel, or we can't build" – "um zu bauen": what fails without the other is what the other is for. */
static bool is_threat(const struct negations *n, uint32_t negation, const struct ranges *r)
{
    bool threat = false;

    for (uint32_t i = negation; i > r->english + 1 && i + REACH > negation && !threat; i--)
        threat = slice_is(lower_english(n->bilingual, i - 1), "or") && slice_is(english_text(n->bilingual, i - 2), ",");
    for (uint32_t i = r->german; threat && i < r->german_end; i++)
        if (text_is(n->run, i, "um") || text_is(n->run, i, "damit"))
            return true;
    return false;
}

/* "won't hang it up" – "muss man selbst aufhängen": what is not done, somebody has to do. */
static bool is_forced(const struct negations *n, const struct ranges *r)
{
    for (uint32_t i = r->english; i < r->english_end; i++)
        if (lower_in_list(n->bilingual->lexicon, LIST_ENGLISH_OBLIGATIONS, &n->bilingual->english->tokens[i]))
            return false;
    for (uint32_t i = r->german; i < r->german_end; i++)
        if (german_is(n->run, i, SLICE("müssen")))
            return true;
    return false;
}

/* What the English negates and the German does not; as many negations elsewhere in the German would be those of the
 * English. */
static void find_lost(const struct negations *n, const struct ranges *r, const struct passage *passage)
{
    if (count_negations(n, is_german_negation, r->german, r->german_end) >=
        count_negations(n, is_english_negation, r->english, r->english_end))
        return;
    for (uint32_t i = r->english; i < r->english_end; i++) {
        if (!is_english_negation(n, i) || is_phrase(n, i, r->english_end) || is_in_name(n, i) || is_undone(n, i, r) ||
            is_taken_back(n, i, r->english_end) || is_denied_before(n, i, r) || is_first_time(n, i, r) ||
            is_compared_otherwise(n, i, r) || is_threat(n, i, r) ||
            is_denial_said_otherwise(n, i, r->english_end, r->german, r->german_end))
            continue;
        uint32_t word = german_for(n, i, r, passage);

        if (word == NO_ID || is_open_question(n, i, word) || is_compared_with_another(n, word, i, r->english_end))
            continue;
        uint32_t from = word, to = word;

        take_in_affirming(n->run, &from, &to, r->german, r->german_end);
        struct issue *issue = report_with_source(n->run, "bilingual/negation-lost",
                                                 denied_span(n->run, from, to, r->german, r->german_end),
                                                 passage_source(n->bilingual, passage));

        /* "did not disclose" – "verschwieg": where the denied word has no translation, another may say it otherwise. */
        if (issue != NULL &&
            (is_free_translation(passage) ||
             (negated_german(n, i, r) == NO_ID && passage->linked * 10 < passage->content * 9) || is_forced(n, r)))
            issue->confidence = UNSURE;
        return;
    }
}

/* "des Geldes wegen, sondern aus Wut": what "sondern" corrects is no longer denied, though the English denies it. */
static bool find_lone_sondern(const struct negations *n, const struct ranges *r, const struct passage *passage)
{
    if (count_negations(n, is_english_negation, r->english, r->english_end) == 0)
        return false;
    for (uint32_t i = r->german; i < r->german_end; i++) {
        if (is_german_negation(n, i) || is_weak_german(n, i))
            return false;
        if (!text_is(n->run, i, "sondern") || i == r->german || !text_is(n->run, i - 1, ","))
            continue;
        report_with_source(n->run, "bilingual/negation-lost", tokens_span(n->run, i > r->german + 1 ? i - 2 : i, i),
                           passage_source(n->bilingual, passage));
        return true;
    }
    return false;
}

/* "keine Stunde nach der Wahl", "keine 20 Minuten später": less than that, for "within an hour". */
static bool is_short_time(const struct negations *n, uint32_t token, uint32_t end)
{
    enum { NEAR = 2 };

    if (!slice_starts(lower_at(n->run, token), SLICE("kein")) || token + 2 >= end)
        return false;
    if (token_is_number(&n->run->doc->tokens[token + 1]))
        return true;
    if (!in_list(n->run, LIST_UNITS_OF_TIME, token + 1))
        return false;
    for (uint32_t i = token + 2; i < end && i <= token + 1 + NEAR; i++)
        if (in_list(n->run, LIST_BEHIND_SPANS, i))
            return true;
    return false;
}

/* "nicht nur", "nicht zuletzt", "nicht wahr": no negation. */
static bool is_german_phrase(const struct negations *n, uint32_t token, uint32_t end)
{
    struct slice next = token + 1 < end ? text_at(n->run, token + 1) : (struct slice){ 0 };

    return next.len == 0 || in_list(n->run, LIST_BEHIND_NICHT, token + 1) || is_short_time(n, token, end) ||
           (slice_is(next, "zu") && token + 2 < end && text_is(n->run, token + 2, "Unrecht"));
}

/* In a sentence that is rendered closely, weaker links will do. */
static bool is_linked(const struct negations *n, uint32_t token)
{
    const struct german_word *word = &n->bilingual->german[token];
    const struct passage *passage = &n->bilingual->passages[word->passage];

    return word->best_kind == LINK_DICTIONARY || word->best_kind == LINK_LEARNED ||
           (word->best_kind == LINK_AKIN && (passage->linked + 1) * 10 >= passage->content * 8);
}

static bool is_full_verb(const struct token *token)
{
    return token_is(token, POS_VERB) && !token_is(token, POS_AUXILIARY);
}

/* "nicht wohl": the negation is of an adjective or adverb behind it, which may stand for anything with it. */
static bool negates_quality(const struct negations *n, uint32_t token, const struct ranges *r)
{
    static const enum pos others[] = { POS_VERB,    POS_AUXILIARY,   POS_PREFIX,  POS_PREPOSITION, POS_DETERMINER,
                                       POS_PRONOUN, POS_CONJUNCTION, POS_NUMERAL, POS_SUBORDINATOR };
    const struct token *next = &n->run->doc->tokens[token + 1];

    if (token + 1 >= r->german_end || next->kind != TOKEN_WORD || (next->flags & TOKEN_CAPITAL) != 0)
        return false;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (token_is(next, others[i]))
            return false;
    return true;
}

/* True when what the German negation negates has a translation in the English: the noun behind "kein", and the full
 * verb of the clause ("liefert keine Ware mehr" for "ran out of goods"), or the adjective behind "nicht". Idioms that
 * hold a "nicht" have none. */
static bool negates_linked(const struct negations *n, uint32_t token, const struct ranges *r)
{
    const struct token *tokens = n->run->doc->tokens;
    bool verb = false;

    if (slice_starts(token_lower(&n->run->doc->tokens[token]), SLICE("kein"))) {
        uint32_t noun = token + 1;

        while (noun < r->german_end && noun <= token + REACH && !token_is(&tokens[noun], POS_NOUN))
            noun++;
        if (noun >= r->german_end || noun > token + REACH || !is_linked(n, noun))
            return false;
    } else if (negates_quality(n, token, r)) {
        return is_linked(n, token + 1);
    }
    for (uint32_t i = r->german; i < r->german_end; i++)
        if (tokens[i].clause == tokens[token].clause && is_full_verb(&tokens[i]) && i != token) {
            verb = true;
            if (!is_linked(n, i))
                return false;
        }
    return verb || slice_starts(token_lower(&tokens[token]), SLICE("kein")) ||
           (token + 1 < r->german_end && is_linked(n, token + 1));
}

/* "youngest", of "young"; not "interest". */
static bool is_superlative_form(const struct negations *n, uint32_t english)
{
    const struct english_record *record = n->bilingual->words[english].record;
    struct slice word = lower_english(n->bilingual, english);

    if (!slice_ends(word, SLICE("est")))
        return false;
    for (uint32_t i = 0; record != NULL && i < record->stem_count; i++)
        if (slice_equal(english_stem(n->bilingual->lexicon, record, i), word))
            return false;
    return true;
}

/* "the youngest winner" – "so jung war noch kein Sieger". */
static bool has_superlative(const struct negations *n, const struct ranges *r)
{
    for (uint32_t i = r->english; i < r->english_end; i++) {
        struct slice word = lower_english(n->bilingual, i);

        if (is_superlative_form(n, i) || slice_equal(word, SLICE("most")) || slice_equal(word, SLICE("best")) ||
            slice_equal(word, SLICE("worst")) || slice_equal(word, SLICE("first")))
            return true;
    }
    return false;
}

/* The English word that could carry a negation has German of its own that carries it too: "denied" – "bestritt",
 * "without" – "ohne". */
static bool is_weak_answered(const struct negations *n, uint32_t english, const struct ranges *r)
{
    const struct english_word *word = &n->bilingual->words[english];

    if (word->best != NO_ID && word->best_kind >= LINK_LEARNED && is_weak_german(n, word->best))
        return true;
    for (uint32_t i = r->german; i < r->german_end; i++)
        if (are_negative_pair(n, english, i))
            return true;
    return english_is(n->bilingual, english, SLICE("have")); /* "had", which looks like a form of another word */
}

static bool are_weak_answered(const struct negations *n, const struct ranges *r)
{
    for (uint32_t i = r->english; i < r->english_end; i++)
        if (is_weak_english(n, i) && !is_weak_answered(n, i, r))
            return false;
    return true;
}

static void find_added(const struct negations *n, const struct ranges *r, const struct passage *passage)
{
    if ((r->english_end - r->english) * 3 < (r->german_end - r->german) * 2 || /* the source is not whole */
        count_negations(n, is_english_negation, r->english, r->english_end) > 0 || !are_weak_answered(n, r) ||
        has_superlative(n, r))
        return;
    for (uint32_t i = r->german; i < r->german_end; i++) {
        if (!is_german_negation(n, i) || is_german_phrase(n, i, r->german_end) ||
            !(negates_linked(n, i, r) || passage->linked * 10 >= passage->content * 8) ||
            is_open_question(n, r->english, i))
            continue;
        struct issue *issue = report_with_source(n->run, "bilingual/negation-added", n->run->doc->tokens[i].span,
                                                 passage_source(n->bilingual, passage));

        if (issue != NULL && (is_free_translation(passage) || !negates_linked(n, i, r)))
            issue->confidence = UNSURE;
        return;
    }
}

void check_negation(const struct check_run *run)
{
    const struct negations n = negations_of(run);

    for (size_t i = 0; n.bilingual->is_english && i < n.bilingual->passage_count; i++) {
        const struct passage *passage = &n.bilingual->passages[i];
        struct ranges r;

        if (!is_translation(passage))
            continue;
        passage_english(n.bilingual, passage, &r.english, &r.english_end);
        passage_german(run->doc, passage, &r.german, &r.german_end);
        if (!find_lone_sondern(&n, &r, passage))
            find_lost(&n, &r, passage);
        find_added(&n, &r, passage);
    }
}
