// TCP on the loopback interface, in the five calls that Swift can't express without pointers.
#ifndef CSOCKETS_H
#define CSOCKETS_H

#include <stddef.h>
#include <stdint.h>

// Listens on 127.0.0.1. Port 0 lets the system choose. Returns a descriptor, or -errno.
int32_t sk_listen(uint16_t port);

// The port a listening descriptor has, or -errno.
int32_t sk_port(int32_t descriptor);

// Waits for the next connection. Returns a descriptor, or -errno.
int32_t sk_accept(int32_t descriptor);

// Reads what is there, at most count bytes, waiting for the first. Returns how many (0 at the end), or -errno.
int64_t sk_read(int32_t descriptor, uint8_t *_Nonnull bytes, size_t count);

// Writes all of it. Returns 0, or -errno.
int32_t sk_write(int32_t descriptor, const uint8_t *_Nonnull bytes, size_t count);

// Ends reading and writing, which wakes a thread that waits in one of them. Doesn't close.
void sk_shutdown(int32_t descriptor);

// Closes.
void sk_close(int32_t descriptor);

#endif
