#ifndef CSOCKETS_CLIENT_H
#define CSOCKETS_CLIENT_H

#include <stddef.h>
#include <stdint.h>

// TCP to any host, with a timeout on everything: -ETIMEDOUT.

// A connection to a host, or -EADDRNOTAVAIL where the name leads nowhere. Not blocking; close it with close().
int sk_connect(const char *_Nonnull host, uint16_t port, int timeout_ms);

// As many bytes as have come, at most `count`; 0 when the other side has closed.
long sk_receive(int descriptor, void *_Nonnull bytes, size_t count, int timeout_ms);

// As many bytes as could be handed over, at least one. Never raises SIGPIPE.
long sk_send(int descriptor, const void *_Nonnull bytes, size_t count, int timeout_ms);

#endif
