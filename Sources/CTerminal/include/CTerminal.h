#ifndef CTERMINAL_H
#define CTERMINAL_H

// The version of ncurses that this program runs with, for example "ncurses 6.4.20221231".
const char *ct_version(void);

#endif
