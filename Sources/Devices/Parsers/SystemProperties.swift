internal import Foundation

/// What `getprop` says: `[ro.build.version.sdk]: [33]`, a value's further lines without brackets.
enum SystemProperties {
  /// Values by name.
  static func values(_ text: String) -> [String: String] {
    var values: [String: String] = [:]
    var open: (name: String, value: String)?
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if let (name, value) = open {
        let value = value + "\n" + line
        if line.hasSuffix("]") {
          values[name] = String(value.dropLast())
          open = nil
        } else {
          open = (name, value)
        }
        continue
      }
      guard line.hasPrefix("["), let middle = line.range(of: "]: [") else { continue }
      let name = String(line[line.index(after: line.startIndex)..<middle.lowerBound])
      let value = line[middle.upperBound...]
      if value.hasSuffix("]") { values[name] = String(value.dropLast()) } else { open = (name, String(value)) }
    }
    return values
  }
}
