/* Marks compounds written as separate words, as English writes them: "das Klimaschutz Gesetz", "die Trump Regierung",
 * "der Gesundheits Minister". Two nouns may stand side by side in German too (dative and accusative, measures, titles,
 * appositions), so only places are marked where they must be one: before the verb of a main clause, behind a
 * preposition, or where the determiner agrees with the last word and not with the first. */
#include "checks/checks.h"
#include "checks/noun_phrase.h"
#include "lexicon/analysis.h"
#include "text/letters.h"

enum { MAX_FIRST_WORDS = 3 };

static bool same_sentence(const struct document *doc, size_t a, size_t b)
{
    return b < doc->token_count && doc->tokens[a].sentence == doc->tokens[b].sentence;
}

/* "Schwarze Löcher", "die Nationale Wahlbehörde": an adjective in a name is capitalised. */
static bool is_capital_adjective(const struct check_run *run, const struct token *token)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    struct slice lower = with_initial(run->issues->arena, token_text(run->doc, token), false);
    uint32_t form = lexicon_form(lexicon, lower);

    if ((token->flags & TOKEN_HYPHEN) != 0 && token->analysis.part_count > 0) {
        struct span last = token_parts(run->doc, token)[token->analysis.part_count - 1].span;

        form = lexicon_form(lexicon, text_of(run->doc, last));
    }
    for (uint32_t i = 0; form != NO_ID && i < lexicon->forms[form].reading_count; i++)
        if (pos_of(lexicon->readings[lexicon->forms[form].first_reading + i].features) == POS_ADJECTIVE)
            return true;
    return slice_ends(lower, SLICE("er")) && lower.len > 4 && !token_is(token, POS_NOUN); /* "Berliner Mauer" */
}

/* A word that can be the first part: capitalised, no determiner or title, not the end of a quotation. */
static bool can_stand_first(const struct check_run *run, size_t index)
{
    const struct token *token = &run->doc->tokens[index];

    return token->kind == TOKEN_WORD && (token->flags & TOKEN_CAPITAL) != 0 && (token->flags & TOKEN_QUOTED) == 0 &&
           !in_word_list(&run->context->lexicon, "appositions", token_text(run->doc, token)) &&
           !token_is(token, POS_ADJECTIVE) && !is_capital_adjective(run, token) &&
           (token->flags & TOKEN_ABBREVIATION) == 0;
}

/* A common noun that ends the phrase, and no name. */
static bool is_common_noun(const struct check_run *run, size_t index)
{
    const struct token *token = &run->doc->tokens[index];
    bool foreign = is_english_word(&run->context->lexicon, token_text(run->doc, token)) &&
                   is_english_word(&run->context->lexicon, token_text(run->doc, token - 1));

    /* "Champions League", "Music Festival": English on both sides is a name. */
    if (foreign)
        return false;
    for (uint16_t i = 0; i < token->analysis.reading_count; i++) /* a place that is only guessed */
        if ((token->analysis.readings[i].features & FEATURE_GUESSED) != 0)
            return false;
    return token->kind == TOKEN_WORD && (token->flags & TOKEN_CAPITAL) != 0 &&
           (token->flags & (TOKEN_ALL_CAPS | TOKEN_QUOTED | TOKEN_HYPHEN)) == 0 && token_is(token, POS_NOUN) &&
           !token_is(token, POS_NAME) && (token->analysis.flags & (ANALYSIS_KNOWN | ANALYSIS_COMPOUND)) != 0;
}

/* The cases in which the determiner agrees with one of the words alone. */
static uint32_t cases_of(const struct document *doc, size_t determiner, size_t noun)
{
    struct noun_phrase phrase = { .first = determiner, .noun = noun, .has_determiner = true };
    struct token tokens[2] = { doc->tokens[determiner], doc->tokens[noun] };
    struct document pair = { .tokens = tokens, .token_count = 2 };

    phrase.first = 0;
    phrase.noun = 1;
    return agreeing_cases(&pair, &phrase, NULL);
}

static bool is_finite_verb(const struct token *token)
{
    return token->kind == TOKEN_WORD && (token->flags & TOKEN_CAPITAL) == 0 && token_is_finite(token);
}

/* "Gesundheits": no word of its own, but a noun with the linking element that only compounds have. */
static bool is_linked_form(const struct check_run *run, const struct token *token)
{
    struct slice text = token_text(run->doc, token);

    if ((token->analysis.flags & ANALYSIS_KNOWN) != 0 || text.len < 6 || !slice_ends(text, SLICE("s")))
        return false;
    uint32_t form = lexicon_form(&run->context->lexicon, (struct slice){ text.at, text.len - 1 });

    if (form == NO_ID)
        return false;
    const struct form_record *record = &run->context->lexicon.forms[form];

    for (uint32_t i = 0; i < record->reading_count; i++)
        if (pos_of(run->context->lexicon.readings[record->first_reading + i].features) != POS_NOUN)
            return false;
    return record->reading_count > 0;
}

/* Where the words must be one phrase. */
static bool must_be_one(const struct check_run *run, size_t determiner, size_t noun)
{
    const struct document *doc = run->doc;
    const struct token *first = &doc->tokens[determiner];
    bool common_first = token_is(&doc->tokens[determiner + 1], POS_NOUN);

    if (is_linked_form(run, &doc->tokens[determiner + 1]))
        return true;
    if ((first->flags & TOKEN_SENTENCE_START) != 0)
        return same_sentence(doc, noun, noun + 1) && is_finite_verb(&doc->tokens[noun + 1]) &&
               (cases_of(doc, determiner, noun) & CASE_NOM) != 0; /* "Der Bereich Bauelemente wächst" */
    if (determiner < 2 || !same_sentence(doc, determiner - 2, determiner) ||
        doc->tokens[determiner - 2].kind == TOKEN_PUNCTUATION)
        return false;
    return token_is(&doc->tokens[determiner - 1], POS_PREPOSITION) && !common_first;
}

static struct slice joined(const struct check_run *run, size_t first, size_t last)
{
    struct slice text = token_text(run->doc, &run->doc->tokens[first]);
    bool closed = token_is(&run->doc->tokens[first], POS_NOUN) && last == first + 1;
    struct slice head = token_text(run->doc, &run->doc->tokens[last]);

    if (closed || is_linked_form(run, &run->doc->tokens[first])) {
        struct slice lower = lower_case(run->issues->arena, head);

        return arena_print(run->issues->arena, "%.*s%.*s", (int)text.len, text.at, (int)lower.len, lower.at);
    }
    for (size_t i = first + 1; i <= last; i++) {
        struct slice next = token_text(run->doc, &run->doc->tokens[i]);

        text = arena_print(run->issues->arena, "%.*s-%.*s", (int)text.len, text.at, (int)next.len, next.at);
    }
    return text;
}

static void check_from(const struct check_run *run, size_t determiner)
{
    const struct document *doc = run->doc;
    size_t noun = determiner + 1;

    while (noun <= determiner + MAX_FIRST_WORDS && same_sentence(doc, determiner, noun + 1) &&
           can_stand_first(run, noun) && (doc->tokens[noun + 1].flags & TOKEN_CAPITAL) != 0 &&
           (doc->tokens[noun + 1].flags & TOKEN_SPACE_BEFORE) != 0)
        noun++;
    if (noun < determiner + 2 || !is_common_noun(run, noun) || cases_of(doc, determiner, noun) == 0 ||
        (same_sentence(doc, noun, noun + 1) && (doc->tokens[noun + 1].flags & TOKEN_CAPITAL) != 0))
        return;
    bool first_is_noun = noun == determiner + 2 && token_is(&doc->tokens[determiner + 1], POS_NOUN);
    bool disagrees = first_is_noun && cases_of(doc, determiner, determiner + 1) == 0;

    if (!must_be_one(run, determiner, noun) && !disagrees)
        return;
    struct issue *issue = report(run, "check/split-compound",
                                 (struct span){ doc->tokens[determiner + 1].span.start, doc->tokens[noun].span.end });

    if (issue != NULL)
        issue_suggest(run->issues, issue, joined(run, determiner + 1, noun));
}

static bool is_article(const struct document *doc, size_t index)
{
    const struct token *token = &doc->tokens[index];

    return token->kind == TOKEN_WORD && token_is(token, POS_DETERMINER) &&
           (index == 0 || doc->tokens[index - 1].sentence != token->sentence ||
            doc->tokens[index - 1].clause == token->clause);
}

void check_compounds(const struct check_run *run)
{
    for (size_t i = 0; i + 2 < run->doc->token_count; i++)
        if (is_article(run->doc, i))
            check_from(run, i);
}
