/* Marks a German noun in a sense that the words around the English one never go with: "river bank" – "Bank", "pass
 * sentence" – "Satz".
 *
 * What goes with which sense is learnt from Ding's phrases (dictionaries/compile/sense_company.c). A noun is marked
 * where the English words beside it speak for one other sense, none speaks for its own or for one akin to it, and the
 * German sentence has no word of another sense that may render it. */
#include "bilingual/checks.h"
#include "checks/places.h"
#include "lexicon/analysis.h"

enum {
    NEAR = 3,           /* tokens between a word and its company */
    MOST_SENSES = 64,   /* of one word; the compiler makes fewer */
    LEAST_WEIGHT = 800, /* in thousandths */
    SURE_WEIGHT = 900,  /* and one more for each word of company: of a word that goes with many, one says little */
    MOST_SUGGESTED = 3,
};

/* An English noun with its senses, and the German that it has. */
struct meaning {
    const struct check_run *run;
    const struct bilingual *bilingual;
    const struct sense_record *record;
    uint32_t word, german;
    uint64_t senses, akin; /* of the German word: bits */
    bool known;            /* there is enough to say what goes with it */
    uint32_t english, english_end, german_first, german_end;
};

static const struct sense_word *sense_word_at(const struct meaning *meaning, uint32_t i)
{
    return &meaning->bilingual->lexicon->sense_words[meaning->record->first_word + i];
}

/* A form of the lemma, or a compound with it. */
static bool holds_lemma(const struct document *doc, const struct token *token, uint32_t lemma)
{
    if (token_has_lemma(token, lemma))
        return true;
    for (uint32_t i = 0; token->analysis.part_count > 1 && i < token->analysis.part_count; i++)
        if (token_parts(doc, token)[i].lemma == lemma)
            return true;
    return false;
}

/* Finds the senses of the German word; false when it is none of those that Ding has for the English one. */
static bool read_german(struct meaning *meaning)
{
    const struct document *doc = meaning->run->doc;

    meaning->senses = meaning->akin = 0;
    meaning->known = false;
    for (uint32_t i = 0; i < meaning->record->word_count; i++) {
        const struct sense_word *word = sense_word_at(meaning, i);

        if (!holds_lemma(doc, &doc->tokens[meaning->german], word->lemma))
            continue;
        meaning->senses |= (uint64_t)1 << word->sense;
        meaning->akin |= word->akin;
        meaning->known = meaning->known || word->known;
    }
    return meaning->senses != 0;
}

/* Another German word of the passage is one of another sense. */
static bool has_other_sense(const struct meaning *meaning)
{
    const struct document *doc = meaning->run->doc;

    for (uint32_t token = meaning->german_first; token < meaning->german_end; token++)
        for (uint32_t i = 0; doc->tokens[token].kind == TOKEN_WORD && token != meaning->german &&
                             (doc->tokens[token].flags & TOKEN_CAPITAL) != 0 && i < meaning->record->word_count;
             i++) {
            const struct sense_word *word = sense_word_at(meaning, i);

            if (((meaning->senses >> word->sense) & 1) == 0 && holds_lemma(doc, &doc->tokens[token], word->lemma))
                return true;
        }
    return false;
}

/* Adds what one word says to the senses' weights; false when it goes with the German word's own sense. */
static bool weigh_word(const struct meaning *meaning, uint32_t english, bool near, uint32_t weights[MOST_SENSES])
{
    size_t count;
    const struct sense_company *company =
        sense_company_of(meaning->bilingual->lexicon, meaning->record, english, &count);

    for (size_t i = 0; i < count; i++)
        if (((meaning->senses >> company[i].sense) & 1) != 0)
            return false;
    for (size_t i = 0; near && i < count; i++)
        weights[company[i].sense % MOST_SENSES] += company[i].weight;
    return true;
}

/* The sense that the words of the English sentence speak for, and how much, in *weight; MOST_SENSES: none, or the
 * German word's own. */
static uint32_t likely_sense(const struct meaning *meaning, uint32_t *weight)
{
    const struct bilingual *bilingual = meaning->bilingual;
    uint32_t weights[MOST_SENSES] = { 0 }, best = MOST_SENSES;

    *weight = 0;
    for (uint32_t i = meaning->english; i < meaning->english_end; i++) {
        const struct english_word *word = &bilingual->words[i];
        bool near = i + NEAR >= meaning->word && i <= meaning->word + NEAR;

        if (i == meaning->word || word->record == NULL ||
            (word->flags & (ENGLISH_CONTENT | ENGLISH_NAME)) != ENGLISH_CONTENT)
            continue;
        for (uint32_t j = 0; j < word->record->stem_count; j++)
            if (!weigh_word(meaning, bilingual->lexicon->english_stems[word->record->first_stem + j], near, weights))
                return MOST_SENSES;
    }
    for (uint32_t i = 0; i < MOST_SENSES; i++)
        if (weights[i] > *weight) {
            *weight = weights[i];
            best = i;
        }
    return best != MOST_SENSES && ((meaning->akin >> best) & 1) == 0 ? best : MOST_SENSES;
}

static void mark(const struct meaning *meaning, uint32_t sense, bool sure)
{
    const struct check_run *run = meaning->run;
    struct issue *issue = report_with_source(
        run, "bilingual/unlikely-sense", run->doc->tokens[meaning->german].span,
        passage_source(meaning->bilingual,
                       &meaning->bilingual->passages[meaning->bilingual->words[meaning->word].passage]));
    struct slice english = english_text(meaning->bilingual, meaning->word), right = { "", 0 };
    size_t count = 0;

    if (issue == NULL)
        return;
    if (!sure)
        issue->confidence = UNSURE;
    for (uint32_t i = 0; i < meaning->record->word_count && count < MOST_SUGGESTED; i++) {
        const struct sense_word *word = sense_word_at(meaning, i);
        struct slice lemma = lemma_text(meaning->bilingual->lexicon, word->lemma);

        if (word->sense != sense)
            continue;
        right = arena_print(run->issues->arena, "%.*s%s%.*s", (int)right.len, right.at, count++ > 0 ? ", " : "",
                            (int)lemma.len, lemma.at);
    }
    issue->message[LANGUAGE_DE] = arena_print(run->issues->arena, "„%.*s“ heißt hier wohl: %.*s.", (int)english.len,
                                              english.at, (int)right.len, right.at);
    issue->message[LANGUAGE_EN] = arena_print(run->issues->arena, "\"%.*s\" probably means %.*s here.",
                                              (int)english.len, english.at, (int)right.len, right.at);
}

/* "ringing" of "ring": a form of the verb, not of the noun. */
static bool is_verb_form(struct slice word, struct slice stem)
{
    return (slice_ends(word, SLICE("ing")) && !slice_ends(stem, SLICE("ing"))) ||
           (slice_ends(word, SLICE("ed")) && !slice_ends(stem, SLICE("ed")));
}

/* The German word is read with each noun that the English one can be a form of. */
static void check_word(struct meaning *meaning)
{
    const struct lexicon *lexicon = meaning->bilingual->lexicon;
    const struct english_word *word = &meaning->bilingual->words[meaning->word];

    for (uint32_t i = 0; i < word->record->stem_count; i++) {
        uint32_t weight, sense;

        meaning->record = senses_of(lexicon, lexicon->english_stems[word->record->first_stem + i]);
        if (meaning->record == NULL || !read_german(meaning) || !meaning->known ||
            is_verb_form(english_text(meaning->bilingual, meaning->word), english_stem(lexicon, word->record, i)))
            continue;
        sense = likely_sense(meaning, &weight);
        if (sense == MOST_SENSES || weight < LEAST_WEIGHT || has_other_sense(meaning))
            continue;
        mark(meaning, sense, weight >= SURE_WEIGHT + (uint32_t)meaning->record->company_count);
        return;
    }
}

void check_company(const struct check_run *run)
{
    const struct bilingual *bilingual = run->doc->bilingual;
    struct meaning meaning = { .run = run, .bilingual = bilingual };

    for (size_t i = 0; bilingual->is_english && i < bilingual->passage_count; i++) {
        const struct passage *passage = &bilingual->passages[i];

        if (!is_translation(passage) || !is_short_passage(bilingual, run->doc, passage))
            continue;
        passage_english(bilingual, passage, &meaning.english, &meaning.english_end);
        passage_german(run->doc, passage, &meaning.german_first, &meaning.german_end);
        for (meaning.word = meaning.english; meaning.word < meaning.english_end; meaning.word++) {
            const struct english_word *word = &bilingual->words[meaning.word];

            meaning.german = word->best;
            if (word->record != NULL && word->best != NO_ID && word->best_kind >= LINK_PART &&
                (word->flags & (ENGLISH_CONTENT | ENGLISH_NAME)) == ENGLISH_CONTENT &&
                (run->doc->tokens[word->best].flags & TOKEN_CAPITAL) != 0)
                check_word(&meaning);
        }
    }
}
