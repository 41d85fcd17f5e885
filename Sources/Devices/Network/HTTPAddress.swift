/// Where a server is: `HOST`, `HOST:PORT`, `http://HOST:PORT/BASE`, with `[::1]` for an IPv6 address.
struct HTTPAddress: Equatable, Sendable, CustomStringConvertible {
  /// A name or a number, without brackets.
  var host: String
  /// Where it listens.
  var port: UInt16
  /// What all paths begin with: empty, or `/` and more, without a slash at its end.
  var base: String

  /// Reads an address.
  ///
  /// - Parameter defaultPort: where none is given.
  /// - Throws: what is wrong with it, in a few words that end in what to do.
  init(_ text: String, defaultPort: UInt16) throws(Problem) {
    var rest = text[...]
    if let scheme = text.firstRange(of: "://") {
      let name = text[..<scheme.lowerBound].lowercased()
      guard name == "http" else { throw Problem(reason: "\(name) isn't spoken; use http") }
      rest = text[scheme.upperBound...]
    }
    guard rest.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), !rest.contains(where: { "?#@\\\"<>".contains($0) })
    else { throw Problem(reason: "it has characters that no address has; leave them out") }
    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    base = String(rest[slash...])
    while base.hasSuffix("/") { base.removeLast() }
    var place = rest[..<slash]
    if place.first == "[" {
      guard let bracket = place.firstIndex(of: "]") else { throw Problem(reason: "the bracket isn't closed; add ]") }
      host = String(place[place.index(after: place.startIndex)..<bracket])
      place = place[place.index(after: bracket)...]
      guard place.isEmpty || place.first == ":" else { throw Problem(reason: "a port comes after the bracket") }
    } else {
      let colon = place.firstIndex(of: ":") ?? place.endIndex
      host = String(place[..<colon])
      place = place[colon...]
    }
    guard !host.isEmpty else { throw Problem(reason: "it has no host; write HOST:PORT") }
    guard !place.isEmpty else {
      port = defaultPort
      return
    }
    guard let number = UInt16(place.dropFirst()), number > 0 else {
      throw Problem(reason: "\(place.dropFirst()) is no port; use a number from 1 to 65535")
    }
    port = number
  }

  /// Why a text is no address.
  struct Problem: Error, Equatable {
    let reason: String
  }

  /// Host and port, as the request's `Host` field has them.
  var authority: String { (host.contains(":") ? "[\(host)]" : host) + ":\(port)" }

  /// The whole address.
  var description: String { "http://" + authority + base }
}
