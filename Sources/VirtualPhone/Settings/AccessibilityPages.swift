/// Accessibility, under the keys of `Settings.Secure`.
enum AccessibilityPages {
  static func page(_ activity: Activity, _ phone: Phone) -> SettingsPage {
    func state(_ key: String) -> String { phone.flag(key, .secure) ? "On" : "Off" }
    switch activity.screen {
    case "colorcorrection":
      let modes = [
        ("Deuteranomaly", "Red-green", "12"), ("Protanomaly", "Red-green", "11"), ("Tritanomaly", "Blue-yellow", "13"),
        ("Grayscale", "", "0"),
      ]
      let mode = phone.setting("accessibility_display_daltonizer", in: .secure) ?? "12"
      return SettingsPage(
        title: "Color correction",
        items: [
          .mainSwitch(
            title: "Use color correction", key: "accessibility_display_daltonizer_enabled", table: .secure)
        ]
          + modes.map { name, colors, value in
            .radio(
              title: name, summary: colors.isEmpty ? nil : colors, isOn: value == mode,
              action: { $0.set("accessibility_display_daltonizer", in: .secure, to: value) })
          } + [.footer("Adjust how colors display on your phone.")])
    case "colorinversion":
      return SettingsPage(
        title: "Color inversion",
        items: [
          .mainSwitch(
            title: "Use color inversion", key: "accessibility_display_inversion_enabled", table: .secure),
          .footer("Color inversion turns light screens dark. It also turns dark screens light."),
        ])
    case "extradim":
      let level = phone.number("reduce_bright_colors_level", .secure, default: 50)
      return SettingsPage(
        title: "Extra dim",
        items: [
          .mainSwitch(title: "Use extra dim", key: "reduce_bright_colors_activated", table: .secure),
          .slider(
            title: "Intensity", icon: "brightness_low", value: Double(level) / 100,
            set: { $0.set("reduce_bright_colors_level", in: .secure, to: "\(Int(($1 * 100).rounded()))") }),
          .toggle(
            title: "Keep on after device restarts", key: "reduce_bright_colors_persist_across_reboots",
            table: .secure, standard: true),
        ])
    case "magnification":
      return SettingsPage(
        title: "Magnification",
        items: [
          .toggle(
            title: "Magnification shortcut", key: "accessibility_display_magnification_enabled", table: .secure),
          .choice(
            title: "Magnification type", key: "accessibility_magnification_mode", table: .secure,
            options: [("Full screen", "1"), ("Part of screen", "2"), ("Switch between", "3")]),
        ])
    case "talkback":
      let service = "com.google.android.marvin.talkback/com.google.android.marvin.talkback.TalkBackService"
      let isOn = phone.setting("enabled_accessibility_services", in: .secure)?.contains(service) ?? false
      return SettingsPage(
        title: "TalkBack",
        items: [
          .flip(
            title: "Use TalkBack", isOn: isOn,
            action: { phone in
              phone.set("enabled_accessibility_services", in: .secure, to: isOn ? "" : service)
              phone.set("accessibility_enabled", in: .secure, to: isOn ? "0" : "1")
            }), .footer("When TalkBack is on, your phone gives spoken feedback."),
        ])
    case "timing":
      let times = [
        ("Default", "0"), ("10 seconds", "10000"), ("30 seconds", "30000"), ("1 minute", "60000"),
        ("2 minutes", "120000"),
      ]
      return SettingsPage(
        title: "Timing controls",
        items: [
          .choice(
            title: "Touch & hold delay", key: "long_press_timeout", table: .secure,
            options: [("Short", "400"), ("Medium", "1000"), ("Long", "1500")]),
          .choice(
            title: "Time to take action", key: "accessibility_interactive_ui_timeout_ms", table: .secure,
            options: times),
          .toggle(title: "Autoclick (dwell timing)", key: "accessibility_autoclick_enabled", table: .secure),
        ])
    case "controls":
      let ends = phone.setting("incall_power_button_behavior", in: .secure) == "2"
      return SettingsPage(
        title: "System controls",
        items: [
          .flip(
            title: "Power button ends call", isOn: ends,
            action: { $0.set("incall_power_button_behavior", in: .secure, to: ends ? "1" : "2") }),
          .flip(
            title: "Auto-rotate screen", isOn: phone.flag("accelerometer_rotation", .system),
            action: { $0.toggleAutoRotate() }),
          .toggle(title: "One-handed mode", key: "one_handed_mode_enabled", table: .secure),
        ])
    case "captions":
      return SettingsPage(
        title: "Caption preferences",
        items: [
          .mainSwitch(title: "Show captions", key: "accessibility_captioning_enabled", table: .secure),
          .choice(
            title: "Caption size", key: "accessibility_captioning_font_scale", table: .secure,
            options: [("Very small", "0.25"), ("Small", "0.5"), ("Default", "1.0"), ("Large", "1.5")]),
        ])
    default:
      let animations = ["window_animation_scale", "transition_animation_scale", "animator_duration_scale"]
      let isStill = animations.allSatisfy { Double(phone.setting($0, in: .global) ?? "1") == 0 }
      let balance = phone.setting("master_balance", in: .system).flatMap { Double($0) } ?? 0
      return SettingsPage(
        title: "Accessibility",
        items: [
          .group("Screen reader"),
          .to("TalkBack", phone.flag("accessibility_enabled", .secure) ? "On" : "Off", "talkback"),
          .group("Display"), .to("Display size and text", nil, "textsize", icon: "format_size"),
          .to(
            "Color correction", state("accessibility_display_daltonizer_enabled"), "colorcorrection",
            icon: "palette"),
          .to(
            "Color inversion", state("accessibility_display_inversion_enabled"), "colorinversion", icon: "invert_colors"
          ),
          .to("Extra dim", state("reduce_bright_colors_activated"), "extradim", icon: "brightness_low"),
          .linkWithToggle(
            title: "Dark theme", summary: phone.isDark ? "On" : "Off", screen: "dark", isOn: phone.isDark,
            action: { $0.set("ui_night_mode", in: .secure, to: $0.isDark ? "1" : "2") }),
          .to("Magnification", state("accessibility_display_magnification_enabled"), "magnification", icon: "search"),
          .flip(
            icon: "animation", title: "Remove animations", summary: "Reduce movement on the screen", isOn: isStill,
            action: { phone in for key in animations { phone.set(key, in: .global, to: isStill ? "1" : "0") } }),
          .toggle(icon: "mouse", title: "Large mouse pointer", key: "accessibility_large_pointer_icon", table: .secure),
          .group("Interaction controls"), .to("Timing controls", nil, "timing", icon: "timer"),
          .to("System controls", nil, "controls", icon: "settings"),
          .group("Audio"), .to("Caption preferences", state("accessibility_captioning_enabled"), "captions"),
          .toggle(icon: "hearing", title: "Mono audio", key: "master_mono", table: .system),
          .slider(
            title: "Audio balance", icon: "volume_up", value: (balance + 1) / 2,
            set: { $0.set("master_balance", in: .system, to: "\((($1 * 2 - 1) * 100).rounded() / 100)") }),
          .toggle(icon: "closed_caption", title: "Live Caption", key: "odi_captions_enabled", table: .secure),
        ])
    }
  }
}
