/* Which verb a noun is the object or the subject of: what order="object" and order="subject" ask for. */
#ifndef ROTSTIFT_RULES_OBJECTS_H
#define ROTSTIFT_RULES_OBJECTS_H

#include "lexicon/lexicon.h"

/* The token of the verb whose accusative object the noun is, or of the participle in a passive whose subject it is
 * ("Die Rede wurde gehalten"). NO_ID when the noun stands behind a preposition, can be no accusative, may be the
 * subject, or when its clause does not tell. */
uint32_t verb_of_object(const struct lexicon *lexicon, const struct document *doc, uint32_t noun);

/* The token of the verb whose subject the noun is, in the active voice. NO_ID as above, and when it may be the object.
 */
uint32_t verb_of_subject(const struct lexicon *lexicon, const struct document *doc, uint32_t noun);

#endif
