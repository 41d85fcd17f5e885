#define NCURSES_WIDECHAR 1
// wcwidth
#define _XOPEN_SOURCE 700
#define _DEFAULT_SOURCE
#include "CTerminal.h"

#include "internal.h"

#include <ncurses.h>

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

static SCREEN *screen;
// Standard output's terminal, for drawing only: see ct_restore_arm.
static FILE *output;
static bool is_ansi;
static int shown_cursor;

// Above all keys that terminfo can name.
enum { key_paste_begin = KEY_MAX + 1001, key_paste_end };

const char *ct_version(void) { return curses_version(); }

// MARK: - Opening and closing

static bool locale_is_utf8(void) {
  return strcmp(nl_langinfo(CODESET), "UTF-8") == 0 || strcmp(nl_langinfo(CODESET), "utf8") == 0;
}

bool ct_set_locale(bool plain) {
  if (plain) {
    setlocale(LC_CTYPE, "C");
    return false;
  }
  if (setlocale(LC_CTYPE, "") != NULL && locale_is_utf8()) return true;
  return setlocale(LC_CTYPE, "C.UTF-8") != NULL && locale_is_utf8();
}

// Terminals that know neither ignore both.
static void ask_for_mouse_and_pastes(void) {
  static const char modes[] = "\033[?1000h\033[?1006h\033[?2004h";
  if (is_ansi) ct_write_all(fileno(output), modes, sizeof(modes) - 1);
}

ct_opening ct_open(void) {
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return ct_not_a_terminal;
  if (!ct_restore_note_modes() || !ct_signals_install()) return ct_not_a_terminal;
  int copy = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  output = copy < 0 ? NULL : fdopen(copy, "w");
  set_escdelay(25);
  screen = output == NULL ? NULL : newterm(NULL, output, stdin);
  const char *move_cursor = screen == NULL ? NULL : tigetstr("cup");
  if (move_cursor == NULL || move_cursor == (char *)-1) {
    if (screen != NULL) {
      endwin();
      delscreen(screen);
      screen = NULL;
    }
    if (output != NULL) fclose(output);
    output = NULL;
    ct_signals_remove();
    return ct_unknown_terminal;
  }
  is_ansi = strncmp(move_cursor, "\033[", 2) == 0;
  ct_restore_note_sequences();
  ct_restore_arm(fileno(output));
  raw();
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  nodelay(stdscr, TRUE);
  intrflush(stdscr, FALSE);
  // Shifting a line's cells would shift a picture that ncurses doesn't know of.
  idcok(stdscr, FALSE);
  idlok(stdscr, FALSE);
  if (has_colors()) {
    start_color();
    use_default_colors();
  }
  curs_set(0);
  shown_cursor = 0;
  if (is_ansi) {
    define_key("\033[200~", key_paste_begin);
    define_key("\033[201~", key_paste_end);
    define_key(NULL, KEY_MOUSE);
    // Home and End as the Linux console, tmux and rxvt send them, whatever TERM says.
    define_key("\033[1~", KEY_HOME);
    define_key("\033[4~", KEY_END);
    define_key("\033[7~", KEY_HOME);
    define_key("\033[8~", KEY_END);
  }
  ct_resized();
  clearok(curscr, TRUE);
  wnoutrefresh(stdscr);
  doupdate();
  ask_for_mouse_and_pastes();
  ct_hold_standard_error();
  return ct_opened;
}

void ct_close(void) {
  if (screen == NULL) return;
  if (ct_restore_disarm()) {
    ct_restore_say_farewell();
    endwin();
    // Keys that nobody read would otherwise be the shell's.
    tcflush(STDIN_FILENO, TCIFLUSH);
    ct_release_standard_error();
  }
  delscreen(screen);
  screen = NULL;
  fclose(output);
  output = NULL;
  ct_signals_remove();
}

void ct_resume(void) {
  // Stopped behind our back, ncurses believes that the terminal is as it left it.
  if (!isendwin()) endwin();
  ct_restore_arm(fileno(output));
  ct_hold_standard_error();
  reset_prog_mode();
  ct_resized();
  clearok(curscr, TRUE);
  wrefresh(stdscr);
  ask_for_mouse_and_pastes();
}

void ct_suspend(bool group) {
  if (!ct_restore_disarm()) return;
  ct_restore_say_farewell();
  endwin();
  ct_release_standard_error();
  ct_stop(group);
  ct_resume();
}

// MARK: - What the terminal is

int32_t ct_colors(void) { return has_colors() ? COLORS : 0; }

bool ct_has_rgb(void) {
  const char *rgb = tigetstr("RGB");
  return tigetflag("RGB") > 0 || tigetnum("RGB") > 0 || (rgb != NULL && rgb != (char *)-1) || tigetflag("Tc") > 0;
}

bool ct_is_ansi(void) { return is_ansi; }

static struct winsize window_size(void) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) memset(&size, 0, sizeof(size));
  return size;
}

ct_size ct_get_size(void) {
  struct winsize size = window_size();
  return (ct_size){getmaxx(stdscr), getmaxy(stdscr), size.ws_xpixel, size.ws_ypixel};
}

void ct_resized(void) {
  struct winsize size = window_size();
  if (size.ws_row > 0 && size.ws_col > 0 && is_term_resized(size.ws_row, size.ws_col)) {
    resize_term(size.ws_row, size.ws_col);
  }
  werase(stdscr);
  clearok(curscr, TRUE);
}

// MARK: - Drawing

static attr_t attributes(ct_attributes wanted) {
  attr_t result = A_NORMAL;
  if (wanted & ct_bold) result |= A_BOLD;
  if (wanted & ct_dim) result |= A_DIM;
  if (wanted & ct_reverse) result |= A_REVERSE;
  if (wanted & ct_underline) result |= A_UNDERLINE;
  if (wanted & ct_invisible) result |= A_INVIS;
  return result;
}

int32_t ct_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

void ct_put(
  int32_t row, int32_t column, ct_style style, const uint32_t *scalars, const uint8_t *lengths, size_t count
) {
  int pair = 0;
  if (style.foreground >= 0 || style.background >= 0) {
    pair = alloc_pair(style.foreground, style.background);
    if (pair < 0) pair = 0;
  }
  attr_t with = attributes(style.attributes);
  for (size_t i = 0; i < count; i++, column++) {
    if (lengths[i] == 0) continue;
    wchar_t text[CCHARW_MAX + 1];
    size_t length = lengths[i] > CCHARW_MAX ? CCHARW_MAX : lengths[i];
    for (size_t j = 0; j < length; j++) text[j] = (wchar_t)scalars[j];
    text[length] = 0;
    scalars += lengths[i];

    cchar_t cell;
    // ncurses refuses what doesn't combine, for example the parts of a joined emoji: the first part stands for all.
    if (setcchar(&cell, text, with, 0, &pair) != OK) {
      text[1] = 0;
      if (setcchar(&cell, text, with, 0, &pair) != OK) continue;
    }
    // ncurses would put a wide character that doesn't fit at the beginning of the next line.
    if (column + wcwidth(text[0]) > getmaxx(stdscr)) setcchar(&cell, L"?", with, 0, &pair);
    if (wmove(stdscr, row, column) == OK) wadd_wch(stdscr, &cell);
  }
}

void ct_flush(int32_t cursor_row, int32_t cursor_column) {
  int wanted = cursor_row >= 0 && wmove(stdscr, cursor_row, cursor_column) == OK;
  if (wanted != shown_cursor) curs_set(wanted);
  shown_cursor = wanted;
  wnoutrefresh(stdscr);
  doupdate();
}

void ct_redraw(void) { clearok(curscr, TRUE); }

bool ct_write(const uint8_t *bytes, size_t count) {
  return ct_write_all(output == NULL ? STDOUT_FILENO : fileno(output), bytes, count);
}

// MARK: - Keys

static ct_input_kind key(wint_t code) {
  switch (code) {
  case KEY_ENTER: return ct_input_enter;
  case KEY_BACKSPACE: return ct_input_backspace;
  case KEY_BTAB: return ct_input_back_tab;
  case KEY_DC: return ct_input_delete;
  case KEY_IC: return ct_input_insert;
  case KEY_UP: return ct_input_up;
  case KEY_DOWN: return ct_input_down;
  case KEY_LEFT: return ct_input_left;
  case KEY_RIGHT: return ct_input_right;
  case KEY_SR: return ct_input_shift_up;
  case KEY_SF: return ct_input_shift_down;
  case KEY_SLEFT: return ct_input_shift_left;
  case KEY_SRIGHT: return ct_input_shift_right;
  case KEY_HOME: case KEY_FIND: case KEY_A1: return ct_input_home;
  case KEY_END: case KEY_SELECT: case KEY_C1: return ct_input_end;
  case KEY_PPAGE: case KEY_A3: return ct_input_page_up;
  case KEY_NPAGE: case KEY_C3: return ct_input_page_down;
  case key_paste_begin: return ct_input_paste_begin;
  case key_paste_end: return ct_input_paste_end;
  default: return ct_input_other;
  }
}

ct_input ct_read(void) {
  wint_t code = 0;
  switch (wget_wch(stdscr, &code)) {
  case OK: return (ct_input){.kind = ct_input_character, .code = (uint32_t)code};
  case KEY_CODE_YES:
    if (code > KEY_F0 && code <= KEY_F(63)) return (ct_input){.kind = ct_input_function, .code = code - KEY_F0};
    return (ct_input){.kind = key(code)};
  default: return (ct_input){.kind = ct_input_none};
  }
}

size_t ct_read_bytes(uint8_t *bytes, size_t capacity, int32_t timeout) {
  struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
  if (poll(&input, 1, timeout) <= 0) return 0;
  ssize_t count = read(STDIN_FILENO, bytes, capacity);
  return count > 0 ? (size_t)count : 0;
}

// MARK: - Waiting

ct_ready ct_wait(int32_t timeout) {
  struct pollfd sources[2] = {
    {.fd = STDIN_FILENO, .events = POLLIN},
    {.fd = ct_wake_descriptor(), .events = POLLIN},
  };
  if (poll(sources, 2, timeout) < 0) return errno == EINTR ? 0 : ct_ready_gone;
  uint32_t ready = 0;
  if (sources[1].revents & POLLIN) ready |= ct_ready_signal;
  if (sources[0].revents & POLLIN) {
    // Readable without a byte to read: the other end was closed.
    int waiting = 0;
    if (ioctl(STDIN_FILENO, FIONREAD, &waiting) != 0 || waiting == 0) ready |= ct_ready_gone;
    else ready |= ct_ready_input;
  }
  if (sources[0].revents & (POLLHUP | POLLERR | POLLNVAL)) ready |= ct_ready_gone;
  return (ct_ready)ready;
}
