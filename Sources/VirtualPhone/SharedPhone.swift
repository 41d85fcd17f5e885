internal import Synchronization

/// A phone that several may use at once, one at a time.
public final class SharedPhone: Sendable {
  private let host: Mutex<PhoneHost>

  /// Shares a phone.
  public init(_ host: PhoneHost) { self.host = Mutex(host) }

  /// Looks at the phone or does something to it, while nobody else does.
  public func use<Result: Sendable>(_ body: (inout PhoneHost) -> Result) -> Result {
    host.withLock { host in body(&host) }
  }
}
