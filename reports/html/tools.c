#include "tools.h"

#include "escape.h"

static void write_severity_boxes(const struct page *page, const struct tally *tally)
{
    fprintf(page->out, "<fieldset><legend class=\"hidden\">%s</legend>\n", say(page, TEXT_SEVERITY));
    for (int severity = SEVERITY_COUNT - 1; severity >= 0; severity--) {
        const char *name = severity_name((enum severity)severity);

        if (tally->score.count[severity] == 0)
            continue;
        fprintf(page->out,
                "<label><input type=\"checkbox\" name=\"severity\" value=\"%s\" checked> %s "
                "<span class=\"count\">%zu</span></label>\n",
                name, severity_text(page->language, (enum severity)severity), tally->score.count[severity]);
    }
    fputs("</fieldset>\n", page->out);
}

static void write_category_choice(const struct page *page, const struct tally *tally)
{
    fprintf(page->out, "<select name=\"category\" aria-label=\"%s\">\n<option value=\"\">%s</option>\n",
            say(page, TEXT_CATEGORY), say(page, TEXT_ALL_CATEGORIES));
    for (size_t i = 0; i < tally->category_count; i++) {
        fputs("<option value=\"", page->out);
        write_attribute(page->out, tally->categories[i].category);
        fputs("\">", page->out);
        write_attribute(page->out, category_text(page->language, tally->categories[i].category));
        fputs("</option>\n", page->out);
    }
    fputs("</select>\n", page->out);
}

static void write_button(const struct page *page, const char *action, const char *sign, enum text label)
{
    fprintf(page->out, "<button type=\"button\" data-action=\"%s\" title=\"%s\" aria-label=\"%s\">%s</button>\n",
            action, say(page, label), say(page, label), sign);
}

void write_tools(const struct page *page, const struct tally *tally)
{
    fprintf(page->out, "<form class=\"tools\" id=\"tools\" aria-label=\"%s\" hidden>\n", say(page, TEXT_FILTER));
    write_severity_boxes(page, tally);
    write_category_choice(page, tally);
    fprintf(page->out, "<output data-text=\"%s\"></output>\n<span class=\"steps\">\n", say(page, TEXT_SHOWN_OF));
    write_button(page, "previous", "↑", TEXT_PREVIOUS);
    write_button(page, "next", "↓", TEXT_NEXT);
    write_button(page, "help", "?", TEXT_KEYS);
    fputs("</span>\n</form>\n", page->out);
}

void write_help(const struct page *page)
{
    static const struct {
        const char *keys;
        enum text meaning;
    } keys[] = {
        { "<kbd>j</kbd> <kbd>n</kbd>", TEXT_KEY_NEXT },
        { "<kbd>k</kbd> <kbd>p</kbd>", TEXT_KEY_PREVIOUS },
        { "<kbd>f</kbd>", TEXT_KEY_FILTER },
        { "<kbd>?</kbd>", TEXT_KEY_HELP },
        { "<kbd>Esc</kbd>", TEXT_KEY_CLOSE },
    };

    fprintf(page->out, "<dialog id=\"help\" aria-labelledby=\"help-title\">\n<h2 id=\"help-title\">%s</h2>\n<dl>\n",
            say(page, TEXT_KEYS));
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        fprintf(page->out, "<div><dt>%s</dt><dd>%s</dd></div>\n", keys[i].keys, say(page, keys[i].meaning));
    /* WCAG 2.2, 2.1.4: keys of one character can be switched off. */
    fprintf(page->out,
            "</dl>\n<p><label><input type=\"checkbox\" id=\"keys-on\" checked> %s</label></p>\n"
            "<button type=\"button\" data-action=\"close\">%s</button>\n</dialog>\n",
            say(page, TEXT_KEYS_ON), say(page, TEXT_CLOSE));
}
