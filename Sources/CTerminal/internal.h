#ifndef CTERMINAL_INTERNAL_H
#define CTERMINAL_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>

// restore.c: giving the terminal back, from anywhere, a signal handler included.

// Remembers the terminal's modes; before newterm, which changes them.
bool ct_restore_note_modes(void);
// Remembers the sequences that undo ours; after newterm, which finds them.
void ct_restore_note_sequences(void);
// From here on a crash or an exit gives the terminal back, and drops what is written to `output` afterwards: another
// thread may go on drawing while a crash is reported.
void ct_restore_arm(int output);
// Whoever calls this first after arming is to give the terminal back.
bool ct_restore_disarm(void);
// Gives it back without ncurses and for good, if it is armed. Only functions that signal handlers may call.
void ct_restore_now(void);
// The bytes that were set with ct_set_farewell, then what ncurses doesn't know of: mouse and bracketed paste off.
void ct_restore_say_farewell(void);

// standard_error.c: text that would land in the middle of the screen.

void ct_hold_standard_error(void);
// Lets it go and shows what was held. Only functions that signal handlers may call.
void ct_release_standard_error(void);

// signals.c

// Installs the handlers; before newterm, which then leaves these signals alone.
bool ct_signals_install(void);
void ct_signals_remove(void);
// Readable after a signal or ct_wake.
int ct_wake_descriptor(void);
// Stops the program as Ctrl-Z does, and returns when it goes on.
void ct_stop(bool group);

// Writes all bytes to a file descriptor; only functions that signal handlers may call.
bool ct_write_all(int fd, const void *bytes, size_t count);

#endif
