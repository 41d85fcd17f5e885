internal import Foundation

/// Writes a line to standard output at once, so that whoever reads from a pipe sees it as it happens.
func printLine(_ text: String = "") { write(text + "\n", to: STDOUT_FILENO) }

/// Writes a line to standard output at once, in a program that ignores SIGPIPE.
///
/// - Returns: false where nobody reads it any more.
func printLineIfRead(_ text: String) -> Bool { write(text + "\n", to: STDOUT_FILENO) }

/// Writes a piece of a line to standard output at once.
func printPiece(_ text: String) { write(text, to: STDOUT_FILENO) }

/// Writes a line where logs and errors go.
func printToStandardError(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

@discardableResult
private func write(_ text: String, to descriptor: Int32) -> Bool {
  // A reader that has gone is told by SIGPIPE, as other programs are.
  var bytes = Array(text.utf8)[...]
  while !bytes.isEmpty {
    let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
    guard count > 0 || errno == EINTR else { return errno != EPIPE }
    bytes = bytes.dropFirst(max(count, 0))
  }
  return true
}
