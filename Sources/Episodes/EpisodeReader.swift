internal import Foundation
internal import JSON

/// Reads episodes leniently: what is damaged is passed over and noted in `Episode.problems`.
///
/// Only a folder without a readable `episode.json` is refused. A recording that was cut off, edited by hand, copied
/// halfway or written by another program still opens, with every step that can be read.
public struct EpisodeReader: Sendable {
  /// How much is read of files that nobody has checked.
  public struct Limits: Sendable {
    /// Bytes of `episode.json`.
    public var headerBytes = 1 << 20
    /// Bytes of a line of `steps.jsonl`; the largest UI trees take about a tenth of it.
    public var lineBytes = 8 << 20
    /// Bytes of `steps.jsonl`; an episode of 1,000 steps with their UI elements takes about 5 MiB.
    public var stepsBytes = 128 << 20
    /// Steps.
    public var steps = 100_000
    /// The usual limits.
    public init() {}
  }

  /// The limits it keeps to.
  public var limits: Limits

  /// A reader.
  public init(limits: Limits = Limits()) { self.limits = limits }

  /// Reads the episode in a folder; the path of its `episode.json` does as well.
  ///
  /// Steps come in rising order of index, whatever the file says. A picture that isn't there or lies outside the folder
  /// is nil; one that the line doesn't mention is looked for as `screens/NNNN.png`.
  ///
  /// - Throws: `EpisodeError.missing`, `.notAnEpisode`.
  public func read(_ path: String) throws(EpisodeError) -> Episode {
    let directory = Self.folder(of: path)
    let header = try Self.header(in: directory, limit: limits.headerBytes)
    let folderName = URL(fileURLWithPath: directory).standardizedFileURL.lastPathComponent
    var collector = StepCollector(limit: limits.steps)
    var episode = Episode(header: header, folderName: folderName, notes: &collector.problems)
    episode.directory = directory
    do {
      try collect(directory + "/steps.jsonl", into: &collector)
    } catch {
      collector.problems.note("steps.jsonl can't be read, so there are no steps: \(error.reason)")
    }
    episode.steps = Self.withPictures(collector.steps, in: directory, notes: &collector.problems)
    episode.problems = collector.problems.sentences
    return episode
  }

  /// The object in a folder's `episode.json`.
  static func header(in directory: String, limit: Int) throws(EpisodeError) -> JSONObject {
    let path = directory + "/episode.json"
    guard FileManager.default.fileExists(atPath: directory) else { throw .missing(path: directory) }
    var isDirectory = ObjCBool(false)
    guard FileManager.default.fileExists(atPath: directory, isDirectory: &isDirectory), isDirectory.boolValue else {
      throw .notAnEpisode(path: directory, reason: "it is a file; give the folder with episode.json")
    }
    let contents: (bytes: [UInt8], isCut: Bool)
    do {
      contents = try OpenFile.contents(of: path, limit: limit)
    } catch {
      throw .notAnEpisode(
        path: directory, reason: "its episode.json can't be read (\(error.reason)); give a folder that has one")
    }
    guard !contents.isCut else {
      throw .notAnEpisode(path: directory, reason: "its episode.json is larger than \(limit) bytes; shorten it")
    }
    let bytes = contents.bytes
    var reader = JSONReader(bytes.span, from: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0, rules: .lenient)
    let value: JSONValue
    do {
      value = try reader.value()
    } catch {
      throw .notAnEpisode(
        path: directory,
        reason: "its episode.json is damaged at byte \(error.offset) (\(error.reason)); mend or replace it")
    }
    guard let object = value.object else {
      throw .notAnEpisode(
        path: directory, reason: "its episode.json has \(value.kind) instead of an object; replace it")
    }
    return object
  }

  /// A path without the slashes at its end, and without `episode.json`.
  static func folder(of path: String) -> String {
    var folder = path
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    if folder == "episode.json" { return "." }
    if folder.hasSuffix("/episode.json") { folder.removeLast("/episode.json".count) }
    return folder.isEmpty ? path.isEmpty ? "." : "/" : folder
  }

  private func collect(_ path: String, into collector: inout StepCollector) throws(FileError) {
    let file = try OpenFile(reading: path)
    var splitter = LineSplitter(limit: limits.lineBytes)
    var left = limits.stepsBytes
    while left > 0, !collector.isFull {
      let piece = try file.read(upTo: min(left, 1 << 20))
      if piece.isEmpty { break }
      left -= piece.count
      for line in splitter.add(piece) { collector.take(line, longestLine: limits.lineBytes) }
    }
    if left == 0, try !file.read(upTo: 1).isEmpty {
      collector.problems.note("steps.jsonl is larger than \(limits.stepsBytes) bytes; the rest was left out")
    } else if let line = splitter.finish() {
      collector.take(line, longestLine: limits.lineBytes)
    }
  }

  private static func withPictures(
    _ collected: [StepCollector.Collected], in directory: String, notes: inout ProblemList
  ) -> [Step] {
    let root = URL(fileURLWithPath: directory).resolvingSymlinksInPath().path
    var without: [Int] = []
    var lost: [Int] = []
    var steps: [Step] = []
    for entry in collected {
      var step = entry.step
      if let name = step.screenshot {
        switch ScreenshotName.find(name, in: root) {
        case .file: break
        case .nothing:
          step.screenshot = nil
          lost.append(step.index)
        case .outside:
          step.screenshot = nil
          notes.note(
            "step \(step.index): the picture \(JSONValue.string(name).text.prefix(80)) lies outside the folder")
        }
      } else if let implied = entry.impliedPicture,
        case .file = ScreenshotName.find(ScreenshotName.picture(of: implied), in: root)
      {
        step.screenshot = ScreenshotName.picture(of: implied)
      } else {
        without.append(step.index)
      }
      steps.append(step)
    }
    if !lost.isEmpty { notes.note("pictures that should be there are not: step \(ProblemList.ranges(lost))") }
    if !without.isEmpty {
      notes.note("\(without.count) of \(steps.count) steps have no picture: \(ProblemList.ranges(without))")
    }
    return steps
  }
}

extension Episode {
  /// Reads the episode in a folder, leniently; see `EpisodeReader`.
  ///
  /// - Throws: `EpisodeError.missing`, `.notAnEpisode`.
  public init(contentsOf path: String) throws(EpisodeError) { self = try EpisodeReader().read(path) }

  /// The path of a step's picture.
  public func screenshotPath(of step: Step) -> String? {
    guard let screenshot = step.screenshot else { return nil }
    return directory.map { $0 + "/" + screenshot } ?? screenshot
  }
}
