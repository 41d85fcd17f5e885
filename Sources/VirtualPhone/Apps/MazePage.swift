import Imaging

/// `tasks/pages/maze.html`: a grid of cells, some of them walls; buttons move the X to the green one.
struct MazePage {
  static let size = 4
  private static let cell = 88.0

  let seed: String
  let activity: Activity

  /// Which cells are walls, row by row.
  let walls: [Bool]

  init(seed: String, activity: Activity) {
    self.seed = seed
    self.activity = activity
    walls = Self.walls(seed)
  }

  /// There is always one way of six steps; most of the cells beside it are walls.
  static func walls(_ seed: String) -> [Bool] {
    var random = PageRandom(seed)
    var moves = [0, 0, 0, 1, 1, 1]
    for index in stride(from: moves.count - 1, to: 0, by: -1) { moves.swapAt(index, random.below(index + 1)) }
    var isOnWay = [Bool](repeating: false, count: size * size)
    var (row, column) = (0, 0)
    isOnWay[0] = true
    for move in moves {
      if move == 0 { column += 1 } else { row += 1 }
      isOnWay[row * size + column] = true
    }
    // Drawn for each cell, on the way or not, as the page does.
    return isOnWay.map { way in
      let isWall = random.below(3) < 2
      return isWall && !way
    }
  }

  private var position: Int { activity.values["page.position"].flatMap { Int($0) } ?? 0 }
  private var goal: Int { Self.size * Self.size - 1 }

  func view() -> View {
    guard position != goal else {
      return WebWidget.page([WebWidget.at(16, 16, WebWidget.success())], height: 80)
    }
    var parts: [View] = []
    for index in walls.indices {
      let (row, column) = (index / Self.size, index % Self.size)
      let what = walls[index] ? "wall" : index == position ? "X" : index == goal ? "goal" : "free"
      let content = index == position ? [WebWidget.text("X", 56)] : []
      let cell = View.stack(content, .center).square(Self.cell)
        .fill(walls[index] ? .black : index == goal ? Color(hex: 0x008000) : .white).outline(.black, corner: 0)
        .label("row \(row + 1), column \(column + 1): \(what)", "android.widget.Image")
      parts.append(WebWidget.at(16 + Double(column) * Self.cell, 16 + Double(row) * Self.cell, cell))
    }
    let buttons: [(title: String, rows: Int, columns: Int)] = [
      ("Up", -1, 0), ("Down", 1, 0), ("Left", 0, -1), ("Right", 0, 1),
    ]
    for (index, button) in buttons.enumerated() {
      parts.append(
        WebWidget.at(
          16 + Double(index) * 90, 392,
          WebWidget.button(button.title, width: 82, height: 56) { phone in
            let page = MazePage(seed: seed, activity: phone.activity)
            let (row, column) = (page.position / Self.size + button.rows, page.position % Self.size + button.columns)
            guard (0..<Self.size).contains(row), (0..<Self.size).contains(column),
              !page.walls[row * Self.size + column]
            else { return }
            phone.activity.values["page.position"] = String(row * Self.size + column)
          }))
    }
    return WebWidget.page(parts, height: 464)
  }
}
