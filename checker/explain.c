/* What the program tells of itself: --list-rules, --explain, --help, --version. */
#include <stdio.h>

#include "nearest.h"
#include "output.h"
#include "run.h"

static enum status finish(struct output *output)
{
    struct rs_error error;

    if (output_close(output, &error) == 0)
        return STATUS_CLEAN;
    complain(&error);
    return STATUS_TROUBLE;
}

static void print_slice(FILE *out, struct slice text)
{
    fwrite(text.at, 1, text.len, out);
}

static void print_line(FILE *out, const char *label, struct slice text)
{
    if (text.len > 0)
        fprintf(out, "%-11s %.*s\n", label, (int)text.len, text.at);
}

/* One rule a line, tab-separated: id, category, severity, confidence, English. */
enum status run_list_rules(const struct rs_checker *checker, const struct options *options)
{
    const struct rule_set *rules = &checker->context.rules;
    struct output output;

    (void)options;
    output_open(&output, "-", NULL);
    for (size_t i = 0; i < rules->count; i++) {
        const struct rule_info *rule = &rules->infos[i];

        print_slice(output.stream, rule->id);
        putc('\t', output.stream);
        print_slice(output.stream, rule->category);
        fprintf(output.stream, "\t%s\t%.2f\t", severity_name(rule->severity), (double)rule->confidence);
        print_slice(output.stream, rule->english);
        putc('\n', output.stream);
    }
    return finish(&output);
}

static enum status no_such_rule(const struct rule_set *rules, const char *id)
{
    struct nearest nearest = { .wanted = slice_of(id) };
    struct rs_error error;

    for (size_t i = 0; i < rules->count; i++)
        nearest_offer(&nearest, rules->infos[i].id);
    if (nearest.best.len > 0)
        error_set(&error, NULL, 0, "there is no rule \"%s\"; did you mean \"%.*s\"?", id, (int)nearest.best.len,
                  nearest.best.at);
    else
        error_set(&error, NULL, 0, "there is no rule \"%s\"; --list-rules lists them", id);
    complain(&error);
    return STATUS_TROUBLE;
}

enum status run_explain(const struct rs_checker *checker, const struct options *options)
{
    const struct rule_info *rule = rule_named(&checker->context.rules, slice_of(options->rule));
    struct output output;

    if (rule == NULL)
        return no_such_rule(&checker->context.rules, options->rule);
    output_open(&output, "-", NULL);
    print_line(output.stream, "rule", rule->id);
    print_line(output.stream, "category", rule->category);
    print_line(output.stream, "severity", slice_of(severity_name(rule->severity)));
    fprintf(output.stream, "%-11s %.2f\n", "confidence", (double)rule->confidence);
    print_line(output.stream, "English", rule->english);
    print_line(output.stream, "why", rule->why[options->language]);
    return finish(&output);
}

enum status run_help(const struct rs_checker *checker, const struct options *options)
{
    struct output output;

    (void)checker, (void)options;
    output_open(&output, "-", NULL);
    options_help(output.stream);
    return finish(&output);
}

enum status run_version(const struct rs_checker *checker, const struct options *options)
{
    struct output output;

    (void)checker, (void)options;
    output_open(&output, "-", NULL);
    fputs("rotstift " RS_VERSION "\n", output.stream);
    return finish(&output);
}
