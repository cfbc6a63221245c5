/* Finds a member of a JSON object in its text, without decoding it. */
#ifndef ROTSTIFT_SERVICE_MEMBER_H
#define ROTSTIFT_SERVICE_MEMBER_H

#include "text/slice.h"

/* The value of the outermost object's first member with this name, as it is written; empty when there is none or the
 * text before it is no JSON. The value itself may still be malformed. name holds nothing that JSON escapes. */
struct slice json_member(struct slice text, struct slice name);

#endif
