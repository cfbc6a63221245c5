/* Writes suggestions: plain text with \N for matched words and {lemma=N} for a lemma inflected like one of them. */
#include "rules/suggest.h"

#include "lexicon/analysis.h"
#include "text/letters.h"

#include "text/unicode.h"

struct writer {
    const struct bound_items *bound;
    char *out; /* room for what is written, in the arena */
    size_t length, room;
    struct arena *arena;
};

static void put(struct writer *writer, struct slice text)
{
    if (writer->room - writer->length < text.len) {
        size_t room = writer->room * 2 + text.len;
        char *wider = arena_take(writer->arena, room);

        memcpy(wider, writer->out, writer->length);
        writer->out = wider;
        writer->room = room;
    }
    if (text.len > 0)
        memcpy(writer->out + writer->length, text.at, text.len);
    writer->length += text.len;
}

/* The number of the pattern's first marked word: behind a bracket, else its first. */
static unsigned marked_number(const struct bound_items *bound)
{
    for (uint32_t i = 0; i + 1 < bound->count; i++)
        if (bound->items[i].kind == ITEM_MARK_START)
            return bound->items[i + 1].number;
    return 1;
}

/* The token that the pattern's word number matched, 0 being the first marked one; or NULL. */
static const struct token *bound_token(const struct bound_items *bound, unsigned number)
{
    if (number == 0)
        number = marked_number(bound);
    for (uint32_t i = 0; i < bound->count; i++)
        if (bound->items[i].number == number)
            return bound->tokens[i] == NO_ID ? NULL : &bound->doc->tokens[bound->tokens[i]];
    return NULL;
}

static unsigned read_number(struct slice *text)
{
    unsigned number = 0;

    while (text->len > 0 && text->at[0] >= '0' && text->at[0] <= '9' && number < 1000) {
        number = number * 10 + (unsigned)(text->at[0] - '0');
        *text = slice_from(*text, 1);
    }
    return number;
}

/* {lemma=N}: true when text starts with one; it is written and *text moved behind it. */
static bool put_inflected(struct writer *writer, struct slice *text)
{
    const char *equals = memchr(text->at, '=', text->len), *close = memchr(text->at, '}', text->len);

    if (text->at[0] != '{' || equals == NULL || close == NULL || close < equals)
        return false;
    struct slice lemma = slice_between(text->at + 1, equals), digits = slice_between(equals + 1, close);

    const struct token *token = bound_token(writer->bound, read_number(&digits));

    put(writer, token == NULL ? lemma : lemma_like(writer->bound->rules->lexicon, lemma, token));
    *text = slice_from(*text, (size_t)(close + 1 - text->at));
    return true;
}

static bool put_matched(struct writer *writer, struct slice *text)
{
    if (text->len < 2 || text->at[0] != '\\' || text->at[1] < '0' || text->at[1] > '9')
        return false;
    *text = slice_from(*text, 1);
    const struct token *token = bound_token(writer->bound, read_number(text));

    if (token != NULL)
        put(writer, token_text(writer->bound->doc, token));
    return true;
}

struct slice suggestion_text(const struct bound_items *bound, uint32_t index, struct arena *arena)
{
    struct slice text = lexicon_text(bound->rules->lexicon, bound->rules->suggestions[index].text);

    if (memchr(text.at, '\\', text.len) == NULL && memchr(text.at, '{', text.len) == NULL)
        return text;
    struct writer writer = { .bound = bound, .room = text.len + 32, .arena = arena };

    writer.out = arena_take(arena, writer.room);
    while (text.len > 0) {
        if (put_inflected(&writer, &text) || put_matched(&writer, &text))
            continue;
        put(&writer, (struct slice){ text.at, 1 });
        text = slice_from(text, 1);
    }
    return (struct slice){ writer.out, writer.length };
}

/* True when a pattern of the rule names the lemma. */
static bool names_lemma(const struct bound_items *bound, uint32_t lemma)
{
    const struct rule_set *rules = bound->rules;

    for (uint32_t p = 0; p < bound->rule->pattern_count; p++) {
        const struct pattern_record *pattern = &rules->patterns[bound->rule->first_pattern + p];

        for (uint32_t i = 0; i < pattern->item_count; i++) {
            const struct item_record *item = &rules->items[pattern->first_item + i];

            for (uint32_t t = 0; t < item->test_count; t++) {
                const struct test_record *test = &rules->tests[item->first_test + t];

                if ((test->kind == TEST_LEMMA || test->kind == TEST_WHOLE || test->kind == TEST_PART) &&
                    !test->negated && test->value == lemma)
                    return true;
            }
        }
    }
    return false;
}

/* "Kristallpalast" for Crystal Palace: the pattern names how the compound begins and ends, so all of it is the name. */
static bool is_whole_name(const struct bound_items *bound)
{
    for (uint32_t i = 0; i < bound->count; i++) {
        bool first = false, head = false;

        for (uint32_t t = 0; t < bound->items[i].test_count; t++) {
            const struct test_record *test = &bound->rules->tests[bound->items[i].first_test + t];

            first = first || (test->kind == TEST_FIRST && !test->negated);
            head = head || (test->kind == TEST_HEAD && !test->negated);
        }
        if (first && head)
            return true;
    }
    return false;
}

/* The part of a compound that the rule names, or NULL. */
static const struct compound_part *named_part(const struct bound_items *bound, const struct token *token)
{
    const struct compound_part *parts = token_parts(bound->doc, token);

    for (uint32_t i = 0; token->analysis.part_count > 1 && i < token->analysis.part_count; i++)
        if (parts[i].lemma != NO_ID && names_lemma(bound, parts[i].lemma))
            return &parts[i];
    return NULL;
}

struct slice suggested_name(const struct bound_items *bound, uint32_t index, struct arena *arena)
{
    struct slice text = suggestion_text(bound, index, arena);

    const struct token *token = bound_token(bound, 1);

    if (token == NULL || bound_token(bound, 2) != NULL)
        return text;
    const struct compound_part *part = is_whole_name(bound) ? NULL : named_part(bound, token);

    if (part == NULL)
        return text;
    struct slice before = text_of(bound->doc, (struct span){ token->span.start, part->span.start });
    struct slice after = text_of(bound->doc, (struct span){ part->span.end, token->span.end });
    bool closed = after.len > 0 && after.at[0] != '-';

    if (closed) /* "Lamamodell" -> "Llama-Modell" */
        after = with_initial(arena, after, true);
    return arena_print(arena, "%.*s%.*s%s%.*s", (int)before.len, before.at, (int)text.len, text.at, closed ? "-" : "",
                       (int)after.len, after.at);
}

bool is_residue(const struct rule_info *rule)
{
    return slice_starts(rule->category, SLICE("markup/"));
}
