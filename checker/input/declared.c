#include "input/declared.h"

/* A declaration stands near the file's start: browsers look at as much. */
#define HEAD_BYTES 1024

static bool is_one_of(struct slice name, const char *const *known)
{
    for (; *known != NULL; known++)
        if (name.len == strlen(*known) && strncasecmp(name.at, *known, name.len) == 0)
            return true;
    return false;
}

static bool is_ascii(struct slice text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.at[i] >= 0x80)
            return false;
    return true;
}

static int check(const struct document *doc, const struct decoded *decoded, struct slice declared,
                 struct rs_error *error)
{
    static const char *const utf8[] = { "utf-8", "utf8", NULL };
    static const char *const latin[] = { "iso-8859-1", "latin1", "windows-1252", "cp1252", "us-ascii", NULL };
    struct origin place = decoded->start;

    if (is_one_of(declared, decoded->encoding == ENCODING_UTF_8 ? utf8 : latin) || is_ascii(decoded->text))
        return 0;
    if (declared.at >= decoded->text.at && declared.at < decoded->text.at + decoded->text.len)
        advance(decoded->encoding, slice_between(decoded->text.at, declared.at), &place);
    return error_set(error, doc->name.at, place.line,
                     "says that it is in %.*s, but it is in %.*s; correct the one or the other", (int)declared.len,
                     declared.at, (int)doc->encoding.len, doc->encoding.at);
}

/* What stands behind a mark, without quotes, in the first bytes of the text; empty when the mark is not there. */
static struct slice value_behind(struct slice text, struct slice mark)
{
    struct slice head = { text.at, text.len < HEAD_BYTES ? text.len : HEAD_BYTES };
    const char *at = head.len == 0 ? NULL : memmem(head.at, head.len, mark.at, mark.len);
    size_t length = 0;

    if (at == NULL)
        return SLICE("");
    head = slice_from(head, (size_t)(at - head.at) + mark.len);
    if (head.len > 0 && (*head.at == '"' || *head.at == '\''))
        head = slice_from(head, 1);
    while (length < head.len && strchr("\"'/<>\\; \r\n\t", head.at[length]) == NULL)
        length++;
    return (struct slice){ head.at, length };
}

static int check_xml(const struct document *doc, const struct decoded *decoded, struct rs_error *error)
{
    struct slice text = decoded->text, declaration = { NULL, 0 }, declared;
    const char *end;

    if (slice_starts(text, SLICE("<?xml ")) && (end = memchr(text.at, '>', text.len)) != NULL)
        declaration = slice_between(text.at, end);
    declared = value_behind(declaration, SLICE("encoding="));
    return check(doc, decoded, declared.len > 0 ? declared : SLICE("UTF-8"), error);
}

int decode_xml(struct document *doc, const struct input *input, struct decoded *out, struct rs_error *error)
{
    if (decode_file(doc, input->bytes, out, error) != 0)
        return -1;
    return input->is_text ? 0 : check_xml(doc, out, error);
}

int decode_large_xml(struct document *doc, const struct input *input, struct decoded *out, struct rs_error *error)
{
    return decode_large(doc, input->bytes, out, error) == 0 ? check_xml(doc, out, error) : -1;
}

int decode_html(struct document *doc, const struct input *input, struct decoded *out, struct rs_error *error)
{
    struct slice declared;

    if (decode_file(doc, input->bytes, out, error) != 0)
        return -1;
    if (input->is_text)
        return 0;
    declared = value_behind(out->text, SLICE("charset="));
    return declared.len > 0 ? check(doc, out, declared, error) : 0;
}

/* The header entry says it in the same words as a page. */
int decode_po(struct document *doc, const struct input *input, struct decoded *out, struct rs_error *error)
{
    return decode_html(doc, input, out, error);
}
