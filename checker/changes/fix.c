#include "changes/fix.h"

#include <iconv.h>
#include <stdlib.h>

#include "changes/correction.h"
#include "configuration/rule_names.h"

static bool is_certain(const struct lexicon *lexicon, const struct issue *issue)
{
    const struct list_record *list = named_list(lexicon, LIST_CERTAIN_FIXES);

    if (list == NULL || issue->suppression != SUPPRESSION_NONE || issue->suggestion_count != 1)
        return false;
    for (uint32_t i = 0; i < list->count; i++)
        if (names_rule(lexicon_text(lexicon, lexicon->list_words[list->first + i]), issue->rule))
            return true;
    return false;
}

/* The text in the document's encoding; false where that has no such character. */
static bool encode(struct document *doc, struct slice text, struct slice *out)
{
    size_t room = text.len + 1, left = text.len, done;
    char *bytes, *end, *at = (char *)(uintptr_t)text.at;
    iconv_t converter;

    *out = text;
    if (slice_equal(doc->encoding, SLICE("UTF-8")))
        return true;
    converter = iconv_open(arena_copy(&doc->arena, doc->encoding).at, "UTF-8");
    if (converter == (iconv_t)-1)
        return false;
    bytes = end = arena_take(&doc->arena, room);
    done = iconv(converter, &at, &left, &end, &room);
    iconv_close(converter);
    *out = slice_between(bytes, end);
    return done == 0 && left == 0;
}

static void find_change(struct document *doc, const struct issue *issue, struct changes *out)
{
    struct place place = document_place(doc, issue->span);
    uint64_t behind = out->count == 0 ? 0 : out->items[out->count - 1].end;
    struct change change = { issue->span, issue->suggestions[0], place.start.byte, place.end.byte, { 0 } };

    /* Two changes that touch would be judged each without the other. */
    if (out->count > 0 && place.start.byte <= behind)
        return;
    if (!write_correction(doc, issue->span, issue->suggestions[0], &doc->arena, &change.bytes) ||
        !encode(doc, change.bytes, &change.bytes))
        return;
    out->items = arena_grow(&doc->arena, out->items, out->count, &out->capacity, sizeof *out->items);
    out->items[out->count++] = change;
}

/* A habit is one finding of a baseline, which knows its first place: all of it stays. */
static bool is_known_habit(const struct issues *issues, const struct issue *issue)
{
    for (size_t i = 0; issue->habit && i < issues->count; i++)
        if (issues->items[i].rule == issue->rule && issues->items[i].habit)
            return issues->items[i].suppression == SUPPRESSION_BASELINE;
    return false;
}

bool has_certain(const struct issues *issues, const struct lexicon *lexicon)
{
    for (size_t i = 0; i < issues->count; i++)
        if (is_certain(lexicon, &issues->items[i]))
            return true;
    return false;
}

void find_changes(struct document *doc, const struct issues *issues, const struct lexicon *lexicon, struct changes *out)
{
    for (size_t i = 0; i < issues->count; i++)
        if (is_certain(lexicon, &issues->items[i]) && !is_known_habit(issues, &issues->items[i]))
            find_change(doc, &issues->items[i], out);
}

struct slice apply_changes(const struct changes *changes, struct slice bytes)
{
    size_t size = bytes.len, taken = 0;
    char *changed, *end;

    for (size_t i = 0; i < changes->count; i++)
        size += changes->items[i].bytes.len;
    changed = end = malloc(size + 1);
    if (changed == NULL)
        return (struct slice){ 0 };
    for (size_t i = 0; i < changes->count; i++) {
        const struct change *change = &changes->items[i];

        if (change->start < taken || change->end < change->start || change->end > bytes.len) {
            free(changed);
            return (struct slice){ 0 };
        }
        end = mempcpy(end, bytes.at + taken, change->start - taken);
        if (change->bytes.len > 0)
            end = mempcpy(end, change->bytes.at, change->bytes.len);
        taken = change->end;
    }
    if (taken < bytes.len)
        end = mempcpy(end, bytes.at + taken, bytes.len - taken);
    return slice_between(changed, end);
}

/* Takes the piece off the front of the text; false when the text does not begin so. */
static bool take(struct slice *text, struct slice piece)
{
    if (!slice_starts(*text, piece))
        return false;
    *text = slice_from(*text, piece.len);
    return true;
}

bool changes_are_sound(const struct document *before, const struct changes *changes, const struct document *after)
{
    struct slice rest = after->text;
    uint32_t taken = 0;

    for (size_t i = 0; i < changes->count; i++) {
        const struct change *change = &changes->items[i];

        if (!take(&rest, text_of(before, (struct span){ taken, change->span.start })) ||
            !take(&rest, change->suggestion))
            return false;
        taken = change->span.end;
    }
    return slice_equal(rest, slice_from(before->text, taken));
}
