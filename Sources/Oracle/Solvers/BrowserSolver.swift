internal import Episodes
internal import Tasks

/// Opens a page from a file and does what it asks for: a maze, a multiplication, a drawing.
struct BrowserSolver: Solver {
  /// The names of the tasks that it solves.
  let tasks = ["BrowserMaze", "BrowserMultiply", "BrowserDraw"]

  /// Does the task.
  func solve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    try await act(task, hands, wrongly: false)
  }

  /// Stops before the end, or takes a wrong number or colour.
  func nearlySolve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    try await act(task, hands, wrongly: true)
  }

  private func act(_ task: TaskInstance, _ hands: Hands, wrongly: Bool) async throws(OracleError) {
    try await hands.openApp("Files")
    if hands.find("Files in Downloads") == nil {
      try await hands.tap("Show roots", "The downloads are among the roots.")
      try await hands.tap("Downloads", "I open the downloads.")
    }
    try await hands.tap(try await hands.reach("task.html", "I look for task.html."), "There is task.html.")
    if hands.find("Open with") != nil {
      try await hands.tap("Chrome", "It should open in Chrome.")
      try await hands.tap("Just once", "Once is enough.")
    }
    switch task.definition.name {
    case "BrowserMaze": try await walk(hands, wrongly)
    case "BrowserMultiply": try await multiply(hands, wrongly)
    default: try await draw(hands, wrongly)
    }
    try await hands.done("The page says so.")
  }

  // MARK: - Maze

  private struct Cell: Hashable {
    var row: Int
    var column: Int
  }

  private func walk(_ hands: Hands, _ wrongly: Bool) async throws(OracleError) {
    // Cells say `row 1, column 2: wall`.
    var cells: [Cell: String] = [:]
    for element in hands.elements {
      let words = (element.contentDescription ?? "").split { " ,:".contains($0) }
      guard words.count == 5, words[0] == "row", words[2] == "column", let row = Int(words[1]),
        let column = Int(words[3])
      else { continue }
      cells[Cell(row: row, column: column)] = String(words[4])
    }
    guard let start = cells.first(where: { $0.value == "X" })?.key,
      let moves = Self.moves(from: start, cells)
    else { throw hands.missing("a way through the maze") }
    for move in wrongly ? moves.dropLast() : moves[...] {
      try await hands.tap(move, "The way to the green cell goes \(move.lowercased()).")
    }
  }

  // The shortest way, found breadth first.
  private static func moves(from start: Cell, _ cells: [Cell: String]) -> [String]? {
    let steps = [("Up", -1, 0), ("Down", 1, 0), ("Left", 0, -1), ("Right", 0, 1)]
    var ways: [Cell: [String]] = [start: []]
    var pending = [start]
    while !pending.isEmpty {
      let cell = pending.removeFirst()
      guard let way = ways[cell] else { continue }
      if cells[cell] == "goal" { return way }
      for (name, rows, columns) in steps {
        let next = Cell(row: cell.row + rows, column: cell.column + columns)
        guard let what = cells[next], what != "wall", ways[next] == nil else { continue }
        ways[next] = way + [name]
        pending.append(next)
      }
    }
    return nil
  }

  // MARK: - Numbers

  private func multiply(_ hands: Hands, _ wrongly: Bool) async throws(OracleError) {
    var product = 1
    for _ in 0..<5 {
      let number = hands.elements.lazy.compactMap { $0.text.flatMap { Int($0) } }.first { (1...9).contains($0) }
      guard let number else { throw hands.missing("a number") }
      product *= number
      try await hands.tap("Click Me", "The number is \(number), so far \(product).")
    }
    if wrongly { product += 1 }
    try await hands.type("\(product)", into: "Enter the product", "The product is \(product).")
    if let submit = hands.find("Submit"), hands.find("Success!") == nil {
      try await hands.tap(submit, "I submit it.")
    }
  }

  // MARK: - Drawing

  private func draw(_ hands: Hands, _ wrongly: Bool) async throws(OracleError) {
    let prefix = "Task color: "
    var colors = hands.elements.compactMap { element in
      element.contentDescription.flatMap { $0.hasPrefix(prefix) ? String($0.dropFirst(prefix.count)) : nil }
    }
    guard colors.count == 3 else { throw hands.missing("three colors") }
    if wrongly { colors.removeLast() }
    for (index, color) in colors.enumerated() {
      try await hands.tap(color, "Now \(color).")
      guard let bounds = hands.find("Canvas")?.bounds else { throw hands.missing("the canvas") }
      // A touch leaves a dot as wide as the line.
      let place = Point(
        x: bounds.left + (bounds.right - bounds.left) * (index + 1) / 4, y: (bounds.top + bounds.bottom) / 2)
      try await hands.perform(.click(.point(place)), "I draw with \(color).")
    }
    try await hands.tap("Submit", "All colors are on the canvas; I submit it.")
  }
}
