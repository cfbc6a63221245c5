/* LanguageTool's HTTP API, version 2, for the clients that speak it (browsers, office suites, editors): what they send
 * is checked, and what is found is told in their terms. Offsets are UTF-16 units of the text as it was sent.
 *
 * Beside LanguageTool's fields a request may hold "source", the English original. */
#ifndef ROTSTIFT_SERVICE_LANGUAGETOOL_H
#define ROTSTIFT_SERVICE_LANGUAGETOOL_H

#include "run.h"
#include "service/http.h"

struct languagetool;

/* Reads the configuration of the current folder. A checker for another variant than it says is opened when a client
 * asks for it. checker and options are borrowed. Returns NULL when something can't be read, which has been said. */
struct languagetool *languagetool_open(const struct rs_checker *checker, const struct options *options);
void languagetool_close(struct languagetool *service);

/* Answers a request; user is a struct languagetool. Safe for threads. */
http_handler languagetool_answer;

#endif
