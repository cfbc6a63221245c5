/* HTML: the article of a page, block by block.
 *
 * A page is read twice: first to weigh its elements and choose the one that holds the article, then to write that
 * one's text. Elements are known by their number in the order of the page. */
#include "input/html.h"

#include <libxml/HTMLparser.h>

#include "input/input.h"
#include "input/markup.h"
#include "input/reference.h"

/* What an element does to the text around it; all others are part of a line. */
enum role {
    ROLE_INLINE,
    ROLE_BLOCK,
    ROLE_PARAGRAPH,
    ROLE_HEADING,
    ROLE_ITEM,
    ROLE_CELL,
    ROLE_CAPTION,
    ROLE_BREAK,  /* a new line */
    ROLE_IMAGE,  /* its alternative text may be read */
    ROLE_OBJECT, /* inside a sentence, but no text: something stands for it */
    ROLE_SKIP,   /* no part of the article */
};

static const struct {
    const char *name;
    enum role role;
} elements[] = {
    { "address", ROLE_BLOCK },  { "area", ROLE_SKIP },       { "article", ROLE_BLOCK },
    { "aside", ROLE_SKIP },     { "audio", ROLE_SKIP },      { "blockquote", ROLE_BLOCK },
    { "body", ROLE_BLOCK },     { "br", ROLE_BREAK },        { "button", ROLE_SKIP },
    { "canvas", ROLE_SKIP },    { "caption", ROLE_CAPTION }, { "center", ROLE_BLOCK },
    { "code", ROLE_OBJECT },    { "datalist", ROLE_SKIP },   { "dd", ROLE_ITEM },
    { "del", ROLE_SKIP },       { "details", ROLE_BLOCK },   { "dialog", ROLE_SKIP },
    { "div", ROLE_BLOCK },      { "dl", ROLE_BLOCK },        { "dt", ROLE_ITEM },
    { "embed", ROLE_SKIP },     { "fieldset", ROLE_BLOCK },  { "figcaption", ROLE_CAPTION },
    { "figure", ROLE_BLOCK },   { "footer", ROLE_SKIP },     { "form", ROLE_BLOCK },
    { "frameset", ROLE_BLOCK }, { "h1", ROLE_HEADING },      { "h2", ROLE_HEADING },
    { "h3", ROLE_HEADING },     { "h4", ROLE_HEADING },      { "h5", ROLE_HEADING },
    { "h6", ROLE_HEADING },     { "head", ROLE_SKIP },       { "header", ROLE_BLOCK },
    { "hgroup", ROLE_BLOCK },   { "hr", ROLE_BLOCK },        { "html", ROLE_BLOCK },
    { "iframe", ROLE_SKIP },    { "img", ROLE_IMAGE },       { "input", ROLE_SKIP },
    { "kbd", ROLE_OBJECT },     { "li", ROLE_ITEM },         { "main", ROLE_BLOCK },
    { "math", ROLE_OBJECT },    { "menu", ROLE_SKIP },       { "nav", ROLE_SKIP },
    { "noscript", ROLE_SKIP },  { "object", ROLE_SKIP },     { "ol", ROLE_BLOCK },
    { "optgroup", ROLE_SKIP },  { "option", ROLE_SKIP },     { "p", ROLE_PARAGRAPH },
    { "pre", ROLE_SKIP },       { "samp", ROLE_OBJECT },     { "script", ROLE_SKIP },
    { "search", ROLE_SKIP },    { "section", ROLE_BLOCK },   { "select", ROLE_SKIP },
    { "style", ROLE_SKIP },     { "summary", ROLE_BLOCK },   { "svg", ROLE_OBJECT },
    { "table", ROLE_BLOCK },    { "tbody", ROLE_BLOCK },     { "td", ROLE_CELL },
    { "template", ROLE_SKIP },  { "textarea", ROLE_SKIP },   { "tfoot", ROLE_BLOCK },
    { "th", ROLE_CELL },        { "thead", ROLE_BLOCK },     { "title", ROLE_SKIP },
    { "tr", ROLE_BLOCK },       { "ul", ROLE_BLOCK },        { "var", ROLE_OBJECT },
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
        if (slice_equal(role, slice_of(names[i])))
            return true;
    return false;
}

/* An element that is open. */
struct frame {
    size_t number; /* in the order of the page, from 1 */
    size_t text;   /* bytes of text in it, without that of links */
    size_t direct; /* … of paragraphs that stand in it, and half of those one level down */
    enum role role;
    enum segment_kind kind; /* of the text in it */
    bool article, main;     /* it is one, or is marked as one */
    bool in_article;        /* it or one around it is one of these */
    bool link;
    bool silent;  /* no text in it is read */
    bool foreign; /* it is in another language */
    bool object;  /* the silence began here, in a line, and nothing stands for it yet */
    bool wanted;  /* it is inside the element that holds the article */
};

/* The heaviest element of a sort. */
struct candidate {
    size_t number, text;
};

struct html {
    struct markup markup;
    struct flow *flow; /* NULL while elements are weighed */
    struct frame frames[MAX_MARKUP_DEPTH + 2];
    size_t depth; /* of frames; the first is the page */
    size_t count; /* elements so far */
    struct candidate article, main, block;
    size_t wanted;   /* the number of the element that is read */
    bool titled;     /* the page's first heading was met */
    bool in_heading; /* … and is open: it is read wherever it stands */
    size_t title_depth;
};

static struct frame *top(struct html *html)
{
    return &html->frames[html->depth];
}

static bool is_block(enum role role)
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
static void read_attributes(const struct markup *markup, struct frame *frame)
{
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
        frame->foreign = language.len < 2 || strncasecmp(language.at, "de", 2) != 0 ||
                         (language.len > 2 && language.at[2] != '-' && language.at[2] != '_');
}

static bool is_quiet(const struct frame *frame)
{
    return frame->silent || frame->foreign;
}

/* True where text is to be written now. */
static bool is_read(const struct html *html, const struct frame *frame)
{
    return html->flow != NULL && (frame->wanted || html->in_heading);
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
static void write_image(struct html *html, const struct frame *parent)
{
    size_t start = html->markup.tag, end = markup_position(&html->markup);

    if (html->flow->open) {
        flow_instead(html->flow, SLICE(OBJECT_CHARACTER), ANCHOR_REPLACES, start, end);
        return;
    }
    if (!find_alternative(html->markup.original->text, &start, &end))
        return;
    flow_break(html->flow, SEGMENT_CAPTION);
    flow_escaped(html->flow, start, end);
    flow_break(html->flow, parent->kind);
}

/* The page's first heading is part of the article, wherever it stands. */
static void begin_title(struct html *html, struct slice name, const struct frame *frame)
{
    if (html->titled || !slice_equal(name, SLICE("h1")) || is_quiet(frame))
        return;
    html->titled = html->in_heading = true;
    html->title_depth = html->depth;
}

static void on_open(void *user, struct slice name)
{
    struct html *html = user;
    const struct frame *parent = top(html);
    struct frame frame = { .number = ++html->count, .role = role_of(name) };

    frame.article = slice_equal(name, SLICE("article"));
    frame.main = slice_equal(name, SLICE("main"));
    frame.kind = kind_of(frame.role, parent);
    frame.link = parent->link || slice_equal(name, SLICE("a"));
    frame.foreign = parent->foreign;
    frame.silent = parent->silent || frame.role == ROLE_SKIP || frame.role == ROLE_OBJECT;
    read_attributes(&html->markup, &frame);
    frame.in_article = parent->in_article || frame.article || frame.main;
    frame.silent |= slice_equal(name, SLICE("header")) && !frame.in_article;
    frame.object = !is_block(frame.role) && is_quiet(&frame) && !is_quiet(parent);
    frame.wanted = parent->wanted || frame.number == html->wanted;
    html->frames[++html->depth] = frame;
    begin_title(html, name, &frame);
    if (!is_read(html, &frame))
        return;
    if (is_block(frame.role))
        flow_break(html->flow, frame.kind);
    else if (frame.role == ROLE_BREAK && !is_quiet(&frame))
        flow_instead(html->flow, SLICE(" "), ANCHOR_REPLACES, html->markup.tag, markup_position(&html->markup));
    else if (frame.role == ROLE_IMAGE && !is_quiet(&frame))
        write_image(html, parent);
}

static void offer(struct candidate *candidate, size_t number, size_t text)
{
    if (text > candidate->text)
        *candidate = (struct candidate){ number, text };
}

/* Weighs an element that is whole, and adds its weight to the one around it. */
static void weigh(struct html *html, const struct frame *frame)
{
    struct frame *parent = top(html);

    parent->text += frame->text;
    if (frame->role == ROLE_PARAGRAPH)
        parent->direct += frame->text;
    else if (frame->role == ROLE_BLOCK)
        parent->direct += frame->direct / 2;
    else if (!is_block(frame->role))
        parent->direct += frame->direct;
    if (frame->article)
        offer(&html->article, frame->number, frame->text);
    if (frame->main)
        offer(&html->main, frame->number, frame->text);
    if (frame->role == ROLE_BLOCK || frame->role == ROLE_CELL)
        offer(&html->block, frame->number, frame->direct);
}

static void on_close(void *user, struct slice name)
{
    struct html *html = user;
    const struct frame *frame = top(html);
    (void)name;

    if (is_read(html, frame) && is_block(frame->role))
        flow_break(html->flow, html->frames[html->depth - 1].kind);
    if (html->in_heading && html->title_depth == html->depth)
        html->in_heading = false;
    html->depth--;
    weigh(html, frame);
}

static bool is_white(struct slice text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.at[i] != ' ' && !(text.at[i] >= '\t' && text.at[i] <= '\r'))
            return false;
    return true;
}

/* Something stands for a quiet element of a line, once, when it holds anything. */
static void write_object(struct html *html, const struct markup_text *text)
{
    for (size_t depth = html->depth; depth > 0 && is_quiet(&html->frames[depth]); depth--) {
        struct frame *frame = &html->frames[depth];

        if (!frame->object)
            continue;
        frame->object = false;
        flow_instead(html->flow, SLICE(OBJECT_CHARACTER), ANCHOR_REPLACES, text->start, text->end);
    }
}

static void on_text(void *user, const struct markup_text *text)
{
    struct html *html = user;
    struct frame *frame = top(html);

    if (html->flow == NULL && !is_quiet(frame) && !frame->link)
        frame->text += is_white(text->text) ? 0 : text->text.len;
    if (!is_read(html, frame))
        return;
    if (!is_quiet(frame))
        flow_markup(html->flow, text);
    else if (!is_white(text->text))
        write_object(html, text);
}

static void on_comment(void *user, size_t mark, size_t start, size_t end)
{
    struct html *html = user;

    if (html->flow != NULL)
        flow_comment(html->flow, mark, start, end);
}

static int read_page(struct html *html, struct slice name, struct rs_error *error)
{
    static const struct markup_events events = { on_open, on_close, on_text, on_comment };
    struct original *original = html->flow != NULL ? html->flow->original : html->markup.original;

    html->markup = (struct markup){ .original = original, .name = name, .events = &events, .user = html };
    html->depth = html->count = 0;
    html->titled = html->in_heading = false;
    return parse_html(&html->markup, error);
}

/* The article is in the heaviest <article> where that holds most of the page's text, else in <main>, else in the
 * element with the most paragraphs. A page of many teasers has an <article> for each of them. */
static size_t choose(const struct html *html)
{
    size_t all = html->frames[0].text;

    if (html->main.text > 0)
        all = html->main.text;
    if (html->article.text * 2 >= all && html->article.text > 0)
        return html->article.number;
    if (html->main.text > 0)
        return html->main.number;
    if (html->block.text * 3 >= all && html->block.text > 0)
        return html->block.number;
    return 1;
}

int flow_html(struct flow *flow, struct slice name, struct rs_error *error)
{
    struct html html = { .flow = flow, .frames[0] = { .wanted = true, .in_article = true, .kind = flow->kind } };

    return read_page(&html, name, error);
}

/* Bytes of letters and digits at the start of the text. */
static size_t name_length(struct slice text)
{
    size_t length = 0;

    while (length < text.len && ((text.at[length] >= '0' && text.at[length] <= '9') ||
                                 ((text.at[length] | 0x20) >= 'a' && (text.at[length] | 0x20) <= 'z')))
        length++;
    return length;
}

bool looks_like_html(struct slice text)
{
    const char *mark;

    while (text.len > 0 && (mark = memchr(text.at, '<', text.len)) != NULL) {
        char name[16] = "";
        size_t length;

        text = slice_from(text, (size_t)(mark - text.at) + 1);
        length = name_length(text);
        if (length == 0 || length == text.len || length >= sizeof name || strchr("> /\n", text.at[length]) == NULL)
            continue;
        memcpy(name, text.at, length);
        if (htmlTagLookup((const xmlChar *)name) != NULL)
            return true;
    }
    return false;
}

/* The encoding that the page declares in a <meta>, as written, or empty. */
static struct slice declared_encoding(struct slice text, size_t *line)
{
    struct slice head = { text.at, text.len < 4096 ? text.len : 4096 };
    const char *mark = memmem(head.at, head.len, "charset=", 8), *start;
    size_t length;

    if (mark == NULL || memmem(head.at, (size_t)(mark - head.at), "<meta", 5) == NULL)
        return SLICE("");
    start = mark + 8;
    start += start < head.at + head.len && (*start == '"' || *start == '\'');
    length = 0;
    while (start + length < head.at + head.len && strchr("\"'/> ;\r\n\t", start[length]) == NULL)
        length++;
    *line = 1;
    for (const char *at = head.at; at < mark; at++)
        *line += *at == '\n';
    return (struct slice){ start, length };
}

/* Weighs, chooses, writes. */
static int read_article(struct html *html, struct transcript *transcript, const struct decoded *decoded,
                        struct rs_error *error)
{
    const struct slice name = transcript->doc->name;
    struct original original = original_file(decoded);
    struct flow flow;

    html->markup.original = &original;
    if (read_page(html, name, error) != 0)
        return -1;
    html->wanted = choose(html);
    html->frames[0] = (struct frame){ .kind = SEGMENT_PARAGRAPH };
    flow_begin(&flow, transcript, &original);
    html->flow = &flow;
    return read_page(html, name, error);
}

struct document *read_html(const struct input *input, struct rs_error *error)
{
    struct document *doc = document_new(input->name);
    struct html html = { .flow = NULL };
    struct transcript transcript;
    struct decoded decoded;
    struct slice declared;
    size_t line = 0;

    if (decode_file(doc, input->bytes, &decoded, error) != 0)
        goto failed;
    declared = declared_encoding(decoded.text, &line);
    if (declared.len > 0 && check_declared_encoding(doc, &decoded, declared, line, error) != 0)
        goto failed;
    doc->notation = NOTATION_XML;
    transcript_begin(&transcript, doc, &decoded);
    if (read_article(&html, &transcript, &decoded, error) == 0)
        return doc;
failed:
    document_free(doc);
    return NULL;
}
