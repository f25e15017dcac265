/*
 * A disk that fails when it is told to, and that keeps a record of what was done to it.
 *
 * This library is preloaded under a program (LD_PRELOAD, Linux). It stands between the program and
 * the system's calls, for the files below one folder. The n-th call from now on can be made to
 * fail: this tries what becomes of work when a disk is full or broken. And every change can be
 * recorded: from the record a test rebuilds what may be on the disk after a power cut.
 *
 *   cc -std=gnu11 -O2 -shared -fPIC -o libfaultydisk.so faultydisk.c -ldl -lpthread
 *
 * Environment:
 *   FAULTYDISK_DIR     the folder, absolute and without symbolic links; without it nothing is done
 *   FAULTYDISK_RECORD  a file outside the folder to which the record is appended
 *   FAULTYDISK_SYNC    "pretend": a sync is counted, may fail, and is recorded, but does not wait
 *                      for the real disk; for runs that cut no real power, and are to be quick
 *
 * Not seen: files that are mapped into memory and streams of the C library (fopen). Examen and
 * SQLite, as Examen sets it, use neither for a project.
 */
#define _GNU_SOURCE
#include "faultydisk.h"

#include <dirent.h>
#include <stdarg.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/uio.h>

/* ---- Reading ---- */

/* What is to become of a read, and of how many bytes. */
static enum fate fate_of_read(int fd, size_t *length) {
  char path[PATH_MAX];
  if (!(fail_kinds & READS) || !behind(fd, path)) return GOES;
  pthread_mutex_lock(&turn);
  enum fate fate = fate_of(READS);
  pthread_mutex_unlock(&turn);
  if (fate == GOES_SHORT && *length > 1) *length /= 2;
  return fate;
}

ssize_t read(int fd, void *bytes, size_t length) {
  if (fate_of_read(fd, &length) == FAILS) return failure();
  return REAL(read)(fd, bytes, length);
}

ssize_t pread(int fd, void *bytes, size_t length, off_t at) {
  if (fate_of_read(fd, &length) == FAILS) return failure();
  return REAL(pread)(fd, bytes, length, at);
}

ssize_t pread64(int fd, void *bytes, size_t length, off64_t at) TWIN(pread);

ssize_t readv(int fd, const struct iovec *parts, int count) {
  size_t any = 2;
  if (fate_of_read(fd, &any) == FAILS) return failure();
  return REAL(readv)(fd, parts, count);
}

struct dirent64 *readdir64(DIR *dir) {
  size_t any = 2;
  if (fate_of_read(dirfd(dir), &any) != FAILS) return REAL(readdir64)(dir);
  failure();
  return NULL;
}

struct dirent *readdir(DIR *dir) TWIN(readdir64);

/* ---- Writing ---- */

static off64_t end_or_here(int fd) {
  struct stat64 now;
  bool appends = fcntl(fd, F_GETFL) & O_APPEND;
  return appends && !fstat64(fd, &now) ? now.st_size : lseek64(fd, 0, SEEK_CUR);
}

/* Writes at an offset, or where the file stands if that is -1. */
static ssize_t write_at(int fd, const void *bytes, size_t length, off64_t at) {
  return at < 0 ? REAL(write)(fd, bytes, length) : REAL(pwrite64)(fd, bytes, length, at);
}

static ssize_t written(int fd, const void *bytes, size_t length, off64_t at) {
  char path[PATH_MAX];
  const char *name = behind(fd, path);
  if (!name) return write_at(fd, bytes, length, at);
  pthread_mutex_lock(&turn);
  enum fate fate = fate_of(WRITES);
  ssize_t done = -1;
  if (fate != FAILS) {
    off64_t where = at < 0 ? end_or_here(fd) : at;
    size_t most = fate == GOES || length < 2 ? length : length / 2;
    done = write_at(fd, bytes, most, at);
    if (done > 0) record('W', name, where, bytes, done);
  }
  pthread_mutex_unlock(&turn);
  return fate == FAILS || fate == GOES_HALF ? failure() : done;
}

ssize_t write(int fd, const void *bytes, size_t length) { return written(fd, bytes, length, -1); }

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) {
  return written(fd, bytes, length, at);
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t at) TWIN(pwrite);

/* As so many writes: a call that wrote only some of its parts is as good as one that wrote all. */
ssize_t writev(int fd, const struct iovec *parts, int count) {
  char path[PATH_MAX];
  if (!behind(fd, path)) return REAL(writev)(fd, parts, count);
  ssize_t all = 0;
  for (int i = 0; i < count; i++) {
    ssize_t done = written(fd, parts[i].iov_base, parts[i].iov_len, -1);
    if (done < 0) return all > 0 ? all : done;
    all += done;
    if ((size_t)done < parts[i].iov_len) break;
  }
  return all;
}

/* The caller then reads and writes, which is seen. */
ssize_t copy_file_range(int in, off64_t *from, int out, off64_t *to, size_t length, unsigned how) {
  char path[PATH_MAX];
  if (!behind(in, path) && !behind(out, path)) {
    return REAL(copy_file_range)(in, from, out, to, length, how);
  }
  errno = ENOSYS;
  return -1;
}

ssize_t sendfile64(int out, int in, off64_t *from, size_t length) {
  char path[PATH_MAX];
  if (!behind(in, path) && !behind(out, path)) return REAL(sendfile64)(out, in, from, length);
  errno = EINVAL;
  return -1;
}

/* ---- Cutting and syncing ---- */

int ftruncate64(int fd, off64_t length) {
  char path[PATH_MAX];
  const char *name = behind(fd, path);
  if (!name) return REAL(ftruncate64)(fd, length);
  pthread_mutex_lock(&turn);
  int result = fate_of(CUTS) == FAILS ? failure() : REAL(ftruncate64)(fd, length);
  if (!result) record('T', name, length, NULL, 0);
  pthread_mutex_unlock(&turn);
  return result;
}

int ftruncate(int fd, off_t length) TWIN(ftruncate64);

int truncate64(const char *file, off64_t length) {
  int fd = REAL(open64)(file, O_WRONLY | O_CLOEXEC);
  if (fd < 0) return -1;
  int result = ftruncate64(fd, length);
  int why = errno;
  REAL(close)(fd);
  errno = why;
  return result;
}

int truncate(const char *file, off_t length) TWIN(truncate64);

static int synced(int fd, int (*sync)(int)) {
  char path[PATH_MAX];
  const char *name = behind(fd, path);
  if (!name) return sync(fd);
  pthread_mutex_lock(&turn);
  bool fails = fate_of(SYNCS) == FAILS;
  int result = fails ? failure() : pretend ? 0 : sync(fd);
  record(result ? 'F' : 'S', name, 0, NULL, 0);
  pthread_mutex_unlock(&turn);
  return result;
}

int fsync(int fd) { return synced(fd, REAL(fsync)); }

int fdatasync(int fd) { return synced(fd, REAL(fdatasync)); }

/* ---- Names ---- */

static int opened(int dirfd, const char *file, int flags, mode_t mode) {
  char path[PATH_MAX];
  const char *name = named(dirfd, file, path);
  if (!name) return REAL(openat64)(dirfd, file, flags, mode);
  pthread_mutex_lock(&turn);
  int before = errno;
  bool there = !faccessat(dirfd, file, F_OK, 0);
  errno = before;
  bool makes = !there && (flags & O_CREAT);
  bool cuts = there && (flags & O_TRUNC) && (flags & O_ACCMODE) != O_RDONLY;
  enum fate fate = there || makes ? fate_of(makes ? NAMES : cuts ? CUTS : READS) : GOES;
  int fd = fate == FAILS ? failure() : REAL(openat64)(dirfd, file, flags, mode);
  if (fd >= 0 && makes) record('C', name, 0, NULL, 0);
  if (fd >= 0 && cuts) record('T', name, 0, NULL, 0);
  pthread_mutex_unlock(&turn);
  return fd;
}

/* The mode that follows is junk unless a file is made; then nobody looks at it. */
#define MODE(mode, flags)             \
  va_list rest;                       \
  va_start(rest, flags);              \
  mode_t mode = va_arg(rest, mode_t); \
  va_end(rest)

int open(const char *file, int flags, ...) {
  MODE(mode, flags);
  return opened(AT_FDCWD, file, flags, mode);
}

int open64(const char *file, int flags, ...) TWIN(open);

int openat(int dirfd, const char *file, int flags, ...) {
  MODE(mode, flags);
  return opened(dirfd, file, flags, mode);
}

int openat64(int dirfd, const char *file, int flags, ...) TWIN(openat);

int mkdirat(int dirfd, const char *file, mode_t mode) {
  char path[PATH_MAX];
  const char *name = named(dirfd, file, path);
  if (!name) return REAL(mkdirat)(dirfd, file, mode);
  pthread_mutex_lock(&turn);
  int result = fate_of(NAMES) == FAILS ? failure() : REAL(mkdirat)(dirfd, file, mode);
  if (!result) record('M', name, 0, NULL, 0);
  pthread_mutex_unlock(&turn);
  return result;
}

int mkdir(const char *file, mode_t mode) { return mkdirat(AT_FDCWD, file, mode); }

int unlinkat(int dirfd, const char *file, int flags) {
  char path[PATH_MAX];
  const char *name = named(dirfd, file, path);
  /* What is not there cannot be deleted, on a sound disk or on another. */
  if (!name || faccessat(dirfd, file, F_OK, AT_SYMLINK_NOFOLLOW)) {
    return REAL(unlinkat)(dirfd, file, flags);
  }
  pthread_mutex_lock(&turn);
  int result = fate_of(NAMES) == FAILS ? failure() : REAL(unlinkat)(dirfd, file, flags);
  if (!result) record('U', name, 0, NULL, 0);
  pthread_mutex_unlock(&turn);
  return result;
}

int unlink(const char *file) { return unlinkat(AT_FDCWD, file, 0); }

int rmdir(const char *file) { return unlinkat(AT_FDCWD, file, AT_REMOVEDIR); }

/* The real one: a rename, or a link. */
static int place(char letter, int olddir, const char *old, int newdir, const char *new, int how) {
  return letter == 'R' ? REAL(renameat2)(olddir, old, newdir, new, how)
                       : REAL(linkat)(olddir, old, newdir, new, how);
}

/* A file gets another name, or a second one. */
static int placed(char letter, int olddir, const char *old, int newdir, const char *new, int how) {
  char old_path[PATH_MAX], new_path[PATH_MAX];
  const char *from = named(olddir, old, old_path);
  const char *to = named(newdir, new, new_path);
  if (!from && !to) return place(letter, olddir, old, newdir, new, how);
  /* What comes from elsewhere, with bytes that were never seen, cannot be recorded. */
  if ((!from || !to) && record_file >= 0) abort();
  pthread_mutex_lock(&turn);
  bool fails = fate_of(NAMES) == FAILS;
  int result = fails ? failure() : place(letter, olddir, old, newdir, new, how);
  if (!result && from && to) record(letter, from, 0, to, strlen(to));
  pthread_mutex_unlock(&turn);
  return result;
}

int rename(const char *old, const char *new) {
  return placed('R', AT_FDCWD, old, AT_FDCWD, new, 0);
}

int renameat(int olddir, const char *old, int newdir, const char *new) {
  return placed('R', olddir, old, newdir, new, 0);
}

int renameat2(int olddir, const char *old, int newdir, const char *new, unsigned flags) {
  return placed('R', olddir, old, newdir, new, flags);
}

int link(const char *old, const char *new) { return placed('L', AT_FDCWD, old, AT_FDCWD, new, 0); }

int linkat(int olddir, const char *old, int newdir, const char *new, int flags) {
  return placed('L', olddir, old, newdir, new, flags);
}
