internal import Episodes

/// Opens pictures in Simple Gallery Pro. What they show is in their pixels, which a solver doesn't read: it knows that from
/// the task.
enum PictureReading {
  static func open(_ name: String, _ hands: Hands) async throws(OracleError) {
    try await hands.openApp("Simple Gallery Pro", "What I need is in the picture \(name).")
    try await hands.tap(try await hands.reach("DCIM", "I look for the folder."), "The picture is in DCIM.")
    try await hands.tap(try await hands.reach(name, "I look for \(name)."), "I open \(name) and read it.")
  }
}
