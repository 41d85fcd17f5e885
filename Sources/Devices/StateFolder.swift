internal import Foundation

/// Where notes are kept of what is to be put right on devices, should the program be cut off: `$XDG_STATE_HOME/infir`.
public enum StateFolder {
  /// The folder of one kind of notes.
  ///
  /// - Parameters:
  ///   - kind: `keyboards`, `set-ups`.
  ///   - environment: with `XDG_STATE_HOME` or `HOME`.
  public static func path(_ kind: String, environment: [String: String]) -> String {
    let state = environment["XDG_STATE_HOME"].flatMap { $0.isEmpty ? nil : $0 }
    return (state ?? (environment["HOME"] ?? NSHomeDirectory()) + "/.local/state") + "/infir/" + kind
  }

  /// A file's name for a device: names are addresses, too, and no address may lead out of the folder.
  public static func fileName(for device: String) -> String {
    device.utf8.map { byte in
      let isPlain = (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      return isPlain ? String(UnicodeScalar(byte)) : "_" + String(byte, radix: 16)
    }.joined()
  }
}
