#include "json_issue.h"

#include <math.h>
#include <stdlib.h>

#include "changes/correction.h"
#include "fingerprint.h"
#include "places.h"
#include "text/unicode.h"

static const char replacement[] = "\xef\xbf\xbd"; /* U+FFFD */

/* Each malformed byte grows to the three of U+FFFD. */
static json_t *mended_text(struct slice text)
{
    char *bytes = malloc(3 * text.len + 1), *end = bytes;
    json_t *string;

    if (bytes == NULL)
        return NULL;
    while (text.len > 0) {
        int32_t c;
        size_t length = read_code_point(text, &c);
        struct slice piece = c == NO_CODE_POINT ? slice_of(replacement) : (struct slice){ text.at, length };

        memcpy(end, piece.at, piece.len);
        end += piece.len;
        text = slice_from(text, length);
    }
    string = json_stringn_nocheck(bytes, (size_t)(end - bytes));
    free(bytes);
    return string;
}

json_t *json_text(struct slice text)
{
    json_t *string = text.len == 0 ? json_string("") : json_stringn(text.at, text.len);

    return string != NULL ? string : mended_text(text);
}

json_t *json_figure(double figure)
{
    return json_real(round(100 * figure) / 100);
}

static json_t *suggestions(const struct issue *issue)
{
    json_t *list = json_array();

    for (size_t i = 0; i < issue->suggestion_count; i++) {
        if (json_array_append_new(list, json_text(issue->suggestions[i])) != 0) {
            json_decref(list);
            return NULL;
        }
    }
    return list;
}

json_t *json_issue(const struct document *doc, const struct issue *issue, enum language language)
{
    struct place place = report_place(doc, issue->span);
    const struct origin start = place.start, end = place.end;
    struct {
        const char *name;
        json_t *value;
    } fields[] = {
        { "file", json_text(doc->name) },
        { "start", json_integer(start.code_point) },
        { "end", json_integer(end.code_point) },
        { "line", json_integer(start.line) },
        { "column", json_integer(start.column) },
        { "rule", json_text(issue->rule->id) },
        { "category", json_text(issue->rule->category) },
        { "severity", json_string(severity_name(issue->severity)) },
        { "confidence", json_figure((double)issue->confidence) },
        { "message", json_text(issue->message[language]) },
        { "text", json_text(text_of(doc, issue->span)) },
        { "suggestions", suggestions(issue) },
        { "source", json_text(issue->source) },
    };
    json_t *object = json_object();
    int status = object == NULL ? -1 : 0;

    /* json_object_set_new gives back the value even where it fails. */
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (json_object_set_new_nocheck(object, fields[i].name, fields[i].value) != 0)
            status = -1;
    if (status == 0)
        return object;
    json_decref(object);
    return NULL;
}

static json_t *suppression_json(const struct issue *issue)
{
    json_t *object = json_object();

    if (json_object_set_new(object, "by", json_string(suppression_name(issue->suppression))) == 0 &&
        (issue->reason.len == 0 || json_object_set_new(object, "reason", json_text(issue->reason)) == 0))
        return object;
    json_decref(object);
    return NULL;
}

json_t *json_marked_issue(const struct document *doc, const struct issue *issue, enum language language)
{
    json_t *object = json_issue(doc, issue, language);

    if (object == NULL || issue->suppression == SUPPRESSION_NONE ||
        json_object_set_new(object, "suppressed", suppression_json(issue)) == 0)
        return object;
    json_decref(object);
    return NULL;
}

json_t *json_fingerprint(const struct issue *issue)
{
    char digits[FINGERPRINT_DIGITS + 1];

    fingerprint_text(issue->fingerprint, digits);
    return json_string(digits);
}

json_t *json_correction(const struct document *doc, const struct issue *issue, size_t index)
{
    struct arena arena = { 0 };
    struct slice text;
    json_t *string = NULL;

    if (write_correction(doc, issue->span, issue->suggestions[index], &arena, &text))
        string = json_text(text);
    arena_free(&arena);
    return string;
}
