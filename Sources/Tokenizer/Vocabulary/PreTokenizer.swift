/// One step in cutting a text into the words that BPE sees one by one.
enum PreTokenizerStep: Sendable, Equatable {
  /// Cuts by a regular expression.
  case split(SplitPattern)
  /// Cuts out digits, each by itself or runs of them.
  case digits(individual: Bool)
  /// Turns bytes into letters, which here needs no work; may put a space in front and cut by GPT-2's expression.
  case byteLevel(addsPrefixSpace: Bool, usesPattern: Bool)
}

/// Cuts a text into words, as the `pre_tokenizer` of `tokenizer.json` says.
struct PreTokenizer: Sendable, Equatable {
  var steps: [PreTokenizerStep]

  /// Words as ranges of `text`, which gets longer where a step puts a space in front.
  func words(of text: inout UTF8Text) -> [Range<Int>] {
    var words = text.count == 0 ? [] : [0..<text.count]
    for step in steps {
      switch step {
      case .split(let pattern): words = Self.cut(words, of: text, by: pattern)
      case .digits(let individual): words = Self.cutDigits(words, of: text, individual: individual)
      case .byteLevel(let addsPrefixSpace, let usesPattern):
        if addsPrefixSpace { Self.putSpaces(before: &words, of: &text) }
        if usesPattern { words = Self.cut(words, of: text, by: .gpt2) }
      }
    }
    return words
  }

  private static func cut(_ words: [Range<Int>], of text: UTF8Text, by pattern: SplitPattern) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    for word in words {
      var start = word.lowerBound
      while start < word.upperBound {
        let end = pattern.end(of: text, from: start, limit: word.upperBound)
        pieces.append(start..<end)
        start = end
      }
    }
    return pieces
  }

  private static func cutDigits(_ words: [Range<Int>], of text: UTF8Text, individual: Bool) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    for word in words {
      var start = word.lowerBound
      var wasDigit = false
      var position = start
      while position < word.upperBound {
        let (scalar, next) = text.scalar(at: position)
        let isDigit = ScalarClass.isNumeric(scalar)
        if position > start, isDigit != wasDigit || (isDigit && individual) {
          pieces.append(start..<position)
          start = position
        }
        wasDigit = isDigit
        position = next
      }
      if start < word.upperBound { pieces.append(start..<word.upperBound) }
    }
    return pieces
  }

  private static func putSpaces(before words: inout [Range<Int>], of text: inout UTF8Text) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count + words.count)
    for index in words.indices {
      let word = words[index]
      let start = bytes.count
      if text.bytes[word.lowerBound] != UInt8(ascii: " ") { bytes.append(UInt8(ascii: " ")) }
      bytes.append(contentsOf: text.bytes[word])
      words[index] = start..<bytes.count
    }
    text.bytes = bytes
  }
}
