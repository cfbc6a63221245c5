/* Marks a future that has become a past ("will visit" – "besuchte"), and a past that has become a present or future
 * ("was built" – "wird gebaut", "worked" – "arbeitet"). Only sentences with one finite verb in the German and one verb
 * group in the English: the tense of a report, a condition, a wish depends on the clause before. */
#include "bilingual/wording.h"
#include "checks/places.h"
#include "lexicon/analysis.h"
#include "text/unicode.h"

enum tense { TENSE_UNKNOWN, TENSE_PAST, TENSE_PERFECT, TENSE_PRESENT, TENSE_FUTURE, TENSE_PROGRESSIVE };

struct tenses {
    const struct check_run *run;
    const struct bilingual *bilingual;
    const struct list_record *signs;
    uint32_t english_first, english_end, german_first, german_end;
};

/* ---- English ---- */

/* "Will Smith", "the will to live", "the farmer's will": no verb. */
static bool is_name(const struct tenses *t, uint32_t english)
{
    const struct token *at = &t->bilingual->english->tokens[english];

    return (at->flags & (TOKEN_CAPITAL | TOKEN_SENTENCE_START)) == TOKEN_CAPITAL ||
           (english + 1 < t->english_end && slice_equal(token_lower(at), SLICE("will")) &&
            slice_equal(token_lower(&at[1]), SLICE("to"))) ||
           (english > t->english_first && slice_ends(english_text(t->bilingual, english - 1), SLICE("'s"))) ||
           (english > t->english_first && token_in_list(t->bilingual->lexicon, LIST_ENGLISH_POSSESSIVES, at - 1));
}

/* What the table says of the word at hand; empty: nothing. */
static struct slice sign_of(const struct tenses *t, uint32_t english)
{
    size_t count;
    const struct pair_record *row =
        pairs_of_lower(t->bilingual->lexicon, t->signs, &t->bilingual->english->tokens[english], &count);

    return row == NULL ? (struct slice){ 0 } : lexicon_text(t->bilingual->lexicon, row[0].value);
}

/* "worked", "won": a past that may be a participle. */
static bool looks_past(const struct tenses *t, uint32_t english)
{
    const struct english_word *word = &t->bilingual->words[english];
    struct slice text = english_text(t->bilingual, english);

    if (slice_equal(sign_of(t, english), SLICE("form")))
        return true;
    for (uint32_t i = 0; word->record != NULL && slice_ends(text, SLICE("ed")) && i < word->record->stem_count; i++)
        if (!slice_equal(english_stem(t->bilingual->lexicon, word->record, i), text)) /* "unstopped" has "stopped" */
            return true;
    return false;
}

/* Linked to a German verb, by itself or together with its preposition ("ruled on"). */
static bool has_verb(const struct tenses *t, uint32_t english)
{
    const struct english_word *word = &t->bilingual->words[english];

    if (word->best != NO_ID)
        return token_is(&t->run->doc->tokens[word->best], POS_VERB);
    for (uint32_t i = 0; i < word->link_count; i++)
        if (token_is(&t->run->doc->tokens[t->bilingual->links[word->first_link + i].german], POS_VERB))
            return true;
    return false;
}

/* "worked" behind a noun or pronoun, and linked to a German verb. */
static bool is_past_form(const struct tenses *t, uint32_t english)
{
    if (english == t->english_first || !looks_past(t, english))
        return false;
    const struct token *before = &t->bilingual->english->tokens[english - 1];

    return before->kind == TOKEN_WORD && sign_of(t, english - 1).len == 0 &&
           !lower_in_list(t->bilingual->lexicon, LIST_ENGLISH_POSSESSIVES, before) && has_verb(t, english);
}

/* "are negotiating", what they negotiate linked to a German verb; not "is going to", which is a future. */
static bool is_progressive(const struct tenses *t, uint32_t english)
{
    static const char *const present[] = { "is", "are" };
    const struct english_word *verb = &t->bilingual->words[english + 1 < t->english_end ? english + 1 : english];

    for (size_t i = 0; i < sizeof present / sizeof *present; i++)
        if (english + 1 < t->english_end && slice_is(english_text(t->bilingual, english), present[i]) &&
            slice_ends(english_text(t->bilingual, english + 1), SLICE("ing")) && verb->best != NO_ID &&
            verb->best_kind == LINK_DICTIONARY && token_is(&t->run->doc->tokens[verb->best], POS_VERB))
            return true;
    return false;
}

/* "has stopped", "have already won", what they did linked to a German verb; not "has been". */
static bool is_perfect(const struct tenses *t, uint32_t english)
{
    uint32_t verb = english + 1;

    if (!slice_equal(lower_english(t->bilingual, english), SLICE("has")) &&
        !slice_equal(lower_english(t->bilingual, english), SLICE("have")))
        return false;
    if (verb < t->english_end && slice_equal(lower_english(t->bilingual, verb), SLICE("already")))
        verb++;
    return verb < t->english_end && (looks_past(t, verb) || slice_equal(sign_of(t, verb), SLICE("participle"))) &&
           has_verb(t, verb);
}

static enum tense tense_named(struct slice name)
{
    if (slice_equal(name, SLICE("past")))
        return TENSE_PAST;
    return slice_equal(name, SLICE("future")) ? TENSE_FUTURE : TENSE_UNKNOWN;
}

/* A time, or a form that tells of nothing here: it is passed over. */
static bool is_passed_over(struct slice sign)
{
    return slice_equal(sign, SLICE("form")) || slice_equal(sign, SLICE("participle")) ||
           slice_equal(sign, SLICE("time"));
}

/* What all signs of the English say; unknown where they differ, or one says nothing for sure. *sign is the first. */
static enum tense english_tense(const struct tenses *t, uint32_t *sign)
{
    enum tense tense = TENSE_UNKNOWN;

    for (uint32_t i = t->english_first; i < t->english_end; i++) {
        size_t count;
        uint32_t words = 1;
        const struct pair_record *row =
            is_name(t, i) ? NULL : english_row(t->run, t->signs, i, t->english_end, &count, &words);
        enum tense here = words == 1 && is_progressive(t, i) ? TENSE_PROGRESSIVE
                          : words == 1 && is_perfect(t, i)   ? TENSE_PERFECT
                          : is_past_form(t, i)               ? TENSE_PAST
                          : row != NULL ? tense_named(lexicon_text(t->bilingual->lexicon, row[0].value))
                                        : TENSE_UNKNOWN;

        if (here == TENSE_UNKNOWN && (row == NULL || is_passed_over(lexicon_text(t->bilingual->lexicon, row[0].value))))
            continue;
        if (here == TENSE_UNKNOWN || (tense != TENSE_UNKNOWN && tense != here))
            return TENSE_UNKNOWN;
        if (tense == TENSE_UNKNOWN)
            *sign = i;
        tense = here;
        i += here == TENSE_PERFECT ? 2 : words - 1; /* the participle is no past of its own */
    }
    return tense;
}

/* ---- German ---- */

/* "die überfluteten Dörfer". */
static bool is_attribute(const struct tenses *t, uint32_t token)
{
    return token_is(&t->run->doc->tokens[token], POS_ADJECTIVE) && token + 1 < t->german_end &&
           (t->run->doc->tokens[token + 1].flags & TOKEN_CAPITAL) != 0;
}

/* An infinitive or participle behind the finite verb that it belongs to, whatever finite form it looks like. */
static bool is_second_part(const struct token *token)
{
    return token_is_verb_form(token, VERB_PARTICIPLE2) || token_is_verb_form(token, VERB_INFINITIVE);
}

/* "erbeuteten Daten und fordern": joined to a verb that rules no infinitive, it is another finite one. */
static bool is_joined_finite(const struct tenses *t, uint32_t found, uint32_t token)
{
    return token > t->german_first && token_is(&t->run->doc->tokens[token - 1], POS_CONJUNCTION) &&
           !token_is(&t->run->doc->tokens[found], POS_AUXILIARY);
}

/* The only finite verb; NO_ID: none, or several. */
static uint32_t only_finite(const struct tenses *t)
{
    uint32_t found = NO_ID;

    for (uint32_t i = t->german_first; i < t->german_end; i++) {
        const struct token *at = &t->run->doc->tokens[i];

        if (!token_is_finite(at) || token_is(at, POS_PREPOSITION) || token_is(at, POS_NOUN) ||
            token_is(at, POS_DETERMINER) || token_is(at, POS_PRONOUN) || token_is(at, POS_NUMERAL) ||
            (at->flags & (TOKEN_CAPITAL | TOKEN_SENTENCE_START)) == TOKEN_CAPITAL || is_attribute(t, i) ||
            (found != NO_ID && is_second_part(at) && !is_joined_finite(t, found, i)))
            continue;
        if (found != NO_ID)
            return NO_ID;
        found = i;
    }
    return found;
}

static bool has_form(const struct tenses *t, enum verb_form form, uint32_t but)
{
    for (uint32_t i = t->german_first; i < t->german_end; i++)
        if (i != but && token_is_verb_form(&t->run->doc->tokens[i], form))
            return true;
    return false;
}

static enum tense german_tense(const struct tenses *t, uint32_t finite)
{
    const struct token *at = &t->run->doc->tokens[finite];
    bool participle = has_form(t, VERB_PARTICIPLE2, finite);

    if (token_is_verb_form(at, VERB_PAST) && !token_is_verb_form(at, VERB_PRESENT))
        return TENSE_PAST;
    if (!token_is_verb_form(at, VERB_PRESENT) || token_is_verb_form(at, VERB_PAST))
        return TENSE_UNKNOWN;
    if (german_is(t->run, finite, SLICE("werden")))
        return participle ? TENSE_PRESENT : TENSE_FUTURE;
    if (german_is(t->run, finite, SLICE("haben")) || german_is(t->run, finite, SLICE("sein")))
        return participle ? TENSE_PAST : TENSE_PRESENT;
    return token_is(at, POS_AUXILIARY) ? TENSE_UNKNOWN : TENSE_PRESENT;
}

/* "last season": what was then is not now. */
static bool tells_time(const struct tenses *t)
{
    size_t count;

    for (uint32_t i = t->english_first; i < t->english_end; i++) {
        const struct pair_record *row = english_row(t->run, t->signs, i, t->english_end, &count, NULL);

        if (row != NULL && holds_value(t->bilingual->lexicon, row, count, SLICE("time")))
            return true;
    }
    return false;
}

/* "sind verbunden": no perfect. */
static bool is_state(const struct tenses *t, uint32_t finite)
{
    return german_is(t->run, finite, SLICE("sein")) && token_is_verb_form(&t->run->doc->tokens[finite], VERB_PRESENT);
}

/* ---- */

/* Past and future are as far apart as can be, and last season is not now; but "-ed" may be a participle, and history is
 * told in the present. usual: what the check has otherwise. */
static float confidence_of(const struct tenses *t, const struct passage *passage, enum tense german, uint32_t sign,
                           uint32_t finite, float usual)
{
    bool close = passage->linked * 4 >= passage->content * 3 || is_perfect(t, sign);

    if (german == TENSE_PRESENT ? tells_time(t) : close && !is_state(t, finite))
        return SHOWN;
    return german == TENSE_PRESENT && is_past_form(t, sign) ? UNSURE : usual;
}

static void check_passage(const struct tenses *t, const struct passage *passage)
{
    uint32_t sign = NO_ID, finite;
    enum tense english = english_tense(t, &sign), german;

    if (english == TENSE_UNKNOWN || (finite = only_finite(t)) == NO_ID)
        return;
    german = german_tense(t, finite);
    if (!(english == TENSE_FUTURE && german == TENSE_PAST) && !(english == TENSE_PROGRESSIVE && german == TENSE_PAST) &&
        !(english == TENSE_PERFECT && german == TENSE_FUTURE) &&
        !(english == TENSE_PAST && (german == TENSE_FUTURE || german == TENSE_PRESENT)))
        return;
    struct issue *issue = report_with_source(t->run, "bilingual/tense", t->run->doc->tokens[finite].span,
                                             passage_source(t->bilingual, passage));

    if (issue != NULL)
        issue->confidence = confidence_of(t, passage, german, sign, finite, issue->confidence);
    quote_english(t->run, issue, english_text(t->bilingual, sign));
}

void check_tense(const struct check_run *run)
{
    struct tenses t = {
        .run = run,
        .bilingual = run->doc->bilingual,
        .signs = named_table(&run->context->lexicon, TABLE_TENSE_SIGNS),
    };

    for (size_t i = 0; t.bilingual->is_english && i < t.bilingual->passage_count; i++) {
        const struct passage *passage = &t.bilingual->passages[i];

        if (!is_sentence_pair(passage))
            continue;
        passage_english(t.bilingual, passage, &t.english_first, &t.english_end);
        passage_german(run->doc, passage, &t.german_first, &t.german_end);
        check_passage(&t, passage);
    }
}
