public import Episodes

extension Hands {
  /// The elements that say exactly this, in their text, their description or their hint, without regard to case.
  public func findAll(_ words: String) -> [UIElement] {
    let wanted = Self.plain(words)
    return elements.filter { element in
      [element.text, element.contentDescription, element.hint].contains { $0.map(Self.plain) == wanted }
    }
  }

  /// The first element that says exactly this.
  public func find(_ words: String) -> UIElement? { findAll(words).first }

  /// The first element that says this among other things.
  public func find(containing words: String) -> UIElement? {
    let wanted = Self.plain(words)
    return elements.first { element in
      [element.text, element.contentDescription].contains { $0.map(Self.plain)?.contains(wanted) == true }
    }
  }

  /// The first element with this resource id; the package in front of it may be left out: `digits` is
  /// `com.google.android.dialer:id/digits`.
  public func find(id: String) -> UIElement? { findAll(id: id).first }

  /// All elements with this resource id.
  public func findAll(id: String) -> [UIElement] {
    elements.filter { $0.resourceID == id || $0.resourceID?.hasSuffix(":id/\(id)") == true }
  }

  /// An element, or why the solver can't go on.
  public func need(_ words: String) throws(OracleError) -> UIElement {
    guard let element = find(words) else { throw missing("“\(words)”") }
    return element
  }

  /// A text field by its hint, its label or its resource id.
  public func field(_ name: String) -> UIElement? {
    let fields = elements.filter(\.isField)
    let named = fields.first { field in
      [field.hint, field.text, field.contentDescription].contains { $0.map(Self.plain) == Self.plain(name) }
        || field.resourceID?.hasSuffix(":id/\(name)") == true
    }
    if let named { return named }
    // A label stands over its field.
    guard let label = find(name)?.bounds else { return nil }
    return fields.filter { ($0.bounds?.top ?? 0) >= label.top }.min { ($0.bounds?.top ?? 0) < ($1.bounds?.top ?? 0) }
  }

  /// What is switched, ticked or chosen by these words: itself, or in their row.
  public func toggle(_ words: String) -> UIElement? {
    let named = findAll(words)
    if let own = named.first(where: { $0.isChecked != nil }) { return own }
    // A heading may have the words of a row below it: what is nearest counts.
    var nearest: (element: UIElement, distance: Int)?
    for label in named {
      guard let bounds = label.bounds else { continue }
      for element in elements where element.isChecked != nil {
        guard let own = element.bounds else { continue }
        let distance = abs(own.middle.y - bounds.middle.y)
        // A row is no higher than a title with two lines below it.
        if distance <= 2 * bounds.height, distance < nearest?.distance ?? .max { nearest = (element, distance) }
      }
    }
    return nearest?.element
  }

  /// What stands below a label: the next text.
  public func value(below label: String) -> String? {
    let wanted = Self.plain(label)
    guard let index = elements.firstIndex(where: { $0.text.map(Self.plain) == wanted }) else { return nil }
    return elements[(index + 1)...].lazy.compactMap(\.text).first
  }

  /// All that the screen says, for errors.
  public var words: String {
    elements.compactMap { $0.text ?? $0.contentDescription }.joined(separator: " | ")
  }

  func missing(_ what: String) -> OracleError { .notFound(what: what, screen: words) }

  /// Letters as they compare: small, hyphens and spaces of any kind as the plain ones.
  static func plain(_ words: String) -> String {
    String(
      words.lowercased().map { character in
        switch character {
        case "\u{2010}", "\u{2011}", "\u{2012}": "-"
        case "\u{A0}", "\u{202F}": " "
        default: character
        }
      })
  }
}

extension UIElement {
  /// Whether it takes text.
  var isField: Bool { className?.hasSuffix("EditText") == true }

  /// Text, else description.
  var says: String { text ?? contentDescription ?? "" }
}

extension Bounds {
  var height: Int { bottom - top + 1 }
  var width: Int { right - left + 1 }
}
