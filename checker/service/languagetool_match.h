/* What is found, as LanguageTool's clients read it. */
#ifndef ROTSTIFT_SERVICE_LANGUAGETOOL_MATCH_H
#define ROTSTIFT_SERVICE_LANGUAGETOOL_MATCH_H

#include <jansson.h>

#include "issues.h"
#include "service/annotated_text.h"

/* A list of matches, in the order of the issues; the caller owns it. doc was read from annotated->text. NULL when
 * memory is out. */
json_t *languagetool_matches(const struct document *doc, const struct issues *issues,
                             const struct annotated_text *annotated, enum language language);

/* The sentences: where each begins, and the unit behind it. The caller owns the list. */
json_t *languagetool_sentences(const struct document *doc, const struct annotated_text *annotated);

#endif
