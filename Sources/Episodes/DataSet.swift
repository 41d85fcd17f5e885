internal import Foundation

/// What a path that was given as EPISODE or DATASET leads to.
public enum EpisodeLocation: Sendable, Equatable {
  /// An episode's folder.
  case episode(path: String)
  /// A folder of episodes.
  case dataSet(path: String)

  /// Looks: a folder with `episode.json` is an episode, as is the file itself; any other folder is a data set.
  ///
  /// - Throws: `EpisodeError.missing`, or `.notAnEpisode` for another file.
  public init(of path: String) throws(EpisodeError) {
    let folder = EpisodeReader.folder(of: path)
    var isDirectory = ObjCBool(false)
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isDirectory) else {
      throw .missing(path: path)
    }
    guard isDirectory.boolValue else {
      throw .notAnEpisode(path: path, reason: "it is a file; give an episode's folder, or a folder of episodes")
    }
    self = DataSet.isEpisode(folder) ? .episode(path: folder) : .dataSet(path: folder)
  }
}

/// A folder of episodes.
public struct DataSet: Sendable, Equatable {
  /// What a list shows of an episode.
  public struct Summary: Sendable, Equatable {
    /// The folder.
    public var path: String
    /// The folder as seen from the data set: `a`, or `group/a`.
    public var name: String
    /// The episode's own name.
    public var id: String
    /// What was to be done; empty if that can't be read.
    public var goal: String
    /// Lines with something in them, which is the number of steps unless lines are damaged.
    public var stepCount: Int
    /// Why the episode can't be opened, if it can't.
    public var problem: String?

    /// A summary.
    public init(
      path: String, name: String, id: String, goal: String, stepCount: Int, problem: String? = nil
    ) {
      self.path = path
      self.name = name
      self.id = id
      self.goal = goal
      self.stepCount = stepCount
      self.problem = problem
    }
  }

  /// The folder.
  public var path: String
  /// The episodes' folders, sorted by name.
  public var episodes: [String]

  /// Looks for episodes in a folder, and in those of its folders that aren't episodes themselves.
  ///
  /// Nothing is read yet, so it is quick for thousands of episodes. Hidden folders are passed over.
  ///
  /// - Throws: `EpisodeError.missing` when there is no such folder, `.notAnEpisode` when it is an episode, has none in
  ///   it or can't be listed.
  public init(contentsOf path: String) throws(EpisodeError) {
    guard case .dataSet(let folder) = try EpisodeLocation(of: path) else {
      throw .notAnEpisode(path: path, reason: "it is one episode and no folder of episodes; give the folder around it")
    }
    self.path = folder
    episodes = []
    for name in try Self.folders(in: folder) {
      let inner = folder + "/" + name
      if Self.isEpisode(inner) {
        episodes.append(inner)
      } else if let names = try? Self.folders(in: inner) {
        episodes += names.map { inner + "/" + $0 }.filter(Self.isEpisode)
      }
    }
    if episodes.isEmpty {
      throw .notAnEpisode(
        path: path, reason: "neither it nor a folder in it has an episode.json; give a folder of episodes")
    }
  }

  /// What a list shows of one of the episodes.
  ///
  /// Reads its `episode.json` and counts lines; never fails, since one bad episode mustn't hide the others.
  public func summary(of episode: String) -> Summary {
    let name = episode.hasPrefix(path + "/") ? String(episode.dropFirst(path.count + 1)) : episode
    let limits = EpisodeReader.Limits()
    let folderName = URL(fileURLWithPath: episode).lastPathComponent
    var notes = ProblemList()
    do {
      let header = Episode(
        header: try EpisodeReader.header(in: episode, limit: limits.headerBytes), folderName: folderName, notes: &notes)
      let count = Self.lineCount(of: episode + "/steps.jsonl", limit: limits.stepsBytes)
      return Summary(path: episode, name: name, id: header.id, goal: header.goal, stepCount: count)
    } catch {
      return Summary(
        path: episode, name: name, id: folderName, goal: "", stepCount: 0, problem: error.description)
    }
  }

  /// What a list shows of each episode.
  public var summaries: [Summary] { episodes.map(summary(of:)) }

  static func isEpisode(_ folder: String) -> Bool {
    FileManager.default.fileExists(atPath: folder + "/episode.json")
  }

  private static func folders(in folder: String) throws(EpisodeError) -> [String] {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw .notAnEpisode(path: folder, reason: "the folder can't be listed; check its permissions")
    }
    return names.filter { name in
      var isDirectory = ObjCBool(false)
      return !name.hasPrefix(".")
        && FileManager.default.fileExists(atPath: folder + "/" + name, isDirectory: &isDirectory)
        && isDirectory.boolValue
    }.sorted()
  }

  private static func lineCount(of path: String, limit: Int) -> Int {
    guard let file = try? OpenFile(reading: path) else { return 0 }
    var count = 0
    var left = limit
    // Whether the line has something in it yet, and what it had last: a line that isn't ended counts if it is whole.
    var hasContent = false
    var last: UInt8 = 0
    while left > 0, let piece = try? file.read(upTo: min(left, 1 << 20)), !piece.isEmpty {
      left -= piece.count
      for byte in piece {
        if byte == 0x0A {
          if hasContent { count += 1 }
          hasContent = false
        } else if byte != 0x20, byte != 0x0D, byte != 0x09 {
          hasContent = true
          last = byte
        }
      }
    }
    return hasContent && last == UInt8(ascii: "}") ? count + 1 : count
  }
}
