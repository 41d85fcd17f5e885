internal import Foundation
internal import Yams

/// The folder `pages` beside the tasks.
struct PageFolder: Sendable {
  /// Its path.
  let path: String

  /// A page's text, with `%%SEED%%` where the seed goes.
  func page(_ name: String, at node: Node) throws(TaskProblem) -> String {
    guard !name.contains("/"), name.hasSuffix(".html") else {
      throw TaskProblem("page names a file of the folder pages that ends in .html, not \(name)", at: node)
    }
    guard let text = try? String(contentsOfFile: path + "/" + name, encoding: .utf8) else {
      throw TaskProblem("there is no page \(path)/\(name); put it there or name another", at: node)
    }
    return text
  }
}
