extension InterfaceSession {
  /// Opens the full screen on a session.
  @MainActor func run(session: SessionParameters) throws { try run() }
}
