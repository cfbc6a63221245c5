#include "tools.h"

static void write_help(const struct page *page)
{
    static const struct {
        const char *keys;
        enum text meaning;
    } keys[] = {
        { "<kbd>j</kbd> <kbd>n</kbd>", TEXT_NEXT },
        { "<kbd>k</kbd> <kbd>p</kbd>", TEXT_PREVIOUS },
        { "<kbd>a</kbd>", TEXT_ACCEPT },
        { "<kbd>d</kbd>", TEXT_DISMISS },
        { "<kbd>u</kbd>", TEXT_UNDO },
        { "<kbd>c</kbd>", TEXT_COPY },
        { "<kbd>l</kbd>", TEXT_LINK },
        { "<kbd>f</kbd>", TEXT_KEY_FILTER },
        { "<kbd>/</kbd>", TEXT_KEY_SEARCH },
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
            "<button type=\"button\" class=\"words\" data-action=\"close\">%s</button>\n</dialog>\n",
            say(page, TEXT_KEYS_ON), say(page, TEXT_CLOSE));
}

static void write_dismiss(const struct page *page)
{
    static const enum text reasons[] = { TEXT_REASON_NO_ERROR, TEXT_REASON_HOUSE, TEXT_REASON_QUOTATION,
                                         TEXT_REASON_OTHER };

    fprintf(
        page->out,
        "<dialog id=\"dismiss\" aria-labelledby=\"dismiss-title\">\n<h2 id=\"dismiss-title\" data-text=\"%s\">%s</h2>\n"
        "<form>\n<fieldset><legend>%s</legend>\n",
        say(page, TEXT_DISMISS_TITLE), say(page, TEXT_DISMISS), say(page, TEXT_REASON));
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
        fprintf(page->out, "<label><input type=\"radio\" name=\"reason\" value=\"%s\"%s> %s</label>\n",
                say(page, reasons[i]), i == 0 ? " checked" : "", say(page, reasons[i]));
    fprintf(page->out,
            "</fieldset>\n<label class=\"line\">%s<input type=\"text\" name=\"words\" maxlength=\"300\" "
            "autocomplete=\"off\"></label>\n<p><button class=\"words main\">%s</button> "
            "<button type=\"button\" class=\"words\" data-action=\"close\">%s</button></p>\n</form>\n</dialog>\n",
            say(page, TEXT_REASON_WORDS), say(page, TEXT_DISMISS), say(page, TEXT_CANCEL));
}

void write_dialogs(const struct page *page)
{
    write_help(page);
    write_dismiss(page);
}
