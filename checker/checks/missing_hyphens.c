/* Marks hyphens that are missing where words share a part ("Ein und Ausgang", "Sicherheits und Außenpolitik"), where a
 * title stands before half a compound ("die Präsident Biden-Regierung"), and between colours ("rot weiße Fahne"). */
#include "checks/compounds.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "lexicon/analysis.h"
#include "text/letters.h"

static void report_text(const struct check_run *run, size_t first, size_t last, struct slice text)
{
    suggest(run, report(run, "check/missing-hyphen", tokens_span(run, first, last)), text);
}

static bool joins(const struct check_run *run, size_t i)
{
    return text_is(run, i, "und") || text_is(run, i, "oder") || text_is(run, i, "sowie");
}

/* What two words with other prefixes share: "gang" for "Ein" and "Ausgang"; empty when the first has no such word. */
static struct slice shared_rest(const struct check_run *run, struct slice prefix, struct slice word)
{
    enum { MIN_REST = 4 };
    const struct lexicon *lexicon = &run->context->lexicon;
    struct slice lower = with_initial(run->issues->arena, word, false);

    for (size_t length = 2; length + MIN_REST <= lower.len; length++) {
        struct slice rest = slice_from(lower, length), other = { lower.at, length };

        if (!starts_code_point(rest.at[0]) || !in_word_list(lexicon, LIST_SEPARABLE_PREFIXES, other))
            continue;
        if (form_is(lexicon, arena_join(run->issues->arena, prefix, rest), POS_NOUN))
            return rest;
    }
    return (struct slice){ 0 };
}

/* "der Straßen und Bahnverkehr": the article is that of the second word alone, and the lexicon has the first with the
 * last part of that. */
static bool shares_article(const struct check_run *run, size_t i)
{
    const struct token *second = token_at(run, i + 2);

    return i > 0 && same_sentence(run, i - 1, i + 2) && token_is(token_at(run, i - 1), POS_DETERMINER) &&
           cases_of_pair(run->doc, i - 1, i) == 0 && cases_of_pair(run->doc, i - 1, i + 2) != 0 &&
           known_compound(run, text_at(run, i), last_part(run->doc, second)).len > 0;
}

/* "Ricarda Lang und der SPD-Chef": behind another name a first part is a surname. */
static bool is_surname(const struct check_run *run, size_t i)
{
    return i > 0 && same_sentence(run, i - 1, i) && token_at(run, i - 1)->kind == TOKEN_WORD &&
           (token_at(run, i - 1)->flags & TOKEN_CAPITAL) != 0 && !token_is(token_at(run, i - 1), POS_DETERMINER) &&
           !token_is(token_at(run, i - 1), POS_PREPOSITION);
}

/* "Ein und Ausgang", "Gesundheits und Sozialpolitik" */
static bool is_suspended(const struct check_run *run, size_t i)
{
    const struct token *first = token_at(run, i);
    size_t second = i + 2;

    if (first->kind != TOKEN_WORD || (first->flags & (TOKEN_CAPITAL | TOKEN_QUOTED | TOKEN_HYPHEN)) != TOKEN_CAPITAL ||
        !same_sentence(run, i, second) || !joins(run, i + 1) || (token_at(run, second)->flags & TOKEN_CAPITAL) == 0 ||
        !token_is(token_at(run, second), POS_NOUN) || is_surname(run, i))
        return false;
    struct slice prefix = text_at(run, i);

    if (token_at(run, second)->analysis.part_count > 1 &&
        (is_linked_form(run, first) || in_list(run, LIST_BOUND_FIRST_PARTS, i) || shares_article(run, i)))
        return true;
    /* "Groß und Einzelhändler": an adjective without ending is no noun */
    if ((first->flags & TOKEN_SENTENCE_START) == 0 && token_at(run, second)->analysis.part_count > 1 &&
        !is_known_noun(first) && small_is(first, POS_ADJECTIVE) &&
        known_compound(run, prefix, last_part(run->doc, token_at(run, second))).len > 0)
        return true;
    return in_word_list(&run->context->lexicon, LIST_SEPARABLE_PREFIXES,
                        with_initial(run->issues->arena, prefix, false)) &&
           shared_rest(run, prefix, text_at(run, second)).len > 0;
}

static void suspended(const struct check_run *run, size_t i)
{
    struct slice first = text_at(run, i), rest = text_of(run->doc, tokens_span(run, i + 1, i + 2));

    report_text(run, i, i + 2,
                arena_print(run->issues->arena, "%.*s- %.*s", (int)first.len, first.at, (int)rest.len, rest.at));
}

/* "die Präsident Biden-Regierung": the article is that of the last part, not that of the title. */
static bool is_titled(const struct check_run *run, size_t title)
{
    const struct token *next = token_at(run, title) + 1;

    return title > 0 && same_sentence(run, title - 1, title + 1) && next->kind == TOKEN_WORD &&
           (next->flags & (TOKEN_CAPITAL | TOKEN_HYPHEN | TOKEN_QUOTED)) == (TOKEN_CAPITAL | TOKEN_HYPHEN) &&
           token_is(token_at(run, title - 1), POS_DETERMINER) && in_list(run, LIST_APPOSITIONS, title) &&
           token_is(next, POS_NOUN) && cases_of_pair(run->doc, title - 1, title) == 0 &&
           cases_of_pair(run->doc, title - 1, title + 1) != 0;
}

/* "rot weiße", "blau gelben"; "grün blaue" behind a verb may be two things. */
static bool are_colours(const struct check_run *run, size_t i)
{
    return same_sentence(run, i, i + 2) && in_list(run, LIST_COLOURS, i) &&
           inflected_in_list(&run->context->lexicon, LIST_COLOURS, text_at(run, i + 1)) &&
           (token_at(run, i + 2)->flags & TOKEN_CAPITAL) != 0;
}

static void with_hyphen(const struct check_run *run, size_t i)
{
    struct slice left = text_at(run, i), right = text_at(run, i + 1);

    report_text(run, i, i + 1,
                arena_print(run->issues->arena, "%.*s-%.*s", (int)left.len, left.at, (int)right.len, right.at));
}

/* "Arbeits- losigkeit": a word that was cut at the end of a line. */
static bool is_cut_word(const struct check_run *run, size_t i)
{
    enum { MIN_BYTES = 5 };
    struct slice left = text_at(run, i), right = text_at(run, i + 1);

    if (token_at(run, i)->kind != TOKEN_WORD || left.len < MIN_BYTES || left.at[left.len - 1] != '-' ||
        !same_sentence(run, i, i + 1) || right.len < MIN_BYTES || token_at(run, i + 1)->kind != TOKEN_WORD ||
        (token_at(run, i + 1)->flags & TOKEN_CAPITAL) != 0 || joins(run, i + 1) ||
        lexicon_form(&run->context->lexicon, right) != NO_ID)
        return false;
    struct slice whole = arena_join(run->issues->arena, (struct slice){ left.at, left.len - 1 }, right);

    if (lexicon_form(&run->context->lexicon, whole) == NO_ID)
        return false;
    suggest(run, report(run, "check/split-compound", tokens_span(run, i, i + 1)), whole);
    return true;
}

bool may_lack_hyphen(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);
    struct slice text = text_at(run, i);

    return token->kind == TOKEN_WORD &&
           (in_list(run, LIST_COLOURS, i) || in_list(run, LIST_APPOSITIONS, i) || text.at[text.len - 1] == '-' ||
            ((token->flags & (TOKEN_CAPITAL | TOKEN_HYPHEN)) == TOKEN_CAPITAL &&
             (is_linked_form(run, token) || is_plural_noun(token) ||
              token_in_list(&run->context->lexicon, LIST_BOUND_FIRST_PARTS, token) || small_is(token, POS_ADJECTIVE) ||
              small_in_list(&run->context->lexicon, LIST_SEPARABLE_PREFIXES, token))));
}

void check_missing_hyphens(const struct check_run *run)
{
    for (size_t i = next_marked(run, MARK_HYPHEN_PLACE, 0); i + 1 < run->doc->token_count;
         i = next_marked(run, MARK_HYPHEN_PLACE, i + 1)) {
        if (is_suspended(run, i))
            suspended(run, i);
        else if (!is_cut_word(run, i) && (is_titled(run, i) || are_colours(run, i)))
            with_hyphen(run, i);
    }
}
