import Imaging
internal import Randomness

/// A recorder of sounds, in the manner of Audio Recorder.
struct RecorderApp: App {
  static let name = "com.dimowner.audiorecorder"

  var package: PhonePackage {
    PhonePackage(
      name: Self.name, label: "Audio Recorder",
      launcherActivity: "\(Self.name)/\(Self.name).app.welcome.WelcomeActivity",
      isSystem: false)
  }
  var icon: AppIcon { AppIcon("mic", background: 0x546E7A) }

  func component(of screen: String) -> String {
    switch screen {
    case "records": "\(Self.name)/\(Self.name).app.records.RecordsActivity"
    case "settings": "\(Self.name)/\(Self.name).app.settings.SettingsActivity"
    case "trash": "\(Self.name)/\(Self.name).app.trash.TrashActivity"
    default: package.launcherActivity ?? Self.name
    }
  }

  func reset(_ phone: inout Phone) {
    var random = SplitMix64(seed: phone.configuration.seed ^ 0xA0D1)
    phone.data.recorder = RecorderData()
    phone.data.recorder.isSetUp = random.below(3) > 0
    try? phone.files.remove(RecordingFile.directory, recursively: true)
    try? phone.files.makeDirectory(RecordingFile.directory, withParents: true)
    for _ in 0..<random.below(5) {
      let name = "Record-\(phone.data.recorder.next)"
      phone.data.recorder.next += 1
      let time = phone.milliseconds - (1 + random.below(20)) * 43_000_000
      try? phone.files.write(
        RecordingFile.bytes(milliseconds: 2000 + random.below(90) * 1000), to: "\(RecordingFile.directory)/\(name).m4a",
        modified: time / 1000)
    }
  }

  func clear(_ phone: inout Phone) {
    phone.data.recorder = RecorderData()
    phone.data.recorder.isSetUp = false
    // What is in the app's own folder goes with its data.
    try? phone.files.remove(RecordingFile.directory, recursively: true)
    try? phone.files.makeDirectory(RecordingFile.directory, withParents: true)
  }

  // Stopped, the app saves what it has recorded so far.
  func tick(_ phone: inout Phone, since uptime: Int) {
    if phone.data.recorder.state != .idle, !phone.system.tasks.contains(where: { $0.package == Self.name }) {
      _ = phone.saveRecording()
    }
  }

  func hasDarkTop(_ activity: Activity) -> Bool { true }

  func back(_ phone: inout Phone) -> Bool {
    guard !phone.data.recorder.isSetUp, phone.value("setup") == "1" else { return false }
    phone.activity.values["setup"] = nil
    return true
  }

  func view(_ activity: Activity, _ phone: Phone) -> View {
    let look = RecorderLook(phone: phone)
    if !phone.data.recorder.isSetUp {
      return activity.values["setup"] == "1" ? RecorderSettings.setup(look) : RecorderSettings.welcome(activity, look)
    }
    return switch activity.screen {
    case "records": RecorderList.view(activity, look)
    case "trash": RecorderList.trash(look)
    case "settings": RecorderSettings.view(look)
    default: main(look)
    }
  }

  private func main(_ look: RecorderLook) -> View {
    let phone = look.phone
    let data = phone.data.recorder
    let isIdle = data.state == .idle
    let isLow = phone.heightDP < 560
    let shown = phone.recordings().first { $0.file == data.shown }
    let length = isIdle ? shown?.milliseconds ?? 0 : data.length(phone.system.uptime)
    let played = data.playing.map { min(length, phone.system.uptime - $0) }
    var middle: [View] = [
      look.waves(seed: data.start &+ 7, share: isIdle ? (shown == nil ? 0 : 1) : min(1, Double(length) / 20_000))
    ]
    if isIdle, shown != nil {
      middle.append(
        look.button(played == nil ? "play_arrow" : "pause", "", "btn_play", size: 56) { phone in
          phone.data.recorder.playing = played == nil ? phone.system.uptime : nil
        })
    }
    var texts: [View] = [
      View.text(
        RecorderLook.clock(played ?? length), isLow ? 32 : 54, look.text, weight: 700, alignment: .center,
        id: "\(Self.name):id/txt_progress"
      ).wide
    ]
    if isIdle, let shown {
      texts.append(
        View.row([
          .spring, View.text(shown.name, isLow ? 16 : 22, look.text, lines: 1, id: "\(Self.name):id/txt_name"),
          .space(width: 6),
          .icon("edit", look.text, size: 18), .spring,
        ]).wide.tap { $0.askForRecordingName(shown.file) })
      texts.append(
        View.text(
          "\(RecorderLook.title(shown.ending)), 44.1kHz, 128kbps, Stereo", 14, look.faint, alignment: .center,
          id: "\(Self.name):id/txt_record_info"
        ).wide)
    } else if !isIdle {
      texts.append(
        View.text(
          data.state == .paused ? "Paused" : "Recording…", 22, look.text, alignment: .center,
          id: "\(Self.name):id/txt_name"
        ).wide)
    }
    let record = View.stack(
      [
        .icon(
          data.state == .recording ? "pause" : "fiber_manual_record",
          isIdle || data.state == .paused ? look.red : look.text, size: 56)
      ], .center
    ).square(72).outline(look.text, corner: 36).label("Recording: %s", "android.widget.ImageButton")
      .id("\(Self.name):id/btn_record").tap { $0.pressRecord() }
    let foot = View.row([
      look.button("settings", "Settings", "btn_settings") { $0.open("settings") }, .spring,
      isIdle
        ? .space(width: 56)
        : look.button("delete_forever", "Delete", "btn_record_delete") { $0.activity.dialog = "discard" },
      .space(width: 8), record, .space(width: 8),
      isIdle
        ? .space(width: 56)
        : look.button("stop", "", "btn_record_stop") { phone in
          guard let file = phone.saveRecording() else { return phone.showToast("Can't create file") }
          phone.data.recorder.shown = file
          if phone.data.recorder.asksForName { phone.askForRecordingName(file) }
        }, .spring,
      look.button("list", "", "btn_records_list") { $0.open("records") },
    ]).padding(12, 16).wide
    return View.column(
      [
        View.row([
          look.button("file_download", "", "btn_import") { $0.activity.dialog = "import" },
          View.text("Audio Recorder", 22, look.text, weight: 500, alignment: .center).weighted(),
          look.button("more_vert", "", "btn_share") { $0.activity.dialog = "more" },
        ]).padding(left: 4, top: Phone.statusBarHeight, right: 4).wide,
        View.column(middle).aligned(.center).weighted().wide,
      ] + texts + [.space(height: isLow ? 0 : 24), foot]
    ).filling.fill(look.page)
  }

  func dialog(_ name: String, _ activity: Activity, _ phone: Phone) -> View? {
    let look = RecorderLook(phone: phone)
    let file = activity.values["file"] ?? ""
    switch name {
    case "rename": return RecorderList.rename(file, look)
    case "discard":
      return Dialog.confirm(phone, title: "Warning!", text: "Delete this record?", yes: "Yes") { phone in
        phone.discardRecording()
      }
    case "import":
      return Dialog.message(
        phone, title: "Import", text: "Can't import files",
        buttons: [Dialog.Button(title: "Ok", action: Dialog.dismiss)])
    case "more":
      guard let shown = phone.data.recorder.shown, phone.recordings().contains(where: { $0.file == shown }) else {
        return Dialog.message(
          phone, title: "", text: "Please select a record to share",
          buttons: [Dialog.Button(title: "Ok", action: Dialog.dismiss)])
      }
      return RecorderList.menu(shown, look)
    default: return RecorderList.dialog(name, file, look)
    }
  }
}

extension Phone {
  struct Recording: Sendable, Equatable {
    /// With its ending.
    var file: String
    var milliseconds: Int
    /// Seconds since 1970.
    var modified: Int
    var size: Int
    var name: String { file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file }
    var ending: String { file.lastIndex(of: ".").map { String(file[file.index(after: $0)...]) } ?? "" }
  }

  /// The recordings that are files, the latest first; deleted ones have an ending more.
  func recordings(inTrash: Bool = false) -> [Recording] {
    let entries = (try? files.list(RecordingFile.directory)) ?? []
    return entries.filter { $0.kind == .file && $0.name.hasSuffix(".del") == inTrash }.map { entry in
      let bytes = (try? files.read("\(RecordingFile.directory)/\(entry.name)")) ?? []
      return Recording(
        file: entry.name, milliseconds: RecordingFile.milliseconds(bytes), modified: entry.modified, size: entry.size)
    }.sorted { ($0.modified, $0.file) > ($1.modified, $1.file) }
  }

  /// Begins, pauses or goes on.
  fileprivate mutating func pressRecord() {
    switch data.recorder.state {
    case .idle:
      data.recorder.before = 0
      data.recorder.playing = nil
      data.recorder.state = .recording
      data.recorder.start = system.uptime
      notify(
        RecorderApp.name, app: "Audio Recorder", icon: "mic", title: "Audio Recorder", text: "Recording is ON",
        screen: "main", isOngoing: true)
    case .recording:
      data.recorder.before = data.recorder.length(system.uptime)
      data.recorder.state = .paused
    case .paused:
      data.recorder.start = system.uptime
      data.recorder.state = .recording
    }
  }

  fileprivate mutating func discardRecording() {
    data.recorder.state = .idle
    data.recorder.before = 0
    system.notices.removeAll { $0.package == RecorderApp.name }
  }

  /// Writes what was recorded to a file, and returns its name.
  fileprivate mutating func saveRecording() -> String? {
    let length = max(1, data.recorder.length(system.uptime))
    discardRecording()
    var file = ""
    repeat {
      file = "Record-\(data.recorder.next).\(data.recorder.format)"
      data.recorder.next += 1
    } while files.exists("\(RecordingFile.directory)/\(file)")
    try? files.makeDirectory(RecordingFile.directory, withParents: true)
    do throws(FileSystemError) {
      try files.write(RecordingFile.bytes(milliseconds: length), to: "\(RecordingFile.directory)/\(file)")
      return file
    } catch {
      return nil
    }
  }

  mutating func askForRecordingName(_ file: String) {
    activity.values["file"] = file
    activity.dialog = "rename"
    focus("edit", text: file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file)
    activity.fields["edit"]?.selectAll()
  }
}
