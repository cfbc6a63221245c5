/* The keys of the configuration: one table says how each is written and what it sets. */
#ifndef ROTSTIFT_CONFIGURATION_KEYS_H
#define ROTSTIFT_CONFIGURATION_KEYS_H

#include "configuration/configuration.h"

/* A line of the configuration, ready to be applied. */
struct configured_line {
    const char *section, *key, *value;
    struct setting_place from;
};

/* Whom a line is applied for. */
struct application {
    struct settings *settings;
    struct arena *arena; /* holds the lists of the settings */
    const char *path;    /* the article's, from the configuration file's folder on; NULL: every section is meant, to see
                            whether its lines can be read */
};

/* Sets what the line says, where its section means the path. rules may be NULL: then names of rules are taken as they
 * are. Returns -1 with *error (its file and line are the line's): an unknown section, key, value or rule. */
int apply_line(const struct application *application, const struct configured_line *line, const struct rule_set *rules,
               struct rs_error *error);

/* True when the line is one of those that make a difference between articles, and means this path. */
bool line_means_path(const struct configured_line *line, const char *path);

/* Reads "off", "on", a severity or a number into the preference. */
int read_preference(const char *name, const char *value, struct rule_preference *preference, struct rs_error *error);

/* Calls take for each part of a list with commas between, without white space around it; stops at -1. */
int each_part(const char *list, int (*take)(void *user, struct slice part), void *user);

/* Prints all that is in force, as a configuration file with the place of each line in a comment. */
void print_settings(FILE *out, const struct settings *settings);

#endif
