/* An HTTP server for a few short answers: it collects what a request says, has one function answer it, and bounds what
 * a client can ask for. It knows nothing of what is served. */
#ifndef ROTSTIFT_SERVICE_HTTP_H
#define ROTSTIFT_SERVICE_HTTP_H

#include "error.h"
#include "text/arena.h"

/* What a request's body, or the fields of its address, may hold: an article of a million words. */
#define MAX_REQUEST_BYTES ((size_t)8 << 20)

struct http_field {
    struct slice name, value; /* decoded */
};

/* Everything is held in the arena, which is given back when the request has been answered. */
struct http_request {
    struct arena arena;
    struct slice method, path; /* "POST", "/v2/check" */
    struct http_field *fields; /* of the address and of the form, in the order of their coming */
    size_t field_count, field_capacity;
};

struct http_answer {
    unsigned status;
    const char *type; /* of the content */
    struct slice body;
};

/* The first field of that name; at is NULL where there is none. */
struct slice http_field(const struct http_request *request, const char *name);

/* Answers a request; what it allocates goes into the request's arena. Called from several threads at once. */
typedef void http_handler(void *user, struct http_request *request, struct http_answer *answer);

struct http_settings {
    const char *address; /* of the interface to listen at, in figures: "127.0.0.1", "::1" */
    unsigned port;       /* 0: any that is free */
    unsigned threads;
    const char *allow_origin; /* whose pages may ask (CORS): "*", "https://desk.example"; NULL: none */
    http_handler *handler;
    void *user;
};

struct http_server;

/* Begins to serve, in threads of its own. Returns NULL with *error: the address is none, the port is taken, the library
 * is not installed. settings is copied, its strings are borrowed. */
struct http_server *http_start(const struct http_settings *settings, struct rs_error *error);

/* The port that it listens at, also where any was asked for. */
unsigned http_port(const struct http_server *server);

/* Ends all requests and frees the server. */
void http_stop(struct http_server *server);

#endif
