/* Marks German words that an English one never means, or not in this company: false friends ("actual" – "aktuell"),
 * wrong senses ("the bill passed" – "Rechnung"), parts of a fixed phrase rendered one by one ("turn down" –
 * "hinunterdrehen").
 *
 * What is wrong stands in tables of dictionaries/bilingual/, with the English words in whose company it is wrong. The
 * wrong word is marked only where no other English word accounts for it and none of the right ones stands beside it. */
#include "bilingual/checks.h"
#include "bilingual/phrase_evidence.h"
#include "bilingual/wording.h"
#include "checks/places.h"
#include "lexicon/analysis.h"
#include "text/unicode.h"

enum {
    COLUMNS = 3,      /* behind the key: company, wrong words, right words */
    MOST_WORDS = 8,   /* of one item of company or of one wrong rendering */
    MOST_BETWEEN = 4, /* words that "..." may stand for */
};

/* The tables, and the rules that report what they say. */
enum { FRIENDS, SENSES, PHRASES };
static const struct {
    const char *table, *rule;
} tables[] = {
    [FRIENDS] = { "false-friends", "bilingual/false-friend" },
    [SENSES] = { "wrong-senses", "bilingual/wrong-sense" },
    [PHRASES] = { "literal-phrases", "bilingual/literal-phrase" },
};

/* An English word of the text, its passage, and the row of a table at hand. */
struct sense {
    const struct check_run *run;
    const struct bilingual *bilingual;
    const char *rule;
    const struct passage *passage;
    uint32_t word;                                     /* the English token that is the row's key */
    uint32_t english, english_end, german, german_end; /* tokens of the passage */
    uint32_t first, last; /* English tokens of the frame that the word stands in, the word among them */
    struct slice company, wrong, right;
    struct wanted *wanted; /* the German word of a row that was looked up last */
};

/* A German word as the tables write it, to be compared with token after token. */
struct wanted {
    struct slice word, bare; /* as written, and without hyphens */
    uint32_t lemma;          /* NO_ID: no dictionary has it */
    bool head, first;        /* a hyphen before it, behind it */
};

/* What renders the English wrongly: German tokens, and the first of its words. */
struct wrong_words {
    uint32_t first, last, word;
    bool whole; /* one word, and not only the part of a compound */
};

/* The next item between bars; false behind the last. "-" is an empty list. */
static bool next_item(struct slice *list, struct slice *item)
{
    return !slice_equal(*list, SLICE("-")) && take_part(list, '|', item);
}

/* "*Welt": a word that shows that all is right and is nothing to write instead. */
static struct slice without_star(struct slice item)
{
    return slice_starts(item, SLICE("*")) ? slice_from(item, 1) : item;
}

/* The next of the right words that may be written instead. */
static bool next_right_word(struct slice *list, struct slice *item)
{
    while (next_item(list, item))
        if (!slice_starts(*item, SLICE("*")))
            return true;
    return false;
}

/* The words of an item, at most MOST_WORDS of them. */
static size_t split_words(struct slice item, struct slice *words)
{
    size_t count = 0;

    while (count < MOST_WORDS && take_part(&item, ' ', &words[count]))
        count++;
    return count;
}

/* ---- company in the English ---- */

static bool fits_word(const struct sense *sense, uint32_t token, struct slice word)
{
    if (slice_equal(word, SLICE("~")))
        return token == sense->word;
    if (slice_equal(word, SLICE("0")))
        return sense->bilingual->english->tokens[token].kind == TOKEN_NUMBER;
    return slice_equal(word, SLICE("*")) || english_is(sense->bilingual, token, word);
}

/* The words from the token on, one behind the other; *last receives the last token. "..." passes over some words. */
static bool fits_from(const struct sense *sense, uint32_t token, const struct slice *words, size_t count,
                      uint32_t *last)
{
    const struct token *tokens = sense->bilingual->english->tokens;
    uint32_t skip = 0;

    for (size_t i = 0; i < count; i++) {
        if (slice_equal(words[i], SLICE("..."))) {
            skip = MOST_BETWEEN;
            continue;
        }
        while (token < sense->english_end && !fits_word(sense, token, words[i]) && skip > 0 &&
               tokens[token].kind == TOKEN_WORD) {
            token++;
            skip--;
        }
        if (token >= sense->english_end || !fits_word(sense, token, words[i]))
            return false;
        *last = token++;
        skip = 0;
    }
    return true;
}

/* False when the passage lacks one of the words: most company is sought in vain. */
static bool may_have_company(const struct sense *sense, const struct slice *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!slice_equal(words[i], SLICE("~")) && !slice_equal(words[i], SLICE("0")) &&
            !slice_equal(words[i], SLICE("*")) && !slice_equal(words[i], SLICE("...")) &&
            !may_hold_spelling(&sense->passage->spellings, words[i]))
            return false;
    return true;
}

/* Finds the words in the English of the passage; those of a frame ("~ down") around the word itself. */
static bool find_company(struct sense *sense, struct slice item)
{
    struct slice words[MOST_WORDS];
    size_t count = split_words(item, words);
    bool frame = memchr(item.at, '~', item.len) != NULL;
    uint32_t last = sense->word;

    if (!may_have_company(sense, words, count))
        return false;
    for (uint32_t i = sense->english; i < sense->english_end; i++) {
        if (!fits_from(sense, i, words, count, &last) || (frame && (i > sense->word || last < sense->word)))
            continue;
        if (frame) {
            sense->first = i;
            sense->last = last;
        }
        return true;
    }
    return false;
}

/* One of the items must hold, where there are any; none of those behind "!". */
static bool company_holds(struct sense *sense)
{
    struct slice list = sense->company, item;
    bool asked = false, found = false;

    while (next_item(&list, &item)) {
        if (slice_starts(item, SLICE("!"))) {
            if (find_company(sense, slice_from(item, 1)))
                return false;
            continue;
        }
        asked = true;
        found = found || find_company(sense, item);
    }
    return found || !asked;
}

/* ---- German words ---- */

/* "Rechnung" the word itself, "-Rechnung" also the head of a compound, "Macht-" its first part. */
static struct wanted wanted_word(const struct sense *sense, struct slice word)
{
    struct wanted *wanted = sense->wanted;

    if (wanted->word.at == word.at && wanted->word.len == word.len)
        return *wanted;
    bool head = slice_starts(word, SLICE("-")), first = slice_ends(word, SLICE("-"));
    struct slice bare = { word.at + head, word.len - head - first };

    *wanted = (struct wanted){ word, bare, lexicon_lemma(sense->bilingual->lexicon, bare), head, first };
    return *wanted;
}

/* A form of a right word as well: "Dosen" of "Dosis" and "Dose". */
static bool may_be_right(const struct sense *sense, const struct token *token)
{
    struct slice list = sense->right, item;

    while (next_item(&list, &item)) {
        uint32_t lemma = lexicon_lemma(sense->bilingual->lexicon, item);

        if (lemma != NO_ID && is_of_lemma(token, lemma))
            return true;
    }
    return false;
}

/* "Bronzekopf": the word that stands in a phrase of several English ones ("head to") stands by itself. A noun of a
 * wrong sense may have its compound ("Rinderstift" for a cattle pen). */
static bool is_compound_for_phrase(const struct sense *sense, const struct token *token, const struct wanted *wanted)
{
    return sense->rule == tables[PHRASES].rule && !wanted->head &&
           is_longer_compound(sense->run->doc, token, wanted->lemma, wanted->bare.len);
}

static bool fits_german(const struct sense *sense, uint32_t index, const struct wanted *wanted)
{
    const struct token *token = &sense->run->doc->tokens[index];
    uint32_t lemma = wanted->lemma, parts = token->analysis.part_count;

    if (token->kind != TOKEN_WORD)
        return false;
    if (lemma == NO_ID) /* no dictionary has it */
        return slice_starts(token_text(sense->run->doc, token), wanted->bare);
    if (wanted->first)
        return parts > 1 && token_parts(sense->run->doc, token)[0].lemma == lemma;
    return (is_of_lemma(token, lemma) && !is_compound_for_phrase(sense, token, wanted)) ||
           (wanted->head && is_headed_by(sense->run->doc, token, lemma));
}

/* The words of one rendering, in any order within the clause of the first; out receives where they stand. */
static bool fits_rendering(const struct sense *sense, uint32_t token, const struct slice *words, size_t count,
                           struct wrong_words *out)
{
    const struct token *tokens = sense->run->doc->tokens;
    struct wanted wanted = wanted_word(sense, words[0]);

    if (!fits_german(sense, token, &wanted))
        return false;
    *out = (struct wrong_words){ token, token, token, count == 1 && tokens[token].analysis.part_count <= 1 };
    for (size_t i = 1; i < count; i++) {
        uint32_t found = NO_ID;

        wanted = wanted_word(sense, words[i]);
        for (uint32_t j = sense->german; j < sense->german_end && found == NO_ID; j++)
            if (j != token && tokens[j].clause == tokens[token].clause && fits_german(sense, j, &wanted))
                found = j;
        if (found == NO_ID)
            return false;
        out->first = found < out->first ? found : out->first;
        out->last = found > out->last ? found : out->last;
    }
    return true;
}

/* Ding gives the German lemma for the English word. */
static bool translates(const struct sense *sense, uint32_t english, uint32_t lemma)
{
    const struct lexicon *lexicon = sense->bilingual->lexicon;
    const struct english_record *record = sense->bilingual->words[english].record;

    for (uint32_t i = 0; record != NULL && i < record->stem_count; i++) {
        const struct translation_record *translation = stem_translation(lexicon, record, i);

        for (uint32_t j = 0; translation != NULL && j < translation->count; j++)
            if (lexicon->translation_words[translation->first + j].lemma == lemma)
                return true;
    }
    return false;
}

/* True when the English token can stand for the German one, and is not the word in question. A compound has other
 * parts: there it must stand for the wrong one. */
static bool accounts_for(const struct sense *sense, uint32_t english, uint32_t german, struct slice wrong)
{
    bool compound = sense->run->doc->tokens[german].analysis.part_count > 1;
    const struct english_word *word = &sense->bilingual->words[english];
    struct slice key = english_text(sense->bilingual, sense->word);

    if ((english >= sense->first && english <= sense->last) ||
        slice_equal(english_text(sense->bilingual, english), key))
        return false;
    for (uint32_t i = 0; i < word->link_count; i++) {
        const struct link *link = &sense->bilingual->links[word->first_link + i];

        if (link->german == german && link->kind >= LINK_PART)
            return !compound || translates(sense, english, wanted_word(sense, wrong).lemma);
    }
    return false;
}

static bool is_accounted_for(const struct sense *sense, uint32_t german, struct slice wrong)
{
    for (uint32_t i = sense->english; i < sense->english_end; i++)
        if (accounts_for(sense, i, german, wrong))
            return true;
    return false;
}

static bool accounts_for_any(const struct sense *sense, uint32_t english, struct slice word)
{
    const struct wanted wanted = wanted_word(sense, word);

    for (uint32_t i = sense->german; i < sense->german_end; i++)
        if (fits_german(sense, i, &wanted) && accounts_for(sense, english, i, word))
            return true;
    return false;
}

/* The word, or one that has it as its last part: "hochsensibel". */
static bool fits_as_head(const struct sense *sense, uint32_t index, const struct wanted *wanted)
{
    const struct token *token = &sense->run->doc->tokens[index];

    return fits_german(sense, index, wanted) || slice_ends(token_text(sense->run->doc, token), wanted->bare) ||
           (wanted->lemma != NO_ID && is_headed_by(sense->run->doc, token, wanted->lemma));
}

/* The same word again, outside of the frame: the German word may be its. */
static bool is_repeated(const struct sense *sense, uint32_t english)
{
    return (english < sense->first || english > sense->last) && english != sense->word &&
           slice_equal(english_text(sense->bilingual, english), english_text(sense->bilingual, sense->word));
}

/* True when there are more German words of this kind than other English ones that account for them: of "hochsensibel"
 * and "sensibel" for "sensitive" and "sensible" one is left. */
static bool is_left_over(const struct sense *sense, struct slice word)
{
    const struct wanted wanted = wanted_word(sense, word);
    uint32_t german = 0, english = 0;

    for (uint32_t i = sense->german; i < sense->german_end; i++)
        german += fits_as_head(sense, i, &wanted) && !may_be_right(sense, &sense->run->doc->tokens[i]);
    for (uint32_t i = sense->english; german > 0 && i < sense->english_end; i++)
        english += is_repeated(sense, i) || accounts_for_any(sense, i, word);
    return german > english;
}

/* The rendering in the passage: one that nothing else accounts for before any other. */
static bool find_rendering(const struct sense *sense, struct slice item, struct wrong_words *out)
{
    struct slice words[MOST_WORDS];
    size_t count = split_words(item, words);
    struct wrong_words at;
    bool found = false;

    if (count == 0 || !is_left_over(sense, words[0]))
        return false;
    for (uint32_t i = sense->german; i < sense->german_end; i++) {
        if (!fits_rendering(sense, i, words, count, &at) || may_be_right(sense, &sense->run->doc->tokens[i]))
            continue;
        *out = at;
        found = true;
        if (!is_accounted_for(sense, i, words[0]))
            break;
    }
    return found;
}

/* A compound with the noun in it: "Landgericht" is a "Gericht", "Quartalszahlen" are of a "Quartal". */
static bool has_part(const struct sense *sense, uint32_t index, struct slice word)
{
    const struct token *token = &sense->run->doc->tokens[index];
    uint32_t lemma = wanted_word(sense, word).lemma;

    for (uint32_t i = 0; lemma != NO_ID && i < token->analysis.part_count; i++)
        if (token_parts(sense->run->doc, token)[i].lemma == lemma)
            return true;
    return false;
}

/* One of the right words is there, or Ding's translation of the word that is none of the wrong ones. */
static bool is_rendered(const struct sense *sense, const struct wrong_words *wrong)
{
    const struct english_word *word = &sense->bilingual->words[sense->word];
    struct slice list = sense->right, item, words[MOST_WORDS];
    struct wrong_words at;

    while (next_item(&list, &item)) {
        size_t count = split_words(without_star(item), words);

        for (uint32_t i = sense->german; i < sense->german_end; i++)
            if ((i < wrong->first || i > wrong->last) &&
                (fits_rendering(sense, i, words, count, &at) || (count == 1 && has_part(sense, i, words[0]))))
                return true;
    }
    return word->best != NO_ID && word->best_kind >= LINK_DICTIONARY &&
           (word->best < wrong->first || word->best > wrong->last);
}

/* ---- reporting ---- */

static struct slice right_words(const struct sense *sense)
{
    struct arena *arena = sense->run->issues->arena;
    struct slice list = sense->right, item, text = { "", 0 };

    while (next_right_word(&list, &item))
        text =
            arena_print(arena, "%.*s%s%.*s", (int)text.len, text.at, text.len > 0 ? ", " : "", (int)item.len, item.at);
    return text;
}

/* "Kündigung" can take the place of "Notiz", "kündigen" can't. */
static bool are_nouns_both_or_neither(const struct check_run *run, size_t wrong, struct slice right)
{
    const char *space = memrchr(right.at, ' ', right.len);
    struct slice last = space == NULL ? right : slice_between(space + 1, right.at + right.len);

    return token_is(token_at(run, wrong), POS_NOUN) == is_upper(first_code_point(last));
}

static void mark(const struct sense *sense, const struct wrong_words *wrong)
{
    const struct check_run *run = sense->run;
    struct slice english = english_between(sense->bilingual, sense->first, sense->last), right = right_words(sense);
    struct slice list = sense->right, item;
    struct issue *issue = report_with_source(run, sense->rule, tokens_span(run, wrong->first, wrong->last),
                                             run->doc->sentences[run->doc->tokens[wrong->first].sentence].source);

    if (issue == NULL || right.len == 0)
        return;
    issue->message[LANGUAGE_DE] = arena_print(run->issues->arena, "„%.*s“ heißt hier: %.*s.", (int)english.len,
                                              english.at, (int)right.len, right.at);
    issue->message[LANGUAGE_EN] = arena_print(run->issues->arena, "\"%.*s\" means %.*s here.", (int)english.len,
                                              english.at, (int)right.len, right.at);
    while (wrong->whole && next_right_word(&list, &item))
        if (are_nouns_both_or_neither(run, wrong->word, item))
            suggest(run, issue, lemma_like(sense->bilingual->lexicon, item, &run->doc->tokens[wrong->word]));
}

/* Both have it with a capital, letter by letter: part of a name or a title that was copied. */
static bool is_copied_name(const struct sense *sense, const struct wrong_words *wrong)
{
    const struct token *english = &sense->bilingual->english->tokens[sense->word];

    struct slice german = text_at(sense->run, wrong->word), word = english_text(sense->bilingual, sense->word);
    const char *hyphen = memchr(german.at, '-', german.len);

    return (english->flags & (TOKEN_CAPITAL | TOKEN_SENTENCE_START)) == TOKEN_CAPITAL &&
           (slice_starts(german, word) ||
            (hyphen != NULL && slice_starts(slice_from(german, (size_t)(hyphen + 1 - german.at)), word)));
}

/* A row holds, and one of its wrong words is there. */
static void check_row(struct sense *sense)
{
    struct slice list = sense->wrong, item;
    struct wrong_words wrong;

    sense->first = sense->last = sense->word;
    if (!company_holds(sense))
        return;
    while (next_item(&list, &item))
        if (find_rendering(sense, item, &wrong) && !is_copied_name(sense, &wrong) && !is_rendered(sense, &wrong) &&
            !is_phrase_of_ding(sense->run, sense->word, wrong.word)) {
            mark(sense, &wrong);
            return;
        }
}

static void check_word(const struct check_run *run, const struct list_record *table, const char *rule, uint32_t word,
                       const struct passage *passage)
{
    const struct lexicon *lexicon = run->doc->bilingual->lexicon;
    struct wanted wanted = { .lemma = NO_ID };
    struct sense sense = {
        .run = run, .bilingual = run->doc->bilingual, .rule = rule, .passage = passage, .word = word, .wanted = &wanted
    };
    size_t count;
    const struct pair_record *rows = english_pairs(sense.bilingual, word, table, &count);

    if (count == 0)
        return;
    passage_english(sense.bilingual, passage, &sense.english, &sense.english_end);
    passage_german(run->doc, passage, &sense.german, &sense.german_end);
    for (size_t i = 0; i + COLUMNS <= count; i += COLUMNS) {
        sense.company = lexicon_text(lexicon, rows[i].value);
        sense.wrong = lexicon_text(lexicon, rows[i + 1].value);
        sense.right = lexicon_text(lexicon, rows[i + 2].value);
        check_row(&sense);
    }
}

void check_senses(const struct check_run *run)
{
    const struct bilingual *bilingual = run->doc->bilingual;

    for (size_t t = 0; bilingual->is_english && t < sizeof tables / sizeof *tables; t++) {
        const struct list_record *table = lexicon_pairs(bilingual->lexicon, slice_of(tables[t].table));

        for (uint32_t i = 0; table != NULL && i < bilingual->english->token_count; i++)
            if (can_compare_word(run, i))
                check_word(run, table, tables[t].rule, i, &bilingual->passages[bilingual->words[i].passage]);
    }
}
