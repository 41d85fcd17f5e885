internal import Foundation
internal import JSON

/// What can be said about an episode without running a model: `infir data inspect`.
public struct EpisodeInspection: Sendable, Equatable {
  /// The episode.
  public let episode: Episode
  /// How often each type of action occurs, the most frequent first; steps without an action don't count.
  public let actionCounts: [ActionCount]
  /// Bytes of all files in its folder.
  public let byteCount: Int
  /// The files in its folder.
  public let fileCount: Int
  /// What was wrong with the files, pictures included, a sentence each.
  public let problems: [String]

  /// The sizes of the steps' pictures, nil where there is none or it can't be read.
  let pictureSizes: [PictureSize?]

  /// Looks at an episode's folder and the headers of its pictures.
  public init(of episode: Episode) {
    self.episode = episode
    actionCounts = ActionCount.counts(of: episode.steps.compactMap(\.action))
    (byteCount, fileCount) = Self.disk(episode.directory)
    var sizes: [PictureSize?] = []
    var unreadable: [Int] = []
    var odd: [Int] = []
    for step in episode.steps {
      let size = episode.screenshotPath(of: step).flatMap { PictureSize(ofFile: $0) }
      sizes.append(size)
      if step.screenshot != nil, size == nil { unreadable.append(step.index) }
      if let size, let width = episode.width, let height = episode.height,
        size != PictureSize(width: width, height: height)
      {
        odd.append(step.index)
      }
    }
    pictureSizes = sizes
    var problems = episode.problems
    if !unreadable.isEmpty {
      problems.append("pictures that are neither PNG nor JPEG: step \(ProblemList.ranges(unreadable))")
    }
    if !odd.isEmpty {
      problems.append("pictures that are not of the screen's size: step \(ProblemList.ranges(odd))")
    }
    self.problems = problems
  }

  /// The steps that have a picture.
  public var pictureCount: Int { episode.steps.count { $0.screenshot != nil } }

  private static func disk(_ directory: String?) -> (bytes: Int, files: Int) {
    guard let directory, let names = FileManager.default.enumerator(atPath: directory) else { return (0, 0) }
    var bytes = 0
    var files = 0
    for case let name as String in names {
      var information = stat()
      guard lstat(directory + "/" + name, &information) == 0, information.st_mode & S_IFMT == S_IFREG else { continue }
      bytes += Int(information.st_size)
      files += 1
    }
    return (bytes, files)
  }
}

/// How often a type of action occurs.
public struct ActionCount: Sendable, Equatable {
  /// The type.
  public let type: ActionType
  /// How often.
  public let count: Int

  /// Counts, the most frequent first, equal ones by name.
  static func counts(of actions: [Action]) -> [ActionCount] {
    let counts = Dictionary(actions.map { ($0.type, 1) }, uniquingKeysWith: +)
    return counts.map { ActionCount(type: $0.key, count: $0.value) }.sorted {
      $0.count != $1.count ? $0.count > $1.count : $0.type.rawValue < $1.type.rawValue
    }
  }

  static func text(_ counts: [ActionCount]) -> String {
    counts.isEmpty ? "none" : counts.map { "\($0.type.rawValue) \($0.count)" }.joined(separator: ", ")
  }

  static func json(_ counts: [ActionCount]) -> JSONValue {
    .object(JSONObject(counts.map { ($0.type.rawValue, .integer($0.count)) }))
  }
}
