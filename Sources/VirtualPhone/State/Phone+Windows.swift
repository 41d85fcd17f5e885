extension Phone {
  /// A Pixel 6's status bar, which is as high as its camera needs.
  static let statusBarHeight = 48.76
  var hasButtons: Bool { setting("navigation_mode", in: .secure) == "0" }
  var navigationBarHeight: Double { hasButtons ? 48 : 24 }

  /// The layers of the screen, from the bottom up.
  func windows() -> [Window] {
    guard system.isScreenOn else { return [] }
    var windows: [Window] = []
    let bar = pixels(navigationBarHeight)
    let keyboard = system.isKeyboardUp && activity.focus != nil ? pixels(Keyboard.height(self)) : 0
    var room = safeArea
    room.height -= max(bar, keyboard > 0 ? keyboard + bar : 0)
    let front = activity
    if system.isAppInFront, let app = Apps.named[front.package] {
      let dialog = front.dialog.flatMap { app.dialog($0, front, self) }
      // The keyboard is there for the dialog, and what is under it keeps its room.
      var under = room
      if dialog != nil { under.height = safeArea.height - bar }
      windows.append(Window(id: .app, package: front.package, view: app.view(front, self), frame: under))
      if let dialog {
        windows.append(
          Window(
            id: .dialog, package: front.package, view: Dialog.scrim(dialog, self),
            frame: keyboard > 0 ? room : safeArea, isModal: true))
      }
    } else {
      windows.append(
        Window(
          id: .launcher, package: front.package, view: Launcher.view(front, self),
          frame: keyboard > 0 ? room : screen))
    }
    if let bar = system.snackbar, bar.until > system.uptime, bar.package == front.package {
      let height = pixels(64)
      let frame = Rect(x: room.x, y: room.bottom - height, width: room.width, height: height)
      windows.append(Window(id: .snackbar, package: bar.package, view: SnackbarView.view(bar, self), frame: frame))
    }
    if keyboard > 0 {
      let frame = Rect(x: 0, y: room.bottom, width: screen.width, height: screen.bottom - room.bottom)
      windows.append(
        Window(id: .keyboard, package: Keyboard.package(self), view: Keyboard.view(self), frame: frame))
    }
    if let focus = front.focus, let field = front.fields[focus], field.selection != nil || field.offersPaste {
      // Above the field, where there is room.
      let place = windows.reversed().lazy.compactMap { window in
        placed(window).first { node in
          if case .field(let field) = node.view.content { field.key == focus } else { false }
        }
      }.first
      let height = pixels(64)
      let top = max(pixels(Self.statusBarHeight), (place?.frame.y ?? 0) - height)
      let frame = Rect(x: 0, y: min(top, room.bottom - height), width: screen.width, height: height)
      windows.append(Window(id: .selection, package: "android", view: SelectionBar.view(self), frame: frame))
    }
    if system.isShowingRecents {
      windows.append(
        Window(
          id: .recents, package: system.launcher.package, view: Recents.view(self), frame: screen, isModal: true))
    }
    if system.isBrightnessOpen {
      windows.append(
        Window(
          id: .brightness, package: "com.android.systemui", view: BrightnessPanel.view(self), frame: screen,
          isModal: true))
    }
    if system.volumeUntil > system.uptime {
      let frame = Rect(
        x: screen.width - pixels(76), y: max(0, (screen.height - pixels(300)) / 4), width: pixels(76),
        height: min(screen.height, pixels(300)))
      windows.append(
        Window(id: .volume, package: "com.android.systemui", view: VolumePanel.view(self), frame: frame))
    }
    if system.shade > 0 {
      windows.append(
        Window(id: .shade, package: "com.android.systemui", view: Shade.view(self), frame: screen, isModal: true))
    } else if let view = NoticeList.headsUp(self) {
      let width = min(screen.width - pixels(16), pixels(480))
      let height = Layout(dp: dp, fontScale: fontScale, activity: system.shadeActivity).node(view, width, screen.height)
        .frame.height
      let frame = Rect(
        x: (screen.width - width) / 2, y: quarterTurns == 0 ? pixels(Self.statusBarHeight - 4) : pixels(8),
        width: width, height: height)
      windows.append(Window(id: .headsUp, package: "com.android.systemui", view: view, frame: frame))
    }
    if system.toastUntil > system.uptime, !system.toast.isEmpty {
      let height = pixels(64)
      let frame = Rect(
        x: 0, y: screen.height - pixels(navigationBarHeight + 40) - height, width: screen.width, height: height)
      windows.append(Window(id: .toast, package: front.package, view: Toast.view(self), frame: frame))
    }
    windows.append(
      Window(
        id: .statusBar, package: "com.android.systemui", view: StatusBar.view(self),
        frame: Rect(x: 0, y: 0, width: screen.width, height: pixels(Self.statusBarHeight))))
    windows.append(
      Window(
        id: .navigationBar, package: "com.android.systemui", view: NavigationBar.view(self),
        frame: Rect(x: 0, y: screen.height - bar, width: screen.width, height: bar)))
    return windows
  }

  /// The height that dialogs have: what the keyboard leaves, without the status bar.
  var dialogHeightDP: Double {
    let keyboard = system.isKeyboardUp && activity.focus != nil ? Keyboard.height(self) + navigationBarHeight : 0
    return heightDP - keyboard - Self.statusBarHeight
  }

  /// A dialog without the field that is being typed into takes the keyboard away, as windows do that have the focus.
  mutating func hideKeyboardUnderDialog() {
    guard system.isKeyboardUp, let focus = activity.focus, let name = activity.dialog else { return }
    guard let dialog = Apps.named[activity.package]?.dialog(name, activity, self), !dialog.hasField(focus) else {
      return
    }
    system.isKeyboardUp = false
  }

  /// A window's views at their places.
  func placed(_ window: Window) -> Node {
    let activity = window.id == .shade || window.id == .headsUp ? system.shadeActivity : activity
    return Layout(dp: dp, fontScale: fontScale, activity: activity).root(window.view.filling, in: window.frame)
  }

  /// Whether white texts are needed on the status bar.
  var hasDarkTop: Bool {
    if system.shade > 0 { return isDark }
    if system.isShowingRecents { return true }
    let front = activity
    if system.isAppInFront, let app = Apps.named[front.package] { return isDark || app.hasDarkTop(front) }
    return front.screen == "home" || isDark
  }

  /// Whether they are needed on the navigation bar.
  var hasDarkBottom: Bool {
    if system.isShowingRecents { return true }
    if system.isKeyboardUp || system.shade > 0 || system.isAppInFront { return isDark }
    return activity.screen == "home" || isDark
  }
}
