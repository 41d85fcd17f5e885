internal import ArgumentParser
internal import Episodes
internal import Foundation
internal import JSON

/// `infir data inspect`: what is in an episode or a data set.
struct DataInspectCommand: ParsableCommand, EventPrinting {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: "Print goal, steps, actions, sizes and problems of an episode or a data set.")

  @Argument(help: "An episode's folder, or a folder of episodes.") var path: String
  @Flag(name: .long, help: "Print one JSON object per episode, and one for a data set as a whole.") var json = false

  var printsEvents: Bool { json }

  func run() throws {
    switch try EpisodeLocation(of: path) {
    case .episode(let path):
      let inspection = EpisodeInspection(of: try Episode(contentsOf: path))
      printPage(json ? inspection.json : inspection.text(width: width))
    case .dataSet(let path): try inspect(DataSet(contentsOf: path))
    }
  }

  private func inspect(_ dataSet: DataSet) throws {
    var total = DataSetInspection()
    for episode in dataSet.episodes {
      let name = String(episode.dropFirst(dataSet.path.count).drop { $0 == "/" })
      do throws(EpisodeError) {
        let inspection = EpisodeInspection(of: try Episode(contentsOf: episode))
        total.add(inspection)
        printLine(json ? inspection.json : DataSetInspection.line(inspection, name: name, width: width))
      } catch {
        total.addUnreadable()
        printLine(json ? problem(error, path: episode) : DataSetInspection.line(error, name: name, width: width))
      }
    }
    printPage(json ? total.json : total.text(width: width))
  }

  /// Prints a text that may end its last line itself.
  private func printPage(_ text: String) { printPiece(text.hasSuffix("\n") ? text : text + "\n") }

  private func problem(_ error: EpisodeError, path: String) -> String {
    JSONObject(["event": .string("error"), "path": .string(path), "message": .string(error.description)]).text
  }

  /// The terminal's width, or a page's.
  private var width: Int {
    var size = winsize()
    return ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 100
  }
}
