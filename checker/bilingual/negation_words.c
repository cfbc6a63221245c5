#include "bilingual/negation_words.h"

#include "bilingual/wording.h"
#include "checks/places.h"
#include "lexicon/analysis.h"
#include "text/letters.h"
#include "text/unicode.h"

static const struct lexicon *lexicon_of(const struct negations *n)
{
    return &n->run->context->lexicon;
}

static bool holds(const struct negations *n, const struct list_record *list, struct slice word)
{
    return list != NULL && list_holds(lexicon_of(n), list, word);
}

/* ---- affixes ---- */

static bool is_word(const struct negations *n, struct slice lower_word, bool german)
{
    return german ? lexicon_form(lexicon_of(n), lower_word) != NO_ID ||
                        lexicon_form(lexicon_of(n), with_initial(n->run->issues->arena, lower_word, true)) != NO_ID
                  : is_english_word(lexicon_of(n), lower_word);
}

/* "unhappy", "careless", "unfair", "arbeitslos": an affix of this place and language, and a word of three letters at
 * least without it. */
static bool has_affix(const struct negations *n, struct slice word, const struct affixes *affixes, bool prefix,
                      bool german)
{
    for (size_t i = 0; i < affixes->count; i++) {
        struct slice affix = lexicon_text(lexicon_of(n), affixes->first[i].value);

        if (word.len < affix.len + 3)
            continue;
        if (prefix ? slice_starts(word, affix) && is_word(n, slice_from(word, affix.len), german)
                   : slice_ends(word, affix))
            return true;
    }
    return false;
}

/* ---- English ---- */

static bool is_contraction(struct slice word)
{
    return slice_ends(word, SLICE("n't")) || slice_ends(word, SLICE("n’t"));
}

/* "not-so-subtle". */
static bool begins_with_not(struct slice word)
{
    return slice_starts(word, SLICE("not-")) || slice_equal(word, SLICE("no-one"));
}

/* "won ’ t": taken apart. */
static bool is_rest_of_not(const struct negations *n, uint32_t token)
{
    const struct token *tokens = n->bilingual->english->tokens;

    if (token < 2 || !slice_is(english_text(n->bilingual, token), "t") ||
        (tokens[token - 2].flags & (TOKEN_CAPITAL | TOKEN_SENTENCE_START)) == TOKEN_CAPITAL) /* "Don ’ t Pass Line" */
        return false;
    return slice_is(english_text(n->bilingual, token - 1), "’") || slice_is(english_text(n->bilingual, token - 1), "'");
}

bool is_english_negation(const struct negations *n, uint32_t token)
{
    const struct token *at = &n->bilingual->english->tokens[token];

    return at->kind == TOKEN_WORD &&
           (is_rest_of_not(n, token) || is_contraction(token_lower(at)) || begins_with_not(token_lower(at)) ||
            lower_in_list(lexicon_of(n), LIST_ENGLISH_NEGATIONS, at));
}

/* "ran out of food": nothing of it is left. */
static bool is_running_out(const struct negations *n, uint32_t token)
{
    const struct document *english = n->bilingual->english;

    return token > 0 && token + 1 < english->token_count && slice_is(token_lower(&english->tokens[token]), "out") &&
           slice_is(token_lower(&english->tokens[token + 1]), "of") &&
           english_is(n->bilingual, token - 1, SLICE("run"));
}

bool is_weak_english(const struct negations *n, uint32_t token)
{
    const struct english_record *record = n->bilingual->words[token].record;
    const struct token *at = &n->bilingual->english->tokens[token];
    struct slice word = token_lower(at);

    if (at->kind != TOKEN_WORD)
        return false;
    if (is_running_out(n, token))
        return true;
    for (uint32_t i = 0;
         record != NULL && lemma_in_list(lexicon_of(n), LIST_ENGLISH_WEAK_NEGATIONS, at) && i < record->stem_count; i++)
        if (holds(n, n->weak_english, english_stem(lexicon_of(n), record, i)))
            return true;
    if (record == NULL && (slice_starts(word, SLICE("no")) || slice_ends(word, SLICE("nt")) ||
                           slice_ends(word, SLICE("not")))) /* "notthing", "havent": misspelt */
        return true;
    return slice_starts(word, SLICE("no-")) || slice_starts(word, SLICE("non-")) ||
           lower_in_list(lexicon_of(n), LIST_ENGLISH_WEAK_NEGATIONS, at) || is_denied_by_prefix(n, token) ||
           has_affix(n, word, &n->english_suffixes, false, false);
}

bool is_denied_by_prefix(const struct negations *n, uint32_t token)
{
    const struct token *at = &n->bilingual->english->tokens[token];

    return at->kind == TOKEN_WORD && has_affix(n, token_lower(at), &n->english_prefixes, true, false) &&
           !lower_in_list(lexicon_of(n), LIST_ENGLISH_FALSE_NEGATIVES, at) &&
           !lemma_in_list(lexicon_of(n), LIST_ENGLISH_FALSE_NEGATIVES, at);
}

/* ---- German ---- */

/* "alles andere als". */
static bool is_anything_but(const struct negations *n, uint32_t token)
{
    return token + 2 < n->run->doc->token_count && slice_is(lower_at(n->run, token), "alles") &&
           text_is(n->run, token + 1, "andere") && text_is(n->run, token + 2, "als");
}

/* Also an English one that was left as it is. */
bool is_german_negation(const struct negations *n, uint32_t token)
{
    const struct token *at = &n->run->doc->tokens[token];

    return at->kind == TOKEN_WORD &&
           (lower_in_list(lexicon_of(n), LIST_GERMAN_NEGATIONS, at) || is_anything_but(n, token) ||
            ((at->analysis.flags & ANALYSIS_KNOWN) == 0 && lower_in_list(lexicon_of(n), LIST_ENGLISH_NEGATIONS, at)));
}

/* "hielt sich in Grenzen", "dünn gesät": a row of denying-phrases.tsv begins there. */
static bool is_denying_phrase(const struct negations *n, uint32_t token)
{
    const struct document *doc = n->run->doc;
    size_t count;
    const struct pair_record *row =
        pairs_of_lower(lexicon_of(n), named_table(lexicon_of(n), TABLE_DENYING_PHRASES), &doc->tokens[token], &count);

    for (size_t i = 0; row != NULL && i < count; i++) {
        struct slice rest = lexicon_text(lexicon_of(n), row[i].value), word;
        bool stands = true;

        for (uint32_t at = token + 1; stands && take_part(&rest, ' ', &word); at++)
            stands = at < doc->token_count && slice_equal(text_at(n->run, at), word);
        if (stands)
            return true;
    }
    return false;
}

bool is_weak_german(const struct negations *n, uint32_t token)
{
    const struct token *at = &n->run->doc->tokens[token];

    if (text_is(n->run, token, "denn") && token > 0 && text_is(n->run, token - 1, "sei")) /* "es sei denn" */
        return true;
    if (is_denying_phrase(n, token))
        return true;
    if (at->kind != TOKEN_WORD ||
        (text_is(n->run, token, "statt") && at->analysis.particle != NO_ID)) /* "fand statt" */
        return false;
    for (uint16_t i = 0; i < at->analysis.reading_count; i++) {
        struct slice lemma = lemma_text(lexicon_of(n), at->analysis.readings[i].lemma);

        if (holds(n, n->weak_german, lemma) ||
            has_affix(n, lower_case(n->run->issues->arena, lemma), &n->german_suffixes, false, true))
            return true;
    }
    if (at->analysis.joined != NO_ID && holds(n, n->weak_german, lemma_text(lexicon_of(n), at->analysis.joined)))
        return true;
    for (uint32_t i = 0; i < at->analysis.part_count; i++) {
        uint32_t lemma = token_parts(n->run->doc, at)[i].lemma;

        if (lemma != NO_ID && holds(n, n->weak_german, lemma_text(lexicon_of(n), lemma)))
            return true;
    }
    return lower_in_list(lexicon_of(n), LIST_GERMAN_WEAK_NEGATIONS, at) ||
           has_affix(n, token_lower(at), &n->german_prefixes, true, true);
}

/* ---- */

bool are_negative_pair(const struct negations *n, uint32_t english, uint32_t german)
{
    size_t count;
    const struct pair_record *row =
        pairs_of_lower(lexicon_of(n), n->pairs, &n->bilingual->english->tokens[english], &count);

    for (size_t i = 0; row != NULL && i < count; i++)
        if (german_is(n->run, german, lexicon_text(lexicon_of(n), row[i].value)))
            return true;
    return false;
}

/* "raten davon ab" beside "advise": the German verb denies by itself what the English one does not. */
static bool denies_more(const struct negations *n, uint32_t german, uint32_t english)
{
    return token_is(&n->run->doc->tokens[german], POS_VERB) && !is_weak_english(n, english) &&
           german_entry(n->run, named_list(lexicon_of(n), LIST_DENIAL_RENDERINGS), german);
}

bool answers_another(const struct negations *n, uint32_t german, uint32_t negated, uint32_t first, uint32_t end)
{
    const struct german_word *word = &n->bilingual->german[german];

    if (word->best != NO_ID && word->best_kind == LINK_DICTIONARY && word->best != negated &&
        !is_english_negation(n, word->best) && !denies_more(n, german, word->best))
        return true;
    for (uint32_t i = first; i < end; i++)
        if (i != negated && are_negative_pair(n, i, german))
            return true;
    return false;
}

bool is_negation_exception(const struct negations *n, uint32_t token)
{
    return lower_in_list(lexicon_of(n), LIST_ENGLISH_NEGATION_EXCEPTIONS, &n->bilingual->english->tokens[token]);
}

uint32_t count_negations(const struct negations *n, negation_test *test, uint32_t first, uint32_t end)
{
    uint32_t sum = 0;

    for (uint32_t i = first; i < end; i++)
        sum += test(n, i);
    return sum;
}

/* ---- said otherwise ---- */

/* From a negation to what it negates. */
#define REACH 4

/* A side as the tables write it, without the mark of an unsure one: "with?". */
static struct slice plain_side(const struct negations *n, const struct pair_record *value)
{
    struct slice side = lexicon_text(lexicon_of(n), value->value);

    side.len -= slice_ends(side, SLICE("?"));
    return side;
}

/* The German word stands on another side of an opposition that the English one is on: "schlecht" beside "well". */
static bool is_opposite(const struct negations *n, const struct pair_record *english, size_t count, uint32_t german)
{
    const struct lexicon *lexicon = lexicon_of(n);
    const struct list_record *table = named_table(lexicon, TABLE_OPPOSITES_GERMAN);
    struct slice keys[MOST_GERMAN_KEYS];
    size_t key_count = german_may_be(n->run, german, table) ? german_keys(n->run, german, keys) : 0, sides;

    for (size_t i = 0; i < key_count; i++) {
        const struct pair_record *row = pairs_of(lexicon, table, keys[i], &sides);

        for (size_t j = 0; row != NULL && j + 1 < sides; j += 2)
            for (size_t k = 0; k + 1 < count; k += 2)
                if (slice_equal(lexicon_text(lexicon, row[j].value), lexicon_text(lexicon, english[k].value)) &&
                    !slice_equal(plain_side(n, &row[j + 1]), plain_side(n, &english[k + 1])))
                    return true;
    }
    return false;
}

/* One of the row's German words stands there. */
static bool has_value_of(const struct negations *n, const struct pair_record *row, size_t count, uint32_t german)
{
    if (german > 0 && german_is(n->run, german, SLICE("alt")) && german_is(n->run, german - 1, SLICE("Jahr")))
        return false; /* "19 Jahre alt" */
    for (size_t i = 0; i < count; i++)
        if (german_is(n->run, german, lexicon_text(lexicon_of(n), row[i].value)))
            return true;
    return false;
}

bool is_denial_said_otherwise(const struct negations *n, uint32_t token, uint32_t english_end, uint32_t first,
                              uint32_t end)
{
    const struct list_record *opposites = named_table(lexicon_of(n), TABLE_OPPOSITES_ENGLISH);
    const struct list_record *denied = named_table(lexicon_of(n), TABLE_DENIED_WORDS);

    for (uint32_t i = token + 1;
         i < english_end && i <= token + REACH && n->bilingual->english->tokens[i].kind != TOKEN_PUNCTUATION; i++) {
        size_t sides = 0, count = 0;
        const struct pair_record *opposite = english_pairs(n->bilingual, i, opposites, &sides);
        const struct pair_record *row = english_pairs(n->bilingual, i, denied, &count);

        for (uint32_t j = first; j < end; j++)
            if ((opposite != NULL && n->bilingual->german[j].linked == LINK_NONE &&
                 is_opposite(n, opposite, sides, j)) ||
                (row != NULL && link_between(n->bilingual, i, j) < LINK_DICTIONARY && has_value_of(n, row, count, j)))
                return true;
    }
    return false;
}

/* The document's, found when they are first asked for. */
static struct affixes affixes_of(const struct check_run *run, enum affix_place place)
{
    static const char *const names[AFFIX_PLACES] = { "english-prefix", "english-suffix", "german-prefix",
                                                     "german-suffix" };
    const struct lexicon *lexicon = &run->context->lexicon;
    struct affixes *affixes = &run->doc->bilingual->negative_affixes[place];

    if (affixes->first == NULL)
        affixes->first =
            pairs_of(lexicon, named_table(lexicon, TABLE_NEGATIVE_AFFIXES), slice_of(names[place]), &affixes->count);
    return *affixes;
}

struct negations negations_of(const struct check_run *run)
{
    const struct lexicon *lexicon = &run->context->lexicon;

    return (struct negations){
        .run = run,
        .bilingual = run->doc->bilingual,
        .weak_english = named_list(lexicon, LIST_ENGLISH_WEAK_NEGATIONS),
        .weak_german = named_list(lexicon, LIST_GERMAN_WEAK_NEGATIONS),
        .pairs = named_table(lexicon, TABLE_NEGATIVE_PAIRS),
        .english_prefixes = affixes_of(run, AFFIX_ENGLISH_PREFIX),
        .english_suffixes = affixes_of(run, AFFIX_ENGLISH_SUFFIX),
        .german_prefixes = affixes_of(run, AFFIX_GERMAN_PREFIX),
        .german_suffixes = affixes_of(run, AFFIX_GERMAN_SUFFIX),
    };
}
