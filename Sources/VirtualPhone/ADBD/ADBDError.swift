/// Why an adbd doesn't start, or closes a connection.
public enum ADBDError: Error, Equatable, CustomStringConvertible {
  /// The port is taken or not allowed.
  case cannotListen(port: Int, reason: String)
  /// What arrived is no packet.
  case malformed(reason: String)

  /// One sentence for the person at the screen.
  public var description: String {
    switch self {
    case .cannotListen(let port, let reason):
      "can't listen on 127.0.0.1:\(port): \(reason); choose another port with --port, or 0 for a free one"
    case .malformed(let reason):
      "a client sent what is no adb packet (\(reason)); connect to this port with adb connect"
    }
  }
}
