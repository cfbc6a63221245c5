#include "run.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "article.h"
#include "changes/patch.h"
#include "folders/progress.h"
#include "folders/walk.h"
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
static bool complain_of(const struct article *articles, size_t count)
{
    const struct rs_error *last = NULL;

    for (size_t i = 0; i < count; i++) {
        const struct rs_error *trouble = &articles[i].trouble;

        if (!articles[i].troubled)
            continue;
        if (last == NULL || strcmp(last->message, trouble->message) != 0 || strcmp(last->file, trouble->file) != 0)
            complain(trouble);
        last = trouble;
    }
    return last != NULL;
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

/* Fills results with the articles that were read, not judged yet; returns their number. */
static size_t gather(struct article *articles, size_t count, struct result *results)
{
    size_t kept = 0;

    for (size_t i = 0; i < count; i++)
        if (articles[i].doc != NULL)
            results[kept++] = (struct result){
                .doc = articles[i].doc,
                .issues = &articles[i].counted,
                .all = &articles[i].issues,
                .fail_on = articles[i].settings.fail_on,
                .max_penalty = articles[i].settings.max_penalty,
            };
    return kept;
}

/* Writes all findings down, after which they are known. */
static int write_baseline(struct article *articles, size_t count, const struct baseline *known,
                          const struct options *options, const struct result *results, size_t result_count)
{
    struct rs_error error;

    if (options->write_baseline == NULL)
        return 0;
    if (baseline_write(options->write_baseline, results, result_count, known, &error) != 0) {
        complain(&error);
        return -1;
    }
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < articles[i].issues.count; j++)
            if (articles[i].issues.items[j].suppression == SUPPRESSION_NONE)
                articles[i].issues.items[j].suppression = SUPPRESSION_BASELINE;
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

static void complain_of_unused(const struct article *articles, size_t count, const struct baseline *known,
                               const struct result *results, size_t result_count)
{
    for (size_t i = 0; i < count; i++)
        if (articles[i].doc != NULL)
            complain_of_unused_comments(articles[i].doc, &articles[i].comments);
    complain_of_unused_baseline(known, results, result_count);
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
    if (output_close(&output, &error) == 0)
        return status;
    complain(&error);
    return -1;
}

static void free_articles(struct article *articles, size_t count)
{
    for (size_t i = 0; i < count; i++)
        free_article(&articles[i]);
}

/* One source is that of the only file, or a folder for all; else each file has its own. */
static const char *source_of(const struct options *options, size_t file)
{
    if (options->source_count == 0)
        return NULL;
    return options->sources[options->source_count == 1 ? 0 : file];
}

/* One checker for each variant that an article is written in. */
struct checkers {
    const struct rs_checker *given;
    struct rs_checker *opened[2]; /* there are three variants */
    size_t count;
};

static const struct rs_checker *checker_for(struct checkers *checkers, const struct options *options,
                                            const char *variant, struct rs_error *error)
{
    struct rs_options wanted = options->check;
    struct rs_checker *opened;

    if (slice_equal(checkers->given->context.variant, slice_of(variant)))
        return checkers->given;
    for (size_t i = 0; i < checkers->count; i++)
        if (slice_equal(checkers->opened[i]->context.variant, slice_of(variant)))
            return checkers->opened[i];
    wanted.variant = variant;
    opened = rs_checker_open(&wanted, error);
    if (opened == NULL)
        return NULL;
    if (rs_checker_notice(opened) != NULL)
        fprintf(stderr, "rotstift: %s\n", rs_checker_notice(opened));
    return checkers->opened[checkers->count++] = opened;
}

/* Finds out what is wanted for the article. Where that can't be told, it is not checked. */
static int prepare(struct article *article, struct checkers *checkers, const struct options *options,
                   struct configuration *configuration, struct revision *revision)
{
    if (configuration_find(configuration, article->path, &article->settings, &article->trouble) != 0)
        return -1;
    if (article->settings.skipped)
        return 0;
    if (revision != NULL && revision_lines(revision, article->path, &article->changed, &article->trouble) != 0)
        return -1;
    if (options->fix && strcmp(article->path, "-") == 0)
        return error_set(&article->trouble, "-", 0, "--fix: standard input can't be rewritten");
    article->checker = checker_for(checkers, options, article->settings.variant, &article->trouble);
    return article->checker == NULL ? -1 : 0;
}

static void prepare_all(struct article *articles, const struct walk *walk, struct checkers *checkers,
                        const struct options *options, struct configuration *configuration, struct revision *revision)
{
    size_t skipped = 0;

    for (size_t i = 0; i < walk->count; i++) {
        const struct walked *file = &walk->files[i];
        struct article *article = &articles[i];

        *article = (struct article){ .path = file->path,
                                     .below = file->below,
                                     .source = source_of(options, file->operand),
                                     .troubled = file->troubled,
                                     .trouble = file->trouble };
        if (!file->troubled)
            article->troubled = prepare(article, checkers, options, configuration, revision) != 0;
        skipped += article->settings.skipped;
    }
    if (skipped == walk->count)
        fputs("rotstift: the configuration says to skip all files; \"rotstift config FILE\" tells where\n", stderr);
}

static void walk_operands(struct walk *walk, const struct options *options)
{
    *walk = (struct walk){ .format = options->input_format, .json = options->json_fields != NULL };
    for (size_t i = 0; i < options->file_count; i++)
        walk_operand(walk, options->files[i], i);
}

/* Everything after the reading of what is needed for it. */
static enum status check_files(const struct options *options, struct baseline *known, struct article *articles,
                               size_t count, struct result *results)
{
    size_t result_count;
    struct round round = { .options = options, .known = known, .articles = articles, .count = count };
    bool passed, troubled;

    progress_begin(&round.progress, count);
    check_all(&round, options->jobs);
    progress_end(&round.progress);
    troubled = complain_of(articles, count);
    result_count = gather(articles, count, results);
    if (write_baseline(articles, count, known, options, results, result_count) != 0)
        troubled = true;
    if (options->report_unused)
        complain_of_unused(articles, count, known, results, result_count);
    passed = judge(articles, count, results);
    if (options->dry_run && write_patches(articles, count) != 0)
        troubled = true;
    if (write_reports(options, results, result_count, !options->dry_run) != 0)
        troubled = true;
    free_articles(articles, count);
    return troubled ? STATUS_TROUBLE : passed ? STATUS_CLEAN : STATUS_ISSUES;
}

enum status run_check(const struct rs_checker *checker, const struct options *options)
{
    struct walk walk;
    struct article *articles;
    struct result *results;
    struct configuration *configuration = configuration_open(options, &checker->context.rules);
    struct revision *revision = options->revision == NULL ? NULL : revision_open(options->revision);
    struct checkers checkers = { .given = checker };
    struct baseline known = { 0 };
    struct rs_error error;
    enum status status = STATUS_TROUBLE;

    walk_operands(&walk, options);
    articles = calloc(walk.count, sizeof *articles);
    results = calloc(walk.count, sizeof *results);
    if (articles == NULL || results == NULL || configuration == NULL)
        goto done;
    if (options->baseline != NULL && baseline_read(&known, options->baseline, &error) != 0) {
        complain(&error);
        goto done;
    }
    prepare_all(articles, &walk, &checkers, options, configuration, revision);
    status = check_files(options, &known, articles, walk.count, results);
    baseline_free(&known);
done:
    while (checkers.count > 0)
        rs_checker_close(checkers.opened[--checkers.count]);
    configuration_close(configuration);
    revision_close(revision);
    free(results);
    free(articles);
    walk_free(&walk);
    return status;
}
