/* Marks the given name of a Chinese or Korean person in place of the family name, which stands first: "Xi Jinping …
 * Jinping sagte" (Xi). English agencies leave the order as it is, and engines take the last word for the surname.
 *
 * Known by the whole name elsewhere in the document, or because the person is well known. Silent where relatives share
 * a family name: there the given name tells them apart. */
#include "checks/places.h"
#include "lexicon/analysis.h"

enum { MOST_PERSONS = 40 };

struct person {
    size_t family, given; /* tokens */
    bool is_shared;
};

/* The bytes of the longest consonant of pinyin that a syllable begins with; a syllable may have none. */
static size_t initial_of(struct slice text)
{
    static const char *const initials[] = { "b", "p", "m", "f", "d",  "t",  "n",  "l", "g", "k", "h", "j",
                                            "q", "x", "r", "z", "zh", "ch", "sh", "c", "s", "y", "w" };
    size_t longest = 0;

    for (size_t i = 0; i < sizeof initials / sizeof *initials; i++)
        if (slice_starts(text, slice_of(initials[i])) && strlen(initials[i]) > longest)
            longest = strlen(initials[i]);
    return longest;
}

/* One or two syllables as pinyin writes them: "qiang", "jinping". The longest final may take the n or g of the next
 * syllable, so shorter ones are tried as well. */
static bool is_pinyin(struct slice text, unsigned syllables)
{
    static const char *const finals[] = { "a",   "o",   "e",    "ai",   "ei",   "ao", "ou", "an",  "en",
                                          "ang", "eng", "ong",  "er",   "i",    "ia", "ie", "iao", "iu",
                                          "ian", "in",  "iang", "ing",  "iong", "u",  "ua", "uo",  "uai",
                                          "ui",  "uan", "un",   "uang", "ue",   "ü",  "üe" };
    struct slice rest = slice_from(text, initial_of(text));

    for (size_t i = 0; i < sizeof finals / sizeof *finals; i++) {
        if (!slice_starts(rest, slice_of(finals[i])))
            continue;
        struct slice left = slice_from(rest, strlen(finals[i]));

        if (left.len == 0 || (syllables > 1 && is_pinyin(left, syllables - 1)))
            return true;
    }
    return false;
}

/* "Jae-myung": the second half in lower case. */
static bool is_korean(struct slice name)
{
    const char *hyphen = memchr(name.at, '-', name.len);

    return hyphen != NULL && hyphen + 1 < name.at + name.len && hyphen[1] >= 'a' && hyphen[1] <= 'z' && name.len <= 12;
}

/* "Im", "An" and "So" are family names, but as the first word of a sentence they are German: "Im Stand-by". */
static bool is_small_word(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);

    return (token->flags & TOKEN_SENTENCE_START) != 0 && is_dictionary_word(&run->context->lexicon, lower_at(run, i));
}

/* "Jinping" behind "Xi", "Jong-un" behind "Kim": no word of German or English. */
static bool is_given_name(const struct check_run *run, size_t i)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    struct slice text = text_at(run, i), lower = lower_at(run, i);

    if (is_korean(text))
        return true;
    return text.len >= 4 && (token_at(run, i)->flags & (TOKEN_HYPHEN | TOKEN_ALL_CAPS)) == 0 &&
           !is_dictionary_word(lexicon, text) && !is_dictionary_word(lexicon, lower) && is_pinyin(lower, 2) &&
           in_list(run, LIST_CHINESE_FAMILY_NAMES, i - 1);
}

static bool is_whole_name(const struct check_run *run, size_t family)
{
    return same_sentence(run, family, family + 1) && is_capitalised(token_at(run, family)) &&
           is_capitalised(token_at(run, family + 1)) &&
           (in_list(run, LIST_CHINESE_FAMILY_NAMES, family) || in_list(run, LIST_KOREAN_FAMILY_NAMES, family)) &&
           !is_small_word(run, family) && is_given_name(run, family + 1) &&
           (family == 0 || !same_sentence(run, family - 1, family) ||
            !in_list(run, LIST_CHINESE_FAMILY_NAMES, family - 1));
}

/* The whole names of the document; a family name of several given names is shared. */
static size_t find_persons(const struct check_run *run, struct person persons[MOST_PERSONS])
{
    size_t count = 0;

    for (size_t i = 0; i + 1 < run->doc->token_count && count < MOST_PERSONS; i++) {
        if (!is_capitalised(token_at(run, i)) || text_at(run, i).len > 6 || !is_whole_name(run, i))
            continue;
        struct person person = { i, i + 1, false };

        for (size_t j = 0; j < count; j++)
            if (slice_equal(text_at(run, persons[j].family), text_at(run, i)) &&
                !slice_equal(text_at(run, persons[j].given), text_at(run, i + 1)))
                persons[j].is_shared = person.is_shared = true;
        persons[count++] = person;
    }
    return count;
}

/* The name alone, maybe in the genitive. */
static bool is_name_alone(const struct check_run *run, size_t i, struct slice given)
{
    struct slice text = text_at(run, i);
    bool is_same = slice_equal(text, given) ||
                   (text.len == given.len + 1 && slice_starts(text, given) && slice_ends(text, SLICE("s")));
    const struct token *before = i > 0 && same_sentence(run, i - 1, i) ? token_at(run, i - 1) : NULL;

    return is_same &&
           (before == NULL || before->kind != TOKEN_WORD || (before->flags & TOKEN_CAPITAL) == 0 ||
            (before->flags & TOKEN_SENTENCE_START) != 0 || token_is(before, POS_NOUN)) &&
           (before == NULL || !in_list(run, LIST_CHINESE_FAMILY_NAMES, i - 1)) &&
           (before == NULL || !in_list(run, LIST_KOREAN_FAMILY_NAMES, i - 1)) &&
           !(same_sentence(run, i, i + 1) && is_capitalised(token_at(run, i + 1)) &&
             (in_list(run, LIST_CHINESE_FAMILY_NAMES, i + 1) || in_list(run, LIST_KOREAN_FAMILY_NAMES, i + 1)));
}

static bool check_persons(const struct check_run *run, const struct person *persons, size_t count, size_t i)
{
    for (size_t n = 0; n < count; n++)
        if (!persons[n].is_shared && is_name_alone(run, i, text_at(run, persons[n].given))) {
            suggest(run, report(run, "check/given-name", token_at(run, i)->span), text_at(run, persons[n].family));
            return true;
        }
    return false;
}

/* Xi, Kim, Mao: without their whole name in the text. */
static void check_well_known(const struct check_run *run, const struct list_record *known, size_t i)
{
    struct slice given = text_at(run, i), family = row_value(run, known, given, 0);

    if (family.len == 0 && slice_ends(given, SLICE("s"))) {
        given.len--;
        family = row_value(run, known, given, 0);
    }
    if (family.len > 0 && is_name_alone(run, i, given))
        suggest(run, report(run, "check/given-name", token_at(run, i)->span), family);
}

void check_eastern_names(const struct check_run *run)
{
    const struct list_record *known = named_table(&run->context->lexicon, TABLE_EASTERN_NAMES);
    struct person persons[MOST_PERSONS];
    size_t count = find_persons(run, persons);

    for (size_t i = 0; i < run->doc->token_count; i++)
        if (is_capitalised(token_at(run, i)) && (token_at(run, i)->analysis.flags & ANALYSIS_KNOWN) == 0 &&
            !check_persons(run, persons, count, i))
            check_well_known(run, known, i);
}
