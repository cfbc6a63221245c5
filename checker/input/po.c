/* PO files of gettext. libgettextpo reads them, but tells no places; the format is a line of C strings after another.
 *
 * Translations that are fuzzy (no one has confirmed them, and gettext does not use them) or obsolete are left out.
 * Something stands for a placeholder of printf, Python or a template; the mark of a keyboard shortcut (_Datei) is
 * passed over where the source has one. */
#include "input/declared.h"
#include "input/input.h"
#include "input/nested.h"
#include "input/pairs.h"
#include "input/placeholder.h"
#include "messages/messages.h"
#include "text/unicode.h"

/* What a string belongs to. */
enum part { PART_NONE, PART_CONTEXT, PART_SOURCE, PART_PLURAL, PART_TARGET, PART_COUNT };

static const struct {
    const char *keyword;
    enum part part;
} keywords[] = {
    { "msgctxt", PART_CONTEXT },
    { "msgid_plural", PART_PLURAL },
    { "msgid", PART_SOURCE },
    { "msgstr", PART_TARGET },
};

/* The sources are kept as decoded text, the translation as places: it may stand before the file is done with them. */
struct po {
    const struct document *doc;
    struct slice text;
    size_t at, line; /* of the line that is read */
    struct flow flow;
    struct nested nested;
    struct nested sources[PART_COUNT]; /* msgid and msgid_plural */
    enum part part;
    size_t plural; /* the index of msgstr[…] */
    bool fuzzy;    /* the entry that comes, or is under way, is */
    char shortcut; /* the mark in the source, or 0 */
};

static struct slice source_text(const struct po *po, enum part part)
{
    return po->sources[part].transcript.doc->text;
}

/* A mark of a keyboard shortcut stands before a letter, not at the end of a word: & or _. */
static bool is_shortcut(struct slice text, size_t at)
{
    int32_t c;

    if ((text.at[at] != '_' && text.at[at] != '&') || at + 1 >= text.len)
        return false;
    read_code_point(slice_from(text, at + 1), &c);
    return is_letter(c) && (at == 0 || text.at[at - 1] == ' ' || text.at[at - 1] == '"' || is_letter(text.at[at - 1]));
}

static char find_shortcut(struct slice text)
{
    char found = 0;

    for (size_t i = 0; i < text.len; i++) {
        if (!is_shortcut(text, i))
            continue;
        if (found != 0)
            return 0; /* two are none: a name with underscores */
        found = text.at[i];
    }
    return found;
}

/* What an escape means: a line break, a tab, or the character itself. Others are white space that no message has. */
static char escaped(char letter)
{
    if (letter == 'n')
        return '\n';
    return strchr("abfrtv", letter) != NULL ? ' ' : letter;
}

/* Bytes of the placeholder at the start of the text. "50%ige" has none. */
static size_t placeholder_at(const struct po *po, struct slice rest)
{
    bool number = rest.at > po->text.at && rest.at[-1] >= '0' && rest.at[-1] <= '9';

    return number && *rest.at == '%' ? 0 : placeholder_length(rest);
}

/* Writes the inside of a string between two offsets into a flow. */
static void write_string(struct po *po, struct flow *flow, size_t start, size_t end)
{
    bool target = po->part == PART_TARGET;

    for (size_t at = start; at < end;) {
        struct slice rest = { po->text.at + at, end - at };
        size_t length = placeholder_at(po, rest);
        char character;

        if (length > 0) {
            flow_instead(flow, SLICE(OBJECT_CHARACTER), ANCHOR_REPLACES, at, at + length);
        } else if (rest.len > 1 &&
                   ((*rest.at == '\\' && (unsigned char)rest.at[1] < 0x80) || slice_starts(rest, SLICE("%%")))) {
            character = *rest.at == '%' ? '%' : escaped(rest.at[1]);
            length = 2;
            flow_instead(flow, (struct slice){ &character, 1 }, ANCHOR_STANDS_FOR, at, at + length);
        } else if (target && po->shortcut == *rest.at && is_shortcut(po->text, at)) {
            length = 1;
        } else {
            for (length = 1; length < rest.len && strchr("\\%{$_&", rest.at[length]) == NULL;)
                length++;
            flow_copy(flow, at, at + length);
        }
        at += length;
    }
}

/* Ends a translation: it becomes segments of the document, with what it translates. */
static int end_target(struct po *po, struct rs_error *error)
{
    struct document *doc = po->flow.transcript->doc;
    size_t first = doc->segment_count;

    if (po->part != PART_TARGET)
        return 0;
    po->part = PART_NONE;
    if (nested_end(&po->nested, &po->flow, SEGMENT_PARAGRAPH, doc->name, error) != 0)
        return -1;
    pair_segments(doc, first, source_text(po, po->plural > 0 ? PART_PLURAL : PART_SOURCE));
    return 0;
}

static void begin_entry(struct po *po)
{
    transcript_restart(&po->sources[PART_SOURCE].transcript);
    transcript_restart(&po->sources[PART_PLURAL].transcript);
    flow_break(&po->sources[PART_SOURCE].flow, SEGMENT_PARAGRAPH);
    flow_break(&po->sources[PART_PLURAL].flow, SEGMENT_PARAGRAPH);
    po->shortcut = 0;
}

static int refuse(const struct po *po, const char *reason, struct rs_error *error)
{
    return error_set(error, po->doc->name.at, po->line, "%s", translated(reason));
}

/* Reads the string in quotation marks at *at, and moves behind it. */
static int read_string(struct po *po, size_t *at, size_t line_end, struct rs_error *error)
{
    size_t start = *at + 1, end = start;
    struct flow *flow = NULL;

    while (end < line_end && po->text.at[end] != '"')
        end += po->text.at[end] == '\\' ? 2 : 1;
    if (end >= line_end)
        return refuse(po, N_("a string without its closing quotation mark"), error);
    if (po->part == PART_SOURCE || po->part == PART_PLURAL)
        flow = &po->sources[po->part].flow;
    else if (po->part == PART_TARGET && !po->fuzzy && source_text(po, PART_SOURCE).len > 0)
        flow = &po->nested.flow; /* the header is the entry without a source */
    if (flow != NULL)
        write_string(po, flow, start, end);
    *at = end + 1;
    return 0;
}

/* Begins what the keyword says; *at moves behind it. */
static int read_keyword(struct po *po, size_t *at, size_t line_end, struct rs_error *error)
{
    struct slice line = { po->text.at + *at, line_end - *at };

    for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++) {
        size_t length = strlen(keywords[i].keyword);
        enum part part = keywords[i].part;

        if (!slice_starts(line, slice_of(keywords[i].keyword)))
            continue;
        if (end_target(po, error) != 0)
            return -1;
        if (part == PART_SOURCE)
            begin_entry(po);
        po->part = part;
        po->plural = 0;
        *at += length;
        if (part == PART_TARGET) {
            po->shortcut = find_shortcut(source_text(po, PART_SOURCE));
            if (length < line.len && line.at[length] == '[') {
                po->plural = (size_t)(length + 1 < line.len && line.at[length + 1] != '0');
                while (*at < line_end && po->text.at[*at] != '"' && po->text.at[*at] != ' ')
                    ++*at;
            }
        }
        return 0;
    }
    return refuse(po, N_("neither a comment nor msgid, msgstr or a string"), error);
}

static size_t skip_blanks(struct slice text, size_t at, size_t end)
{
    while (at < end && (text.at[at] == ' ' || text.at[at] == '\t'))
        at++;
    return at;
}

/* A comment; one of flags ("#, fuzzy") or a translator's own begins an entry. */
static int read_comment(struct po *po, size_t at, size_t line_end, struct rs_error *error)
{
    struct slice line = { po->text.at + at, line_end - at };

    if (po->part == PART_TARGET) {
        if (end_target(po, error) != 0)
            return -1;
        po->fuzzy = false;
    }
    if (slice_starts(line, SLICE("#,")))
        po->fuzzy |= memmem(line.at, line.len, "fuzzy", 5) != NULL;
    else if (line.len == 1 || line.at[1] == ' ')
        flow_comment(&po->flow, at, at + 1, line_end);
    return 0;
}

static int read_line(struct po *po, size_t line_end, struct rs_error *error)
{
    size_t at = skip_blanks(po->text, po->at, line_end);

    if (at == line_end)
        return 0;
    if (po->text.at[at] == '#')
        return read_comment(po, at, line_end, error);
    if (po->text.at[at] != '"') {
        bool next = po->part == PART_TARGET;

        if (read_keyword(po, &at, line_end, error) != 0)
            return -1;
        po->fuzzy = po->fuzzy && !(next && po->part != PART_TARGET);
        at = skip_blanks(po->text, at, line_end);
    }
    if (at == line_end || po->text.at[at] != '"' || po->part == PART_NONE)
        return refuse(po, N_("a string in quotation marks is expected"), error);
    if (read_string(po, &at, line_end, error) != 0)
        return -1;
    return skip_blanks(po->text, at, line_end) == line_end ? 0 : refuse(po, N_("text behind a string"), error);
}

static int read_lines(struct po *po, struct rs_error *error)
{
    for (po->line = 1; po->at < po->text.len; po->line++) {
        size_t end = po->at;

        while (end < po->text.len && po->text.at[end] != '\n' && po->text.at[end] != '\r')
            end++;
        if (read_line(po, end, error) != 0)
            return -1;
        po->at = end + line_break_length(slice_from(po->text, end));
    }
    return end_target(po, error);
}

static int read_all(struct po *po, struct transcript *transcript, const struct decoded *decoded, struct rs_error *error)
{
    struct original original = original_file(decoded), copy = original_file(decoded);
    int status;

    flow_begin(&po->flow, transcript, &original);
    nested_begin(&po->nested, &original);
    nested_begin(&po->sources[PART_SOURCE], &copy);
    nested_begin(&po->sources[PART_PLURAL], &copy);
    po->nested.wrapped = true;
    po->nested.keep_space = true;
    po->doc = transcript->doc;
    po->text = decoded->text;
    status = read_lines(po, error);
    nested_free(&po->nested);
    nested_free(&po->sources[PART_SOURCE]);
    nested_free(&po->sources[PART_PLURAL]);
    return status;
}

struct document *read_po(const struct input *input, struct rs_error *error)
{
    struct document *doc = document_new(input->name);
    struct po po = { .at = 0 };
    struct transcript transcript;
    struct decoded decoded;

    doc->notation = NOTATION_PO;
    if (decode_po(doc, input, &decoded, error) == 0) {
        transcript_begin(&transcript, doc, &decoded);
        if (read_all(&po, &transcript, &decoded, error) == 0)
            return doc;
    }
    document_free(doc);
    return NULL;
}
