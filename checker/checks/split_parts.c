/* Compounds torn apart whose first or last part is no word of its own: English words before a German noun ("die Start
 * up Szene"), parts with a linking element ("am Eröffnungs Abend"), a hyphen that joins only the last of several ("den
 * 400 Meter-Lauf"). */
#include "checks/split_nouns.h"

#include "checks/compounds.h"
#include "checks/leads.h"
#include "checks/places.h"
#include "lexicon/analysis.h"
#include "lexicon/compound_parts.h"
#include "lexicon/noun_phrase.h"

enum { MAX_FIRST_WORDS = 3 };

static bool is_english_part(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);

    return token->kind == TOKEN_WORD && (token->flags & (TOKEN_QUOTED | TOKEN_HYPHEN)) == 0 &&
           ((token->flags & TOKEN_ALL_CAPS) != 0 || is_common_english(&run->context->lexicon, text_at(run, i)));
}

/* English, and hardly used in German: "Services", not "Finale". */
static bool is_seldom_german(const struct check_run *run, size_t i)
{
    enum { OFTEN = 5 };
    const struct token *token = token_at(run, i);

    return is_english_token(token) &&
           (token->analysis.form == NO_ID || run->context->lexicon.forms[token->analysis.form].frequency < OFTEN);
}

/* English, and no name. */
static bool is_common_word(const struct lexicon *lexicon, struct slice text)
{
    return is_common_english(lexicon, text) && !form_is(lexicon, text, POS_NAME);
}

static bool may_be_dative_plural(const struct token *token)
{
    for (uint16_t i = 0; i < token->analysis.reading_count; i++)
        if ((token->analysis.readings[i].features & NUMBER_PL) != 0 &&
            (token->analysis.readings[i].features & CASE_DAT) != 0)
            return true;
    return false;
}

bool has_english_first(const struct check_run *run, size_t first, size_t *last)
{
    size_t head = first;

    if ((token_at(run, first)->flags & (TOKEN_CAPITAL | TOKEN_ALL_CAPS)) != TOKEN_CAPITAL)
        return false;
    while (head - first < MAX_FIRST_WORDS && is_english_part(run, head) && same_clause(run->doc, head, head + 1) &&
           has_space_before(run, head + 1) &&
           ((token_at(run, head)->flags & TOKEN_CAPITAL) != 0 || in_list(run, LIST_ENGLISH_PARTICLES, head)))
        head++;
    /* "das Premier League Spiel in Leeds": German words that English has too; "ein Logical Volume Manager" is a term */
    while (head > first && (token_at(run, head)->flags & TOKEN_CAPITAL) == 0 &&
           !is_person(&run->context->lexicon, token_at(run, head - 1)))
        head--;
    if (head < first + 2 || !is_common_noun(run, head) || is_seldom_german(run, head) ||
        (same_sentence(run, head, head + 1) && (token_at(run, head + 1)->flags & TOKEN_CAPITAL) != 0))
        return false;
    for (size_t i = first; i < head; i++)
        if (small_is(token_at(run, i), POS_DETERMINER) || is_place_adjective(run, text_at(run, i)))
            return false;
    /* "die Berliner Start up Szene" */
    size_t end =
        first > 0 && same_clause(run->doc, first - 1, first) && is_place_adjective(run, text_at(run, first - 1))
            ? first - 1
            : first;
    struct lead lead = lead_before(run, end);

    *last = head;
    /* "bei Crystal Palace Punkte liegen lassen": the preposition goes with no "Punkte" */
    if (lead.first == end && end > 0 && preposition_cases(token_at(run, end - 1)) == CASE_DAT &&
        !may_be_dative_plural(token_at(run, head)))
        return false;
    return lead.first < end ? !lead.unknown && lead_cases(run, &lead, end, token_at(run, head)) != 0
                            : stands_bare(run, first) && is_plural_noun(token_at(run, head)) &&
                                  !is_person(&run->context->lexicon, token_at(run, head));
}

bool is_half_joined(const struct check_run *run, size_t first)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *last = token_at(run, first) + 1;

    if (first == 0 || !same_clause(run->doc, first, first + 1) || !has_space_before(run, first + 1) ||
        last->kind != TOKEN_WORD ||
        (last->flags & (TOKEN_HYPHEN | TOKEN_CAPITAL | TOKEN_QUOTED)) != (TOKEN_HYPHEN | TOKEN_CAPITAL))
        return false;
    struct slice text = text_at(run, first + 1), part = text_before_hyphen(run, first + 1);
    struct slice head = slice_from(text, part.len + 1);
    bool measured = is_any_number(run, first) &&
                    (in_word_list(lexicon, LIST_MEASURES, part) || in_word_list(lexicon, LIST_SPANS_OF_TIME, part));
    bool english = !measured && (token_at(run, first)->flags & (TOKEN_CAPITAL | TOKEN_ALL_CAPS)) == TOKEN_CAPITAL &&
                   is_seldom_german(run, first) && is_english_part(run, first) && is_common_word(lexicon, part);

    if ((!measured && !english) || memchr(head.at, '-', head.len) != NULL || !form_is(lexicon, head, POS_NOUN) ||
        form_is(lexicon, head, POS_NAME) || is_english_word(lexicon, head))
        return false;
    struct lead lead = lead_before(run, first);

    return lead.determiner && !lead.unknown && lead_cases(run, &lead, first, last) != 0;
}

bool is_bound_part(const struct check_run *run, size_t first)
{
    const struct token *token = token_at(run, first);

    return token->kind == TOKEN_WORD && (token->flags & TOKEN_QUOTED) == 0 &&
           in_list(run, LIST_BOUND_FIRST_PARTS, first) && !is_genitive_of_des(run, first) &&
           same_clause(run->doc, first, first + 1) && has_space_before(run, first + 1) &&
           is_plain_noun(token_at(run, first + 1)) && !is_seldom_german(run, first + 1) &&
           !in_list(run, LIST_NAME_HEADS, first + 1) &&
           !(same_sentence(run, first, first + 2) && (token_at(run, first + 2)->flags & TOKEN_CAPITAL) != 0) &&
           !(first > 0 && same_clause(run->doc, first - 1, first) &&
             (token_at(run, first - 1)->flags & TOKEN_CAPITAL) != 0 &&
             (token_at(run, first - 1)->flags & TOKEN_SENTENCE_START) == 0);
}

bool is_first_part_alone(const struct check_run *run, size_t first)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    struct slice text = text_at(run, first);

    return is_linked_form(run, token_at(run, first)) && is_linked_part(lexicon, text) &&
           !is_english_word(lexicon, text) &&
           !(first > 0 && same_clause(run->doc, first - 1, first) &&
             (token_at(run, first - 1)->flags & (TOKEN_CAPITAL | TOKEN_SENTENCE_START)) == TOKEN_CAPITAL);
}
