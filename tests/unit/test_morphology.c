#include "compiling.h"

#include "dictionaries/compile/sources.h"
#include "dictionaries/compile/word_file.h"

#define VERB(form) ((uint32_t)(form) << VERB_SHIFT)

static struct builder *lexicon;
static struct translations *translations;
static struct ding *ding;

static int build(void **state)
{
    struct lexicon_sources sources = {
        .german = "tests/data/small",
        .english = "tests/data/english",
        .words = "dictionaries/words",
    };
    struct rs_error error = { .line = 0 };

    (void)state;
    lexicon = builder_new();
    sources.ding = ding = ding_read("tests/data/small.ding", &error);
    if (ding == NULL || build_lexicon(lexicon, &sources, &error) != 0) {
        fprintf(stderr, "%s:%zu: %s\n", error.file, error.line, error.message);
        return -1;
    }
    translations = translations_read(ding);
    return 0;
}

static int release(void **state)
{
    (void)state;
    builder_free(lexicon);
    translations_free(translations);
    ding_free(ding);
    return 0;
}

/* True when the form has a reading of this lemma with all of these features. */
static bool reads(const char *form, const char *lemma, uint32_t features)
{
    uint32_t id = builder_find_form(lexicon, slice_of(form));
    struct reading reading;

    for (size_t i = 0; id != NO_ID && builder_reading_at(lexicon, id, i, &reading); i++)
        if (slice_equal(builder_lemma_text(lexicon, reading.lemma), slice_of(lemma)) &&
            pos_of(reading.features) == pos_of(features) && verb_form_of(reading.features) == verb_form_of(features) &&
            (reading.features & features & ~(uint32_t)(POS_MASK | VERB_MASK)) ==
                (features & ~(uint32_t)(POS_MASK | VERB_MASK)))
            return true;
    return false;
}

static const struct lemma_record *lemma(const char *text)
{
    uint32_t id = builder_find_lemma(lexicon, slice_of(text));

    assert_true(id != NO_ID);
    return builder_lemma_at(lexicon, id);
}

static void nouns_have_the_gender_and_plural_of_ding(void **state)
{
    (void)state;
    assert_true(reads("Haus", "Haus", POS_NOUN | GENDER_N | NUMBER_SG | CASE_NOM | CASE_DAT | CASE_ACC));
    assert_true(reads("Hauses", "Haus", POS_NOUN | GENDER_N | NUMBER_SG | CASE_GEN));
    assert_true(reads("Häuser", "Haus", POS_NOUN | NUMBER_PL | CASE_NOM | CASE_GEN | CASE_ACC));
    assert_false(reads("Häuser", "Haus", POS_NOUN | NUMBER_PL | CASE_DAT));
    assert_true(reads("Häusern", "Haus", POS_NOUN | NUMBER_PL | CASE_DAT));
    assert_true(reads("Türen", "Tür", POS_NOUN | GENDER_F | NUMBER_PL | CASE_ANY));
}

static void compounds_are_declined_as_their_head(void **state)
{
    (void)state;
    assert_true(reads("Sprachmodells", "Sprachmodell", POS_NOUN | GENDER_N | NUMBER_SG | CASE_GEN));
    assert_true(reads("Sprachmodellen", "Sprachmodell", POS_NOUN | GENDER_N | NUMBER_PL | CASE_DAT));
}

static void weak_nouns_have_one_form_but_the_nominative(void **state)
{
    (void)state;
    assert_true(reads("Studenten", "Student", POS_NOUN | GENDER_M | NUMBER_SG | CASE_DAT | CASE_ACC));
    assert_true(reads("Studenten", "Student", POS_NOUN | GENDER_M | NUMBER_SG | CASE_GEN));
    assert_false(reads("Student", "Student", POS_NOUN | NUMBER_SG | CASE_ACC));
    assert_true((lemma("Student")->flags & LEMMA_WEAK_NOUN) != 0);
    assert_false((lemma("Lehrer")->flags & LEMMA_WEAK_NOUN) != 0);
}

static void persons_are_marked(void **state)
{
    (void)state;
    assert_true((lemma("Lehrer")->flags & LEMMA_PERSON) != 0);
    assert_false((lemma("Modell")->flags & LEMMA_PERSON) != 0);
}

static void adjectives_as_nouns_are_declined_as_adjectives(void **state)
{
    uint32_t features = POS_NOUN | FEATURE_ADJECTIVAL_NOUN;

    (void)state;
    assert_true(reads("Angeklagter", "Angeklagter", features | GENDER_M | CASE_NOM | DECLENSION_MIXED));
    assert_true(reads("Angeklagten", "Angeklagter", features | NUMBER_PL | CASE_NOM | DECLENSION_WEAK));
    assert_true(reads("Angeklagte", "Angeklagte", features | GENDER_F | CASE_ACC));
}

static void names_are_known_by_their_english_capital_or_lonely_genitive(void **state)
{
    (void)state;
    assert_true(reads("Donau", "Donau", POS_NAME | GENDER_F));
    assert_true(reads("Paulas", "Paula", POS_NAME | CASE_GEN));
}

static void adjectives_lose_the_e_of_el(void **state)
{
    (void)state;
    assert_true(reads("dunkel", "dunkel", POS_ADJECTIVE | UNINFLECTED));
    assert_true(reads("dunkle", "dunkel", POS_ADJECTIVE | GENDER_F | NUMBER_SG | CASE_NOM | DECLENSION_STRONG));
    assert_true(reads("unschönes", "unschön", POS_ADJECTIVE | GENDER_N | DECLENSION_MIXED));
}

static void irregular_degrees_lead_to_the_positive(void **state)
{
    (void)state;
    assert_true(reads("größte", "groß", POS_ADJECTIVE | DEGREE_SUPERLATIVE | GENDER_M | DECLENSION_WEAK));
    assert_true(reads("höheren", "hoch", POS_ADJECTIVE | DEGREE_COMPARATIVE | NUMBER_PL));
    assert_true(reads("hohe", "hoch", POS_ADJECTIVE | NUMBER_SG));
}

static void strong_verbs_follow_their_principal_parts(void **state)
{
    (void)state;
    assert_true(reads("riss", "reißen", POS_VERB | VERB(VERB_PAST) | NUMBER_SG | PERSON_3));
    assert_true(reads("empfiehlt", "empfehlen", POS_VERB | VERB(VERB_PRESENT) | PERSON_3));
    assert_true(reads("gäben", "geben", POS_VERB | VERB(VERB_SUBJUNCTIVE2) | NUMBER_PL));
    assert_true(reads("gebissen", "beißen", POS_VERB | VERB(VERB_PARTICIPLE2)));
    assert_true(reads("schrien", "schreien", POS_VERB | VERB(VERB_PAST) | NUMBER_PL));
}

static void separated_prefix_is_part_of_the_lemma(void **state)
{
    (void)state;
    assert_true(reads("abriss", "abreißen", POS_VERB | VERB(VERB_PAST)));
    assert_true(reads("abzureißen", "abreißen", POS_VERB | VERB(VERB_ZU_INFINITIVE)));
    assert_true(reads("abgerissenes", "abreißen", POS_ADJECTIVE | GENDER_N));
    assert_int_equal(lemma("abreißen")->separable, 2);
    assert_int_equal(lemma("reißen")->separable, 0);
}

static void weak_verbs_are_made_by_rule(void **state)
{
    (void)state;
    assert_true(reads("ankündigte", "ankündigen", POS_VERB | VERB(VERB_PAST) | PERSON_1));
    assert_true(reads("angekündigt", "ankündigen", POS_VERB | VERB(VERB_PARTICIPLE2)));
    assert_true(reads("begleitete", "begleiten", POS_VERB | VERB(VERB_PAST)));
    assert_false(reads("beglitt", "begleiten", POS_VERB | VERB(VERB_PAST)));
    assert_true(reads("begleitet", "begleiten", POS_VERB | VERB(VERB_PARTICIPLE2)));
}

static void infinitives_are_nouns_too(void **state)
{
    (void)state;
    assert_true(reads("Abreißen", "Abreißen", POS_NOUN | GENDER_N | NUMBER_SG | CASE_DAT));
    assert_true(reads("Ankündigens", "Ankündigen", POS_NOUN | GENDER_N | CASE_GEN));
}

static void auxiliaries_have_all_their_forms(void **state)
{
    (void)state;
    assert_true(reads("sei", "sein", POS_AUXILIARY | VERB(VERB_SUBJUNCTIVE1) | PERSON_3));
    assert_true(reads("würde", "werden", POS_AUXILIARY | VERB(VERB_SUBJUNCTIVE2)));
    assert_true(reads("könnten", "können", POS_AUXILIARY | VERB(VERB_SUBJUNCTIVE2) | NUMBER_PL));
}

static void prepositions_govern_cases_and_may_hold_an_article(void **state)
{
    (void)state;
    assert_true(reads("mit", "mit", POS_PREPOSITION | CASE_DAT));
    assert_true(reads("zur", "zu", POS_PREPOSITION | CASE_DAT | GENDER_F | NUMBER_SG));
    assert_true(reads("im", "in", POS_PREPOSITION | CASE_DAT | GENDER_M | GENDER_N));
}

static void determiners_say_how_adjectives_follow(void **state)
{
    (void)state;
    assert_true(reads("des", "der", POS_DETERMINER | FEATURE_DETERMINER_DEFINITE | CASE_GEN));
    assert_true(reads("keinem", "kein", POS_DETERMINER | FEATURE_DETERMINER_INDEFINITE | CASE_DAT));
    assert_true(reads("deren", "der", POS_RELATIVE | CASE_GEN | NUMBER_PL));
}

static void words_of_ding_are_counted(void **state)
{
    (void)state;
    assert_int_equal(builder_frequency(lexicon, SLICE("Haus")), 2);
    assert_int_equal(builder_frequency(lexicon, SLICE("Häusern")), 0);
}

static void translations_are_single_words_without_placeholders(void **state)
{
    size_t count;
    const struct slice *german = translations_of(translations, SLICE("announce"), &count);

    (void)state;
    assert_int_equal(count, 2);
    assert_true(slice_equal(german[0], SLICE("ankündigen")));
    german = translations_of(translations, SLICE("house"), &count);
    assert_int_equal(count, 2);
    assert_true(slice_equal(german[0], SLICE("Haus")));
    translations_of(translations, SLICE("houses"), &count);
    assert_int_equal(count, 0);
}

static bool phrase_has(const char *left, const char *right)
{
    const struct slice words[] = { slice_of(left), slice_of(right) };
    struct slice phrase;

    return german_phrase_with(translations, words, 2, 4, &phrase);
}

static void phrases_are_found_in_any_inflection(void **state)
{
    (void)state;
    assert_true(phrase_has("beißen", "Apfel"));
    assert_true(phrase_has("bauen", "Haus"));
    assert_false(phrase_has("bauen", "Apfel"));
}

static int refuse_rows(void *context, const struct word_row *row, struct rs_error *error)
{
    (void)context;
    (void)row;
    (void)error;
    return 0;
}

static void a_row_with_too_few_columns_is_an_error_with_its_line(void **state)
{
    char folder[] = "/tmp/rotstift-words-XXXXXX";
    struct rs_error error = { .line = 0 };

    (void)state;
    assert_non_null(mkdtemp(folder));
    write_file(folder, "words.tsv", "# comment\n\ngut\tbesser\nviel\n");
    assert_int_equal(read_word_file(folder, "words.tsv", 2, 2, refuse_rows, NULL, &error), -1);
    remove_file(folder, "words.tsv");
    rmdir(folder);
    assert_int_equal(error.line, 4);
}

static int count_columns(void *context, const struct word_row *row, struct rs_error *error)
{
    (void)error;
    *(size_t *)context = row->count;
    return slice_equal(row->columns[row->count - 1], SLICE("z")) ? 0 : -1;
}

/* The status of reading one row of so many columns, the last of them "z". */
static int read_columns(size_t columns, size_t *count, struct rs_error *error)
{
    char folder[] = "/tmp/rotstift-words-XXXXXX", text[3 * MAX_COLUMNS] = "";
    size_t length = 2 * columns;

    assert_true(length < sizeof text);
    for (size_t i = 0; i < length; i++)
        text[i] = i % 2 == 0 ? 'a' : '\t';
    text[length - 2] = 'z';
    text[length - 1] = '\n';
    assert_non_null(mkdtemp(folder));
    write_file(folder, "words.tsv", text);
    int status = read_word_file(folder, "words.tsv", 2, MAX_COLUMNS, count_columns, count, error);

    remove_file(folder, "words.tsv");
    rmdir(folder);
    return status;
}

static void no_column_is_cut_off(void **state)
{
    struct rs_error error = { .line = 0 };
    size_t count = 0;

    (void)state;
    assert_int_equal(read_columns(MAX_COLUMNS, &count, &error), 0);
    assert_int_equal(count, MAX_COLUMNS);
    assert_int_equal(read_columns(MAX_COLUMNS + 1, &count, &error), -1);
    assert_int_equal(error.line, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nouns_have_the_gender_and_plural_of_ding),
        cmocka_unit_test(compounds_are_declined_as_their_head),
        cmocka_unit_test(weak_nouns_have_one_form_but_the_nominative),
        cmocka_unit_test(persons_are_marked),
        cmocka_unit_test(adjectives_as_nouns_are_declined_as_adjectives),
        cmocka_unit_test(names_are_known_by_their_english_capital_or_lonely_genitive),
        cmocka_unit_test(adjectives_lose_the_e_of_el),
        cmocka_unit_test(irregular_degrees_lead_to_the_positive),
        cmocka_unit_test(strong_verbs_follow_their_principal_parts),
        cmocka_unit_test(separated_prefix_is_part_of_the_lemma),
        cmocka_unit_test(weak_verbs_are_made_by_rule),
        cmocka_unit_test(infinitives_are_nouns_too),
        cmocka_unit_test(auxiliaries_have_all_their_forms),
        cmocka_unit_test(prepositions_govern_cases_and_may_hold_an_article),
        cmocka_unit_test(determiners_say_how_adjectives_follow),
        cmocka_unit_test(words_of_ding_are_counted),
        cmocka_unit_test(translations_are_single_words_without_placeholders),
        cmocka_unit_test(phrases_are_found_in_any_inflection),
        cmocka_unit_test(a_row_with_too_few_columns_is_an_error_with_its_line),
        cmocka_unit_test(no_column_is_cut_off),
    };

    return cmocka_run_group_tests(tests, build, release);
}
