/* Any bytes as a configuration: its lines are read, and applied for a path. */
#include <stdint.h>

#include "configuration/ini.h"
#include "configuration/keys.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct arena arena = { 0 };
    struct ini_file ini = { 0 };
    struct settings settings = { 0 };
    struct application application = { &settings, &arena, "kultur/artikel.txt" };
    struct rs_error error;

    if (ini_read_bytes(&ini, &arena, (struct slice){ (const char *)bytes, size }, "fuzz", &error) == 0)
        for (size_t i = 0; i < ini.count; i++)
            apply_line(&application,
                       &(struct configured_line){ ini.lines[i].section, ini.lines[i].key, ini.lines[i].value, { 0 } },
                       NULL, &error);
    arena_free(&arena);
    return 0;
}
