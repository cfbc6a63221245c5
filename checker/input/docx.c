/* DOCX: the paragraphs of Word's document, footnotes and endnotes; tracked changes as if all were accepted. */
#include "input/package.h"

/* What an element of WordprocessingML does. All others are passed over, and the text of all but <w:t>. */
enum part {
    PART_OTHER,
    PART_PARAGRAPH,
    PART_PROPERTIES, /* of a paragraph */
    PART_RUN,
    PART_TEXT,
    PART_STYLE,
    PART_LIST,
    PART_LEVEL, /* of the outline: a heading */
    PART_CELL,
    PART_SPACE,
    PART_HYPHEN,
    PART_DELETED,
    PART_HIDDEN,
    PART_NOTE,
    PART_ASIDE,
};

static const struct {
    const char *name;
    enum part part;
} parts[] = {
    { "p", PART_PARAGRAPH },
    { "pPr", PART_PROPERTIES },
    { "r", PART_RUN },
    { "t", PART_TEXT },
    { "pStyle", PART_STYLE },
    { "numPr", PART_LIST },
    { "outlineLvl", PART_LEVEL },
    { "tc", PART_CELL },
    { "tab", PART_SPACE },
    { "ptab", PART_SPACE },
    { "br", PART_SPACE },
    { "cr", PART_SPACE },
    { "noBreakHyphen", PART_HYPHEN },
    { "del", PART_DELETED },
    { "moveFrom", PART_DELETED },
    { "vanish", PART_HIDDEN },
    { "footnote", PART_NOTE },
    { "endnote", PART_NOTE },
    { "rt", PART_ASIDE },
    { "tabs", PART_ASIDE },
    { "pPrChange", PART_ASIDE },
    { "rPrChange", PART_ASIDE },
};

struct docx {
    struct package package;
    unsigned silent;     /* depth of the element whose text is not read; 0: none */
    unsigned paragraph;  /* … of the last paragraph that began */
    unsigned properties; /* … of its properties, while they are open */
    unsigned run, text;  /* … of the run, and of the <w:t>, that are open */
    unsigned cells;      /* table cells that are open */
    bool joined;         /* the paragraph's end was deleted: the next one goes on with it */
};

static enum part part_of(const struct markup *markup, struct slice name)
{
    if (markup->space.len == 0 || memmem(markup->space.at, markup->space.len, "wordprocessingml", 16) == NULL)
        return PART_OTHER;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (slice_is(name, parts[i].name))
            return parts[i].part;
    return PART_OTHER;
}

/* True when the style is one of those that Word makes itself, in English or German. */
static bool is_style(struct slice style, const char *const *known)
{
    for (; *known != NULL; known++)
        if (style.len >= strlen(*known) && strncasecmp(style.at, *known, strlen(*known)) == 0)
            return true;
    return false;
}

static void apply_style(struct docx *docx)
{
    static const char *const headings[] = { "heading", "berschrift", "title", "titel", "subtitle", "untertitel", NULL };
    static const char *const contents[] = { "toc", "verzeichnis", NULL };
    static const char *const captions[] = { "caption", "beschriftung", NULL };
    struct slice style = markup_attribute(&docx->package.markup, "w:val");

    if (is_style(style, headings))
        docx->package.flow.kind = SEGMENT_HEADING;
    else if (is_style(style, captions))
        docx->package.flow.kind = SEGMENT_CAPTION;
    else if (is_style(style, contents))
        docx->silent = docx->paragraph; /* the headings once more */
}

static void begin_paragraph(struct docx *docx)
{
    if (!docx->joined)
        flow_break(&docx->package.flow, docx->cells > 0 ? SEGMENT_CELL : SEGMENT_PARAGRAPH);
    docx->joined = false;
    docx->paragraph = docx->package.markup.depth;
    docx->properties = docx->run = docx->text = 0;
    docx->package.flow.keep_space = true;
}

/* <w:vanish/> hides, but for <w:vanish w:val="0"/>. */
static bool is_on(const struct markup *markup)
{
    struct slice value = markup_attribute(markup, "w:val");

    return value.at == NULL || !(slice_equal(value, SLICE("0")) || slice_equal(value, SLICE("false")));
}

static void write_instead(struct docx *docx, struct slice text, enum anchor_kind kind)
{
    struct markup *markup = &docx->package.markup;

    if (docx->run > 0)
        flow_instead(&docx->package.flow, text, kind, markup->tag, markup_tag_end(markup));
}

/* Elements of other vocabularies: formulas have letters, but no words; the second rendering of a drawing repeats it. */
static void open_foreign(struct docx *docx, struct slice name)
{
    struct markup *markup = &docx->package.markup;

    if (slice_equal(name, SLICE("oMath")))
        flow_instead(&docx->package.flow, SLICE(OBJECT_CHARACTER), ANCHOR_REPLACES, markup->tag,
                     markup_tag_end(markup));
    if (slice_equal(name, SLICE("oMath")) || slice_equal(name, SLICE("Fallback")))
        docx->silent = markup->depth;
}

static void on_open(void *user, struct slice name)
{
    struct docx *docx = user;
    struct markup *markup = &docx->package.markup;

    if (docx->silent > 0)
        return;
    switch (part_of(markup, name)) {
    case PART_PARAGRAPH:
        begin_paragraph(docx);
        break;
    case PART_PROPERTIES:
        docx->properties = markup->depth;
        break;
    case PART_RUN:
        docx->run = markup->depth;
        break;
    case PART_TEXT:
        docx->text = markup->depth;
        break;
    case PART_STYLE:
        apply_style(docx);
        break;
    case PART_LIST:
        if (docx->package.flow.kind == SEGMENT_PARAGRAPH)
            docx->package.flow.kind = SEGMENT_LIST_ITEM;
        break;
    case PART_LEVEL:
        docx->package.flow.kind = SEGMENT_HEADING;
        break;
    case PART_CELL:
        docx->cells++;
        break;
    case PART_SPACE:
        write_instead(docx, SLICE(" "), ANCHOR_REPLACES);
        break;
    case PART_HYPHEN:
        write_instead(docx, SLICE("\xe2\x80\x91"), ANCHOR_STANDS_FOR);
        break;
    case PART_DELETED:
        docx->joined |= docx->properties > 0;
        docx->silent = markup->depth;
        break;
    case PART_HIDDEN:
        if (docx->run > 0 && docx->properties == 0 && is_on(markup))
            docx->silent = docx->run;
        break;
    case PART_NOTE:
        if (markup_attribute(markup, "w:type").len > 0) /* the line above the notes */
            docx->silent = markup->depth;
        break;
    case PART_ASIDE:
        docx->silent = markup->depth;
        break;
    case PART_OTHER:
        open_foreign(docx, name);
        break;
    }
}

static void on_close(void *user, struct slice name)
{
    struct docx *docx = user;
    unsigned depth = docx->package.markup.depth + 1;

    if (docx->silent != 0 && docx->silent != depth)
        return;
    docx->silent = 0;
    if (docx->text == depth)
        docx->text = 0;
    else if (docx->run == depth)
        docx->run = 0;
    else if (docx->properties == depth)
        docx->properties = 0;
    else if (slice_equal(name, SLICE("tc")) && docx->cells > 0)
        docx->cells--;
    else if (slice_equal(name, SLICE("p")) && !docx->joined)
        flow_break(&docx->package.flow, docx->cells > 0 ? SEGMENT_CELL : SEGMENT_PARAGRAPH);
}

static void on_text(void *user, const struct markup_text *text)
{
    struct docx *docx = user;

    if (docx->text > 0 && docx->silent == 0)
        flow_markup(&docx->package.flow, text);
}

struct document *read_docx(const struct input *input, struct rs_error *error)
{
    static const struct markup_events events = { on_open, on_close, on_text, NULL };
    static const char *const names[] = { "word/document.xml", "word/footnotes.xml", "word/endnotes.xml", NULL };
    struct docx docx = { .package = { .parts = names, .events = &events } };

    return read_package(input, &docx.package, error);
}
