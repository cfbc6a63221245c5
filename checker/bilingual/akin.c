/* Links for words that have none of their own: a German synonym of a translation, a translation of an English relative,
 * the head of a translation ("retailer" – "Händler").
 *
 * Such evidence is weak, each word has many relatives. So it is asked only of words that nothing better accounts for,
 * on both sides of a passage, and makes the weakest kind of link. */
#include "bilingual/akin.h"

#include "bilingual/wording.h"
#include "lexicon/analysis.h"

enum {
    MOST_CANDIDATES = 24, /* German words without a link; a passage of more is no translation */
    MOST_LEMMAS = 8,      /* of one German word */
    MOST_GROUPS = 32,     /* of synonyms that one German word stands in */
    COMMONEST = 12,       /* translations of a word that are asked: the later ones are far off */
    LEAST_HEAD = 5,       /* letters that a translation and its head have in common */
    LEAST_BASE = 4,       /* letters of a word without its ending */
    WORD_ROOM = 48,       /* bytes */
    GROUP_WORDS = 16,     /* of 64 bits, in the set of the candidates' groups */
};

/* A German word without a link. */
struct candidate {
    uint32_t token;
    uint32_t lemmas[MOST_LEMMAS];
    uint32_t groups[MOST_GROUPS];
    size_t lemma_count, group_count;
    struct slice head; /* the word, or the last part of a compound, as in the dictionary; may be empty */
};

struct passage_words {
    const struct bilingual *bilingual;
    const struct document *doc;
    struct candidate candidates[MOST_CANDIDATES];
    size_t count;
    uint64_t lemma_bits;              /* of the candidates: lemma_bit */
    uint64_t group_bits[GROUP_WORDS]; /* of the groups that they stand in */
    uint64_t ending_bits;             /* of their heads */
    struct link_row *links;
    uint32_t english; /* the word at hand */
};

static bool has_group(const struct passage_words *words, uint32_t group)
{
    return (words->group_bits[group / 64 % GROUP_WORDS] >> group % 64 & 1) != 0;
}

/* The last three bytes of a word, which it shares with its head; as one of 64 bits, which others have as well. */
static uint64_t ending_bit(struct slice word)
{
    uint32_t last[3] = { (unsigned char)word.at[word.len - 3], (unsigned char)word.at[word.len - 2],
                         (unsigned char)word.at[word.len - 1] };

    return (uint64_t)1 << ((last[0] | last[1] << 8 | last[2] << 16) * 0x9e3779b1u >> 26);
}

/* ---- German words ---- */

static bool has_lemma(const struct candidate *candidate, uint32_t lemma)
{
    for (size_t i = 0; i < candidate->lemma_count; i++)
        if (candidate->lemmas[i] == lemma)
            return true;
    return false;
}

static void add_lemma(struct candidate *candidate, uint32_t lemma)
{
    if (lemma != NO_ID && candidate->lemma_count < MOST_LEMMAS && !has_lemma(candidate, lemma))
        candidate->lemmas[candidate->lemma_count++] = lemma;
}

static void add_groups(const struct passage_words *words, struct candidate *candidate)
{
    for (size_t i = 0; i < candidate->lemma_count; i++) {
        size_t count;
        const struct synonym_record *records = synonyms_of(words->bilingual->lexicon, candidate->lemmas[i], &count);

        for (size_t j = 0; j < count && candidate->group_count < MOST_GROUPS; j++)
            candidate->groups[candidate->group_count++] = records[j].group;
    }
}

static void sign_candidate(struct passage_words *words, const struct candidate *candidate)
{
    for (size_t i = 0; i < candidate->lemma_count; i++)
        words->lemma_bits |= lemma_bit(candidate->lemmas[i]);
    for (size_t i = 0; i < candidate->group_count; i++)
        words->group_bits[candidate->groups[i] / 64 % GROUP_WORDS] |= (uint64_t)1 << candidate->groups[i] % 64;
    if (candidate->head.len >= LEAST_HEAD)
        words->ending_bits |= ending_bit(candidate->head);
}

static void add_candidate(struct passage_words *words, uint32_t at)
{
    const struct token *token = &words->doc->tokens[at];
    const struct token_analysis *analysis = &token->analysis;
    struct candidate *candidate;

    if (token->kind != TOKEN_WORD || words->count == MOST_CANDIDATES)
        return;
    candidate = &words->candidates[words->count++];
    candidate->token = at;
    candidate->lemma_count = candidate->group_count = 0;
    candidate->head = (struct slice){ 0 };
    add_lemma(candidate, analysis->joined);
    for (uint16_t i = 0; i < analysis->reading_count; i++)
        add_lemma(candidate, analysis->readings[i].lemma);
    if (analysis->part_count > 1)
        add_lemma(candidate, token_parts(words->doc, token)[analysis->part_count - 1].lemma);
    if (candidate->lemma_count > 0)
        candidate->head = lemma_text(words->bilingual->lexicon, candidate->lemmas[candidate->lemma_count - 1]);
    add_groups(words, candidate);
    sign_candidate(words, candidate);
}

/* ---- comparing ---- */

static bool stands_in(const struct candidate *candidate, const struct synonym_record *records, size_t count)
{
    for (size_t i = 0; i < candidate->group_count; i++)
        for (size_t j = 0; j < count; j++)
            if (candidate->groups[i] == records[j].group)
                return true;
    return false;
}

/* "Händler" of "Einzelhändler"; the first letter may be a capital where it stands alone. */
static bool is_head_of(struct slice head, struct slice word)
{
    return head.len >= LEAST_HEAD && word.len > head.len + 1 &&
           memcmp(word.at + word.len - head.len + 1, head.at + 1, head.len - 1) == 0 &&
           (word.at[word.len - head.len] | 0x20) == (*head.at | 0x20);
}

static void add_link(struct passage_words *words, uint32_t german)
{
    struct link_row *links = words->links;

    for (size_t i = words->bilingual->words[words->english].first_link; i < links->count; i++)
        if (links->items[i].german == german)
            return;
    append_link(links, (struct link){ words->english, german, LINK_AKIN, UINT16_MAX });
}

/* False when the bits say that no candidate is akin to the lemma. */
static bool may_be_akin(const struct passage_words *words, uint32_t lemma, struct slice text,
                        const struct synonym_record *records, size_t count)
{
    if ((words->lemma_bits & lemma_bit(lemma)) != 0 ||
        (text.len > LEAST_HEAD && (words->ending_bits & ending_bit(text)) != 0))
        return true;
    for (size_t i = 0; i < count; i++)
        if (has_group(words, records[i].group))
            return true;
    return false;
}

/* Links the English word to all candidates that are akin to the lemma. */
static void compare(struct passage_words *words, uint32_t lemma)
{
    size_t count;
    const struct synonym_record *records = synonyms_of(words->bilingual->lexicon, lemma, &count);
    struct slice text = lemma_text(words->bilingual->lexicon, lemma);

    if (!may_be_akin(words, lemma, text, records, count))
        return;
    for (size_t i = 0; i < words->count; i++) {
        const struct candidate *candidate = &words->candidates[i];

        if (has_lemma(candidate, lemma) || stands_in(candidate, records, count) || is_head_of(candidate->head, text))
            add_link(words, candidate->token);
    }
}

static void compare_translations(struct passage_words *words, const struct english_record *record)
{
    const struct lexicon *lexicon = words->bilingual->lexicon;

    for (uint32_t i = 0; record != NULL && i < record->stem_count; i++) {
        const struct translation_record *row = stem_translation(lexicon, record, i);
        size_t count;
        const struct learned_pair *pairs =
            learned_pairs_of(lexicon, lexicon->english_stems[record->first_stem + i], &count);

        for (uint32_t j = 0; row != NULL && j < row->count && j < COMMONEST; j++)
            compare(words, lexicon->translation_words[row->first + j].lemma);
        for (size_t j = 0; j < count && j < COMMONEST; j++)
            compare(words, pairs[j].lemma);
    }
}

/* ---- English relatives ---- */

static const char *const endings[] = { "ment", "ation", "ition", "ion", "al", "er",  "or",  "ing", "ance", "ence",
                                       "ness", "ity",   "ive",   "ed",  "ly", "ist", "ism", "y",   "e" };

/* The base with each ending, and without any: "approv" is "approve", "approval" … */
static void compare_family(struct passage_words *words, struct slice base)
{
    const struct lexicon *lexicon = words->bilingual->lexicon;
    char room[WORD_ROOM];

    if (base.len < LEAST_BASE || base.len + 8 > sizeof room)
        return;
    compare_translations(words, english_word(lexicon, base));
    memcpy(room, base.at, base.len);
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t length = strlen(endings[i]);

        memcpy(room + base.len, endings[i], length);
        compare_translations(words, english_word(lexicon, (struct slice){ room, base.len + length }));
    }
}

/* Its own translations; where they have nothing, those of its relatives, by each ending that it may have. */
static void link_word(struct passage_words *words)
{
    const struct lexicon *lexicon = words->bilingual->lexicon;
    const struct english_record *record = words->bilingual->words[words->english].record;
    size_t before = words->links->count;

    compare_translations(words, record);
    for (uint32_t i = 0; record != NULL && words->links->count == before && i < record->stem_count; i++) {
        struct slice stem = english_stem(lexicon, record, i);

        for (size_t j = 0; j < sizeof endings / sizeof *endings; j++)
            if (slice_ends(stem, slice_of(endings[j])))
                compare_family(words, (struct slice){ stem.at, stem.len - strlen(endings[j]) });
        compare_family(words, stem);
    }
}

/* The word's links are copied to the end, where more can be added. */
static void move_links(struct english_word *word, struct link_row *links)
{
    uint32_t first = word->first_link;

    word->first_link = (uint32_t)links->count;
    for (uint32_t i = 0; i < word->link_count; i++)
        append_link(links, links->items[first + i]);
}

void link_akin(struct bilingual *bilingual, const struct document *doc, const struct passage *passage,
               struct link_row *links)
{
    struct passage_words words; /* without its candidates, which are many and written before they are read */
    uint32_t first, end;

    words.bilingual = bilingual;
    words.doc = doc;
    words.links = links;
    words.count = 0;
    words.lemma_bits = words.ending_bits = 0;
    memset(words.group_bits, 0, sizeof words.group_bits);
    passage_german(doc, passage, &first, &end);
    for (uint32_t i = first; i < end; i++)
        if (bilingual->german[i].linked == LINK_NONE && !is_function_word(&doc->tokens[i]) &&
            !token_is(&doc->tokens[i], POS_PREFIX))
            add_candidate(&words, i);
    passage_english(bilingual, passage, &first, &end);
    for (uint32_t i = first; words.count > 0 && i < end; i++) {
        struct english_word *word = &bilingual->words[i];

        if ((word->flags & (ENGLISH_CONTENT | ENGLISH_NAME)) != ENGLISH_CONTENT || word->best != NO_ID)
            continue;
        words.english = i;
        move_links(word, links);
        link_word(&words);
        word->link_count = (uint32_t)links->count - word->first_link;
        sort_links(links, word->first_link);
    }
}
