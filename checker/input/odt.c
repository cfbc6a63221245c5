/* ODT: paragraphs, headings, lists, tables, notes; tracked changes as if all were accepted: what was deleted stands
 * apart, and is passed over. */
#include "input/nested.h"
#include "input/package.h"

enum part {
    PART_OTHER,
    PART_PARAGRAPH,
    PART_HEADING,
    PART_LIST,
    PART_CELL,
    PART_SPACE, /* one or more, written as an element */
    PART_BREAK,
    PART_NOTE, /* stands inside the paragraph that it belongs to */
    PART_ASIDE,
};

/* Names of OpenDocument are the same under different prefixes now and then (office:body, table:body): those here mean
 * one thing. */
static const struct {
    const char *name;
    enum part part;
} parts[] = {
    { "p", PART_PARAGRAPH },
    { "h", PART_HEADING },
    { "list", PART_LIST },
    { "table-cell", PART_CELL },
    { "s", PART_SPACE },
    { "tab", PART_BREAK },
    { "line-break", PART_BREAK },
    { "note-body", PART_NOTE },
    { "note-citation", PART_ASIDE },
    { "annotation", PART_ASIDE },
    { "tracked-changes", PART_ASIDE },
    { "table-of-content", PART_ASIDE },
    { "alphabetical-index", PART_ASIDE },
    { "illustration-index", PART_ASIDE },
    { "table-index", PART_ASIDE },
    { "ruby-text", PART_ASIDE },
    { "hidden-text", PART_ASIDE },
    { "automatic-styles", PART_ASIDE },
    { "scripts", PART_ASIDE },
    { "forms", PART_ASIDE },
    { "title", PART_ASIDE }, /* of a drawing */
    { "desc", PART_ASIDE },
    { "object", PART_ASIDE },
};

struct odt {
    struct package package;
    struct nested notes;   /* of the paragraph that is open, each a line */
    unsigned silent;       /* depth of the element whose text is not read; 0: none */
    unsigned paragraph;    /* depth of the paragraph that is open; 0: none */
    unsigned note;         /* depth of the note that is open; 0: none */
    unsigned lists, cells; /* that are open */
};

static enum part part_of(struct slice name)
{
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (slice_is(name, parts[i].name))
            return parts[i].part;
    return PART_OTHER;
}

/* Where text goes: to the paragraph, or to its notes. */
static struct flow *flow_of(struct odt *odt)
{
    return odt->note > 0 ? &odt->notes.flow : &odt->package.flow;
}

static void write_instead(struct odt *odt, struct slice text, enum anchor_kind kind)
{
    struct markup *markup = &odt->package.markup;
    struct flow *flow = flow_of(odt);
    bool kept = flow->keep_space;

    if (odt->paragraph == 0)
        return;
    flow->keep_space = true; /* it counts beside white space that is written as such */
    flow_instead(flow, text, kind, markup->tag, markup_tag_end(markup));
    flow->keep_space = kept;
}

static void begin_paragraph(struct odt *odt, enum segment_kind kind)
{
    if (odt->note > 0) { /* a paragraph of a note: another line of it */
        write_instead(odt, SLICE("\n"), ANCHOR_REPLACES);
        return;
    }
    if (kind == SEGMENT_PARAGRAPH && odt->lists > 0)
        kind = SEGMENT_LIST_ITEM;
    if (kind == SEGMENT_PARAGRAPH && odt->cells > 0)
        kind = SEGMENT_CELL;
    flow_break(&odt->package.flow, kind);
    odt->paragraph = odt->package.markup.depth;
}

static void on_open(void *user, struct slice name)
{
    struct odt *odt = user;
    struct markup *markup = &odt->package.markup;

    if (odt->silent > 0)
        return;
    switch (part_of(name)) {
    case PART_PARAGRAPH:
        begin_paragraph(odt, SEGMENT_PARAGRAPH);
        break;
    case PART_HEADING:
        begin_paragraph(odt, SEGMENT_HEADING);
        break;
    case PART_LIST:
        odt->lists++;
        break;
    case PART_CELL:
        odt->cells++;
        break;
    case PART_SPACE:
        write_instead(odt, SLICE(" "), ANCHOR_STANDS_FOR);
        break;
    case PART_BREAK:
        write_instead(odt, SLICE(" "), ANCHOR_REPLACES);
        break;
    case PART_NOTE:
        odt->note = odt->note > 0 ? odt->note : markup->depth;
        break;
    case PART_ASIDE:
        odt->silent = markup->depth;
        break;
    case PART_OTHER:
        break;
    }
}

/* Ends a paragraph; its notes follow it. */
static void end_paragraph(struct odt *odt)
{
    struct package *package = &odt->package;

    odt->paragraph = 0;
    flow_break(&package->flow, SEGMENT_PARAGRAPH);
    if (nested_end(&odt->notes, &package->flow, SEGMENT_PARAGRAPH, package->markup.name, package->markup.error) == 0)
        return;
    package->markup.failed = true;
    markup_refuse(&package->markup, "");
}

static void on_close(void *user, struct slice name)
{
    struct odt *odt = user;
    unsigned depth = odt->package.markup.depth + 1;
    enum part part = part_of(name);

    if (odt->silent != 0) {
        odt->silent = odt->silent == depth ? 0 : odt->silent;
        return;
    }
    if (odt->note == depth)
        odt->note = 0;
    else if (odt->paragraph == depth)
        end_paragraph(odt);
    odt->lists -= part == PART_LIST;
    odt->cells -= part == PART_CELL;
}

static void on_text(void *user, const struct markup_text *text)
{
    struct odt *odt = user;

    if (odt->paragraph > 0 && odt->silent == 0)
        flow_markup(flow_of(odt), text);
}

static void on_part(struct package *package)
{
    struct odt *odt = (struct odt *)package;

    odt->notes.flow.original = package->flow.original;
}

struct document *read_odt(const struct input *input, struct rs_error *error)
{
    static const struct markup_events events = { on_open, on_close, on_text, NULL };
    static const char *const names[] = { "content.xml", NULL };
    struct odt odt = { .package = { .parts = names, .events = &events, .begin = on_part } };
    struct original nowhere = { .encoding = ENCODING_UTF_8 };
    struct document *doc;

    nested_begin(&odt.notes, &nowhere);
    odt.notes.plain = true;
    doc = read_package(input, &odt.package, error);
    nested_free(&odt.notes);
    return doc;
}
