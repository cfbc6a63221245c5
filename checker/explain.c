/* What the program tells of itself: --list-rules, --explain, --help, --version. */
#include <stdio.h>

#include "configuration/rule_names.h"
#include "output.h"
#include "run.h"
#include "text/unicode.h"

static enum status finish(struct output *output)
{
    return output_finish(output) == 0 ? STATUS_CLEAN : STATUS_TROUBLE;
}

static void print_slice(FILE *out, struct slice text)
{
    fwrite(text.at, 1, text.len, out);
}

/* Pads by characters: "Schwere" and "für" are as wide as they are long. */
static void print_line(FILE *out, const char *label, struct slice text)
{
    size_t width = count_code_points(slice_of(label));

    if (text.len > 0)
        fprintf(out, "%s%*s %.*s\n", label, width < 11 ? (int)(11 - width) : 0, "", (int)text.len, text.at);
}

/* One rule a line, tab-separated: id, category, severity, confidence, English. */
enum status run_list_rules(const struct rs_checker *checker, const struct options *options)
{
    const struct rule_set *rules = &checker->context.rules;
    struct output output;

    (void)options;
    output_open(&output, "-", NULL);
    for (size_t i = 0; i < rules->count; i++) {
        const struct rule_info *rule = rule_info_at(rules, i);

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
    struct rs_error error;

    if (check_rule_name(slice_of(id), rules, &error) == 0)
        error_set(&error, NULL, 0, "\"%s\" means several rules; --list-rules lists them", id);
    complain(&error);
    return STATUS_TROUBLE;
}

/* The rule of that id; a check also without "check/". */
static const struct rule_info *find_rule(const struct rule_set *rules, const char *id)
{
    const struct rule_info *rule = rule_named(rules, slice_of(id));
    char check[256];

    if (rule != NULL || (size_t)snprintf(check, sizeof check, "check/%s", id) >= sizeof check)
        return rule;
    return rule_named(rules, slice_of(check));
}

static const struct {
    const char *rule, *category, *severity, *confidence, *english, *why;
} labels[LANGUAGE_COUNT] = {
    [LANGUAGE_DE] = { "Regel", "Art", "Schwere", "Sicherheit", "Englisch", "Warum" },
    [LANGUAGE_EN] = { "rule", "category", "severity", "confidence", "English", "why" },
};

static void explain(FILE *out, const struct rule_info *rule, enum language language)
{
    char confidence[16];

    snprintf(confidence, sizeof confidence, "%.2f", (double)rule->confidence);
    print_line(out, labels[language].rule, rule->id);
    print_line(out, labels[language].category, rule->category);
    print_line(out, labels[language].severity, slice_of(severity_name(rule->severity)));
    print_line(out, labels[language].confidence, slice_of(confidence));
    print_line(out, labels[language].english, rule->english);
    print_line(out, labels[language].why, rule->why[language]);
}

enum status run_explain(const struct rs_checker *checker, const struct options *options)
{
    const struct rule_set *rules = &checker->context.rules;
    size_t count = options->rule != NULL ? 1 : options->file_count;
    enum status status = STATUS_CLEAN;
    struct output output;

    output_open(&output, "-", NULL);
    for (size_t i = 0; i < count; i++) {
        const char *id = options->rule != NULL ? options->rule : options->files[i];
        const struct rule_info *rule = find_rule(rules, id);

        if (rule == NULL) {
            status = no_such_rule(rules, id);
            continue;
        }
        fputs(i > 0 ? "\n" : "", output.stream);
        explain(output.stream, rule, options->language);
    }
    return finish(&output) == STATUS_CLEAN ? status : STATUS_TROUBLE;
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
