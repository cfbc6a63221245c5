#include "configuration/ini.h"

#include <ini.h>
#include <stdlib.h>

#include "input/input.h"
#include "text/unicode.h"

/* libinih cuts lines and names of sections that do not fit its buffers: the least of its versions' sizes, less what
 * ends them. */
#define LONGEST_LINE 196
#define LONGEST_SECTION 48

struct reading {
    struct ini_file *ini;
    struct arena *arena;
    struct slice rest; /* what libinih has not got yet */
    size_t line;       /* that it has got last */
};

/* fgets for bytes; counts lines, which libinih does not tell. */
static char *next_line(char *line, int room, void *stream)
{
    struct reading *reading = stream;
    const char *end;
    size_t length;

    if (reading->rest.len == 0)
        return NULL;
    end = memchr(reading->rest.at, '\n', reading->rest.len);
    length = end == NULL ? reading->rest.len : (size_t)(end - reading->rest.at + 1);
    if (length > (size_t)room - 1)
        length = (size_t)room - 1;
    memcpy(line, reading->rest.at, length);
    line[length] = '\0';
    reading->rest = slice_from(reading->rest, length);
    reading->line++;
    return line;
}

static const char *keep(struct arena *arena, const char *text)
{
    return arena_copy(arena, slice_of(text)).at;
}

static int add_line(void *user, const char *section, const char *key, const char *value)
{
    struct reading *reading = user;
    struct ini_file *ini = reading->ini;

    ini->lines = arena_grow(reading->arena, ini->lines, ini->count, &ini->capacity, sizeof *ini->lines);
    ini->lines[ini->count++] = (struct ini_line){ .section = keep(reading->arena, section),
                                                  .key = keep(reading->arena, key),
                                                  .value = keep(reading->arena, value == NULL ? "" : value),
                                                  .line = reading->line };
    return 1;
}

static int check_line(struct slice line, const char *shown_path, size_t number, struct rs_error *error)
{
    struct slice text = trim(line);
    size_t length;

    if (line.len > LONGEST_LINE)
        return error_set(error, shown_path, number,
                         "the line is longer than %d bytes; go on in further lines that begin with a space",
                         LONGEST_LINE);
    if (slice_starts(text, SLICE("[")) && text.len > LONGEST_SECTION + 2)
        return error_set(error, shown_path, number, "the section's name is longer than %d bytes", LONGEST_SECTION);
    for (int32_t c; line.len > 0; line = slice_from(line, length)) {
        length = read_code_point(line, &c);
        if (c == NO_CODE_POINT || c == 0)
            return error_set(error, shown_path, number, "is not UTF-8 text");
    }
    return 0;
}

static int check_lines(struct slice bytes, const char *shown_path, struct rs_error *error)
{
    for (size_t number = 1; bytes.len > 0; number++) {
        const char *end = memchr(bytes.at, '\n', bytes.len);
        struct slice line = end == NULL ? bytes : slice_between(bytes.at, end);

        if (check_line(line, shown_path, number, error) != 0)
            return -1;
        bytes = slice_from(bytes, line.len + (end == NULL ? 0 : 1));
    }
    return 0;
}

int ini_read_bytes(struct ini_file *ini, struct arena *arena, struct slice bytes, const char *shown_path,
                   struct rs_error *error)
{
    struct reading reading = { .ini = ini, .arena = arena, .rest = bytes };
    int fault;

    if (check_lines(bytes, shown_path, error) != 0)
        return -1;
    fault = ini_parse_stream(next_line, &reading, add_line, &reading);
    if (fault > 0)
        return error_set(error, shown_path, (size_t)fault, "neither \"[section]\" nor \"key = value\"");
    return fault == 0 ? 0 : error_set(error, shown_path, 0, "out of memory");
}

int ini_read(struct ini_file *ini, struct arena *arena, const char *path, const char *shown_path,
             struct rs_error *error)
{
    struct slice bytes = { 0 };
    int status;

    if (read_file(path, &bytes, error) != 0)
        return -1;
    status = ini_read_bytes(ini, arena, bytes, shown_path, error);
    free((void *)(uintptr_t)bytes.at);
    return status;
}
