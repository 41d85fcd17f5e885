internal import ArgumentParser
internal import Checkpoints
internal import JSON
internal import Tokenizer

/// `infir model tokenize`: ids of texts.
struct ModelTokenizeCommand: ParsableCommand, EventPrinting {
  static let configuration = CommandConfiguration(
    commandName: "tokenize",
    abstract: "Print the token ids of texts: one JSON string a line on standard input.")

  @OptionGroup var model: ModelArguments
  @Flag(name: .long, help: "Add the tokens that the tokenizer puts around a text.") var special = false
  @Flag(name: .long, help: "Print one JSON object a line, with the text of every token.") var json = false

  var printsEvents: Bool { json }

  func run() throws {
    guard let path = model.resolvedModel(try Settings()) else { throw NoModelError() }
    let tokenizer = try Checkpoint.tokenizer(path: path)
    var number = 0
    while let line = readLine() {
      number += 1
      if line.allSatisfy(\.isWhitespace) { continue }
      guard let text = try? JSONValue(parsing: line).string else {
        throw InputLineError(number: number)
      }
      let ids = tokenizer.encode(text, addsSpecial: special)
      if json {
        let tokens = ids.map { JSONValue.string(tokenizer.decode([$0], skipsSpecial: false)) }
        printLine(
          JSONObject([
            "event": .string("tokens"), "ids": .array(ids.map { .integer(Int($0)) }), "tokens": .array(tokens),
          ]).text)
      } else {
        printLine(ids.map(String.init).joined(separator: " "))
      }
    }
  }

  private struct InputLineError: Error, CustomStringConvertible {
    let number: Int
    var description: String {
      "line \(number) of standard input is not a JSON string; write it in quotes, as in \"Hello\""
    }
  }
}
