#include "text/abbreviations.h"

static int compare(struct slice a, struct slice b)
{
    size_t common = a.len < b.len ? a.len : b.len;
    int order = common == 0 ? 0 : memcmp(a.at, b.at, common);

    return order != 0 ? order : (a.len > b.len) - (a.len < b.len);
}

static bool list_has(const struct slice *items, size_t count, struct slice word)
{
    size_t low = 0;

    while (low < count) {
        size_t middle = low + (count - low) / 2;
        int order = compare(items[middle], word);

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
