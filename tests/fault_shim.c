/* Loaded before the C library, it lets calls that reach files under chosen folders fail, or ends the process there.

   FAULT_PLAN names a file of one "struct plan", which tests/faults.py writes. It is mapped and shared with every process
   that is started from here, so that their calls are counted together and the plan can be changed while they run.  */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum { READ = 1, WRITE = 2, SYNC = 4, CREATE = 8 };
enum { COUNT, ONCE, ALWAYS, KILL };

struct plan {
    long count;         /* matching calls so far, of all processes */
    long at;            /* the call that fails, from 1 on */
    int mode, error, kinds, failed;
    char paths[2048];   /* how the paths begin that it is about, each ended by a newline */
    char first[1024];   /* the path of the call that failed first */
    long counts[4];     /* matching calls by kind */
};
static struct plan *plan;

__attribute__((constructor)) static void map_plan(void)
{
    const char *name = getenv("FAULT_PLAN");
    int fd = name ? open(name, O_RDWR | O_CLOEXEC) : -1;
    if (fd < 0)
        return;
    void *mapped = mmap(NULL, sizeof *plan, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    close(fd);
    plan = mapped == MAP_FAILED ? NULL : mapped;
}

static int is_meant(const char *path)
{
    for (const char *start = plan->paths, *end; (end = strchr(start, '\n')); start = end + 1)
        if (!strncmp(path, start, end - start))
            return 1;
    return 0;
}

/* Counts a call, and returns whether it is to fail; errno is set then and kept else. */
static int fails(int kind, const char *path)
{
    if (!is_meant(path))
        return 0;
    __sync_add_and_fetch(&plan->counts[__builtin_ctz(kind)], 1);
    long number = __sync_add_and_fetch(&plan->count, 1);
    if (plan->mode == COUNT || (plan->mode == ALWAYS ? number < plan->at : number != plan->at))
        return 0;
    if (__sync_bool_compare_and_swap(&plan->failed, 0, kind))
        snprintf(plan->first, sizeof plan->first, "%s", path);
    if (plan->mode == KILL)
        kill(getpid(), SIGKILL);
    errno = plan->error;
    return 1;
}

static int fd_fails(int kind, int fd)
{
    char link[32], path[4096];
    if (!plan || !(plan->kinds & kind))
        return 0;
    int before = errno;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    errno = before;
    if (length < 0)
        return 0;
    path[length] = 0;
    return fails(kind, path);
}

static int name_fails(int folder, const char *name)
{
    char link[32], path[8192];
    if (!plan || !(plan->kinds & CREATE))
        return 0;
    if (name[0] == '/')
        return fails(CREATE, name);
    int before = errno;
    snprintf(link, sizeof link, folder == AT_FDCWD ? "/proc/self/cwd" : "/proc/self/fd/%d", folder);
    ssize_t length = readlink(link, path, 4096);
    errno = before;
    if (length < 0)
        return 0;
    snprintf(path + length, sizeof path - length, "/%s", name);
    return fails(CREATE, path);
}

#define WRAP(type, name, fault, args, ...) \
    type name args \
    { \
        static type(*real) args; \
        if (fault) \
            return -1; \
        if (!real) \
            real = dlsym(RTLD_NEXT, #name); \
        return real(__VA_ARGS__); \
    }

WRAP(ssize_t, read, fd_fails(READ, fd), (int fd, void *to, size_t size), fd, to, size)
WRAP(ssize_t, readv, fd_fails(READ, fd), (int fd, const struct iovec *to, int n), fd, to, n)
WRAP(ssize_t, pread, fd_fails(READ, fd), (int fd, void *to, size_t size, off_t at), fd, to, size, at)
WRAP(ssize_t, pread64, fd_fails(READ, fd), (int fd, void *to, size_t size, off64_t at), fd, to, size, at)
WRAP(ssize_t, write, fd_fails(WRITE, fd), (int fd, const void *from, size_t size), fd, from, size)
WRAP(ssize_t, writev, fd_fails(WRITE, fd), (int fd, const struct iovec *from, int n), fd, from, n)
WRAP(ssize_t, pwrite, fd_fails(WRITE, fd), (int fd, const void *from, size_t size, off_t at), fd, from, size, at)
WRAP(ssize_t, pwrite64, fd_fails(WRITE, fd), (int fd, const void *from, size_t size, off64_t at), fd, from, size, at)
WRAP(int, ftruncate, fd_fails(WRITE, fd), (int fd, off_t size), fd, size)
WRAP(int, ftruncate64, fd_fails(WRITE, fd), (int fd, off64_t size), fd, size)
WRAP(int, fallocate, fd_fails(WRITE, fd), (int fd, int mode, off_t at, off_t size), fd, mode, at, size)
WRAP(int, fallocate64, fd_fails(WRITE, fd), (int fd, int mode, off64_t at, off64_t size), fd, mode, at, size)
WRAP(ssize_t, sendfile, fd_fails(WRITE, to), (int to, int from, off_t *at, size_t size), to, from, at, size)
WRAP(ssize_t, sendfile64, fd_fails(WRITE, to), (int to, int from, off64_t *at, size_t size), to, from, at, size)
WRAP(ssize_t, copy_file_range, fd_fails(WRITE, to),
     (int from, off64_t *at, int to, off64_t *where, size_t size, unsigned flags), from, at, to, where, size, flags)
WRAP(int, fsync, fd_fails(SYNC, fd), (int fd), fd)
WRAP(int, fdatasync, fd_fails(SYNC, fd), (int fd), fd)
WRAP(int, rename, name_fails(AT_FDCWD, to), (const char *from, const char *to), from, to)
WRAP(int, renameat, name_fails(in, to), (int out, const char *from, int in, const char *to), out, from, in, to)
WRAP(int, link, name_fails(AT_FDCWD, to), (const char *from, const char *to), from, to)
WRAP(int, mkdir, name_fails(AT_FDCWD, name), (const char *name, mode_t mode), name, mode)
WRAP(int, mkdirat, name_fails(in, name), (int in, const char *name, mode_t mode), in, name, mode)

/* posix_fallocate returns its error */
#define WRAP_ALLOCATION(name, offset) \
    int name(int fd, offset at, offset size) \
    { \
        static int (*real)(int, offset, offset); \
        if (fd_fails(WRITE, fd)) \
            return errno; \
        if (!real) \
            real = dlsym(RTLD_NEXT, #name); \
        return real(fd, at, size); \
    }
WRAP_ALLOCATION(posix_fallocate, off_t)
WRAP_ALLOCATION(posix_fallocate64, off64_t)

/* Opening matters only where it makes a file; the mode is there only then. */
#define WRAP_OPEN(name, folder, head, ...) \
    int name(head const char *path, int flags, ...) \
    { \
        static int (*real)(head const char *, int, ...); \
        mode_t mode = 0; \
        if (flags & O_CREAT || (flags & O_TMPFILE) == O_TMPFILE) { \
            va_list rest; \
            va_start(rest, flags); \
            mode = va_arg(rest, mode_t); \
            va_end(rest); \
            if (name_fails(folder, path)) \
                return -1; \
        } \
        if (!real) \
            real = dlsym(RTLD_NEXT, #name); \
        return real(__VA_ARGS__ path, flags, mode); \
    }
#define IN_FOLDER int folder,
#define FOLDER folder,
#define NOTHING
WRAP_OPEN(open, AT_FDCWD, NOTHING, NOTHING)
WRAP_OPEN(open64, AT_FDCWD, NOTHING, NOTHING)
WRAP_OPEN(openat, folder, IN_FOLDER, FOLDER)
WRAP_OPEN(openat64, folder, IN_FOLDER, FOLDER)
