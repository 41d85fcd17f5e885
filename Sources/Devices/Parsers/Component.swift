/// The name of an activity: `package/class`.
struct Component: Equatable {
  var package: String
  /// In full.
  var activity: String

  /// Reads `com.a.b/com.a.b.C` or `com.a.b/.C`; nil for anything else.
  init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, Self.isName(parts[0]), parts[0].contains(".") else { return nil }
    let name = parts[1].hasPrefix(".") ? parts[1].dropFirst() : parts[1]
    guard Self.isName(name) else { return nil }
    package = String(parts[0])
    activity = parts[1].hasPrefix(".") ? package + parts[1] : String(parts[1])
  }

  /// With the package's name left out of the class where it begins with it.
  var short: String {
    activity.hasPrefix(package + ".") ? package + "/" + activity.dropFirst(package.count) : package + "/" + activity
  }

  private static func isName(_ text: Substring) -> Bool {
    guard let first = text.first, first.isLetter || first == "_" else { return false }
    return text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._$".contains($0)) }
  }
}
