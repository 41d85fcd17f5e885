/// Why an episode can't be opened or written.
public enum EpisodeError: Error, Equatable, CustomStringConvertible {
  /// There is no such folder.
  case missing(path: String)
  /// The folder has no readable `episode.json`.
  case notAnEpisode(path: String, reason: String)
  /// It can't be written.
  case unwritable(path: String, reason: String)
  /// An action that can't be read.
  case action(reason: String)

  /// One sentence for the person at the screen.
  public var description: String {
    switch self {
    case .missing(let path): "there is no episode at \(path); give an episode's folder, or a folder of episodes"
    case .notAnEpisode(let path, let reason): "\(path) is not an episode: \(reason)"
    case .unwritable(let path, let reason): "\(path) can't be written: \(reason)"
    case .action(let reason): "the action can't be read: \(reason)"
    }
  }
}
