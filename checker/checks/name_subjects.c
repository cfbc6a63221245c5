/* Marks names of one with the verb of several, and of two with the verb of one: "Volkswagen haben angekündigt", "Am
 * Abend teilten Siemens mit", "Ana Costa wollen", "Frankreich und Polen hat". English has plurals there ("Boeing have
 * said"), and machines lose sight of who is meant. Names of one are those that the dictionary has as names, firms and
 * bodies that a list knows, and what stands behind a first name; teams and bands may be plurals. */
#include "checks/checks.h"
#include "checks/compounds.h"
#include "checks/corrections.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "checks/subjects.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* A word that may be part of a name. */
static bool is_part_of_name(const struct token *token)
{
    return is_capitalised(token) && (token->flags & (TOKEN_QUOTED | TOKEN_DIGIT)) == 0 &&
           !token_is(token, POS_DETERMINER) && !token_is(token, POS_PREPOSITION);
}

/* "Brothers", "Rangers": behind a first name or another name it may be a band or a team. */
static bool may_be_several(const struct check_run *run, size_t index)
{
    struct slice word = text_at(run, index);

    return in_list(run, LIST_TEAM_NAMES, index) || in_list(run, LIST_PLURAL_NAMES, index) ||
           (slice_ends(word, SLICE("s")) && is_common_english(&run->context->lexicon, word)) ||
           (slice_ends(word, SLICE("s")) &&
            is_common_english(&run->context->lexicon, (struct slice){ word.at, word.len - 1 }));
}

/* "Präsident" before a name: a person, in the singular, without determiner or adjective. */
static bool is_title(const struct check_run *run, size_t index)
{
    const struct token *token = token_at(run, index);
    bool bare = index == 0 || !same_clause(run->doc, index - 1, index) ||
                (!token_is(token_at(run, index - 1), POS_DETERMINER) &&
                 !is_inflected_adjective(token_at(run, index - 1)) && !is_capitalised(token_at(run, index - 1)));

    return bare && is_capitalised(token) && token_is(token, POS_NOUN) && is_person(&run->context->lexicon, token);
}

/* "Siemens", "Frankreich"; but "Melismen", which a dictionary has without saying what it is. */
static bool is_lone_name(const struct check_run *run, size_t index)
{
    struct slice word = text_at(run, index);

    return is_name_of_one(token_at(run, index)) &&
           (in_list(run, LIST_CLASS_COUNTRIES, index) || !slice_ends(word, SLICE("en")));
}

/* The token behind the name of one that begins at an index: "Siemens", "Volkswagen", "Ana Costa"; index itself where
 * none does, or where it is not known to be of one. *first is the title before it, or index. */
static size_t behind_name(const struct check_run *run, size_t index, size_t *first)
{
    enum { MOST = 4 };
    size_t end = index;
    bool firm = in_list(run, LIST_FIRMS_BY_NAME, index);

    *first = index;
    if (index > 0 && same_clause(run->doc, index - 1, index) && is_capitalised(token_at(run, index - 1))) {
        if (!is_title(run, index - 1))
            return index;
        *first = index - 1;
    }
    while (end < index + MOST && same_clause(run->doc, index, end) && is_part_of_name(token_at(run, end)))
        end++;
    bool known = end == index + 1 && (firm || in_list(run, LIST_CLASS_COUNTRIES, index));

    if (end == index || (!known && may_be_several(run, end - 1)))
        return index;
    if (end == index + 1 || (firm && end == index + 2 && token_is(token_at(run, end - 1), POS_ABBREVIATION)))
        return firm || is_lone_name(run, index) || in_list(run, LIST_CLASS_COUNTRIES, index) ? end : index;
    return (is_first_name(&run->context->lexicon, token_at(run, index)) || is_name_of_one(token_at(run, end - 1))) &&
                   !token_is(token_at(run, end - 1), POS_ADJECTIVE)
               ? end
               : index;
}

/* The verb can be nothing but a plural. */
static bool is_plural_verb(const struct check_run *run, size_t verb)
{
    const struct token *token = token_at(run, verb);

    return token->kind == TOKEN_WORD && !is_capitalised(token) && may_be_finite(token) &&
           !token_is(token, POS_DETERMINER) && !token_is(token, POS_PREPOSITION) && !token_is(token, POS_ADVERB) &&
           !is_zu_infinitive(run->doc, verb) && finite_numbers(token) == NUMBER_PL &&
           !token_is_verb_form(token, VERB_PARTICIPLE2);
}

/* "Maria|, die Köchin, und ein Gast", "Maria|, ein Kind und ein Gast": what stands behind the comma goes on with und.
 */
static bool row_goes_on(const struct check_run *run, size_t comma)
{
    if (!text_is(run, comma, ",") || !same_sentence(run, comma, comma + 1))
        return false;
    size_t end = stretch_end(run, comma + 1);

    for (size_t i = comma + 1; i < end; i++)
        if (text_is(run, i, "und"))
            return true;
    return text_is(run, end, ",") && text_is(run, end + 1, "und");
}

/* "Siemens, Bosch und", "Merkel und", "Ana Costa (SPD) und": another name may follow. */
static bool may_be_joined(const struct check_run *run, size_t end)
{
    return same_sentence(run, end - 1, end) &&
           (token_is(token_at(run, end), POS_CONJUNCTION) || text_is(run, end, "als") || text_is(run, end, "wie") ||
            text_is(run, end, "-") || text_is(run, end, "/") || text_is(run, end, "&") || row_goes_on(run, end) ||
            (text_is(run, end, ",") && same_sentence(run, end, end + 1) && is_capitalised(token_at(run, end + 1))));
}

/* "Apple verteuerten sich um zwei Prozent": the shares of the firm did. */
static bool tells_of_shares(const struct check_run *run, size_t verb)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *token = token_at(run, verb);
    uint32_t joined = token->analysis.joined;

    if (!has_lemma_of(lexicon, token, LIST_VERBS_OF_PRICES) &&
        !(joined != NO_ID && in_word_list(lexicon, LIST_VERBS_OF_PRICES, lemma_text(lexicon, joined))))
        return false;
    for (size_t i = sentence_first(run, verb), end = sentence_end(run, verb); i < end; i++)
        if (text_is(run, i, "%") || in_list(run, LIST_SIGNS_OF_PRICES, i))
            return true;
    return false;
}

/* "Volkswagen haben", "Ana Costa wollen" at the start of a sentence. */
static void check_before(const struct check_run *run, size_t first, size_t verb)
{
    size_t end;

    if ((token_at(run, first)->flags & TOKEN_SENTENCE_START) == 0 || !same_clause(run->doc, first, verb + 1) ||
        is_plural_noun(token_at(run, verb - 1)) || !is_plural_verb(run, verb) || tells_of_shares(run, verb))
        return;
    end = stretch_end(run, verb);
    for (size_t i = verb + 1; i < end; i++)
        if (is_surely_finite(token_at(run, i)) ||
            (token_is(token_at(run, i), POS_CONJUNCTION) && !text_is(run, i, "als") && !text_is(run, i, "wie")))
            end = i;
    if (end < verb + 2 || is_surely_finite(token_at(run, verb + 1)) || may_hold_subject(run, verb, end, NUMBER_PL))
        return;
    suggest_other_number(run, report(run, "check/subject-verb", tokens_span(run, first, verb)), verb);
}

/* Nothing before the verb may be its subject: it opens a main clause behind a subordinate one, or a phrase or adverb
 * stands before it that opens the sentence. */
static bool opens_before(const struct check_run *run, size_t verb)
{
    size_t first = stretch_first(run, verb);

    if (first == verb)
        return first > 1 && text_is(run, first - 1, ",") &&
               token_is(token_at(run, stretch_first(run, first - 2)), POS_SUBORDINATOR);
    if (first != sentence_first(run, verb))
        return false;
    for (size_t i = first; i < verb; i++)
        if (token_is(token_at(run, i), POS_CONJUNCTION) || is_surely_finite(token_at(run, i)) ||
            (token_at(run, i)->flags & TOKEN_QUOTED) != 0 || in_list_lower(run, LIST_NOMINATIVE_PRONOUNS, i))
            return false;
    if (small_is(token_at(run, first), POS_PREPOSITION) || small_is(token_at(run, first), POS_ADVERB))
        return !may_hold_subject(run, first, verb, NUMBER_PL);
    return false;
}

/* "Am Abend teilten Siemens mit", "Zuvor hatten Ana Costa" */
static void check_behind(const struct check_run *run, size_t name, size_t end)
{
    size_t verb = name - 1, last;

    if (name == 0 || !same_clause(run->doc, verb, name) || !is_plural_verb(run, verb) || may_be_joined(run, end) ||
        is_plural_noun(token_at(run, name)) || is_plural_noun(token_at(run, end - 1)) || !opens_before(run, verb) ||
        tells_of_shares(run, verb))
        return;
    last = stretch_end(run, verb);
    for (size_t i = end; i < last; i++)
        if (is_surely_finite(token_at(run, i)) || token_is(token_at(run, i), POS_CONJUNCTION))
            return;
    if (end < last && may_hold_subject(run, end - 1, last, NUMBER_PL))
        return;
    suggest_other_number(run, report(run, "check/subject-verb", tokens_span(run, verb, end - 1)), verb);
}

/* "dass Boeing seit Jahren davon gewusst haben" */
static void check_verb_last(const struct check_run *run, size_t name, size_t end)
{
    size_t verb = stretch_end(run, name) - 1;

    if (name == 0 || !in_list_lower(run, LIST_CLAUSE_OPENERS, name - 1) || end >= verb || may_be_joined(run, end) ||
        is_plural_noun(token_at(run, name)) || !is_plural_verb(run, verb) ||
        (token_is_verb_form(token_at(run, verb), VERB_INFINITIVE) && !token_is(token_at(run, verb), POS_AUXILIARY)))
        return;
    for (size_t i = end; i < verb; i++)
        if (is_surely_finite(token_at(run, i)) || token_is(token_at(run, i), POS_AUXILIARY) ||
            token_is(token_at(run, i), POS_CONJUNCTION))
            return;
    if (may_hold_subject(run, end - 1, verb, NUMBER_PL))
        return;
    suggest_other_number(run, report(run, "check/subject-verb", tokens_span(run, name, verb)), verb);
}

/* "Berlin und Paris will ihre Zusammenarbeit vertiefen": what is theirs and wants nothing is the object. */
static bool wants_what_is_theirs(const struct check_run *run, size_t verb)
{
    struct noun_phrase phrase;
    size_t end = stretch_end(run, verb);

    return has_lemma(&run->context->lexicon, token_at(run, verb), "wollen") && end > verb + 3 &&
           slice_starts(text_at(run, verb + 1), SLICE("ihr")) && noun_phrase_at(run->doc, verb + 1, &phrase) &&
           phrase.noun + 1 < end && token_is_verb_form(token_at(run, end - 1), VERB_INFINITIVE) &&
           !is_person(&run->context->lexicon, token_at(run, phrase.noun)) &&
           !is_kind_of(run, phrase.noun, LIST_PEOPLE) && !is_kind_of(run, phrase.noun, LIST_COLLECTIVES) &&
           !may_hold_subject(run, phrase.noun, end, NUMBER_SG);
}

/* "Frankreich und Polen hat": two of them, and nothing else that the verb may be of. "Bosnien und Herzegowina" is one.
 */
static void check_two(const struct check_run *run, size_t first, size_t und)
{
    size_t second = und + 1, verb, title;

    if ((token_at(run, first)->flags & TOKEN_SENTENCE_START) == 0 || !text_is(run, und, "und") ||
        !same_clause(run->doc, first, second) || in_list(run, LIST_PAIRS_OF_ONE_IDEA, second) ||
        (verb = behind_name(run, second, &title)) == second || !same_clause(run->doc, first, verb + 1) ||
        !is_likely_finite(run->doc, verb) || finite_numbers(token_at(run, verb)) != NUMBER_SG ||
        (may_hold_subject(run, verb, stretch_end(run, verb), NUMBER_SG) && !wants_what_is_theirs(run, verb)))
        return;
    report(run, "check/joined-subjects", tokens_span(run, first, verb));
}

bool begins_name(const struct check_run *run, size_t i)
{
    return is_name_of_one(token_at(run, i)) || is_first_name(&run->context->lexicon, token_at(run, i)) ||
           in_list(run, LIST_FIRMS_BY_NAME, i) || in_list(run, LIST_CLASS_COUNTRIES, i);
}

void check_name_subjects(const struct check_run *run)
{
    for (size_t i = next_marked(run, MARK_NAME, 0); i < run->doc->token_count; i = next_marked(run, MARK_NAME, i + 1)) {
        size_t start = i, first;

        if (i > 0 && same_clause(run->doc, i - 1, i) && is_capitalised(token_at(run, i - 1)) &&
            token_at(run, i - 1)->analysis.reading_count == 0) /* a first name that no list has */
            start--;
        size_t end = behind_name(run, start, &first);

        if (end == start || end >= run->doc->token_count)
            continue;
        check_before(run, first, end);
        check_behind(run, first, end);
        check_verb_last(run, first, end);
        check_two(run, first, end);
    }
}
