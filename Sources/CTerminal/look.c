#include "CTerminal.h"

#include <curses.h>
#include <term.h>

#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

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
