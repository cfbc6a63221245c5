/* JSON that is written piece by piece, so that ten thousand articles need no more memory than one issue. */
#ifndef ROTSTIFT_REPORTS_JSON_LIST_H
#define ROTSTIFT_REPORTS_JSON_LIST_H

#include "json_issue.h"

/* A list under way, each element on a line of its own. */
struct json_list {
    FILE *out;
    size_t count; /* of elements written before */
    int status;   /* -1 once an element could not be made or written */
};

/* Writes the next element and lets go of it; NULL (memory ran out) is noted. */
void json_list_add(struct json_list *list, json_t *element);

#endif
