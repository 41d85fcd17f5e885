import Devices
import Episodes
import Foundation
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

  @Test("leaves a person's phone alone until changes are allowed") func guarding() async throws {
    let phone = Sample.realDevice()
    let task = try Sample.task(
      "setup: [{shell: settings put system touched 1}]\nerases: [all notes, \"all of {what}\"]\nparameters: {what: music}"
    )
    let run = try await TaskRun(task, seed: 1, on: phone)
    #expect(run.needsPermission)
    #expect(
      run.changes == [
        TaskChange("all notes", isPutBack: false), TaskChange("all of music", isPutBack: false),
        TaskChange("the setting system touched", isPutBack: false),
      ])
    let error = await #expect(throws: TaskError.self) { try await run.setUp(allowsChanges: false) }
    #expect(
      error?.description
        == "the set-up would change all notes (not put back), all of music (not put back), the setting system touched "
        + "(not put back) on virtual; allow it with --allow-changes")
    #expect(try await phone.shell("settings get system touched").text == "null\n")
    try await run.setUp(allowsChanges: true)
    #expect(try await phone.shell("settings get system touched").text == "1\n")
  }

  @Test("asks before it changes what it puts back, too; a set-up that changes nothing asks nobody") func asking()
    async throws
  {
    let task = try Sample.task("setup: [{shell: svc wifi disable}]\nkeeps: [wifi]")
    let run = try await TaskRun(task, seed: 1, on: Sample.realDevice())
    #expect(run.changes == [TaskChange("wifi", isPutBack: true)])
    let error = await #expect(throws: TaskError.self) { try await run.setUp(allowsChanges: false) }
    #expect(error?.description.contains("wifi (put back at the end) on ") == true)
    #expect(!(try await TaskRun(task, seed: 1, on: Sample.device()).needsPermission))
    #expect(!(try await TaskRun(try Sample.task("goal: Look."), seed: 1, on: Sample.realDevice()).needsPermission))
  }

  @Test("puts back at the next run what one that was cut off had found") func cutOff() async throws {
    let folder = try TemporaryDirectory()
    let notes = folder.file("deep/set-ups")
    let device = Sample.realDevice()
    _ = try await device.shell("settings put system font_scale 1.15; svc wifi enable")
    let task = try Sample.task(
      """
      setup: [{shell: settings put system font_scale 2.0}, {shell: svc wifi disable}]
      keeps: [system font_scale, wifi]
      """)
    func states() async throws -> String {
      try await device.shell("settings get system font_scale; settings get global wifi_on").text
    }
    try await TaskRun(task, seed: 1, on: device, notes: notes).setUp(allowsChanges: true)
    // A second set-up doesn't take the first's values for the person's.
    let second = try await TaskRun(task, seed: 1, on: device, notes: notes)
    try await second.setUp(allowsChanges: true)
    #expect(try await states() == "2.0\n0\n")
    #expect(
      try await TaskRun.putBackLeftovers(on: device, notes: notes) == ["the setting system font_scale", "wifi"])
    #expect(try await states() == "1.15\n1\n")
    #expect(try await TaskRun.putBackLeftovers(on: device, notes: notes).isEmpty)
  }

  @Test("puts back at its own end what one that was cut off had found, and leaves no note") func takingUp() async throws
  {
    let folder = try TemporaryDirectory()
    let device = Sample.realDevice()
    let task = try Sample.task(
      "setup: [{shell: svc wifi disable}]\nkeeps: [wifi]\nteardown: [{shell: settings put system torn 1}]")
    try await TaskRun(task, seed: 1, on: device, notes: folder.path).setUp(allowsChanges: true)
    let resumed = try await TaskRun(task, seed: 1, on: device, notes: folder.path)
    await resumed.takeUp()
    try await resumed.tearDown()
    #expect(try await device.shell("settings get global wifi_on; settings get system torn").text == "1\n1\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test("changes nothing that it can't note before") func noNote() async throws {
    let folder = try TemporaryDirectory()
    try folder.write([], to: "file")
    let device = Sample.realDevice()
    let task = try Sample.task("setup: [{shell: svc wifi disable}]\nkeeps: [wifi]")
    let run = try await TaskRun(task, seed: 1, on: device, notes: folder.file("file/set-ups"))
    let error = await #expect(throws: TaskError.self) { try await run.setUp(allowsChanges: true) }
    #expect(error?.description.contains("set XDG_STATE_HOME") == true)
    #expect(try await device.shell("settings get global wifi_on").text == "1\n")
  }

  @Test("runs nothing from a note but what restores a state") func aStrangersNote() async throws {
    let folder = try TemporaryDirectory()
    let device = Sample.realDevice()
    let name = StateFolder.fileName(for: device.name) + ".json"
    try folder.write(
      Array(
        #"[{"state":"system a; settings put system owned 1","was":"1"},{"state":"wifi","was":"0; settings put system owned 1"},7]"#
          .utf8), to: name)
    #expect(try await TaskRun.putBackLeftovers(on: device, notes: folder.path) == ["wifi"])
    #expect(try await device.shell("settings get system owned").text == "null\n")
    try folder.write(Array("no JSON".utf8), to: name)
    #expect(try await TaskRun.putBackLeftovers(on: device, notes: folder.path).isEmpty)
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
