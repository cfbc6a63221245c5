/* The rules of dictionaries/rules/: idioms, calques, false friends, names, residue, prompts. */
#include "checks/checks.h"

void check_rules(const struct check_run *run)
{
    rules_match(&run->context->rules, run->doc, run->issues);
}
