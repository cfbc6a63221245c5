#include "run.h"

#include <errno.h>
#include <limits.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "configuration/configuration.h"
#include "folders/progress.h"
#include "folders/walk.h"
#include "input/input.h"
#include "output.h"
#include "suppressions/unused.h"

/* A file and what came of it. */
struct article {
    const char *path;
    const char *below; /* the part of it below the folder that was named */
    struct settings settings;
    const struct rs_checker *checker; /* of the settings' variant; NULL: not to be checked */
    const char *source;    /* the English file beside it, or the folder that holds one of its name; NULL: none */
    struct document *doc;  /* NULL when the file could not be read */
    struct issues issues;  /* with those that are suppressed */
    struct issues counted; /* without */
    struct suppressing_comments comments;
    bool troubled;
    struct rs_error trouble;
};

/* What the threads share: each takes the next article until there is none. */
struct round {
    const struct options *options;
    struct article *articles;
    size_t count;
    atomic_size_t next;
    struct progress progress;
};

/* The article's counterpart in a folder of sources, which has the same name below it; the source itself where it is no
 * folder. */
static const char *source_path(const struct article *article, char *room, size_t size)
{
    struct stat status;

    if (stat(article->source, &status) != 0 || !S_ISDIR(status.st_mode))
        return article->source;
    snprintf(room, size, "%s/%s", article->source, article->below);
    return room;
}

/* Puts the English beside the article. Without it, the article is checked all the same. */
static void read_source(struct article *article)
{
    char room[PATH_MAX];
    const char *path;
    struct slice bytes = { 0 };

    if (article->doc == NULL || article->source == NULL)
        return;
    path = source_path(article, room, sizeof room);
    article->troubled = read_file(path, &bytes, &article->trouble) != 0 ||
                        read_plain_source(article->doc, slice_of(path), bytes, &article->trouble) != 0;
    free((void *)(uintptr_t)bytes.at);
}

static void read_article(const struct options *options, struct article *article)
{
    struct input input = { .name = slice_of(article->path), .fields = options->json_fields };

    if (read_file(article->path, &input.bytes, &article->trouble) == 0)
        article->doc = read_document(&input, options->input_format, &article->trouble);
    free((void *)(uintptr_t)input.bytes.at);
    article->troubled = article->doc == NULL;
}

static void check_article(const struct options *options, struct article *article)
{
    if (article->checker == NULL)
        return;
    read_article(options, article);
    read_source(article);
    if (article->doc == NULL)
        return;
    article->issues.confidence = (float)article->settings.confidence;
    article->issues.preferences =
        configuration_preferences(&article->settings, &article->checker->context.rules, &article->doc->arena);
    checker_find_wanted(article->checker, article->doc, &article->issues);
    configuration_accept(&article->settings, article->doc, &article->issues);
    if (comments_read(&article->comments, article->doc, &article->checker->context.rules, &article->trouble) != 0)
        article->troubled = true;
    comments_apply(&article->comments, article->doc, &article->issues);
}

static void *check_articles(void *argument)
{
    struct round *round = argument;
    size_t index;

    while ((index = atomic_fetch_add(&round->next, 1)) < round->count) {
        check_article(round->options, &round->articles[index]);
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

/* Marks what the old baseline knows; writes the new one, after which everything in it is known. */
static int settle_baseline(struct article *articles, size_t count, struct baseline *known,
                           const struct options *options, const struct result *results, size_t result_count)
{
    struct rs_error error;
    int status = 0;

    for (size_t i = 0; i < count; i++)
        if (articles[i].doc != NULL)
            baseline_apply(known, articles[i].doc, &articles[i].issues);
    if (options->write_baseline == NULL)
        return 0;
    status = baseline_write(options->write_baseline, results, result_count, known, &error);
    if (status != 0)
        complain(&error);
    for (size_t i = 0; status == 0 && i < count; i++)
        for (size_t j = 0; j < articles[i].issues.count; j++)
            if (articles[i].issues.items[j].suppression == SUPPRESSION_NONE)
                articles[i].issues.items[j].suppression = SUPPRESSION_BASELINE;
    return status;
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

/* Colours and links where they were asked for, or where a person looks on. */
static bool wants(enum when when, const char *path, bool unwanted)
{
    if (when != WHEN_AUTO)
        return when == WHEN_ALWAYS;
    return strcmp(path, "-") == 0 && isatty(STDOUT_FILENO) && !unwanted;
}

static bool is_set(const char *variable)
{
    const char *value = getenv(variable);

    return value != NULL && value[0] != '\0';
}

static bool is_dumb_terminal(void)
{
    const char *terminal = getenv("TERM");

    return terminal == NULL || strcmp(terminal, "dumb") == 0;
}

/* Where relative names start from in links: "file://host/folder". Empty where it can't be told. */
static void find_link_base(char base[], size_t size)
{
    char host[256] = "", *folder = getcwd(NULL, 0);

    gethostname(host, sizeof host - 1);
    if (folder == NULL || snprintf(base, size, "%s%s", host, folder) >= (int)size)
        base[0] = '\0';
    free(folder);
}

static int write_report(const struct report_target *target, const struct result *results, size_t count,
                        const struct options *options)
{
    char link_base[PATH_MAX + 256] = "";
    struct report_style style = {
        .language = options->language,
        .colour = wants(options->colour, target->path, is_set("NO_COLOR")), /* no-color.org */
        .show_suppressed = options->show_suppressed,
        .has_baseline = options->baseline != NULL,
        .version = RS_VERSION,
        .max_penalty = count > 0 ? results[0].max_penalty : options->max_penalty,
        .fail_on = count > 0 ? results[0].fail_on : options->fail_on,
    };
    struct output output;
    struct rs_error error;
    int status;

    for (size_t i = 1; i < count; i++) {
        if (results[i].fail_on != style.fail_on)
            style.fail_on = FAIL_ON_NONE;
        if (results[i].max_penalty < style.max_penalty || results[i].max_penalty > style.max_penalty)
            style.max_penalty = NO_MAX_PENALTY;
    }
    if (wants(options->hyperlinks, target->path, is_dumb_terminal()))
        find_link_base(link_base, sizeof link_base);
    style.link_base = link_base[0] == '\0' ? NULL : link_base;
    if (output_open(&output, target->path, &error) != 0) {
        complain(&error);
        return -1;
    }
    status = target->format->write(output.stream, results, count, &style);
    if (status != 0)
        output.fault = ENOMEM; /* unless the stream itself has failed, which output_close sees first */
    if (output_close(&output, &error) != 0) {
        /* Who closed the pipe that we write to ("| head") has seen enough and needs no message. */
        if (output.fault != EPIPE)
            complain(&error);
        return -1;
    }
    return status;
}

/* Files first, standard output last: a reader who goes away must not cost the reports on disk. */
static int write_reports(const struct options *options, const struct result *results, size_t count)
{
    int status = 0;

    for (int streams = 0; streams <= 1; streams++)
        for (size_t i = 0; i < options->report_count; i++)
            if ((strcmp(options->reports[i].path, "-") == 0) == streams &&
                write_report(&options->reports[i], results, count, options) != 0)
                status = -1;
    return status;
}

static void complain_of_unused(const struct article *articles, size_t count, const struct baseline *known,
                               const struct result *results, size_t result_count)
{
    for (size_t i = 0; i < count; i++)
        if (articles[i].doc != NULL)
            complain_of_unused_comments(articles[i].doc, &articles[i].comments);
    complain_of_unused_baseline(known, results, result_count);
}

static void free_articles(struct article *articles, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (articles[i].doc != NULL)
            document_free(articles[i].doc);
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

/* Finds out what is wanted for an article. One whose configuration can't be read is not checked. */
static void prepare_article(struct article *article, struct checkers *checkers, const struct options *options,
                            struct configuration *configuration)
{
    if (configuration_find(configuration, article->path, &article->settings, &article->trouble) == 0 &&
        !article->settings.skipped)
        article->checker = checker_for(checkers, options, article->settings.variant, &article->trouble);
    article->troubled = article->checker == NULL && !article->settings.skipped;
}

static void prepare(struct article *articles, const struct walk *walk, struct checkers *checkers,
                    const struct options *options, struct configuration *configuration)
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
            prepare_article(article, checkers, options, configuration);
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
    struct round round = { .options = options, .articles = articles, .count = count };
    bool passed, troubled;

    progress_begin(&round.progress, count);
    check_all(&round, options->jobs);
    progress_end(&round.progress);
    troubled = complain_of(articles, count);
    result_count = gather(articles, count, results);
    if (settle_baseline(articles, count, known, options, results, result_count) != 0)
        troubled = true;
    if (options->report_unused)
        complain_of_unused(articles, count, known, results, result_count);
    passed = judge(articles, count, results);
    if (write_reports(options, results, result_count) != 0)
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
    prepare(articles, &walk, &checkers, options, configuration);
    status = check_files(options, &known, articles, walk.count, results);
    baseline_free(&known);
done:
    while (checkers.count > 0)
        rs_checker_close(checkers.opened[--checkers.count]);
    configuration_close(configuration);
    free(results);
    free(articles);
    walk_free(&walk);
    return status;
}
