#include "service/annotated_text.h"

#include <jansson.h>

#include "text/unicode.h"

/* A part of the whole: the bytes that are read of it, and the units that it takes. */
struct annotated_part {
    size_t byte, bytes; /* in the text that is read; bytes is 0 for a mark that is nothing */
    size_t unit, units; /* in the whole */
    bool is_mark;
};

void annotated_plain(struct annotated_text *out, struct slice text, struct arena *arena)
{
    struct annotated_part *part = arena_take(arena, sizeof(*part));

    *part = (struct annotated_part){ .bytes = text.len, .units = count_utf16_units(text) };
    *out = (struct annotated_text){ text, part, 1 };
}

static struct slice member(const json_t *object, const char *name)
{
    const json_t *value = json_object_get(object, name);

    return (struct slice){ json_string_value(value), json_string_length(value) };
}

/* What is read of an annotation, and what stands for it in the whole; -1 when it is none. */
static int read_annotation(const json_t *annotation, struct slice *read, struct slice *whole, bool *is_mark)
{
    bool has_text = json_is_string(json_object_get(annotation, "text"));

    *is_mark = json_is_string(json_object_get(annotation, "markup"));
    if (has_text == *is_mark)
        return -1;
    *whole = member(annotation, *is_mark ? "markup" : "text");
    *read = *is_mark ? member(annotation, "interpretAs") : *whole;
    return 0;
}

static size_t length_of(const json_t *annotations)
{
    size_t length = 0, index;
    const json_t *annotation;

    json_array_foreach(annotations, index, annotation) length +=
        json_string_length(json_object_get(annotation, "text")) +
        json_string_length(json_object_get(annotation, "interpretAs"));
    return length;
}

static int read_annotations(struct annotated_text *out, const json_t *annotations, struct arena *arena)
{
    size_t index, unit = 0, length = 0;
    const json_t *annotation;
    char *text = arena_room(arena, length_of(annotations) + 1);

    out->parts = arena_array(arena, json_array_size(annotations) + 1, sizeof(*out->parts));
    out->part_count = json_array_size(annotations);
    json_array_foreach(annotations, index, annotation)
    {
        struct annotated_part *part = &out->parts[index];
        struct slice read, whole;

        if (read_annotation(annotation, &read, &whole, &part->is_mark) != 0)
            return -1;
        part->byte = length;
        part->bytes = read.len;
        part->unit = unit;
        part->units = count_utf16_units(whole);
        if (read.len > 0)
            memcpy(text + length, read.at, read.len);
        length += read.len;
        unit += part->units;
    }
    out->text = (struct slice){ text, length };
    return 0;
}

int annotated_read(struct annotated_text *out, struct slice json, struct arena *arena, struct rs_error *error)
{
    json_error_t fault;
    json_t *root = json_loadb(json.at, json.len, JSON_REJECT_DUPLICATES, &fault);
    int status = 0;

    *out = (struct annotated_text){ 0 };
    if (root == NULL)
        return error_set(error, NULL, 0, "\"data\" is no JSON: %s", fault.text);
    if (!json_is_array(json_object_get(root, "annotation")) ||
        read_annotations(out, json_object_get(root, "annotation"), arena) != 0)
        status = error_set(error, NULL, 0, "\"data\" is not {\"annotation\": [{\"text\": …}, {\"markup\": …}, …]}");
    json_decref(root);
    return status;
}

/* Goes on to the part that holds the byte. */
static const struct annotated_part *enter(const struct annotated_text *annotated, struct annotated_cursor *cursor,
                                          size_t byte)
{
    const struct annotated_part *part = &annotated->parts[cursor->part];

    for (size_t i = cursor->part + 1; i < annotated->part_count && annotated->parts[i].byte <= byte; i++)
        if (annotated->parts[i].bytes > 0) {
            part = &annotated->parts[i];
            *cursor = (struct annotated_cursor){ i, part->byte, part->unit };
        }
    return part;
}

/* Units of the whole before the byte, which is in the part that was entered. */
static size_t count_on(const struct annotated_text *annotated, struct annotated_cursor *cursor, size_t byte)
{
    const char *text = annotated->text.at;

    cursor->unit += count_utf16_units(slice_between(text + cursor->byte, text + byte));
    cursor->byte = byte;
    return cursor->unit;
}

void annotated_place(const struct annotated_text *annotated, struct annotated_cursor *cursor, struct span span,
                     size_t *offset, size_t *length)
{
    const struct annotated_part *part;

    if (span.start < cursor->byte)
        *cursor = (struct annotated_cursor){ 0 };
    part = enter(annotated, cursor, span.start);
    *offset = part->is_mark ? part->unit : count_on(annotated, cursor, span.start);
    struct annotated_cursor end = *cursor;

    part = span.end > span.start ? enter(annotated, &end, span.end - 1) : part;
    *length = (part->is_mark ? part->unit + part->units : count_on(annotated, &end, span.end)) - *offset;
}
