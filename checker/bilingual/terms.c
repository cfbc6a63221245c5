/* Marks a term that the German renders otherwise than elsewhere in the document: "heat pump" – "Wärmepumpe", then
 * "Hitzepumpe". Terms are two English nouns side by side; both renderings must hold the German for both of them, so
 * that a shorter word ("die Pumpe"), a pronoun or a free rendering is none. */
#include "bilingual/wording.h"
#include "checks/places.h"
#include "lexicon/analysis.h"
#include "text/unicode.h"

/* An article has no more terms that come back; each is compared with all before it. */
enum { MOST_TERMS = 256 };

struct term {
    struct slice first, second; /* English words, lower case, the second without its plural s */
    uint32_t german;            /* the token that stands for it */
    struct slice lemma;
    bool known; /* Ding has the German for the two words together */
};

struct terms {
    const struct check_run *run;
    const struct bilingual *bilingual;
    struct term items[MOST_TERMS];
    size_t count;
};

static struct slice lower_stem(const struct terms *t, uint32_t token)
{
    const struct english_record *record = t->bilingual->words[token].record;

    if (record != NULL && record->stem_count > 0)
        return english_stem(t->bilingual->lexicon, record, record->stem_count - 1);
    return lower_english(t->bilingual, token);
}

static bool is_term_word(const struct terms *t, uint32_t token)
{
    const struct english_word *word = &t->bilingual->words[token];

    return (word->flags & (ENGLISH_CONTENT | ENGLISH_NAME)) == ENGLISH_CONTENT && word->record != NULL;
}

/* A German compound noun that both words are linked to, each by a part; NO_ID: none, or several. */
static uint32_t compound_for(const struct terms *t, uint32_t token)
{
    const struct english_word *word = &t->bilingual->words[token];
    uint32_t found = NO_ID;

    for (uint32_t i = 0; i < word->link_count; i++) {
        uint32_t german = t->bilingual->links[word->first_link + i].german;
        const struct token *at = &t->run->doc->tokens[german];

        if (at->kind != TOKEN_WORD || (at->flags & (TOKEN_CAPITAL | TOKEN_HYPHEN)) != TOKEN_CAPITAL ||
            t->bilingual->german[german].passage != word->passage ||
            link_between(t->bilingual, token + 1, german) == LINK_NONE || !token_is(at, POS_NOUN))
            continue;
        if (found != NO_ID)
            return NO_ID;
        found = german;
    }
    return found;
}

/* The compound as it stands in dictionaries: its own form, without the ending of its head. */
static struct slice lemma_of(const struct terms *t, uint32_t german)
{
    const struct token *at = &t->run->doc->tokens[german];
    struct slice text = token_text(t->run->doc, at);

    if (at->analysis.part_count > 1) {
        const struct compound_part *head = &token_parts(t->run->doc, at)[at->analysis.part_count - 1];
        struct slice stem = slice_between(text.at, text.at + (head->span.start - at->span.start));

        return head->lemma == NO_ID ? text
                                    : arena_print(t->run->issues->arena, "%.*s|%.*s", (int)stem.len, stem.at,
                                                  (int)lemma_text(t->bilingual->lexicon, head->lemma).len,
                                                  lemma_text(t->bilingual->lexicon, head->lemma).at);
    }
    return at->analysis.reading_count > 0 ? lemma_text(t->bilingual->lexicon, at->analysis.readings[0].lemma) : text;
}

static bool same_term(const struct term *a, const struct term *b)
{
    return slice_equal(a->first, b->first) && slice_equal(a->second, b->second);
}

/* Words of the same head and beginning differ in inflection or a linking s alone. */
static bool same_rendering(const struct terms *t, const struct term *a, const struct term *b)
{
    struct slice left = token_lower(&t->run->doc->tokens[a->german]);
    struct slice right = token_lower(&t->run->doc->tokens[b->german]);
    size_t shorter = left.len < right.len ? left.len : right.len, shared = 0;

    while (shared < shorter && left.at[shared] == right.at[shared])
        shared++;
    return slice_equal(a->lemma, b->lemma) || shared + 3 >= shorter;
}

static void report_term(const struct terms *t, const struct term *wrong, const struct term *right)
{
    const struct token *at = &t->run->doc->tokens[wrong->german];
    struct issue *issue =
        report_with_source(t->run, "bilingual/term", at->span, t->run->doc->sentences[at->sentence].source);
    struct slice other = text_at(t->run, right->german);

    if (issue == NULL)
        return;
    issue->message[LANGUAGE_DE] =
        arena_print(t->run->issues->arena, "„%.*s %.*s“ heißt in diesem Text sonst „%.*s“.", (int)right->first.len,
                    right->first.at, (int)right->second.len, right->second.at, (int)other.len, other.at);
    issue->message[LANGUAGE_EN] =
        arena_print(t->run->issues->arena, "“%.*s %.*s” is “%.*s” elsewhere in this text.", (int)right->first.len,
                    right->first.at, (int)right->second.len, right->second.at, (int)other.len, other.at);
}

/* Compares with the term's first rendering: the one that Ding has is right, else the first. */
static void compare(struct terms *t, const struct term *term)
{
    for (size_t i = 0; i < t->count; i++) {
        struct term *before = &t->items[i];

        if (!same_term(before, term))
            continue;
        if (same_rendering(t, before, term) || (before->known && term->known))
            return;
        if (term->known) {
            report_term(t, before, term);
            *before = *term;
        } else {
            report_term(t, term, before);
        }
        return;
    }
    if (t->count < MOST_TERMS)
        t->items[t->count++] = *term;
}

/* Ding's German for the two words together is this word. */
static bool is_known(const struct terms *t, uint32_t token, uint32_t german)
{
    char room[96];
    struct slice first = lower_stem(t, token), second = lower_stem(t, token + 1);
    const struct translation_record *row;
    struct slice keys[MOST_GERMAN_KEYS];
    size_t count = german_keys(t->run, german, keys);

    if (first.len + second.len + 1 > sizeof room)
        return false;
    memcpy(room, first.at, first.len);
    room[first.len] = ' ';
    memcpy(room + first.len + 1, second.at, second.len);
    row = translation_of(t->bilingual->lexicon, (struct slice){ room, first.len + 1 + second.len });
    for (uint32_t i = 0; row != NULL && i < row->count; i++) {
        struct slice lemma =
            lemma_text(t->bilingual->lexicon, t->bilingual->lexicon->translation_words[row->first + i].lemma);

        for (size_t j = 0; j < count; j++)
            if (slice_equal(keys[j], lemma))
                return true;
    }
    return false;
}

/* ---- renderings without a link ---- */

static const struct term *seen_before(const struct terms *t, const struct term *term)
{
    for (size_t i = 0; i < t->count; i++)
        if (same_term(&t->items[i], term))
            return &t->items[i];
    return NULL;
}

/* The head of a compound, or the whole word. */
static struct slice head_of(const struct terms *t, uint32_t german)
{
    struct slice keys[MOST_GERMAN_KEYS];
    const struct token *at = &t->run->doc->tokens[german];
    uint32_t count = at->analysis.part_count;

    if (count > 1 && token_parts(t->run->doc, at)[count - 1].lemma != NO_ID)
        return lemma_text(t->bilingual->lexicon, token_parts(t->run->doc, at)[count - 1].lemma);
    return german_keys(t->run, german, keys) > 0 ? keys[0] : (struct slice){ 0 };
}

/* The only compound noun of the passage that nothing in the English answers to as a whole; NO_ID: none, or several, or
 * the passage has the known rendering or its head. */
static uint32_t stray_compound(const struct terms *t, const struct term *before, uint32_t english)
{
    uint32_t first, end, found = NO_ID, passage = t->bilingual->words[english].passage;
    struct slice head = head_of(t, before->german);

    if (passage == NO_ID || !is_sentence_pair(&t->bilingual->passages[passage]))
        return NO_ID;
    passage_german(t->run->doc, &t->bilingual->passages[passage], &first, &end);
    for (uint32_t i = first; i < end; i++) {
        const struct token *at = &t->run->doc->tokens[i];

        if (at->kind != TOKEN_WORD || (at->flags & TOKEN_CAPITAL) == 0)
            continue;
        if (slice_equal(head_of(t, i), head))
            return NO_ID;
        if (t->bilingual->german[i].linked >= LINK_DICTIONARY || at->analysis.part_count < 2)
            continue;
        if (found != NO_ID)
            return NO_ID;
        found = i;
    }
    return found;
}

/* A term that had its German before, and has none here but a compound of the program's own. */
static void check_stray(const struct terms *t, uint32_t english)
{
    const struct term here = { .first = lower_stem(t, english), .second = lower_stem(t, english + 1) };
    const struct term *before = seen_before(t, &here);
    uint32_t german = before == NULL || !before->known ? NO_ID : stray_compound(t, before, english);

    if (german == NO_ID)
        return;
    const struct term stray = { here.first, here.second, german, lemma_of(t, german), false };

    report_term(t, &stray, before);
}

void check_terms(const struct check_run *run)
{
    struct terms *t = arena_room(run->issues->arena, sizeof *t); /* its items are written before they are read */

    t->run = run;
    t->bilingual = run->doc->bilingual;
    t->count = 0;
    for (uint32_t i = 0; t->bilingual->is_english && i + 1 < t->bilingual->english->token_count; i++) {
        uint32_t german;

        if (!is_term_word(t, i) || !is_term_word(t, i + 1) ||
            t->bilingual->english->tokens[i].sentence != t->bilingual->english->tokens[i + 1].sentence)
            continue;
        german = compound_for(t, i);
        if (german == NO_ID) {
            check_stray(t, i);
            continue;
        }
        const struct term term = { lower_stem(t, i), lower_stem(t, i + 1), german, lemma_of(t, german),
                                   is_known(t, i, german) };

        compare(t, &term);
    }
}
