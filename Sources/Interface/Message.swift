public import Episodes

/// What the terminal shows of the machine's abilities; decides on line-drawing characters.
public struct Surroundings: Sendable, Equatable {
  /// Whether the terminal shows UTF-8; otherwise only ASCII is drawn.
  public var isUTF8: Bool
  /// How pictures are shown, in words, for example `kitty` or `blocks, 256 colours`.
  public var pictures: String
  /// How many times as high as wide a cell is.
  public var cellAspect: Double { cell.aspect }
  /// A cell's size in pixels.
  public var cell: PixelSize
  /// Whether pictures are made of characters, and so fill whole cells.
  public var fillsWholeCells: Bool
  /// The terminal's surroundings.
  public init(
    isUTF8: Bool = true, pictures: String = "", cell: PixelSize = .assumedCell, fillsWholeCells: Bool = true
  ) {
    self.isUTF8 = isUTF8
    self.pictures = pictures
    self.cell = cell
    self.fillsWholeCells = fillsWholeCells
  }

  /// Where a picture goes in an area of cells, nil if there is no room or no picture: what is drawn and what a click on
  /// it means are computed by this one function.
  public func placement(of picture: PixelSize, in area: Rect) -> PicturePlacement? {
    PicturePlacement.fit(
      picture, in: area, cell: fillsWholeCells ? .assumedCell : cell, wholeCells: fillsWholeCells)
  }
}

/// A file or folder in the browser.
public struct DirectoryEntry: Sendable, Equatable {
  /// What it is.
  public enum Kind: Sendable, Equatable {
    case directory, episode, model, file
    /// A folder of episodes.
    case dataSet
  }
  /// Its name.
  public var name: String
  /// What it is.
  public var kind: Kind
  /// A few words shown beside it, for example the goal or the size.
  public var detail: String
  /// An entry.
  public init(name: String, kind: Kind, detail: String = "") {
    self.name = name
    self.kind = kind
    self.detail = detail
  }
}

/// A model that can be picked, or is loaded.
public struct ModelSummary: Sendable, Equatable {
  /// Where it is.
  public var path: String
  /// Its name.
  public var name: String
  /// A line about it: architecture, parameters, type.
  public var detail: String
  /// Whether it takes pictures.
  public var seesPictures: Bool
  /// A model.
  public init(path: String, name: String, detail: String, seesPictures: Bool = true) {
    self.path = path
    self.name = name
    self.detail = detail
    self.seesPictures = seesPictures
  }
}

/// Where the time of a step went, in seconds.
public struct PhaseTimes: Sendable, Equatable {
  /// Reading and preparing the picture.
  public var image: Double
  /// The vision tower.
  public var encode: Double
  /// The prompt.
  public var prefill: Double
  /// The answer.
  public var decode: Double
  /// Tokens in the prompt, and how many of them the cache held.
  public var promptTokens: Int
  /// Tokens that the cache held.
  public var reusedTokens: Int
  /// Tokens of the answer.
  public var generatedTokens: Int
  /// Times.
  public init(
    image: Double = 0, encode: Double = 0, prefill: Double = 0, decode: Double = 0, promptTokens: Int = 0,
    reusedTokens: Int = 0, generatedTokens: Int = 0
  ) {
    self.image = image
    self.encode = encode
    self.prefill = prefill
    self.decode = decode
    self.promptTokens = promptTokens
    self.reusedTokens = reusedTokens
    self.generatedTokens = generatedTokens
  }
}

/// News of a proposal that is being made for a step of an episode.
public enum ProposalUpdate: Sendable, Equatable {
  /// What the engine is doing, and how far it is, 0…1.
  case phase(String, fraction: Double)
  /// Text as it comes.
  case text(String)
  /// The whole thought.
  case thought(String)
  /// The action in pixels, and its JSON.
  case action(Action, json: String)
  /// How it compares with the recording.
  case agreement(Agreement)
  /// Done.
  case finished(PhaseTimes)
  /// It failed, in a sentence.
  case failed(String)
  /// It was stopped.
  case cancelled
}

/// Everything that can happen to the interface.
public enum Message: Sendable {
  /// A key was pressed.
  case key(Key)
  /// Text was pasted.
  case paste(String)
  /// The mouse did something.
  case mouse(Mouse)
  /// The terminal has this size now.
  case resized(Size)
  /// What the terminal can do.
  case surroundings(Surroundings)
  /// A folder's entries, or why they can't be read.
  case listed(path: String, entries: [DirectoryEntry], problem: String?)
  /// Models that were found.
  case modelsFound([ModelSummary])
  /// How far a model's loading is, 0…1.
  case modelLoading(path: String, fraction: Double)
  /// A model is loaded.
  case modelLoaded(ModelSummary)
  /// A model can't be loaded, in a sentence.
  case modelFailed(path: String, problem: String)
  /// An episode was opened.
  case episodeOpened(Episode)
  /// A data set was opened: its episodes' folders, with a line about each.
  case dataSetOpened(path: String, entries: [DirectoryEntry])
  /// It can't be opened, in a sentence.
  case episodeFailed(path: String, problem: String)
  /// News of the proposal for a step.
  case proposal(step: Int, ProposalUpdate)
  /// Something to show in the status line for a while.
  case notice(String)
  /// Devices that were found, or why none can be.
  case devicesFound([DeviceSummary], problem: String?)
  /// The tasks that there are, or why there are none.
  case tasksFound([TaskSummary], problem: String?)
  /// A session can't be begun: why, and the changes to be allowed where it is for them.
  case sessionRefused(SessionRequest, problem: String, changes: [String])
  /// News of the session that is open.
  case session(SessionUpdate)
}

/// What the interface wants done; it comes back as messages.
public enum Effect: Sendable, Equatable {
  /// Several, in order.
  case batch([Effect])
  /// Leave the program.
  case quit
  /// Stop the program as Ctrl-Z does.
  case suspend
  /// Draw everything anew.
  case redraw
  /// List a folder: answered by `listed`.
  case list(path: String)
  /// Look for models in the usual places: answered by `modelsFound`.
  case findModels
  /// Load a model: answered by `modelLoading`, then `modelLoaded` or `modelFailed`.
  case loadModel(path: String)
  /// Make a small model of random weights, unless that was done before, and load it: answered as `loadModel`.
  case makeRandomModel
  /// Open an episode or a data set: answered by `episodeOpened`, `dataSetOpened` or `episodeFailed`.
  case openEpisode(path: String)
  /// Make a proposal for a step of the open episode, by its place in `Episode.steps`: answered by `proposal`, in the
  /// order of asking, each ending with exactly one of `finished`, `failed` and `cancelled`.
  case propose(step: Int)
  /// Stop the proposals that were asked for and not ended: answered by `cancelled` for each.
  case cancelProposal
  /// Look for devices: answered by `devicesFound`.
  case findDevices
  /// Read the tasks: answered by `tasksFound`.
  case findTasks
  /// Begin a session: answered by `session` until it has ended, or `sessionRefused`.
  case startSession(SessionRequest)
  /// Say something to the session.
  case tellSession(SessionCommand)
  /// Save the screen as text: answered by `notice`.
  case saveScreen(String)
}
