/* Messages of the language server: how they are framed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "service/lsp_messages.h"

static struct message_reader reader;

/* Has the reader read these bytes, and then the end. They must fit into a pipe. */
static void give(struct slice bytes)
{
    int ends[2];

    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], bytes.at, bytes.len), bytes.len);
    close(ends[1]);
    reader = (struct message_reader){ .descriptor = ends[0] };
}

static void assert_message(const char *expected)
{
    struct slice body;

    assert_int_equal(read_message(&reader, &body), MESSAGE_COMPLETE);
    assert_int_equal(body.len, strlen(expected));
    assert_memory_equal(body.at, expected, body.len);
}

static void assert_no_message(enum message_state expected)
{
    struct slice body;

    assert_int_equal(read_message(&reader, &body), expected);
    close(reader.descriptor);
    message_reader_free(&reader);
}

static void messages_follow_one_another(void **state)
{
    (void)state;
    give(SLICE("Content-Length: 2\r\n\r\n{}Content-Length: 0\r\n\r\nContent-Length: 3\r\n\r\n[1]"));
    assert_message("{}");
    assert_true(message_waits(&reader));
    assert_message("");
    assert_message("[1]");
    assert_no_message(MESSAGE_ENDED);
}

static void fields_stand_in_any_order_and_case(void **state)
{
    (void)state;
    give(SLICE("Content-Type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-LENGTH:2 \r\n\r\n{}"
               "Content-Length: 2\n\n[]"));
    assert_message("{}");
    assert_message("[]");
    assert_no_message(MESSAGE_ENDED);
}

static void a_message_comes_in_pieces(void **state)
{
    static const char bytes[] = "Content-Length: 10\r\n\r\n[\"\xc3\xbc\xc3\xbc\xc3\xbc\"]";
    int ends[2];

    (void)state;
    assert_int_equal(pipe(ends), 0);
    reader = (struct message_reader){ .descriptor = ends[0] };
    assert_false(message_waits(&reader));
    if (fork() == 0) {
        for (size_t i = 0; i < sizeof bytes - 1; i++) {
            if (write(ends[1], bytes + i, 1) != 1)
                _exit(1);
            usleep(1000);
        }
        _exit(0);
    }
    close(ends[1]);
    assert_message("[\"\xc3\xbc\xc3\xbc\xc3\xbc\"]");
    assert_no_message(MESSAGE_ENDED);
}

static void without_a_length_nothing_is_read(void **state)
{
    static const char *const broken[] = {
        "\r\n\r\n",
        "Content-Length: \r\n\r\n{}",
        "Content-Length: -2\r\n\r\n{}",
        "Content-Length: 2x\r\n\r\n{}",
        "Content-Length: 99999999999999999999\r\n\r\n{}",
        "Content-Type: x\r\n\r\n{}",
        "Content-Length: 3\r\n\r\n{}",
        "Content-Length: 3\r\n",
        "{}",
    };

    (void)state;
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        give(slice_of(broken[i]));
        assert_no_message(MESSAGE_BROKEN);
    }
}

static void an_endless_header_is_not_read(void **state)
{
    static char header[MAX_HEADER_BYTES + 2];

    (void)state;
    memset(header, 'x', sizeof header);
    give((struct slice){ header, sizeof header });
    assert_no_message(MESSAGE_BROKEN);
}

static void what_is_too_large_is_passed_over(void **state)
{
    char *body = calloc(1, MAX_MESSAGE_BYTES + 1);
    int ends[2];

    (void)state;
    assert_non_null(body);
    assert_int_equal(pipe(ends), 0);
    reader = (struct message_reader){ .descriptor = ends[0] };
    if (fork() == 0) {
        FILE *out = fdopen(ends[1], "w");

        fprintf(out, "Content-Length: %zu\r\n\r\n", MAX_MESSAGE_BYTES + 1);
        fwrite(body, 1, MAX_MESSAGE_BYTES + 1, out);
        fputs("Content-Length: 2\r\n\r\n{}", out);
        fflush(out);
        _exit(0);
    }
    free(body);
    close(ends[1]);
    assert_int_equal(read_message(&reader, &(struct slice){ 0 }), MESSAGE_TOO_LARGE);
    assert_message("{}");
    assert_no_message(MESSAGE_ENDED);
}

static void assert_written(json_t *message, const char *body)
{
    char *text = NULL, expected[256];
    size_t length;
    FILE *out = open_memstream(&text, &length);

    assert_int_equal(write_message(out, message), 0);
    fclose(out);
    snprintf(expected, sizeof expected, "Content-Length: %zu\r\n\r\n%s", strlen(body), body);
    assert_string_equal(text, expected);
    free(text);
}

static void what_is_written_says_how_long_it_is(void **state)
{
    json_t *id = json_string("ü");

    (void)state;
    assert_written(lsp_answer(id, NULL), "{\"jsonrpc\":\"2.0\",\"id\":\"ü\",\"result\":null}");
    assert_written(lsp_refusal(NULL, LSP_PARSE_ERROR, "x"),
                   "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32700,\"message\":\"x\"}}");
    assert_written(lsp_notification("m", json_pack("[]")), "{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"params\":[]}");
    assert_written(lsp_request(3, "m", NULL), "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"m\"}");
    json_decref(id);
}

static void a_value_is_found_by_names(void **state)
{
    json_t *value = json_pack("{s:{s:[i]}}", "a", "b", 1);

    (void)state;
    assert_int_equal(json_array_size(json_at(value, "a", "b", NULL)), 1);
    assert_null(json_at(value, "a", "c", "d", NULL));
    assert_null(json_at(value, "a", "b", "c", NULL));
    assert_null(json_at(NULL, "a", NULL));
    assert_null(json_slice(value).at);
    json_decref(value);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(messages_follow_one_another),         cmocka_unit_test(fields_stand_in_any_order_and_case),
        cmocka_unit_test(a_message_comes_in_pieces),           cmocka_unit_test(without_a_length_nothing_is_read),
        cmocka_unit_test(an_endless_header_is_not_read),       cmocka_unit_test(what_is_too_large_is_passed_over),
        cmocka_unit_test(what_is_written_says_how_long_it_is), cmocka_unit_test(a_value_is_found_by_names),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
