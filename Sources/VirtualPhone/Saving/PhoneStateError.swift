/// Why a saved phone can't be restored, or a phone can't be saved.
public enum PhoneStateError: Error, Equatable, CustomStringConvertible {
  /// It doesn't begin as saved phones do.
  case notAState
  /// It was saved in another form than this one reads.
  case otherVersion(found: String, known: String)
  /// It isn't what was saved.
  case damaged(reason: String)
  /// Something of the phone has no form to be saved in.
  case notSaved(reason: String)

  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .notAState: "it is not the saved state of a virtual phone; name another file, or one that isn't there yet"
    case .otherVersion(let found, let known):
      "it was saved in form \(found), and this program reads form \(known); restore it with the program that wrote it, or remove it for a new phone"
    case .damaged(let reason): "it is damaged: \(reason); put a copy in its place, or remove it for a new phone"
    case .notSaved(let reason): "the phone can't be saved: \(reason); reset it, or start a new one"
    }
  }
}
