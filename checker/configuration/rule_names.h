/* How the configuration and comments name rules: by id, family, category or a pattern. */
#ifndef ROTSTIFT_CONFIGURATION_RULE_NAMES_H
#define ROTSTIFT_CONFIGURATION_RULE_NAMES_H

#include "rules/rules.h"

/* True when the name means the rule: "idiom/bite-the-bullet" itself, its family "idiom", "repetition" for
 * "check/repetition", its category "locale/typography" or the first part of that, a pattern "idiom/bite-*". */
bool names_rule(struct slice name, const struct rule_info *rule);

/* 0 when the name means any of the rules, else -1 with *error and a guess. */
bool names_any_rule(struct slice name, const struct rule_set *rules);
int check_rule_name(struct slice name, const struct rule_set *rules, struct rs_error *error);

#endif
