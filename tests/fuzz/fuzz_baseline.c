/* Any bytes as a baseline: refused with a reason, or applied to a document. */
#include <stdint.h>

#include "input/input.h"
#include "suppressions/baseline.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const struct rule_info rule = { .id = { "check/repetition", 16 } };
    struct document *doc = read_plain_text(SLICE("artikel/wahl.txt"), SLICE("in in"), NULL);
    struct issues issues = { .arena = &doc->arena };
    struct baseline baseline;
    struct rs_error error = { 0 };

    issues_add(&issues, &rule, (struct span){ 0, 5 })->fingerprint = 0x123456789abcdef;
    if (baseline_parse(&baseline, "fuzz", (struct slice){ (const char *)bytes, size }, &error) == 0) {
        baseline_apply(&baseline, doc, &issues);
        baseline_free(&baseline);
    } else if (error.message[0] == '\0') {
        __builtin_trap();
    }
    document_free(doc);
    return 0;
}
