/* Any bytes as a history: refused with a line, or written out as it can be read again. */
#include <stdint.h>
#include <stdlib.h>

#include "reports/history.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static int parse(struct history *history, const void *bytes, size_t size)
{
    struct rs_error error;
    FILE *file = size == 0 ? NULL : fmemopen((void *)(uintptr_t)bytes, size, "r");
    int status = file == NULL ? -1 : history_parse(history, file, "history", &error);

    if (file != NULL)
        fclose(file);
    return status;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct history history, again;
    char *text = NULL;
    size_t length = 0;
    FILE *out;

    if (parse(&history, bytes, size) != 0)
        return 0;
    out = open_memstream(&text, &length);
    if (out == NULL || history_write(&history, out) != 0)
        abort();
    fclose(out);
    if (length > 0) {
        if (parse(&again, text, length) != 0 || again.count != history.count)
            abort();
        history_free(&again);
    }
    history_free(&history);
    free(text);
    return 0;
}
