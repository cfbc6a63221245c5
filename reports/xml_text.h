/* XML reports, by libxml2's writer. */
#ifndef ROTSTIFT_REPORTS_XML_TEXT_H
#define ROTSTIFT_REPORTS_XML_TEXT_H

#include <libxml/xmlwriter.h>
#include <stdio.h>

#include "text/slice.h"

/* A document under way; status turns -1 once anything could not be written. */
struct xml_report {
    xmlTextWriterPtr writer;
    int status;
};

/* Begins the document. The stream stays the caller's. */
void xml_begin(struct xml_report *xml, FILE *out);
/* Ends all open elements and the document. Returns its status. */
int xml_end(struct xml_report *xml);

void xml_open(struct xml_report *xml, const char *element);
void xml_close(struct xml_report *xml);

/* Characters that XML does not know, and bytes that are no UTF-8, become U+FFFD. */
void xml_attribute(struct xml_report *xml, const char *name, struct slice value);
void xml_number(struct xml_report *xml, const char *name, size_t value);
void xml_content(struct xml_report *xml, struct slice text);

#endif
