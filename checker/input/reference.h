/* Character references of HTML and XML: &auml; &#228; &#xe4; */
#ifndef ROTSTIFT_INPUT_REFERENCE_H
#define ROTSTIFT_INPUT_REFERENCE_H

#include "text/slice.h"

#define MAX_REFERENCE_TEXT 4 /* bytes of the character that is meant */

/* Reads the reference, from "&" to ";", at the start of the text; returns its length and writes the character it
 * means, *written bytes of UTF-8. 0: there is none, or one that no one knows. */
size_t read_reference(struct slice text, char character[MAX_REFERENCE_TEXT], size_t *written);

#endif
