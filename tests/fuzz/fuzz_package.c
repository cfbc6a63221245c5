/* Any bytes, read as DOCX and ODT: as an archive, and as the part of one that holds the text. */
#include <archive.h>
#include <archive_entry.h>

#include "fuzz_document.h"

static struct slice pack(const char *name, struct slice part, char *room, size_t size)
{
    struct archive *archive = archive_write_new();
    struct archive_entry *entry = archive_entry_new();
    size_t used = 0;

    archive_write_set_format_zip(archive);
    archive_write_zip_set_compression_store(archive);
    archive_write_open_memory(archive, room, size, &used);
    archive_entry_set_pathname(entry, name);
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_size(entry, (la_int64_t)part.len);
    archive_write_header(archive, entry);
    archive_write_data(archive, part.at, part.len);
    archive_write_close(archive);
    archive_entry_free(entry);
    archive_write_free(archive);
    return (struct slice){ room, used };
}

static void check_package(read_format *read, struct slice bytes)
{
    struct input input = { .name = SLICE("fuzz"), .bytes = bytes };
    struct rs_error error;

    check_document(read(&input, &error), bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static char room[1 << 20];
    const struct slice bytes = { (const char *)data, size };

    check_package(read_docx, bytes);
    check_package(read_docx, pack("word/document.xml", bytes, room, sizeof room));
    check_package(read_odt, pack("content.xml", bytes, room, sizeof room));
    return 0;
}
