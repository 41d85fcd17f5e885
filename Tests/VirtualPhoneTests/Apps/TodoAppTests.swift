import Testing

@testable import VirtualPhone

@Suite("The list of things to do")
struct TodoAppTests {
  static let path = "/data/data/org.tasks/databases/database"

  private func host() -> PhoneHost {
    var host = PhoneHost(Phone(PhoneConfiguration(seed: 1)))
    _ = host.run("am start -n org.tasks/com.todoroo.astrid.activity.MainActivity")
    #expect(host.phone.foregroundActivity == "org.tasks/com.todoroo.astrid.activity.MainActivity")
    return host
  }

  private func query(_ sql: String, _ host: inout PhoneHost) -> String {
    String(decoding: host.run("sqlite3 \(Self.path) \"\(sql)\"").output, as: UTF8.self)
  }

  @Test func aTaskIsWrittenAndLandsInTheDatabase() {
    var host = host()
    host.phone.tap(on: "Create new task")
    host.phone.perform(.text("Call the vet"))
    host.phone.perform(.key(4))
    host.phone.tap(on: "No due date")
    host.phone.tap(on: "Tomorrow")
    host.phone.tap(on: "High priority")
    host.phone.tap(on: "Description")
    host.phone.perform(.text("About the dog"))
    host.phone.tap(on: "Save")
    #expect(
      query(
        "SELECT title, importance, date(dueDate / 1000, 'unixepoch'), completed, notes FROM tasks"
          + " WHERE title = 'Call the vet'", &host) == "Call the vet|0|2023-10-16|0|About the dog\n")
    #expect(host.phone.hierarchy().find("Tomorrow") != nil)
  }

  @Test func aTaskIsCompletedAndHidden() {
    var host = host()
    _ = query("DELETE FROM tasks; INSERT INTO tasks (title, dueDate) VALUES ('One', 1697716800000)", &host)
    #expect(host.phone.hierarchy().find("Oct 19") != nil)
    host.phone.tap(on: "None priority")
    #expect(host.phone.hierarchy().find("One") == nil)
    #expect(query("SELECT completed >= 1697384040000 FROM tasks", &host) == "1\n")
    host.phone.tap(on: "More options")
    host.phone.tap(on: "Show completed")
    #expect(host.phone.hierarchy().find("Completed Today") != nil)
    host.phone.tap(on: "One")
    host.phone.tap(on: "Completed")
    host.phone.tap(on: "Save")
    #expect(query("SELECT completed FROM tasks", &host) == "0\n")
  }

  @Test func aTaskIsDeletedAndWhatTheAppDoesNotKnowIsKept() {
    var host = host()
    _ = query(
      "DELETE FROM tasks; INSERT INTO tasks (title, remoteId, recurrence) VALUES ('A', 'x1', 'RRULE'), ('B', 'x2', NULL)",
      &host)
    host.phone.tap(on: "B")
    host.phone.tap(on: "Delete task")
    host.phone.tap(on: "OK")
    #expect(query("SELECT title, remoteId, recurrence FROM tasks", &host) == "A|x1|RRULE\n")
  }

  @Test func tasksAreSortedByDayAndSearched() {
    var host = host()
    _ = query(
      "DELETE FROM tasks; INSERT INTO tasks (title, dueDate, importance) VALUES ('Late', 1697803200000, 3),"
        + " ('Soon', 1697457600000, 3), ('Never', 0, 0)", &host)
    let tops = ["Soon", "Late", "Never"].map { host.phone.hierarchy().find($0)?.bounds.top ?? 0 }
    #expect(tops == tops.sorted() && Set(tops).count == 3)
    host.phone.tap(on: "Search")
    host.phone.perform(.text("la"))
    #expect(host.phone.hierarchy().find("Soon") == nil && host.phone.hierarchy().find("Late") != nil)
    host.phone.tap(on: "Collapse")
    host.phone.tap(on: "Menu")
    host.phone.tap(on: "Today")
    #expect(host.phone.hierarchy().find("Soon") == nil)
  }

  @Test func leavingANewTaskWithoutAWordMakesNone() {
    var host = host()
    let count = host.phone.data.todo.todos.count
    host.phone.tap(on: "Create new task")
    host.phone.perform(.key(4))
    host.phone.perform(.key(4))
    #expect(host.phone.data.todo.todos.count == count)
  }
}
