/// The simple commands of a shell command, each as its words: enough of a shell's grammar to see what a set-up touches.
enum ShellWords {
  /// The commands between `;`, `&`, `|` and line ends; quotes are taken off, substitutions stay in their word as written.
  static func commands(of text: String) -> [[String]] {
    var commands: [[String]] = []
    var words: [String] = []
    var word: String?
    var quote: Character?
    var depth = 0
    var isEscaped = false
    func ended(_ words: [String]) -> [[String]] { words.isEmpty ? [] : [words] }
    func endWord() {
      if let ended = word { words.append(ended) }
      word = nil
    }
    for letter in text {
      if isEscaped {
        word = (word ?? "") + "\(letter)"
        isEscaped = false
      } else if let open = quote {
        if letter == open {
          quote = nil
        } else if letter == "\\", open == "\"" {
          isEscaped = true
        } else {
          word = (word ?? "") + "\(letter)"
        }
      } else if letter == "\\" {
        isEscaped = true
      } else if letter == "'" || letter == "\"" {
        quote = letter
        word = word ?? ""
      } else if depth == 0, letter.isWhitespace, !letter.isNewline {
        endWord()
      } else if depth == 0, ";&|".contains(letter) || letter.isNewline {
        endWord()
        commands += ended(words)
        words = []
      } else {
        depth = max(0, depth + (letter == "(" ? 1 : letter == ")" ? -1 : 0))
        word = (word ?? "") + "\(letter)"
      }
    }
    endWord()
    return commands + ended(words)
  }
}
