extension Phone {
  /// The field that has the focus, if it is on the screen.
  func focusedField() -> View.Field? {
    guard let focus = activity.focus, system.shade == 0, !system.isShowingRecents,
      let window = windows().last(where: { $0.id == .app || $0.id == .dialog || $0.id == .launcher })
    else { return nil }
    return Self.field(focus, in: window.view)
  }

  private static func field(_ key: String, in view: View) -> View.Field? {
    if case .field(let field) = view.content, field.key == key { return field }
    for child in view.children {
      if let field = field(key, in: child) { return field }
    }
    return nil
  }

  mutating func type(_ text: String) {
    guard let field = focusedField() else { return }
    for part in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if part.offset > 0 { enter() }
      var typed = String(String.UnicodeScalarView(part.element.unicodeScalars.filter { $0.value >= 32 }))
      if field.isNumeric { typed = typed.filter { "0123456789+*#-., ()".contains($0) } }
      guard !typed.isEmpty else { continue }
      edit { $0.insert(typed) }
    }
  }

  /// Puts a text in, as input methods and the clipboard do: a line break sends nothing.
  mutating func insert(_ text: String) {
    guard let field = focusedField() else { return }
    type(field.isMultiline ? text : String(text.map { $0.isNewline ? " " : $0 }))
  }

  /// What the keyboard's action key does where it doesn't break lines.
  mutating func submit() {
    guard let field = focusedField() else { return }
    system.isKeyboardUp = false
    field.onSubmit?(&self)
  }

  /// Changes the focused field's text.
  mutating func edit(_ change: (inout FieldText) -> Void) {
    guard let field = focusedField() else { return }
    var text = activity.fields[field.key] ?? FieldText()
    let before = text.text
    change(&text)
    // As long as a page; more would only cost time.
    guard text.text.utf8.count <= 20_000 else { return }
    activity.fields[field.key] = text
    if text.text != before { field.onChange?(&self) }
  }

  mutating func enter() {
    guard let field = focusedField() else { return }
    if field.isMultiline {
      edit { $0.insert("\n") }
    } else {
      submit()
    }
  }

  mutating func copySelection(cutting: Bool) {
    guard let focus = activity.focus, let text = activity.fields[focus]?.selectedText else { return }
    system.clipboard = text
    if cutting { return edit { $0.insert("") } }
    let cursor = activity.fields[focus]?.cursor ?? 0
    activity.fields[focus]?.move(to: cursor)
  }

  mutating func paste() {
    let text = system.clipboard
    if !text.isEmpty { insert(text) }
  }
}
