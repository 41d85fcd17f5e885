/// How high Android makes lines of Roboto, in pixels.
///
/// The font's own numbers, of an em of 2048: ascent 1900, descent 500; top 2163 and bottom -555, which the first and last
/// line of a text get (`includeFontPadding`).
struct LineMetrics {
  let size: Double

  /// From the top of a text to its first baseline.
  var baseline: Int { Int((size * 2163 / 2048).rounded(.up)) + extra / 2 }

  /// The height of a text of one line.
  var first: Int { Int((size * 2163 / 2048).rounded(.up)) + Int((size * 555 / 2048).rounded(.up)) + extra }

  /// What each further line adds.
  var further: Int { Int((size * 1900 / 2048).rounded()) + Int((size * 500 / 2048).rounded()) }

  func height(lines: Int) -> Int { first + max(0, lines - 1) * further }

  // Recorded screens have texts of 14 sp and below two pixels higher, and the largest one.
  private var extra: Int { size < 42 ? 2 : (size > 80 ? 1 : 0) }
}
