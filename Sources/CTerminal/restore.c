#define NCURSES_WIDECHAR 1
#include "internal.h"

#include "CTerminal.h"

#include <ncurses.h>

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static struct termios modes_before;
static char undo[512];
static size_t undo_count;
static char farewell[256];
// Read by a signal handler, so the length is stored after the bytes.
static _Atomic size_t farewell_count;
static atomic_bool armed;
static int drawing = -1;
static int nowhere = -1;

bool ct_write_all(int fd, const void *bytes, size_t count) {
  const char *next = bytes;
  while (count > 0) {
    ssize_t written = write(fd, next, count);
    if (written > 0) {
      next += written;
      count -= (size_t)written;
    } else if (written < 0 && errno == EAGAIN) {
      // Someone made the terminal non-blocking; a terminal that takes nothing for a second is as good as gone.
      struct pollfd waiting = {.fd = fd, .events = POLLOUT};
      if (poll(&waiting, 1, 1000) == 0) return false;
    } else if (written < 0 && errno == EINTR) {
      continue;
    } else {
      return false;
    }
  }
  return true;
}

// Appends a terminfo string without its delays ("$<5>").
static void undo_with(const char *capability) {
  if (capability == NULL || capability == (const char *)-1) return;
  for (const char *c = capability; *c != 0 && undo_count < sizeof(undo); c++) {
    if (c[0] == '$' && c[1] == '<') {
      const char *end = strchr(c, '>');
      if (end != NULL) {
        c = end;
        continue;
      }
    }
    undo[undo_count++] = *c;
  }
}

bool ct_restore_note_modes(void) { return tcgetattr(STDIN_FILENO, &modes_before) == 0; }

void ct_restore_note_sequences(void) {
  undo_count = 0;
  undo_with(tigetstr("rmkx"));
  undo_with(tigetstr("sgr0"));
  undo_with(tigetstr("op"));
  undo_with(tigetstr("cnorm"));
  undo_with(tigetstr("rmcup"));
}

void ct_set_farewell(const char *bytes) {
  size_t count = strlen(bytes);
  if (count >= sizeof(farewell)) return;
  atomic_store(&farewell_count, 0);
  memcpy(farewell, bytes, count);
  atomic_store(&farewell_count, count);
}

void ct_restore_say_farewell(void) {
  ct_write_all(STDOUT_FILENO, farewell, atomic_load(&farewell_count));
  static const char modes[] = "\033[?2026l\033[?2004l\033[?1006l\033[?1000l";
  if (ct_is_ansi()) ct_write_all(STDOUT_FILENO, modes, sizeof(modes) - 1);
}

void ct_restore_arm(int output) {
  static atomic_bool registered;
  drawing = output;
  if (nowhere < 0) nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (!atomic_exchange(&registered, true)) atexit(ct_restore_now);
  atomic_store(&armed, true);
}

bool ct_restore_disarm(void) { return atomic_exchange(&armed, false); }

void ct_restore_now(void) {
  if (!ct_restore_disarm()) return;
  // From the background, tcsetattr would stop us here for ever.
  signal(SIGTTOU, SIG_IGN);
  if (nowhere >= 0) dup2(nowhere, drawing);
  // Ends a picture that is cut off there.
  static const char end_of_string[] = "\033\\";
  if (ct_is_ansi()) ct_write_all(STDOUT_FILENO, end_of_string, sizeof(end_of_string) - 1);
  ct_restore_say_farewell();
  ct_write_all(STDOUT_FILENO, undo, undo_count);
  tcsetattr(STDIN_FILENO, TCSANOW, &modes_before);
  ct_release_standard_error();
}
