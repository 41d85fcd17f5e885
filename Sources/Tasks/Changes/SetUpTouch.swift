/// What one command of a set-up or a tear-down touches.
struct SetUpTouch {
  /// What is touched, so that what a set-up adds is found again in the tear-down that removes it.
  enum Target: Hashable {
    case path(String)
    case provider(String)
    case database(String)
    case other(String)

    /// Whether this is the same, or in a folder that is.
    func isWithin(_ other: Target) -> Bool {
      guard case .path(let path) = self, case .path(let folder) = other else { return self == other }
      return path == folder || path.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
    }
  }

  let target: Target
  /// In a few words.
  let words: String
  /// Whether things are taken away there.
  var isRemoved = false
  /// The state of the device, where it is one that can be kept.
  var state: KeptState?

  /// A file that is written.
  init(added path: String) {
    target = .path(Self.plain(path))
    words = "files in \(path.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" }), written"
  }

  private init(_ target: Target, _ words: String, isRemoved: Bool = false) {
    self.target = target
    self.words = words
    self.isRemoved = isRemoved
  }

  private init(_ state: KeptState) {
    target = .other(state.words)
    words = state.words
    self.state = state
  }

  /// What a command touches; itself where it isn't known, nothing where it only looks or waits.
  static func all(of command: [String]) -> [SetUpTouch] {
    let (name, arguments) = (command[0], Array(command.dropFirst()))
    let first = arguments.first ?? ""
    func argument(_ index: Int) -> String { arguments.indices.contains(index) ? arguments[index] : "" }
    switch (name, first) {
    case ("settings", "put"), ("settings", "delete"):
      return [SetUpTouch(.setting(table: argument(1), key: argument(2)))]
    case ("svc", "wifi"), ("svc", "bluetooth"): return [SetUpTouch(.named(first))]
    case ("svc", "data"): return [SetUpTouch(.named("mobile_data"))]
    case ("cmd", "connectivity"): return [SetUpTouch(.named("airplane_mode"))]
    case ("cmd", "uimode"): return [SetUpTouch(.named("dark_theme"))]
    case ("cmd", "location"): return [SetUpTouch(.named("location"))]
    case ("cmd", "notification"): return [SetUpTouch(.named("do_not_disturb"))]
    case ("content", "insert"), ("content", "update"), ("content", "delete"):
      let authority = provider(arguments)
      let words = providers[authority] ?? "entries of \(authority)"
      return first == "delete"
        ? [SetUpTouch(.provider(authority), words, isRemoved: true)]
        : [SetUpTouch(.provider(authority), "\(words), added")]
    case ("pm", "clear"):
      var touches = [SetUpTouch(.other(argument(1)), "all data of \(argument(1))", isRemoved: true)]
      if let authority = clearedProviders[argument(1)] {
        touches.append(SetUpTouch(.provider(authority), providers[authority] ?? authority, isRemoved: true))
      }
      return touches
    case ("pm", "grant"):
      return [SetUpTouch(.other("grant"), "the permission \(argument(2)) of \(argument(1)), granted")]
    case ("am", "force-stop"): return [SetUpTouch(.other("stop"), "\(first == "" ? "" : argument(1)), closed")]
    case ("am", "broadcast") where arguments.contains("clipper.set"):
      return [SetUpTouch(.other("clipboard"), "what is on the clipboard")]
    case ("am", "start"), ("input", _), ("true", _), ("sleep", _): return []
    case ("sqlite3", _):
      let removes = argument(1).uppercased().hasPrefix("DELETE")
      let app = first.split(separator: "/").dropFirst(2).first.map(String.init) ?? first
      return [SetUpTouch(.database(first), "entries of \(app)\(removes ? "" : ", added")", isRemoved: removes)]
    case ("rm", _):
      return arguments.filter { !$0.hasPrefix("-") }.map { path in
        SetUpTouch(.path(plain(path.hasSuffix("/*") ? String(path.dropLast(2)) : path)), path, isRemoved: true)
      }
    case ("find", _) where arguments.contains("-delete"):
      return [SetUpTouch(.path(plain(first)), "\(first)/*", isRemoved: true)]
    case ("mkdir", _):
      return arguments.filter { !$0.hasPrefix("-") }.map { SetUpTouch(.path(plain($0)), "the folder \($0), made") }
    default: return [SetUpTouch(.other(name), "what this does: \(command.joined(separator: " "))")]
    }
  }

  /// The content providers that tasks fill, in words.
  private static let providers = [
    "com.android.calendar": "events of the calendar", "com.android.contacts": "contacts", "contacts": "contacts",
    "sms": "text messages", "call_log": "the list of calls",
  ]

  /// The providers whose data `pm clear` takes away.
  private static let clearedProviders = ["com.android.providers.contacts": "com.android.contacts"]

  private static func provider(_ arguments: [String]) -> String {
    guard let place = arguments.firstIndex(of: "--uri"), place + 1 < arguments.count else { return "" }
    return arguments[place + 1].split(separator: "/").dropFirst().first.map(String.init) ?? ""
  }

  /// The path by its real name: `/sdcard` is a link.
  private static func plain(_ path: String) -> String {
    path == "/sdcard" || path.hasPrefix("/sdcard/") ? "/storage/emulated/0" + path.dropFirst(7) : path
  }
}
