/* Marks an item of a list that is left out ("import and sale" – "Einfuhr") or added ("injured" – "getötet und
 * verletzt").
 *
 * One word may say both items ("peace and quiet"), and a translator may join what English does not, so the other side
 * must answer word for word, must have no word left that could be the item, and must be as much shorter. */
#include "bilingual/wording.h"
#include "checks/places.h"
#include "lexicon/analysis.h"

/* Words of an item: "several laptops". */
#define MOST_ITEM 3

/* Words of sense that a pair of sentences must have. */
#define LEAST_CONTENT 5

/* Letters that "Besucherinnen und Besucher" share. */
#define ALIKE 4

struct lists {
    const struct check_run *run;
    const struct bilingual *bilingual;
    const struct passage *passage;
    const struct list_record *light;
    uint32_t english_first, english_end, german_first, german_end;
};

static bool is_english_joint(const struct lists *l, uint32_t token)
{
    return lower_in_list(l->bilingual->lexicon, LIST_JOINTS, &l->bilingual->english->tokens[token]);
}

static bool is_german_joint(const struct lists *l, uint32_t token)
{
    return in_list_lower(l->run, LIST_JOINTS, token) || text_is(l->run, token, "auch") ||
           text_is(l->run, token, "sowohl");
}

static bool is_german_content(const struct lists *l, uint32_t token)
{
    const struct token *at = &l->run->doc->tokens[token];

    return at->kind == TOKEN_NUMBER ||
           (at->kind == TOKEN_WORD && !is_light_word(at) && !german_entry(l->run, l->light, token));
}

static bool is_noun(const struct token *token)
{
    return token_is(token, POS_NOUN) && (token->flags & TOKEN_CAPITAL) != 0;
}

/* What Ding has first for the English word is a noun. */
static bool means_thing(const struct lists *l, uint32_t english)
{
    const struct english_record *record = l->bilingual->words[english].record;
    const struct lexicon *lexicon = l->bilingual->lexicon;

    for (uint32_t i = 0; record != NULL && i < record->stem_count; i++) {
        const struct translation_record *row = stem_translation(lexicon, record, i);

        if (row != NULL && row->count > 0)
            return form_is(lexicon, lemma_text(lexicon, lexicon->translation_words[row->first].lemma), POS_NOUN);
    }
    return false;
}

/* ---- lost ---- */

/* No German word is left that could render the item: none of sense, but for a verb that stands for small English ones
 * ("made"). */
static bool has_free_german(const struct lists *l)
{
    for (uint32_t i = l->german_first; i < l->german_end; i++) {
        const struct token *at = &l->run->doc->tokens[i];

        if (is_german_content(l, i) && l->bilingual->german[i].linked == LINK_NONE &&
            (is_noun(at) || token_is(at, POS_NAME) || token_is(at, POS_NUMERAL) || at->analysis.reading_count == 0 ||
             !token_is(at, POS_VERB)))
            return true;
    }
    return false;
}

/* "the", "several", "many". */
static bool is_determiner(const struct lists *l, uint32_t english)
{
    const struct lexicon *lexicon = l->bilingual->lexicon;
    size_t count;
    const struct pair_record *row = pairs_of_lower(lexicon, named_table(lexicon, TABLE_ENGLISH_FIELDS),
                                                   &l->bilingual->english->tokens[english], &count);

    return is_english_determiner(l->bilingual, english) ||
           (row != NULL && holds_value(lexicon, row, count, SLICE("det")));
}

/* Its German is a verb. */
static bool is_verb(const struct lists *l, uint32_t english)
{
    uint32_t german = l->bilingual->words[english].best;

    return german != NO_ID && token_is(&l->run->doc->tokens[german], POS_VERB) &&
           !is_capitalised(&l->run->doc->tokens[german]);
}

/* What stands behind an item: a mark, a small word that begins no object ("pass it on"), the verb of the sentence. */
static bool ends_item(const struct lists *l, uint32_t english)
{
    if (english == l->english_end || l->bilingual->english->tokens[english].kind == TOKEN_PUNCTUATION)
        return true;
    if (carries_sense(l->bilingual, english))
        return is_verb(l, english);
    if (slice_is(lower_english(l->bilingual, english), "of"))
        return true;
    return !is_determiner(l, english) &&
           !lower_in_list(l->bilingual->lexicon, LIST_ENGLISH_NOUN_PRONOUNS, &l->bilingual->english->tokens[english]);
}

/* The last word of the item that begins at a token: words that have no German at all, of which the last is a thing, up
 * to a mark or a small word; NO_ID: there is none. */
static uint32_t end_of_lost_item(const struct lists *l, uint32_t first)
{
    uint32_t last = NO_ID;

    for (uint32_t i = first; i < l->english_end && i < first + MOST_ITEM; i++) {
        if (l->bilingual->english->tokens[i].kind != TOKEN_WORD || (last != NO_ID && !carries_sense(l->bilingual, i)))
            break;
        if (!carries_sense(l->bilingual, i)) {
            if (!is_determiner(l, i))
                return NO_ID;
            continue;
        }
        if (l->bilingual->words[i].link_count > 0 && last != NO_ID)
            break;
        if (l->bilingual->words[i].link_count > 0)
            return NO_ID;
        last = i;
    }
    return last != NO_ID && means_thing(l, last) && ends_item(l, last + 1) ? last : NO_ID;
}

/* The word on the other side of a German joint renders an English item before this one: "Schmuck und Bargeld". */
static bool is_of_list(const struct lists *l, uint32_t german, uint32_t english)
{
    uint32_t best = l->bilingual->german[german].best;

    return best != NO_ID && best < english && best + 2 * MOST_ITEM > english &&
           !is_english_joint(l, best + 1); /* "A and B" with both there needs no third */
}

/* The German word is joined with one that stands for no item of the English list: that may be the item. */
static bool is_joined_with_other(const struct lists *l, uint32_t german, uint32_t english)
{
    for (uint32_t i = german; i > l->german_first && i + MOST_ITEM > german; i--)
        if (is_german_joint(l, i - 1))
            return i < l->german_first + 2 || !is_of_list(l, i - 2, english);
    for (uint32_t i = german + 1; i < l->german_end && i < german + MOST_ITEM; i++)
        if (is_german_joint(l, i))
            return i + 1 >= l->german_end || !is_of_list(l, i + 1, english);
    return false;
}

static uint32_t length_of(const struct document *doc, uint32_t first, uint32_t end)
{
    return doc->tokens[end - 1].span.end - doc->tokens[first].span.start;
}

/* The German is no longer than it may be with half of the item lost: it takes more letters than English. */
static bool is_shorter(const struct lists *l, uint32_t joint, uint32_t last)
{
    uint32_t english = length_of(l->bilingual->english, l->english_first, l->english_end);
    uint32_t german = length_of(l->run->doc, l->german_first, l->german_end);
    uint32_t item = length_of(l->bilingual->english, joint, last + 1);

    return german * 10 + item * 5 <= english * 14;
}

/* "import and sale of" – "Einfuhr von". */
static void check_lost_item(const struct lists *l)
{
    for (uint32_t i = l->english_first + 1; i + 1 < l->english_end; i++) {
        uint32_t last, german = l->bilingual->words[i - 1].best;

        if (!is_english_joint(l, i) || !carries_sense(l->bilingual, i - 1) || german == NO_ID ||
            l->bilingual->words[i - 1].best_kind < LINK_LEARNED || (last = end_of_lost_item(l, i + 1)) == NO_ID)
            continue;
        const struct token *at = &l->run->doc->tokens[german];

        if (!is_noun(at) || (at->analysis.part_count > 1 && l->bilingual->words[i - 1].best_kind != LINK_DICTIONARY) ||
            is_joined_with_other(l, german, i) || !is_shorter(l, i, last))
            continue;
        quote_english(
            l->run,
            report_with_source(l->run, "bilingual/omission", at->span, passage_source(l->bilingual, l->passage)),
            english_between(l->bilingual, i, last));
        return;
    }
}

/* ---- added ---- */

/* No English word of sense is left that the German one could render. */
static bool has_free_english(const struct lists *l)
{
    for (uint32_t i = l->english_first; i < l->english_end; i++)
        if (carries_sense(l->bilingual, i) && l->bilingual->words[i].best == NO_ID &&
            l->bilingual->words[i].link_count == 0)
            return true;
    return false;
}

/* Both nouns, or both participles. */
static bool are_of_one_kind(const struct lists *l, uint32_t left, uint32_t right)
{
    const struct token *a = &l->run->doc->tokens[left], *b = &l->run->doc->tokens[right];

    return (is_noun(a) && is_noun(b)) ||
           (token_is_verb_form(a, VERB_PARTICIPLE2) && token_is_verb_form(b, VERB_PARTICIPLE2) &&
            ((a->flags | b->flags) & TOKEN_CAPITAL) == 0);
}

static bool begin_alike(struct slice left, struct slice right)
{
    return left.len >= ALIKE && right.len >= ALIKE && slice_starts(left, (struct slice){ right.at, ALIKE });
}

/* The English joins nothing near the word. */
static bool is_joined_in_english(const struct lists *l, uint32_t english)
{
    uint32_t first = english > l->english_first + MOST_ITEM ? english - MOST_ITEM : l->english_first;

    for (uint32_t i = first; i < l->english_end && i <= english + MOST_ITEM; i++)
        if (is_english_joint(l, i) || slice_is(english_text(l->bilingual, i), ",") ||
            slice_is(lower_english(l->bilingual, i), "with"))
            return true;
    return false;
}

/* The added one of two that are joined; NO_ID: neither, or not sure. */
static uint32_t added_item(const struct lists *l, uint32_t joint)
{
    const struct german_word *german = l->bilingual->german;
    uint32_t left = joint - 1, right = joint + 1;
    uint32_t added = german[left].linked == LINK_NONE ? left : right, kept = added == left ? right : left;

    if (german[added].linked != LINK_NONE || german[kept].best == NO_ID || german[kept].best_kind != LINK_DICTIONARY ||
        !are_of_one_kind(l, left, right) || !is_german_content(l, added) ||
        (l->run->doc->tokens[left].flags & TOKEN_HYPHEN) != 0 ||
        begin_alike(lower_at(l->run, left), lower_at(l->run, right)) ||
        in_list(l->run, LIST_PAIRS_OF_ONE_IDEA, added) || is_joined_in_english(l, german[kept].best))
        return NO_ID;
    return added;
}

/* "injured" – "getötet und verletzt". */
static void check_added_item(const struct lists *l)
{
    if (has_free_english(l))
        return;
    for (uint32_t i = l->german_first + 1; i + 1 < l->german_end; i++) {
        uint32_t added = is_german_joint(l, i) ? added_item(l, i) : NO_ID;

        if (added == NO_ID)
            continue;
        struct issue *issue = report_with_source(l->run, "bilingual/addition",
                                                 tokens_span(l->run, added < i ? added : i, added < i ? i : added),
                                                 passage_source(l->bilingual, l->passage));

        if (issue != NULL)
            issue->confidence = SHOWN;
        return;
    }
}

void check_lists(const struct check_run *run)
{
    struct lists l = { .run = run,
                       .bilingual = run->doc->bilingual,
                       .light = named_list(&run->context->lexicon, LIST_LIGHT_GERMAN) };

    for (size_t i = 0; l.bilingual->is_english && i < l.bilingual->passage_count; i++) {
        l.passage = &l.bilingual->passages[i];
        if (!is_sentence_pair(l.passage) || l.passage->content < LEAST_CONTENT)
            continue;
        passage_english(l.bilingual, l.passage, &l.english_first, &l.english_end);
        passage_german(run->doc, l.passage, &l.german_first, &l.german_end);
        if (!has_free_german(&l))
            check_lost_item(&l);
        check_added_item(&l);
    }
}
