/* HTML: the article of a page, block by block.
 *
 * A page is read twice: first to weigh its elements and choose the one that holds the article, then to write that
 * one's text. Elements are known by their number in the order of the page. */
#include "input/html.h"

#include "input/declared.h"
#include "input/input.h"
#include "input/page.h"
#include "input/reference.h"
#include "libraries/libxml2.h"

/* The heaviest element of a sort. */
struct candidate {
    size_t number, text;
};

struct html {
    struct page page;
    struct candidate article, main, block;
    size_t wanted; /* the number of the element that is read */
    bool titled;   /* the page's first heading was met: it is read wherever it stands */
};

static void on_entered(struct page *page, struct frame *frame, struct slice name)
{
    struct html *html = (struct html *)page;

    frame->wanted |= frame->number == html->wanted;
    if (html->titled || !slice_equal(name, SLICE("h1")) || is_quiet(frame))
        return;
    html->titled = true;
    frame->wanted = true;
}

static void offer(struct candidate *candidate, size_t number, size_t text)
{
    if (text > candidate->text)
        *candidate = (struct candidate){ number, text };
}

/* Weighs an element that is whole, and adds its weight to the one around it. */
static void on_left(struct page *page, const struct frame *frame)
{
    struct html *html = (struct html *)page;
    struct frame *parent = page_top(page);

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

static int read_page(struct html *html, struct slice name, struct rs_error *error)
{
    struct page *page = &html->page;
    struct original *original = page->flow != NULL ? page->flow->original : page->markup.original;

    page->markup = (struct markup){ .original = original, .name = name, .events = &page_events, .user = page };
    page->entered = on_entered;
    page->left = on_left;
    page->depth = page->count = 0;
    html->titled = false;
    return parse_html(&page->markup, error);
}

/* The article is in the heaviest <article> where that holds most of the page's text, else in <main>, else in the
 * element with the most paragraphs. A page of many teasers has an <article> for each of them. */
static size_t choose(const struct html *html)
{
    size_t all = html->page.frames[0].text;

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
    struct html html = { .page = { .flow = flow } };

    html.page.frames[0] = (struct frame){ .wanted = true, .in_article = true, .kind = flow->kind };
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

/* True for the name of an element of HTML and what may follow it in a tag. */
static bool is_tag(struct slice text)
{
    char name[16] = "";
    size_t length = name_length(text);

    if (length == 0 || length == text.len || length >= sizeof name || strchr("> /\n", text.at[length]) == NULL)
        return false;
    memcpy(name, text.at, length);
    return libxml2_load(NULL, NULL) == 0 && libxml2.htmlTagLookup((const xmlChar *)name) != NULL;
}

bool looks_like_html(struct slice text)
{
    for (; text.len > 0; text = slice_from(text, 1)) {
        char character[MAX_REFERENCE_TEXT];
        size_t written;

        if (*text.at == '<' && is_tag(slice_from(text, 1)))
            return true;
        if (*text.at == '&' && read_reference(text, character, &written) > 0)
            return true;
    }
    return false;
}

/* Weighs, chooses, writes. */
static int read_article(struct html *html, struct transcript *transcript, const struct decoded *decoded,
                        struct rs_error *error)
{
    const struct slice name = transcript->doc->name;
    struct original original = original_file(decoded);
    struct flow flow;

    html->page.markup.original = &original;
    if (read_page(html, name, error) != 0)
        return -1;
    html->wanted = choose(html);
    html->page.frames[0] = (struct frame){ .kind = SEGMENT_PARAGRAPH };
    flow_begin(&flow, transcript, &original);
    html->page.flow = &flow;
    return read_page(html, name, error);
}

struct document *read_html(const struct input *input, struct rs_error *error)
{
    struct document *doc = document_new(input->name);
    struct html html = { .page = { .language = input->language } };
    struct transcript transcript;
    struct decoded decoded;

    doc->notation = NOTATION_XML;
    if (decode_html(doc, input, &decoded, error) == 0) {
        transcript_begin(&transcript, doc, &decoded);
        if (read_article(&html, &transcript, &decoded, error) == 0)
            return doc;
    }
    document_free(doc);
    return NULL;
}
