/* Language tags as files write them: "de", "de-AT", "DE_CH". */
#ifndef ROTSTIFT_INPUT_LANGUAGE_H
#define ROTSTIFT_INPUT_LANGUAGE_H

#include "text/slice.h"

/* True when the tag is the language, whatever its region. */
static inline bool is_language(struct slice tag, const char *language)
{
    size_t length = strlen(language);

    return tag.len >= length && strncasecmp(tag.at, language, length) == 0 &&
           (tag.len == length || tag.at[length] == '-' || tag.at[length] == '_');
}

#endif
