/// Lines of the form `label value`.
enum LabelledLine {
  /// What follows the label, without spaces around it; nil where the line begins with something else.
  static func value(of label: String, in line: Substring) -> Substring? {
    let line = line.drop(while: \.isWhitespace)
    guard line.hasPrefix(label) else { return nil }
    return trimmed(line.dropFirst(label.count))
  }

  /// What follows the label up to the next space, wherever in the line the label is.
  static func word(after label: String, in line: Substring) -> Substring? {
    var rest = line
    while !rest.isEmpty {
      if rest.hasPrefix(label) { return rest.dropFirst(label.count).prefix { !$0.isWhitespace } }
      rest = rest.dropFirst()
    }
    return nil
  }

  /// Without spaces around it.
  static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return text
  }
}
