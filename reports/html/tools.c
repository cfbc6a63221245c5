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
                "<span class=\"count\">",
                name, severity_text(page->language, (enum severity)severity));
        print_figure(page->out, page->language, (double)tally->score.count[severity], 0);
        fputs("</span></label>\n", page->out);
    }
    fputs("</fieldset>\n", page->out);
}

static void begin_choice(const struct page *page, const char *name, enum text label, enum text all)
{
    fprintf(page->out, "<select name=\"%s\" aria-label=\"%s\">\n<option value=\"\">%s</option>\n", name,
            say(page, label), say(page, all));
}

static void end_choice(const struct page *page)
{
    fputs("</select>\n", page->out);
}

static void write_category_choice(const struct page *page, const struct name_counts *categories)
{
    begin_choice(page, "category", TEXT_CATEGORY, TEXT_ALL_CATEGORIES);
    for (size_t i = 0; i < categories->count; i++) {
        fputs("<option value=\"", page->out);
        write_attribute(page->out, categories->items[i].name);
        fputs("\">", page->out);
        write_attribute(page->out, category_text(page->language, categories->items[i].name));
        fputs("</option>\n", page->out);
    }
    end_choice(page);
}

static void write_check_choice(const struct page *page, const struct name_counts *checks)
{
    begin_choice(page, "check", TEXT_CHECK, TEXT_ALL_CHECKS);
    for (size_t i = 0; i < checks->count; i++) {
        fputs("<option>", page->out);
        write_attribute(page->out, checks->items[i].name);
        fputs("</option>\n", page->out);
    }
    end_choice(page);
}

static void write_confidence_choice(const struct page *page)
{
    static const int percents[] = { 80, 85, 90, 95 };

    begin_choice(page, "confidence", TEXT_CONFIDENCE, TEXT_ANY_CONFIDENCE);
    for (size_t i = 0; i < sizeof percents / sizeof *percents; i++)
        fprintf(page->out, "<option value=\"0.%d\">%s %d%s</option>\n", percents[i], say(page, TEXT_AT_LEAST),
                percents[i], say(page, TEXT_PERCENT));
    end_choice(page);
}

/* What does not count is behind the filter at first. */
static void write_state_choice(const struct page *page, bool has_known)
{
    static const struct {
        const char *value;
        enum text text;
    } states[] = { { "open", TEXT_OPEN }, { "accepted", TEXT_ACCEPTED }, { "dismissed", TEXT_DISMISSED } };

    begin_choice(page, "state", TEXT_STATE, TEXT_ANY_STATE);
    if (has_known)
        fprintf(page->out, "<option value=\"counted\" selected>%s</option>\n<option value=\"known\">%s</option>\n",
                say(page, TEXT_COUNTED), say(page, TEXT_SUPPRESSED));
    for (size_t i = 0; i < sizeof states / sizeof *states; i++)
        fprintf(page->out, "<option value=\"%s\">%s</option>\n", states[i].value, say(page, states[i].text));
    end_choice(page);
}

/* A button that shows a sign; its label is for the ear and for who points at it. */
static void write_sign_button(const struct page *page, const char *action, const char *sign, enum text label,
                              const char *key)
{
    fprintf(page->out, "<button type=\"button\" data-action=\"%s\" title=\"%s (%s)\" aria-label=\"%s\">%s</button>\n",
            action, say(page, label), key, say(page, label), sign);
}

static void write_button(const struct page *page, const char *action, enum text label)
{
    fprintf(page->out, "<button type=\"button\" class=\"words\" data-action=\"%s\">%s</button>\n", action,
            say(page, label));
}

static void write_filters(const struct page *page, const struct tally *tally)
{
    fputs("<div class=\"filters\">\n", page->out);
    write_severity_boxes(page, tally);
    write_category_choice(page, &tally->categories);
    write_check_choice(page, &tally->checks);
    write_confidence_choice(page);
    write_state_choice(page, tally->suppressed > 0);
    fprintf(
        page->out,
        "<input type=\"search\" name=\"search\" placeholder=\"%s\" aria-label=\"%s\" autocomplete=\"off\">\n</div>\n",
        say(page, TEXT_SEARCH), say(page, TEXT_SEARCH));
}

/* What can be done with a note; the script puts a copy into each. */
static void write_note_actions(const struct page *page)
{
    static const struct {
        const char *action, *key, *sign;
        enum text label;
    } deeds[] = {
        { "accept", "a", "M2.5 8.5l3.5 4 7-9.5", TEXT_ACCEPT },
        { "dismiss", "d", "M3.5 3.5l9 9M12.5 3.5l-9 9", TEXT_DISMISS },
        { "copy", "c", "M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z", TEXT_COPY },
        { "link", "l", "M6.5 9.5l3-3M7 5l2-2a2.8 2.8 0 0 1 4 4l-2 2M9 11l-2 2a2.8 2.8 0 0 1-4-4l2-2", TEXT_LINK },
        { "undo", "u", "M5.5 2.5l-3 3 3 3M2.5 5.5h7a4 4 0 0 1 0 8h-3", TEXT_UNDO },
    };

    fputs("<template id=\"deeds\"><span class=\"deeds\">", page->out);
    for (size_t i = 0; i < sizeof deeds / sizeof *deeds; i++)
        fprintf(page->out,
                "<button type=\"button\" data-action=\"%s\" title=\"%s (%s)\" aria-label=\"%s\">"
                "<svg viewBox=\"0 0 16 16\" aria-hidden=\"true\" focusable=\"false\"><path d=\"%s\"/></svg></button>",
                deeds[i].action, say(page, deeds[i].label), deeds[i].key, say(page, deeds[i].label), deeds[i].sign);
    fputs("</span></template>\n", page->out);
}

void write_tools(const struct page *page, const struct tally *tally)
{
    fprintf(page->out, "<form class=\"tools\" id=\"tools\" aria-label=\"%s\" hidden>\n", say(page, TEXT_FILTER));
    write_filters(page, tally);
    fprintf(page->out,
            "<div class=\"work\">\n<output data-shown=\"%s\" data-none=\"%s\" data-decided=\"%s\" data-copied=\"%s\" "
            "data-linked=\"%s\"></output>\n",
            say(page, TEXT_SHOWN_OF), say(page, TEXT_NOTHING_SHOWN), say(page, TEXT_DECIDED), say(page, TEXT_COPIED),
            say(page, TEXT_LINK_COPIED));
    write_button(page, "accept-shown", TEXT_ACCEPT_SHOWN);
    fprintf(page->out,
            "<button type=\"button\" class=\"words\" data-action=\"download\" data-name=\"%s\">%s</button>\n",
            say(page, TEXT_DOWNLOAD_NAME), say(page, TEXT_DOWNLOAD));
    write_button(page, "export", TEXT_EXPORT);
    fputs("<span class=\"steps\">\n", page->out);
    write_sign_button(page, "previous", "↑", TEXT_PREVIOUS, "k");
    write_sign_button(page, "next", "↓", TEXT_NEXT, "j");
    write_sign_button(page, "help", "?", TEXT_KEYS, "?");
    fputs("</span>\n</div>\n</form>\n", page->out);
    write_note_actions(page);
}
