/*
 * The switch of faultydisk.c: which files are watched, which operation is to fail, and the record
 * of those that did not. Part of that one file; it is apart only to be read by itself.
 */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

/* The system's own function of this name, looked up once. */
#define REAL(name)                                                  \
  ({                                                                \
    static __typeof__(&name) found;                                 \
    if (!found) found = (__typeof__(&name))dlsym(RTLD_NEXT, #name); \
    found;                                                          \
  })

/* Where offsets have 64 bits in any case, a function and its 64-bit twin are one. */
_Static_assert(sizeof(off_t) == sizeof(off64_t), "build it for a 64-bit system");
#define TWIN(name) __attribute__((alias(#name)))

/* What is done to a file. The numbers are those of FaultyDisk.Kind. */
enum kind { WRITES = 1, CUTS = 2, SYNCS = 4, NAMES = 8, READS = 16 };

/* How an operation fails. The numbers are those of FaultyDisk.Mode. */
enum mode {
  ONCE = 0,     /* the n-th, with an error */
  FOR_EVER = 1, /* the n-th and all that follow */
  HALF = 2,     /* half of the n-th is written, and then there is the error */
  SHORT = 3     /* half of the n-th is read or written, and the call says so: no error at all */
};

/* What is to become of one operation. */
enum fate { GOES, FAILS, GOES_HALF, GOES_SHORT };

static char folder[PATH_MAX];
static size_t folder_length;
static int record_file = -1;
static bool pretend;

/* Held while a change is made and recorded, so that the record has the order of the changes. */
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

static long fail_at, counted;
static int fail_error, fail_mode, fail_kinds;

__attribute__((constructor)) static void begin(void) {
  const char *dir = getenv("FAULTYDISK_DIR");
  if (!dir || strlen(dir) >= sizeof folder) return;
  const char *sync = getenv("FAULTYDISK_SYNC");
  pretend = sync && !strcmp(sync, "pretend");
  const char *record = getenv("FAULTYDISK_RECORD");
  if (record) {
    record_file = REAL(open64)(record, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  }
  strcpy(folder, dir);
  folder_length = strlen(folder);
}

/* ---- The switch, called by the program itself ---- */

/*
 * Counts anew, and lets the n-th operation of these kinds fail with this errno. With n = 0 they are
 * only counted; with no kinds all is left alone.
 */
void faultydisk_arm(long n, int error, int mode, int kinds) {
  pthread_mutex_lock(&turn);
  counted = 0;
  fail_at = n;
  fail_error = error;
  fail_mode = mode;
  fail_kinds = kinds;
  pthread_mutex_unlock(&turn);
}

/* How many operations of these kinds there were since it was armed. */
long faultydisk_counted(void) { return counted; }

/* ---- Which files, and whether to fail ---- */

/* The name below the folder, "" for the folder itself; null for what lies elsewhere. */
static const char *below(const char *path) {
  if (strncmp(path, folder, folder_length)) return NULL;
  const char *rest = path + folder_length;
  return *rest == '/' ? rest + 1 : *rest ? NULL : rest;
}

/*
 * The file behind a descriptor. The system is asked each time: a table of our own would miss what
 * was opened, doubled or renamed in a way that nobody thought of.
 */
static const char *behind(int fd, char *path) {
  if (!folder_length) return NULL;
  int before = errno;
  char link[40];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, PATH_MAX - 1);
  errno = before;
  if (length < 0) return NULL;
  path[length] = 0;
  return below(path);
}

/* The file that a name means, seen from an open folder or from the present one. */
static const char *named(int dirfd, const char *name, char *path) {
  if (!folder_length || !name) return NULL;
  if (*name == '/') {
    snprintf(path, PATH_MAX, "%s", name);
    return below(path);
  }
  int before = errno;
  char link[40];
  if (dirfd == AT_FDCWD) {
    strcpy(link, "/proc/self/cwd");
  } else {
    snprintf(link, sizeof link, "/proc/self/fd/%d", dirfd);
  }
  ssize_t length = readlink(link, path, PATH_MAX - 1);
  errno = before;
  if (length < 0 || length + strlen(name) + 2 > PATH_MAX) return NULL;
  path[length] = '/';
  strcpy(path + length + 1, name);
  return below(path);
}

/* To be asked once for each operation, with the turn held. */
static enum fate fate_of(enum kind kind) {
  if (!(kind & fail_kinds)) return GOES;
  counted++;
  bool now = fail_at > 0 && (counted == fail_at || (counted > fail_at && fail_mode == FOR_EVER));
  if (!now) return GOES;
  bool divisible = kind == WRITES || kind == READS;
  if (fail_mode == SHORT && !divisible) return GOES;
  return fail_mode == SHORT ? GOES_SHORT : fail_mode == HALF && kind == WRITES ? GOES_HALF : FAILS;
}

static int failure(void) {
  errno = fail_error;
  return -1;
}

/* ---- The record ---- */

static void put(const void *bytes, size_t length) {
  const char *next = bytes;
  while (length > 0) {
    ssize_t written = REAL(write)(record_file, next, length);
    if (written < 0) {
      if (errno == EINTR) continue;
      abort(); /* a record with a gap would prove nothing */
    }
    next += written;
    length -= written;
  }
}

/*
 * One operation: its letter, the length of the name (2 bytes), a number (8), the length of what
 * follows the name (4), the name, what follows. The low byte comes first.
 *
 *   C made        U deleted      M folder made   T cut, to this length    W written, at this offset
 *   S synced      F its sync failed              R renamed, to the name that follows   L linked, so
 */
static void record(char letter, const char *name, int64_t number, const void *rest, uint32_t size) {
  if (record_file < 0) return;
  int before = errno;
  uint16_t name_length = strlen(name);
  char head[15];
  head[0] = letter;
  memcpy(head + 1, &name_length, 2);
  memcpy(head + 3, &number, 8);
  memcpy(head + 11, &size, 4);
  put(head, sizeof head);
  put(name, name_length);
  put(rest, size);
  errno = before;
}
