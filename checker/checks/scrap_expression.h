/* The expressions of dictionaries/tables/scraps.tsv by themselves, for the check and for the compiler of the data. */
#ifndef ROTSTIFT_CHECKS_SCRAP_EXPRESSION_H
#define ROTSTIFT_CHECKS_SCRAP_EXPRESSION_H

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "error.h"
#include "lexicon/format.h"
#include "text/slice.h"

/* options: of pcre2_compile. To be freed by the caller. NULL with *error (which may be NULL) when it is wrong; the
 * message shows it. */
pcre2_code *scrap_compile(struct slice expression, uint32_t options, struct rs_error *error);

/* Where it may match. Returns -1 with *error when it is wrong, or would be tried at each word. */
int scrap_describe(struct slice expression, struct scrap_record *out, struct rs_error *error);
bool scrap_can_begin_with(const struct scrap_record *record, unsigned byte);

#endif
