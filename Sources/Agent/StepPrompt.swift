/// What a step's prompt says, before it becomes tokens.
public struct StepPrompt: Sendable, Equatable {
  /// The system message.
  public var system: String
  /// The user's message up to the picture.
  public var beforePicture: String
  /// Whether the picture comes here.
  public var hasPicture: Bool
  /// The rest of the user's message.
  public var afterPicture: String
  /// Steps from the episode's beginning that are left out.
  public var droppedSteps: Int
  /// Elements of the screen that are left out.
  public var droppedElements: Int
}
