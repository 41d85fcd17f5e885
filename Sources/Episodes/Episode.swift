/// A rectangle on the screen in pixels, borders included.
public struct Bounds: Sendable, Equatable, Hashable {
  /// The first column.
  public var left: Int
  /// The first row.
  public var top: Int
  /// The last column.
  public var right: Int
  /// The last row.
  public var bottom: Int
  /// A rectangle.
  public init(left: Int, top: Int, right: Int, bottom: Int) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }
}

/// An element of the screen, as the accessibility tree or a recorder's detector names it.
public struct UIElement: Sendable, Equatable {
  /// What it says.
  public var text: String?
  /// What it says to screen readers.
  public var contentDescription: String?
  /// Its class, for example `TextView`.
  public var className: String?
  /// Its resource name.
  public var resourceID: String?
  /// Where it is.
  public var bounds: Bounds?
  /// Whether it takes taps.
  public var isClickable: Bool
  /// Whether it scrolls.
  public var isScrollable: Bool
  /// Whether it is switched on, ticked or chosen; nil for what can't be.
  public var isChecked: Bool?
  /// Whether it has the keyboard's focus.
  public var isFocused: Bool
  /// What an empty text field asks for.
  public var hint: String?

  /// An element.
  public init(
    text: String? = nil, contentDescription: String? = nil, className: String? = nil, resourceID: String? = nil,
    bounds: Bounds? = nil, isClickable: Bool = false, isScrollable: Bool = false, isChecked: Bool? = nil,
    isFocused: Bool = false, hint: String? = nil
  ) {
    self.text = text
    self.contentDescription = contentDescription
    self.className = className
    self.resourceID = resourceID
    self.bounds = bounds
    self.isClickable = isClickable
    self.isScrollable = isScrollable
    self.isChecked = isChecked
    self.isFocused = isFocused
    self.hint = hint
  }
}

/// One step: what was on the screen, what was thought, what was done.
public struct Step: Sendable, Equatable {
  /// Its place in the episode, from 0.
  public var index: Int
  /// The picture, relative to the episode's folder; nil where none was recorded.
  public var screenshot: String?
  /// The foreground app.
  public var app: String?
  /// The reasoning.
  public var thought: String?
  /// What was done; nil where nothing was, as where the proposal was rejected, and where the line has none that can be
  /// read.
  public var action: Action?
  /// What was proposed, where it isn't what was done: a person changed or rejected it, or it came to nothing.
  public var proposedAction: Action?
  /// The bounds of the element that the action was aimed at.
  public var targetBounds: Bounds?
  /// What was on the screen.
  public var elements: [UIElement]
  /// Who decided: `approved`, `edited`, `rejected`, `automatic` or `human`.
  public var decision: String?
  /// Seconds by phase.
  public var timings: [String: Double]
  /// What came of it.
  public var result: String?

  /// A step.
  public init(
    index: Int, screenshot: String? = nil, app: String? = nil, thought: String? = nil, action: Action? = nil,
    proposedAction: Action? = nil, targetBounds: Bounds? = nil, elements: [UIElement] = [], decision: String? = nil,
    timings: [String: Double] = [:], result: String? = nil
  ) {
    self.index = index
    self.screenshot = screenshot
    self.app = app
    self.thought = thought
    self.action = action
    self.proposedAction = proposedAction
    self.targetBounds = targetBounds
    self.elements = elements
    self.decision = decision
    self.timings = timings
    self.result = result
  }
}

/// How an episode ended.
public struct Outcome: Sendable, Equatable {
  /// Whether the goal was reached, by the task's own check or by a person's judgement.
  public var success: Bool?
  /// Whether the agent said that it was done.
  public var claimedDone: Bool?
  /// An outcome.
  public init(success: Bool? = nil, claimedDone: Bool? = nil) {
    self.success = success
    self.claimedDone = claimedDone
  }
}

/// A recorded episode.
public struct Episode: Sendable, Equatable {
  /// Its name, usually the folder's.
  public var id: String
  /// What was to be done.
  public var goal: String
  /// The task's name, for example `SystemBrightnessMin`.
  public var task: String?
  /// What the task's parameters were chosen by.
  public var seed: UInt64?
  /// What kind of device: `recorded`, `adb`, `virtual`, …
  public var deviceKind: String?
  /// Screen width in pixels.
  public var width: Int?
  /// Screen height in pixels.
  public var height: Int?
  /// Who acted, in words.
  public var actor: String?
  /// The model's name or path.
  public var model: String?
  /// When it began, ISO 8601.
  public var started: String?
  /// When it ended, ISO 8601.
  public var finished: String?
  /// How it ended.
  public var outcome: Outcome?
  /// The steps that could be read.
  public var steps: [Step]
  /// The folder, for screenshots.
  public var directory: String?
  /// What was wrong with the files and was passed over, a sentence each.
  public var problems: [String]

  /// An episode.
  public init(
    id: String, goal: String, task: String? = nil, seed: UInt64? = nil, deviceKind: String? = nil, width: Int? = nil,
    height: Int? = nil, actor: String? = nil, model: String? = nil, started: String? = nil, finished: String? = nil,
    outcome: Outcome? = nil, steps: [Step] = [], directory: String? = nil, problems: [String] = []
  ) {
    self.id = id
    self.goal = goal
    self.task = task
    self.seed = seed
    self.deviceKind = deviceKind
    self.width = width
    self.height = height
    self.actor = actor
    self.model = model
    self.started = started
    self.finished = finished
    self.outcome = outcome
    self.steps = steps
    self.directory = directory
    self.problems = problems
  }
}
