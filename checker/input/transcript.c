#include "input/transcript.h"

#include <utf8proc.h>

#include "input/input.h"
#include "text/unicode.h"

/* An anchor at least every so many bytes of text keeps document_origin quick in a file of one long line. */
#define ANCHOR_DISTANCE 1024

/* UAX #15 (Stream-Safe Text) allows 30 marks in a row. */
#define MAX_CLUSTER 32
#define MAX_DECOMPOSED (MAX_CLUSTER * 4) /* no code point decomposes into more than 4 */

#define FIRST_COMBINING 0x300 /* no code point below takes part in composition, but as the first */

/* NFC makes at most three bytes of one: U+1D160 grows from 4 to 12, a byte of Windows-1252 to 3. */
_Static_assert(MAX_INPUT_BYTES < UINT32_MAX / 3, "offsets in a text are 32 bits");

/* The document lies in its own arena. */
struct document *document_new(struct slice name)
{
    struct arena arena = { NULL };
    struct document *doc = arena_take(&arena, sizeof *doc);

    doc->name = arena_copy(&arena, name);
    doc->arena = arena;
    return doc;
}

void document_free(struct document *doc)
{
    struct arena arena;

    if (doc == NULL)
        return;
    document_free(doc->english);
    arena_free(&doc->analysis);
    arena = doc->arena;
    arena_free(&arena);
}

static size_t largest_composed(struct slice text)
{
    const uint64_t high_bits = 0x8080808080808080u;
    size_t room = text.len, i = 0;

    for (uint64_t bytes; i + sizeof bytes <= text.len; i += sizeof bytes) {
        memcpy(&bytes, text.at + i, sizeof bytes);
        room += 2 * (size_t)__builtin_popcountll(bytes & high_bits);
    }
    for (; i < text.len; i++)
        room += (unsigned char)text.at[i] < 0x80 ? 0 : 2;
    return room;
}

/* Room for a segment, and an anchor, of each line at once: arrays that grow leave their old copies in the arena. */
static void reserve_for_lines(struct transcript *transcript, struct slice text)
{
    struct document *doc = transcript->doc;
    size_t lines = 1;

    for (const char *at = text.at, *end = at + text.len; at < end; at++, lines++)
        if ((at = memchr(at, '\n', (size_t)(end - at))) == NULL)
            break;
    for (const char *at = text.at, *end = at + text.len; at < end; at++, lines++)
        if ((at = memchr(at, '\r', (size_t)(end - at))) == NULL)
            break;
    transcript->segment_capacity = lines;
    transcript->anchor_capacity = lines + text.len / ANCHOR_DISTANCE + 1;
    doc->segments = arena_array(&doc->arena, transcript->segment_capacity, sizeof *doc->segments);
    doc->anchors = arena_array(&doc->arena, transcript->anchor_capacity, sizeof *doc->anchors);
}

void transcript_begin(struct transcript *transcript, struct document *doc, const struct decoded *expected)
{
    *transcript = (struct transcript){
        .doc = doc,
        .encoding = expected->encoding,
        .text_capacity = largest_composed(expected->text) + 1,
        .next = { .byte = UINT64_MAX }, /* nowhere: the first character gets an anchor */
    };
    transcript->text = arena_take(&doc->arena, transcript->text_capacity);
    doc->text = (struct slice){ transcript->text, 0 };
    reserve_for_lines(transcript, expected->text);
}

void transcript_restart(struct transcript *transcript)
{
    struct document *doc = transcript->doc;

    doc->text.len = doc->anchor_count = doc->segment_count = 0;
    transcript->next.byte = UINT64_MAX;
}

/* Makes room for size bytes and a NUL after them. */
static bool make_room(struct transcript *transcript, size_t size)
{
    struct document *doc = transcript->doc;
    size_t needed = doc->text.len + size + 1, capacity = transcript->text_capacity * 2;
    char *text;

    transcript->full |= needed > UINT32_MAX;
    if (transcript->full)
        return false;
    if (needed <= transcript->text_capacity)
        return true;
    if (capacity < needed)
        capacity = needed;
    text = arena_take(&doc->arena, capacity);
    memcpy(text, transcript->text, doc->text.len);
    doc->text.at = transcript->text = text;
    transcript->text_capacity = capacity;
    return true;
}

static bool same_origin(const struct origin *a, const struct origin *b)
{
    return a->byte == b->byte && a->code_point == b->code_point && a->line == b->line && a->column == b->column;
}

/* A second anchor at the same place of the text takes the first one's place, unless the first says where something
 * ended. */
static void push_anchor(struct transcript *transcript, const struct origin *at, enum anchor_kind kind)
{
    struct document *doc = transcript->doc;
    uint32_t here = (uint32_t)doc->text.len;
    size_t count = doc->anchor_count;

    if (count > 0 && doc->anchors[count - 1].text_start == here &&
        (count < 2 || doc->anchors[count - 2].kind == ANCHOR_RUNS_ALONG || doc->anchors[count - 2].text_start == here))
        count--;
    doc->anchors = arena_grow(&doc->arena, doc->anchors, count, &transcript->anchor_capacity, sizeof *doc->anchors);
    doc->anchors[count] = (struct anchor){ here, transcript->encoding == ENCODING_WINDOWS_1252, (uint8_t)kind, *at };
    doc->anchor_count = count + 1;
    transcript->next = *at;
}

/* Sees to it that the end of the text lies at *at in the file. */
static void anchor_end(struct transcript *transcript, const struct origin *at)
{
    const struct document *doc = transcript->doc;

    if (!same_origin(&transcript->next, at) ||
        doc->text.len - doc->anchors[doc->anchor_count - 1].text_start >= ANCHOR_DISTANCE)
        push_anchor(transcript, at, ANCHOR_RUNS_ALONG);
}

/* Writes text behind what is there; the comments that stand before it have found their place. */
static void write(struct transcript *transcript, struct slice text)
{
    struct document *doc = transcript->doc;

    while (transcript->comments_placed < doc->comment_count)
        doc->comments[transcript->comments_placed++].offset = (uint32_t)doc->text.len;
    memcpy(transcript->text + doc->text.len, text.at, text.len);
    doc->text.len += text.len;
}

/* Appends text whose first character comes from *at and whose others follow it in the file. */
static void append(struct transcript *transcript, struct slice text, const struct origin *at)
{
    if (!make_room(transcript, text.len))
        return;
    anchor_end(transcript, at);
    write(transcript, text);
    advance(transcript->encoding, text, &transcript->next);
}

void transcribe_instead(struct transcript *transcript, struct slice text, enum anchor_kind kind,
                        const struct origin *from, const struct origin *to)
{
    if (text.len == 0 || !make_room(transcript, text.len))
        return;
    push_anchor(transcript, from, kind);
    write(transcript, text);
    push_anchor(transcript, to, ANCHOR_RUNS_ALONG);
}

void transcribe_comment(struct transcript *transcript, struct slice text, const struct origin *at)
{
    struct document *doc = transcript->doc;

    doc->comments = arena_grow(&doc->arena, doc->comments, doc->comment_count, &transcript->comment_capacity,
                               sizeof *doc->comments);
    doc->comments[doc->comment_count++] =
        (struct comment){ arena_copy(&doc->arena, text), (uint32_t)doc->text.len, *at };
}

/* True when nothing before the code point composes with it. Marks may; so may the vowels and final consonants of
 * Korean, which are letters. */
static bool begins_cluster(int32_t c)
{
    return c < FIRST_COMBINING || (character_of(c) != CHARACTER_MARK && !(c >= 0x1160 && c <= 0x11ff));
}

/* Bytes of a code point at the start of the text that is its own NFC: those below U+0300, and U+2010 to U+203F, the
 * dashes and quotation marks. 0 for others. */
static size_t composed_length(struct slice text)
{
    const unsigned char *bytes = (const unsigned char *)text.at;

    if (bytes[0] < 0x80)
        return 1;
    if (bytes[0] < 0xcc)
        return 2;
    return bytes[0] == 0xe2 && bytes[1] == 0x80 && bytes[2] >= 0x90 ? 3 : 0;
}

/* Bytes of ASCII at the start of the text, by eights. */
static size_t ascii_run(struct slice text)
{
    const uint64_t high_bits = 0x8080808080808080u;
    size_t at = 0;

    for (uint64_t bytes; at + sizeof bytes <= text.len; at += sizeof bytes) {
        memcpy(&bytes, text.at + at, sizeof bytes);
        if ((bytes & high_bits) != 0)
            break;
    }
    return at;
}

/* Bytes at the start of the line that are composed already, whatever follows them; at most ANCHOR_DISTANCE and a few.
 */
static size_t composed_run(struct slice line)
{
    size_t at = 0, last = 0;
    int32_t next;

    while (at < line.len && at < ANCHOR_DISTANCE && (last = composed_length(slice_from(line, at))) > 0) {
        size_t room = line.len - at < ANCHOR_DISTANCE - at ? line.len - at : ANCHOR_DISTANCE - at;
        size_t ascii = ascii_run((struct slice){ line.at + at, room });

        at += ascii > 0 ? ascii : last;
    }
    if (at == 0 || at == line.len)
        return at;
    read_code_point(slice_from(line, at), &next);
    if (begins_cluster(next))
        return at;
    do
        at--;
    while (!starts_code_point(line.at[at]));
    return at;
}

/* Bytes of the first code point and the marks after it. */
static size_t cluster_length(struct slice line)
{
    int32_t c;
    size_t end = read_code_point(line, &c);

    for (size_t count = 1; count < MAX_CLUSTER && end < line.len; count++) {
        size_t length = read_code_point(slice_from(line, end), &c);

        if (begins_cluster(c))
            break;
        end += length;
    }
    return end;
}

/* Composes a cluster into room; returns the bytes written, or 0 when utf8proc refuses it. */
static size_t compose(struct slice cluster, char *room)
{
    const utf8proc_option_t nfc = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
    utf8proc_int32_t points[MAX_DECOMPOSED];
    utf8proc_ssize_t count;
    size_t written = 0;

    count = utf8proc_decompose((const utf8proc_uint8_t *)cluster.at, (utf8proc_ssize_t)cluster.len, points,
                               MAX_DECOMPOSED, nfc);
    if (count < 0 || count > MAX_DECOMPOSED)
        return 0;
    count = utf8proc_normalize_utf32(points, count, nfc);
    for (utf8proc_ssize_t i = 0; i < count; i++)
        written += (size_t)utf8proc_encode_char(points[i], (utf8proc_uint8_t *)room + written);
    return written;
}

/* True when both texts have code points of the same lengths, so that their places are the same. */
static bool same_places(struct slice a, struct slice b)
{
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++)
        if (starts_code_point(a.at[i]) != starts_code_point(b.at[i]))
            return false;
    return true;
}

static void transcribe_cluster(struct transcript *transcript, struct slice cluster, struct origin *at)
{
    char room[MAX_DECOMPOSED * 4];
    struct slice composed = { room, compose(cluster, room) };
    struct origin start = *at;

    if (composed.len == 0)
        composed = cluster;
    advance(transcript->encoding, cluster, at);
    if (same_places(cluster, composed))
        append(transcript, composed, &start);
    else
        transcribe_instead(transcript, composed, ANCHOR_STANDS_FOR, &start, at);
}

static void transcribe_line(struct transcript *transcript, struct slice line, struct origin *at)
{
    while (line.len > 0) {
        size_t length = composed_run(line);

        if (length > 0) {
            append(transcript, (struct slice){ line.at, length }, at);
            advance(transcript->encoding, (struct slice){ line.at, length }, at);
        } else {
            length = cluster_length(line);
            transcribe_cluster(transcript, (struct slice){ line.at, length }, at);
        }
        line = slice_from(line, length);
    }
}

void transcribe(struct transcript *transcript, struct slice piece, struct origin *at)
{
    while (piece.len > 0) {
        size_t length = line_length(piece), rest;

        transcribe_line(transcript, (struct slice){ piece.at, length }, at);
        piece = slice_from(piece, length);
        rest = line_break_length(piece);
        if (rest > 0)
            append(transcript, SLICE(" "), at);
        advance(transcript->encoding, (struct slice){ piece.at, rest }, at);
        piece = slice_from(piece, rest);
    }
}

uint32_t segment_begin(struct transcript *transcript)
{
    struct document *doc = transcript->doc;

    if (doc->segment_count > 0 && make_room(transcript, 1)) {
        transcript->text[doc->text.len++] = '\n';
        transcript->next.byte = UINT64_MAX;
    }
    return (uint32_t)doc->text.len;
}

struct segment *segment_end(struct transcript *transcript, uint32_t start, enum segment_kind kind)
{
    struct document *doc = transcript->doc;
    struct segment *segment;

    doc->segments = arena_grow(&doc->arena, doc->segments, doc->segment_count, &transcript->segment_capacity,
                               sizeof *doc->segments);
    segment = &doc->segments[doc->segment_count++];
    *segment = (struct segment){ .span = { start, (uint32_t)doc->text.len }, .kind = kind };
    return segment;
}
