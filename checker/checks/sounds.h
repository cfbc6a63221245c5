/* What names sound like, however they are spelt or transcribed. */
#ifndef ROTSTIFT_CHECKS_SOUNDS_H
#define ROTSTIFT_CHECKS_SOUNDS_H

#include "checks/checks.h"

enum { MAX_SOUND = 64 /* letters of a name; what follows is not heard */ };

/* A key that spellings of one name share, by dictionaries/tables/sounds.tsv: "Selenskyj" and "Zelensky", "Stätter" and
 * "Stetter". Lives in the run's arena. */
struct slice sound_of(const struct check_run *run, struct slice name);

#endif
