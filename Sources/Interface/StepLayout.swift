/// Where the parts of a screen that shows a step are; empty rectangles aren't drawn.
struct StepLayout: Equatable {
  /// From here on the two texts stand side by side.
  static let sideBySideColumns = 92

  private(set) var picture = Rect(column: 0, row: 0, columns: 0, rows: 0)
  private(set) var goal = Rect(column: 0, row: 0, columns: 0, rows: 0)
  /// What is thought and proposed.
  private(set) var model = Rect(column: 0, row: 0, columns: 0, rows: 0)
  /// What it is compared with, or what else there is to know of the screen.
  private(set) var recording = Rect(column: 0, row: 0, columns: 0, rows: 0)
  private(set) var steps = Rect(column: 0, row: 0, columns: 0, rows: 0)
  /// All that there is on a screen too small for parts.
  private(set) var small = Rect(column: 0, row: 0, columns: 0, rows: 0)

  /// One text on all of a screen that is too small for parts.
  init(onlyText rect: Rect) { model = rect }

  /// - Parameters:
  ///   - aspect: the screenshots' width divided by their height; nil without screenshots.
  ///   - cellAspect: a cell's height divided by its width.
  ///   - goalRows: how long the goal is on a line of so many columns.
  ///   - hasModel: whether there is something to show of a model.
  init(
    body: Rect, aspect: Double?, cellAspect: Double, steps stepCount: Int, hasModel: Bool, showsRecording: Bool,
    goalRows: (Int) -> Int
  ) {
    // The status line and the footer belong to a screen of ten rows.
    guard body.columns >= 40, body.rows >= 7 else {
      small = body
      return
    }
    var rest = body
    if let aspect {
      let ideal = Double(max(1, body.rows - 2)) * min(max(cellAspect, 1), 4) * min(max(aspect, 0.1), 10)
      let most = body.columns * 45 / 100 - 2
      picture = rest.takeLeft(max(10, min(Int(ideal.rounded(.up)), most)) + 2)
      _ = rest.takeLeft(1)
    }
    rest = rest.inset(columns: rest.columns > 50 ? 1 : 0)
    let all = rest.rows
    let mostGoalRows = all >= 30 ? 4 : all >= 14 ? 2 : 1
    goal = rest.takeTop(1 + min(mostGoalRows, max(1, goalRows(rest.columns))))
    if all >= 24 { _ = rest.takeTop(1) }
    if all >= 14 {
      let share = all * 30 / 100
      steps = rest.takeBottom(min(1 + stepCount, max(5, share)))
      if all >= 24 { _ = rest.takeBottom(1) }
    }
    guard showsRecording else {
      model = rest
      return
    }
    if rest.columns >= Self.sideBySideColumns, rest.rows >= 6 {
      model = rest.takeLeft((rest.columns - 2) / 2)
      _ = rest.takeLeft(2)
      recording = rest
    } else if hasModel {
      model = rest.takeTop(max(3, rest.rows * 58 / 100))
      if all >= 24 { _ = rest.takeTop(1) }
      recording = rest
    } else {
      model = rest.takeBottom(min(3, rest.rows / 2))
      recording = rest
    }
  }
}
