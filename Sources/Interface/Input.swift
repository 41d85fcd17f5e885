/// A key.
public enum Key: Sendable, Hashable {
  /// A character, already decoded.
  case character(Character)
  /// A letter held with Control, lower case.
  case control(Character)
  case enter, escape, tab, backTab, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  /// An arrow held with Shift, where the terminal tells it apart.
  case shiftUp, shiftDown, shiftLeft, shiftRight
  /// F1 is 1.
  case function(Int)

  /// The same key without Shift.
  var unshifted: Key {
    switch self {
    case .shiftUp: .up
    case .shiftDown: .down
    case .shiftLeft: .left
    case .shiftRight: .right
    default: self
    }
  }
}

/// A mouse event, in cells.
public struct Mouse: Sendable, Equatable {
  /// What the mouse did.
  public enum Kind: Sendable, Equatable {
    case press, release, doubleClick, scrollUp, scrollDown
  }
  /// What it did.
  public var kind: Kind
  /// The column, from 0.
  public var column: Int
  /// The row, from 0.
  public var row: Int
  /// An event.
  public init(_ kind: Kind, column: Int, row: Int) {
    self.kind = kind
    self.column = column
    self.row = row
  }
}
