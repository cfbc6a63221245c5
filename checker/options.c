#include "options.h"

#include <getopt.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "messages/messages.h"
#include "nearest.h"
#include "values.h"

#define MOST_JOBS 256

enum use {
    USE_CHECK = 1,
    USE_FILTER = 2,
    USE_CONFIG = 4,
    USE_REPORT = 8,
    USE_TELL = 16,
    USE_SERVE = 32,
    USE_LSP = 64,
    USE_FILES = USE_CHECK | USE_REPORT,
    USE_CONFIGURED = USE_FILES | USE_CONFIG | USE_FILTER | USE_SERVE | USE_LSP,
    USE_ALL = USE_CONFIGURED | USE_TELL
};

/* One option: how it is written, what it sets, what --help says of it. */
struct option_entry {
    const char *name;
    char letter;          /* 0: none */
    unsigned use;         /* enum use: the commands that take it */
    const char *argument; /* NULL: none */
    const char *help;
    int (*set)(struct options *options, const char *value, struct rs_error *error);
};

static int set_format(struct options *options, const char *value, struct rs_error *error)
{
    const char *known[32] = { NULL };

    options->format = report_format_named(slice_of(value));
    if (options->format != NULL)
        return 0;
    for (size_t i = 0; report_formats[i].name != NULL && i + 1 < sizeof known / sizeof *known; i++)
        known[i] = report_formats[i].name;
    return unknown_value("--format", value, known, error);
}

static int set_type(struct options *options, const char *value, struct rs_error *error)
{
    const char *known[32] = { NULL };

    options->input_format = format_named(slice_of(value));
    if (options->input_format != NULL)
        return 0;
    for (size_t i = 0; formats[i].name != NULL && i + 1 < sizeof known / sizeof *known; i++)
        known[i] = formats[i].name;
    return unknown_value("--type", value, known, error);
}

static int set_json_field(struct options *options, const char *value, struct rs_error *error)
{
    options->json_fields = value;
    return value[0] == '\0' ? error_set(error, NULL, 0, "--json-field: the path is empty") : 0;
}

static int set_output(struct options *options, const char *value, struct rs_error *error)
{
    if (options->report_count == MAX_REPORTS)
        return error_set(error, NULL, 0, "-o: at most %d reports in one run", MAX_REPORTS);
    if (value[0] == '\0')
        return error_set(error, NULL, 0, "-o: the file's name is empty");
    options->reports[options->report_count++].path = value;
    return 0;
}

static int set_source(struct options *options, const char *value, struct rs_error *error)
{
    if (options->source_count == MAX_SOURCES)
        return error_set(error, NULL, 0, "--source: at most %d files; name their folder instead", MAX_SOURCES);
    options->sources[options->source_count++] = value;
    return 0;
}

static int set_fail_on(struct options *options, const char *value, struct rs_error *error)
{
    options->fail_on_given = true;
    return read_fail_on("--fail-on", value, &options->fail_on, error);
}

static int set_max_penalty(struct options *options, const char *value, struct rs_error *error)
{
    return read_max_penalty("--max-penalty", value, &options->max_penalty, error);
}

static int set_confidence(struct options *options, const char *value, struct rs_error *error)
{
    options->confidence_given = true;
    if (read_confidence("--confidence", value, &options->check.confidence, error) != 0)
        return -1;
    if (options->check.confidence <= 0)
        options->check.confidence = -1; /* rs_options: 0 is the default, negative shows all */
    return 0;
}

static int set_variant(struct options *options, const char *value, struct rs_error *error)
{
    return read_variant("--variant", value, &options->check.variant, error);
}

static const char *const languages[] = { [LANGUAGE_DE] = "de", [LANGUAGE_EN] = "en", [LANGUAGE_COUNT] = NULL };

static int set_language(struct options *options, const char *value, struct rs_error *error)
{
    int index = pick_value("--language", value, languages, error);

    if (index < 0)
        return -1;
    options->language = (enum language)index;
    return 0;
}

static int pick_when(const char *option, const char *value, enum when *out, struct rs_error *error)
{
    static const char *const known[] = { [WHEN_AUTO] = "auto", [WHEN_ALWAYS] = "always", [WHEN_NEVER] = "never", NULL };
    int index = pick_value(option, value, known, error);

    if (index < 0)
        return -1;
    *out = (enum when)index;
    return 0;
}

static int set_colour(struct options *options, const char *value, struct rs_error *error)
{
    return pick_when("--color", value, &options->colour, error);
}

static int set_hyperlinks(struct options *options, const char *value, struct rs_error *error)
{
    return pick_when("--hyperlinks", value, &options->hyperlinks, error);
}

static int set_jobs(struct options *options, const char *value, struct rs_error *error)
{
    double number;

    if (number_between("-j", value, 0, MOST_JOBS, &number, error) != 0)
        return -1;
    options->jobs = (unsigned)number;
    if (options->jobs == 0) {
        long processors = sysconf(_SC_NPROCESSORS_ONLN);

        options->jobs = processors < 1 ? 1 : processors > MOST_JOBS ? MOST_JOBS : (unsigned)processors;
    }
    return 0;
}

static int set_port(struct options *options, const char *value, struct rs_error *error)
{
    double number;

    if (number_between("--port", value, 0, UINT16_MAX, &number, error) != 0)
        return -1;
    options->port = (unsigned)number;
    return number == options->port ? 0 : error_set(error, NULL, 0, "--port: %s is no whole number", value);
}

static int set_address(struct options *options, const char *value, struct rs_error *error)
{
    (void)error;
    options->address = value;
    return 0;
}

static int set_allow_origin(struct options *options, const char *value, struct rs_error *error)
{
    options->allow_origin = value;
    return value[0] == '\0' ? error_set(error, NULL, 0, "--allow-origin: the origin is empty") : 0;
}

static int set_glossary(struct options *options, const char *value, struct rs_error *error)
{
    options->glossary = value;
    return value[0] == '\0' ? error_set(error, NULL, 0, "--glossary: the file's name is empty") : 0;
}

static int set_baseline(struct options *options, const char *value, struct rs_error *error)
{
    (void)error;
    options->baseline = value;
    return 0;
}

static int set_write_baseline(struct options *options, const char *value, struct rs_error *error)
{
    (void)error;
    options->write_baseline = value;
    return 0;
}

static int set_show_suppressed(struct options *options, const char *value, struct rs_error *error)
{
    (void)value, (void)error;
    options->show_suppressed = true;
    return 0;
}

static int set_config(struct options *options, const char *value, struct rs_error *error)
{
    (void)error;
    options->config = value;
    return 0;
}

static int set_no_config(struct options *options, const char *value, struct rs_error *error)
{
    (void)value, (void)error;
    options->no_config = true;
    return 0;
}

static int set_report_unused(struct options *options, const char *value, struct rs_error *error)
{
    (void)value, (void)error;
    options->report_unused = true;
    return 0;
}

static int set_diff(struct options *options, const char *value, struct rs_error *error)
{
    (void)error;
    options->revision = value;
    return 0;
}

static int set_fix(struct options *options, const char *value, struct rs_error *error)
{
    (void)value, (void)error;
    options->fix = true;
    return 0;
}

static int set_dry_run(struct options *options, const char *value, struct rs_error *error)
{
    (void)value, (void)error;
    options->dry_run = true;
    return 0;
}

static int set_data(struct options *options, const char *value, struct rs_error *error)
{
    (void)error;
    options->check.data_file = value;
    return 0;
}

static int set_list_rules(struct options *options, const char *value, struct rs_error *error)
{
    (void)value, (void)error;
    options->command = COMMAND_LIST_RULES;
    return 0;
}

static int set_explain(struct options *options, const char *value, struct rs_error *error)
{
    (void)error;
    options->command = COMMAND_EXPLAIN;
    options->rule = value;
    return 0;
}

static int set_history(struct options *options, const char *value, struct rs_error *error)
{
    options->history = value;
    return value[0] == '\0' ? error_set(error, NULL, 0, "--history: the file's name is empty") : 0;
}

static int set_group_by(struct options *options, const char *value, struct rs_error *error)
{
    options->group_by = value;
    return value[0] == '\0' ? error_set(error, NULL, 0, "--group-by: the field's name is empty") : 0;
}

static int set_pdf(struct options *options, const char *value, struct rs_error *error)
{
    (void)value, (void)error;
    options->pdf = true;
    return 0;
}

static int set_help(struct options *options, const char *value, struct rs_error *error)
{
    (void)value, (void)error;
    options->command = COMMAND_HELP;
    return 0;
}

static int set_version(struct options *options, const char *value, struct rs_error *error)
{
    (void)value, (void)error;
    options->command = COMMAND_VERSION;
    return 0;
}

static const struct option_entry table[] = {
    { "format", 'f', USE_FILES, N_("FORMAT"), N_("format of the report (see Formats below; default: text)"),
      set_format },
    { "output", 'o', USE_FILES, N_("FILE"),
      N_("write the report to FILE; its ending picks the format; may be repeated; a folder, with report"), set_output },
    { "source", 0, USE_FILES | USE_LSP, N_("FILE"),
      N_("the English original of the article; repeated for several, or a folder with files of the same names"),
      set_source },
    { "type", 't', USE_FILES | USE_LSP, N_("TYPE"),
      N_("what the files are (see Types below; default: by name and content)"), set_type },
    { "json-field", 0, USE_FILES | USE_LSP, N_("PATHS"), N_("where JSON holds the texts: article.body,items.title"),
      set_json_field },
    { "fail-on", 0, USE_FILES | USE_CONFIG, N_("SEVERITY"),
      N_("exit 1 at an issue this severe or worse: neutral, minor (default), major, critical, none"), set_fail_on },
    { "max-penalty", 0, USE_FILES | USE_CONFIG, "N",
      N_("exit 1 when an article has more than N penalty points per 1,000 words; alone, replaces --fail-on minor"),
      set_max_penalty },
    { "confidence", 0, USE_ALL, "P", N_("show issues at least this sure, from 0 (all) to 1 (default: 0.8)"),
      set_confidence },
    { "config", 0, USE_CONFIGURED, N_("FILE"), N_("read FILE instead of each .rotstift.ini above the articles"),
      set_config },
    { "no-config", 0, USE_CONFIGURED, NULL, N_("read no .rotstift.ini"), set_no_config },
    { "glossary", 0, USE_CONFIGURED, N_("FILE"), N_("the terms that are wanted and forbidden, as CSV or TBX"),
      set_glossary },
    { "baseline", 0, USE_FILES, N_("FILE"),
      N_("do not count the findings listed in FILE, only mark them as suppressed"), set_baseline },
    { "write-baseline", 0, USE_CHECK, N_("FILE"), N_("write all findings to FILE as the baseline of later runs"),
      set_write_baseline },
    { "show-suppressed", 0, USE_CHECK, NULL, N_("show suppressed issues in text and NDJSON too"), set_show_suppressed },
    { "report-unused", 0, USE_CHECK, NULL,
      N_("say which comments and findings of the baseline suppress nothing any more"), set_report_unused },
    { "diff", 0, USE_CHECK, N_("REVISION"), N_("report only lines that have changed since a revision of git"),
      set_diff },
    { "fix", 0, USE_CHECK, NULL, N_("write suggestions that are certain into the files: spacing, typography, names"),
      set_fix },
    { "dry-run", 0, USE_CHECK, NULL, N_("show what --fix would change as a diff, and change nothing"), set_dry_run },
    { "history", 0, USE_REPORT, N_("FILE"), N_("add this run to FILE and show the trend over all its runs"),
      set_history },
    { "group-by", 0, USE_REPORT, N_("FIELD"),
      N_("compare by this field of the articles (front matter, meta, JSON) instead of by folder"), set_group_by },
    { "pdf", 0, USE_REPORT, NULL, N_("print to PDF as well, through Chromium"), set_pdf },
    { "port", 0, USE_SERVE, "N", N_("the port to listen at (default: 8081; 0: any that is free)"), set_port },
    { "address", 0, USE_SERVE, N_("ADDRESS"), N_("the address to listen at (default: 127.0.0.1, this computer alone)"),
      set_address },
    { "allow-origin", 0, USE_SERVE, N_("ORIGIN"), N_("let the web pages of ORIGIN ask (\"*\": all)"),
      set_allow_origin },
    { "variant", 0, USE_ALL, N_("VARIANT"), N_("de-DE (default), de-AT or de-CH"), set_variant },
    { "language", 0, USE_ALL, "de|en", N_("language of messages and reports (default: the locale's)"), set_language },
    { "color", 0, USE_CHECK, N_("WHEN"), N_("colours in text: auto (default), always, never"), set_colour },
    { "hyperlinks", 0, USE_CHECK, N_("WHEN"), N_("links to the files in text: auto (default), always, never"),
      set_hyperlinks },
    { "jobs", 'j', USE_ALL, "N", N_("threads (default: 1; 0: one for each processor)"), set_jobs },
    { "data", 0, USE_ALL, N_("FILE"), N_("compiled rule data (default: $ROTSTIFT_DATA, else the installed one)"),
      set_data },
    { "list-rules", 0, USE_ALL, NULL, N_("list the rules and exit"), set_list_rules },
    { "explain", 0, USE_ALL, N_("RULE"), N_("explain a rule and exit"), set_explain },
    { "version", 0, USE_ALL, NULL, N_("print the version and exit"), set_version },
    { "help", 'h', USE_ALL, NULL, N_("print this help and exit"), set_help },
};

#define TABLE_COUNT (sizeof table / sizeof *table)
_Static_assert(TABLE_COUNT <= 64, "read_options notes the options used as bits");

static const struct {
    const char *name;
    enum command command;
    enum use use;
} commands[] = {
    { "check", COMMAND_CHECK, USE_CHECK },    { "report", COMMAND_REPORT, USE_REPORT },
    { "filter", COMMAND_FILTER, USE_FILTER }, { "serve", COMMAND_SERVE, USE_SERVE },
    { "lsp", COMMAND_LSP, USE_LSP },          { "config", COMMAND_CONFIG, USE_CONFIG },
    { "explain", COMMAND_EXPLAIN, USE_TELL }, { "completion", COMMAND_COMPLETION, USE_TELL },
};

#define COMMANDS_COUNT (sizeof commands / sizeof *commands)

void options_each(void (*visit)(void *user, const struct option_shown *option), void *user)
{
    for (size_t i = 0; i < TABLE_COUNT; i++)
        visit(user,
              &(struct option_shown){ table[i].name, table[i].letter, table[i].argument, translated(table[i].help) });
}

void commands_each(void (*visit)(void *user, const char *name), void *user)
{
    for (size_t i = 0; i < COMMANDS_COUNT; i++)
        visit(user, commands[i].name);
}

static void print_usage(FILE *out)
{
    fputs(translated("Usage: rotstift [check] [OPTION]… FILE…\n"
                     "       rotstift report [OPTION]… [-o FOLDER] FILE…\n"
                     "       rotstift config [OPTION]… [FILE]…\n"
                     "       rotstift explain RULE…\n"
                     "       rotstift completion bash|zsh|fish\n"
                     "       rotstift filter [OPTION]… < SEGMENTS.ndjson > ISSUES.ndjson\n"
                     "       rotstift serve [OPTION]…\n"
                     "       rotstift lsp [OPTION]…\n"),
          out);
    fputc('\n', out);
    fputs(
        translated("Checks machine-translated German articles the way an editor reads them. FILE - is standard input.\n"
                   "report writes a folder of pages: one for each article, and one that leads to all of them.\n"
                   "filter reads a segment a line ({\"id\": …, \"target\": …}) and answers each with a line.\n"
                   "serve answers the clients of LanguageTool over HTTP.\n"
                   "lsp is a language server: an editor that starts it shows what is found while one writes.\n"
                   "config shows what is in force for a file, and which .rotstift.ini says so.\n"),
        out);
}

static void print_option(FILE *out, const struct option_entry *entry)
{
    const char *argument = entry->argument == NULL ? "" : translated(entry->argument);
    char letter[] = { entry->letter == 0 ? ' ' : '-', entry->letter == 0 ? ' ' : entry->letter,
                      entry->letter == 0 ? ' ' : ',', '\0' };
    int width = fprintf(out, "  %s --%s%s%s", letter, entry->name, argument[0] == '\0' ? "" : " ", argument);

    fprintf(out, "%*s%s\n", width < 28 ? 28 - width : 1, "", translated(entry->help));
}

void options_help(FILE *out)
{
    print_usage(out);
    fprintf(out, "\n%s\n", translated("Options:"));
    for (size_t i = 0; i < TABLE_COUNT; i++)
        print_option(out, &table[i]);
    fprintf(out, "\n%s\n", translated("Types:"));
    for (const struct format *format = formats; format->name != NULL; format++)
        fprintf(out, "  %-10s%s\n", format->name, translated(format->summary));
    fprintf(out, "\n%s\n", translated("Formats:"));
    for (const struct report_format *format = report_formats; format->name != NULL; format++)
        fprintf(out, "  %-12s%-28s%s\n", format->name, format->endings == NULL ? "" : format->endings,
                translated(format->summary));
    fprintf(
        out, "\n%s\n",
        translated("Exit status: 0 nothing at or over the threshold; 1 issues; 2 usage, unreadable input, unwritable "
                   "output."));
}

/* given is the argument as written: "--fial-on=major". */
static int unknown_option(const char *given, struct rs_error *error)
{
    const char *name = given + strspn(given, "-"), *end = strchrnul(name, '=');
    struct nearest nearest = { .wanted = slice_between(name, end) };

    for (size_t i = 0; i < TABLE_COUNT; i++)
        nearest_offer(&nearest, slice_of(table[i].name));
    if (nearest.best.len > 0)
        return error_set(error, NULL, 0, "unknown or ambiguous option \"%.*s\"; did you mean \"--%.*s\"?",
                         (int)(end - given), given, (int)nearest.best.len, nearest.best.at);
    return error_set(error, NULL, 0, "unknown or ambiguous option \"%.*s\"; see rotstift --help", (int)(end - given),
                     given);
}

/* getopt_long's two descriptions of the table: short letters, and long names whose val is 256 + index. */
static void describe(char *letters, struct option *longs)
{
    *letters++ = ':';
    for (size_t i = 0; i < TABLE_COUNT; i++) {
        longs[i] = (struct option){ table[i].name, table[i].argument == NULL ? no_argument : required_argument, NULL,
                                    256 + (int)i };
        if (table[i].letter == 0)
            continue;
        *letters++ = table[i].letter;
        if (table[i].argument != NULL)
            *letters++ = ':';
    }
    *letters = '\0';
    longs[TABLE_COUNT] = (struct option){ 0 };
}

static const struct option_entry *entry_of(int code)
{
    if (code >= 256)
        return &table[code - 256];
    for (size_t i = 0; i < TABLE_COUNT; i++)
        if (table[i].letter == code)
            return &table[i];
    return NULL;
}

/* Sets one option after another; *used collects, as bits, which entries stood there. */
static int read_options(struct options *options, int argc, char **argv, uint64_t *used, struct rs_error *error)
{
    char letters[2 * TABLE_COUNT + 2];
    struct option longs[TABLE_COUNT + 1];
    int code;

    describe(letters, longs);
    opterr = 0;
    optind = 0; /* glibc: start anew, also in a second call (tests) */
    while ((code = getopt_long(argc, argv, letters, longs, NULL)) != -1) {
        const struct option_entry *entry = entry_of(code == ':' ? optopt : code);

        if (code == '?' && optopt >= 256)
            return error_set(error, NULL, 0, "--%s takes no value", entry_of(optopt)->name);
        if (code == '?' && optopt != 0)
            return error_set(error, NULL, 0, "unknown option \"-%c\"; see rotstift --help", optopt);
        if (entry == NULL)
            return unknown_option(argv[optind - 1], error);
        if (code == ':')
            return error_set(error, NULL, 0, "--%s needs a value: %s", entry->name, translated(entry->argument));
        if (entry->set(options, optarg, error) != 0)
            return -1;
        *used |= UINT64_C(1) << (entry - table);
    }
    return 0;
}

/* Takes the command's name, where one is given, from the operands. */
static unsigned read_command(struct options *options)
{
    for (size_t i = 0; options->file_count > 0 && i < COMMANDS_COUNT; i++) {
        if (strcmp(options->files[0], commands[i].name) != 0)
            continue;
        options->files++;
        options->file_count--;
        if (options->command == COMMAND_CHECK)
            options->command = commands[i].command;
        return commands[i].use;
    }
    return USE_CHECK;
}

static const char *command_named_by(unsigned use)
{
    for (size_t i = 0; i < COMMANDS_COUNT; i++)
        if (commands[i].use == use)
            return commands[i].name;
    return "";
}

static int check_use(uint64_t used, unsigned use, struct rs_error *error)
{
    for (size_t i = 0; i < TABLE_COUNT; i++)
        if ((used & UINT64_C(1) << i) != 0 && (table[i].use & use) == 0)
            return error_set(error, NULL, 0, "\"rotstift %s\" does not take --%s", command_named_by(use),
                             table[i].name);
    return 0;
}

/* With one -o, --format says what is written there; with several, each file's ending does, and --format serves those
 * whose ending says nothing. Without -o, the report goes to standard output. */
static int choose_formats(struct options *options, struct rs_error *error)
{
    bool is_used = options->format == NULL;

    if (options->report_count == 0)
        options->reports[options->report_count++].path = "-";
    for (size_t i = 0; i < options->report_count; i++) {
        struct report_target *target = &options->reports[i];
        bool is_stream = strcmp(target->path, "-") == 0;

        if (!is_stream && (options->format == NULL || options->report_count > 1))
            target->format = report_format_for_file(slice_of(target->path));
        if (target->format == NULL)
            target->format = options->format;
        if (target->format == NULL && is_stream)
            target->format = report_format_named(SLICE("text"));
        if (target->format == NULL)
            return error_set(error, NULL, 0, "-o %s: its ending names no format; add --format FORMAT", target->path);
        is_used = is_used || target->format == options->format;
    }
    if (!is_used)
        return error_set(error, NULL, 0,
                         "--format %s: the ending of each -o names another format; add -o - for standard output",
                         options->format->name);
    return 0;
}

static bool is_folder(const char *path)
{
    struct stat status;

    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static int check_sources(const struct options *options, struct rs_error *error)
{
    if (options->source_count == 0 || options->source_count == options->file_count ||
        (options->source_count == 1 && is_folder(options->sources[0])))
        return 0;
    return error_set(
        error, NULL, 0,
        translated_plural("--source: %zu for %zu file; name one for each file, in their order, or a folder "
                          "that holds files of the same names",
                          "--source: %zu for %zu files; name one for each file, in their order, or a folder "
                          "that holds files of the same names",
                          options->file_count),
        options->source_count, options->file_count);
}

static bool has_many(const struct options *options)
{
    return options->file_count > 1 || is_folder(options->files[0]);
}

/* The folder among the places that -o names, or the usual place where it names none. What has an ending that names a
 * format is a file like any other. */
static int choose_folder(struct options *options, struct rs_error *error)
{
    size_t kept = 0;

    if (options->report_count == 0 && options->format == NULL)
        options->reports[options->report_count++].path = has_many(options) ? "report"
                                                         : options->pdf    ? "report.pdf"
                                                                           : "report.html";
    for (size_t i = 0; i < options->report_count; i++) {
        const char *path = options->reports[i].path;
        bool is_file = strcmp(path, "-") == 0 || report_format_for_file(slice_of(path)) != NULL;

        if (is_file && !is_folder(path)) {
            options->reports[kept++].path = path;
            continue;
        }
        if (options->folder != NULL)
            return error_set(error, NULL, 0, "-o %s: the folder is %s already; one run fills one", path,
                             options->folder);
        options->folder = path;
    }
    options->report_count = kept;
    return 0;
}

/* What only a folder has a place for. */
static int check_report(const struct options *options, struct rs_error *error)
{
    bool pdf = options->folder != NULL;

    for (size_t i = 0; i < options->report_count; i++)
        pdf = pdf || strcmp(options->reports[i].format->name, "pdf") == 0;
    if (options->pdf && !pdf)
        return error_set(error, NULL, 0, "--pdf: -o names neither a folder nor a .pdf file");
    if (options->folder == NULL && options->history != NULL)
        return error_set(error, NULL, 0, "--history needs a folder: -o FOLDER");
    if (options->folder == NULL && options->group_by != NULL)
        return error_set(error, NULL, 0, "--group-by needs a folder: -o FOLDER");
    return 0;
}

static int finish_check(struct options *options, struct rs_error *error)
{
    if (options->file_count == 0)
        return error_set(error, NULL, 0, "no file to check; \"-\" is standard input, --help lists the options");
    for (size_t i = 0; i < options->file_count; i++)
        if (options->files[i][0] == '\0')
            return error_set(error, NULL, 0, "the name of a file is empty");
    if (options->dry_run && !options->fix)
        return error_set(error, NULL, 0, "--dry-run shows what --fix would change; add --fix");
    if (options->revision != NULL && options->write_baseline != NULL)
        return error_set(error, NULL, 0, "--write-baseline needs all findings, --diff leaves some out; choose one");
    if (!options->fail_on_given && options->max_penalty >= 0)
        options->fail_on = FAIL_ON_NONE;
    if (check_sources(options, error) != 0)
        return -1;
    if (options->command != COMMAND_REPORT)
        return choose_formats(options, error);
    if (choose_folder(options, error) != 0)
        return -1;
    if ((options->folder == NULL || options->report_count > 0) && choose_formats(options, error) != 0)
        return -1;
    return check_report(options, error);
}

/* The locale of messages, as POSIX ranks the variables; "" where none says anything. */
static const char *message_locale(void)
{
    static const char *const variables[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
        const char *value = getenv(variables[i]);

        if (value != NULL && value[0] != '\0')
            return value;
    }
    return "";
}

/* The first language of gettext's LANGUAGE that messages are written in, "fr:de_AT:en"; fallback where there is none.
 */
static const char *first_known(const char *list, const char *fallback)
{
    for (; list != NULL && *list != '\0'; list += strspn(list, ":")) {
        if (strncmp(list, "de", 2) == 0 || strncmp(list, "en", 2) == 0)
            return list;
        list = strchrnul(list, ':');
    }
    return fallback;
}

/* German where the locale is a German one. As for gettext, LANGUAGE comes first, but for a locale without language. */
static enum language locale_language(void)
{
    const char *locale = message_locale();
    bool has_language =
        locale[0] != '\0' && strcmp(locale, "POSIX") != 0 && strcmp(locale, "C") != 0 && strncmp(locale, "C.", 2) != 0;

    if (has_language)
        locale = first_known(getenv("LANGUAGE"), locale);
    return strncmp(locale, "de", 2) == 0 ? LANGUAGE_DE : LANGUAGE_EN;
}

/* Finds --language before anything is complained of; in a copy, since getopt moves operands to the end. */
static enum language wanted_language(int argc, char *const *given)
{
    enum language language = locale_language();
    char **argv = calloc((size_t)argc + 1, sizeof *argv);
    char letters[2 * TABLE_COUNT + 2];
    struct option longs[TABLE_COUNT + 1];
    int code;

    if (argv == NULL)
        return language;
    memcpy(argv, given, (size_t)argc * sizeof *argv);
    describe(letters, longs);
    opterr = 0;
    optind = 0;
    while ((code = getopt_long(argc, argv, letters, longs, NULL)) != -1) {
        const struct option_entry *entry = entry_of(code);

        for (int i = 0; entry != NULL && entry->set == set_language && i < LANGUAGE_COUNT; i++)
            if (strcmp(optarg, languages[i]) == 0)
                language = (enum language)i;
    }
    free(argv);
    return language;
}

int options_parse(struct options *options, int argc, char **argv, struct rs_error *error)
{
    uint64_t used = 0;
    unsigned use;

    *options = (struct options){
        .language = wanted_language(argc, argv),
        .fail_on = SEVERITY_MINOR,
        .max_penalty = NO_MAX_PENALTY,
        .jobs = 1,
        .address = "127.0.0.1",
        .port = 8081, /* LanguageTool's */
    };
    messages_speak(options->language);
    if (read_options(options, argc, argv, &used, error) != 0)
        return -1;
    options->check.language = languages[options->language];
    options->files = argv + optind;
    options->file_count = (size_t)(argc - optind);
    use = read_command(options);
    if (check_use(used, use, error) != 0)
        return -1;
    if (options->command == COMMAND_CHECK || options->command == COMMAND_REPORT)
        return finish_check(options, error);
    if (options->command == COMMAND_EXPLAIN && options->rule == NULL && options->file_count == 0)
        return error_set(error, NULL, 0, "\"rotstift explain\" takes the name of a rule; --list-rules lists them");
    if (options->command == COMMAND_FILTER && options->file_count > 0)
        return error_set(error, NULL, 0, "\"rotstift filter\" reads standard input and takes no files");
    if (options->command == COMMAND_SERVE && options->file_count > 0)
        return error_set(error, NULL, 0, "\"rotstift serve\" is sent its texts and takes no files");
    if (options->command == COMMAND_LSP && options->file_count > 0)
        return error_set(error, NULL, 0, "\"rotstift lsp\" is sent its documents by an editor and takes no files");
    if (options->command == COMMAND_LSP && options->source_count > 1)
        return error_set(error, NULL, 0, "\"rotstift lsp\" takes one --source: a file, or a folder");
    return 0;
}
