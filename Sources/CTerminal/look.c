#include "CTerminal.h"

#include <curses.h>
#include <term.h>

#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

static struct termios modes_before;

bool ct_hush(void) {
  // From the background, tcsetattr would stop us.
  if (tcgetpgrp(STDIN_FILENO) != getpgrp() || tcgetattr(STDIN_FILENO, &modes_before) != 0) return false;
  struct termios modes = modes_before;
  // Nobody is to end us with the terminal like this.
  modes.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ISIG);
  modes.c_cc[VMIN] = 1;
  modes.c_cc[VTIME] = 0;
  return tcsetattr(STDIN_FILENO, TCSANOW, &modes) == 0;
}

// Answers that come now would be the shell's.
void ct_unhush(void) { tcsetattr(STDIN_FILENO, TCSAFLUSH, &modes_before); }

// In the order of the fields: term.h makes macros of some of their names.
ct_terminfo ct_look(void) {
  bool is_terminal = isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
  int error = 0;
  if (setupterm(NULL, STDOUT_FILENO, &error) != OK) return (ct_terminfo){is_terminal};
  const char *move_cursor = tigetstr("cup");
  bool is_known = move_cursor != NULL && move_cursor != (char *)-1;
  bool speaks_ansi = is_known && strncmp(move_cursor, "\033[", 2) == 0;
  int colors = tigetnum("colors");
  bool has_rgb = ct_has_rgb();
  struct winsize size = {0};
  ioctl(STDOUT_FILENO, TIOCGWINSZ, &size);
  del_curterm(cur_term);
  return (ct_terminfo){is_terminal, is_known, colors > 0 ? colors : 0, has_rgb, speaks_ansi, size.ws_col, size.ws_row};
}
