/* Marks single words that are left out or added, and change what is said: "former", "only", "more than"; an adjective
 * before a noun.
 *
 * One word may hide in any other, so nothing is marked unless the rest of the sentence answers word for word: no German
 * word that carries sense is without its English one. What must not be lost stands in kept-english.tsv, in groups; what
 * may render a group in kept-german.tsv. */
#include "bilingual/negation_words.h"
#include "bilingual/wording.h"
#include "checks/places.h"
#include "lexicon/analysis.h"
#include "text/unicode.h"

/* A number of fewer digits may be rendered by an article or in a word. */
#define LEAST_DIGITS 2

/* Words of sense that a pair of sentences must have: of fewer, all may be linked by chance. */
#define LEAST_LINKED 2

/* German nouns and verbs without a link, each of which has an English word without one. */
#define MOST_PLAIN 1

struct comparison {
    const struct check_run *run;
    const struct bilingual *bilingual;
    const struct passage *passage;
    const struct list_record *english, *german;
    struct negations negations;
    uint32_t english_first, english_end, german_first, german_end;
};

static const struct lexicon *lexicon_of(const struct comparison *c)
{
    return &c->run->context->lexicon;
}

/* Marks the German tokens; the message names the English word, where there is one. */
static struct issue *mark_from(const struct comparison *c, const char *rule, uint32_t first, uint32_t german,
                               struct slice english)
{
    struct issue *issue =
        report_with_source(c->run, rule, tokens_span(c->run, first, german), passage_source(c->bilingual, c->passage));

    quote_english(c->run, issue, english);
    return issue;
}

static void mark(const struct comparison *c, const char *rule, uint32_t german, struct slice english)
{
    mark_from(c, rule, german, german, english);
}

/* An adjective that a translator may have put elsewhere, or seen from the matter: only for those who ask for doubts. */
static void mark_adjective(const struct comparison *c, const char *rule, uint32_t german, struct slice english)
{
    struct issue *issue = mark_from(c, rule, german, german, english);

    if (issue != NULL)
        issue->confidence = UNSURE;
}

/* The first of the adjectives before the noun, among which one is missing. */
static uint32_t first_attribute(const struct comparison *c, uint32_t german)
{
    const struct token *tokens = c->run->doc->tokens;

    while (german > c->german_first && token_is(&tokens[german - 1], POS_ADJECTIVE) &&
           !is_function_word(&tokens[german - 1]) && (tokens[german - 1].flags & TOKEN_CAPITAL) == 0)
        german--;
    return german;
}

/* ---- German words ---- */

/* A word that carries sense: of those without a link any may render any English word. */
static bool is_german_content(const struct token *token)
{
    return !is_function_word(token) && (token->kind == TOKEN_WORD || token->kind == TOKEN_NUMBER);
}

static bool is_german_linked(const struct comparison *c, uint32_t token)
{
    return c->bilingual->german[token].linked != LINK_NONE;
}

/* "nahm … fest": the prefix has the link of its verb. */
static bool is_separated_prefix(const struct comparison *c, uint32_t token)
{
    return token_is(&c->run->doc->tokens[token], POS_PREFIX);
}

/* The whole of a compound need not be what the English word says: "Altkanzler". */
static bool is_simple(const struct token *token)
{
    return token->analysis.part_count <= 1 && token->analysis.reading_count > 0;
}

/* A word without a link that an English noun, verb or name may stand for, and none that restricts. */
static bool is_plain(const struct token *token)
{
    return (token_is(token, POS_NOUN) || token_is(token, POS_NAME) || token_is(token, POS_VERB)) &&
           !token_is(token, POS_ADJECTIVE) && !token_is(token, POS_ADVERB);
}

static bool is_in_group(const struct comparison *c, struct slice key, struct slice group)
{
    size_t count;
    const struct pair_record *row = pairs_of(lexicon_of(c), c->german, key, &count);

    return holds_value(lexicon_of(c), row, count, group);
}

static bool renders_group(const struct comparison *c, uint32_t token, struct slice group)
{
    struct slice keys[MOST_GERMAN_KEYS];
    size_t count = german_may_be(c->run, token, c->german) ? german_keys(c->run, token, keys) : 0;

    for (size_t i = 0; i < count; i++)
        if (is_in_group(c, keys[i], group))
            return true;
    return false;
}

/* "Schätzung" for "estimates": a noun that stands for another English word renders nothing else. */
static bool is_noun_of_another(const struct comparison *c, uint32_t german)
{
    const struct token *token = &c->run->doc->tokens[german];

    return token_is(token, POS_NOUN) && (token->flags & TOKEN_CAPITAL) != 0 &&
           c->bilingual->german[german].best != NO_ID && c->bilingual->german[german].best_kind == LINK_DICTIONARY &&
           token->analysis.part_count <= 1;
}

static bool is_group_rendered(const struct comparison *c, struct slice group)
{
    for (uint32_t i = c->german_first; i < c->german_end; i++)
        if (renders_group(c, i, group) && !is_noun_of_another(c, i))
            return true;
    return false;
}

/* ---- English words ---- */

static bool is_english_content(const struct comparison *c, uint32_t token)
{
    return (c->bilingual->words[token].flags & ENGLISH_CONTENT) != 0 ||
           c->bilingual->english->tokens[token].kind == TOKEN_NUMBER;
}

static bool has_link(const struct comparison *c, uint32_t token, uint32_t words)
{
    for (uint32_t i = token; i < token + words; i++)
        if (c->bilingual->words[i].link_count > 0)
            return true;
    return false;
}

static bool is_article(const struct comparison *c, uint32_t token)
{
    const struct token *at = &c->bilingual->english->tokens[token];

    return slice_equal(token_lower(at), SLICE("the")) || lower_in_list(lexicon_of(c), LIST_ENGLISH_POSSESSIVES, at);
}

/* The unlinked German attribute before a noun stands for the unlinked English one before the word that the noun stands
 * for: "helllichten Tag" – "broad daylight". */
static bool has_fellow(const struct comparison *c, uint32_t german)
{
    uint32_t english = german + 1 < c->german_end ? c->bilingual->german[german + 1].best : NO_ID;

    return english != NO_ID && english > c->english_first && is_english_content(c, english - 1) &&
           !has_link(c, english - 1, 1) && token_is(&c->run->doc->tokens[german], POS_ADJECTIVE);
}

/* How many German words of sense have no link; *plain receives how many of them are plain. */
static uint32_t count_unlinked(const struct comparison *c, uint32_t *plain)
{
    uint32_t count = 0;

    *plain = 0;
    for (uint32_t i = c->german_first; i < c->german_end; i++) {
        const struct token *token = &c->run->doc->tokens[i];

        if (!is_german_content(token) || is_german_linked(c, i) || is_separated_prefix(c, i) || has_fellow(c, i) ||
            (token->flags & (TOKEN_DIGIT | TOKEN_HYPHEN)) == (TOKEN_DIGIT | TOKEN_HYPHEN) || /* "34-Jährigen" */
            german_entry(c->run, named_list(lexicon_of(c), LIST_LIGHT_GERMAN), i))
            continue;
        count++;
        *plain += is_plain(token) && is_simple(token);
    }
    return count;
}

/* How many of them are verbs and nothing else: what restricts a noun does not hide in one. */
static uint32_t count_unlinked_verbs(const struct comparison *c)
{
    uint32_t count = 0;

    for (uint32_t i = c->german_first; i < c->german_end; i++) {
        const struct token *token = &c->run->doc->tokens[i];

        count += is_german_content(token) && !is_german_linked(c, i) && token_is_finite(token) &&
                 token_is(token, POS_VERB) && !token_is(token, POS_ADJECTIVE) && !token_is(token, POS_NOUN) &&
                 !token_is(token, POS_ADVERB) && !german_entry(c->run, named_list(lexicon_of(c), LIST_LIGHT_GERMAN), i);
    }
    return count;
}

/* How many English words of sense have no link. */
static uint32_t count_unanswered(const struct comparison *c)
{
    uint32_t count = 0;

    for (uint32_t i = c->english_first; i < c->english_end; i++)
        count += is_english_content(c, i) && !has_link(c, i, 1);
    return count;
}

/* "deputy" of "former deputy head": what is restricted stands behind it. */
static bool is_linked_attribute(const struct comparison *c, uint32_t token)
{
    const struct english_word *word = &c->bilingual->words[token];

    return token + 1 < c->english_end && word->best != NO_ID && is_english_content(c, token + 1) &&
           token_is(&c->run->doc->tokens[word->best], POS_ADJECTIVE) &&
           (c->run->doc->tokens[word->best].flags & TOKEN_CAPITAL) == 0;
}

/* The word may be left out: "own", "different". */
static bool is_light_english(const struct comparison *c, uint32_t english)
{
    size_t count;

    return english_row(c->run, named_table(lexicon_of(c), TABLE_LIGHT_ENGLISH), english, c->english_end, &count,
                       NULL) != NULL;
}

/* "finance" before "minister", where the two are one compound. */
static bool is_first_part(const struct comparison *c, uint32_t english)
{
    const struct english_word *word = &c->bilingual->words[english], *next = word + 1;

    for (uint32_t i = 0; word->best == NO_ID && i < word->link_count; i++)
        if (next->best == c->bilingual->links[word->first_link + i].german)
            return true;
    return false;
}

/* The only German noun without a link: it stands for the only English one; NO_ID: none, or several. */
static uint32_t only_free_noun(const struct comparison *c)
{
    uint32_t found = NO_ID;

    for (uint32_t i = c->german_first; i < c->german_end; i++) {
        const struct token *token = &c->run->doc->tokens[i];

        if (is_german_linked(c, i) || !token_is(token, POS_NOUN) || (token->flags & TOKEN_CAPITAL) == 0 ||
            (token->flags & TOKEN_SENTENCE_START) != 0)
            continue;
        if (found != NO_ID)
            return NO_ID;
        found = i;
    }
    return found != NO_ID && is_simple(&c->run->doc->tokens[found]) ? found : NO_ID;
}

/* The German for the word of sense at the token; NO_ID: none, or too free. A noun is looked for behind its adjective,
 * any other word behind an article ("only the mayor"; "leading the president" is no attribute). */
static uint32_t german_behind(const struct comparison *c, uint32_t token, bool noun, bool person)
{
    if (!noun && token < c->english_end && is_article(c, token))
        token++;
    if (noun && token < c->english_end && is_linked_attribute(c, token))
        token++;
    while (noun && token + 1 < c->english_end && is_first_part(c, token))
        token++;
    if (token >= c->english_end || !is_english_content(c, token))
        return NO_ID;
    const struct english_word *word = &c->bilingual->words[token];

    if (person && word->link_count == 0)
        return only_free_noun(c);
    return word->best != NO_ID && word->best_kind >= LINK_COGNATE && word->best >= c->german_first &&
                   word->best < c->german_end
               ? word->best
               : NO_ID;
}

/* ---- words that must not be lost ---- */

/* A simple word, or a compound that is in whole what Ding has for the English one: "Schatzmeister". */
static bool is_whole(const struct comparison *c, uint32_t german)
{
    uint32_t words = 0; /* that share it: "finance minister" */

    for (uint32_t i = c->english_first; i < c->english_end; i++)
        words += link_between(c->bilingual, i, german) >= LINK_PART;
    if (words >= 2 && words >= c->run->doc->tokens[german].analysis.part_count)
        return true;
    return is_simple(&c->run->doc->tokens[german]) || c->bilingual->german[german].best_kind == LINK_DICTIONARY;
}

/* What a row restricts. */
static struct slice restricted_kind(const struct comparison *c, const struct pair_record *row, size_t count)
{
    return count > 1 ? lexicon_text(lexicon_of(c), row[1].value) : SLICE("any");
}

/* "minister" is spelled as its German, and no name. */
static bool is_for_name(const struct comparison *c, uint32_t german)
{
    uint32_t english = c->bilingual->german[german].best;

    return c->bilingual->german[german].best_kind > LINK_DICTIONARY && english != NO_ID &&
           ((c->bilingual->words[english].flags & ENGLISH_NAME) != 0 ||
            (c->bilingual->english->tokens[english].flags & TOKEN_CAPITAL) != 0);
}

/* "up to" restricts numbers: "stepping up to offer"; "last" a noun: "at long last conquered". */
static bool restricts(const struct comparison *c, struct slice kind, uint32_t german)
{
    const struct token *token = &c->run->doc->tokens[german];
    bool number = token->kind == TOKEN_NUMBER || token_is(token, POS_NUMERAL);

    if (slice_equal(kind, SLICE("figure")))
        return token->kind == TOKEN_NUMBER;
    if (slice_equal(kind, SLICE("number")))
        return number;
    if (slice_equal(kind, SLICE("noun")))
        return is_whole(c, german) && !is_for_name(c, german) && token_is(token, POS_NOUN) &&
               (token->flags & TOKEN_CAPITAL) != 0;
    return number || is_whole(c, german) || (token_is(token, POS_VERB) && (token->flags & TOKEN_CAPITAL) == 0);
}

/* "Eastern Orthodox", "Former Soviet Union". */
static bool is_in_name(const struct comparison *c, uint32_t english)
{
    return (c->bilingual->english->tokens[english].flags & (TOKEN_CAPITAL | TOKEN_SENTENCE_START)) == TOKEN_CAPITAL;
}

/* "half of", "brother of": a noun with its article behind it. */
static bool ends_in_of(const struct comparison *c, uint32_t end)
{
    return slice_equal(token_lower(&c->bilingual->english->tokens[end - 1]), SLICE("of"));
}

/* "uneingeschränkte Teilnahme": the attribute has no English word, so that it may stand for the one at hand. */
static bool has_free_attribute(const struct comparison *c, uint32_t german)
{
    for (uint32_t i = first_attribute(c, german); i < german; i++)
        if (!is_german_linked(c, i))
            return true;
    return false;
}

/* "from 15 up to 150" says where it ends, and no more. */
static bool is_end_of_range(const struct comparison *c, uint32_t english)
{
    if (!slice_equal(english_text(c->bilingual, english), SLICE("up")))
        return false;
    for (uint32_t i = english; i > c->english_first; i--)
        if (slice_equal(token_lower(&c->bilingual->english->tokens[i - 1]), SLICE("from")))
            return true;
    return false;
}

/* "former", "alleged": said of persons, whose German hardly has it in a compound without link. */
static bool is_of_person(const struct comparison *c, const struct pair_record *row)
{
    struct slice group = lexicon_text(lexicon_of(c), row[0].value);

    return slice_is(group, "former") || slice_is(group, "alleged");
}

/* "half" of "two and a half": numbers.c asks for it. */
static bool is_part_of_number(const struct comparison *c, uint32_t english)
{
    const struct token *tokens = c->bilingual->english->tokens;

    return english > c->english_first + 1 && slice_is(token_lower(&tokens[english - 1]), "a") &&
           slice_is(token_lower(&tokens[english - 2]), "and");
}

/* The word that has lost another, with what stands before it; of an adverb ("unanimously") the whole predicate. */
static struct span place_of_kept(const struct comparison *c, uint32_t english, uint32_t german)
{
    if (slice_ends(token_lower(&c->bilingual->english->tokens[english]), SLICE("ly")) &&
        token_is(&c->run->doc->tokens[german], POS_VERB))
        return denied_span(c->run, german, german, c->german_first, c->german_end);
    return tokens_span(c->run, first_attribute(c, german), german);
}

static void check_kept(const struct comparison *c)
{
    for (uint32_t i = c->english_first; i < c->english_end; i++) {
        uint32_t words, german;
        size_t count;
        const struct pair_record *row = english_row(c->run, c->english, i, c->english_end, &count, &words);

        if (row == NULL || is_in_name(c, i) || is_part_of_number(c, i) ||
            (i > c->english_first && (is_english_negation(&c->negations, i - 1) || /* "not only", "can only welcome" */
                                      slice_equal(token_lower(&c->bilingual->english->tokens[i - 1]), SLICE("can")))))
            continue;
        struct slice kind = restricted_kind(c, row, count);

        german = has_link(c, i, words) || is_end_of_range(c, i)
                     ? NO_ID
                     : german_behind(c, i + words, slice_equal(kind, SLICE("noun")) && !ends_in_of(c, i + words),
                                     is_of_person(c, row));
        if (german != NO_ID && restricts(c, kind, german) && !has_free_attribute(c, german) &&
            !is_group_rendered(c, lexicon_text(lexicon_of(c), row[0].value))) {
            struct issue *issue = report_with_source(c->run, "bilingual/omission", place_of_kept(c, i, german),
                                                     passage_source(c->bilingual, c->passage));

            quote_english(c->run, issue, english_between(c->bilingual, i, i + words - 1));
            if (issue != NULL && holds_value(lexicon_of(c), row, count, SLICE("unsure")))
                issue->confidence = UNSURE;
            return;
        }
        i += words - 1;
    }
}

/* ---- numbers ---- */

/* "vierzehnmal", "millionenfach", "jede zwanzigste": words that count. */
static bool counts(const struct comparison *c, uint32_t german)
{
    struct slice word = lower_at(c->run, german);

    return slice_ends(word, SLICE("mal")) || memmem(word.at, word.len, "fach", 4) != NULL ||
           (german > c->german_first && slice_starts(lower_at(c->run, german - 1), SLICE("jede")) &&
            token_is(&c->run->doc->tokens[german], POS_ADJECTIVE) && memmem(word.at, word.len, "te", 2) != NULL);
}

/* A German number that is no link of any English one, or a word with digits: "21-Zoll-Rohre". */
static bool has_free_number(const struct comparison *c)
{
    for (uint32_t i = c->german_first; i < c->german_end; i++) {
        const struct token *token = &c->run->doc->tokens[i];

        if ((token->flags & TOKEN_DIGIT) != 0 || counts(c, i) ||
            (!is_german_linked(c, i) && (token->kind == TOKEN_NUMBER || token_is(token, POS_NUMERAL))))
            return true;
    }
    return false;
}

/* The German for the nearest word before the English token, else behind it. */
static uint32_t german_near(const struct comparison *c, uint32_t token)
{
    for (uint32_t i = token; i > c->english_first; i--)
        if (c->bilingual->words[i - 1].best != NO_ID)
            return c->bilingual->words[i - 1].best;
    for (uint32_t i = token + 1; i < c->english_end; i++)
        if (c->bilingual->words[i].best != NO_ID)
            return c->bilingual->words[i].best;
    return NO_ID;
}

/* "300 km (190 miles)": one of the two is enough. */
static bool is_in_bracket(const struct comparison *c, uint32_t english)
{
    return english > c->english_first && slice_is(english_text(c->bilingual, english - 1), "(");
}

/* "signed in 2019", where the German has no number at all that could be it. */
static void check_numbers_lost(const struct comparison *c)
{
    for (uint32_t i = c->english_first; i < c->english_end; i++) {
        struct slice number = english_text(c->bilingual, i);
        uint32_t german;

        if (c->bilingual->english->tokens[i].kind != TOKEN_NUMBER || has_link(c, i, 1) || number.len < LEAST_DIGITS ||
            has_free_number(c) || is_in_bracket(c, i))
            continue;
        german = german_near(c, i);
        if (german != NO_ID && german >= c->german_first && german < c->german_end)
            mark(c, "bilingual/omission", german, number);
        return;
    }
}

/* What Ding has first for the English word: a verb, an adjective, or POS_NONE for anything else. */
static enum pos first_rendering_is(const struct comparison *c, uint32_t english)
{
    const struct english_record *record = c->bilingual->words[english].record;

    for (uint32_t i = 0; record != NULL && i < record->stem_count; i++) {
        const struct translation_record *row = stem_translation(lexicon_of(c), record, i);

        if (row == NULL || row->count == 0)
            continue;
        struct slice german = lemma_text(lexicon_of(c), lexicon_of(c)->translation_words[row->first].lemma);

        if (form_is(lexicon_of(c), german, POS_VERB))
            return POS_VERB;
        return form_is(lexicon_of(c), german, POS_ADJECTIVE) ? POS_ADJECTIVE : POS_NONE;
    }
    return POS_NONE;
}

/* Renderings that are looked at: the commonest. */
#define COMMONEST 4

/* One of the commonest renderings of the English word, or of what it is a form of, is an adjective: "youngest". */
static bool may_be_adjective(const struct comparison *c, uint32_t english)
{
    const struct english_record *record = c->bilingual->words[english].record;

    for (uint32_t i = 0; record != NULL && i < record->stem_count; i++) {
        const struct translation_record *row = stem_translation(lexicon_of(c), record, i);

        for (uint32_t j = 0; row != NULL && j < row->count && j < COMMONEST; j++)
            if (form_is(lexicon_of(c),
                        lemma_text(lexicon_of(c), lexicon_of(c)->translation_words[row->first + j].lemma),
                        POS_ADJECTIVE))
                return true;
    }
    return false;
}

/* An English word without a link may be what a German adjective or adverb stands for: no plain verb ("performs"). */
static bool is_attribute_unanswered(const struct comparison *c)
{
    for (uint32_t i = c->english_first; i < c->english_end; i++) {
        const struct token *token = &c->bilingual->english->tokens[i];

        if (!is_english_content(c, i) || has_link(c, i, 1))
            continue;
        if ((token->flags & TOKEN_HYPHEN) != 0 || first_rendering_is(c, i) != POS_VERB ||
            slice_ends(token_lower(token), SLICE("ing")) || (i + 1 < c->english_end && is_english_content(c, i + 1)) ||
            (i > c->english_first && is_english_determiner(c->bilingual, i - 1)))
            return true;
    }
    return false;
}

/* All English words have their German, or all but one verb. */
static bool is_answered_but_verb(const struct comparison *c, uint32_t unanswered)
{
    return unanswered == 0 || (unanswered <= MOST_PLAIN && !is_attribute_unanswered(c));
}

/* ---- restrictions that are added ---- */

static bool is_restricted(const struct comparison *c)
{
    for (uint32_t i = c->english_first; i < c->english_end; i++)
        if (lower_in_list(lexicon_of(c), LIST_ENGLISH_RESTRICTIONS, &c->bilingual->english->tokens[i]))
            return true;
    return false;
}

/* "nur in", "nur drei", "nur Kinder"; not "nicht nur", "nur vorübergehend". */
static bool stands_before_thing(const struct comparison *c, uint32_t german)
{
    const struct token *tokens = c->run->doc->tokens;

    if (german + 1 >= c->german_end ||
        (german > c->german_first && in_word_list(lexicon_of(c), LIST_GERMAN_NEGATIONS, text_at(c->run, german - 1))))
        return false;
    if (token_is(&tokens[german], POS_ADJECTIVE)) /* "schwer verletzt" */
        return token_is_verb_form(&tokens[german + 1], VERB_PARTICIPLE2);
    if (token_is(&tokens[german + 1], POS_ADVERB) && slice_ends(text_at(c->run, german + 1), SLICE("s")) &&
        c->bilingual->german[german + 1].best_kind == LINK_DICTIONARY) /* "nur werktags" */
        return true;
    return tokens[german + 1].kind == TOKEN_NUMBER || token_is(&tokens[german + 1], POS_NUMERAL) ||
           token_is(&tokens[german + 1], POS_PREPOSITION) || token_is(&tokens[german + 1], POS_DETERMINER) ||
           (tokens[german + 1].flags & TOKEN_CAPITAL) != 0;
}

/* "Nur einen Steinwurf entfernt", "nur ein Jahr später": one of a measure, which German says is little. */
static bool is_short_measure(const struct comparison *c, uint32_t german)
{
    enum { NEAR = 5 };
    static const char *const measured[] = { "entfernt", "weit", "später", "zuvor", "danach", "weiter" };

    if (german + 1 >= c->german_end || !slice_starts(lower_at(c->run, german + 1), SLICE("ein")))
        return false;
    for (uint32_t i = german + 2; i < c->german_end && i < german + 2 + NEAR; i++)
        for (size_t j = 0; j < sizeof measured / sizeof *measured; j++)
            if (text_is(c->run, i, measured[j]))
                return true;
    return false;
}

/* "in five countries" – "nur in fünf Ländern", where the English restricts nothing. */
static void check_restrictions_added(const struct comparison *c)
{
    for (uint32_t i = c->german_first; i < c->german_end; i++)
        if (!is_german_linked(c, i) && lower_in_list(lexicon_of(c), LIST_RESTRICTING_WORDS, &c->run->doc->tokens[i]) &&
            stands_before_thing(c, i) && !is_short_measure(c, i) && !is_restricted(c)) {
            mark(c, "bilingual/addition", i, (struct slice){ 0 });
            return;
        }
}

/* ---- attributes that are lost ---- */

/* "half" of "two and a half": numbers.c asks for it. */
static bool is_number_word(const struct comparison *c, uint32_t english)
{
    return set_holds(c->bilingual->english->tokens[english].type->lower_listed,
                     table_number(lexicon_of(c), named_table(lexicon_of(c), TABLE_NUMBERS_ENGLISH)));
}

/* "the unarmed", "an unarmed": an adjective right behind its determiner, before a word of sense. */
static bool is_english_attribute(const struct comparison *c, uint32_t english)
{
    const struct token *tokens = c->bilingual->english->tokens;

    return english > c->english_first && english + 1 < c->english_end &&
           is_english_determiner(c->bilingual, english - 1) && (tokens[english].flags & TOKEN_CAPITAL) == 0 &&
           (c->bilingual->words[english].flags & ENGLISH_CONTENT) != 0 && !has_link(c, english, 1) &&
           tokens[english + 1].kind == TOKEN_WORD && (tokens[english + 1].flags & TOKEN_CAPITAL) == 0 &&
           !slice_is(token_lower(&tokens[english - 1]), "of") && !is_number_word(c, english) &&
           (may_be_adjective(c, english) || slice_ends(token_lower(&tokens[english]), SLICE("ed")) ||
            slice_ends(token_lower(&tokens[english]), SLICE("ing"))) &&
           !is_light_english(c, english);
}

static bool is_comma(const struct comparison *c, uint32_t german)
{
    return text_is(c->run, german, ",");
}

/* "Der Jugendliche": a simple noun with nothing between it and its determiner, and nothing behind it that could say the
 * same ("der Jugendliche ohne Waffe", "der Jugendliche, der"): a verb, a mark, a genitive, or a preposition that stands
 * for an English one. */
static bool is_bare_noun(const struct comparison *c, uint32_t german)
{
    const struct token *tokens = c->run->doc->tokens;

    return german != NO_ID && german > c->german_first && is_simple(&tokens[german]) &&
           token_is(&tokens[german], POS_NOUN) &&
           (tokens[german].flags & (TOKEN_CAPITAL | TOKEN_HYPHEN)) == TOKEN_CAPITAL &&
           is_function_word(&tokens[german - 1]) &&
           (german + 1 == c->german_end || (tokens[german + 1].kind == TOKEN_PUNCTUATION && !is_comma(c, german + 1)) ||
            is_german_linked(c, german + 1) || token_is(&tokens[german + 1], POS_VERB) ||
            token_is(&tokens[german + 1], POS_AUXILIARY) ||
            (is_function_word(&tokens[german + 1]) && !text_is(c->run, german + 1, "ohne")));
}

enum { ALIKE = 3 /* bytes */ };

/* "Neuwahlen" for "fresh elections": the noun begins as a rendering of the adjective does. */
static bool begins_as(const struct comparison *c, uint32_t german, uint32_t english)
{
    const struct english_record *record = c->bilingual->words[english].record;
    struct slice noun = lower_at(c->run, german);

    for (uint32_t i = 0; record != NULL && i < record->stem_count; i++) {
        const struct translation_record *row = stem_translation(lexicon_of(c), record, i);

        for (uint32_t j = 0; row != NULL && j < row->count; j++) {
            struct slice word = lemma_text(lexicon_of(c), lexicon_of(c)->translation_words[row->first + j].lemma);

            if (word.len >= ALIKE && slice_starts(noun, (struct slice){ word.at, ALIKE }))
                return true;
        }
    }
    return false;
}

/* "the unarmed teenager" – "der Jugendliche", where no German word is left that the adjective could hide in. */
static void check_attributes_lost(const struct comparison *c)
{
    for (uint32_t i = c->english_first; i < c->english_end; i++) {
        uint32_t german = is_english_attribute(c, i) ? c->bilingual->words[i + 1].best : NO_ID;

        if (german == NO_ID || c->bilingual->words[i + 1].best_kind < LINK_LEARNED || !is_bare_noun(c, german) ||
            begins_as(c, german, i))
            continue;
        mark_adjective(c, "bilingual/omission", german, english_text(c->bilingual, i));
        return;
    }
}

/* ---- one of two verbs ---- */

/* The German may have both in one: "und", "sowie", or a mark beside it. */
static bool joins_two(const struct comparison *c)
{
    for (uint32_t i = c->german_first; i < c->german_end; i++)
        if (token_is(&c->run->doc->tokens[i], POS_CONJUNCTION) || is_comma(c, i))
            return true;
    return false;
}

static bool is_participle_alone(const struct comparison *c, uint32_t english)
{
    struct slice word = token_lower(&c->bilingual->english->tokens[english]);

    return (c->bilingual->words[english].flags & (ENGLISH_CONTENT | ENGLISH_NAME)) == ENGLISH_CONTENT &&
           (slice_ends(word, SLICE("ed")) || slice_ends(word, SLICE("en"))) && !is_light_english(c, english);
}

/* "has written and directed" – "hat geschrieben": a participle that no German word is left for. */
static void check_lost_verbs(const struct comparison *c)
{
    const struct token *tokens = c->bilingual->english->tokens;

    for (uint32_t i = c->english_first; i + 2 < c->english_end; i++) {
        if (!slice_is(token_lower(&tokens[i + 1]), "and") || !is_participle_alone(c, i) ||
            !is_participle_alone(c, i + 2) || has_link(c, i, 1) == has_link(c, i + 2, 1))
            continue;
        uint32_t kept = has_link(c, i, 1) ? i : i + 2, german = c->bilingual->words[kept].best;

        if (german == NO_ID || c->bilingual->words[kept].best_kind != LINK_DICTIONARY ||
            !token_is(&c->run->doc->tokens[german], POS_VERB) || joins_two(c))
            continue;
        mark(c, "bilingual/omission", german, english_between(c->bilingual, i, i + 2));
        return;
    }
}

/* ---- adjectives ---- */

/* "erneut Partner", "erfüllt Funktionen": without an ending. */
static bool ends_in_t(struct slice text)
{
    return slice_ends(text, SLICE("t"));
}

/* "1.600 Tonnen schwere", "in die Ecke getriebene", "im Ausland lebende": it goes with what stands before it. */
static bool has_complement(const struct comparison *c, uint32_t token)
{
    const struct token *tokens = c->run->doc->tokens;

    return token_is_verb_form(&tokens[token], VERB_PARTICIPLE1) ||
           token_is_verb_form(&tokens[token], VERB_PARTICIPLE2) ||
           (token > c->german_first &&
            (tokens[token - 1].kind == TOKEN_NUMBER ||
             (token_is(&tokens[token - 1], POS_NOUN) && (tokens[token - 1].flags & TOKEN_CAPITAL) != 0)));
}

/* An adjective before a noun, both as they are written. */
static bool is_attribute(const struct comparison *c, uint32_t token)
{
    const struct token *tokens = c->run->doc->tokens;
    struct slice text = text_at(c->run, token);

    return token + 1 < c->german_end && token_is(&tokens[token], POS_ADJECTIVE) && !ends_in_t(text) &&
           is_german_content(&tokens[token]) && (tokens[token].flags & (TOKEN_CAPITAL | TOKEN_DIGIT)) == 0 &&
           token_is(&tokens[token + 1], POS_NOUN) && (tokens[token + 1].flags & TOKEN_CAPITAL) != 0;
}

/* "weitere", "ganze", "jeweilige": they render English words that carry no sense of their own, or are added freely. */
static bool is_light(const struct comparison *c, uint32_t token)
{
    struct slice keys[MOST_GERMAN_KEYS];
    size_t keys_count = german_keys(c->run, token, keys), count;

    for (size_t i = 0; i < keys_count; i++)
        if (pairs_of(lexicon_of(c), c->german, keys[i], &count) != NULL ||
            in_word_list(lexicon_of(c), LIST_LIGHT_ADJECTIVES, keys[i]))
            return true;
    return false;
}

/* "der betrunkene Fahrer" for "the driver", where the English has no word left that it could render. */
static void check_added(const struct comparison *c, enum link_kind least)
{
    for (uint32_t i = c->german_first; i < c->german_end; i++)
        if (is_attribute(c, i) && !is_german_linked(c, i) && !is_light(c, i) && !has_complement(c, i) &&
            c->bilingual->german[i + 1].best_kind >= least) {
            mark_adjective(c, "bilingual/addition", i, (struct slice){ 0 });
            return;
        }
}

void check_single_words(const struct check_run *run)
{
    struct comparison c = {
        .run = run,
        .bilingual = run->doc->bilingual,
        .negations = negations_of(run),
        .english = named_table(&run->context->lexicon, TABLE_KEPT_ENGLISH),
        .german = named_table(&run->context->lexicon, TABLE_KEPT_GERMAN),
    };

    for (size_t i = 0; c.bilingual->is_english && i < c.bilingual->passage_count; i++) {
        uint32_t unlinked, plain, unanswered;

        c.passage = &c.bilingual->passages[i];
        if (!is_sentence_pair(c.passage) || c.passage->linked < LEAST_LINKED)
            continue;
        passage_english(c.bilingual, c.passage, &c.english_first, &c.english_end);
        passage_german(run->doc, c.passage, &c.german_first, &c.german_end);
        unlinked = count_unlinked(&c, &plain);
        unanswered = count_unanswered(&c);
        if (unlinked == 0 && unanswered > 0)
            check_lost_verbs(&c);
        if (unlinked == 0 || (unlinked == plain && plain <= MOST_PLAIN && plain < unanswered))
            check_kept(&c);
        if (unlinked == 0)
            check_numbers_lost(&c);
        if (unlinked == count_unlinked_verbs(&c))
            check_attributes_lost(&c);
        if (unlinked == 1 + unanswered && plain == unanswered && is_answered_but_verb(&c, unanswered))
            check_added(&c, unanswered == 0 ? LINK_LEARNED : LINK_DICTIONARY); /* "um den heißen Brei": a phrase */
        if (unlinked <= 1 + unanswered && plain == unanswered && is_answered_but_verb(&c, unanswered))
            check_restrictions_added(&c);
    }
}
