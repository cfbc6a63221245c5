/* Marks names that stand where another one belongs: two that changed places ("A beat B" – "B besiegte A"), another
 * first or last name beside the same other half, another country, another abbreviation, another name as the only word
 * that has nothing in the English. */
#include "bilingual/spelling.h"
#include "bilingual/wording.h"
#include "checks/places.h"
#include "lexicon/analysis.h"
#include "text/letters.h"
#include "text/unicode.h"

/* Names of one sentence. */
enum { MOST_GROUPS = 8 };

/* Names side by side: "Anna Kowalski". */
struct group {
    uint32_t first, last;               /* English tokens */
    uint32_t german_first, german_last; /* NO_ID where none has a link */
};

struct naming {
    const struct check_run *run;
    const struct bilingual *bilingual;
    const struct passage *passage;
    const struct list_record *places, *demonyms, *acronyms, *prepositions;
    uint32_t english_first, english_end, german_first, german_end;
};

static const struct lexicon *lexicon_of(const struct naming *n)
{
    return &n->run->context->lexicon;
}

static const struct token *english_at(const struct naming *n, uint32_t token)
{
    return &n->bilingual->english->tokens[token];
}

static const struct token *german_at(const struct naming *n, uint32_t token)
{
    return &n->run->doc->tokens[token];
}

static void mark(const struct naming *n, const char *rule, struct span span, struct slice right)
{
    struct issue *issue = report_with_source(n->run, rule, span, passage_source(n->bilingual, n->passage));

    if (issue != NULL && right.len > 0)
        issue_suggest(n->run->issues, issue, right);
}

/* ---- changed places ---- */

/* The row of the place, maybe in the genitive: its German name, then how the words for it begin in English and in
 * German. */
static const struct pair_record *place_at(const struct naming *n, uint32_t english)
{
    size_t count;
    const struct pair_record *row =
        is_capitalised(english_at(n, english))
            ? pairs_of(lexicon_of(n), n->places, without_english_genitive(english_text(n->bilingual, english)), &count)
            : NULL;

    return row != NULL && count == 3 ? row : NULL;
}

static bool is_named(const struct naming *n, uint32_t token)
{
    const struct english_word *word = &n->bilingual->words[token];

    return is_capitalised(english_at(n, token)) && (word->flags & ENGLISH_CONTENT) != 0 &&
           ((word->flags & ENGLISH_NAME) != 0 || word->best_kind == LINK_NAME || place_at(n, token) != NULL) &&
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

/* The preposition before a group, a title or article left out; empty: none. */
static struct slice preposition_before(const struct naming *n, const struct document *doc, uint32_t token,
                                       uint32_t first)
{
    for (uint32_t i = token; i > first && i + 3 > token; i--) {
        struct slice word = token_lower(&doc->tokens[i - 1]);
        size_t count;

        if (pairs_of(lexicon_of(n), n->prepositions, word, &count) != NULL)
            return word;
    }
    return (struct slice){ 0 };
}

/* Both have none, or Ding's renderings of the English one hold the German one. */
static bool same_preposition(const struct naming *n, struct slice english, struct slice german)
{
    size_t count;
    const struct pair_record *row = pairs_of(lexicon_of(n), n->prepositions, english, &count);

    if (english.len == 0 || german.len == 0)
        return english.len == german.len;
    return holds_value(lexicon_of(n), row, count, german);
}

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
    return german_entry(n->run, named_list(lexicon_of(n), LIST_SYMMETRIC_VERBS), verb);
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

/* A passive turns subject and object round. */
static bool has_word(const struct document *doc, uint32_t first, uint32_t end, const char *word)
{
    for (uint32_t i = first; i < end; i++)
        if (slice_is(token_text(doc, &doc->tokens[i]), word))
            return true;
    return false;
}

static bool passives_differ(const struct naming *n)
{
    bool english = has_word(n->bilingual->english, n->english_first, n->english_end, "by");
    bool german = has_word(n->run->doc, n->german_first, n->german_end, "von") ||
                  has_word(n->run->doc, n->german_first, n->german_end, "durch");

    return english != german;
}

/* Leaves out where it was: "in Delaware". */
static size_t without_settings(const struct naming *n, struct group groups[MOST_GROUPS], size_t count)
{
    size_t kept = 0;

    for (size_t i = 0; i < count; i++)
        if (groups[i].first == n->english_first ||
            !in_word_list(lexicon_of(n), LIST_PREPOSITIONS_OF_PLACE, english_text(n->bilingual, groups[i].first - 1)))
            groups[kept++] = groups[i];
    return kept;
}

/* "Schweden unterlag Portugal" for "Portugal beat Sweden": the German verb looks at it from the other side. */
static bool has_turned_verb(const struct naming *n)
{
    for (uint32_t i = n->english_first; i < n->english_end; i++)
        if (english_is(n->bilingual, i, SLICE("lose")))
            return false;
    for (uint32_t i = n->german_first; i < n->german_end; i++)
        if (token_is(token_at(n->run, i), POS_VERB) &&
            german_entry(n->run, named_list(lexicon_of(n), LIST_TURNED_VERBS), i))
            return true;
    return false;
}

/* Two groups, both alone in the sentence: the slots are the same, the names in them are not. */
static void check_swapped(const struct naming *n)
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
    mark(n, "bilingual/swapped-names", tokens_span(n->run, groups[1].german_first, groups[1].german_last),
         english_between(n->bilingual, groups[0].first, groups[0].last));
}

/* ---- another half of a person's name ---- */

/* The very same name on both sides. */
static bool is_copied(const struct naming *n, uint32_t english)
{
    const struct english_word *word = &n->bilingual->words[english];

    return is_capitalised(english_at(n, english)) && word->best != NO_ID && word->best_kind == LINK_NAME &&
           slice_equal(english_text(n->bilingual, english), text_at(n->run, word->best));
}

static bool is_lost_name(const struct naming *n, uint32_t token)
{
    const struct english_word *word = &n->bilingual->words[token];

    return token >= n->english_first && token < n->english_end && is_capitalised(english_at(n, token)) &&
           (english_at(n, token)->flags & (TOKEN_ALL_CAPS | TOKEN_HYPHEN | TOKEN_DIGIT | TOKEN_ABBREVIATION)) == 0 &&
           word->link_count == 0 && (word->flags & ENGLISH_CONTENT) != 0 && english_text(n->bilingual, token).len >= 4;
}

/* A capital word that nothing in the English answers to. */
static bool is_unanswered(const struct naming *n, uint32_t token)
{
    return token >= n->german_first && token < n->german_end && is_capitalised(german_at(n, token)) &&
           n->bilingual->german[token].linked == LINK_NONE &&
           (german_at(n, token)->flags & (TOKEN_ALL_CAPS | TOKEN_HYPHEN | TOKEN_DIGIT | TOKEN_ABBREVIATION)) == 0;
}

/* "Krimoffensive": the end of a word that no dictionary has as a whole is a noun of six letters at least. */
static bool ends_in_word(const struct naming *n, uint32_t token)
{
    struct slice word = text_at(n->run, token);

    for (size_t from = 3; from + 6 <= word.len; from++) {
        struct slice rest = slice_from(word, from);

        if ((rest.at[0] & 0xc0) != 0x80 &&
            lexicon_form(lexicon_of(n), with_initial(n->run->issues->arena, rest, true)) != NO_ID)
            return true;
    }
    return false;
}

/* "Elamische": an adjective with its ending, of whatever land or people. */
static bool is_adjective_of_people(const struct naming *n, uint32_t token)
{
    struct slice text = token_lower(german_at(n, token));

    for (size_t length = SLICE("e").len; length <= SLICE("en").len; length++)
        if (text.len > length && text.at[text.len - length] == 'e' &&
            slice_ends((struct slice){ text.at, text.len - length }, SLICE("isch")))
            return true;
    return false;
}

/* One that is a name, as far as the lexicon knows, and no form of a word in lower case. */
static bool is_stranger(const struct naming *n, uint32_t token)
{
    const struct token *at = german_at(n, token);

    if (!is_unanswered(n, token) || text_at(n->run, token).len < 3 || (at->analysis.flags & ANALYSIS_COMPOUND) != 0 ||
        lexicon_form(lexicon_of(n), token_lower(at)) != NO_ID ||
        ((at->analysis.flags & ANALYSIS_KNOWN) == 0 && is_adjective_of_people(n, token)))
        return false;
    for (uint16_t i = 0; i < at->analysis.reading_count; i++)
        if (pos_of(at->analysis.readings[i].features) != POS_NAME)
            return false;
    return (at->analysis.flags & ANALYSIS_KNOWN) != 0 || !ends_in_word(n, token);
}

static bool is_first_name(const struct naming *n, uint32_t english)
{
    return token_in_list(lexicon_of(n), LIST_ENGLISH_FIRST_NAMES, english_at(n, english));
}

/* A last name that is no German word; a first name that English has too: "Johannes" is German for "John". */
static bool is_other_half(const struct naming *n, uint32_t german, bool first_name)
{
    const struct token *at = german_at(n, german);

    if (!is_unanswered(n, german))
        return false;
    if (first_name)
        return (at->analysis.flags & ANALYSIS_KNOWN) == 0 || token_in_list(lexicon_of(n), LIST_ENGLISH_FIRST_NAMES, at);
    return is_stranger(n, german) || (at->analysis.flags & ANALYSIS_KNOWN) == 0;
}

/* What German spells in its own way is no other name; slips of a letter or two count for first names only. */
static bool differs(const struct naming *n, uint32_t english, uint32_t german)
{
    struct slice name = english_text(n->bilingual, english);
    unsigned distance = name_distance(name, text_at(n->run, german));

    if (distance == 0)
        return false;
    return distance > 2 || is_first_name(n, english);
}

static void check_halves(const struct naming *n)
{
    for (uint32_t i = n->english_first; i < n->english_end; i++) {
        uint32_t german = n->bilingual->words[i].best;

        if (!is_copied(n, i))
            continue;
        if (is_lost_name(n, i + 1) && is_other_half(n, german + 1, false) && !is_first_name(n, i + 1) &&
            differs(n, i + 1, german + 1))
            mark(n, "bilingual/other-name", german_at(n, german + 1)->span, english_text(n->bilingual, i + 1));
        else if (i > n->english_first && german > n->german_first && is_lost_name(n, i - 1) &&
                 is_first_name(n, i - 1) && is_other_half(n, german - 1, true) && differs(n, i - 1, german - 1))
            mark(n, "bilingual/other-name", german_at(n, german - 1)->span, english_text(n->bilingual, i - 1));
    }
}

/* ---- the only stranger ---- */

/* The words before the two translate each other, or are prepositions that do. */
static bool stand_alike(const struct naming *n, uint32_t english, uint32_t german)
{
    struct slice before, german_before;

    if (english == n->english_first || german == n->german_first)
        return english == n->english_first && german == n->german_first;
    if (n->bilingual->words[english - 1].best == german - 1)
        return n->bilingual->words[english - 1].best_kind >= LINK_PART;
    before = preposition_before(n, n->bilingual->english, english, n->english_first);
    german_before = preposition_before(n, n->run->doc, german, n->german_first);
    return before.len > 0 && same_preposition(n, before, german_before);
}

/* "Francis" and "Franziskus". */
static bool begin_alike(struct slice a, struct slice b)
{
    return a.len >= 3 && b.len >= 3 && memcmp(a.at, b.at, 3) == 0;
}

/* "MEPs": German may spell it out. */
static bool is_acronym(struct slice word)
{
    return word.len > 1 && word.at[1] >= 'A' && word.at[1] <= 'Z';
}

/* A name of the English that no dictionary has as a word. */
static bool is_sure_name(const struct naming *n, uint32_t token)
{
    const struct english_record *record = n->bilingual->words[token].record;

    return is_lost_name(n, token) && !is_acronym(english_text(n->bilingual, token)) &&
           (record == NULL || record->common == 0);
}

/* ---- countries and cities ---- */

static bool has_start(const struct document *doc, uint32_t first, uint32_t end, struct slice start)
{
    for (uint32_t i = first; i < end; i++)
        if (slice_starts(token_lower(&doc->tokens[i]), start))
            return true;
    return false;
}

/* The row whose German name the token is, maybe in the genitive; NULL: none. */
static const struct pair_record *german_place(const struct naming *n, uint32_t german)
{
    struct slice text = text_at(n->run, german);

    for (uint32_t i = 0; is_capitalised(german_at(n, german)) && i + 2 < n->places->count; i += 3) {
        const struct pair_record *row = &lexicon_of(n)->pairs[n->places->first + i];
        struct slice name = lexicon_text(lexicon_of(n), row->value);

        if (slice_starts(text, name) && (text.len == name.len || slice_equal(slice_from(text, name.len), SLICE("s"))))
            return row;
    }
    return NULL;
}

static bool same_place(const struct naming *n, const struct pair_record *a, const struct pair_record *b)
{
    return slice_equal(lexicon_text(lexicon_of(n), a->value), lexicon_text(lexicon_of(n), b->value));
}

/* A word for the place stands in the German; "Nigeria" is none for Niger. */
static bool is_place_kept(const struct naming *n, const struct pair_record *place)
{
    for (uint32_t i = n->german_first; i < n->german_end; i++) {
        const struct pair_record *other;

        if (slice_starts(token_lower(german_at(n, i)), lexicon_text(lexicon_of(n), place[2].value)) &&
            ((other = german_place(n, i)) == NULL || same_place(n, other, place)))
            return true;
    }
    return false;
}

/* The same for a German place and the English. */
static bool is_place_given(const struct naming *n, const struct pair_record *place)
{
    for (uint32_t i = n->english_first; i < n->english_end; i++) {
        const struct pair_record *other;

        if (slice_starts(token_lower(english_at(n, i)), lexicon_text(lexicon_of(n), place[1].value)) &&
            ((other = place_at(n, i)) == NULL || same_place(n, other, place)))
            return true;
    }
    return false;
}

/* The place has a link to something that is no other place, and is more than spelled alike. */
static bool is_rendered_place(const struct naming *n, uint32_t english, const struct pair_record *place)
{
    const struct english_word *word = &n->bilingual->words[english];

    for (uint32_t i = 0; i < word->link_count; i++) {
        const struct link *link = &n->bilingual->links[word->first_link + i];
        const struct pair_record *other = german_place(n, link->german);

        if (link->kind != LINK_COGNATE && (other == NULL || same_place(n, other, place)))
            return true;
    }
    return false;
}

/* A row of the table of demonyms. */
enum { GERMAN_ADJECTIVE, ENGLISH_START, GERMAN_START, OTHER_GERMAN_START, DEMONYM_VALUES };

static struct slice value_of(const struct naming *n, const struct pair_record *row, size_t value)
{
    return lexicon_text(lexicon_of(n), row[value].value);
}

static const struct pair_record *demonym_row(const struct naming *n, size_t row)
{
    return &lexicon_of(n)->pairs[n->demonyms->first + row * DEMONYM_VALUES];
}

static bool is_country(const struct naming *n, const struct pair_record *place)
{
    struct slice name = lower_case(n->run->issues->arena, value_of(n, place, 0));

    for (size_t i = 0; n->demonyms != NULL && i < n->demonyms->count / DEMONYM_VALUES; i++)
        if (slice_starts(name, value_of(n, demonym_row(n, i), GERMAN_START)))
            return true;
    return false;
}

/* An English word besides the one has the German word as its own. */
static bool has_other_link(const struct naming *n, uint32_t german, uint32_t english)
{
    for (uint32_t i = n->english_first; i < n->english_end; i++)
        if (i != english && link_between(n->bilingual, i, german) >= LINK_DICTIONARY)
            return true;
    return false;
}

static void check_places(const struct naming *n)
{
    for (uint32_t i = n->english_first; n->places != NULL && i < n->english_end; i++) {
        const struct pair_record *lost = place_at(n, i);

        if (lost == NULL || is_rendered_place(n, i, lost) || is_place_kept(n, lost))
            continue;
        for (uint32_t j = n->german_first; j < n->german_end; j++) {
            const struct pair_record *found = german_place(n, j);

            if (found == NULL || same_place(n, found, lost) || has_other_link(n, j, i) ||
                is_country(n, found) != is_country(n, lost) || /* "Bagdad" for the government of Iraq */
                is_place_given(n, found))
                continue;
            mark(n, "bilingual/other-name", german_at(n, j)->span, lexicon_text(lexicon_of(n), lost[0].value));
            return;
        }
    }
}

/* "Slovak": the row of the adjective that nothing in the German renders. */
static const struct pair_record *lost_demonym(const struct naming *n, uint32_t english)
{
    size_t count;
    const struct pair_record *row =
        is_capitalised(english_at(n, english))
            ? pairs_of(lexicon_of(n), n->demonyms, english_text(n->bilingual, english), &count)
            : NULL;

    if (row == NULL || count != DEMONYM_VALUES ||
        has_start(n->run->doc, n->german_first, n->german_end, value_of(n, row, GERMAN_START)) ||
        has_start(n->run->doc, n->german_first, n->german_end, value_of(n, row, OTHER_GERMAN_START)))
        return NULL;
    return row;
}

/* "slowenischen": the adjective of a country, with an ending. */
static bool is_demonym(const struct naming *n, uint32_t german)
{
    struct slice text = token_lower(german_at(n, german));

    for (size_t i = 0; i < n->demonyms->count / DEMONYM_VALUES; i++) {
        struct slice stem = value_of(n, demonym_row(n, i), GERMAN_ADJECTIVE);

        if (slice_starts(text, stem) && text.len <= stem.len + SLICE("en").len)
            return true;
    }
    return false;
}

/* Something in the English answers to the German adjective: the country, its people, another of its adjectives. */
static bool has_country_for(const struct naming *n, uint32_t german)
{
    struct slice text = token_lower(german_at(n, german));

    for (size_t i = 0; i < n->demonyms->count / DEMONYM_VALUES; i++) {
        const struct pair_record *row = demonym_row(n, i);

        if (slice_starts(text, value_of(n, row, GERMAN_ADJECTIVE)) &&
            has_start(n->bilingual->english, n->english_first, n->english_end, value_of(n, row, ENGLISH_START)))
            return true;
    }
    return false;
}

/* "Slovak voters" – "slowenische Wähler": one adjective is lost, and one stands there that nothing calls for. */
static void check_demonyms(const struct naming *n)
{
    const struct pair_record *lost = NULL;
    uint32_t stranger = NO_ID;

    for (uint32_t i = n->english_first; n->demonyms != NULL && lost == NULL && i < n->english_end; i++)
        lost = lost_demonym(n, i);
    for (uint32_t i = n->german_first; lost != NULL && i < n->german_end; i++) {
        if (german_at(n, i)->kind != TOKEN_WORD || !is_demonym(n, i) || has_country_for(n, i))
            continue;
        if (stranger != NO_ID)
            return;
        stranger = i;
    }
    if (stranger != NO_ID)
        mark(n, "bilingual/other-name", german_at(n, stranger)->span, (struct slice){ 0 });
}

/* The only name of the English that has nothing in the German, and the only name of the German that is not in the
 * English, stand in the same place. */
static void check_stranger(const struct naming *n)
{
    uint32_t lost = NO_ID, stranger = NO_ID;

    for (uint32_t i = n->english_first; i < n->english_end; i++) {
        if (!is_sure_name(n, i))
            continue;
        if (lost != NO_ID)
            return;
        lost = i;
    }
    for (uint32_t i = n->german_first; i < n->german_end && lost != NO_ID; i++) {
        if (!is_stranger(n, i))
            continue;
        if (stranger != NO_ID)
            return;
        stranger = i;
    }
    if (lost == NO_ID || stranger == NO_ID || german_place(n, stranger) != NULL || /* "Irland" for Irish */
        !(n->passage->linked + 1 >= n->passage->content || stand_alike(n, lost, stranger)) ||
        begin_alike(english_text(n->bilingual, lost), text_at(n->run, stranger)) ||
        is_other_plural(english_text(n->bilingual, lost), text_at(n->run, stranger)) ||
        name_distance(english_text(n->bilingual, lost), text_at(n->run, stranger)) < 4)
        return;
    mark(n, "bilingual/other-name", german_at(n, stranger)->span, english_text(n->bilingual, lost));
}

/* ---- abbreviations ---- */

/* A German abbreviation of the table: in the row of any English one. */
static bool is_known_acronym(const struct naming *n, struct slice text)
{
    return holds_value(lexicon_of(n), &lexicon_of(n)->pairs[n->acronyms->first], n->acronyms->count, text);
}

/* Some English abbreviation of the sentence is this German one. */
static bool has_acronym_for(const struct naming *n, struct slice german)
{
    for (uint32_t i = n->english_first; i < n->english_end; i++) {
        struct slice text = english_text(n->bilingual, i);
        size_t count;
        const struct pair_record *row = pairs_of_token(lexicon_of(n), n->acronyms, english_at(n, i), &count);

        if (slice_equal(text, german) || holds_value(lexicon_of(n), row, count, german))
            return true;
    }
    return false;
}

static bool is_rendered_acronym(const struct naming *n, const struct pair_record *row, size_t count, uint32_t english)
{
    for (uint32_t i = n->german_first; i < n->german_end; i++) {
        struct slice text = text_at(n->run, i);

        for (size_t j = 0; j < count; j++)
            if (slice_starts(text, lexicon_text(lexicon_of(n), row[j].value)))
                return true;
        if (slice_starts(text, english_text(n->bilingual, english)))
            return true;
    }
    return false;
}

static void check_acronyms(const struct naming *n)
{
    for (uint32_t i = n->english_first; n->acronyms != NULL && i < n->english_end; i++) {
        size_t count;
        const struct pair_record *row = pairs_of_token(lexicon_of(n), n->acronyms, english_at(n, i), &count);

        if (row == NULL || is_rendered_acronym(n, row, count, i))
            continue;
        for (uint32_t j = n->german_first; j < n->german_end; j++)
            if ((german_at(n, j)->flags & TOKEN_ALL_CAPS) != 0 && is_known_acronym(n, text_at(n->run, j)) &&
                !has_acronym_for(n, text_at(n->run, j))) {
                mark(n, "bilingual/other-name", german_at(n, j)->span, lexicon_text(lexicon_of(n), row[0].value));
                return;
            }
    }
}

/* ---- */

void check_name_places(const struct check_run *run)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    struct naming n = {
        .run = run,
        .bilingual = run->doc->bilingual,
        .places = named_table(lexicon, TABLE_PLACES),
        .demonyms = named_table(lexicon, TABLE_DEMONYMS),
        .acronyms = named_table(lexicon, TABLE_ACRONYMS),
        .prepositions = named_table(lexicon, TABLE_NAME_PREPOSITIONS),
    };

    for (size_t i = 0; n.bilingual->is_english && i < n.bilingual->passage_count; i++) {
        n.passage = &n.bilingual->passages[i];
        if (!is_sentence_pair(n.passage))
            continue;
        passage_english(n.bilingual, n.passage, &n.english_first, &n.english_end);
        passage_german(run->doc, n.passage, &n.german_first, &n.german_end);
        check_swapped(&n);
        check_halves(&n);
        check_stranger(&n);
        check_places(&n);
        check_demonyms(&n);
        check_acronyms(&n);
    }
}
