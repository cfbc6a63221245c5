/* Marks words that must not be lost, and are: those of kept-english.tsv, in groups; kept-german.tsv has what may render
 * a group. */
#include "bilingual/word_comparison.h"

#include "bilingual/wording.h"
#include "checks/places.h"
#include "lexicon/analysis.h"

/* Letters of a prefix that says what a word of its own does: "Ex". */
#define LEAST_PREFIX 2

/* ---- what the German says ---- */

static bool is_in_group(const struct word_comparison *c, struct slice key, struct slice group)
{
    size_t count;
    const struct pair_record *row = pairs_of(c->bilingual->lexicon, c->german, key, &count);

    return holds_value(c->bilingual->lexicon, row, count, group);
}

static bool renders_group(const struct word_comparison *c, uint32_t token, struct slice group)
{
    struct slice keys[MOST_GERMAN_KEYS];
    size_t count = german_may_be(c->run, token, c->german) ? german_keys(c->run, token, keys) : 0;

    for (size_t i = 0; i < count; i++)
        if (is_in_group(c, keys[i], group))
            return true;
    return false;
}

/* "Schätzung" for "estimates": a noun that stands for another English word renders nothing else. */
static bool is_noun_of_another(const struct word_comparison *c, uint32_t german)
{
    const struct token *token = &c->run->doc->tokens[german];

    return token_is(token, POS_NOUN) && (token->flags & TOKEN_CAPITAL) != 0 &&
           c->bilingual->german[german].best != NO_ID && c->bilingual->german[german].best_kind == LINK_DICTIONARY &&
           token->analysis.part_count <= 1;
}

static bool is_group_rendered(const struct word_comparison *c, struct slice group)
{
    for (uint32_t i = c->german_first; i < c->german_end; i++)
        if (renders_group(c, i, group) && !is_noun_of_another(c, i))
            return true;
    return false;
}

/* The first of the adjectives before the noun, among which one is missing. */
static uint32_t first_attribute(const struct word_comparison *c, uint32_t german)
{
    const struct token *tokens = c->run->doc->tokens;

    while (german > c->german_first && token_is(&tokens[german - 1], POS_ADJECTIVE) &&
           !is_function_word(&tokens[german - 1]) && (tokens[german - 1].flags & TOKEN_CAPITAL) == 0)
        german--;
    return german;
}

/* "uneingeschränkte Teilnahme": the attribute has no English word, so that it may stand for the one at hand. */
static bool has_free_attribute(const struct word_comparison *c, uint32_t german)
{
    for (uint32_t i = first_attribute(c, german); i < german; i++)
        if (!is_german_linked(c, i))
            return true;
    return false;
}

/* One of the words has German: a guess ("almost" – "Meister"), and what Ding's phrases suggest, only where no other
 * word has that. */
static bool has_own_german(const struct word_comparison *c, uint32_t english, uint32_t words)
{
    for (uint32_t i = english; i < english + words; i++)
        for (uint32_t j = 0; j < c->bilingual->words[i].link_count; j++) {
            const struct link *link = &c->bilingual->links[c->bilingual->words[i].first_link + j];
            uint32_t other = c->bilingual->german[link->german].best;

            if (link->kind == LINK_LEARNED && token_is(&c->run->doc->tokens[link->german], POS_PREPOSITION))
                continue; /* "still" – "nach wie vor": kept-german.tsv knows the phrase */
            if (link->kind > LINK_LEARNED || other == NO_ID || other == i ||
                (link->kind == LINK_LEARNED && !is_simple(&c->run->doc->tokens[link->german]))) /* "Endboss" */
                return true;
        }
    return false;
}

/* ---- what is restricted ---- */

static bool is_article(const struct word_comparison *c, uint32_t token)
{
    const struct token *at = &c->bilingual->english->tokens[token];

    return slice_is(token_lower(at), "the") || lower_in_list(c->bilingual->lexicon, LIST_ENGLISH_POSSESSIVES, at);
}

/* "deputy" of "former deputy head": what is restricted stands behind it. */
static bool is_linked_attribute(const struct word_comparison *c, uint32_t token)
{
    const struct english_word *word = &c->bilingual->words[token];

    return token + 1 < c->english_end && word->best != NO_ID && is_english_content(c, token + 1) &&
           token_is(&c->run->doc->tokens[word->best], POS_ADJECTIVE) &&
           (c->run->doc->tokens[word->best].flags & TOKEN_CAPITAL) == 0;
}

/* "finance" before "minister", where the two are one compound. */
static bool is_first_part(const struct word_comparison *c, uint32_t english)
{
    const struct english_word *word = &c->bilingual->words[english], *next = word + 1;

    for (uint32_t i = 0; word->best == NO_ID && i < word->link_count; i++)
        if (next->best == c->bilingual->links[word->first_link + i].german)
            return true;
    return false;
}

/* The only German noun without a link: it stands for the only English one; NO_ID: none, or several. */
static uint32_t only_free_noun(const struct word_comparison *c)
{
    uint32_t found = NO_ID;

    for (uint32_t i = c->german_first; i < c->german_end; i++) {
        const struct token *token = &c->run->doc->tokens[i];

        if (is_german_linked(c, i) || !token_is(token, POS_NOUN) || (token->flags & TOKEN_CAPITAL) == 0 ||
            (token->flags & TOKEN_SENTENCE_START) != 0)
            continue;
        if (found != NO_ID)
            return NO_ID;
        found = i;
    }
    return found != NO_ID && is_simple(&c->run->doc->tokens[found]) ? found : NO_ID;
}

/* "only to people", "only in May": a preposition stands between. */
static bool is_preposition(const struct word_comparison *c, uint32_t english)
{
    const struct lexicon *lexicon = c->bilingual->lexicon;

    return !is_english_content(c, english) &&
           set_holds(c->bilingual->english->tokens[english].type->lower_listed,
                     table_number(lexicon, named_table(lexicon, TABLE_NAME_PREPOSITIONS)));
}

/* A noun or number; no verb, as behind "only to find". */
static bool names_thing(const struct word_comparison *c, uint32_t german)
{
    const struct token *token = &c->run->doc->tokens[german];

    return token->kind == TOKEN_NUMBER || (token_is(token, POS_NOUN) && (token->flags & TOKEN_CAPITAL) != 0);
}

/* A German verb, which a relative of the English one's translations is sure to stand for. */
static bool is_plain_verb(const struct word_comparison *c, uint32_t german)
{
    const struct token *token = &c->run->doc->tokens[german];

    return token_is(token, POS_VERB) && (token->flags & TOKEN_CAPITAL) == 0;
}

/* The German for the word of sense at the token; NO_ID: none, or too free. A noun is looked for behind its adjective,
 * any other word behind an article ("only the mayor"; "leading the president" is no attribute). */
static uint32_t german_behind(const struct word_comparison *c, uint32_t token, bool noun, bool person)
{
    if (!noun && token < c->english_end && slice_is(english_text(c->bilingual, token), ","))
        token++; /* "On average, patients wait" */
    bool phrase = !noun && token < c->english_end && is_preposition(c, token);

    token += phrase;
    if (!noun && token < c->english_end && is_article(c, token))
        token++;
    if (noun && token < c->english_end && is_linked_attribute(c, token))
        token++;
    while (noun && token + 1 < c->english_end && is_first_part(c, token))
        token++;
    if (token >= c->english_end || !is_english_content(c, token))
        return NO_ID;
    const struct english_word *word = &c->bilingual->words[token];

    if (person && word->link_count == 0)
        return only_free_noun(c);
    if (word->best == NO_ID || word->best < c->german_first || word->best >= c->german_end)
        return NO_ID;
    enum link_kind least = !noun && is_plain_verb(c, word->best) ? LINK_FAMILY : LINK_COGNATE;

    return word->best_kind >= least && (!phrase || names_thing(c, word->best)) ? word->best : NO_ID;
}

/* The German verb for the last word of sense before "fell again", "landed safely"; NO_ID: none that is sure. */
static uint32_t verb_before(const struct word_comparison *c, uint32_t english)
{
    const struct english_word *word = &c->bilingual->words[english > c->english_first ? english - 1 : english];

    return english > c->english_first && is_english_content(c, english - 1) && word->best != NO_ID &&
                   word->best_kind >= LINK_FAMILY && word->best >= c->german_first && word->best < c->german_end &&
                   is_plain_verb(c, word->best)
               ? word->best
               : NO_ID;
}

/* A simple word, or a compound that is in whole what Ding has for the English one: "Schatzmeister". */
static bool is_whole(const struct word_comparison *c, uint32_t german)
{
    uint32_t words = 0; /* that share it: "finance minister" */

    for (uint32_t i = c->english_first; i < c->english_end; i++)
        words += link_between(c->bilingual, i, german) >= LINK_FAMILY;
    if (words >= 2 && words >= c->run->doc->tokens[german].analysis.part_count)
        return true;
    return is_simple(&c->run->doc->tokens[german]) || c->bilingual->german[german].best_kind == LINK_DICTIONARY;
}

/* "minister" is spelled as its German, and no name. */
static bool is_for_name(const struct word_comparison *c, uint32_t german)
{
    uint32_t english = c->bilingual->german[german].best;

    return c->bilingual->german[german].best_kind > LINK_DICTIONARY && english != NO_ID &&
           ((c->bilingual->words[english].flags & ENGLISH_NAME) != 0 ||
            (c->bilingual->english->tokens[english].flags & TOKEN_CAPITAL) != 0);
}

/* An English word at hand with one of the groups of its row, and what it restricts as such. */
struct kept {
    uint32_t english, words;
    struct slice group, kind;
};

/* "up to" restricts numbers: "stepping up to offer"; "last" a noun: "at long last conquered". */
static bool restricts(const struct word_comparison *c, struct slice kind, uint32_t german)
{
    const struct token *token = &c->run->doc->tokens[german];
    bool number = token_is_number(token);

    if (slice_is(kind, "figure"))
        return token->kind == TOKEN_NUMBER;
    if (slice_is(kind, "number"))
        return number;
    if (slice_is(kind, "verb") || slice_is(kind, "after"))
        return is_plain_verb(c, german);
    if (slice_is(kind, "noun"))
        return is_whole(c, german) && !is_for_name(c, german) && token_is(token, POS_NOUN) &&
               (token->flags & TOKEN_CAPITAL) != 0;
    return number || is_whole(c, german) || (token_is(token, POS_VERB) && (token->flags & TOKEN_CAPITAL) == 0);
}

/* ---- words that are kept otherwise ---- */

/* "Eastern Orthodox", "Former Soviet Union". */
static bool is_in_name(const struct word_comparison *c, uint32_t english)
{
    return (c->bilingual->english->tokens[english].flags & (TOKEN_CAPITAL | TOKEN_SENTENCE_START)) == TOKEN_CAPITAL;
}

/* "half of", "brother of": a noun with its article behind it. */
static bool ends_in_of(const struct word_comparison *c, uint32_t end)
{
    return slice_is(lower_english(c->bilingual, end - 1), "of");
}

/* "from 15 up to 150" says where it ends, and no more. */
static bool is_end_of_range(const struct word_comparison *c, uint32_t english)
{
    if (!slice_is(english_text(c->bilingual, english), "up"))
        return false;
    for (uint32_t i = english; i > c->english_first; i--)
        if (slice_is(lower_english(c->bilingual, i - 1), "from"))
            return true;
    return false;
}

/* "former", "alleged": said of persons, whose German hardly has it in a compound without link. */
static bool is_of_person(const struct kept *kept)
{
    return slice_is(kept->group, "former") || slice_is(kept->group, "alleged");
}

/* "half" of "two and a half": numbers.c asks for it. */
static bool is_part_of_number(const struct word_comparison *c, uint32_t english)
{
    return english > c->english_first + 1 && slice_is(lower_english(c->bilingual, english - 1), "a") &&
           slice_is(lower_english(c->bilingual, english - 2), "and");
}

/* ---- marks ---- */

/* The word that has lost another, with what stands before it; of an adverb ("unanimously") the whole predicate. */
static struct span place_of_kept(const struct word_comparison *c, uint32_t english, uint32_t german)
{
    if (slice_ends(lower_english(c->bilingual, english), SLICE("ly")) &&
        token_is(&c->run->doc->tokens[german], POS_VERB))
        return denied_span(c->run, german, german, c->german_first, c->german_end);
    return tokens_span(c->run, first_attribute(c, german), german);
}

/* A row of renderings.tsv for the English word does not exist, or has the German one. */
static bool may_render(const struct word_comparison *c, uint32_t english, struct slice german)
{
    const struct lexicon *lexicon = c->bilingual->lexicon;
    size_t count;
    const struct pair_record *row =
        english_pairs(c->bilingual, english, named_table(lexicon, TABLE_RENDERINGS), &count);

    return row == NULL || holds_value(lexicon, row, count, german);
}

/* "Nordschweden" for "northern Sweden", "Exminister": the word that has lost another begins with its German. */
static bool begins_with_kept(const struct word_comparison *c, const struct kept *kept, uint32_t german)
{
    struct slice word = text_at(c->run, german), lower = lower_at(c->run, german);

    for (size_t length = LEAST_PREFIX; length + LEAST_PREFIX < word.len && length <= lower.len; length++) {
        struct slice prefix = { word.at, length };

        if (is_in_group(c, prefix, kept->group) || is_in_group(c, (struct slice){ lower.at, length }, kept->group))
            return may_render(c, kept->english, prefix);
    }
    return false;
}

/* "and is designed, again, to": an aside of the speaker. */
static bool is_aside(const struct word_comparison *c, uint32_t english)
{
    return english > c->english_first && english + 1 < c->english_end &&
           slice_is(english_text(c->bilingual, english - 1), ",") &&
           slice_is(english_text(c->bilingual, english + 1), ",");
}

/* Nothing more than the words that stand there asks for the kept one: "Eastern Orthodox", "two and a half", "not only",
 * "can only welcome". */
static bool is_bound(const struct word_comparison *c, uint32_t english)
{
    return is_in_name(c, english) || is_part_of_number(c, english) || is_aside(c, english) ||
           (english > c->english_first && (is_english_negation(&c->negations, english - 1) ||
                                           slice_is(lower_english(c->bilingual, english - 1), "can")));
}

/* The German that has lost the kept word; NO_ID: it stands there, or nothing is sure. */
static uint32_t loser_of(const struct word_comparison *c, const struct kept *kept)
{
    if ((c->only_persons && !is_of_person(kept)) || (c->only_adverbs && !slice_is(kept->kind, "any")))
        return NO_ID;
    uint32_t behind = kept->english + kept->words;
    uint32_t german =
        slice_is(kept->kind, "after")
            ? verb_before(c, kept->english)
            : german_behind(c, behind, slice_is(kept->kind, "noun") && !ends_in_of(c, behind), is_of_person(kept));

    return german != NO_ID && restricts(c, kept->kind, german) && !has_free_attribute(c, german) &&
                   !begins_with_kept(c, kept, german) && !is_group_rendered(c, kept->group)
               ? german
               : NO_ID;
}

static void mark_loser(const struct word_comparison *c, const struct kept *kept, uint32_t german, bool sure)
{
    struct issue *issue = mark_place(c, "bilingual/omission", place_of_kept(c, kept->english, german),
                                     english_between(c->bilingual, kept->english, kept->english + kept->words - 1));

    if (issue != NULL && !sure)
        issue->confidence = UNSURE;
}

void check_kept_words(const struct word_comparison *c)
{
    const struct lexicon *lexicon = c->bilingual->lexicon;
    struct kept kept;
    size_t count;

    for (uint32_t i = c->english_first; i < c->english_end; i += kept.words) {
        const struct pair_record *row = english_row(c->run, c->english, i, c->english_end, &count, &kept.words);

        kept.english = i;
        if (row == NULL)
            kept.words = 1;
        if (row == NULL || is_bound(c, i) || has_own_german(c, i, kept.words) || is_end_of_range(c, i))
            continue;
        for (size_t j = 0; j + 1 < count; j += 2) {
            kept.group = lexicon_text(lexicon, row[j].value);
            kept.kind = lexicon_text(lexicon, row[j + 1].value);
            uint32_t german = loser_of(c, &kept);

            if (german == NO_ID)
                continue;
            mark_loser(c, &kept, german, !holds_value(lexicon, row, count, SLICE("unsure")));
            return;
        }
    }
}
