internal import Checkpoints
internal import Foundation
internal import Interface
internal import Model

/// Where models and episodes are looked for.
struct Places: Sendable {
  private let environment: [String: String]
  private let workingDirectory: String

  init(
    environment: [String: String] = ProcessInfo.processInfo.environment,
    workingDirectory: String = FileManager.default.currentDirectoryPath
  ) {
    self.environment = environment
    self.workingDirectory = workingDirectory
  }

  /// The person's home folder: `HOME`, as the shell has it, before what the system knows of the account.
  var home: String { environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? NSHomeDirectory() }

  /// The `assets` folder that came with the program.
  var assets: String? { aboveExecutable("assets") { _ in true } }

  /// The `tasks` folder that came with the program.
  ///
  /// Others have folders of that name, too: it is one with tasks in it.
  var tasks: String? {
    aboveExecutable("tasks") { names in names.contains { $0.hasSuffix(".yaml") } }
  }

  /// A folder of this name, in a folder above the executable, with such files.
  private func aboveExecutable(_ name: String, holding isMeant: ([String]) -> Bool) -> String? {
    guard let executable = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") else {
      return nil
    }
    var folder = URL(fileURLWithPath: executable).deletingLastPathComponent()
    while folder.path != "/" {
      let candidate = folder.appendingPathComponent(name).path
      if let names = try? FileManager.default.contentsOfDirectory(atPath: candidate), isMeant(names) {
        return candidate
      }
      folder.deleteLastPathComponent()
    }
    return nil
  }

  /// The folder that browsing begins in: the shipped episodes, where there are any, else where the program was started.
  var browsing: String {
    if let episodes = assets.map({ $0 + "/episodes" }), FileManager.default.fileExists(atPath: episodes) {
      return episodes
    }
    return workingDirectory
  }

  /// Models in the usual places: the data folder, the shipped assets, and the working directory, one level deep.
  ///
  /// - Parameter named: a path that was given, and comes first.
  func models(named path: String?) -> [ModelSummary] {
    let folders = [
      Settings.dataDirectory(environment: environment) + "/models", assets, workingDirectory,
      workingDirectory + "/models",
    ].compactMap { $0 }
    var paths: [String] = path.map { [$0] } ?? []
    for folder in folders {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      paths += names.sorted().map { folder + "/" + $0 }.filter(Checkpoint.looksLikeModel)
    }
    var seen: Set<String> = []
    return paths.compactMap { path in
      guard seen.insert(URL(fileURLWithPath: path).standardizedFileURL.path).inserted else { return nil }
      return ModelSummary(path)
    }
  }
}

extension ModelSummary {
  /// A line about a model, from its configuration alone; nil where that can't be read.
  init?(_ path: String) {
    guard let configuration = try? Checkpoint.configuration(path: path) else { return nil }
    self.init(path: path, configuration: configuration)
  }

  init(path: String, configuration: ModelConfiguration) {
    let parameters = configuration.parameters.reduce(0) { $0 + $1.count }
    self.init(
      path: path, name: URL(fileURLWithPath: path).lastPathComponent,
      detail: "\(configuration.architecture), \(CheckpointInspection.count(parameters)) parameters",
      seesPictures: configuration.multimodal != nil)
  }
}
