internal import Episodes
internal import Tasks

/// Records with Audio Recorder.
struct RecorderSolver: Solver {
  /// The names of the tasks that it solves.
  let tasks = ["AudioRecorderRecordAudio", "AudioRecorderRecordAudioWithFileName"]

  /// Does the task.
  func solve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    try await record(hands)
    try await press("btn_record_stop", "That is long enough; I stop.", hands)
    if task.definition.name == "AudioRecorderRecordAudioWithFileName" {
      try await hands.type(try task.need("name"), into: "input_name", clears: true, "I give it its name.")
    }
    try await hands.tap("Save", "I save it.")
    try await hands.done("It is recorded and saved.")
  }

  /// Throws the recording away, or gives it another name.
  func nearlySolve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    try await record(hands)
    if task.definition.name == "AudioRecorderRecordAudioWithFileName" {
      try await press("btn_record_stop", "That is long enough; I stop.", hands)
      try await hands.type(
        "\(try task.need("name"))_2", into: "input_name", clears: true, "I give it its name.")
      try await hands.tap("Save", "I save it.")
    } else {
      try await press("btn_record_delete", "That is long enough.", hands)
      try await hands.tap("Yes", "Yes.")
    }
    try await hands.done("It is recorded and saved.")
  }

  private func record(_ hands: Hands) async throws(OracleError) {
    try await hands.openApp("Audio Recorder")
    if hands.find("Get started") != nil { try await hands.tap("Get started", "The app is new; I begin.") }
    if hands.find("Apply") != nil { try await hands.tap("Apply", "The usual settings are fine.") }
    try await press("btn_record", "The red button records.", hands)
    try await hands.perform(.wait, "It records; I wait a little.")
  }

  private func press(_ id: String, _ thought: String, _ hands: Hands) async throws(OracleError) {
    guard let button = hands.find(id: id) else { throw hands.missing("the button \(id)") }
    try await hands.tap(button, thought)
  }
}
