/* Marks the full stop at the end of a headline (the first, short, single sentence of an article), capitals as English
 * headlines have them ("Der Neue Plan Der Regierung"), and a paragraph whose last sentence has no stop. */
#include "checks/compounds.h"
#include "checks/places.h"
#include "lexicon/analysis.h"
#include "text/letters.h"

enum { MIN_SEGMENTS = 3 /* a text of fewer paragraphs has no headline for sure */, MAX_WORDS = 16 };

/* A format that knows headings says which segment is one; and the first of many strings is none. */
static bool may_be_headline(const struct document *doc, const struct segment *segment)
{
    return segment->kind == SEGMENT_HEADING || doc->notation == NOTATION_PLAIN || doc->notation == NOTATION_PACKED;
}

/* A paragraph of an article; in a list of single sentences the first one is no headline. */
static bool is_paragraph(const struct segment *segment)
{
    return segment->sentence_count > 1 || segment->token_count > MAX_WORDS;
}

static void headline_stop(const struct check_run *run)
{
    const struct document *doc = run->doc;

    if (doc->segment_count < MIN_SEGMENTS)
        return;
    const struct segment *first = &doc->segments[0];

    if (!may_be_headline(doc, first) || first->sentence_count != 1 || first->token_count < 4 ||
        first->token_count > MAX_WORDS || !(is_paragraph(first + 1) || is_paragraph(first + 2)))
        return;
    const struct token *last = &doc->tokens[first->first_token + first->token_count - 1];

    if (!slice_equal(token_text(doc, last), SLICE(".")))
        return;
    const struct token *word = last - 1;
    struct issue *issue = report(run, "check/headline-stop", (struct span){ word->span.start, last->span.end });

    if (issue != NULL)
        issue_suggest(run->issues, issue, token_text(doc, word));
}

/* ---- capitals ---- */

/* How a capitalised word inside a line is written in German. */
enum capital { RIGHT, WRONG_FUNCTION_WORD, WRONG_OTHER };

static enum capital judge_capital(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);
    const struct lexicon *lexicon = &run->context->lexicon;
    uint16_t never = TOKEN_SENTENCE_START | TOKEN_QUOTED | TOKEN_ALL_CAPS | TOKEN_HYPHEN | TOKEN_INNER_CAPITAL;

    if (token->kind != TOKEN_WORD || (token->flags & TOKEN_CAPITAL) == 0 || (token->flags & never) != 0)
        return RIGHT;
    if (token[-1].kind != TOKEN_WORD || in_list(run, LIST_ADDRESS_SIE, i) || /* a sign or bracket may open a sentence */
        small_in_list(lexicon, LIST_ADDRESS_DU, token))
        return RIGHT;
    if (token[1].kind == TOKEN_WORD && (token[1].flags & TOKEN_CAPITAL) != 0 && token_is(&token[1], POS_NOUN) &&
        small_is(token, POS_ADJECTIVE) && slice_ends(text_at(run, i), SLICE("e")))
        return WRONG_OTHER; /* "Der Neue Plan" */
    if (small_is(token, POS_DETERMINER) || small_is(token, POS_PREPOSITION) || small_is(token, POS_CONJUNCTION) ||
        small_is(token, POS_PARTICLE) || small_is(token, POS_AUXILIARY))
        return is_known_noun(token) ? RIGHT : WRONG_FUNCTION_WORD;
    if (form_is(lexicon, token_text(run->doc, token), POS_NOUN) ||
        form_is(lexicon, token_text(run->doc, token), POS_NAME))
        return RIGHT;
    return small_is(token, POS_ADJECTIVE) || small_is(token, POS_VERB) || small_is(token, POS_ADVERB) ? WRONG_OTHER
                                                                                                      : RIGHT;
}

static struct slice without_wrong_capitals(const struct check_run *run, const struct segment *segment)
{
    size_t end = (size_t)segment->first_token + segment->token_count;
    struct slice text = { 0 };

    for (size_t i = segment->first_token; i < end; i++) {
        bool inside = i > segment->first_token && i + 1 < end;
        struct slice word = inside && judge_capital(run, i) != RIGHT ? token_at(run, i)->type->small : text_at(run, i);

        text = arena_print(run->issues->arena, "%.*s%s%.*s", (int)text.len, text.len > 0 ? text.at : "",
                           text.len > 0 && has_space_before(run, i) ? " " : "", (int)word.len, word.at);
    }
    return text;
}

/* "Stadt Plant Neue Schule Für Alle": most words that German writes small are capitalised. */
static void title_case(const struct check_run *run, const struct segment *segment)
{
    enum { MIN_WORDS = 4, MIN_WRONG = 2 };
    size_t functions = 0, others = 0, lower = 0, first = 0, last = 0;

    if (segment->sentence_count != 1 || segment->token_count > MAX_WORDS || segment->token_count < MIN_WORDS)
        return;
    for (size_t i = segment->first_token; i < (size_t)segment->first_token + segment->token_count; i++) {
        bool inside = i > segment->first_token && i + 1 < (size_t)segment->first_token + segment->token_count;
        enum capital capital = inside ? judge_capital(run, i) : RIGHT;

        lower += token_at(run, i)->kind == TOKEN_WORD && (token_at(run, i)->flags & TOKEN_CAPITAL) == 0;
        functions += capital == WRONG_FUNCTION_WORD;
        others += capital == WRONG_OTHER;
        if (capital != RIGHT)
            first = first == 0 ? i : first, last = i;
    }
    /* Where no word is small, one of those that German never writes large says it: "Präsident Nach Wahl Vereidigt". */
    size_t least = lower == 0 && segment->token_count > MIN_WORDS ? 1 : MIN_WRONG;

    if (functions + others < least || functions == 0 || lower > functions + others || last == 0)
        return;
    suggest(run, report(run, "check/title-case", segment->span), without_wrong_capitals(run, segment));
}

/* ---- the last full stop ---- */

/* "… stimmte zu. Die Opposition schwieg": earlier sentences have their stop, the last one, with a verb, has none. */
static void missing_stop(const struct check_run *run, const struct segment *segment)
{
    enum { MIN_TOKENS = 4 };
    size_t end = segment->first_token + segment->token_count;

    if (segment->kind != SEGMENT_PARAGRAPH || segment->sentence_count < 2 || end < 2)
        return;
    const struct sentence *sentence = &run->doc->sentences[segment->first_sentence + segment->sentence_count - 1];
    const struct token *last = token_at(run, end - 1);
    bool verb = false;

    if (last->kind != TOKEN_WORD || (last->flags & (TOKEN_ABBREVIATION | TOKEN_QUOTED | TOKEN_ALL_CAPS)) != 0 ||
        sentence->token_count < MIN_TOKENS || !text_is(run, sentence->first_token - 1, ".") || !is_known_word(last))
        return;
    for (size_t i = sentence->first_token; i < end; i++)
        if (token_at(run, i)->kind != TOKEN_WORD && !text_is(run, i, ",") && token_at(run, i)->kind != TOKEN_NUMBER)
            return;
        else if ((token_at(run, i)->flags & TOKEN_CAPITAL) == 0 && token_is_finite(token_at(run, i)))
            verb = true;
    if (verb)
        suggest(run, report(run, "check/missing-stop", last->span),
                arena_print(run->issues->arena, "%.*s.", (int)text_at(run, end - 1).len, text_at(run, end - 1).at));
}

void check_headline(const struct check_run *run)
{
    headline_stop(run);
    for (size_t i = 0; i < run->doc->segment_count; i++) {
        title_case(run, &run->doc->segments[i]);
        missing_stop(run, &run->doc->segments[i]);
    }
}
