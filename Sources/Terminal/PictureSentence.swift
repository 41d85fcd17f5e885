/// The sentence that stands where a picture can't be shown.
enum PictureSentence {
  /// Breaks a sentence into lines between words, and words that are too long anywhere; what doesn't fit is left out.
  static func lines(_ sentence: String, columns: Int, rows: Int) -> [String] {
    guard columns > 0, rows > 0 else { return [] }
    var lines: [String] = []
    var line = ""
    for word in sentence.split(separator: " ") {
      var rest = word[...]
      if !line.isEmpty, line.count + 1 + rest.count <= columns {
        line += " " + rest
        continue
      }
      if !line.isEmpty { lines.append(line) }
      while rest.count > columns {
        lines.append(String(rest.prefix(columns)))
        rest = rest.dropFirst(columns)
      }
      line = String(rest)
    }
    if !line.isEmpty { lines.append(line) }
    return Array(lines.prefix(rows))
  }
}
