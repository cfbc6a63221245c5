/* Marks what an English word denies without being a negation, where the German states it: "failed to stop" – "hielt
 * an", "unusual" – "üblich"; and a German word with a negative prefix for an English one without ("legal" – "illegal").
 *
 * Words as "hardly" and "refuse" have many renderings, so the German must have nothing that could carry a negation. */
#include "bilingual/negation_words.h"
#include "bilingual/wording.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "text/unicode.h"

/* From a word that denies to what it denies. */
#define REACH 4

/* English tokens of a sentence that is short enough to be rendered word by word. */
#define SHORT_SENTENCE 12

/* Letters of a word behind its prefix, at least. */
#define LEAST_REST 3

struct denials {
    const struct check_run *run;
    const struct bilingual *bilingual;
    struct negations negations;
    const struct list_record *words, *renderings;
    uint32_t english_first, english_end, german_first, german_end; /* the passage */
    const struct pair_record *row;                                 /* of the English that denies; NULL for a prefix */
    size_t row_count;
    enum link_kind least_link; /* of what is denied and its German */
    uint32_t denial_words;     /* of the English that denies: "no longer" has a negation of its own */
    uint32_t affirmed;         /* "bereit" beside "unwilling": German for what a word is without its prefix; or NO_ID */
};

static const struct lexicon *lexicon_of(const struct denials *d)
{
    return &d->run->context->lexicon;
}

/* "until" anywhere but in the denial. */
static bool holds_until(const struct denials *d, uint32_t denial)
{
    for (uint32_t i = d->english_first; i < d->english_end; i++)
        if (i != denial && slice_is(lower_english(d->bilingual, i), "until"))
            return true;
    return false;
}

/* "verließ" for "left": a word that could carry a negation, and is the translation of an English one other than that
 * which denies. */
static bool renders_another(const struct denials *d, uint32_t german, uint32_t denial)
{
    const struct german_word *word = &d->bilingual->german[german];

    if (are_negative_pair(&d->negations, denial, german)) /* "without" beside "except", which is "ohne" too */
        return false;
    /* "Vorsitzende" for "presiding" is no "Ende": a compound renders what any link says */
    bool compound = d->run->doc->tokens[german].analysis.part_count > 1;
    enum link_kind least = compound || !is_weak_german(&d->negations, german) ? LINK_LEARNED : LINK_DICTIONARY;

    if (word->best != NO_ID && word->best != denial && word->best_kind >= least &&
        !is_english_negation(&d->negations, word->best))
        return true;
    if (text_is(d->run, german, "erst") && holds_until(d, denial)) /* "not until" */
        return true;
    for (uint32_t i = d->english_first; i < d->english_end; i++)
        if (i != denial && are_negative_pair(&d->negations, i, german))
            return true;
    return false;
}

/* The same of words that render a denial, and of those that stand beside the English word in negative-pairs.tsv. */
static bool answers_denial_of_another(const struct denials *d, uint32_t german, uint32_t denial)
{
    uint32_t best = d->bilingual->german[german].best;

    return renders_another(d, german, denial) &&
           (best == NO_ID || !is_weak_english(&d->negations, best) ||
            token_is(&d->run->doc->tokens[german], POS_ADVERB)); /* "noch" for "still" */
}

/* Negations of the English itself account for as many of the German: "nie" in another clause than "gültig", beside
 * "never", says nothing of "invalid". */
static bool is_negation_of_another(const struct denials *d, uint32_t german, uint32_t denial, uint32_t word)
{
    uint32_t others = count_negations(&d->negations, is_english_negation, d->english_first, d->english_end) -
                      count_negations(&d->negations, is_english_negation, denial, denial + d->denial_words);

    return word != NO_ID && d->run->doc->tokens[german].clause != d->run->doc->tokens[word].clause &&
           count_negations(&d->negations, is_german_negation, d->german_first, d->german_end) <= others;
}

/* "hören auf zu schlagen": the prefix does not end the clause. */
static bool is_ceasing(const struct denials *d, uint32_t german)
{
    const struct token *tokens = d->run->doc->tokens;

    for (uint32_t i = german + 1; german_is(d->run, german, SLICE("hören")) && i + 1 < d->german_end &&
                                  tokens[i].clause == tokens[german].clause;
         i++)
        if (text_is(d->run, i, "auf") && text_is(d->run, i + 1, "zu"))
            return true;
    return false;
}

/* "nach dem Absetzen": a verb of the list as a noun. */
static bool is_verbal_noun(const struct denials *d, uint32_t german)
{
    const struct token *at = &d->run->doc->tokens[german];

    return (at->flags & TOKEN_CAPITAL) != 0 && token_is(at, POS_NOUN) && d->renderings != NULL &&
           list_holds(lexicon_of(d), d->renderings, token_lower(at));
}

/* The row of denials.tsv has the German word behind this sign: "+" of those that render the English one besides, "-" of
 * those that don't. */
static bool row_has(const struct denials *d, uint32_t german, char sign)
{
    for (size_t i = 0; i < d->row_count; i++) {
        struct slice value = lexicon_text(lexicon_of(d), d->row[i].value);

        if (value.len > 1 && *value.at == sign && german_is(d->run, german, slice_from(value, 1)))
            return true;
    }
    return false;
}

/* Something in the German can stand for the English word that denies, as the German word has it. */
static bool negates_in_german(const struct denials *d, uint32_t denial, uint32_t word)
{
    for (uint32_t i = d->german_first; i < d->german_end; i++) {
        if (row_has(d, i, '-'))
            continue;
        if (row_has(d, i, '+') ||
            ((german_entry(d->run, d->renderings, i) || is_verbal_noun(d, i) || is_ceasing(d, i)) &&
             !answers_denial_of_another(d, i, denial)) ||
            (is_german_negation(&d->negations, i) && !is_negation_of_another(d, i, denial, word)) ||
            (is_weak_german(&d->negations, i) && !renders_another(d, i, denial)))
            return true;
    }
    return false;
}

static bool negates_in_english(const struct denials *d)
{
    return count_negations(&d->negations, is_english_negation, d->english_first, d->english_end) > 0 ||
           count_negations(&d->negations, is_weak_english, d->english_first, d->english_end) > 0;
}

static void mark(const struct denials *d, const char *rule, struct span span, uint32_t german, uint32_t english)
{
    struct issue *issue =
        report_with_source(d->run, rule, span,
                           passage_source(d->bilingual, &d->bilingual->passages[d->bilingual->german[german].passage]));

    quote_english(d->run, issue, english_text(d->bilingual, english));
}

/* Words before the one that is denied that a place of two parts takes in. */
#define MOST_BEFORE 6

/* "mit Genehmigung", "wenn die Arbeitgeber": the word, and what it hangs on. */
static uint32_t start_of_denied(const struct denials *d, uint32_t german)
{
    static const enum pos before[] = { POS_PREPOSITION, POS_SUBORDINATOR, POS_DETERMINER, POS_ADJECTIVE };
    uint32_t first = german;

    for (uint32_t i = german; i > d->german_first && i + MOST_BEFORE > german; i--) {
        bool hangs = false;

        for (size_t j = 0; j < sizeof before / sizeof *before; j++)
            hangs = hangs || token_is(&d->run->doc->tokens[i - 1], before[j]);
        if (!hangs)
            break;
        first = i - 1;
    }
    return first;
}

/* A verb that no English word accounts for, or the modal verb of what is denied: "konnte" for "was unable to". */
static bool is_of_predicate(const struct denials *d, uint32_t token, uint32_t german)
{
    const struct token *at = &d->run->doc->tokens[token];

    if (token_is(at, POS_VERB))
        return d->bilingual->german[token].linked == LINK_NONE;
    return token_is(at, POS_AUXILIARY) && token_is_finite(at) && at->clause == d->run->doc->tokens[german].clause &&
           token_is_verb_form(&d->run->doc->tokens[german], VERB_INFINITIVE);
}

/* "abzuschließen", "zu erwähnen" */
static bool is_infinitive_with_zu(const struct denials *d, uint32_t german)
{
    return is_zu_infinitive(d->run->doc, german) || (token_is(&d->run->doc->tokens[german], POS_VERB) &&
                                                     german > d->german_first && text_is(d->run, german - 1, "zu"));
}

/* The finite verb, answered by nothing in the English, of the clause before that of an infinitive with "zu":
 * "gestattet" of "gestattet es dem Verlag, das Buch auszuliefern" for "prevents from"; NO_ID: none. */
static uint32_t governing_verb(const struct denials *d, uint32_t german)
{
    const struct token *tokens = d->run->doc->tokens;

    for (uint32_t i = german; is_infinitive_with_zu(d, german) && i > d->german_first; i--) {
        if (tokens[i - 1].clause + 1 < tokens[german].clause)
            return NO_ID;
        if (tokens[i - 1].clause + 1 == tokens[german].clause && token_is_finite(&tokens[i - 1]) &&
            !token_is(&tokens[i - 1], POS_NOUN))
            return d->bilingual->german[i - 1].linked <= LINK_AKIN ? i - 1 : NO_ID;
    }
    return NO_ID;
}

/* The rest of a clause from the verb on. */
static struct span rest_of_clause(const struct denials *d, uint32_t verb)
{
    uint32_t last = verb;

    while (last + 1 < d->german_end && d->run->doc->tokens[last + 1].clause == d->run->doc->tokens[verb].clause &&
           d->run->doc->tokens[last + 1].kind == TOKEN_WORD)
        last++;
    return tokens_span(d->run, verb, last);
}

/* The place of a denial that is lost: the word that is denied, and a verb near it that no English word accounts for:
 * "bestätigte, dass Soldaten" for "denied that soldiers". */
static struct span place_of_denial(const struct denials *d, uint32_t german)
{
    uint32_t first = start_of_denied(d, german), last = german, governing = governing_verb(d, german);

    if (d->affirmed != NO_ID)
        return denied_span(d->run, d->affirmed, d->affirmed, d->german_first, d->german_end);
    if (governing != NO_ID)
        return rest_of_clause(d, governing);

    for (uint32_t i = d->german_first; i < d->german_end; i++) {
        if (!is_of_predicate(d, i, german))
            continue;
        if (i < first && i + MOST_BEFORE > german)
            first = i;
        else if (i > last && i < german + MOST_BEFORE)
            last = i;
    }
    take_in_affirming(d->run, &first, &last, d->german_first, d->german_end);
    return denied_span(d->run, first, last, d->german_first, d->german_end);
}

/* ---- words with a negative prefix, and without ---- */

/* What is left of a word behind a negative prefix of its language; empty: it has none. */
static struct slice without_prefix(const struct denials *d, struct slice word, const struct affixes *prefixes)
{
    for (size_t i = 0; i < prefixes->count; i++) {
        struct slice prefix = lexicon_text(lexicon_of(d), prefixes->first[i].value);

        if (word.len >= prefix.len + LEAST_REST && slice_starts(word, prefix))
            return slice_from(word, prefix.len);
    }
    return (struct slice){ 0 };
}

/* Ding has this German for the English word. */
static bool translates(const struct denials *d, struct slice english, const struct token *german)
{
    const struct translation_record *record = translation_of(lexicon_of(d), english);
    uint32_t written = lexicon_lemma(lexicon_of(d), token_text(d->run->doc, german)); /* "bewaffnet" of "bewaffnen" */

    for (uint32_t i = 0; record != NULL && i < record->count; i++) {
        uint32_t lemma = lexicon_of(d)->translation_words[record->first + i].lemma;

        if (token_has_lemma(german, lemma) || german->analysis.joined == lemma || written == lemma)
            return true;
    }
    return false;
}

/* "usual" in "unusual"; empty for a word that only begins so. */
static struct slice affirmed(const struct denials *d, uint32_t english)
{
    struct slice rest = without_prefix(d, lower_english(d->bilingual, english), &d->negations.english_prefixes);

    if (rest.len == 0 || !is_english_word(lexicon_of(d), rest) || slice_ends(rest, SLICE("ing")))
        return (struct slice){ 0 };
    return rest;
}

/* ---- words that deny ---- */

/* The German word of a sure link: of both words of "drinking water" the same. */
static uint32_t german_of(const struct denials *d, const struct english_word *word)
{
    for (uint32_t i = 0; i < word->link_count; i++) {
        const struct link *link = &d->bilingual->links[word->first_link + i];

        if ((link->kind >= LINK_PART || (word->best == link->german && link->kind >= d->least_link)) &&
            (word->best == NO_ID || word->best == link->german) && link->german >= d->german_first &&
            link->german < d->german_end)
            return link->german;
    }
    return NO_ID;
}

/* The German for what follows the English word, as Ding has it: the first word of sense that has any, as long as no
 * mark stands between; NO_ID: none, or too free. */
static uint32_t denied_german(const struct denials *d, uint32_t token)
{
    for (uint32_t i = token; i < d->english_end && i < token + REACH; i++) {
        const struct english_word *word = &d->bilingual->words[i];
        uint32_t german = (word->flags & ENGLISH_CONTENT) != 0 ? german_of(d, word) : NO_ID;

        if (d->bilingual->english->tokens[i].kind != TOKEN_WORD)
            return NO_ID;
        if (german != NO_ID)
            return german;
        if ((word->flags & ENGLISH_CONTENT) != 0 && d->english_end - d->english_first > SHORT_SENTENCE)
            return NO_ID;
    }
    return NO_ID;
}

/* What "aware" is in "unaware": the German is of that, and says the opposite. */
static bool renders_affirmed(const struct denials *d, uint32_t english, uint32_t german)
{
    struct slice rest = affirmed(d, english);

    return rest.len > 0 && translates(d, rest, &d->run->doc->tokens[german]) && !is_weak_german(&d->negations, german);
}

/* "stark" for "hardly", as Ding has it for "hard": an adverb that denies nothing renders no word that does. */
static bool denies_nothing(const struct denials *d, uint32_t english, uint32_t german)
{
    const struct token *at = &d->run->doc->tokens[german];

    return slice_ends(lower_english(d->bilingual, english), SLICE("ly")) &&
           (token_is(at, POS_ADJECTIVE) || token_is(at, POS_ADVERB)) && (at->flags & TOKEN_CAPITAL) == 0 &&
           !token_is(at, POS_VERB) && !is_weak_german(&d->negations, german) &&
           !is_german_negation(&d->negations, german) && !german_entry(d->run, d->renderings, german);
}

/* "brauche" for "lacks" beside "needs": a simple word that another English one has for its own. */
static bool is_taken(const struct denials *d, uint32_t english, uint32_t german)
{
    const struct german_word *word = &d->bilingual->german[german];

    return word->best != NO_ID && word->best != english && word->best_kind >= LINK_DICTIONARY &&
           d->run->doc->tokens[german].analysis.part_count <= 1;
}

/* The word that denies has German; own: that stands for no other word. */
static bool is_rendered(const struct denials *d, uint32_t token, uint32_t words, bool own)
{
    for (uint32_t i = token; i < token + words; i++)
        for (uint32_t j = 0; j < d->bilingual->words[i].link_count; j++) {
            const struct link *link = &d->bilingual->links[d->bilingual->words[i].first_link + j];

            if (link->kind >= LINK_PART && !renders_affirmed(d, i, link->german) &&
                !denies_nothing(d, i, link->german) && !(own && is_taken(d, i, link->german)))
                return true;
        }
    return false;
}

/* "not available without": what denies is denied itself. */
static bool is_denied(const struct denials *d, uint32_t token)
{
    for (uint32_t i = token; i > d->english_first && d->bilingual->english->tokens[i - 1].kind == TOKEN_WORD; i--)
        if (is_english_negation(&d->negations, i - 1))
            return true;
    return false;
}

static bool is_gerund(const struct denials *d, uint32_t token)
{
    return token < d->english_end && slice_ends(english_text(d->bilingual, token), SLICE("ing"));
}

/* The verb behind the "from" of "prevented them from leaving"; NO_ID: there is none. */
static uint32_t behind_from(const struct denials *d, uint32_t token)
{
    for (uint32_t i = token; i + 1 < d->english_end && i < token + MOST_BEFORE; i++)
        if (slice_is(lower_english(d->bilingual, i), "from"))
            return is_gerund(d, i + 1) ? i + 1 : NO_ID;
    return NO_ID;
}

/* "little hope": the last word of the entry is what is denied. */
static bool is_of_noun(const struct denials *d, const struct pair_record *row, size_t count)
{
    return holds_value(lexicon_of(d), row, count, SLICE("noun"));
}

/* "a little hope", "their little help", "very little hope": an amount, or a thing of that size. */
static bool is_amount(const struct denials *d, uint32_t token)
{
    return token > d->english_first && is_english_determiner(d->bilingual, token - 1);
}

/* Where that begins which a row's word denies: right behind it, or, where the row asks for it, with a verb in -ing
 * there or behind "from"; NO_ID: there is none, as behind "stopped the car". */
static uint32_t denied_from(const struct denials *d, const struct pair_record *row, size_t count, uint32_t behind)
{
    if (is_of_noun(d, row, count))
        return behind - 1;
    if (holds_value(lexicon_of(d), row, count, SLICE("denial")) ||
        (holds_value(lexicon_of(d), row, count, SLICE("gerund")) && is_gerund(d, behind)))
        return behind;
    return holds_value(lexicon_of(d), row, count, SLICE("from")) ? behind_from(d, behind) : NO_ID;
}

/* German for "willing", where the English has "unwilling": by Ding, or the adjective before an infinitive that nothing
 * else in the English accounts for ("bereit, … zu"); NO_ID: none. */
static uint32_t german_for_affirmed(const struct denials *d, uint32_t english)
{
    struct slice rest = without_prefix(d, lower_english(d->bilingual, english), &d->negations.english_prefixes);

    for (uint32_t i = d->german_first; rest.len > 0 && i + 1 < d->german_end; i++) {
        const struct token *at = &d->run->doc->tokens[i];

        if (at->kind == TOKEN_WORD &&
            (translates(d, rest, at) || (token_is(at, POS_ADJECTIVE) && (at->flags & TOKEN_CAPITAL) == 0 &&
                                         text_is(d->run, i + 1, ",") && d->bilingual->german[i].linked == LINK_NONE)))
            return i;
    }
    return NO_ID;
}

/* What "barely" denies may be rendered by a relative; "without delay" – "sofort" by anything. */
static enum link_kind least_link_behind(const struct denials *d, uint32_t token)
{
    struct slice word = lower_english(d->bilingual, token);

    if (slice_ends(word, SLICE("ly")))
        return LINK_FAMILY;
    return slice_is(word, "without") ? LINK_PART : LINK_LEARNED;
}

/* "vorbei" for "far from over": what the row says the German has without its denial; NO_ID: none. */
static uint32_t stated_by_row(const struct denials *d)
{
    for (uint32_t i = d->german_first; i < d->german_end; i++)
        if (row_has(d, i, '='))
            return i;
    return NO_ID;
}

/* "das Lied „Without a Word“": the German keeps the word itself. */
static bool is_kept_word(const struct denials *d, uint32_t english)
{
    struct slice word = lower_english(d->bilingual, english);

    for (uint32_t i = d->german_first; i < d->german_end; i++)
        if ((d->run->doc->tokens[i].analysis.flags & ANALYSIS_KNOWN) == 0 && slice_equal(lower_at(d->run, i), word))
            return true;
    return false;
}

static void check_denials(struct denials *d)
{
    for (uint32_t i = d->english_first; i < d->english_end; i++) {
        uint32_t words, german, from;
        size_t count;
        const struct pair_record *row = english_row(d->run, d->words, i, d->english_end, &count, &words);

        bool of_noun = row != NULL && is_of_noun(d, row, count);

        if (row == NULL || (of_noun && is_amount(d, i)) || is_rendered(d, i, words - of_noun, true) ||
            is_denied(d, i) || is_kept_word(d, i) || (from = denied_from(d, row, count, i + words)) == NO_ID)
            continue;
        d->denial_words = words;
        d->row = row;
        d->row_count = count;
        d->least_link = least_link_behind(d, i);
        german = denied_german(d, from);
        d->affirmed = german_for_affirmed(d, i);
        german = german == NO_ID ? d->affirmed : german;
        german = german == NO_ID ? stated_by_row(d) : german;
        if (german != NO_ID && !negates_in_german(d, i, german) &&
            !is_denial_said_otherwise(&d->negations, i + words - 1, d->english_end, d->german_first, d->german_end)) {
            mark(d, "bilingual/negation-lost", place_of_denial(d, german), german, i);
            return;
        }
    }
}

/* ---- prefixes ---- */

static bool is_linked(const struct denials *d, uint32_t german)
{
    return d->bilingual->german[german].linked >= LINK_PART;
}

/* Letters of an ending of an adjective, at most. */
#define MOST_ENDING 2

/* The word written is the other one, perhaps with an ending: "bewaffneten" – "bewaffnet". */
static bool is_form_of(struct slice written, struct slice word)
{
    return slice_starts(written, word) && written.len <= word.len + MOST_ENDING;
}

/* The word with which the German one begins has lost "los": "schmerzhaft" for "schmerzlos". */
static bool is_contrary(const struct denials *d, struct slice right, struct slice written)
{
    struct slice rest = without_prefix(d, right, &d->negations.german_prefixes);

    if (rest.len > 0)
        return is_form_of(written, rest);
    if (!slice_ends(right, SLICE("los")) || slice_ends(written, SLICE("los")) || slice_ends(written, SLICE("frei")))
        return false;
    right.len -= SLICE("los").len;
    return right.len >= LEAST_REST && written.len > right.len && slice_starts(written, right);
}

/* One of Ding's translations is the German word with a negation. */
static bool is_contrary_in(const struct denials *d, const struct translation_record *row, const struct token *german)
{
    for (uint32_t j = 0; row != NULL && j < row->count; j++) {
        struct slice right = lemma_text(lexicon_of(d), lexicon_of(d)->translation_words[row->first + j].lemma);

        if (is_contrary(d, right, token_text(d->run->doc, german)))
            return true;
        for (uint16_t k = 0; k < german->analysis.reading_count; k++)
            if (is_contrary(d, right, lemma_text(lexicon_of(d), german->analysis.readings[k].lemma)))
                return true;
    }
    return false;
}

/* Ding has for the English word the German one with a negation: "unüblich" for "unusual", where "üblich" stands. */
static bool is_contrary_of(const struct denials *d, uint32_t english, const struct token *german)
{
    const struct english_record *record = d->bilingual->words[english].record;
    struct slice written = lower_english(d->bilingual, english); /* "unarmed" */

    if (is_contrary_in(d, translation_of(lexicon_of(d), written), german))
        return true;
    for (uint32_t i = 0; record != NULL && i < record->stem_count; i++)
        if (is_contrary_in(d, stem_translation(lexicon_of(d), record, i), german))
            return true;
    return false;
}

/* "unusual", "careless": a word that may be negative, whatever it is without its affix. */
static bool looks_negative(const struct denials *d, uint32_t english)
{
    struct slice word = lower_english(d->bilingual, english);

    return without_prefix(d, word, &d->negations.english_prefixes).len > 0 || slice_ends(word, SLICE("less"));
}

/* An adjective or adverb, or a participle, which may stand for one. */
static bool is_quality(const struct token *token)
{
    return (token_is(token, POS_ADJECTIVE) || token_is(token, POS_ADVERB) ||
            token_is_verb_form(token, VERB_PARTICIPLE2)) &&
           !token_is(token, POS_NOUN);
}

/* "harmful" for "harmless": the German says what the English word denies. */
static bool is_ful_of_less(const struct denials *d, uint32_t english, const struct token *german)
{
    struct slice word = lower_english(d->bilingual, english);

    if (!slice_ends(word, SLICE("less")))
        return false;
    struct slice full = arena_print(d->run->issues->arena, "%.*sful", (int)(word.len - SLICE("less").len), word.at);

    return is_english_word(lexicon_of(d), full) && translates(d, full, german) && !translates(d, word, german);
}

/* "mistake" is no "gehalten" without its prefix: a participle stands for one. */
static bool may_be_participle(const struct denials *d, uint32_t english, const struct token *german)
{
    return !token_is_verb_form(german, VERB_PARTICIPLE2) ||
           slice_ends(lower_english(d->bilingual, english), SLICE("ed")) ||
           !slice_starts(lower_english(d->bilingual, english), SLICE("mis"));
}

/* The same of what the word is a form of: "entschlossen" for "decided". */
static bool translates_form(const struct denials *d, struct slice english, const struct token *german)
{
    const struct english_record *record = english_word(lexicon_of(d), english);

    for (uint32_t i = 0; record != NULL && i < record->stem_count; i++)
        if (translates(d, english_stem(lexicon_of(d), record, i), german))
            return true;
    return false;
}

/* All English words of the sentence but so many have their German. */
static bool is_all_linked_but(const struct denials *d, uint32_t unlinked)
{
    const struct passage *passage = &d->bilingual->passages[d->bilingual->words[d->english_first].passage];

    return passage->linked + unlinked >= passage->content;
}

/* One of the word's dictionary forms has the prefix, and Ding has the German for what is left: "fortsetzen" beside
 * "discontinues", "Zustimmung" beside "disapproval". */
static bool affirms_stem(const struct denials *d, uint32_t english, const struct token *german)
{
    const struct english_record *record = d->bilingual->words[english].record;

    if (german->analysis.part_count > 1 || token_is(german, POS_AUXILIARY) ||
        !is_denied_by_prefix(&d->negations, english))
        return false;
    bool noun = (german->flags & TOKEN_CAPITAL) != 0;

    if (!(noun || token_is(german, POS_VERB)) || !is_all_linked_but(d, noun ? 1 : 2))
        return false;
    for (uint32_t i = 0; record != NULL && i < record->stem_count; i++) {
        struct slice rest = without_prefix(d, english_stem(lexicon_of(d), record, i), &d->negations.english_prefixes);

        if (rest.len > 0 && is_english_word(lexicon_of(d), rest) &&
            (translates(d, rest, german) || translates_form(d, rest, german)))
            return true;
    }
    return false;
}

/* "member" of "members". */
static struct slice singular(const struct denials *d, struct slice word)
{
    struct slice rest = { word.at, word.len - 1 };

    return slice_ends(word, SLICE("s")) && translation_of(lexicon_of(d), rest) != NULL ? rest : word;
}

/* "not uncommon", "not very unusual": the negation before it takes the prefix back. */
static bool is_taken_back(const struct denials *d, uint32_t english)
{
    return english > d->english_first &&
           (is_english_negation(&d->negations, english - 1) ||
            (english > d->english_first + 1 && is_english_negation(&d->negations, english - 2)));
}

/* rest: what is left of the English word; non: it has the prefix "non-", and is a noun. */
static bool says_without_prefix(const struct denials *d, uint32_t english, struct slice rest, bool non,
                                const struct token *german)
{
    return (non ? token_is(german, POS_NOUN) : is_quality(german)) && may_be_participle(d, english, german) &&
           ((rest.len > 0 && translates(d, rest, german)) || is_contrary_of(d, english, german) ||
            is_ful_of_less(d, english, german));
}

/* "unusual" without a link, and "üblich" without one. */
static void check_lost_prefixes(const struct denials *d)
{
    for (uint32_t i = d->english_first; i < d->english_end; i++) {
        const struct english_word *word = &d->bilingual->words[i];
        struct slice rest;

        bool non = slice_starts(lower_english(d->bilingual, i), SLICE("non-")); /* "non-members" */

        if ((word->flags & (ENGLISH_CONTENT | ENGLISH_NAME)) != ENGLISH_CONTENT || (word->record == NULL && !non) ||
            is_rendered(d, i, 1, true) || !looks_negative(d, i) || is_taken_back(d, i))
            continue;
        rest = non ? singular(d, slice_from(lower_english(d->bilingual, i), SLICE("non-").len)) : affirmed(d, i);
        for (uint32_t j = d->german_first; j < d->german_end; j++) {
            const struct token *german = &d->run->doc->tokens[j];

            if (!is_linked(d, j) && (says_without_prefix(d, i, rest, non, german) || affirms_stem(d, i, german)) &&
                !negates_in_german(d, i, j)) {
                mark(d, "bilingual/negation-lost", german->span, j, i);
                return;
            }
        }
    }
}

/* The English word of which the German one without its prefix is the translation; NO_ID: none. */
static uint32_t positive_english(const struct denials *d, uint32_t lemma)
{
    for (uint32_t i = d->english_first; i < d->english_end; i++) {
        const struct english_record *record = d->bilingual->words[i].record;

        if ((d->bilingual->words[i].flags & (ENGLISH_CONTENT | ENGLISH_NAME)) != ENGLISH_CONTENT ||
            is_rendered(d, i, 1, false))
            continue;
        for (uint32_t j = 0; record != NULL && j < record->stem_count; j++) {
            const struct translation_record *row = stem_translation(lexicon_of(d), record, j);

            for (uint32_t k = 0; row != NULL && k < row->count; k++)
                if (lexicon_of(d)->translation_words[row->first + k].lemma == lemma)
                    return i;
        }
    }
    return NO_ID;
}

/* "illegal" for "legal": both without a link. */
static void check_added_prefixes(const struct denials *d)
{
    for (uint32_t i = d->german_first; i < d->german_end; i++) {
        const struct token *at = &d->run->doc->tokens[i];

        if (at->kind != TOKEN_WORD || is_linked(d, i) || !is_quality(at))
            continue;
        for (uint16_t j = 0; j < at->analysis.reading_count; j++) {
            struct slice rest = without_prefix(d, lemma_text(lexicon_of(d), at->analysis.readings[j].lemma),
                                               &d->negations.german_prefixes);
            uint32_t lemma = rest.len == 0 ? NO_ID : lexicon_lemma(lexicon_of(d), rest);
            uint32_t english = lemma == NO_ID ? NO_ID : positive_english(d, lemma);

            if (english != NO_ID && !negates_in_english(d)) {
                mark(d, "bilingual/negation-added", at->span, i, english);
                return;
            }
        }
    }
}

void check_negative_words(const struct check_run *run)
{
    struct denials d = {
        .run = run,
        .bilingual = run->doc->bilingual,
        .negations = negations_of(run),
        .words = named_table(&run->context->lexicon, TABLE_DENIALS),
        .renderings = named_list(&run->context->lexicon, LIST_DENIAL_RENDERINGS),
    };

    for (size_t i = 0; d.bilingual->is_english && i < d.bilingual->passage_count; i++) {
        const struct passage *passage = &d.bilingual->passages[i];

        if (!is_sentence_pair(passage))
            continue;
        passage_english(d.bilingual, passage, &d.english_first, &d.english_end);
        passage_german(run->doc, passage, &d.german_first, &d.german_end);
        check_denials(&d);
        d.row_count = 0;
        check_lost_prefixes(&d);
        check_added_prefixes(&d);
    }
}
