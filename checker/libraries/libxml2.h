/* libxml2: HTML, XML, and reports written in XML. */
#ifndef ROTSTIFT_LIBRARIES_LIBXML2_H
#define ROTSTIFT_LIBRARIES_LIBXML2_H

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlwriter.h>

#include "libraries/library.h"

#define LIBXML2_FUNCTIONS(X)                                                                                           \
    X(htmlCreateMemoryParserCtxt)                                                                                      \
    X(htmlCtxtUseOptions)                                                                                              \
    X(htmlEntityLookup)                                                                                                \
    X(htmlFreeParserCtxt)                                                                                              \
    X(htmlParseDocument)                                                                                               \
    X(htmlReadMemory)                                                                                                  \
    X(htmlTagLookup)                                                                                                   \
    X(xmlByteConsumed)                                                                                                 \
    X(xmlCopyCharMultiByte)                                                                                            \
    X(xmlCreatePushParserCtxt)                                                                                         \
    X(xmlCtxtUseOptions)                                                                                               \
    X(xmlDocGetRootElement)                                                                                            \
    X(xmlFree) /* a variable: (*libxml2.xmlFree)(bytes) */                                                             \
    X(xmlFreeDoc)                                                                                                      \
    X(xmlFreeParserCtxt)                                                                                               \
    X(xmlFreeTextWriter)                                                                                               \
    X(xmlGetProp)                                                                                                      \
    X(xmlNewTextWriter)                                                                                                \
    X(xmlOutputBufferClose)                                                                                            \
    X(xmlOutputBufferCreateIO)                                                                                         \
    X(xmlParseChunk)                                                                                                   \
    X(xmlStopParser)                                                                                                   \
    X(xmlTextWriterEndDocument)                                                                                        \
    X(xmlTextWriterEndElement)                                                                                         \
    X(xmlTextWriterSetIndent)                                                                                          \
    X(xmlTextWriterStartDocument)                                                                                      \
    X(xmlTextWriterStartElement)                                                                                       \
    X(xmlTextWriterWriteAttribute)                                                                                     \
    X(xmlTextWriterWriteString)

struct libxml2 {
    LIBXML2_FUNCTIONS(LIBRARY_POINTER)
};
extern struct libxml2 libxml2; /* all of it once libxml2_load has succeeded */

/* As library_load. */
int libxml2_load(const char *file, struct rs_error *error);

#endif
