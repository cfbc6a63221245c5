/* Marks a phrase that says what no word of the English does: "trotz heftiger Proteste", "gemeinsam mit seinen
 * Partnern".
 *
 * The words that open such phrases stand in denying-words.tsv behind "+", with the English ones that they may render.
 * Nothing of the phrase may have a link, and the English no word of sense that is left, but for a verb. */
#include "bilingual/wording.h"
#include "checks/places.h"
#include "lexicon/analysis.h"

/* Tokens of a phrase. */
#define MOST_PHRASE 5

/* English words of sense without German: a verb ("plans to"). */
#define MOST_FREE 1

/* Words of sense of a sentence in which an adjective is looked at. */
#define LEAST_CONTENT 4

/* Renderings that are looked at. */
#define COMMONEST 4

struct phrases {
    const struct check_run *run;
    const struct bilingual *bilingual;
    const struct passage *passage;
    uint32_t english_first, english_end, german_first, german_end;
};

static void mark(const struct phrases *p, uint32_t first, uint32_t last)
{
    struct issue *issue = report_with_source(p->run, "bilingual/addition", tokens_span(p->run, first, last),
                                             passage_source(p->bilingual, p->passage));

    if (issue != NULL)
        issue->confidence = SHOWN;
}

/* One of the words that a row's German word may render stands in the English. */
static bool is_rendered(const struct phrases *p, const struct pair_record *row, size_t count)
{
    for (uint32_t i = p->english_first; i < p->english_end; i++)
        for (size_t j = 1; j < count; j++)
            if (slice_equal(lower_english(p->bilingual, i), lexicon_text(p->bilingual->lexicon, row[j].value)))
                return true;
    return false;
}

/* "trotz", where the English has nothing like it. */
static bool opens_added(const struct phrases *p, uint32_t german)
{
    const struct lexicon *lexicon = p->bilingual->lexicon;
    size_t count;
    const struct pair_record *row =
        pairs_of_lower(lexicon, named_table(lexicon, TABLE_DENYING_WORDS), &p->run->doc->tokens[german], &count);

    if ((p->run->doc->tokens[german].flags & (TOKEN_CAPITAL | TOKEN_SENTENCE_START)) == TOKEN_CAPITAL)
        return false; /* "vielen Dank" */
    return row != NULL && slice_is(lexicon_text(lexicon, row[0].value), "+") &&
           p->bilingual->german[german].linked == LINK_NONE && !is_rendered(p, row, count);
}

/* The noun that ends the phrase, none of whose words has a link; NO_ID: none. */
static uint32_t end_of_phrase(const struct phrases *p, uint32_t opener)
{
    const struct token *tokens = p->run->doc->tokens;

    for (uint32_t i = opener + 1; i < p->german_end && i <= opener + MOST_PHRASE && tokens[i].kind == TOKEN_WORD; i++) {
        if (p->bilingual->german[i].linked != LINK_NONE && !is_function_word(&tokens[i]))
            return NO_ID;
        if (token_is(&tokens[i], POS_NOUN) && (tokens[i].flags & TOKEN_CAPITAL) != 0)
            return i;
    }
    return NO_ID;
}

static uint32_t count_free_english(const struct phrases *p)
{
    uint32_t count = 0;

    for (uint32_t i = p->english_first; i < p->english_end; i++)
        count += carries_sense(p->bilingual, i) && p->bilingual->words[i].link_count == 0;
    return count;
}

/* ---- adjectives ---- */

/* One of the commonest renderings of the English word is a verb. */
static bool is_english_verb(const struct phrases *p, uint32_t english)
{
    const struct english_record *record = p->bilingual->words[english].record;
    const struct lexicon *lexicon = p->bilingual->lexicon;

    for (uint32_t i = 0; record != NULL && i < record->stem_count; i++) {
        const struct translation_record *row = stem_translation(lexicon, record, i);

        for (uint32_t j = 0; row != NULL && j < row->count && j < COMMONEST; j++)
            if (form_is(lexicon, lemma_text(lexicon, lexicon->translation_words[row->first + j].lemma), POS_VERB))
                return true;
    }
    return false;
}

/* Its German is a compound that it shares, or a sure one of another word. */
static bool has_sure_link(const struct phrases *p, uint32_t english)
{
    const struct english_word *word = &p->bilingual->words[english];

    for (uint32_t i = 0; i < word->link_count; i++)
        if (p->bilingual->links[word->first_link + i].kind >= LINK_LEARNED)
            return true;
    return word->best != NO_ID;
}

/* A German verb is left, which an English one that is left stands for. */
static bool has_free_verb(const struct phrases *p)
{
    for (uint32_t i = p->german_first; i < p->german_end; i++) {
        const struct token *at = &p->run->doc->tokens[i];

        if (p->bilingual->german[i].linked == LINK_NONE && token_is(at, POS_VERB) && !is_light_word(at) &&
            (at->flags & TOKEN_CAPITAL) == 0)
            return true;
    }
    return false;
}

/* All English words of sense have their German, or all but a verb for which a German one is left. */
static bool is_all_answered(const struct phrases *p)
{
    uint32_t verbs = 0;

    for (uint32_t i = p->english_first; i < p->english_end; i++) {
        if (!carries_sense(p->bilingual, i) || has_sure_link(p, i))
            continue;
        if (!is_english_verb(p, i) || ++verbs > 1)
            return false;
    }
    return verbs == 0 || has_free_verb(p);
}

/* "umfangreich", "jeweilig", "ehemalig": added freely, or another check's business. */
static bool is_light_adjective(const struct phrases *p, uint32_t german)
{
    const struct lexicon *lexicon = p->bilingual->lexicon;
    struct slice keys[MOST_GERMAN_KEYS];
    size_t keys_count = german_keys(p->run, german, keys), count;

    for (size_t i = 0; i < keys_count; i++)
        if (in_word_list(lexicon, LIST_LIGHT_ADJECTIVES, keys[i]) ||
            pairs_of(lexicon, named_table(lexicon, TABLE_KEPT_GERMAN), keys[i], &count) != NULL)
            return true;
    return false;
}

/* "gefasste Beschlüsse" for "decisions made": an adjective that is a form of a verb. */
static bool is_participle(const struct phrases *p, uint32_t german)
{
    const struct token *at = &p->run->doc->tokens[german];

    for (uint16_t i = 0; at->analysis.part_count <= 1 && i < at->analysis.reading_count; i++)
        if (form_is(p->bilingual->lexicon, lemma_text(p->bilingual->lexicon, at->analysis.readings[i].lemma), POS_VERB))
            return true;
    return false;
}

/* "die preisgekrönte Schauspielerin": an adjective with its ending between a determiner and a noun. */
static bool is_attribute(const struct phrases *p, uint32_t german)
{
    const struct token *tokens = p->run->doc->tokens;
    struct slice text = text_at(p->run, german);

    return german > p->german_first && german + 1 < p->german_end && token_is(&tokens[german], POS_ADJECTIVE) &&
           !is_function_word(&tokens[german]) && (tokens[german].flags & (TOKEN_CAPITAL | TOKEN_DIGIT)) == 0 &&
           !is_participle(p, german) && !slice_ends(text, SLICE("t")) && is_function_word(&tokens[german - 1]) &&
           token_is(&tokens[german + 1], POS_NOUN) && (tokens[german + 1].flags & TOKEN_CAPITAL) != 0 &&
           (tokens[german + 1].analysis.part_count <= 1 ||
            p->bilingual->german[german + 1].best_kind == LINK_DICTIONARY);
}

/* "the actress": the English noun stands right behind its determiner. */
static bool is_bare_english(const struct phrases *p, uint32_t english)
{
    return english != NO_ID && english > p->english_first && is_english_determiner(p->bilingual, english - 1);
}

static void check_attribute(const struct phrases *p)
{
    for (uint32_t i = p->german_first; i < p->german_end; i++) {
        if (!is_attribute(p, i) || p->bilingual->german[i].linked != LINK_NONE ||
            p->bilingual->german[i + 1].best_kind < LINK_LEARNED ||
            !is_bare_english(p, p->bilingual->german[i + 1].best) || is_light_adjective(p, i) || !is_all_answered(p))
            continue;
        mark(p, i, i);
        return;
    }
}

/* ---- */

static void check_opened(const struct phrases *p)
{
    for (uint32_t i = p->german_first; i < p->german_end; i++) {
        uint32_t end = opens_added(p, i) ? end_of_phrase(p, i) : NO_ID;

        if (end == NO_ID || count_free_english(p) > MOST_FREE)
            continue;
        mark(p, i, end);
        return;
    }
}

void check_added_phrases(const struct check_run *run)
{
    struct phrases p = { .run = run, .bilingual = run->doc->bilingual };

    for (size_t i = 0; p.bilingual->is_english && i < p.bilingual->passage_count; i++) {
        p.passage = &p.bilingual->passages[i];
        if (!is_sentence_pair(p.passage) || is_free_translation(p.passage))
            continue;
        passage_english(p.bilingual, p.passage, &p.english_first, &p.english_end);
        passage_german(run->doc, p.passage, &p.german_first, &p.german_end);
        check_opened(&p);
        if (p.passage->content >= LEAST_CONTENT)
            check_attribute(&p);
    }
}
