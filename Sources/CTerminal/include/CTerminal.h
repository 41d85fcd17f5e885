#ifndef CTERMINAL_H
#define CTERMINAL_H

// The terminal, for one thread: ncurses behind a small typed face. Macros, variadic functions and signal handlers stay
// on this side. Only `ct_wake` may be called from other threads.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The version of ncurses that this program runs with, for example "ncurses 6.4.20221231".
const char *ct_version(void);

// MARK: - Opening and closing

typedef enum __attribute__((enum_extensibility(closed))) ct_opening {
  ct_opened __attribute__((swift_name("opened"))),
  // Standard input or output is no terminal.
  ct_not_a_terminal __attribute__((swift_name("notATerminal"))),
  // terminfo doesn't know TERM, or knows no way to move the cursor there.
  ct_unknown_terminal __attribute__((swift_name("unknownTerminal"))),
} ct_opening;

// Sets the character type locale: the environment's, or C.UTF-8 where that says nothing better; `plain` asks for C.
// Returns whether text is UTF-8 now.
bool ct_set_locale(bool plain);

// Takes the terminal over: alternate screen, raw keys, mouse, bracketed paste, no cursor; what is written to standard
// error meanwhile is held back while that is the same terminal. From here on the terminal is given back when the
// program exits, crashes or is stopped.
ct_opening ct_open(void);

// Gives the terminal back. Does nothing when it isn't open.
void ct_close(void);

// What is written first when the terminal is given back, for example to delete pictures; at most 255 bytes.
void ct_set_farewell(const char *bytes);

// Gives the terminal back, stops the program as Ctrl-Z does, and takes the terminal over again when it goes on.
// `group` stops the programs that wait for this one too.
void ct_suspend(bool group);

// Takes the terminal over again, after the program was stopped behind our back.
void ct_resume(void);

// Ends the program by a signal, or returns if someone else handles that signal. The terminal must be closed.
void ct_die(int32_t signal);

// MARK: - What the terminal is

typedef struct ct_terminfo {
  bool is_terminal, is_known;
  // The number of colours; 0 without any.
  int32_t colors;
  bool has_rgb, is_ansi;
  int32_t columns, rows;
} ct_terminfo;

// What the kernel and terminfo say, without taking the terminal over. Not to be called while it is open.
ct_terminfo ct_look(void);

// For questions to a terminal that isn't taken over: answers are neither echoed nor kept until a line ends, until
// `ct_unhush`, which drops what wasn't read. Returns false if that can't be.
bool ct_hush(void);
void ct_unhush(void);

// The number of colours; 0 without any.
int32_t ct_colors(void);
// Whether terminfo says that colours are red, green and blue rather than numbers (RGB, or tmux's Tc).
bool ct_has_rgb(void);
// Whether it understands the sequences of ECMA-48, as all terminals of the last decades do.
bool ct_is_ansi(void);

typedef struct ct_size {
  int32_t columns, rows;
  // In pixels; 0 where unknown.
  int32_t width, height;
} ct_size;

// The size that ncurses works with, after `ct_resized`, and the kernel's pixels.
ct_size ct_get_size(void);
// Asks the kernel for the new size. What is on the screen is undefined afterwards, so all of it is drawn anew.
void ct_resized(void);

// MARK: - Drawing

typedef enum __attribute__((flag_enum)) ct_attributes : uint32_t {
  ct_bold __attribute__((swift_name("bold"))) = 1,
  ct_dim __attribute__((swift_name("dim"))) = 2,
  ct_reverse __attribute__((swift_name("reverse"))) = 4,
  ct_underline __attribute__((swift_name("underline"))) = 8,
  ct_invisible __attribute__((swift_name("invisible"))) = 16,
} ct_attributes;

typedef struct ct_style {
  ct_attributes attributes;
  // Colour numbers; -1 is the terminal's own.
  int32_t foreground, background;
} ct_style;

// Puts `count` cells of one style side by side. Cell i takes the next `lengths[i]` of `scalars`: one character and what
// combines with it; 0 is the second half of a wide one. Places outside the screen are left out.
void ct_put(
  int32_t row, int32_t column, ct_style style, const uint32_t *scalars, const uint8_t *lengths, size_t count);

// The cells that a character takes: 0, 1 or 2; -1 for one that can't be shown.
int32_t ct_width(uint32_t scalar);

// Sends what changed. A negative row hides the cursor.
void ct_flush(int32_t cursor_row, int32_t cursor_column);

// Sends all cells again at the next `ct_flush`.
void ct_redraw(void);

// Sends bytes past ncurses. They must leave cursor and colours as they were. Returns false when the terminal is gone.
bool ct_write(const uint8_t *bytes, size_t count);

// MARK: - Keys

typedef enum __attribute__((enum_extensibility(closed))) ct_input_kind {
  // Nothing is waiting.
  ct_input_none __attribute__((swift_name("none"))),
  // `code` is a Unicode scalar, control characters included.
  ct_input_character __attribute__((swift_name("character"))),
  ct_input_enter __attribute__((swift_name("enter"))),
  ct_input_backspace __attribute__((swift_name("backspace"))),
  ct_input_back_tab __attribute__((swift_name("backTab"))),
  ct_input_delete __attribute__((swift_name("delete"))),
  ct_input_insert __attribute__((swift_name("insert"))),
  ct_input_up __attribute__((swift_name("up"))),
  ct_input_down __attribute__((swift_name("down"))),
  ct_input_left __attribute__((swift_name("left"))),
  ct_input_right __attribute__((swift_name("right"))),
  ct_input_shift_up __attribute__((swift_name("shiftUp"))),
  ct_input_shift_down __attribute__((swift_name("shiftDown"))),
  ct_input_shift_left __attribute__((swift_name("shiftLeft"))),
  ct_input_shift_right __attribute__((swift_name("shiftRight"))),
  ct_input_home __attribute__((swift_name("home"))),
  ct_input_end __attribute__((swift_name("end"))),
  ct_input_page_up __attribute__((swift_name("pageUp"))),
  ct_input_page_down __attribute__((swift_name("pageDown"))),
  // `code` is the number, from 1.
  ct_input_function __attribute__((swift_name("function"))),
  ct_input_paste_begin __attribute__((swift_name("pasteBegin"))),
  ct_input_paste_end __attribute__((swift_name("pasteEnd"))),
  // A key that means nothing here.
  ct_input_other __attribute__((swift_name("other"))),
} ct_input_kind;

typedef struct ct_input {
  ct_input_kind kind;
  uint32_t code;
} ct_input;

// The next key that is waiting. What isn't a key in terminfo comes as characters, among them the mouse's reports
// (xterm's modes 1000 and 1006): ncurses would merge a press and a release that come together into a click. A lone Escape takes 25 ms to be told from the beginning of another key.
ct_input ct_read(void);

// Reads bytes past ncurses, waiting at most `timeout` milliseconds for the first: for the terminal's answers to
// questions. Returns how many.
size_t ct_read_bytes(uint8_t *bytes, size_t capacity, int32_t timeout);

// MARK: - Waiting

typedef enum __attribute__((flag_enum)) ct_ready : uint32_t {
  ct_ready_input __attribute__((swift_name("input"))) = 1,
  // A signal or `ct_wake`.
  ct_ready_signal __attribute__((swift_name("signal"))) = 2,
  // The terminal was closed.
  ct_ready_gone __attribute__((swift_name("gone"))) = 4,
} ct_ready;

// Waits for keys, signals and `ct_wake`, at most `timeout` milliseconds; for ever if it is negative.
ct_ready ct_wait(int32_t timeout);

// Ends a `ct_wait`, from any thread.
void ct_wake(void);

// What arrived for `ct_ready_signal`, one at a time: `ct_signal_none` when that was all.
typedef enum __attribute__((enum_extensibility(closed))) ct_signal_kind {
  ct_signal_none __attribute__((swift_name("none"))),
  ct_signal_woken __attribute__((swift_name("woken"))),
  ct_signal_resized __attribute__((swift_name("resized"))),
  // Someone asks us to stop (SIGTSTP).
  ct_signal_suspend __attribute__((swift_name("suspend"))),
  ct_signal_continued __attribute__((swift_name("continued"))),
  // `number` asks us to end: SIGINT, SIGTERM, SIGHUP or SIGQUIT.
  ct_signal_end __attribute__((swift_name("end"))),
} ct_signal_kind;

typedef struct ct_signal {
  ct_signal_kind kind;
  int32_t number;
} ct_signal;

ct_signal ct_next_signal(void);

#endif
