/// How far a list goes on after the finger has left it, as Android's `OverScroller` has it.
enum Fling {
  /// Pixels, from a velocity in pixels a second.
  static func distance(velocity: Double, _ dp: Double) -> Double {
    // Below `ViewConfiguration`'s least velocity there is no fling; above its most it is cut.
    guard velocity > 50 * dp else { return 0 }
    let velocity = min(velocity, 8000 * dp)
    // Friction × (gravity in m/s² × inches a metre × pixels an inch × 0.84).
    let friction = 0.015 * (9.806_65 * 39.37 * dp * 160 * 0.84)
    // The deceleration's exponent is log(0.78) / log(0.9) = 2.3582.
    return friction * Phone.exp(2.3582 / 1.3582 * Phone.log(0.35 * velocity / friction))
  }
}
