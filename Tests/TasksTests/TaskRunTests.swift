import Devices
import Episodes
import Imaging
import Tasks
import TestSupport
import Testing
import VirtualPhone

@Suite("A task on a device") struct TaskRunTests {
  @Test("is set up, judged and torn down") func wholeWay() async throws {
    let device = Sample.device()
    _ = try await device.shell("settings put system screen_brightness 77")
    let run = try await TaskRun(
      Sample.task(
        """
        parameters:
          name: { choice: ["O'Brien; rm -rf ."] }
        setup:
          - shell: settings put system screen_brightness 1
          - file: /sdcard/Documents/{name}.txt
            text: "It is {name}."
        success:
          - shell: settings get system screen_brightness
            number: 255
          - file: /sdcard/Documents/{name}.txt
            equals: "It is {name}."
        teardown:
          - shell: rm /sdcard/Documents/{name}.txt
        keeps: [system screen_brightness]
        """), seed: 1, on: device)
    #expect(try await device.shell("settings get system screen_brightness").text == "77\n")
    try await run.setUp(allowsChanges: false)
    #expect(try await run.score(answer: nil) == 0.5)
    _ = try await device.shell("settings put system screen_brightness 255")
    #expect(try await run.score(answer: nil) == 1)
    try await run.tearDown()
    #expect(try await device.shell("settings get system screen_brightness").text == "77\n")
    #expect(try await device.shell("ls -R /sdcard/Documents").text.contains("O'Brien") == false)
  }

  @Test("takes the device's clock for today") func clock() async throws {
    let device = Sample.device()
    _ = try await device.shell("date 030410202024.00")
    let task = try Sample.task("goal: On {day|iso}.\nparameters: {day: {date: {from: 1, to: 1}}}")
    #expect(try await TaskRun(task, seed: 1, on: device).task.goal == "On 2024-03-05.")
  }

  @Test("starts at home, or where its set-up ends") func start() async throws {
    for (start, package) in [("home", "com.google.android.apps.nexuslauncher"), ("as_set_up", "com.android.settings")] {
      let task = try Sample.task(
        "setup: [{shell: am start -n com.android.settings/.Settings}]\nstart: \(start)\nsuccess: [{foreground: \(package)}]"
      )
      let run = try await TaskRun(task, seed: 1, on: Sample.device())
      try await run.setUp(allowsChanges: false)
      #expect(try await run.score(answer: nil) == 1, "\(start)")
    }
  }

  @Test("begins with its apps at their first screens") func apps() async throws {
    let device = Sample.device()
    try await device.perform(.openApp("Settings"))
    let first = try await device.observe(wantsElements: true).elements
    _ = try await device.shell("am start -a android.settings.BLUETOOTH_SETTINGS; input keyevent KEYCODE_HOME")
    try await device.perform(.openApp("Settings"))
    #expect(try await device.observe(wantsElements: true).elements != first, "it goes on where it was left")
    let task = try Sample.task("apps: [Settings]")
    try await TaskRun(task, seed: 1, on: device).setUp(allowsChanges: false)
    try await device.perform(.openApp("Settings"))
    #expect(try await device.observe(wantsElements: true).elements == first)
  }

  @Test("leaves a person's phone alone until lasting changes are allowed") func guarding() async throws {
    let phone = NoEmulator(Sample.device())
    let task = try Sample.task(
      "setup: [{shell: settings put system touched 1}]\nerases: [all notes, \"all of {what}\"]\nparameters: {what: music}"
    )
    let run = try await TaskRun(task, seed: 1, on: phone)
    #expect(run.lastingChanges == ["all notes", "all of music"])
    let error = await #expect(throws: TaskError.self) { try await run.setUp(allowsChanges: false) }
    #expect(
      error?.description
        == "the set-up would change all notes, all of music on phone; allow it with --allow-changes")
    #expect(try await phone.shell("settings get system touched").text == "null\n")
    try await run.setUp(allowsChanges: true)
    #expect(try await phone.shell("settings get system touched").text == "1\n")
  }

  @Test("restores what it keeps even when set-up and tear-down fail") func failures() async throws {
    let device = Sample.device()
    _ = try await device.shell("settings put system font_scale 1.15; svc wifi enable; cmd uimode night yes")
    let task = try Sample.task(
      """
      setup:
        - shell: settings put system font_scale 2.0
        - shell: settings put system added 1
        - shell: svc wifi disable
        - shell: cmd uimode night no
        - shell: cat /no/such/file
        - shell: settings put system never 1
      teardown:
        - shell: cat /no/other/file
        - shell: settings put system cleaned 1
      keeps: [system font_scale, system added, wifi, dark_theme]
      """)
    let run = try await TaskRun(task, seed: 1, on: device)
    let failure = await #expect(throws: TaskError.self) { try await run.setUp(allowsChanges: false) }
    #expect(failure?.description.hasPrefix("the device didn't do cat /no/such/file: ") == true)
    await #expect(throws: TaskError.self) { try await run.tearDown() }
    func setting(_ name: String) async throws -> String { try await device.shell("settings get \(name)").text }
    #expect(try await setting("system font_scale") == "1.15\n")
    #expect(try await setting("system added") == "null\n")
    #expect(try await setting("system cleaned") == "1\n")
    #expect(try await setting("system never") == "null\n")
    #expect(try await setting("global wifi_on") == "1\n")
    #expect(try await device.shell("cmd uimode night").text == "Night mode: yes\n")
  }

  @Test("repeats steps, dates files, draws pictures and copies pages") func files() async throws {
    let folder = try TemporaryDirectory()
    try folder.write(Array("<p>%%SEED%%</p>".utf8), to: "maze.html")
    let yaml = """
      goal: Do it.
      difficulty: easy
      optimal_steps: 1
      max_steps: 10
      parameters:
        notes: { fixed: [{ name: a, text: one }, { name: b, text: two }] }
        day: { value: "{now|plus_days:-3}" }
      setup:
        - file: /sdcard/Notes/{it.name}.md
          text: "{index}. {it.text}"
          modified: "{day}"
          each: notes
        - picture: /sdcard/DCIM/receipt.png
          title: Receipt
          lines: ["Bread\\t2.50", "{notes.text}"]
        - page: maze.html
          to: /sdcard/Download/task.html
        - file: /sdcard/large.txt
          text: "{notes.text}\(String(repeating: "0123456789", count: 9000))"
      success: [{ answer: a }]
      """
    let task = try TaskDefinition(yaml: yaml, name: "Sample", file: "a.yaml", pages: folder.path)
    let device = Sample.device()
    try await TaskRun(task, seed: 7, on: device).setUp(allowsChanges: false)
    #expect(try await device.shell("cat /sdcard/Notes/a.md /sdcard/Notes/b.md").text == "1. one2. two")
    #expect(try await device.shell("date -r /sdcard/Notes/a.md +%F").text == "2023-10-12\n")
    #expect(try await device.shell("cat /sdcard/Download/task.html").text == "<p>7</p>")
    #expect(try await device.shell("cat /sdcard/large.txt").text.count == 90_008)
    let picture = try Image(decoding: try await device.shell("cat /sdcard/DCIM/receipt.png").output)
    #expect(picture.width == 900 && picture.pixels.contains(0) && picture.pixels.contains(255))
  }
}

/// A device that says that it is no emulator.
private struct NoEmulator: Device {
  let name = "phone"
  private let device: VirtualDevice

  init(_ device: VirtualDevice) { self.device = device }

  func observe(wantsElements: Bool) async throws(DeviceError) -> Observation {
    try await device.observe(wantsElements: wantsElements)
  }
  func perform(_ action: Action) async throws(DeviceError) { try await device.perform(action) }
  func settle(limit: Double) async throws(DeviceError) -> Bool { try await device.settle(limit: limit) }
  func shell(_ command: String) async throws(DeviceError) -> ShellResult {
    try await device.shell(command.replacing("getprop ro.kernel.qemu; getprop ro.boot.qemu", with: "echo; echo"))
  }
}
