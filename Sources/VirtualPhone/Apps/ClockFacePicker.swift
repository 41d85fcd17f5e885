import Imaging

/// The dialog with a clock's face, as Material has it: an hour, then a minute, or both as text.
///
/// The activity's values `hour` and `minute` say what is chosen, `face` what the face shows: `minute`, `text` for two
/// fields instead of it, anything else the hours.
enum ClockFacePicker {
  private static let side = 256.0
  private static let number = 44.0

  /// The dialog; `done` gets the hour, from 0 to 23, and the minute.
  static func view(
    _ phone: Phone, package: String, done: @escaping @Sendable (inout Phone, Int, Int) -> Void
  ) -> View {
    let theme = phone.theme
    let isText = phone.value("face") == "text"
    let showsMinutes = phone.value("face") == "minute"
    let (hour, minute) = chosen(phone)
    let shownHour = phone.is24Hour ? CivilTime.two(hour) : "\((hour + 11) % 12 + 1)"
    func chip(_ text: String, _ key: String, isOn: Bool) -> View {
      View.stack([View.fixedText(text, 48, isOn ? theme.tileOnText : theme.text)], .center)
        .size(width: .fixed(96), height: .fixed(80)).fill(isOn ? theme.tileOn : theme.tile, corner: 8)
        .id("\(package):id/material_\(key)_tv", "android.view.View").selected(isOn)
        .label(key == "hour" ? "Select hour" : "Select minutes")
        .tap { $0.activity.values["face"] = key }
    }
    func box(_ key: String, _ hint: String) -> View {
      var field = View.Field(key: "picker-\(key)", hint: hint, size: 40, color: theme.text, hintColor: theme.secondary)
      field.isNumeric = true
      return View.stack([View(.field(field)).wide.id("\(package):id/material_\(key)_text_input")], .center)
        .padding(8, 0).size(width: .fixed(96), height: .fixed(80)).outline(theme.accent, corner: 8)
    }
    var head: [View] =
      isText
      ? [box("hour", "Hour"), colon(theme), box("minute", "Minute")]
      : [
        chip(shownHour, "hour", isOn: !showsMinutes), colon(theme),
        chip(CivilTime.two(minute), "minute", isOn: showsMinutes),
      ]
    if !phone.is24Hour {
      head += [
        .space(width: 12),
        View.column([
          half("AM", hour < 12, hour, theme, package), half("PM", hour >= 12, hour, theme, package),
        ]),
      ]
    }
    var content = [View.stack([View.row(head)], .center).wide.padding(0, 12)]
    if !isText {
      content.append(
        View.stack([showsMinutes ? minutes(minute, theme) : hours(hour, phone, theme)], .center).wide.padding(0, 8))
    }
    let mode = Dialog.Button(
      title: isText ? "Use clock" : "Use keyboard",
      action: { phone in
        let (hour, minute) = chosen(phone)
        phone.activity.values["hour"] = String(hour)
        phone.activity.values["minute"] = String(minute)
        guard !isText else {
          phone.activity.values["face"] = nil
          phone.activity.focus = nil
          phone.system.isKeyboardUp = false
          return
        }
        phone.activity.values["face"] = "text"
        phone.activity.fields["picker-minute"] = FieldText(CivilTime.two(minute))
        phone.focus("picker-hour", text: phone.is24Hour ? CivilTime.two(hour) : "\((hour + 11) % 12 + 1)")
      })
    return Dialog.card(
      phone, title: "Select time", content: content, neutral: mode,
      buttons: [
        Dialog.Button(title: "Cancel", action: Dialog.dismiss),
        Dialog.Button(
          title: "OK",
          action: { phone in
            guard isSound(phone) else { return phone.showToast("That is no time") }
            let (hour, minute) = chosen(phone)
            Dialog.dismiss(&phone)
            done(&phone, hour, minute)
          }),
      ])
  }

  // MARK: - What is chosen

  private static func chosen(_ phone: Phone) -> (hour: Int, minute: Int) {
    let hour = Int(phone.value("hour")) ?? phone.time.hour
    let minute = Int(phone.value("minute")) ?? phone.time.minute
    guard phone.value("face") == "text", isSound(phone) else { return (hour, minute) }
    let typed = Int(phone.activity.text("picker-hour")) ?? 0
    return (
      phone.is24Hour ? typed : typed % 12 + (hour < 12 ? 0 : 12), Int(phone.activity.text("picker-minute")) ?? 0
    )
  }

  private static func isSound(_ phone: Phone) -> Bool {
    guard phone.value("face") == "text" else { return true }
    guard let hour = Int(phone.activity.text("picker-hour")), let minute = Int(phone.activity.text("picker-minute"))
    else { return false }
    return (phone.is24Hour ? 0...23 : 1...12).contains(hour) && (0...59).contains(minute)
  }

  // MARK: - Parts

  private static func colon(_ theme: Theme) -> View {
    View.stack([View.fixedText(":", 48, theme.text)], .center).size(width: .fixed(24), height: .fixed(80))
  }

  private static func half(_ title: String, _ isOn: Bool, _ hour: Int, _ theme: Theme, _ package: String) -> View {
    let face = View.stack([View.text(title, 14, theme.text, weight: 500)], .center)
      .size(width: .fixed(52), height: .fixed(40))
    return (isOn ? face.fill(theme.tileOn, corner: 8) : face.outline(theme.divider, corner: 8))
      .label(title, "android.widget.RadioButton").checked(isOn)
      .id("\(package):id/material_clock_period_\(title.lowercased())_button")
      .tap { if !isOn { $0.activity.values["hour"] = String((hour + 12) % 24) } }
  }

  private static func hours(_ hour: Int, _ phone: Phone, _ theme: Theme) -> View {
    var numbers: [View] = []
    for place in 0..<12 {
      if phone.is24Hour {
        // The first half of the day outside, the second inside.
        for (value, ring) in [(place, 1.0), (place + 12, 0.64)] {
          numbers.append(
            item(
              value == 0 ? "00" : "\(value)", "\(value) hours", place, ring, isOn: value == hour, small: ring < 1, theme
            ) { pick("hour", value, &$0) })
        }
      } else {
        let value = place + (hour < 12 ? 0 : 12)
        let name = place == 0 ? 12 : place
        numbers.append(
          item("\(name)", "\(name) o'clock", place, 1, isOn: value == hour, small: false, theme) {
            pick("hour", value, &$0)
          })
      }
    }
    return disc(numbers, theme)
  }

  private static func minutes(_ minute: Int, _ theme: Theme) -> View {
    disc(
      (0..<12).map { place in
        let value = place * 5
        return item(CivilTime.two(value), "\(value) minutes", place, 1, isOn: value == minute, small: false, theme) {
          pick("minute", value, &$0)
        }
      }, theme)
  }

  private static func pick(_ key: String, _ value: Int, _ phone: inout Phone) {
    phone.activity.values[key] = String(value)
    phone.activity.values["face"] = "minute"
  }

  private static func disc(_ numbers: [View], _ theme: Theme) -> View {
    View.stack(numbers).square(side).fill(theme.tile, corner: side / 2)
  }

  private static func item(
    _ text: String, _ label: String, _ place: Int, _ ring: Double, isOn: Bool, small: Bool, _ theme: Theme,
    _ action: @escaping PhoneAction
  ) -> View {
    // Twelve directions, from the top clockwise.
    let (half, root) = (0.5, 0.866_025_403_784)
    let sine = [0, half, root, 1, root, half, 0, -half, -root, -1, -root, -half][place]
    let cosine = [1, root, half, 0, -half, -root, -1, -root, -half, 0, half, root][place]
    // The middle of what is placed at `a` lies at number / 2 + a × (side − number); the outer ring keeps 2 from the rim.
    let size = small ? 36.0 : number
    let reach = ((side - number) / 2 - 2) * ring / (side - size)
    let face = View.stack([View.text(text, small ? 13 : 16, isOn ? theme.onAccent : theme.text)], .center).square(size)
    return (isOn ? face.fill(theme.accent, corner: size / 2) : face)
      .label(label, "android.widget.TextView").selected(isOn)
      .placed(View.Alignment(x: 0.5 + reach * sine, y: 0.5 - reach * cosine)).tap(action)
  }
}

extension Phone {
  /// Opens a dialog that is a clock's face.
  mutating func openClockFace(_ dialog: String, hour: Int, minute: Int) {
    activity.values["hour"] = String(hour)
    activity.values["minute"] = String(minute)
    activity.values["face"] = nil
    activity.dialog = dialog
  }
}
