/* What the files of the check of split nouns share: split_nouns.c, split_parts.c, side_by_side.c. */
#ifndef ROTSTIFT_CHECKS_SPLIT_NOUNS_H
#define ROTSTIFT_CHECKS_SPLIT_NOUNS_H

#include "checks/checks.h"
#include "checks/leads.h"

/* ---- of words that may stand first (split_nouns.c) ---- */

/* Nothing stands before the words that belongs to them, but a word in lower case. */
bool stands_bare(const struct check_run *run, size_t first);

/* "im Süden des Landes Flüsse": the first word is the article's own genitive. */
bool is_genitive_of_des(const struct check_run *run, size_t i);

/* The word up to its first hyphen; the whole of it where it has none. */
struct slice text_before_hyphen(const struct check_run *run, size_t i);

/* "50 Euro Strafe", "zwei Dutzend Menschen", "drei Liter Wasser". */
bool is_measure_word(const struct check_run *run, size_t i);

/* ---- parts that are no words of their own (split_parts.c) ---- */

/* "Smart Home Geräte", "Start up Szene": English words and a German head. */
bool has_english_first(const struct check_run *run, size_t first, size_t *last);

/* "den 400 Meter-Lauf", "das Open Air-Konzert": the article goes with what stands behind the hyphen, a German noun, and
 * what stands before it is a measure behind its number, or English behind English. */
bool is_half_joined(const struct check_run *run, size_t first);

/* "Elektro Autos", "3D Drucker": the first is no word of its own. Names have it too: "Solar Impulse". */
bool is_bound_part(const struct check_run *run, size_t first);

/* "am Eröffnungs Abend": no word of its own, and no name in the genitive. */
bool is_first_part_alone(const struct check_run *run, size_t first);

/* ---- nouns side by side that are two (side_by_side.c) ---- */

/* "mit nur einer Stimme Mehrheit": one of what is counted, and by how much. */
bool is_margin(const struct check_run *run, const struct lead *lead, size_t first, size_t head);

/* "öffnet der Korruption Tür und Tor", "der Kommission Bericht zu erstatten": a dative that no preposition governs, and
 * an object in two words or right before its infinitive. */
bool is_object_behind_dative(const struct check_run *run, const struct lead *lead, size_t first, size_t head);

/* "die Fähre | Wochen im Voraus", "den Brief | Jahre später": how long before or after, or it lasted. */
bool is_span_before(const struct check_run *run, size_t head);

/* "ließ sich mit der Antwort Zeit", "gab zu Kritik Anlass": the second noun belongs to the verb of the clause. */
bool is_object_of_light_verb(const struct check_run *run, size_t noun);

/* "die lange Zeit Führende", "nach Tarif Beschäftigte": what stands before a participle used as a noun belongs to it.
 */
bool is_participle_with_adverbial(const struct check_run *run, size_t first);

/* "Im Mai verkaufte Google Anteile": a name right behind the verb, before which no subject stands, may be it. */
bool is_subject_behind_verb(const struct check_run *run, size_t first);

/* "die Küste Osteuropas", "der Norden Westafrikas": the genitive of a part of the world. */
bool is_part_of_the_world(const struct check_run *run, size_t index);

#endif
