#include "bilingual/source.h"

#include "input/transcript.h"
#include "text/unicode.h"

bool has_source(const struct document *doc)
{
    if (doc->english != NULL)
        return true;
    for (size_t i = 0; i < doc->segment_count; i++)
        if (doc->segments[i].source.len > 0)
            return true;
    return false;
}

void make_source_document(struct document *doc)
{
    struct transcript transcript;
    struct decoded decoded = { .encoding = ENCODING_UTF_8, .start = { .line = 1, .column = 1 } };
    struct origin at = decoded.start;

    if (doc->english != NULL)
        return;
    doc->english = document_new(doc->name);
    doc->english_aligned = true;
    if (doc->segment_count > 0)
        decoded.text = doc->segments[0].source;
    transcript_begin(&transcript, doc->english, &decoded);
    for (size_t i = 0; i < doc->segment_count; i++) {
        uint32_t start = segment_begin(&transcript);
        struct slice source = trim(doc->segments[i].source);

        if (source.len > 0)
            transcribe(&transcript, source, &at);
        segment_end(&transcript, start, doc->segments[i].kind);
    }
}

/* The word with the first of these letters in it put in other ones, as en_US spells it; NULL: no word either. */
static const struct english_record *respelled(const struct lexicon *lexicon, struct slice word, struct slice british,
                                              struct slice american)
{
    enum { LONGEST = 32 /* bytes */ };
    char room[LONGEST];
    const char *at = memmem(word.at, word.len, british.at, british.len);

    if (at == NULL || word.len + american.len > sizeof room)
        return NULL;
    size_t before = (size_t)(at - word.at), behind = word.len - before - british.len;

    memcpy(room, word.at, before);
    memcpy(room + before, american.at, american.len);
    memcpy(room + before + american.len, at + british.len, behind);
    return english_word(lexicon, (struct slice){ room, before + american.len + behind });
}

/* "apologised", "harbour": en_US has "apologized", "harbor". */
static const struct english_record *american_record(const struct lexicon *lexicon, struct slice word)
{
    const struct list_record *table = named_table(lexicon, TABLE_BRITISH_SPELLINGS);
    const struct english_record *record = NULL;

    for (uint32_t i = 0; table != NULL && record == NULL && i < table->count; i++) {
        const struct pair_record *pair = &lexicon->pairs[table->first + i];

        record = respelled(lexicon, word, lexicon_text(lexicon, pair->key), lexicon_text(lexicon, pair->value));
    }
    return record;
}

/* The English word of a token, "’s" left out. */
static const struct english_record *record_of(const struct lexicon *lexicon, struct slice text)
{
    if (slice_ends(text, SLICE("'s")) || slice_ends(text, SLICE("s'")))
        text.len -= slice_ends(text, SLICE("'s")) ? 2 : 1;
    else if (slice_ends(text, SLICE("’s")))
        text.len -= SLICE("’s").len;
    else if (slice_ends(text, SLICE("s’")))
        text.len -= SLICE("’").len;
    const struct english_record *record = english_word(lexicon, text);

    return record == NULL && text.len > 0 && !is_upper((unsigned char)*text.at) ? american_record(lexicon, text)
                                                                                : record;
}

void describe_english_word(const struct word_types *types, struct word_type *type)
{
    const char *hyphen = memchr(type->lower.at, '-', type->lower.len);

    type->english = type->kind == TOKEN_WORD ? record_of(types->lexicon, type->text) : NULL;
    type->lemmas_listed = type->lower_listed;
    for (uint32_t i = 0; type->english != NULL && i < type->english->stem_count; i++)
        type->lemmas_listed = with_listings(types, type->lemmas_listed, english_stem(types->lexicon, type->english, i));
    add_spelling_of(&type->spellings, type->text);
    for (uint32_t i = 0; type->english != NULL && i < type->english->stem_count; i++)
        add_spelling_of(&type->spellings, english_stem(types->lexicon, type->english, i));
    if (type->english != NULL)
        type->lemmas_listed =
            with_listings(types, type->lemmas_listed, lexicon_text(types->lexicon, type->english->text));
    if (hyphen != NULL)
        type->lemmas_listed = with_listings(types, type->lemmas_listed, slice_between(type->lower.at, hyphen));
    type->fields = pairs_of_english_type(types->lexicon, type, named_table(types->lexicon, TABLE_ENGLISH_FIELDS),
                                         &type->field_count);
}

/* Capitalised as names are, or known to no dictionary. title: the sentence writes every word with a capital. */
static bool is_name(const struct english_word *word, const struct token *token, bool title)
{
    if ((token->flags & (TOKEN_CAPITAL | TOKEN_INNER_CAPITAL)) == 0)
        return word->record == NULL && (token->flags & TOKEN_DIGIT) != 0;
    if (word->record == NULL || word->record->common == 0)
        return true;
    if ((token->flags & TOKEN_INNER_CAPITAL) != 0)
        return true;
    return !title && (token->flags & TOKEN_SENTENCE_START) == 0;
}

/* "amp" of "&amp;". */
static bool is_entity(const struct document *english, const struct token *token)
{
    return token->span.start > 0 && english->text.at[token->span.start - 1] == '&' &&
           token->span.end < english->text.len && english->text.at[token->span.end] == ';';
}

/* "it's", "they're", "don't", and "'s" that stands alone: grammar, as the words that they are made of. */
static bool is_contraction(const struct bilingual *bilingual, const struct token *token)
{
    struct slice word = token_lower(token), bare = without_english_genitive(word);

    if ((token->flags & TOKEN_APOSTROPHE) == 0)
        return false;
    return bare.len == 0 || lower_in_list(bilingual->lexicon, LIST_ENGLISH_CONTRACTIONS, token) ||
           (bare.len < word.len && in_word_list(bilingual->lexicon, LIST_ENGLISH_CLOSED_CLASSES, bare));
}

static void describe_token(struct bilingual *bilingual, uint32_t index, bool title)
{
    const struct token *token = &bilingual->english->tokens[index];
    struct english_word *word = &bilingual->words[index];

    *word = (struct english_word){ .best = NO_ID, .passage = NO_ID };
    if (token->kind == TOKEN_WORD)
        word->record = token->type->english;
    if (token->kind != TOKEN_WORD || is_entity(bilingual->english, token) ||
        lower_in_list(bilingual->lexicon, LIST_ENGLISH_CLOSED_CLASSES, token) || is_contraction(bilingual, token))
        return;
    if (token->span.end - token->span.start > 1)
        word->flags |= ENGLISH_CONTENT;
    if (is_name(word, token, title))
        word->flags |= ENGLISH_NAME;
}

/* Headlines in title case, and shouting: words longer than three letters have a capital. */
static bool is_title(const struct document *english, const struct sentence *sentence)
{
    uint32_t capitals = 0, words = 0;

    for (uint32_t i = 0; i < sentence->token_count; i++) {
        const struct token *token = &english->tokens[sentence->first_token + i];

        if (token->kind != TOKEN_WORD || token->span.end - token->span.start < 4)
            continue;
        words++;
        capitals += (token->flags & TOKEN_CAPITAL) != 0;
    }
    return words >= 3 && capitals * 20 >= words * 19;
}

/* English has a word of grammar in every twelve, and a dictionary knows most of its lower-case words. A handful of
 * words says nothing, nor do single letters: "a" is a word of many languages. */
static bool looks_english(const struct bilingual *bilingual)
{
    size_t words = 0, known = 0, closed = 0;

    for (size_t i = 0; i < bilingual->english->token_count; i++) {
        const struct token *token = &bilingual->english->tokens[i];

        if (token->kind != TOKEN_WORD || (token->flags & (TOKEN_CAPITAL | TOKEN_DIGIT | TOKEN_APOSTROPHE)) != 0 ||
            token->span.end - token->span.start < 2)
            continue;
        words++;
        known += bilingual->words[i].record != NULL;
        closed += (bilingual->words[i].flags & ENGLISH_CONTENT) == 0;
    }
    return words < 5 || known * 10 >= words * 7 || (known * 2 >= words && closed * 12 >= words);
}

void describe_english(struct bilingual *bilingual, struct arena *arena)
{
    const struct document *english = bilingual->english;

    bilingual->words = arena_array(arena, english->token_count + 1, sizeof *bilingual->words);
    for (size_t i = 0; i < english->sentence_count; i++) {
        const struct sentence *sentence = &english->sentences[i];
        bool title = is_title(english, sentence);

        for (uint32_t j = 0; j < sentence->token_count; j++)
            describe_token(bilingual, sentence->first_token + j, title);
    }
    bilingual->is_english = looks_english(bilingual);
}
