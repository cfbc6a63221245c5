#include "lexicon/word_types.h"

#include "lexicon/adjectival_nouns.h"
#include "lexicon/analysis.h"
#include "lexicon/compound.h"
#include "lexicon/hash.h"
#include "lexicon/traits.h"
#include "text/letters.h"

enum { FEWEST_SLOTS = 1 << 8 };

static bool read_form(const struct lexicon *lexicon, struct slice text, struct token_analysis *analysis)
{
    uint32_t form = lexicon_form(lexicon, text);

    if (form == NO_ID)
        return false;
    analysis->form = form;
    analysis->flags |= is_known_form(lexicon, form) ? ANALYSIS_KNOWN : 0;
    analysis->readings = lexicon->readings + lexicon->forms[form].first_reading;
    analysis->reading_count = lexicon->forms[form].reading_count;
    return true;
}

/* At a sentence start the word may be one of lower case: the readings of both spellings. */
static void read_both_cases(const struct word_types *types, struct word_type *type)
{
    struct token_analysis lowered = { .form = NO_ID }, *analysis = &type->analysis;

    if (!read_form(types->lexicon, without_joiners(types->arena, type->lower), &lowered))
        return;
    if (analysis->form == NO_ID) {
        lowered.flags |= ANALYSIS_LOWERED;
        lowered.joined = lowered.particle = NO_ID;
        *analysis = lowered;
        return;
    }
    uint16_t total = (uint16_t)(analysis->reading_count + lowered.reading_count);
    struct reading *both = arena_array(types->arena, total, sizeof(*both));

    for (uint16_t i = 0; i < total; i++)
        both[i] = i < analysis->reading_count ? analysis->readings[i] : lowered.readings[i - analysis->reading_count];
    analysis->readings = both;
    analysis->reading_count = total;
    analysis->flags |= ANALYSIS_LOWERED;
}

static bool has_letters_enough(const struct word_type *type)
{
    return type->text.len >= 7 || (type->flags & TOKEN_HYPHEN) != 0;
}

/* The lemma of an inflected compound that rules name as a whole ("Nachrichtenkonferenzen" -> Nachrichtenkonferenz): its
 * text with the head's lemma for the head; NO_ID when no rule or dictionary knows it. */
static uint32_t whole_lemma(const struct word_types *types, struct slice word, const struct compound *compound)
{
    const struct lexicon *lexicon = types->lexicon;
    const struct compound_part *head = &compound->parts[compound->count - 1];

    if (head->lemma == NO_ID)
        return NO_ID;
    struct slice lemma = lemma_text(lexicon, head->lemma);
    bool closed = head->span.start > 0 && word.at[head->span.start - 1] != '-';
    struct slice last = closed ? with_initial(types->arena, lemma, false) : lemma;

    return lexicon_lemma(lexicon,
                         arena_print(types->arena, "%.*s%.*s", (int)head->span.start, word.at, (int)last.len, last.at));
}

struct readings {
    const struct reading *at;
    uint16_t count;
};

/* "der Verband der Raketenbauer": who builds something is declined as "Erbauer" is, no farmer. */
static struct readings readings_as_builder(const struct word_types *types, struct slice word)
{
    static const char *const endings[] = { "bauer", "bauers", "bauern" };

    for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++) {
        uint32_t form = slice_ends(word, slice_of(endings[i]))
                            ? lexicon_form(types->lexicon, arena_print(types->arena, "Er%s", endings[i]))
                            : NO_ID;

        if (form != NO_ID)
            return (struct readings){ types->lexicon->readings + types->lexicon->forms[form].first_reading,
                                      types->lexicon->forms[form].reading_count };
    }
    return (struct readings){ NULL, 0 };
}

/* The head's readings, with the lemma of the whole where there is one. */
static void read_as_head(const struct word_types *types, struct word_type *type, const struct compound *compound)
{
    uint32_t lemma = whole_lemma(types, type->text, compound);
    uint16_t count = compound->head_reading_count;

    if (type->analysis.reading_count > 0) /* what is only guessed at least has a name */
        lemma = type->analysis.readings[0].lemma;

    type->analysis.readings = compound->head_readings;
    type->analysis.reading_count = count;
    if (lemma == NO_ID)
        return;
    struct readings builder = readings_as_builder(types, type->text);
    struct reading *readings = arena_array(types->arena, (size_t)count + builder.count, sizeof(*readings));

    for (uint16_t i = 0; i < count; i++)
        readings[i] = (struct reading){ lemma, compound->head_readings[i].features };
    for (uint16_t i = 0; i < builder.count; i++)
        readings[count + i] = (struct reading){ lemma, builder.at[i].features };
    type->analysis.readings = readings;
    type->analysis.reading_count = (uint16_t)(count + builder.count);
}

/* A noun of which nothing is known but that it is one: its head knows better. */
static bool is_only_guessed(const struct token_analysis *analysis)
{
    bool anything = false;

    for (uint16_t i = 0; i < analysis->reading_count; i++) {
        uint32_t features = analysis->readings[i].features;

        if (pos_of(features) != POS_NOUN || (features & FEATURE_GUESSED) == 0 ||
            analysis->readings[i].lemma != analysis->readings[0].lemma)
            return false;
        anything = anything || (features & NUMBER_ANY) == NUMBER_ANY;
    }
    return anything;
}

/* "Flugzeuge": the head has the lemma that the whole word shows, "Zeug" and not "Zeuge". */
static void settle_head(const struct word_types *types, const struct word_type *type, struct compound_part *head)
{
    if (type->analysis.reading_count == 0 || type->analysis.readings[0].lemma == NO_ID ||
        (type->analysis.readings[0].features & FEATURE_ADJECTIVAL_NOUN) != 0) /* no "Vorsitz-Ende" */
        return;
    struct slice whole = lemma_text(types->lexicon, type->analysis.readings[0].lemma);
    uint32_t start = head->span.start;

    if (whole.len <= start || memcmp(whole.at, type->text.at, start) != 0)
        return;
    uint32_t lemma = lexicon_lemma(types->lexicon, with_initial(types->arena, slice_from(whole, start), true));

    if (lemma != NO_ID)
        head->lemma = lemma;
}

/* Keeps the parts of a compound; a word that the lexicon does not know is read as its head is. */
static void read_compound(const struct word_types *types, struct word_type *type)
{
    struct compound compound;
    struct token_analysis *analysis = &type->analysis;

    if ((type->flags & (TOKEN_CAPITAL | TOKEN_HYPHEN)) == 0 || !has_letters_enough(type))
        return;
    split_compound(types->lexicon, type->text, &compound);
    if (compound.count < 2)
        return;
    if ((analysis->reading_count == 0 || (compound.complete && is_only_guessed(analysis))) &&
        compound.head_reading_count > 0)
        read_as_head(types, type, &compound);
    struct compound_part *parts = arena_array(types->arena, compound.count, sizeof(*parts));

    memcpy(parts, compound.parts, compound.count * sizeof(*parts));
    settle_head(types, type, &parts[compound.count - 1]);
    type->parts = parts;
    analysis->part_count = compound.count;
    if (compound.complete)
        analysis->flags |= ANALYSIS_COMPOUND;
}

/* "Mutter", "Klage": a common noun, though there is a name of that spelling. */
static void drop_names(const struct word_types *types, struct word_type *type)
{
    struct token_analysis *analysis = &type->analysis;
    uint16_t kept = 0;

    if ((type->flags & TOKEN_CAPITAL) == 0 || analysis->reading_count < 2 ||
        !in_word_list(types->lexicon, LIST_NOUNS_LIKE_NAMES, type->text))
        return;
    struct reading *readings = arena_array(types->arena, analysis->reading_count, sizeof(*readings));

    for (uint16_t i = 0; i < analysis->reading_count; i++)
        if (pos_of(analysis->readings[i].features) != POS_NAME)
            readings[kept++] = analysis->readings[i];
    analysis->readings = readings;
    analysis->reading_count = kept;
}

static void read_word(const struct word_types *types, struct word_type *type)
{
    read_form(types->lexicon, without_joiners(types->arena, type->text), &type->analysis);
    if ((type->flags & TOKEN_SENTENCE_START) != 0 && (type->flags & TOKEN_CAPITAL) != 0)
        read_both_cases(types, type);
    drop_names(types, type);
    read_compound(types, type);
    bool adjectival = read_adjectival_noun(types, type);

    read_as(&type->analysis, type->analysis.readings, type->analysis.reading_count);
    if (adjectival)
        type->analysis.traits |= (uint64_t)1 << TRAIT_ADJECTIVAL_NOUN;
}

/* What the items of rules are compared with first (rules/format.h). */
static uint64_t keys_of(const struct word_type *type)
{
    uint64_t keys = spelling_bit(type->text);

    for (uint32_t i = 0; i < type->analysis.part_count; i++) {
        const struct compound_part *part = &type->parts[i];
        struct slice text = { type->text.at + part->span.start, part->span.end - part->span.start };

        keys |= spelling_bit(text) | lemma_bit(part->lemma);
    }
    return keys;
}

/* ---- lists ---- */

static size_t set_words(const struct lexicon *lexicon)
{
    return listing_numbers(lexicon) / 64 + 1;
}

listing_set with_listings(const struct word_types *types, listing_set set, struct slice word)
{
    const struct lexicon *lexicon = types->lexicon;
    const struct listed_word *listed = lexicon_listed(lexicon, word);
    size_t words = set_words(lexicon);

    if (listed == NULL)
        return set;
    uint64_t *more = arena_array(types->arena, words, sizeof(*more));

    memcpy(more, set, words * sizeof(*more));
    for (uint32_t i = 0; i < listed->count; i++) {
        uint32_t number = lexicon->listings[listed->first + i].list;

        more[number / 64] |= (uint64_t)1 << number % 64;
    }
    return more;
}

static listing_set with_part(const struct word_types *types, listing_set set, const struct word_type *type,
                             uint32_t index)
{
    const struct compound_part *part = &type->parts[index];

    set = with_listings(types, set,
                        (struct slice){ type->text.at + part->span.start, part->span.end - part->span.start });
    return part->lemma == NO_ID ? set : with_listings(types, set, lemma_text(types->lexicon, part->lemma));
}

static void find_lists(const struct word_types *types, struct word_type *type)
{
    type->listed = with_listings(types, types->empty, type->text);
    type->lower_listed =
        type->lower.at == type->text.at ? type->listed : with_listings(types, types->empty, type->lower);
    type->lemmas_listed = types->empty;
    for (uint16_t i = 0; i < type->analysis.reading_count; i++) {
        uint32_t lemma = type->analysis.readings[i].lemma;

        if (lemma != NO_ID && (i == 0 || lemma != type->analysis.readings[i - 1].lemma))
            type->lemmas_listed = with_listings(types, type->lemmas_listed, lemma_text(types->lexicon, lemma));
    }
    type->head_listed = type->parts_listed = types->empty;
    for (uint32_t i = 0; i < type->analysis.part_count; i++) {
        type->head_listed = with_part(types, types->empty, type, i);
        type->parts_listed = with_part(types, type->parts_listed, type, i);
    }
}

/* The word as it would be written in lower case but for capitals inside it. */
static void read_small(const struct word_types *types, struct word_type *type)
{
    const struct lexicon *lexicon = types->lexicon;
    struct token_analysis small = { .form = NO_ID };

    type->small = (type->flags & TOKEN_CAPITAL) == 0 ? type->text : with_initial(types->arena, type->text, false);
    type->small_listed =
        slice_equal(type->small, type->lower) ? type->lower_listed : with_listings(types, types->empty, type->small);
    type->small_form = NO_ID;
    if (type->kind != TOKEN_WORD || !read_form(lexicon, type->small, &small))
        return;
    read_as(&small, small.readings, small.reading_count);
    type->small_form = small.form;
    type->small_traits = small.traits;
}

/* ---- the table ---- */

static uint64_t hash_type(const struct token *token, struct slice text)
{
    return hash_mix(hash_text(text), (uint64_t)token->kind << 16 | (token->flags & TYPE_FLAGS));
}

static struct word_type *new_type(struct word_types *types, const struct token *token, struct slice text, uint64_t hash)
{
    struct word_type *type = arena_take(types->arena, sizeof(*type));

    type->text = arena_copy(types->arena, text);
    type->lower = lower_case(types->arena, type->text);
    type->hash = hash;
    type->notes = arena_take(types->arena, sizeof(*type->notes));
    type->kind = token->kind;
    type->flags = token->flags & TYPE_FLAGS;
    type->analysis = (struct token_analysis){ .form = NO_ID, .joined = NO_ID, .particle = NO_ID };
    if (token->kind == TOKEN_WORD && !types->english)
        read_word(types, type);
    type->analysis.keys = keys_of(type);
    type->english = english_word(types->lexicon, type->text);
    find_lists(types, type);
    if (!types->english)
        read_small(types, type);
    if (types->describe != NULL)
        types->describe(types, type);
    return type;
}

/* The slot of the type, or the empty one where it belongs. */
static struct word_type **find_slot(const struct word_types *types, const struct token *token, struct slice text,
                                    uint64_t hash)
{
    size_t at = (size_t)hash & (types->slot_count - 1);

    for (; types->slots[at] != NULL; at = (at + 1) & (types->slot_count - 1)) {
        const struct word_type *type = types->slots[at];

        if (type->hash == hash && type->kind == token->kind && type->flags == (token->flags & TYPE_FLAGS) &&
            slice_equal(type->text, text))
            break;
    }
    return &types->slots[at];
}

static void make_room(struct word_types *types)
{
    struct word_type **old = types->slots;
    size_t count = types->slot_count;

    if (types->empty == NULL)
        types->empty = arena_array(types->arena, set_words(types->lexicon), sizeof(uint64_t));
    if (types->count * 2 < count)
        return;
    types->slot_count = count == 0 ? FEWEST_SLOTS : count * 2;
    types->slots = arena_array(types->arena, types->slot_count, sizeof(*types->slots));
    for (size_t i = 0; i < count; i++) {
        size_t at = old[i] == NULL ? 0 : (size_t)old[i]->hash & (types->slot_count - 1);

        if (old[i] == NULL)
            continue;
        while (types->slots[at] != NULL)
            at = (at + 1) & (types->slot_count - 1);
        types->slots[at] = old[i];
    }
}

const struct word_type *word_type_of(struct word_types *types, const struct token *token, struct slice text)
{
    uint64_t hash = hash_type(token, text);

    if (types->slot_count > 0) {
        const struct word_type *known = *find_slot(types, token, text, hash);

        if (known != NULL)
            return known;
    }
    make_room(types);
    struct word_type *type = new_type(types, token, text, hash);

    *find_slot(types, token, text, hash) = type;
    types->count++;
    return type;
}
