/* Marks a verb with a separable prefix that stands unsplit in the second place of a main clause: "Die Fluggesellschaft
 * ankündigte am Dienstag neue Strecken". Unsplit it stands at the end of a clause that a subordinator or relative
 * pronoun opens, and nowhere else. */
#include "checks/checks.h"
#include "checks/marks.h"
#include "checks/phrases.h"
#include "checks/places.h"
#include "checks/stretches.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* The prefix of "ankündigte"; empty when the form may be anything else than a finite form of such a verb. */
static struct slice prefix_of(const struct check_run *run, const struct token *token)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    struct slice word = token_text(run->doc, token), prefix = { 0 };
    bool third = false; /* "findet statt" is of ihr too */

    if (token->kind != TOKEN_WORD || (token->flags & (TOKEN_CAPITAL | TOKEN_QUOTED)) != 0)
        return prefix;
    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        const struct reading *reading = &token->analysis.readings[i];
        uint8_t separable = reading->lemma == NO_ID ? 0 : lexicon->lemmas[reading->lemma].separable;
        enum verb_form form = verb_form_of(reading->features);

        if (separable == 0 || pos_of(reading->features) != POS_VERB || form < VERB_PRESENT || form > VERB_SUBJUNCTIVE2)
            return (struct slice){ 0 };
        prefix = (struct slice){ word.at, separable };
        third = third || (reading->features & PERSON_3) != 0;
    }
    return third ? prefix : (struct slice){ 0 };
}

/* "anerkennen", "auferlegen": behind a second, inseparable prefix some leave them whole. */
static bool may_stay_whole(const struct check_run *run, struct slice rest)
{
    const struct list_record *prefixes = named_list(&run->context->lexicon, LIST_INSEPARABLE_PREFIXES);

    for (uint32_t i = 0; prefixes != NULL && i < prefixes->count; i++)
        if (slice_starts(rest,
                         lexicon_text(&run->context->lexicon, run->context->lexicon.list_words[prefixes->first + i])))
            return true;
    return false;
}

/* No word of the stretch opens a clause with its verb at the end, or is the finite verb of the main clause. */
static bool may_be_main_clause(const struct check_run *run, size_t first, size_t verb)
{
    for (size_t i = first; i < verb; i++) {
        const struct token *token = token_at(run, i);

        if (token->kind != TOKEN_WORD || (token->flags & TOKEN_QUOTED) != 0 || is_surely_finite(token) ||
            token_is(token, POS_SUBORDINATOR) || token_is(token, POS_CONJUNCTION) ||
            in_list_lower(run, LIST_CLAUSE_OPENERS, i) || in_list_lower(run, LIST_QUESTION_WORDS, i))
            return false;
    }
    return true;
}

/* The token behind the subject that opens the sentence, with its genitive; the first token when none does. */
static size_t behind_opening(const struct check_run *run, size_t first)
{
    struct noun_phrase phrase;

    if (in_list_lower(run, LIST_SUBJECT_PRONOUNS, first))
        return first + 1;
    if (noun_at(run->doc, first, &phrase))
        return phrase.noun + 1;
    if ((token_at(run, first)->flags & TOKEN_CAPITAL) == 0 ||
        (!token_is(token_at(run, first), POS_NAME) && token_at(run, first)->analysis.reading_count > 0))
        return first;
    do
        first++;
    while (is_capitalised(token_at(run, first)));
    return first;
}

/* "ankündigte", "anerkennt" not: a verb that its prefix leaves in a main clause. The prefix; empty for other words. */
static struct slice leaving_prefix(const struct check_run *run, size_t i)
{
    struct slice prefix = prefix_of(run, token_at(run, i)), rest = slice_from(text_at(run, i), prefix.len);

    if (prefix.len == 0 || !form_is(&run->context->lexicon, rest, POS_VERB) || /* "zuckte" */
        in_word_list(&run->context->lexicon, LIST_INSEPARABLE_PREFIXES, prefix) || may_stay_whole(run, rest))
        return (struct slice){ 0 };
    return prefix;
}

/* The prefix of a verb that looks like an infinitive, "weitergeben"; empty for other words. */
static struct slice prefix_of_plural(const struct check_run *run, const struct token *token)
{
    struct slice prefix = { 0 };

    if (token->kind != TOKEN_WORD || (token->flags & TOKEN_CAPITAL) != 0 || !token_is_finite(token) ||
        !token_is_verb_form(token, VERB_INFINITIVE) || token_is_verb_form(token, VERB_PARTICIPLE2))
        return prefix;
    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        const struct reading *reading = &token->analysis.readings[i];
        uint8_t separable = reading->lemma == NO_ID ? 0 : run->context->lexicon.lemmas[reading->lemma].separable;

        if (separable == 0)
            return (struct slice){ 0 };
        prefix = (struct slice){ token_text(run->doc, token).at, separable };
    }
    return prefix;
}

bool may_be_unsplit(const struct check_run *run, size_t i)
{
    return leaving_prefix(run, i).len > 0 || prefix_of_plural(run, token_at(run, i)).len > 0;
}

/* "Wir weitergeben keine Daten": right behind the pronoun that opens the sentence, and no other verb. */
static bool follows_pronoun(const struct check_run *run, size_t first, size_t verb, size_t end)
{
    /* "Wir unterstellen", "Sie übersetzen": the prefix may stay as well */
    if (in_word_list(&run->context->lexicon, LIST_INSEPARABLE_PREFIXES, prefix_of_plural(run, token_at(run, verb))))
        return false;
    return verb == first + 1 && first == sentence_first(run, first) && verb + 1 < end &&
           (slice_equal(lower_at(run, first), SLICE("wir")) || slice_equal(lower_at(run, first), SLICE("sie"))) &&
           !has_finite(run, verb + 1, end) && !token_is(token_at(run, verb + 1), POS_CONJUNCTION);
}

/* "…, weitergeben": forms that may be infinitives, by what stands around them. */
static void look_at_plural(const struct check_run *run, size_t verb)
{
    size_t first = stretch_first(run, verb), end = stretch_end(run, verb);
    struct slice prefix = prefix_of_plural(run, token_at(run, verb));
    bool doubled = end > verb + 1 && slice_equal(text_at(run, end - 1), prefix);

    if (prefix.len > 0 && (doubled || follows_pronoun(run, first, verb, end)))
        report(run, "check/unsplit-verb", token_at(run, verb)->span);
}

/* "Der Konzern ankündigte neue Stellen": a main clause up to the verb, behind its first part. */
static bool follows_subject(const struct check_run *run, size_t first, size_t verb, size_t end)
{
    size_t behind = behind_opening(run, first);
    bool last = verb + 2 >= end; /* what has one word behind it, or none, is sure right behind the subject alone */

    return behind > first && (!last || behind == verb) && may_be_main_clause(run, first, verb) &&
           !is_surely_finite(token_at(run, end - 1 > verb ? end - 1 : first)) &&
           (verb + 1 < end || text_is(run, end, ",") || text_is(run, end, "."));
}

/* "mitteilte das Amt", "aussieht er so": no subordinator opens the stretch, and behind the verb stands what is never
 * behind one that ends a clause. */
static bool is_followed(const struct check_run *run, size_t first, size_t verb, size_t end)
{
    struct noun_phrase phrase;
    size_t next = verb + 1;

    if (next >= end || (verb > first && !may_be_main_clause(run, first, verb)) ||
        (verb > first && first != sentence_first(run, first) && is_relative_pronoun(run->doc, first)))
        return false;
    bool noun = noun_phrase_at(run->doc, next, &phrase) ? phrase.has_determiner && !phrase.contracted
                                                        : verb == first && is_capitalised(token_at(run, next));

    return noun || in_list(run, LIST_NOMINATIVE_PRONOUNS, next) || in_list(run, LIST_REFLEXIVE_PRONOUNS, next) ||
           text_is(run, next, "nicht");
}

/* The token behind und in the stretch of the verb, or its first. */
static size_t clause_first(const struct check_run *run, size_t verb)
{
    size_t first = stretch_first(run, verb), at = verb;

    while (at > first && !text_is(run, at - 1, "und") && !text_is(run, at - 1, "aber"))
        at--;
    return at;
}

static void look_at(const struct check_run *run, size_t verb)
{
    size_t end = stretch_end(run, verb), first = clause_first(run, verb);
    struct slice prefix = leaving_prefix(run, verb);
    bool doubled = end > verb + 1 && slice_equal(text_at(run, end - 1), prefix);

    if (prefix.len == 0)
        return;
    for (size_t i = verb + 1; i < end && !doubled; i++)
        if (is_surely_finite(token_at(run, i)))
            return;
    if (!doubled && verb + 1 < end && token_is(token_at(run, verb + 1), POS_CONJUNCTION))
        return;
    if (doubled || is_followed(run, first, verb, end) ||
        (first == sentence_first(run, first) && follows_subject(run, first, verb, end)))
        report(run, "check/unsplit-verb", token_at(run, verb)->span);
}

void check_unsplit_verbs(const struct check_run *run)
{
    for (size_t i = next_marked(run, MARK_UNSPLIT, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_UNSPLIT, i + 1)) {
        look_at(run, i);
        look_at_plural(run, i);
    }
}
