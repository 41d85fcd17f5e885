/// A key and what it does; footer, help and the handling of keys read the same table, so none can be wrong.
struct KeyBinding: Sendable, Equatable {
  /// Any of these; the first is shown in the footer.
  var keys: [Key]
  /// A word or two for the footer.
  var title: String
  /// A line for the help.
  var help: String
  /// What it does.
  var command: Command
  /// Why it does nothing just now; nil if it does something.
  var disabled: String?
  /// Whether the footer shows it.
  var isInFooter: Bool

  init(
    _ keys: [Key], _ title: String, _ help: String, _ command: Command, disabled: String? = nil, isInFooter: Bool = true
  ) {
    self.keys = keys
    self.title = title
    self.help = help
    self.command = command
    self.disabled = disabled
    self.isInFooter = isInFooter
  }

  /// The keys that move through a list.
  static func movement(isTyping: Bool = false) -> [KeyBinding] {
    let up: [Key] = isTyping ? [.up] : [.up, .character("k")]
    let down: [Key] = isTyping ? [.down] : [.down, .character("j")]
    let first: [Key] = isTyping ? [] : [.home]
    let last: [Key] = isTyping ? [] : [.end]
    return [
      KeyBinding(up, "up", "up", .up, isInFooter: false),
      KeyBinding(down, "down", "down", .down, isInFooter: false),
      KeyBinding([.pageUp], "page up", "a page up", .pageUp, isInFooter: false),
      KeyBinding([.pageDown], "page down", "a page down", .pageDown, isInFooter: false),
      KeyBinding(first, "first", "to the first row", .first, isInFooter: false),
      KeyBinding(last, "last", "to the last row", .last, isInFooter: false),
    ].filter { !$0.keys.isEmpty }
  }

  /// The keys that work on every screen.
  ///
  /// - Parameter own: the screen's; what it needs a key for goes before.
  static func everywhere(isTyping: Bool, isRunning: Bool, besides own: [KeyBinding] = []) -> [KeyBinding] {
    let taken = Set(own.flatMap(\.keys))
    return wherever(isTyping: isTyping, isRunning: isRunning).compactMap { binding in
      var binding = binding
      binding.keys.removeAll(where: taken.contains)
      return binding.keys.isEmpty ? nil : binding
    }
  }

  private static func wherever(isTyping: Bool, isRunning: Bool) -> [KeyBinding] {
    [
      KeyBinding(
        isTyping ? [.function(1)] : [.character("?"), .function(1)], "help", "show the keys", .help,
        isInFooter: !isTyping)
    ] + besidesHelp(isTyping: isTyping, isRunning: isRunning)
  }

  /// The keys that work even while a text is shown over the screen.
  static func besidesHelp(isTyping: Bool, isRunning: Bool) -> [KeyBinding] {
    let interrupt =
      isRunning
      ? KeyBinding([.control("c")], "stop", "stop the model", .interrupt, isInFooter: false)
      : KeyBinding([.control("c")], "quit", "leave the program", .interrupt, isInFooter: false)
    return [
      KeyBinding(
        isTyping ? [.control("s")] : [.character("s"), .control("s")], "save screen", "save the screen as text",
        .saveScreen, isInFooter: false),
      KeyBinding([.control("l")], "redraw", "draw the screen anew", .redraw, isInFooter: false),
      KeyBinding(
        [.control("z")], "suspend", "stop the program; fg in the shell continues it", .suspend, isInFooter: false),
      interrupt,
    ]
  }
}
