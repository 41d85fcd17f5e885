internal import JSON

/// What can be said about a folder of episodes: `infir data inspect` on a data set.
///
/// Episodes are added one after another, so a large data set can be printed as it is read.
public struct DataSetInspection: Sendable, Equatable {
  /// Episodes that were looked at.
  public private(set) var episodeCount = 0
  /// Folders whose episode can't be opened.
  public private(set) var unreadableCount = 0
  /// Steps of all episodes.
  public private(set) var stepCount = 0
  /// Steps with a picture.
  public private(set) var pictureCount = 0
  /// Bytes of all episodes' files.
  public private(set) var byteCount = 0
  /// Problems of all episodes.
  public private(set) var problemCount = 0
  /// How often each type of action occurs.
  public var actionCounts: [ActionCount] {
    actions.map { ActionCount(type: $0.key, count: $0.value) }.sorted {
      $0.count != $1.count ? $0.count > $1.count : $0.type.rawValue < $1.type.rawValue
    }
  }

  private var actions: [ActionType: Int] = [:]

  /// Of nothing yet.
  public init() {}

  /// Counts an episode in.
  public mutating func add(_ inspection: EpisodeInspection) {
    episodeCount += 1
    stepCount += inspection.episode.steps.count
    pictureCount += inspection.pictureCount
    byteCount += inspection.byteCount
    problemCount += inspection.problems.count
    for counted in inspection.actionCounts { actions[counted.type, default: 0] += counted.count }
  }

  /// Counts a folder in whose episode can't be opened.
  public mutating func addUnreadable() { unreadableCount += 1 }

  /// A line about one episode, for the list above the totals.
  ///
  /// - Parameters:
  ///   - inspection: The episode.
  ///   - name: Its folder's name in the data set.
  ///   - width: Columns of a line, at least 40.
  public static func line(_ inspection: EpisodeInspection, name: String, width: Int) -> String {
    let page = PlainPage(width: width)
    let count = inspection.episode.steps.count
    let steps = page.right("\(count)", 5) + (count == 1 ? " step " : " steps")
    let problems =
      switch inspection.problems.count {
      case 0: ""
      case 1: "  (1 problem)"
      default: "  (\(inspection.problems.count) problems)"
      }
    return page.cut("\(page.left(name, page.width / 3))\(steps)  \(inspection.episode.goal)", keeping: problems)
  }

  /// A line about a folder whose episode can't be opened.
  public static func line(_ error: EpisodeError, name: String, width: Int) -> String {
    let page = PlainPage(width: width)
    return page.cut("\(page.left(name, page.width / 3))  \(error.description)")
  }

  /// The totals for people.
  ///
  /// - Parameter width: Columns of a line, at least 40.
  public func text(width: Int) -> String {
    let unreadable = unreadableCount == 0 ? "" : ", and \(unreadableCount) that can't be opened"
    let facts = PlainPage(width: width).facts([
      ("episodes", "\(episodeCount)\(unreadable)"),
      ("steps", "\(stepCount)"),
      ("pictures", "\(pictureCount) of \(stepCount)"),
      ("on disk", PlainPage.bytes(byteCount)),
      ("actions", ActionCount.text(actionCounts)),
      ("problems", problemCount == 0 ? "none" : "\(problemCount)"),
    ])
    return facts.joined(separator: "\n") + "\n"
  }

  /// The totals for programs, on one line.
  public var json: String {
    let object: JSONObject = [
      "event": .string("data_set"),
      "episodes": .integer(episodeCount),
      "unreadable": .integer(unreadableCount),
      "step_count": .integer(stepCount),
      "picture_count": .integer(pictureCount),
      "bytes": .integer(byteCount),
      "actions": ActionCount.json(actionCounts),
      "problem_count": .integer(problemCount),
    ]
    return object.text
  }
}
