#include "bilingual/bilingual.h"

#include "bilingual/akin.h"
#include "bilingual/alignment.h"
#include "bilingual/german_index.h"
#include "bilingual/links.h"
#include "bilingual/source.h"

/* What the reading of a document needs; scratch lives as long as it. */
struct reader {
    struct bilingual *bilingual;
    struct document *doc;
    struct arena scratch;
    struct german_index *index;
    struct link_row links;
    size_t passage_capacity;
};

/* ---- tokens of sentences ---- */

/* The tokens of count sentences from first on. */
static void sentence_tokens(const struct document *doc, uint32_t first, uint32_t count, uint32_t *start, uint32_t *end)
{
    *start = *end = 0;
    if (count == 0)
        return;
    const struct sentence *last = &doc->sentences[first + count - 1];

    *start = doc->sentences[first].first_token;
    *end = last->first_token + last->token_count;
}

void passage_english(const struct bilingual *bilingual, const struct passage *passage, uint32_t *first, uint32_t *end)
{
    sentence_tokens(bilingual->english, passage->english, passage->english_count, first, end);
}

void passage_german(const struct document *doc, const struct passage *passage, uint32_t *first, uint32_t *end)
{
    sentence_tokens(doc, passage->german, passage->german_count, first, end);
}

bool is_short_passage(const struct bilingual *bilingual, const struct document *doc, const struct passage *passage)
{
    uint32_t first, end, german_first, german_end;

    passage_english(bilingual, passage, &first, &end);
    passage_german(doc, passage, &german_first, &german_end);
    return end - first <= LONGEST_PASSAGE && german_end - german_first <= LONGEST_PASSAGE;
}

struct slice passage_source(const struct bilingual *bilingual, const struct passage *passage)
{
    const struct document *english = bilingual->english;

    if (passage->english_count == 0)
        return (struct slice){ 0 };
    return text_of(english, (struct span){
                                english->sentences[passage->english].span.start,
                                english->sentences[passage->english + passage->english_count - 1].span.end,
                            });
}

struct slice english_between(const struct bilingual *bilingual, uint32_t first, uint32_t last)
{
    const struct token *tokens = bilingual->english->tokens;

    return text_of(bilingual->english, (struct span){ tokens[first].span.start, tokens[last].span.end });
}

/* ---- words ---- */

bool is_lower_form(struct slice text, struct slice lower)
{
    if (text.len != lower.len)
        return false;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i] >= 'A' && text.at[i] <= 'Z' ? (char)(text.at[i] - 'A' + 'a') : text.at[i];

        if (c != lower.at[i])
            return false;
    }
    return true;
}

struct slice without_english_genitive(struct slice word)
{
    if (slice_ends(word, SLICE("'s")))
        word.len -= SLICE("'s").len;
    else if (slice_ends(word, SLICE("’s")))
        word.len -= SLICE("’s").len;
    return word;
}

bool english_is(const struct bilingual *bilingual, uint32_t token, struct slice word)
{
    const struct english_record *record = bilingual->words[token].record;

    if (!may_hold_spelling(&bilingual->english->tokens[token].type->spellings, word))
        return false;
    for (uint32_t i = 0; record != NULL && i < record->stem_count; i++)
        if (slice_equal(english_stem(bilingual->lexicon, record, i), word))
            return true;
    return is_lower_form(english_text(bilingual, token), word);
}

/* The word, or one that it can be a form of, has the listing. */
static bool has_listing(const struct word_type *type, uint32_t number)
{
    return set_holds(type->lemmas_listed, number) || set_holds(type->listed, number);
}

bool english_may_be(const struct bilingual *bilingual, uint32_t token, const struct list_record *table)
{
    return has_listing(bilingual->english->tokens[token].type, table_number(bilingual->lexicon, table));
}

bool english_may_begin(const struct bilingual *bilingual, uint32_t token, const struct list_record *table)
{
    return has_listing(bilingual->english->tokens[token].type, first_word_number(bilingual->lexicon, table));
}

const struct pair_record *pairs_of_english_type(const struct lexicon *lexicon, const struct word_type *type,
                                                const struct list_record *table, size_t *count)
{
    const struct english_record *record = type->english;
    const struct pair_record *pairs = NULL;

    *count = 0;
    if (table == NULL || !has_listing(type, table_number(lexicon, table)))
        return NULL;
    if (record == NULL) /* "self-conscious": the dictionary has it in parts */
        return pairs_of(lexicon, table, type->text, count);
    pairs = pairs_of(lexicon, table, lexicon_text(lexicon, record->text), count);
    for (uint32_t i = 0; pairs == NULL && i < record->stem_count; i++)
        pairs = pairs_of(lexicon, table, english_stem(lexicon, record, i), count);
    return pairs;
}

const struct pair_record *english_pairs(const struct bilingual *bilingual, uint32_t token,
                                        const struct list_record *table, size_t *count)
{
    return pairs_of_english_type(bilingual->lexicon, bilingual->english->tokens[token].type, table, count);
}

/* ---- paragraphs ---- */

static uint32_t *segment_lengths(struct arena *arena, const struct document *doc)
{
    uint32_t *lengths = arena_array(arena, doc->segment_count + 1, sizeof *lengths);

    for (size_t i = 0; i < doc->segment_count; i++)
        lengths[i] = doc->segments[i].span.end - doc->segments[i].span.start;
    return lengths;
}

static uint32_t segment_of(const struct document *doc, uint32_t token)
{
    return doc->sentences[doc->tokens[token].sentence].segment;
}

/* Rare words, names and numbers tie paragraphs together. */
static struct vote *paragraph_votes(struct reader *reader, size_t *count)
{
    struct bilingual *bilingual = reader->bilingual;
    struct link_row links = { .arena = &reader->scratch };
    struct vote *votes;

    german_index_fill(reader->index, 0, (uint32_t)reader->doc->token_count);
    for (uint32_t i = 0; i < bilingual->english->token_count; i++)
        find_links(bilingual, reader->index, i, true, &links);
    votes = arena_array(&reader->scratch, links.count + 1, sizeof *votes);
    for (size_t i = 0; i < links.count; i++)
        votes[i] = (struct vote){ links.items[i].english, segment_of(bilingual->english, links.items[i].english),
                                  segment_of(reader->doc, links.items[i].german) };
    *count = links.count;
    return votes;
}

static struct passage block_of(const struct reader *reader, const struct bead *bead)
{
    const struct document *english = reader->bilingual->english, *german = reader->doc;
    struct passage block = { 0 };

    for (uint32_t i = 0; i < bead->english_count; i++)
        block.english_count += english->segments[bead->english + i].sentence_count;
    for (uint32_t i = 0; i < bead->german_count; i++)
        block.german_count += german->segments[bead->german + i].sentence_count;
    if (bead->english_count > 0)
        block.english = english->segments[bead->english].first_sentence;
    if (bead->german_count > 0)
        block.german = german->segments[bead->german].first_sentence;
    return block;
}

/* The segments of a bead get its English, as far as it is one text. */
static void set_segment_sources(const struct reader *reader, const struct bead *bead)
{
    const struct document *english = reader->bilingual->english;

    for (uint32_t i = 0; bead->english_count > 0 && i < bead->german_count; i++)
        reader->doc->segments[bead->german + i].source =
            text_of(english, (struct span){ english->segments[bead->english].span.start,
                                            english->segments[bead->english + bead->english_count - 1].span.end });
}

static void align_paragraphs(struct reader *reader)
{
    struct bilingual *bilingual = reader->bilingual;
    const struct document *english = bilingual->english, *german = reader->doc;
    size_t vote_count, count;
    struct vote *votes = paragraph_votes(reader, &vote_count);
    struct bead *beads =
        align(&reader->scratch,
              (struct text_row){ segment_lengths(&reader->scratch, english), (uint32_t)english->segment_count },
              (struct text_row){ segment_lengths(&reader->scratch, german), (uint32_t)german->segment_count }, votes,
              vote_count, &count);

    bilingual->blocks = arena_array(&reader->doc->analysis, count + 1, sizeof *bilingual->blocks);
    for (size_t i = 0; i < count; i++) {
        bilingual->blocks[bilingual->block_count++] = block_of(reader, &beads[i]);
        set_segment_sources(reader, &beads[i]);
    }
}

/* Segment by segment, as they were given. */
static void pair_segments(struct reader *reader)
{
    struct bilingual *bilingual = reader->bilingual;

    bilingual->blocks = arena_array(&reader->doc->analysis, reader->doc->segment_count + 1, sizeof *bilingual->blocks);
    for (uint32_t i = 0; i < reader->doc->segment_count; i++) {
        const struct bead bead = { i, 1, i, 1 };

        if (bilingual->english->segments[i].sentence_count > 0)
            bilingual->blocks[bilingual->block_count++] = block_of(reader, &bead);
    }
}

/* ---- sentences ---- */

static uint32_t *sentence_lengths(struct arena *arena, const struct document *doc, uint32_t first, uint32_t count)
{
    uint32_t *lengths = arena_array(arena, count + 1, sizeof *lengths);

    for (uint32_t i = 0; i < count; i++)
        lengths[i] = doc->sentences[first + i].span.end - doc->sentences[first + i].span.start;
    return lengths;
}

static void count_word(struct bilingual *bilingual, uint32_t token, uint32_t index)
{
    struct english_word *word = &bilingual->words[token];
    const struct spelling_set *spellings = &bilingual->english->tokens[token].type->spellings;

    word->passage = index;
    for (size_t i = 0; i < SPELLING_BITS / 64; i++)
        bilingual->passages[index].spellings.bits[i] |= spellings->bits[i];
    if ((word->flags & ENGLISH_CONTENT) == 0)
        return;
    bilingual->passages[index].content++;
    bilingual->passages[index].linked += word->link_count > 0;
}

static void add_passage(struct reader *reader, struct passage passage)
{
    struct bilingual *bilingual = reader->bilingual;
    uint32_t index = (uint32_t)bilingual->passage_count, first, end;
    struct slice source = passage_source(bilingual, &passage);

    bilingual->passages = arena_grow(&reader->doc->analysis, bilingual->passages, bilingual->passage_count,
                                     &reader->passage_capacity, sizeof *bilingual->passages);
    bilingual->passages[bilingual->passage_count++] = passage;
    passage_english(bilingual, &passage, &first, &end);
    for (uint32_t i = first; i < end; i++)
        count_word(bilingual, i, index);
    passage_german(reader->doc, &passage, &first, &end);
    for (uint32_t i = first; i < end; i++)
        bilingual->german[i].passage = index;
    for (uint32_t i = 0; i < passage.german_count; i++)
        reader->doc->sentences[passage.german + i].source = source;
}

/* The block's sentences as beads, by lengths and the links of its words from first_link on. */
static void align_sentences(struct reader *reader, const struct passage *block, size_t first_link)
{
    struct arena scratch = { 0 };
    const struct document *english = reader->bilingual->english, *german = reader->doc;
    struct vote *votes = arena_array(&scratch, reader->links.count - first_link + 1, sizeof *votes);
    size_t count, vote_count = 0;

    for (size_t i = first_link; i < reader->links.count; i++) {
        const struct link *link = &reader->links.items[i];

        votes[vote_count++] = (struct vote){ link->english, english->tokens[link->english].sentence - block->english,
                                             german->tokens[link->german].sentence - block->german };
    }
    struct bead *beads =
        align(&scratch,
              (struct text_row){ sentence_lengths(&scratch, english, block->english, block->english_count),
                                 block->english_count },
              (struct text_row){ sentence_lengths(&scratch, german, block->german, block->german_count),
                                 block->german_count },
              votes, vote_count, &count);

    for (size_t i = 0; i < count; i++)
        add_passage(reader, (struct passage){ .english = block->english + beads[i].english,
                                              .english_count = beads[i].english_count,
                                              .german = block->german + beads[i].german,
                                              .german_count = beads[i].german_count });
    arena_free(&scratch);
}

/* Among the links from the first on. */
static void choose_best(struct reader *reader, size_t first)
{
    struct bilingual *bilingual = reader->bilingual;

    bilingual->links = reader->links.items;
    bilingual->link_count = reader->links.count;
    choose_best_links(bilingual, reader->doc, &reader->scratch, first, reader->links.count);
}

/* Links the words of a block, then pairs its sentences. */
static void read_block(struct reader *reader, const struct passage *block)
{
    struct bilingual *bilingual = reader->bilingual;
    size_t first_link = reader->links.count, first_passage = bilingual->passage_count;
    uint32_t first, end, german_first, german_end;

    passage_english(bilingual, block, &first, &end);
    passage_german(reader->doc, block, &german_first, &german_end);
    if (first < end && german_first < german_end) {
        german_index_fill(reader->index, german_first, german_end);
        for (uint32_t i = first; i < end; i++) {
            bilingual->words[i].first_link = (uint32_t)reader->links.count;
            find_links(bilingual, reader->index, i, false, &reader->links);
            bilingual->words[i].link_count = (uint32_t)reader->links.count - bilingual->words[i].first_link;
        }
    }
    if (block->english_count <= 1 && block->german_count <= 1)
        add_passage(reader, *block);
    else
        align_sentences(reader, block, first_link);
    choose_best(reader, first_link);
    first_link = reader->links.count;
    for (size_t i = first_passage; i < bilingual->passage_count; i++)
        link_akin(bilingual, reader->doc, &bilingual->passages[i], &reader->links);
    choose_best(reader, first_link);
}

/* The tokens of the longest German text that is indexed at once. */
static uint32_t most_tokens(const struct document *doc, const struct bilingual *bilingual)
{
    uint32_t most = 0, first, end;

    if (!doc->english_aligned)
        return (uint32_t)doc->token_count;
    for (size_t i = 0; i < bilingual->block_count; i++) {
        passage_german(doc, &bilingual->blocks[i], &first, &end);
        if (end - first > most)
            most = end - first;
    }
    return most;
}

/* The types of the English tokens: those that are kept, or some of the document's own. */
static void find_types(const struct bilingual_context *context, struct document *doc)
{
    struct document *english = doc->english;
    struct word_types own = {
        .lexicon = context->lexicon, .arena = &doc->analysis, .describe = describe_english_word, .english = true
    };
    struct word_types *types = context->types == NULL ? &own : context->types;

    for (size_t i = 0; i < english->token_count; i++)
        english->tokens[i].type = word_type_of(types, &english->tokens[i], token_text(english, &english->tokens[i]));
}

void bilingual_read(const struct bilingual_context *context, struct document *doc)
{
    struct reader reader = { .doc = doc };
    struct bilingual *bilingual;

    doc->bilingual = NULL;
    if (!has_source(doc))
        return;
    make_source_document(doc);
    document_divide(doc->english, context->abbreviations);
    find_types(context, doc);
    bilingual = doc->bilingual = arena_take(&doc->analysis, sizeof *bilingual);
    *bilingual = (struct bilingual){ .lexicon = context->lexicon, .english = doc->english };
    reader.bilingual = bilingual;
    reader.links.arena = &doc->analysis;
    describe_english(bilingual, &doc->analysis);
    bilingual->german = arena_array(&doc->analysis, doc->token_count + 1, sizeof *bilingual->german);
    for (size_t i = 0; i < doc->token_count; i++)
        bilingual->german[i] = (struct german_word){ .best = NO_ID, .passage = NO_ID };
    if (doc->english_aligned)
        pair_segments(&reader);
    reader.index = german_index_new(&reader.scratch, context->lexicon, doc, most_tokens(doc, bilingual));
    if (!doc->english_aligned)
        align_paragraphs(&reader);
    for (size_t i = 0; i < bilingual->block_count; i++)
        read_block(&reader, &bilingual->blocks[i]);
    arena_free(&reader.scratch);
}
