// The settings say what the screen is like, as they do on a phone, where `wm` and the rotation's tile write them.

extension Phone {
  /// Pixels of a density-independent pixel.
  var dp: Double { Double(system.panel.density) / 160 }

  func pixels(_ length: Double) -> Int { Int((length * dp).rounded()) }

  /// The launcher stays upright, as a Pixel's does; apps are turned.
  var quarterTurns: Int { system.isAppInFront && !system.isShowingRecents ? system.turns : 0 }

  var screen: Rect {
    let panel = system.panel
    return quarterTurns % 2 == 0
      ? Rect(x: 0, y: 0, width: panel.width, height: panel.height)
      : Rect(x: 0, y: 0, width: panel.height, height: panel.width)
  }

  /// Where apps may draw: in landscape not beside the camera.
  var safeArea: Rect {
    var area = screen
    let camera = pixels(Self.statusBarHeight)
    switch quarterTurns {
    case 1:
      area.x += camera
      area.width -= camera
    case 3: area.width -= camera
    default: break
    }
    return area
  }

  /// The apps' part of the screen in density-independent pixels.
  var widthDP: Double { Double(safeArea.width) / dp }
  var heightDP: Double { Double(screen.height) / dp }

  /// Reads the screen off the settings.
  mutating func updateScreen() {
    system.panel = Panel(width: configuration.width, height: configuration.height, density: configuration.density)
    let sides = (setting("display_size_forced", in: .global) ?? "").split(separator: ",").map { Int($0) }
    if sides.count == 2, let width = sides[0], let height = sides[1] {
      // Android lets nobody make a screen that can't be used any more.
      system.panel.width = max(240, min(width, 4096))
      system.panel.height = max(240, min(height, 4096))
    }
    if let density = setting("display_density_forced", in: .secure).flatMap({ Int($0) }) {
      system.panel.density = max(72, min(density, 960))
    }
    // With auto-rotate on the phone is as it is held, which is upright.
    let turns = number("user_rotation", .system)
    system.turns = flag("accelerometer_rotation", .system) || !(0...3).contains(turns) ? 0 : turns
  }

  /// What the auto-rotate tile does: when it is switched off, the screen stays as it is.
  mutating func toggleAutoRotate() {
    if flag("accelerometer_rotation", .system) { set("user_rotation", in: .system, to: "\(system.turns)") }
    toggle("accelerometer_rotation", .system)
  }
}
