/* A disk that fails, for LD_PRELOAD: the calls that write below one folder are counted, and from the n-th on, or only
   the n-th, they fail with a given error. disk_fails() arms it, disk_is_mended() ends it and tells how many calls there
   were. Half of what a failing write should write is written, as a disk that fills up does. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static char place[PATH_MAX];
static size_t place_length;
static int armed, error_number, lasting, reading;
static long first, called, failed;

void disk_fails(const char *folder, long at, int error, int lasts, int reads) {
    strncpy(place, folder, sizeof place - 1);
    place_length = strlen(place);
    first = at, error_number = error, lasting = lasts, reading = reads;
    called = failed = 0;
    armed = 1;
}

long disk_is_mended(void) {
    armed = 0;
    return called;
}

long disk_failed(void) { return failed; }

static int lies_there(const char *path) {
    return strncmp(path, place, place_length) == 0 && (path[place_length] == '/' || path[place_length] == 0);
}

static int file_lies_there(int file) {
    char name[64], path[PATH_MAX];
    snprintf(name, sizeof name, "/proc/self/fd/%d", file);
    ssize_t length = readlink(name, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return lies_there(path);
}

static int path_lies_there(int folder, const char *path) {
    if (path == NULL) return 0;
    if (path[0] == '/') return lies_there(path);
    return folder != AT_FDCWD && file_lies_there(folder);
}

static int fails(int there) {
    if (!there) return 0;
    called++;
    if (called < first || (!lasting && called > first)) return 0;
    failed++;
    errno = error_number;
    return 1;
}

#define REAL(type, name, parameters) \
    static type(*real) parameters; \
    if (!real) real = (type(*) parameters)dlsym(RTLD_NEXT, #name)
#define FILE_FAILS(file) (armed && !reading && fails(file_lies_there(file)))
#define PATH_FAILS(folder, path) (armed && !reading && fails(path_lies_there(folder, path)))
#define READ_FAILS(file) (armed && reading && fails(file_lies_there(file)))

ssize_t write(int file, const void *from, size_t length) {
    REAL(ssize_t, write, (int, const void *, size_t));
    int kept = errno;
    if (FILE_FAILS(file)) {
        if (length > 1 && real(file, from, length / 2) < 0) return -1;
        errno = error_number;
        return -1;
    }
    errno = kept;
    return real(file, from, length);
}

#define WRITE_AT(name, offset_type) \
    ssize_t name(int file, const void *from, size_t length, offset_type at) { \
        REAL(ssize_t, name, (int, const void *, size_t, offset_type)); \
        int kept = errno; \
        if (FILE_FAILS(file)) { \
            if (length > 1 && real(file, from, length / 2, at) < 0) return -1; \
            errno = error_number; \
            return -1; \
        } \
        errno = kept; \
        return real(file, from, length, at); \
    }
WRITE_AT(pwrite, off_t)
WRITE_AT(pwrite64, off64_t)

#define ON_FILE(type, name, parameters, ...) \
    type name parameters { \
        REAL(type, name, parameters); \
        int kept = errno; \
        if (FILE_FAILS(file)) return -1; \
        errno = kept; \
        return real(__VA_ARGS__); \
    }
ON_FILE(int, ftruncate, (int file, off_t length), file, length)
ON_FILE(int, ftruncate64, (int file, off64_t length), file, length)
ON_FILE(int, fsync, (int file), file)
ON_FILE(int, fdatasync, (int file), file)

#define ON_READ(name, parameters, ...) \
    ssize_t name parameters { \
        REAL(ssize_t, name, parameters); \
        int kept = errno; \
        if (READ_FAILS(file)) return -1; \
        errno = kept; \
        return real(__VA_ARGS__); \
    }
ON_READ(read, (int file, void *to, size_t length), file, to, length)
ON_READ(pread, (int file, void *to, size_t length, off_t at), file, to, length, at)
ON_READ(pread64, (int file, void *to, size_t length, off64_t at), file, to, length, at)

#define ON_PATH(name, parameters, folder, path, ...) \
    int name parameters { \
        REAL(int, name, parameters); \
        int kept = errno; \
        if (PATH_FAILS(folder, path)) return -1; \
        errno = kept; \
        return real(__VA_ARGS__); \
    }
ON_PATH(rename, (const char *from, const char *to), AT_FDCWD, to, from, to)
ON_PATH(renameat2, (int at, const char *from, int folder, const char *to, unsigned flags), folder, to, at, from, folder, to,
        flags)
ON_PATH(link, (const char *from, const char *to), AT_FDCWD, to, from, to)
ON_PATH(linkat, (int at, const char *from, int folder, const char *to, int flags), folder, to, at, from, folder, to, flags)
ON_PATH(mkdir, (const char *path, mode_t mode), AT_FDCWD, path, path, mode)

#define OPENING(name, parameters, folder, ...) \
    int name parameters { \
        REAL(int, name, (__VA_ARGS__, ...)); \
        mode_t mode = 0; \
        if (flags & (O_CREAT | O_TMPFILE)) { \
            va_list rest; \
            va_start(rest, flags); \
            mode = va_arg(rest, mode_t); \
            va_end(rest); \
            int kept = errno; \
            int makes = (flags & O_TMPFILE) == O_TMPFILE || (flags & O_CREAT && faccessat(folder, path, F_OK, 0)); \
            if (makes && PATH_FAILS(folder, path)) return -1; \
            errno = kept; \
        }
OPENING(open, (const char *path, int flags, ...), AT_FDCWD, const char *, int) return real(path, flags, mode); }
OPENING(open64, (const char *path, int flags, ...), AT_FDCWD, const char *, int) return real(path, flags, mode); }
OPENING(openat, (int folder, const char *path, int flags, ...), folder, int, const char *, int)
    return real(folder, path, flags, mode); }
OPENING(openat64, (int folder, const char *path, int flags, ...), folder, int, const char *, int)
    return real(folder, path, flags, mode); }
