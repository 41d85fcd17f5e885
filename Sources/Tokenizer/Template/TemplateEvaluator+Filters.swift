/// What stands after `|`.
extension TemplateEvaluator {
  mutating func filter(
    _ name: String, _ value: TemplateValue, _ arguments: Arguments
  ) throws(TokenizerError) -> TemplateValue {
    switch name {
    case "trim":
      return try made(PythonText.strip(try text(of: value), try optionalText(arguments[0, "chars"])))
    case "upper": return try made(try charged(value).uppercased())
    case "lower": return try made(try charged(value).lowercased())
    case "capitalize": return try made(PythonText.capitalize(try charged(value)))
    case "title":
      let text = try charged(value)
      return try made(
        PythonText.title(text) { PythonText.isSpace($0) || "-([{<".unicodeScalars.contains($0) })
    case "replace":
      guard let old = arguments[0, "old"], let new = arguments[1, "new"] else {
        throw .template(reason: "the filter replace lacks an argument")
      }
      let limit = try optionalNumber(arguments[2, "count"])
      return try replaced(try charged(value), try text(of: old), try text(of: new), limit: limit)
    case "string": return try made(try text(of: value))
    case "safe", "generator": return value
    case "indent": return try indented(try charged(value), arguments)
    case "length", "count": return .integer(try length(of: value))
    case "default", "d":
      let replaces = value.isUndefined || (arguments[1, "boolean"]?.isTrue == true && !value.isTrue)
      return replaces ? arguments[0, "default_value"] ?? .string("") : value
    case "tojson": return try json(value, arguments)
    case "int": return try integer(value, arguments)
    case "float": return try float(value, arguments)
    case "abs":
      guard case .float(let number) = value else {
        return (value.wholeNumber ?? 0) < 0 ? try negated(value) : try arithmetic("+", value, .integer(0))
      }
      return .float(number.magnitude)
    case "round": return try rounded(value, arguments)
    case "items":
      if case .undefined = value { return .list([]) }
      return try items(ofDictionary: value)
    default: return try listFilter(name, value, arguments)
    }
  }

  private mutating func listFilter(
    _ name: String, _ value: TemplateValue, _ arguments: Arguments
  ) throws(TokenizerError) -> TemplateValue {
    switch name {
    case "list": return try made(try items(of: value))
    case "first": return try items(of: value).first ?? .undefined("there is no first item")
    case "last": return try items(of: value).last ?? .undefined("there is no last item")
    case "join":
      let separator = try optionalText(arguments[0, "d"]) ?? ""
      var parts: [String] = []
      for item in try items(of: value) {
        let part = try arguments[1, "attribute"].map { (key) throws(TokenizerError) in try path(key, in: item) } ?? item
        parts.append(try text(of: part))
      }
      return try made(try joined(parts, separator: separator))
    case "reverse":
      if case .string(let text) = value {
        return try made(String(String.UnicodeScalarView(text.unicodeScalars.reversed())))
      }
      return try made(try items(of: value).reversed())
    case "unique":
      var kept: [TemplateValue] = []
      for item in try items(of: value) where !(try contains(.list(kept), lowered(item))) { kept.append(item) }
      return try made(kept)
    case "sum":
      var total = arguments[1, "start"] ?? .integer(0)
      for item in try items(of: value) {
        let part = try arguments[0, "attribute"].map { (key) throws(TokenizerError) in try path(key, in: item) } ?? item
        total = try arithmetic("+", total, part)
      }
      return total
    case "min", "max":
      let sorted = try sorted(try items(of: value), by: arguments[1, "attribute"], isCaseSensitive: false)
      return (name == "min" ? sorted.first : sorted.last) ?? .undefined("there is no item")
    case "sort":
      let sorted = try sorted(
        try items(of: value), by: arguments[2, "attribute"],
        isCaseSensitive: arguments[1, "case_sensitive"]?.isTrue == true)
      return try made(arguments[0, "reverse"]?.isTrue == true ? sorted.reversed() : sorted)
    case "dictsort":
      let pairs = try items(of: try items(ofDictionary: value))
      return try made(try sorted(pairs, by: .integer(0), isCaseSensitive: false))
    case "map": return try mapped(try items(of: value), arguments)
    case "select", "reject", "selectattr", "rejectattr":
      return try selected(
        try items(of: value), arguments, byAttribute: name.hasSuffix("attr"), keeps: name.hasPrefix("select"))
    default: throw .template(reason: "this program doesn't know the filter \(shown(name))")
    }
  }

  /// The text of a value, charged for work on all of it: changing the case of a text is slow.
  private mutating func charged(_ value: TemplateValue) throws(TokenizerError) -> String {
    let text = try text(of: value)
    try spend(text.utf8.count / 4)
    return text
  }

  func optionalText(_ value: TemplateValue?) throws(TokenizerError) -> String? {
    switch value {
    case nil, .some(.none): return nil
    case .some(.string(let text)): return text
    case .some(let other): throw .template(reason: "\(other.described) is given where a text is needed")
    }
  }

  func optionalNumber(_ value: TemplateValue?) throws(TokenizerError) -> Int? {
    switch value {
    case nil, .some(.none): return nil
    case .some(let value):
      guard let number = value.wholeNumber else {
        throw .template(reason: "\(value.described) is given where a whole number is needed")
      }
      return number
    }
  }

  /// `text.replace(old, new, limit)`
  mutating func replaced(
    _ text: String, _ old: String, _ new: String, limit: Int?
  ) throws(TokenizerError) -> TemplateValue {
    try spendOnSearch(for: old, in: text)
    let places = old.isEmpty ? text.utf8.count + 1 : text.utf8.count / max(old.utf8.count, 1)
    // An upper bound; only a replacement that lengthens the text can pass the limit.
    let count = max(0, min(limit.map { $0 < 0 ? places : $0 } ?? places, places))
    if new.utf8.count > old.utf8.count {
      let occurrences = old.isEmpty ? count : min(count, PythonText.split(text, old).count - 1)
      try spend(occurrences * new.utf8.count / 64)
      guard occurrences * new.utf8.count <= Self.maximalText else {
        throw .template(reason: "it makes a text of more than \(Self.maximalText >> 20) MiB")
      }
    }
    return try made(PythonText.replace(text, old, new, limit: limit.flatMap { $0 < 0 ? nil : $0 }))
  }

  /// Charges for looking for a text in another, which at worst compares all with all.
  mutating func spendOnSearch(for part: String, in text: String) throws(TokenizerError) {
    try spend(1 + text.utf8.count * max(part.utf8.count, 4) / 64)
  }

  mutating func length(of value: TemplateValue) throws(TokenizerError) -> Int {
    switch value {
    case .string(let text):
      try spend(text.utf8.count / 64)
      return text.unicodeScalars.count
    case .list(let list): return list.elements.count
    case .dictionary(let dictionary): return dictionary.members.count
    case .undefined: return 0
    default: throw .template(reason: "\(value.described) has no length")
    }
  }

  /// The pairs of keys and values.
  mutating func items(ofDictionary value: TemplateValue) throws(TokenizerError) -> TemplateValue {
    guard case .dictionary(let dictionary) = value else {
      throw .template(reason: "\(value.described) has no keys and values")
    }
    var pairs: [TemplateValue] = []
    for (key, value) in dictionary.members { pairs.append(try made([.string(key), value], isTuple: true)) }
    return try made(pairs)
  }

  private mutating func json(_ value: TemplateValue, _ arguments: Arguments) throws(TokenizerError) -> TemplateValue {
    if arguments[0, "ensure_ascii"]?.isTrue == true {
      throw .template(reason: "this program doesn't know tojson with ensure_ascii")
    }
    let indent = try optionalNumber(arguments[1, "indent"]).map { min(max($0, 0), 32) }
    var separators = (item: indent == nil ? ", " : ",", key: ": ")
    if case .list(let list)? = arguments[2, "separators"], list.elements.count == 2 {
      separators = (try text(of: list.elements[0]), try text(of: list.elements[1]))
    }
    let sortsKeys = arguments[3, "sort_keys"]?.isTrue == true
    return try made(try json(value, indent: indent, separators: separators, sortsKeys: sortsKeys))
  }

  private mutating func integer(_ value: TemplateValue, _ arguments: Arguments) throws(TokenizerError) -> TemplateValue
  {
    let standard = arguments[0, "default"] ?? .integer(0)
    switch value {
    case .float(let number): return Int(exactly: number.rounded(.towardZero)).map { .integer($0) } ?? standard
    case .string(let text):
      let stripped = PythonText.strip(text)
      if let number = Int(stripped) { return .integer(number) }
      return Double(stripped).flatMap { Int(exactly: $0.rounded(.towardZero)) }.map { .integer($0) } ?? standard
    default: return value.wholeNumber.map { .integer($0) } ?? standard
    }
  }

  private mutating func float(_ value: TemplateValue, _ arguments: Arguments) throws(TokenizerError) -> TemplateValue {
    let standard = arguments[0, "default"] ?? .float(0)
    if case .string(let text) = value { return Double(PythonText.strip(text)).map { .float($0) } ?? standard }
    return value.number.map { .float($0) } ?? standard
  }

  private mutating func rounded(_ value: TemplateValue, _ arguments: Arguments) throws(TokenizerError) -> TemplateValue
  {
    guard let number = value.number else { throw .template(reason: "\(value.described) can't be rounded") }
    let digits = min(max(try optionalNumber(arguments[0, "precision"]) ?? 0, -15), 15)
    if digits >= 0, arguments[1, "method"] == nil, let whole = value.wholeNumber { return .integer(whole) }
    var scale = 1.0
    for _ in 0..<digits.magnitude { scale *= 10 }
    if digits < 0 { scale = 1 / scale }
    switch try optionalText(arguments[1, "method"]) ?? "common" {
    case "ceil": return .float((number * scale).rounded(.up) / scale)
    case "floor": return .float((number * scale).rounded(.down) / scale)
    default: return .float((number * scale).rounded(.toNearestOrEven) / scale)
    }
  }

  private mutating func indented(_ text: String, _ arguments: Arguments) throws(TokenizerError) -> TemplateValue {
    let indentation: String
    if case .string(let given)? = arguments[0, "width"] {
      indentation = given
    } else {
      indentation = String(repeating: " ", count: min(max(try optionalNumber(arguments[0, "width"]) ?? 4, 0), 256))
    }
    let indentsFirst = arguments[1, "first"]?.isTrue == true
    let indentsBlank = arguments[2, "blank"]?.isTrue == true
    var lines: [String] = []
    for (index, line) in PythonText.split(text, "\n").enumerated() {
      let skips = index == 0 ? !indentsFirst : line.isEmpty && !indentsBlank
      lines.append(skips ? line : indentation + line)
      try spend(1 + indentation.utf8.count / 64)
    }
    return try made(try joined(lines, separator: "\n"))
  }

  // MARK: - Lists

  /// The value at a path of keys, as in `map(attribute="function.name")`.
  private mutating func path(_ key: TemplateValue, in value: TemplateValue) throws(TokenizerError) -> TemplateValue {
    guard case .string(let text) = key else { return try item(key, of: value) }
    var result = value
    for part in PythonText.split(text, ".") {
      try spend(1)
      result = try item(Int(part).map { .integer($0) } ?? .string(part), of: result)
    }
    return result
  }

  private func lowered(_ value: TemplateValue) -> TemplateValue {
    if case .string(let text) = value { .string(text.lowercased()) } else { value }
  }

  private mutating func sorted(
    _ values: [TemplateValue], by key: TemplateValue?, isCaseSensitive: Bool
  ) throws(TokenizerError) -> [TemplateValue] {
    var keyed: [(key: TemplateValue, value: TemplateValue)] = []
    for value in values {
      let own = try key.map { (key) throws(TokenizerError) in try path(key, in: value) } ?? value
      keyed.append((isCaseSensitive ? own : lowered(own), value))
    }
    // Merge sort, because comparing can throw and equal elements keep their order.
    var width = 1
    while width < keyed.count {
      var merged: [(key: TemplateValue, value: TemplateValue)] = []
      var start = 0
      while start < keyed.count {
        let middle = min(start + width, keyed.count)
        let end = min(middle + width, keyed.count)
        var (left, right) = (start, middle)
        while left < middle || right < end {
          if right == end {
            merged.append(keyed[left])
            left += 1
          } else if left == middle {
            merged.append(keyed[right])
            right += 1
          } else if try precedes(keyed[right].key, keyed[left].key) {
            merged.append(keyed[right])
            right += 1
          } else {
            merged.append(keyed[left])
            left += 1
          }
        }
        start = end
      }
      keyed = merged
      width *= 2
    }
    return keyed.map(\.value)
  }

  private mutating func mapped(
    _ values: [TemplateValue], _ arguments: Arguments
  ) throws(TokenizerError) -> TemplateValue {
    var results: [TemplateValue] = []
    if let key = arguments.named.first(where: { $0.name == "attribute" })?.value {
      let standard = arguments.named.first { $0.name == "default" }?.value
      for value in values {
        let result = try path(key, in: value)
        results.append(result.isUndefined ? standard ?? result : result)
      }
    } else {
      guard case .string(let name)? = arguments.positional.first else {
        throw .template(reason: "the filter map lacks the name of a filter")
      }
      let rest = Arguments(positional: Array(arguments.positional.dropFirst()), named: arguments.named)
      for value in values { results.append(try filter(name, value, rest)) }
    }
    return try made(results)
  }

  private mutating func selected(
    _ values: [TemplateValue], _ arguments: Arguments, byAttribute: Bool, keeps: Bool
  ) throws(TokenizerError) -> TemplateValue {
    var rest = arguments.positional[...]
    let key = byAttribute ? rest.popFirst() : nil
    guard !byAttribute || key != nil else { throw .template(reason: "a filter lacks the name of an attribute") }
    let test: String?
    switch rest.popFirst() {
    case nil: test = nil
    case .some(.string(let name)): test = name
    case .some: throw .template(reason: "a filter lacks the name of a test")
    }
    var kept: [TemplateValue] = []
    for value in values {
      let subject = try key.map { (key) throws(TokenizerError) in try path(key, in: value) } ?? value
      let holds =
        try test.map { (name) throws(TokenizerError) in try self.test(name, subject, Array(rest)) } ?? subject.isTrue
      if holds == keeps { kept.append(value) }
    }
    return try made(kept)
  }
}
