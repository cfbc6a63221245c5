#include "xml_text.h"

#include <stdlib.h>

#include "libraries/libxml2.h"
#include "text/unicode.h"

static const char replacement[] = "\xef\xbf\xbd"; /* U+FFFD */

/* What can't be written is seen at the stream in the end. libxml2 would print that on standard error by itself. */
static int write_bytes(void *out, const char *bytes, int length)
{
    fwrite(bytes, 1, (size_t)length, out);
    return length;
}

void xml_begin(struct xml_report *xml, FILE *out)
{
    *xml = (struct xml_report){ .status = libxml2_load(NULL, NULL) };
    if (xml->status != 0)
        return;
    xmlOutputBufferPtr buffer = libxml2.xmlOutputBufferCreateIO(write_bytes, NULL, out, NULL);

    xml->writer = buffer == NULL ? NULL : libxml2.xmlNewTextWriter(buffer);
    if (xml->writer == NULL) {
        libxml2.xmlOutputBufferClose(buffer);
        xml->status = -1;
        return;
    }
    libxml2.xmlTextWriterSetIndent(xml->writer, 1);
    if (libxml2.xmlTextWriterStartDocument(xml->writer, NULL, "UTF-8", NULL) < 0)
        xml->status = -1;
}

int xml_end(struct xml_report *xml)
{
    if (xml->writer == NULL || libxml2.xmlTextWriterEndDocument(xml->writer) < 0)
        xml->status = -1;
    if (xml->writer != NULL)
        libxml2.xmlFreeTextWriter(xml->writer);
    return xml->status;
}

/* The text, NUL-terminated, with nothing in it that XML 1.0 forbids (its production 2, Char); NULL for lack of
 * memory. */
static char *sayable(struct slice text)
{
    char *bytes = malloc(3 * text.len + 1), *end = bytes;

    if (bytes == NULL)
        return NULL;
    while (text.len > 0) {
        int32_t c;
        size_t length = read_code_point(text, &c);
        bool known =
            c >= 0x20 ? c < 0xd800 || (c > 0xdfff && c != 0xfffe && c != 0xffff) : c == '\t' || c == '\n' || c == '\r';
        struct slice piece = known ? (struct slice){ text.at, length } : slice_of(replacement);

        memcpy(end, piece.at, piece.len);
        end += piece.len;
        text = slice_from(text, length);
    }
    *end = '\0';
    return bytes;
}

void xml_open(struct xml_report *xml, const char *element)
{
    if (xml->writer == NULL || libxml2.xmlTextWriterStartElement(xml->writer, BAD_CAST element) < 0)
        xml->status = -1;
}

void xml_close(struct xml_report *xml)
{
    if (xml->writer == NULL || libxml2.xmlTextWriterEndElement(xml->writer) < 0)
        xml->status = -1;
}

void xml_attribute(struct xml_report *xml, const char *name, struct slice value)
{
    char *text = sayable(value);

    if (xml->writer == NULL || text == NULL ||
        libxml2.xmlTextWriterWriteAttribute(xml->writer, BAD_CAST name, BAD_CAST text) < 0)
        xml->status = -1;
    free(text);
}

void xml_number(struct xml_report *xml, const char *name, size_t value)
{
    char digits[32];

    snprintf(digits, sizeof digits, "%zu", value);
    xml_attribute(xml, name, slice_of(digits));
}

void xml_content(struct xml_report *xml, struct slice text)
{
    char *bytes = sayable(text);

    if (xml->writer == NULL || bytes == NULL || libxml2.xmlTextWriterWriteString(xml->writer, BAD_CAST bytes) < 0)
        xml->status = -1;
    free(bytes);
}
