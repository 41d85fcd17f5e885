import Devices
import Tasks
import Testing
import VirtualPhone

@Suite("A task on a device") struct TaskRunTests {
  private func device() -> VirtualDevice {
    VirtualDevice(SharedPhone(PhoneHost(Phone())), draws: false)
  }

  private func task(_ yaml: String) throws -> TaskDefinition {
    let head = yaml.contains("goal:") ? "" : "goal: Do it.\n"
    return try TaskDefinition(
      yaml: head + "difficulty: easy\noptimal_steps: 1\nmax_steps: 10\n" + yaml, name: "Sample", file: "Sample.yaml",
      pages: "/no/pages")
  }

  @Test("is set up, judged and torn down") func wholeWay() async throws {
    let device = device()
    _ = try await device.shell("settings put system screen_brightness 77")
    let run = try await TaskRun(
      task(
        """
        parameters:
          name: { choice: ["O'Brien; rm -rf /"] }
        setup:
          - shell: settings put system screen_brightness 1
          - file: /sdcard/Documents/{name|digits}a.txt
            text: "It is {name}."
        success:
          - shell: settings get system screen_brightness
            number: 255
          - file: /sdcard/Documents/a.txt
            equals: "It is {name}."
        teardown:
          - shell: rm /sdcard/Documents/a.txt
        keeps: [system screen_brightness]
        """), seed: 1, on: device)
    try await run.setUp(allowsChanges: false)
    #expect(try await run.score(answer: nil) == 0.5)
    _ = try await device.shell("settings put system screen_brightness 255")
    #expect(try await run.score(answer: nil) == 1)
    try await run.tearDown()
    #expect(try await device.shell("settings get system screen_brightness").text == "77\n")
  }
}
