/* Phrases of a clause: determiner, adjectives with their adverbs and attributes, noun and the names behind it; a name,
 * a number or a pronoun alone. */
#include "checks/clause_phrases.h"

#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"
#include "lexicon/traits.h"
#include "lexicon/word_types.h"

bool is_adverbial_noun(const struct check_run *run, size_t noun)
{
    static const enum named_list lists[] = { LIST_SPANS_OF_TIME, LIST_TIME_NOUNS, LIST_MEASURES,
                                             LIST_SCALES,        LIST_WEEKDAYS,   LIST_MONTHS };
    const struct token *token = token_at(run, noun);

    for (size_t i = 0; i < sizeof(lists) / sizeof(*lists); i++)
        if (in_list(run, lists[i], noun) || has_lemma_of(&run->context->lexicon, token, lists[i]))
            return true;
    return false;
}

/* "wurde 2019 Brustkrebs diagnostiziert": a year counts nothing. */
static bool may_be_year(struct slice number)
{
    return number.len == 4 && digits_at(number, 0) == 4 &&
           (slice_starts(number, SLICE("1")) || slice_starts(number, SLICE("20")));
}

bool is_counting_number(const struct check_run *run, size_t index)
{
    const struct token *token = token_at(run, index);

    if (may_be_year(text_at(run, index)) || slice_equal(lower_at(run, index), SLICE("eins"))) /* "eins der Bücher" */
        return false;
    return (token->kind == TOKEN_NUMBER && (token->flags & TOKEN_ORDINAL) == 0) ||
           (token_is(token, POS_NUMERAL) && !token_is(token, POS_DETERMINER) &&
            (!token_is(token, POS_NOUN) || (token->flags & TOKEN_SENTENCE_START) != 0)); /* "die Drei", "Drei Kinder" */
}

/* The cases and numbers of a pronoun in lower case; 0 when it is none, or may be a determiner. */
static uint32_t pronoun_cases(const struct token *token, uint32_t *numbers)
{
    uint32_t cases = 0;

    *numbers = 0;
    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;

        if (pos_of(features) != POS_PRONOUN && pos_of(features) != POS_DETERMINER)
            continue;
        cases |= (features & CASE_ANY) != 0 ? features & CASE_ANY : CASE_ANY;
        *numbers |= (features & NUMBER_ANY) != 0 ? features & NUMBER_ANY : NUMBER_ANY;
    }
    return cases;
}

/* A capital within the sentence, or a word at its start, that is no noun for sure. */
static bool is_name(const struct token *token)
{
    if (token->kind != TOKEN_WORD || (token->flags & TOKEN_CAPITAL) == 0)
        return false;
    if ((token->flags & TOKEN_SENTENCE_START) == 0)
        return true;
    return token->analysis.reading_count == 0 || token_is(token, POS_NAME) || token_is(token, POS_NOUN);
}

/* Names behind a noun or name belong to it: "Kanzler Scholz", "der Trainer Jürgen Klopp". */
static size_t behind_names(const struct check_run *run, size_t index)
{
    while (same_sentence(run, index - 1, index) && token_at(run, index)->kind == TOKEN_WORD &&
           (token_at(run, index)->flags & TOKEN_CAPITAL) != 0)
        index++;
    return index;
}

/* Another noun, not a name, behind the first. */
static bool is_noun(const struct token *token, bool behind)
{
    return behind && token_is(token, POS_NOUN) && !token_is(token, POS_NAME);
}

/* "den Avengers", "den anderen": a determiner whose noun is not known. */
static bool lacks_known_noun(const struct check_run *run, size_t index)
{
    const struct token *token = token_at(run, index);

    return token_is(token, POS_DETERMINER) && same_sentence(run, index, index + 1) &&
           ((token[1].flags & TOKEN_CAPITAL) != 0 || is_inflected_adjective(&token[1]) ||
            token_is(&token[1], POS_DETERMINER) || token[1].kind != TOKEN_WORD || token[1].analysis.reading_count == 0);
}

/* ---- phrases with something between their words ---- */

/* Reads determiner or adjective and the phrase behind it as if they stood side by side. */
static void read_together(const struct check_run *run, const struct token *first, const struct noun_phrase *rest,
                          struct clause_phrase *out)
{
    enum { MOST = 8 };
    struct token tokens[MOST];
    size_t length = rest->noun - rest->first + 2;
    struct document part = { .text = run->doc->text, .tokens = tokens, .token_count = length };
    struct noun_phrase whole = { .first = 0, .noun = length - 1, .has_determiner = token_is(first, POS_DETERMINER) };

    out->head = rest->noun;
    out->end = behind_names(run, rest->noun + 1);
    out->determined = whole.has_determiner;
    out->adverbial = is_adverbial_noun(run, rest->noun);
    out->name = length > MOST || out->end > rest->noun + 1;
    if (length > MOST)
        return;
    tokens[0] = *first;
    memcpy(tokens + 1, run->doc->tokens + rest->first, (length - 1) * sizeof(*tokens));
    out->cases = whole.has_determiner ? agreeing_cases(&part, &whole, &out->numbers) : strong_cases(&part, &whole);
    uint32_t one = (out->cases & CASE_NOM) != 0 ? CASE_NOM : CASE_ANY;

    out->numbers = whole.has_determiner ? agreeing_numbers(&part, &whole, one) : strong_numbers(&part, &whole, one);
    out->name = out->name || out->cases == 0;
}

bool has_bare_adjective(const struct token *token)
{
    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;

        if (pos_of(features) == POS_ADJECTIVE && (features & UNINFLECTED) != 0)
            return true;
    }
    return false;
}

/* Adverbs before an adjective: "sehr", "weniger", "mikroskopisch". */
static bool is_adverb_of_degree(const struct token *token)
{
    return token->kind == TOKEN_WORD && (token->flags & TOKEN_CAPITAL) == 0 && !token_is(token, POS_PREPOSITION) &&
           !token_is(token, POS_DETERMINER) &&
           (token_is(token, POS_ADVERB) || token_is(token, POS_PARTICLE) || has_bare_adjective(token));
}

static bool is_comparing(const struct check_run *run, size_t index)
{
    return text_is(run, index, "weniger") || text_is(run, index, "mehr") || text_is(run, index, "etwas");
}

/* Behind adverbs from index on an adjective and its noun: true, with their phrase. */
bool noun_phrase_behind_adverbs(const struct check_run *run, size_t index, struct noun_phrase *out)
{
    size_t at = index;

    for (; same_sentence(run, index, at); at++) {
        bool adjective = is_inflected_adjective(token_at(run, at)) && noun_phrase_at(run->doc, at, out) &&
                         !out->has_determiner; /* "lange" is an adverb too */

        /* "ein einziges | falsch gesetztes Komma" */
        bool first = !adjective && at == index && is_inflected_adjective(token_at(run, at)) &&
                     same_sentence(run, at, at + 1) && is_adverb_of_degree(token_at(run, at + 1)) &&
                     !is_inflected_adjective(token_at(run, at + 1));

        if (adjective || !(first || is_adverb_of_degree(token_at(run, at)) || is_comparing(run, at)))
            return adjective && at > index;
    }
    return false;
}

bool is_adverb_before_number(const struct check_run *run, size_t index)
{
    return is_adverb_of_degree(token_at(run, index)) && same_sentence(run, index, index + 1) &&
           is_counting_number(run, index + 1);
}

/* "eine sehr lange Rede" */
static bool determined_at(const struct check_run *run, size_t index, struct clause_phrase *out)
{
    struct noun_phrase rest;

    if (!token_is(token_at(run, index), POS_DETERMINER) || !same_sentence(run, index, index + 1) ||
        !noun_phrase_behind_adverbs(run, index + 1, &rest))
        return false;
    *out = (struct clause_phrase){ .first = index };
    read_together(run, token_at(run, index), &rest, out);
    return true;
}

/* "die von der Stadt gekaufte Schule": the phrase of an attribute inside another one. */
static bool enclosing_at(const struct check_run *run, size_t index, struct clause_phrase *out)
{
    struct noun_phrase inner, rest;
    size_t at = index + 1;

    if (!token_is(token_at(run, index), POS_DETERMINER) || !in_list_lower(run, LIST_ARTICLES, index) ||
        !same_sentence(run, index, at + 2) || !token_is(token_at(run, at), POS_PREPOSITION))
        return false;
    if (!(noun_phrase_at(run->doc, at, &inner) && inner.contracted) && !noun_at(run->doc, at + 1, &inner))
        return false;
    at = behind_names(run, inner.noun + 1);
    if (!same_sentence(run, index, at + 1) || !is_inflected_adjective(token_at(run, at)) ||
        !noun_phrase_at(run->doc, at, &rest) || rest.has_determiner)
        return false;
    *out = (struct clause_phrase){ .first = index };
    read_together(run, token_at(run, index), &rest, out);
    return out->cases != 0;
}

/* "Steigende Mieten" at the start of a sentence, where the adjective has a capital. */
static bool opening_adjective_at(const struct check_run *run, size_t index, struct clause_phrase *out)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    struct token first = *token_at(run, index);
    struct noun_phrase rest;

    if ((first.flags & (TOKEN_SENTENCE_START | TOKEN_CAPITAL)) != (TOKEN_SENTENCE_START | TOKEN_CAPITAL) ||
        first.kind != TOKEN_WORD || token_is(&first, POS_DETERMINER) || first.type->small_form == NO_ID ||
        (first.type->small_traits >> TRAIT_ATTRIBUTE & 1) == 0 || !noun_at(run->doc, index + 1, &rest) ||
        rest.has_determiner)
        return false;
    const struct form_record *form = &lexicon->forms[first.type->small_form];

    *out = (struct clause_phrase){ .first = index };
    read_as(&first.analysis, lexicon->readings + form->first_reading, form->reading_count);
    first.flags &= (uint16_t)~TOKEN_CAPITAL;
    read_together(run, &first, &rest, out);
    return true;
}

/* "die von der Stadt gekaufte Schule", "eine sehr lange Nasenröhre": an article, but its noun stands further on, or is
 * not known. */
static bool encloses_phrase(const struct check_run *run, size_t index)
{
    size_t at = index + 1;

    if (!token_is(token_at(run, index), POS_DETERMINER) || !in_list_lower(run, LIST_ARTICLES, index))
        return false;
    while (same_sentence(run, index, at) && is_adverb_of_degree(token_at(run, at)))
        at++;
    return same_sentence(run, index, at) && (token_is(token_at(run, at), POS_PREPOSITION) ||
                                             (at > index + 1 && is_inflected_adjective(token_at(run, at))));
}

bool plural_name_at(const struct check_run *run, size_t index, size_t *end)
{
    size_t noun = index + 1;

    if (!slice_equal(lower_at(run, index), SLICE("die")) || !same_sentence(run, index, noun))
        return false;
    bool united = text_is(run, noun, "Vereinigten") || text_is(run, noun, "Vereinten");

    noun += united;
    noun += text_is(run, noun, "Arabischen");
    *end = noun + 1;
    bool common = text_is(run, noun, "Staaten") || text_is(run, noun, "Nationen") || text_is(run, noun, "Emirate");

    return same_sentence(run, index, noun) && in_list(run, LIST_PLURAL_NAMES, noun) && united == common;
}

/* The same as a phrase. */
static bool plural_name_phrase_at(const struct check_run *run, size_t index, struct clause_phrase *out)
{
    size_t end;

    if (!plural_name_at(run, index, &end) ||
        (same_sentence(run, index, end) && (token_at(run, end)->flags & TOKEN_CAPITAL) != 0))
        return false;
    *out = (struct clause_phrase){ .first = index,
                                   .end = end,
                                   .head = end - 1,
                                   .cases = CASE_NOM | CASE_ACC,
                                   .numbers = NUMBER_PL,
                                   .determined = true };
    return true;
}

/* "die drei Männer", "seine 24 Mitarbeiter": a number behind the determiner, read as if it were not there. */
static bool determined_number_at(const struct check_run *run, size_t index, struct clause_phrase *out)
{
    struct noun_phrase rest;

    if (!token_is(token_at(run, index), POS_DETERMINER) || !same_sentence(run, index, index + 2) ||
        !is_counting_number(run, index + 1) || is_counting_number(run, index) || text_is(run, index + 1, "1") ||
        !noun_at(run->doc, index + 2, &rest) || rest.has_determiner)
        return false;
    *out = (struct clause_phrase){ .first = index, .counted = true };
    read_together(run, token_at(run, index), &rest, out);
    out->numbers &= NUMBER_PL;
    out->name = out->name || out->numbers == 0;
    return true;
}

/* "mehrere hundert Gäste", "einige Dutzend Helfer", "Tausende Fans", "zwei Millionen Menschen": a round number and what
 * is counted. */
static bool round_number_at(const struct check_run *run, size_t index, struct clause_phrase *out)
{
    struct noun_phrase rest;
    size_t at = index;

    at += is_counting_number(run, at) || in_list_lower(run, LIST_PLURAL_QUANTIFIERS, at);
    if (!same_sentence(run, index, at + 1) || !in_list_lower(run, LIST_ROUND_NUMBERS, at) ||
        !noun_at(run->doc, at + 1, &rest) || rest.has_determiner)
        return false;
    uint32_t cases = agreeing_cases(run->doc, &rest, &out->numbers);

    if ((out->numbers & NUMBER_PL) == 0 || (cases & CASE_NOM) == 0)
        return false;
    *out = (struct clause_phrase){ .first = index,
                                   .end = behind_names(run, rest.noun + 1),
                                   .head = rest.noun,
                                   .cases = cases | CASE_NOM | CASE_ACC,
                                   .numbers = NUMBER_PL,
                                   .adverbial = is_adverbial_noun(run, rest.noun),
                                   .counted = true };
    out->name = out->end > rest.noun + 1;
    return true;
}

/* "zwei der drei Männer", "jeder der Gäste", "eine der Frauen": the pronoun or number says how many; what they are of
 * is the next phrase. */
static bool part_at(const struct check_run *run, size_t index, struct clause_phrase *out)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *token = token_at(run, index);
    struct clause_phrase whole;
    bool number = is_counting_number(run, index) && !token_is(token, POS_DETERMINER) && !text_is(run, index, "1");

    if (!same_sentence(run, index, index + 2) || (!text_is(run, index + 1, "der") && !text_is(run, index + 1, "von")) ||
        (!number && !lower_in_list(lexicon, LIST_PARTITIVE_PRONOUNS, token)) ||
        !(text_is(run, index + 1, "der") ? determined_number_at(run, index + 1, &whole) ||
                                               noun_phrase_at(run->doc, index + 1, &(struct noun_phrase){ 0 })
                                         : true))
        return false;
    *out = (struct clause_phrase){ .first = index, .end = index + 1, .head = index, .determined = true };
    out->cases = number ? CASE_NOM | CASE_ACC | CASE_DAT : pronoun_cases(token, &out->numbers);
    if (number)
        out->numbers = NUMBER_PL;
    return out->cases != 0;
}

/* "weit", "gut": an adjective as an adverb. */
static bool has_uninflected(const struct token *token)
{
    for (uint16_t i = 0; i < token->analysis.reading_count; i++)
        if ((token->analysis.readings[i].features & UNINFLECTED) != 0)
            return true;
    return false;
}

/* "der Gläubige": an adjective as a noun, of which the dictionary knows the feminine alone. */
static bool is_half_known(const struct token *noun)
{
    bool feminine = small_is(noun, POS_ADJECTIVE) && slice_ends(noun->type->text, SLICE("e"));

    for (uint16_t i = 0; feminine && i < noun->analysis.reading_count; i++)
        feminine = (noun->analysis.readings[i].features & (GENDER_M | GENDER_N | FEATURE_ADJECTIVAL_NOUN)) == 0;
    return feminine;
}

/* "zwei Verletzte", "Reisenden": the cases of a noun that is declined as an adjective, in one of these numbers. */
static uint32_t strong_cases_in(const struct document *doc, const struct noun_phrase *phrase, uint32_t numbers)
{
    uint32_t found = 0;

    for (uint32_t one = CASE_NOM; one <= CASE_ACC; one <<= 1)
        if ((strong_numbers(doc, phrase, one) & numbers) != 0)
            found |= one;
    return found;
}

/* "der Flug der Treppenbauer": dictionaries know no plural like that of those who build something. */
static bool may_be_builders(const struct check_run *run, const struct noun_phrase *phrase)
{
    return phrase->first > 0 && is_capitalised(token_at(run, phrase->first - 1)) &&
           text_is(run, phrase->first, "der") && slice_ends(text_at(run, phrase->noun), SLICE("bauer"));
}

/* Determiner, adjectives and noun side by side, or a number and what it counts. */
static bool plain_noun_at(const struct check_run *run, size_t index, bool counted, struct clause_phrase *out)
{
    struct noun_phrase phrase;

    if (!noun_at(run->doc, index + counted, &phrase) || (counted && phrase.has_determiner))
        return false;
    *out = (struct clause_phrase){ .first = index,
                                   .end = behind_names(run, phrase.noun + 1),
                                   .head = phrase.noun,
                                   .prepositional = phrase.contracted,
                                   .adverbial = is_adverbial_noun(run, phrase.noun),
                                   .counted = counted,
                                   .determined = phrase.has_determiner };
    out->cases = agreeing_cases(run->doc, &phrase, &out->numbers);
    if ((out->cases & CASE_NOM) != 0)
        out->numbers = agreeing_numbers(run->doc, &phrase, CASE_NOM);
    if (may_be_builders(run, &phrase))
        out->cases |= CASE_GEN;
    if (!phrase.has_determiner && has_trait(token_at(run, phrase.noun), TRAIT_ADJECTIVAL_NOUN))
        out->cases = strong_cases_in(run->doc, &phrase, counted ? NUMBER_PL : NUMBER_ANY);
    /* "die Londoner Polizei", "die Londoner Zeitung Daily Mirror", "Bonsais": the head, or its plural, is not known. */
    out->name = out->cases == 0 || in_list(run, LIST_TEAMS_IN_PLURAL, phrase.noun) ||
                is_half_known(token_at(run, phrase.noun)) ||
                is_noun(token_at(run, out->end - 1), out->end - 1 > phrase.noun) ||
                is_noun(token_at(run, phrase.noun + 1), out->end - 1 > phrase.noun) ||
                (out->end > phrase.noun + 1 && !phrase.has_determiner) ||
                (phrase.first == phrase.noun && !counted && (out->cases & CASE_NOM) == 0);
    if (slice_starts(lower_at(run, index), SLICE("mehrere"))) /* "mehrere Tote" are no woman */
        out->numbers &= NUMBER_PL;
    if (counted) /* "Eine", "1": the noun itself tells */
        out->numbers = text_is(run, index, "1") ? NUMBER_SG : out->numbers & NUMBER_PL;
    if (counted && phrase.first == phrase.noun) /* genitives say so: "zweier Tage", "zwei langer Tage" */
        out->cases &= ~(uint32_t)CASE_GEN;
    return true;
}

/* A name, or a number alone ("Zwei davon", "drei von ihnen"): may be anything. */
static bool unknown_at(const struct check_run *run, size_t index, bool counted, struct clause_phrase *out)
{
    if (!counted && !is_name(token_at(run, index)))
        return false;
    *out = (struct clause_phrase){ .first = index,
                                   .end = counted ? index + 1 : behind_names(run, index + 1),
                                   .head = index,
                                   .cases = CASE_ANY,
                                   .numbers = NUMBER_ANY,
                                   .name = true,
                                   .counted = counted };
    return true;
}

/* No noun and no adjective before one stands behind the token. */
static bool lacks_noun(const struct check_run *run, size_t index)
{
    return !same_sentence(run, index, index + 1) ||
           (!is_capitalised(token_at(run, index + 1)) && !is_inflected_adjective(token_at(run, index + 1)));
}

/* "er", "alle"; also a determiner whose noun is not known. */
static bool pronoun_at(const struct check_run *run, size_t index, struct clause_phrase *out)
{
    *out = (struct clause_phrase){ .first = index, .end = index + 1, .head = index, .pronoun = true };
    if (text_is(run, index, "genug") && index > 0 && has_uninflected(token_at(run, index - 1)))
        return false; /* "weit genug" */
    if (text_is(run, index, "etwas") && same_sentence(run, index, index + 1) &&
        has_bare_adjective(token_at(run, index + 1)))
        return false; /* "etwas zweifelhaft" */
    if (text_is(run, index, "sein") && lacks_noun(run, index))
        return false; /* "hilfreich sein" */
    out->cases = pronoun_cases(token_at(run, index), &out->numbers);
    out->name = lacks_known_noun(run, index) || encloses_phrase(run, index);
    while (out->name && same_sentence(run, index, out->end + 1) && is_inflected_adjective(token_at(run, out->end)))
        out->end++; /* "der südlichen Provinz Foo" */
    out->end = out->name ? behind_names(run, out->end) : out->end;
    return out->cases != 0 &&
           (!token_is(token_at(run, index), POS_ADVERB) || token_is(token_at(run, index), POS_DETERMINER));
}

bool read_clause_phrase(const struct check_run *run, size_t index, struct clause_phrase *out)
{
    bool counted = is_counting_number(run, index);

    return same_sentence(run, index, index + counted) &&
           (plural_name_phrase_at(run, index, out) || determined_at(run, index, out) || enclosing_at(run, index, out) ||
            opening_adjective_at(run, index, out) || determined_number_at(run, index, out) ||
            round_number_at(run, index, out) || part_at(run, index, out) || plain_noun_at(run, index, counted, out) ||
            unknown_at(run, index, counted, out) || pronoun_at(run, index, out));
}
