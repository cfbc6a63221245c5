/* The inflection of nouns: what hunspell's flags, the head and the ending say, and the readings made from it. */
#include "nouns.h"

static const struct slice nothing = { "", 0 };

static void add_plural(struct declension *d, struct slice plural)
{
    for (size_t i = 0; i < d->plural_count; i++)
        if (slice_equal(d->plurals[i], plural))
            return;
    if (d->plural_count < MAX_PLURALS)
        d->plurals[d->plural_count++] = plural;
}

static void add_plural_ending(struct morphology *m, struct declension *d, const char *ending)
{
    add_plural(d, join(m, d->lemma, slice_of(ending), nothing));
}

static bool is_vowel_end(struct slice word)
{
    return word.len > 0 && strchr("aiouy", word.at[word.len - 1]) != NULL;
}

/* igerman98's N adds -n: the plural of Frage and Auge, but the dative plural of Lehrer and Gebäude. */
static void plural_of_n(struct morphology *m, struct declension *d)
{
    bool own = (d->genders & GENDER_F) != 0 ||
               (slice_ends(d->lemma, SLICE("e")) && !(d->genders == GENDER_N && slice_starts(d->lemma, SLICE("Ge"))));

    if (own)
        add_plural_ending(m, d, "n");
    else
        add_plural(d, d->lemma);
}

/* Plurals with umlaut are stems of their own in hunspell: "Häuser", "Äpfel", "Hände". */
static void plural_with_umlaut(struct morphology *m, struct declension *d)
{
    static const char *const endings[] = { "er", "e", "" };
    struct slice umlauted;

    if (!add_umlaut(m, d->lemma, &umlauted))
        return;
    for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++) {
        struct slice plural = join(m, umlauted, slice_of(endings[i]), nothing);
        const struct noun *other = noun_named(m, plural);

        /* "Bürger" is no plural of "Burger". */
        if ((other == NULL || other->genders == 0) && !has_flag(flags_of(m, plural), 'S') && is_spelled(m, plural) &&
            is_spelled(m, join(m, plural, SLICE("n"), nothing)))
            add_plural(d, plural);
    }
}

static void plurals_by_flags(struct morphology *m, struct declension *d, struct slice flags)
{
    if (has_flag(flags, 'E'))
        add_plural_ending(m, d, "e");
    if (has_flag(flags, 'P') && !has_flag(flags, 'E'))
        add_plural_ending(m, d, "en");
    if (has_flag(flags, 'R') && !slice_ends(d->lemma, SLICE("e")))
        add_plural_ending(m, d, "er");
    if (has_flag(flags, 'q') || has_flag(flags, 'Q'))
        add_plural_ending(m, d, "se");
    if (has_flag(flags, 'F') && (slice_ends(d->lemma, SLICE("in")) || slice_ends(d->lemma, SLICE("In"))))
        add_plural_ending(m, d, "nen");
    if (d->plural_count == 0)
        plural_with_umlaut(m, d);
    if (d->plural_count == 0 && has_flag(flags, 'N'))
        plural_of_n(m, d);
    if (d->plural_count == 0 && has_flag(flags, 'S') && (d->genders == GENDER_F || is_vowel_end(d->lemma)))
        add_plural_ending(m, d, "s");
}

/* Ding has slips ("Fotograf | Foto", "Regiment | Regimente"): a plural that hunspell's flags know nothing of is not the
 * only one. */
static bool agrees_with_flags(struct slice lemma, struct slice plural, struct slice flags)
{
    static const struct {
        const char *ending;
        char flag;
    } endings[] = {
        { "e", 'E' }, { "en", 'P' }, { "er", 'R' }, { "n", 'N' }, { "", 'N' }, { "s", 'S' }, { "nen", 'F' }
    };

    if (!slice_starts(plural, lemma))
        return !has_flag(flags, 'F') || !slice_ends(lemma, SLICE("in")); /* umlauts, Latin plurals: own stems */
    for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++)
        if (slice_equal(slice_from(plural, lemma.len), slice_of(endings[i].ending)) && has_flag(flags, endings[i].flag))
            return true;
    return slice_ends(plural, SLICE("se")) || !(has_flag(flags, 'R') || has_flag(flags, 'P') || has_flag(flags, 'F'));
}

static bool any_plural_agrees(const struct declension *d, struct slice flags)
{
    for (size_t i = 0; i < d->plural_count; i++)
        if (agrees_with_flags(d->lemma, d->plurals[i], flags))
            return true;
    return false;
}

static bool ends_hissing(struct slice word)
{
    return slice_ends(word, SLICE("s")) || slice_ends(word, SLICE("ß")) || slice_ends(word, SLICE("x")) ||
           slice_ends(word, SLICE("z"));
}

static uint32_t genitives_by_flags(struct slice flags)
{
    return (has_flag(flags, 'S') ? GENITIVE_S : 0u) | (has_flag(flags, 'T') ? GENITIVE_ES : 0u) |
           (has_flag(flags, 'q') || has_flag(flags, 'Q') ? GENITIVE_SES : 0u);
}

/* Without a word from hunspell: -es after s, ß, x, z; both after most other consonants; Latin -us and -ismus have none.
 */
static uint32_t genitives_by_sound(struct slice lemma)
{
    if (slice_ends(lemma, SLICE("nis")))
        return GENITIVE_SES;
    if (slice_ends(lemma, SLICE("us")) || slice_ends(lemma, SLICE("os")))
        return GENITIVE_BARE;
    if (ends_hissing(lemma))
        return GENITIVE_ES;
    if (is_vowel_end(lemma) || slice_ends(lemma, SLICE("e")) || slice_ends(lemma, SLICE("el")) ||
        slice_ends(lemma, SLICE("er")) || slice_ends(lemma, SLICE("en")) || slice_ends(lemma, SLICE("chen")) ||
        slice_ends(lemma, SLICE("lein")))
        return GENITIVE_S;
    return GENITIVE_S | GENITIVE_ES;
}

/* The suffix of a word replaced: "Tourismus", "ismus" -> "ismen". */
static struct slice with_suffix(struct morphology *m, struct slice lemma, const struct noun_suffix *suffix,
                                struct slice other)
{
    return join(m, without(lemma, suffix->ending.len), other, nothing);
}

static bool is_weak_plural(const struct declension *d)
{
    const struct slice *plural = d->plural_count > 0 ? &d->plurals[0] : NULL;

    return plural != NULL && slice_starts(*plural, d->lemma) &&
           (slice_equal(slice_from(*plural, d->lemma.len), SLICE("en")) ||
            slice_equal(slice_from(*plural, d->lemma.len), SLICE("n")));
}

static void set_weak(struct declension *d, struct slice oblique, struct slice genitive)
{
    d->weak = oblique;
    d->genitive = genitive;
    d->genitives |= GENITIVE_WEAK;
}

/* "Student, Studenten" without a genitive in -s: weak. Vetter, Staat and See have one. */
static void find_weakness(const struct noun_sources *sources, struct declension *d, struct slice flags, bool stem)
{
    const struct noun_suffix *suffix = find_suffix(sources, d->lemma);
    bool weak_suffix = suffix != NULL && slice_equal(suffix->genitive, SLICE("weak"));

    if ((d->genders & GENDER_M) == 0 || !is_weak_plural(d) || genitives_by_flags(flags) != 0 ||
        slice_ends(d->lemma, SLICE("ee")) || slice_ends(d->lemma, SLICE("or"))) /* Bergsee, Reflektor */
        return;
    if (stem || weak_suffix || slice_ends(d->lemma, SLICE("e")))
        set_weak(d, d->plurals[0], d->plurals[0]);
}

static bool listed_weak(const struct noun_sources *sources, struct declension *d)
{
    uint32_t index = word_find(&sources->weak, d->lemma);

    if (index == NO_WORD || (d->genders & GENDER_M) == 0)
        return false;
    set_weak(d, sources->weak_forms[index][0], sources->weak_forms[index][1]);
    if (d->genders == GENDER_M)
        d->plural_count = 0; /* "das Tor, die Tore" beside "der Tor, die Toren" */
    if (!slice_equal(sources->weak_forms[index][2], SLICE("-")))
        add_plural(d, sources->weak_forms[index][2]);
    return true;
}

/* The part of a compound before its head, put before a form of the head. */
static struct slice put_before(struct morphology *m, struct slice front, struct slice form)
{
    bool hyphen = front.len > 0 && front.at[front.len - 1] == '-';

    return join(m, front, hyphen ? form : uncapitalise(m, form), nothing);
}

static void inherit(struct morphology *m, struct declension *d, struct slice front, const struct declension *head)
{
    d->genders |= d->genders == 0 ? head->genders : 0;
    if (d->plural_count == 0)
        for (size_t i = 0; i < head->plural_count; i++)
            add_plural(d, put_before(m, front, head->plurals[i]));
    if ((head->genitives & GENITIVE_WEAK) != 0 && (d->genders & GENDER_M) != 0)
        set_weak(d, put_before(m, front, head->weak), put_before(m, front, head->genitive));
    if (d->genitives == 0)
        d->genitives = head->genitives;
    d->person = d->person || head->person;
}

static void inherit_from_head(struct morphology *m, const struct noun_sources *sources, struct declension *d)
{
    struct noun_head found = find_head(m, sources, d->lemma);
    struct declension head;

    if (found.noun == NULL || found.plural || (d->genders != 0 && (found.noun->genders & d->genders) == 0))
        return;
    head = (struct declension){ .lemma = found.noun->lemma, .genders = found.noun->genders };
    for (size_t i = 0; i < found.noun->plural_count; i++)
        add_plural(&head, found.noun->plurals[i]);
    /* The head itself without its own head: one step is enough, and ends. */
    if (listed_weak(sources, &head) == false) {
        struct slice flags = flags_of(m, head.lemma);

        if (head.plural_count == 0)
            plurals_by_flags(m, &head, flags);
        find_weakness(sources, &head, flags, (facts_of(m, head.lemma) & FACT_STEM) != 0);
        head.genitives |= genitives_by_flags(flags);
    }
    head.person = has_flag(flags_of(m, head.lemma), 'F');
    d->guessed = d->guessed || (d->genders == 0 && !found.certain);
    inherit(m, d, found.front, &head);
}

static void complete_by_suffix(struct morphology *m, const struct noun_sources *sources, struct declension *d)
{
    const struct noun_suffix *suffix = find_suffix(sources, d->lemma);

    if (suffix == NULL || (d->genders != 0 && (d->genders & suffix->gender) == 0))
        return;
    if (d->genders == 0) {
        d->genders = suffix->gender;
        d->guessed = d->guessed || suffix->guessed;
    }
    if (d->plural_count == 0 && !suffix->guessed)
        add_plural(d, with_suffix(m, d->lemma, suffix, suffix->plural));
}

/* Plurals of Ding that hunspell does not know ("Sauriere") go where it knows another; and "Bibliothekaren", which it
 * knows as a dative plural, has "Bibliothekare" beside it. */
static void check_plurals(struct morphology *m, struct declension *d, struct slice flags)
{
    struct slice en = join(m, d->lemma, SLICE("en"), nothing);
    size_t kept = 0;
    bool dative = false;

    for (size_t i = 0; i < d->plural_count; i++) {
        dative = dative || slice_equal(d->plurals[i], en);
        if (is_spelled(m, d->plurals[i]))
            d->plurals[kept++] = d->plurals[i];
    }
    d->plural_count = kept;
    if (dative && has_flag(flags, 'E'))
        add_plural_ending(m, d, "e");
}

void complete_declension(struct morphology *m, const struct noun_sources *sources, struct declension *d)
{
    struct slice flags = flags_of(m, d->lemma);
    bool stem = (facts_of(m, d->lemma) & FACT_STEM) != 0;

    if (listed_weak(sources, d) && d->genders == GENDER_M)
        return;
    d->genitives |= genitives_by_flags(flags);
    d->person = d->person || has_flag(flags, 'F');
    if (d->genders == 0 && has_flag(flags, 'F') &&
        (slice_ends(d->lemma, SLICE("in")) || slice_ends(d->lemma, SLICE("In"))))
        d->genders = GENDER_F;
    if (stem)
        check_plurals(m, d, flags);
    if (d->genders != 0 && !any_plural_agrees(d, flags))
        plurals_by_flags(m, d, flags);
    if (d->genders == 0 || d->plural_count == 0 || !stem)
        inherit_from_head(m, sources, d);
    if (d->genders == 0 || d->plural_count == 0)
        complete_by_suffix(m, sources, d);
    if (d->plural_count == 0 && d->genders != 0)
        plurals_by_flags(m, d, flags);
    find_weakness(sources, d, flags, stem);
    if (d->genitives == 0)
        d->genitives = genitives_by_sound(d->lemma);
}

/* ---- readings ---- */

static void add_singular(struct morphology *m, const struct declension *d, uint32_t pos)
{
    uint32_t strong = d->genders & (GENDER_M | GENDER_N), base = pos | NUMBER_SG;
    bool weak = (d->genitives & GENITIVE_WEAK) != 0 && (d->genders & GENDER_M) != 0;

    if ((d->genders & GENDER_F) != 0)
        add_reading(m, d->lemma, nothing, d->lemma, base | GENDER_F | CASE_ANY);
    if (weak) {
        add_reading(m, d->lemma, nothing, d->lemma, base | GENDER_M | CASE_NOM);
        add_reading(m, d->weak, nothing, d->lemma, base | GENDER_M | CASE_DAT | CASE_ACC);
        add_reading(m, d->genitive, nothing, d->lemma, base | GENDER_M | CASE_GEN);
        strong &= ~(uint32_t)GENDER_M;
    }
    if (strong == 0)
        return;
    base |= strong;
    if ((d->genitives & ~(uint32_t)GENITIVE_WEAK) == GENITIVE_BARE)
        add_reading(m, d->lemma, nothing, d->lemma, base | CASE_ANY);
    else
        add_reading(m, d->lemma, nothing, d->lemma, base | CASE_NOM | CASE_DAT | CASE_ACC);
    if ((d->genitives & GENITIVE_S) != 0)
        add_reading(m, d->lemma, SLICE("s"), d->lemma, base | CASE_GEN);
    if ((d->genitives & GENITIVE_ES) != 0)
        add_reading(m, d->lemma, SLICE("es"), d->lemma, base | CASE_GEN);
    if ((d->genitives & GENITIVE_SES) != 0)
        add_reading(m, d->lemma, SLICE("ses"), d->lemma, base | CASE_GEN);
    /* The old dative of "im Jahre", "zu Hause": without it the form would be a plural alone. */
    if ((d->genitives & GENITIVE_ES) != 0 && is_spelled(m, join(m, d->lemma, SLICE("e"), nothing)))
        add_reading(m, d->lemma, SLICE("e"), d->lemma, base | CASE_DAT);
}

static bool takes_dative_n(struct slice plural)
{
    return slice_ends(plural, SLICE("e")) || slice_ends(plural, SLICE("er")) || slice_ends(plural, SLICE("el"));
}

static void add_plural_readings(struct morphology *m, const struct declension *d, struct slice plural, uint32_t pos)
{
    uint32_t base = pos | NUMBER_PL | d->genders;

    if (!takes_dative_n(plural)) {
        add_reading(m, plural, nothing, d->lemma, base | CASE_ANY);
        return;
    }
    add_reading(m, plural, nothing, d->lemma, base | CASE_NOM | CASE_GEN | CASE_ACC);
    add_reading(m, plural, SLICE("n"), d->lemma, base | CASE_DAT);
}

void add_plurals(struct morphology *m, const struct declension *d)
{
    uint32_t pos = (d->name ? POS_NAME : POS_NOUN) | (d->guessed ? FEATURE_GUESSED : 0u);

    for (size_t i = 0; i < d->plural_count; i++)
        add_plural_readings(m, d, d->plurals[i], pos);
}

void add_declension(struct morphology *m, const struct declension *d)
{
    add_singular(m, d, (d->name ? POS_NAME : POS_NOUN) | (d->guessed ? FEATURE_GUESSED : 0u));
    add_plurals(m, d);
    if ((d->genitives & GENITIVE_WEAK) != 0)
        add_lemma_flag(m, d->lemma, LEMMA_WEAK_NOUN);
    if (d->person && d->genders != GENDER_N) /* "Zeugin" is the woman's name for "Zeuge", not for "Zeug" */
        add_lemma_flag(m, d->lemma, LEMMA_PERSON);
}
