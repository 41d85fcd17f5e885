/// The names of AndroidWorld's actions, as `action_type` has them.
public enum ActionType: String, Sendable, CaseIterable {
  case click
  case doubleTap = "double_tap"
  case scroll
  case swipe
  case inputText = "input_text"
  case navigateHome = "navigate_home"
  case navigateBack = "navigate_back"
  case keyboardEnter = "keyboard_enter"
  case openApp = "open_app"
  case status
  case wait
  case longPress = "long_press"
  case answer
  case unknown
}

extension Action {
  /// Which of AndroidWorld's actions it is.
  public var type: ActionType {
    switch self {
    case .click: .click
    case .doubleTap: .doubleTap
    case .longPress: .longPress
    case .scroll: .scroll
    case .swipe: .swipe
    case .inputText: .inputText
    case .keyboardEnter: .keyboardEnter
    case .navigateHome: .navigateHome
    case .navigateBack: .navigateBack
    case .openApp: .openApp
    case .wait: .wait
    case .answer: .answer
    case .status: .status
    case .unknown: .unknown
    }
  }

  /// What it is aimed at, where it is aimed at something.
  public var target: Target? {
    get {
      switch self {
      case .click(let target), .doubleTap(let target), .longPress(let target): target
      case .scroll(_, let target), .swipe(_, let target), .inputText(_, let target, _): target
      default: nil
      }
    }
    set {
      switch self {
      case .click: if let newValue { self = .click(newValue) }
      case .doubleTap: if let newValue { self = .doubleTap(newValue) }
      case .longPress: if let newValue { self = .longPress(newValue) }
      case .scroll(let direction, _): self = .scroll(direction, newValue)
      case .swipe(let direction, _): self = .swipe(direction, newValue)
      case .inputText(let text, _, let clears): self = .inputText(text, target: newValue, clears: clears)
      default: break
      }
    }
  }
}
