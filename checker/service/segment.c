#include "service/segment.h"

#include <jansson.h>

#include "input/input.h"
#include "messages/messages.h"
#include "score.h"
#include "service/json_line.h"
#include "service/lines.h"
#include "service/member.h"
#include "service/plain_line.h"

static void add_suggestions(struct json_line *line, const struct issue *issue)
{
    json_add(line, SLICE(",\"suggestions\":["));
    for (size_t i = 0; i < issue->suggestion_count; i++) {
        json_add(line, i > 0 ? SLICE(",") : SLICE(""));
        json_add_text(line, issue->suggestions[i]);
    }
    json_add(line, SLICE("]"));
}

static void add_issue(struct json_line *line, const struct document *doc, const struct issue *issue,
                      enum language language)
{
    json_add(line, SLICE("{\"start\":"));
    json_add_integer(line, document_origin(doc, issue->span.start).code_point);
    json_add(line, SLICE(",\"end\":"));
    json_add_integer(line, document_end(doc, issue->span.end).code_point);
    json_add(line, SLICE(",\"rule\":"));
    json_add_text(line, issue->rule->id);
    json_add(line, SLICE(",\"category\":"));
    json_add_text(line, issue->rule->category);
    json_add(line, SLICE(",\"severity\":"));
    json_add_text(line, slice_of(severity_name(issue->severity)));
    json_add(line, SLICE(",\"confidence\":"));
    json_add_real(line, (double)issue->confidence);
    json_add(line, SLICE(",\"message\":"));
    json_add_text(line, issue->message[language]);
    add_suggestions(line, issue);
    if (issue->source.len > 0 && doc->bilingual != NULL) {
        json_add(line, SLICE(",\"source\":"));
        json_add_text(line, issue->source);
    }
    json_add(line, SLICE("}"));
}

/* Six digits are enough for a penalty and a score. */
static void add_score(struct json_line *line, const struct score *score, bool clean)
{
    char text[96];

    json_add(line, SLICE(",\"words\":"));
    json_add_integer(line, score->words);
    if (clean) { /* most segments: what to print a fraction takes, they need not wait for */
        json_add(line, SLICE(",\"penalty\":0,\"score\":100"));
        return;
    }
    snprintf(text, sizeof text, ",\"penalty\":%.6g,\"score\":%.6g", score->penalty, score->score);
    json_add(line, slice_of(text));
}

/* Issues that the settings accept are left out. */
static void write_answer(const struct segment_check *check, FILE *out, struct slice id, struct document *doc,
                         struct issues *found)
{
    struct json_line line = { .arena = &doc->arena };
    struct issues issues;
    struct score score;

    if (check->settings != NULL)
        configuration_accept(check->settings, doc, found);
    issues = issues_that_count(found);
    score = score_of(doc, &issues);
    json_add(&line, SLICE("{\"id\":"));
    json_add(&line, id);
    add_score(&line, &score, issues.count == 0);
    json_add(&line, SLICE(",\"issues\":["));
    for (size_t i = 0; i < issues.count; i++) {
        json_add(&line, i > 0 ? SLICE(",") : SLICE(""));
        add_issue(&line, doc, &issues.items[i], check->checker->language);
    }
    json_add(&line, SLICE("]}\n"));
    fwrite(line.bytes, 1, line.length, out);
}

/* id is the member as it stands in the line, empty when there is none to be trusted. */
static int write_error(FILE *out, size_t number, struct slice id, const char *message)
{
    json_t *text = json_string(translated(message));

    fprintf(out, "{\"line\":%zu,", number);
    if (id.len > 0)
        fprintf(out, "\"id\":%.*s,", (int)id.len, id.at);
    fputs("\"error\":", out);
    if (text == NULL || json_dumpf(text, out, JSON_COMPACT | JSON_ENCODE_ANY) != 0)
        fputs("\"malformed line\"", out);
    fputs("}\n", out);
    json_decref(text);
    return -1;
}

void answer_too_long(size_t number, FILE *out)
{
    char message[64];

    snprintf(message, sizeof message, translated("the line is longer than %zu MiB"), MAX_LINE_BYTES >> 20);
    write_error(out, number, (struct slice){ 0 }, message);
}

/* The id as written in the line, so that it is echoed digit by digit and escape by escape; empty unless it is one
 * string or number. */
static struct slice written_id(struct slice line)
{
    struct slice id = json_member(line, SLICE("id"));
    json_t *value = id.len == 0 ? NULL : json_loadb(id.at, id.len, JSON_DECODE_ANY | JSON_DECODE_INT_AS_REAL, NULL);
    bool valid = json_is_string(value) || json_is_number(value);

    json_decref(value);
    return valid ? id : (struct slice){ 0 };
}

/* What is wrong with a line that is JSON, or NULL. */
static const char *fault_of(const json_t *record, struct slice id)
{
    const json_t *target = json_object_get(record, "target"), *text = json_object_get(record, "text");
    const json_t *source = json_object_get(record, "source"), *doc = json_object_get(record, "doc");

    if (!json_is_object(record))
        return N_("not an object: {\"id\": …, \"target\": …} is expected");
    if (id.len == 0)
        return N_("\"id\" is missing, or neither a string nor a number");
    if (target == NULL && text == NULL)
        return N_("\"target\" is missing");
    if (!json_is_string(target != NULL ? target : text))
        return N_("\"target\" is no string");
    if (source != NULL && !json_is_string(source) && !json_is_null(source))
        return N_("\"source\" is no string");
    if (doc != NULL && !json_is_string(doc) && !json_is_number(doc) && !json_is_null(doc))
        return N_("\"doc\" is neither a string nor a number");
    return NULL;
}

static struct slice member_text(const json_t *record, const char *name)
{
    const json_t *value = json_object_get(record, name);

    return (struct slice){ json_string_value(value), json_string_length(value) };
}

static struct document *read_members(const struct segment_line *members, struct rs_error *error)
{
    struct document *doc = read_segment_text(members->id, members->target, error);

    for (size_t i = 0; doc != NULL && members->source.len > 0 && i < doc->segment_count; i++)
        doc->segments[i].source = arena_copy(&doc->arena, members->source);
    return doc;
}

/* The member as it is written, when it says something: not for null and "". */
static struct slice written_member(struct slice value, struct arena *arena)
{
    if (slice_equal(value, SLICE("null")) || slice_equal(value, SLICE("\"\"")))
        return (struct slice){ 0 };
    return arena_copy(arena, value);
}

static int answer_members(const struct segment_check *check, const struct segment_line *members, size_t number,
                          FILE *out, struct waiting_segment *waiting)
{
    struct issues issues = {
        .confidence = check->settings == NULL ? check->checker->confidence : (float)check->settings->confidence,
        .preferences = check->preferences,
        .glossary = check->glossary,
    };
    struct document *doc;
    struct rs_error error;

    doc = read_members(members, &error);
    if (doc == NULL)
        return write_error(out, number, members->id, error.message);
    checker_find_wanted(check->checker, doc, &issues);
    struct slice group = depends_on_doc(&issues) ? written_member(members->doc, &doc->arena) : (struct slice){ 0 };

    if (group.len > 0) {
        *waiting = (struct waiting_segment){ doc, issues, arena_copy(&doc->arena, members->id), group,
                                             written_member(members->system, &doc->arena) };
        return 0;
    }
    write_answer(check, out, members->id, doc, &issues);
    document_free(doc);
    return 0;
}

void answer_waiting(const struct segment_check *check, struct waiting_segment *waiting, struct docs_seen *seen,
                    FILE *out)
{
    struct slice source = waiting->doc->segment_count > 0 ? waiting->doc->segments[0].source : (struct slice){ 0 };

    docs_seen_settle(seen, waiting->group, waiting->system, source, &waiting->issues);
    write_answer(check, out, waiting->id, waiting->doc, &waiting->issues);
    document_free(waiting->doc);
    waiting->doc = NULL;
}

/* Any line: what is no JSON object of the right members is answered by what is wrong. */
static int answer_record(const struct segment_check *check, struct slice line, size_t number, FILE *out,
                         struct waiting_segment *waiting)
{
    struct slice id = written_id(line);
    json_error_t fault;
    json_t *record;
    int status;

    if (line.len == 0)
        return write_error(out, number, id, N_("the line is empty"));
    record = json_loadb(line.at, line.len, JSON_REJECT_DUPLICATES | JSON_DECODE_INT_AS_REAL, &fault);
    if (record == NULL)
        return write_error(out, number, id, fault.text);
    const char *wrong = fault_of(record, id);
    struct segment_line members = {
        .id = id,
        .target = member_text(record, json_object_get(record, "target") != NULL ? "target" : "text"),
        .source = member_text(record, "source"),
        .doc = json_member(line, SLICE("doc")),
        .system = json_member(line, SLICE("system")),
    };

    status =
        wrong != NULL ? write_error(out, number, id, wrong) : answer_members(check, &members, number, out, waiting);
    json_decref(record);
    return status;
}

int answer_segment(const struct segment_check *check, struct slice line, size_t number, FILE *out,
                   struct waiting_segment *waiting)
{
    struct arena arena = { 0 };
    struct segment_line members;
    int status;

    waiting->doc = NULL;
    if (read_plain_line(line, &arena, &members))
        status = answer_members(check, &members, number, out, waiting);
    else
        status = answer_record(check, line, number, out, waiting);
    arena_free(&arena);
    return status;
}
