import Foundation
import Testing

@testable import VirtualPhone

@Suite("An app’s database")
struct AppDatabaseTests {
  static let path = "/data/data/com.flauschcode.broccoli/databases/broccoli"

  private func text(_ result: PhoneShellResult) -> String { String(decoding: result.output, as: UTF8.self) }

  @Test func isMadeOnlyForWhoLooks() {
    var host = TestPhone.host
    _ = host.run("ls /sdcard; input tap 5 5; am start -n com.flauschcode.broccoli/.MainActivity; cat /sdcard/x")
    #expect(host.phone.databases.opened.isEmpty && !host.phone.files.exists(Self.path))
    #expect(text(host.run("ls /data/data/com.flauschcode.broccoli/databases")) == "broccoli\n")
    #expect(host.phone.databases.opened.count == 1)
  }

  @Test(arguments: [
    "ls /data/data/*/databases | grep broccoli", "find /data -name broccoli",
    "cd /data/data; ls -R . | grep '^broccoli'",
    "cd /data/data/com.flauschcode.broccoli/databases && ls broccoli",
    "stat -c %n /data/user/0/com.flauschcode.broccoli/databases/broccoli",
    "su root ls /data/data/com.flauschcode.broccoli/databases/broccoli",
  ])
  func isThereHoweverItIsLookedFor(script: String) {
    var host = TestPhone.host
    #expect(text(host.run(script)).contains("broccoli"))
  }

  @Test func takesWhatIsWrittenWithSQL() {
    var host = TestPhone.host
    _ = host.run(
      "sqlite3 \(Self.path) \"DELETE FROM recipes; INSERT INTO recipes (title, favorite) VALUES ('A''b', 1)\"")
    #expect(host.phone.data.recipes.recipes.map(\.title) == ["A'b"])
    #expect(host.phone.data.recipes.recipes.first?.isFavorite == true)
    _ = host.run("sqlite3 \(Self.path) \"UPDATE recipes SET title = 'Soup' WHERE favorite = 1\"")
    #expect(host.phone.data.recipes.recipes.map(\.title) == ["Soup"])
  }

  @Test func showsWhatTheAppHasDoneAndKeepsWhatItDoesNotKnow() {
    var host = TestPhone.host
    _ = host.run("sqlite3 \(Self.path) 'CREATE TABLE other (x); INSERT INTO other VALUES (7)'")
    _ = host.run("sqlite3 \(Self.path) 'ALTER TABLE recipes ADD COLUMN stars INTEGER; UPDATE recipes SET stars = 5'")
    let count = host.phone.data.recipes.recipes.count
    host.phone.data.recipes.add(RecipesData.Recipe(id: 0, title: "New"))
    #expect(
      text(host.run("sqlite3 \(Self.path) 'SELECT COUNT(*), SUM(stars) FROM recipes'")) == "\(count + 1)|\(count * 5)\n"
    )
    #expect(text(host.run("sqlite3 \(Self.path) 'SELECT x FROM other'")) == "7\n")
  }

  @Test func isReplacedByAFileThatIsPutThere() {
    var host = TestPhone.host
    _ = host.run("cp \(Self.path) /sdcard/saved")
    let saved = host.phone.data.recipes
    #expect(!saved.recipes.isEmpty)
    _ = host.run("rm -r /data/data/com.flauschcode.broccoli/databases/*")
    #expect(host.phone.data.recipes.recipes.isEmpty)
    _ = host.run("cat /sdcard/saved > \(Self.path)")
    #expect(host.phone.data.recipes.recipes == saved.recipes)
    _ = host.run("pm clear com.flauschcode.broccoli")
    #expect(host.phone.data.recipes.recipes.isEmpty)
    #expect(text(host.run("sqlite3 \(Self.path) 'SELECT COUNT(*) FROM recipes'")) == "0\n")
    _ = host.run("mv /sdcard/saved \(Self.path)")
    #expect(host.phone.data.recipes.recipes == saved.recipes)
    _ = host.run("echo nonsense > \(Self.path)")
    #expect(host.phone.data.recipes.recipes.isEmpty)
  }

  @Test func isTakenFromAFileThatWasWrittenBehindItsBack() throws {
    var host = TestPhone.host
    _ = host.run("cp \(Self.path) /sdcard/saved; rm \(Self.path)")
    try host.phone.files.write(host.phone.files.read("/sdcard/saved"), to: Self.path)
    #expect(text(host.run("sqlite3 \(Self.path) 'SELECT COUNT(*) > 0 FROM recipes'")) == "1\n")
    #expect(!host.phone.data.recipes.recipes.isEmpty)
  }

  @Test func travelsThroughSync() {
    var host = TestPhone.host
    func request(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
      Array(name.utf8) + LittleEndian.bytes(UInt32(bytes.count)) + bytes
    }
    var sync = SyncService()
    let pulled = sync.receive(request("RECV", Array(Self.path.utf8)), &host).bytes
    #expect(pulled.count > 4096)
    let image = (try? host.phone.files.read(Self.path)) ?? []
    let changed = SQLiteDatabase.run("DELETE FROM recipes", on: image).image ?? []
    _ = sync.receive(
      request("SEND", Array("\(Self.path),33188".utf8)) + request("DATA", changed) + Array("DONE\0\0\0\0".utf8), &host)
    #expect(host.phone.data.recipes.recipes.isEmpty)
  }

  @Test(
    "takes rows of any kind",
    arguments: [
      "INSERT INTO recipes (recipeId, favorite) VALUES (9223372036854775807, -1)",
      "INSERT INTO recipes (title, favorite) VALUES (x'FF00FE', 1e300)",
      "INSERT INTO recipes (title, favorite) VALUES (NULL, 'abc')",
      "INSERT INTO recipes_with_categories VALUES (1, -7)", "DROP TABLE recipes", "DROP TABLE categories",
      "DELETE FROM recipes; PRAGMA user_version = -1", "ALTER TABLE recipes RENAME TO other",
    ])
  func takesAnything(statement: String) {
    var host = TestPhone.host
    _ = host.run("sqlite3 \(Self.path) \"\(statement)\"")
    _ = host.run("am start -n com.flauschcode.broccoli/.MainActivity")
    #expect(!host.phone.hierarchy().children.isEmpty)
    host.phone.data.recipes.add(RecipesData.Recipe(id: 0, title: "Last"))
    #expect(text(host.run("sqlite3 \(Self.path) \"SELECT title FROM recipes WHERE title = 'Last'\"")) == "Last\n")
  }

  @Test func isQuicklyLookedAt() {
    var host = TestPhone.host
    let start = Self.processorSeconds
    for _ in 0..<100 { _ = host.run("sqlite3 \(Self.path) 'SELECT COUNT(*) FROM recipes'") }
    #expect(Self.processorSeconds - start < 5)
  }

  // This thread's, so that a busy machine makes no difference.
  private static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

@Suite("The databases of messages and events")
struct ProviderDatabaseTests {
  static let messages = "/data/data/com.android.providers.telephony/databases/mmssms.db"
  static let events = "/data/data/com.simplemobiletools.calendar.pro/databases/events.db"

  private func query(_ sql: String, _ path: String, _ host: inout PhoneHost) -> String {
    String(decoding: host.run("sqlite3 \(path) \"\(sql)\"").output, as: UTF8.self)
  }

  @Test func messagesAreRows() {
    var host = TestPhone.host
    _ = query("DELETE FROM sms", Self.messages, &host)
    #expect(host.phone.data.messages.conversations.isEmpty)
    host.phone.receiveMessage("It's here", from: "+1555")
    #expect(query("SELECT address, body, type, read FROM sms", Self.messages, &host) == "+1555|It's here|1|0\n")
    _ = query("INSERT INTO sms (address, body, type, date) VALUES ('+1666', 'Out', 2, 1)", Self.messages, &host)
    #expect(host.phone.data.messages.conversation("+1666")?.messages.first?.isMine == true)
    let provided = host.run("content query --uri content://sms --projection body")
    #expect(String(decoding: provided.output, as: UTF8.self).contains("body=Out"))
  }

  @Test func eventsAreRows() {
    var host = TestPhone.host
    _ = query(
      "DELETE FROM events; INSERT INTO events (start_ts, end_ts, title, repeat_interval, repeat_rule)"
        + " VALUES (1697443200, 1697446800, 'Fair', 604800, 1)", Self.events, &host)
    let event = host.phone.data.calendar.events.first
    // Monday, 16 October 2023, 8 to 9.
    #expect(event?.day == 19_646 && event?.start == 480 && event?.length == 60 && event?.interval == 7)
    host.phone.data.calendar.add(
      CalendarData.Event(id: 0, title: "Walk", location: "Park", day: 19_645, start: 930, length: 15))
    #expect(
      query("SELECT start_ts, end_ts, title, location, repeat_interval, repeat_rule FROM events", Self.events, &host)
        == "1697443200|1697446800|Fair||604800|1\n1697383800|1697384700|Walk|Park|0|0\n")
  }
}
