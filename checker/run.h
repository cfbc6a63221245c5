/* The commands of the program. Each prints what it has to say and returns an exit status (complain.h). */
#ifndef ROTSTIFT_RUN_H
#define ROTSTIFT_RUN_H

#include "checker.h"
#include "complain.h"
#include "configuration/configuration.h"
#include "folders/walk.h"
#include "glossary/glossary.h"
#include "options.h"
#include "suppressions/baseline.h"

typedef enum status run_command(const struct rs_checker *checker, const struct options *options);

run_command run_check;      /* run.c: files in, reports out */
run_command run_report;     /* folder.c: files in, a folder of pages out */
run_command run_filter;     /* service/filter.c: segments in, issues out */
run_command run_serve;      /* service/serve.c: texts in and issues out over HTTP */
run_command run_lsp;        /* service/lsp.c: an editor's documents in, issues out */
run_command run_completion; /* completion.c: the command line, completed by shells */
run_command run_config;     /* configuration/show.c: what is in force, and where it comes from */
run_command run_list_rules; /* explain.c */
run_command run_explain;    /* explain.c */
run_command run_help;       /* explain.c */
run_command run_version;    /* explain.c */

/* What checking needs beside the files, opened once. */
struct checking {
    const struct options *options;
    const struct rs_checker *given;
    struct rs_checker *opened[2]; /* one for each further variant that an article is written in; there are three */
    size_t opened_count;
    struct configuration *configuration;
    struct revision *revision; /* NULL: all lines are looked at */
    struct glossaries glossaries;
    bool lacks_glossary;   /* one can't be read, which has been said */
    struct rs_error said;  /* the last trouble of an article that has been said */
    bool marked_only;      /* no report shows an article as a whole */
    size_t skipped;        /* articles that the configuration says to skip */
    struct baseline known; /* empty where no baseline is given */
    struct walk walk;      /* the files */
};

/* Returns -1 when something can't be read, which has been said; else checking_close is to follow. Issues borrow from it
 * what they have from rules and baseline. */
int checking_open(struct checking *checking, const struct rs_checker *checker, const struct options *options);
void checking_close(struct checking *checking);

/* What is in force for a path ("-": in the current folder), and the checker and the glossary (NULL: none) that this
 * asks for. They hold as long as checking. Returns -1 with *error. */
int checking_find(struct checking *checking, const char *path, struct settings *settings,
                  const struct rs_checker **checker, const struct glossary **glossary, struct rs_error *error);

/* So many articles are held in memory at once for each thread, where no report needs all of them. */
#define BATCH_FILES 32

/* Files that have been read, checked and judged. */
struct batch {
    struct article *articles;
    size_t count;
    struct result *results; /* of those that could be read */
    size_t *files;          /* for each result the index of its file in the walk */
    size_t result_count;
    bool passed;   /* all of them */
    bool troubled; /* something went wrong and was said */
};

/* Checks count of the files from the first on. Returns -1 when memory ran out; else free_batch is to follow.
 */
int check_batch(struct batch *batch, struct checking *checking, size_t first, size_t count);
void free_batch(struct batch *batch);

#endif
