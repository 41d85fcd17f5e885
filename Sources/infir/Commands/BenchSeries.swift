internal import Foundation
internal import JSON

/// What a measurement gave in each run.
struct BenchSeries: Sendable, Equatable {
  /// What was measured.
  let name: String
  /// What the values count, for example `steps/s`.
  let unit: String
  /// One a run, sorted.
  let values: [Double]

  /// A series; nil without a run.
  init?(_ name: String, unit: String, values: [Double]) {
    guard !values.isEmpty else { return nil }
    self.name = name
    self.unit = unit
    self.values = values.sorted()
  }

  /// The one in the middle, or the mean of the two in the middle.
  var median: Double {
    let half = values.count / 2
    return values.count % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2
  }

  /// The least.
  var minimum: Double { values[0] }

  /// The greatest.
  var maximum: Double { values[values.count - 1] }

  /// A line for people.
  var text: String {
    let padded = name + String(repeating: " ", count: max(0, 28 - name.count))
    return "\(padded) \(Self.short(median)) \(unit) (\(Self.short(minimum))–\(Self.short(maximum)))"
  }

  /// A line for programs.
  var event: JSONObject {
    JSONObject([
      "event": .string("result"), "name": .string(name), "unit": .string(unit), "median": .number(Self.short(median)),
      "min": .number(Self.short(minimum)), "max": .number(Self.short(maximum)), "runs": .integer(values.count),
    ])
  }

  /// Three digits that mean something.
  static func short(_ value: Double) -> String {
    let digits = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3
    return String(format: "%.\(digits)f", value)
  }
}
