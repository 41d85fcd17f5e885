/// The ways to type, in the order in which they are tried.
public enum TextMethod: String, Sendable, CaseIterable, CustomStringConvertible {
  /// `input text`: printable ASCII only.
  case inputCommand = "input text"
  /// The helper keyboard ADBKeyboard, where it is installed: any letters.
  case helperKeyboard = "ADBKeyboard"
  /// The clipboard and the paste key, where the shell can set it: any letters.
  case clipboard = "clipboard"

  /// Its name.
  public var description: String { rawValue }
}
