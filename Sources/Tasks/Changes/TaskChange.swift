/// Something on a device that a task's set-up changes.
public struct TaskChange: Sendable, Equatable, CustomStringConvertible {
  /// What it is, in a few words: `all notes of Markor`, `wifi`.
  public var what: String
  /// Whether the tear-down makes it what it was.
  public var isPutBack: Bool

  /// A change of this, put back or not.
  public init(_ what: String, isPutBack: Bool) {
    self.what = what
    self.isPutBack = isPutBack
  }

  /// What it is and what becomes of it.
  public var description: String { isPutBack ? "\(what) (put back at the end)" : "\(what) (not put back)" }
}
