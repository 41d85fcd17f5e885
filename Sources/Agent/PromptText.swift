/// Text from outside on its way into a prompt.
enum PromptText {
  /// On one line, runs of white space as one space, and cut at a word where it is longer than `count` characters.
  static func shortened(_ text: String, to count: Int) -> String {
    // Far more than can be kept, so that a megabyte of text isn't gone through.
    let words = text.prefix(count * 8).split {
      $0.isWhitespace || $0.isNewline || $0.unicodeScalars.allSatisfy(isControl)
    }
    var line = ""
    for word in words {
      let separator = line.isEmpty ? "" : " "
      guard line.count + separator.count + word.count <= count else {
        // A first word that is too long is cut inside.
        return (line.isEmpty ? String(word.prefix(max(count - 1, 0))) : line) + "…"
      }
      line += separator + word
    }
    return line
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory == .control }
}
