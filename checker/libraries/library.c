#include "libraries/library.h"

#include <dlfcn.h>
#include <string.h>

static bool find_symbols(void *handle, const struct library_symbol *symbols, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        void *address = dlsym(handle, symbols[i].name);

        if (address == NULL)
            return false;
        memcpy(symbols[i].place, &address, sizeof(address)); /* POSIX has functions fit into a void pointer */
    }
    return true;
}

int library_load(struct library *library, const struct library_symbol *symbols, size_t count, const char *file,
                 struct rs_error *error)
{
    if (atomic_load_explicit(&library->loaded, memory_order_acquire))
        return 0;
    pthread_mutex_lock(&library->lock);
    bool found = atomic_load(&library->loaded);

    if (!found) {
        void *handle = dlopen(library->soname, RTLD_NOW | RTLD_LOCAL);

        found = handle != NULL && find_symbols(handle, symbols, count);
        atomic_store_explicit(&library->loaded, found, memory_order_release);
        if (!found)
            error_set(error, file, 0, "the library %s can't be loaded: %s; install its package", library->soname,
                      handle == NULL ? dlerror() : "it lacks a function");
    }
    pthread_mutex_unlock(&library->lock);
    return found ? 0 : -1;
}
