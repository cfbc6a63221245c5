#include "input/reference.h"

#include <stdlib.h>
#include <utf8proc.h>

#include "libraries/libxml2.h"

#define MAX_NAME 32 /* the longest of HTML 4 has 8 letters, that of HTML 5 has 31 */

/* The code point of the name, without & and ;, or 0. */
static unsigned long code_point_of(const char *name)
{
    const htmlEntityDesc *entity;

    if (name[0] == '#')
        return name[1] == 'x' || name[1] == 'X' ? strtoul(name + 2, NULL, 16) : strtoul(name + 1, NULL, 10);
    if (strcmp(name, "apos") == 0) /* of XML and HTML 5; libxml2 knows the names of HTML 4 */
        return '\'';
    if (libxml2_load(NULL, NULL) != 0)
        return 0;
    entity = libxml2.htmlEntityLookup((const xmlChar *)name);
    return entity == NULL ? 0 : entity->value;
}

size_t read_reference(struct slice text, char character[MAX_REFERENCE_TEXT], size_t *written)
{
    char name[MAX_NAME + 1];
    size_t length = 0;
    unsigned long code_point;

    if (text.len < 3 || text.at[0] != '&')
        return 0;
    while (length < MAX_NAME && length + 1 < text.len && text.at[length + 1] != ';') {
        name[length] = text.at[length + 1];
        length++;
    }
    if (length == 0 || length + 1 >= text.len || text.at[length + 1] != ';')
        return 0;
    name[length] = '\0';
    code_point = code_point_of(name);
    if (code_point == 0 || code_point > 0x10ffff || !utf8proc_codepoint_valid((utf8proc_int32_t)code_point))
        return 0;
    *written = (size_t)utf8proc_encode_char((utf8proc_int32_t)code_point, (utf8proc_uint8_t *)character);
    return length + 2;
}
