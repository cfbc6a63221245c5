/* Marks clauses in which a verb or an object is surely missing: "…, gewinnen lässt und …", "dass die Preise im Mai." */
#include "checks/checks.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* A stretch of tokens between two marks, or a mark and a conjunction. */
struct stretch {
    size_t first, end; /* tokens, end exclusive */
};

static bool is_nominal(const struct token *token)
{
    return token->kind != TOKEN_PUNCTUATION &&
           (token_is(token, POS_NOUN) || token_is(token, POS_NAME) || token_is(token, POS_PRONOUN) ||
            token_is(token, POS_RELATIVE) || token_is(token, POS_DETERMINER) || token->kind != TOKEN_WORD ||
            token->analysis.reading_count == 0 || (token->flags & TOKEN_CAPITAL) != 0);
}

static bool ends_stretch(const struct token *token)
{
    return token->kind == TOKEN_PUNCTUATION || token_is(token, POS_CONJUNCTION);
}

static struct stretch stretch_from(const struct document *doc, size_t first)
{
    struct stretch stretch = { first, first };

    while (stretch.end < doc->token_count && doc->tokens[stretch.end].sentence == doc->tokens[first].sentence &&
           !ends_stretch(&doc->tokens[stretch.end]))
        stretch.end++;
    return stretch;
}

/* "…, die Technik achtet, gewinnen lässt und …": lassen with an infinitive has someone who acts, and here no word of
 * the stretch can name him; "einkochen lassen" of a recipe is left alone. The conjunct before has an object of its own
 * right before its verb, so none is shared. */
static bool lacks_object(const struct check_run *run, struct stretch stretch)
{
    const struct token *tokens = run->doc->tokens;

    if (stretch.end - stretch.first != 2 || stretch.first < 3 || tokens[stretch.first - 1].kind != TOKEN_PUNCTUATION)
        return false;
    const struct token *verb = &tokens[stretch.first - 2], *object = &tokens[stretch.first - 3];

    return token_is_verb_form(&tokens[stretch.first], VERB_INFINITIVE) &&
           has_lemma(&run->context->lexicon, &tokens[stretch.first + 1], "lassen") &&
           token_is_finite(&tokens[stretch.first + 1]) &&
           !token_is_verb_form(&tokens[stretch.first + 1], VERB_INFINITIVE) && !is_nominal(&tokens[stretch.first]) &&
           token_is_finite(verb) && token_is(object, POS_NOUN) && verb->sentence == tokens[stretch.first].sentence;
}

/* "Er sagte, dass die Preise im Mai.": a clause with "dass" needs a finite verb before its sentence ends. Only a clause
 * without any word that could be one is marked, and none that another clause interrupts or continues. */
static bool lacks_verb(const struct check_run *run, size_t subordinator, size_t end)
{
    const struct document *doc = run->doc;

    if (end - subordinator < 4)
        return false;
    for (size_t i = subordinator + 1; i < end; i++)
        if (may_be_verb(&doc->tokens[i]) ||
            (doc->tokens[i].kind == TOKEN_PUNCTUATION && !slice_equal(token_text(doc, &doc->tokens[i]), SLICE("."))))
            return false;
    return true;
}

static void check_clause(const struct check_run *run, size_t index)
{
    const struct document *doc = run->doc;
    const struct sentence *sentence = &doc->sentences[doc->tokens[index].sentence];
    size_t end = sentence->first_token + sentence->token_count;

    if (end == 0 || end <= index + 1 || !slice_equal(token_text(doc, &doc->tokens[end - 1]), SLICE(".")))
        return;
    if (lacks_verb(run, index, end))
        report(run, "check/missing-verb",
               (struct span){ doc->tokens[index].span.start, doc->tokens[end - 2].span.end });
}

/* "trotz der Hitze und.": a word that no sentence ends with stands before the full stop. */
static void check_end(const struct check_run *run, const struct sentence *sentence)
{
    const struct document *doc = run->doc;
    size_t end = (size_t)sentence->first_token + sentence->token_count;

    if (sentence->token_count < 5 || !slice_equal(token_text(doc, &doc->tokens[end - 1]), SLICE(".")) ||
        doc->tokens[end - 2].kind != TOKEN_WORD || (doc->tokens[end - 2].flags & TOKEN_QUOTED) != 0 ||
        !token_in_list(&run->context->lexicon, LIST_NEVER_LAST, &doc->tokens[end - 2]))
        return;
    report(run, "check/breaks-off", (struct span){ doc->tokens[end - 2].span.start, doc->tokens[end - 1].span.end });
}

/* A participle or infinitive that is nothing else, and closes its sentence, alone or before an auxiliary. */
static bool closes_sentence(const struct check_run *run, size_t i)
{
    const struct token *verb = token_at(run, i);
    size_t end = i + 1 + (same_sentence(run, i, i + 1) && token_is(token_at(run, i + 1), POS_AUXILIARY));

    return same_sentence(run, i, end) && text_is(run, end, ".") && !same_sentence(run, i, end + 1) &&
           verb->kind == TOKEN_WORD && (verb->flags & (TOKEN_CAPITAL | TOKEN_QUOTED)) == 0 &&
           (token_is_verb_form(verb, VERB_PARTICIPLE2) || token_is_verb_form(verb, VERB_INFINITIVE)) &&
           !is_inflected_adjective(verb) && !token_is(verb, POS_ADVERB) && !token_is(verb, POS_PREPOSITION) &&
           !token_is(verb, POS_DETERMINER);
}

/* "die Klage des abgewiesen.", "am Abend aus dem entlassen.": an article whose noun is lost. "mit dem reden" is spoken
 * so, of a person, and ", aus dem entlassen wurde" is relative. */
static void check_lost_noun(const struct check_run *run, size_t i)
{
    bool lost = text_is(run, i, "des") && (token_at(run, i - 1)->flags & TOKEN_CAPITAL) != 0;

    if (text_is(run, i, "dem") || text_is(run, i, "den"))
        lost = in_list(run, LIST_BEFORE_LOST_NOUNS, i - 1) && i > 1 && same_sentence(run, i - 2, i) &&
               token_at(run, i - 2)->kind == TOKEN_WORD;
    if (lost && same_sentence(run, i - 1, i + 1) && closes_sentence(run, i + 1))
        report(run, "check/missing-noun", tokens_span(run, i, i + 1));
}

void check_missing_parts(const struct check_run *run)
{
    const struct document *doc = run->doc;

    for (size_t i = 0; i < doc->sentence_count; i++)
        check_end(run, &doc->sentences[i]);
    for (size_t i = 1; i < doc->token_count; i++) {
        const struct token *token = &doc->tokens[i];

        check_lost_noun(run, i);
        bool je = slice_equal(token_text(doc, &doc->tokens[i - 1]), SLICE("je")); /* "je nachdem" */

        if (!je && token_in_list(&run->context->lexicon, LIST_VERB_LAST_SUBORDINATORS, token))
            check_clause(run, i);
        if (!ends_stretch(&doc->tokens[i - 1]) || doc->tokens[i - 1].sentence != token->sentence)
            continue;
        struct stretch stretch = stretch_from(doc, i);

        if (lacks_object(run, stretch))
            report(run, "check/missing-object",
                   (struct span){ token->span.start, doc->tokens[stretch.end - 1].span.end });
    }
}
