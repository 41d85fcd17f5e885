/// What was wrong with files and was passed over: as many sentences as a person would read, then a count.
struct ProblemList {
  static let most = 100

  private var kept: [String] = []
  private var further = 0

  mutating func note(_ problem: String) {
    if kept.count < Self.most { kept.append(problem) } else { further += 1 }
  }

  var sentences: [String] { further == 0 ? kept : kept + ["and \(further) more"] }
}

extension ProblemList {
  /// Numbers in rising order in words: `2, 4 to 6`.
  static func ranges(_ numbers: [Int]) -> String {
    var ranges: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = ranges.last, last.upperBound + 1 == number {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
    let shown = ranges.prefix(20).map { range in
      switch range.count {
      case 1: "\(range.lowerBound)"
      case 2: "\(range.lowerBound), \(range.upperBound)"
      default: "\(range.lowerBound) to \(range.upperBound)"
      }
    }
    return shown.joined(separator: ", ") + (ranges.count > shown.count ? ", …" : "")
  }
}
