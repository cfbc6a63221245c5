/* Splits compounds by the lexicon: the longest known noun at the end is the head, the rest must be known too.
 *
 * hunspell accepts nearly any two nouns as a compound; here every part must be a word that the lexicon reads as a noun
 * (the head) or as one that can stand first, and none is shorter than MIN_PART letters, so that "Staub-Ecken" style
 * readings of unknown words stay rare. */
#include "lexicon/compound.h"

#include "text/letters.h"

enum {
    MIN_PART = 3,      /* bytes; "Öl", "Ei" only where the lexicon lists the whole compound */
    MIN_SPLIT = 7,     /* bytes of the shortest word that is split */
    MIN_KNOWN = 4,     /* bytes of the parts of a word that the lexicon knows as a whole: "Modelle" is not Mod + Elle */
    MAX_RARE_HEAD = 6, /* bytes of a head that Ding's German must hold */
    MAX_WORD = 120,    /* bytes of the longest word that is split */
    MAX_DEPTH = 3,     /* closed compounds of up to four parts */
};

/* The word with a capital (or small) first letter, in buffer; empty when it does not fit. */
static struct slice with_first(struct slice word, bool upper, char *buffer, size_t size)
{
    int32_t first;
    size_t bytes = read_code_point(word, &first);
    char letter[4];
    size_t letter_bytes = write_code_point(upper ? to_upper(first) : to_lower(first), letter);

    if (word.len == 0 || word.len - bytes + letter_bytes > size)
        return (struct slice){ 0 };
    memcpy(buffer, letter, letter_bytes);
    memcpy(buffer + letter_bytes, word.at + bytes, word.len - bytes);
    return (struct slice){ buffer, word.len - bytes + letter_bytes };
}

static const struct form_record *find_form(const struct lexicon *lexicon, struct slice word)
{
    uint32_t form = lexicon_form(lexicon, word);

    return form == NO_ID ? NULL : &lexicon->forms[form];
}

/* The lemma of a reading of the word with the part of speech, or NO_ID. */
static uint32_t lemma_as(const struct lexicon *lexicon, struct slice word, enum pos pos, bool base_only)
{
    const struct form_record *form = find_form(lexicon, word);

    for (uint32_t i = 0; form != NULL && i < form->reading_count; i++) {
        const struct reading *reading = &lexicon->readings[form->first_reading + i];

        if (pos_of(reading->features) == pos && (!base_only || slice_equal(lemma_text(lexicon, reading->lemma), word)))
            return reading->lemma;
    }
    return NO_ID;
}

static uint32_t noun_lemma(const struct lexicon *lexicon, struct slice piece, const char *added)
{
    char buffer[MAX_WORD + 8];
    struct slice noun = with_first(piece, true, buffer, MAX_WORD);

    if (noun.len == 0)
        return NO_ID;
    memcpy(buffer + noun.len, added, strlen(added));
    noun.len += strlen(added);
    return lemma_as(lexicon, noun, POS_NOUN, true);
}

/* A noun that may stand first with a linking element behind it: "Regierungs" = Regierung + s. */
static uint32_t linked_noun(const struct lexicon *lexicon, struct slice piece)
{
    static const char *const links[] = { "s", "n", "en", "es", "er", "e", "ens" };
    uint32_t lemma = noun_lemma(lexicon, piece, "");

    for (size_t i = 0; lemma == NO_ID && i < sizeof(links) / sizeof(*links); i++) {
        struct slice link = slice_of(links[i]);

        if (piece.len >= MIN_PART + link.len && slice_ends(piece, link))
            lemma = noun_lemma(lexicon, (struct slice){ piece.at, piece.len - link.len }, "");
    }
    /* "Sprach" = Sprache without its e. */
    return lemma != NO_ID ? lemma : noun_lemma(lexicon, piece, "e");
}

/* A verb's stem ("Schreib-") or an adjective ("Groß-"). */
static uint32_t other_first(const struct lexicon *lexicon, struct slice piece)
{
    char buffer[MAX_WORD + 8];
    struct slice lower = with_first(piece, false, buffer, MAX_WORD);

    if (lower.len == 0)
        return NO_ID;
    uint32_t lemma = lemma_as(lexicon, lower, POS_ADJECTIVE, true);

    if (lemma != NO_ID || piece.len < 4)
        return lemma;
    memcpy(buffer + lower.len, "en", 2);
    return lemma_as(lexicon, (struct slice){ buffer, lower.len + 2 }, POS_VERB, true);
}

static uint32_t first_part(const struct lexicon *lexicon, struct slice piece)
{
    uint32_t lemma = linked_noun(lexicon, piece);

    return lemma != NO_ID ? lemma : other_first(lexicon, piece);
}

static bool is_noun(const struct lexicon *lexicon, struct slice piece, uint32_t *lemma)
{
    char buffer[MAX_WORD + 8];
    struct slice noun = with_first(piece, true, buffer, MAX_WORD);

    *lemma = noun.len == 0 ? NO_ID : lemma_as(lexicon, noun, POS_NOUN, false);
    if (*lemma == NO_ID || in_word_list(lexicon, LIST_NO_HEADS, piece))
        return false;
    /* Short heads must be words that are used: "Massnahme" is not Masse + Nahme. */
    return piece.len > MAX_RARE_HEAD || lexicon->forms[lexicon_form(lexicon, noun)].frequency > 0 ||
           is_english_word(lexicon, piece);
}

static bool add_part(struct compound *out, uint32_t start, uint32_t end, uint32_t lemma)
{
    if (out->count == MAX_PARTS)
        return false;
    out->parts[out->count++] = (struct compound_part){ { start, end }, lemma };
    return true;
}

/* Splits what stands before a head: one first part, or shorter ones. Adds its parts; false when it can't. */
static bool split_before(const struct lexicon *lexicon, struct slice word, uint32_t start, uint32_t end, int depth,
                         struct compound *out)
{
    struct slice piece = { word.at + start, end - start };
    uint32_t lemma = first_part(lexicon, piece), count = out->count;

    if (lemma != NO_ID)
        return add_part(out, start, end, lemma);
    for (uint32_t at = start + MIN_PART; depth > 0 && at + MIN_PART <= end; at++) {
        if (!starts_code_point(word.at[at]) ||
            (lemma = first_part(lexicon, (struct slice){ word.at + at, end - at })) == NO_ID)
            continue;
        if (split_before(lexicon, word, start, at, depth - 1, out) && add_part(out, at, end, lemma))
            return true;
        out->count = count;
    }
    return false;
}

/* Splits a piece without hyphen. The whole piece as one part when it is a noun that can't be split. */
static bool split_closed(const struct lexicon *lexicon, struct slice word, uint32_t start, uint32_t end,
                         struct compound *out)
{
    uint32_t lemma, count = out->count;
    const struct form_record *whole = find_form(lexicon, (struct slice){ word.at + start, end - start });
    uint32_t least = whole != NULL && whole->frequency > 0 ? MIN_KNOWN : MIN_PART;

    for (uint32_t at = start + least; end - start >= MIN_SPLIT && at + least <= end; at++) {
        struct slice head = { word.at + at, end - at };

        if (!starts_code_point(word.at[at]) || !is_noun(lexicon, head, &lemma))
            continue;
        if (split_before(lexicon, word, start, at, MAX_DEPTH, out) && add_part(out, at, end, lemma))
            return true;
        out->count = count;
    }
    return false;
}

/* Of what a piece can be: a noun when it is capitalised, else an adjective, else whatever comes first. */
static uint32_t likeliest_lemma(const struct lexicon *lexicon, struct slice piece, const struct form_record *form)
{
    uint32_t lemma = lemma_as(lexicon, piece, is_upper(first_code_point(piece)) ? POS_NOUN : POS_ADJECTIVE, false);

    return lemma != NO_ID || form->reading_count == 0 ? lemma : lexicon->readings[form->first_reading].lemma;
}

/* One piece between hyphens. */
static void split_piece(const struct lexicon *lexicon, struct slice word, uint32_t start, uint32_t end,
                        struct compound *out)
{
    struct slice piece = { word.at + start, end - start };
    const struct form_record *form = find_form(lexicon, piece);
    uint32_t lemma = NO_ID;

    /* "KI-generierten": in lower case behind a hyphen, a known word is what it is. */
    bool lower = start > 0 && form != NULL && is_lower(first_code_point(piece));

    if (!lower && split_closed(lexicon, word, start, end, out))
        return;
    if (form != NULL)
        lemma = likeliest_lemma(lexicon, piece, form);
    if (lemma == NO_ID)
        lemma = first_part(lexicon, piece);
    if (lemma == NO_ID && form == NULL)
        out->complete = false;
    add_part(out, start, end, lemma);
}

/* The last part; of "US-Meisterschaft" all that stands behind the hyphen, since it is a word of its own. */
static struct span head_span(const struct lexicon *lexicon, struct slice word, const struct compound *out)
{
    struct span last = out->parts[out->count - 1].span;
    const char *hyphen = memrchr(word.at, '-', word.len);
    uint32_t start = hyphen == NULL ? last.start : (uint32_t)(hyphen - word.at) + 1;

    return start < last.start && lemma_as(lexicon, slice_from(word, start), POS_NOUN, false) != NO_ID
               ? (struct span){ start, last.end }
               : last;
}

static void set_head(const struct lexicon *lexicon, struct slice word, struct compound *out)
{
    if (out->count == 0)
        return;
    struct span span = head_span(lexicon, word, out);
    char buffer[MAX_WORD + 8];
    struct slice piece = { word.at + span.start, span.end - span.start };
    struct slice noun = with_first(piece, true, buffer, MAX_WORD);
    /* "20-Jahre-alter" is an adjective; "Sprachmodell" is read as "Modell". */
    bool lower = span.start > 0 && word.at[span.start - 1] == '-' && is_lower(first_code_point(piece));
    struct slice head = lower ? piece : noun;
    const struct form_record *form = head.len == 0 ? NULL : find_form(lexicon, head);

    if (form != NULL) {
        out->head_readings = lexicon->readings + form->first_reading;
        out->head_reading_count = form->reading_count;
    }
}

void split_compound(const struct lexicon *lexicon, struct slice word, struct compound *out)
{
    uint32_t start = 0;

    *out = (struct compound){ .complete = true };
    if (word.len > MAX_WORD)
        return;
    for (uint32_t i = 0; i <= word.len; i++) {
        if (i < word.len && word.at[i] != '-')
            continue;
        if (i > start && out->count < MAX_PARTS)
            split_piece(lexicon, word, start, i, out);
        start = i + 1;
    }
    if (!out->complete && out->count == 1)
        out->count = 0;
    set_head(lexicon, word, out);
}

bool is_adjective_compound(const struct lexicon *lexicon, struct slice word)
{
    enum { MIN_ADJECTIVE = 4 };

    if (word.len > MAX_WORD)
        return false;
    for (size_t at = MIN_PART; at + MIN_ADJECTIVE <= word.len; at++)
        if (starts_code_point(word.at[at]) && lemma_as(lexicon, slice_from(word, at), POS_ADJECTIVE, false) != NO_ID &&
            first_part(lexicon, (struct slice){ word.at, at }) != NO_ID)
            return true;
    return false;
}

/* "Afrika", "Afrikas" */
static bool is_known_place(const struct lexicon *lexicon, struct slice place)
{
    struct slice bare = place;

    bare.len -= slice_ends(place, SLICE("s"));
    return lexicon_form(lexicon, place) != NO_ID || lexicon_form(lexicon, bare) != NO_ID;
}

size_t compass_part(const struct lexicon *lexicon, struct arena *arena, struct slice word, struct slice *place)
{
    for (size_t length = SLICE("Ost").len; length <= SLICE("Südwest").len && length + 3 < word.len; length++) {
        struct slice rest = slice_from(word, length);

        if ((*rest.at & 0xc0) == 0x80 || !in_word_list(lexicon, LIST_COMPASS_PARTS, (struct slice){ word.at, length }))
            continue;
        *place = with_initial(arena, rest, true);
        if (is_known_place(lexicon, *place))
            return length;
    }
    return 0;
}
