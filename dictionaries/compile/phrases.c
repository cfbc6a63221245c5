/* Finds phrases by words in any inflection: every word counts by its stem, without endings and umlauts, and, when Ding
 * names it as an inflected form ("biss", "gebissen"), by the stem of its dictionary form too. */
#include "phrases.h"

#include <stdlib.h>

#include "morphology.h"
#include "stem.h"
#include "text/unicode.h"
#include "word_file.h"

enum {
    MIN_WORD = 3,   /* bytes of a word that is indexed */
    MIN_STEM = 3,   /* bytes that an ending leaves */
    MAX_STEM = 128, /* bytes of a stem and its mark; what is longer is cut */
    MAX_WORDS = 64, /* words of a phrase */
    MAX_QUERY = 8,  /* words of a question */
    MAX_PARTS = 9,  /* parts of an entry in which principal parts stand */
};

/* Endings of nouns, adjectives and weak verbs, the longest first; then those of a past tense or degree below them.
 * A noun's stem starts with a capital N: "Kugel" is not "kugeln". */
static struct slice stem_as(struct slice word, bool noun, char *buffer)
{
    static const char *const outer[] = { "ern", "nen", "em", "en", "er", "es", "et", "st", "e", "n", "s", "t" };
    static const char *const inner[] = { "est", "et", "st", "er", "en", "t", "e", "n" };
    size_t len = fold(word, buffer + noun, MAX_STEM - 1);
    char *folded = buffer + noun;

    if (cut_ending(folded, &len, outer, sizeof(outer) / sizeof(*outer), MIN_STEM))
        cut_ending(folded, &len, inner, sizeof(inner) / sizeof(*inner), MIN_STEM);
    if (noun)
        buffer[0] = 'N';
    return (struct slice){ buffer, len + noun };
}

static struct slice stem_of(struct slice word, char *buffer)
{
    return stem_as(word, is_capitalised(word), buffer);
}

static bool next_token(struct slice *text, struct slice *token)
{
    size_t start = 0, at;
    int32_t c;
    size_t length;

    while ((length = read_code_point(slice_from(*text, start), &c)) > 0 && !is_letter(c))
        start += length;
    for (at = start; (length = read_code_point(slice_from(*text, at), &c)) > 0 && (is_letter(c) || c == '-');)
        at += length;
    *token = (struct slice){ text->at + start, at - start };
    *text = slice_from(*text, at);
    return token->len > 0;
}

static struct slice last_token(struct slice text)
{
    struct slice token, last = { "", 0 };

    while (next_token(&text, &token))
        last = token;
    return last;
}

/* "gebissen" and "biss" belong to "beißen", "angekündigt" to "ankündigen": they start alike, but for a ge. */
static bool may_be_form_of(struct slice form, struct slice infinitive)
{
    return form.len > 2 && infinitive.len > 2 && !is_upper((unsigned char)infinitive.at[0]) &&
           (form.at[0] == infinitive.at[0] || (slice_starts(form, SLICE("ge")) && form.at[2] == infinitive.at[0]));
}

static bool is_principal_part(struct slice text)
{
    const char *space = memchr(text.at, ' ', text.len);

    return space == NULL || slice_starts(text, SLICE("er/sie")) || slice_starts(text, SLICE("ich/")) ||
           slice_starts(text, SLICE("sich ")) || slice_starts(text, SLICE("wir/"));
}

void phrases_learn(struct phrases *phrases, const struct ding_pair *head, const struct ding_pair *pair)
{
    char buffer[MAX_STEM];

    if (pair->part == 0 || pair->part >= MAX_PARTS || pair->german_count != head->german_count)
        return;
    for (size_t i = 0; i < pair->german_count; i++) {
        struct slice infinitive = last_token(head->german[i].text), form = last_token(pair->german[i].text);
        size_t before = phrases->bases.count;

        if (head->german[i].grammar.len == 0 || head->german[i].grammar.at[0] != 'v' ||
            !is_principal_part(pair->german[i].text) || !may_be_form_of(form, infinitive))
            continue;
        uint32_t index = word_add(&phrases->bases, form);

        if (phrases->bases.count == before)
            continue;
        phrases->base_stems = arena_grow(phrases->arena, phrases->base_stems, before, &phrases->base_capacity,
                                         sizeof(*phrases->base_stems));
        phrases->base_stems[index] = word_add(&phrases->stems, stem_of(infinitive, buffer));
    }
}

static void add_posting(struct phrases *phrases, uint32_t stem, size_t position)
{
    phrases->postings = arena_grow(phrases->arena, phrases->postings, phrases->posting_count,
                                   &phrases->posting_capacity, sizeof(*phrases->postings));
    phrases->postings[phrases->posting_count++] =
        (struct posting){ stem, (uint32_t)phrases->text_count, (uint32_t)position };
}

void phrases_add(struct phrases *phrases, struct slice text)
{
    struct slice rest = text, token;
    char buffer[MAX_STEM];

    for (size_t position = 0; position < MAX_WORDS && next_token(&rest, &token); position++) {
        if (token.len < MIN_WORD)
            continue;
        uint32_t stem = word_add(&phrases->stems, stem_of(token, buffer)), base = word_find(&phrases->bases, token);

        add_posting(phrases, stem, position);
        if (position == 0 && is_capitalised(token)) /* a noun, or any word at the start of a sentence */
            add_posting(phrases, word_add(&phrases->stems, stem_as(token, false, buffer)), position);
        if (base != NO_WORD && phrases->base_stems[base] != stem)
            add_posting(phrases, phrases->base_stems[base], position);
    }
    phrases->texts = arena_grow(phrases->arena, phrases->texts, phrases->text_count, &phrases->text_capacity,
                                sizeof(*phrases->texts));
    phrases->texts[phrases->text_count++] = arena_copy(phrases->arena, text);
}

/* Counting sort by stem; phrases and positions are in order already. */
void phrases_sort(struct phrases *phrases)
{
    struct posting *sorted = arena_array(phrases->arena, phrases->posting_count + 1, sizeof(*sorted));
    size_t *next = arena_array(phrases->arena, phrases->stems.count + 2, sizeof(*next));

    phrases->first = arena_array(phrases->arena, phrases->stems.count + 1, sizeof(*phrases->first));
    for (size_t i = 0; i < phrases->posting_count; i++)
        next[phrases->postings[i].stem + 1]++;
    for (size_t i = 0; i < phrases->stems.count; i++)
        next[i + 1] += next[i];
    memcpy(phrases->first, next, (phrases->stems.count + 1) * sizeof(*next));
    for (size_t i = 0; i < phrases->posting_count; i++)
        sorted[next[phrases->postings[i].stem]++] = phrases->postings[i];
    phrases->postings = sorted;
}

/* The first posting of a stem in a phrase or later. */
static size_t find_phrase(const struct phrases *phrases, uint32_t stem, uint32_t phrase)
{
    size_t low = phrases->first[stem], high = phrases->first[stem + 1];

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (phrases->postings[middle].phrase < phrase)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Whether the stem stands in the phrase within reach of the position, at another place. */
static bool is_near(const struct phrases *phrases, uint32_t stem, const struct posting *anchor, size_t reach)
{
    for (size_t i = find_phrase(phrases, stem, anchor->phrase);
         i < phrases->first[stem + 1] && phrases->postings[i].phrase == anchor->phrase; i++) {
        size_t a = phrases->postings[i].position, b = anchor->position;

        if (a != b && (a > b ? a - b : b - a) <= reach)
            return true;
    }
    return false;
}

static bool all_near(const struct phrases *phrases, const uint32_t *stems, size_t count, size_t anchor_index,
                     const struct posting *anchor, size_t max_gap)
{
    for (size_t i = 0; i < count; i++)
        if (i != anchor_index && !is_near(phrases, stems[i], anchor, (max_gap + 1) * (count - 1)))
            return false;
    return true;
}

size_t phrases_count(const struct phrases *phrases, struct slice word)
{
    char buffer[MAX_STEM];
    uint32_t stem = word_find(&phrases->stems, stem_of(word, buffer));

    return stem == NO_WORD ? 0 : phrases->first[stem + 1] - phrases->first[stem];
}

bool phrases_find(const struct phrases *phrases, const struct slice *words, size_t count, size_t max_gap,
                  struct slice *phrase)
{
    uint32_t stems[MAX_QUERY];
    size_t rarest = 0;
    char buffer[MAX_STEM];

    if (count == 0 || count > MAX_QUERY)
        return false;
    for (size_t i = 0; i < count; i++) {
        stems[i] = word_find(&phrases->stems, stem_of(words[i], buffer));
        if (stems[i] == NO_WORD)
            return false;
        if (phrases->first[stems[i] + 1] - phrases->first[stems[i]] <
            phrases->first[stems[rarest] + 1] - phrases->first[stems[rarest]])
            rarest = i;
    }
    for (size_t i = phrases->first[stems[rarest]]; i < phrases->first[stems[rarest] + 1]; i++)
        if (all_near(phrases, stems, count, rarest, &phrases->postings[i], max_gap)) {
            *phrase = phrases->texts[phrases->postings[i].phrase];
            return true;
        }
    return false;
}
