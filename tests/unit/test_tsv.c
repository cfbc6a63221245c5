#include "documents.h"

static void columns_are_source_and_target(void **state)
{
    (void)state;
    assert_read(read_tsv, "One\tEins\nTwo\tZwei  x\tnein\r\n\nThree\t\n", "p Eins <- One\np Zwei  x <- Two\n");
    assert_read(read_tsv, "Eins\nZwei\n", "p Eins\np Zwei\n");
    assert_read(read_tsv, "", "");
}

static void a_first_line_may_name_them(void **state)
{
    (void)state;
    assert_read(read_tsv, "id\tTarget\tnote\tSource\n1\tEins\tx\tOne\n2\tZwei\n", "p Eins <- One\np Zwei\n");
    assert_read(read_tsv, "en-US\tde-AT\r\nOne\tEins", "p Eins <- One\n");
}

static void places_are_those_of_the_file(void **state)
{
    static const char file[] = "source\ttarget\nÄ\tEr kam\n";
    struct document *doc = read_good(read_tsv, slice_of(file), NULL);
    (void)state;

    assert_int_equal(document_origin(doc, 0).line, 2);
    assert_int_equal(document_origin(doc, 0).column, 3);
    assert_covers(doc, "Er kam", slice_of(file), "Er kam", true);
    document_free(doc);
}

static void a_line_without_the_column_is_refused(void **state)
{
    (void)state;
    assert_refused(read_tsv, SLICE("One\tEins\n\nTwo\n"), 3, "no column 2");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_are_source_and_target),
        cmocka_unit_test(a_first_line_may_name_them),
        cmocka_unit_test(places_are_those_of_the_file),
        cmocka_unit_test(a_line_without_the_column_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
