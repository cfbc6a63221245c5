#include "configuration/configuration.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <unistd.h>

#include "configuration/ini.h"
#include "configuration/keys.h"
#include "configuration/paths.h"
#include "configuration/rule_names.h"
#include "lexicon/hash.h"
#include "messages/messages.h"
#include "text/unicode.h"

/* A folder on the way up from an article, and the configuration file in it, if there is one. */
struct folder {
    const char *path;      /* absolute */
    struct folder *parent; /* the next one that counts; NULL: none */
    struct folder *known;  /* the one that was looked at before */
    bool is_root;
    bool is_faulty;
    struct rs_error fault; /* of the file */
    struct configured_line *lines;
    size_t count, capacity;
};

struct configuration {
    struct arena arena;
    const struct options *options;
    const struct rule_set *rules;
    const char *here; /* the current folder, absolute; "" where it can't be told */
    struct folder *folders;
    struct settings last; /* what was found last, for articles that are no different */
    const struct folder *last_folder;
    uint64_t last_signature;
};

struct configuration *configuration_open(const struct options *options, const struct rule_set *rules)
{
    struct configuration *configuration = calloc(1, sizeof *configuration);
    char *here = getcwd(NULL, 0);

    if (configuration != NULL) {
        configuration->options = options;
        configuration->rules = rules;
        configuration->here = arena_copy(&configuration->arena, slice_of(here == NULL ? "" : here)).at;
    }
    free(here);
    return configuration;
}

void configuration_close(struct configuration *configuration)
{
    if (configuration == NULL)
        return;
    arena_free(&configuration->arena);
    free(configuration);
}

/* As people would write it: from the current folder on, where it lies in there. */
static const char *shown_path(const struct configuration *configuration, const char *path)
{
    struct slice here = slice_of(configuration->here);

    if (here.len > 1 && slice_starts(slice_of(path), here) && path[here.len] == '/')
        return path + here.len + 1;
    return path;
}

static void add_line(struct configuration *configuration, struct folder *folder, struct configured_line line)
{
    folder->lines =
        arena_grow(&configuration->arena, folder->lines, folder->count, &folder->capacity, sizeof *folder->lines);
    folder->lines[folder->count++] = line;
}

/* A file that a line names, from the configuration's folder on. */
static const char *named_file(struct arena *arena, const struct folder *folder, const char *name)
{
    return name[0] == '/' ? name : arena_print(arena, "%s/%s", folder->path, name).at;
}

/* Adds each line of the file but empty ones and comments as a line "accept-file". */
static int read_accepted(struct configuration *configuration, struct folder *folder, const struct ini_line *line,
                         const char *shown, struct rs_error *error)
{
    struct arena *arena = &configuration->arena;
    const char *path = named_file(arena, folder, line->value);
    struct slice bytes = { 0 }, rest;
    struct rs_error fault;

    if (read_file(path, &bytes, &fault) != 0)
        return error_set(error, shown, line->line, "accept-file: %s %s", line->value, fault.message);
    rest = arena_copy(arena, bytes);
    free((void *)(uintptr_t)bytes.at);
    for (size_t number = 1; rest.len > 0; number++) {
        const char *end = memchr(rest.at, '\n', rest.len);
        struct slice text = trim(end == NULL ? rest : slice_between(rest.at, end));

        rest = slice_from(rest, end == NULL ? rest.len : (size_t)(end - rest.at + 1));
        if (text.len > 0 && text.at[0] != '#')
            add_line(configuration, folder,
                     (struct configured_line){ .section = line->section,
                                               .key = line->key,
                                               .value = arena_copy(arena, text).at,
                                               .from = { shown_path(configuration, path), number } });
    }
    return 0;
}

static int take_line(struct configuration *configuration, struct folder *folder, const struct ini_line *line,
                     const char *shown, struct rs_error *error)
{
    struct settings scratch = { 0 };
    struct application trial = { &scratch, &configuration->arena, NULL };
    struct configured_line configured = { line->section, line->key, line->value, { shown, line->line } };
    bool is_rule = strncmp(line->section, "rules", 5) == 0;

    if (apply_line(&trial, &configured, configuration->rules, error) != 0)
        return -1;
    if (!is_rule && strcmp(line->key, "accept-file") == 0)
        return read_accepted(configuration, folder, line, shown, error);
    if (!is_rule && strcmp(line->key, "glossary") == 0)
        configured.value = shown_path(configuration, named_file(&configuration->arena, folder, line->value));
    if (!is_rule && strcmp(line->key, "root") == 0)
        folder->is_root = strcmp(line->value, "yes") == 0;
    add_line(configuration, folder, configured);
    return 0;
}

static int read_lines(struct configuration *configuration, struct folder *folder, const char *path,
                      struct rs_error *error)
{
    const char *shown = shown_path(configuration, path);
    struct ini_file ini = { 0 };

    if (ini_read(&ini, &configuration->arena, path, shown, error) != 0)
        return -1;
    for (size_t i = 0; i < ini.count; i++)
        if (take_line(configuration, folder, &ini.lines[i], shown, error) != 0)
            return -1;
    return 0;
}

/* Looks at a folder for the first time. file is its configuration file; it may be missing unless it was named. */
static struct folder *read_folder(struct configuration *configuration, const char *path, const char *file,
                                  bool may_be_missing)
{
    struct folder *folder = arena_take(&configuration->arena, sizeof *folder);

    folder->path = path;
    folder->known = configuration->folders;
    configuration->folders = folder;
    if (!may_be_missing || access(file, F_OK) == 0)
        folder->is_faulty = read_lines(configuration, folder, file, &folder->fault) != 0;
    return folder;
}

static struct folder *known_folder(const struct configuration *configuration, const char *path)
{
    for (struct folder *folder = configuration->folders; folder != NULL; folder = folder->known)
        if (strcmp(folder->path, path) == 0)
            return folder;
    return NULL;
}

static const char *folder_of(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');

    if (slash == NULL || slash == path)
        return "/";
    return arena_copy(arena, slice_between(path, slash)).at;
}

/* The folder and those above it, as far as one that is a root. */
static struct folder *folders_from(struct configuration *configuration, const char *path)
{
    struct arena *arena = &configuration->arena;
    struct folder *first = NULL, **next = &first;

    for (;;) {
        *next = known_folder(configuration, path);
        if (*next != NULL)
            return first;
        *next =
            read_folder(configuration, path,
                        arena_print(arena, "%s/%s", strcmp(path, "/") == 0 ? "" : path, CONFIGURATION_FILE).at, true);
        if ((*next)->is_root || strcmp(path, "/") == 0)
            return first;
        next = &(*next)->parent;
        path = folder_of(arena, path);
    }
}

/* The file named by --config stands for all. */
static struct folder *named_folder(struct configuration *configuration, struct rs_error *error)
{
    const char *file = absolute_path(&configuration->arena, configuration->options->config);

    if (file == NULL) {
        error_set(error, configuration->options->config, 0, "can't be read: %s", reason_of(errno));
        return NULL;
    }
    if (configuration->folders == NULL)
        read_folder(configuration, folder_of(&configuration->arena, file), file, false);
    return configuration->folders;
}

/* The path from the folder on; outside of it, from the root. */
static const char *path_from(const struct folder *folder, const char *path)
{
    size_t length = strlen(folder->path);

    if (strcmp(folder->path, "/") != 0 && strncmp(path, folder->path, length) == 0 && path[length] == '/')
        return path + length + 1;
    return path + strspn(path, "/");
}

/* The folders from the uppermost to the nearest, ended by NULL. */
static struct folder **downwards(struct arena *arena, struct folder *nearest)
{
    size_t count = 0;
    struct folder **list;

    for (struct folder *folder = nearest; folder != NULL; folder = folder->parent)
        count++;
    list = arena_array(arena, count + 1, sizeof *list);
    for (struct folder *folder = nearest; folder != NULL; folder = folder->parent)
        list[--count] = folder;
    return list;
}

/* True when the line says to skip the path. */
static bool skips(struct configuration *configuration, const struct configured_line *line, const char *path)
{
    struct settings scratch = { 0 };
    struct application application = { &scratch, &configuration->arena, path };

    return strcmp(line->key, "skip") == 0 && apply_line(&application, line, NULL, &(struct rs_error){ 0 }) == 0 &&
           scratch.skipped;
}

/* What of the lines depends on the path: equal for articles that no line tells apart, which share their settings. */
static uint64_t signature_of(struct configuration *configuration, const struct folder *nearest, const char *path)
{
    uint64_t hash = HASH_START;

    for (const struct folder *folder = nearest; folder != NULL; folder = folder->parent)
        for (size_t i = 0; i < folder->count; i++) {
            const struct configured_line *line = &folder->lines[i];
            const char *from_here = path_from(folder, path);

            hash = hash_bytes(hash, line_means_path(line, from_here) ? "y" : "n", 1);
            hash = hash_bytes(hash, skips(configuration, line, from_here) ? "y" : "n", 1);
        }
    return hash;
}

static const struct setting_place from_command_line = { .file = N_("command line") };

/* What the command line says wins; what no one says is the default. */
static void complete(struct settings *settings, const struct options *options)
{
    if (options->check.variant != NULL) {
        settings->variant = options->check.variant;
        settings->from[SETTING_VARIANT] = from_command_line;
    }
    if (options->confidence_given) {
        settings->confidence = options->check.confidence < 0 ? 0 : options->check.confidence;
        settings->from[SETTING_CONFIDENCE] = from_command_line;
    }
    if (options->max_penalty >= 0) {
        settings->max_penalty = options->max_penalty;
        settings->from[SETTING_MAX_PENALTY] = from_command_line;
    }
    if (options->glossary != NULL) {
        settings->glossary = options->glossary;
        settings->from[SETTING_GLOSSARY] = from_command_line;
    }
    if (options->fail_on_given) {
        settings->fail_on = options->fail_on;
        settings->from[SETTING_FAIL_ON] = from_command_line;
    }
    /* A limit for the penalty that stands alone decides alone. */
    if (settings->from[SETTING_FAIL_ON].file == NULL && settings->max_penalty >= 0)
        settings->fail_on = FAIL_ON_NONE;
}

static int apply_folders(struct configuration *configuration, struct folder *nearest, const char *path,
                         struct settings *out, struct rs_error *error)
{
    struct folder **folders = downwards(&configuration->arena, nearest);

    for (size_t i = 0; folders[i] != NULL; i++) {
        struct application application = { out, &configuration->arena, path_from(folders[i], path) };

        for (size_t j = 0; j < folders[i]->count; j++)
            if (apply_line(&application, &folders[i]->lines[j], NULL, error) != 0)
                return -1;
    }
    return 0;
}

static int check_faults(const struct folder *nearest, struct rs_error *error)
{
    for (const struct folder *folder = nearest; folder != NULL; folder = folder->parent)
        if (folder->is_faulty) {
            *error = folder->fault;
            return -1;
        }
    return 0;
}

int configuration_find(struct configuration *configuration, const char *path, struct settings *out,
                       struct rs_error *error)
{
    const char *absolute = absolute_path(&configuration->arena, path);
    struct folder *nearest = NULL;
    uint64_t signature;

    *out = (struct settings){ .variant = "de-DE",
                              .confidence = RS_DEFAULT_CONFIDENCE,
                              .fail_on = SEVERITY_MINOR,
                              .max_penalty = NO_MAX_PENALTY };
    if (configuration->options->config != NULL) {
        if ((nearest = named_folder(configuration, error)) == NULL)
            return -1;
    } else if (!configuration->options->no_config && absolute != NULL) {
        nearest = folders_from(configuration, folder_of(&configuration->arena, absolute));
    }
    if (absolute == NULL)
        absolute = path; /* whoever reads the file says that it is not there */
    signature = signature_of(configuration, nearest, absolute);
    if (configuration->last_folder != NULL && configuration->last_folder == nearest &&
        configuration->last_signature == signature) {
        *out = configuration->last;
        return 0;
    }
    if (check_faults(nearest, error) != 0 || apply_folders(configuration, nearest, absolute, out, error) != 0)
        return -1;
    complete(out, configuration->options);
    configuration->last = *out;
    configuration->last_folder = nearest;
    configuration->last_signature = signature;
    return 0;
}

static void merge_preference(struct rule_preference *preference, const struct rule_preference *wanted)
{
    preference->is_off = wanted->is_off;
    if (wanted->has_severity) {
        preference->has_severity = true;
        preference->severity = wanted->severity;
    }
    if (wanted->confidence >= 0)
        preference->confidence = wanted->confidence;
}

const struct rule_preferences *configuration_preferences(const struct settings *settings, const struct rule_set *rules,
                                                         struct arena *arena)
{
    struct rule_preferences *preferences;
    struct rule_preference *items, wanted;

    if (settings->rule_count == 0)
        return NULL;
    items = arena_array(arena, rules->count, sizeof *items);
    for (size_t i = 0; i < rules->count; i++)
        items[i].confidence = -1;
    for (size_t j = 0; j < settings->rule_count; j++) {
        if (read_preference("", settings->rules[j].value, &wanted, NULL) != 0)
            continue; /* read once already: can't be */
        for (size_t i = 0; i < rules->count; i++)
            if (names_rule(slice_of(settings->rules[j].rules), rule_info_at(rules, i)))
                merge_preference(&items[i], &wanted);
    }
    preferences = arena_take(arena, sizeof *preferences);
    *preferences = (struct rule_preferences){ .rules = rules->infos, .items = items, .count = rules->count };
    return preferences;
}
