#include "bilingual/alignment.h"

/* German is a little longer; its length scatters about that (Gale and Church: 6.8 for each character). */
#define GERMAN_PER_ENGLISH 1.12f
#define VARIANCE 6.8f

/* What a bead costs beside its lengths and votes: the rarer, the dearer. A text left out must cost more than one that
 * is freely rendered, and two fit better together than one beside an omission. */
#define SKIP_COST 3.5f
#define JOIN_COST 1.6f
#define CROSS_COST 3.5f
#define STRANGER_COST 1.0f /* a text joined to others though none of its words has a vote among them */

#define MOST_CELLS ((size_t)1 << 24)
#define IMPOSSIBLE 1e9f

/* Steps through the table: so many English and German texts. */
static const struct step {
    uint32_t english, german;
    float cost;
} steps[] = {
    { 1, 1, 0 },         { 1, 0, SKIP_COST }, { 0, 1, SKIP_COST },
    { 1, 2, JOIN_COST }, { 2, 1, JOIN_COST }, { 2, 2, CROSS_COST },
};

#define STEP_COUNT (sizeof steps / sizeof *steps)

struct cell {
    float cost;
    uint16_t votes; /* of the row's English text for the column's German text */
    uint8_t step;
};

/* The table about its diagonal: for row i the columns from left(i) on, width of them. */
struct table {
    struct text_row english, german;
    struct cell *cells; /* (english.count + 1) * width; cell (i, j) is the state after i English and j German texts */
    uint32_t width;
    uint32_t *voters; /* for each English text: its words that have a vote */
};

static uint32_t left_of(const struct table *table, uint32_t row)
{
    uint64_t centre = table->english.count == 0 ? 0 : (uint64_t)row * table->german.count / table->english.count;

    return centre > table->width / 2 ? (uint32_t)centre - table->width / 2 : 0;
}

/* NULL outside the band. */
static struct cell *cell_at(const struct table *table, uint32_t row, uint32_t column)
{
    uint32_t left = left_of(table, row);

    if (column < left || column - left >= table->width || column > table->german.count)
        return NULL;
    return &table->cells[(size_t)row * table->width + (column - left)];
}

/* Wide enough for as many texts left out as the rows differ by, and for rows that are connected. */
static uint32_t band_width(struct text_row english, struct text_row german)
{
    size_t rows = (size_t)english.count + 1;
    size_t difference = english.count > german.count ? english.count - german.count : german.count - english.count;
    size_t wanted = 2 * (difference + 24), least = 2 * (german.count / rows + 8);

    if (wanted * rows > MOST_CELLS)
        wanted = MOST_CELLS / rows;
    if (wanted < least)
        wanted = least;
    return (uint32_t)(wanted > german.count ? german.count + 1u : wanted);
}

static void count_votes(struct table *table, const struct vote *votes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct cell *cell = cell_at(table, votes[i].english + 1, votes[i].german + 1);
        bool new_word = i == 0 || votes[i].word != votes[i - 1].word;

        if (new_word)
            table->voters[votes[i].english]++;
        if (cell != NULL && cell->votes < UINT16_MAX && (new_word || votes[i].german != votes[i - 1].german))
            cell->votes++;
    }
}

static float length_cost(float english, float german)
{
    float expected = english * GERMAN_PER_ENGLISH, mean = (expected + german) / 2;
    float cost = (german - expected) * (german - expected) / ((mean + 1) * VARIANCE * 2);

    return cost > 8 ? 8 : cost;
}

static float sum_lengths(struct text_row row, uint32_t end, uint32_t count)
{
    float sum = 0;

    while (count > 0)
        sum += (float)row.lengths[end - count--];
    return sum;
}

/* Negative when most of the words that have votes at all have them here, positive when they have them elsewhere. */
static float vote_cost(const struct table *table, uint32_t row, uint32_t column, const struct step *step)
{
    float voters = 0, votes = 0;

    for (uint32_t i = row - step->english; i < row; i++) {
        voters += (float)table->voters[i];
        for (uint32_t j = column - step->german; j < column; j++) {
            const struct cell *cell = cell_at(table, i + 1, j + 1);

            votes += cell == NULL ? 0 : (float)cell->votes;
        }
    }
    if (voters < 1)
        return 0;
    float share = votes < voters ? votes / voters : 1, weight = 0.6f * voters;

    return (weight < 3 ? weight : 3) * (1 - 2 * share);
}

static bool has_votes(const struct table *table, uint32_t row, uint32_t column)
{
    const struct cell *cell = cell_at(table, row + 1, column + 1);

    return cell != NULL && cell->votes > 0;
}

/* Of two texts that are joined, one may be strange to what they are joined with. */
static float stranger_cost(const struct table *table, uint32_t row, uint32_t column, const struct step *step)
{
    float cost = 0;

    for (uint32_t i = row - step->english; i < row && step->english > 1; i++) {
        bool voted = false;

        for (uint32_t j = column - step->german; j < column; j++)
            voted = voted || has_votes(table, i, j);
        cost += voted ? 0 : STRANGER_COST;
    }
    for (uint32_t j = column - step->german; j < column && step->german > 1; j++) {
        bool voted = false;

        for (uint32_t i = row - step->english; i < row; i++)
            voted = voted || has_votes(table, i, j);
        cost += voted ? 0 : STRANGER_COST;
    }
    return cost;
}

static float step_cost(const struct table *table, uint32_t row, uint32_t column, const struct step *step)
{
    if (step->english == 0 || step->german == 0)
        return step->cost;
    return step->cost + vote_cost(table, row, column, step) + stranger_cost(table, row, column, step) +
           length_cost(sum_lengths(table->english, row, step->english),
                       sum_lengths(table->german, column, step->german));
}

static void fill_cell(struct table *table, uint32_t row, uint32_t column)
{
    struct cell *cell = cell_at(table, row, column);

    cell->cost = row == 0 && column == 0 ? 0 : IMPOSSIBLE;
    for (size_t i = 0; i < STEP_COUNT; i++) {
        const struct step *step = &steps[i];

        if (row < step->english || column < step->german)
            continue;
        const struct cell *before = cell_at(table, row - step->english, column - step->german);

        if (before == NULL || before->cost >= IMPOSSIBLE)
            continue;
        float cost = before->cost + step_cost(table, row, column, step);

        if (cost < cell->cost) {
            cell->cost = cost;
            cell->step = (uint8_t)i;
        }
    }
}

/* Follows the steps back from the end, then turns them round. */
static struct bead *trace(struct arena *arena, const struct table *table, size_t *count)
{
    uint32_t row = table->english.count, column = table->german.count;
    struct bead *beads = arena_array(arena, (size_t)row + column + 1, sizeof *beads);
    size_t n = 0;

    while (row > 0 || column > 0) {
        const struct step *step = &steps[cell_at(table, row, column)->step];

        row -= step->english;
        column -= step->german;
        beads[n++] = (struct bead){ row, step->english, column, step->german };
    }
    for (size_t i = 0; i < n / 2; i++) {
        struct bead other = beads[i];

        beads[i] = beads[n - 1 - i];
        beads[n - 1 - i] = other;
    }
    *count = n;
    return beads;
}

struct bead *align(struct arena *arena, struct text_row english, struct text_row german, const struct vote *votes,
                   size_t vote_count, size_t *count)
{
    struct arena scratch = { 0 };
    struct table table = { english, german, NULL, band_width(english, german), NULL };
    struct bead *beads;

    table.cells = arena_array(&scratch, ((size_t)english.count + 1) * table.width, sizeof *table.cells);
    table.voters = arena_array(&scratch, (size_t)english.count + 1, sizeof *table.voters);
    count_votes(&table, votes, vote_count);
    for (uint32_t row = 0; row <= english.count; row++) {
        uint32_t left = left_of(&table, row);

        for (uint32_t column = left; column - left < table.width && column <= german.count; column++)
            fill_cell(&table, row, column);
    }
    beads = trace(arena, &table, count);
    arena_free(&scratch);
    return beads;
}
