/* Marks participles used as English uses them: "die Stadt ist planend", "…, sagend dass …", "…, zwei Familien obdachlos
 * lassend", "wurde gesehen verlassend das Haus", "ein Mann tragend eine Maske", and circumstances with "mit": "…, mit
 * elf Fahrgästen verletzt", "…, mit Banken den Rückgang anführend". */
#include "checks/checks.h"
#include "checks/places.h"
#include "checks/subjects.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* "lassend", "spannend", without ending. */
static bool is_bare_participle(const struct check_run *run, size_t index)
{
    const struct token *token = token_at(run, index);

    return token->kind == TOKEN_WORD && (token->flags & (TOKEN_CAPITAL | TOKEN_QUOTED | TOKEN_HYPHEN)) == 0 &&
           token_is_verb_form(token, VERB_PARTICIPLE1);
}

/* "lassend"; not "spannend" or "entscheidend", which are words of their own. */
static bool is_plain_participle(const struct check_run *run, size_t index)
{
    const struct token *token = token_at(run, index);
    const struct lexicon *lexicon = &run->context->lexicon;

    if (!is_bare_participle(run, index))
        return false;
    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        const struct reading *reading = &token->analysis.readings[i];

        if (reading->lemma == NO_ID || slice_equal(lemma_text(lexicon, reading->lemma), text_at(run, index)))
            return false;
    }
    return true;
}

/* A mark or the sentence's end. */
static bool ends_stretch(const struct check_run *run, size_t last)
{
    return !same_sentence(run, last, last + 1) || token_at(run, last + 1)->kind == TOKEN_PUNCTUATION;
}

static bool holds_finite(const struct check_run *run, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (may_be_finite(token_at(run, i)) && !token_is(token_at(run, i), POS_DETERMINER) &&
            !token_is(token_at(run, i), POS_PREPOSITION) && !is_inflected_adjective(token_at(run, i)))
            return true;
    return false;
}

/* ---- "ist planend" ---- */

/* The finite form of sein that a participle is the predicate of: before it in its clause, with no other verb between.
 */
static bool is_predicate(const struct check_run *run, size_t participle)
{
    enum { REACH = 8 };

    for (size_t i = participle, n = 0; i-- > 0 && n < REACH && same_clause(run->doc, i, participle); n++) {
        const struct token *token = token_at(run, i);

        if (token->kind == TOKEN_PUNCTUATION || token_is(token, POS_CONJUNCTION) || token_is(token, POS_PREFIX))
            return false;
        if (token_is(token, POS_AUXILIARY) && may_be_finite(token))
            return has_lemma(&run->context->lexicon, token, "sein");
        if (is_surely_finite(token))
            return false;
    }
    return false;
}

/* "ist planend", with what the verb governs behind it: another verb would be the predicate. */
static bool is_progressive(const struct check_run *run, size_t index)
{
    const struct token *next = token_at(run, index) + 1;

    if (!in_list(run, LIST_PARTICIPLES_AS_PREDICATES, index) &&
        (ends_stretch(run, index) || (next->kind == TOKEN_WORD && token_is(next, POS_PREPOSITION) &&
                                      !may_be_verb(&run->doc->tokens[stretch_end(run, index) - 1]))))
        return is_predicate(run, index);
    return false;
}

/* ---- clauses without a finite verb ---- */

/* "sagend, …", "sagend dass", "tragend eine Jacke": German has no participle before what it governs. */
static bool opens_clause(const struct check_run *run, size_t index)
{
    struct noun_phrase phrase;
    bool behind_mark = index > 0 && text_is(run, index - 1, ",") && same_sentence(run, index - 1, index);
    bool seen = index > 0 && (text_is(run, index - 1, "gesehen") || text_is(run, index - 1, "gehört") ||
                              text_is(run, index - 1, "gefilmt") || text_is(run, index - 1, "erwischt"));
    size_t next = index + 1;

    if ((!behind_mark && !seen) || !same_sentence(run, index, next))
        return false;
    if (text_is(run, next, ",") && same_sentence(run, index, next + 1)) {
        next++;
        return has_lemma_of(&run->context->lexicon, token_at(run, index), LIST_REPORTING_VERBS) &&
               (text_is(run, next, "dass") || token_is(token_at(run, next), POS_PRONOUN) ||
                noun_phrase_at(run->doc, next, &phrase));
    }
    return text_is(run, next, "dass") ||
           (token_is(token_at(run, next), POS_DETERMINER) && noun_phrase_at(run->doc, next, &phrase) &&
            (agreeing_cases(run->doc, &phrase, NULL) & CASE_ACC) != 0);
}

/* A phrase that may be what the participle governs: "eine Maske", "41 Grad". */
static bool object_begins(const struct check_run *run, size_t index)
{
    struct noun_phrase phrase;

    if (token_at(run, index)->kind == TOKEN_NUMBER)
        return true;
    return (token_is(token_at(run, index), POS_DETERMINER) || is_inflected_adjective(token_at(run, index))) &&
           noun_phrase_at(run->doc, index, &phrase) && !phrase.contracted &&
           (agreeing_cases(run->doc, &phrase, NULL) & CASE_ACC) != 0;
}

/* "Ein Mann tragend eine Maske …", "mit Temperaturen erreichend 41 Grad": behind the noun that opens the sentence, or
 * stands behind the "mit" that opens the stretch, German would have the verb, or the object before its participle. */
static bool follows_noun(const struct check_run *run, size_t index)
{
    struct noun_phrase phrase;

    if (index == 0 || !same_sentence(run, index - 1, index + 1) ||
        (token_at(run, index - 1)->flags & TOKEN_CAPITAL) == 0 || !object_begins(run, index + 1))
        return false;
    size_t first = stretch_first(run, index);
    bool with = text_is(run, first, "mit") || text_is(run, first, "Mit");

    if (!with && first != sentence_first(run, index))
        return false;
    return noun_at(run->doc, first + with, &phrase) && phrase.noun + 1 == index && (with || !phrase.contracted);
}

/* The stretch from its first token on is a noun phrase with attributes, up to the token before index. */
static bool is_noun_before(const struct check_run *run, size_t first, size_t index)
{
    size_t end = behind_subject(run, first, false);

    if (end > first)
        end = behind_all_attributes(run, end, index + 1);
    else if (token_at(run, first)->kind == TOKEN_WORD && token_is(token_at(run, first), POS_NOUN) && index == first + 1)
        end = index;
    return end == index && is_capitalised(token_at(run, index - 1));
}

/* Behind the phrases that follow an index the finite verb of the sentence stands, and no other before it. */
static bool verb_follows_phrases(const struct check_run *run, size_t index)
{
    size_t end = stretch_end(run, index), verb = behind_all_attributes(run, index, end);

    while (verb < end && token_at(run, verb)->kind == TOKEN_NUMBER)
        verb++;
    return verb > index && verb < end && is_surely_finite(token_at(run, verb)) && text_is(run, end, ".");
}

/* "Die Zahl der Menschen lebend in Armut ist …", "Die Firma gegründet 1921 stellt …": a participle without comma behind
 * the noun that opens the sentence, with what belongs to it, before the verb. */
static bool is_attribute_behind_noun(const struct check_run *run, size_t index)
{
    size_t first = sentence_first(run, index), next = index + 1;

    if (index == 0 || index <= first || !same_sentence(run, index, next + 1) ||
        (token_at(run, index)->flags & (TOKEN_CAPITAL | TOKEN_QUOTED)) != 0 || stretch_first(run, index) != first ||
        (!token_is(token_at(run, next), POS_PREPOSITION) && token_at(run, next)->kind != TOKEN_NUMBER))
        return false;
    return is_noun_before(run, first, index) && !holds_finite(run, first, index) && verb_follows_phrases(run, next);
}

/* The object of a participle at the end of its stretch: the first phrase without a preposition that may be one. */
static bool has_object(const struct check_run *run, size_t first, size_t participle)
{
    struct noun_phrase phrase;

    for (size_t i = first; i < participle; i++) {
        if (token_is(token_at(run, i), POS_PREPOSITION) && !token_is(token_at(run, i), POS_DETERMINER))
            return false;
        if (token_at(run, i)->kind == TOKEN_NUMBER || token_is(token_at(run, i), POS_NUMERAL))
            continue;
        if (noun_at(run->doc, i, &phrase))
            return !phrase.contracted && phrase.noun < participle &&
                   (agreeing_cases(run->doc, &phrase, NULL) & CASE_ACC) != 0;
    }
    return false;
}

/* The sentence ends behind the participle, or behind another one: "drei Menschen tötend und 20 verletzend." */
static bool ends_sentence(const struct check_run *run, size_t index)
{
    size_t end = stretch_end(run, index);

    return text_is(run, end, ".") && !same_sentence(run, end, end + 1) &&
           (end == index + 1 || (text_is(run, index + 1, "und") && end > index + 3 &&
                                 token_is_verb_form(token_at(run, end - 1), VERB_PARTICIPLE1)));
}

/* "…, zwei Familien obdachlos lassend." behind a whole clause. "überschauend und gebietend" are two predicates. */
static bool closes_sentence(const struct check_run *run, size_t index)
{
    size_t first = stretch_first(run, index);

    return first > 2 && index > first && text_is(run, first - 1, ",") && same_sentence(run, first - 1, first) &&
           !token_is(token_at(run, index - 1), POS_CONJUNCTION) && ends_sentence(run, index) &&
           !holds_finite(run, first, index) && has_object(run, first, index);
}

/* ---- "mit elf Fahrgästen verletzt" ---- */

/* "mit Banken den Rückgang anführend": between the noun of "mit" and the participle stands what that governs. */
static bool object_lies_between(const struct check_run *run, size_t first, size_t participle)
{
    struct noun_phrase phrase;

    return token_is(token_at(run, first), POS_DETERMINER) && noun_phrase_at(run->doc, first, &phrase) &&
           !phrase.contracted && phrase.noun < participle && phrase.first == first &&
           agreeing_cases(run->doc, &phrase, NULL) != CASE_GEN &&
           (agreeing_cases(run->doc, &phrase, NULL) & CASE_ACC) != 0;
}

/* The stretch that begins with "mit" ends in a participle that tells what became of those named, not what was done
 * with them; or in one of the present, with its object. */
static bool is_circumstance(const struct check_run *run, size_t mit)
{
    size_t last = stretch_end(run, mit) - 1, first = mit;
    struct noun_phrase phrase;

    if (last < mit + 2 || !same_sentence(run, last, last + 1))
        return false;
    bool governs = !in_list(run, LIST_CIRCUMSTANCES, last);

    if (governs && !is_plain_participle(run, last))
        return false;
    bool opens = mit == sentence_first(run, mit);

    if (opens ? !text_is(run, last + 1, ",") || !same_sentence(run, last, last + 2) ||
                    !token_is_finite(token_at(run, last + 2))
              : !text_is(run, mit - 1, ",") || !text_is(run, last + 1, "."))
        return false;
    while (++first < last &&
           (token_at(run, first)->kind == TOKEN_NUMBER || token_is(token_at(run, first), POS_NUMERAL) ||
            token_is(token_at(run, first), POS_ADVERB)))
        ;
    if (!noun_at(run->doc, first, &phrase))
        return false;
    if (phrase.noun >= last || holds_finite(run, first, last) ||
        (governs && !object_lies_between(run, phrase.noun + 1, last)))
        return false;
    /* "Mit Spannung erwartet, …": how, not whom. */
    if (phrase.noun == mit + 1 && text_is(run, last, "erwartet"))
        return false;
    return opens || holds_finite(run, sentence_first(run, mit), mit);
}

void check_participles(const struct check_run *run)
{
    for (size_t i = 0; i < run->doc->token_count; i++) {
        struct slice word = text_at(run, i);

        if (token_at(run, i)->kind != TOKEN_WORD || word.len < 3)
            continue;
        if (slice_equal(word, SLICE("mit")) || slice_equal(word, SLICE("Mit"))) {
            if (is_circumstance(run, i))
                report(run, "check/english-circumstance", tokens_span(run, i, stretch_end(run, i) - 1));
        } else if (slice_ends(word, SLICE("nd")) && is_bare_participle(run, i)) {
            bool plain = is_plain_participle(run, i);

            if ((plain && (is_progressive(run, i) || opens_clause(run, i))) || follows_noun(run, i) ||
                is_attribute_behind_noun(run, i))
                report(run, "check/english-participle", token_at(run, i)->span);
            else if (plain && closes_sentence(run, i))
                report(run, "check/english-participle", tokens_span(run, stretch_first(run, i), i));
        } else if ((slice_ends(word, SLICE("t")) || slice_ends(word, SLICE("en"))) &&
                   token_is_verb_form(token_at(run, i), VERB_PARTICIPLE2) && !may_be_finite(token_at(run, i)) &&
                   !token_is(token_at(run, i), POS_ADVERB) && is_attribute_behind_noun(run, i)) {
            report(run, "check/english-participle", token_at(run, i)->span);
        }
    }
}
