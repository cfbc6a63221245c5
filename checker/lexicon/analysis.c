/* Reads the words of a document: readings from the lexicon, compounds by their head, verbs with separated prefix. */
#include "lexicon/analysis.h"

#include "lexicon/word_types.h"
#include "text/letters.h"

enum { PREFIX_REACH = 40 /* tokens between a verb and its prefix */ };

bool is_read_as(const struct token *token, uint32_t lemma)
{
    for (uint16_t i = 0; i < token->analysis.reading_count; i++)
        if (token->analysis.readings[i].lemma == lemma)
            return true;
    return false;
}

bool token_has_feature(const struct token *token, uint32_t features)
{
    for (uint16_t i = 0; i < token->analysis.reading_count; i++)
        if ((token->analysis.readings[i].features & features) != 0)
            return true;
    return false;
}

static bool has_degree(const struct token *token, uint32_t degree)
{
    for (uint16_t i = 0; i < token->analysis.reading_count; i++)
        if (pos_of(token->analysis.readings[i].features) == POS_ADJECTIVE &&
            (token->analysis.readings[i].features & degree) != 0)
            return true;
    return false;
}

bool token_is_comparative(const struct token *token)
{
    return has_degree(token, DEGREE_COMPARATIVE);
}

bool token_is_superlative(const struct token *token)
{
    return has_degree(token, DEGREE_SUPERLATIVE);
}

/* A token is read as its type is; the parts lie where it stands. */
static void read_token(struct document *doc, struct token *token)
{
    token->type = word_type_of(doc->types, token, token_text(doc, token));
    token->analysis = token->type->analysis;
    token->analysis.first_part = (uint32_t)doc->part_count;
    for (uint32_t i = 0; i < token->analysis.part_count; i++) {
        struct compound_part part = token->type->parts[i];

        doc->parts = arena_grow(&doc->analysis, doc->parts, doc->part_count, &doc->part_capacity, sizeof(*doc->parts));
        part.span.start += token->span.start;
        part.span.end += token->span.start;
        doc->parts[doc->part_count++] = part;
    }
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

/* Joins the token, where it is a finite verb that goes with the prefix at index. */
static bool join_verb(const struct lexicon *lexicon, struct document *doc, size_t index, size_t at)
{
    struct token *verb = &doc->tokens[at], *prefix = &doc->tokens[index];

    for (uint16_t i = 0; i < verb->analysis.reading_count; i++) {
        const struct reading *reading = &verb->analysis.readings[i];

        if (!is_finite(reading->features) || pos_of(reading->features) != POS_VERB)
            continue;
        uint32_t lemma = joined_lemma(lexicon, prefix->type->lower, lemma_text(lexicon, reading->lemma));

        if (lemma == NO_ID)
            continue;
        verb->analysis.joined = lemma;
        verb->analysis.keys |= lemma_bit(lemma);
        verb->analysis.particle = (uint32_t)index;
        prefix->analysis.particle = (uint32_t)at;
        return true;
    }
    return false;
}

static bool is_comma(const struct document *doc, size_t index)
{
    return slice_equal(token_text(doc, &doc->tokens[index]), SLICE(","));
}

/* "schließt der Gründer, der die Mehrheit hält, vorerst aus": the clause that goes on at a token encloses a relative
 * clause, which ends in its verb. The token behind which it was left, or SIZE_MAX. */
static size_t before_enclosed(const struct document *doc, size_t at)
{
    if (at < 2 || !is_comma(doc, at - 1) || !token_is_finite(&doc->tokens[at - 2]))
        return SIZE_MAX;
    uint32_t enclosed = doc->tokens[at - 2].clause;
    size_t first = at - 2;

    while (first > 0 && doc->tokens[first - 1].clause == enclosed)
        first--;
    if (first == 0 || !is_comma(doc, first - 1) || doc->tokens[first - 1].sentence != doc->tokens[at].sentence)
        return SIZE_MAX;
    bool behind_preposition = token_is(&doc->tokens[first], POS_PREPOSITION);

    return token_is(&doc->tokens[first + behind_preposition], POS_RELATIVE) ? first - 1 : SIZE_MAX;
}

/* Looks leftwards in the clause for the finite verb that the prefix at index belongs to. */
static void join_prefix(const struct lexicon *lexicon, struct document *doc, size_t index)
{
    uint32_t clause = doc->tokens[index].clause;
    bool verbless = true; /* what was passed of it, up to a clause that it may enclose */

    for (size_t at = index; at-- > 0 && index - at <= PREFIX_REACH;) {
        if (doc->tokens[at].clause != clause) {
            at = verbless ? before_enclosed(doc, at + 1) : SIZE_MAX;
            if (at == SIZE_MAX)
                return;
            clause = doc->tokens[at].clause;
            verbless = false; /* once */
        }
        if (join_verb(lexicon, doc, index, at))
            return;
        verbless = verbless && !token_is_finite(&doc->tokens[at]);
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

static struct word_types *types_in(const struct lexicon *lexicon, struct arena *arena)
{
    struct word_types *types = arena_take(arena, sizeof(*types));

    *types = (struct word_types){ .lexicon = lexicon, .arena = arena };
    return types;
}

void analyse(const struct lexicon *lexicon, struct document *doc)
{
    if (doc->types == NULL)
        doc->types = types_in(lexicon, &doc->analysis);
    for (size_t i = 0; i < doc->token_count; i++)
        read_token(doc, &doc->tokens[i]);
    join_prefixes(lexicon, doc);
}

struct slice with_head(struct arena *arena, const struct document *doc, const struct token *compound, struct slice form)
{
    struct slice front = token_text(doc, compound);

    if (form.len == 0)
        return form;
    front.len = token_parts(doc, compound)[compound->analysis.part_count - 1].span.start - compound->span.start;
    form = with_initial(arena, form, front.at[front.len - 1] == '-');
    return arena_join(arena, front, form);
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
