#include "divided.h"
#include "fingerprint.h"

static const struct rule_info rule = { .id = { "check/repetition", 16 } };
static const struct rule_info other_rule = { .id = { "check/spelling", 14 } };

/* The fingerprint of the nth place where the part stands in the text (from 0), with all such places as issues. */
static uint64_t fingerprint_of(const struct rule_info *of, const char *text, const char *part, size_t nth)
{
    struct document *doc = divided(text);
    struct issues issues = { .arena = &doc->arena };
    uint64_t fingerprint;

    for (const char *at = doc->text.at; (at = strstr(at, part)) != NULL; at++) {
        uint32_t start = (uint32_t)(at - doc->text.at);

        issues_add(&issues, of, (struct span){ start, start + (uint32_t)strlen(part) });
    }
    fingerprint_issues(doc, &issues);
    assert_in_range(nth, 0, issues.count - 1);
    fingerprint = issues.items[nth].fingerprint;
    document_free(doc);
    return fingerprint;
}

#define SENTENCE "Gestern kam der Mann in in die alte Stadt."

static void edits_elsewhere_do_not_change_it(void **state)
{
    uint64_t fingerprint = fingerprint_of(&rule, SENTENCE, "in in", 0);

    (void)state;
    assert_true(fingerprint == fingerprint_of(&rule, "Vorher.\n\nNoch eins. " SENTENCE " Danach.", "in in", 0));
    assert_true(fingerprint == fingerprint_of(&rule, "Dann ging der Mann in in die alte Burg.", "in in", 0));
    assert_true(fingerprint == fingerprint_of(&rule, "Gestern kam „der Mann“ in in die alte Stadt.", "in in", 0));
}

/* What is marked is a whole sentence, or the gap at the end of one: the sentence after it is elsewhere. */
static void the_next_sentence_is_elsewhere(void **state)
{
    (void)state;
    assert_true(fingerprint_of(&rule, "Das ist in in Ordnung. Dann kam er.", "Das ist in in Ordnung.", 0) ==
                fingerprint_of(&rule, "Es war so. Das ist in in Ordnung.\nSie gingen.", "Das ist in in Ordnung.", 0));
    assert_true(fingerprint_of(&rule, "Das ist in Ordnung  .", "  ", 0) ==
                fingerprint_of(&rule, "Das ist in Ordnung  .\nSie gingen.", "  ", 0));
}

static void white_space_does_not_change_it(void **state)
{
    (void)state;
    assert_true(fingerprint_of(&rule, SENTENCE, "in in", 0) ==
                fingerprint_of(&rule, "Gestern kam der  Mann in \t in die alte Stadt.", "in \t in", 0));
}

static void another_rule_text_or_neighbour_does(void **state)
{
    uint64_t fingerprint = fingerprint_of(&rule, SENTENCE, "in in", 0);

    (void)state;
    assert_false(fingerprint == fingerprint_of(&other_rule, SENTENCE, "in in", 0));
    assert_false(fingerprint == fingerprint_of(&rule, "Gestern kam der Mann aus aus die alte Stadt.", "aus aus", 0));
    assert_false(fingerprint == fingerprint_of(&rule, "Gestern kam die Frau in in die alte Stadt.", "in in", 0));
    assert_false(fingerprint == fingerprint_of(&rule, "Gestern kam der Mann in in das alte Haus.", "in in", 0));
}

static void the_same_finding_twice_has_two_fingerprints(void **state)
{
    uint64_t first = fingerprint_of(&rule, SENTENCE, "in in", 0);

    (void)state;
    assert_true(first == fingerprint_of(&rule, SENTENCE "\n" SENTENCE "\n" SENTENCE, "in in", 0));
    assert_false(first == fingerprint_of(&rule, SENTENCE "\n" SENTENCE "\n" SENTENCE, "in in", 1));
    assert_false(fingerprint_of(&rule, SENTENCE "\n" SENTENCE "\n" SENTENCE, "in in", 1) ==
                 fingerprint_of(&rule, SENTENCE "\n" SENTENCE "\n" SENTENCE, "in in", 2));
}

static void a_text_that_is_nothing_but_the_finding_has_one(void **state)
{
    (void)state;
    assert_false(fingerprint_of(&rule, "in in", "in in", 0) == fingerprint_of(&rule, SENTENCE, "in in", 0));
}

static void it_is_written_and_read_as_sixteen_digits(void **state)
{
    char text[FINGERPRINT_DIGITS + 1];
    uint64_t fingerprint;

    (void)state;
    fingerprint_text(0x0123456789abcdef, text);
    assert_string_equal(text, "0123456789abcdef");
    assert_true(fingerprint_read(SLICE("0123456789abCDEF"), &fingerprint));
    assert_true(fingerprint == 0x0123456789abcdef);
    assert_false(fingerprint_read(SLICE("0123456789abcde"), &fingerprint));
    assert_false(fingerprint_read(SLICE("0123456789abcdeg"), &fingerprint));
    assert_false(fingerprint_read(SLICE(""), &fingerprint));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(edits_elsewhere_do_not_change_it),
        cmocka_unit_test(the_next_sentence_is_elsewhere),
        cmocka_unit_test(white_space_does_not_change_it),
        cmocka_unit_test(another_rule_text_or_neighbour_does),
        cmocka_unit_test(the_same_finding_twice_has_two_fingerprints),
        cmocka_unit_test(a_text_that_is_nothing_but_the_finding_has_one),
        cmocka_unit_test(it_is_written_and_read_as_sixteen_digits),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
