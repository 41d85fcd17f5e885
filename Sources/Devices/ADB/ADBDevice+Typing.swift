internal import Episodes

extension ADBDevice {
  /// A second for the keyboard to come after a tap or a deletion, as AndroidWorld waits.
  private static let breath = "sleep \(Actuation.focusSeconds)"
  /// How long a keyboard may take to come into use.
  private static let switchSeconds = 5.0
  /// How long letters take from the broadcast to the field.
  private static let commitSeconds = 0.5

  /// Types a text in the first way that keeps all its letters.
  func type(_ text: String, isAimed: Bool, clears: Bool, _ action: Action) async throws(DeviceError) {
    let what = action.summary
    var before: [String] = []
    if isAimed {
      before += [try Actuation.tap(for: action, on: geometry, elements: elements, name: name), Self.breath]
    }
    if clears {
      before += [TextCommand.clear(sdk: try beforeActing(what) { () throws(DeviceError) in try sdk() }), Self.breath]
    }
    let letters = TextCommand.letters(beyondPlain: text)
    if letters.isEmpty {
      // One command: it is done whole, or it is known to be unknown.
      let commands = before + (TextCommand.input(text).map { [$0] } ?? [])
      guard !commands.isEmpty else { return }
      try act(commands.joined(separator: " && "), what, extraSeconds: Double(text.count) * 0.1)
      options.report(.typed(name: name, method: .inputCommand))
      return
    }
    let hasHelper = try beforeActing(what) { () throws(DeviceError) in
      let text = try ask("pm list packages \(TextCommand.helperPackage)", "its keyboards").text
      return PackageList.names(text).contains(TextCommand.helperPackage)
    }
    if hasHelper {
      if !before.isEmpty { try act(before.joined(separator: " && "), what) }
      return try await typeByHelper(text, what)
    }
    let clipboard = try beforeActing(what) { () throws(DeviceError) in
      try ask(TextCommand.setClipboard(text), "its clipboard")
    }
    guard ClipboardReply.isSet(clipboard) else {
      throw .cannotType(name: name, letters: String(letters.prefix(20)))
    }
    try act((before + [TextCommand.paste]).joined(separator: " && "), what)
    options.report(.typed(name: name, method: .clipboard))
  }

  // MARK: - The helper keyboard

  /// Switches to the helper keyboard, types, and switches back, with a note on disk for as long as it is on.
  private func typeByHelper(_ text: String, _ what: String) async throws(DeviceError) {
    let helper = TextCommand.helperMethod
    let present = try beforeActing(what) { () throws(DeviceError) in try keyboard() }
    if let present, present != helper, note.keyboard == nil {
      do { try note.write(present) } catch {
        throw .notPerformed(
          name: name, what: what, reason: "no note of its keyboard can be written in \(note.folder): \(error)")
      }
    }
    do throws(DeviceError) {
      if present != helper {
        try act("ime enable \(helper) && ime set \(helper)", what)
        try await waitForKeyboard(helper, what)
      }
      try act(TextCommand.broadcast(text), what)
      try await pause(Self.commitSeconds)
    } catch {
      // Whatever went wrong, theirs comes back, now or when the device does.
      _ = try? restoreKeyboard()
      throw error
    }
    options.report(.typed(name: name, method: .helperKeyboard))
    // The text is typed: that the keyboard isn't back yet must not look as if it weren't. The note stays.
    _ = try? restoreKeyboard()
  }

  private func keyboard() throws(DeviceError) -> String? {
    SettingValue.value(try ask("settings get secure default_input_method", "its keyboard").text)
  }

  private func waitForKeyboard(_ wanted: String, _ what: String) async throws(DeviceError) {
    let deadline = Deadline("its keyboard", seconds: Self.switchSeconds)
    while try keyboard() != wanted {
      guard deadline.milliseconds > 0 else {
        throw .refused(name: name, what: "to \(what)", reason: "its keyboard doesn't change to ADBKeyboard")
      }
      try await pause(0.2)
    }
    // It is chosen before it is bound to the field.
    try await pause(Self.commitSeconds)
  }

  /// Puts back the keyboard of the note, and removes the note when that is certain.
  private func restoreKeyboard() throws(DeviceError) -> String? {
    guard let chosen = note.keyboard else { return nil }
    let result = try ask("ime set \(ShellWord.quoted(chosen))", "its keyboard")
    guard Refusal.reason(in: result) == nil else { return nil }
    note.remove()
    return chosen
  }

  /// Puts right what a run that was killed left behind.
  func restoreLeftKeyboard() async throws(DeviceError) {
    guard !hasLookedForNote || note.keyboard != nil else { return }
    let restored = try await persistently { () throws(DeviceError) in try restoreKeyboard() }
    hasLookedForNote = true
    if let restored { options.report(.keyboardRestored(name: name, keyboard: restored)) }
  }
}
