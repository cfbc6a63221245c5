/* The command "completion": scripts that complete the command line in bash, zsh and fish, made from the same table that
 * the options are read by. */
#include <string.h>

#include "input/input.h"
#include "output.h"
#include "run.h"

/* A shell's way to ask for the names of all rules. */
#define LIST_RULES "rotstift --list-rules 2>/dev/null | cut -f1"
#define RULES "$(" LIST_RULES ")"

/* What may stand for an option's argument, by its name in the help. */
static const struct {
    const char *argument;
    const char *words; /* with spaces between; NULL: a file's name */
} choices[] = {
    { "FILE", NULL },
    { "FOLDER", NULL },
    { "SEVERITY", "neutral minor major critical none" },
    { "VARIANT", "de-DE de-AT de-CH" },
    { "de|en", "de en" },
    { "WHEN", "auto always never" },
    { "SHELL", "bash zsh fish" },
};

static void print_names_of_formats(FILE *out)
{
    for (const struct report_format *format = report_formats; format->name != NULL; format++)
        fprintf(out, "%s%s", format == report_formats ? "" : " ", format->name);
}

static void print_names_of_types(FILE *out)
{
    for (const struct format *format = formats; format->name != NULL; format++)
        fprintf(out, "%s%s", format == formats ? "" : " ", format->name);
}

static bool is_file(const char *argument)
{
    for (size_t i = 0; i < sizeof choices / sizeof *choices; i++)
        if (strcmp(choices[i].argument, argument) == 0)
            return choices[i].words == NULL;
    return false;
}

/* The words that may stand for the argument; nothing where any text may. */
static void print_words(FILE *out, const char *argument)
{
    if (strcmp(argument, "FORMAT") == 0)
        print_names_of_formats(out);
    if (strcmp(argument, "TYPE") == 0)
        print_names_of_types(out);
    if (strcmp(argument, "RULE") == 0)
        fputs(RULES, out);
    for (size_t i = 0; i < sizeof choices / sizeof *choices; i++)
        if (strcmp(choices[i].argument, argument) == 0 && choices[i].words != NULL)
            fputs(choices[i].words, out);
}

/* Prints a text inside single quotes; each shell has its own way to put one of these in. */
static void print_quoted(FILE *out, const char *text, const char *quote)
{
    fputc('\'', out);
    for (; *text != '\0'; text++) {
        if (*text == '\'')
            fputs(quote, out);
        else
            fputc(*text, out);
    }
    fputc('\'', out);
}

static void print_commands(void *out, const char *name)
{
    fprintf(out, "%s ", name);
}

static void print_bash_case(void *out, const struct option_shown *option)
{
    if (option->argument == NULL)
        return;
    fprintf(out, "    ");
    if (option->letter != 0)
        fprintf(out, "-%c|", option->letter);
    fprintf(out, "--%s)\n        ", option->name);
    if (is_file(option->argument)) {
        fputs("COMPREPLY=($(compgen -f -- \"$word\"))", out);
    } else {
        fputs("COMPREPLY=($(compgen -W \"", out);
        print_words(out, option->argument);
        fputs("\" -- \"$word\"))", out);
    }
    fputs("\n        return;;\n", out);
}

static void print_bash_option(void *out, const struct option_shown *option)
{
    fprintf(out, "--%s ", option->name);
}

static void print_bash(FILE *out)
{
    fputs("# bash completion for rotstift\n"
          "_rotstift() {\n"
          "    local word=\"${COMP_WORDS[COMP_CWORD]}\" before=\"${COMP_WORDS[COMP_CWORD-1]}\"\n"
          "    if [[ $word == = ]]; then word=; fi\n"
          "    if [[ $before == = ]]; then before=\"${COMP_WORDS[COMP_CWORD-2]}\"; fi\n"
          "    case $before in\n",
          out);
    options_each(print_bash_case, out);
    fputs("    explain)\n        COMPREPLY=($(compgen -W \"", out);
    print_words(out, "RULE");
    fputs("\" -- \"$word\"))\n        return;;\n    completion)\n        COMPREPLY=($(compgen -W \"", out);
    print_words(out, "SHELL");
    fputs("\" -- \"$word\"))\n        return;;\n    esac\n    if [[ $word == -* ]]; then\n"
          "        COMPREPLY=($(compgen -W \"",
          out);
    options_each(print_bash_option, out);
    fputs("\" -- \"$word\"))\n        return\n    fi\n    COMPREPLY=($(compgen -f -- \"$word\"))\n"
          "    if [[ $COMP_CWORD == 1 ]]; then\n        COMPREPLY+=($(compgen -W \"",
          out);
    commands_each(print_commands, out);
    fputs("\" -- \"$word\"))\n    fi\n}\ncomplete -o filenames -F _rotstift rotstift\n", out);
}

static void print_zsh_option(void *out, const struct option_shown *option)
{
    char text[256], letter[16] = "";
    size_t length = 0;

    /* In a description, "[", "]" and ":" would end it. */
    for (const char *at = option->help; *at != '\0' && length + 3 < sizeof text; at++) {
        if (strchr("[]:\\", *at) != NULL)
            text[length++] = '\\';
        text[length++] = *at;
    }
    text[length] = '\0';
    if (option->letter != 0)
        snprintf(letter, sizeof letter, "(-%c --%s)", option->letter, option->name);
    for (int is_long = option->letter == 0; is_long <= 1; is_long++) {
        fputs("    ", out);
        print_quoted(out, letter, "");
        if (is_long)
            fprintf(out, "'--%s%s['", option->name, option->argument == NULL ? "" : "=");
        else
            fprintf(out, "'-%c%s['", option->letter, option->argument == NULL ? "" : "+");
        print_quoted(out, text, "'\\''");
        fputs("']", out);
        if (option->argument != NULL && is_file(option->argument)) {
            fprintf(out, ":%s:_files", option->argument);
        } else if (option->argument != NULL && strcmp(option->argument, "RULE") == 0) {
            fputs(":RULE:{compadd -- " RULES "}", out); /* asked for only when it is needed */
        } else if (option->argument != NULL) {
            fprintf(out, ":%s:(", option->argument);
            print_words(out, option->argument);
            fputc(')', out);
        }
        fputs("' \\\n", out);
    }
}

static void print_zsh(FILE *out)
{
    fputs("#compdef rotstift\n_rotstift() {\n    _arguments -s -S \\\n", out);
    options_each(print_zsh_option, out);
    fputs("    '1:command or file:_alternative \"commands:command:(", out);
    commands_each(print_commands, out);
    fputs(
        ")\" \"files:file:_files\"' \\\n    '*:file:_files'\n}\n"
        "if [ \"$funcstack[1]\" = _rotstift ]; then\n    _rotstift \"$@\"\nelse\n    compdef _rotstift rotstift\nfi\n",
        out);
}

static void print_fish_option(void *out, const struct option_shown *option)
{
    fprintf(out, "complete -c rotstift -l %s", option->name);
    if (option->letter != 0)
        fprintf(out, " -s %c", option->letter);
    if (option->argument != NULL)
        fputs(is_file(option->argument) ? " -r -F" : " -x", out);
    if (option->argument != NULL && !is_file(option->argument)) {
        fputs(" -a \"", out);
        print_words(out, strcmp(option->argument, "RULE") == 0 ? "" : option->argument);
        if (strcmp(option->argument, "RULE") == 0)
            fputs("(" LIST_RULES ")", out);
        fputs("\"", out);
    }
    fputs(" -d ", out);
    print_quoted(out, option->help, "\\'");
    fputc('\n', out);
}

static void print_fish_command(void *out, const char *name)
{
    fprintf(out, "complete -c rotstift -n __fish_is_first_token -a %s\n", name);
}

static void print_fish(FILE *out)
{
    fputs("# fish completion for rotstift\n", out);
    options_each(print_fish_option, out);
    commands_each(print_fish_command, out);
    fputs("complete -c rotstift -f -n '__fish_seen_subcommand_from completion' -a 'bash zsh fish'\n"
          "complete -c rotstift -f -n '__fish_seen_subcommand_from explain' -a "
          "'(" LIST_RULES ")'\n",
          out);
}

static const struct {
    const char *name;
    void (*print)(FILE *out);
} shells[] = {
    { "bash", print_bash },
    { "zsh", print_zsh },
    { "fish", print_fish },
};

enum status run_completion(const struct rs_checker *checker, const struct options *options)
{
    const char *wanted = options->file_count == 1 ? options->files[0] : "";
    struct output output;
    struct rs_error error;

    (void)checker;
    for (size_t i = 0; i < sizeof shells / sizeof *shells; i++) {
        if (strcmp(shells[i].name, wanted) != 0)
            continue;
        output_open(&output, "-", NULL);
        shells[i].print(output.stream);
        return output_finish(&output) == 0 ? STATUS_CLEAN : STATUS_TROUBLE;
    }
    error_set(&error, NULL, 0, "\"rotstift completion\" takes the name of a shell: bash, zsh or fish");
    complain(&error);
    return STATUS_TROUBLE;
}
