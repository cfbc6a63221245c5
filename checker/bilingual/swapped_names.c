/* Marks two names that changed places: "A beat B" – "B besiegte A". */
#include "bilingual/naming.h"

#include "bilingual/wording.h"
#include "checks/places.h"
#include "lexicon/analysis.h"

/* ---- names side by side ---- */

/* Names of one sentence. */
enum { MOST_GROUPS = 8 };

/* Names side by side: "Anna Kowalski". */
struct group {
    uint32_t first, last;               /* English tokens */
    uint32_t german_first, german_last; /* NO_ID where none has a link */
};

static bool is_named(const struct naming *n, uint32_t token)
{
    const struct english_word *word = &n->bilingual->words[token];

    return is_capitalised(english_at(n, token)) && (word->flags & ENGLISH_CONTENT) != 0 &&
           ((word->flags & ENGLISH_NAME) != 0 || word->best_kind == LINK_NAME || english_place(n, token) != NULL) &&
           word->best != NO_ID && word->best >= n->german_first && word->best < n->german_end &&
           is_capitalised(german_at(n, word->best)) &&
           (word->best_kind == LINK_NAME || word->best_kind == LINK_DICTIONARY);
}

/* The groups of names in the English sentence, each in one piece in the German; 0 when there are too many. */
static size_t read_groups(const struct naming *n, struct group groups[MOST_GROUPS])
{
    size_t count = 0;

    for (uint32_t i = n->english_first; i < n->english_end; i++) {
        uint32_t german;

        if (!is_named(n, i))
            continue;
        german = n->bilingual->words[i].best;
        if (count > 0 && groups[count - 1].last + 1 == i && groups[count - 1].german_last + 1 == german) {
            groups[count - 1].last = i;
            groups[count - 1].german_last = german;
        } else if (count == MOST_GROUPS) {
            return 0;
        } else {
            groups[count++] = (struct group){ i, i, german, german };
        }
    }
    return count;
}

/* Leaves out where it was: "in Delaware". */
static size_t without_settings(const struct naming *n, struct group groups[MOST_GROUPS], size_t count)
{
    size_t kept = 0;

    for (size_t i = 0; i < count; i++)
        if (groups[i].first == n->english_first || !in_word_list(n->bilingual->lexicon, LIST_PREPOSITIONS_OF_PLACE,
                                                                 english_text(n->bilingual, groups[i].first - 1)))
            groups[kept++] = groups[i];
    return kept;
}

/* ---- who does what to whom ---- */

/* A determiner that shows the case of the name: "den Iran" may be an object in front. */
static bool shows_case(const struct naming *n, uint32_t german)
{
    static const char *const articles[] = { "den", "dem", "der", "des", "vom", "beim", "zum" };

    for (size_t i = 0; german > n->german_first && i < sizeof articles / sizeof *articles; i++)
        if (slice_is(token_lower(german_at(n, german - 1)), articles[i]))
            return true;
    return false;
}

/* Who meets somebody is met by him. */
static bool is_symmetric(const struct naming *n, uint32_t verb)
{
    return german_entry(n->run, named_list(n->bilingual->lexicon, LIST_SYMMETRIC_VERBS), verb);
}

/* The German verb for the word behind the English name, adverbs and auxiliaries between; NO_ID: none. */
static uint32_t verb_behind(const struct naming *n, const struct group *english)
{
    uint32_t verb = english->last + 1;

    while (verb < n->english_end && verb < english->last + 4 && english_at(n, verb)->kind == TOKEN_WORD &&
           n->bilingual->words[verb].best == NO_ID)
        verb++;
    if (verb >= n->english_end || n->bilingual->words[verb].best == NO_ID ||
        n->bilingual->words[verb].best_kind == LINK_FAMILY || n->bilingual->words[verb].best_kind == LINK_COGNATE ||
        !token_is(german_at(n, n->bilingual->words[verb].best), POS_VERB))
        return NO_ID;
    return n->bilingual->words[verb].best;
}

/* The words behind the names have nothing on the other side: one for the other. */
static bool are_both_unlinked(const struct naming *n, uint32_t english, uint32_t german)
{
    return english < n->english_end && (n->bilingual->words[english].flags & ENGLISH_CONTENT) != 0 &&
           n->bilingual->words[english].link_count == 0 && n->bilingual->german[german].linked == LINK_NONE;
}

/* The first name is the subject of the verb behind it, on both sides. */
static bool are_subjects(const struct naming *n, const struct group *english, const struct group *german)
{
    uint32_t finite = german->german_last + 1, verb = verb_behind(n, english);

    if (finite >= n->german_end || !token_is_finite(german_at(n, finite)) || shows_case(n, german->german_first))
        return false;
    if (verb == NO_ID)
        return are_both_unlinked(n, english->last + 1, finite) && !is_symmetric(n, finite);
    return !is_symmetric(n, verb);
}

static bool has_word(const struct document *doc, uint32_t first, uint32_t end, const char *word)
{
    for (uint32_t i = first; i < end; i++)
        if (slice_is(token_text(doc, &doc->tokens[i]), word))
            return true;
    return false;
}

/* A passive turns subject and object round. */
static bool passives_differ(const struct naming *n)
{
    bool english = has_word(n->bilingual->english, n->english_first, n->english_end, "by");
    bool german = has_word(n->run->doc, n->german_first, n->german_end, "von") ||
                  has_word(n->run->doc, n->german_first, n->german_end, "durch");

    return english != german;
}

/* "Schweden unterlag Portugal" for "Portugal beat Sweden": the German verb looks at it from the other side. */
static bool has_turned_verb(const struct naming *n)
{
    for (uint32_t i = n->english_first; i < n->english_end; i++)
        if (english_is(n->bilingual, i, SLICE("lose")))
            return false;
    for (uint32_t i = n->german_first; i < n->german_end; i++)
        if (token_is(token_at(n->run, i), POS_VERB) &&
            german_entry(n->run, named_list(n->bilingual->lexicon, LIST_TURNED_VERBS), i))
            return true;
    return false;
}

/* ---- two names ---- */

void check_swapped_names(const struct naming *n)
{
    struct group groups[MOST_GROUPS];
    size_t count = without_settings(n, groups, read_groups(n, groups));
    struct slice before[2], german_before[2];

    if (count != 2 || groups[0].german_first < groups[1].german_last || groups[0].last + 2 > groups[1].first)
        return;
    for (int i = 0; i < 2; i++) {
        before[i] = preposition_before(n, n->bilingual->english, groups[i].first, n->english_first);
        german_before[i] = preposition_before(n, n->run->doc, groups[1 - i].german_first, n->german_first);
        if (!same_preposition(n, before[i], german_before[i]))
            return;
    }
    if (before[0].len == 0 && (!are_subjects(n, &groups[0], &groups[1]) || (before[1].len == 0 && passives_differ(n))))
        return;
    if (before[0].len > 0 && (before[1].len == 0 || slice_equal(before[0], before[1])))
        return;
    if (has_turned_verb(n))
        return;
    mark_name(n, "bilingual/swapped-names", tokens_span(n->run, groups[1].german_first, groups[1].german_last),
              english_between(n->bilingual, groups[0].first, groups[0].last));
}
