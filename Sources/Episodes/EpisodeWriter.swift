internal import Foundation
internal import JSON
internal import Synchronization

/// Records an episode so that a crash at any moment costs at most the step in hand.
///
/// `episode.json` is only ever replaced whole. A step's picture is on the disk before the line that mentions it, and the
/// line is one write at the end of `steps.jsonl`, synced before `append` returns. A line that a crash has torn is cut
/// off when the recording is resumed; readers pass over it until then. An action can be announced before it is done, so
/// that one which a crash interrupted is known of.
public final class EpisodeWriter: Sendable {
  /// The episode's folder.
  public let path: String

  private struct State: ~Copyable {
    var steps: OpenFile
    /// The bytes of whole lines.
    var length: Int
    /// Whether a failed write may have left something behind the whole lines.
    var isTorn = false
    var nextIndex: Int
    var header: JSONObject
    /// Whether a step was announced and not recorded yet.
    var hasAnnounced = false
  }

  private static let announcement = "/pending.json"
  private let state: Mutex<State>

  /// Begins an episode: makes the folder, and `episode.json` from what `episode` says apart from its steps.
  ///
  /// - Throws: `EpisodeError.unwritable`, also when the folder holds an episode or steps already.
  public init(creating episode: Episode, at path: String) throws(EpisodeError) {
    let folder = EpisodeReader.folder(of: path)
    try Self.makeFolder(folder + "/screens")
    guard !FileManager.default.fileExists(atPath: folder + "/episode.json") else {
      throw .unwritable(path: folder, reason: "it holds an episode already; choose another folder")
    }
    let file = try Self.open(folder)
    do throws(FileError) {
      guard try file.length == 0 else {
        throw FileError(folder, reason: "it has a steps.jsonl with steps already")
      }
      try OpenFile.replace(folder + "/episode.json", with: Self.bytes(of: episode.header))
      try OpenFile.synchronizeDirectory(of: folder)
    } catch {
      throw error.asUnwritable
    }
    self.path = folder
    state = Mutex(State(steps: file, length: 0, nextIndex: 0, header: episode.header))
  }

  /// Makes sure, before anything is done that is to be recorded, that an episode can be begun in a folder. Nothing is
  /// made there.
  ///
  /// - Throws: `EpisodeError.unwritable`.
  public static func checkPlace(_ path: String) throws(EpisodeError) {
    let folder = EpisodeReader.folder(of: path)
    guard !FileManager.default.fileExists(atPath: folder + "/episode.json") else {
      throw .unwritable(path: folder, reason: "it holds an episode already; choose another folder")
    }
    var nearest = URL(fileURLWithPath: folder).standardizedFileURL
    while !FileManager.default.fileExists(atPath: nearest.path), nearest.path != "/" {
      nearest.deleteLastPathComponent()
    }
    var isFolder: ObjCBool = false
    _ = FileManager.default.fileExists(atPath: nearest.path, isDirectory: &isFolder)
    guard isFolder.boolValue else {
      throw .unwritable(path: folder, reason: "\(nearest.path) is not a folder; choose another folder")
    }
    guard access(nearest.path, W_OK | X_OK) == 0 else {
      throw .unwritable(
        path: folder, reason: "\(nearest.path) can't be written to; choose another folder, or check its permissions")
    }
  }

  /// Goes on with an episode, after cutting off a torn last line.
  ///
  /// - Throws: `EpisodeError.missing` or `.notAnEpisode` if there is none, `.unwritable`.
  public init(resuming path: String) throws(EpisodeError) {
    let folder = EpisodeReader.folder(of: path)
    let limits = EpisodeReader.Limits()
    let header = try EpisodeReader.header(in: folder, limit: limits.headerBytes)
    let file = try Self.open(folder)
    let contents: Contents
    do throws(FileError) {
      contents = try Self.contents(of: file, limits: limits)
      try file.truncate(to: contents.whole)
      if contents.needsLineEnd { try file.write([0x0A]) }
      try file.synchronize()
    } catch {
      throw error.asUnwritable
    }
    guard !contents.isCut else {
      throw .unwritable(path: file.path, reason: "it is too large to go on with; begin another episode")
    }
    try Self.makeFolder(folder + "/screens")
    self.path = folder
    let length = contents.whole + (contents.needsLineEnd ? 1 : 0)
    let hasAnnounced = FileManager.default.fileExists(atPath: folder + Self.announcement)
    state = Mutex(
      State(
        steps: file, length: length, nextIndex: contents.nextIndex, header: header, hasAnnounced: hasAnnounced))
  }

  /// The index that the next step will have.
  public var nextIndex: Int { state.withLock { $0.nextIndex } }

  /// Records a step; when it returns, the disk has it.
  ///
  /// - Parameters:
  ///   - step: The step. Its index is replaced by the next one, and its `screenshot` by the name of the picture if one
  ///     is given; a name without a picture must lie in the folder.
  ///   - screenshot: The picture, a PNG file as the device gave it.
  /// - Returns: The step as recorded.
  /// - Throws: `EpisodeError.unwritable`; then nothing of the step is in the episode, and the next can be tried.
  @discardableResult
  public func append(_ step: Step, screenshot: [UInt8]? = nil) throws(EpisodeError) -> Step {
    try state.withLock { (state) throws(EpisodeError) -> Step in
      var step = step
      step.index = state.nextIndex
      if screenshot != nil {
        step.screenshot = ScreenshotName.picture(of: step.index)
      } else if let name = step.screenshot, !ScreenshotName.isInside(name) {
        throw .unwritable(path: path, reason: "the picture \(name) lies outside the folder; give its contents")
      }
      let line = Array((step.jsonObject.text + "\n").utf8)
      guard line.count <= EpisodeReader.Limits().lineBytes else {
        throw .unwritable(path: path, reason: "a step of \(line.count) bytes is too long to be read again; shorten it")
      }
      do throws(FileError) {
        if let screenshot { try write(screenshot, to: ScreenshotName.picture(of: step.index)) }
        try Self.append(line, to: &state)
      } catch {
        throw error.asUnwritable
      }
      state.nextIndex += 1
      if state.hasAnnounced {
        unlink(path + Self.announcement)
        state.hasAnnounced = false
      }
      return step
    }
  }

  /// Puts the picture of the step that comes next in its place, before it is known what will be done.
  ///
  /// It takes the place of an earlier one whole, so that whoever has that open goes on reading it. One that no step
  /// comes to mention does no harm: the next step's picture replaces it.
  ///
  /// - Parameter screenshot: a PNG file.
  /// - Returns: its name, for `Step.screenshot`.
  /// - Throws: `EpisodeError.unwritable`.
  public func placePicture(_ screenshot: [UInt8]) throws(EpisodeError) -> String {
    try state.withLock { (state) throws(EpisodeError) -> String in
      let name = ScreenshotName.picture(of: state.nextIndex)
      do throws(FileError) {
        try OpenFile.replace(path + "/" + name, with: screenshot)
      } catch {
        throw error.asUnwritable
      }
      return name
    }
  }

  /// Says that an action is about to be done; when it returns, the disk has it. `append` takes it back.
  ///
  /// - Throws: `EpisodeError.unwritable`; then the action had better not be done.
  public func announce(_ step: Step) throws(EpisodeError) {
    try state.withLock { (state) throws(EpisodeError) in
      var step = step
      step.index = state.nextIndex
      do throws(FileError) {
        try OpenFile.replace(path + Self.announcement, with: Array((step.jsonObject.text + "\n").utf8))
      } catch {
        throw error.asUnwritable
      }
      state.hasAnnounced = true
    }
  }

  /// The step that was announced and never recorded, because the program was ended in the middle of it.
  ///
  /// A recording that has been resumed has it until the next `append`.
  public var announced: Step? {
    state.withLock { state in
      guard state.hasAnnounced, let file = try? OpenFile.contents(of: path + Self.announcement, limit: 8 << 20),
        !file.isCut, let value = try? JSONValue(parsing: file.bytes, rules: .lenient), let object = value.object,
        // Recorded, and then ended before the announcement was taken back.
        object["index"]?.integer == state.nextIndex
      else { return nil }
      var notes = ProblemList()
      return Step(object: object, index: state.nextIndex, notes: &notes)
    }
  }

  /// Ends the episode by saying in `episode.json` how and when; what else that file says stays.
  ///
  /// - Parameter finished: When, ISO 8601.
  /// - Throws: `EpisodeError.unwritable`; then the old file is still there.
  public func finish(outcome: Outcome?, finished: String?) throws(EpisodeError) {
    try state.withLock { (state) throws(EpisodeError) in
      var header = state.header
      if let finished { header["finished"] = .string(finished) }
      if let outcome { header["outcome"] = outcome.jsonValue }
      do throws(FileError) {
        try OpenFile.replace(path + "/episode.json", with: Self.bytes(of: header))
      } catch {
        throw error.asUnwritable
      }
      state.header = header
    }
  }

  // MARK: - Files

  private static func append(_ line: [UInt8], to state: inout State) throws(FileError) {
    if state.isTorn {
      try state.steps.truncate(to: state.length)
      state.isTorn = false
    }
    do {
      try state.steps.write(line)
      try state.steps.synchronize()
    } catch {
      // Part of the line may be there; the next must not be joined to it.
      do { try state.steps.truncate(to: state.length) } catch { state.isTorn = true }
      throw error
    }
    state.length += line.count
  }

  private func write(_ picture: [UInt8], to name: String) throws(FileError) {
    let file = try OpenFile(replacing: path + "/" + name)
    do {
      try file.write(picture)
      try file.synchronize()
    } catch {
      unlink(path + "/" + name)
      throw error
    }
    try OpenFile.synchronizeDirectory(of: path + "/" + name)
  }

  private static func bytes(of header: JSONObject) -> [UInt8] {
    Array((header.text(.indented) + "\n").utf8)
  }

  private static func makeFolder(_ path: String) throws(EpisodeError) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw .unwritable(
        path: path, reason: "the folder can't be made; choose another folder, or check its permissions")
    }
  }

  /// `steps.jsonl`, for this writer alone.
  private static func open(_ folder: String) throws(EpisodeError) -> OpenFile {
    do throws(FileError) {
      let file = try OpenFile(appendingTo: folder + "/steps.jsonl")
      guard try file.lock() else {
        throw FileError(folder, reason: "another program is recording there")
      }
      return file
    } catch {
      throw error.asUnwritable
    }
  }

  /// What a steps file has.
  private struct Contents {
    /// The bytes up to the end of what is whole.
    var whole = 0
    /// Whether that end is a whole step without its line end.
    var needsLineEnd = false
    var nextIndex = 0
    /// Whether not all of it was read.
    var isCut = false
  }

  private static func contents(of file: borrowing OpenFile, limits: EpisodeReader.Limits) throws(FileError) -> Contents
  {
    var contents = Contents()
    var splitter = LineSplitter(limit: limits.lineBytes)
    var collector = StepCollector(limit: limits.steps)
    var length = 0
    while length <= limits.stepsBytes, !collector.isFull {
      let piece = try file.read(upTo: 1 << 20)
      if piece.isEmpty { break }
      for line in splitter.add(piece) { collector.take(line, longestLine: limits.lineBytes) }
      if let end = piece.lastIndex(of: 0x0A) { contents.whole = length + end + 1 }
      length += piece.count
    }
    if length > limits.stepsBytes || collector.isFull {
      contents.isCut = true
      contents.whole = try file.length
    } else if let line = splitter.finish() {
      collector.take(line, longestLine: limits.lineBytes)
      let count = wholeCount(line)
      if count > 0 {
        contents.whole += count
        contents.needsLineEnd = true
      }
    }
    contents.nextIndex = (collector.steps.last?.step.index ?? -1) + 1
    return contents
  }

  /// The bytes of whole objects at the start of a line: no beginning of an object is an object.
  private static func wholeCount(_ line: LineSplitter.Line) -> Int {
    guard !line.isTooLong else { return 0 }
    var reader = line.reader
    var count = 0
    while let value = try? reader.value(), value.object != nil { count = reader.offset }
    return count
  }
}
