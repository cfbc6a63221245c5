/* rotstift-compile: turns the Debian dictionaries and the rule data into the one file that the program maps.
 *
 * usage: rotstift-compile DICTIONARIES OUTPUT [DROPPED]
 *
 * DICTIONARIES is the folder with rules/, names/, terms/, idioms/, words/, tables/, bilingual/ and rules.rng; DROPPED
 * receives the generated idiom patterns that were left out, and why. */
#include <errno.h>
#include <libxml/parser.h>
#include <stdlib.h>

#include "literal_terms.h"

static void complain(const struct rs_error *error)
{
    if (error->line > 0)
        fprintf(stderr, "%s:%zu: %s\n", error->file, error->line, error->message);
    else
        fprintf(stderr, "%s%s%s\n", error->file, error->file[0] != '\0' ? ": " : "", error->message);
}

/* What links English words to German ones that no entry of Ding gives for them. */
static int links_write(const char *ding, const struct word_lists *lists, struct builder *builder,
                       struct rs_error *error)
{
    struct pair_sources pairs = { ding, list_named(lists, SLICE("english-closed-classes")) };
    int status = learned_pairs_write(&pairs, builder, error);

    return status == 0 ? synonyms_write("/usr/share/mythes/th_de_DE_v2.dat", builder, error) : status;
}

static int compile(const char *folder, const char *output, FILE *dropped, struct rs_error *error)
{
    struct arena arena = { 0 };
    struct rule_sources rules = { 0 };
    struct word_lists lists = { 0 };
    struct literal_words small_words = { .arena = &arena };
    struct dropped_pairs dropped_pairs = { .arena = &arena };
    struct translations *translations = NULL;
    struct builder *builder = builder_new();
    struct slice words = arena_print(&arena, "%s/words", folder);
    const char *tables[] = { arena_print(&arena, "%s/bilingual", folder).at,
                             arena_print(&arena, "%s/tables", folder).at };
    const struct rule_places places = {
        .rules = arena_print(&arena, "%s/rules", folder).at,
        .names = arena_print(&arena, "%s/names", folder).at,
        .terms = arena_print(&arena, "%s/terms", folder).at,
        .idioms = arena_print(&arena, "%s/idioms", folder).at,
        .schema = arena_print(&arena, "%s/rules.rng", folder).at,
    };
    struct lexicon_sources sources = {
        .german = "/usr/share/hunspell/de_DE_frami",
        .austrian = "/usr/share/hunspell/de_AT",
        .swiss = "/usr/share/hunspell/de_CH",
        .english = "/usr/share/hunspell/en_US",
        .ding = "/usr/share/trans/de-en",
        .words = words.at,
    };
    int status = rules_read(&places, &rules, error);

    if (status == 0)
        status = lists_read(words.at, &arena, &lists, error);
    if (status == 0)
        status = literal_words_read(words.at, &small_words, error);
    if (status == 0)
        status = dropped_pairs_read(words.at, &dropped_pairs, error);
    if (status == 0)
        status = build_lexicon(builder, &sources, error);
    if (status == 0 && (translations = translations_read(sources.ding, error)) == NULL)
        status = -1;
    if (status == 0)
        status = terms_check(&rules, translations, error);
    if (status == 0) {
        struct pair_filter filter = { translations, &dropped_pairs, dropped };

        idioms_generate(&rules, &lists, &small_words, &filter);
        senses_generate(&rules, &lists, &filter);
        names_generate(&rules, &lists, &filter);
        status = government_generate(&rules, words.at, sources.ding, &lists, &filter, error);
        if (status == 0)
            status = selection_generate(&rules, words.at, &filter, error);
        if (status == 0)
            status = verb_objects_generate(&rules, words.at, &lists, &filter, error);
        if (status == 0)
            status = fields_generate(&rules, words.at, &lists, dropped, error);
        if (status == 0 && rules_compile(&rules, &lists, builder, complain) > 0)
            status = error_set(error, folder, 0, "rule data is malformed; nothing was written");
    }
    struct made_table noun_senses = { 0 }, terms[TERM_TABLES] = { 0 };

    if (status == 0)
        status = noun_senses_table(words.at, &arena, &noun_senses, error);
    if (status == 0) {
        const struct term_sources term_sources = {
            .rules = &rules,
            .tables = tables[1],
            .translations = translations,
            .good = list_named(&lists, SLICE("good-compounds")),
            .builder = builder,
            .log = dropped,
        };

        status = literal_terms_make(&term_sources, &arena, terms, error);
    }
    if (status == 0) {
        translations_write(translations, builder);
        const struct made_table made[] = {
            idioms_index(&rules, &lists), names_index(&rules), noun_senses, terms[0], terms[1], terms[2]
        };

        status = pair_lists_read(tables, sizeof(tables) / sizeof(*tables), made, sizeof(made) / sizeof(*made), builder,
                                 error);
    }
    if (status == 0)
        status = links_write(sources.ding, &lists, builder, error);
    if (status == 0)
        status = compound_parts_write(sources.german, builder, error);
    if (status == 0)
        status = builder_write(builder, output, error);
    translations_free(translations);
    rules_free(&rules);
    builder_free(builder);
    arena_free(&arena);
    return status;
}

int main(int argc, char **argv)
{
    struct rs_error error = { 0 };
    FILE *dropped = NULL;

    if (argc < 3 || argc > 4) {
        fputs("usage: rotstift-compile DICTIONARIES OUTPUT [DROPPED]\n", stderr);
        return 2;
    }
    if (argc == 4 && (dropped = fopen(argv[3], "w")) == NULL) {
        fprintf(stderr, "%s: can't be written: %s\n", argv[3], strerror(errno));
        return 2;
    }
    int status = compile(argv[1], argv[2], dropped, &error);

    if (dropped != NULL)
        fclose(dropped);
    xmlCleanupParser();
    if (status != 0)
        complain(&error);
    return status == 0 ? 0 : 2;
}
