/* What names sound like, however they are spelt or transcribed. */
#ifndef ROTSTIFT_CHECKS_SOUNDS_H
#define ROTSTIFT_CHECKS_SOUNDS_H

#include "text/arena.h"
#include "text/slice.h"

enum { MAX_SOUND = 64 /* letters of a name; what follows is not heard */ };

/* A key that spellings of one name share: "Selenskyj" and "Zelensky", "Stätter" and "Stetter". Lives in the arena. */
struct slice sound_of(struct arena *arena, struct slice name);

#endif
