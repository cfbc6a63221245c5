/* Choices that a document should make once: how it addresses its reader, which of two words it uses for one thing, how
 * it spells a name. Checks note each choice they see; where a document has chosen twice, the rarer choice is reported,
 * once, at its first place. */
#ifndef ROTSTIFT_CHECKS_CHOICES_H
#define ROTSTIFT_CHECKS_CHOICES_H

#include "issues.h"

/* Notes that the document has chosen so at the span. thing names what was to be chosen ("address", the letters of a
 * name), within the rule; chosen (borrowed for as long as issues) is what was taken. rule may be NULL: nothing is noted
 * then. */
void choose(struct issues *issues, const struct rule_info *rule, struct slice thing, struct slice chosen,
            struct span span);

/* Adds the issues of choices that contradict each other. Of each thing the choice that stands is kept. */
void choices_settle(struct issues *issues);

/* Adds the issue of a choice that differs from what was chosen before. */
void report_choice(struct issues *issues, const struct choice *choice, struct slice before);

#endif
