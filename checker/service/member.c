#include "service/member.h"

static struct slice skip_space(struct slice text)
{
    while (text.len > 0 && strchr(" \t\r\n", text.at[0]) != NULL && text.at[0] != '\0')
        text = slice_from(text, 1);
    return text;
}

/* Bytes of the string at the start of text, with its quotation marks; 0 when it does not end. */
static size_t string_length(struct slice text)
{
    for (size_t i = 1; i < text.len; i++) {
        if (text.at[i] == '\\')
            i++;
        else if (text.at[i] == '"')
            return i + 1;
    }
    return 0;
}

/* Bytes of the value at the start of text: up to the comma or bracket that ends it. */
static size_t value_length(struct slice text)
{
    size_t depth = 0, i = 0;

    while (i < text.len) {
        char byte = text.at[i];
        size_t step = byte == '"' ? string_length(slice_from(text, i)) : 1;

        if (step == 0)
            return 0;
        if (depth == 0 && (byte == ',' || byte == '}' || byte == ']'))
            break;
        if (byte == '{' || byte == '[')
            depth++;
        if (byte == '}' || byte == ']')
            depth--;
        i += step;
    }
    while (i > 0 && strchr(" \t\r\n", text.at[i - 1]) != NULL && text.at[i - 1] != '\0')
        i--;
    return i;
}

struct slice json_member(struct slice text, struct slice name)
{
    text = skip_space(text);
    if (text.len == 0 || text.at[0] != '{')
        return (struct slice){ 0 };
    do {
        struct slice key;
        size_t length;

        text = skip_space(slice_from(text, 1));
        length = text.len > 0 && text.at[0] == '"' ? string_length(text) : 0;
        if (length == 0)
            break;
        key = (struct slice){ text.at + 1, length - 2 };
        text = skip_space(slice_from(text, length));
        if (text.len == 0 || text.at[0] != ':')
            break;
        text = skip_space(slice_from(text, 1));
        length = value_length(text);
        if (slice_equal(key, name))
            return (struct slice){ text.at, length };
        text = skip_space(slice_from(text, length));
    } while (text.len > 0 && text.at[0] == ',');
    return (struct slice){ 0 };
}
