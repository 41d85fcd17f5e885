#define NCURSES_WIDECHAR 1
#include "CTerminal.h"

#include <ncurses.h>

const char *ct_version(void) { return curses_version(); }
