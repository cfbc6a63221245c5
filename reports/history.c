#include "history.h"

#include <errno.h>
#include <stdlib.h>

#include "json_issue.h"
#include "messages/messages.h"

/* A line longer than this is no run of ours. */
#define LONGEST_LINE (1u << 20)

static size_t whole_number(const json_t *object, const char *name)
{
    json_int_t number = json_integer_value(json_object_get(object, name));

    return number < 0 ? 0 : (size_t)number;
}

static double per_1000(double penalty, size_t words)
{
    return 1000 * penalty / (words > 0 ? (double)words : 1);
}

static void read_groups(struct history *history, struct run *run, json_t *groups)
{
    const char *name;
    json_t *group;

    run->groups = arena_array(&history->arena, json_object_size(groups) + 1, sizeof *run->groups);
    json_object_foreach(groups, name, group)
    {
        double penalty = json_number_value(json_object_get(group, "penalty"));

        run->groups[run->group_count++] =
            (struct run_group){ slice_of(name), per_1000(penalty, whole_number(group, "words")) };
    }
}

static bool is_run(const json_t *line)
{
    const json_t *penalty = json_object_get(line, "penalty"), *score = json_object_get(line, "score");

    return json_is_string(json_object_get(line, "run")) && json_is_integer(json_object_get(line, "articles")) &&
           json_is_integer(json_object_get(line, "words")) && json_is_number(penalty) && json_is_number(score) &&
           json_number_value(penalty) >= 0 && json_number_value(score) >= 0;
}

/* Takes the line over, also where it fails. */
static int add_line(struct history *history, json_t *line)
{
    struct run *run;

    if (!is_run(line)) {
        json_decref(line);
        return -1;
    }
    history->lines =
        arena_grow(&history->arena, history->lines, history->count, &history->line_capacity, sizeof *history->lines);
    history->runs =
        arena_grow(&history->arena, history->runs, history->count, &history->capacity, sizeof *history->runs);
    run = &history->runs[history->count];
    *run = (struct run){
        .time = json_string_value(json_object_get(line, "run")),
        .articles = whole_number(line, "articles"),
        .passed = whole_number(line, "passed"),
        .words = whole_number(line, "words"),
        .penalty = json_number_value(json_object_get(line, "penalty")),
        .score = json_number_value(json_object_get(line, "score")),
    };
    read_groups(history, run, json_object_get(line, "groups"));
    history->lines[history->count++] = line;
    return 0;
}

static bool is_blank(const char *line, size_t length)
{
    return strspn(line, " \t\r\n") >= length;
}

/* Reads line after line; returns the number of the one that is no run, 0 when all are. */
static size_t read_lines(struct history *history, FILE *file, json_error_t *error)
{
    char *line = NULL;
    size_t size = 0, number = 0, wrong = 0;
    ssize_t length;

    while (wrong == 0 && (length = getline(&line, &size, file)) >= 0) {
        json_t *json;

        number++;
        error->text[0] = '\0';
        if (is_blank(line, (size_t)length))
            continue;
        json = (size_t)length > LONGEST_LINE ? NULL : json_loadb(line, (size_t)length, JSON_REJECT_DUPLICATES, error);
        if (json == NULL || add_line(history, json) != 0)
            wrong = number;
    }
    free(line);
    return wrong;
}

int history_parse(struct history *history, FILE *file, const char *name, struct rs_error *error)
{
    json_error_t json_error = { .text = "" };
    size_t wrong;

    *history = (struct history){ 0 };
    errno = 0;
    wrong = read_lines(history, file, &json_error);
    if (ferror(file))
        error_set(error, name, 0, "can't be read: %s", reason_of(errno));
    else if (wrong == 0)
        return 0;
    else if (json_error.text[0] != '\0')
        error_set(error, name, wrong, "is no JSON: %s", json_error.text);
    else
        error_set(error, name, wrong,
                  "is no run of a history (\"run\", \"articles\", \"words\", \"penalty\", \"score\")");
    history_free(history);
    return -1;
}

int history_read(struct history *history, const char *path, struct rs_error *error)
{
    FILE *file = fopen(path, "r");
    int status;

    *history = (struct history){ 0 };
    if (file == NULL)
        return errno == ENOENT ? 0 : error_set(error, path, 0, "can't be read: %s", reason_of(errno));
    status = history_parse(history, file, path, error);
    fclose(file);
    return status;
}

static json_t *counts_json(const struct score *score)
{
    json_t *counts = json_object();

    for (int severity = 0; severity < SEVERITY_COUNT; severity++)
        json_object_set_new(counts, severity_name((enum severity)severity),
                            json_integer((json_int_t)score->count[severity]));
    return counts;
}

static json_t *group_json(const struct overview_group *group)
{
    return json_pack("{s:I, s:I, s:o}", "articles", (json_int_t)group->articles, "words",
                     (json_int_t)group->score.words, "penalty", json_figure(group->score.penalty));
}

static json_t *groups_json(const struct overview *overview)
{
    json_t *groups = json_object();

    for (size_t i = 0; i < overview->group_count; i++) {
        struct slice name = overview->groups[i].name;

        if (name.len > 0)
            json_object_setn_new(groups, name.at, name.len, group_json(&overview->groups[i]));
    }
    return groups;
}

int history_add(struct history *history, const struct overview *overview, time_t now)
{
    const struct overview_group *all = &overview->all;
    char time[sizeof "2026-03-01T12:00:00Z" + 16];
    struct tm utc;
    json_t *line;

    gmtime_r(&now, &utc);
    strftime(time, sizeof time, "%Y-%m-%dT%H:%M:%SZ", &utc);
    line = json_pack("{s:s, s:I, s:I, s:I, s:o, s:o, s:o, s:o}", "run", time, "articles", (json_int_t)all->articles,
                     "passed", (json_int_t)all->passed, "words", (json_int_t)all->score.words, "penalty",
                     json_figure(all->score.penalty), "score", json_figure(all->score.score), "counts",
                     counts_json(&all->score), "groups", groups_json(overview));
    return line == NULL ? -1 : add_line(history, line);
}

int history_write(const struct history *history, FILE *out)
{
    for (size_t i = 0; i < history->count; i++)
        if (json_dumpf(history->lines[i], out, JSON_STYLE) != 0 || fputc('\n', out) == EOF)
            return -1;
    return 0;
}

void history_free(struct history *history)
{
    for (size_t i = 0; i < history->count; i++)
        json_decref(history->lines[i]);
    arena_free(&history->arena);
    *history = (struct history){ 0 };
}
