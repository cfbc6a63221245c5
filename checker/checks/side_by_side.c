/* Nouns that stand side by side and are two: a thing and its name ("die Brauerei Krone"), two phrases of the clause
 * ("öffnet der Korruption Tür und Tor"), how long something lasts ("die Fähre Wochen im Voraus"). */
#include "checks/split_nouns.h"

#include "checks/clauses.h"
#include "checks/compounds.h"
#include "checks/leads.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/compound.h"

/* "Adler", "Köln": a noun or name that can be one. */
static bool may_be_singular(const struct token *token)
{
    for (uint16_t i = 0; i < token->analysis.reading_count; i++)
        if ((token->analysis.readings[i].features & NUMBER_SG) != 0 ||
            pos_of(token->analysis.readings[i].features) == POS_NAME)
            return true;
    return false;
}

/* "der Richter Kaiser", "die Schwester Oberin"; "Mangel" is said too often as a noun. */
static bool may_be_surname(const struct check_run *run, size_t i)
{
    enum { EVERYDAY = 20 };

    return in_list(run, LIST_GERMAN_SURNAMES, i) || word_frequency(&run->context->lexicon, text_at(run, i)) < EVERYDAY;
}

bool is_named_house(const struct check_run *run, size_t first, size_t head)
{
    const struct token *kind = token_at(run, first), *last = token_at(run, head);

    if (head == first + 1 && !may_be_singular(last))
        return false;
    /* "die Stadt Halle", "der Kreis Plön", "das Amtsgericht Münster" */
    bool of_town = in_list(run, LIST_KINDS_OF_TOWNS, first) || slice_ends(text_at(run, first), SLICE("gericht"));

    if (head == first + 1 && of_town && in_list(run, LIST_TOWNS_LIKE_NOUNS, head))
        return true;
    bool person = head == first + 1 && is_person(&run->context->lexicon, kind) && is_plain_noun(kind) &&
                  may_be_surname(run, head) &&
                  known_compound(run, token_text(run->doc, kind), token_text(run->doc, last)).len == 0;

    if (head == first + 1 && is_used_compound(run, first) && !is_person(&run->context->lexicon, kind))
        return false;

    if (!person && !is_kind_of(run, first, LIST_NAMED_HOUSES))
        return false;
    struct lead lead = lead_before(run, first);

    if (lead.first == first)
        return person && may_be_singular(kind);
    /* "Die Fußballer Karriere": several people have no name in common */
    return lead_cases(run, &lead, first, kind) != 0 &&
           !(person && is_plural_noun(kind) && slice_equal(lower_at(run, lead.first), SLICE("die")));
}

bool is_margin(const struct check_run *run, const struct lead *lead, size_t first, size_t head)
{
    return lead->first < first && in_list(run, LIST_MARGINS, head) && is_indefinite(text_at(run, lead->first)) &&
           lead_cases(run, lead, first, token_at(run, first)) != 0;
}

bool is_object_behind_dative(const struct check_run *run, const struct lead *lead, size_t first, size_t head)
{
    bool pair = same_clause(run->doc, head, head + 2) && text_is(run, head + 1, "und") &&
                is_plain_noun(token_at(run, head + 2)) && is_capitalised(token_at(run, head + 2));
    bool infinitive = same_clause(run->doc, head, head + 1) &&
                      (token_is_verb_form(token_at(run, head + 1), VERB_ZU_INFINITIVE) ||
                       (same_clause(run->doc, head, head + 2) && is_zu_infinitive(run->doc, head + 2)));

    return (pair || infinitive) && head == first + 1 && lead->first < first && lead->determiner && !lead->contracted &&
           cases_by_preposition(run, lead) == CASE_ANY &&
           (lead_cases(run, lead, first, token_at(run, first)) & CASE_DAT) != 0;
}

bool is_span_before(const struct check_run *run, size_t head)
{
    if (!in_list(run, LIST_SPANS_OF_TIME, head) || !is_plural_noun(token_at(run, head)) ||
        !same_clause(run->doc, head, head + 1))
        return false;
    return in_list(run, LIST_BEHIND_SPANS, head + 1) ||
           has_lemma_of(&run->context->lexicon, token_at(run, head + 1), LIST_VERBS_OF_LASTING) || /* dauern */
           (text_is(run, head + 1, "im") && text_is(run, head + 2, "Voraus"));
}

bool is_object_of_light_verb(const struct check_run *run, size_t noun)
{
    if (!in_list(run, LIST_OBJECTS_OF_LIGHT_VERBS, noun))
        return false;
    for (size_t i = stretch_first(run, noun), end = stretch_end(run, noun); i < end; i++)
        if ((token_at(run, i)->flags & TOKEN_CAPITAL) == 0 && lemma_in(run, i, LIST_LIGHT_VERBS))
            return true;
    return false;
}

bool is_participle_with_adverbial(const struct check_run *run, size_t first)
{
    const struct token *token = token_at(run, first + 1);

    return token_has_feature(token, FEATURE_ADJECTIVAL_NOUN) && token->type->small_form != NO_ID &&
           (token->type->small_traits >> TRAIT_ATTRIBUTE & 1) != 0 &&
           (is_measure_word(run, first) || (first > 0 && token_is(token_at(run, first - 1), POS_PREPOSITION)));
}

bool is_subject_behind_verb(const struct check_run *run, size_t first)
{
    const struct clause *clause = clause_at(run, first);

    if (clause == NULL || first != clause->finite + 1 || clause->order != CLAUSE_VERB_SECOND ||
        !token_is(token_at(run, first), POS_NAME) || !is_plural_noun(token_at(run, first) + 1))
        return false;
    for (size_t i = 0; i < clause->count && clause->phrases[i].end <= clause->finite; i++)
        if (!clause->phrases[i].prepositional && !clause->phrases[i].adverbial &&
            (clause->phrases[i].name || (clause->phrases[i].cases & CASE_NOM) != 0))
            return false;
    return true;
}

bool is_part_of_the_world(const struct check_run *run, size_t index)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    struct slice word = text_at(run, index), place;

    if (!slice_ends(word, SLICE("s")) || compass_part(lexicon, run->issues->arena, word, &place) == 0)
        return false;
    place.len--;
    return form_is(lexicon, place, POS_NAME);
}

bool is_behind_relative(const struct check_run *run, size_t pronoun)
{
    if (!token_is(token_at(run, pronoun), POS_RELATIVE) || pronoun < 2 || !is_plural_noun(token_at(run, pronoun + 1)))
        return false;
    size_t mark = pronoun - (token_is(token_at(run, pronoun - 1), POS_PREPOSITION) ? 2 : 1);

    return text_is(run, mark, ",") && same_sentence(run, mark, pronoun + 1);
}

bool asks_for_first(const struct check_run *run, size_t determiner, size_t head)
{
    return slice_starts(lower_at(run, determiner), SLICE("welch")) && is_plural_noun(token_at(run, head));
}
