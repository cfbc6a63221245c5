#include "checks/scrap_expression.h"

#include <ctype.h>
#include <limits.h>

static int blame(struct slice expression, const char *message, size_t offset, struct rs_error *error)
{
    return error_set(error, "dictionaries/tables/scraps.tsv", 0, "%s: at byte %zu of \"%.*s\"", message, offset,
                     (int)expression.len, expression.at);
}

pcre2_code *scrap_compile(struct slice expression, uint32_t options, struct rs_error *error)
{
    enum { MESSAGE = 120 };
    PCRE2_UCHAR message[MESSAGE];
    PCRE2_SIZE offset = 0;
    int number = 0;
    pcre2_code *code =
        pcre2_compile((PCRE2_SPTR)expression.at, expression.len, PCRE2_UTF | options, &number, &offset, NULL);

    if (code == NULL) {
        pcre2_get_error_message(number, message, MESSAGE);
        blame(expression, (const char *)message, offset, error);
    }
    return code;
}

bool scrap_can_begin_with(const struct scrap_record *record, unsigned byte)
{
    return (record->beginnings[byte / CHAR_BIT] >> byte % CHAR_BIT & 1) != 0;
}

/* The bytes that it can begin with: one, those of a bitmap, or any. */
static void read_beginnings(const pcre2_code *code, struct scrap_record *out)
{
    uint32_t type = 0, first = 0;
    const uint8_t *bitmap = NULL;

    pcre2_pattern_info(code, PCRE2_INFO_FIRSTCODETYPE, &type);
    pcre2_pattern_info(code, PCRE2_INFO_FIRSTCODEUNIT, &first);
    pcre2_pattern_info(code, PCRE2_INFO_FIRSTBITMAP, &bitmap);
    if (type == 1)
        out->beginnings[first / CHAR_BIT] = (uint8_t)(1u << first % CHAR_BIT);
    else if (bitmap != NULL)
        memcpy(out->beginnings, bitmap, sizeof(out->beginnings));
    else
        memset(out->beginnings, UCHAR_MAX, sizeof(out->beginnings));
}

static int16_t needed_byte(const pcre2_code *code)
{
    uint32_t type = 0, last = 0;

    pcre2_pattern_info(code, PCRE2_INFO_LASTCODETYPE, &type);
    pcre2_pattern_info(code, PCRE2_INFO_LASTCODEUNIT, &last);
    return type == 1 && !isalpha((int)last) ? (int16_t)last : NO_BYTE_NEEDED;
}

int scrap_describe(struct slice expression, struct scrap_record *out, struct rs_error *error)
{
    pcre2_code *code = scrap_compile(expression, 0, error);

    *out = (struct scrap_record){ .at_start = slice_starts(expression, SLICE("(?<!.)")) };
    if (code == NULL)
        return -1;
    read_beginnings(code, out);
    out->needed = needed_byte(code);
    pcre2_code_free(code);
    if (!out->at_start && scrap_can_begin_with(out, 'e')) /* it would be tried at each word */
        return blame(expression, "it may begin with a letter", 0, error);
    return 0;
}
