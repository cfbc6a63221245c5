/* Marks what would be or should be where the German tells it as what is or will be: "would have gone bankrupt" – "ist
 * pleitegegangen", "should lower" – "wird senken". */
#include "bilingual/modality.h"

#include "bilingual/wording.h"
#include "checks/places.h"

/* ---- what was not ---- */

/* "would have gone", "should have warned": what was not; *verb receives the participle's German. */
static bool is_unreal_past(const struct modality *m, uint32_t english, uint32_t *verb)
{
    static const char *const modals[] = { "would", "should", "could" };
    bool modal = false;

    for (size_t i = 0; i < sizeof modals / sizeof *modals; i++)
        modal = modal || slice_is(lower_english(m->bilingual, english), modals[i]);
    if (!modal || english + 2 >= m->english_end || !slice_is(lower_english(m->bilingual, english + 1), "have"))
        return false;
    *verb = verb_behind(m, english + 1);
    if (*verb == NO_ID)
        *verb = german_behind(m, english + 1);
    return *verb != NO_ID;
}

/* A verb that says that it was: "ist … gegangen", "warnte". */
static bool is_plain_fact(const struct token *token)
{
    return token_is_finite(token) && !token_is(token, POS_NOUN) &&
           (token_is_verb_form(token, VERB_PRESENT) || token_is_verb_form(token, VERB_PAST)) &&
           !token_is_verb_form(token, VERB_SUBJUNCTIVE2) && !token_is_verb_form(token, VERB_SUBJUNCTIVE1);
}

void check_unreal(const struct modality *m)
{
    for (uint32_t i = m->english_first; i < m->english_end; i++) {
        uint32_t verb = NO_ID, finite;

        if (!is_unreal_past(m, i, &verb) || hedges_in_german(m, i, verb))
            continue;
        finite = finite_of(m, verb);
        if (finite == NO_ID || !is_plain_fact(&m->run->doc->tokens[finite]) || is_modal(m, finite))
            continue;
        struct issue *issue = mark_modality(m, "bilingual/hedge-lost", m->run->doc->tokens[finite].span, i);

        if (issue != NULL)
            issue->confidence = UNSURE;
        return;
    }
}

/* ---- what is not yet ---- */

/* "will", "going to": a word that tells of the future. */
static bool is_of_future(struct slice word)
{
    return slice_is(word, "will") || slice_is(word, "going") || slice_is(word, "shall") ||
           slice_ends(word, SLICE("'ll")) || slice_ends(word, SLICE("’ll"));
}

/* The English tells of the future as well, or says "would". */
static bool tells_future(const struct modality *m)
{
    for (uint32_t i = m->english_first; i < m->english_end; i++)
        if (is_of_future(lower_english(m->bilingual, i)) || slice_is(lower_english(m->bilingual, i), "would"))
            return true;
    return false;
}

/* "wird … senken": the present of "werden" in the clause of an infinitive; NO_ID: none. */
static uint32_t future_of(const struct modality *m, uint32_t verb)
{
    uint32_t finite = finite_of(m, verb);

    if (finite == NO_ID || finite == verb || !german_is(m->run, finite, SLICE("werden")) ||
        !token_is_verb_form(&m->run->doc->tokens[finite], VERB_PRESENT) ||
        !token_is_verb_form(&m->run->doc->tokens[verb], VERB_INFINITIVE) ||
        token_is_verb_form(&m->run->doc->tokens[verb], VERB_PARTICIPLE2))
        return NO_ID;
    return finite;
}

bool check_future(const struct modality *m)
{
    for (uint32_t i = m->english_first; i < m->english_end; i++) {
        struct slice word = lower_english(m->bilingual, i);
        uint32_t verb = slice_is(word, "should") || slice_is(word, "must") ? verb_behind(m, i) : NO_ID;
        uint32_t finite = verb == NO_ID ? NO_ID : future_of(m, verb);

        if (finite == NO_ID || tells_future(m) || only_german_modal(m) != NO_ID ||
            m->english_end - m->english_first > SHORT_SENTENCE + 4)
            continue;
        mark_modality(m, "bilingual/modal-verb", m->run->doc->tokens[finite].span, i);
        return true;
    }
    return false;
}

/* A past among the English verbs: "would" may be what was to come. That of an "if" is none: "would sign it if the
 * senate passed it". */
static bool tells_of_past(const struct modality *m)
{
    bool condition = false;

    for (uint32_t i = m->english_first; i < m->english_end; i++) {
        struct slice word = lower_english(m->bilingual, i);

        condition = slice_is(word, "if") || (condition && !slice_is(word, ",") && !slice_is(word, "would"));
        if (condition)
            continue;
        if (slice_ends(word, SLICE("ed")) ||
            lower_in_list(m->bilingual->lexicon, LIST_ENGLISH_PASTS, &m->bilingual->english->tokens[i]))
            return true;
    }
    return false;
}

/* "would" that is no "would have"; NO_ID: none, or the English tells of the future as well, or it is the speaker's "I
 * would be happy". */
static uint32_t only_would(const struct modality *m)
{
    uint32_t found = NO_ID;

    for (uint32_t i = m->english_first; i < m->english_end; i++) {
        struct slice word = lower_english(m->bilingual, i);

        if (slice_is(word, "i") || slice_is(word, "we") || is_of_future(word))
            return NO_ID;
        if (slice_is(word, "would") && i + 1 < m->english_end)
            found = slice_is(lower_english(m->bilingual, i + 1), "have") ? NO_ID : i;
    }
    return found;
}

bool check_would(const struct modality *m)
{
    uint32_t would = only_would(m);

    if (would == NO_ID || tells_of_past(m) || m->passage->linked * 4 < m->passage->content * 3)
        return false;
    for (uint32_t i = m->german_first; i < m->german_end; i++) {
        uint32_t finite = future_of(m, i);

        if (finite == NO_ID || finite > i)
            continue;
        mark_modality(m, "bilingual/hedge-lost", m->run->doc->tokens[finite].span, would);
        return true;
    }
    return false;
}
