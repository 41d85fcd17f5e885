internal import Foundation

/// Methods of values and the functions that every template may call.
extension TemplateEvaluator {
  mutating func method(
    _ name: String, of receiver: TemplateValue, _ arguments: Arguments
  ) throws(TokenizerError) -> TemplateValue {
    switch receiver {
    case .string(let text): return try method(name, of: text, arguments)
    case .dictionary(let dictionary):
      switch name {
      case "get":
        guard case .string(let key)? = arguments.positional.first else { return arguments[1, "default"] ?? .none }
        return dictionary[key] ?? arguments[1, "default"] ?? .none
      case "items": return try items(ofDictionary: receiver)
      case "keys": return try made(dictionary.members.map { .string($0.key) })
      case "values": return try made(dictionary.members.map(\.value))
      case "copy": return receiver
      default: break
      }
    case .list(let list):
      switch name {
      case "count", "index":
        guard let value = arguments.positional.first else { throw unknownMethod(name, receiver) }
        var count = 0
        for (index, element) in list.elements.enumerated() where try equal(element, value) {
          if name == "index" { return .integer(index) }
          count += 1
        }
        if name == "index" { throw .template(reason: "a list lacks the value that is looked for in it") }
        return .integer(count)
      case "copy": return receiver
      default: break
      }
    case .loop(let loop):
      switch name {
      case "cycle":
        guard !arguments.positional.isEmpty else { throw unknownMethod(name, receiver) }
        return arguments.positional[loop.index % arguments.positional.count]
      case "changed":
        let value = try made(arguments.positional)
        let isSame = try loop.lastChanged.map { (last) throws(TokenizerError) in try equal(last, value) } ?? false
        loop.lastChanged = value
        return .bool(!isSame)
      default: break
      }
    case .undefined(let what): throw .template(reason: what)
    default: break
    }
    throw unknownMethod(name, receiver)
  }

  private func unknownMethod(_ name: String, _ receiver: TemplateValue) -> TokenizerError {
    .template(reason: "this program doesn't know .\(name)() of \(receiver.described) like that")
  }

  private mutating func method(
    _ name: String, of text: String, _ arguments: Arguments
  ) throws(TokenizerError) -> TemplateValue {
    try spend(text.utf8.count / 4)
    let first = try name == "join" ? nil : firstText(arguments)
    switch name {
    case "strip": return try made(PythonText.strip(text, first))
    case "lstrip": return try made(PythonText.strip(text, first, right: false))
    case "rstrip": return try made(PythonText.strip(text, first, left: false))
    case "upper": return try made(text.uppercased())
    case "lower": return try made(text.lowercased())
    case "capitalize": return try made(PythonText.capitalize(text))
    case "title": return try made(PythonText.title(text) { !($0.properties.isLowercase || $0.properties.isUppercase) })
    case "startswith": return .bool(try affixes(arguments).contains { text.utf8.starts(with: $0.utf8) })
    case "endswith":
      return .bool(try affixes(arguments).contains { text.utf8.reversed().starts(with: $0.utf8.reversed()) })
    case "removeprefix":
      guard let first, text.utf8.starts(with: first.utf8) else { return .string(text) }
      return try made(String(decoding: text.utf8.dropFirst(first.utf8.count), as: UTF8.self))
    case "removesuffix":
      guard let first, text.utf8.reversed().starts(with: first.utf8.reversed()) else { return .string(text) }
      return try made(String(decoding: text.utf8.dropLast(first.utf8.count), as: UTF8.self))
    case "replace":
      guard let first, case .string(let new)? = arguments[1, "new"] else { break }
      return try replaced(text, first, new, limit: try optionalNumber(arguments[2, "count"]))
    case "split", "rsplit": return try split(text, fromEnd: name == "rsplit", separator: first, arguments)
    case "splitlines":
      let unified = PythonText.replace(PythonText.replace(text, "\r\n", "\n"), "\r", "\n")
      var lines = PythonText.split(unified, "\n")
      if lines.last == "" { lines.removeLast() }
      return try made(lines.map { .string($0) })
    case "join":
      guard let list = arguments.positional.first else { break }
      var parts: [String] = []
      for item in try items(of: list) {
        guard case .string(let part) = item else { throw .template(reason: "join is given \(item.described)") }
        parts.append(part)
      }
      return try made(try joined(parts, separator: text))
    case "find", "count", "index":
      guard let first, arguments.positional.count == 1 else { break }
      return try found(first, in: text, name)
    case "isdigit", "isnumeric", "isdecimal", "isalpha", "isalnum", "isspace", "isupper", "islower":
      return .bool(Self.consists(text, of: name))
    default: break
    }
    throw unknownMethod(name, .string(text))
  }

  private func firstText(_ arguments: Arguments) throws(TokenizerError) -> String? {
    if case .list? = arguments.positional.first { return nil }
    return try optionalText(arguments.positional.first)
  }

  /// One text, or a tuple of them.
  private func affixes(_ arguments: Arguments) throws(TokenizerError) -> [String] {
    var texts: [String] = []
    switch arguments.positional.first {
    case .string(let text)?: texts.append(text)
    case .list(let list)?:
      for element in list.elements { texts.append(try optionalText(element) ?? "") }
    default: throw .template(reason: "a beginning or end is looked for that is no text")
    }
    return texts
  }

  private mutating func split(
    _ text: String, fromEnd: Bool, separator: String?, _ arguments: Arguments
  ) throws(TokenizerError) -> TemplateValue {
    let named = try optionalText(arguments[0, "sep"])
    let separator = separator ?? named
    let limit = try optionalNumber(arguments[1, "maxsplit"]).flatMap { $0 < 0 ? nil : $0 }
    var pieces: [String]
    if let separator {
      guard !separator.isEmpty else { throw .template(reason: "a text is split at nothing") }
      try spendOnSearch(for: separator, in: text)
      pieces =
        fromEnd
        ? PythonText.splitFromEnd(text, separator, limit: limit ?? .max)
        : PythonText.split(text, separator, limit: limit)
    } else {
      guard !fromEnd || limit == nil else {
        throw .template(reason: "this program doesn't know .rsplit() with a limit and no separator")
      }
      pieces = PythonText.words(text, limit: limit)
    }
    return try made(pieces.map { .string($0) })
  }

  private mutating func found(_ part: String, in text: String, _ name: String) throws(TokenizerError) -> TemplateValue {
    try spendOnSearch(for: part, in: text)
    let bytes = Array(text.utf8)
    if name == "count" {
      return .integer(part.isEmpty ? text.unicodeScalars.count + 1 : PythonText.split(text, part).count - 1)
    }
    guard let place = part.isEmpty ? 0 : PythonText.find(Array(part.utf8), in: bytes) else {
      if name == "index" { throw .template(reason: "a text lacks the part that is looked for in it") }
      return .integer(-1)
    }
    return .integer(String(decoding: bytes[..<place], as: UTF8.self).unicodeScalars.count)
  }

  private static func consists(_ text: String, of kind: String) -> Bool {
    let scalars = text.unicodeScalars
    let isCased = scalars.contains { $0.properties.isLowercase || $0.properties.isUppercase }
    switch kind {
    case "isupper": return isCased && !scalars.contains { $0.properties.isLowercase }
    case "islower": return isCased && !scalars.contains { $0.properties.isUppercase }
    default: break
    }
    return !scalars.isEmpty
      && scalars.allSatisfy { scalar in
        let isLetter = ScalarClass(scalar.value) == .letter
        switch kind {
        case "isspace": return PythonText.isSpace(scalar)
        case "isalpha": return isLetter
        case "isalnum": return isLetter || scalar.properties.numericType != nil
        case "isdecimal": return scalar.properties.numericType == .decimal
        case "isdigit": return scalar.properties.numericType == .decimal || scalar.properties.numericType == .digit
        default: return scalar.properties.numericType != nil
        }
      }
  }

  // MARK: - Functions

  mutating func callFunction(_ name: String, _ arguments: Arguments) throws(TokenizerError) -> TemplateValue {
    switch name {
    case "range": return try range(arguments)
    case "namespace", "dict":
      var members: [(String, TemplateValue)] = []
      if case .dictionary(let dictionary)? = arguments.positional.first {
        members = dictionary.members.map { ($0.key, $0.value) }
      } else if !arguments.positional.isEmpty {
        throw .template(reason: "this program knows \(name)() only with names or a dictionary")
      }
      let value = try made(members + arguments.named.map { ($0.name, $0.value) })
      guard name == "namespace", case .dictionary(let dictionary) = value else { return value }
      let namespace = TemplateNamespace()
      namespace.attributes = dictionary
      return .namespace(namespace)
    case "raise_exception":
      let message = try arguments[0, "message"].map { (value) throws(TokenizerError) in try text(of: value) } ?? ""
      throw .template(reason: "it refuses these messages: \(shown(message))")
    default:
      guard case .string(let format)? = arguments.positional.first else {
        throw .template(reason: "strftime_now is called without a format")
      }
      return try made(try TemplateClock.text(of: now(), format: format))
    }
  }

  private mutating func range(_ arguments: Arguments) throws(TokenizerError) -> TemplateValue {
    var bounds: [Int] = []
    for argument in arguments.positional { bounds.append(try optionalNumber(argument) ?? 0) }
    guard (1...3).contains(bounds.count) else { throw .template(reason: "range needs one to three numbers") }
    let start = bounds.count > 1 ? bounds[0] : 0
    let end = bounds.count > 1 ? bounds[1] : bounds[0]
    let step = bounds.count > 2 ? bounds[2] : 1
    guard step != 0 else { throw .template(reason: "range's step is zero") }
    var elements: [TemplateValue] = []
    for number in stride(from: start, to: end, by: step) {
      guard elements.count < Self.maximalElements else {
        throw .template(reason: "it makes a list of more than \(Self.maximalElements) elements")
      }
      elements.append(.integer(number))
    }
    return try made(elements)
  }
}
