#include "advice.h"

#include "text/unicode.h"
#include "texts.h"
#include "unseen.h"

#define LONGEST 80 /* code points of a passage or suggestion */

static void print_safely(FILE *out, struct slice text)
{
    for (struct shown shown; show_next(&text, &shown);) {
        if (shown.plain.len == 0)
            fprintf(out, "<%s>", shown.name);
        for (size_t i = 0; i < shown.plain.len; i++)
            fputc(shown.plain.at[i] == '\n' || shown.plain.at[i] == '\t' ? ' ' : shown.plain.at[i], out);
    }
}

static void print_quoted(FILE *out, struct slice text, enum language language)
{
    size_t end = 0, taken = 0;
    int32_t c;

    for (; end < text.len && taken < LONGEST; taken++)
        end += read_code_point(slice_from(text, end), &c);
    fputs(text_in(language, TEXT_OPENING_QUOTE), out);
    print_safely(out, (struct slice){ text.at, end });
    fputs(end < text.len ? "…" : "", out);
    fputs(text_in(language, TEXT_CLOSING_QUOTE), out);
}

char *advice_text(const struct document *doc, const struct issue *issue, enum language language)
{
    struct slice marked = trim(text_of(doc, issue->span));
    char *text = NULL;
    size_t length;
    FILE *out = open_memstream(&text, &length);

    if (out == NULL)
        return NULL;
    if (marked.len > 0) {
        print_quoted(out, marked, language);
        fputs(": ", out);
    }
    print_safely(out, issue->message[language]);
    for (size_t i = 0; i < issue->suggestion_count; i++) {
        if (i == 0)
            fprintf(out, " %s: ", text_in(language, TEXT_BETTER));
        else
            fprintf(out, " %s ", text_in(language, TEXT_OR));
        if (issue->suggestions[i].len == 0)
            fprintf(out, "(%s)", text_in(language, TEXT_DELETE));
        else
            print_quoted(out, issue->suggestions[i], language);
    }
    return fclose(out) == 0 ? text : NULL;
}
