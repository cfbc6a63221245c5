/* Any bytes as the text of a client of LanguageTool, annotated or (behind a "!") plain: the answer is JSON whose places
 * lie in the text, or an error. */
#include <jansson.h>

#include "opened_checker.h"
#include "service/languagetool.h"
#include "text/unicode.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static struct languagetool *opened_service(void)
{
    static const struct options options = { .no_config = true, .jobs = 1 };
    static struct languagetool *service;

    if (service == NULL)
        service = languagetool_open(opened_checker(), &options);
    if (service == NULL)
        exit(2);
    return service;
}

/* The units of all parts of an annotated text. */
static size_t units_of(struct slice data)
{
    json_t *root = json_loadb(data.at, data.len, 0, NULL), *part;
    size_t units = 0, index;

    json_array_foreach(json_object_get(root, "annotation"), index, part) units +=
        count_utf16_units(slice_of(json_string_value(json_object_get(part, "text")))) +
        count_utf16_units(slice_of(json_string_value(json_object_get(part, "markup"))));
    json_decref(root);
    return units;
}

static void check_matches(const json_t *answer, size_t units)
{
    const json_t *match;
    size_t index;

    if (!json_is_array(json_object_get(answer, "matches")))
        abort();
    json_array_foreach(json_object_get(answer, "matches"), index,
                       match) if ((size_t)json_integer_value(json_object_get(match, "offset")) +
                                      (size_t)json_integer_value(json_object_get(match, "length")) >
                                  units) abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    bool plain = size > 0 && bytes[0] == '!';
    struct slice text = { (const char *)bytes + plain, size - plain };
    struct http_field fields[] = { { SLICE("language"), SLICE("auto") },
                                   { plain ? SLICE("text") : SLICE("data"), text } };
    struct http_request request = {
        .method = SLICE("POST"), .path = SLICE("/v2/check"), .fields = fields, .field_count = 2
    };
    struct http_answer answer = { 0 };

    languagetool_answer(opened_service(), &request, &answer);
    if (answer.status == 200) {
        json_t *parsed = json_loadb(answer.body.at, answer.body.len, 0, NULL);

        check_matches(parsed, plain ? count_utf16_units(text) : units_of(text));
        json_decref(parsed);
    } else if (answer.status != 400) {
        abort();
    }
    arena_free(&request.arena);
    return 0;
}
