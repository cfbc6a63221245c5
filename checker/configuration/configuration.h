/* The configuration: .rotstift.ini files, found upwards from each article, and what of them is in force for it.
 *
 * Files nearer to the article win, later lines win over earlier ones, and the command line wins over all. A file that
 * says "root = yes" is the last one looked at. checker/rotstift.1 describes the keys. */
#ifndef ROTSTIFT_CONFIGURATION_CONFIGURATION_H
#define ROTSTIFT_CONFIGURATION_CONFIGURATION_H

#include "options.h"
#include "rules/rules.h"

#define CONFIGURATION_FILE ".rotstift.ini"

/* Where a setting comes from. */
struct setting_place {
    const char *file; /* the file, or "command line"; NULL: the default */
    size_t line;      /* 0: none */
};

enum setting {
    SETTING_VARIANT,
    SETTING_CONFIDENCE,
    SETTING_FAIL_ON,
    SETTING_MAX_PENALTY,
    SETTING_GLOSSARY,
    SETTING_SKIP,
    SETTING_COUNT
};

/* A word, name or passage that is right here whatever a rule says. */
struct accepted {
    struct slice text;
    struct setting_place from;
};

/* "spelling = off" */
struct rule_setting {
    const char *rules; /* an id, a family, a category, or a pattern of ids */
    const char *value;
    struct setting_place from;
};

/* What is in force for one article. All strings are borrowed from the configuration. */
struct settings {
    const char *variant;
    double confidence; /* 0 to 1 */
    int fail_on;       /* enum severity, or FAIL_ON_NONE */
    double max_penalty;
    const char *glossary; /* a file, or NULL */
    bool skipped;
    struct setting_place from[SETTING_COUNT];
    struct accepted *accepted;
    size_t accepted_count, accepted_capacity;
    struct rule_setting *rules; /* in the order in which they are to be applied */
    size_t rule_count, rule_capacity;
};

struct configuration;

/* Reads nothing yet. rules (borrowed) tells which names of rules are known. Ended by configuration_close. */
struct configuration *configuration_open(const struct options *options, const struct rule_set *rules);
void configuration_close(struct configuration *configuration);

/* What is in force for the file; "-" and names of folders will do. *out holds as long as the configuration.
 * Returns -1 with *error, which names file and line of the configuration. Not safe for threads. */
int configuration_find(struct configuration *configuration, const char *path, struct settings *out,
                       struct rs_error *error);

/* The preferences that the settings make, in the arena; NULL when they say nothing of rules. */
const struct rule_preferences *configuration_preferences(const struct settings *settings, const struct rule_set *rules,
                                                         struct arena *arena);

/* Suppresses the issues whose text is accepted. */
void configuration_accept(const struct settings *settings, const struct document *doc, struct issues *issues);

#endif
