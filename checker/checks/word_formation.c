/* Well-formed words: prefixes, comparison, compounds, learned endings. */
#include "checks/word_formation.h"

#include "lexicon/compound.h"
#include "text/letters.h"

static const char *const endings[] = { "", "e", "en", "er", "es", "em" };

/* The word without the ending; empty when it has none or little would be left. */
static struct slice without_ending(struct slice word, const char *ending)
{
    struct slice end = slice_of(ending);

    return slice_ends(word, end) && word.len >= end.len + 3 ? (struct slice){ word.at, word.len - end.len }
                                                            : (struct slice){ 0 };
}

static bool is_modal_or_haben(const struct lexicon *lexicon, struct slice word)
{
    uint32_t id = lexicon_form(lexicon, word);

    for (uint32_t i = 0; id != NO_ID && i < lexicon->forms[id].reading_count; i++) {
        struct slice lemma = lemma_text(lexicon, lexicon->readings[lexicon->forms[id].first_reading + i].lemma);

        if (in_word_list(lexicon, LIST_MODAL_VERBS, lemma) || slice_is(lemma, "haben"))
            return true;
    }
    return false;
}

/* "herangesegelt", "wegwinkte", "betauchen", "vorbeimuss", "raushat": a prefix and a form of a verb, which German joins
 * at will.
 */
static bool is_prefixed_verb(const struct lexicon *lexicon, struct slice word, enum named_list list)
{
    const struct list_record *prefixes = named_list(lexicon, list);

    for (uint32_t i = 0; prefixes != NULL && i < prefixes->count; i++) {
        struct slice prefix = lexicon_text(lexicon, lexicon->list_words[prefixes->first + i]);

        if (prefix.len + 3 <= word.len && slice_starts(word, prefix) && list == LIST_SEPARABLE_PREFIXES &&
            is_modal_or_haben(lexicon, slice_from(word, prefix.len)))
            return true;
        if (prefix.len + 3 < word.len && slice_starts(word, prefix) &&
            (form_is(lexicon, slice_from(word, prefix.len), POS_VERB) ||
             form_is(lexicon, slice_from(word, prefix.len), POS_ADJECTIVE)))
            return true;
    }
    return false;
}

/* "ungleicheren", "proeuropäischen": a known adjective behind a prefix that any may have. */
static bool is_prefixed_adjective(const struct lexicon *lexicon, struct slice word)
{
    for (size_t length = 2; length + 3 < word.len; length++)
        if (starts_code_point(word.at[length]) && form_is(lexicon, slice_from(word, length), POS_ADJECTIVE) &&
            in_word_list(lexicon, LIST_ADJECTIVE_PREFIXES, (struct slice){ word.at, length }))
            return true;
    return false;
}

static bool is_adjective(const struct lexicon *lexicon, struct arena *arena, struct slice word)
{
    static const char *const umlauts[][2] = { { "ä", "a" }, { "ö", "o" }, { "ü", "u" } };

    if (form_is(lexicon, word, POS_ADJECTIVE))
        return true;
    for (size_t i = 0; i < 3; i++) {
        const char *at = memmem(word.at, word.len, umlauts[i][0], 2);
        int before = at == NULL ? 0 : (int)(at - word.at);

        if (at != NULL && form_is(lexicon,
                                  arena_print(arena, "%.*s%s%.*s", before, word.at, umlauts[i][1],
                                              (int)word.len - before - 2, at + 2),
                                  POS_ADJECTIVE))
            return true;
    }
    return false;
}

/* "fassbarsten", "strafenderen", "härtesten". */
static bool is_graded(const struct lexicon *lexicon, struct arena *arena, struct slice word)
{
    static const char *const degrees[] = { "est", "st", "er" };

    for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++) {
        struct slice stem = without_ending(word, endings[i]);

        for (size_t d = 0; d < 3 && stem.len > 0; d++) {
            struct slice base = without_ending(stem, degrees[d]);

            if (base.len > 0 && is_adjective(lexicon, arena, base))
                return true;
        }
    }
    return false;
}

/* "größern", "verschiednen", "verstehn", "schaun": an unstressed e may be left out. */
static bool lacks_e(const struct lexicon *lexicon, struct arena *arena, struct slice word)
{
    static const char *const tails[] = { "rn", "ln", "ner", "nes", "nen", "nem", "ne", "hn", "un" };

    for (size_t i = 0; i < sizeof(tails) / sizeof(*tails); i++) {
        struct slice tail = slice_of(tails[i]);

        if (!slice_ends(word, tail) || word.len < tail.len + 3)
            continue;
        /* before the n: "neuern" is neuer-e-n, "verschiednen" verschied-e-nen */
        size_t at = tail.len == 2 && tails[i][1] == 'n' ? word.len - 1 : word.len - tail.len;
        struct slice whole = arena_print(arena, "%.*se%.*s", (int)at, word.at, (int)(word.len - at), word.at + at);

        if (form_is(lexicon, whole, POS_ADJECTIVE) || form_is(lexicon, whole, POS_VERB))
            return true;
    }
    return false;
}

/* "gehts", "wenns": an "es" that is joined without apostrophe, as the rules allow. */
static bool holds_es(const struct lexicon *lexicon, struct slice word)
{
    struct slice first = { word.at, word.len - 1 };

    return slice_ends(word, SLICE("s")) && word.len > 3 &&
           (form_is(lexicon, first, POS_AUXILIARY) || form_is(lexicon, first, POS_SUBORDINATOR) ||
            (form_is(lexicon, first, POS_VERB) && slice_ends(first, SLICE("t"))));
}

bool is_well_formed(const struct lexicon *lexicon, struct arena *arena, struct slice word)
{
    return is_prefixed_verb(lexicon, word, LIST_SEPARABLE_PREFIXES) ||
           is_prefixed_verb(lexicon, word, LIST_INSEPARABLE_PREFIXES) || is_prefixed_adjective(lexicon, word) ||
           is_adjective_compound(lexicon, word) || is_graded(lexicon, arena, word) || lacks_e(lexicon, arena, word) ||
           holds_es(lexicon, word);
}

bool may_be_term(struct slice word)
{
    static const char *const learned[] = { "isch",   "al",     "ell",  "är",    "ös",  "iv",    "oid",
                                           "iert",   "ierend", "abel", "ibel",  "end", "ieren", "ierte",
                                           "ierten", "phil",   "phob", "gen",   "log", "phon",  "morph",
                                           "trop",   "therm",  "graf", "graph", "nom", "tisch" };
    static const char *const foreign[] = {
        "a", "i", "o", "u", "y", "um", "us", "os", "is", "ae", "é", "ed", "ing", "x"
    };

    for (size_t i = 0; i < sizeof(foreign) / sizeof(*foreign); i++)
        if (slice_ends(word, slice_of(foreign[i])))
            return true;
    for (size_t i = 0; i < sizeof(learned) / sizeof(*learned); i++)
        for (size_t e = 0; e < sizeof(endings) / sizeof(*endings); e++) {
            struct slice stem = without_ending(word, endings[e]);

            if (stem.len > 0 && slice_ends(stem, slice_of(learned[i])))
                return true;
        }
    return false;
}

static bool is_common(const struct lexicon *lexicon, struct slice word)
{
    enum { OFTEN = 5 };
    uint32_t form = lexicon_form(lexicon, word);

    return form != NO_ID && lexicon->forms[form].reading_count > 0 && lexicon->forms[form].frequency >= OFTEN;
}

static bool is_function_word(const struct lexicon *lexicon, struct slice word)
{
    return form_is(lexicon, word, POS_DETERMINER) || form_is(lexicon, word, POS_PREPOSITION) ||
           form_is(lexicon, word, POS_PRONOUN) || form_is(lexicon, word, POS_CONJUNCTION) ||
           form_is(lexicon, word, POS_PARTICLE) || form_is(lexicon, word, POS_ADVERB);
}

struct slice as_two_words(const struct lexicon *lexicon, struct arena *arena, struct slice word)
{
    enum { MIN_WORD = 3 };

    for (size_t at = MIN_WORD; at + MIN_WORD <= word.len; at++) {
        struct slice left = { word.at, at }, right = slice_from(word, at);

        if (starts_code_point(word.at[at]) && is_common(lexicon, left) && is_common(lexicon, right) &&
            (is_function_word(lexicon, left) || is_function_word(lexicon, right)))
            return arena_print(arena, "%.*s %.*s", (int)left.len, left.at, (int)right.len, right.at);
    }
    return (struct slice){ 0 };
}
