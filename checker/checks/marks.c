#include "checks/marks.h"

#include "lexicon/compound.h"

#define MARK_TEST(mark, test) test,
static mark_test *const tests[] = { MARKS(MARK_TEST) };
#undef MARK_TEST

_Static_assert(MARK_COUNT <= MARK_WORDS * 64, "lexicon/word_types.h has room for all marks");

void find_marks(const struct checks_context *context, struct arena *arena, struct word_type *type)
{
    struct token word = { .span = { 0, (uint32_t)type->text.len },
                          .kind = type->kind,
                          .flags = type->flags,
                          .type = type,
                          .analysis = type->analysis };
    struct compound_part parts[MAX_PARTS];
    struct sentence sentence = { .span = word.span, .token_count = 1 };
    struct segment segment = { .span = word.span, .sentence_count = 1, .token_count = 1 };
    struct document doc = { .text = type->text,
                            .tokens = &word,
                            .token_count = 1,
                            .sentences = &sentence,
                            .sentence_count = 1,
                            .segments = &segment,
                            .segment_count = 1,
                            .parts = parts };
    struct issues issues = { .arena = arena };
    const struct check_run run = { .context = context, .doc = &doc, .issues = &issues };

    if (type->analysis.part_count > 0)
        memcpy(parts, type->parts, type->analysis.part_count * sizeof(*parts));
    for (size_t mark = 0; mark < MARK_COUNT; mark++)
        if (tests[mark](&run, 0))
            type->marks[mark / 64] |= (uint64_t)1 << mark % 64;
}

void mark_tokens(struct check_run *run, struct arena *arena)
{
    const struct document *doc = run->doc;
    size_t words = doc->token_count / 64 + 1;
    uint64_t *marked = arena_array(arena, words * MARK_COUNT, sizeof(*marked));

    for (size_t i = 0; i < doc->token_count; i++)
        for (size_t part = 0; part < MARK_WORDS; part++)
            for (uint64_t left = doc->tokens[i].type->marks[part]; left != 0; left &= left - 1)
                marked[(part * 64 + (size_t)__builtin_ctzll(left)) * words + i / 64] |= (uint64_t)1 << i % 64;
    run->marked = marked;
    run->marked_words = words;
}
