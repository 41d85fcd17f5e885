/// How the screen is turned, from `dumpsys window`, `dumpsys window displays` or `dumpsys input`.
///
/// The line has had several forms: `mCurrentRotation=ROTATION_90` (Android 11 to 14), `mCurrentRotation=1` (10),
/// `mRotation=ROTATION_90 mDeferredRotationPauseCount=0`, `SurfaceOrientation: 1`.
enum ScreenRotation {
  /// Quarter turns, 0 to 3; nil where it doesn't say. The first display's counts.
  static func quarterTurns(_ text: String) -> Int? {
    let lines = text.split(whereSeparator: \.isNewline)
    for label in ["mCurrentRotation=", "mRotation=", "SurfaceOrientation: "] {
      for line in lines {
        if let turns = LabelledLine.word(after: label, in: line).flatMap(turns) { return turns }
      }
    }
    return nil
  }

  private static func turns(_ word: Substring) -> Int? {
    let word = word.prefix { $0 != "," && $0 != ")" && $0 != "}" }
    if word.hasPrefix("ROTATION_") {
      return Int(word.dropFirst("ROTATION_".count)).flatMap { [0: 0, 90: 1, 180: 2, 270: 3][$0] }
    }
    return Int(word).flatMap { (0...3).contains($0) ? $0 : nil }
  }
}
