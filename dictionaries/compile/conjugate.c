/* Conjugates German verbs: weak by rule, strong by their principal parts, both behind prefixes. */
#include "text/unicode.h"
#include "verbs.h"
#include "word_file.h"

enum { MAX_PREFIXES = 3 /* "wieder" + "an" + "er" + kennen */ };

enum strong_column { INFINITIVE, PRESENT_2, PRESENT_3, PAST, SUBJUNCTIVE_2, PARTICIPLE_2, IMPERATIVE, PRESENT_1 };

#define FORM(form) ((uint32_t)(form) << VERB_SHIFT)
#define SINGULAR(persons) (NUMBER_SG | (persons))
#define PLURAL(persons) (NUMBER_PL | (persons))

static int read_strong_verb(void *context, const struct word_row *row, struct rs_error *error)
{
    struct verb_sources *sources = context;
    struct arena *arena = sources->strong.arena;
    size_t before = sources->strong.count;
    uint32_t index = word_add(&sources->strong, row->columns[INFINITIVE]);

    if (sources->strong.count == before)
        return error_set(error, row->path, row->line, "%.*s stands here twice", (int)row->columns[0].len,
                         row->columns[0].at);
    sources->parts = arena_grow(arena, sources->parts, before, &sources->part_capacity, sizeof(*sources->parts));
    for (size_t i = 0; i < 8; i++)
        sources->parts[index][i] = arena_copy(arena, row->columns[i]);
    return 0;
}

static int read_word(void *context, const struct word_row *row, struct rs_error *error)
{
    (void)error;
    word_add(context, row->columns[0]);
    return 0;
}

int verb_sources_read(struct morphology *m, struct verb_sources *out, struct rs_error *error)
{
    const char *words = m->sources->words;

    *out = (struct verb_sources){ 0 };
    out->strong.arena = out->separable.arena = out->inseparable.arena = &m->arena;
    if (read_word_file(words, "strong-verbs.tsv", 7, 8, read_strong_verb, out, error) != 0 ||
        read_word_file(words, "separable-prefixes.txt", 1, 1, read_word, &out->separable, error) != 0)
        return -1;
    return read_word_file(words, "inseparable-prefixes.txt", 1, 1, read_word, &out->inseparable, error);
}

static void add_form(struct paradigm *out, struct slice text, uint32_t features, bool ge)
{
    for (size_t i = 0; i < out->count; i++)
        if (out->forms[i].features == features && slice_equal(out->forms[i].text, text))
            return;
    if (out->count < MAX_VERB_FORMS)
        out->forms[out->count++] = (struct verb_form_text){ text, features, ge };
}

static void add_ending(struct morphology *m, struct paradigm *out, struct slice stem, const char *ending,
                       uint32_t features)
{
    add_form(out, join(m, stem, slice_of(ending), (struct slice){ 0 }), features, false);
}

static bool ends_in_one_of(struct slice stem, const char *letters)
{
    return stem.len > 0 && strchr(letters, stem.at[stem.len - 1]) != NULL;
}

/* "arbeitet", "atmet", "öffnet", but "lernt", "filmt", "wohnt", "rennt": an e stands between stem and ending after d
 * and t, and after m and n behind another consonant than l, r, h (not ch), m, n. */
static bool needs_e(struct slice stem)
{
    if (ends_in_one_of(stem, "dt"))
        return true;
    if (!ends_in_one_of(stem, "mn") || stem.len < 3)
        return false;
    struct slice before = without(stem, 1);

    if (ends_in_one_of(before, "h"))
        return before.at[before.len - 2] == 'c';
    return !ends_in_one_of(before, "aeiouylrmn") && (before.at[before.len - 1] & 0x80) == 0;
}

static bool ends_hissing(struct slice stem)
{
    return ends_in_one_of(stem, "sxz") || slice_ends(stem, SLICE("ß"));
}

static bool ends_in_el(struct slice infinitive)
{
    return slice_ends(infinitive, SLICE("eln")) && infinitive.len > 4;
}

static bool ends_in_er(struct slice infinitive)
{
    return slice_ends(infinitive, SLICE("ern")) && infinitive.len > 4;
}

/* "sammeln" -> "sammel", "gehen" -> "geh", "tun" -> "tu", "knien" -> "knie", "schreien" -> "schrei". */
static struct slice stem_of(struct slice infinitive)
{
    bool keeps_e = slice_ends(infinitive, SLICE("ien")) && !slice_ends(infinitive, SLICE("eien"));

    return without(infinitive, keeps_e || !slice_ends(infinitive, SLICE("en")) ? 1 : 2);
}

/* ich-forms and others with an ending in e: "samml", "wandr" beside the full stem. */
static bool short_stem(struct morphology *m, struct slice infinitive, struct slice *out)
{
    if (!ends_in_el(infinitive) && !ends_in_er(infinitive))
        return false;
    *out = join(m, without(infinitive, 3), ends_in_el(infinitive) ? SLICE("l") : SLICE("r"), (struct slice){ 0 });
    return true;
}

static void add_with_e(struct morphology *m, struct paradigm *out, struct slice infinitive, uint32_t features)
{
    struct slice stem = stem_of(infinitive), shorter;

    if (!slice_ends(stem, SLICE("ie")) && !ends_in_one_of(stem, "e"))
        add_ending(m, out, stem, "e", features);
    else
        add_ending(m, out, stem, "", features);
    if (short_stem(m, infinitive, &shorter))
        add_ending(m, out, shorter, "e", features);
}

/* What is regular for all verbs: infinitive, participle 1, subjunctive 1, wir, ihr and sie in the present. */
static void add_regular(struct morphology *m, struct paradigm *out, struct slice infinitive)
{
    struct slice stem = stem_of(infinitive);
    bool syllable = slice_ends(stem, SLICE("ie")) || ends_in_el(infinitive) || ends_in_er(infinitive);
    const char *e = syllable ? "" : "e"; /* "du sammelst", not "sammelest" */
    const char *t = needs_e(stem) ? "et" : "t";

    add_form(out, infinitive, FORM(VERB_INFINITIVE), false);
    add_ending(m, out, infinitive, "d", FORM(VERB_PARTICIPLE1));
    add_form(out, infinitive, FORM(VERB_PRESENT) | PLURAL(PERSON_1 | PERSON_3), false);
    add_ending(m, out, stem, t, FORM(VERB_PRESENT) | PLURAL(PERSON_2));
    add_ending(m, out, stem, t, FORM(VERB_IMPERATIVE) | PLURAL(PERSON_2));
    add_with_e(m, out, infinitive, FORM(VERB_SUBJUNCTIVE1) | SINGULAR(PERSON_1 | PERSON_3));
    add_form(out, join(m, stem, slice_of(e), SLICE("st")), FORM(VERB_SUBJUNCTIVE1) | SINGULAR(PERSON_2), false);
    add_form(out, infinitive, FORM(VERB_SUBJUNCTIVE1) | PLURAL(PERSON_1 | PERSON_3), false);
    add_form(out, join(m, stem, slice_of(e), SLICE("t")), FORM(VERB_SUBJUNCTIVE1) | PLURAL(PERSON_2), false);
}

/* The past tense and the subjunctive 2 of weak verbs are the same. */
static void add_weak_past(struct morphology *m, struct paradigm *out, struct slice te, uint32_t form)
{
    add_ending(m, out, te, "", form | SINGULAR(PERSON_1 | PERSON_3));
    add_ending(m, out, te, "st", form | SINGULAR(PERSON_2));
    add_ending(m, out, te, "n", form | PLURAL(PERSON_1 | PERSON_3));
    add_ending(m, out, te, "t", form | PLURAL(PERSON_2));
}

/* The longest inseparable prefix, or an empty slice. "Ge" before i or u is half a diphthong: "geigen". */
static struct slice inseparable_prefix(const struct verb_sources *sources, struct slice infinitive)
{
    bool diphthong = slice_starts(infinitive, SLICE("gei")) || slice_starts(infinitive, SLICE("geu"));

    for (size_t len = infinitive.len > 4 && !diphthong ? infinitive.len - 3 : 0; len > 1; len--)
        if (word_known(&sources->inseparable, (struct slice){ infinitive.at, len }))
            return (struct slice){ infinitive.at, len };
    return (struct slice){ infinitive.at, 0 };
}

/* Whether the participle of a weak verb has ge-: hunspell knows; else not after inseparable prefixes and with -ieren.
 */
static bool takes_ge(struct morphology *m, const struct verb_sources *sources, struct slice infinitive,
                     struct slice participle)
{
    if (is_spelled(m, join(m, SLICE("ge"), participle, (struct slice){ 0 })))
        return true;
    return !slice_ends(infinitive, SLICE("ieren")) && inseparable_prefix(sources, infinitive).len == 0 &&
           !is_spelled(m, join(m, participle, SLICE("em"), (struct slice){ 0 }));
}

static void add_weak(struct morphology *m, const struct verb_sources *sources, struct paradigm *out,
                     struct slice infinitive)
{
    struct slice stem = stem_of(infinitive), shorter;
    bool e = needs_e(stem);
    struct slice te = join(m, stem, e ? SLICE("ete") : SLICE("te"), (struct slice){ 0 });
    struct slice participle = without(te, 1);
    bool ge = takes_ge(m, sources, infinitive, participle);

    add_regular(m, out, infinitive);
    add_with_e(m, out, infinitive, FORM(VERB_PRESENT) | SINGULAR(PERSON_1));
    add_ending(m, out, stem, e ? "est" : ends_hissing(stem) ? "t" : "st", FORM(VERB_PRESENT) | SINGULAR(PERSON_2));
    add_ending(m, out, stem, e ? "et" : "t", FORM(VERB_PRESENT) | SINGULAR(PERSON_3));
    add_weak_past(m, out, te, FORM(VERB_PAST));
    add_weak_past(m, out, te, FORM(VERB_SUBJUNCTIVE2));
    add_form(out, ge ? join(m, SLICE("ge"), participle, (struct slice){ 0 }) : participle, FORM(VERB_PARTICIPLE2), ge);
    add_with_e(m, out, infinitive, FORM(VERB_IMPERATIVE) | SINGULAR(PERSON_2));
    if (!e || short_stem(m, infinitive, &shorter))
        add_form(out, stem, FORM(VERB_IMPERATIVE) | SINGULAR(PERSON_2), false);
}

/* "bot", "botst", "boten", "botet"; "riss", "rissest"; "schrie", "schrien"; mixed verbs: "brachte". */
static void add_strong_past(struct morphology *m, struct paradigm *out, struct slice past)
{
    uint32_t form = FORM(VERB_PAST);

    if (slice_ends(past, SLICE("te"))) {
        add_weak_past(m, out, past, form);
        return;
    }
    bool ie = slice_ends(past, SLICE("ie")), dental = ends_in_one_of(past, "dt");

    add_form(out, past, form | SINGULAR(PERSON_1 | PERSON_3), false);
    add_ending(m, out, past, ends_hissing(past) ? "est" : "st", form | SINGULAR(PERSON_2));
    if (ends_hissing(past))
        add_ending(m, out, past, "t", form | SINGULAR(PERSON_2));
    if (dental || is_spelled(m, join(m, past, SLICE("est"), (struct slice){ 0 })))
        add_ending(m, out, past, "est", form | SINGULAR(PERSON_2));
    add_ending(m, out, past, ie ? "n" : "en", form | PLURAL(PERSON_1 | PERSON_3));
    if (ie) /* "schrieen" stands beside "schrien" */
        add_ending(m, out, past, "en", form | PLURAL(PERSON_1 | PERSON_3));
    add_ending(m, out, past, dental ? "et" : "t", form | PLURAL(PERSON_2));
}

/* "gäbe", "gäbest" and "gäbst". */
static void add_subjunctive(struct morphology *m, struct paradigm *out, struct slice form_text)
{
    uint32_t form = FORM(VERB_SUBJUNCTIVE2);
    struct slice stem = without(form_text, 1);

    add_weak_past(m, out, form_text, form);
    if (slice_ends(form_text, SLICE("te")) || ends_in_one_of(stem, "dt"))
        return;
    if (!ends_hissing(stem))
        add_ending(m, out, stem, "st", form | SINGULAR(PERSON_2));
    add_ending(m, out, stem, "t", form | PLURAL(PERSON_2));
}

static void add_participle(struct morphology *m, struct paradigm *out, struct slice part)
{
    bool ge = slice_starts(part, SLICE("ge-"));

    add_form(out, ge ? join(m, SLICE("ge"), slice_from(part, 3), (struct slice){ 0 }) : part, FORM(VERB_PARTICIPLE2),
             ge);
}

static void add_strong(struct morphology *m, struct paradigm *out, const struct slice *parts)
{
    struct slice rest, word;

    add_regular(m, out, parts[INFINITIVE]);
    if (parts[PRESENT_1].len > 0)
        add_form(out, parts[PRESENT_1], FORM(VERB_PRESENT) | SINGULAR(PERSON_1), false);
    else
        add_with_e(m, out, parts[INFINITIVE], FORM(VERB_PRESENT) | SINGULAR(PERSON_1));
    for (rest = parts[PRESENT_2]; next_word(&rest, ',', &word);)
        add_form(out, word, FORM(VERB_PRESENT) | SINGULAR(PERSON_2), false);
    for (rest = parts[PRESENT_3]; next_word(&rest, ',', &word);)
        add_form(out, word, FORM(VERB_PRESENT) | SINGULAR(PERSON_3), false);
    for (rest = parts[PAST]; next_word(&rest, ',', &word);)
        add_strong_past(m, out, word);
    for (rest = parts[SUBJUNCTIVE_2]; next_word(&rest, ',', &word);)
        add_subjunctive(m, out, word);
    for (rest = parts[PARTICIPLE_2]; next_word(&rest, ',', &word);)
        add_participle(m, out, word);
    for (rest = parts[IMPERATIVE]; next_word(&rest, ',', &word);)
        add_form(out, word, FORM(VERB_IMPERATIVE) | SINGULAR(PERSON_2), false);
}

/* ---- prefixes ---- */

static bool has_verb_flags(struct slice flags)
{
    return has_flag(flags, 'I') || has_flag(flags, 'Y') || has_flag(flags, 'O');
}

static bool leaves_its_verb(const struct verb_sources *sources, struct slice prefix)
{
    return word_known(&sources->separable, prefix) && !word_known(&sources->inseparable, prefix);
}

/* "weiterzurüsten" is weiterrüsten with zu in it, not weiter and zurüsten. */
static bool is_zu_infinitive(const struct morphology *m, struct slice word)
{
    char bare[MAX_FORM];

    for (size_t at = 2; at + 5 <= word.len && word.len < sizeof(bare); at++) {
        if (memcmp(word.at + at, "zu", 2) != 0)
            continue;
        memcpy(bare, word.at, at);
        memcpy(bare + at, word.at + at + 2, word.len - at - 2);
        if (is_spelled(m, (struct slice){ bare, word.len - 2 }))
            return true;
    }
    return false;
}

/* hunspell has "wegreden" and others without flags: a separable prefix before a verb. */
static bool is_flagless_verb(const struct morphology *m, const struct verb_sources *sources, struct slice infinitive)
{
    if ((facts_of(m, infinitive) & FACT_STEM) == 0 || flags_of(m, infinitive).len > 0 ||
        is_zu_infinitive(m, infinitive))
        return false;
    for (size_t len = 2; len + 3 <= infinitive.len; len++)
        if (leaves_its_verb(sources, (struct slice){ infinitive.at, len }) &&
            is_known_verb(m, sources, slice_from(infinitive, len)))
            return true;
    return false;
}

bool is_known_verb(const struct morphology *m, const struct verb_sources *sources, struct slice infinitive)
{
    if (infinitive.len < 3 || infinitive.at[infinitive.len - 1] != 'n' || is_capitalised(infinitive))
        return false;
    return word_known(&sources->strong, infinitive) || (facts_of(m, infinitive) & FACT_VERB) != 0 ||
           word_known(&m->auxiliaries, infinitive) || has_verb_flags(flags_of(m, infinitive)) ||
           is_flagless_verb(m, sources, infinitive);
}

static void build(struct morphology *m, const struct verb_sources *sources, struct slice infinitive, int depth,
                  struct paradigm *out);

/* A form with the prefix that shows the verb to be separable and hunspell knows: a participle with ge between
 * ("stabhochgesprungen"), a strong past form ("herumgriff"). Without ge in any participle the prefix alone must do. */
static bool is_shown_separable(struct morphology *m, const struct verb_sources *sources, struct slice prefix,
                               struct slice rest, int depth)
{
    struct paradigm base = { 0 };
    bool ge = false;

    build(m, sources, rest, depth + 1, &base);
    for (size_t i = 0; i < base.count; i++) {
        const struct verb_form_text *form = &base.forms[i];
        bool past = verb_form_of(form->features) == VERB_PAST && !slice_ends(form->text, SLICE("te"));

        ge = ge || form->ge;
        if ((form->ge || past) && is_spelled(m, join(m, prefix, form->text, (struct slice){ 0 })))
            return true;
    }
    return !ge;
}

/* "geweissagt", "gewetteifert": a prefix that has grown together with its verb. */
static bool has_leading_ge(struct morphology *m, struct slice infinitive)
{
    struct slice stem = stem_of(infinitive);

    return is_spelled(m, join(m, SLICE("ge"), stem, needs_e(stem) ? SLICE("et") : SLICE("t")));
}

/* hunspell lists the zu-infinitive of separable verbs: "abzureißen" says that the ab of "abreißen" leaves it; where it
 * does not, other forms may say so. For verbs that Ding alone has, the list of prefixes decides.
 * Returns the bytes of the prefix, 0: none. */
static size_t separable_prefix(struct morphology *m, const struct verb_sources *sources, struct slice infinitive,
                               int depth)
{
    bool listed = has_verb_flags(flags_of(m, infinitive));

    for (size_t len = infinitive.len > 3 ? infinitive.len - 3 : 0; len >= 2; len--) {
        struct slice prefix = { infinitive.at, len }, rest = slice_from(infinitive, len);

        if (!starts_code_point(rest.at[0]))
            continue;
        if (is_spelled(m, join(m, prefix, SLICE("zu"), rest)))
            return len;
        if (leaves_its_verb(sources, prefix) && is_known_verb(m, sources, rest) && !has_leading_ge(m, infinitive) &&
            (!listed || word_known(&m->auxiliaries, rest) || is_shown_separable(m, sources, prefix, rest, depth)))
            return len;
    }
    return 0;
}

static void copy_with_prefix(struct morphology *m, struct paradigm *out, struct slice prefix,
                             const struct paradigm *base, bool drop_ge)
{
    for (size_t i = 0; i < base->count; i++) {
        const struct verb_form_text *form = &base->forms[i];
        struct slice text = form->ge && drop_ge ? slice_from(form->text, 2) : form->text;

        add_form(out, join(m, prefix, text, (struct slice){ 0 }), form->features, form->ge && !drop_ge);
    }
}

static bool is_joined_form(uint32_t features)
{
    enum verb_form form = verb_form_of(features);

    return form != VERB_IMPERATIVE && form != VERB_ZU_INFINITIVE;
}

/* "abreißen": in one word only where the verb stands last, and in infinitive and participles; never as an imperative.
 */
static void add_separable(struct morphology *m, struct paradigm *out, struct slice prefix, const struct paradigm *base,
                          struct slice rest)
{
    for (size_t i = 0; i < base->count; i++)
        if (is_joined_form(base->forms[i].features))
            add_form(out, join(m, prefix, base->forms[i].text, (struct slice){ 0 }), base->forms[i].features, false);
    add_form(out, join(m, prefix, SLICE("zu"), rest), FORM(VERB_ZU_INFINITIVE), false);
    out->separable = prefix.len;
}

/* "umfahren", "übersetzen": prefixes that do both. hunspell has the inseparable participle as an adjective then. */
static bool is_also_inseparable(struct morphology *m, const struct verb_sources *sources, struct slice prefix,
                                const struct paradigm *base)
{
    if (!word_known(&sources->inseparable, prefix))
        return false;
    for (size_t i = 0; i < base->count; i++)
        if (verb_form_of(base->forms[i].features) == VERB_PARTICIPLE2 && base->forms[i].ge &&
            is_spelled(m, join(m, prefix, slice_from(base->forms[i].text, 2), SLICE("em"))))
            return true;
    return false;
}

/* A past form of the strong paradigm that hunspell knows: "begleiten" has none from "gleiten". */
static bool has_spelled_past(const struct morphology *m, const struct paradigm *paradigm)
{
    for (size_t i = 0; i < paradigm->count; i++)
        if (verb_form_of(paradigm->forms[i].features) == VERB_PAST &&
            !slice_ends(paradigm->forms[i].text, SLICE("te")) && is_spelled(m, paradigm->forms[i].text))
            return true;
    return false;
}

/* The base of a verb with an inseparable prefix, when that base is no weak verb: the forms of both are alike then. */
static bool strong_base(struct morphology *m, const struct verb_sources *sources, struct slice infinitive,
                        struct slice *prefix)
{
    *prefix = inseparable_prefix(sources, infinitive);
    struct slice base = slice_from(infinitive, prefix->len);

    return prefix->len > 0 && (word_known(&sources->strong, base) || word_known(&m->auxiliaries, base));
}

static void build_inseparable(struct morphology *m, const struct verb_sources *sources, struct slice infinitive,
                              struct slice prefix, int depth, struct paradigm *out)
{
    struct paradigm base = { 0 }, strong = { 0 };
    bool weak = has_flag(flags_of(m, infinitive), 'Y');

    build(m, sources, slice_from(infinitive, prefix.len), depth + 1, &base);
    copy_with_prefix(m, &strong, prefix, &base, true);
    if (!weak || has_spelled_past(m, &strong))
        copy_with_prefix(m, out, (struct slice){ "", 0 }, &strong, false);
    if (weak)
        add_weak(m, sources, out, infinitive);
}

static void build_separable(struct morphology *m, const struct verb_sources *sources, struct slice infinitive,
                            size_t len, int depth, struct paradigm *out)
{
    struct slice prefix = { infinitive.at, len }, rest = slice_from(infinitive, len);
    struct paradigm base = { 0 };

    build(m, sources, rest, depth + 1, &base);
    add_separable(m, out, prefix, &base, rest);
    if (is_also_inseparable(m, sources, prefix, &base))
        copy_with_prefix(m, out, prefix, &base, true);
}

static void build_auxiliary(struct morphology *m, struct slice infinitive, struct paradigm *out)
{
    for (size_t i = 0; i < m->auxiliary_form_count; i++)
        if (slice_equal(m->auxiliary_forms[i].lemma, infinitive))
            add_form(out, m->auxiliary_forms[i].form, m->auxiliary_forms[i].features & ~(uint32_t)POS_MASK,
                     slice_starts(m->auxiliary_forms[i].form, SLICE("ge")));
}

static void build(struct morphology *m, const struct verb_sources *sources, struct slice infinitive, int depth,
                  struct paradigm *out)
{
    uint32_t strong = word_find(&sources->strong, infinitive);
    struct slice prefix;
    size_t len;

    if (word_known(&m->auxiliaries, infinitive))
        build_auxiliary(m, infinitive, out);
    else if (strong != NO_WORD)
        add_strong(m, out, sources->parts[strong]);
    else if (depth < MAX_PREFIXES && (len = separable_prefix(m, sources, infinitive, depth)) > 0)
        build_separable(m, sources, infinitive, len, depth, out);
    else if (depth < MAX_PREFIXES && strong_base(m, sources, infinitive, &prefix))
        build_inseparable(m, sources, infinitive, prefix, depth, out);
    else
        add_weak(m, sources, out, infinitive);
}

void verb_paradigm(struct morphology *m, const struct verb_sources *sources, struct slice infinitive,
                   struct paradigm *out)
{
    *out = (struct paradigm){ .pos = word_known(&m->auxiliaries, infinitive) ? POS_AUXILIARY : POS_VERB };
    build(m, sources, infinitive, 0, out);
}
