#include "checks/workbench.h"

#include <pthread.h>
#include <stdlib.h>

/* Types that a bench keeps at most, some 600 bytes each; then it forgets them all and begins again, since new words
 * never end. */
enum { MOST_TYPES = 1 << 15 };

struct workbenches {
    pthread_mutex_t lock;
    struct workbench *idle;
    struct word_types german, english; /* what the types of a new bench begin as */
};

struct workbenches *workbenches_new(const struct word_types *german, const struct word_types *english)
{
    struct workbenches *benches = calloc(1, sizeof *benches);

    if (benches == NULL)
        return NULL;
    pthread_mutex_init(&benches->lock, NULL);
    benches->german = *german;
    benches->english = *english;
    return benches;
}

static void forget_types(struct workbench *bench, const struct workbenches *benches)
{
    arena_free(&bench->arena);
    bench->types = benches->german;
    bench->english = benches->english;
    bench->types.arena = bench->english.arena = &bench->arena;
}

void workbenches_free(struct workbenches *benches)
{
    if (benches == NULL)
        return;
    for (struct workbench *bench = benches->idle, *next; bench != NULL; bench = next) {
        next = bench->next;
        arena_free(&bench->arena);
        free(bench);
    }
    pthread_mutex_destroy(&benches->lock);
    free(benches);
}

static struct workbench *new_bench(const struct workbenches *benches)
{
    struct workbench *bench = calloc(1, sizeof *bench);

    if (bench != NULL)
        forget_types(bench, benches);
    return bench;
}

struct workbench *workbench_take(struct workbenches *benches)
{
    pthread_mutex_lock(&benches->lock);
    struct workbench *bench = benches->idle;

    if (bench != NULL)
        benches->idle = bench->next;
    pthread_mutex_unlock(&benches->lock);
    return bench != NULL ? bench : new_bench(benches);
}

void workbench_give_back(struct workbenches *benches, struct workbench *bench)
{
    if (bench == NULL)
        return;
    if (bench->types.count + bench->english.count > MOST_TYPES)
        forget_types(bench, benches);
    pthread_mutex_lock(&benches->lock);
    bench->next = benches->idle;
    benches->idle = bench;
    pthread_mutex_unlock(&benches->lock);
}
