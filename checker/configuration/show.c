/* The command "config": what is in force for a file, and where it comes from. */
#include <stdlib.h>

#include "configuration/keys.h"
#include "output.h"
#include "run.h"

static bool show(FILE *out, struct configuration *configuration, const char *path, bool is_one_of_many)
{
    struct settings settings;
    struct rs_error error;

    if (configuration_find(configuration, path, &settings, &error) != 0) {
        complain(&error);
        return false;
    }
    if (is_one_of_many)
        fprintf(out, "; %s\n", path);
    print_settings(out, &settings);
    return true;
}

enum status run_config(const struct rs_checker *checker, const struct options *options)
{
    struct configuration *configuration = configuration_open(options, &checker->context.rules);
    struct output output;
    bool is_whole = configuration != NULL;

    output_open(&output, "-", NULL);
    for (size_t i = 0; configuration != NULL && i < options->file_count; i++) {
        fputs(i > 0 ? "\n" : "", output.stream);
        is_whole = show(output.stream, configuration, options->files[i], options->file_count > 1) && is_whole;
    }
    if (configuration != NULL && options->file_count == 0)
        is_whole = show(output.stream, configuration, "./article", false);
    configuration_close(configuration);
    return output_finish(&output) == 0 && is_whole ? STATUS_CLEAN : STATUS_TROUBLE;
}
