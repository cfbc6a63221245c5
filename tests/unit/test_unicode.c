#include "divided.h"
#include "text/unicode.h"

static int32_t first_of(const char *text)
{
    int32_t c;

    read_code_point(slice_of(text), &c);
    return c;
}

static void code_points_of_each_length_are_read(void **state)
{
    int32_t c;
    (void)state;

    assert_int_equal(read_code_point(SLICE("a"), &c), 1);
    assert_int_equal(c, 'a');
    assert_int_equal(read_code_point(SLICE("ß"), &c), 2);
    assert_int_equal(c, 0xdf);
    assert_int_equal(read_code_point(SLICE("„"), &c), 3);
    assert_int_equal(c, 0x201e);
    assert_int_equal(read_code_point(SLICE("😀"), &c), 4);
    assert_int_equal(c, 0x1f600);
}

static void end_of_text_is_no_code_point(void **state)
{
    int32_t c;
    (void)state;

    assert_int_equal(read_code_point((struct slice){ NULL, 0 }, &c), 0);
    assert_int_equal(c, NO_CODE_POINT);
    assert_int_equal(read_last_code_point((struct slice){ NULL, 0 }, &c), 0);
    assert_int_equal(c, NO_CODE_POINT);
}

static void broken_bytes_are_passed_one_by_one(void **state)
{
    static const char *const broken[] = { "\xff",    "\x80", "\xc3", "\xc0\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80",
                                          "\xe2\x80" };
    int32_t c;
    (void)state;

    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        assert_int_equal(read_code_point(slice_of(broken[i]), &c), 1);
        assert_int_equal(c, NO_CODE_POINT);
        assert_int_equal(read_last_code_point(slice_of(broken[i]), &c), 1);
        assert_int_equal(c, NO_CODE_POINT);
    }
}

static void last_code_point_is_read_from_the_end(void **state)
{
    int32_t c;
    (void)state;

    assert_int_equal(read_last_code_point(SLICE("Ende“"), &c), 3);
    assert_int_equal(c, 0x201c);
    assert_int_equal(read_last_code_point(SLICE("x"), &c), 1);
    assert_int_equal(c, 'x');
}

static void umlauts_are_letters(void **state)
{
    (void)state;
    assert_true(is_letter(first_of("ä")));
    assert_true(is_letter(first_of("ß")));
    assert_true(is_letter(first_of("ẞ")));
    assert_true(is_letter(first_of("北")));
    assert_false(is_letter(first_of("“")));
    assert_false(is_letter(first_of("5")));
    assert_false(is_letter(NO_CODE_POINT));
}

static void case_is_known_beyond_ascii(void **state)
{
    (void)state;
    assert_true(is_upper(first_of("Ä")));
    assert_true(is_upper('Z'));
    assert_false(is_upper(first_of("ä")));
    assert_true(is_lower(first_of("ß")));
    assert_true(is_lower('z'));
    assert_false(is_lower(first_of("É")));
    assert_false(is_lower(NO_CODE_POINT));
    assert_false(is_upper(NO_CODE_POINT));
}

static void spaces_include_the_narrow_and_the_protected_one(void **state)
{
    (void)state;
    assert_true(is_space(' '));
    assert_true(is_space('\t'));
    assert_true(is_space(0xa0));
    assert_true(is_space(0x202f));
    assert_true(is_space(0x2028));
    assert_false(is_space(0x200b));
}

static void characters_are_told_apart(void **state)
{
    (void)state;
    assert_int_equal(character_of(0xad), CHARACTER_JOINER);
    assert_int_equal(character_of(0x200b), CHARACTER_JOINER);
    assert_int_equal(character_of(0x301), CHARACTER_MARK);
    assert_int_equal(character_of(first_of("€")), CHARACTER_SYMBOL);
    assert_int_equal(character_of('%'), CHARACTER_SYMBOL);
    assert_int_equal(character_of(first_of("–")), CHARACTER_PUNCTUATION);
    assert_int_equal(character_of(first_of("½")), CHARACTER_NUMERAL);
    assert_int_equal(character_of(first_of("٣")), CHARACTER_DIGIT);
}

static void lower_case_of_lower_case_is_the_same_slice(void **state)
{
    struct arena arena = { NULL };
    struct slice text = SLICE("straße"), lower = lower_case(&arena, text);
    (void)state;

    assert_ptr_equal(lower.at, text.at);
    assert_null(arena.blocks);
}

static void lower_case_changes_letters_of_all_lengths(void **state)
{
    struct arena arena = { NULL };
    (void)state;

    assert_string_equal(lower_case(&arena, SLICE("Über-ÄRGER")).at, "über-ärger");
    assert_string_equal(lower_case(&arena, SLICE("GROẞ")).at, "groß");
    assert_string_equal(lower_case(&arena, SLICE("ȺȺȺȺȺ")).at, "ⱥⱥⱥⱥⱥ");
    assert_int_equal(lower_case(&arena, SLICE("")).len, 0);
    arena_free(&arena);
}

static void code_points_are_counted(void **state)
{
    (void)state;
    assert_int_equal(count_code_points(SLICE("Köln „A“ 😀")), 10);
    assert_int_equal(count_code_points(SLICE("")), 0);
}

static void trim_takes_all_white_space(void **state)
{
    struct slice text = trim(SLICE("\xc2\xa0\t Wort hier \r\n"));
    (void)state;

    assert_true(slice_equal(text, SLICE("Wort hier")));
    assert_int_equal(trim(SLICE(" \n ")).len, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(code_points_of_each_length_are_read),
        cmocka_unit_test(end_of_text_is_no_code_point),
        cmocka_unit_test(broken_bytes_are_passed_one_by_one),
        cmocka_unit_test(last_code_point_is_read_from_the_end),
        cmocka_unit_test(umlauts_are_letters),
        cmocka_unit_test(case_is_known_beyond_ascii),
        cmocka_unit_test(spaces_include_the_narrow_and_the_protected_one),
        cmocka_unit_test(characters_are_told_apart),
        cmocka_unit_test(lower_case_of_lower_case_is_the_same_slice),
        cmocka_unit_test(lower_case_changes_letters_of_all_lengths),
        cmocka_unit_test(code_points_are_counted),
        cmocka_unit_test(trim_takes_all_white_space),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
