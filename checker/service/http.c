#include "service/http.h"

#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "libraries/libmicrohttpd.h"

enum {
    MOST_CONNECTIONS = 64,
    IDLE_SECONDS = 30,      /* after which a silent client is sent away */
    FORM_BUFFER = 64 << 10, /* bytes of a form that are decoded at a time */
    MOST_FIELDS = 64,       /* of a request; the API has a dozen */
};

struct http_server {
    struct http_settings settings;
    struct MHD_Daemon *daemon;
};

/* A request on its way. */
struct incoming {
    struct http_request request;
    struct MHD_PostProcessor *form; /* NULL: the body is no form */
    size_t bytes;                   /* of the fields, so far */
    size_t room;                    /* bytes that the value of the last field may grow to where it stands */
    bool is_unread;                 /* a body that is no form */
    bool is_too_large;              /* in bytes, or in fields */
};

struct slice http_field(const struct http_request *request, const char *name)
{
    for (size_t i = 0; i < request->field_count; i++)
        if (slice_is(request->fields[i].name, name))
            return request->fields[i].value;
    return (struct slice){ 0 };
}

/* ---- what is asked ---- */

/* A part of a form may come without a name (NULL): nobody asks for that. */
static struct http_field *add_field(struct incoming *incoming, const char *name)
{
    struct http_request *request = &incoming->request;

    if (name == NULL)
        name = "";
    if (request->field_count == MOST_FIELDS || strlen(name) > MAX_REQUEST_BYTES - incoming->bytes) {
        incoming->is_too_large = true;
        return NULL;
    }
    request->fields = arena_grow(&request->arena, request->fields, request->field_count, &request->field_capacity,
                                 sizeof(*request->fields));
    struct http_field *field = &request->fields[request->field_count++];

    *field = (struct http_field){ .name = arena_copy(&request->arena, slice_of(name)), .value = SLICE("") };
    incoming->bytes += field->name.len;
    incoming->room = 0;
    return field;
}

/* A value comes in pieces, those of the last field. */
static void extend(struct incoming *incoming, struct http_field *field, struct slice piece)
{
    struct slice value = field->value;

    if (piece.len > MAX_REQUEST_BYTES - incoming->bytes) {
        incoming->is_too_large = true;
        return;
    }
    if (incoming->room < value.len + piece.len) {
        incoming->room = 2 * (value.len + piece.len);
        field->value.at = memcpy(arena_room(&incoming->request.arena, incoming->room), value.at, value.len);
    }
    memcpy((char *)(uintptr_t)field->value.at + value.len, piece.at, piece.len);
    field->value.len += piece.len;
    incoming->bytes += piece.len;
}

static enum MHD_Result take_argument(void *user, enum MHD_ValueKind kind, const char *name, const char *value)
{
    struct incoming *incoming = user;
    struct http_field *field = add_field(incoming, name);

    (void)kind;
    if (field != NULL && value != NULL)
        extend(incoming, field, slice_of(value));
    return MHD_YES;
}

static enum MHD_Result take_piece(void *user, enum MHD_ValueKind kind, const char *name, const char *file,
                                  const char *type, const char *encoding, const char *piece, uint64_t offset,
                                  size_t length)
{
    struct incoming *incoming = user;
    struct http_request *request = &incoming->request;
    struct http_field *field =
        offset > 0 && request->field_count > 0 ? &request->fields[request->field_count - 1] : add_field(incoming, name);

    (void)kind, (void)file, (void)type, (void)encoding;
    if (field != NULL && length > 0)
        extend(incoming, field, (struct slice){ piece, length });
    return incoming->is_too_large ? MHD_NO : MHD_YES;
}

static struct incoming *begin_request(struct MHD_Connection *connection, const char *path, const char *method)
{
    struct incoming *incoming = calloc(1, sizeof(*incoming));

    if (incoming == NULL)
        return NULL;
    incoming->request.path = arena_copy(&incoming->request.arena, slice_of(path));
    incoming->request.method = arena_copy(&incoming->request.arena, slice_of(method));
    libmicrohttpd.MHD_get_connection_values(connection, MHD_GET_ARGUMENT_KIND, take_argument, incoming);
    if (slice_is(incoming->request.method, "POST"))
        incoming->form = libmicrohttpd.MHD_create_post_processor(connection, FORM_BUFFER, take_piece, incoming);
    return incoming;
}

static void take_body(struct incoming *incoming, const char *bytes, size_t length)
{
    if (incoming->form == NULL)
        incoming->is_unread = true;
    else if (!incoming->is_too_large)
        libmicrohttpd.MHD_post_process(incoming->form, bytes, length);
}

/* ---- what is answered ---- */

static struct http_answer plain(unsigned status, const char *text)
{
    return (struct http_answer){ status, "text/plain; charset=utf-8", slice_of(text) };
}

static struct http_answer answer_to(const struct http_settings *settings, struct incoming *incoming)
{
    struct http_answer answer = { 0 };

    if (incoming->form != NULL) /* gives out the last piece */
        libmicrohttpd.MHD_destroy_post_processor(incoming->form);
    incoming->form = NULL;
    if (incoming->is_too_large)
        return plain(MHD_HTTP_CONTENT_TOO_LARGE, "Error: the request is larger than 8 MiB, or has too many fields\n");
    if (incoming->is_unread)
        return plain(MHD_HTTP_UNSUPPORTED_MEDIA_TYPE,
                     "Error: the body is neither application/x-www-form-urlencoded nor multipart/form-data\n");
    if (slice_is(incoming->request.method, "OPTIONS"))
        return plain(MHD_HTTP_OK, "");
    settings->handler(settings->user, &incoming->request, &answer);
    return answer;
}

static void allow_origin(struct MHD_Response *response, const char *origin)
{
    if (origin == NULL)
        return;
    libmicrohttpd.MHD_add_response_header(response, MHD_HTTP_HEADER_ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    libmicrohttpd.MHD_add_response_header(response, MHD_HTTP_HEADER_ACCESS_CONTROL_ALLOW_METHODS, "GET, POST, OPTIONS");
    libmicrohttpd.MHD_add_response_header(response, MHD_HTTP_HEADER_ACCESS_CONTROL_ALLOW_HEADERS,
                                          "Accept, Content-Type");
}

static enum MHD_Result send_answer(const struct http_settings *settings, struct MHD_Connection *connection,
                                   const struct http_answer *answer)
{
    struct MHD_Response *response = libmicrohttpd.MHD_create_response_from_buffer(
        answer->body.len, (void *)(uintptr_t)answer->body.at, MHD_RESPMEM_MUST_COPY);

    if (response == NULL)
        return MHD_NO;
    libmicrohttpd.MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, answer->type);
    libmicrohttpd.MHD_add_response_header(response, "X-Content-Type-Options", "nosniff");
    allow_origin(response, settings->allow_origin);
    enum MHD_Result queued = libmicrohttpd.MHD_queue_response(connection, answer->status, response);

    libmicrohttpd.MHD_destroy_response(response);
    return queued;
}

/* Called once with the head of a request, once for each piece of its body, and once at its end. */
static enum MHD_Result take_request(void *user, struct MHD_Connection *connection, const char *path, const char *method,
                                    const char *version, const char *body, size_t *length, void **state)
{
    struct http_server *server = user;
    struct incoming *incoming = *state;

    (void)version;
    if (incoming == NULL) {
        *state = begin_request(connection, path, method);
        return *state == NULL ? MHD_NO : MHD_YES;
    }
    if (*length > 0) {
        take_body(incoming, body, *length);
        *length = 0;
        return MHD_YES;
    }
    struct http_answer answer = answer_to(&server->settings, incoming);

    return send_answer(&server->settings, connection, &answer);
}

static void end_request(void *user, struct MHD_Connection *connection, void **state,
                        enum MHD_RequestTerminationCode how)
{
    struct incoming *incoming = *state;

    (void)user, (void)connection, (void)how;
    if (incoming == NULL)
        return;
    if (incoming->form != NULL)
        libmicrohttpd.MHD_destroy_post_processor(incoming->form);
    arena_free(&incoming->request.arena);
    free(incoming);
    *state = NULL;
}

/* ---- the server ---- */

/* The address to listen at; to be freed by freeaddrinfo. NULL with *error. */
static struct addrinfo *find_address(const struct http_settings *settings, struct rs_error *error)
{
    const struct addrinfo hints = { .ai_flags = AI_NUMERICHOST | AI_NUMERICSERV | AI_PASSIVE,
                                    .ai_socktype = SOCK_STREAM };
    struct addrinfo *found = NULL;
    char port[16];

    snprintf(port, sizeof port, "%u", settings->port);
    if (getaddrinfo(settings->address, port, &hints, &found) != 0) {
        error_set(error, NULL, 0, "--address %s: no address of an interface, such as 127.0.0.1 or ::1",
                  settings->address);
        return NULL;
    }
    return found;
}

static struct MHD_Daemon *start_daemon(struct http_server *server, const struct addrinfo *address)
{
    unsigned flags = MHD_USE_AUTO_INTERNAL_THREAD | (address->ai_family == AF_INET6 ? MHD_USE_IPv6 : 0u);
    /* one thread serves alone, a pool has two at least */
    unsigned pool = server->settings.threads > 1 ? server->settings.threads : 0;

    return libmicrohttpd.MHD_start_daemon(flags, (uint16_t)server->settings.port, NULL, NULL, take_request, server,
                                          MHD_OPTION_SOCK_ADDR, address->ai_addr, MHD_OPTION_NOTIFY_COMPLETED,
                                          end_request, server, MHD_OPTION_CONNECTION_LIMIT, (unsigned)MOST_CONNECTIONS,
                                          MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)IDLE_SECONDS,
                                          MHD_OPTION_THREAD_POOL_SIZE, pool, MHD_OPTION_END);
}

struct http_server *http_start(const struct http_settings *settings, struct rs_error *error)
{
    if (libmicrohttpd_load(NULL, error) != 0)
        return NULL;
    struct addrinfo *address = find_address(settings, error);
    struct http_server *server = address == NULL ? NULL : calloc(1, sizeof(*server));

    if (server != NULL) {
        server->settings = *settings;
        server->daemon = start_daemon(server, address);
    }
    if (server != NULL && server->daemon == NULL) {
        error_set(error, NULL, 0, "can't listen at %s, port %u: it is taken, or not allowed", settings->address,
                  settings->port);
        free(server);
        server = NULL;
    }
    if (address != NULL)
        freeaddrinfo(address);
    return server;
}

unsigned http_port(const struct http_server *server)
{
    return libmicrohttpd.MHD_get_daemon_info(server->daemon, MHD_DAEMON_INFO_BIND_PORT)->port;
}

void http_stop(struct http_server *server)
{
    libmicrohttpd.MHD_stop_daemon(server->daemon);
    free(server);
}
