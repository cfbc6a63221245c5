#include "input/package.h"

#include <stdlib.h>

#include "input/declared.h"
#include "libraries/libarchive.h"
#include "messages/messages.h"
#include "text/unicode.h"

#define MAX_ENTRIES 10000

/* XML of documents shrinks to a tenth or a twentieth; what shrinks to less than a two-hundredth is a bomb. */
#define MAX_RATIO 200
#define RATIO_FREE_BYTES ((size_t)1 << 20) /* so much may come of a small file, whatever its ratio */

/* The archive's parts, unpacked. */
struct unpacked {
    const struct input *input;
    const char *name;              /* of the file */
    struct slice parts[MAX_PARTS]; /* malloced; at NULL: not there */
    size_t total;
};

static int refuse(const struct unpacked *unpacked, const char *reason, struct rs_error *error)
{
    return error_set(error, unpacked->name, 0, "%s", translated(reason));
}

static int check_size(const struct unpacked *unpacked, struct rs_error *error)
{
    size_t honest = unpacked->input->bytes.len * MAX_RATIO;

    if (unpacked->total > MAX_INPUT_BYTES)
        return error_set(error, unpacked->name, 0, "larger than %u MiB once unpacked; split it", MAX_INPUT_BYTES >> 20);
    if (unpacked->total > RATIO_FREE_BYTES && unpacked->total > honest)
        return error_set(error, unpacked->name, 0, "unpacks to more than %d times its size, as no document does",
                         MAX_RATIO);
    return 0;
}

/* Reads the data of the entry that the archive stands at. */
static int unpack(struct unpacked *unpacked, struct archive *archive, struct slice *part, struct rs_error *error)
{
    size_t room = 0, used = 0;
    char *bytes = NULL, *larger;
    la_ssize_t count;

    do {
        if (used == room) {
            room = room == 0 ? (size_t)64 << 10 : room * 2;
            larger = realloc(bytes, room);
            if (larger == NULL) {
                free(bytes);
                return refuse(unpacked, N_("out of memory"), error);
            }
            bytes = larger;
        }
        count = libarchive.archive_read_data(archive, bytes + used, room - used);
        used += count > 0 ? (size_t)count : 0;
        unpacked->total += count > 0 ? (size_t)count : 0;
    } while (count > 0 && check_size(unpacked, error) == 0);
    *part = (struct slice){ bytes, used };
    if (count < 0)
        return error_set(error, unpacked->name, 0, "the archive is cut off or damaged: %s",
                         libarchive.archive_error_string(archive));
    return count == 0 ? 0 : -1;
}

/* A name that would lead out of the folder it is unpacked to. Nothing is unpacked here, but who gets such a file
 * should know. */
static bool leads_out(const char *name)
{
    size_t length;

    if (*name == '/' || strchr(name, '\\') != NULL || (*name != '\0' && name[1] == ':'))
        return true;
    for (; *name != '\0'; name += length + (name[length] == '/')) {
        length = strcspn(name, "/");
        if (length == 2 && name[0] == '.' && name[1] == '.')
            return true;
    }
    return false;
}

static int read_entry(struct unpacked *unpacked, struct archive *archive, struct archive_entry *entry,
                      const char *const *names, struct rs_error *error)
{
    const char *name = libarchive.archive_entry_pathname(entry);

    if (name == NULL || leads_out(name))
        return error_set(error, unpacked->name, 0, "the archive holds a path that leads out of it: %s",
                         name == NULL ? "?" : name);
    for (size_t i = 0; i < MAX_PARTS && names[i] != NULL; i++) {
        if (strcmp(name, names[i]) != 0)
            continue;
        if (libarchive.archive_entry_is_data_encrypted(entry))
            return refuse(unpacked, N_("is encrypted; save it without a password"), error);
        if (unpacked->parts[i].at != NULL)
            return error_set(error, unpacked->name, 0, "the archive holds %s twice", name);
        return unpack(unpacked, archive, &unpacked->parts[i], error);
    }
    return 0;
}

static int read_entries(struct unpacked *unpacked, struct archive *archive, const char *const *names,
                        struct rs_error *error)
{
    struct archive_entry *entry;
    int status = ARCHIVE_OK;

    for (int count = 0; (status = libarchive.archive_read_next_header(archive, &entry)) == ARCHIVE_OK; count++) {
        if (count == MAX_ENTRIES)
            return error_set(error, unpacked->name, 0, "the archive has more than %d entries", MAX_ENTRIES);
        if (read_entry(unpacked, archive, entry, names, error) != 0)
            return -1;
    }
    if (status != ARCHIVE_EOF)
        return error_set(error, unpacked->name, 0, "the archive is cut off or damaged: %s",
                         libarchive.archive_error_string(archive));
    if (unpacked->parts[0].at == NULL)
        return error_set(error, unpacked->name, 0, "the archive holds no %s", names[0]);
    return 0;
}

static int unpack_parts(struct unpacked *unpacked, const char *const *names, struct rs_error *error)
{
    const struct slice bytes = unpacked->input->bytes;
    struct archive *archive;
    int status;

    if (slice_starts(bytes, SLICE("\xd0\xcf\x11\xe0")))
        return refuse(unpacked, N_("is encrypted, or of an old version; save it anew, without a password"), error);
    if (libarchive_load(unpacked->name, error) != 0)
        return -1;
    archive = libarchive.archive_read_new();
    if (archive == NULL)
        return refuse(unpacked, N_("out of memory"), error);
    libarchive.archive_read_support_format_zip_seekable(archive);
    if (!slice_starts(bytes, SLICE("PK")) ||
        libarchive.archive_read_open_memory(archive, bytes.at, bytes.len) != ARCHIVE_OK)
        status = refuse(unpacked, N_("is no ZIP archive, or is cut off"), error);
    else
        status = read_entries(unpacked, archive, names, error);
    libarchive.archive_read_free(archive);
    return status;
}

/* Names the part in an error of its XML. */
static int blame(const struct unpacked *unpacked, const char *part, struct rs_error *error)
{
    struct rs_error inner = *error;

    if (inner.line == 0)
        return error_set(error, unpacked->name, 0, "%s: %s", part, inner.message);
    return error_set(error, unpacked->name, 0, "%s, line %zu: %s", part, inner.line, inner.message);
}

/* Reads a part; *start is where it begins among the others, and is moved to its end. */
static int read_part(struct package *package, struct document *doc, struct slice bytes, struct origin *start,
                     struct rs_error *error)
{
    struct decoded decoded;
    struct original original;

    if (decode_xml(doc, &(struct input){ .bytes = bytes }, &decoded, error) != 0)
        return -1;
    decoded.start.byte += start->byte;
    decoded.start.code_point = start->code_point;
    original = original_file(&decoded);
    package->flow.original = &original;
    package->markup =
        (struct markup){ .original = &original, .name = doc->name, .events = package->events, .user = package };
    if (package->begin != NULL)
        package->begin(package);
    if (parse_xml(&package->markup, error) != 0)
        return -1;
    flow_break(&package->flow, SEGMENT_PARAGRAPH);
    *start = original_origin(&original, decoded.text.len);
    return 0;
}

/* No one can open a line of a packed file. Lines become paragraphs, columns characters of the paragraph. */
static void count_paragraphs(struct document *doc)
{
    size_t segment = 0;

    for (size_t i = 0; i < doc->anchor_count; i++) {
        struct anchor *anchor = &doc->anchors[i];
        struct span before;

        while (segment + 1 < doc->segment_count && anchor->text_start >= doc->segments[segment + 1].span.start)
            segment++;
        before = (struct span){ doc->segments[segment].span.start, anchor->text_start };
        anchor->origin.line = (uint32_t)segment + 1;
        anchor->origin.column = 1 + (uint32_t)count_code_points(text_of(doc, before));
    }
}

static int read_parts(struct package *package, struct document *doc, const struct unpacked *unpacked,
                      struct rs_error *error)
{
    const struct decoded nothing = { .text = SLICE(""), .encoding = ENCODING_UTF_8 };
    struct origin start = { .line = 1, .column = 1 };
    struct transcript transcript;

    transcript_begin(&transcript, doc, &nothing);
    flow_begin(&package->flow, &transcript, NULL);
    for (size_t i = 0; package->parts[i] != NULL; i++)
        if (unpacked->parts[i].at != NULL && read_part(package, doc, unpacked->parts[i], &start, error) != 0)
            return blame(unpacked, package->parts[i], error);
    count_paragraphs(doc);
    return 0;
}

struct document *read_package(const struct input *input, struct package *package, struct rs_error *error)
{
    struct document *doc = document_new(input->name);
    struct unpacked unpacked = { .input = input, .name = doc->name.at };
    int status = unpack_parts(&unpacked, package->parts, error);

    if (status == 0)
        status = read_parts(package, doc, &unpacked, error);
    for (size_t i = 0; i < MAX_PARTS; i++)
        free((void *)(uintptr_t)unpacked.parts[i].at);
    doc->notation = NOTATION_PACKED;
    if (status == 0)
        return doc;
    document_free(doc);
    return NULL;
}
