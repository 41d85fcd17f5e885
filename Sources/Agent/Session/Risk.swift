/// What a proposed action could do that can't be undone, or that a person would want to know of before.
public enum Risk: String, Sendable, CaseIterable {
  /// Sends a message or a mail, publishes, shares.
  case sends
  /// Calls someone.
  case calls
  /// Buys or pays.
  case pays
  /// Deletes, erases, resets.
  case deletes
  /// Installs or removes an app.
  case installs
  /// Grants a permission or a role.
  case grants
  /// Types or shows something secret: a password, a code.
  case reveals
  /// Leaves the apps that the person allowed.
  case leavesApps = "leaves apps"
  /// It isn't known what is under the finger, so nobody can tell.
  case unknown = "can't be judged"
}
