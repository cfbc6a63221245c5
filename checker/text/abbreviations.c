#include "text/abbreviations.h"

static bool list_has(const struct slice *items, size_t count, struct slice word)
{
    size_t low = 0;

    while (low < count) {
        size_t middle = low + (count - low) / 2;
        int order = slice_compare(items[middle], word);

        if (order == 0)
            return true;
        if (order < 0)
            low = middle + 1;
        else
            count = middle;
    }
    return false;
}

bool is_abbreviation(const struct abbreviations *list, struct slice word)
{
    return list != NULL && list_has(list->items, list->count, word);
}

bool is_sentence_starter(const struct abbreviations *list, struct slice word)
{
    return list != NULL && list_has(list->starters, list->starter_count, word);
}
