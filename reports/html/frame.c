#include "frame.h"

#include "escape.h"

static const char *const language_codes[LANGUAGE_COUNT] = { [LANGUAGE_DE] = "de", [LANGUAGE_EN] = "en" };

const char *language_code(enum language language)
{
    return language_codes[language];
}

static const char *say_in(const struct frame *frame, enum text text)
{
    return text_in(frame->language, text);
}

/* Nothing is loaded from anywhere, and only this style sheet and this script count, whatever an article holds. The
 * pencil lines are images inside the style sheet, hence data:. */
static void write_policy(const struct frame *frame)
{
    fprintf(frame->out,
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-%s'; "
            "script-src 'sha256-%s'; img-src data:; base-uri 'none'; form-action 'none'\">\n",
            frame->style->sha256, frame->script->sha256);
}

/* "Korrekturbericht: artikel.txt" */
static void write_title(const struct frame *frame)
{
    fprintf(frame->out, "<title>%s", say_in(frame, TEXT_REPORT));
    if (frame->subject.len > 0) {
        fputs(": ", frame->out);
        write_attribute(frame->out, frame->subject);
    }
    fputs("</title>\n", frame->out);
}

static void write_head(const struct frame *frame)
{
    fprintf(frame->out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
            language_code(frame->language));
    write_policy(frame);
    fputs("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
          "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
          "<meta name=\"robots\" content=\"noindex\">\n<meta name=\"generator\" content=\"Rotstift ",
          frame->out);
    write_attribute(frame->out, slice_of(frame->version));
    fputs("\">\n", frame->out);
    write_title(frame);
    fputs("<style>", frame->out);
    fwrite(frame->style->bytes, 1, frame->style->len, frame->out);
    fputs("</style>\n</head>\n", frame->out);
}

static void write_masthead(const struct frame *frame)
{
    FILE *out = frame->out;

    fprintf(out, "<a class=\"skip\" href=\"#%s\">%s</a>\n<header class=\"masthead\">\n", frame->skip,
            say_in(frame, frame->skip_text));
    fputs("<p class=\"brand\" lang=\"de\">", out);
    fputs("Rotstift</p>\n<h1>", out);
    fputs(say_in(frame, TEXT_REPORT), out);
    if (frame->subject.len > 0) {
        fputs("<span class=\"hidden\">:</span> <span class=\"file\">", out);
        write_text(out, frame->subject);
        fputs("</span>", out);
    }
    fputs("</h1>\n", out);
    if (frame->back != NULL)
        fprintf(out, "<p class=\"back\"><a href=\"%s\">%s</a></p>\n", frame->back, say_in(frame, TEXT_ALL_ARTICLES));
    fputs("</header>\n", out);
}

void begin_page(const struct frame *frame)
{
    write_head(frame);
    fputs("<body>\n", frame->out);
    write_masthead(frame);
}

void end_page(const struct frame *frame)
{
    fprintf(frame->out, "<footer><p>%s ", say_in(frame, TEXT_MADE_BY));
    write_text(frame->out, slice_of(frame->version));
    fputs("</p></footer>\n<script>", frame->out);
    fwrite(frame->script->bytes, 1, frame->script->len, frame->out);
    fputs("</script>\n</body>\n</html>\n", frame->out);
}
