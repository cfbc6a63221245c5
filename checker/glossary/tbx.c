/* TBX: of version 2 (martif: termEntry, langSet, tig or ntig) and 3 (tbx: conceptEntry, langSec, termSec). */
#include "glossary/rows.h"
#include "input/declared.h"
#include "input/input.h"
#include "input/language.h"
#include "input/markup.h"
#include "messages/messages.h"
#include "text/unicode.h"

enum side { SIDE_NONE, SIDE_ENGLISH, SIDE_GERMAN };

/* What the text inside an element is for. */
enum purpose { PURPOSE_NONE, PURPOSE_TERM, PURPOSE_STATUS, PURPOSE_NOTE };

#define MOST_BYTES ((size_t)16 << 10) /* of a term or note */

struct tbx {
    struct glossary_rows *rows;
    struct markup markup;
    enum side side;
    enum purpose purpose;
    unsigned depth; /* of the element with the purpose */
    struct slice text, term;
    bool is_forbidden; /* the term */
    struct term_texts sources;
    struct glossary_row row;
};

static bool is_one_of(struct slice name, const char *const *names)
{
    for (; *names != NULL; names++)
        if (slice_is(name, *names))
            return true;
    return false;
}

static bool is_entry(struct slice name)
{
    return is_one_of(name, (const char *const[]){ "termEntry", "conceptEntry", NULL });
}

static bool is_language_part(struct slice name)
{
    return is_one_of(name, (const char *const[]){ "langSet", "langSec", NULL });
}

static bool is_term_part(struct slice name)
{
    return is_one_of(name, (const char *const[]){ "tig", "ntig", "termSec", NULL });
}

static enum side side_of(struct slice language)
{
    if (is_language(language, "en"))
        return SIDE_ENGLISH;
    return is_language(language, "de") ? SIDE_GERMAN : SIDE_NONE;
}

/* "termNote" with a type, or an element of that name (version 3 writes it either way). */
static enum purpose purpose_of(const struct markup *markup, struct slice name)
{
    if (slice_equal(name, SLICE("term")))
        return PURPOSE_TERM;
    if (slice_equal(name, SLICE("administrativeStatus")))
        return PURPOSE_STATUS;
    if (slice_equal(name, SLICE("termNote")) &&
        slice_equal(markup_attribute(markup, "type"), SLICE("administrativeStatus")))
        return PURPOSE_STATUS;
    return slice_equal(name, SLICE("note")) ? PURPOSE_NOTE : PURPOSE_NONE;
}

static void on_open(void *user, struct slice name)
{
    struct tbx *tbx = user;

    if (tbx->markup.depth == 1 && !is_one_of(name, (const char *const[]){ "martif", "tbx", NULL }))
        markup_refuse(&tbx->markup, N_("is no TBX: the root element is neither tbx nor martif"));
    if (is_entry(name)) {
        tbx->row = (struct glossary_row){ 0 };
        tbx->sources = (struct term_texts){ 0 };
        tbx->side = SIDE_NONE;
    } else if (is_language_part(name)) {
        tbx->side = side_of(markup_attribute(&tbx->markup, "xml:lang"));
    } else if (is_term_part(name)) {
        tbx->term = (struct slice){ 0 };
        tbx->is_forbidden = false;
    } else if (tbx->purpose == PURPOSE_NONE) {
        tbx->purpose = purpose_of(&tbx->markup, name);
        tbx->depth = tbx->markup.depth;
        tbx->text = SLICE("");
    }
}

static void on_text(void *user, const struct markup_text *text)
{
    struct tbx *tbx = user;

    if (tbx->purpose == PURPOSE_NONE)
        return;
    if (text->text.len > MOST_BYTES - tbx->text.len)
        markup_refuse(&tbx->markup, N_("a term or note is longer than 16 KiB"));
    else
        tbx->text = arena_join(tbx->rows->arena, tbx->text, text->text);
}

/* "deprecatedTerm-admn-sts", "deprecated", "supersededTerm", "forbidden" … */
static bool forbids(struct slice status)
{
    static const char *const starts[] = { "deprecated", "superseded", "forbidden" };

    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (slice_starts(status, slice_of(starts[i])))
            return true;
    return false;
}

static void end_text(struct tbx *tbx)
{
    struct slice text = trim(tbx->text);

    if (tbx->purpose == PURPOSE_TERM)
        tbx->term = text;
    else if (tbx->purpose == PURPOSE_STATUS)
        tbx->is_forbidden = forbids(text);
    else if (tbx->row.note.len == 0)
        tbx->row.note = text;
    tbx->purpose = PURPOSE_NONE;
}

static void end_term(struct tbx *tbx)
{
    if (tbx->side == SIDE_ENGLISH && !tbx->is_forbidden)
        add_term(tbx->rows->arena, &tbx->sources, tbx->term);
    else if (tbx->side == SIDE_GERMAN)
        add_term(tbx->rows->arena, tbx->is_forbidden ? &tbx->row.forbidden : &tbx->row.targets, tbx->term);
}

/* An entry without English or German is one for other languages. */
static void end_entry(struct tbx *tbx)
{
    for (size_t i = 0; i < tbx->sources.count && tbx->row.targets.count + tbx->row.forbidden.count > 0; i++) {
        tbx->row.source = tbx->sources.items[i];
        add_row(tbx->rows, &tbx->row);
    }
}

static void on_close(void *user, struct slice name)
{
    struct tbx *tbx = user;

    if (tbx->purpose != PURPOSE_NONE && tbx->markup.depth + 1 == tbx->depth)
        end_text(tbx);
    else if (is_term_part(name))
        end_term(tbx);
    else if (is_language_part(name))
        tbx->side = SIDE_NONE;
    else if (is_entry(name))
        end_entry(tbx);
}

int read_glossary_tbx(struct glossary_rows *rows, struct slice name, struct slice bytes, struct rs_error *error)
{
    static const struct markup_events events = { on_open, on_close, on_text, NULL };
    struct document *holder = document_new(name);
    struct tbx tbx = { .rows = rows };
    struct decoded decoded;
    int status = decode_xml(holder, &(struct input){ .bytes = bytes }, &decoded, error);

    if (status == 0) {
        struct original original = original_file(&decoded);

        tbx.markup = (struct markup){ .original = &original, .name = holder->name, .events = &events, .user = &tbx };
        status = parse_xml(&tbx.markup, error);
    }
    document_free(holder);
    return status;
}
