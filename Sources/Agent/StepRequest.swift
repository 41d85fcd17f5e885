public import Episodes
public import Imaging

/// A step that wants a proposal.
public struct StepRequest: Sendable {
  /// The picture of the screen.
  public enum Screenshot: Sendable {
    /// A file.
    case file(String)
    /// The picture itself.
    case image(Image)
  }

  /// Its place in the episode, from 0.
  public var index: Int
  /// What is to be done.
  public var goal: String
  /// The steps before it, as they were recorded or performed, in pixels.
  public var history: [Step]
  /// What is on the screen; nil where there is no picture.
  public var screenshot: Screenshot?
  /// How the picture is named in events, for example `screens/0000.png`.
  public var screenshotName: String?
  /// What is on the screen in words, for models that see no pictures and steps that have none.
  public var elements: [UIElement]
  /// The size that the pixels of `history` are of, where it isn't the picture's; a screen can have been turned since.
  public var screenSize: (width: Int, height: Int)?
  /// What the person said to the last proposal.
  public var feedback: String?
  /// What else is to be told, a sentence each: a person's advice, or that the same was tried again and again.
  public var advice: [String]
  /// How often a proposal was made for this screen before; those who propose by chance try something else each time.
  public var attempt: Int
  /// The activity in front, where it is known.
  public var foregroundActivity: String?

  /// A request.
  public init(
    index: Int, goal: String, history: [Step] = [], screenshot: Screenshot? = nil, screenshotName: String? = nil,
    elements: [UIElement] = [], screenSize: (width: Int, height: Int)? = nil, feedback: String? = nil,
    advice: [String] = [], attempt: Int = 0, foregroundActivity: String? = nil
  ) {
    self.index = index
    self.goal = goal
    self.history = history
    self.screenshot = screenshot
    self.screenshotName = screenshotName
    self.elements = elements
    self.screenSize = screenSize
    self.feedback = feedback
    self.advice = advice
    self.attempt = attempt
    self.foregroundActivity = foregroundActivity
  }
}
