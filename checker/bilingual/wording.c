#include "bilingual/wording.h"
#include "checks/places.h"

#include "lexicon/analysis.h"
#include "text/unicode.h"

enum { ENTRY_ROOM = 96 /* bytes */ };

/* ---- English ---- */

/* The first part of "first-round"; empty for a word without hyphen. */
static struct slice before_hyphen(struct slice word)
{
    const char *hyphen = memchr(word.at, '-', word.len);

    return hyphen == NULL ? (struct slice){ 0 } : slice_between(word.at, hyphen);
}

/* The first word of an entry as written (0), then its dictionary forms and its part before a hyphen; empty behind the
 * last. */
static struct slice first_word(const struct check_run *run, uint32_t token, uint32_t form)
{
    const struct bilingual *bilingual = run->doc->bilingual;
    const struct english_record *record = bilingual->words[token].record;

    if (form == 0)
        return lower_english(bilingual, token);
    uint32_t stems = record == NULL ? 0 : record->stem_count;

    if (form > stems)
        return form == stems + 1 ? before_hyphen(lower_english(bilingual, token)) : (struct slice){ 0 };
    return english_stem(bilingual->lexicon, record, form - 1);
}

static bool append(struct slice *entry, char *room, struct slice word)
{
    if (entry->len + word.len + 1 > ENTRY_ROOM)
        return false;
    if (entry->len > 0)
        room[entry->len++] = ' ';
    memcpy(room + entry->len, word.at, word.len);
    entry->len += word.len;
    return true;
}

/* The entry of so many words, its first in the given form; empty when there is none or it is too long. */
static struct slice entry_of(const struct check_run *run, uint32_t token, uint32_t words, uint32_t form, char *room)
{
    struct slice entry = { room, 0 }, word = first_word(run, token, form);

    if (word.len == 0 || !append(&entry, room, word))
        return (struct slice){ 0 };
    for (uint32_t i = 1; i < words; i++)
        if (!append(&entry, room, lower_english(run->doc->bilingual, token + i)))
            return (struct slice){ 0 };
    return entry;
}

/* The row of an entry, its last of several words perhaps in the plural: "heart attacks". */
static const struct pair_record *row_of(const struct check_run *run, const struct list_record *table,
                                        struct slice entry, uint32_t words, size_t *count)
{
    const struct pair_record *row = pairs_of(&run->context->lexicon, table, entry, count);

    if (row == NULL && words > 1 && slice_ends(entry, SLICE("s")))
        row = pairs_of(&run->context->lexicon, table, (struct slice){ entry.at, entry.len - 1 }, count);
    return row;
}

/* Words from the token on that can be one entry: nothing but words. */
static uint32_t words_from(const struct check_run *run, uint32_t token, uint32_t end)
{
    const struct token *tokens = run->doc->bilingual->english->tokens;
    uint32_t words = 0;

    while (words < MOST_ENTRY_WORDS && token + words < end && tokens[token + words].kind == TOKEN_WORD)
        words++;
    return words;
}

const struct pair_record *english_row(const struct check_run *run, const struct list_record *table, uint32_t token,
                                      uint32_t end, size_t *count, uint32_t *words)
{
    char room[ENTRY_ROOM];
    struct slice entry;

    *count = 0;
    if (table == NULL)
        return NULL;
    const struct bilingual *bilingual = run->doc->bilingual;
    uint32_t longest = english_may_begin(bilingual, token, table) ? words_from(run, token, end) : 1;
    uint32_t shortest = english_may_be(bilingual, token, table) ? 1 : 2;

    for (uint32_t length = longest; length >= shortest; length--)
        for (uint32_t form = 0; (entry = entry_of(run, token, length, form, room)).len > 0; form++) {
            const struct pair_record *row = row_of(run, table, entry, length, count);

            if (row == NULL)
                continue;
            if (words != NULL)
                *words = length;
            return row;
        }
    *count = 0;
    return NULL;
}

/* ---- German ---- */

static void add_key(struct slice keys[MOST_GERMAN_KEYS], size_t *count, struct slice key)
{
    for (size_t i = 0; i < *count; i++)
        if (slice_equal(keys[i], key))
            return;
    if (*count < MOST_GERMAN_KEYS && key.len > 0)
        keys[(*count)++] = key;
}

static bool is_noun_as_written(const struct token *token)
{
    return (token->flags & (TOKEN_CAPITAL | TOKEN_SENTENCE_START)) == TOKEN_CAPITAL;
}

size_t german_keys(const struct check_run *run, uint32_t token, struct slice keys[MOST_GERMAN_KEYS])
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *at = &run->doc->tokens[token];
    const struct token_analysis *analysis = &at->analysis;
    size_t count = 0;

    if (at->kind != TOKEN_WORD)
        return 0;
    if (analysis->joined != NO_ID) {
        add_key(keys, &count, lemma_text(lexicon, analysis->joined));
        return count;
    }
    for (uint16_t i = 0; i < analysis->reading_count; i++)
        if (analysis->readings[i].lemma != NO_ID)
            add_key(keys, &count, lemma_text(lexicon, analysis->readings[i].lemma));
    if (analysis->part_count > 1) {
        uint32_t head = token_parts(run->doc, at)[analysis->part_count - 1].lemma;

        if (head != NO_ID)
            add_key(keys, &count, lemma_text(lexicon, head));
    }
    add_key(keys, &count, is_noun_as_written(at) ? token_text(run->doc, at) : token_lower(at));
    return count;
}

bool german_is(const struct check_run *run, uint32_t token, struct slice word)
{
    struct slice keys[MOST_GERMAN_KEYS];
    size_t count = german_keys(run, token, keys);

    for (size_t i = 0; i < count; i++)
        if (slice_equal(keys[i], word))
            return true;
    return false;
}

/* False when no key of the token has the listing. */
static bool may_have_listing(const struct check_run *run, uint32_t token, uint32_t number)
{
    const struct token *at = &run->doc->tokens[token];

    return at->analysis.joined != NO_ID || set_holds(at->type->lemmas_listed, number) ||
           set_holds(at->type->listed, number) || set_holds(at->type->lower_listed, number) ||
           set_holds(at->type->head_listed, number);
}

bool german_may_be(const struct check_run *run, uint32_t token, const struct list_record *table)
{
    return table != NULL && may_have_listing(run, token, table_number(&run->context->lexicon, table));
}

bool german_entry(const struct check_run *run, const struct list_record *list, uint32_t token)
{
    struct slice keys[MOST_GERMAN_KEYS];
    size_t count = list == NULL || !may_have_listing(run, token, list_number(&run->context->lexicon, list))
                       ? 0
                       : german_keys(run, token, keys);

    for (size_t i = 0; i < count; i++)
        if (list_holds(&run->context->lexicon, list, keys[i]))
            return true;
    return false;
}

bool is_function_word(const struct token *token)
{
    static const enum pos closed[] = { POS_AUXILIARY,   POS_DETERMINER,  POS_PRONOUN,     POS_RELATIVE,
                                       POS_PREPOSITION, POS_CONJUNCTION, POS_SUBORDINATOR };

    for (size_t i = 0; i < sizeof closed / sizeof *closed; i++)
        if (token_is(token, closed[i]))
            return true;
    return false;
}

bool is_light_word(const struct token *token)
{
    return is_function_word(token) || token_is(token, POS_PARTICLE) || token_is(token, POS_ADVERB) ||
           token_is(token, POS_PREFIX);
}

bool is_english_determiner(const struct bilingual *bilingual, uint32_t token)
{
    const struct token *english = &bilingual->english->tokens[token];

    return lower_in_list(bilingual->lexicon, LIST_ENGLISH_ARTICLES, english) ||
           lower_in_list(bilingual->lexicon, LIST_ENGLISH_POSSESSIVES, english);
}

/* ---- rows ---- */

bool holds_value(const struct lexicon *lexicon, const struct pair_record *row, size_t count, struct slice text)
{
    for (size_t i = 0; i < count; i++)
        if (slice_equal(lexicon_text(lexicon, row[i].value), text))
            return true;
    return false;
}

/* ---- links ---- */

enum link_kind link_between(const struct bilingual *bilingual, uint32_t english, uint32_t german)
{
    const struct english_word *word = &bilingual->words[english];

    for (uint32_t i = 0; i < word->link_count; i++)
        if (bilingual->links[word->first_link + i].german == german)
            return bilingual->links[word->first_link + i].kind;
    return LINK_NONE;
}

/* English words of sense that have a link to the German token. */
static uint32_t count_english_of(const struct bilingual *bilingual, uint32_t near, uint32_t german)
{
    uint32_t count = 0;

    for (uint32_t i = near > 1 ? near - 2 : 0; i < bilingual->english->token_count && i <= near + 2; i++)
        count += link_between(bilingual, i, german) > LINK_AKIN;
    return count;
}

/* The word stands for a part of a German compound that has another, or of a word that no dictionary knows. */
static bool is_of_larger_word(const struct check_run *run, uint32_t english)
{
    const struct bilingual *bilingual = run->doc->bilingual;
    const struct english_word *word = &bilingual->words[english];

    if (word->best == NO_ID || (word->best_kind != LINK_PART && word->best_kind != LINK_COGNATE))
        return false;
    const struct token *german = &run->doc->tokens[word->best];

    if (german->analysis.reading_count == 0)
        return german->span.end - german->span.start >= english_text(bilingual, english).len + 4;
    return word->best_kind == LINK_PART &&
           german->analysis.part_count > count_english_of(bilingual, english, word->best);
}

bool may_hide_in_compound(const struct check_run *run, uint32_t english)
{
    const struct document *doc = run->doc->bilingual->english;

    return (english > 0 && doc->tokens[english - 1].kind == TOKEN_WORD && is_of_larger_word(run, english - 1)) ||
           (english + 1 < doc->token_count && doc->tokens[english + 1].kind == TOKEN_WORD &&
            is_of_larger_word(run, english + 1));
}

bool can_compare_word(const struct check_run *run, uint32_t word)
{
    const struct bilingual *bilingual = run->doc->bilingual;
    uint32_t index = bilingual->words[word].passage;

    return index != NO_ID && (bilingual->words[word].flags & ENGLISH_NAME) == 0 &&
           is_translation(&bilingual->passages[index]) &&
           is_short_passage(bilingual, run->doc, &bilingual->passages[index]);
}

enum {
    VERB_WITHIN = 8, /* tokens from what is denied */
    NOUN_WITHIN = 4,
    SHORT_CLAUSE = 9 /* tokens: marked up to its end */
};

static bool is_read_on(const struct check_run *run, uint32_t token, uint32_t clause)
{
    const struct token *at = &run->doc->tokens[token];

    return at->clause == clause && (at->kind == TOKEN_WORD || at->kind == TOKEN_NUMBER);
}

struct span denied_span(const struct check_run *run, uint32_t from, uint32_t to, uint32_t first, uint32_t end)
{
    const struct token *tokens = run->doc->tokens;
    uint32_t clause = tokens[from].clause, opener = from, last;

    for (uint32_t i = from > first + VERB_WITHIN ? from - VERB_WITHIN : first; i < end && i <= to + VERB_WITHIN; i++) {
        if (tokens[i].clause != clause || !token_is_finite(&tokens[i]) || token_is(&tokens[i], POS_NOUN))
            continue;
        from = i < from ? i : from;
        to = i > to ? i : to;
        break;
    }
    while (opener > first && is_read_on(run, opener - 1, clause))
        opener--;
    if (opener < from && token_is(&tokens[opener], POS_SUBORDINATOR) && from - opener < VERB_WITHIN)
        from = opener;
    if (from > first && slice_equal(token_lower(&tokens[from - 1]), SLICE("sowohl")))
        from--;
    for (last = to; last + 1 < end && is_read_on(run, last + 1, clause);)
        last++;
    if (last - from < SHORT_CLAUSE)
        return tokens_span(run, from, last);
    for (uint32_t i = to; i < end && i <= to + NOUN_WITHIN && is_read_on(run, i, clause); i++)
        if (is_capitalised(&tokens[i])) {
            to = i;
            break;
        }
    return tokens_span(run, from, to);
}

/* "einer Stelle": an article before a noun that renders nothing. */
static bool is_article_of_free_noun(const struct check_run *run, uint32_t token, uint32_t end)
{
    return slice_starts(lower_at(run, token), SLICE("ein")) && token + 1 < end &&
           is_capitalised(&run->doc->tokens[token + 1]) && run->doc->bilingual->german[token + 1].linked == LINK_NONE;
}

void take_in_affirming(const struct check_run *run, uint32_t *from, uint32_t *to, uint32_t first, uint32_t end)
{
    uint32_t low = *from > first + VERB_WITHIN ? *from - VERB_WITHIN : first;
    uint32_t high = *to + VERB_WITHIN < end ? *to + VERB_WITHIN : end - 1;

    for (uint32_t i = low; i <= high; i++) {
        if (run->doc->bilingual->german[i].linked > LINK_AKIN ||
            !(in_list_lower(run, LIST_AFFIRMING_WORDS, i) || is_article_of_free_noun(run, i, end)))
            continue;
        *from = i < *from ? i : *from;
        *to = i > *to ? i : *to;
        return;
    }
}

bool english_in_list(const struct bilingual *bilingual, uint32_t token, const struct list_record *list)
{
    const struct english_record *record = bilingual->words[token].record;

    for (uint32_t i = 0; list != NULL && record != NULL && i < record->stem_count; i++)
        if (list_holds(bilingual->lexicon, list, english_stem(bilingual->lexicon, record, i)))
            return true;
    return false;
}
