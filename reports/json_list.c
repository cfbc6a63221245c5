#include "json_list.h"

void json_list_add(struct json_list *list, json_t *element)
{
    fputs(list->count++ == 0 ? "\n" : ",\n", list->out);
    if (element == NULL || json_dumpf(element, list->out, JSON_STYLE | JSON_ENCODE_ANY) != 0)
        list->status = -1;
    json_decref(element);
}
