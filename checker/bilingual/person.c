/* Marks a pronoun of another person than the English has: "we" – "ich", "he" – "sie". Only where the English speaks of
 * one person throughout the sentence and the German has no pronoun of that person at all, but one of another. */
#include "bilingual/checks.h"
#include "checks/places.h"
#include "text/unicode.h"

/* Whom a pronoun can mean, as bits: pronouns.tsv names them. */
enum person {
    PERSON_I = 1 << 0,
    PERSON_WE = 1 << 1,
    PERSON_HE = 1 << 2,
    PERSON_SHE = 1 << 3,
    PERSON_OTHER = 1 << 4, /* it, they, you, somebody */
};

static const struct {
    const char *name;
    unsigned person;
} names[] = {
    { "i", PERSON_I }, { "we", PERSON_WE }, { "he", PERSON_HE }, { "she", PERSON_SHE }, { "other", PERSON_OTHER },
};

static unsigned persons_of(const struct check_run *run, enum named_table table, const struct token *token)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    unsigned persons = 0;
    size_t count;

    if (!set_holds(token->type->lower_listed, lexicon->table_numbers[table]))
        return 0;
    const struct pair_record *row = pairs_of(lexicon, named_table(lexicon, table), token_lower(token), &count);

    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < sizeof names / sizeof *names; j++)
            if (slice_is(lexicon_text(lexicon, row[i].value), names[j].name))
                persons |= names[j].person;
    return persons;
}

static unsigned persons_in(const struct check_run *run, enum named_table table, const struct document *doc,
                           uint32_t first, uint32_t end)
{
    unsigned persons = 0;

    for (uint32_t i = first; i < end; i++)
        if ((doc->tokens[i].flags & TOKEN_ALL_CAPS) == 0) /* "the US" */
            persons |= persons_of(run, table, &doc->tokens[i]);
    return persons;
}

/* Whom the German must not speak of when the English speaks of this person alone. */
static unsigned foes_of(unsigned person)
{
    switch (person) {
    case PERSON_I:
        return PERSON_WE | PERSON_HE | PERSON_SHE;
    case PERSON_WE:
        return PERSON_I | PERSON_HE | PERSON_SHE;
    case PERSON_HE:
        return PERSON_SHE;
    case PERSON_SHE:
        return PERSON_HE;
    default:
        return 0;
    }
}

/* "’ll" in "she’ll". */
static bool starts_with_apostrophe(struct slice text)
{
    return slice_starts(text, SLICE("'")) || slice_starts(text, SLICE("’"));
}

/* One of them is the subject of a clause, outside quotes unless quotes count: a quotation may have become reported
 * speech, and what the English leaves to "his" and "us" may be said in German with a pronoun for a noun. */
static bool has_subject(const struct check_run *run, bool quotes, uint32_t first, uint32_t end)
{
    const struct document *english = run->doc->bilingual->english;
    static const char *const subjects[] = { "i", "we", "he", "she" };

    for (uint32_t i = first; i < end; i++) {
        const struct token *at = &english->tokens[i];
        struct slice word = token_lower(at);

        for (size_t j = 0; (quotes || (at->flags & TOKEN_QUOTED) == 0) && j < sizeof subjects / sizeof *subjects; j++)
            if (slice_starts(word, slice_of(subjects[j])) &&
                (word.len == strlen(subjects[j]) || starts_with_apostrophe(slice_from(word, strlen(subjects[j])))))
                return true;
    }
    return false;
}

/* "I must say, this place …", "I wonder why": the speaker stands in an aside alone, which German may drop, and "er" is
 * of something else. */
static bool is_aside_alone(const struct check_run *run, uint32_t first, uint32_t end)
{
    const struct token *tokens = run->doc->bilingual->english->tokens;
    bool aside = false;

    for (uint32_t i = first; i < end; i++) {
        if (persons_of(run, TABLE_PRONOUNS_ENGLISH, &tokens[i]) == 0)
            continue;
        uint32_t verb = i + 1;

        if (verb < end && english_is(run->doc->bilingual, verb, SLICE("must")))
            verb++;
        if (!slice_is(token_lower(&tokens[i]), "i") || verb >= end ||
            !lemma_in_list(&run->context->lexicon, LIST_ENGLISH_ASIDES, &tokens[verb]))
            return false;
        aside = true;
    }
    return aside;
}

/* "Sie": you, or anything at the start of a sentence. */
static bool is_polite(const struct token *token)
{
    return (token->flags & (TOKEN_CAPITAL | TOKEN_SENTENCE_START)) == TOKEN_CAPITAL;
}

/* Whom the German speaks of. "seine" may be of a thing ("its"), but beside "er" it is of him. */
static unsigned german_persons(const struct check_run *run, uint32_t first, uint32_t end)
{
    unsigned all = 0, sure = 0;

    for (uint32_t i = first; i < end; i++) {
        unsigned persons = persons_of(run, TABLE_PRONOUNS_GERMAN, token_at(run, i));

        if (persons == (PERSON_HE | PERSON_OTHER))
            all |= PERSON_OTHER;
        else
            sure |= (token_at(run, i)->flags & TOKEN_ALL_CAPS) == 0 ? persons : 0;
    }
    return (sure & PERSON_HE) != 0 ? sure : sure | all;
}

static void check_passage(const struct check_run *run, const struct passage *passage)
{
    const struct bilingual *bilingual = run->doc->bilingual;
    uint32_t first, end, english_first, english_end;
    unsigned english, german;

    passage_english(bilingual, passage, &english_first, &english_end);
    english = persons_in(run, TABLE_PRONOUNS_ENGLISH, bilingual->english, english_first, english_end);
    if (foes_of(english) == 0 || is_aside_alone(run, english_first, english_end))
        return;
    passage_german(run->doc, passage, &first, &end);
    german = german_persons(run, first, end);
    if ((german & (english | PERSON_OTHER)) != 0)
        return;
    for (uint32_t i = first; i < end; i++)
        if ((persons_of(run, TABLE_PRONOUNS_GERMAN, token_at(run, i)) & foes_of(english)) != 0 &&
            !is_polite(&run->doc->tokens[i]) &&
            has_subject(run, (run->doc->tokens[i].flags & TOKEN_QUOTED) != 0, english_first, english_end)) {
            struct issue *issue = report_with_source(run, "bilingual/person", run->doc->tokens[i].span,
                                                     passage_source(bilingual, passage));

            if (issue != NULL && is_free_translation(passage))
                issue->confidence = UNSURE;
            return;
        }
}

/* How often the pronoun stands in the English, "he'll" and the like among it. */
static uint32_t count_english(const struct check_run *run, struct slice word, uint32_t first, uint32_t end)
{
    const struct document *english = run->doc->bilingual->english;
    uint32_t count = 0;

    for (uint32_t i = first; i < end; i++) {
        struct slice text = token_lower(&english->tokens[i]);

        count +=
            slice_starts(text, word) && (text.len == word.len || starts_with_apostrophe(slice_from(text, word.len)));
    }
    return count;
}

static uint32_t first_german(const struct check_run *run, struct slice word, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++)
        if (slice_equal(token_lower(token_at(run, i)), word))
            return i;
    return NO_ID;
}

/* "She accused him" – "Er warf ihr vor": the only subject among the pronouns is another than in the English, which has
 * both persons. A passive turns the two round for good. */
static void check_swapped(const struct check_run *run, const struct passage *passage)
{
    const struct bilingual *bilingual = run->doc->bilingual;
    uint32_t first, end, english, english_end, er, sie, ihr;

    passage_english(bilingual, passage, &english, &english_end);
    if (persons_in(run, TABLE_PRONOUNS_ENGLISH, bilingual->english, english, english_end) != (PERSON_HE | PERSON_SHE) ||
        count_english(run, SLICE("by"), english, english_end) > 0)
        return;
    passage_german(run->doc, passage, &first, &end);
    er = first_german(run, SLICE("er"), first, end);
    sie = first_german(run, SLICE("sie"), first, end);
    ihr = first_german(run, SLICE("ihr"), first, end);
    uint32_t he = count_english(run, SLICE("he"), english, english_end);
    uint32_t she = count_english(run, SLICE("she"), english, english_end);
    bool met_her = er != NO_ID && sie != NO_ID && er < sie && token_at(run, er)->clause == token_at(run, sie)->clause &&
                   first_german(run, SLICE("ihm"), first, end) == NO_ID &&
                   first_german(run, SLICE("ihn"), first, end) == NO_ID; /* "Er traf sie" */
    uint32_t wrong = she > 0 && he == 0 && ((sie == NO_ID && ihr != NO_ID) || met_her) ? er
                     : he > 0 && she == 0 && er == NO_ID &&
                             (first_german(run, SLICE("ihm"), first, end) != NO_ID ||
                              first_german(run, SLICE("ihn"), first, end) != NO_ID)
                         ? sie
                         : NO_ID;

    if (wrong != NO_ID)
        report_with_source(run, "bilingual/person", run->doc->tokens[wrong].span, passage_source(bilingual, passage));
}

/* "We have", "told us" – "Sie haben", "sagte uns": the German keeps "uns" for "us", but no "wir", and the English has
 * nobody else that "sie" could be. */
static void check_we(const struct check_run *run, const struct passage *passage)
{
    const struct bilingual *bilingual = run->doc->bilingual;
    uint32_t first, end, english, english_end, sie;

    passage_english(bilingual, passage, &english, &english_end);
    if (persons_in(run, TABLE_PRONOUNS_ENGLISH, bilingual->english, english, english_end) != PERSON_WE ||
        count_english(run, SLICE("we"), english, english_end) == 0)
        return;
    passage_german(run->doc, passage, &first, &end);
    sie = first_german(run, SLICE("sie"), first, end);
    if (sie != first || first_german(run, SLICE("wir"), first, end) != NO_ID || sie + 1 >= end ||
        !token_is_finite(token_at(run, sie + 1)))
        return;
    report_with_source(run, "bilingual/person", run->doc->tokens[sie].span, passage_source(bilingual, passage));
}

/* A possessive of the first person: "unser" of its plural, "mein" of its singular; NO_ID: none. */
static uint32_t possessive(const struct check_run *run, bool plural, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++)
        if (slice_starts(lower_at(run, i), plural ? SLICE("unser") : SLICE("mein")) &&
            token_is(token_at(run, i), POS_DETERMINER))
            return i;
    return NO_ID;
}

/* "our house" – "mein Haus", "my house" – "unser Haus": of the first person each language has the possessive alone. */
static void check_possessives(const struct check_run *run, const struct passage *passage)
{
    const struct bilingual *bilingual = run->doc->bilingual;
    uint32_t first, end, english, english_end;

    passage_english(bilingual, passage, &english, &english_end);
    unsigned persons = persons_in(run, TABLE_PRONOUNS_ENGLISH, bilingual->english, english, english_end);
    bool plural = persons == PERSON_WE;

    if ((!plural && persons != PERSON_I) || is_free_translation(passage) ||
        count_english(run, plural ? SLICE("our") : SLICE("my"), english, english_end) != 1)
        return;
    passage_german(run->doc, passage, &first, &end);
    uint32_t german = possessive(run, !plural, first, end);

    if (german == NO_ID || (german_persons(run, first, end) & persons) != 0)
        return;
    report_with_source(run, "bilingual/person", run->doc->tokens[german].span, passage_source(bilingual, passage));
}

void check_person(const struct check_run *run)
{
    const struct bilingual *bilingual = run->doc->bilingual;

    for (size_t i = 0; bilingual->is_english && i < bilingual->passage_count; i++)
        if (is_sentence_pair(&bilingual->passages[i])) {
            check_passage(run, &bilingual->passages[i]);
            check_swapped(run, &bilingual->passages[i]);
            check_we(run, &bilingual->passages[i]);
            check_possessives(run, &bilingual->passages[i]);
        }
}
