#include "ding_words.h"

#include "text/unicode.h"

static void add_word(struct ding_words *words, uint32_t number)
{
    for (size_t i = 0; i < words->count; i++)
        if (words->items[i] == number)
            return;
    if (words->count < sizeof(words->items) / sizeof(*words->items))
        words->items[words->count++] = number;
}

/* Takes the next run of letters and hyphens off a text; false when none is left. */
static bool next_letters(struct slice *text, struct slice *word)
{
    size_t start = 0, end = 0;

    for (size_t length; end < text->len; end += length) {
        int32_t c;

        length = read_code_point(slice_from(*text, end), &c);
        if (is_letter(c) || (c == '-' && end > start))
            continue;
        if (end > start)
            break;
        start = end + length;
    }
    *word = (struct slice){ text->at + start, end > start ? end - start : 0 };
    *text = slice_from(*text, end);
    return word->len > 0;
}

void ding_add_english(const struct ding_reader *reader, struct ding_words *words, struct slice text)
{
    struct slice word;

    while (next_letters(&text, &word)) {
        uint32_t number = list_has(reader->closed, word) ? NO_ID : builder_find_english(reader->builder, word);

        for (size_t i = 0; number != NO_ID && i < reader->stems[number].count; i++)
            add_word(words, reader->stems[number].items[i]);
        words->read += number != NO_ID;
    }
}

/* A word of grammar: it stands beside any other. */
static bool is_grammar(uint32_t features)
{
    switch (pos_of(features)) {
    case POS_AUXILIARY:
    case POS_DETERMINER:
    case POS_PRONOUN:
    case POS_RELATIVE:
    case POS_PREPOSITION:
    case POS_CONJUNCTION:
    case POS_SUBORDINATOR:
    case POS_PARTICLE:
        return true;
    default:
        return false;
    }
}

/* The lemmas that a form can have, at most DING_MOST_LEMMAS; none for a word of grammar. */
static size_t lemmas_of(const struct ding_reader *reader, struct slice form, uint32_t lemmas[DING_MOST_LEMMAS])
{
    uint32_t number = builder_find_form(reader->builder, form);
    struct reading reading;
    size_t count = 0;

    for (size_t i = 0; number != NO_ID && builder_reading_at(reader->builder, number, i, &reading); i++) {
        size_t at = 0;

        if (is_grammar(reading.features))
            return 0;
        while (at < count && lemmas[at] != reading.lemma)
            at++;
        if (at == count && count < DING_MOST_LEMMAS && reading.lemma != NO_ID)
            lemmas[count++] = reading.lemma;
    }
    return count;
}

void ding_add_german(const struct ding_reader *reader, struct ding_words *words, struct slice text)
{
    uint32_t lemmas[DING_MOST_LEMMAS];
    struct slice word;

    while (next_letters(&text, &word)) {
        size_t count = lemmas_of(reader, word, lemmas);

        for (size_t i = 0; i < count; i++)
            add_word(words, lemmas[i]);
        words->read += count > 0;
    }
}

static void visit_stem(void *context, uint32_t word, uint32_t stem)
{
    struct ding_reader *reader = context;

    numbers_add(&reader->arena, &reader->stems[word], stem);
}

void ding_reader_open(struct ding_reader *reader, struct builder *builder, const struct word_list *closed)
{
    *reader = (struct ding_reader){ .builder = builder, .closed = closed };
    reader->stems = arena_array(&reader->arena, builder_english_count(builder) + 1, sizeof(*reader->stems));
    builder_each_stem(builder, visit_stem, reader);
}

void ding_reader_close(struct ding_reader *reader)
{
    arena_free(&reader->arena);
}
