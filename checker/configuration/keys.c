#include "configuration/keys.h"

#include <ctype.h>
#include <limits.h>

#include "configuration/paths.h"
#include "configuration/rule_names.h"
#include "messages/messages.h"
#include "nearest.h"
#include "text/unicode.h"
#include "values.h"

int each_part(const char *list, int (*take)(void *user, struct slice part), void *user)
{
    while (*list != '\0') {
        const char *end = strchrnul(list, ',');
        struct slice part = trim(slice_between(list, end));

        if (part.len > 0 && take(user, part) != 0)
            return -1;
        list = *end == '\0' ? end : end + 1;
    }
    return 0;
}

/* A line while its parts are taken. */
struct part_of {
    const struct application *application;
    const struct configured_line *line;
};

static int take_accepted(void *user, struct slice part)
{
    const struct part_of *of = user;
    struct settings *settings = of->application->settings;

    settings->accepted = arena_grow(of->application->arena, settings->accepted, settings->accepted_count,
                                    &settings->accepted_capacity, sizeof *settings->accepted);
    settings->accepted[settings->accepted_count++] = (struct accepted){ part, of->line->from };
    return 0;
}

static int take_skipped(void *user, struct slice part)
{
    const struct part_of *of = user;
    struct settings *settings = of->application->settings;
    char pattern[PATH_MAX];

    if (of->application->path == NULL || part.len >= sizeof pattern)
        return 0;
    *(char *)mempcpy(pattern, part.at, part.len) = '\0';
    if (fits_path(pattern, of->application->path)) {
        settings->skipped = true;
        settings->from[SETTING_SKIP] = of->line->from;
    }
    return 0;
}

static int set_variant(const struct application *application, const struct configured_line *line,
                       struct rs_error *error)
{
    return read_variant(line->key, line->value, &application->settings->variant, error);
}

static int set_confidence(const struct application *application, const struct configured_line *line,
                          struct rs_error *error)
{
    return read_confidence(line->key, line->value, &application->settings->confidence, error);
}

static int set_fail_on(const struct application *application, const struct configured_line *line,
                       struct rs_error *error)
{
    return read_fail_on(line->key, line->value, &application->settings->fail_on, error);
}

static int set_max_penalty(const struct application *application, const struct configured_line *line,
                           struct rs_error *error)
{
    return read_max_penalty(line->key, line->value, &application->settings->max_penalty, error);
}

/* The path is one from the current folder on: see configuration.c. */
static int set_glossary(const struct application *application, const struct configured_line *line,
                        struct rs_error *error)
{
    application->settings->glossary = line->value;
    return line->value[0] == '\0' ? error_set(error, NULL, 0, "glossary: the file's name is missing") : 0;
}

/* One entry of an accept-file: it may hold commas. */
static int set_accepted_line(const struct application *application, const struct configured_line *line,
                             struct rs_error *error)
{
    struct part_of of = { application, line };

    (void)error;
    return take_accepted(&of, trim(slice_of(line->value)));
}

static int set_accepted(const struct application *application, const struct configured_line *line,
                        struct rs_error *error)
{
    struct part_of of = { application, line };

    (void)error;
    return each_part(line->value, take_accepted, &of);
}

static int set_skipped(const struct application *application, const struct configured_line *line,
                       struct rs_error *error)
{
    struct part_of of = { application, line };

    (void)error;
    return each_part(line->value, take_skipped, &of);
}

/* Read before anything is applied: see configuration.c. */
static int set_root(const struct application *application, const struct configured_line *line, struct rs_error *error)
{
    static const char *const known[] = { "no", "yes", NULL };

    (void)application;
    if (line->section[0] != '\0')
        return error_set(error, NULL, 0, "\"root\" must stand before the first section");
    return pick_value(line->key, line->value, known, error) < 0 ? -1 : 0;
}

#define NO_PLACE SETTING_COUNT

static const struct key {
    const char *name;
    int (*set)(const struct application *application, const struct configured_line *line, struct rs_error *error);
    enum setting setting; /* whose place the line is; NO_PLACE: the setter sees to it */
} keys[] = {
    { "root", set_root, NO_PLACE },
    { "variant", set_variant, SETTING_VARIANT },
    { "confidence", set_confidence, SETTING_CONFIDENCE },
    { "fail-on", set_fail_on, SETTING_FAIL_ON },
    { "max-penalty", set_max_penalty, SETTING_MAX_PENALTY },
    { "glossary", set_glossary, SETTING_GLOSSARY },
    { "accept", set_accepted, NO_PLACE },
    { "accept-file", set_accepted_line, NO_PLACE },
    { "skip", set_skipped, NO_PLACE },
};

#define KEY_COUNT (sizeof keys / sizeof *keys)

static int unknown_key(const struct configured_line *line, struct rs_error *error)
{
    struct nearest nearest = { .wanted = slice_of(line->key) };
    char list[256] = "";
    size_t length = 0;

    for (size_t i = 0; i < KEY_COUNT; i++) {
        nearest_offer(&nearest, slice_of(keys[i].name));
        length += (size_t)snprintf(list + length, sizeof list - length, "%s%s", i == 0 ? "" : ", ", keys[i].name);
    }
    if (nearest.best.len > 0)
        return error_set(error, NULL, 0, "unknown key \"%s\"; did you mean \"%.*s\"?", line->key, (int)nearest.best.len,
                         nearest.best.at);
    return error_set(error, NULL, 0, "unknown key \"%s\" (known: %s; rules belong into the section [rules])", line->key,
                     list);
}

static int apply_key(const struct application *application, const struct configured_line *line, struct rs_error *error)
{
    for (size_t i = 0; i < KEY_COUNT; i++) {
        if (strcmp(keys[i].name, line->key) != 0)
            continue;
        if (keys[i].set(application, line, error) != 0)
            return -1;
        if (keys[i].setting != NO_PLACE)
            application->settings->from[keys[i].setting] = line->from;
        return 0;
    }
    return unknown_key(line, error);
}

int read_preference(const char *name, const char *value, struct rule_preference *preference, struct rs_error *error)
{
    static const char *const known[] = { "neutral", "minor", "major", "critical", "on", "off", NULL };
    double confidence;
    int index;

    *preference = (struct rule_preference){ .confidence = -1 };
    if (isdigit((unsigned char)value[0])) {
        if (read_confidence(name, value, &confidence, error) != 0)
            return -1;
        preference->confidence = (float)confidence;
        return 0;
    }
    index = pick_value(name, value, known, error);
    if (index < 0)
        return -1;
    preference->is_off = strcmp(known[index], "off") == 0;
    preference->has_severity = index < SEVERITY_COUNT;
    preference->severity = index < SEVERITY_COUNT ? (enum severity)index : SEVERITY_NEUTRAL;
    return 0;
}

static int apply_rule(const struct application *application, const struct configured_line *line,
                      const struct rule_set *rules, struct rs_error *error)
{
    struct settings *settings = application->settings;
    struct rule_preference preference;

    if (rules != NULL && check_rule_name(slice_of(line->key), rules, error) != 0)
        return -1;
    if (read_preference(line->key, line->value, &preference, error) != 0)
        return -1;
    settings->rules = arena_grow(application->arena, settings->rules, settings->rule_count, &settings->rule_capacity,
                                 sizeof *settings->rules);
    settings->rules[settings->rule_count++] = (struct rule_setting){ line->key, line->value, line->from };
    return 0;
}

/* "[path kultur]" is the section "path" for such paths; NULL where a section means all. */
static const char *pattern_of(const char *section)
{
    const char *space = strchr(section, ' ');

    return space == NULL ? NULL : space + strspn(space, " ");
}

static bool is_section(const char *section, const char *name)
{
    size_t length = strlen(name);

    return strncmp(section, name, length) == 0 && (section[length] == '\0' || section[length] == ' ');
}

static int unknown_section(const char *section, struct rs_error *error)
{
    struct nearest nearest = { .wanted = slice_between(section, strchrnul(section, ' ')) };

    nearest_offer(&nearest, SLICE("rules"));
    nearest_offer(&nearest, SLICE("path"));
    if (nearest.best.len > 0 && nearest.distance > 0)
        return error_set(error, NULL, 0, "unknown section [%s]; did you mean [%.*s%s]?", section, (int)nearest.best.len,
                         nearest.best.at, strchrnul(section, ' '));
    return error_set(error, NULL, 0, "unknown section [%s] (known: [rules], [rules PATTERN], [path PATTERN])", section);
}

bool line_means_path(const struct configured_line *line, const char *path)
{
    const char *pattern = pattern_of(line->section);

    return pattern != NULL && fits_path(pattern, path);
}

static int apply(const struct application *application, const struct configured_line *line,
                 const struct rule_set *rules, struct rs_error *error)
{
    const char *pattern = pattern_of(line->section);
    bool is_rule = is_section(line->section, "rules");

    if (!is_rule && line->section[0] != '\0' && (!is_section(line->section, "path") || pattern == NULL))
        return unknown_section(line->section, error);
    if (application->path != NULL && pattern != NULL && !fits_path(pattern, application->path))
        return 0;
    return is_rule ? apply_rule(application, line, rules, error) : apply_key(application, line, error);
}

int apply_line(const struct application *application, const struct configured_line *line, const struct rule_set *rules,
               struct rs_error *error)
{
    char message[sizeof error->message];

    if (apply(application, line, rules, error) == 0)
        return 0;
    memcpy(message, error->message, sizeof message);
    return error_set(error, line->from.file, line->from.line, "%s", message);
}

static void print_place(FILE *out, const struct setting_place *place, int width)
{
    fprintf(out, "%*s; ", width < 32 ? 32 - width : 1, "");
    if (place->file == NULL)
        fputs(translated("default"), out);
    else if (place->line == 0)
        fputs(translated(place->file), out);
    else
        fprintf(out, "%s:%zu", place->file, place->line);
    fputc('\n', out);
}

void print_settings(FILE *out, const struct settings *settings)
{
    static const char *const severities[] = { "neutral", "minor", "major", "critical" };

    print_place(out, &settings->from[SETTING_VARIANT], fprintf(out, "variant = %s", settings->variant));
    print_place(out, &settings->from[SETTING_CONFIDENCE], fprintf(out, "confidence = %g", settings->confidence));
    print_place(out, &settings->from[SETTING_FAIL_ON],
                fprintf(out, "fail-on = %s", settings->fail_on < 0 ? "none" : severities[settings->fail_on]));
    if (settings->max_penalty >= 0)
        print_place(out, &settings->from[SETTING_MAX_PENALTY], fprintf(out, "max-penalty = %g", settings->max_penalty));
    if (settings->glossary != NULL)
        print_place(out, &settings->from[SETTING_GLOSSARY], fprintf(out, "glossary = %s", settings->glossary));
    for (size_t i = 0; i < settings->accepted_count; i++)
        print_place(out, &settings->accepted[i].from,
                    fprintf(out, "accept = %.*s", (int)settings->accepted[i].text.len, settings->accepted[i].text.at));
    if (settings->skipped)
        print_place(out, &settings->from[SETTING_SKIP], fprintf(out, "; %s", translated("this file is skipped")));
    if (settings->rule_count > 0)
        fputs("\n[rules]\n", out);
    for (size_t i = 0; i < settings->rule_count; i++)
        print_place(out, &settings->rules[i].from,
                    fprintf(out, "%s = %s", settings->rules[i].rules, settings->rules[i].value));
}
