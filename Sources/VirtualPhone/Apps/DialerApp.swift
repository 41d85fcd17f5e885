import Imaging

/// The phone's phone.
struct DialerApp: App {
  var package: PhonePackage {
    PhonePackage(
      name: "com.google.android.dialer", label: "Phone",
      launcherActivity: "com.google.android.dialer/com.google.android.dialer.extensions.GoogleDialtactsActivity",
      isSystem: true)
  }
  var icon: AppIcon { AppIcon("call", background: 0x1A73E8) }

  func component(of screen: String) -> String {
    screen == "call"
      ? "com.google.android.dialer/com.android.incallui.InCallActivity" : package.launcherActivity ?? package.name
  }

  func reset(_ phone: inout Phone) { phone.data.dialer = DialerData() }

  func activity(for intent: PhoneIntent, _ phone: Phone) -> Activity? {
    guard let data = intent.data, data.hasPrefix("tel:") else { return nil }
    let number = String(data.dropFirst(4))
    if intent.action == "android.intent.action.CALL" { return Activity(package.name, "call", ["number": number]) }
    return Activity(package.name, "keypad", ["number": number])
  }

  func view(_ activity: Activity, _ phone: Phone) -> View {
    switch activity.screen {
    case "keypad": keypad(activity, phone)
    case "call": call(activity, phone)
    default: main(activity, phone)
    }
  }

  private func main(_ activity: Activity, _ phone: Phone) -> View {
    let parts = AppParts(phone: phone, package: package.name)
    let tab = activity.values["tab"] ?? "Recents"
    var rows: [View]
    if tab == "Recents" {
      rows = phone.data.dialer.calls.map { call in
        let name = phone.data.contacts.name(of: call.number)
        let number = call.number
        let time = CivilTime(milliseconds: call.time + phone.timeZoneOffset)
        return parts.row(
          name,
          "\(["1": "Incoming", "3": "Missed"][String(call.type)] ?? "Outgoing") • \(time.shortDay) \(time.clock(is24Hour: phone.is24Hour))",
          icon: parts.avatar(name),
          tap: { $0.call(number) })
      }
      if rows.isEmpty { rows = [parts.empty("Your call history is empty")] }
    } else {
      rows = phone.data.contacts.sorted.filter { !$0.phone.isEmpty }.map { contact in
        let number = contact.phone
        return parts.row(contact.name, number, icon: parts.avatar(contact.name), tap: { $0.call(number) })
      }
      if rows.isEmpty { rows = [parts.empty("No contacts")] }
    }
    return parts.screen(
      parts.bar("Phone", back: false), View.scroll("list-\(tab)", View.column(rows + [.space(height: 88)]).wide),
      floating: parts.floating("dialpad", "key pad") { $0.open("keypad") },
      foot: parts.tabs([("schedule", "Recents"), ("people", "Contacts")], selected: tab))
  }

  private func keypad(_ activity: Activity, _ phone: Phone) -> View {
    let parts = AppParts(phone: phone, package: package.name)
    let theme = phone.theme
    let number = activity.values["number"] ?? ""
    let keys = [
      ("1", ""), ("2", "ABC"), ("3", "DEF"), ("4", "GHI"), ("5", "JKL"), ("6", "MNO"), ("7", "PQRS"), ("8", "TUV"),
      ("9", "WXYZ"), ("*", ""), ("0", "+"), ("#", ""),
    ]
    let rows = stride(from: 0, to: 12, by: 3).map { start in
      View.row(
        keys[start..<start + 3].map { key in
          View.column([View.text(key.0, 28, theme.text), View.text(key.1, 11, theme.secondary)]).aligned(.center)
            .size(height: .fixed(72)).weighted().label(
              key.1.isEmpty ? key.0 : "\(key.0),\(key.1)", "android.widget.FrameLayout"
            )
            .tap { phone in
              let number = phone.value("number")
              if number.count < 30 { phone.activity.values["number"] = number + key.0 }
            }
            .longPress { phone in
              if key.0 == "0", phone.value("number").count < 30 { phone.activity.values["number", default: ""] += "+" }
            }
        }
      ).padding(24, 0).wide
    }
    let name = number.isEmpty ? "" : phone.data.contacts.name(of: number)
    let display = View.row([
      .space(width: 64),
      View.column([
        View.text(number, 32, theme.text, lines: 1, alignment: .center, id: "\(package.name):id/digits").wide,
        View.text(name == number ? "" : name, 14, theme.secondary, lines: 1, alignment: .center).wide,
      ]).weighted(),
      View.stack([.icon("backspace", theme.secondary)], .center).square(48).label(
        "backspace", "android.widget.ImageButton"
      )
      .tap { $0.activity.values["number"] = String($0.value("number").dropLast()) }
      .longPress { $0.activity.values["number"] = "" }, .space(width: 16),
    ]).wide
    let callButton = View.stack([
      View.stack([.icon("call", .white)], .center).size(width: .fixed(120), height: .fixed(56)).fill(
        Color(hex: 0x188038), corner: 28
      ).label("dial", "android.widget.Button").tap { phone in
        let number = phone.value("number")
        number.isEmpty ? phone.showToast("Enter a number first") : phone.call(number)
      }
    ]).aligned(.center).wide.padding(0, 16)
    let pad = [.spring, display, .space(height: 16)] + rows + [callButton]
    // On low screens the keys scroll.
    let isLow = phone.heightDP < 560
    return parts.screen(
      parts.bar("Keypad"),
      isLow ? View.scroll("keypad", View.column(Array(pad.dropFirst())).wide) : View.column(pad).filling)
  }

  private func call(_ activity: Activity, _ phone: Phone) -> View {
    let number = activity.values["number"] ?? ""
    let name = phone.data.contacts.name(of: number)
    let started = Int(activity.values["started"] ?? "") ?? phone.system.uptime
    let seconds = max(0, phone.system.uptime - started) / 1000
    let state = seconds < 3 ? "Calling…" : "\(CivilTime.two(seconds / 60)):\(CivilTime.two(seconds % 60))"
    let parts = AppParts(phone: phone, package: package.name)
    func toggle(_ icon: String, _ title: String, _ key: String) -> View {
      let isOn = activity.values[key] == "1"
      return View.column([
        View.stack([.icon(icon, isOn ? Color.black : .white)], .center).square(64).fill(
          isOn ? .white : Color(hex: 0x3C4043), corner: 32),
        View.text(title, 12, .white).padding(left: 0, top: 6),
      ]).aligned(.top).weighted().label(title, "android.widget.ToggleButton").checked(isOn)
        .tap { $0.activity.values[key] = isOn ? "0" : "1" }
    }
    // On low screens there is less around it.
    let isLow = phone.heightDP < 560
    return View.column([
      .space(height: isLow ? 32 : 120), View.stack([parts.avatar(name, size: isLow ? 56 : 96)]).aligned(.top).wide,
      .space(height: isLow ? 4 : 24),
      View.text(name, 32, .white, lines: 1, alignment: .center, id: "\(package.name):id/contactgrid_contact_name").wide,
      View.text(
        state, 16, Color.white.faded(0.8), alignment: .center, id: "\(package.name):id/contactgrid_bottom_timer"
      ).wide,
      .spring,
      View.row([
        toggle("mic_off", "Mute", "mute"), toggle("volume_up", "Speaker", "speaker"), toggle("pause", "Hold", "hold"),
      ]).padding(32, 0).wide, .space(height: isLow ? 4 : 48),
      View.stack([
        View.stack([.icon("call_end", .white, size: 32)], .center).square(72).fill(Color(hex: 0xD93025), corner: 36)
          .label("End call", "android.widget.ImageButton").tap { phone in
            phone.finish()
            phone.showToast("Call ended")
          }
      ]).aligned(.top).wide, .space(height: isLow ? 8 : 64),
    ]).filling.fill(Color(hex: 0x202124))
  }

  func hasDarkTop(_ activity: Activity) -> Bool { activity.screen == "call" }
}

extension Phone {
  /// Calls a number.
  mutating func call(_ number: String) {
    guard !isAirplaneModeOn else { return showToast("Turn off airplane mode to make a call") }
    if data.dialer.calls.count >= 100 { data.dialer.calls.removeLast() }
    data.dialer.calls.insert(DialerData.Call(number: number, time: milliseconds), at: 0)
    open("call", of: "com.google.android.dialer", ["number": number, "started": String(system.uptime)])
  }
}
