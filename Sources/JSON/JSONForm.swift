/// How JSON is laid out; each form is one of Python's.
public enum JSONForm: Sendable {
  /// Without any space: `json.dumps(value, ensure_ascii=False, separators=(",", ":"))`.
  case compact
  /// On one line, with a space after commas and colons: `json.dumps(value, ensure_ascii=False)`.
  case spaced
  /// For files that people open: `json.dumps(value, ensure_ascii=False, indent=2)`.
  case indented
}
