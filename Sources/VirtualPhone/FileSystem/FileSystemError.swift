/// Why a phone's file system doesn't do something, with the sentence that its commands print.
public enum FileSystemError: Error, Equatable, CustomStringConvertible {
  /// Nothing has that name.
  case notFound
  /// Something has that name already.
  case exists
  /// A part of the path is not a directory.
  case notADirectory
  /// It is a directory.
  case isADirectory
  /// The directory is not empty.
  case notEmpty
  /// A name that can't be: empty, too long, or with a NUL.
  case badName
  /// Links that lead to links that lead to links.
  case tooManyLinks
  /// The storage is full.
  case full
  /// A directory can't be moved into itself.
  case insideItself
  /// The root can't be removed or moved.
  case busy

  /// As Linux says it.
  public var description: String {
    switch self {
    case .notFound: "No such file or directory"
    case .exists: "File exists"
    case .notADirectory: "Not a directory"
    case .isADirectory: "Is a directory"
    case .notEmpty: "Directory not empty"
    case .badName: "Invalid argument"
    case .tooManyLinks: "Too many levels of symbolic links"
    case .full: "No space left on device"
    case .insideItself: "Invalid argument"
    case .busy: "Device or resource busy"
    }
  }

  /// Linux's number for it, as `sync` sends it.
  public var number: UInt32 {
    switch self {
    case .notFound: 2
    case .exists: 17
    case .notADirectory: 20
    case .isADirectory: 21
    case .notEmpty: 39
    case .badName, .insideItself: 22
    case .tooManyLinks: 40
    case .full: 28
    case .busy: 16
    }
  }
}
