/* For the tests of text/: a text divided with a handful of abbreviations, and its parts as strings to compare. */
#ifndef ROTSTIFT_TESTS_DIVIDED_H
#define ROTSTIFT_TESTS_DIVIDED_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h> /* needs those above */

#include "input/input.h"
#include "text/abbreviations.h"

static const struct slice test_abbreviations[] = {
    /* sorted by bytes */
    { "Chr", 3 }, { "Dipl", 4 }, { "Dr", 2 }, { "Ing", 3 }, { "Mio", 3 }, { "Mr", 2 },
    { "Mrd", 3 }, { "Nr", 2 },   { "St", 2 }, { "bzw", 3 }, { "etc", 3 }, { "usw", 3 },
};
static const struct slice test_starters[] = {
    { "Am", 2 },  { "Danach", 6 }, { "Dann", 4 }, { "Das", 3 }, { "Der", 3 },
    { "Die", 3 }, { "Er", 2 },     { "Es", 2 },   { "Sie", 3 },
};
static const struct abbreviations test_lists = {
    test_abbreviations,
    sizeof test_abbreviations / sizeof *test_abbreviations,
    test_starters,
    sizeof test_starters / sizeof *test_starters,
    false,
};

/* The text, a paragraph for each line; freed by document_free. */
static inline struct document *divided(const char *text)
{
    struct rs_error error;
    struct document *doc = read_plain_text(SLICE("test"), slice_of(text), &error);

    assert_non_null(doc);
    document_divide(doc, &test_lists);
    return doc;
}

/* Fails unless the text is divided into these tokens, written with "|" between them. */
static inline void assert_tokens(const char *text, const char *expected)
{
    struct document *doc = divided(text);
    char found[4096] = "";
    size_t length = 0;

    for (size_t i = 0; i < doc->token_count; i++) {
        struct slice token = token_text(doc, &doc->tokens[i]);

        length += (size_t)snprintf(found + length, sizeof found - length, "%s%.*s", i > 0 ? "|" : "", (int)token.len,
                                   token.at);
        assert_in_range(length, 0, sizeof found - 1);
    }
    document_free(doc);
    assert_string_equal(found, expected);
}

/* The same for sentences. */
static inline void assert_sentences(const char *text, const char *expected)
{
    struct document *doc = divided(text);
    char found[4096] = "";
    size_t length = 0;

    for (size_t i = 0; i < doc->sentence_count; i++) {
        struct slice sentence = text_of(doc, doc->sentences[i].span);

        length += (size_t)snprintf(found + length, sizeof found - length, "%s%.*s", i > 0 ? "|" : "", (int)sentence.len,
                                   sentence.at);
        assert_in_range(length, 0, sizeof found - 1);
    }
    document_free(doc);
    assert_string_equal(found, expected);
}

/* The first token that is spelled so. */
static inline const struct token *token_named(const struct document *doc, const char *word)
{
    for (size_t i = 0; i < doc->token_count; i++)
        if (slice_equal(token_text(doc, &doc->tokens[i]), slice_of(word)))
            return &doc->tokens[i];
    fail_msg("no token \"%s\"", word);
    return NULL;
}

static inline bool has_flag(const struct document *doc, const char *word, uint16_t flag)
{
    return (token_named(doc, word)->flags & flag) != 0;
}

#endif
