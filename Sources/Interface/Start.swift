/// What the interface is told before its first frame.
public struct Start: Sendable, Equatable {
  /// An episode or data set that was open before.
  public struct Recent: Sendable, Equatable {
    /// Where it is.
    public var path: String
    /// Its goal, or a few words about it.
    public var title: String
    /// Something that was open before.
    public init(path: String, title: String) {
      self.path = path
      self.title = title
    }
  }

  /// The version, shown beside the name.
  public var version: String
  /// The person's home folder; paths below it are shown with `~`.
  public var homeDirectory: String
  /// The folder that browsing begins in.
  public var directory: String
  /// Models that are known already.
  public var models: [ModelSummary]
  /// What was open before, the latest first.
  public var recents: [Recent]
  /// What the terminal can do.
  public var surroundings: Surroundings
  /// The session that is started at once, if one is.
  public var session: SessionRequest?
  /// What proposes in sessions where no model does: the tasks' solver, by its name. It knows tasks, no other goals.
  public var solver: String?

  /// What the interface is told.
  public init(
    version: String = "", homeDirectory: String = "/", directory: String = "/", models: [ModelSummary] = [],
    recents: [Recent] = [], surroundings: Surroundings = Surroundings(), session: SessionRequest? = nil,
    solver: String? = nil
  ) {
    self.version = version
    self.homeDirectory = homeDirectory
    self.directory = directory
    self.models = models
    self.recents = recents
    self.surroundings = surroundings
    self.session = session
    self.solver = solver
  }
}
