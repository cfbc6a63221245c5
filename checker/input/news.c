/* XML of the news trade: feeds (RSS, Atom), NITF, NewsML-G2. They differ in which elements hold text, and in whether
 * that is markup of their own or HTML written as text. */
#include "input/declared.h"
#include "input/input.h"
#include "input/nested.h"
#include "input/page.h"
#include "messages/messages.h"

enum entry_reading {
    READ_MARKUP, /* the elements in it are those of a page */
    READ_FIELD,  /* its text is a field: plain, or HTML that was escaped */
};

/* An element that holds text of an article. */
struct entry {
    const char *name; /* with the usual prefix, where it has one */
    enum entry_reading reading;
    enum segment_kind kind;
};

struct vocabulary {
    const char *what;     /* for messages */
    const char *roots[4]; /* names of the root element, ended by NULL */
    struct entry entries[8];
};

static const struct vocabulary feed = {
    "feed",
    { "rss", "feed", "RDF", NULL },
    {
        { "title", READ_FIELD, SEGMENT_HEADING },
        { "subtitle", READ_FIELD, SEGMENT_HEADING },
        { "description", READ_FIELD, SEGMENT_PARAGRAPH },
        { "summary", READ_FIELD, SEGMENT_PARAGRAPH },
        { "content", READ_FIELD, SEGMENT_PARAGRAPH },
        { "content:encoded", READ_FIELD, SEGMENT_PARAGRAPH },
    },
};

static const struct vocabulary nitf = { "NITF", { "nitf", NULL }, { { "body", READ_MARKUP, SEGMENT_PARAGRAPH } } };

static const struct vocabulary newsml = {
    "NewsML-G2",
    { "newsItem", "newsMessage", NULL },
    {
        { "headline", READ_FIELD, SEGMENT_HEADING },
        { "inlineXML", READ_MARKUP, SEGMENT_PARAGRAPH },
        { "inlineData", READ_FIELD, SEGMENT_PARAGRAPH },
    },
};

struct news {
    struct page page;
    const struct vocabulary *vocabulary;
    struct nested nested;
    size_t field; /* number of the element that is collected; 0: none */
};

/* True when the element has the name; a known prefix counts, others do not make it another element only where the
 * name is written without one. */
static bool is_named(const struct markup *markup, struct slice name, const char *wanted)
{
    const char *colon = strchr(wanted, ':');
    struct slice prefix = colon == NULL ? SLICE("") : slice_between(wanted, colon);

    return slice_is(name, colon == NULL ? wanted : colon + 1) && slice_equal(markup->prefix, prefix);
}

static const struct entry *entry_for(const struct news *news, struct slice name)
{
    const struct entry *entries = news->vocabulary->entries;
    const size_t count = sizeof news->vocabulary->entries / sizeof *entries;

    for (size_t i = 0; i < count && entries[i].name != NULL; i++)
        if (is_named(&news->page.markup, name, entries[i].name))
            return &entries[i];
    return NULL;
}

static bool is_root(const struct vocabulary *vocabulary, struct slice name)
{
    for (size_t i = 0; vocabulary->roots[i] != NULL; i++)
        if (slice_is(name, vocabulary->roots[i]))
            return true;
    return false;
}

static void check_root(struct news *news, struct slice name)
{
    char reason[128];

    if (news->page.markup.depth > 1 || is_root(news->vocabulary, name))
        return;
    snprintf(reason, sizeof reason, translated("is no %s: the root element is another one"), news->vocabulary->what);
    markup_refuse(&news->page.markup, reason);
}

static void on_entered(struct page *page, struct frame *frame, struct slice name)
{
    struct news *news = (struct news *)page;
    const struct entry *entry = entry_for(news, name);
    const struct frame *parent = page_top(page);

    check_root(news, name);
    if (entry == NULL || parent->wanted || parent->silent)
        return;
    frame->wanted = true;
    frame->silent = frame->object = false;
    frame->kind = entry->kind;
    frame->role = ROLE_BLOCK;
    if (entry->reading == READ_MARKUP || slice_equal(markup_attribute(&page->markup, "type"), SLICE("xhtml")))
        return;
    frame->collected = !frame->foreign;
    news->field = frame->number;
}

static void on_left(struct page *page, const struct frame *frame)
{
    struct news *news = (struct news *)page;

    if (frame->number != news->field)
        return;
    news->field = 0;
    if (nested_end(&news->nested, page->flow, frame->kind, page->markup.name, page->markup.error) == 0)
        return;
    page->markup.failed = true;
    markup_refuse(&page->markup, "");
}

static int read_text_of(struct news *news, struct transcript *transcript, const struct decoded *decoded,
                        struct rs_error *error)
{
    struct original original = original_file(decoded);
    struct page *page = &news->page;
    struct flow flow;
    int status;

    flow_begin(&flow, transcript, &original);
    nested_begin(&news->nested, &original);
    page->flow = &flow;
    page->collector = &news->nested.flow;
    page->entered = on_entered;
    page->left = on_left;
    page->frames[0].in_article = true;
    page->markup =
        (struct markup){ .original = &original, .name = transcript->doc->name, .events = &page_events, .user = page };
    status = parse_xml(&page->markup, error);
    nested_free(&news->nested);
    return status;
}

static struct document *read_news(const struct input *input, const struct vocabulary *vocabulary,
                                  struct rs_error *error)
{
    struct document *doc = document_new(input->name);
    struct news news = { .page = { .language = input->language }, .vocabulary = vocabulary };
    struct transcript transcript;
    struct decoded decoded;

    doc->notation = NOTATION_XML;
    if (decode_xml(doc, input, &decoded, error) == 0) {
        transcript_begin(&transcript, doc, &decoded);
        if (read_text_of(&news, &transcript, &decoded, error) == 0)
            return doc;
    }
    document_free(doc);
    return NULL;
}

struct document *read_feed(const struct input *input, struct rs_error *error)
{
    return read_news(input, &feed, error);
}

struct document *read_nitf(const struct input *input, struct rs_error *error)
{
    return read_news(input, &nitf, error);
}

struct document *read_newsml(const struct input *input, struct rs_error *error)
{
    return read_news(input, &newsml, error);
}
