extension Phone {
  /// How long a notification stays over the screen, in milliseconds of the phone's time.
  private static let headsUpTime = 10_000

  /// Posts a notification.
  ///
  /// - Parameters:
  ///   - screen: of the app, opened with the values when it is tapped.
  ///   - isUrgent: whether it is shown over the screen, as messages, calls and alarms are.
  mutating func notify(
    _ package: String, app: String, icon: String, title: String, text: String, screen: String,
    values: [String: String] = [:], isOngoing: Bool = false, actions: [Notice.Action] = [], isUrgent: Bool = false
  ) {
    guard !data.settings.silenced.contains(package) else { return }
    // As many as Android lets one app keep.
    if system.notices.count >= 50 { system.notices.removeLast() }
    let id = system.nextNotice
    system.notices.insert(
      Notice(
        id: id, package: package, app: app, icon: icon, title: title, text: text, time: milliseconds, screen: screen,
        values: values, isOngoing: isOngoing, actions: actions), at: 0)
    system.nextNotice += 1
    if isUrgent, system.isScreenOn, number("zen_mode", .global) == 0,
      flag("heads_up_notifications_enabled", .global, default: true)
    {
      system.headsUp = HeadsUp(notice: id, until: system.uptime + Self.headsUpTime)
    }
  }

  /// Takes a notification away.
  mutating func dismissNotice(_ id: Int) {
    system.notices.removeAll { $0.id == id && !$0.isOngoing }
    if system.headsUp?.notice == id { system.headsUp = nil }
  }

  /// Opens what a notification is about.
  mutating func openNotice(_ id: Int) {
    guard let notice = system.notices.first(where: { $0.id == id }) else { return }
    system.shade = 0
    system.headsUp = nil
    dismissNotice(id)
    guard Apps.named[notice.package] != nil else { return }
    restart(with: Activity(notice.package, notice.screen, notice.values))
  }

  /// Presses a notification's button.
  mutating func press(_ action: Notice.Action, of id: Int) {
    guard let notice = system.notices.first(where: { $0.id == id }) else { return }
    system.headsUp = nil
    dismissNotice(id)
    Apps.named[notice.package]?.respond(to: action.name, notice.values, &self)
  }

  /// Shows a message at the foot of the app in front.
  ///
  /// - Parameters:
  ///   - button: what its button says; nil without one.
  ///   - action: what the app is told (`App.respond`) when that is pressed.
  mutating func showSnackbar(
    _ text: String, button: String? = nil, action: String = "", values: [String: String] = [:]
  ) {
    system.snackbar = Snackbar(
      package: activity.package, text: text, title: button, action: action, values: values,
      until: system.uptime + 5000)
  }
}
