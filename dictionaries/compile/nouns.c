/* Readings of nouns and names: first all of Ding, then what hunspell alone has. */
#include "nouns.h"
#include "text/unicode.h"
#include "word_file.h"

static const struct slice nothing = { "", 0 };

/* "Beamter {m}", "Angeklagter": declined as adjectives. Their plural or the form in -e shows them: Lehrer has a plural
 * of its own. */
static bool is_adjectival_man(struct morphology *m, const struct noun *noun)
{
    struct slice e = without(noun->lemma, 1);

    if (!slice_ends(noun->lemma, SLICE("er")) || noun->genders != GENDER_M || e.len < 4)
        return false;
    return word_known(&m->adjectival_nouns, e) ||
           (noun->plural_count > 0 &&
            (slice_equal(noun->plurals[0], e) || slice_equal(noun->plurals[0], join(m, e, SLICE("n"), nothing))));
}

/* "Abgeordnete {m,f}", and "Angeklagte {f}" beside "Angeklagter {m}"; but "Weise {f}" is mostly a noun of its own, and
 * "Kunde" has "Kundin". */
static bool is_adjectival(struct morphology *m, const struct noun *noun)
{
    enum { OFTEN = 4 };
    struct slice lemma = noun->lemma;
    const struct noun *man = noun_named(m, join(m, lemma, SLICE("r"), nothing));

    if (noun->own)
        return false;
    if (!slice_ends(lemma, SLICE("e")) || lemma.len < 4)
        return is_adjectival_man(m, noun);
    if (man != NULL && is_adjectival_man(m, man))
        return noun->votes[1] < OFTEN || noun->votes[0] >= noun->votes[1];
    return noun->votes[0] > 0 && noun->votes[0] == noun->votes[1] && noun->votes[2] == 0 &&
           noun_named(m, join(m, without(lemma, 1), SLICE("in"), nothing)) == NULL;
}

static void add_adjectival(struct morphology *m, const struct noun *noun)
{
    bool er = slice_ends(noun->lemma, SLICE("er"));
    struct slice stem = without(noun->lemma, er ? 2 : 1);
    uint32_t base = POS_NOUN | FEATURE_ADJECTIVAL_NOUN;

    word_add(&m->adjectival_nouns, join(m, stem, SLICE("e"), nothing));
    decline(m, stem, join(m, stem, SLICE("e"), nothing), base);
    if (er)
        decline_man(m, stem, noun->lemma, base);
    add_lemma_flag(m, noun->lemma, LEMMA_PERSON);
}

/* A woman's name for the person shows that the noun is one: "Leser", "Leserin". */
static bool has_feminine(struct morphology *m, struct slice lemma)
{
    struct slice stem = slice_ends(lemma, SLICE("e")) ? without(lemma, 1) : lemma;
    const struct noun *noun = noun_named(m, join(m, stem, SLICE("in"), nothing));

    return noun != NULL && (noun->genders & GENDER_F) != 0;
}

static bool is_feminine_person(struct morphology *m, const struct noun *noun)
{
    struct slice stem = without(noun->lemma, 2);

    return noun->genders == GENDER_F && slice_ends(noun->lemma, SLICE("in")) && stem.len > 2 &&
           (noun_named(m, stem) != NULL || noun_named(m, join(m, stem, SLICE("e"), nothing)) != NULL);
}

/* "Medien {pl}", "Leute {pl}": an entry of its own. The singular, where there is one, has these forms too. */
static void add_plural_head(struct morphology *m, const struct noun_sources *sources, const struct noun *noun)
{
    uint32_t plural = word_find(&sources->plurals, noun->lemma);
    struct declension d = { .lemma = noun->lemma, .genders = GENDER_ANY };

    if (plural != NO_WORD && m->noun_items[sources->plural_nouns[plural]].genders != 0)
        d.genders = m->noun_items[sources->plural_nouns[plural]].genders;
    d.plurals[d.plural_count++] = noun->lemma;
    if (plural == NO_WORD && noun->genders == 0 && has_flag(flags_of(m, noun->lemma), 'S')) {
        d.genders = GENDER_M | GENDER_N; /* "Hamster {pl}", a family of animals: hunspell has "des Hamsters" */
        complete_declension(m, sources, &d);
        add_declension(m, &d);
        return;
    }
    add_plurals(m, &d);
    if (plural == NO_WORD)
        add_lemma_flag(m, noun->lemma, LEMMA_PLURAL_ONLY);
}

/* A name: all genders and, but for the genitive, all cases. */
static void add_name(struct morphology *m, struct slice name)
{
    uint32_t base = POS_NAME | GENDER_ANY | NUMBER_SG;

    add_reading(m, name, nothing, name, base | CASE_ANY);
    if (is_spelled(m, name) && !is_spelled(m, join(m, name, SLICE("s"), nothing)))
        return; /* "Globuli", "Endstadia": no names, but not known as anything else */
    if (!slice_ends(name, SLICE("s")) && !slice_ends(name, SLICE("x")) && !slice_ends(name, SLICE("z")) &&
        !slice_ends(name, SLICE("ß")))
        add_reading(m, name, SLICE("s"), name, base | CASE_GEN);
}

/* "Lippe, Lippes", "Ludwigslust": a feminine noun has no genitive in -s; where hunspell makes one there is a name. */
static bool is_also_name(struct slice flags, const struct declension *d)
{
    return d->genders == GENDER_F && has_flag(flags, 'S') &&
           !(d->plural_count > 0 && slice_ends(d->plurals[0], SLICE("s")));
}

/* A slip of Ding: "Modelle {n}" is the plural of "Modell". */
static bool is_stray_plural(const struct morphology *m, const struct noun_sources *sources, const struct noun *noun)
{
    uint32_t plural = word_find(&sources->plurals, noun->lemma);
    const struct noun *singular = plural == NO_WORD ? NULL : &m->noun_items[sources->plural_nouns[plural]];

    return singular != NULL && singular != noun && singular->genders == noun->genders && noun->plural_count == 0 &&
           slice_starts(noun->lemma, singular->lemma) && (facts_of(m, noun->lemma) & FACT_STEM) == 0;
}

/* hunspell makes a genitive in -s of masculine and neuter nouns only. */
static bool fits_flags(struct slice flags, uint32_t genders)
{
    bool genitive = has_flag(flags, 'S') || has_flag(flags, 'T');

    return ((genders & GENDER_F) != 0 && !genitive) || ((genders & (GENDER_M | GENDER_N)) != 0 && genitive);
}

/* A gender that Ding names once may be a slip ("Bühnenkunst {m}"): that of a common head is surer; and of two genders
 * the one that the head has too. */
static uint32_t checked_genders(struct morphology *m, const struct noun_sources *sources, const struct noun *noun)
{
    enum { COMMON = 3, LONG = 4 };
    struct noun_head head = find_head(m, sources, noun->lemma);
    struct slice flags = flags_of(m, noun->lemma);
    const struct noun_suffix *suffix = find_suffix(sources, noun->lemma);
    uint32_t votes = noun->votes[0] + noun->votes[1] + noun->votes[2];

    if (votes == 1 && suffix != NULL && !suffix->guessed && suffix->ending.len >= LONG &&
        ((facts_of(m, noun->lemma) & FACT_STEM) == 0 || fits_flags(flags, suffix->gender)))
        return suffix->gender;
    if (votes == 0 || head.noun == NULL || !head.certain || head.plural || head.noun->lemma.len < LONG)
        return noun->genders;
    if (head.noun->either)
        return noun->genders | head.noun->genders;
    uint32_t common = noun->genders & head.noun->genders;
    uint32_t head_votes = head.noun->votes[0] + head.noun->votes[1] + head.noun->votes[2];

    if (common != 0)
        return (noun->genders & (noun->genders - 1)) != 0 ? common : noun->genders;
    if (votes > 1 || (head_votes < COMMON && !head.noun->settled) ||
        ((facts_of(m, noun->lemma) & FACT_STEM) != 0 && !fits_flags(flags, head.noun->genders)))
        return noun->genders;
    return head.noun->genders;
}

static void add_ding_noun(struct morphology *m, const struct noun_sources *sources, const struct noun *noun)
{
    struct declension d = { .lemma = noun->lemma, .genders = noun->genders };

    if (noun->genders != 0 && !noun->settled)
        d.genders = checked_genders(m, sources, noun);
    if (noun->plural_head)
        add_plural_head(m, sources, noun);
    if (noun->genders == 0 || is_stray_plural(m, sources, noun))
        return;
    if (is_adjectival(m, noun)) {
        add_adjectival(m, noun);
        return;
    }
    d.plural_count = noun->plural_count;
    memcpy(d.plurals, noun->plurals, sizeof(d.plurals));
    d.name = noun->name;
    d.person = has_feminine(m, noun->lemma) || is_feminine_person(m, noun);
    complete_declension(m, sources, &d);
    if (d.name) {
        d.plural_count = noun->plural_count; /* "Deutschland" has none, though "Land" has */
        d.genitives = (d.genitives & GENITIVE_S) != 0 ? GENITIVE_S : GENITIVE_BARE;
    }
    add_declension(m, &d);
    if (is_also_name(flags_of(m, noun->lemma), &d))
        add_name(m, noun->lemma);
}

/* ---- what hunspell alone has ---- */

static bool is_all_capitals(struct slice word)
{
    int32_t first, second;
    size_t length = read_code_point(word, &first);

    return read_code_point(slice_from(word, length), &second) > 0 && is_upper(first) && is_upper(second);
}

static bool only_genitive_flag(struct slice flags)
{
    for (size_t i = 0; i < flags.len; i++)
        if (flags.at[i] != 'S' && flags.at[i] != 'n')
            return false;
    return true;
}

/* The people of a place and its adjective: "Cambridger". */
static bool is_inhabitant(struct morphology *m, struct slice word)
{
    struct slice place = without(word, 2);

    return slice_ends(word, SLICE("er")) && place.len > 3 &&
           (is_spelled(m, place) || is_spelled(m, join(m, place, SLICE("e"), nothing)) ||
            is_spelled(m, join(m, place, SLICE("en"), nothing))) &&
           !is_spelled(m, uncapitalise(m, place));
}

/* A stem that is a plural: of a compound whose head has such a plural, or of a noun without umlaut. */
static bool add_as_plural(struct morphology *m, const struct noun_sources *sources, struct slice word)
{
    struct noun_head head = find_head(m, sources, word);

    if (head.noun == NULL || !head.plural || (!head.certain && head.noun->lemma.len < 5))
        return false;
    struct slice singular = capitalise(m, join(m, head.front, uncapitalise(m, head.noun->lemma), nothing));
    struct declension d = { .lemma = singular, .genders = head.noun->genders, .guessed = !head.certain };

    d.plurals[d.plural_count++] = word;
    add_plurals(m, &d);
    return true;
}

/* Nothing is known but that it is a noun. */
static void add_unknown(struct morphology *m, struct slice word, struct slice flags)
{
    static const struct {
        char flag;
        const char *ending;
    } endings[] = { { 'S', "s" }, { 'T', "es" }, { 'N', "n" },  { 'P', "en" },
                    { 'E', "e" }, { 'R', "er" }, { 'R', "ern" } };
    uint32_t features = POS_NOUN | GENDER_ANY | NUMBER_ANY | CASE_ANY | FEATURE_GUESSED;
    struct slice umlauted;

    add_reading(m, word, nothing, word, features);
    for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++)
        if (has_flag(flags, endings[i].flag))
            add_reading(m, word, slice_of(endings[i].ending), word, features);
    if (has_flag(flags, 'p') && add_umlaut(m, word, &umlauted)) {
        add_reading(m, umlauted, SLICE("e"), word, features);
        add_reading(m, umlauted, SLICE("en"), word, features);
    }
}

/* "Gestapobeamter", "Fakultätsangehörige": the head is an adjective used as a noun. */
static bool add_adjectival_compound(struct morphology *m, struct slice word)
{
    bool er = slice_ends(word, SLICE("er"));
    struct slice e = er ? without(word, 1) : word;

    if (!er && !has_flag(flags_of(m, word), 'R'))
        return false;
    for (size_t at = 2; slice_ends(e, SLICE("e")) && at + 4 < e.len; at++)
        if (starts_code_point(e.at[at]) && word_known(&m->adjectival_nouns, capitalise(m, slice_from(e, at)))) {
            struct noun noun = { .lemma = word };

            add_adjectival(m, &noun);
            return true;
        }
    return false;
}

/* "Antragstellen": a verb behind another word, with an infinitive's genitive. */
static bool is_nominal_infinitive(struct morphology *m, struct slice word, struct slice flags)
{
    for (size_t at = 2; has_flag(flags, 'S') && at + 4 < word.len; at++) {
        struct slice verb = slice_from(word, at);

        if (starts_code_point(verb.at[0]) && slice_ends(verb, SLICE("n")) &&
            (has_flag(flags_of(m, verb), 'I') || (facts_of(m, verb) & FACT_VERB) != 0))
            return true;
    }
    return false;
}

static void add_hunspell_noun(struct morphology *m, const struct noun_sources *sources, struct slice word)
{
    struct slice flags = flags_of(m, word);
    struct declension d = { .lemma = word };
    bool bare = only_genitive_flag(flags);

    if (is_all_capitals(word) && word.len < 7) {
        add_reading(m, word, nothing, word, POS_ABBREVIATION | GENDER_ANY | NUMBER_ANY | CASE_ANY);
        return;
    }
    if (word_known(&sources->plurals, word) || word_known(&m->adjectival_nouns, word) ||
        (!has_flag(flags, 'S') && !has_flag(flags, 'T') &&
         (add_adjectival_compound(m, word) || add_as_plural(m, sources, word))))
        return;
    if (is_inhabitant(m, word)) {
        add_place_adjective(m, word);
        d.genders = GENDER_M;
        d.person = true;
    }
    if (is_nominal_infinitive(m, word, flags))
        d.genders = GENDER_N;
    complete_declension(m, sources, &d);
    if (d.genders != 0 && !(d.guessed && bare) && !is_also_name(flags, &d))
        add_declension(m, &d);
    else if (bare || is_also_name(flags, &d))
        add_name(m, word);
    else
        add_unknown(m, word, flags);
}

/* Nominal infinitives and nouns of Ding have their readings already; a stem with a genitive has them when that has. */
static bool is_settled(struct morphology *m, struct slice word)
{
    return has_reading(m, word) &&
           (!has_flag(flags_of(m, word), 'S') || has_reading(m, join(m, word, SLICE("s"), nothing)));
}

/* "Lockdown m Lockdowns", "Netflix name": words that came after the dictionaries. */
static int read_recent_word(void *context, const struct word_row *row, struct rs_error *error)
{
    struct morphology *m = context;
    uint32_t genders = genders_named(row->columns[1]);
    struct noun *noun;

    if (slice_equal(row->columns[1], SLICE("name"))) {
        add_name(m, row->columns[0]);
        return 0;
    }
    if (slice_equal(row->columns[1], SLICE("plural"))) { /* "Eltern" */
        noun_at(m, row->columns[0])->plural_head = true;
        return 0;
    }
    if (genders == 0)
        return error_set(error, row->path, row->line, "the gender must be m, f, n, \"plural\" or \"name\"");
    noun = noun_at(m, row->columns[0]);
    noun->genders |= genders;
    if (!slice_equal(row->columns[2], SLICE("-")) && noun->plural_count < MAX_PLURALS)
        noun->plurals[noun->plural_count++] = arena_copy(&m->arena, row->columns[2]);
    return 0;
}

int add_nouns(struct morphology *m, struct rs_error *error)
{
    struct noun_sources sources;

    if (read_word_file(m->sources->words, "recent-words.tsv", 3, 3, read_recent_word, m, error) != 0)
        return -1;
    if (noun_sources_read(m, &sources, error) != 0)
        return -1;
    for (size_t i = 0; i < m->nouns.count; i++)
        add_ding_noun(m, &sources, &m->noun_items[i]);
    for (size_t i = 0; i < m->words.count; i++) {
        struct slice word = m->words.words[i];

        if ((m->facts[i].facts & FACT_STEM) != 0 && is_capitalised(word) && !is_settled(m, word))
            add_hunspell_noun(m, &sources, word);
    }
    return 0;
}
