#include "run.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "article.h"
#include "changes/patch.h"
#include "folders/progress.h"
#include "folders/written.h"
#include "output.h"
#include "reporting.h"
#include "suppressions/unused.h"

/* What the threads share: each takes the next article until there is none. */
struct round {
    const struct options *options;
    struct baseline *known;
    struct article *articles;
    size_t count;
    atomic_size_t next;
    struct progress progress;
};

static void *check_articles(void *argument)
{
    struct round *round = argument;
    size_t index;

    while ((index = atomic_fetch_add(&round->next, 1)) < round->count) {
        check_article(round->options, round->known, &round->articles[index]);
        progress_step(&round->progress);
    }
    return NULL;
}

/* Checks all articles in up to jobs threads. One thread is the caller's own, so that the work is done even where the
 * system gives no further one. */
static void check_all(struct round *round, unsigned jobs)
{
    pthread_t *threads = calloc(jobs, sizeof *threads);
    size_t started = 0;

    while (threads != NULL && started + 1 < jobs && started + 1 < round->count &&
           pthread_create(&threads[started], NULL, check_articles, round) == 0)
        started++;
    check_articles(round);
    while (started > 0)
        pthread_join(threads[--started], NULL);
    free(threads);
}

/* Says what went wrong, in the order of the files. A missing dictionary is the same trouble for every article: said
 * once. */
static bool complain_of(const struct article *articles, size_t count, struct rs_error *said)
{
    bool troubled = false;

    for (size_t i = 0; i < count; i++) {
        const struct rs_error *trouble = &articles[i].trouble;

        if (!articles[i].troubled)
            continue;
        if (strcmp(said->message, trouble->message) != 0 || strcmp(said->file, trouble->file) != 0)
            complain(trouble);
        *said = *trouble;
        troubled = true;
    }
    return troubled;
}

static bool passes(const struct score *score, const struct settings *settings)
{
    if (settings->max_penalty >= 0 && score->penalty_per_1000 > settings->max_penalty)
        return false;
    for (int severity = settings->fail_on; severity >= 0 && severity < SEVERITY_COUNT; severity++)
        if (score->count[severity] > 0)
            return false;
    return true;
}

/* Fills the batch's results with the articles that were read, not judged yet. first: the index of its first file. */
static void gather(struct batch *batch, size_t first)
{
    for (size_t i = 0; i < batch->count; i++) {
        struct article *article = &batch->articles[i];

        if (article->doc == NULL)
            continue;
        batch->files[batch->result_count] = first + i;
        batch->results[batch->result_count++] = (struct result){
            .doc = article->doc,
            .issues = &article->counted,
            .all = &article->issues,
            .fail_on = article->settings.fail_on,
            .max_penalty = article->settings.max_penalty,
        };
    }
}

/* Writes all findings down, after which they are known. */
static int write_baseline(const struct batch *batch, const struct checking *checking)
{
    const char *path = checking->options->write_baseline;
    struct rs_error error;

    if (path == NULL)
        return 0;
    if (baseline_write(path, batch->results, batch->result_count, &checking->known, &error) != 0) {
        complain(&error);
        return -1;
    }
    for (size_t i = 0; i < batch->count; i++)
        for (size_t j = 0; j < batch->articles[i].issues.count; j++)
            if (batch->articles[i].issues.items[j].suppression == SUPPRESSION_NONE)
                batch->articles[i].issues.items[j].suppression = SUPPRESSION_BASELINE;
    return 0;
}

/* Counts what is not suppressed; returns whether all articles pass. */
static bool judge(struct article *articles, size_t count, struct result *results)
{
    bool passed = true;

    for (size_t i = 0; i < count; i++) {
        if (articles[i].doc == NULL)
            continue;
        articles[i].counted = issues_that_count(&articles[i].issues);
        results->score = score_of(results->doc, results->issues);
        results->passed = passes(&results->score, &articles[i].settings);
        passed = passed && results->passed;
        results++;
    }
    return passed;
}

static void complain_of_unused(const struct batch *batch, const struct baseline *known)
{
    for (size_t i = 0; i < batch->count; i++)
        if (batch->articles[i].doc != NULL)
            complain_of_unused_comments(batch->articles[i].doc, &batch->articles[i].comments);
    complain_of_unused_baseline(known, batch->results, batch->result_count);
}

/* Shows on standard output what --fix would change. */
static int write_patches(const struct article *articles, size_t count)
{
    struct output output;
    struct rs_error error;
    int status = 0;

    output_open(&output, "-", NULL);
    for (size_t i = 0; i < count; i++) {
        if (write_patch(output.stream, articles[i].path, articles[i].before, articles[i].after, &error) == 0)
            continue;
        complain(&error);
        status = -1;
    }
    return output_finish(&output) == 0 ? status : -1;
}

/* One source is that of the only file, or a folder for all; else each file has its own. */
static const char *source_of(const struct options *options, size_t file)
{
    if (options->source_count == 0)
        return NULL;
    return options->sources[options->source_count == 1 ? 0 : file];
}

static const struct rs_checker *checker_for(struct checking *checking, const char *variant, struct rs_error *error)
{
    struct rs_options wanted = checking->options->check;
    struct rs_checker *opened;

    if (slice_is(checking->given->context.variant, variant))
        return checking->given;
    for (size_t i = 0; i < checking->opened_count; i++)
        if (slice_is(checking->opened[i]->context.variant, variant))
            return checking->opened[i];
    wanted.variant = variant;
    opened = rs_checker_open(&wanted, error);
    if (opened == NULL)
        return NULL;
    if (rs_checker_notice(opened) != NULL)
        fprintf(stderr, "rotstift: %s\n", rs_checker_notice(opened));
    return checking->opened[checking->opened_count++] = opened;
}

/* Where articles are few, nothing is gained by it. */
static bool keeps_marked_only(const struct checking *checking)
{
    const struct options *options = checking->options;

    return checking->walk.count > BATCH_FILES && !reports_whole_text(options) && !options->report_unused;
}

static int glossary_for(struct checking *checking, const char *path, const struct glossary **out,
                        struct rs_error *error)
{
    *out = NULL;
    if (path == NULL)
        return 0;
    return glossaries_find(&checking->glossaries, path, &checking->given->context, out, error);
}

int checking_find(struct checking *checking, const char *path, struct settings *settings,
                  const struct rs_checker **checker, const struct glossary **glossary, struct rs_error *error)
{
    if (configuration_find(checking->configuration, path, settings, error) != 0)
        return -1;
    *checker = checker_for(checking, settings->variant, error);
    return *checker == NULL ? -1 : glossary_for(checking, settings->glossary, glossary, error);
}

/* Finds out what is wanted for the article. Where that can't be told, it is not checked. */
static int prepare(struct article *article, struct checking *checking)
{
    struct rs_error *trouble = &article->trouble, error;

    if (configuration_find(checking->configuration, article->path, &article->settings, trouble) != 0)
        return -1;
    if (article->settings.skipped)
        return 0;
    if (checking->revision != NULL &&
        revision_lines(checking->revision, article->path, &article->changed, trouble) != 0)
        return -1;
    if (checking->options->fix && strcmp(article->path, "-") == 0)
        return error_set(trouble, "-", 0, "--fix: standard input can't be rewritten");
    article->checker = checker_for(checking, article->settings.variant, trouble);
    if (article->checker == NULL)
        return -1;
    /* An article whose glossary can't be read is checked without it. */
    if (glossary_for(checking, article->settings.glossary, &article->glossary, &error) != 0) {
        complain(&error);
        checking->lacks_glossary = true;
    }
    return 0;
}

static void complain_of_skipping(void)
{
    struct rs_error error;

    error_set(&error, NULL, 0, "the configuration says to skip all files; \"rotstift config FILE\" tells where");
    complain(&error);
}

static void prepare_all(struct batch *batch, struct checking *checking, size_t first)
{
    for (size_t i = 0; i < batch->count; i++) {
        const struct walked *file = &checking->walk.files[first + i];
        struct article *article = &batch->articles[i];

        *article = (struct article){ .path = file->path,
                                     .below = file->below,
                                     .marked_only = checking->marked_only,
                                     .source = source_of(checking->options, file->operand),
                                     .troubled = file->troubled,
                                     .trouble = file->trouble };
        if (!file->troubled)
            article->troubled = prepare(article, checking) != 0;
        checking->skipped += article->settings.skipped;
    }
    if (checking->skipped == checking->walk.count)
        complain_of_skipping();
}

static void walk_operands(struct walk *walk, const struct options *options)
{
    *walk = (struct walk){ .format = options->input_format, .json = options->json_fields != NULL };
    for (size_t i = 0; i < options->file_count; i++)
        walk_operand(walk, options->files[i], i);
}

int check_batch(struct batch *batch, struct checking *checking, size_t first, size_t count)
{
    struct round round = { .options = checking->options, .known = &checking->known, .count = count };

    *batch = (struct batch){ .count = count };
    batch->articles = round.articles = calloc(count + 1, sizeof *batch->articles);
    batch->results = calloc(count + 1, sizeof *batch->results);
    batch->files = calloc(count + 1, sizeof *batch->files);
    if (batch->articles == NULL || batch->results == NULL || batch->files == NULL) {
        free_batch(batch);
        return -1;
    }
    prepare_all(batch, checking, first);
    progress_begin(&round.progress, checking->walk.count);
    round.progress.done = first;
    check_all(&round, checking->options->jobs);
    progress_end(&round.progress);
    batch->troubled = complain_of(batch->articles, count, &checking->said) || checking->lacks_glossary;
    gather(batch, first);
    if (write_baseline(batch, checking) != 0)
        batch->troubled = true;
    batch->passed = judge(batch->articles, count, batch->results);
    return 0;
}

void free_batch(struct batch *batch)
{
    for (size_t i = 0; batch->articles != NULL && i < batch->count; i++)
        free_article(&batch->articles[i]);
    free(batch->files);
    free(batch->results);
    free(batch->articles);
}

int checking_open(struct checking *checking, const struct rs_checker *checker, const struct options *options)
{
    struct rs_error error;

    *checking = (struct checking){ .options = options, .given = checker };
    if (options->baseline != NULL && baseline_read(&checking->known, options->baseline, &error) != 0) {
        complain(&error);
        return -1;
    }
    checking->configuration = configuration_open(options, &checker->context.rules);
    if (checking->configuration == NULL) {
        baseline_free(&checking->known);
        return -1;
    }
    checking->revision = options->revision == NULL ? NULL : revision_open(options->revision);
    walk_operands(&checking->walk, options);
    if (leave_out_written(&checking->walk, options, &error) != 0) {
        complain(&error);
        checking_close(checking);
        return -1;
    }
    checking->marked_only = keeps_marked_only(checking);
    return 0;
}

void checking_close(struct checking *checking)
{
    while (checking->opened_count > 0)
        rs_checker_close(checking->opened[--checking->opened_count]);
    walk_free(&checking->walk);
    revision_close(checking->revision);
    configuration_close(checking->configuration);
    glossaries_close(&checking->glossaries);
    baseline_free(&checking->known);
}

/* How many files are checked before something is written. What looks at all findings at once needs all of them. */
static size_t batch_size(const struct options *options, size_t count)
{
    size_t size = (size_t)options->jobs * BATCH_FILES;
    bool needs_all = options->write_baseline != NULL || options->report_unused || !reports_in_parts(options);

    return needs_all || size > count ? count : size;
}

static void write_batch(const struct options *options, const struct checking *checking, struct batch *batch,
                        struct reports *reports, bool is_last)
{
    if (options->report_unused)
        complain_of_unused(batch, &checking->known);
    if (options->dry_run && write_patches(batch->articles, batch->count) != 0)
        batch->troubled = true;
    reports_add(reports, batch->results, batch->result_count, is_last);
}

/* Also without any file: the reports are then empty. */
static enum status check_all_files(const struct options *options, struct checking *checking)
{
    size_t count = checking->walk.count, size = batch_size(options, count), first = 0;
    bool troubled = false, passed = true, is_last;
    struct reports reports;

    reports_begin(&reports, options, !options->dry_run);
    do {
        struct batch batch;

        is_last = count - first <= size;
        if (check_batch(&batch, checking, first, is_last ? count - first : size) != 0)
            return STATUS_TROUBLE;
        write_batch(options, checking, &batch, &reports, is_last);
        troubled = troubled || batch.troubled;
        passed = passed && batch.passed;
        free_batch(&batch);
        first += size;
    } while (!is_last);
    return troubled || reports.status != 0 ? STATUS_TROUBLE : passed ? STATUS_CLEAN : STATUS_ISSUES;
}

enum status run_check(const struct rs_checker *checker, const struct options *options)
{
    struct checking checking;
    enum status status;

    if (checking_open(&checking, checker, options) != 0)
        return STATUS_TROUBLE;
    status = check_all_files(options, &checking);
    checking_close(&checking);
    return status;
}
