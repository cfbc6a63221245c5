/* Addresses in running text: what is no word, though it is made of letters. */
#ifndef ROTSTIFT_TEXT_ADDRESSES_H
#define ROTSTIFT_TEXT_ADDRESSES_H

#include "text/slice.h"

/* Bytes of the URL, domain, e-mail address, @name, #tag or file name that the text starts with; 0 when there is none.
 * Reads no further than the address and at most 256 bytes where there is none. */
size_t address_length(struct slice text);

/* False when no address stands in the text: most texts need not be searched for one word by word. */
bool may_hold_address(struct slice text);

#endif
