/* XLIFF 1.2 and 2.x: the target of each unit, with its source. */
#include "input/declared.h"
#include "input/input.h"
#include "input/language.h"
#include "input/markup.h"
#include "input/pairs.h"
#include "messages/messages.h"

/* What an element is. Of the inline elements, those that enclose text (<g>, <pc>, <mrk>) and those that only mark a
 * place in pairs (<bx/>, <sc/>) are passed over. */
enum part {
    PART_OTHER,
    PART_SOURCE,
    PART_TARGET,
    PART_UNIT,      /* ends a pair */
    PART_CODE,      /* of another format: no text */
    PART_OBJECT,    /* the same, and something stands for it */
    PART_CHARACTER, /* one that XML can't hold */
    PART_ASIDE,     /* notes, other translations, what is no text */
};

static const struct {
    const char *name;
    enum part part;
} parts[] = {
    { "source", PART_SOURCE },  { "target", PART_TARGET },   { "trans-unit", PART_UNIT },
    { "segment", PART_UNIT },   { "bpt", PART_CODE },        { "ept", PART_CODE },
    { "it", PART_CODE },        { "sub", PART_CODE },        { "ph", PART_OBJECT },
    { "x", PART_OBJECT },       { "cp", PART_CHARACTER },    { "alt-trans", PART_ASIDE },
    { "header", PART_ASIDE },   { "ignorable", PART_ASIDE }, { "seg-source", PART_ASIDE },
    { "bin-unit", PART_ASIDE }, { "note", PART_ASIDE },      { "notes", PART_ASIDE },
    { "matches", PART_ASIDE },  { "glossary", PART_ASIDE },  { "originalData", PART_ASIDE },
    { "skeleton", PART_ASIDE }, { "metadata", PART_ASIDE },  { "context-group", PART_ASIDE },
};

struct xliff {
    struct markup markup;
    struct pairs pairs;
    struct flow *side;   /* the text that is read: source or target; NULL outside both */
    unsigned silent;     /* depth of the element whose text is not read; 0: none */
    unsigned side_depth; /* that of <source> or <target> */
    unsigned preserve;   /* that of the element that keeps white space; 0: none */
};

static enum part part_of(struct slice name)
{
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (slice_is(name, parts[i].name))
            return parts[i].part;
    return PART_OTHER;
}

/* A file may hold units for several languages, and units that are not to be translated. */
static bool is_out_of_scope(const struct markup *markup)
{
    struct slice language = markup_attribute(markup, "target-language");

    if (language.at == NULL)
        language = markup_attribute(markup, "trgLang");
    return (language.len > 0 && !is_language(language, "de")) ||
           slice_equal(markup_attribute(markup, "translate"), SLICE("no"));
}

/* Where white space is not said to be kept, only that of a text laid out over several lines collapses. */
static void begin_side(struct xliff *xliff, struct flow *side)
{
    struct slice raw = xliff->markup.original->text;
    size_t behind = markup_tag_end(&xliff->markup);

    xliff->side = side;
    xliff->side_depth = xliff->markup.depth;
    side->keep_space = xliff->preserve > 0 || behind >= raw.len || (raw.at[behind] != '\n' && raw.at[behind] != '\r');
}

static void write_inline(struct xliff *xliff, enum part part)
{
    struct markup *markup = &xliff->markup;
    bool line = slice_equal(markup_attribute(markup, "ctype"), SLICE("lb")) ||
                slice_equal(markup_attribute(markup, "subType"), SLICE("xlf:lb"));

    if (part == PART_OBJECT || part == PART_CHARACTER)
        flow_instead(xliff->side, line ? SLICE(" ") : SLICE(OBJECT_CHARACTER), ANCHOR_REPLACES, markup->tag,
                     markup_tag_end(markup));
    if (part == PART_CODE || part == PART_OBJECT)
        xliff->silent = markup->depth;
}

static void on_open(void *user, struct slice name)
{
    struct xliff *xliff = user;
    struct markup *markup = &xliff->markup;
    enum part part = part_of(name);

    if (markup->depth == 1 && !slice_equal(name, SLICE("xliff")))
        markup_refuse(markup, N_("is no XLIFF: the root element is another one"));
    if (xliff->silent > 0)
        return;
    if (xliff->preserve == 0 && slice_equal(markup_attribute(markup, "xml:space"), SLICE("preserve")))
        xliff->preserve = markup->depth;
    if (part == PART_ASIDE || (xliff->side == NULL && is_out_of_scope(markup)))
        xliff->silent = markup->depth;
    else if (xliff->side != NULL)
        write_inline(xliff, part);
    else if (part == PART_SOURCE)
        begin_side(xliff, &xliff->pairs.english);
    else if (part == PART_TARGET)
        begin_side(xliff, &xliff->pairs.german);
}

static void on_close(void *user, struct slice name)
{
    struct xliff *xliff = user;
    unsigned depth = xliff->markup.depth + 1; /* that of the element */

    if (xliff->side != NULL && xliff->side_depth == depth)
        xliff->side = NULL;
    if (xliff->preserve == depth)
        xliff->preserve = 0;
    if (xliff->silent == depth)
        xliff->silent = 0;
    if (part_of(name) == PART_UNIT && xliff->silent == 0)
        pairs_end_unit(&xliff->pairs);
}

static void on_text(void *user, const struct markup_text *text)
{
    struct xliff *xliff = user;

    if (xliff->side != NULL && xliff->silent == 0)
        flow_markup(xliff->side, text);
}

static void on_comment(void *user, size_t mark, size_t start, size_t end)
{
    struct xliff *xliff = user;

    flow_comment(&xliff->pairs.german, mark, start, end);
}

struct document *read_xliff(const struct input *input, struct rs_error *error)
{
    static const struct markup_events events = { on_open, on_close, on_text, on_comment };
    struct document *doc = document_new(input->name);
    struct xliff xliff = { .side = NULL };
    struct transcript transcript;
    struct decoded decoded;
    struct original original;
    int status;

    doc->notation = NOTATION_XML;
    if (decode_xml(doc, input, &decoded, error) != 0) {
        document_free(doc);
        return NULL;
    }
    original = original_file(&decoded);
    transcript_begin(&transcript, doc, &decoded);
    pairs_begin(&xliff.pairs, &transcript, &original);
    xliff.markup = (struct markup){ .original = &original, .name = doc->name, .events = &events, .user = &xliff };
    status = parse_xml(&xliff.markup, error);
    pairs_free(&xliff.pairs);
    if (status == 0)
        return doc;
    document_free(doc);
    return NULL;
}
