/* What is wrong at a place, why, what to write instead, and the English behind it. */
#include <ctype.h>
#include <stdlib.h>

#include "messages/messages.h"
#include "reports/json_issue.h"
#include "service/lsp_server.h"

/* A text on its way. Plain text, or Markdown in which nothing of the article has a meaning. */
struct hover {
    FILE *out;
    bool markdown;
};

static void print_text(const struct hover *hover, struct slice text)
{
    for (size_t i = 0; i < text.len; i++) {
        unsigned char byte = (unsigned char)text.at[i];

        if (hover->markdown && ispunct(byte))
            putc('\\', hover->out);
        putc(byte < 0x20 ? ' ' : byte, hover->out);
    }
}

static void print_mark(const struct hover *hover, const char *mark)
{
    fputs(hover->markdown ? mark : "", hover->out);
}

static void print_labelled(const struct hover *hover, const char *label, struct slice text)
{
    if (text.len == 0)
        return;
    fprintf(hover->out, "\n\n%s: ", translated(label));
    print_text(hover, text);
}

static void print_suggestions(const struct hover *hover, const struct issue *issue)
{
    for (size_t i = 0; i < issue->suggestion_count; i++) {
        struct slice suggestion = issue->suggestions[i];

        if (i == 0)
            fprintf(hover->out, "\n\n%s: ", translated(N_("Instead")));
        else
            fputs(", ", hover->out);
        print_text(hover, suggestion.len > 0 ? suggestion : slice_of(translated(N_("nothing"))));
    }
}

static void print_issue(const struct hover *hover, const struct issue *issue, enum language language)
{
    const struct rule_info *rule = issue->rule;
    struct slice message = issue->message[language], why = rule->why[language];

    print_mark(hover, "**");
    print_text(hover, message);
    print_mark(hover, "**");
    fputs("\n\n", hover->out);
    print_text(hover, rule->id);
    fputs(" · ", hover->out);
    print_text(hover, rule->category);
    fprintf(hover->out, " · %s · %.2f", severity_name(issue->severity), (double)issue->confidence);
    print_suggestions(hover, issue);
    if (!slice_equal(message, why))
        print_labelled(hover, N_("Why"), why);
    print_labelled(hover, N_("English"), issue->source.len > 0 ? issue->source : rule->english);
}

/* The text of all issues at the place; *first is the first of them. NULL: there are none. Malloced. */
static char *text_at(const struct lsp_server *server, const struct lsp_document *document, size_t offset,
                     size_t *length, const struct issue **first)
{
    struct hover hover = { .markdown = server->client.reads_markdown };
    const struct issue *issue;
    char *text = NULL;
    size_t index = 0;

    *first = NULL;
    hover.out = open_memstream(&text, length);
    if (hover.out == NULL)
        return NULL;
    while ((issue = lsp_next_issue(document, offset, offset, &index)) != NULL) {
        if (*first != NULL)
            fputs(hover.markdown ? "\n\n---\n\n" : "\n\n", hover.out);
        else
            *first = issue;
        print_issue(&hover, issue, server->options.language);
    }
    fclose(hover.out);
    if (*first != NULL)
        return text;
    free(text);
    return NULL;
}

json_t *lsp_hover(struct lsp_server *server, const json_t *params, struct lsp_fault *fault)
{
    struct lsp_document *document = lsp_asked(server, params, fault);
    const json_t *position = json_object_get(params, "position");
    const struct issue *issue;
    size_t start, end, length;
    json_t *answer, *range;
    char *text;

    if (document == NULL)
        return NULL;
    range = json_pack("{s:O?,s:O?}", "start", position, "end", position);
    if (!lsp_read_range(server, document, range, &start, &end))
        *fault = (struct lsp_fault){ LSP_INVALID_PARAMS, "position is missing" };
    json_decref(range);
    text = fault->code != LSP_OK ? NULL : text_at(server, document, start, &length, &issue);
    if (text == NULL)
        return NULL;
    answer = json_pack("{s:{s:s,s:o},s:o}", "contents", "kind",
                       server->client.reads_markdown ? "markdown" : "plaintext", "value",
                       json_text((struct slice){ text, length }), "range", lsp_issue_range(server, document, issue));
    free(text);
    return answer;
}
