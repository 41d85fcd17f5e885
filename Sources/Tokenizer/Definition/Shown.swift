/// A string of a file for an error message: in quotes, short, and without anything that a terminal would obey.
func shown(_ text: String) -> String {
  let limit = 80
  var result = "“"
  for (count, scalar) in text.unicodeScalars.enumerated() {
    if count == limit { return result + "…”" }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
      result += "\\u{" + String(scalar.value, radix: 16) + "}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "”"
}
