// accept4
#define _GNU_SOURCE
#include "sockets.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int32_t sk_listen(uint16_t port) {
  int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (descriptor < 0) return -errno;
  int on = 1;
  setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  struct sockaddr_in address;
  memset(&address, 0, sizeof address);
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (bind(descriptor, (struct sockaddr *)&address, sizeof address) != 0 || listen(descriptor, 16) != 0) {
    int reason = errno;
    close(descriptor);
    return -reason;
  }
  return descriptor;
}

int32_t sk_port(int32_t descriptor) {
  struct sockaddr_in address;
  socklen_t size = sizeof address;
  if (getsockname(descriptor, (struct sockaddr *)&address, &size) != 0) return -errno;
  return ntohs(address.sin_port);
}

int32_t sk_accept(int32_t descriptor) {
  for (;;) {
    int connection = accept4(descriptor, NULL, NULL, SOCK_CLOEXEC);
    if (connection >= 0) {
      int on = 1;
      // Packets are small and answered at once; waiting to fill a segment costs 40 ms each.
      setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
      return connection;
    }
    if (errno != EINTR && errno != ECONNABORTED) return -errno;
  }
}

int64_t sk_read(int32_t descriptor, uint8_t *bytes, size_t count) {
  for (;;) {
    ssize_t got = recv(descriptor, bytes, count, 0);
    if (got >= 0) return got;
    if (errno != EINTR) return -errno;
  }
}

int32_t sk_write(int32_t descriptor, const uint8_t *bytes, size_t count) {
  while (count > 0) {
    // MSG_NOSIGNAL: a peer that went away is an error to return, not a signal.
    ssize_t sent = send(descriptor, bytes, count, MSG_NOSIGNAL);
    if (sent < 0) {
      if (errno == EINTR) continue;
      return -errno;
    }
    bytes += sent;
    count -= (size_t)sent;
  }
  return 0;
}

void sk_shutdown(int32_t descriptor) { shutdown(descriptor, SHUT_RDWR); }

void sk_close(int32_t descriptor) { close(descriptor); }
