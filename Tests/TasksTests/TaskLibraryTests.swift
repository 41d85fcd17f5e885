import Tasks
import Testing

@Suite("The library of tasks") struct TaskLibraryTests {
  @Test("says where it looked when there are no tasks") func missing() {
    #expect(throws: TaskError.noTasks(path: "/no/such/folder")) { try TaskLibrary(directory: "/no/such/folder") }
  }
}
