extension DeviceError {
  /// The bare reason, to stand in another sentence.
  var reason: String {
    switch self {
    case .adbMissing(let path): "\(path) was not found"
    case .serverUnreachable(let reason): "the adb server can't be reached: \(reason)"
    case .unreachable(_, let reason): "it can't be reached: \(reason)"
    case .notFound: "it is not there"
    case .ambiguous: "there are several devices"
    case .notReady(_, let state): "it is \(state)"
    case .timeout(_, let what, let seconds): "no answer to \(what) within \(seconds) s"
    case .wrongVariable(let name, let value, _): "\(name) is \(value)"
    case .interrupted: "it was interrupted"
    case .cannotType(_, let letters): "it can't type \(letters)"
    case .notADevice(_, let reason): reason
    case .lost(_, let reason): "the connection broke: \(reason)"
    case .refused(_, _, let reason), .garbled(_, _, let reason), .notPerformed(_, _, let reason),
      .outcomeUnknown(_, _, let reason):
      reason
    }
  }
}
