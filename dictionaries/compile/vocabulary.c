/* Collects what hunspell and Ding say of German words. */
#include "nouns.h"

#include "text/unicode.h"
#include "word_file.h"

static struct word_facts *facts_at(struct morphology *m, struct slice word)
{
    size_t before = m->words.count;
    uint32_t index = word_add(&m->words, word);

    if (m->words.count > before)
        m->facts = arena_grow(&m->arena, m->facts, before, &m->fact_capacity, sizeof(*m->facts));
    return &m->facts[index];
}

uint32_t facts_of(const struct morphology *m, struct slice word)
{
    uint32_t index = word_find(&m->words, word);

    return index == NO_WORD ? 0 : m->facts[index].facts;
}

struct slice flags_of(const struct morphology *m, struct slice word)
{
    uint32_t index = word_find(&m->words, word);

    return index == NO_WORD ? (struct slice){ "", 0 } : m->facts[index].flags;
}

void add_fact(struct morphology *m, struct slice word, uint32_t fact)
{
    facts_at(m, word)->facts |= fact;
}

bool is_spelled(const struct morphology *m, struct slice form)
{
    return builder_find_form(m->builder, form) < m->spelled_count;
}

bool has_flag(struct slice flags, char flag)
{
    return flags.len > 0 && memchr(flags.at, flag, flags.len) != NULL;
}

const struct noun *noun_named(const struct morphology *m, struct slice lemma)
{
    uint32_t index = word_find(&m->nouns, lemma);

    return index == NO_WORD ? NULL : &m->noun_items[index];
}

struct noun *noun_at(struct morphology *m, struct slice lemma)
{
    size_t before = m->nouns.count;
    uint32_t index = word_add(&m->nouns, lemma);

    if (m->nouns.count > before) {
        m->noun_items = arena_grow(&m->arena, m->noun_items, before, &m->noun_capacity, sizeof(*m->noun_items));
        m->noun_items[index].lemma = m->nouns.words[index];
    }
    return &m->noun_items[index];
}

/* ---- hunspell ---- */

static void add_stem(struct morphology *m, struct slice stem, struct slice flags)
{
    struct word_facts *facts = facts_at(m, stem);

    facts->facts |= FACT_STEM;
    if (flags.len > 0)
        facts->flags = join(m, facts->flags, flags, (struct slice){ 0 });
}

/* Suffixes of igerman98 that make new words, and the flags that a word so made would have as a stem. */
static const struct {
    char suffix;
    struct slice ending, flags;
} derivations[] = {
    { 'F', { "in", 2 }, { "F", 1 } },   { 'F', { "In", 2 }, { "F", 1 } },   { 'J', { "ung", 3 }, { "P", 1 } },
    { 'M', { "chen", 4 }, { "S", 1 } }, { 'L', { "lich", 4 }, { "A", 1 } }, { 'B', { "bar", 3 }, { "A", 1 } },
    { 'f', { "fie", 3 }, { "N", 1 } },  { 'f', { "graf", 4 }, { "P", 1 } }, { 'D', { "nd", 2 }, { "A", 1 } },
};

static void visit_german(void *context, const struct stem_form *form)
{
    struct morphology *m = context;

    builder_form(m->builder, form->form);
    if (form->suffix == '\0') {
        add_stem(m, form->form, form->flags);
        return;
    }
    for (size_t i = 0; i < sizeof(derivations) / sizeof(*derivations); i++)
        if (form->suffix == derivations[i].suffix && slice_ends(form->form, derivations[i].ending))
            add_stem(m, form->form, derivations[i].flags);
}

/* ---- Ding ---- */

/* What the pass over Ding knows of the line before: the nouns that plurals of the next part belong to. */
enum { MAX_SINGULARS = 64 };
struct ding_pass {
    struct morphology *m;
    size_t line;
    struct slice singulars[MAX_SINGULARS];
    size_t singular_count;
};

static uint32_t genders_of(struct slice grammar)
{
    struct slice word;
    uint32_t genders = 0;

    while (next_word(&grammar, ',', &word)) {
        if (word.len != 1)
            return 0;
        genders |= word.at[0] == 'm' ? GENDER_M : word.at[0] == 'f' ? GENDER_F : word.at[0] == 'n' ? GENDER_N : 0;
    }
    return genders;
}

/* How many bytes two words have in common at their start when umlauts count as their vowels. */
static size_t common_start(struct slice a, struct slice b)
{
    size_t at_a = 0, at_b = 0;

    while (at_a < a.len && at_b < b.len) {
        int32_t x, y;
        size_t length_a = read_code_point(slice_from(a, at_a), &x), length_b = read_code_point(slice_from(b, at_b), &y);
        bool umlaut = (y == 0xe4 && x == 'a') || (y == 0xf6 && x == 'o') || (y == 0xfc && x == 'u') ||
                      (y == 0xc4 && x == 'A') || (y == 0xd6 && x == 'O') || (y == 0xdc && x == 'U');

        if (x != y && !umlaut)
            break;
        at_a += length_a;
        at_b += length_b;
    }
    return at_a;
}

static void add_plural(struct noun *noun, struct slice plural, struct arena *arena)
{
    for (size_t i = 0; i < noun->plural_count; i++)
        if (slice_equal(noun->plurals[i], plural))
            return;
    if (noun->plural_count < MAX_PLURALS)
        noun->plurals[noun->plural_count++] = arena_copy(arena, plural);
}

/* Gives a plural to the noun of the part before that starts most like it: the order of synonyms is not always kept. */
static void link_plural(struct ding_pass *pass, struct slice plural)
{
    size_t best = 0, best_common = 0;

    for (size_t i = 0; i < pass->singular_count; i++) {
        size_t common = common_start(pass->singulars[i], plural);

        if (common > best_common || (common == best_common && pass->singulars[i].len < pass->singulars[best].len)) {
            best = i;
            best_common = common;
        }
    }
    /* A word keeps all but its ending ("Praktikum, Praktika"); "Kaufmann, Kaufleute" changes its head. */
    if (pass->singular_count == 0 || best_common < 2 ||
        (best_common + 3 < pass->singulars[best].len && !slice_ends(plural, SLICE("leute"))))
        return;
    add_plural(noun_at(pass->m, pass->singulars[best]), plural, &pass->m->arena);
}

/* An article or adjective before a noun, by its ending: "die Polizei", "alter Hase". */
static bool is_attribute(struct slice word)
{
    return word.len > 2 && !is_capitalised(word) &&
           (slice_ends(word, SLICE("e")) || slice_ends(word, SLICE("er")) || slice_ends(word, SLICE("s")));
}

/* The noun that the grammar of a term is about, empty when it is not sure. */
static struct slice noun_of_term(struct slice text)
{
    struct slice word, last = { "", 0 };

    while (next_word(&text, ' ', &word)) {
        if (last.len > 0 && !is_attribute(last))
            return (struct slice){ "", 0 };
        last = word;
    }
    return is_capitalised(last) && is_word(last) ? last : (struct slice){ "", 0 };
}

static void vote(struct noun *noun, uint32_t genders)
{
    static const uint32_t bits[] = { GENDER_M, GENDER_F, GENDER_N };

    noun->genders |= genders;
    for (size_t i = 0; i < 3; i++)
        noun->votes[i] += (genders & bits[i]) != 0;
}

static void collect_nouns(struct ding_pass *pass, const struct ding_pair *pair)
{
    size_t singulars = 0;
    struct slice found[MAX_SINGULARS];

    for (size_t i = 0; i < pair->german_count; i++) {
        const struct ding_term *term = &pair->german[i];
        uint32_t genders = genders_of(term->grammar);
        struct slice text = noun_of_term(term->text);

        if (text.len == 0)
            continue;
        if (slice_equal(term->grammar, SLICE("pl"))) {
            if (pair->part > 0)
                link_plural(pass, text);
            else if (text.len == term->text.len)
                noun_at(pass->m, text)->plural_head = true;
        } else if (genders != 0) {
            struct noun *noun = noun_at(pass->m, text);

            vote(noun, genders);
            /* "Roter Fluss" is a name, but its "Fluss" is none. */
            noun->name = noun->name || (text.len == term->text.len && slice_equal(term->domain, SLICE("geogr.")) &&
                                        pair->english_count > 0 && is_capitalised(pair->english[0].text));
            if (singulars < MAX_SINGULARS)
                found[singulars++] = noun->lemma;
        }
    }
    if (singulars > 0) {
        memcpy(pass->singulars, found, singulars * sizeof(*found));
        pass->singular_count = singulars;
    }
}

static bool is_infinitive(struct slice word)
{
    return word.len > 2 && word.at[word.len - 1] == 'n' && !is_capitalised(word) && is_word(word) &&
           !slice_ends(word, SLICE("ieen"));
}

/* The last word of "etw. verschieben", "sich lösen", "zur Ader lassen": the infinitive. */
static struct slice last_word(struct slice text)
{
    const char *space = text.len == 0 ? NULL : memrchr(text.at, ' ', text.len);

    return space == NULL ? text : slice_between(space + 1, text.at + text.len);
}

/* "etw. verschieben", "sich lösen": nothing but placeholders before the verb. In "wir schrien" the verb is a form. */
static bool is_bare_verb(struct slice text)
{
    struct slice last = last_word(text), rest = { text.at, text.len - last.len }, word;

    while (next_word(&rest, ' ', &word))
        if (word.at[word.len - 1] != '.' && !slice_equal(word, SLICE("sich")))
            return false;
    return is_infinitive(last);
}

static bool is_verb_grammar(struct slice grammar)
{
    return grammar.len > 0 && grammar.at[0] == 'v' && (grammar.len == 1 || memchr("tir", grammar.at[1], 3) != NULL);
}

static void collect_word_classes(struct morphology *m, const struct ding_pair *pair)
{
    for (size_t i = 0; i < pair->german_count; i++) {
        const struct ding_term *term = &pair->german[i];
        struct slice last = last_word(term->text);

        if (is_verb_grammar(term->grammar)) {
            if (pair->part == 0 && is_bare_verb(term->text))
                add_fact(m, last, FACT_VERB);
        } else if (!is_word(term->text)) {
            continue;
        } else if (slice_equal(term->grammar, SLICE("adj"))) {
            add_fact(m, term->text, FACT_ADJECTIVE);
        } else if (slice_equal(term->grammar, SLICE("adv")) && !is_capitalised(term->text)) {
            add_fact(m, term->text, FACT_ADVERB);
        } else if (slice_equal(term->grammar, SLICE("interj"))) {
            add_fact(m, term->text, FACT_INTERJECTION);
        }
    }
}

/* Capitals within a phrase are nouns; at its start they may be a sentence's. */
static void collect_capitals(struct morphology *m, struct slice text)
{
    struct slice rest = text, word;

    while (next_word(&rest, ' ', &word))
        if (word.at != text.at && is_capitalised(word) && is_word(word))
            add_fact(m, word, FACT_CAPITAL);
}

static void visit_entry(void *context, const struct ding_pair *pair)
{
    struct ding_pass *pass = context;

    if (pair->line != pass->line) {
        pass->line = pair->line;
        pass->singular_count = 0;
    }
    collect_nouns(pass, pair);
    collect_word_classes(pass->m, pair);
    for (size_t i = 0; i < pair->german_count; i++)
        collect_capitals(pass->m, pair->german[i].text);
}

/* Ding has slips ("Person {n}", once, beside "Person {f}", thirteen times): a gender that others outvote by far is left
 * out, and so is one feminine vote for a noun of which hunspell makes a genitive in -s. */
static void settle_genders(struct morphology *m, struct noun *noun)
{
    static const uint32_t bits[] = { GENDER_M, GENDER_F, GENDER_N };
    struct slice flags = flags_of(m, noun->lemma);
    bool genitive = has_flag(flags, 'S') || has_flag(flags, 'T');
    uint32_t most = 0;

    for (size_t i = 0; i < 3; i++)
        most = noun->votes[i] > most ? noun->votes[i] : most;
    for (size_t i = 0; i < 3; i++)
        if (noun->votes[i] * 5 < most || (noun->votes[i] == 1 && most >= 3) ||
            (bits[i] == GENDER_F && noun->votes[i] == 1 && most > 1 && genitive))
            noun->genders &= ~bits[i];
}

static int read_genders(void *context, const struct word_row *row, struct rs_error *error)
{
    uint32_t genders = genders_named(row->columns[1]);

    if (genders == 0)
        return error_set(error, row->path, row->line, "genders are m, f and n, with a space between them");
    struct noun *noun = noun_at(context, row->columns[0]);

    noun->genders = genders;
    noun->settled = true;
    noun->own = slice_equal(row->columns[2], SLICE("own"));
    noun->either = slice_equal(row->columns[2], SLICE("either"));
    return 0;
}

int vocabulary_read(struct morphology *m, struct rs_error *error)
{
    struct ding_pass pass = { .m = m };

    m->words.arena = m->nouns.arena = m->auxiliaries.arena = m->adjectival_nouns.arena = &m->arena;
    if (read_hunspell(m->sources->german, visit_german, m, error) != 0)
        return -1;
    m->spelled_count = builder_form_count(m->builder);
    if (english_read(m->builder, m->sources, error) != 0)
        return -1;
    ding_visit(m->sources->ding, visit_entry, &pass);
    for (size_t i = 0; i < m->nouns.count; i++)
        settle_genders(m, &m->noun_items[i]);
    return read_word_file(m->sources->words, "noun-genders.tsv", 2, 3, read_genders, m, error);
}
