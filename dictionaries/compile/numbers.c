#include "numbers.h"

void numbers_add(struct arena *arena, struct numbers *numbers, uint32_t number)
{
    if (numbers->count > 0 && numbers->items[numbers->count - 1] == number)
        return;
    numbers->items = arena_grow(arena, numbers->items, numbers->count, &numbers->capacity, sizeof(*numbers->items));
    numbers->items[numbers->count++] = number;
}
