/* The commands of the program. Each prints what it has to say and returns an exit status (complain.h). */
#ifndef ROTSTIFT_RUN_H
#define ROTSTIFT_RUN_H

#include "checker.h"
#include "complain.h"
#include "options.h"

typedef enum status run_command(const struct rs_checker *checker, const struct options *options);

run_command run_check;      /* run.c: files in, reports out */
run_command run_filter;     /* service/filter.c: segments in, issues out */
run_command run_config;     /* configuration/show.c: what is in force, and where it comes from */
run_command run_list_rules; /* explain.c */
run_command run_explain;    /* explain.c */
run_command run_help;       /* explain.c */
run_command run_version;    /* explain.c */

#endif
