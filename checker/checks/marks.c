#include "checks/marks.h"

#include "lexicon/lone_word.h"

#define MARK_TEST(mark, test) test,
static mark_test *const tests[] = { MARKS(MARK_TEST) };
#undef MARK_TEST

_Static_assert(MARK_COUNT <= 64, "lexicon/word_types.h has a bit for each mark");

void find_marks(const struct checks_context *context, struct arena *arena, struct word_type *type)
{
    struct lone_word word;
    struct issues issues = { .arena = arena };
    const struct check_run run = { .context = context, .doc = &word.doc, .issues = &issues };

    make_lone_word(type, &word);
    for (size_t mark = 0; mark < MARK_COUNT; mark++)
        if (tests[mark](&run, 0))
            type->marks |= (uint64_t)1 << mark;
}

void mark_tokens(struct check_run *run, struct arena *arena)
{
    const struct document *doc = run->doc;
    size_t words = doc->token_count / 64 + 1;
    uint64_t *marked = arena_array(arena, words * MARK_COUNT, sizeof(*marked));

    for (size_t i = 0; i < doc->token_count; i++)
        for (uint64_t left = doc->tokens[i].type->marks; left != 0; left &= left - 1)
            marked[(size_t)__builtin_ctzll(left) * words + i / 64] |= (uint64_t)1 << i % 64;
    run->marked = marked;
    run->marked_words = words;
}
