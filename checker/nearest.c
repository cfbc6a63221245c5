#include "nearest.h"

#define LONGEST 128 /* bytes; names longer than this are not compared: none of ours is */

static size_t least(size_t a, size_t b, size_t c)
{
    size_t ab = a < b ? a : b;

    return ab < c ? ab : c;
}

/* How many letters must be put in, left out, exchanged or swapped with their neighbour to make b of a, counted in
 * bytes, row by row (the "optimal string alignment" form of Damerau's distance). Both are at most LONGEST bytes. */
static size_t distance_between(struct slice a, struct slice b)
{
    size_t rows[3][LONGEST + 1];
    size_t *before = rows[0], *above = rows[1], *row = rows[2];

    for (size_t j = 0; j <= b.len; j++)
        above[j] = j;
    for (size_t i = 1; i <= a.len; i++) {
        size_t *free_row = before;

        row[0] = i;
        for (size_t j = 1; j <= b.len; j++) {
            row[j] = least(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a.at[i - 1] != b.at[j - 1]));
            if (i > 1 && j > 1 && a.at[i - 1] == b.at[j - 2] && a.at[i - 2] == b.at[j - 1] && before[j - 2] < row[j])
                row[j] = before[j - 2] + 1;
        }
        before = above;
        above = row;
        row = free_row;
    }
    return above[b.len];
}

/* "majr" is near "major"; "xml" is near nothing. A third of the letters may differ, at least one. */
static bool near_enough(size_t distance, struct slice wanted)
{
    return distance <= 1 || distance * 3 <= wanted.len;
}

void nearest_offer(struct nearest *nearest, struct slice known)
{
    size_t distance;

    if (nearest->wanted.len > LONGEST || known.len > LONGEST)
        return;
    distance = distance_between(nearest->wanted, known);
    if (!near_enough(distance, nearest->wanted) || (nearest->best.len > 0 && distance >= nearest->distance))
        return;
    nearest->best = known;
    nearest->distance = distance;
}
