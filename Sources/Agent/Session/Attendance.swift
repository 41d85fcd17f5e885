/// Who is there to be asked.
public enum Attendance: Sendable, Equatable {
  /// Someone who sees to everything.
  case person
  /// Someone, or a program, who approves actions. Where anything else would have to be asked, the session ends.
  case approvals
  /// Nobody: where anything would have to be asked, the session ends.
  case nobody
}
