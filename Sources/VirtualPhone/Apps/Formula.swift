/// Arithmetic as it is typed: + − × ÷ %, parentheses, decimals.
struct Formula {
  private var rest: Substring
  private var depth = 0

  /// What a formula comes to; nil when it isn't one.
  static func value(_ text: String) -> Double? {
    var formula = Formula(rest: text[...])
    guard let value = formula.sum(), formula.rest.isEmpty, value.isFinite else { return nil }
    return value
  }

  /// A number as calculators show it: whole where it is, at most ten digits after the point.
  static func text(_ value: Double) -> String {
    if value == value.rounded(), value.magnitude < 1e15 { return String(Int(value)).replacing("-", with: "−") }
    guard value.magnitude < 1e5 else { return "\(value)".replacing("-", with: "−") }
    let scaled = (value * 1e10).rounded() / 1e10
    return "\(scaled)".replacing("-", with: "−")
  }

  private mutating func sum() -> Double? {
    guard var value = product() else { return nil }
    while let sign = rest.first, sign == "+" || sign == "−" {
      rest.removeFirst()
      guard let other = product() else { return nil }
      value += sign == "+" ? other : -other
    }
    return value
  }

  private mutating func product() -> Double? {
    guard var value = factor() else { return nil }
    while let sign = rest.first, sign == "×" || sign == "÷" || sign == "(" {
      if sign != "(" { rest.removeFirst() }
      guard let other = factor() else { return nil }
      value = sign == "÷" ? value / other : value * other
    }
    return value
  }

  private mutating func factor() -> Double? {
    guard depth < 64 else { return nil }
    depth += 1
    defer { depth -= 1 }
    var value: Double
    if rest.first == "−" {
      rest.removeFirst()
      guard let other = factor() else { return nil }
      return -other
    } else if rest.first == "(" {
      rest.removeFirst()
      guard let inner = sum() else { return nil }
      value = inner
      // The last ones may be missing.
      if rest.first == ")" { rest.removeFirst() } else if !rest.isEmpty { return nil }
    } else {
      let digits = rest.prefix { $0.isASCII && $0.isNumber || $0 == "." }
      guard let number = Double(digits.hasPrefix(".") ? "0\(digits)" : String(digits)) else { return nil }
      rest = rest.dropFirst(digits.count)
      value = number
    }
    while rest.first == "%" {
      rest.removeFirst()
      value /= 100
    }
    return value
  }
}
