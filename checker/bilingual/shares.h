/* Shares of a whole, which the languages name each in its own way: "four in ten" – "40 Prozent", "a fifth" – "jeder
 * Fünfte", "70 percent" – "gut zwei Drittel". */
#ifndef ROTSTIFT_BILINGUAL_SHARES_H
#define ROTSTIFT_BILINGUAL_SHARES_H

#include "bilingual/bilingual.h"
#include "bilingual/quantities.h"
#include "checks/checks.h"

/* True when the German number is one of a share, and the English has a share of about this size. passage: that of both.
 */
bool renders_share(const struct check_run *run, const struct passage *passage, const struct quantity *german);

#endif
