/* libmicrohttpd: the HTTP of `rotstift serve`. */
#ifndef ROTSTIFT_LIBRARIES_LIBMICROHTTPD_H
#define ROTSTIFT_LIBRARIES_LIBMICROHTTPD_H

#include <microhttpd.h>

#include "libraries/library.h"

#define LIBMICROHTTPD_FUNCTIONS(X)                                                                                     \
    X(MHD_add_response_header)                                                                                         \
    X(MHD_create_post_processor)                                                                                       \
    X(MHD_create_response_from_buffer)                                                                                 \
    X(MHD_destroy_post_processor)                                                                                      \
    X(MHD_destroy_response)                                                                                            \
    X(MHD_get_connection_values)                                                                                       \
    X(MHD_get_daemon_info)                                                                                             \
    X(MHD_post_process)                                                                                                \
    X(MHD_queue_response)                                                                                              \
    X(MHD_start_daemon)                                                                                                \
    X(MHD_stop_daemon)

struct libmicrohttpd {
    LIBMICROHTTPD_FUNCTIONS(LIBRARY_POINTER)
};
extern struct libmicrohttpd libmicrohttpd; /* all of it once libmicrohttpd_load has succeeded */

/* As library_load. */
int libmicrohttpd_load(const char *file, struct rs_error *error);

#endif
