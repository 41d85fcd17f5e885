/// The characters that lines and marks are drawn with.
struct Symbols: Sendable {
  var horizontal, vertical: Character
  var topLeft, topRight, bottomLeft, bottomRight: String
  /// Marks the selected row where there is no colour.
  var pointer: String
  /// A scroll bar's moving part.
  var thumb: String
  var barFull, barEmpty: String
  /// Between the parts of the title line.
  var into: String
  /// Between facts in a line.
  var dot: String
  var good, bad, running, open, failed: String
  var loaded, notLoaded: String
  var directory, episode, dataSet, model, file: String
  var up, down, left, right: String
  /// The program's name in large letters.
  var wordmark: [String]

  static let utf8 = Symbols(
    horizontal: "─", vertical: "│", topLeft: "╭", topRight: "╮", bottomLeft: "╰", bottomRight: "╯", pointer: "▌",
    thumb: "┃", barFull: "█", barEmpty: "░", into: "›", dot: "·", good: "✓", bad: "✗", running: "●", open: "·",
    failed: "!", loaded: "◆", notLoaded: "◇", directory: "▸", episode: "▷", dataSet: "≡", model: "◆", file: " ",
    up: "↑", down: "↓", left: "←", right: "→",
    wordmark: [
      "╻┏┓╻┏━╸╻┏━┓",
      "┃┃┗┫┣╸ ┃┣┳┛",
      "╹╹ ╹╹  ╹╹┗╸",
    ])

  static let ascii = Symbols(
    horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+", pointer: ">",
    thumb: "#", barFull: "#", barEmpty: ".", into: ">", dot: "-", good: "ok", bad: "no", running: "*", open: "-",
    failed: "!", loaded: "*", notLoaded: "-", directory: "/", episode: ">", dataSet: "=", model: "*", file: " ",
    up: "up", down: "down", left: "left", right: "right",
    wordmark: [
      #" ___       __ _ ___"#,
      #"|_ _|_ _  / _(_) _ \"#,
      #" | || ' \|  _| |   /"#,
      #"|___|_||_|_| |_|_|_\"#,
    ])
}
