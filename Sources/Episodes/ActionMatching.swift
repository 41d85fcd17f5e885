/// The named rules by which a proposed action counts as what was recorded; papers differ, so reports say which was used.
public enum ActionMatching: String, Sendable, CaseIterable {
  /// The default: types are equal; a tap lies inside the recorded target's bounds where they are known, as
  /// AndroidControl has it, or else within 0.14 of the screen, as AITW has it; text and app names are equal without
  /// regard to case; directions and statuses are equal. Where text is typed and where a scroll begins isn't compared.
  case androidControlAITW = "androidcontrol-aitw"
  /// Android in the Wild's own (`action_matching.py`): taps lie within 0.14 of the screen of each other or inside one
  /// element's box enlarged to 2.4 times; scrolls and swipes go along the same axis, either way; of everything else the
  /// type alone is compared, and not what is typed.
  case aitw

  /// A few words on what it compares, for reports.
  public var summary: String {
    switch self {
    case .androidControlAITW:
      "same type; taps inside the recorded target, or within \(Self.tapDistance) of the screen where it isn't known; "
        + "same text and app without regard to case; same direction"
    case .aitw:
      "Android in the Wild: taps within \(Self.tapDistance) of the screen or in one element enlarged 2.4 times; same "
        + "axis of scrolls; same type otherwise"
    }
  }

  /// AITW's `_TAP_DISTANCE_THRESHOLD`: the length of (Δx / width, Δy / height).
  public static let tapDistance = 0.14

  /// Whether a proposed action is what a recorded step did.
  ///
  /// - Parameters:
  ///   - proposed: The proposal, in pixels.
  ///   - step: The recorded step, with its action in pixels.
  ///   - width: The screen's width in pixels, where it is known; without it and `height` distances can't be measured.
  ///   - height: The screen's height in pixels.
  public func agreement(of proposed: Action, with step: Step, width: Int?, height: Int?) -> Agreement {
    guard let recorded = step.action, recorded != .unknown else { return .unknown }
    let screen = Screen(width: width, height: height, step: step)
    switch self {
    case .androidControlAITW: return Self.matchAndroidControlAITW(proposed, recorded, on: screen)
    case .aitw: return Self.matchAITW(proposed, recorded, on: screen)
    }
  }

  /// What a rule may look at beside the two actions.
  struct Screen {
    var width: Int?
    var height: Int?
    var step: Step

    /// Where an action's aim is, in pixels.
    func place(of target: Target?) -> Point? {
      switch target {
      case .point(let point): point
      case .element(let index): bounds(ofElement: index)?.middle
      case nil: nil
      }
    }

    func bounds(ofElement index: Int) -> Bounds? {
      step.elements.indices.contains(index) ? step.elements[index].bounds : nil
    }

    /// The length of (Δx / width, Δy / height), 0…√2 on the screen.
    func distance(_ one: Point, _ other: Point) -> Double? {
      guard let width, let height, width > 0, height > 0 else { return nil }
      let x = (Double(one.x) - Double(other.x)) / Double(width)
      let y = (Double(one.y) - Double(other.y)) / Double(height)
      return (x * x + y * y).squareRoot()
    }
  }

  /// Two decimals, without the locale's comma; of a place far off the screen the size doesn't matter.
  static func decimals(_ value: Double) -> String {
    let hundredths = Int((min(value, 999.99) * 100).rounded())
    let digits = String(hundredths % 100)
    return "\(hundredths / 100)." + (digits.count == 1 ? "0" : "") + digits
  }

  /// An action's type as reasons name it.
  static func name(_ action: Action) -> String { action.type.rawValue }
}

extension Agreement {
  /// Whether it agrees; nil where that can't be said.
  public var isAgreement: Bool? {
    switch self {
    case .agrees: true
    case .differs: false
    case .unknown: nil
    }
  }
}
