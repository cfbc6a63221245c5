/* Reads noun phrases with more between their words than adjectives. */
#include "checks/long_phrases.h"

#include "checks/clause_phrases.h"
#include "checks/government.h"
#include "checks/phrases.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"
#include "lexicon/traits.h"

/* The token behind names that stand behind a noun: "der Stadt | Graz"; a name that may be an adjective is none. */
static size_t behind_sure_names(const struct check_run *run, size_t at)
{
    while (is_name_behind(run, at) && !is_inflected_adjective(token_at(run, at)))
        at++;
    return at;
}

/* "40.000", "drei", "19.": no "ein" and no "beide". */
static bool is_number(const struct token *token)
{
    return token->kind == TOKEN_NUMBER ||
           (token_is(token, POS_NUMERAL) && !token_is(token, POS_DETERMINER) && !is_inflected_adjective(token) &&
            !is_capitalised(token)); /* "mit einer Million neuer Gäste" */
}

/* The token behind a count and its noun, a year, or a name; 0: none of these. */
static size_t behind_count_or_name(const struct check_run *run, size_t at)
{
    const struct document *doc = run->doc;
    size_t end = at;

    while (same_clause(doc, at, end) && is_number(token_at(run, end)))
        end++;
    if (end > at && same_clause(doc, at, end) && is_capitalised(token_at(run, end)))
        return behind_sure_names(run, end + 1);
    if (end == at + 1 && text_at(run, at).len == 4 && digits_at(text_at(run, at), 0) == 4) /* "2019" */
        return end;
    end = at;
    while (same_clause(doc, at, end) && token_at(run, end)->kind == TOKEN_WORD && is_capitalised(token_at(run, end)) &&
           (end == at || token_is(token_at(run, end), POS_NAME) || !token_is(token_at(run, end), POS_NOUN)))
        end++;
    return end > at ? end : 0;
}

/* The token behind a phrase without preposition, or the pair of two; 0 when it is not surely read. */
static size_t behind_noun(const struct check_run *run, size_t at)
{
    struct noun_phrase inner;
    size_t end = noun_at(run->doc, at, &inner) ? behind_sure_names(run, inner.noun + 1) : behind_count_or_name(run, at);

    if (end == 0 || !same_clause(run->doc, at, end))
        return 0;
    end = behind_genitive(run->doc, end);
    if (!same_clause(run->doc, at, end + 1) || (!text_is(run, end, "und") && !text_is(run, end, "oder")))
        return same_clause(run->doc, at, end) ? end : 0;
    size_t second = noun_at(run->doc, end + 1, &inner) ? inner.noun + 1 : behind_count_or_name(run, end + 1);

    return second == 0 || !same_clause(run->doc, at, second) ? 0 : second;
}

/* "vor kurzem erzeugte", "bei weitem größte": an adverb of two words. */
static bool is_adverb_of_two(const struct check_run *run, size_t at)
{
    return token_is(token_at(run, at), POS_PREPOSITION) && same_clause(run->doc, at, at + 2) &&
           slice_ends(text_at(run, at + 1), SLICE("em")) && is_inflected_adjective(token_at(run, at + 1)) &&
           is_inflected_adjective(token_at(run, at + 2)) && !slice_ends(text_at(run, at + 2), SLICE("em"));
}

/* "von vielen Kritikern", "im Herbst": the token behind a preposition and its phrase; 0 when it is not surely read. */
static size_t behind_preposition(const struct check_run *run, size_t at)
{
    if (!same_clause(run->doc, at, at + 1) || is_capitalised(token_at(run, at)))
        return 0;
    if (is_adverb_of_two(run, at))
        return at + 2;
    if (!has_contraction(token_at(run, at)))
        return token_is(token_at(run, at), POS_PREPOSITION) && !text_is(run, at, "zu") /* "zu lösende" */
                   ? behind_noun(run, at + 1)
                   : 0;
    if (text_is(run, at, "am") && slice_ends(text_at(run, at + 1), SLICE("sten"))) /* "am stärksten betroffene" */
        return at + 2;
    return behind_noun(run, is_number(token_at(run, at + 1)) ? at + 1 : at);
}

/* "zu lösende": with an adjective of that shape behind it. */
static bool is_zu_before_participle(const struct check_run *run, size_t at)
{
    struct slice next = text_at(run, at + 1);

    return text_is(run, at, "zu") && same_clause(run->doc, at, at + 1) && memmem(next.at, next.len, "end", 3) != NULL;
}

/* "des Totschlags", "dem Bund": a genitive or dative that belongs to a participle behind it. */
static size_t behind_oblique(const struct check_run *run, size_t at)
{
    static const char *const articles[] = { "des", "dem", "der", "den", "eines", "einem", "einer" };
    struct noun_phrase inner;

    for (size_t i = 0; i < sizeof(articles) / sizeof(*articles); i++)
        if (text_is(run, at, articles[i]))
            break;
        else if (i + 1 == sizeof(articles) / sizeof(*articles))
            return 0;
    if (!noun_phrase_at(run->doc, at, &inner) || (agreeing_cases(run->doc, &inner, NULL) & (CASE_GEN | CASE_DAT)) == 0)
        return 0;
    size_t end = behind_sure_names(run, inner.noun + 1), participle = end;

    for (size_t next = end; same_clause(run->doc, at, next) && (next = behind_preposition(run, next)) != 0;)
        participle = next;
    return same_clause(run->doc, at, participle) && looks_like_participle(run, participle) ? end : 0;
}

/* An adverb, or an adjective without ending that is one. */
static bool is_adverb_in_phrase(const struct check_run *run, size_t at)
{
    const struct token *token = token_at(run, at);

    if (token->kind != TOKEN_WORD || (token->flags & TOKEN_CAPITAL) != 0 || is_surely_finite(token))
        return false;
    if (text_is(run, at, "zu"))
        return is_zu_before_participle(run, at);
    if (token_is(token, POS_PREPOSITION))
        return false;
    return token_is(token, POS_ADVERB) || (has_bare_adjective(token) && !token_is_finite(token)) ||
           text_is(run, at, "nicht") || text_is(run, at, "sich");
}

/* "40.000 Euro" before an adjective, "2019", "zwei" before another phrase. */
static size_t behind_count(const struct check_run *run, size_t at)
{
    size_t end = behind_count_or_name(run, at);

    if (!same_clause(run->doc, at, at + 1))
        return 0;
    return !is_capitalised(token_at(run, at + 1)) && !is_number(token_at(run, at + 1))                ? at + 1
           : end != 0 && same_clause(run->doc, at, end) && is_inflected_adjective(token_at(run, end)) ? end
                                                                                                      : 0;
}

/* The token behind what may stand before an adjective of the phrase; 0: it can't. */
static size_t behind_enclosed(const struct check_run *run, size_t at)
{
    size_t end = behind_preposition(run, at);

    if (end == 0)
        end = behind_oblique(run, at);
    if (end == 0 && (text_is(run, at, "als") || text_is(run, at, "wie")) && same_clause(run->doc, at, at + 1))
        end = has_bare_adjective(token_at(run, at + 1)) ? at + 2 : behind_noun(run, at + 1);
    if (end == 0 && is_adverb_in_phrase(run, at))
        end = at + 1;
    if (end == 0 && is_number(token_at(run, at)) && (token_at(run, at)->flags & TOKEN_ORDINAL) == 0)
        end = behind_count(run, at);
    return end != 0 && same_sentence(run, at, end) ? end : 0;
}

/* An adjective of the phrase, and no adverb before one: "lange geforderte". */
static bool is_attribute_here(const struct check_run *run, size_t at)
{
    const struct token *token = token_at(run, at);

    return is_inflected_adjective(token) && !token_is(token, POS_DETERMINER) &&
           !(token_is(token, POS_ADVERB) && same_clause(run->doc, at, at + 1) &&
             is_inflected_adjective(token_at(run, at + 1)));
}

/* The token behind a comma or conjunction between two adjectives; the index itself where none stands there. */
static size_t behind_join(const struct check_run *run, size_t at)
{
    static const char *const joins[] = { ",", "und", "oder", "sowie", "aber" };

    for (size_t i = 0; i < sizeof(joins) / sizeof(*joins); i++)
        if (same_sentence(run, at - 1, at) && text_is(run, at, joins[i]))
            return at + 1;
    return at;
}

bool long_phrase_at(const struct check_run *run, size_t index, struct long_phrase *out)
{
    enum { REACH = 20 };
    struct noun_phrase noun;
    size_t at = index;
    bool adjective = false, gap = false; /* an adjective stands right before, so that the noun may follow */

    *out = (struct long_phrase){ .has_determiner = token_is(token_at(run, at), POS_DETERMINER) ||
                                                   has_contraction(token_at(run, at)) };
    if (out->has_determiner)
        out->parts[out->count++] = at++;
    while (same_sentence(run, index, at) && at < index + REACH && out->count < MAX_LONG_PHRASE) {
        if ((token_at(run, at)->flags & TOKEN_QUOTED) != 0)
            return false;
        if (adjective && bare_noun_at(run->doc, at, &noun)) {
            out->parts[out->count++] = at;
            return gap || (!out->has_determiner && out->count > 2);
        }
        if (is_attribute_here(run, at)) {
            out->parts[out->count++] = at;
            size_t next = behind_join(run, at + 1);

            adjective = next == at + 1;
            gap = gap || !adjective;
            at = next;
            continue;
        }
        size_t next = behind_enclosed(run, at);
        bool joined = out->count > out->has_determiner && at > out->parts[out->count - 1] + 1 && !out->enclosed;

        /* "der körperlichen und der geistigen Welt" */
        if (next == 0 || (joined && token_is(token_at(run, at), POS_DETERMINER)))
            return false;
        gap = out->enclosed = true;
        adjective = false;
        at = next;
    }
    return false;
}

struct check_run *without_gaps(const struct check_run *run, const struct long_phrase *phrase, size_t *first)
{
    struct arena *arena = run->issues->arena;
    size_t begin = sentence_first(run, phrase->parts[0]), end = sentence_end(run, phrase->parts[0]), length = 0;
    struct token *tokens = arena_array(arena, end - begin, sizeof(*tokens));
    struct sentence *sentence = arena_array(arena, 1, sizeof(*sentence));
    struct document *doc = arena_array(arena, 1, sizeof(*doc));
    struct check_run *result = arena_array(arena, 1, sizeof(*result));
    uint32_t clause = token_at(run, phrase->parts[0])->clause;
    uint32_t last = token_at(run, phrase->parts[phrase->count - 1])->clause;

    for (size_t i = begin, part = 0; i < end; i++) {
        bool inside = i > phrase->parts[0] && i < phrase->parts[phrase->count - 1];

        while (part < phrase->count && phrase->parts[part] < i)
            part++;
        if (inside && (part == phrase->count || phrase->parts[part] != i))
            continue;
        if (i == phrase->parts[0])
            *first = length;
        tokens[length] = *token_at(run, i);
        tokens[length].sentence = 0;
        if (inside || (i > phrase->parts[0] && tokens[length].clause == last))
            tokens[length].clause = clause;
        length++;
    }
    *sentence = run->doc->sentences[token_at(run, begin)->sentence];
    sentence->first_token = 0;
    sentence->token_count = (uint32_t)length;
    *doc = *run->doc;
    doc->tokens = tokens;
    doc->token_count = length;
    doc->sentences = sentence;
    doc->sentence_count = 1;
    *result = *run;
    result->doc = doc;
    result->clauses = NULL;
    result->clause_count = 0;
    return result;
}
