internal import Episodes
internal import Tasks

/// Takes photos and videos.
struct CameraSolver: Solver {
  /// The names of the tasks that it solves.
  let tasks = ["CameraTakePhoto", "CameraTakeVideo"]

  /// Does the task.
  func solve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    try await hands.openApp("Camera")
    if task.definition.name == "CameraTakePhoto" {
      try await hands.tap("Shutter", "I take the photo.")
    } else {
      try await takeVideo(hands)
    }
    try await hands.done("It is taken.")
  }

  /// Takes one too many.
  func nearlySolve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    try await hands.openApp("Camera")
    if task.definition.name == "CameraTakePhoto" {
      try await hands.tap("Shutter", "I take a photo.")
      try await hands.tap("Shutter", "And another one.")
    } else {
      try await hands.tap("Shutter", "I take a photo.")
    }
    try await hands.done("It is taken.")
  }

  private func takeVideo(_ hands: Hands) async throws(OracleError) {
    try await hands.tap("Mode list", "The camera takes photos; videos are another mode.")
    try await hands.tap("Switch to Video Camera", "I choose videos.")
    try await hands.tap("Shutter", "The recording begins.")
    try await hands.tap("Shutter", "A moment is enough; I stop it.")
  }
}
