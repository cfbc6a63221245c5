/* What an item of a pattern asks of one word: its form, lemma, parts, class, or a list it stands in. */
#include "lexicon/analysis.h"
#include "rules/matcher.h"
#include "text/letters.h"

/* The form or lemma that a test asks for, as written. */
static struct slice text_asked(const struct matcher *m, const struct test_record *test)
{
    return test->kind == TEST_FORM ? lexicon_text(m->lexicon, (struct text_ref){ test->value, test->length })
                                   : lemma_text(m->lexicon, test->value);
}

static bool is_text_asked(const struct matcher *m, const struct test_record *test, struct slice text)
{
    return text.len == test->length && spelling_number(text) == test->spelling &&
           slice_equal(text, text_asked(m, test));
}

static bool same_word(const struct matcher *m, const struct token *token, struct slice wanted)
{
    struct slice text = token_text(m->doc, token);

    if (text.len != wanted.len) /* so it is in either case: nearly all words end here */
        return false;
    if (slice_equal(text, wanted))
        return true;
    /* A lower-case pattern word may stand first in its sentence; beyond its first letter nothing changes. */
    if ((token->flags & TOKEN_SENTENCE_START) == 0 || (token->flags & TOKEN_CAPITAL) == 0)
        return false;
    int32_t have, want;
    size_t have_bytes = read_code_point(text, &have), want_bytes = read_code_point(wanted, &want);

    return is_lower(want) && to_lower(have) == want &&
           slice_equal(slice_from(text, have_bytes), slice_from(wanted, want_bytes));
}

/* True when an item of the pattern asks for the verb's separated prefix by its form ("{gehen} ... weiter"). */
static bool names_prefix(const struct matcher *m, const struct token *verb)
{
    struct slice prefix = token_text(m->doc, token_at(m, verb->analysis.particle));

    for (uint32_t i = 0; i < m->item_count; i++)
        for (uint32_t j = 0; j < m->items[i].test_count; j++) {
            const struct test_record *test = &m->rules->tests[m->items[i].first_test + j];

            if (test->kind == TEST_FORM && is_text_asked(m, test, prefix))
                return true;
        }
    return false;
}

/* "gehen … herum": the separated prefix says where to, and the verb means what it means without it. */
static bool has_plain_meaning(const struct matcher *m, const struct token *verb)
{
    struct slice prefix = token_text(m->doc, token_at(m, verb->analysis.particle));

    return in_word_list(m->lexicon, LIST_PREFIXES_OF_DIRECTION, prefix);
}

/* "Er soll gezielt Leute an die Grenze schicken": an adverb, unless it ends its clause as a verb ("hat gezielt"). */
static bool is_adverb_only(const struct matcher *m, const struct token *token)
{
    const struct token *next = token + 1, *end = m->doc->tokens + m->doc->token_count;

    return (token->flags & TOKEN_CAPITAL) == 0 && next < end && next->kind == TOKEN_WORD &&
           !token_is(next, POS_AUXILIARY) && !token_is(next, POS_CONJUNCTION) && !token_is_finite(token) &&
           token_in_list(m->lexicon, LIST_PARTICIPLES_AS_ADVERBS, token);
}

static bool has_lemma(const struct matcher *m, const struct token *token, const struct test_record *test)
{
    /* A verb whose prefix stands apart is another verb: "schlug ... vor" is vorschlagen, not schlagen. */
    if (token->analysis.joined != NO_ID &&
        (token->analysis.joined == test->value || !(names_prefix(m, token) || has_plain_meaning(m, token))))
        return token->analysis.joined == test->value;
    if (is_text_asked(m, test, token_text(m->doc, token)))
        return true;
    return token_has_lemma(token, test->value) && !is_adverb_only(m, token);
}

static bool part_is(const struct matcher *m, const struct compound_part *part, const struct test_record *test)
{
    return part->lemma == test->value || is_text_asked(m, test, text_of(m->doc, part->span));
}

static bool has_part(const struct matcher *m, const struct token *token, const struct test_record *test)
{
    const struct compound_part *parts = token_parts(m->doc, token);
    uint32_t count = token->analysis.part_count;

    if (test->kind != TEST_FIRST && has_lemma(m, token, test))
        return true;
    if (count == 0)
        return false;
    if (test->kind == TEST_HEAD)
        return part_is(m, &parts[count - 1], test);
    if (test->kind == TEST_FIRST)
        return count > 1 && part_is(m, &parts[0], test);
    for (uint32_t i = 0; i < count; i++)
        if (part_is(m, &parts[i], test))
            return true;
    return false;
}

/* "Wimbledons": the genitive of a name that no dictionary knows. */
static bool is_genitive_of_name(const struct matcher *m, const struct token *token, const struct list_record *list)
{
    struct slice text = token_text(m->doc, token);

    return (token->flags & TOKEN_CAPITAL) != 0 && (token->analysis.flags & ANALYSIS_KNOWN) == 0 && text.len > 3 &&
           slice_ends(text, SLICE("s")) && list_holds(m->lexicon, list, (struct slice){ text.at, text.len - 1 });
}

/* A word of a list, as written, by lemma, or by a part of a compound: the head, one between hyphens, or any. */
static bool in_list(const struct matcher *m, const struct token *token, const struct test_record *test)
{
    const struct list_record *list = &m->lexicon->lists[test->value];
    const struct word_type *type = token->type;

    /* "geben … ab" is no geben. */
    if (token->analysis.joined != NO_ID)
        return list_holds(m->lexicon, list, lemma_text(m->lexicon, token->analysis.joined));
    if (set_holds(type->listed, test->value) || set_holds(type->lemmas_listed, test->value) ||
        ((token->flags & TOKEN_SENTENCE_START) != 0 && set_holds(type->lower_listed, test->value)) ||
        is_genitive_of_name(m, token, list))
        return true;
    return set_holds(test->kind == TEST_LIST_PART || (token->flags & TOKEN_HYPHEN) != 0 ? type->parts_listed
                                                                                        : type->head_listed,
                     test->value);
}

static bool has_feature(const struct token *token, enum pos pos, uint32_t feature)
{
    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;

        if (pos_of(features) == pos && (features & feature) != 0)
            return true;
    }
    return false;
}

/* A noun used as names are: no determiner, inflected adjective or number stands before it. */
static bool is_bare(const struct matcher *m, uint32_t index)
{
    const struct token *token = token_at(m, index);

    if (index == m->first || token_at(m, index - 1)->sentence != token->sentence)
        return true;
    const struct token *before = token_at(m, index - 1);

    if (before->kind == TOKEN_NUMBER)
        return false;
    for (uint16_t i = 0; i < before->analysis.reading_count; i++) {
        uint32_t features = before->analysis.readings[i].features;
        enum pos pos = pos_of(features);

        if (pos == POS_DETERMINER || pos == POS_NUMERAL ||
            (pos == POS_ADJECTIVE && (features & UNINFLECTED) == 0 && !token_is_finite(before)) ||
            (pos == POS_PREPOSITION && (features & NUMBER_ANY) != 0))
            return false;
    }
    return true;
}

/* A noun that is no name, and no English word by itself or as the head of what looks like a compound ("Wolfspeed"). */
static bool is_german_noun(const struct matcher *m, const struct token *token)
{
    const struct compound_part *parts = token_parts(m->doc, token);
    uint32_t count = token->analysis.part_count;

    if (token_is(token, POS_NAME) || is_english_token(token))
        return false;
    if ((token->analysis.flags & ANALYSIS_KNOWN) != 0)
        return token_is(token, POS_NOUN);
    return count > 1 && !is_english_word(m->lexicon, text_of(m->doc, parts[count - 1].span));
}

/* A noun for a person, or a compound that ends in one ("Polizeisprecher"). */
static bool is_person(const struct matcher *m, const struct token *token)
{
    const struct lemma_record *lemmas = m->lexicon->lemmas;

    for (uint16_t i = 0; i < token->analysis.reading_count; i++)
        if (pos_of(token->analysis.readings[i].features) == POS_NOUN &&
            (lemmas[token->analysis.readings[i].lemma].flags & LEMMA_PERSON) != 0)
            return true;
    if (token->analysis.part_count == 0)
        return false;
    uint32_t head = token_parts(m->doc, token)[token->analysis.part_count - 1].lemma;

    return head != NO_ID && (lemmas[head].flags & LEMMA_PERSON) != 0;
}

/* "Äpfel": a noun in the plural that is no singular as well ("Löwenmäulchen" is the word of a dictionary). One like
 * "Bären" is singular behind an article that shows its case alone. */
static bool is_plural_only(const struct matcher *m, const struct token *token)
{
    if (!is_plural_noun(token))
        return false;
    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        const struct reading *reading = &token->analysis.readings[i];

        if (pos_of(reading->features) == POS_NOUN &&
            (((reading->features & NUMBER_SG) != 0 && (reading->features & CASE_NOM) != 0) ||
             slice_equal(lemma_text(m->lexicon, reading->lemma), token_text(m->doc, token))))
            return false;
    }
    return true;
}

static bool joins_pair(const struct matcher *m, uint32_t index)
{
    return same_word(m, token_at(m, index), SLICE("und")) || same_word(m, token_at(m, index), SLICE("oder")) ||
           same_word(m, token_at(m, index), SLICE("sowie"));
}

/* "Ventil und Pumpe", "Flügel und vier Rotoren": side by side with a German noun as bare as itself. */
static bool is_paired(const struct matcher *m, uint32_t index)
{
    const struct token *end = m->doc->tokens + m->doc->token_count, *token = token_at(m, index);

    if (token + 2 < end && token[2].sentence == token->sentence && joins_pair(m, index + 1)) {
        uint32_t other = index + 2;

        while (token_at(m, other) + 1 < end && token_at(m, other + 1)->sentence == token->sentence &&
               (token_is_number(token_at(m, other)) ||
                (token_is(token_at(m, other), POS_ADJECTIVE) && (token_at(m, other)->flags & TOKEN_CAPITAL) == 0)))
            other++;
        if ((token_at(m, other)->flags & TOKEN_CAPITAL) != 0 && is_german_noun(m, token_at(m, other)))
            return true;
    }
    return index >= m->first + 2 && token_at(m, index - 2)->sentence == token->sentence && joins_pair(m, index - 1) &&
           (token_at(m, index - 2)->flags & TOKEN_CAPITAL) != 0 && is_german_noun(m, token_at(m, index - 2)) &&
           is_bare(m, index - 2);
}

/* "1998", "2031": four digits of our times. "2000" and "1900" are rather numbers. */
static bool is_year(const struct matcher *m, const struct token *token)
{
    struct slice text = token_text(m->doc, token);

    return token->kind == TOKEN_NUMBER && text.len == 4 &&
           (slice_starts(text, SLICE("19")) || slice_starts(text, SLICE("20"))) && text.at[2] >= '0' &&
           text.at[2] <= '9' && text.at[3] >= '0' && text.at[3] <= '9' && !slice_ends(text, SLICE("00"));
}

/* "einigten": a full verb in the past tense, and in no other that is as likely. */
static bool is_past(const struct token *token)
{
    return token_is(token, POS_VERB) && !token_is(token, POS_AUXILIARY) && token_is_verb_form(token, VERB_PAST) &&
           !token_is_verb_form(token, VERB_PRESENT) && !token_is_verb_form(token, VERB_PARTICIPLE2);
}

static bool in_class(const struct matcher *m, uint32_t index, enum word_class class)
{
    const struct token *token = token_at(m, index);

    switch (class) {
    case CLASS_NOUN:
        return token_is(token, POS_NOUN) || (token->analysis.flags & ANALYSIS_COMPOUND) != 0;
    case CLASS_NAME:
        return token_is(token, POS_NAME) || (token->kind == TOKEN_WORD && (token->flags & TOKEN_CAPITAL) != 0 &&
                                             (token->analysis.flags & (ANALYSIS_KNOWN | ANALYSIS_COMPOUND)) == 0);
    case CLASS_VERB:
        return token_is(token, POS_VERB) || token_is(token, POS_AUXILIARY);
    case CLASS_ADJECTIVE:
        return token_is(token, POS_ADJECTIVE);
    case CLASS_ADVERB:
        return token_is(token, POS_ADVERB);
    case CLASS_DETERMINER:
        return token_is(token, POS_DETERMINER);
    case CLASS_PRONOUN:
        return token_is(token, POS_PRONOUN);
    case CLASS_PREPOSITION:
        return token_is(token, POS_PREPOSITION);
    case CLASS_NUMBER:
        return token->kind == TOKEN_NUMBER || token_is(token, POS_NUMERAL);
    case CLASS_CAPITAL:
        return token->kind == TOKEN_WORD && (token->flags & TOKEN_CAPITAL) != 0;
    case CLASS_UNKNOWN:
        return token->kind == TOKEN_WORD && (token->analysis.flags & (ANALYSIS_KNOWN | ANALYSIS_COMPOUND)) == 0;
    case CLASS_BARE:
        return is_bare(m, index);
    case CLASS_ANY:
        return token->kind != TOKEN_PUNCTUATION;
    case CLASS_COMPARATIVE:
        return has_feature(token, POS_ADJECTIVE, DEGREE_COMPARATIVE);
    case CLASS_FINITE:
        return token_is_finite(token);
    case CLASS_ENGLISH:
        return is_english_token(token);
    case CLASS_NAMED:
        return is_bare(m, index) && stands_as_name(m, index);
    case CLASS_TEAM:
        return stands_as_team(m, index);
    case CLASS_GERMAN:
        return is_german_noun(m, token);
    case CLASS_INFINITIVE:
        return token_is_verb_form(token, VERB_INFINITIVE) || token_is_verb_form(token, VERB_ZU_INFINITIVE);
    case CLASS_PARTICIPLE:
        return token_is_verb_form(token, VERB_PARTICIPLE2);
    case CLASS_YEAR:
        return is_year(m, token);
    case CLASS_PAST:
        return is_past(token);
    case CLASS_PERSON:
        return is_person(m, token);
    case CLASS_SINGULAR:
        return !is_plural_only(m, token);
    case CLASS_PAIRED:
        return is_paired(m, index);
    case CLASS_COUNT:
        break;
    }
    return false;
}

static bool passes(const struct matcher *m, uint32_t index, const struct test_record *test)
{
    const struct token *token = token_at(m, index);

    switch ((enum test_kind)test->kind) {
    case TEST_FORM:
        return same_word(m, token, text_asked(m, test));
    case TEST_LEMMA:
        return has_lemma(m, token, test);
    case TEST_WHOLE: /* "Atomenergiebehörde" is no Energiebehörde */
        return has_lemma(m, token, test) &&
               (token->analysis.joined != NO_ID || !is_longer_compound(m->doc, token, test->value, test->length));
    case TEST_HEAD:
    case TEST_FIRST:
    case TEST_PART:
        return has_part(m, token, test);
    case TEST_CLASS:
        return in_class(m, index, (enum word_class)test->value);
    case TEST_LIST:
    case TEST_LIST_PART:
        return in_list(m, token, test);
    }
    return false;
}

/* True for a test that the word alone can't answer. */
static bool asks_around(const struct test_record *test)
{
    return test->kind == TEST_CLASS && (test->value == CLASS_BARE || test->value == CLASS_NAMED ||
                                        test->value == CLASS_TEAM || test->value == CLASS_PAIRED);
}

/* True when a glance says that the word fails: the length of its text, and the bits of its lemmas. */
static inline bool surely_fails(const struct token *token, const struct test_record *test)
{
    uint32_t length = token->span.end - token->span.start;

    switch ((enum test_kind)test->kind) {
    case TEST_FORM:
        return length != test->length;
    case TEST_FIRST:
        return token->analysis.part_count < 2;
    case TEST_LEMMA:
    case TEST_WHOLE:
    case TEST_HEAD:
    case TEST_PART:
        return length != test->length && token->analysis.joined == NO_ID &&
               (test->kind == TEST_LEMMA || test->kind == TEST_WHOLE || token->analysis.part_count == 0) &&
               (token->analysis.lemmas & lemma_bit(test->value)) == 0;
    default:
        return false;
    }
}

enum fit word_fits(const struct matcher *m, uint32_t index, const struct item_record *item)
{
    const struct test_record *tests = m->rules->tests + item->first_test;
    const struct token *token = token_at(m, index);
    enum fit fit = FIT_YES;

    if (!may_fit(m, index, item))
        return FIT_NO;
    for (uint32_t i = 0; i < item->test_count;) {
        uint8_t group = tests[i].group, negated = tests[i].negated;
        bool any = false, maybe = false;

        for (; i < item->test_count && tests[i].group == group; i++) {
            maybe = maybe || asks_around(&tests[i]);
            any = any || (!surely_fails(token, &tests[i]) && !asks_around(&tests[i]) && passes(m, index, &tests[i]));
        }
        if (any ? negated != 0 : negated == 0 && !maybe)
            return FIT_NO;
        if (!any && maybe)
            fit = FIT_MAYBE;
    }
    /* its neighbour decides (is_adverb_only) */
    return fit == FIT_YES && token_in_list(m->lexicon, LIST_PARTICIPLES_AS_ADVERBS, token) ? FIT_MAYBE : fit;
}

bool item_fits(const struct matcher *m, uint32_t index, const struct item_record *item)
{
    const struct test_record *tests = m->rules->tests + item->first_test;
    const struct token *token = token_at(m, index);
    bool all = may_fit(m, index, item);

    for (uint32_t i = 0; i < item->test_count && all;) {
        uint8_t group = tests[i].group, negated = tests[i].negated;
        bool any = false;

        for (; i < item->test_count && tests[i].group == group; i++)
            any = any || (!surely_fails(token, &tests[i]) && passes(m, index, &tests[i]));
        all = any != (negated != 0);
    }
    return all;
}
