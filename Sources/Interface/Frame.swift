/// A width and a height in cells.
public struct Size: Sendable, Equatable {
  /// Columns.
  public var columns: Int
  /// Rows.
  public var rows: Int
  /// A size.
  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}

/// A rectangle of cells.
public struct Rect: Sendable, Equatable {
  /// The first column, from 0.
  public var column: Int
  /// The first row, from 0.
  public var row: Int
  /// Columns.
  public var columns: Int
  /// Rows.
  public var rows: Int
  /// A rectangle.
  public init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = column
    self.row = row
    self.columns = columns
    self.rows = rows
  }
}

/// What a cell means; the terminal decides what that looks like in the colours that it has.
public enum Role: UInt8, Sendable, Equatable, CaseIterable {
  /// Plain text.
  case text
  /// Less important text.
  case dim
  /// Borders of boxes.
  case border
  /// A heading.
  case title
  /// The chosen row of a list.
  case selected
  /// A key in the footer or the help.
  case key
  /// The status line.
  case status
  /// What the model proposes.
  case proposed
  /// What the recording did.
  case recorded
  /// Agreement, success.
  case good
  /// A warning.
  case warning
  /// An error, disagreement.
  case bad
}

/// One cell.
public struct Cell: Sendable, Equatable {
  /// A grapheme cluster; empty in the second cell of a wide one.
  public var character: Character?
  /// What it means.
  public var role: Role
  /// Whether it is bold.
  public var isBold: Bool
  /// A cell.
  public init(_ character: Character? = " ", role: Role = .text, isBold: Bool = false) {
    self.character = character
    self.role = role
    self.isBold = isBold
  }
}

/// Something drawn over a picture, in pixels of the picture.
public enum Mark: Sendable, Equatable {
  /// A ring around a tap.
  case ring(x: Int, y: Int, role: Role)
  /// An arrow along a finger's path.
  case arrow(fromX: Int, fromY: Int, toX: Int, toY: Int, role: Role)
  /// A box around an element.
  case box(left: Int, top: Int, right: Int, bottom: Int, role: Role)
  /// A line of text, for what is typed.
  case label(x: Int, y: Int, text: String, role: Role)
}

/// A picture that the terminal puts over cells, as pixels or as block characters.
public struct Picture: Sendable, Equatable {
  /// A PNG or JPEG file.
  public var path: String
  /// Tells contents of the file apart that came one after another.
  public var version: Int
  /// Where it goes; it keeps its proportions and is centred.
  public var area: Rect
  /// What is drawn over it.
  public var marks: [Mark]
  /// A picture.
  public init(path: String, version: Int = 0, area: Rect, marks: [Mark] = []) {
    self.path = path
    self.version = version
    self.area = area
    self.marks = marks
  }
}

/// A whole screen as a value: rows of cells, and pictures over them.
public struct Frame: Sendable, Equatable {
  /// The size.
  public let size: Size
  /// `size.rows * size.columns` cells, row by row.
  public private(set) var cells: [Cell]
  /// Pictures, drawn over the cells.
  public var pictures: [Picture] = []
  /// Where the text cursor is shown; nil hides it.
  public var cursor: (column: Int, row: Int)?

  /// An empty frame.
  public init(size: Size) {
    self.size = size
    cells = Array(repeating: Cell(), count: max(0, size.columns) * max(0, size.rows))
  }

  /// The cell at a place; writing outside the frame does nothing, reading there gives a blank.
  public subscript(column: Int, row: Int) -> Cell {
    get {
      guard column >= 0, row >= 0, column < size.columns, row < size.rows else { return Cell() }
      return cells[row * size.columns + column]
    }
    set {
      guard column >= 0, row >= 0, column < size.columns, row < size.rows else { return }
      cells[row * size.columns + column] = newValue
    }
  }

  /// The rows as text, without the blanks at their ends: what tests and bug reports show.
  public var text: String {
    (0..<size.rows).map { row in
      var line = ""
      for column in 0..<size.columns {
        if let character = self[column, row].character { line.append(character) }
      }
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }

  /// Whether two frames look the same.
  public static func == (a: Frame, b: Frame) -> Bool {
    a.size == b.size && a.cells == b.cells && a.pictures == b.pictures && a.cursor?.column == b.cursor?.column
      && a.cursor?.row == b.cursor?.row
  }
}
