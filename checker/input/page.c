#include "input/page.h"

#include "input/language.h"
#include "input/reference.h"

/* Those of HTML and of NITF. */
static const struct {
    const char *name;
    enum role role;
} elements[] = {
    { "address", ROLE_BLOCK },
    { "area", ROLE_SKIP },
    { "article", ROLE_BLOCK },
    { "aside", ROLE_SKIP },
    { "audio", ROLE_SKIP },
    { "block", ROLE_BLOCK },
    { "blockquote", ROLE_BLOCK },
    { "body", ROLE_BLOCK },
    { "body.content", ROLE_BLOCK },
    { "body.end", ROLE_SKIP },
    { "body.head", ROLE_BLOCK },
    { "br", ROLE_BREAK },
    { "button", ROLE_SKIP },
    { "byline", ROLE_SKIP },
    { "canvas", ROLE_SKIP },
    { "caption", ROLE_CAPTION },
    { "center", ROLE_BLOCK },
    { "code", ROLE_OBJECT },
    { "copyrite", ROLE_SKIP },
    { "datalist", ROLE_SKIP },
    { "dateline", ROLE_SKIP },
    { "dd", ROLE_ITEM },
    { "del", ROLE_SKIP },
    { "details", ROLE_BLOCK },
    { "dialog", ROLE_SKIP },
    { "distributor", ROLE_SKIP },
    { "div", ROLE_BLOCK },
    { "dl", ROLE_BLOCK },
    { "dt", ROLE_ITEM },
    { "embed", ROLE_SKIP },
    { "fieldset", ROLE_BLOCK },
    { "figcaption", ROLE_CAPTION },
    { "figure", ROLE_BLOCK },
    { "footer", ROLE_SKIP },
    { "form", ROLE_BLOCK },
    { "frameset", ROLE_BLOCK },
    { "h1", ROLE_HEADING },
    { "h2", ROLE_HEADING },
    { "h3", ROLE_HEADING },
    { "h4", ROLE_HEADING },
    { "h5", ROLE_HEADING },
    { "h6", ROLE_HEADING },
    { "head", ROLE_SKIP },
    { "header", ROLE_BLOCK },
    { "hedline", ROLE_BLOCK },
    { "hgroup", ROLE_BLOCK },
    { "hl1", ROLE_HEADING },
    { "hl2", ROLE_HEADING },
    { "hr", ROLE_BLOCK },
    { "html", ROLE_BLOCK },
    { "iframe", ROLE_SKIP },
    { "img", ROLE_IMAGE },
    { "input", ROLE_SKIP },
    { "kbd", ROLE_OBJECT },
    { "li", ROLE_ITEM },
    { "main", ROLE_BLOCK },
    { "math", ROLE_OBJECT },
    { "media", ROLE_BLOCK },
    { "media-caption", ROLE_CAPTION },
    { "media-metadata", ROLE_SKIP },
    { "media-object", ROLE_SKIP },
    { "media-producer", ROLE_SKIP },
    { "menu", ROLE_SKIP },
    { "nav", ROLE_SKIP },
    { "nitf-table", ROLE_BLOCK },
    { "noscript", ROLE_SKIP },
    { "object", ROLE_SKIP },
    { "ol", ROLE_BLOCK },
    { "optgroup", ROLE_SKIP },
    { "option", ROLE_SKIP },
    { "p", ROLE_PARAGRAPH },
    { "pre", ROLE_SKIP },
    { "samp", ROLE_OBJECT },
    { "script", ROLE_SKIP },
    { "search", ROLE_SKIP },
    { "section", ROLE_BLOCK },
    { "select", ROLE_SKIP },
    { "style", ROLE_SKIP },
    { "summary", ROLE_BLOCK },
    { "svg", ROLE_OBJECT },
    { "table", ROLE_BLOCK },
    { "tbody", ROLE_BLOCK },
    { "td", ROLE_CELL },
    { "template", ROLE_SKIP },
    { "textarea", ROLE_SKIP },
    { "tfoot", ROLE_BLOCK },
    { "th", ROLE_CELL },
    { "thead", ROLE_BLOCK },
    { "title", ROLE_SKIP },
    { "tr", ROLE_BLOCK },
    { "ul", ROLE_BLOCK },
    { "var", ROLE_OBJECT },
    { "video", ROLE_SKIP },
};

static enum role role_of(struct slice name)
{
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
        if (name.len == strlen(elements[i].name) && strncasecmp(name.at, elements[i].name, name.len) == 0)
            return elements[i].role;
    return ROLE_INLINE;
}

/* The ARIA landmarks that are no part of an article. */
static bool is_side_landmark(struct slice role)
{
    static const char *const names[] = { "banner", "complementary", "contentinfo", "dialog",
                                         "form",   "menu",          "navigation",  "search" };

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (slice_is(role, names[i]))
            return true;
    return false;
}

struct frame *page_top(struct page *page)
{
    return &page->frames[page->depth];
}

bool is_block(enum role role)
{
    return (role >= ROLE_BLOCK && role <= ROLE_CAPTION) || role == ROLE_SKIP;
}

static enum segment_kind kind_of(enum role role, const struct frame *parent)
{
    switch (role) {
    case ROLE_HEADING:
        return SEGMENT_HEADING;
    case ROLE_ITEM:
        return SEGMENT_LIST_ITEM;
    case ROLE_CELL:
        return SEGMENT_CELL;
    case ROLE_CAPTION:
        return SEGMENT_CAPTION;
    default:
        return parent->kind;
    }
}

/* Sets what the attributes of the element that begins say. */
static void read_attributes(const struct page *page, struct frame *frame)
{
    const struct markup *markup = &page->markup;
    struct slice role = markup_attribute(markup, "role"), language = markup_attribute(markup, "lang");
    struct slice translate = markup_attribute(markup, "translate");

    if (language.at == NULL)
        language = markup_attribute(markup, "xml:lang");
    frame->main |= slice_equal(role, SLICE("main"));
    frame->article |=
        slice_equal(role, SLICE("article")) || slice_equal(markup_attribute(markup, "itemprop"), SLICE("articleBody"));
    frame->silent |= is_side_landmark(role) || markup_attribute(markup, "hidden").at != NULL ||
                     slice_equal(markup_attribute(markup, "aria-hidden"), SLICE("true")) ||
                     slice_equal(translate, SLICE("no"));
    if (language.len > 0)
        frame->foreign = !is_language(language, page->language == NULL ? "de" : page->language);
}

bool is_quiet(const struct frame *frame)
{
    return frame->silent || frame->foreign;
}

/* True where text is to be written now. */
static bool is_read(const struct page *page, const struct frame *frame)
{
    return page->flow != NULL && frame->wanted && !frame->collected;
}

/* A text that stands in a tag, with references. */
static void flow_escaped(struct flow *flow, size_t start, size_t end)
{
    const char *raw = flow->original->text.at;

    while (start < end) {
        const char *mark = memchr(raw + start, '&', end - start);
        size_t stop = mark == NULL ? end : (size_t)(mark - raw), length, written;
        char character[MAX_REFERENCE_TEXT];

        flow_copy(flow, start, stop);
        if (stop == end)
            return;
        length = read_reference((struct slice){ mark, end - stop }, character, &written);
        if (length > 0)
            flow_instead(flow, (struct slice){ character, written }, ANCHOR_STANDS_FOR, stop, stop + length);
        else
            flow_copy(flow, stop, stop + 1);
        start = stop + (length > 0 ? length : 1);
    }
}

/* Finds the quoted value of alt in a tag between two offsets. */
static bool find_alternative(struct slice raw, size_t *start, size_t *end)
{
    size_t at = *start;

    while (at < *end) {
        const char *quote = strpbrk("\"'", (char[]){ raw.at[at], '\0' });
        const char *close;

        if (quote == NULL || raw.at[at] == '\0') {
            at++;
            continue;
        }
        close = memchr(raw.at + at + 1, *quote, *end - at - 1);
        if (close == NULL)
            return false;
        if (at >= 5 && strncasecmp(raw.at + at - 4, "alt=", 4) == 0 && (unsigned char)raw.at[at - 5] <= ' ') {
            *start = at + 1;
            *end = (size_t)(close - raw.at);
            return true;
        }
        at = (size_t)(close - raw.at) + 1;
    }
    return false;
}

/* The alternative text of an image that stands by itself is a caption; inside a sentence something stands for it. */
static void write_image(struct page *page, const struct frame *parent)
{
    size_t start = page->markup.tag, end = markup_tag_end(&page->markup);

    if (page->flow->open) {
        flow_instead(page->flow, SLICE(OBJECT_CHARACTER), ANCHOR_REPLACES, start, end);
        return;
    }
    if (!find_alternative(page->markup.original->text, &start, &end))
        return;
    flow_break(page->flow, SEGMENT_CAPTION);
    flow_escaped(page->flow, start, end);
    flow_break(page->flow, parent->kind);
}

static void on_open(void *user, struct slice name)
{
    struct page *page = user;
    const struct frame *parent = page_top(page);
    struct frame frame = { .number = ++page->count, .role = role_of(name) };

    frame.article = slice_equal(name, SLICE("article"));
    frame.main = slice_equal(name, SLICE("main"));
    frame.kind = kind_of(frame.role, parent);
    frame.link = parent->link || slice_equal(name, SLICE("a"));
    frame.foreign = parent->foreign;
    frame.wanted = parent->wanted;
    frame.collected = parent->collected;
    frame.silent = parent->silent || frame.role == ROLE_SKIP || frame.role == ROLE_OBJECT;
    read_attributes(page, &frame);
    frame.in_article = parent->in_article || frame.article || frame.main;
    frame.silent |= slice_equal(name, SLICE("header")) && !frame.in_article;
    frame.object = parent->wanted && !is_block(frame.role) && is_quiet(&frame) && !is_quiet(parent);
    if (page->entered != NULL)
        page->entered(page, &frame, name);
    page->frames[++page->depth] = frame;
    if (!is_read(page, &frame))
        return;
    if (is_block(frame.role))
        flow_break(page->flow, frame.kind);
    else if (frame.role == ROLE_BREAK && !is_quiet(&frame))
        flow_instead(page->flow, SLICE(" "), ANCHOR_REPLACES, page->markup.tag, markup_tag_end(&page->markup));
    else if (frame.role == ROLE_IMAGE && !is_quiet(&frame))
        write_image(page, parent);
}

static void on_close(void *user, struct slice name)
{
    struct page *page = user;
    const struct frame *frame = page_top(page);
    (void)name;

    if (is_read(page, frame) && is_block(frame->role))
        flow_break(page->flow, page->frames[page->depth - 1].kind);
    page->depth--;
    if (page->left != NULL)
        page->left(page, frame);
}

static bool is_white(struct slice text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.at[i] != ' ' && !(text.at[i] >= '\t' && text.at[i] <= '\r'))
            return false;
    return true;
}

/* Something stands for a quiet element of a line, once, when it holds anything. */
static void write_object(struct page *page, const struct markup_text *text)
{
    for (size_t depth = page->depth; depth > 0 && is_quiet(&page->frames[depth]); depth--) {
        struct frame *frame = &page->frames[depth];

        if (!frame->object)
            continue;
        frame->object = false;
        flow_instead(page->flow, SLICE(OBJECT_CHARACTER), ANCHOR_REPLACES, text->start, text->end);
    }
}

static void on_text(void *user, const struct markup_text *text)
{
    struct page *page = user;
    struct frame *frame = page_top(page);

    if (page->flow == NULL && !is_quiet(frame) && !frame->link)
        frame->text += is_white(text->text) ? 0 : text->text.len;
    if (frame->collected)
        flow_markup(page->collector, text);
    if (!is_read(page, frame))
        return;
    if (!is_quiet(frame))
        flow_markup(page->flow, text);
    else if (!is_white(text->text))
        write_object(page, text);
}

static void on_comment(void *user, size_t mark, size_t start, size_t end)
{
    struct page *page = user;

    if (page->flow != NULL)
        flow_comment(page->flow, mark, start, end);
}

const struct markup_events page_events = { on_open, on_close, on_text, on_comment };
