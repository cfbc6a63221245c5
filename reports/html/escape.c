#include "escape.h"

#include "reports/unseen.h"

/* Markup's own characters as references; enough for text and for attributes in either quotation marks. */
static void write_escaped(FILE *out, struct slice text)
{
    for (size_t start = 0, i = 0; i <= text.len; i++) {
        const char *reference = NULL;

        switch (i < text.len ? text.at[i] : '\0') {
        case '&':
            reference = "&amp;";
            break;
        case '<':
            reference = "&lt;";
            break;
        case '>':
            reference = "&gt;";
            break;
        case '"':
            reference = "&quot;";
            break;
        case '\'':
            reference = "&#39;";
            break;
        default:
            break;
        }
        if (reference == NULL && i < text.len)
            continue;
        if (i > start) /* text.at may be NULL when nothing is there */
            fwrite(text.at + start, 1, i - start, out);
        if (reference != NULL)
            fputs(reference, out);
        start = i + 1;
    }
}

void write_text(FILE *out, struct slice text)
{
    for (struct shown shown; show_next(&text, &shown);) {
        if (shown.plain.len > 0)
            write_escaped(out, shown.plain);
        else
            fprintf(out, "<span class=\"unseen\" title=\"U+%04X\">%s</span>", (unsigned)shown.code_point, shown.name);
    }
}

void write_attribute(FILE *out, struct slice text)
{
    for (struct shown shown; show_next(&text, &shown);) {
        if (shown.plain.len > 0)
            write_escaped(out, shown.plain);
        else
            fprintf(out, "&lt;%s&gt;", shown.name);
    }
}
