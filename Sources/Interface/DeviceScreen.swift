/// Chooses the device: the virtual phone, and what adb knows.
struct DeviceScreen: Screen {
  /// Whether the choice is for a session that is being set up; otherwise it begins one.
  let isForSession: Bool
  private var list = ListView()

  init(isForSession: Bool) { self.isForSession = isForSession }

  var trail: [String] { ["Devices"] }

  func summary(_ context: Context) -> String {
    context.devices.isSearching
      ? "looking for devices" : NumberText.count(context.devices.found.count, "device", "devices")
  }

  private func selected(_ context: Context) -> DeviceSummary? {
    let found = context.devices.found
    return found.isEmpty ? nil : found[min(list.selection, found.count - 1)]
  }

  // MARK: - Keys

  func bindings(_ context: Context) -> [KeyBinding] {
    [
      KeyBinding(
        [.enter, .right, .character("l")], isForSession ? "choose" : "start a session",
        isForSession ? "have the session on this device" : "start a session on this device", .open,
        disabled: whyNot(context)),
      KeyBinding(
        [.character("r")], "look again", "look for devices again", .reread,
        disabled: context.devices.isSearching ? "the search is going on" : nil),
      KeyBinding([.character("i")], "connect", "how to connect a phone, with a cable or without", .about),
    ] + KeyBinding.movement() + [
      KeyBinding([.character("q"), .escape, .left], "back", "to the screen before", .back)
    ]
  }

  private func whyNot(_ context: Context) -> String? {
    guard let device = selected(context) else {
      return context.devices.isSearching ? "the search is going on" : "no device was found; i tells how to connect one"
    }
    return device.isReady ? nil : "\(device.name) isn't ready: \(device.advice ?? device.detail)"
  }

  mutating func perform(_ command: Command, _ context: Context) -> Outcome {
    switch command {
    case .open:
      guard let device = selected(context) else { return .nothing }
      if isForSession { return Outcome(navigation: .back, choice: .device(device.name)) }
      return .openSetup(context, device: device.name)
    case .reread: return .effect(.findDevices)
    case .about: return Outcome(overlay: Overlay(title: "How to connect a phone", text: Self.howToConnect))
    case .back: return Outcome(navigation: .back)
    default: _ = list.perform(command, count: context.devices.found.count, visible: rows(context))
    }
    return .nothing
  }

  mutating func click(row: Int, twice: Bool, _ context: Context) -> Outcome {
    let isChosen = list.selection == row
    list.select(row, count: context.devices.found.count, visible: rows(context))
    guard twice || isChosen else { return .nothing }
    if let why = whyNot(context) { return .notice(why) }
    return perform(.open, context)
  }

  mutating func scroll(_ target: MouseTarget, by lines: Int, _ context: Context) {
    guard target.isList else { return }
    list.scroll(by: lines, count: context.devices.found.count, visible: rows(context))
  }

  // MARK: - Drawing

  private static let howToConnect = [
    TextLine("With a cable", role: .title, isBold: true),
    TextLine(
      "On the phone, tap the build number in “About phone” seven times, switch on “USB debugging” in the developer "
        + "options, plug it in, and allow debugging from this computer."),
    TextLine(""),
    TextLine("Over Wi-Fi, from Android 11 on", role: .title, isBold: true),
    TextLine(
      "Open “Wireless debugging” in the developer options and tap “Pair device with pairing code”. Then, in a shell, run "
        + "infir devices pair HOST:PORT with what the phone shows, and infir devices connect HOST:PORT with the address "
        + "on the page before."),
    TextLine(""),
    TextLine("Without a phone", role: .title, isBold: true),
    TextLine(
      "The virtual phone is always there: it is made for each session and forgets all afterwards. An emulator that runs "
        + "on this computer is found by itself."),
    TextLine(""),
    TextLine("Then press r, which looks again.", role: .dim),
  ]

  private func split(_ context: Context) -> (list: Rect, detail: Rect) { context.body.listAndDetail(from: 12) }

  private func rows(_ context: Context) -> Int { split(context).list.listRows }

  func draw(on canvas: inout Canvas, _ context: Context) {
    let (rect, detail) = split(context)
    let found = context.devices.found
    let inside = canvas.listBox(rect, title: "Devices")
    if found.isEmpty {
      let text =
        context.devices.isSearching ? "Looking for devices…" : "No device was found; i tells how to connect one."
      canvas.put(canvas.wrap(text, columns: inside.columns - 2, role: .dim), in: inside.inset(columns: 1))
    }
    let longest = found.reduce(0) { max($0, canvas.width(of: $1.name.prefix(100).description)) }
    let nameColumns = min(longest + 2, max(8, inside.columns / 2))
    canvas.list(list, count: found.count, in: inside, barColumn: rect.column + rect.columns - 1) {
      canvas, index, line in
      let device = found[index]
      var rest = line
      let mark = rest.takeLeft(canvas.isASCII ? 3 : 2)
      canvas.put(
        device.isReady ? canvas.symbols.good : canvas.symbols.failed, column: mark.column, row: mark.row,
        columns: mark.columns, role: device.isReady ? .good : .warning, isBold: true)
      let name = rest.takeLeft(nameColumns)
      canvas.put(device.name, column: name.column, row: name.row, columns: name.columns - 1, isBold: true)
      canvas.put(
        device.detail, column: rest.column, row: rest.row, columns: rest.columns,
        role: device.isReady ? .dim : .warning)
    }
    if !detail.isEmpty { drawDetail(on: &canvas, in: detail, context) }
  }

  private func drawDetail(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let device = selected(context)
    let inside = canvas.box(rect, title: device?.name ?? "adb").inset(columns: 1)
    var lines: [TextLine] = []
    func add(_ text: String, role: Role) { lines += canvas.wrap(text, columns: inside.columns, role: role) }
    if let device {
      add(device.detail, role: .text)
      if let advice = device.advice {
        add("What to do: \(advice), then press r.", role: .warning)
      } else if device.isReady {
        add("It is ready.", role: .good)
      }
    }
    if let problem = context.devices.problem { add(problem, role: .warning) }
    canvas.put(lines, in: inside)
  }
}
