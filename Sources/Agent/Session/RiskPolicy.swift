public import Episodes
internal import Foundation

/// Tells what an action could do, and whether a person is asked about it.
///
/// It knows the setup, the action and what kind of element the action meets, and nothing else: not the thought, not the
/// history, not what a page or a message says around that element. So no text on a screen can make it more lenient. It can
/// be wrong in the other direction, which costs a question.
public struct RiskPolicy: Sendable {
  /// When a person is asked.
  public var approval: ApprovalPolicy
  /// Packages that the agent may be in without asking; nil for all.
  public var allowedApps: Set<String>?

  /// A policy.
  public init(approval: ApprovalPolicy, allowedApps: Set<String>? = nil) {
    self.approval = approval
    self.allowedApps = allowedApps
  }

  /// The launcher and the system's own windows, in which nothing is left.
  static let alwaysAllowed: Set<String> = [
    "android", "com.android.systemui", "com.android.launcher", "com.android.launcher3",
    "com.google.android.apps.nexuslauncher",
    "com.android.permissioncontroller", "com.google.android.permissioncontroller", "com.android.intentresolver",
    "com.android.inputmethod.latin", "com.google.android.inputmethod.latin",
  ]

  /// What an action could do.
  ///
  /// - Parameters:
  ///   - action: in pixels of the screen.
  ///   - elements: what is on the screen; empty where that isn't known.
  ///   - app: the package in front, where it is known.
  public func risks(of action: Action, on elements: [UIElement], app: String?) -> [Risk] {
    var risks: Set<Risk> = []
    switch action {
    case .click(let target), .doubleTap(let target), .longPress(let target):
      risks.formUnion(Self.risks(ofTapping: target, elements, app))
      if leavesByTapping(target, elements, app) { risks.insert(.leavesApps) }
    case .inputText(let text, let target, _):
      risks.formUnion(Self.risks(ofTyping: text, into: target, elements))
    case .keyboardEnter: risks.formUnion(Self.risks(ofEntering: elements, app))
    case .openApp(let name): if !allows(appNamed: name) { risks.insert(.leavesApps) }
    case .scroll, .swipe, .navigateHome, .navigateBack, .wait, .answer, .status, .unknown: break
    }
    // Wherever it came from: it is out already, and going back or home is the way in again.
    if isOutside(app), Self.touches(action) { risks.insert(.leavesApps) }
    return Risk.allCases.filter(risks.contains)
  }

  /// Whether a person is asked, given what the action could do.
  public func asks(about action: Action, risks: [Risk]) -> Bool {
    switch approval {
    case .always: true
    case .risky: !risks.isEmpty
    case .never: false
    }
  }

  // MARK: - Apps

  private func isOutside(_ app: String?) -> Bool {
    guard let allowedApps, let app else { return false }
    return !allowedApps.contains(app) && !Self.alwaysAllowed.contains(app) && !Self.isLauncher(app)
  }

  private static func isLauncher(_ app: String) -> Bool {
    app.lowercased().split(separator: ".").contains { $0.contains("launcher") }
  }

  private static func touches(_ action: Action) -> Bool {
    switch action {
    case .click, .doubleTap, .longPress, .inputText, .keyboardEnter, .scroll, .swipe: true
    case .navigateHome, .navigateBack, .openApp, .wait, .answer, .status, .unknown: false
    }
  }

  /// A name means an allowed app where it is its package, or where its words are all in the package's name.
  private func allows(appNamed name: String) -> Bool {
    guard let allowedApps else { return true }
    if allowedApps.contains(name) { return true }
    let words = RiskWords.folded(name).split(separator: " ")
    guard !words.isEmpty else { return false }
    return allowedApps.contains { package in
      let segments = package.lowercased().split(separator: ".").dropFirst()
      let joined = segments.joined(separator: ".")
      return words.allSatisfy { word in
        segments.contains { $0 == word } || word.count >= 4 && joined.contains(word)
      }
    }
  }

  /// On the launcher, a tap on an icon opens an app.
  private func leavesByTapping(_ target: Target, _ elements: [UIElement], _ app: String?) -> Bool {
    guard allowedApps != nil, let app, Self.isLauncher(app), let tapped = TappedElements(target, in: elements) else {
      return false
    }
    return tapped.isClickable && !tapped.labels.isEmpty && !tapped.labels.contains { allows(appNamed: $0) }
      && !tapped.isSearch
  }

  // MARK: - Elements

  private static func risks(ofTapping target: Target, _ elements: [UIElement], _ app: String?) -> Set<Risk> {
    guard let tapped = TappedElements(target, in: elements) else { return [.unknown] }
    var risks: Set<Risk> = []
    for label in tapped.labels + tapped.names {
      let folded = RiskWords.folded(label)
      // A long text is a message or a paragraph, not a button, unless that is how it begins.
      let isShort = folded.split(separator: " ").count <= 4 && folded.count <= 40
      for (risk, words) in RiskWords.table {
        guard isShort ? RiskWords.says(folded, words) : RiskWords.begins(folded, with: words) else { continue }
        if risk == .grants, RiskWords.begins(folded, with: RiskWords.refusals) { continue }
        risks.insert(risk)
      }
    }
    let segments = (app ?? "").split(separator: ".").map { $0.lowercased() }
    if segments.contains("permissioncontroller"), tapped.isClickable, risks.isEmpty, !tapped.isRefusal {
      risks.insert(.grants)
    }
    if segments.contains("packageinstaller"), tapped.isClickable, !tapped.isRefusal { risks.insert(.installs) }
    // The keyboard's own key does what Enter does.
    if tapped.labels.contains(where: { RiskWords.says(RiskWords.folded($0), RiskWords.enterKeys) }) {
      risks.formUnion(Self.risks(ofEntering: elements, app).subtracting([.unknown]))
    }
    return risks
  }

  private static func risks(ofTyping text: String, into target: Target?, _ elements: [UIElement]) -> Set<Risk> {
    guard !elements.isEmpty else { return [.unknown] }
    let fields: [UIElement]
    if let target {
      guard let tapped = TappedElements(target, in: elements) else { return [.unknown] }
      fields = tapped.elements
    } else {
      fields = elements.filter(\.isFocused)
    }
    var risks: Set<Risk> = []
    if fields.contains(where: isSecret) { risks.insert(.reveals) }
    if text.contains(where: \.isNewline), fields.contains(where: isMessageField) { risks.insert(.sends) }
    return risks
  }

  private static func risks(ofEntering elements: [UIElement], _ app: String?) -> Set<Risk> {
    guard !elements.isEmpty else { return [.unknown] }
    let focused = elements.filter(\.isFocused)
    var risks: Set<Risk> = []
    if focused.contains(where: isMessageField) { risks.insert(.sends) }
    if focused.contains(where: isSecret) { risks.insert(.reveals) }
    // Not every device says where the focus is. In an app for messages, Enter may send.
    let segments = RiskWords.folded(app ?? "")
    if focused.isEmpty,
      RiskWords.says(segments, ["messaging", "mms", "sms", "messenger", "whatsapp", "gm", "mail", "chat"])
    {
      risks.insert(.sends)
    }
    return risks
  }

  private static func isSecret(_ element: UIElement) -> Bool {
    // What is typed in it says nothing about what kind of field it is.
    [element.hint, element.contentDescription, name(of: element)].compactMap(\.self)
      .contains { RiskWords.says(RiskWords.folded($0), RiskWords.secrets) }
      || element.text.map { isMasked($0) || RiskWords.says(RiskWords.folded($0), RiskWords.secrets) } ?? false
  }

  private static func isMasked(_ text: String) -> Bool { !text.isEmpty && text.allSatisfy { $0 == "•" || $0 == "*" } }

  private static func isMessageField(_ element: UIElement) -> Bool {
    [element.hint, element.contentDescription, name(of: element), element.text].compactMap(\.self)
      .contains { RiskWords.says(RiskWords.folded($0), RiskWords.messages) }
  }

  /// The resource's own name, without its package, which names the app: `com.android.messaging:id/send` is `send`.
  static func name(of element: UIElement) -> String? {
    element.resourceID.map { id in id.split(separator: "/").last.map(String.init) ?? id }
  }
}
