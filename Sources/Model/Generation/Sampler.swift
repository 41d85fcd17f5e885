internal import Randomness

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Chooses tokens from logits: greedy, or at a temperature with top-p and min-p.
///
/// Linear in the vocabulary: top-p finds its border by weighted selection, not by sorting 128,000 values. A logit that is
/// no number counts as impossible and +∞ as the largest finite value, so a broken model gives odd tokens and no crash.
public struct Sampler: Sendable {
  /// How it chooses.
  public let parameters: SamplingParameters
  private var generator: SplitMix64
  private var candidates: [Candidate] = []

  private struct Candidate {
    var weight: Float
    var id: Int32

    /// A total order, so that ties come out the same always: heavier first, then the smaller id.
    func comes(before other: Candidate) -> Bool {
      weight > other.weight || (weight == other.weight && id < other.id)
    }
  }

  /// A sampler at the start of its random numbers.
  public init(_ parameters: SamplingParameters) {
    self.parameters = parameters
    generator = SplitMix64(seed: parameters.seed)
  }

  /// The next token; nil when no token is allowed.
  ///
  /// - Parameters:
  ///   - logits: (vocabularySize).
  ///   - allowed: the tokens that may be chosen; nil for all.
  public mutating func sample(_ logits: [Float], allowed: TokenSet? = nil) -> Int32? {
    guard let best = Self.likeliest(logits, allowed: allowed) else { return nil }
    guard parameters.temperature > 0 else { return best.id }
    collect(logits, allowed: allowed, largest: best.logit)
    keepTopP()
    return draw() ?? best.id
  }

  private static func value(_ logit: Float) -> Float {
    // Comparisons with NaN are false, so it becomes the smallest value.
    logit > -.greatestFiniteMagnitude ? min(logit, .greatestFiniteMagnitude) : -.greatestFiniteMagnitude
  }

  private static func likeliest(_ logits: [Float], allowed: TokenSet?) -> (id: Int32, logit: Float)? {
    var best = -1
    var largest = -Float.infinity  // less than every `value`
    func consider(_ id: Int) {
      let logit = value(logits[id])
      if logit > largest {
        largest = logit
        best = id
      }
    }
    if let allowed {
      allowed.forEach { if $0 < logits.count { consider($0) } }
    } else {
      for id in logits.indices { consider(id) }
    }
    return best < 0 ? nil : (Int32(truncatingIfNeeded: best), largest)
  }

  /// Fills `candidates` with exp((logit - largest) / temperature) of the tokens that min-p leaves.
  private mutating func collect(_ logits: [Float], allowed: TokenSet?, largest: Float) {
    var found = candidates
    candidates = []  // so that `found` is the only owner and isn't copied
    found.removeAll(keepingCapacity: true)
    let scale = 1 / parameters.temperature
    let floor = parameters.minP > 0 ? log(parameters.minP) : -.infinity
    func consider(_ id: Int) {
      // -∞ · scale for what is far below; at the tiniest temperatures 0 · ∞ for the largest itself.
      let exponent = (Self.value(logits[id]) - largest) * scale
      let weight = exponent <= 0 ? (exponent >= floor ? exp(exponent) : 0) : 1
      if weight > 0 { found.append(Candidate(weight: weight, id: Int32(truncatingIfNeeded: id))) }
    }
    if let allowed {
      allowed.forEach { if $0 < logits.count { consider($0) } }
    } else {
      for id in logits.indices { consider(id) }
    }
    candidates = found
  }

  /// Removes all but the heaviest candidates that together reach `topP` of the weight.
  ///
  /// Quickselect by weight: after a partition the heavier side either holds the border, or is kept whole and the border
  /// is sought in the lighter side. Expected O(n).
  private mutating func keepTopP() {
    guard parameters.topP < 1, candidates.count > 1 else { return }
    let target = candidates.reduce(0.0) { $0 + Double($1.weight) } * Double(parameters.topP)
    var low = 0
    var high = candidates.count
    var before = 0.0
    while high - low > 1 {
      let pivot = median(candidates[low], candidates[(low + high) / 2], candidates[high - 1])
      var middle = low
      var weight = 0.0
      for index in low..<high where !pivot.comes(before: candidates[index]) {
        weight += Double(candidates[index].weight)
        candidates.swapAt(index, middle)
        middle += 1
      }
      // [low, middle) holds the pivot and all that comes before it.
      if before + weight >= target {
        if middle == high {
          // The pivot is the lightest: it is kept only if the others don't reach the target.
          let last = lightest(in: low..<high)
          candidates.swapAt(last, high - 1)
          let others = before + weight - Double(candidates[high - 1].weight)
          if others < target { break }
          high -= 1
        } else {
          high = middle
        }
      } else {
        before += weight
        low = middle
      }
    }
    candidates.removeSubrange(max(high, 1)...)
  }

  private func lightest(in range: Range<Int>) -> Int {
    var result = range.lowerBound
    for index in range where candidates[result].comes(before: candidates[index]) { result = index }
    return result
  }

  private func median(_ a: Candidate, _ b: Candidate, _ c: Candidate) -> Candidate {
    if a.comes(before: b) {
      return b.comes(before: c) ? b : (a.comes(before: c) ? c : a)
    }
    return a.comes(before: c) ? a : (b.comes(before: c) ? c : b)
  }

  private mutating func draw() -> Int32? {
    let total = candidates.reduce(0.0) { $0 + Double($1.weight) }
    var left = generator.nextUnit() * total
    for candidate in candidates {
      left -= Double(candidate.weight)
      if left < 0 { return candidate.id }
    }
    return candidates.last?.id
  }
}
