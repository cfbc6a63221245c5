#include "suppressions/comments.h"

#include "configuration/rule_names.h"
#include "nearest.h"
#include "text/unicode.h"

enum kind { DISABLE, ENABLE, DISABLE_LINE, DISABLE_NEXT_LINE, DISABLE_FILE };

static const char *const words[] = {
    [DISABLE] = "rotstift-disable",           [ENABLE] = "rotstift-enable",
    [DISABLE_LINE] = "rotstift-disable-line", [DISABLE_NEXT_LINE] = "rotstift-disable-next-line",
    [DISABLE_FILE] = "rotstift-disable-file",
};

#define WORD_COUNT (sizeof words / sizeof *words)

/* The text up to the first white space or ":". */
static struct slice first_word(struct slice text)
{
    size_t length = 0, step;
    int32_t c;

    while (length < text.len) {
        step = read_code_point(slice_from(text, length), &c);
        if (is_space(c) || c == ':')
            break;
        length += step;
    }
    text.len = length;
    return text;
}

static int find_kind(struct slice word, uint8_t *kind, const struct document *doc, uint32_t line,
                     struct rs_error *error)
{
    struct nearest nearest = { .wanted = word };

    for (size_t i = 0; i < WORD_COUNT; i++) {
        if (slice_is(word, words[i])) {
            *kind = (uint8_t)i;
            return 0;
        }
        nearest_offer(&nearest, slice_of(words[i]));
    }
    if (nearest.best.len > 0)
        return error_set(error, doc->name.at, line, "unknown comment \"%.*s\"; did you mean \"%.*s\"?", (int)word.len,
                         word.at, (int)nearest.best.len, nearest.best.at);
    return error_set(error, doc->name.at, line, "unknown comment \"%.*s\"; %s and the like suppress issues",
                     (int)word.len, word.at, words[DISABLE]);
}

/* Divides what stands behind the word into rules and the reason. */
static void find_reason(struct slice rest, struct suppressing_comment *comment)
{
    for (size_t i = 0; i < rest.len; i++) {
        bool is_dashes = rest.at[i] == '-' && i + 1 < rest.len && rest.at[i + 1] == '-';

        if (rest.at[i] != ':' && !is_dashes)
            continue;
        comment->rules = trim((struct slice){ rest.at, i });
        comment->reason = trim(slice_from(rest, i + (is_dashes ? 2 : 1)));
        return;
    }
    comment->rules = trim(rest);
}

/* Takes the next name off a list with commas or white space between; an empty one at the end. */
static struct slice next_name(struct slice *list)
{
    size_t end = 0;
    struct slice name;

    while (list->len > 0 && strchr(", \t\r\n", list->at[0]) != NULL)
        *list = slice_from(*list, 1);
    while (end < list->len && strchr(", \t\r\n", list->at[end]) == NULL)
        end++;
    name = (struct slice){ list->at, end };
    *list = slice_from(*list, end);
    return name;
}

/* Each issue is compared with each comment: so many names are more than any article needs. */
#define MOST_NAMES 10000

/* error NULL: only whether they are known is asked for, not what else may be meant. */
static int check_rules(struct suppressing_comments *comments, const struct suppressing_comment *comment,
                       const struct rule_set *rules, const struct document *doc, struct rs_error *error)
{
    struct slice list = comment->rules, name;
    struct rs_error fault;

    comments->names++;
    while (comments->names <= MOST_NAMES && (name = next_name(&list)).len > 0) {
        comments->names++;
        if (error == NULL && !names_any_rule(name, rules))
            return -1;
        if (error != NULL && check_rule_name(name, rules, &fault) != 0)
            return error_set(error, doc->name.at, comment->line, "%s", fault.message);
    }
    if (comments->names <= MOST_NAMES)
        return 0;
    return error_set(error, doc->name.at, comment->line,
                     "comments name more than %d rules; the further ones are not heeded", MOST_NAMES);
}

/* The line that follows the comment, or, where blank lines do, the one with the text behind them. */
static uint32_t next_line(const struct document *doc, const struct comment *comment)
{
    uint32_t last = comment->origin.line, behind = document_origin(doc, comment->offset).line;

    for (size_t i = 0; i < comment->text.len; i++)
        last += comment->text.at[i] == '\n';
    return behind > last ? behind : last + 1;
}

static int read_one(struct suppressing_comments *comments, struct document *doc, const struct comment *from,
                    const struct rule_set *rules, struct rs_error *error)
{
    struct slice text = trim(from->text), word = first_word(text);
    struct suppressing_comment comment = { .offset = from->offset, .line = from->origin.line };

    if (!slice_starts(word, SLICE("rotstift-")))
        return 0;
    if (find_kind(word, &comment.kind, doc, comment.line, error) != 0)
        return -1;
    find_reason(slice_from(text, word.len), &comment);
    if (check_rules(comments, &comment, rules, doc, error) != 0)
        return -1;
    comment.means_line = comment.kind == DISABLE_NEXT_LINE ? next_line(doc, from) : comment.line;
    comments->items =
        arena_grow(&doc->arena, comments->items, comments->count, &comments->capacity, sizeof *comments->items);
    comments->items[comments->count++] = comment;
    return 0;
}

int comments_read(struct suppressing_comments *comments, struct document *doc, const struct rule_set *rules,
                  struct rs_error *error)
{
    int status = 0;

    for (size_t i = 0; i < doc->comment_count; i++)
        if (read_one(comments, doc, &doc->comments[i], rules, status == 0 ? error : NULL) != 0)
            status = -1;
    return status;
}

static bool means_rule(const struct suppressing_comment *comment, const struct rule_info *rule)
{
    struct slice list = comment->rules, name;

    if (list.len == 0)
        return true;
    while ((name = next_name(&list)).len > 0)
        if (names_rule(name, rule))
            return true;
    return false;
}

static bool means_place(const struct suppressing_comment *comment, uint32_t offset, uint32_t line)
{
    switch ((enum kind)comment->kind) {
    case DISABLE_LINE:
    case DISABLE_NEXT_LINE:
        return line == comment->means_line;
    case DISABLE_FILE:
        return true;
    case DISABLE:
    case ENABLE:
        break;
    }
    return offset >= comment->offset;
}

/* The comment that suppresses the issue, or NULL. Of those that go on from their place, the last one decides. */
static struct suppressing_comment *comment_on(struct suppressing_comments *comments, const struct issue *issue,
                                              uint32_t line)
{
    struct suppressing_comment *deciding = NULL;

    for (size_t i = 0; i < comments->count; i++) {
        struct suppressing_comment *comment = &comments->items[i];

        if (!means_place(comment, issue->span.start, line) || !means_rule(comment, issue->rule))
            continue;
        if (comment->kind != ENABLE)
            deciding = comment;
        else if (deciding != NULL && deciding->kind == DISABLE)
            deciding = NULL;
    }
    return deciding;
}

void comments_apply(struct suppressing_comments *comments, const struct document *doc, struct issues *issues)
{
    for (size_t i = 0; comments->count > 0 && i < issues->count; i++) {
        struct issue *issue = &issues->items[i];
        struct suppressing_comment *comment = comment_on(comments, issue, document_origin(doc, issue->span.start).line);

        if (comment == NULL)
            continue;
        comment->used = true;
        if (issue->suppression != SUPPRESSION_NONE)
            continue;
        issue->suppression = SUPPRESSION_COMMENT;
        issue->reason = comment->reason;
    }
}

bool comment_suppresses(const struct suppressing_comment *comment)
{
    return comment->kind != ENABLE;
}
