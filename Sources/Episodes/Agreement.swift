/// Whether a proposed action is what the recording did, under a named rule.
public enum Agreement: Sendable, Equatable {
  /// The same, as the rule sees it.
  case agrees
  /// Not the same; `reason` is a few words, for example `a tap 0.31 of the screen away`.
  case differs(reason: String)
  /// The recording has no action to compare with, or too little is known of the screen to compare.
  case unknown
}
