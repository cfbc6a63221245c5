/* Addresses in running text: what is no word, though it is made of letters. */
#ifndef ROTSTIFT_TEXT_ADDRESSES_H
#define ROTSTIFT_TEXT_ADDRESSES_H

#include "text/slice.h"

/* Bytes of the URL, domain, e-mail address, @name, #tag or file name that the text starts with; 0 when there is none.
 * Reads no further than the address and at most 256 bytes where there is none. */
size_t address_length(struct slice text);

#endif
