extension Key {
  /// What is printed on the key.
  func name(_ symbols: Symbols) -> String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let character): "Ctrl-" + character.uppercased()
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .insert: "Ins"
    case .up: symbols.up
    case .down: symbols.down
    case .left: symbols.left
    case .right: symbols.right
    case .shiftUp, .shiftDown, .shiftLeft, .shiftRight: "Shift-" + unshifted.name(symbols)
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .function(let number): "F\(number)"
    }
  }
}
