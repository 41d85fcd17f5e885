extension Hands {
  /// Opens a page of the settings by the titles on the way to it.
  func openSettings(_ pages: [String]) async throws(OracleError) {
    try await openApp("Settings", "That is done in the settings.")
    // They may still be where they were left.
    for _ in 0..<5 where find("Navigate up") != nil {
      try await tap("Navigate up", "I go up to the first page of the settings.")
    }
    for page in pages {
      try await tap(try await reach(page, "I look for “\(page)”."), "It must be under “\(page)”.")
    }
  }
}
