extension Phone {
  /// The activity in front of the app that was used last.
  var frontActivity: Activity? { system.tasks.last?.activities.last }

  /// The activity that gets what a person types: the app's, or the launcher's.
  var activity: Activity {
    get { system.isAppInFront ? frontActivity ?? system.launcher : system.launcher }
    set {
      if system.isAppInFront, let task = system.tasks.indices.last,
        let last = system.tasks[task].activities.indices.last
      {
        system.tasks[task].activities[last] = newValue
      } else {
        system.launcher = newValue
      }
    }
  }

  /// A value of the activity in front.
  func value(_ key: String) -> String { activity.values[key] ?? "" }

  /// Opens a screen of the app in front, or of another one, over the one that is shown.
  mutating func open(_ screen: String, of package: String? = nil, _ values: [String: String] = [:]) {
    let package = package ?? activity.package
    push(Activity(package, screen, values))
  }

  mutating func push(_ activity: Activity) {
    leaveOverlays()
    if let task = system.tasks.indices.last, system.isAppInFront {
      // Fifty screens deep nobody comes back to the first ones.
      if system.tasks[task].activities.count >= 50 { system.tasks[task].activities.removeFirst() }
      system.tasks[task].activities.append(activity)
    } else {
      system.tasks.append(AppTask(package: activity.package, activities: [activity]))
      system.isAppInFront = true
    }
  }

  /// Brings an app to the front as the launcher does: as it was left, or its first screen.
  mutating func launch(_ package: String) {
    guard let app = Apps.named[package], !system.disabled.contains(package) else { return }
    leaveOverlays()
    system.launcher = Activity(system.launcher.package, "home")
    if let index = system.tasks.firstIndex(where: { $0.package == package }) {
      system.tasks.append(system.tasks.remove(at: index))
    } else {
      system.tasks.append(AppTask(package: package, activities: [Activity(package, app.mainScreen)]))
    }
    system.isAppInFront = true
  }

  /// Starts an app anew with one activity.
  mutating func restart(with activity: Activity) {
    leaveOverlays()
    system.tasks.removeAll { $0.package == activity.package }
    system.tasks.append(AppTask(package: activity.package, activities: [activity]))
    system.isAppInFront = true
  }

  /// Closes the screen in front.
  mutating func finish() {
    system.isKeyboardUp = false
    guard system.isAppInFront, let task = system.tasks.indices.last else { return }
    if system.tasks[task].activities.count > 1 {
      system.tasks[task].activities.removeLast()
    } else {
      // The app leaves; it begins anew next time.
      system.tasks.remove(at: task)
      system.isAppInFront = false
    }
  }

  mutating func goHome() {
    leaveOverlays()
    system.isAppInFront = false
    system.launcher = Activity(system.launcher.package, "home")
  }

  mutating func goBack() {
    if system.isBrightnessOpen {
      system.isBrightnessOpen = false
    } else if system.shade > 0 {
      system.shade = system.shade == 2 ? 1 : 0
    } else if system.isShowingRecents {
      system.isShowingRecents = false
    } else if system.isKeyboardUp {
      system.isKeyboardUp = false
    } else if activity.dialog != nil {
      activity.dialog = nil
      activity.focus = nil
    } else if !system.isAppInFront {
      system.launcher = Activity(system.launcher.package, "home")
    } else if Apps.named[activity.package]?.back(&self) != true {
      finish()
    }
  }

  /// Enables an app, or stops it and takes it out of the drawer.
  mutating func setEnabled(_ isEnabled: Bool, _ package: String) {
    if isEnabled {
      system.disabled.remove(package)
    } else {
      system.disabled.insert(package)
      forceStop(package)
    }
  }

  mutating func showRecents() {
    leaveOverlays()
    system.isShowingRecents = true
  }

  mutating func leaveOverlays() {
    system.isBrightnessOpen = false
    system.shade = 0
    system.isShowingRecents = false
    system.isKeyboardUp = false
    system.volumeUntil = 0
  }

  mutating func showToast(_ text: String) {
    system.toast = text
    system.toastUntil = system.uptime + 3000
  }

  /// Gives a field the focus, with the keyboard.
  mutating func focus(_ key: String, text: String? = nil) {
    if let text { activity.fields[key] = FieldText(text) }
    if activity.fields[key] == nil { activity.fields[key] = FieldText() }
    activity.focus = key
    system.keyboard = KeyboardState()
    system.isKeyboardUp = setting("show_ime_with_hard_keyboard", in: .secure) != "0"
  }

  mutating func handle(_ intent: PhoneIntent) -> Bool {
    if intent.action == "android.intent.action.MAIN", intent.component == nil,
      intent.extras["category"] == "android.intent.category.HOME" || intent.type == nil && intent.data == nil
    {
      goHome()
      return true
    }
    if let component = intent.component {
      let parts = component.split(separator: "/", maxSplits: 1).map(String.init)
      guard let package = parts.first, let app = Apps.named[package] else {
        if parts.first == "com.google.android.apps.nexuslauncher" {
          goHome()
          return true
        }
        return false
      }
      guard !system.disabled.contains(package) else { return false }
      if let activity = app.activity(for: intent, self) {
        restart(with: activity)
      } else {
        guard parts.count == 2, let own = app.package.launcherActivity,
          Self.fullName(component) == Self.fullName(own)
        else { return false }
        launch(package)
      }
      return true
    }
    for app in Apps.all where !system.disabled.contains(app.package.name) {
      guard let activity = app.activity(for: intent, self) else { continue }
      restart(with: activity)
      return true
    }
    return false
  }

  /// `com.a/.B` is short for `com.a/com.a.B`.
  static func fullName(_ component: String) -> String {
    let parts = component.split(separator: "/", maxSplits: 1).map(String.init)
    guard parts.count == 2, parts[1].hasPrefix(".") else { return component }
    return "\(parts[0])/\(parts[0])\(parts[1])"
  }
}
