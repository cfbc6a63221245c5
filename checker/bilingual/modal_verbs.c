/* Marks one modal verb for another: "should" – "müssen", "must not" – "müssen nicht". */
#include "bilingual/modality.h"

#include "bilingual/wording.h"
#include "checks/places.h"

/* "should have been told" – "hätten unterrichtet werden müssen" */
static bool is_unreal(const struct modality *m, uint32_t english)
{
    bool perfect = false;

    for (uint32_t i = english + 1; i < m->english_end && i <= english + 3; i++)
        perfect = perfect || slice_is(lower_english(m->bilingual, i), "have");
    for (uint32_t i = m->german_first; perfect && i < m->german_end; i++)
        if (slice_starts(token_lower(token_at(m->run, i)), SLICE("hätte")))
            return true;
    return false;
}

/* What is advised is often rendered as demanded, and freely told of as possible: "must" alone is never weakened, nor
 * what is negated in both. */
static bool may_be_free(const struct modality *m, uint32_t german, uint32_t english)
{
    return (german_is(m->run, german, SLICE("sollen")) || german_is(m->run, german, SLICE("müssen"))) &&
           !english_is(m->bilingual, english, SLICE("must")) && !is_clause_negated(m, german);
}

static struct issue *mark_modal(const struct modality *m, uint32_t german, uint32_t english)
{
    struct issue *issue = mark_modality(m, "bilingual/modal-verb", m->run->doc->tokens[german].span, english);

    if (issue != NULL && may_be_free(m, german, english) && m->english_end - m->english_first > SHORT_SENTENCE)
        issue->confidence = UNSURE;
    return issue;
}

/* The row has the German modal verb among its wrong ones; those that are wrong under a negation stand behind "not". */
static bool is_wrong_modal(const struct modality *m, const struct pair_record *row, size_t count, uint32_t german,
                           bool negated)
{
    for (size_t j = 0; j < count; j++) {
        struct slice value = lexicon_text(m->bilingual->lexicon, row[j].value);

        if (slice_starts(value, SLICE("not ")) == negated &&
            german_is(m->run, german, negated ? slice_from(value, SLICE("not ").len) : value))
            return true;
    }
    return false;
}

/* ---- in a clause ---- */

/* The only modal verb in the clause of the German word, "brauchen" with "zu" among them; NO_ID: none, or several. */
static uint32_t modal_of_clause(const struct modality *m, uint32_t verb)
{
    const struct token *tokens = m->run->doc->tokens;
    uint32_t found = NO_ID;

    for (uint32_t i = m->german_first; i < m->german_end; i++) {
        if (tokens[i].clause != tokens[verb].clause || i == verb ||
            !(is_modal(m, i) || german_is(m->run, i, SLICE("brauchen"))) || !token_is_finite(&tokens[i]) ||
            (i > m->german_first && text_is(m->run, i - 1, "zu"))) /* "um sehen zu können" */
            continue;
        if (found != NO_ID)
            return NO_ID;
        found = i;
    }
    return found;
}

/* "must not", "do not have to", "cannot". */
static bool is_modal_negated(const struct modality *m, uint32_t english, uint32_t words)
{
    const struct token *tokens = m->bilingual->english->tokens;

    for (uint32_t i = english; i < english + words + 1 && i < m->english_end; i++)
        if (is_english_negation(&m->negations, i))
            return true;
    for (uint32_t i = english; i > m->english_first && i + 2 > english && tokens[i - 1].kind == TOKEN_WORD; i--)
        if (is_english_negation(&m->negations, i - 1))
            return true;
    return false;
}

bool check_clause_modals(const struct modality *m)
{
    for (uint32_t i = m->english_first; i < m->english_end; i++) {
        size_t count;
        uint32_t words = 1, verb, german;
        const struct pair_record *row =
            is_no_verb(m, i) ? NULL : english_row(m->run, m->modals, i, m->english_end, &count, &words);

        if (row == NULL)
            continue;
        verb = verb_behind(m, i + words - 1);
        german = verb == NO_ID ? NO_ID : modal_of_clause(m, verb);
        bool negated = is_modal_negated(m, i, words);

        if (german == NO_ID || is_subjunctive(m, german) || is_unreal(m, i) ||
            negated != is_clause_negated(m, german) || !is_wrong_modal(m, row, count, german, negated) ||
            is_modal_excused(m, german, i, words))
            continue;
        mark_modal(m, german, i);
        return true;
    }
    return false;
}

/* ---- in a sentence ---- */

/* The only English modal verb of the sentence, with its row, the number of values in it, and that of its words; NO_ID:
 * none, or several. */
static uint32_t only_english_modal(const struct modality *m, const struct pair_record **row, size_t *count,
                                   uint32_t *words)
{
    uint32_t found = NO_ID;

    for (uint32_t i = m->english_first; i < m->english_end; i++) {
        size_t values;
        const struct pair_record *at =
            is_no_verb(m, i) ? NULL : english_row(m->run, m->modals, i, m->english_end, &values, words);

        if (at == NULL)
            continue;
        if (found != NO_ID)
            return NO_ID;
        found = i;
        *row = at;
        *count = values;
    }
    return found;
}

bool check_forbidden(const struct modality *m)
{
    uint32_t german = only_german_modal(m);

    for (uint32_t i = m->english_first; german != NO_ID && i + 1 < m->english_end; i++)
        if (slice_is(lower_english(m->bilingual, i), "must") && is_english_negation(&m->negations, i + 1) &&
            german_is(m->run, german, SLICE("müssen")) &&
            count_negations(&m->negations, is_german_negation, m->german_first, m->german_end) == 1) {
            mark_modality(m, "bilingual/modal-verb", m->run->doc->tokens[german].span, i);
            return true;
        }
    return false;
}

void check_modals(const struct modality *m)
{
    const struct pair_record *row = NULL;
    size_t count = 0;
    uint32_t words = 1, german = only_german_modal(m),
             english = german == NO_ID ? NO_ID : only_english_modal(m, &row, &count, &words);

    if (english == NO_ID || is_subjunctive(m, german) || is_unreal(m, english) ||
        count_negations(&m->negations, is_english_negation, m->english_first, m->english_end) > 0 ||
        count_negations(&m->negations, is_german_negation, m->german_first, m->german_end) > 0 ||
        !is_wrong_modal(m, row, count, german, false) || is_modal_excused(m, german, english, words))
        return;
    struct issue *issue = mark_modal(m, german, english);

    if (issue != NULL && m->passage->linked * 4 < m->passage->content * 3)
        issue->confidence = UNSURE; /* "can be expensive" – "muss tief in die Tasche greifen" */
}
