#include "input/placeholder.h"

#define MAX_NAME 64

static bool is_name(char byte)
{
    return (byte >= '0' && byte <= '9') || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z') || byte == '_' || byte == '.';
}

static size_t skip_any(struct slice text, size_t at, const char *bytes)
{
    while (at < text.len && text.at[at] != '\0' && strchr(bytes, text.at[at]) != NULL)
        at++;
    return at;
}

/* The end of a name between brackets that opens at an offset, or 0. Python and ICU may say behind it how to write the
 * value: {size:.1f}, {count, number}. */
static size_t bracketed_end(struct slice text, size_t at, char close)
{
    size_t start = at + 1, last;

    for (at = start; at < text.len && at - start < MAX_NAME && is_name(text.at[at]);)
        at++;
    last = at;
    if (close == '}' && at > start && at < text.len && strchr(":!,", text.at[at]) != NULL)
        while (last < text.len && last - at < MAX_NAME && text.at[last] != '{' && text.at[last] != '}')
            last++;
    return last < text.len && text.at[last] == close ? last + 1 : 0;
}

/* What stands behind "%": a name or position, flags, width, precision, length, conversion. */
static size_t printf_length(struct slice text)
{
    static const char digits[] = "0123456789";
    size_t at = 1, end;

    if (text.len > 2 && text.at[1] == '(') {
        at = bracketed_end(text, 1, ')');
        if (at == 0)
            return 0;
    }
    end = skip_any(text, at, digits);
    if (end > at && end < text.len && text.at[end] == '$')
        at = end + 1;
    at = skip_any(text, at, "#0-+'");
    at = skip_any(text, at, digits);
    if (at < text.len && text.at[at] == '.')
        at = skip_any(text, at + 1, digits);
    end = skip_any(text, at, "hljztL");
    if (end < text.len && text.at[end] != '\0' && strchr("diouxXeEfFgGaAcsp@", text.at[end]) != NULL)
        return end + 1;
    return end > 1 && text.at[1] >= '1' && text.at[1] <= '9' && end == 2 ? 2 : 0; /* Qt: %1 */
}

size_t placeholder_length(struct slice text)
{
    if (text.len < 2)
        return 0;
    if (*text.at == '%')
        return printf_length(text);
    if (*text.at == '{')
        return bracketed_end(text, 0, '}');
    if (*text.at == '$' && text.at[1] == '{')
        return bracketed_end(text, 1, '}');
    return 0;
}
