import Imaging

/// The dialog with hours and minutes to step through. The activity's values `hour` and `minute` say what is chosen.
enum TimePicker {
  static func view(_ phone: Phone, done: @escaping @Sendable (inout Phone, Int, Int) -> Void = setTime) -> View {
    let theme = phone.theme
    let hour = Int(phone.value("hour")) ?? phone.time.hour
    let minute = Int(phone.value("minute")) ?? phone.time.minute
    func wheel(_ key: String, _ value: Int, _ count: Int, _ text: String, _ name: String) -> View {
      func step(_ icon: String, _ label: String, _ by: Int) -> View {
        View.stack([.icon(icon, theme.secondary)], .center).size(width: .fixed(96), height: .fixed(44))
          .label(label, "android.widget.ImageButton").tap {
            $0.activity.values[key] = String((value + by + count) % count)
          }
      }
      return View.column([
        step("keyboard_arrow_up", "Increase \(name)", 1),
        View.stack([View.text(text, 44, theme.text, id: "android:id/\(key)s")], .center)
          .size(width: .fixed(96), height: .fixed(72)).fill(theme.tileOn.faded(0.5), corner: 8)
          .swipe { phone, direction in
            let by = direction == .up ? 1 : direction == .down ? count - 1 : 0
            phone.activity.values[key] = String((value + by) % count)
          },
        step("keyboard_arrow_down", "Decrease \(name)", -1),
      ]).aligned(.top)
    }
    let shownHour = phone.is24Hour ? CivilTime.two(hour) : "\((hour + 11) % 12 + 1)"
    var parts = [
      wheel("hour", hour, 24, shownHour, "hour"), View.text(":", 44, theme.text).padding(8, 0),
      wheel("minute", minute, 60, CivilTime.two(minute), "minute"),
    ]
    if !phone.is24Hour {
      func half(_ title: String, _ isOn: Bool) -> View {
        let face = View.stack([View.text(title, 14, theme.text, weight: 500)], .center).size(
          width: .fixed(52), height: .fixed(36)
        ).outline(theme.divider, corner: 8)
        return (isOn ? face.fill(theme.tileOn, corner: 8) : face).label(title, "android.widget.RadioButton").checked(
          isOn
        )
        .tap { $0.activity.values["hour"] = String((hour + 12) % 24) }
      }
      parts += [.space(width: 12), View.column([half("AM", hour < 12), half("PM", hour >= 12)])]
    }
    return Dialog.card(
      phone, title: "Select time", content: [View.stack([View.row(parts)], .center).wide.padding(0, 8)],
      buttons: [
        Dialog.Button(title: "Cancel", action: Dialog.dismiss),
        Dialog.Button(
          title: "OK",
          action: { phone in
            let hour = Int(phone.value("hour")) ?? phone.time.hour
            let minute = Int(phone.value("minute")) ?? phone.time.minute
            Dialog.dismiss(&phone)
            done(&phone, hour, minute)
          }),
      ])
  }

  static let setTime: @Sendable (inout Phone, Int, Int) -> Void = { phone, hour, minute in
    var time = phone.time
    (time.hour, time.minute, time.second) = (hour, minute, 0)
    phone.setClock(milliseconds: time.milliseconds - phone.timeZoneOffset)
  }
}
