import Tasks
import Testing

@Suite("What a set-up changes") struct TaskChangeTests {
  private func changes(_ yaml: String) throws -> [String] {
    try Sample.task(yaml).instance(seed: 1).changes.map(\.description)
  }

  @Test(
    "is read from its commands",
    arguments: [
      ("settings put global a 'b c'", "the setting global a (not put back)"),
      ("svc data disable", "mobile data (not put back)"),
      ("true; cmd uimode night yes", "dark theme (not put back)"),
      (
        "content insert --uri content://sms/inbox --bind body:s:'x; rm -rf /sdcard'",
        "text messages, added (not put back)"
      ),
      ("content delete --uri content://call_log/calls", "the list of calls (not put back)"),
      ("pm clear com.android.chrome", "all data of com.android.chrome (not put back)"),
      ("am force-stop org.tasks", "org.tasks, closed (not put back)"),
      ("sqlite3 /data/data/org.tasks/databases/database \"DELETE FROM tasks\"", "entries of org.tasks (not put back)"),
      ("rm -rf /sdcard/A/*", "/sdcard/A/* (not put back)"),
      ("mkdir -p '/sdcard/A b'", "the folder /sdcard/A b, made (not put back)"),
      ("am broadcast -a clipper.set -e text x", "what is on the clipboard (not put back)"),
      ("reboot now", "what this does: reboot now (not put back)"),
    ])
  func commands(command: String, words: String) throws {
    #expect(try changes("setup:\n  - shell: >-\n      \(command)") == [words])
  }

  @Test func isNothingWhereItOnlyLooks() throws {
    let yaml = """
      setup:
        - { remember: before, shell: ls /sdcard }
        - wait: 2
        - shell: input keyevent KEYCODE_HOME
      """
    #expect(try changes(yaml).isEmpty)
  }

  @Test func isSaidOnceWithWhatBecomesOfIt() throws {
    let yaml = """
      parameters: { files: { fixed: [a, b] } }
      setup:
        - shell: rm -rf /sdcard/N && mkdir -p /sdcard/N
        - { each: files, file: "/storage/emulated/0/N/{it}.md", text: x }
        - { file: /sdcard/gone.txt, text: x }
        - { file: /sdcard/other.txt, text: x }
        - { each: files, shell: "content insert --uri content://sms/inbox --bind body:s:{it}" }
        - shell: svc wifi disable
        - shell: settings put secure location_mode 0
      teardown:
        - shell: rm -rf /sdcard/N
        - shell: content delete --uri content://sms
        - shell: rm -f /sdcard/gone.txt
      erases: [all notes]
      keeps: [wifi, location]
      """
    #expect(
      try changes(yaml) == [
        "all notes (not put back)", "wifi (put back at the end)", "location (put back at the end)",
        "the folder /sdcard/N, made (put back at the end)",
        "files in /storage/emulated/0/N, written (put back at the end)",
        "files in /sdcard, written (not put back)",
        "text messages, added (put back at the end)",
      ])
  }
}
