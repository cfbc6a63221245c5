/* English words and their stems: "companies" is company, "went" is go, "stopped" is stop.
 *
 * Regular forms come from hunspell's affixes, irregular verbs from Ding ("to go {went; gone}"), the rest from
 * words/english-forms.tsv. */
#include "sources.h"
#include "text/unicode.h"
#include "word_file.h"

/* Suffix flags of en_US that inflect (plural, past, -ing, genitive, superlative); those that derive a word whose base
 * helps to translate it (-er, -ly); plurals of derived words (-ers, -ions, -ings). */
static const char inflections[] = "SDGMT", derivations[] = "RY", derived_plurals[] = "ZXJ";

struct english_pass {
    struct builder *builder;
    struct arena arena; /* of one entry */
};

/* "refuse" of "refused", whose stem in en_US is "fuse" with a prefix. */
static struct slice without_suffix(struct english_pass *pass, const struct stem_form *form)
{
    struct slice stem = arena_print(&pass->arena, "%.*s%.*s", (int)(form->form.len - form->added.len), form->form.at,
                                    (int)form->stripped.len, form->stripped.at);

    stem = lower_case(&pass->arena, stem);
    builder_english(pass->builder, stem, false);
    return stem;
}

static void add_singular(struct english_pass *pass, struct slice plural)
{
    struct slice singular = { plural.at, plural.len - 1 };

    builder_english(pass->builder, singular, false);
    builder_english_stem(pass->builder, plural, singular);
}

static void visit_english(void *context, const struct stem_form *form)
{
    struct english_pass *pass = context;
    struct slice word = lower_case(&pass->arena, form->form);

    builder_english(pass->builder, word, slice_equal(word, form->form));
    if (form->suffix == '\0' || strchr(inflections, form->suffix) == NULL)
        builder_english_stem(pass->builder, word, word);
    if (form->suffix != '\0' &&
        (strchr(inflections, form->suffix) != NULL || strchr(derivations, form->suffix) != NULL))
        builder_english_stem(pass->builder, word, without_suffix(pass, form));
    if (form->suffix != '\0' && strchr(derived_plurals, form->suffix) != NULL && slice_ends(word, SLICE("s")))
        add_singular(pass, word);
    arena_free(&pass->arena);
}

static bool is_one_word(struct slice text)
{
    for (size_t i = 0; i < text.len; i++)
        if (!(text.at[i] >= 'a' && text.at[i] <= 'z'))
            return false;
    return text.len > 1;
}

/* The principal parts in "{began; begun}", "{learnt, learned; learnt, learned}". Parts that stand behind several verbs
 * are of the last one ("to hold; to have {had; had}"): they begin as it does. */
static void add_parts(struct builder *builder, struct slice verb, struct slice parts)
{
    size_t at = 0;

    while (at < parts.len) {
        size_t end = at;

        while (end < parts.len && strchr(";,/ ", parts.at[end]) == NULL)
            end++;
        struct slice part = { parts.at + at, end - at };

        if (is_one_word(part) && part.at[0] == verb.at[0] && !slice_equal(part, verb) &&
            builder_knows_english(builder, part))
            builder_english_stem(builder, part, verb);
        at = end + 1;
    }
}

/* "overhear" of "overhear sth.": the verb without the place of its object. */
static struct slice without_object(struct slice text)
{
    const char *space = memchr(text.at, ' ', text.len);
    struct slice rest = space == NULL ? (struct slice){ 0 } : slice_from(text, (size_t)(space + 1 - text.at));

    return slice_starts(rest, SLICE("sth.")) || slice_starts(rest, SLICE("sb.")) ? slice_between(text.at, space) : text;
}

static void visit_verbs(void *context, const struct ding_pair *pair)
{
    struct english_pass *pass = context;

    for (size_t i = 0; pair->part == 0 && i < pair->english_count; i++) {
        const struct ding_term *term = &pair->english[i];
        struct slice verb = term->text;

        if (!slice_starts(verb, SLICE("to ")) || term->grammar.len == 0 ||
            memchr(term->grammar.at, ';', term->grammar.len) == NULL)
            continue;
        verb = without_object(slice_from(verb, 3));
        if (is_one_word(verb) && builder_knows_english(pass->builder, verb))
            add_parts(pass->builder, verb, term->grammar);
    }
}

static int read_form(void *context, const struct word_row *row, struct rs_error *error)
{
    struct english_pass *pass = context;

    (void)error;
    builder_english(pass->builder, row->columns[0], true);
    builder_english(pass->builder, row->columns[1], true);
    builder_english_stem(pass->builder, row->columns[0], row->columns[1]);
    return 0;
}

/* en_US lists "stopped", "planning", "bigger" as words of their own: the consonant is doubled before the ending. */
static void add_doubled(void *context, struct slice word)
{
    static const char *const endings[] = { "ed", "ing", "er", "est" };
    struct builder *builder = context;

    for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++) {
        struct slice ending = slice_of(endings[i]);
        size_t base = word.len - ending.len;

        if (word.len < ending.len + 4 || !slice_ends(word, ending) || word.at[base - 1] != word.at[base - 2] ||
            strchr("bdgklmnprt", word.at[base - 1]) == NULL)
            continue;
        struct slice stem = { word.at, base - 1 };

        if (builder_knows_english(builder, stem))
            builder_english_stem(builder, word, stem);
    }
}

int english_read(struct builder *builder, const struct lexicon_sources *sources, struct rs_error *error)
{
    struct english_pass pass = { .builder = builder };

    if (read_hunspell(sources->english, visit_english, &pass, error) != 0)
        return -1;
    ding_visit(sources->ding, visit_verbs, &pass);
    if (read_word_file(sources->words, "english-forms.tsv", 2, 2, read_form, &pass, error) != 0)
        return -1;
    builder_each_english(builder, add_doubled, builder);
    return 0;
}
