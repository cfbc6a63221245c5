/* Marks a German word that is another sense of an English one than the rest of the English speaks of: "Satz" for
 * "sentence" beside "judge", "Streichholz" for "match" where nothing burns.
 *
 * sense-fields.tsv has the German words of each sense, with the fields and the single words that the sense keeps
 * company with; english-fields.tsv says which English words belong to a field. So the source decides by itself, and
 * what the German made of the words around does not matter. A sense is wrong where the company of another one stands in
 * the passage and none of its own, there or near it. A rare sense ("?") needs no other's company: it is wrong without
 * its own. Nothing is marked where the German has a word of another sense as well. */
#include "bilingual/wording.h"
#include "checks/places.h"
#include "lexicon/analysis.h"
#include "text/letters.h"

/* How sure a mark is that is shown by default. */
#define SURE 0.9f

enum {
    MOST_SENSES = 8,
    NEAR_TOKENS = 90, /* English tokens before and behind the passage where company counts as near */
    BESIDE = 3,       /* tokens from the word to company that stands beside it */
    WEIGHT_SURE = 2,  /* of company beside the word, or of a word that the row names itself */
    LEAST_WEIGHT = 1, /* of another sense's company, against a word; and against one of a common sense */
    LEAST_AGAINST_COMMON = 2,
};

/* A sense of the row at hand: its German words, its company, and how much of that there is. */
struct field_sense {
    struct slice german, company;
    bool rare, common; /* "?"; "!", or the first */
    bool marked;       /* a sense without company is not, unless it is said to be common or rare */
    unsigned here, near;
};

struct row {
    const struct check_run *run;
    const struct bilingual *bilingual;
    const struct list_record *fields;
    uint32_t word; /* the English token */
    uint32_t english, english_end, german, german_end;
    struct field_sense senses[MOST_SENSES];
    size_t count;
};

/* ---- reading a row ---- */

/* "?Streichholz,Zündholz:fire+=box": rare, German words, company. */
static void add_sense(struct row *row, struct slice text)
{
    struct field_sense *sense = &row->senses[row->count++];
    bool rare = slice_starts(text, SLICE("?")), common = slice_starts(text, SLICE("!"));

    text = slice_from(text, rare || common ? 1 : 0);
    const char *colon = memchr(text.at, ':', text.len);

    *sense = (struct field_sense){ .rare = rare, .common = common || row->count == 1 };
    sense->marked = rare || common || colon != NULL;
    sense->german = colon == NULL ? text : slice_between(text.at, colon);
    if (colon != NULL)
        sense->company = slice_from(text, sense->german.len + 1);
}

static void read_row(struct row *row, struct slice text)
{
    struct slice item;

    row->count = 0;
    while (row->count < MOST_SENSES && take_part(&text, '|', &item))
        add_sense(row, item);
}

/* ---- company ---- */

static bool is_same_word(const struct row *row, uint32_t token)
{
    return token == row->word || slice_equal(token_lower(&row->bilingual->english->tokens[token]),
                                             token_lower(&row->bilingual->english->tokens[row->word]));
}

/* One of the word's fields is the one asked for. */
static bool is_of_field(const struct row *row, const struct pair_record *fields, size_t count, struct slice field)
{
    for (size_t i = 0; i < count; i++)
        if (slice_equal(lexicon_text(row->bilingual->lexicon, fields[i].value), field))
            return true;
    return false;
}

/* How much the English token says for the sense: by its field, more beside the word or by itself ("=box"); 0: nothing.
 */
static unsigned weight_of(const struct row *row, const struct field_sense *sense, uint32_t token)
{
    bool beside = token + BESIDE >= row->word && token <= row->word + BESIDE;
    size_t count;
    const struct pair_record *fields = english_pairs(row->bilingual, token, row->fields, &count);
    struct slice list = sense->company, item;

    while (take_part(&list, '+', &item))
        if (slice_starts(item, SLICE("="))) {
            if (english_is(row->bilingual, token, slice_from(item, 1)))
                return WEIGHT_SURE;
        } else if (is_of_field(row, fields, count, item)) {
            return beside ? WEIGHT_SURE : 1;
        }
    return 0;
}

/* A word that stands there twice is counted once. */
static bool stood_before(const struct row *row, uint32_t first, uint32_t token)
{
    for (uint32_t i = first; i < token; i++)
        if (slice_equal(token_lower(&row->bilingual->english->tokens[i]),
                        token_lower(&row->bilingual->english->tokens[token])))
            return true;
    return false;
}

static void count_company(struct row *row)
{
    uint32_t first = row->english > NEAR_TOKENS ? row->english - NEAR_TOKENS : 0;
    uint32_t end = row->english_end + NEAR_TOKENS, all = (uint32_t)row->bilingual->english->token_count;

    for (uint32_t i = first; i < end && i < all; i++) {
        bool here = i >= row->english && i < row->english_end;

        if (row->bilingual->english->tokens[i].kind != TOKEN_WORD || is_same_word(row, i) ||
            stood_before(row, here ? row->english : first, i))
            continue;
        for (size_t j = 0; j < row->count; j++)
            *(here ? &row->senses[j].here : &row->senses[j].near) += weight_of(row, &row->senses[j], i);
    }
}

/* ---- German words ---- */

/* A verb with its prefix elsewhere is that verb, not the one without. */
static bool has_lemma(const struct token *token, uint32_t lemma)
{
    return token->analysis.joined != NO_ID ? token->analysis.joined == lemma : token_has_lemma(token, lemma);
}

/* The compound has the word in it: as one of its parts, or as its beginning. */
static bool has_part(const struct row *row, const struct token *token, struct slice word, uint32_t lemma)
{
    const struct compound_part *parts = token_parts(row->run->doc, token);

    for (uint32_t i = 0; i < token->analysis.part_count; i++)
        if (parts[i].lemma == lemma)
            return true;
    return slice_starts(token_text(row->run->doc, token), word);
}

/* The lemma may be that of a compound's head alone. */
static bool is_head(const struct row *row, const struct token *token, uint32_t lemma)
{
    uint32_t count = token->analysis.part_count;

    return count > 1 && token_parts(row->run->doc, token)[count - 1].lemma == lemma;
}

/* The word itself, or a compound with it where parts count. */
static bool is_word(const struct row *row, uint32_t german, struct slice word, bool parts)
{
    const struct token *token = token_at(row->run, german);
    uint32_t lemma = lexicon_lemma(row->bilingual->lexicon, word);
    int32_t c;

    read_code_point(word, &c);
    if (token->kind != TOKEN_WORD || (is_upper(c) && (token->flags & TOKEN_CAPITAL) == 0))
        return false;
    if (lemma == NO_ID)
        return slice_equal(token_text(row->run->doc, token), word);
    return (has_lemma(token, lemma) && !is_head(row, token, lemma)) ||
           (parts && token->analysis.part_count > 1 && has_part(row, token, word, lemma));
}

static bool is_of_sense(const struct row *row, uint32_t german, const struct field_sense *sense, bool parts)
{
    struct slice list = sense->german, word;

    while (take_part(&list, ',', &word))
        if (is_word(row, german, word, parts))
            return true;
    return false;
}

/* One of the sense's words is a synonym of the lemma. */
static bool is_akin(const struct row *row, const struct field_sense *sense, uint32_t lemma)
{
    const struct lexicon *lexicon = row->bilingual->lexicon;
    size_t count, other_count;
    const struct synonym_record *groups = synonyms_of(lexicon, lemma, &count);
    struct slice list = sense->german, word;

    while (count > 0 && take_part(&list, ',', &word)) {
        uint32_t other = lexicon_lemma(lexicon, word);
        const struct synonym_record *others = other == NO_ID ? NULL : synonyms_of(lexicon, other, &other_count);

        for (size_t i = 0; others != NULL && i < other_count; i++)
            for (size_t j = 0; j < count; j++)
                if (groups[j].group == others[i].group)
                    return true;
    }
    return false;
}

/* The only sense of which the German word is a synonym, where Ding has it for the English one; NULL: none, or several.
 */
static struct field_sense *sense_akin(struct row *row, uint32_t german)
{
    const struct token *token = token_at(row->run, german);
    struct field_sense *found = NULL;

    if (token->analysis.part_count > 1 || link_between(row->bilingual, row->word, german) != LINK_DICTIONARY)
        return NULL;
    uint32_t lemma = token->analysis.joined != NO_ID     ? token->analysis.joined
                     : token->analysis.reading_count > 0 ? token->analysis.readings[0].lemma
                                                         : NO_ID;

    for (size_t i = 0; lemma != NO_ID && i < row->count; i++) {
        if (!is_akin(row, &row->senses[i], lemma))
            continue;
        if (found != NULL)
            return NULL;
        found = &row->senses[i];
    }
    return found;
}

/* The rest of a compound that no dictionary has is the English word beside the one at hand: "Taschentuchprobe" for
 * "tissue sample". */
static bool is_built_beside(const struct row *row, uint32_t german)
{
    if (lexicon_form(row->bilingual->lexicon, text_at(row->run, german)) != NO_ID)
        return false;
    return (row->word + 1 < row->english_end && link_between(row->bilingual, row->word + 1, german) == LINK_PART) ||
           (row->word > row->english && link_between(row->bilingual, row->word - 1, german) == LINK_PART);
}

/* The sense that the German word is of, in whole or as part of a compound made of the English words; none where it can
 * be of two. */
static struct field_sense *sense_of(struct row *row, uint32_t german)
{
    bool parts = token_at(row->run, german)->analysis.part_count > 1 && is_built_beside(row, german);
    struct field_sense *found = NULL;

    for (size_t i = 0; i < row->count; i++) {
        if (!is_of_sense(row, german, &row->senses[i], parts))
            continue;
        if (found != NULL)
            return NULL;
        found = &row->senses[i];
    }
    return found != NULL ? found : sense_akin(row, german);
}

/* Ding gives one of the sense's words for the English token. */
static bool translates(const struct row *row, uint32_t english, const struct field_sense *sense)
{
    const struct lexicon *lexicon = row->bilingual->lexicon;
    const struct english_record *record = row->bilingual->words[english].record;
    struct slice list = sense->german, word;

    while (take_part(&list, ',', &word)) {
        uint32_t lemma = lexicon_lemma(lexicon, word);

        for (uint32_t i = 0; lemma != NO_ID && record != NULL && i < record->stem_count; i++) {
            const struct translation_record *translation = translation_of(lexicon, english_stem(lexicon, record, i));

            for (uint32_t j = 0; translation != NULL && j < translation->count; j++)
                if (lexicon->translation_words[translation->first + j].lemma == lemma)
                    return true;
        }
    }
    return false;
}

/* Some other German word is the English one's: "Stürmer" that of "striker", which could stand for "Streichholz". */
static bool has_its_own(const struct row *row, uint32_t english, uint32_t german)
{
    const struct english_word *word = &row->bilingual->words[english];

    return word->best != NO_ID && word->best != german && word->best_kind >= LINK_DICTIONARY;
}

/* Another English word stands for the German one, alone or together with the word at hand ("spring water"). */
static bool is_accounted_for(const struct row *row, uint32_t german, const struct field_sense *sense)
{
    bool compound = token_at(row->run, german)->analysis.part_count > 1;

    for (uint32_t i = row->english; i < row->english_end; i++) {
        const struct english_word *word = &row->bilingual->words[i];

        if (is_same_word(row, i) || has_its_own(row, i, german))
            continue;
        for (uint32_t j = 0; j < word->link_count; j++) {
            const struct link *link = &row->bilingual->links[word->first_link + j];

            if (link->german == german &&
                (link->kind == LINK_DICTIONARY || (!compound && link->kind == LINK_PART) || link->kind == LINK_NAME))
                return true;
        }
        if (translates(row, i, sense))
            return true;
    }
    return false;
}

/* ---- judging ---- */

/* The sense that is meant instead; NULL: the one that stands there may be right. */
static const struct field_sense *meant_instead(const struct row *row, const struct field_sense *sense)
{
    const struct field_sense *best = NULL;
    unsigned least = sense->common ? LEAST_AGAINST_COMMON : LEAST_WEIGHT;

    if (sense->here > 0 || !sense->marked)
        return NULL;
    for (size_t i = 0; i < row->count; i++) {
        const struct field_sense *other = &row->senses[i];

        if (other == sense)
            continue;
        if (other->here >= least && sense->near == 0 && (best == NULL || other->here > best->here))
            best = other;
    }
    if (best == NULL && sense->rare && sense->near == 0)
        best = &row->senses[sense == row->senses ? 1 : 0];
    return best;
}

static void mark(const struct row *row, uint32_t german, const struct field_sense *right)
{
    const struct check_run *run = row->run;
    struct arena *arena = run->issues->arena;
    const struct token *token = token_at(run, german);
    struct slice english = english_text(row->bilingual, row->word), list = right->german, word, text = { "", 0 };
    struct issue *issue =
        report_with_source(run, "bilingual/wrong-sense", token->span, run->doc->sentences[token->sentence].source);

    if (issue == NULL)
        return;
    while (take_part(&list, ',', &word)) {
        text =
            arena_print(arena, "%.*s%s%.*s", (int)text.len, text.at, text.len > 0 ? ", " : "", (int)word.len, word.at);
        if (token->analysis.part_count <= 1)
            suggest(run, issue, lemma_like(row->bilingual->lexicon, word, token));
    }
    issue->message[LANGUAGE_DE] =
        arena_print(arena, "„%.*s“ heißt hier: %.*s.", (int)english.len, english.at, (int)text.len, text.at);
    issue->message[LANGUAGE_EN] =
        arena_print(arena, "\"%.*s\" means %.*s here.", (int)english.len, english.at, (int)text.len, text.at);
}

/* A word of any other sense stands in the passage. */
static bool has_other(struct row *row, const struct field_sense *sense)
{
    for (uint32_t i = row->german; i < row->german_end; i++)
        for (size_t j = 0; j < row->count; j++)
            if (&row->senses[j] != sense && is_of_sense(row, i, &row->senses[j], true))
                return true;
    return false;
}

/* The English word was left as it is, or is a title or part of a name. */
static bool is_name(const struct row *row, uint32_t german)
{
    const struct token *token = &row->bilingual->english->tokens[row->word];

    return (token->flags & (TOKEN_CAPITAL | TOKEN_SENTENCE_START)) == TOKEN_CAPITAL ||
           slice_equal(token_lower(token), lower_at(row->run, german));
}

/* What marks the word already; NULL: nothing. */
static struct issue *issue_at(const struct row *row, uint32_t german)
{
    struct span span = token_at(row->run, german)->span;

    for (size_t i = 0; i < row->run->issues->count; i++) {
        struct issue *issue = &row->run->issues->items[i];

        if (issue->span.start < span.end && span.start < issue->span.end)
            return issue;
    }
    return NULL;
}

/* A rule that was not sure of the German alone is sure with its English. */
static void mark_or_confirm(const struct row *row, uint32_t german, const struct field_sense *right)
{
    struct issue *issue = issue_at(row, german);

    if (issue == NULL)
        mark(row, german, right);
    else if (issue->confidence < SURE && slice_starts(issue->rule->id, SLICE("wrong-sense/")))
        issue->confidence = SURE;
}

static void check_row(struct row *row)
{
    for (uint32_t i = row->german; i < row->german_end; i++) {
        struct field_sense *sense = sense_of(row, i);

        if (sense == NULL || is_name(row, i) || is_accounted_for(row, i, sense) || has_other(row, sense))
            continue;
        count_company(row);
        const struct field_sense *right = meant_instead(row, sense);

        if (right != NULL)
            mark_or_confirm(row, i, right);
        return;
    }
}

static void check_word(struct row *row, const struct list_record *table)
{
    const struct passage *passage = &row->bilingual->passages[row->bilingual->words[row->word].passage];
    size_t count;
    const struct pair_record *rows = english_pairs(row->bilingual, row->word, table, &count);

    passage_english(row->bilingual, passage, &row->english, &row->english_end);
    passage_german(row->run->doc, passage, &row->german, &row->german_end);
    for (size_t i = 0; i < count; i++) {
        read_row(row, lexicon_text(row->bilingual->lexicon, rows[i].value));
        check_row(row);
    }
}

void check_sense_fields(const struct check_run *run)
{
    struct row row = { .run = run,
                       .bilingual = run->doc->bilingual,
                       .fields = named_table(&run->context->lexicon, TABLE_ENGLISH_FIELDS) };
    const struct list_record *const tables[] = {
        named_table(&run->context->lexicon, TABLE_SENSE_FIELDS),
    };

    for (size_t t = 0; row.bilingual->is_english && t < sizeof tables / sizeof *tables; t++)
        for (uint32_t i = 0; tables[t] != NULL && i < row.bilingual->english->token_count; i++)
            if (can_compare_word(run, i) && english_may_be(row.bilingual, i, tables[t])) {
                row.word = i;
                check_word(&row, tables[t]);
            }
}
