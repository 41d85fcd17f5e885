internal import Synchronization

/// A phone that several may use at once, one at a time.
public final class SharedPhone: Sendable {
  private struct Content {
    var host: PhoneHost
    var uses = 0
  }

  private let content: Mutex<Content>

  /// Shares a phone.
  public init(_ host: PhoneHost) { content = Mutex(Content(host: host)) }

  /// Looks at the phone or does something to it, while nobody else does.
  public func use<Result: Sendable>(_ body: (inout PhoneHost) -> Result) -> Result {
    content.withLock { content in
      content.uses &+= 1
      return body(&content.host)
    }
  }

  /// The phone as it is, and how often it was used until now: with the same number nothing has happened in between.
  public func snapshot() -> (host: PhoneHost, uses: Int) { content.withLock { ($0.host, $0.uses) } }
}
