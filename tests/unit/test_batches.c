/* A file that is read in batches, and what remains of it. */
#include "digest.h"
#include "documents.h"

#define UNITS 12000

static const struct rule_info rule = { .id = { "check/x", 7 }, .category = { "style/awkward", 13 } };

struct run {
    struct slice file;
    size_t batches, units;
    struct digest digest;
};

/* Marks the word "und" of every hundredth unit. */
static void take(void *user, struct document *batch)
{
    struct run *run = user;
    struct issues issues = { .arena = &batch->arena };

    must_be_exact(batch, run->file);
    for (size_t i = 0; i < batch->segment_count; i++, run->units++) {
        struct slice text = text_of(batch, batch->segments[i].span);
        const char *at = memmem(text.at, text.len, "und", 3);
        uint32_t start = (uint32_t)(at - batch->text.at);

        if (run->units % 100 == 0)
            issue_suggest(&issues, issues_add(&issues, &rule, (struct span){ start, start + 3 }), SLICE("oder"));
    }
    batch->word_count = batch->segment_count;
    digest_take(&run->digest, batch, &issues);
    run->batches++;
    memset((void *)(uintptr_t)batch->text.at, 'x', batch->text.len); /* nothing is borrowed from it */
    document_free(batch);
}

static struct slice write_file(size_t units)
{
    size_t room = units * 300 + 100, length;
    char *file = malloc(room);

    assert_non_null(file);
    length = (size_t)sprintf(file, "<tmx><header srclang='en'/><body>\n");
    for (size_t i = 0; i < units; i++)
        length += (size_t)sprintf(file + length,
                                  "<tu><tuv lang='en'><seg>Unit %zu</seg></tuv><tuv lang='de'><seg>Größere Einheit %zu "
                                  "&amp; <hi>noch</hi> eine und so weiter, bis der Batzen voll ist: viel Text für "
                                  "einen Satz, der sonst nichts sagt.</seg></tuv></tu>\n",
                                  i, i);
    length += (size_t)sprintf(file + length, "</body></tmx>");
    return (struct slice){ file, length };
}

static void large_files_are_read_in_batches(void **state)
{
    struct run run = { .file = write_file(UNITS) };
    struct input input = { .name = SLICE("a"), .bytes = run.file, .take_batch = take, .user = &run };
    struct rs_error error = { .message = "" };
    const struct document *doc;
    struct document *last;
    (void)state;

    digest_begin(&run.digest, input.name);
    last = read_tmx(&input, &error);
    assert_string_equal(error.message, "");
    assert_non_null(last);
    assert_in_range(run.batches, 1, 3);
    take(&run, last);
    assert_int_equal(run.units, UNITS);
    doc = run.digest.doc;
    must_be_exact(doc, run.file);
    assert_int_equal(doc->word_count, UNITS);
    assert_int_equal(doc->segment_count, UNITS / 100);
    assert_int_equal(run.digest.issues.count, UNITS / 100);
    assert_true(slice_equal(doc->segments[70].source, SLICE("Unit 7000")));
    for (size_t i = 0; i < run.digest.issues.count; i++) {
        const struct issue *issue = &run.digest.issues.items[i];

        assert_true(slice_equal(text_of(doc, issue->span), SLICE("und")));
        assert_true(slice_equal(issue->suggestions[0], SLICE("oder")));
        assert_int_equal(document_origin(doc, issue->span.start).line, 100 * i + 2);
    }
    document_free(run.digest.doc);
    free((void *)(uintptr_t)run.file.at);
}

static void habits_are_taken_once(void **state)
{
    struct digest digest;
    (void)state;

    digest_begin(&digest, SLICE("a"));
    for (int batch = 0; batch < 3; batch++) {
        struct document *doc = read_good(read_text, SLICE("Eins und zwei.\nDrei und vier."), NULL);
        struct issues issues = { .arena = &doc->arena };

        issues_add(&issues, &rule, (struct span){ 5, 8 })->habit = true;
        if (batch == 2)
            issues_add(&issues, &rule, (struct span){ 20, 23 });
        digest_take(&digest, doc, &issues);
        document_free(doc);
    }
    assert_segments(digest.doc, "p Eins und zwei.\np Drei und vier.\n");
    assert_int_equal(digest.issues.count, 2);
    assert_int_equal(digest.issues.items[1].span.start, 20);
    document_free(digest.doc);
}

static void a_large_file_must_be_utf_8(void **state)
{
    struct run run = { .file = SLICE("") };
    struct input input = { .name = SLICE("a"), .take_batch = take, .user = &run };
    struct rs_error error;
    (void)state;

    input.bytes = SLICE("<tmx>\nGr\xfc\xdf"
                        "e</tmx>");
    assert_null(read_tmx(&input, &error));
    assert_int_equal(error.line, 2);
    input.bytes = SLICE("<tmx>\n<tu>");
    assert_null(read_tmx(&input, &error));
    assert_int_equal(error.line, 2);
    assert_int_equal(run.batches, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(large_files_are_read_in_batches),
        cmocka_unit_test(habits_are_taken_once),
        cmocka_unit_test(a_large_file_must_be_utf_8),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
