/* Places and prepositions, as the checks of names ask for them. */
#include "bilingual/naming.h"

#include "bilingual/wording.h"
#include "checks/places.h"

void mark_name(const struct naming *n, const char *rule, struct span span, struct slice right)
{
    struct issue *issue = report_with_source(n->run, rule, span, passage_source(n->bilingual, n->passage));

    if (issue != NULL && right.len > 0)
        issue_suggest(n->run->issues, issue, right);
}

const struct pair_record *english_place(const struct naming *n, uint32_t english)
{
    size_t count;
    const struct pair_record *row =
        is_capitalised(english_at(n, english))
            ? pairs_of(n->bilingual->lexicon, n->places, without_english_genitive(english_text(n->bilingual, english)),
                       &count)
            : NULL;

    return row != NULL && count == 3 ? row : NULL;
}

const struct pair_record *german_place(const struct naming *n, uint32_t german)
{
    struct slice text = text_at(n->run, german);

    for (uint32_t i = 0; is_capitalised(german_at(n, german)) && i + 2 < n->places->count; i += 3) {
        const struct pair_record *row = &n->bilingual->lexicon->pairs[n->places->first + i];
        struct slice name = lexicon_text(n->bilingual->lexicon, row->value);

        if (slice_starts(text, name) && (text.len == name.len || slice_equal(slice_from(text, name.len), SLICE("s"))))
            return row;
    }
    return NULL;
}

struct slice preposition_before(const struct naming *n, const struct document *doc, uint32_t token, uint32_t first)
{
    for (uint32_t i = token; i > first && i + 3 > token; i--) {
        struct slice word = token_lower(&doc->tokens[i - 1]);
        size_t count;

        if (pairs_of(n->bilingual->lexicon, n->prepositions, word, &count) != NULL)
            return word;
    }
    return (struct slice){ 0 };
}

bool ends_as_noun(const struct lexicon *lexicon, struct slice word)
{
    enum { SHORTEST = 3, LONGEST = 6 };

    for (size_t length = SHORTEST; length <= LONGEST && length < word.len; length++)
        if (in_word_list(lexicon, LIST_NOUN_ENDINGS, slice_from(word, word.len - length)))
            return true;
    return false;
}

bool same_preposition(const struct naming *n, struct slice english, struct slice german)
{
    size_t count;
    const struct pair_record *row = pairs_of(n->bilingual->lexicon, n->prepositions, english, &count);

    if (english.len == 0 || german.len == 0)
        return english.len == german.len;
    return holds_value(n->bilingual->lexicon, row, count, german);
}
