/* Marks rows of subjects with the verb of one ("Hohe Zinsen, teure Rohstoffe und ein Mangel an Köchen belastet"), and
 * subjects that an insertion or the attribute of a genitive parts from a verb in the other number: "Der Minister,
 * begleitet von zwei Räten, reisten ab", "Die Leiterin der beiden von Kürzungen betroffenen Schulen fürchten". */
#include "checks/subjects.h"

#include "checks/compounds.h"
#include "checks/corrections.h"
#include "checks/long_phrases.h"
#include "checks/places.h"
#include "checks/stretches.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* What depends on a part of a row: genitives, and phrases with a preposition ("ein Mangel an Köchen"). */
static size_t behind_attributes(const struct check_run *run, size_t index)
{
    struct noun_phrase phrase;

    for (;;) {
        size_t end = behind_genitive(run->doc, index);
        bool governed = same_clause(run->doc, index - 1, index + 1) && in_list(run, LIST_SURE_PREPOSITIONS, index) &&
                        noun_at(run->doc, index + 1, &phrase) && !phrase.contracted;

        if (end == index && governed)
            end = phrase.noun + 1;
        if (end == index)
            return index;
        index = end;
    }
}

/* "die Liga", "hohe Mieten": a nominative with a determiner, or with an adjective as a plural. */
static bool row_part_at(const struct check_run *run, size_t index, size_t *end)
{
    struct clause_phrase phrase;

    if (slice_starts(lower_at(run, index), SLICE("kein")) || slice_starts(lower_at(run, index), SLICE("jed")) ||
        !read_clause_phrase(run, index, &phrase) || phrase.prepositional || phrase.adverbial || phrase.name ||
        phrase.pronoun || phrase.several || (phrase.cases & CASE_NOM) == 0)
        return false;
    bool bare_plural = phrase.head > phrase.first && (phrase.numbers & NUMBER_PL) != 0; /* "Starke Winde" */
    bool bare_mass = index == sentence_first(run, index) && phrase.head == phrase.first && !is_measure(run, index) &&
                     is_plain_noun(token_at(run, index)); /* "Lehrermangel, marode Gebäude und …" */

    if (!phrase.determined && !phrase.counted && !bare_plural && !bare_mass)
        return false;
    *end = behind_attributes(run, phrase.end);
    return true;
}

/* "Die Gewerkschaft, die Liga und der Verband", "Hohe Zinsen, teure Rohstoffe und ein Mangel an Köchen": a row of
 * phrases from the start of a sentence; *end is behind its last. False for "Der Minister, ein Arzt und Vater" and for
 * what is not sure to be a row of nominatives. */
static bool take_row(const struct check_run *run, size_t first, size_t *end)
{
    size_t at;
    bool last = false, determined = token_is(token_at(run, first), POS_DETERMINER);

    if (!row_part_at(run, first, &at) || !text_is(run, at, ","))
        return false;
    for (size_t count = 0; !last; count++) {
        size_t next = at + 1;
        bool insertion = slice_starts(text_at(run, next), SLICE("ein")) && determined;

        last = text_is(run, at, "und");
        if ((!last && !text_is(run, at, ",")) || !same_sentence(run, first, next + 1) || (last && count == 0) ||
            insertion || !row_part_at(run, next, &at) || token_is(token_at(run, at), POS_RELATIVE))
            return false;
    }
    *end = at;
    return true;
}

static void check_row(const struct check_run *run, const struct sentence *sentence)
{
    size_t first = sentence->first_token, verb;

    if (sentence->token_count < 8 || !take_row(run, first, &verb) || !same_sentence(run, first, verb + 1) ||
        finite_numbers(&run->doc->tokens[verb]) != NUMBER_SG || !may_be_finite(&run->doc->tokens[verb]) ||
        may_hold_subject(run, verb, stretch_end(run, verb), NUMBER_SG))
        return;
    suggest_other_number(run, report(run, "check/subject-verb", tokens_span(run, first, verb)), verb);
}

/* ", begleitet von zwei Räten, | reisten": the token behind an insertion that begins with a participle and holds no
 * finite verb; 0 where none stands there, or no verb behind it. */
static size_t behind_participle(const struct check_run *run, size_t comma)
{
    size_t end;

    if (!text_is(run, comma, ",") || !same_sentence(run, comma, comma + 3) ||
        !token_is_verb_form(token_at(run, comma + 1), VERB_PARTICIPLE2) || is_capitalised(token_at(run, comma + 1)))
        return 0;
    end = stretch_end(run, comma + 1);
    if (!text_is(run, end, ",") || !same_sentence(run, comma, end + 2) || has_sure_finite(run, comma + 2, end) ||
        !may_be_finite(token_at(run, end + 1)) || token_is(token_at(run, end + 1), POS_DETERMINER))
        return 0;
    return end + 1;
}

/* The sentence is read again without the insertion behind its subject. */
static void check_inserted(const struct check_run *run, size_t first)
{
    struct noun_phrase subject;
    size_t begin;

    if (!noun_phrase_at(run->doc, first, &subject) || !subject.has_determiner || subject.contracted)
        return;
    size_t comma = behind_genitive(run->doc, subject.noun + 1), verb = behind_participle(run, comma);
    struct long_phrase gap = { .parts = { comma - 1, verb }, .count = 2 };

    if (verb != 0)
        check_opening_subject(without_gaps(run, &gap, &begin), 0);
}

/* The sentence is read again without what stands between the article and the noun of a genitive: "die Leiterin der
 * beiden von Kürzungen betroffenen Schulen". */
static void check_long_genitive(const struct check_run *run, size_t first)
{
    struct noun_phrase subject;
    struct long_phrase genitive;
    size_t begin;

    if (!noun_phrase_at(run->doc, first, &subject) || !subject.has_determiner || subject.contracted ||
        !same_clause(run->doc, first, subject.noun + 2) ||
        (!text_is(run, subject.noun + 1, "der") && !text_is(run, subject.noun + 1, "des")) ||
        !long_phrase_at(run, subject.noun + 1, &genitive))
        return;
    size_t verb = genitive.parts[genitive.count - 1] + 1;

    if (same_clause(run->doc, first, verb) && is_surely_finite(token_at(run, verb)))
        check_opening_subject(without_gaps(run, &genitive, &begin), 0);
}

void check_subject_rows(const struct check_run *run)
{
    for (size_t i = 0; i < run->doc->sentence_count; i++) {
        const struct sentence *sentence = &run->doc->sentences[i];

        check_row(run, sentence);
        if (sentence->token_count < 8)
            continue;
        check_inserted(run, sentence->first_token);
        check_long_genitive(run, sentence->first_token);
    }
}
