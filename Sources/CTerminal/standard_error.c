#include "internal.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

// Logs, a child's complaints and Swift's own "Fatal error: …" would be written over the screen, and be gone with it
// when the terminal is given back. They go to a file without a name until then.

static int held = -1;    // the file
static int real = -1;    // standard error itself

static const off_t largest_shown = 64 * 1024;

void ct_hold_standard_error(void) {
  struct stat output, error;
  if (held >= 0 || !isatty(STDERR_FILENO)) return;
  if (fstat(STDOUT_FILENO, &output) != 0 || fstat(STDERR_FILENO, &error) != 0) return;
  if (output.st_rdev != error.st_rdev) return;

  FILE *stream = tmpfile();
  if (stream == NULL) return;
  int file = fcntl(fileno(stream), F_DUPFD_CLOEXEC, 3);
  fclose(stream);
  if (file < 0) return;
  int copy = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (copy < 0 || fcntl(file, F_SETFL, O_APPEND) < 0 || dup2(file, STDERR_FILENO) < 0) {
    close(file);
    if (copy >= 0) close(copy);
    return;
  }
  held = file;
  real = copy;
}

void ct_release_standard_error(void) {
  if (held < 0) return;
  dup2(real, STDERR_FILENO);
  struct stat file;
  if (fstat(held, &file) == 0) {
    off_t at = file.st_size > largest_shown ? file.st_size - largest_shown : 0;
    char bytes[1024];
    ssize_t count;
    while ((count = pread(held, bytes, sizeof(bytes), at)) > 0) {
      if (!ct_write_all(real, bytes, (size_t)count)) break;
      at += count;
    }
  }
  close(held);
  close(real);
  held = real = -1;
}
