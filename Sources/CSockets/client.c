#include "client.h"

#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int wait_for(int descriptor, short events, int timeout_ms) {
  struct pollfd item = {.fd = descriptor, .events = events};
  int ready = poll(&item, 1, timeout_ms);
  if (ready < 0) return errno == EINTR ? -EAGAIN : -errno;
  return ready == 0 ? -ETIMEDOUT : 0;
}

static int prepare(int descriptor) {
  int on = 1;
  // Requests are small and wait for their answers.
  setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  // A socket that a started program inherited would stay open when we close it.
  if (fcntl(descriptor, F_SETFD, FD_CLOEXEC) < 0) return -errno;
  int flags = fcntl(descriptor, F_GETFL);
  if (flags < 0 || fcntl(descriptor, F_SETFL, flags | O_NONBLOCK) < 0) return -errno;
  return 0;
}

static int connect_to(const struct addrinfo *address, int timeout_ms) {
  int descriptor = socket(address->ai_family, address->ai_socktype, address->ai_protocol);
  if (descriptor < 0) return -errno;
  int result = prepare(descriptor);
  if (result == 0 && connect(descriptor, address->ai_addr, address->ai_addrlen) < 0) {
    result = errno == EINPROGRESS ? wait_for(descriptor, POLLOUT, timeout_ms) : -errno;
    if (result == 0) {
      int error = 0;
      socklen_t length = sizeof error;
      result = getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &length) < 0 ? -errno : -error;
    }
  }
  if (result == 0) return descriptor;
  close(descriptor);
  return result;
}

int sk_connect(const char *host, uint16_t port, int timeout_ms) {
  char service[8];
  snprintf(service, sizeof service, "%u", (unsigned)port);
  struct addrinfo hints = {.ai_family = AF_UNSPEC, .ai_socktype = SOCK_STREAM}, *found = NULL;
  if (getaddrinfo(host, service, &hints, &found) != 0) return -EADDRNOTAVAIL;
  int result = -EADDRNOTAVAIL;
  for (struct addrinfo *each = found; each && result < 0; each = each->ai_next) result = connect_to(each, timeout_ms);
  freeaddrinfo(found);
  return result;
}

long sk_receive(int descriptor, void *bytes, size_t count, int timeout_ms) {
  int result = wait_for(descriptor, POLLIN, timeout_ms);
  if (result < 0) return result;
  ssize_t received = recv(descriptor, bytes, count, 0);
  return received < 0 ? -errno : received;
}

long sk_send(int descriptor, const void *bytes, size_t count, int timeout_ms) {
  int result = wait_for(descriptor, POLLOUT, timeout_ms);
  if (result < 0) return result;
  ssize_t sent = send(descriptor, bytes, count, MSG_NOSIGNAL);
  return sent < 0 ? -errno : sent;
}
