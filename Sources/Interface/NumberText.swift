/// Numbers as people read them, the same in every locale.
enum NumberText {
  /// A number that isn't negative with one digit after the point from 0.1 up, two below; `–` where it makes no sense.
  static func decimal(_ value: Double) -> String {
    guard value.isFinite, value >= 0, value < 1e12 else { return "–" }
    let digits = value > 0 && value < 0.1 ? 100 : 10
    let scaled = Int((value * Double(digits)).rounded())
    let fraction = String(scaled % digits)
    return "\(scaled / digits)." + String(repeating: "0", count: (digits == 100 ? 2 : 1) - fraction.count) + fraction
  }

  /// `0.4 s`, or `2 min 05 s` from two minutes.
  static func seconds(_ value: Double) -> String {
    guard value.isFinite, value >= 120, value < 1e9 else { return decimal(value) + " s" }
    let whole = Int(value.rounded())
    return "\(whole / 60) min \(whole % 60 < 10 ? "0" : "")\(whole % 60) s"
  }

  /// 0…1 as `42 %`.
  static func percent(_ fraction: Double) -> String { "\(Int((clamped(fraction) * 100).rounded(.down))) %" }

  /// A fraction brought into 0…1; what isn't a number counts as 0.
  static func clamped(_ fraction: Double) -> Double { fraction.isNaN ? 0 : min(1, max(0, fraction)) }

  /// `1 step`, `2 steps`.
  static func count(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }
}
