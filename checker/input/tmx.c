/* TMX: each translation unit is a pair, its German variant the text, that of the source language its source. */
#include "input/declared.h"
#include "input/input.h"
#include "input/language.h"
#include "input/markup.h"
#include "input/pairs.h"

#define MAX_LANGUAGE 32

struct tmx {
    struct markup markup;
    struct pairs pairs;
    struct flow *variant;      /* the language of the <tuv> that is open; NULL: neither */
    struct flow *side;         /* the same inside its <seg> */
    unsigned silent;           /* depth of the element whose text is not read; 0: none */
    bool translated;           /* the unit has its source: further variants of the language are other ones */
    char source[MAX_LANGUAGE]; /* the source language that the header names */
};

/* The flow for a variant's language, or NULL. "*all*" names no source language. */
static struct flow *flow_for(struct tmx *tmx, struct slice language)
{
    if (is_language(language, "de"))
        return &tmx->pairs.german;
    if (tmx->translated || !is_language(language, tmx->source[0] == '\0' || tmx->source[0] == '*' ? "en" : tmx->source))
        return NULL;
    tmx->translated = true;
    return &tmx->pairs.english;
}

static void begin_variant(struct tmx *tmx)
{
    struct slice language = markup_attribute(&tmx->markup, "xml:lang");

    if (language.at == NULL)
        language = markup_attribute(&tmx->markup, "lang"); /* TMX 1.1 */
    tmx->variant = flow_for(tmx, language);
}

/* Only the language counts: "en-US" and "en-GB" are the same source. */
static void note_source(struct tmx *tmx)
{
    struct slice language = markup_attribute(&tmx->markup, "srclang");
    size_t length = 0;

    while (length < language.len && length + 1 < MAX_LANGUAGE && language.at[length] != '-')
        length++;
    memcpy(tmx->source, language.at == NULL ? "" : language.at, length);
    tmx->source[length] = '\0';
}

static void on_open(void *user, struct slice name)
{
    struct tmx *tmx = user;
    struct markup *markup = &tmx->markup;

    if (markup->depth == 1 && !slice_equal(name, SLICE("tmx")))
        markup_refuse(markup, "is no TMX: the root element is another one");
    if (tmx->silent > 0)
        return;
    if (slice_equal(name, SLICE("header")))
        note_source(tmx);
    else if (slice_equal(name, SLICE("tuv")))
        begin_variant(tmx);
    else if (slice_equal(name, SLICE("seg")))
        tmx->side = tmx->variant;
    else if (tmx->side != NULL && !slice_equal(name, SLICE("hi")))
        tmx->silent = markup->depth; /* codes of another format */
    if (tmx->side != NULL && slice_equal(name, SLICE("ph")))
        flow_instead(tmx->side, SLICE(OBJECT_CHARACTER), ANCHOR_REPLACES, markup->tag, markup_tag_end(markup));
}

static void on_close(void *user, struct slice name)
{
    struct tmx *tmx = user;

    if (tmx->silent == tmx->markup.depth + 1)
        tmx->silent = 0;
    if (slice_equal(name, SLICE("seg"))) {
        if (tmx->side != NULL)
            flow_break(tmx->side, SEGMENT_PARAGRAPH);
        tmx->side = NULL;
    } else if (slice_equal(name, SLICE("tu"))) {
        pairs_end_unit(&tmx->pairs);
        tmx->translated = false;
    }
}

static void on_text(void *user, const struct markup_text *text)
{
    struct tmx *tmx = user;

    if (tmx->side != NULL && tmx->silent == 0)
        flow_markup(tmx->side, text);
}

static void on_comment(void *user, size_t mark, size_t start, size_t end)
{
    struct tmx *tmx = user;

    flow_comment(&tmx->pairs.german, mark, start, end);
}

struct document *read_tmx(const struct input *input, struct rs_error *error)
{
    static const struct markup_events events = { on_open, on_close, on_text, on_comment };
    struct document *doc = document_new(input->name);
    struct tmx tmx = { .side = NULL };
    struct transcript transcript;
    struct decoded decoded;
    struct original original;
    int status;

    doc->notation = NOTATION_XML;
    if (decode_xml(doc, input->bytes, &decoded, error) != 0) {
        document_free(doc);
        return NULL;
    }
    original = original_file(&decoded);
    transcript_begin(&transcript, doc, &decoded);
    pairs_begin(&tmx.pairs, &transcript, &original);
    tmx.pairs.german.keep_space = tmx.pairs.english.keep_space = true;
    tmx.markup = (struct markup){ .original = &original, .name = doc->name, .events = &events, .user = &tmx };
    status = parse_xml(&tmx.markup, error);
    pairs_free(&tmx.pairs);
    if (status == 0)
        return doc;
    document_free(doc);
    return NULL;
}
