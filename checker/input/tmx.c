/* TMX: each translation unit is a pair, its German variant the text, that of the source language its source. */
#include "input/declared.h"
#include "input/input.h"
#include "input/language.h"
#include "input/markup.h"
#include "input/pairs.h"
#include "messages/messages.h"

#define MAX_LANGUAGE 32

struct tmx {
    const struct input *input;
    struct markup markup;
    struct slice encoding;
    struct document *doc; /* that the units go to */
    struct transcript transcript;
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
        markup_refuse(markup, N_("is no TMX: the root element is another one"));
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

/* Begins the document that the next units go to. */
static void begin_document(struct tmx *tmx, const struct decoded *expected)
{
    struct document *doc = document_new(tmx->input->name);

    doc->notation = NOTATION_XML;
    doc->encoding = tmx->encoding;
    transcript_begin(&tmx->transcript, doc, expected);
    tmx->doc = doc;
    tmx->pairs.first = 0;
    tmx->pairs.german.transcript = &tmx->transcript;
}

/* Hands over what was read so far. */
static void end_batch(struct tmx *tmx)
{
    const struct decoded nothing = { .text = SLICE(""), .encoding = ENCODING_UTF_8 };

    tmx->input->take_batch(tmx->input->user, tmx->doc);
    begin_document(tmx, &nothing);
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
        if (tmx->input->take_batch != NULL && tmx->doc->text.len >= BATCH_BYTES)
            end_batch(tmx);
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

/* name is the file's, and outlives the documents. */
static int read_units(struct tmx *tmx, struct slice name, const struct decoded *decoded, struct rs_error *error)
{
    static const struct markup_events events = { on_open, on_close, on_text, on_comment };
    const struct decoded nothing = { .text = SLICE(""), .encoding = ENCODING_UTF_8 };
    struct original original = original_file(decoded);
    int status;

    begin_document(tmx, tmx->input->take_batch != NULL ? &nothing : decoded);
    pairs_begin(&tmx->pairs, &tmx->transcript, &original);
    tmx->pairs.german.keep_space = tmx->pairs.english.keep_space = true;
    tmx->markup = (struct markup){ .original = &original, .name = name, .events = &events, .user = tmx };
    status = parse_xml(&tmx->markup, error);
    pairs_free(&tmx->pairs);
    if (status == 0)
        return 0;
    document_free(tmx->doc);
    tmx->doc = NULL;
    return -1;
}

struct document *read_tmx(const struct input *input, struct rs_error *error)
{
    struct document *holder = document_new(input->name); /* of the decoded text, where it is not that of the file */
    struct tmx tmx = { .input = input };
    struct decoded decoded;
    int status = input->take_batch != NULL ? decode_large_xml(holder, input, &decoded, error)
                                           : decode_xml(holder, input, &decoded, error);

    tmx.encoding = holder->encoding;
    if (status == 0)
        read_units(&tmx, holder->name, &decoded, error);
    document_free(holder);
    return tmx.doc;
}
