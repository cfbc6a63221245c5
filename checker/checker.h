/* A checker: the compiled data, the checks, and what the caller wants to see. What rs_checker_open makes. */
#ifndef ROTSTIFT_CHECKER_H
#define ROTSTIFT_CHECKER_H

#include "checks/checks.h"

struct rs_checker {
    struct checks_context context;
    enum language language; /* of messages, where only one is given (rs_issue) */
    float confidence;       /* issues less sure are left out */
};

/* Divides, analyses and checks the document; *out (zeroed by the caller) receives the issues that are sure enough,
 * sorted, held in the document's arena. Safe to call from several threads with one checker. */
void checker_find(const struct rs_checker *checker, struct document *doc, struct issues *out);

/* The same, with the confidence and the preferences that the caller has put into *out. */
void checker_find_wanted(const struct rs_checker *checker, struct document *doc, struct issues *out);

#endif
