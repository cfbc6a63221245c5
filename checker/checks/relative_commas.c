/* Relative clauses that begin without a comma: "der Mann der hier wohnt ist verreist", "das Haus in dem er wohnt, ist
 * alt". */
#include "checks/relative_commas.h"

#include "checks/clauses.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

#include <string.h>

/* "behandelte" may be an adjective too, but not where no noun follows. */
static bool closes_as_verb(const struct check_run *run, size_t index, size_t end)
{
    const struct token *token = token_at(run, index);

    /* "die alles verloren haben warten": behind a participle; "getan werden muss" is one verb */
    bool auxiliary = token_is(token, POS_AUXILIARY) && may_be_finite(token) && index + 1 < end && index > 0 &&
                     token_is_verb_form(token_at(run, index - 1), VERB_PARTICIPLE2) &&
                     may_be_finite(token_at(run, index + 1)) && !token_is(token_at(run, index + 1), POS_AUXILIARY) &&
                     !has_lemma_of(&run->context->lexicon, token_at(run, index + 1), LIST_MODAL_VERBS) &&
                     !is_inflected_adjective(token_at(run, index + 1));

    return is_surely_finite(token) || auxiliary ||
           (may_be_finite(token) && is_inflected_adjective(token) && !token_is_verb_form(token, VERB_INFINITIVE) &&
            (index + 1 == end || is_surely_finite(token_at(run, index + 1))));
}

/* "Öl und Gas": und between two nouns. */
static bool joins_nouns(const struct check_run *run, size_t index, size_t end)
{
    return index > 0 && index + 2 < end && token_is(token_at(run, index), POS_CONJUNCTION) &&
           stands_between_nouns(run, index);
}

/* The next finite verb from index on; end when none comes or a conjunction stands before it. */
static size_t next_finite(const struct check_run *run, size_t index, size_t end)
{
    for (; index < end; index++) {
        if (closes_as_verb(run, index, end))
            return index;
        /* "die Stimme von Wo das Wasser fließt": a title */
        if ((token_at(run, index)->flags & TOKEN_CAPITAL) != 0 && in_list_lower(run, LIST_QUESTION_WORDS, index))
            return end;
        /* "der als Erster ankam", "der seit Mai hier wohnt", "die Öl und Gas fördert" */
        if (joins_nouns(run, index, end))
            continue;
        if (divides_clauses(token_at(run, index)) && !text_is(run, index, "als") &&
            !token_is(token_at(run, index), POS_PREPOSITION))
            return end;
    }
    return end;
}

static bool has_finite_before(const struct check_run *run, struct stretch stretch, size_t index)
{
    for (size_t i = index; i-- > stretch.first;) {
        if (is_surely_finite(token_at(run, i)))
            return true;
        if (divides_clauses(token_at(run, i)) && !text_is(run, i, "als") && !joins_nouns(run, i, index))
            return false;
    }
    return false;
}

/* "Die Firmen kaufen Geräte": a plural looks like an infinitive, "interpretiert" like a participle; but behind the
 * first words of a sentence that has no other verb before it. */
static bool has_second_verb(const struct check_run *run, struct stretch stretch, size_t index)
{
    if (stretch.first != sentence_first(run, stretch.first))
        return false;
    for (size_t i = stretch.first + 1; i < index && !divides_clauses(token_at(run, i)); i++) {
        const struct token *token = token_at(run, i);

        if (may_be_finite(token) && finite_numbers(token) != 0 && !token_is(token, POS_DETERMINER) &&
            !token_is(token, POS_PREPOSITION) && !token_is(token, POS_ADVERB) && !is_inflected_adjective(token) &&
            !text_is(run, i - 1, "zu"))
            return true;
    }
    return false;
}

/* "manchmal", "19": what stands before a verb, but before an adjective or noun as well. */
static bool may_modify(const struct token *token)
{
    return token->kind == TOKEN_NUMBER || token_is(token, POS_NUMERAL) ||
           ((token->flags & TOKEN_CAPITAL) == 0 && (token_is(token, POS_ADVERB) || token_is(token, POS_PARTICLE)));
}

/* "die manchmal gefunden", "die verdächtigt wird", "das von": behind adverbs stands what no article goes before. */
static bool is_before_verb(const struct check_run *run, size_t index, size_t end)
{
    size_t at = index + 1;

    while (at < end && may_modify(token_at(run, at)) && !may_be_finite(token_at(run, at)))
        at++;
    if (at >= end || (token_at(run, at)->flags & (TOKEN_CAPITAL | TOKEN_QUOTED)) != 0 ||
        token_at(run, at)->kind != TOKEN_WORD || is_inflected_adjective(token_at(run, at)))
        return false;
    const struct token *token = token_at(run, at);

    return token_is_verb_form(token, VERB_PARTICIPLE2) || in_list(run, LIST_SUBJECT_PRONOUNS, at) ||
           in_list(run, LIST_ARTICLES, at) ||
           (at + 1 == end && (is_surely_finite(token) || (at > index + 1 && may_be_finite(token)))) ||
           (at > index + 1 && in_list(run, LIST_SURE_PREPOSITIONS, at) && at + 3 < end);
}

/* No adjective with an ending that an article could belong to. */
static bool is_plain_to_end(const struct check_run *run, size_t index, size_t end)
{
    for (; index + 1 < end; index++)
        if (is_inflected_adjective(token_at(run, index)))
            return false;
    return true;
}

static bool is_personal(const struct token *token)
{
    for (uint16_t i = 0; i < token->analysis.reading_count; i++)
        if (pos_of(token->analysis.readings[i].features) == POS_PRONOUN &&
            (token->analysis.readings[i].features & (PERSON_1 | PERSON_2 | PERSON_3)) != 0)
            return true;
    return false;
}

/* "die das", "das die", "der ihr": two determiners or a pronoun in the nominative; no article stands before them. */
static bool is_surely_pronoun(const struct check_run *run, size_t index, size_t end)
{
    const struct token *next = token_at(run, index + 1);
    struct noun_phrase behind; /* "die ihre Höfe", "die diese Regel" */

    if (text_is(run, index + 1, "ihm") || text_is(run, index + 1, "ihn") || text_is(run, index + 1, "ihnen") ||
        (is_personal(next) && !token_is(next, POS_DETERMINER)))
        return true;
    if (text_is(run, index + 1, "als") && is_plain_to_end(run, index + 2, end))
        return true;
    if (token_is(next, POS_DETERMINER) && noun_phrase_at(run->doc, index + 1, &behind) && behind.has_determiner &&
        !noun_phrase_at(run->doc, index, &behind))
        return true;
    return in_list(run, LIST_ARTICLES, index + 1) || in_list(run, LIST_SUBJECT_PRONOUNS, index + 1) ||
           text_is(run, index + 1, "sich") || text_is(run, index + 1, "es") || text_is(run, index + 1, "sie") ||
           text_is(run, index + 1, "Sie") || in_list(run, LIST_SURE_PREPOSITIONS, index + 1) ||
           (token_is(next, POS_PREPOSITION) && !token_is(next, POS_ADJECTIVE)) || is_before_verb(run, index, end);
}

/* "die Befehle die Sie | eingeben.", "die Band die er | betreut.": the verb at the end looks like an infinitive or a
 * participle, but no verb before it takes one. */
static bool closes_as_either(const struct check_run *run, struct stretch stretch, size_t index)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *last = token_at(run, stretch.end - 1);
    bool participle = token_is_verb_form(last, VERB_PARTICIPLE2);

    if (!may_be_finite(last) || finite_numbers(last) == 0 || (last->flags & TOKEN_CAPITAL) != 0 ||
        is_zu_infinitive(run->doc, stretch.end - 1))
        return false;
    for (size_t i = stretch.first; i < index; i++)
        if (has_lemma_of(lexicon, token_at(run, i), LIST_MODAL_VERBS) ||
            has_lemma_of(lexicon, token_at(run, i), LIST_VERBS_WITH_BARE_INFINITIVE) ||
            (participle && token_is(token_at(run, i), POS_AUXILIARY)))
            return false;
    for (size_t i = index + 1; i + 1 < stretch.end; i++)
        if ((divides_clauses(token_at(run, i)) && !token_is(token_at(run, i), POS_PREPOSITION)) ||
            is_surely_finite(token_at(run, i)))
            return false;
    return true;
}

/* The noun ends what stands before the finite verb of its sentence. */
static bool is_first_noun(const struct check_run *run, struct stretch stretch, size_t noun)
{
    struct slice word = lower_at(run, stretch.first);
    bool joins =
        slice_equal(word, SLICE("und")) || slice_equal(word, SLICE("aber")) || slice_equal(word, SLICE("doch"));
    size_t first = stretch.first + joins; /* "Und dass" */

    if (stretch.first != sentence_first(run, noun) || token_is(token_at(run, first), POS_SUBORDINATOR) ||
        in_list_lower(run, LIST_CLAUSE_OPENERS, first) || in_list_lower(run, LIST_QUESTION_WORDS, first))
        return false;
    for (size_t i = first; i <= noun; i++) {
        const struct token *token = token_at(run, i);

        if (token->kind == TOKEN_WORD && may_be_finite(token) && !token_is(token, POS_DETERMINER) &&
            !is_inflected_adjective(token) && !token_is(token, POS_PREPOSITION) && !token_is(token, POS_ADVERB))
            return false;
    }
    return true;
}

/* Behind the closing comma goes on what the relative clause interrupts: the finite verb of the clause whose first
 * phrase its noun ends ("Die Frau die nebenan wohnt, ist verreist"), or the rest of a clause with its verb at the end
 * ("dass alle Lager die er betreibt, geschlossen werden"). */
static bool goes_on_behind(const struct check_run *run, struct stretch stretch, size_t noun, bool sure)
{
    size_t next = stretch.end + 1, end;

    if (!text_is(run, stretch.end, ",") || !same_sentence(run, stretch.end, next + 1))
        return false;
    if (may_be_finite(token_at(run, next)) && !token_is(token_at(run, next), POS_DETERMINER) &&
        !is_inflected_adjective(token_at(run, next)))
        return is_first_noun(run, stretch, noun);
    end = stretch_end(run, next);
    return sure && in_list_lower(run, LIST_CLAUSE_OPENERS, stretch.first) && may_be_finite(token_at(run, end - 1)) &&
           !divides_clauses(token_at(run, next)) && !token_is(token_at(run, next), POS_RELATIVE) &&
           !in_list(run, LIST_QUESTION_WORDS, next) && !text_is(run, next, "um") && !text_is(run, next, "ohne");
}

/* ", ein Gerät | das er kaufte": nothing but a noun with its article before the pronoun. */
static bool is_apposition(const struct check_run *run, struct stretch stretch, size_t noun)
{
    struct noun_phrase phrase;

    return noun_phrase_at(run->doc, stretch.first, &phrase) && phrase.has_determiner && !phrase.contracted &&
           phrase.noun == noun && noun > stretch.first;
}

/* "der Müll den sie", "Kunden die die": the pronoun and what only a subject or another article can be. An object goes
 * with das: "weil der Arzt das den Kranken rät"; "der eine" is one of two. */
static bool needs_no_other_sign(const struct check_run *run, size_t pronoun)
{
    bool one = slice_starts(text_at(run, pronoun + 1), SLICE("ein")) && text_at(run, pronoun + 1).len > strlen("ein");

    return in_list(run, LIST_NOMINATIVE_PRONOUNS, pronoun + 1) ||
           (!text_is(run, pronoun, "das") && !one && in_list(run, LIST_ARTICLES, pronoun + 1) &&
            in_list(run, LIST_ARTICLES, pronoun));
}

/* The stretch leaves the clause before the pronoun without an end, or gives it one of its own. */
static bool is_interrupted(const struct check_run *run, struct stretch stretch, size_t i, bool sure)
{
    return has_finite_before(run, stretch, i) ||
           (sure &&
            (has_second_verb(run, stretch, i) || is_apposition(run, stretch, i) || needs_no_other_sign(run, i + 1))) ||
           goes_on_behind(run, stretch, i, sure);
}

/* "jeden", "alle", "andere": pronouns that a relative clause may explain. */
static bool is_explained_pronoun(const struct token *token)
{
    if (token->kind != TOKEN_WORD || !token_is(token, POS_PRONOUN) || token_is(token, POS_PREPOSITION))
        return false;
    for (uint16_t i = 0; i < token->analysis.reading_count; i++)
        if ((token->analysis.readings[i].features & (PERSON_1 | PERSON_2 | PERSON_3)) != 0)
            return false;
    return true;
}

/* What may stand before a relative clause: a noun or name, a pronoun, or the verb that ends the clause of its noun
 * ("wurden Bretter verlegt die aus Eiche waren"). */
static bool may_precede_relative(const struct check_run *run, struct stretch stretch, size_t i, size_t pronoun)
{
    const struct token *token = token_at(run, i);

    if (is_capitalised(token))
        return (token->flags & TOKEN_SENTENCE_START) == 0 ||
               (token_is(token, POS_NOUN) && !divides_clauses(token) && !token_is(token, POS_PRONOUN) &&
                !token_is(token, POS_PREPOSITION));
    if (!is_surely_pronoun(run, pronoun, stretch.end) || in_list(run, LIST_REFLEXIVE_PRONOUNS, i))
        return false;
    if (is_explained_pronoun(token))
        return true;
    return (closes_stretch(run, stretch, i) || is_surely_finite(token)) && has_finite_before(run, stretch, i + 1) &&
           i > stretch.first + 2 && next_finite(run, pronoun + 1, stretch.end) + 1 == stretch.end;
}

static bool is_genitive(const struct check_run *run, size_t pronoun)
{
    return text_is(run, pronoun, "deren") || text_is(run, pronoun, "dessen");
}

/* Behind the verb of the clause begins the rest of the main clause, or another relative clause. */
static bool goes_on_without_mark(const struct check_run *run, struct stretch stretch, size_t i, size_t verb, bool sure)
{
    if (token_at(run, verb)->analysis.particle != NO_ID)
        return false;
    const struct token *next = token_at(run, verb + 1);
    bool main_verb = may_be_finite(next) && !token_is_verb_form(next, VERB_PARTICIPLE2) &&
                     token_is_verb_form(token_at(run, verb - 1), VERB_PARTICIPLE2) &&
                     token_is(token_at(run, verb), POS_AUXILIARY) && is_first_noun(run, stretch, i);

    if (is_surely_finite(next) || (main_verb && !token_is(next, POS_DETERMINER) && !is_inflected_adjective(next)))
        return !has_finite_before(run, stretch, i);
    bool another = token_is(token_at(run, verb + 1), POS_RELATIVE) && verb + 3 < stretch.end &&
                   is_surely_pronoun(run, verb + 1, stretch.end);

    return ((sure && another) || is_genitive(run, i + 1)) && has_finite_before(run, stretch, i);
}

/* "der an Masern Erkrankten", "der in Rom Lebenden": a noun that the first article belongs to, behind another one. */
static bool encloses_adjectival_plural(const struct check_run *run, size_t pronoun, size_t end)
{
    for (size_t i = pronoun + 3; i < end; i++) {
        struct slice word = text_at(run, i);

        if (is_capitalised(token_at(run, i)) && is_capitalised(token_at(run, i - 1)) &&
            (slice_ends(word, SLICE("nden")) || slice_ends(word, SLICE("enen")) || slice_ends(word, SLICE("ten"))))
            return true;
    }
    return false;
}

/* "der der Stadt gehörenden Häuser": behind another phrase comes the adjective that the first article belongs to. */
static bool encloses_attribute(const struct check_run *run, size_t pronoun, size_t end)
{
    for (size_t i = pronoun + 2; i + 1 < end; i++)
        if (is_inflected_adjective(token_at(run, i)) && is_capitalised(token_at(run, i - 1)) &&
            is_capitalised(token_at(run, i + 1)))
            return true;
    return false;
}

/* "die Frau die nebenan wohnt ist Ärztin", "sie ist die Frau die nebenan wohnt": a relative pronoun and a verb that
 * closes its clause, while the stretch has another verb or the sentence shows that a clause is interrupted. */
static bool opens_relative_clause(const struct check_run *run, struct stretch stretch, size_t i)
{
    struct noun_phrase attribute;
    size_t pronoun = i + 1, verb;
    bool sure;

    /* "die Zahl der Menschen die": the first "der" is an article. */
    if (noun_phrase_at(run->doc, pronoun, &attribute) && (agreeing_cases(run->doc, &attribute, NULL) & CASE_GEN) != 0 &&
        !is_genitive(run, pronoun))
        return false;
    if (text_is(run, pronoun, "der") && encloses_adjectival_plural(run, pronoun, stretch.end))
        return false;
    sure = (is_surely_pronoun(run, pronoun, stretch.end) && !encloses_attribute(run, pronoun, stretch.end)) ||
           is_genitive(run, pronoun);
    verb = next_finite(run, pronoun + 1, stretch.end);
    if (sure && verb == stretch.end && closes_as_either(run, stretch, pronoun))
        verb = stretch.end - 1;
    if (verb == stretch.end || verb <= pronoun || (verb == pronoun + 1 && !sure) ||
        token_at(run, verb)->analysis.particle < i) /* "legte dem Chef den Rücktritt nahe" */
        return false;
    return verb + 1 == stretch.end ? is_interrupted(run, stretch, i, sure)
                                   : goes_on_without_mark(run, stretch, i, verb, sure);
}

/* "das Haus in dem er wohnt", "in denen die Kinder spielten": a preposition, and a pronoun that no noun goes with. */
static bool opens_with_preposition(const struct check_run *run, struct stretch stretch, size_t i)
{
    struct noun_phrase phrase;
    size_t pronoun = i + 2, verb;

    if (!token_is(token_at(run, i + 1), POS_PREPOSITION) || has_contraction(token_at(run, i + 1)) ||
        noun_phrase_at(run->doc, pronoun, &phrase))
        return false;
    bool subject = text_is(run, pronoun, "denen") || in_list(run, LIST_NOMINATIVE_PRONOUNS, pronoun + 1) ||
                   in_list(run, LIST_ARTICLES, pronoun + 1) ||
                   (noun_phrase_at(run->doc, pronoun + 1, &phrase) && phrase.has_determiner);

    verb = next_finite(run, pronoun + 1, stretch.end);
    if (subject && verb == stretch.end && closes_as_either(run, stretch, pronoun))
        verb = stretch.end - 1;
    if (!subject || verb <= pronoun + 1 || verb == stretch.end)
        return false;
    return verb + 1 == stretch.end ? is_interrupted(run, stretch, i, true)
                                   : goes_on_without_mark(run, stretch, i, verb, false);
}

static bool may_be_relative(const struct check_run *run, size_t index)
{
    return token_is(token_at(run, index), POS_RELATIVE) && (token_at(run, index)->flags & TOKEN_CAPITAL) == 0 &&
           !in_list(run, LIST_QUESTION_WORDS, index);
}

/* "Elf Tage nachdem der Präsident das Kriegsrecht ausgerufen hatte": the verb at the end is that of the conjunction. */
static bool holds_subordinator(const struct check_run *run, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (token_is(token_at(run, i), POS_SUBORDINATOR) && !token_is(token_at(run, i), POS_PREPOSITION) &&
            !token_is(token_at(run, i), POS_ADVERB))
            return true;
    return false;
}

/* "Wessen Rad das ist", "Welche Folgen das hat", "Wie viel Geld das kostet": an indirect question up to its verb, which
 * has not come yet. */
static bool is_in_question(const struct check_run *run, struct stretch stretch, size_t i)
{
    size_t first = stretch.first + token_is(token_at(run, stretch.first), POS_PREPOSITION);

    return is_question_word(run, first) && !has_finite_before(run, stretch, i + 1);
}

bool lacks_comma_before_relative(const struct check_run *run, struct stretch stretch, size_t i)
{
    if (holds_subordinator(run, stretch.first + 1, i))
        return false;
    /* "Wenn Sie das allerdings tun", "die zur Zeit die am besten bezahlten sind" */
    if (text_is(run, i, "Sie") || (text_is(run, i + 2, "am") && slice_ends(text_at(run, i + 3), SLICE("sten")) &&
                                   is_inflected_adjective(token_at(run, i + 4))))
        return false;
    if (in_list_lower(run, LIST_QUESTION_WORDS, i) || is_in_question(run, stretch, i)) /* "wo das Wasser fließt" */
        return false;
    if (i + 2 < stretch.end && may_be_relative(run, i + 1))
        return may_precede_relative(run, stretch, i, i + 1) && opens_relative_clause(run, stretch, i);
    return i + 4 < stretch.end && may_be_relative(run, i + 2) && is_capitalised(token_at(run, i)) &&
           opens_with_preposition(run, stretch, i);
}
