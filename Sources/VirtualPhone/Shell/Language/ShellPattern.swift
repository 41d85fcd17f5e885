/// `*`, `?` and `[…]`, matched without backtracking into earlier stars, so in quadratic time at worst.
struct ShellPattern: Sendable, Equatable {
  private enum Element: Sendable, Equatable {
    case one(Unicode.Scalar)
    case any
    case many
    case oneOf([ClosedRange<UInt32>], negated: Bool)
  }

  private var elements: [Element] = []
  /// Whether there is anything in it that is not just itself.
  private(set) var isWild = false

  /// A pattern in which nothing is quoted.
  init(_ text: String) { self.init(text.unicodeScalars.map { ShellField.Piece(scalar: $0, isQuoted: false) }) }

  init(_ pieces: [ShellField.Piece]) {
    var index = 0
    while index < pieces.count {
      let piece = pieces[index]
      index += 1
      guard !piece.isQuoted else {
        elements.append(.one(piece.scalar))
        continue
      }
      switch piece.scalar {
      case "*":
        isWild = true
        if elements.last != .many { elements.append(.many) }
      case "?":
        isWild = true
        elements.append(.any)
      case "[":
        if let (set, next) = Self.set(pieces, from: index) {
          isWild = true
          elements.append(set)
          index = next
        } else {
          elements.append(.one("["))
        }
      case "\\" where index < pieces.count:
        elements.append(.one(pieces[index].scalar))
        index += 1
      default:
        elements.append(.one(piece.scalar))
      }
    }
  }

  private static func set(_ pieces: [ShellField.Piece], from start: Int) -> (Element, Int)? {
    var index = start
    var isNegated = false
    if index < pieces.count, pieces[index].scalar == "!" || pieces[index].scalar == "^" {
      isNegated = true
      index += 1
    }
    var ranges: [ClosedRange<UInt32>] = []
    let first = index
    while index < pieces.count {
      if pieces[index].scalar == "]", index > first { return (.oneOf(ranges, negated: isNegated), index + 1) }
      let low = pieces[index].scalar.value
      if index + 2 < pieces.count, pieces[index + 1].scalar == "-", pieces[index + 2].scalar != "]" {
        let high = pieces[index + 2].scalar.value
        if low <= high { ranges.append(low...high) }
        index += 3
      } else {
        ranges.append(low...low)
        index += 1
      }
    }
    return nil
  }

  func matches(_ text: String, ignoringCase: Bool = false) -> Bool {
    let scalars = Array((ignoringCase ? text.lowercased() : text).unicodeScalars)
    return matches(scalars[...], ignoringCase: ignoringCase)
  }

  private func matches(_ scalars: ArraySlice<Unicode.Scalar>, ignoringCase: Bool = false) -> Bool {
    var element = 0
    var at = scalars.startIndex
    var star: (element: Int, at: Int)?
    while at < scalars.endIndex {
      if element < elements.count {
        if case .many = elements[element] {
          star = (element, at)
          element += 1
          continue
        }
        if accepts(elements[element], scalars[at], ignoringCase) {
          element += 1
          at += 1
          continue
        }
      }
      guard let last = star else { return false }
      star = (last.element, last.at + 1)
      element = last.element + 1
      at = last.at + 1
    }
    while element < elements.count, case .many = elements[element] { element += 1 }
    return element == elements.count
  }

  private func accepts(_ element: Element, _ scalar: Unicode.Scalar, _ ignoringCase: Bool) -> Bool {
    switch element {
    case .one(let wanted):
      wanted == scalar || ignoringCase && wanted.properties.lowercaseMapping.unicodeScalars.first == scalar
    case .any, .many: true
    case .oneOf(let ranges, let negated): ranges.contains { $0.contains(scalar.value) } != negated
    }
  }

  /// The text without the part at its start or end that the pattern matches.
  func strip(_ text: String, fromEnd: Bool, longest: Bool) -> String {
    let scalars = Array(text.unicodeScalars.prefix(4096))
    let lengths = longest ? Array((0...scalars.count).reversed()) : Array(0...scalars.count)
    for length in lengths {
      let part = fromEnd ? scalars[(scalars.count - length)...] : scalars[..<length]
      guard matches(part) else { continue }
      var rest = String.UnicodeScalarView()
      rest.append(contentsOf: fromEnd ? scalars[..<(scalars.count - length)] : scalars[length...])
      return String(rest)
    }
    return text
  }
}
