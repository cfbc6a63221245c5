/* Two nouns side by side where there is room for one: "Hacker stahlen die Kreditkarten Daten", "über den Tarif Streit",
 * "während der Corona Pandemie". The clause is read with the two as phrases of their own; where they can't all have a
 * case that the verb leaves free, and can when the two are one, they are one. A noun in the singular that is counted
 * has an article of its own, and is no phrase without it. */
#include "checks/clauses.h"
#include "checks/compounds.h"
#include "checks/leads.h"
#include "checks/places.h"
#include "checks/stretches.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/compound_parts.h"
#include "lexicon/noun_phrase.h"

/* ---- what else two nouns side by side can be ---- */

static bool is_kind(const struct check_run *run, size_t i, enum named_list list)
{
    return lemma_in_list(&run->context->lexicon, list, token_at(run, i)) || in_list(run, list, i);
}

/* "50 Euro Strafe", "eine Gruppe Kinder", "diesen Sommer". */
static bool is_amount(const struct check_run *run, size_t i)
{
    static const enum named_list amounts[] = { LIST_SPANS_OF_TIME, LIST_QUANTITIES, LIST_CONTAINERS, LIST_TIME_NOUNS,
                                               LIST_MONTHS,        LIST_WEEKDAYS,   LIST_SCALES };

    for (size_t list = 0; list < sizeof amounts / sizeof *amounts; list++)
        if (is_kind(run, i, amounts[list]))
            return true;
    return is_kind(run, i, LIST_MEASURES) && i > 0 && same_clause(run->doc, i - 1, i) &&
           (is_any_number(run, i - 1) || !token_is(token_at(run, i - 1), POS_DETERMINER) ||
            is_indefinite(text_at(run, i - 1)));
}

/* "Trainer", "Bauer": a weak masculine is hardly ever a thing. */
static bool names_person(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);

    for (uint16_t r = 0; r < token->analysis.reading_count; r++)
        if (token->analysis.readings[r].lemma != NO_ID &&
            (run->context->lexicon.lemmas[token->analysis.readings[r].lemma].flags &
             (LEMMA_PERSON | LEMMA_WEAK_NOUN)) != 0)
            return true;
    return is_kind_of(run, i, LIST_OCCUPATIONS);
}

/* "der Verein Eintracht", "der Trainer Vogel", "das Prinzip Hoffnung": what a noun can stand behind as a name. */
static bool may_have_name(const struct check_run *run, size_t i)
{
    return is_kind(run, i, LIST_APPOSITIONS) || is_kind_of(run, i, LIST_NAMED_HOUSES) ||
           is_kind_of(run, i, LIST_NAME_KINDS) || is_kind_of(run, i, LIST_KINDS_BEFORE_NOUNS) ||
           is_kind(run, i, LIST_KINDS_OF_TOWNS) || (names_person(run, i) && is_known_noun(token_at(run, i)));
}

/* The lexicon has the two as one; used: people write it, for all that the dictionary of phrases shows. */
static bool is_word(const struct check_run *run, size_t first, size_t head, bool used)
{
    return head == first + 1 && known_compound(run, text_at(run, first), text_at(run, head)).len > 0 &&
           (!used || is_used_compound(run, first));
}

/* "die Fächer Mathematik und Physik" */
static bool is_listed(const struct check_run *run, size_t i)
{
    return same_sentence(run, i, i + 1) &&
           (text_is(run, i + 1, "und") || text_is(run, i + 1, "oder") || text_is(run, i + 1, ","));
}

static bool may_be_named(const struct check_run *run, const struct lead *lead, size_t first, size_t head)
{
    return head == first + 1 && may_have_name(run, first) && !is_word(run, first, head, true) &&
           (token_has_feature(token_at(run, first), NUMBER_SG) == token_has_feature(token_at(run, head), NUMBER_SG) ||
            is_listed(run, head)) &&
           (lead->first == first || lead_cases(run, lead, first, token_at(run, first)) != 0);
}

/* "Freiheit", "Prüfung": what such nouns name has no article where it is meant in general. */
static bool is_abstract(struct slice word)
{
    static const char *const endings[] = { "ung", "heit", "keit", "schaft", "nis", "tion", "sion",
                                           "tät", "enz",  "anz",  "ismus",  "tum", "ei",   "ur",
                                           "ik",  "ie",   "age",  "ement",  "ing", "sal",  "lust" };

    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (slice_ends(word, slice_of(endings[i])))
            return true;
    return false;
}

/* "Vertrag", "Wohnung": it has a plural, and in the singular an article. */
static bool is_counted_noun(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);
    bool plural = false;

    for (uint16_t r = 0; r < token->analysis.reading_count; r++)
        plural = plural || (token->analysis.readings[r].lemma != NO_ID &&
                            lemma_has_plural(&run->context->lexicon, token->analysis.readings[r].lemma));
    return plural && !is_kind_of(run, i, LIST_BARE_OBJECTS) &&
           (!is_abstract(text_at(run, i)) || is_kind_of(run, i, LIST_COUNTED_ABSTRACTS));
}

/* ---- rooms of a clause ---- */

struct argument {
    uint32_t cases, numbers;
    bool optional; /* it may be no argument, but belong to another phrase */
};

struct rooms {
    unsigned nominatives, accusatives, datives; /* that are left */
    uint32_t numbers;                           /* of the finite verb */
};

/* True when each argument gets a case for which there is room. */
static bool all_have_room(const struct argument *arguments, size_t count, struct rooms rooms)
{
    if (count == 0)
        return true;
    struct rooms left = rooms;

    if (arguments->optional && all_have_room(arguments + 1, count - 1, rooms))
        return true;
    if ((arguments->cases & CASE_NOM) != 0 && rooms.nominatives > 0 && (arguments->numbers & rooms.numbers) != 0) {
        left.nominatives--;
        if (all_have_room(arguments + 1, count - 1, left))
            return true;
        left = rooms;
    }
    if ((arguments->cases & CASE_ACC) != 0 && rooms.accusatives > 0) {
        left.accusatives--;
        if (all_have_room(arguments + 1, count - 1, left))
            return true;
        left = rooms;
    }
    if ((arguments->cases & CASE_DAT) == 0 || rooms.datives == 0)
        return false;
    left.datives--;
    return all_have_room(arguments + 1, count - 1, left);
}

static bool has_dative_verb(const struct check_run *run, const struct clause *clause)
{
    const struct token *verb = token_at(run, clause->verb);

    if (clause_verb_in(run, clause, LIST_VERBS_WITH_DATIVE) || clause_verb_in(run, clause, LIST_VERBS_OF_GIVING) ||
        clause_verb_in(run, clause, LIST_TAKING_VERBS) || clause_verb_in(run, clause, LIST_VERBS_OF_TELLING))
        return true;
    for (uint16_t i = 0; i < verb->analysis.reading_count; i++)
        if (verb->analysis.readings[i].lemma != NO_ID &&
            (run->context->lexicon.lemmas[verb->analysis.readings[i].lemma].flags & LEMMA_DATIVE_VERB) != 0)
            return true;
    return false;
}

static struct rooms rooms_of(const struct check_run *run, const struct clause *clause)
{
    struct rooms rooms = { .nominatives = 1, .accusatives = 1, .datives = 1 };

    rooms.numbers = finite_numbers(token_at(run, clause->finite));
    if (lemma_in(run, clause->verb, LIST_VERBS_WITH_TWO_NOMINATIVES))
        rooms.nominatives = 2;
    if (lemma_in(run, clause->verb, LIST_VERBS_WITH_TWO_ACCUSATIVES) ||
        lemma_in(run, clause->finite, LIST_VERBS_WITH_BARE_INFINITIVE))
        rooms.accusatives = 2;
    if (clause->passive || clause_verb_in(run, clause, LIST_VERBS_WITHOUT_OBJECT) ||
        clause_verb_in(run, clause, LIST_VERBS_WITHOUT_ACCUSATIVE))
        rooms.accusatives = 0;
    return rooms;
}

/* "der Firma Hinweise geben", "weil die Firma Kunden hat": persons and bodies of people get and own something; of
 * things that is seldom said. */
static bool may_receive(const struct check_run *run, size_t noun)
{
    const struct token *token = token_at(run, noun);

    return !in_list(run, LIST_ACRONYMS_OF_THINGS, noun) &&
           (names_person(run, noun) || token_is(token, POS_NAME) || !is_known_noun(token) ||
            (token->flags & TOKEN_ALL_CAPS) != 0 || is_kind_of(run, noun, LIST_AGENTS));
}

/* "kritisierte das Wahl Ergebnis": a thing has no object without an article beside it that makes one word with it. */
static bool is_seldom_subject(const struct check_run *run, size_t first, size_t head)
{
    return is_known_noun(token_at(run, first)) && !may_receive(run, first) &&
           !is_kind_of(run, head, LIST_BARE_OBJECTS) && is_word(run, first, head, true);
}

/* The cases and numbers of a noun without anything before it. */
static struct argument bare_noun(const struct token *noun)
{
    struct argument out = { 0 };

    for (uint16_t i = 0; i < noun->analysis.reading_count; i++) {
        uint32_t features = noun->analysis.readings[i].features;

        out.cases |= features & CASE_ANY;
        out.numbers |= features & NUMBER_ANY;
    }
    return out;
}

/* "die Apple Geräte": an article before the name of a firm or person belongs to the noun behind it. */
static bool has_no_article(const struct check_run *run, const struct token *token)
{
    if (!token_is(token, POS_NAME) || (token->flags & (TOKEN_ALL_CAPS | TOKEN_HYPHEN)) != 0 ||
        token_in_list(&run->context->lexicon, LIST_NAMES_WITH_ARTICLE, token))
        return false;
    for (uint16_t i = 0; i < token->analysis.reading_count; i++)
        if ((token->analysis.readings[i].features & GENDER_ANY) != GENDER_ANY)
            return false;
    return true;
}

/* "der Türkei": the cases that the lead has before a name in the singular, of whatever gender that is. */
static uint32_t cases_of_name(const struct check_run *run, const struct lead *lead, size_t first)
{
    struct token name = *token_at(run, first);
    struct reading any = { .lemma = NO_ID, .features = (uint32_t)POS_NOUN | NUMBER_SG | CASE_ANY | GENDER_ANY };

    read_as(&name.analysis, &any, 1);
    return lead_cases(run, lead, first, &name);
}

/* The first noun as the lead's, in the cases that are left to it; what is no German noun may have any. */
static struct argument first_noun(const struct check_run *run, const struct lead *lead, size_t first)
{
    const struct token *token = token_at(run, first);
    struct argument out = bare_noun(token);

    if (lead->first == first)
        return out;
    bool german = (token->flags & TOKEN_ALL_CAPS) == 0 && (is_known_noun(token) || token_is(token, POS_NAME));

    if ((token->flags & TOKEN_ALL_CAPS) == 0 && lead->determiner && lead->first + 1 == first &&
        has_no_article(run, token))
        out.cases = 0;
    else if (german && token_in_list(&run->context->lexicon, LIST_NAMES_WITH_ARTICLE, token))
        out.cases = cases_of_name(run, lead, first);
    else
        out.cases = german ? lead_cases(run, lead, first, token) : (uint32_t)CASE_ANY;
    return out;
}

/* The last noun as the lead's. */
static struct argument whole_noun(const struct check_run *run, const struct lead *lead, size_t first, size_t head)
{
    struct argument out = bare_noun(token_at(run, head));

    if (lead->first < first)
        out.cases = lead_cases(run, lead, first, token_at(run, head));
    return out;
}

/* The last noun as a phrase of its own: as a dative it must be a plural, and what is counted is no phrase alone. */
static struct argument lone_noun(const struct check_run *run, size_t head)
{
    const struct token *token = token_at(run, head);
    bool counted = is_counted_noun(run, head);
    struct argument out = { 0 };

    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;
        bool plural = (features & NUMBER_PL) != 0;

        if (!plural && counted)
            continue;
        out.cases |= features & (plural ? CASE_ANY : CASE_NOM | CASE_ACC);
        out.numbers |= features & NUMBER_ANY;
    }
    return out;
}

/* What of the clause's phrases stands beside the two nouns; *own is the phrase that holds them. */
static size_t other_arguments(const struct clause *clause, size_t first, struct argument *out,
                              const struct clause_phrase **own)
{
    size_t count = 0;

    *own = NULL;
    for (size_t i = 0; i < clause->count; i++) {
        const struct clause_phrase *phrase = &clause->phrases[i];

        if (phrase->first <= first && first < phrase->end) {
            *own = phrase;
            continue;
        }
        if (!is_argument(phrase))
            continue;
        out[count++] =
            (struct argument){ .cases = phrase->name ? (uint32_t)CASE_ANY : phrase->cases,
                               .numbers = phrase->name || phrase->numbers == 0 ? (uint32_t)NUMBER_ANY : phrase->numbers,
                               .optional = phrase->name || is_genitive_attribute(clause, i) };
    }
    return count;
}

enum room { ROOM_NOT_KNOWN, ROOM_FOR_BOTH, ROOM_FOR_ONE };

/* What the clause has room for: each of the two nouns, or the two as one. */
static enum room room_for(const struct check_run *run, const struct lead *lead, size_t first, size_t head)
{
    const struct clause *clause = clause_at(run, first);
    const struct clause_phrase *own;
    struct argument arguments[MAX_CLAUSE_PHRASES + 2];

    if (clause == NULL || head + 1 > clause->end || token_has_feature(token_at(run, head), FEATURE_ADJECTIVAL_NOUN) ||
        (lead->first == first && !is_word(run, first, head, false)))
        return ROOM_NOT_KNOWN;
    size_t count = other_arguments(clause, first, arguments, &own);

    if (own == NULL || own->adverbial || own->several || own->end != head + 1 || own->first != lead->first)
        return ROOM_NOT_KNOWN;
    struct rooms rooms = rooms_of(run, clause);
    bool governed = own->prepositional, dative = has_dative_verb(run, clause);
    bool attribute = is_genitive_attribute(clause, (size_t)(own - clause->phrases));
    struct argument one = whole_noun(run, lead, first, head), two = first_noun(run, lead, first);
    struct argument alone = lone_noun(run, head);

    if (one.cases == 0)
        return ROOM_NOT_KNOWN;
    one.optional = two.optional = attribute;
    arguments[count] = one;
    if (!all_have_room(arguments, count + !governed, rooms))
        return ROOM_NOT_KNOWN;
    if (clause->order == CLAUSE_VERB_SECOND && own->end == clause->finite)
        return ROOM_FOR_ONE;
    if (!dative && !may_receive(run, first))
        two.cases &= ~(uint32_t)CASE_DAT;
    if (is_seldom_subject(run, first, head))
        two.cases &= ~(uint32_t)CASE_NOM;
    if (!dative && !clause->passive && !is_person(&run->context->lexicon, token_at(run, head)))
        alone.cases &= ~(uint32_t)CASE_DAT;
    arguments[count] = alone;
    arguments[count + 1] = two;
    return all_have_room(arguments, count + 1 + !governed, rooms) ? ROOM_FOR_BOTH : ROOM_FOR_ONE;
}

/* ---- nouns that are counted ---- */

/* A singular that has a plural too, and so needs an article. */
bool is_counted_singular(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);
    bool plural = false;

    for (uint16_t r = 0; r < token->analysis.reading_count; r++) {
        const struct reading *reading = &token->analysis.readings[r];

        if (pos_of(reading->features) != POS_NOUN || (reading->features & (NUMBER_PL | FEATURE_GUESSED)) != 0)
            return false;
        plural = plural || (reading->lemma != NO_ID && lemma_has_plural(&run->context->lexicon, reading->lemma));
    }
    return plural && !is_kind_of(run, i, LIST_BARE_OBJECTS);
}

/* "weil der Mann Bäcker ist", "weil der Sohn Klavier spielt" */
static bool has_verb_of_bare_nouns(const struct check_run *run, size_t head)
{
    const struct lexicon *lexicon = &run->context->lexicon;

    for (size_t i = head; same_clause(run->doc, head, i); i++)
        if (has_lemma_of(lexicon, token_at(run, i), LIST_VERBS_WITH_BARE_NOUNS) ||
            has_lemma_of(lexicon, token_at(run, i), LIST_VERBS_WITH_TWO_NOMINATIVES))
            return true;
    for (size_t i = head; i > 0 && same_clause(run->doc, i - 1, head); i--)
        if (has_lemma_of(lexicon, token_at(run, i - 1), LIST_VERBS_WITH_TWO_NOMINATIVES) ||
            lemma_in(run, i - 1, LIST_VERBS_WITH_BARE_NOUNS) || in_list_lower(run, LIST_AS_WORDS, i - 1))
            return true;
    return false;
}

/* Headlines leave out articles. */
static bool ends_as_sentence(const struct check_run *run, size_t i)
{
    static const char *const marks[] = { ".", "!", "?", "…", ":" };
    struct slice last = text_at(run, sentence_end(run, i) - 1);

    for (size_t m = 0; m < sizeof marks / sizeof *marks; m++)
        if (slice_is(last, marks[m]))
            return true;
    return false;
}

/* "kann der Roboter Wäsche falten", "weil die Anlage Abfall sortiert": right before the verb that closes its clause,
 * and governed by no preposition, the second noun may be an object. */
static bool may_be_object_of_closing_verb(const struct check_run *run, const struct lead *lead, size_t head)
{
    const struct token *next = token_at(run, head) + 1;

    return cases_by_preposition(run, lead) == CASE_ANY && same_clause(run->doc, head, head + 1) &&
           token_is(next, POS_VERB) && (next->flags & TOKEN_CAPITAL) == 0;
}

/* Where the lexicon does not have the words as one: in a whole sentence, and not behind what tells of an occasion
 * ("zum Nachtisch", "beim Melken"). */
static bool stands_in_sentence(const struct check_run *run, const struct lead *lead, size_t first, size_t head)
{
    return ends_as_sentence(run, head) && !may_be_object_of_closing_verb(run, lead, head) &&
           !(lead->contracted && is_known_noun(token_at(run, first))) &&
           has_finite(run, stretch_first(run, first), stretch_end(run, head));
}

static bool is_lone_singular(const struct check_run *run, const struct lead *lead, size_t first, size_t head)
{
    return lead->determiner && is_counted_singular(run, head) &&
           (is_word(run, first, head, false) || stands_in_sentence(run, lead, first, head)) &&
           (lead_cases(run, lead, first, token_at(run, head)) & cases_by_preposition(run, lead)) != 0 &&
           (!is_abstract(text_at(run, head)) || is_kind_of(run, head, LIST_COUNTED_ABSTRACTS) ||
            is_word(run, first, head, false)) &&
           !has_verb_of_bare_nouns(run, head);
}

/* A noun or name that is no small word ("Sie") and none at the start of its sentence ("Im", "Aber"). */
static bool may_be_part(const struct check_run *run, size_t i)
{
    enum { SHORTEST = 3 };
    static const enum pos small[] = { POS_PRONOUN,     POS_PREPOSITION,  POS_DETERMINER,  POS_ADVERB,
                                      POS_CONJUNCTION, POS_SUBORDINATOR, POS_INTERJECTION };
    const struct token *token = token_at(run, i);
    size_t count = (token->flags & TOKEN_SENTENCE_START) != 0 ? sizeof small / sizeof *small : 1;

    for (size_t p = 0; p < count; p++)
        if (small_is(token, small[p]))
            return false;
    return text_at(run, i).len >= SHORTEST || (token->flags & TOKEN_ALL_CAPS) != 0;
}

/* "gab der Abwehr Kette um Kette vor" */
static bool is_said_twice(const struct check_run *run, size_t head)
{
    return same_clause(run->doc, head, head + 2) && slice_equal(text_at(run, head), text_at(run, head + 2));
}

/* "Hollywood Reporter", "Pizza Hut": both are English, and German does not put them together. */
static bool is_english_pair(const struct check_run *run, size_t first, size_t head)
{
    return is_english_token(token_at(run, head - 1)) && is_english_token(token_at(run, head)) &&
           !is_word(run, first, head, false);
}

/* "die Version Ehefrau 1.0", "die Hafenstadt Madonna del Freddo": what follows goes on with a name. */
static bool name_goes_on(const struct check_run *run, size_t head)
{
    const struct token *next = token_at(run, head) + 1;

    return same_clause(run->doc, head, head + 1) &&
           (next->kind == TOKEN_NUMBER || token_is(next, POS_NUMERAL) ||
            (next->kind == TOKEN_WORD && next->analysis.flags == 0 && next->analysis.reading_count == 0));
}

/* "an den Regalen Schimmel", "wo Lackschuhe Pflicht waren": the first noun is inflected as no compound begins. */
static bool begins_no_compound(const struct check_run *run, size_t first, size_t head)
{
    const struct token *noun = token_at(run, first);
    struct arena *arena = run->issues->arena;
    struct slice left = text_at(run, first), right = lower_case(arena, text_at(run, head));

    return head == first + 1 && is_known_noun(noun) && !token_has_feature(noun, NUMBER_SG) && !is_english_token(noun) &&
           !is_linked_part(&run->context->lexicon, left) &&
           verdict_by_parts(&run->context->lexicon, arena_join(arena, left, right)) == REJECTED;
}

bool is_without_room(const struct check_run *run, const struct lead *lead, size_t first, size_t head)
{

    enum { SHORTEST = 3 };

    for (size_t i = first; i < head; i++)
        if (!may_be_part(run, i) || (is_amount(run, i) && !(is_word(run, first, head, true) &&
                                                            is_counted_singular(run, head)))) /* "Millionen Stadt" */
            return false;
    if (text_at(run, head).len < SHORTEST || begins_no_compound(run, first, head) || name_goes_on(run, head) ||
        is_said_twice(run, head) || is_english_pair(run, first, head) || in_list(run, LIST_PARTS_OF_PERIODS, head) ||
        (lead->first == first && (!is_known_noun(token_at(run, first)) || names_person(run, first) ||
                                  is_first_name(&run->context->lexicon, token_at(run, first)))))
        return false;
    if (lead->unknown || lead->number || may_be_named(run, lead, first, head) ||
        (may_have_name(run, first) && in_list(run, LIST_GERMAN_SURNAMES, head)) ||
        is_first_name(&run->context->lexicon, token_at(run, head)))
        return false;
    return is_lone_singular(run, lead, first, head) || room_for(run, lead, first, head) == ROOM_FOR_ONE;
}

bool has_room(const struct check_run *run, const struct lead *lead, size_t first, size_t head)
{
    return room_for(run, lead, first, head) == ROOM_FOR_BOTH;
}

bool may_be_apposed(const struct check_run *run, const struct lead *lead, size_t first, size_t head)
{
    return head == first + 1 && is_kind_of(run, first, LIST_KINDS_BEFORE_NOUNS) && may_be_named(run, lead, first, head);
}
