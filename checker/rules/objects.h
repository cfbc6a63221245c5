/* Which verb a noun is the object or the subject of: what order="object" and order="subject" ask for. */
#ifndef ROTSTIFT_RULES_OBJECTS_H
#define ROTSTIFT_RULES_OBJECTS_H

#include "lexicon/lexicon.h"

enum relation_kind { RELATION_OBJECT, RELATION_SUBJECT };

enum { RELATION_VERBS = 3 };

/* The tokens of the verbs to which the noun stands in that relation, NO_ID for each that is not there:
 * the verb of its clause, that of the relative clause right behind it ("die Firma, die er führt"), and the participle
 * before it ("die gehaltene Rede", "steigende Preise").
 *
 * Object: the verb whose accusative object the noun is, or the participle in a passive whose subject it is ("Die Rede
 * wurde gehalten"); not when it stands behind a preposition, can be no accusative, may be the subject, or when its
 * clause does not tell. Subject: the verb whose subject it is in the active voice; not when it may be the object. */
void verbs_of_noun(const struct lexicon *lexicon, const struct document *doc, uint32_t noun, enum relation_kind kind,
                   uint32_t verbs[RELATION_VERBS]);

#endif
