/* Marks words that stand twice in a row: "das das Haus", "will will", "in der in der Zeitung". */
#include "checks/checks.h"
#include "checks/clause_phrases.h"
#include "checks/fields.h"
#include "checks/marks.h"
#include "checks/phrases.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/compound_parts.h"
#include "lexicon/noun_phrase.h"
#include "text/letters.h"

static bool same_word(const struct document *doc, const struct token *left, const struct token *right)
{
    return left->kind == TOKEN_WORD && right->kind == TOKEN_WORD && left->clause == right->clause &&
           left->sentence == right->sentence && slice_equal(token_text(doc, left), token_text(doc, right));
}

/* German allows some pairs: "die, die die Wahl gewannen" (pronoun and article), "sie sie", "sehr, sehr", and names and
 * titles repeat themselves ("Bora Bora", "New York, New York"). words/repeatable.txt holds them. */
static bool may_repeat(const struct check_run *run, const struct token *word)
{
    return (word->flags & (TOKEN_CAPITAL | TOKEN_QUOTED)) != 0 ||
           token_in_list(&run->context->lexicon, LIST_REPEATABLE, word);
}

static bool is_article_or_pronoun(const struct token *token)
{
    return token_is(token, POS_DETERMINER) || token_is(token, POS_PRONOUN) || token_is(token, POS_RELATIVE);
}

/* Pronoun and article are two words: "dass das das Haus ist", "Ist das das Haus?". Behind a verb that has its subject
 * already, the second is a slip: "Die Polizei durchsuchte das das Haus." */
static bool follows_inner_verb(const struct document *doc, size_t index)
{
    if (index < 3 || doc->tokens[index - 2].sentence != doc->tokens[index].sentence)
        return false;
    const struct token *before = &doc->tokens[index - 2];

    return token_is(before, POS_VERB) && !token_is(before, POS_AUXILIARY) &&
           (before->flags & TOKEN_SENTENCE_START) == 0 && doc->tokens[index - 3].clause == before->clause;
}

/* "des des", "kein kein", "wir wir": no pronoun that stands before its own article. */
static bool is_never_both(const struct token *word, struct slice text)
{
    static const char *const both[] = {
        "das", "was", "wer", "es", "ihr", "dies", "sie", "uns", "sich", "alle", "viel"
    };

    for (size_t i = 0; i < sizeof(both) / sizeof(*both); i++)
        if (slice_equal(text, slice_of(both[i])))
            return false;
    return (word->flags & (TOKEN_CAPITAL | TOKEN_QUOTED)) == 0;
}

/* "in den den letzten Monaten", "will die die Produktion verdoppeln": no pronoun stands before the article, as it does
 * where a clause begins ("…, den den Plan", "wenn die die Wahl") and behind a verb without its subject. */
static bool is_article_twice(const struct check_run *run, size_t i)
{
    struct stretch stretch = { stretch_first(run, i), stretch_end(run, i) };
    struct clause_phrase subject;
    struct noun_phrase phrase;
    size_t first = i - 1;

    if (!in_list(run, LIST_ARTICLES, i) || text_is(run, i, "das") || first < stretch.first + 1 ||
        (token_at(run, i)->flags & TOKEN_QUOTED) != 0 || !noun_phrase_at(run->doc, i, &phrase) ||
        clause_opener(run, stretch) != NO_OPENER || in_list_lower(run, LIST_QUESTION_WORDS, stretch.first))
        return false;
    if (token_is(token_at(run, first - 1), POS_PREPOSITION))
        return first >= stretch.first + 2 || stretch.first == sentence_first(run, i);
    for (size_t j = stretch.first; j < first; j++)
        if (token_is(token_at(run, j), POS_CONJUNCTION) || token_is(token_at(run, j), POS_SUBORDINATOR))
            return false;
    return is_surely_finite(token_at(run, first - 1)) && read_clause_phrase(run, stretch.first, &subject) &&
           subject.end == first - 1 && subject.determined && (subject.cases & CASE_NOM) != 0;
}

/* "und und", but not "und und und". */
static bool is_und_twice(const struct check_run *run, size_t i)
{
    return text_is(run, i, "und") && !text_is(run, i + 1, "und") && !(i > 1 && text_is(run, i - 2, "und")) &&
           (token_at(run, i)->flags & TOKEN_QUOTED) == 0;
}

/* The word behind the conjunction at i; in "den Verzehr oder den Verzehr" the one behind the article. */
static size_t second_conjunct(const struct document *doc, size_t i)
{
    bool article = i >= 2 && i + 2 < doc->token_count && token_is(&doc->tokens[i - 2], POS_DETERMINER) &&
                   slice_equal(token_text(doc, &doc->tokens[i - 2]), token_text(doc, &doc->tokens[i + 1]));

    return article ? i + 2 : i + 1;
}

/* "nikgeräte" of "Elektro- und Elektronikgeräte" is no word, as "zeremonie" of "Reinigungs- und Reinigungszeremonie"
 * is: what follows is no head that both conjuncts share. */
static bool shares_head(const struct check_run *run, struct slice rest)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    struct slice word = with_initial(run->issues->arena, rest, true);

    return !is_dictionary_word(lexicon, word) && verdict_by_parts(lexicon, word) == REJECTED;
}

/* "vor langer, langer Zeit" */
static bool is_told_so(struct slice adjective)
{
    return slice_starts(adjective, SLICE("lange")) || slice_starts(adjective, SLICE("viele")) ||
           slice_starts(adjective, SLICE("weite"));
}

/* "Wir haben gesucht und gesucht": how long someone did it; what was done to him is not told so ("wurde verletzt und
 * verletzt"). */
static bool is_done_again(const struct check_run *run, size_t i)
{
    if (!token_is_verb_form(token_at(run, i - 1), VERB_PARTICIPLE2))
        return false;
    for (size_t at = stretch_first(run, i), end = stretch_end(run, i); at < end; at++)
        if (has_lemma(&run->context->lexicon, token_at(run, at), "haben"))
            return true;
    return false;
}

/* "große Städte und Städte ohne Bahnhof", "Zeilen zu Spalten und Spalten zu Zeilen": each has something else of its
 * own, the first before it and the second behind. */
static bool is_told_apart(const struct check_run *run, size_t left, size_t right)
{
    if (left == 0 || right + 2 >= run->doc->token_count || !same_sentence(run, left - 1, right + 2))
        return false;
    const struct token *before = token_at(run, left - 1), *behind = token_at(run, right + 1);

    if (token_is(before, POS_PREPOSITION) && slice_equal(token_lower(before), token_lower(behind)))
        return true;
    if (!is_inflected_adjective(before))
        return false;
    return text_is(run, right + 1, ",")
               ? is_relative_pronoun(run->doc, right + 2) || token_is(token_at(run, right + 2), POS_PREPOSITION)
               : token_is(behind, POS_PREPOSITION) && !text_is(run, right + 1, "in") &&
                     !text_is(run, right + 1, "im") && !text_is(run, right + 1, "an") &&
                     !text_is(run, right + 1, "auf");
}

/* "willkürlich und willkürlich", "Reinigungs- und Reinigungszeremonie": two English words became one German word.
 * Adverbs
 * ("nach und nach", "wieder und wieder"), comparatives and spans of time ("Jahre und Jahre") are said so. */
static bool repeats_over_und(const struct check_run *run, size_t i)
{
    enum { MIN_ADVERB = 9 }; /* bytes: "wieder" and "immer" are repeated, "willkürlich" is not */
    const struct document *doc = run->doc;
    const struct token *left = &doc->tokens[i - 1];
    struct slice conjunction = token_text(doc, &doc->tokens[i]);

    if (!slice_equal(conjunction, SLICE("und")) && !slice_equal(conjunction, SLICE("oder")) &&
        !(slice_equal(conjunction, SLICE(",")) && is_inflected_adjective(left)))
        return false;
    const struct token *right = &doc->tokens[second_conjunct(doc, i)];
    struct slice first = token_text(doc, left), second = token_text(doc, right);

    if (left->kind != TOKEN_WORD || right->kind != TOKEN_WORD || left->sentence != right->sentence ||
        left->sentence != doc->tokens[i].sentence || ((left->flags | right->flags) & TOKEN_QUOTED) != 0)
        return false;
    if (token_is_verb_form(right, VERB_PARTICIPLE2) &&
        (token_is(&right[1], POS_VERB) || token_is(&right[1], POS_AUXILIARY)))
        return false; /* "ein Organ gespendet oder gespendet bekommen" */
    if (token_is(left, POS_NOUN) && is_told_apart(run, i - 1, second_conjunct(doc, i)))
        return false;
    if (first.len > 5 && first.at[first.len - 1] == '-') /* no "Elektro- und Elektronikgeräte" */
        return slice_starts(second, (struct slice){ first.at, first.len - 1 }) &&
               !shares_head(run, slice_from(second, first.len - 1));
    return first.len > 4 && slice_equal(first, second) &&
           !(slice_equal(conjunction, SLICE(",")) && is_told_so(first)) && !is_done_again(run, i) &&
           !in_word_list(&run->context->lexicon, LIST_REPEATABLE, first) &&
           !in_word_list(&run->context->lexicon, LIST_SPANS_OF_TIME, first) &&
           (token_is(left, POS_NOUN) || token_is(left, POS_ADJECTIVE)) &&
           (first.len >= MIN_ADVERB || !token_is(left, POS_ADVERB)) && !token_is(left, POS_PREPOSITION) &&
           !token_is(left, POS_NAME) && !token_is_comparative(left);
}

/* "in der in der Zeitung", "bleibt es bleibt es kalt": two words stand twice in a row. Quotations, figures and rhetoric
 * ("Tag für Tag für Tag") are left alone. */
static bool repeats_pair(const struct check_run *run, size_t i)
{
    const struct document *doc = run->doc;
    const struct token *words = &doc->tokens[i - 3];

    if (!slice_equal(token_text(doc, &words[1]), token_text(doc, &words[3]))) /* nearly always */
        return false;
    bool noun = in_list(run, LIST_ARTICLES, i - 3) && token_is(&words[1], POS_NOUN); /* "der Wahl der Wahl" */

    for (size_t j = 0; j < 4; j++)
        if (words[j].kind != TOKEN_WORD || words[j].sentence != words[0].sentence ||
            words[j].clause != words[0].clause || (words[j].flags & TOKEN_QUOTED) != 0 ||
            (j > 0 && (words[j].flags & TOKEN_CAPITAL) != 0 && !(noun && j % 2 == 1)))
            return false;
    return !slice_equal(token_text(doc, &words[0]), token_text(doc, &words[1])) &&
           slice_equal(lower_case(run->issues->arena, token_text(doc, &words[0])), token_text(doc, &words[2])) &&
           (noun || !in_word_list(&run->context->lexicon, LIST_REPEATABLE, token_text(doc, &words[2]))) &&
           !token_is(&words[1], POS_CONJUNCTION);
}

/* "am Montag am Montag", "nach Angaben der Polizei nach Angaben der Polizei": a preposition and what follows it stand
 * twice in a row; how many words, or 0. */
static size_t repeated_phrase(const struct check_run *run, size_t i)
{
    enum { MOST = 5 };
    const struct document *doc = run->doc;

    if (!token_is(&doc->tokens[i], POS_PREPOSITION) || (doc->tokens[i].flags & TOKEN_QUOTED) != 0)
        return 0;
    for (size_t length = 2; length <= MOST && i + 2 * length <= doc->token_count; length++) {
        const struct token *left = &doc->tokens[i], *right = left + length;
        size_t same = 0;

        if (right[length - 1].sentence != left->sentence || right[length - 1].clause != left->clause)
            return 0;
        while (same < length && left[same].kind == TOKEN_WORD &&
               slice_equal(token_lower(&left[same]), token_lower(&right[same])))
            same++;
        if (same == length && (left[length - 1].flags & TOKEN_CAPITAL) != 0)
            return length;
    }
    return 0;
}

/* A pronoun that is an object by itself there, and no part of a phrase with a preposition or of "an und für sich". */
static bool is_lone_object(const struct document *doc, size_t i)
{
    return i > 0 && !token_is(&doc->tokens[i - 1], POS_PREPOSITION) && !token_is(&doc->tokens[i - 1], POS_CONJUNCTION);
}

/* "gemeinsamen": an adjective with an ending that no verb has, so that the pronoun before it is none of its objects. */
static bool is_plain_attribute(const struct token *token)
{
    return is_inflected_adjective(token) && !token_is(token, POS_VERB) &&
           !token_is_verb_form(token, VERB_PARTICIPLE1) && !token_is_verb_form(token, VERB_PARTICIPLE2);
}

/* "da nahm ihn die Polizei ihn fest": an object stands twice in a clause with one verb. With an infinitive each verb
 * may have its own ("ließ ihn ihn sehen"). */
static void check_pronoun_twice(const struct check_run *run, size_t i)
{
    const struct document *doc = run->doc;
    const struct token *pronoun = &doc->tokens[i];
    struct slice word = token_text(doc, pronoun);
    size_t again = 0;

    if (!is_lone_object(doc, i) || (pronoun->flags & TOKEN_QUOTED) != 0)
        return;
    for (size_t at = i + 1;
         at < doc->token_count && doc->tokens[at].sentence == pronoun->sentence && doc->tokens[at].kind == TOKEN_WORD;
         at++) {
        const struct token *token = &doc->tokens[at];

        /* "konnten sich bislang nicht sich einigen.": the infinitive of both ends the clause of a modal verb */
        if (again != 0 && token_is_verb_form(token, VERB_INFINITIVE) && text_is(run, at + 1, ".") && at == again + 1)
            break;
        if (again == 0 && is_plain_attribute(token))
            continue;
        if (token_is(token, POS_CONJUNCTION) || (token_is(token, POS_SUBORDINATOR) && !text_is(run, at, "auf")) ||
            ((token->flags & TOKEN_CAPITAL) == 0 && !token_is(token, POS_DETERMINER) &&
             !token_is(token, POS_PREPOSITION) &&
             (token_is_verb_form(token, VERB_INFINITIVE) || token_is_verb_form(token, VERB_ZU_INFINITIVE) ||
              is_inflected_adjective(token) || token->analysis.reading_count == 0)))
            return; /* "die sich sich selbst überlassenen Kinder" */
        if (again == 0 && at > i + 1 && slice_equal(token_text(doc, token), word) && is_lone_object(doc, at))
            again = at;
    }
    if (again != 0)
        report(run, "check/repetition", (struct span){ pronoun->span.start, doc->tokens[again].span.end });
}

bool is_object_pronoun(const struct check_run *run, size_t i)
{
    struct slice word = token_text(run->doc, &run->doc->tokens[i]);

    return slice_is(word, "ihn") || slice_is(word, "sich") || slice_is(word, "mich") || slice_is(word, "dich");
}

void check_repetition(const struct check_run *run)
{
    const struct document *doc = run->doc;

    for (size_t i = 0; i < doc->token_count; i++) {
        size_t length = repeated_phrase(run, i);

        if (length > 0) {
            report(run, "check/repetition",
                   (struct span){ doc->tokens[i].span.start, doc->tokens[i + 2 * length - 1].span.end });
            i += 2 * length - 1;
        }
    }

    for (size_t i = next_marked(run, MARK_TWICE, 0); i < doc->token_count; i = next_marked(run, MARK_TWICE, i + 1))
        check_pronoun_twice(run, i);
    for (size_t i = 1; i + 1 < doc->token_count; i++)
        if (repeats_over_und(run, i))
            report(run, "check/repeated-conjunct",
                   (struct span){ doc->tokens[i - 1].span.start, doc->tokens[second_conjunct(doc, i)].span.end });
    for (size_t i = 3; i < doc->token_count; i++)
        if (repeats_pair(run, i))
            report(run, "check/repetition", (struct span){ doc->tokens[i - 3].span.start, doc->tokens[i].span.end });
    for (size_t i = 1; i < doc->token_count; i++) {
        const struct token *left = &doc->tokens[i - 1], *right = &doc->tokens[i];

        if (!same_word(doc, left, right))
            continue;
        bool sure = is_article_twice(run, i) || is_und_twice(run, i);

        if (!sure && (may_repeat(run, left) || (is_article_or_pronoun(left) && !follows_inner_verb(doc, i) &&
                                                !is_never_both(left, token_text(doc, left)))))
            continue;
        struct issue *issue = report(run, "check/repetition", (struct span){ left->span.start, right->span.end });

        if (issue != NULL)
            issue_suggest(run->issues, issue, token_text(doc, left));
    }
}
