/// Whether the environment asks for plain ASCII.
enum LocaleChoice {
  /// Whether the C locale is used although C.UTF-8 would be there.
  ///
  /// `LC_ALL=C` or `LC_CTYPE=C` (or `POSIX`) is set by people who mean it. `LANG=C`, and nothing at all, is what containers
  /// and `ssh` leave, nearly always in a terminal that shows UTF-8: there `C.UTF-8` is used. A locale with another character
  /// set, such as `de_DE.ISO-8859-1`, says that the terminal isn't UTF-8, installed or not.
  static func isPlain(_ environment: [String: String]) -> Bool {
    func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    let explicit = value("LC_ALL") ?? value("LC_CTYPE")
    if let explicit, ["C", "POSIX"].contains(explicit) { return true }
    guard let name = explicit ?? value("LANG"), let dot = name.firstIndex(of: ".") else { return false }
    let set = name[name.index(after: dot)...].prefix { $0 != "@" }.lowercased().filter { $0 != "-" }
    return set != "utf8"
  }
}
