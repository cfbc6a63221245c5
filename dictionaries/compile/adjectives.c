/* Readings of adjectives in all degrees, and of adjectives used as nouns. */
#include "morphology.h"
#include "word_file.h"

static const struct slice nothing = { "", 0 };

static bool is_adjective(const struct morphology *m, struct slice word)
{
    return has_flag(flags_of(m, word), 'A') || (facts_of(m, word) & FACT_ADJECTIVE) != 0;
}

/* What endings are put to: "dunkl-e", "teur-e", "leis-e", "heiter-e". */
static struct slice inflection_stem(struct morphology *m, struct slice adjective)
{
    if (slice_ends(adjective, SLICE("e")))
        return without(adjective, 1);
    if (slice_ends(adjective, SLICE("el")) && adjective.len > 3 &&
        strchr("eil", adjective.at[adjective.len - 3]) == NULL)
        return join(m, without(adjective, 2), SLICE("l"), nothing);
    if (slice_ends(adjective, SLICE("uer")))
        return join(m, without(adjective, 2), SLICE("r"), nothing);
    return adjective;
}

static void decline_spelled(struct morphology *m, struct slice stem, struct slice lemma, uint32_t base)
{
    decline(m, stem, lemma, POS_ADJECTIVE | base);
    nominalise(m, stem, base);
}

static void add_comparative(struct morphology *m, struct slice comparative, struct slice lemma)
{
    add_reading(m, comparative, nothing, lemma, POS_ADJECTIVE | UNINFLECTED | DEGREE_COMPARATIVE);
    decline_spelled(m, comparative, lemma, DEGREE_COMPARATIVE);
}

/* "am größten" is an inflected form; "möglichst", "höchst" stand alone. */
static void add_superlative(struct morphology *m, struct slice superlative, struct slice lemma)
{
    if (is_spelled(m, superlative))
        add_reading(m, superlative, nothing, lemma, POS_ADJECTIVE | UNINFLECTED | DEGREE_SUPERLATIVE);
    decline_spelled(m, superlative, lemma, DEGREE_SUPERLATIVE);
}

/* Adjectives with hunspell's flag C: "schneller", "schnellst"; both "neust" and "neuest" where both are spelled. */
static void add_degrees(struct morphology *m, struct slice adjective)
{
    struct slice stem = inflection_stem(m, adjective);
    struct slice full = slice_ends(adjective, SLICE("e")) ? stem : adjective;

    add_comparative(m, join(m, stem, SLICE("er"), nothing), adjective);
    for (int i = 0; i < 2; i++) {
        struct slice superlative = join(m, full, i == 0 ? SLICE("st") : SLICE("est"), nothing);

        if (is_spelled(m, join(m, superlative, SLICE("e"), nothing)))
            add_superlative(m, superlative, adjective);
    }
}

/* "adlig" and "adelig", "fieberig" and "fiebrig": igerman98 makes the one from the other. */
static void add_variant(struct morphology *m, struct slice adjective)
{
    struct slice variant = { 0 };

    if (slice_ends(adjective, SLICE("lig")))
        variant = join(m, without(adjective, 3), SLICE("elig"), nothing);
    else if (slice_ends(adjective, SLICE("erig")))
        variant = join(m, without(adjective, 4), SLICE("rig"), nothing);
    if (variant.len == 0 || !is_spelled(m, variant) || (facts_of(m, variant) & FACT_STEM) != 0)
        return;
    add_reading(m, variant, nothing, adjective, POS_ADJECTIVE | UNINFLECTED);
    decline(m, variant, adjective, POS_ADJECTIVE);
    if (has_flag(flags_of(m, adjective), 'C')) {
        decline(m, join(m, variant, SLICE("er"), nothing), adjective, POS_ADJECTIVE | DEGREE_COMPARATIVE);
        decline(m, join(m, variant, SLICE("st"), nothing), adjective, POS_ADJECTIVE | DEGREE_SUPERLATIVE);
    }
}

static void add_positive(struct morphology *m, struct slice adjective)
{
    struct slice stem = inflection_stem(m, adjective);

    add_reading(m, adjective, nothing, adjective, POS_ADJECTIVE | UNINFLECTED);
    /* "rosa" has no endings; "autofrei", which only Ding has, does. */
    if (!has_flag(flags_of(m, adjective), 'A') &&
        (is_spelled(m, adjective) ? !is_spelled(m, join(m, stem, SLICE("es"), nothing))
                                  : strchr("aiou", adjective.at[adjective.len - 1]) != NULL))
        return;
    decline_spelled(m, stem, adjective, 0);
    if (!slice_equal(stem, adjective) && is_spelled(m, join(m, adjective, SLICE("es"), nothing)))
        decline(m, adjective, adjective, POS_ADJECTIVE);
    if (has_flag(flags_of(m, adjective), 'C'))
        add_degrees(m, adjective);
    add_variant(m, adjective);
}

/* The adjective that a stem is the degree of: "älter" -> "alt", "klügst" -> "klug". */
static bool is_degree(struct morphology *m, struct slice stem, const char *ending, struct slice *positive)
{
    struct slice base;

    if (!slice_ends(stem, slice_of(ending)) || stem.len < strlen(ending) + 3)
        return false;
    base = without(stem, strlen(ending));
    if (remove_umlaut(m, base, positive) && is_adjective(m, *positive))
        return true;
    *positive = base;
    return is_adjective(m, base) && !has_flag(flags_of(m, base), 'C') && (facts_of(m, stem) & FACT_ADJECTIVE) == 0;
}

/* hunspell lists degrees with umlaut as adjectives of their own: "älter", "ältest", "größte". */
static bool add_listed_degree(struct morphology *m, struct slice stem)
{
    struct slice positive;
    struct slice bare = slice_ends(stem, SLICE("ste")) ? without(stem, 1) : stem;

    if (is_degree(m, stem, "er", &positive))
        add_comparative(m, stem, positive);
    else if (is_degree(m, bare, "est", &positive) || is_degree(m, bare, "st", &positive))
        add_superlative(m, bare, positive);
    else
        return false;
    return true;
}

static int read_comparison(void *context, const struct word_row *row, struct rs_error *error)
{
    struct morphology *m = context;
    struct slice positive = row->columns[0], comparative = row->columns[2], superlative = row->columns[3];

    (void)error;
    add_reading(m, positive, nothing, positive, POS_ADJECTIVE | UNINFLECTED);
    decline_spelled(m, row->columns[1], positive, 0);
    if (!slice_equal(comparative, SLICE("-")))
        add_comparative(m, comparative, positive);
    if (!slice_equal(superlative, SLICE("-")))
        add_superlative(m, superlative, positive);
    for (size_t i = 0; i < row->count; i++) {
        add_fact(m, row->columns[i], FACT_DONE);
        add_fact(m, join(m, row->columns[i], SLICE("e"), nothing), FACT_DONE);
    }
    return 0;
}

void add_place_adjective(struct morphology *m, struct slice word)
{
    add_reading(m, word, nothing, word,
                POS_ADJECTIVE | UNINFLECTED | GENDER_ANY | NUMBER_ANY | CASE_ANY | DECLENSION_STRONG | DECLENSION_WEAK |
                    DECLENSION_MIXED);
}

/* "erste", "besondere": Ding has the form with e as the dictionary form; hunspell's "erst" is only its stem. */
static bool is_stem_of_e_form(struct morphology *m, struct slice word)
{
    return (facts_of(m, word) & FACT_ADJECTIVE) == 0 &&
           (facts_of(m, join(m, word, SLICE("e"), nothing)) & FACT_ADJECTIVE) != 0;
}

static void add_adjective(struct morphology *m, struct slice word)
{
    uint32_t facts = facts_of(m, word);

    if ((facts & FACT_DONE) != 0)
        return;
    if ((facts & FACT_PARTICIPLE) != 0 && (facts & FACT_ADJECTIVE) == 0) {
        /* verbs.c has it, but for its degrees: "reflektierter". */
        if (has_flag(flags_of(m, word), 'C'))
            add_degrees(m, word);
        return;
    }
    if (is_capitalised(word)) {
        if (slice_ends(word, SLICE("er")) && (facts & FACT_ADJECTIVE) != 0)
            add_place_adjective(m, word);
        return;
    }
    /* "ganze" beside "ganz" is a form of it. */
    if (is_stem_of_e_form(m, word) ||
        (slice_ends(word, SLICE("e")) && is_adjective(m, without(word, 1)) && !is_stem_of_e_form(m, without(word, 1))))
        return;
    if ((facts & FACT_ADJECTIVE) != 0 || !add_listed_degree(m, word))
        add_positive(m, word);
}

int add_adjectives(struct morphology *m, struct rs_error *error)
{
    if (read_word_file(m->sources->words, "comparison.tsv", 4, 4, read_comparison, m, error) != 0)
        return -1;
    for (size_t i = 0; i < m->words.count; i++)
        if (is_adjective(m, m->words.words[i]))
            add_adjective(m, m->words.words[i]);
    return 0;
}

/* ---- adjectives as nouns ---- */

/* Whether the dictionaries show the capitalised form as a noun, and one that is declined as an adjective: "Lehrer" has
 * a genitive of its own, "Vermarkten" is an infinitive. */
static bool seen_as_noun(struct morphology *m, struct slice form)
{
    struct slice lower = uncapitalise(m, form), flags = flags_of(m, lower);
    const struct noun *noun = noun_named(m, form);

    if (has_flag(flags_of(m, form), 'S') || has_flag(flags, 'I') || has_flag(flags, 'Y') ||
        (facts_of(m, lower) & FACT_VERB) != 0)
        return false;
    /* "Angeklagter" is hunspell's as "Angeklagte" alone. */
    if (noun != NULL && noun->genders != 0 && !slice_ends(form, SLICE("e")) &&
        (noun->genders != GENDER_M || flags_of(m, form).len > 1))
        return false;
    return noun != NULL || (facts_of(m, form) & (FACT_CAPITAL | FACT_STEM)) != 0;
}

/* "Tiefe" is a noun of its own: only "Tiefer", "Tiefes", "Tiefem" would show the adjective. */
static bool is_shown_as_noun(struct morphology *m, struct slice stem)
{
    static const char *const endings[] = { "er", "es", "em", "e", "en" };
    const struct noun *noun = noun_named(m, join(m, stem, SLICE("e"), nothing));
    bool own = noun != NULL && noun->genders == GENDER_F;

    for (size_t i = 0; i < (own ? 3 : 5); i++)
        if (seen_as_noun(m, join(m, stem, slice_of(endings[i]), nothing)))
            return true;
    return false;
}

void nominalise(struct morphology *m, struct slice stem, uint32_t degree)
{
    struct slice noun = capitalise(m, stem), lemma = join(m, noun, SLICE("e"), nothing);

    if (is_capitalised(stem) || !is_shown_as_noun(m, noun))
        return;
    word_add(&m->adjectival_nouns, lemma);
    decline(m, noun, lemma, POS_NOUN | FEATURE_ADJECTIVAL_NOUN | degree);
}
