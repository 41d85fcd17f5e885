internal import Foundation

/// A POSIX regular expression, as grep and sed take them.
///
/// The C library frees what it compiled when the value goes.
final class PosixRegex {
  // Longer ones, or ones with large counts, take the C library more time and memory than a phone has.
  private static let lengthLimit = 1000

  private var compiled = regex_t()

  /// Nil where the pattern is none.
  init?(_ pattern: String, extended: Bool, ignoringCase: Bool) {
    guard pattern.utf8.count <= Self.lengthLimit, !pattern.utf8.contains(0), Self.isModest(pattern) else { return nil }
    let flags = (extended ? REG_EXTENDED : 0) | (ignoringCase ? REG_ICASE : 0)
    guard regcomp(&compiled, pattern, flags) == 0 else { return nil }
  }

  deinit { regfree(&compiled) }

  // Counted repetitions are copied out by the compiler, and nested ones multiply.
  private static func isModest(_ pattern: String) -> Bool {
    var product = 1
    for part in pattern.split(separator: "{").dropFirst() {
      for number in part.prefix(while: { $0 != "}" }).split(separator: ",") {
        guard let count = Int(number.filter { $0.isNumber }) else { continue }
        guard count <= 255 else { return false }
        product *= max(1, count)
        guard product <= 1000 else { return false }
      }
    }
    return true
  }

  /// The first match at or behind an offset of a line: the whole and its groups, as ranges of bytes.
  func match(_ line: [UInt8], from start: Int = 0) -> [Range<Int>?]? {
    guard start <= line.count else { return nil }
    var groups = [regmatch_t](repeating: regmatch_t(), count: 10)
    let text = line[start...].map { CChar(bitPattern: $0 == 0 ? 0x20 : $0) } + [0]
    guard regexec(&compiled, text, groups.count, &groups, start > 0 ? REG_NOTBOL : 0) == 0 else { return nil }
    return groups.map { group in
      group.rm_so < 0 ? nil : start + Int(group.rm_so)..<start + Int(group.rm_eo)
    }
  }
}
