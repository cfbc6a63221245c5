/* JSON, one value or several (a value a line is NDJSON), whose texts stand at given paths. jansson says whether a value
 * is well-formed; as it keeps no places, the strings are then found in what was written. */
#include <jansson.h>
#include <utf8proc.h>

#include "input/input.h"
#include "input/nested.h"
#include "input/pairs.h"
#include "messages/messages.h"

#define MAX_PATHS 16
#define MAX_STEPS 16   /* names in a path */
#define MAX_DEPTH 2048 /* values inside one another: jansson's own limit */
#define LOST 255       /* a path that does not lead here */
#define DEFAULT_PATHS "target,text"

/* A path: names of members; arrays on the way are gone through. */
struct path {
    struct slice steps[MAX_STEPS];
    uint8_t count;
};

/* An object or array that is open. */
struct level {
    bool object;
    uint8_t matched[MAX_PATHS]; /* how many steps of each path lead here, or LOST */
    uint8_t next[MAX_PATHS];    /* the same for the member or element that comes */
    struct slice name;          /* of the member */
    struct slice english;       /* the value of its member "source", with quotation marks; at NULL: none */
    size_t first_segment;       /* of those that its member "target" made */
    bool translated;            /* it made any */
};

struct json {
    struct slice text;
    size_t at;
    struct path paths[MAX_PATHS];
    size_t path_count;
    bool usual; /* the paths are those of segments: "target" with its "source" */
    bool found; /* a string at one of the paths */
    struct level *levels;
    size_t depth;
    struct flow flow;
    struct nested nested;
    struct document *doc;
};

/* Cuts the text up to the mark, or to the end, off *rest. */
static struct slice cut(struct slice *rest, char mark)
{
    const char *end = rest->len == 0 ? NULL : memchr(rest->at, mark, rest->len);
    struct slice piece = { rest->at, end == NULL ? rest->len : (size_t)(end - rest->at) };

    *rest = slice_from(*rest, piece.len + (end != NULL));
    return piece;
}

static int read_paths(struct json *json, const char *fields, struct rs_error *error)
{
    struct slice rest = slice_of(fields);

    while (rest.len > 0) {
        struct slice steps = cut(&rest, ',');
        struct path *path = &json->paths[json->path_count];

        if (json->path_count++ == MAX_PATHS)
            return error_set(error, NULL, 0, "--json-field: more than %d paths", MAX_PATHS);
        while (steps.len > 0 && path->count < MAX_STEPS)
            path->steps[path->count++] = cut(&steps, '.');
        if (steps.len > 0 || path->count == 0)
            return error_set(error, NULL, 0, "--json-field: a path has from 1 to %d names", MAX_STEPS);
    }
    return 0;
}

static size_t skip_space(struct slice text, size_t at)
{
    while (at < text.len && strchr(" \t\r\n", text.at[at]) != NULL)
        at++;
    return at;
}

/* The end of the string whose quotation mark stands at an offset. */
static size_t string_end(struct slice text, size_t at)
{
    for (at++; text.at[at] != '"'; at++)
        at += text.at[at] == '\\';
    return at + 1;
}

static unsigned read_hex(const char *at)
{
    char digits[5] = { at[0], at[1], at[2], at[3], '\0' };

    return (unsigned)strtoul(digits, NULL, 16);
}

/* Decodes the escape at an offset; returns its length. */
static size_t read_escape(const char *at, char character[4], size_t *written)
{
    static const char letters[] = "bfnrt", meant[] = "\b\f\n\r\t";
    const char *letter = strchr(letters, at[1]);
    unsigned code;
    size_t length = 6;

    if (at[1] != 'u') {
        *character = letter != NULL ? meant[letter - letters] : at[1];
        *written = 1;
        return 2;
    }
    code = read_hex(at + 2);
    if (code >= 0xd800 && code < 0xdc00) { /* jansson has seen to it that the other half follows */
        code = 0x10000 + ((code - 0xd800) << 10) + (read_hex(at + 8) - 0xdc00);
        length = 12;
    }
    *written = (size_t)utf8proc_encode_char((utf8proc_int32_t)code, (utf8proc_uint8_t *)character);
    return length;
}

/* Collects the inside of a string between two offsets. */
static void collect_string(struct json *json, size_t start, size_t end)
{
    while (start < end) {
        const char *mark = memchr(json->text.at + start, '\\', end - start);
        size_t stop = mark == NULL ? end : (size_t)(mark - json->text.at), written;
        char character[4];

        flow_copy(&json->nested.flow, start, stop);
        if (mark == NULL)
            return;
        start = stop + read_escape(mark, character, &written);
        flow_instead(&json->nested.flow, (struct slice){ character, written }, ANCHOR_STANDS_FOR, stop, start);
    }
}

static bool is_headline(struct slice name)
{
    static const char *const names[] = { "title", "headline", "heading", "subtitle", "subheading", NULL };

    for (const char *const *known = names; *known != NULL; known++)
        if (slice_is(name, *known))
            return true;
    return false;
}

static bool is_at_path(const struct json *json, const struct level *level)
{
    for (size_t i = 0; i < json->path_count; i++)
        if (level->next[i] == json->paths[i].count)
            return true;
    return false;
}

/* A string that is a member's or element's value. */
static int take_string(struct json *json, size_t start, size_t end, struct rs_error *error)
{
    struct level *level = &json->levels[json->depth];
    enum segment_kind kind = is_headline(level->name) ? SEGMENT_HEADING : SEGMENT_PARAGRAPH;
    size_t before = json->doc->segment_count;

    if (json->usual && slice_equal(level->name, SLICE("source")))
        level->english = (struct slice){ json->text.at + start, end - start };
    if (!is_at_path(json, level))
        return 0;
    json->found = true;
    collect_string(json, start + 1, end - 1);
    if (nested_end(&json->nested, &json->flow, kind, json->doc->name, error) != 0)
        return -1;
    if (json->usual && slice_equal(level->name, SLICE("target"))) {
        level->translated = json->doc->segment_count > before;
        level->first_segment = before;
    }
    return 0;
}

/* Opens an object or array, the value that came next in the one around it. */
static void open_level(struct json *json, bool object)
{
    const struct level *parent = &json->levels[json->depth];
    struct level *level = &json->levels[++json->depth];

    *level = (struct level){ .object = object, .name = object ? (struct slice){ NULL, 0 } : parent->name };
    memcpy(level->matched, parent->next, sizeof level->matched);
    memcpy(level->next, parent->next, sizeof level->next);
}

/* Ends an object: the segments of its target get its source. */
static void close_level(struct json *json)
{
    const struct level *level = &json->levels[json->depth--];
    json_t *english;

    if (!level->translated || level->english.at == NULL)
        return;
    english = json_loadb(level->english.at, level->english.len, JSON_DECODE_ANY, NULL);
    pair_segments(json->doc, level->first_segment,
                  (struct slice){ json_string_value(english), json_string_length(english) });
    json_decref(english);
}

/* The name of a member was read: which paths does it go along? */
static void take_name(struct json *json, struct slice name)
{
    struct level *level = &json->levels[json->depth];

    level->name = name;
    for (size_t i = 0; i < json->path_count; i++) {
        uint8_t matched = level->matched[i];
        bool leads = matched < json->paths[i].count && slice_equal(json->paths[i].steps[matched], name);

        level->next[i] = leads ? (uint8_t)(matched + 1) : LOST;
    }
}

/* Reads the string at json->at: a name where a colon follows in an object, else a value. */
static int read_string(struct json *json, struct rs_error *error)
{
    size_t start = json->at, end = string_end(json->text, start), behind = skip_space(json->text, end);

    json->at = end;
    if (json->levels[json->depth].object && behind < json->text.len && json->text.at[behind] == ':') {
        take_name(json, (struct slice){ json->text.at + start + 1, end - start - 2 });
        json->at = behind + 1;
        return 0;
    }
    return take_string(json, start, end, error);
}

/* Goes through one value, known to be well-formed, up to an offset. */
static int read_value(struct json *json, size_t end, struct rs_error *error)
{
    json->depth = 0;
    json->levels[0] = (struct level){ .object = false };
    while (json->at < end) {
        char mark = json->text.at[json->at];

        if (mark == '"') {
            if (read_string(json, error) != 0)
                return -1;
            continue;
        }
        if (mark == '{' || mark == '[')
            open_level(json, mark == '{');
        else if (mark == '}' || mark == ']')
            close_level(json);
        json->at++;
    }
    return 0;
}

/* A line of NDJSON that is cut off is noticed lines later: where the value begins is told as well. */
static int refuse_value(const struct json *json, const json_error_t *fault, struct rs_error *error)
{
    size_t start = original_origin(json->flow.original, json->at).line;

    if (fault->line <= 1)
        return error_set(error, json->doc->name.at, start, "malformed JSON: %s", fault->text);
    return error_set(error, json->doc->name.at, start + (size_t)fault->line - 1,
                     "malformed JSON: %s; the value begins in line %zu", fault->text, start);
}

static int read_values(struct json *json, struct rs_error *error)
{
    while ((json->at = skip_space(json->text, json->at)) < json->text.len) {
        const size_t flags = JSON_DISABLE_EOF_CHECK | JSON_DECODE_INT_AS_REAL;
        struct slice rest = slice_from(json->text, json->at);
        json_error_t fault;
        json_t *value = json_loadb(rest.at, rest.len, flags, &fault);

        if (value == NULL)
            return refuse_value(json, &fault, error);
        json_decref(value);
        if (read_value(json, json->at + (size_t)fault.position, error) != 0)
            return -1;
    }
    return 0;
}

static int read_all(struct json *json, struct transcript *transcript, const struct decoded *decoded, const char *fields,
                    struct rs_error *error)
{
    struct original original = original_file(decoded);
    int status;

    flow_begin(&json->flow, transcript, &original);
    nested_begin(&json->nested, &original);
    json->text = decoded->text;
    json->doc = transcript->doc;
    json->usual = json->nested.wrapped = fields == NULL;
    json->nested.keep_space = true;
    status = read_paths(json, fields == NULL ? DEFAULT_PATHS : fields, error);
    if (status == 0)
        status = read_values(json, error);
    if (status == 0 && !json->found)
        status = error_set(error, json->doc->name.at, 0, "holds no text at %s; --json-field says where it stands",
                           fields == NULL ? translated("\"target\" or \"text\"") : fields);
    nested_free(&json->nested);
    return status;
}

struct document *read_json(const struct input *input, struct rs_error *error)
{
    struct document *doc = document_new(input->name);
    struct json json = { .at = 0 };
    struct transcript transcript;
    struct decoded decoded;
    int status = -1;

    doc->notation = NOTATION_JSON;
    if (decode_file(doc, input->bytes, &decoded, error) == 0) {
        json.levels = arena_array(&doc->arena, MAX_DEPTH + 2, sizeof *json.levels);
        transcript_begin(&transcript, doc, &decoded);
        status = read_all(&json, &transcript, &decoded, input->fields, error);
    }
    if (status == 0)
        return doc;
    document_free(doc);
    return NULL;
}
