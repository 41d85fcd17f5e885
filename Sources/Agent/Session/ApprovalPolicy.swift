/// Which proposals a person is asked about.
public enum ApprovalPolicy: String, Sendable, CaseIterable {
  /// Each.
  case always
  /// Those that can do harm, as `Risk` tells.
  case risky
  /// None: it runs by itself.
  case never
}
