#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

#include "input/input.h"
#include "messages/messages.h"
#include "run.h"
#include "service/filter.h"
#include "service/lines.h"
#include "service/segment.h"

/* A segment of a batch that waits for its turn: at is the place of its answer among the others of the batch. */
struct held_segment {
    size_t at;
    struct waiting_segment segment;
};

/* A batch of lines on its way: read, answered, written. What depends on earlier segments is checked by the workers in
 * any order, but answered by the writer, who sees all segments in the order of input. */
struct job {
    struct line_batch batch;
    char *answer;
    size_t answer_length;
    struct held_segment *held;
    size_t held_count, held_capacity;
    bool answered;
};

/* The jobs under way stand in a ring: the reader fills it, the workers answer in any order, the writer empties it in
 * order. The three counters only grow: written <= taken <= read <= written + size. */
struct ring {
    const struct segment_check *check;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    struct docs_seen *docs_seen; /* the writer's */
    struct job *jobs;
    size_t size;
    size_t read, taken, written;
    bool ended;    /* nothing more will be read */
    bool stopped;  /* writing failed: all threads go home */
    bool troubled; /* a line was bad, or reading failed */
    struct line_reader reader;
};

static struct job *job_at(struct ring *ring, size_t index)
{
    return &ring->jobs[index % ring->size];
}

static void change_done(struct ring *ring)
{
    pthread_cond_broadcast(&ring->changed);
    pthread_mutex_unlock(&ring->lock);
}

/* Waits for a free place; false when there is no more need of one. */
static bool wait_for_room(struct ring *ring)
{
    bool stopped;

    pthread_mutex_lock(&ring->lock);
    while (!ring->stopped && ring->read - ring->written == ring->size)
        pthread_cond_wait(&ring->changed, &ring->lock);
    stopped = ring->stopped;
    pthread_mutex_unlock(&ring->lock);
    return !stopped;
}

static void complain_of(const char *stream, const char *what, int number)
{
    struct rs_error error;

    error_set(&error, translated(stream), 0, "%s: %s", translated(what), reason_of(number));
    if (number != EPIPE) /* who closed the pipe has seen enough */
        complain(&error);
}

static void *read_input(void *argument)
{
    struct ring *ring = argument;
    int status = 0;

    pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, NULL);
    while (wait_for_room(ring) && (status = read_lines(&ring->reader, &job_at(ring, ring->read)->batch)) > 0) {
        pthread_mutex_lock(&ring->lock);
        ring->read++;
        change_done(ring);
    }
    if (status < 0)
        complain_of(N_("standard input"), N_("can't be read"), errno);
    pthread_mutex_lock(&ring->lock);
    ring->ended = true;
    ring->troubled |= status < 0;
    change_done(ring);
    return NULL;
}

/* Keeps a segment for the writer. */
static void hold(struct job *job, size_t at, const struct waiting_segment *segment)
{
    if (job->held_count == job->held_capacity) {
        job->held_capacity = 2 * job->held_capacity + 8;
        job->held = reallocarray(job->held, job->held_capacity, sizeof *job->held);
        if (job->held == NULL) {
            complain_of(N_("standard input"), N_("can't be checked"), ENOMEM);
            exit(STATUS_TROUBLE);
        }
    }
    job->held[job->held_count++] = (struct held_segment){ at, *segment };
}

/* Answers a line; false when it was bad. */
static bool answer_line(const struct segment_check *check, struct slice line, size_t number, struct job *job, FILE *out)
{
    struct waiting_segment waiting;

    if (line.len > MAX_LINE_BYTES) {
        answer_too_long(number, out);
        return false;
    }
    bool good = answer_segment(check, line, number, out, &waiting) == 0;

    if (waiting.doc != NULL)
        hold(job, (size_t)ftello(out), &waiting);
    return good;
}

/* Answers each line of a batch; false when one was bad. */
static bool answer_lines(const struct segment_check *check, struct job *job, FILE *out)
{
    const struct line_batch *batch = &job->batch;
    struct slice rest = { batch->bytes, batch->length };
    bool good = true;

    for (size_t number = batch->first_line; rest.len > 0; number++) {
        const char *end = memchr(rest.at, '\n', rest.len);
        struct slice line = end == NULL ? rest : slice_between(rest.at, end);

        rest = slice_from(rest, line.len + (end != NULL));
        if (line.len > 0 && line.at[line.len - 1] == '\r')
            line.len--;
        good = answer_line(check, line, number, job, out) && good;
    }
    if (batch->too_long)
        answer_too_long(batch->first_line, out);
    return good && !batch->too_long;
}

static bool answer_job(const struct segment_check *check, struct job *job)
{
    FILE *out = open_memstream(&job->answer, &job->answer_length);
    bool good;

    if (out == NULL)
        return false;
    good = answer_lines(check, job, out);
    if (fclose(out) != 0)
        good = false;
    free(job->batch.bytes);
    job->batch.bytes = NULL;
    return good;
}

/* Takes the next job that is read and not taken; NULL when none will come. */
static struct job *take_job(struct ring *ring)
{
    struct job *job = NULL;

    pthread_mutex_lock(&ring->lock);
    while (!ring->stopped && !ring->ended && ring->taken == ring->read)
        pthread_cond_wait(&ring->changed, &ring->lock);
    if (!ring->stopped && ring->taken < ring->read)
        job = job_at(ring, ring->taken++);
    pthread_mutex_unlock(&ring->lock);
    return job;
}

static void *answer_input(void *argument)
{
    struct ring *ring = argument;
    struct job *job;

    while ((job = take_job(ring)) != NULL) {
        bool good = answer_job(ring->check, job);

        pthread_mutex_lock(&ring->lock);
        job->answered = true;
        ring->troubled |= !good;
        change_done(ring);
    }
    return NULL;
}

/* Waits until the next job in order is answered; NULL at the end. */
static struct job *next_answer(struct ring *ring)
{
    struct job *job = NULL;

    pthread_mutex_lock(&ring->lock);
    while (!(ring->ended && ring->written == ring->read) &&
           !(ring->written < ring->read && job_at(ring, ring->written)->answered))
        pthread_cond_wait(&ring->changed, &ring->lock);
    if (ring->written < ring->read)
        job = job_at(ring, ring->written);
    pthread_mutex_unlock(&ring->lock);
    return job;
}

static int write_job(struct ring *ring, struct job *job, FILE *out)
{
    size_t written = 0;

    for (size_t i = 0; i < job->held_count; i++) {
        struct held_segment *held = &job->held[i];

        fwrite(job->answer + written, 1, held->at - written, out);
        written = held->at;
        answer_waiting(ring->check, &held->segment, ring->docs_seen, out);
    }
    fwrite(job->answer + written, 1, job->answer_length - written, out);
    return ferror(out) != 0 || fflush(out) != 0 ? -1 : 0;
}

static void free_job(struct job *job)
{
    for (size_t i = 0; i < job->held_count; i++)
        document_free(job->held[i].segment.doc);
    free(job->held);
    free(job->batch.bytes);
    free(job->answer);
    *job = (struct job){ 0 };
}

static int write_answers(struct ring *ring, FILE *out)
{
    struct job *job;

    while ((job = next_answer(ring)) != NULL) {
        if (write_job(ring, job, out) != 0)
            return -1;
        pthread_mutex_lock(&ring->lock);
        free_job(job);
        ring->written++;
        change_done(ring);
    }
    return 0;
}

static void stop(struct ring *ring)
{
    pthread_mutex_lock(&ring->lock);
    ring->stopped = true;
    change_done(ring);
}

/* The caller's thread writes; the reader has one of its own; returns false when something failed. */
static bool read_and_write(struct ring *ring, FILE *out)
{
    pthread_t reader;
    int fault = pthread_create(&reader, NULL, read_input, ring);
    bool good;

    if (fault != 0) {
        complain_of(N_("standard input"), N_("can't start a thread"), fault);
        return false;
    }
    good = write_answers(ring, out) == 0;
    if (!good) {
        complain_of(N_("standard output"), N_("can't be written"), errno);
        stop(ring);
        pthread_cancel(reader); /* it may sit in a read that never returns */
    }
    pthread_join(reader, NULL);
    return good;
}

static bool run_threads(struct ring *ring, pthread_t *workers, unsigned count, FILE *out)
{
    unsigned started = 0;
    bool good;
    int fault = 0;

    while (started < count && (fault = pthread_create(&workers[started], NULL, answer_input, ring)) == 0)
        started++;
    if (started == 0)
        complain_of(N_("standard input"), N_("can't start a thread"), fault);
    good = started > 0 && read_and_write(ring, out);
    stop(ring);
    while (started > 0)
        pthread_join(workers[--started], NULL);
    return good && !ring->troubled;
}

static void free_jobs(struct ring *ring)
{
    for (size_t i = 0; i < ring->size; i++)
        free_job(&ring->jobs[i]);
    free(ring->jobs);
}

enum status filter(const struct segment_check *check, int descriptor, FILE *out, unsigned jobs)
{
    /* Two places for each worker: one under work, one ready; so a slow line does not leave the others idle. */
    struct ring ring = { .check = check, .size = 2 * (size_t)jobs, .reader = { .descriptor = descriptor } };
    pthread_t *workers = calloc(jobs, sizeof *workers);
    bool good = false;

    ring.jobs = calloc(ring.size, sizeof *ring.jobs);
    ring.docs_seen = docs_seen_new();
    pthread_mutex_init(&ring.lock, NULL);
    pthread_cond_init(&ring.changed, NULL);
    if (workers != NULL && ring.jobs != NULL && ring.docs_seen != NULL)
        good = run_threads(&ring, workers, jobs, out);
    if (ring.jobs != NULL)
        free_jobs(&ring);
    docs_seen_free(ring.docs_seen);
    line_reader_free(&ring.reader);
    pthread_cond_destroy(&ring.changed);
    pthread_mutex_destroy(&ring.lock);
    free(workers);
    return good ? STATUS_CLEAN : STATUS_TROUBLE;
}

enum status run_filter(const struct rs_checker *checker, const struct options *options)
{
    struct checking checking;
    struct segment_check check = { 0 };
    struct arena arena = { 0 };
    struct settings settings;
    struct rs_error error;
    enum status status = STATUS_TROUBLE;

    if (checking_open(&checking, checker, options) != 0)
        return STATUS_TROUBLE;
    if (checking_find(&checking, "-", &settings, &check.checker, &check.glossary, &error) != 0) {
        complain(&error);
    } else {
        check.settings = &settings;
        check.preferences = configuration_preferences(&settings, &check.checker->context.rules, &arena);
        status = filter(&check, STDIN_FILENO, stdout, options->jobs);
    }
    arena_free(&arena);
    checking_close(&checking);
    return status;
}
