internal import Yams

/// A step of a set-up or a tear-down.
struct TaskStep: Sendable {
  /// What is done.
  enum Action: Sendable {
    /// A command, which must succeed unless it may fail.
    case shell(ShellTemplate, mayFail: Bool)
    /// A file with a text in it.
    case file(path: Template, text: [Template], modified: Placeholder?)
    /// A picture with lines of text on it.
    case picture(path: Template, title: Template?, lines: [Template])
    /// A page from the folder `pages`, with the seed put in.
    case page(path: Template, content: String)
    /// What a command prints now, kept under a name.
    case remember(name: String, ShellTemplate)
    /// A wait until the screen stands still, so many seconds at most.
    case wait(seconds: Int)
  }

  let action: Action
  /// The list for whose elements it is done one by one.
  let each: String?

  private static let kinds = ["shell", "file", "picture", "page", "remember", "wait"]

  /// Reads a step; `remember` adds its name to the scope.
  init(_ node: Node, in scope: inout Scope, pages: PageFolder) throws(TaskProblem) {
    let fields = try Fields(
      node, of: "a step",
      known: Self.kinds + ["each", "may_fail", "text", "lines", "modified", "title", "to"])
    let remembers = fields["remember"] != nil
    let kind = try remembers ? "remember" : fields.one(of: Self.kinds)
    let allowed: [String: [String]] = [
      "shell": ["each", "may_fail"], "file": ["each", "text", "lines", "modified"],
      "picture": ["each", "title", "lines"],
      "page": ["to"], "remember": ["shell"], "wait": [],
    ]
    for key in fields.keys where key != kind && allowed[kind]?.contains(key) != true {
      throw TaskProblem("the key \(key) does nothing in a \(kind) step", line: fields.line)
    }
    each = try fields.text("each")
    let inner: Scope
    do throws(TaskProblem) { inner = try scope.repeating(each) } catch {
      throw TaskProblem(error.reason, line: fields.line)
    }
    func template(_ key: String) throws(TaskProblem) -> Template {
      let node = try fields.required(key)
      return try node.template(key, in: inner)
    }
    func templates(_ key: String) throws(TaskProblem) -> [Template] {
      var templates: [Template] = []
      for item in fields.items(key) { templates.append(try item.template(key, in: inner)) }
      return templates
    }
    switch kind {
    case "shell":
      action = .shell(
        try fields.required("shell").shellTemplate("shell", in: inner), mayFail: try fields.truth("may_fail"))
    case "file":
      let key = try fields.one(of: ["text", "lines"])
      var modified: Placeholder?
      if let node = fields["modified"] {
        let pieces = try Template.pieces(of: node.text("modified"), in: inner)
        guard pieces.count == 1, case .placeholder(let placeholder, _) = pieces[0], placeholder.kind == .time else {
          throw TaskProblem("modified is a date or time in braces", at: node)
        }
        modified = placeholder
      }
      action = .file(
        path: try template("file"), text: key == "text" ? [try template("text")] : try templates("lines"),
        modified: modified)
    case "picture":
      let path = try template("picture")
      guard path.source.hasSuffix(".png") || path.source.hasSuffix(".jpg") || !path.isFixed else {
        throw TaskProblem("a picture's path ends in .png or .jpg, not \(path.source)", line: fields.line)
      }
      _ = try fields.required("lines")
      action = .picture(
        path: path, title: try fields["title"].map { (_) throws(TaskProblem) in try template("title") },
        lines: try templates("lines"))
    case "page":
      let node = try fields.required("page")
      action = .page(path: try template("to"), content: try pages.page(node.text("page"), at: node))
    case "remember":
      let name = try fields.required("remember").text("remember")
      try TaskDefinition.requireName(name, "what is remembered", at: node)
      guard scope.kinds[name] == nil else { throw TaskProblem("the name \(name) is taken; use another", at: node) }
      action = .remember(name: name, try fields.required("shell").shellTemplate("shell", in: inner))
      scope = scope.adding([name: .text])
    default:
      let seconds = try fields.required("wait").integer("wait")
      guard (1...60).contains(seconds) else { throw TaskProblem("wait is from 1 to 60 seconds", line: fields.line) }
      action = .wait(seconds: seconds)
    }
  }
}

extension Node {
  /// A text with parameters.
  func template(_ what: String, in scope: Scope) throws(TaskProblem) -> Template {
    let text = try text(what)
    do throws(TaskProblem) { return try Template(text, in: scope) } catch {
      throw TaskProblem(error.reason, line: error.line ?? mark?.line)
    }
  }

  /// A command with parameters.
  func shellTemplate(_ what: String, in scope: Scope) throws(TaskProblem) -> ShellTemplate {
    let text = try text(what)
    do throws(TaskProblem) { return try ShellTemplate(text, in: scope) } catch {
      throw TaskProblem(error.reason, line: error.line ?? mark?.line)
    }
  }
}
