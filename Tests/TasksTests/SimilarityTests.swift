import Testing

@testable import Tasks

@Suite("How alike texts are") struct SimilarityTests {
  /// From Python 3.13: `difflib.SequenceMatcher(None, a.lower(), b.lower()).ratio()`.
  static let ratios: [(String, String, Double)] = [
    ("abcd", "bcde", 0.75), ("Team meeting", "team meting", 0.9565217391304348),
    ("hello world", "help wanted", 0.5454545454545454), ("", "x", 0), ("", "", 1),
    ("qabxcd", "abycdf", 0.6666666666666666),
    ("private thread currentThread", "private volatile Thread currentThread", 0.8615384615384616),
  ]

  @Test("is what difflib says", arguments: ratios) func ratio(first: String, second: String, ratio: Double) {
    #expect(abs(Similarity.ratio(first, second) - ratio) < 1e-12)
  }
}
