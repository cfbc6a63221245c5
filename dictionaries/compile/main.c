/* rotstift-compile: turns the Debian dictionaries and the rule data into the one file that the program maps.
 *
 * usage: rotstift-compile DICTIONARIES OUTPUT [DROPPED]
 *
 * DICTIONARIES is the folder with rules/, names/, terms/, idioms/, words/, tables/, bilingual/ and rules.rng; DROPPED
 * receives the generated idiom patterns that were left out, and why. */
#include <errno.h>
#include <libxml/parser.h>
#include <stdlib.h>

#include "ding_words.h"
#include "literal_terms.h"

static void complain(const struct rs_error *error)
{
    if (error->line > 0)
        fprintf(stderr, "%s:%zu: %s\n", error->file, error->line, error->message);
    else
        fprintf(stderr, "%s%s%s\n", error->file, error->file[0] != '\0' ? ": " : "", error->message);
}

/* What is read, and what is made of it. */
struct compilation {
    struct arena arena;
    struct rule_sources rules;
    struct word_lists lists;
    struct literal_words small_words;
    struct dropped_pairs dropped_pairs;
    struct translations *translations;
    struct builder *builder;
    struct lexicon_sources sources;
    const char *tables[2]; /* folders */
    FILE *log;             /* what was left out, and why */
};

static const char *path_in(struct compilation *c, const char *folder, const char *name)
{
    return arena_print(&c->arena, "%s/%s", folder, name).at;
}

static int read_all(struct compilation *c, const char *folder, struct rs_error *error)
{
    const char *words = c->sources.words;
    const struct rule_places places = {
        .rules = path_in(c, folder, "rules"),
        .names = path_in(c, folder, "names"),
        .terms = path_in(c, folder, "terms"),
        .idioms = path_in(c, folder, "idioms"),
        .schema = path_in(c, folder, "rules.rng"),
    };
    int status = rules_read(&places, &c->rules, error);

    if (status == 0)
        status = lists_read(words, &c->arena, &c->lists, error);
    if (status == 0)
        status = literal_words_read(words, &c->small_words, error);
    if (status == 0)
        status = dropped_pairs_read(words, &c->dropped_pairs, error);
    if (status == 0)
        status = build_lexicon(c->builder, &c->sources, error);
    if (status != 0)
        return status;
    c->translations = translations_read(c->sources.ding);
    return terms_check(&c->rules, c->translations, error);
}

/* The rules that were written, and those that are made of tables and of Ding. */
static int make_rules(struct compilation *c, const char *folder, struct rs_error *error)
{
    struct pair_filter filter = { c->translations, &c->dropped_pairs, c->log };
    const char *words = c->sources.words;

    idioms_generate(&c->rules, &c->lists, &c->small_words, &filter);
    senses_generate(&c->rules, &c->lists, &filter);
    names_generate(&c->rules, &c->lists, &filter);
    int status = government_generate(&c->rules, words, c->sources.ding, &c->lists, &filter, error);

    if (status == 0)
        status = selection_generate(&c->rules, words, &filter, error);
    if (status == 0)
        status = noun_places_generate(&c->rules, words, &filter, error);
    if (status == 0)
        status = noun_company_generate(&c->rules, words, &c->lists, &filter, error);
    if (status == 0)
        status = fields_generate(&c->rules, words, &c->lists, c->log, error);
    if (status == 0 && rules_compile(&c->rules, &c->lists, c->builder, complain) > 0)
        status = error_set(error, folder, 0, "rule data is malformed; nothing was written");
    return status;
}

/* The tables as they stand, and those that are made of rules and terms. */
static int write_tables(struct compilation *c, struct rs_error *error)
{
    const struct term_sources term_sources = {
        .rules = &c->rules,
        .tables = c->tables[1],
        .translations = c->translations,
        .good = list_named(&c->lists, SLICE("good-compounds")),
        .builder = c->builder,
        .log = c->log,
    };
    struct made_table senses = { 0 }, terms[TERM_TABLES] = { 0 };
    int status = noun_senses_table(c->sources.words, &c->arena, &senses, error);

    if (status == 0)
        status = literal_terms_make(&term_sources, &c->arena, terms, error);
    if (status != 0)
        return status;
    translations_write(c->translations, c->builder);
    const struct made_table made[] = {
        idioms_index(&c->rules, &c->lists), names_index(&c->rules), senses, terms[0], terms[1], terms[2]
    };

    return pair_lists_read(c->tables, sizeof(c->tables) / sizeof(*c->tables), made, sizeof(made) / sizeof(*made),
                           c->builder, error);
}

/* What links English words to German ones that no entry of Ding gives for them. */
static int write_links(struct compilation *c, struct rs_error *error)
{
    struct ding_reader reader;

    ding_reader_open(&reader, c->builder, list_named(&c->lists, SLICE("english-closed-classes")));
    learned_pairs_write(&reader, c->sources.ding, c->builder);
    int status = said_together_write(&reader, c->sources.ding, c->tables[0], error);

    ding_reader_close(&reader);
    return status == 0 ? synonyms_write("/usr/share/mythes/th_de_DE_v2.dat", c->builder, error) : status;
}

static int compile(const char *folder, const char *output, FILE *log, struct rs_error *error)
{
    struct compilation c = {
        .builder = builder_new(),
        .sources = {
            .german = "/usr/share/hunspell/de_DE_frami",
            .austrian = "/usr/share/hunspell/de_AT",
            .swiss = "/usr/share/hunspell/de_CH",
            .english = "/usr/share/hunspell/en_US",
        },
        .log = log,
    };

    c.small_words.arena = c.dropped_pairs.arena = &c.arena;
    c.sources.words = path_in(&c, folder, "words");
    c.tables[0] = path_in(&c, folder, "bilingual");
    c.tables[1] = path_in(&c, folder, "tables");
    struct ding *ding = ding_read("/usr/share/trans/de-en", error);
    int status = ding == NULL ? -1 : 0;

    c.sources.ding = ding;
    if (status == 0)
        status = read_all(&c, folder, error);
    if (status == 0)
        status = make_rules(&c, folder, error);
    if (status == 0)
        status = write_tables(&c, error);
    if (status == 0)
        status = write_links(&c, error);
    if (status == 0)
        status = compound_parts_write(c.sources.german, c.builder, error);
    if (status == 0)
        status = sense_rows_write(c.builder, error);
    if (status == 0)
        letter_rows_write(c.builder);
    if (status == 0)
        status = scraps_write(c.builder, error);
    if (status == 0)
        status = builder_write(c.builder, output, error);
    translations_free(c.translations);
    ding_free(ding);
    rules_free(&c.rules);
    builder_free(c.builder);
    arena_free(&c.arena);
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
