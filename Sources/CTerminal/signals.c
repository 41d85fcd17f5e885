#include "internal.h"

#include "CTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

// Signals become bytes in a pipe that ct_wait listens to; other threads write to the same pipe, to wake it. A signal may
// be delivered to any thread, so interrupting poll() alone would not do.

static int wake_pipe[2] = {-1, -1};
static const unsigned char woken = 0;

// MARK: - Crashes

static const int crashes[] = {SIGSEGV, SIGILL, SIGTRAP, SIGBUS, SIGFPE, SIGABRT};
enum { crash_count = sizeof(crashes) / sizeof(crashes[0]) };
static struct sigaction crashes_before[crash_count];

// Gives the terminal back and lets the earlier handler do the rest: Swift's prints a backtrace, on a screen that shows
// it. The instruction that crashed runs again when this returns; a signal that was sent (abort) is sent again.
static void on_crash(int number, siginfo_t *info, void *context) {
  (void)context;
  ct_restore_now();
  for (int i = 0; i < crash_count; i++) {
    if (crashes[i] == number) sigaction(number, &crashes_before[i], NULL);
  }
  if (info->si_code <= 0) raise(number);
}

// MARK: - Requests

static const int endings[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
static const int others[] = {SIGWINCH, SIGTSTP, SIGCONT};
enum {
  ending_count = sizeof(endings) / sizeof(endings[0]),
  other_count = sizeof(others) / sizeof(others[0]),
};
static struct sigaction endings_before[ending_count], others_before[other_count];
static bool installed;
static atomic_bool ending;

static void tell(unsigned char byte) {
  int before = errno;
  // A full pipe wakes just as well.
  ssize_t written = write(wake_pipe[1], &byte, 1);
  (void)written;
  errno = before;
}

static void on_request(int number) { tell((unsigned char)number); }

static void on_ending(int number) {
  // The second one means that nobody listened to the first.
  if (atomic_exchange(&ending, true)) {
    ct_restore_now();
    signal(number, SIG_DFL);
    raise(number);
    return;
  }
  tell((unsigned char)number);
}

bool ct_signals_install(void) {
  if (wake_pipe[0] < 0) {
    if (pipe(wake_pipe) != 0) return false;
    for (int i = 0; i < 2; i++) {
      fcntl(wake_pipe[i], F_SETFD, FD_CLOEXEC);
      fcntl(wake_pipe[i], F_SETFL, O_NONBLOCK);
    }
  }
  // What was left over from an earlier session.
  while (ct_next_signal().kind != ct_signal_none) {}
  atomic_store(&ending, false);

  struct sigaction crash = {.sa_sigaction = on_crash, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigemptyset(&crash.sa_mask);
  for (int i = 0; i < crash_count; i++) sigaction(crashes[i], &crash, &crashes_before[i]);

  struct sigaction end = {.sa_handler = on_ending, .sa_flags = SA_RESTART | SA_ONSTACK};
  sigemptyset(&end.sa_mask);
  for (int i = 0; i < ending_count; i++) {
    sigaction(endings[i], &end, &endings_before[i]);
    // nohup and the like have a say.
    if (endings_before[i].sa_handler == SIG_IGN) sigaction(endings[i], &endings_before[i], NULL);
  }

  struct sigaction request = {.sa_handler = on_request, .sa_flags = SA_RESTART | SA_ONSTACK};
  sigemptyset(&request.sa_mask);
  for (int i = 0; i < other_count; i++) sigaction(others[i], &request, &others_before[i]);
  if (others_before[1].sa_handler == SIG_IGN) sigaction(SIGTSTP, &others_before[1], NULL);
  installed = true;
  return true;
}

void ct_signals_remove(void) {
  if (!installed) return;
  installed = false;
  for (int i = 0; i < crash_count; i++) sigaction(crashes[i], &crashes_before[i], NULL);
  for (int i = 0; i < ending_count; i++) sigaction(endings[i], &endings_before[i], NULL);
  for (int i = 0; i < other_count; i++) sigaction(others[i], &others_before[i], NULL);
}

void ct_wake(void) { tell(woken); }

int ct_wake_descriptor(void) { return wake_pipe[0]; }

ct_signal ct_next_signal(void) {
  unsigned char byte;
  ssize_t count;
  do {
    count = read(wake_pipe[0], &byte, 1);
  } while (count < 0 && errno == EINTR);
  if (count != 1) return (ct_signal){ct_signal_none, 0};
  switch (byte) {
  case 0: return (ct_signal){ct_signal_woken, 0};
  case SIGWINCH: return (ct_signal){ct_signal_resized, byte};
  case SIGTSTP: return (ct_signal){ct_signal_suspend, byte};
  case SIGCONT: return (ct_signal){ct_signal_continued, byte};
  default: return (ct_signal){ct_signal_end, byte};
  }
}

// Raises a signal that takes effect before this returns. The threads of Dispatch and of Swift's tasks block signals, which
// would then wait for ever.
static void raise_now(int number) {
  sigset_t only, before;
  sigemptyset(&only);
  sigaddset(&only, number);
  pthread_sigmask(SIG_UNBLOCK, &only, &before);
  raise(number);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}

void ct_stop(bool group) {
  struct sigaction stop = {.sa_handler = SIG_IGN}, before, continue_before;
  sigemptyset(&stop.sa_mask);
  sigaction(SIGTSTP, &stop, &before);
  // We know that we went on; it is no news to the loop.
  sigaction(SIGCONT, &stop, &continue_before);
  // Who waits for us in the same job (a script, make) has to stop too, or the shell would go on waiting for them.
  if (group) kill(0, SIGTSTP);
  stop.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &stop, NULL);
  // Sent to this thread, so that it has stopped when this returns; sent to the process, another thread might take it
  // while this one already takes the terminal over again.
  raise_now(SIGTSTP);
  sigaction(SIGTSTP, &before, NULL);
  sigaction(SIGCONT, &continue_before, NULL);
}

void ct_die(int32_t number) { raise_now(number); }
