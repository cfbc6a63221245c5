/* Reads the words of a document: readings from the lexicon, compounds by their head, verbs with separated prefix. */
#include "lexicon/analysis.h"

#include "lexicon/compound.h"
#include "text/letters.h"

enum { PREFIX_REACH = 40 /* tokens between a verb and its prefix */ };

bool token_is(const struct token *token, enum pos pos)
{
    for (uint16_t i = 0; i < token->analysis.reading_count; i++)
        if (pos_of(token->analysis.readings[i].features) == pos)
            return true;
    return false;
}

bool token_has_lemma(const struct token *token, uint32_t lemma)
{
    for (uint16_t i = 0; i < token->analysis.reading_count; i++)
        if (token->analysis.readings[i].lemma == lemma)
            return true;
    return false;
}

bool is_plural_noun(const struct token *token)
{
    for (uint16_t i = 0; i < token->analysis.reading_count; i++)
        if (pos_of(token->analysis.readings[i].features) == POS_NOUN &&
            (token->analysis.readings[i].features & NUMBER_PL) != 0)
            return true;
    return false;
}

bool token_is_verb_form(const struct token *token, enum verb_form form)
{
    for (uint16_t i = 0; i < token->analysis.reading_count; i++)
        if (verb_form_of(token->analysis.readings[i].features) == form)
            return true;
    return false;
}

bool token_is_finite(const struct token *token)
{
    return token_is_verb_form(token, VERB_PRESENT) || token_is_verb_form(token, VERB_PAST) ||
           token_is_verb_form(token, VERB_SUBJUNCTIVE1) || token_is_verb_form(token, VERB_SUBJUNCTIVE2);
}

static bool read_form(const struct lexicon *lexicon, struct slice text, struct token_analysis *analysis)
{
    uint32_t form = lexicon_form(lexicon, text);

    if (form == NO_ID)
        return false;
    analysis->form = form;
    analysis->flags |= only_rules_know(lexicon, form) ? 0 : ANALYSIS_KNOWN;
    analysis->readings = lexicon->readings + lexicon->forms[form].first_reading;
    analysis->reading_count = lexicon->forms[form].reading_count;
    return true;
}

/* At a sentence start the word may be one of lower case: the readings of both spellings. */
static void read_both_cases(const struct lexicon *lexicon, struct document *doc, struct token *token)
{
    struct token_analysis lowered = { .form = NO_ID }, *analysis = &token->analysis;
    struct slice lower = lower_case(&doc->analysis, without_joiners(&doc->analysis, token_text(doc, token)));

    if (!read_form(lexicon, lower, &lowered))
        return;
    if (analysis->form == NO_ID) {
        lowered.flags |= ANALYSIS_LOWERED;
        lowered.joined = lowered.particle = NO_ID;
        *analysis = lowered;
        return;
    }
    uint16_t total = (uint16_t)(analysis->reading_count + lowered.reading_count);
    struct reading *both = arena_array(&doc->analysis, total, sizeof(*both));

    for (uint16_t i = 0; i < total; i++)
        both[i] = i < analysis->reading_count ? analysis->readings[i] : lowered.readings[i - analysis->reading_count];
    analysis->readings = both;
    analysis->reading_count = total;
    analysis->flags |= ANALYSIS_LOWERED;
}

static bool has_letters_enough(const struct token *token)
{
    return token->span.end - token->span.start >= 7 || (token->flags & TOKEN_HYPHEN) != 0;
}

/* The lemma of an inflected compound that rules name as a whole ("Nachrichtenkonferenzen" -> Nachrichtenkonferenz): its
 * text with the head's lemma for the head; NO_ID when no rule or dictionary knows it. */
static uint32_t whole_lemma(const struct lexicon *lexicon, struct document *doc, struct slice word,
                            const struct compound *compound)
{
    const struct compound_part *head = &compound->parts[compound->count - 1];

    if (head->lemma == NO_ID)
        return NO_ID;
    struct slice lemma = lemma_text(lexicon, head->lemma);
    bool closed = head->span.start > 0 && word.at[head->span.start - 1] != '-';
    struct slice last = closed ? with_initial(&doc->analysis, lemma, false) : lemma;

    return lexicon_lemma(
        lexicon, arena_print(&doc->analysis, "%.*s%.*s", (int)head->span.start, word.at, (int)last.len, last.at));
}

/* The head's readings, with the lemma of the whole where there is one. */
static void read_as_head(const struct lexicon *lexicon, struct document *doc, struct token *token,
                         const struct compound *compound)
{
    uint32_t lemma = whole_lemma(lexicon, doc, token_text(doc, token), compound);
    uint16_t count = compound->head_reading_count;

    if (token->analysis.reading_count > 0) /* what is only guessed at least has a name */
        lemma = token->analysis.readings[0].lemma;

    token->analysis.readings = compound->head_readings;
    token->analysis.reading_count = count;
    if (lemma == NO_ID)
        return;
    struct reading *readings = arena_array(&doc->analysis, count, sizeof(*readings));

    for (uint16_t i = 0; i < count; i++)
        readings[i] = (struct reading){ lemma, compound->head_readings[i].features };
    token->analysis.readings = readings;
}

/* A noun of which nothing is known but that it is one: its head knows better. */
static bool is_only_guessed(const struct token_analysis *analysis)
{
    for (uint16_t i = 0; i < analysis->reading_count; i++) {
        uint32_t features = analysis->readings[i].features;

        if (pos_of(features) != POS_NOUN || (features & FEATURE_GUESSED) == 0 ||
            (features & NUMBER_ANY) != NUMBER_ANY || analysis->readings[i].lemma != analysis->readings[0].lemma)
            return false;
    }
    return true;
}

/* Keeps the parts of a compound; a word that the lexicon does not know is read as its head is. */
static void read_compound(const struct lexicon *lexicon, struct document *doc, struct token *token)
{
    struct compound compound;
    struct token_analysis *analysis = &token->analysis;

    if ((token->flags & (TOKEN_CAPITAL | TOKEN_HYPHEN)) == 0 || !has_letters_enough(token))
        return;
    split_compound(lexicon, token_text(doc, token), &compound);
    if (compound.count < 2)
        return;
    if ((analysis->reading_count == 0 || (compound.complete && is_only_guessed(analysis))) &&
        compound.head_reading_count > 0)
        read_as_head(lexicon, doc, token, &compound);
    analysis->first_part = (uint32_t)doc->part_count;
    analysis->part_count = compound.count;
    for (uint32_t i = 0; i < compound.count; i++) {
        doc->parts = arena_grow(&doc->analysis, doc->parts, doc->part_count, &doc->part_capacity, sizeof(*doc->parts));
        compound.parts[i].span.start += token->span.start;
        compound.parts[i].span.end += token->span.start;
        doc->parts[doc->part_count++] = compound.parts[i];
    }
    if (compound.complete)
        analysis->flags |= ANALYSIS_COMPOUND;
}

static void read_token(const struct lexicon *lexicon, struct document *doc, struct token *token)
{
    token->analysis = (struct token_analysis){ .form = NO_ID, .joined = NO_ID, .particle = NO_ID };
    if (token->kind != TOKEN_WORD)
        return;
    read_form(lexicon, without_joiners(&doc->analysis, token_text(doc, token)), &token->analysis);
    if ((token->flags & TOKEN_SENTENCE_START) != 0 && (token->flags & TOKEN_CAPITAL) != 0)
        read_both_cases(lexicon, doc, token);
    read_compound(lexicon, doc, token);
}

static bool is_finite(uint32_t features)
{
    enum verb_form form = verb_form_of(features);

    return form >= VERB_PRESENT && form <= VERB_IMPERATIVE;
}

/* The lemma of prefix and verb together ("ab" + reißen), or NO_ID when there is no such verb. */
static uint32_t joined_lemma(const struct lexicon *lexicon, struct slice prefix, struct slice verb)
{
    char buffer[96];

    if (prefix.len + verb.len > sizeof(buffer))
        return NO_ID;
    memcpy(buffer, prefix.at, prefix.len);
    memcpy(buffer + prefix.len, verb.at, verb.len);
    uint32_t lemma = lexicon_lemma(lexicon, (struct slice){ buffer, prefix.len + verb.len });

    return lemma != NO_ID && lexicon->lemmas[lemma].separable == prefix.len ? lemma : NO_ID;
}

/* A prefix stands at the end of its clause: before a mark, a conjunction, or the sentence's end. */
static bool ends_clause(const struct document *doc, size_t index)
{
    if (index + 1 >= doc->token_count || doc->tokens[index + 1].sentence != doc->tokens[index].sentence)
        return true;
    const struct token *next = &doc->tokens[index + 1];

    return next->kind == TOKEN_PUNCTUATION || next->clause != doc->tokens[index].clause ||
           token_is(next, POS_CONJUNCTION) || token_is(next, POS_SUBORDINATOR);
}

/* Looks leftwards in the clause for the finite verb that the prefix at index belongs to. */
static void join_prefix(const struct lexicon *lexicon, struct document *doc, size_t index)
{
    struct token *prefix = &doc->tokens[index];
    struct slice prefix_text = lower_case(&doc->analysis, token_text(doc, prefix));

    for (size_t n = 1; n <= PREFIX_REACH && n <= index; n++) {
        struct token *verb = &doc->tokens[index - n];

        if (verb->clause != prefix->clause)
            return;
        for (uint16_t i = 0; i < verb->analysis.reading_count; i++) {
            const struct reading *reading = &verb->analysis.readings[i];

            if (!is_finite(reading->features) || pos_of(reading->features) != POS_VERB)
                continue;
            uint32_t lemma = joined_lemma(lexicon, prefix_text, lemma_text(lexicon, reading->lemma));

            if (lemma == NO_ID)
                continue;
            verb->analysis.joined = lemma;
            verb->analysis.particle = (uint32_t)index;
            prefix->analysis.particle = (uint32_t)(index - n);
            return;
        }
    }
}

static void join_prefixes(const struct lexicon *lexicon, struct document *doc)
{
    for (size_t i = 1; i < doc->token_count; i++)
        if (doc->tokens[i].kind == TOKEN_WORD && (doc->tokens[i].flags & TOKEN_CAPITAL) == 0 &&
            (token_is(&doc->tokens[i], POS_PREFIX) || token_is(&doc->tokens[i], POS_PREPOSITION) ||
             token_is(&doc->tokens[i], POS_ADVERB)) &&
            ends_clause(doc, i))
            join_prefix(lexicon, doc, i);
}

void analyse(const struct lexicon *lexicon, struct document *doc)
{
    for (size_t i = 0; i < doc->token_count; i++)
        read_token(lexicon, doc, &doc->tokens[i]);
    join_prefixes(lexicon, doc);
}

struct slice lemma_like(const struct lexicon *lexicon, struct slice lemma, const struct token *token)
{
    uint32_t id = lexicon_lemma(lexicon, lemma);

    for (uint16_t i = 0; id != NO_ID && i < token->analysis.reading_count; i++) {
        struct slice form = lemma_inflected(lexicon, id, token->analysis.readings[i].features);

        if (form.len > 0)
            return form;
    }
    return lemma;
}
