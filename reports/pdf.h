/* PDF by the print of a Chromium that is installed. */
#ifndef ROTSTIFT_REPORTS_PDF_H
#define ROTSTIFT_REPORTS_PDF_H

#include <stdio.h>

#include "error.h"

#define NO_PRINTER (-2)

/* Prints an HTML file and writes the PDF to out. The browser runs without network, with a profile of its own that is
 * removed; $CHROMIUM names another one. No shell takes part.
 * Returns -1 with *error when the browser failed or took longer than ten minutes, NO_PRINTER when there is none (the
 * message names the package); what was written to out is then of no use. */
int print_page(const char *html, FILE *out, struct rs_error *error);

#endif
