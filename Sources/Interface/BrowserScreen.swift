/// Walks through folders to an episode, a data set or a model.
struct BrowserScreen: Screen {
  /// What is being looked for; decides on the words only.
  enum Purpose: Sendable {
    case episode, model, anything
  }

  private let purpose: Purpose
  private var path: String
  private var entries = EntryList()
  private var problem: String?
  private var isReading = true
  /// What was chosen in a folder when it was left.
  private var chosen: [String: String] = [:]
  /// What is being opened.
  private var opening: String?

  init(purpose: Purpose, path: String) {
    self.purpose = purpose
    self.path = path
  }

  var trail: [String] {
    switch purpose {
    case .episode: ["Open an episode"]
    case .model: ["Open a model"]
    case .anything: ["Files"]
    }
  }

  func status(_ context: Context) -> [StatusPart] {
    if let opening { return [StatusPart(text: "opening \(opening)", rank: 1)] }
    return isReading ? [StatusPart(text: "reading the folder", rank: 1)] : []
  }

  var isTyping: Bool { entries.isTyping }

  // MARK: - Keys

  func bindings(_ context: Context) -> [KeyBinding] {
    let open = KeyBinding(
      isTyping ? [.enter] : [.enter, .right, .character("l")], "open", "open the folder, episode, data set or model",
      .open,
      disabled: whyNotOpen)
    guard !isTyping else { return [open] + entries.bindings(searchIn: "this folder") }
    let noParent = PathText.parent(of: path) == nil ? "this is the topmost folder" : nil
    let escape: [KeyBinding] =
      entries.isFiltered
      ? [KeyBinding([.escape], "show all", "end the search and show everything", .clearFilter)] : []
    return [
      open,
      KeyBinding(
        [.backspace, .left, .character("h")], "up", "to the folder above", .parent, disabled: noParent),
    ] + entries.bindings(searchIn: "this folder") + escape + [
      KeyBinding(
        [.character("o")], "open all", "open this folder's episodes as a data set", .openFolder,
        disabled: entries.hasEpisodes ? nil : "there are no episodes in this folder"),
      KeyBinding([.character("~")], "home", "to the home folder", .goHome),
      KeyBinding(
        [.character(".")], "hidden", entries.showsHidden ? "don't show hidden files" : "show hidden files",
        .toggleHidden),
      KeyBinding([.character("r")], "read again", "read the folder again", .reread, isInFooter: false),
      KeyBinding(
        entries.isFiltered ? [.character("q")] : [.character("q"), .escape], "back", "to the screen before", .back),
    ]
  }

  private var whyNotOpen: String? {
    guard let entry = entries.selected else { return "there is nothing to open here" }
    return entry.kind == .file ? "\(entry.name) is neither a folder, an episode nor a model" : nil
  }

  mutating func type(_ key: Key, _ context: Context) -> Bool {
    entries.type(key, visible: visibleRows(context))
  }

  mutating func paste(_ text: String, _ context: Context) { entries.paste(text, visible: visibleRows(context)) }

  mutating func perform(_ command: Command, _ context: Context) -> Outcome {
    switch command {
    case .open: return open(context)
    case .parent: return go(to: PathText.parent(of: path) ?? path, select: PathText.name(of: path))
    case .goHome: return go(to: context.homeDirectory)
    case .reread: return go(to: path, select: entries.selected?.name)
    case .openFolder: return openEpisode(path)
    case .back: return Outcome(navigation: .back)
    default:
      _ = entries.perform(command, visible: visibleRows(context))
      return .nothing
    }
  }

  private mutating func open(_ context: Context) -> Outcome {
    guard let entry = entries.selected else { return .nothing }
    if entry.name == "..", entry.kind == .directory {
      return go(to: PathText.parent(of: path) ?? path, select: PathText.name(of: path))
    }
    let target = PathText.join(path, entry.name)
    switch entry.kind {
    case .directory:
      chosen[path] = entry.name
      return go(to: target, select: chosen[target])
    case .episode, .dataSet: return openEpisode(target)
    case .model:
      if let reason = context.models.whyNotLoad { return .notice("Nothing was done: \(reason).", role: .warning) }
      return Outcome(
        effects: [.loadModel(path: target)],
        notice: Notice("\(entry.name) is being loaded; the bar below shows how far it is."))
    case .file: return .nothing
    }
  }

  private mutating func openEpisode(_ path: String) -> Outcome {
    opening = PathText.name(of: path)
    return .effect(.openEpisode(path: path))
  }

  private mutating func go(to path: String, select name: String? = nil) -> Outcome {
    if path != self.path { _ = entries.perform(.clearFilter, visible: 1) }
    if let name { chosen[path] = name }
    self.path = path
    problem = nil
    isReading = true
    return .effect(.list(path: path))
  }

  // MARK: - Mouse

  mutating func click(row: Int, twice: Bool, _ context: Context) -> Outcome {
    let isChosen = entries.list.selection == row
    entries.select(row, visible: visibleRows(context))
    guard twice || isChosen else { return .nothing }
    if let whyNotOpen { return .notice(whyNotOpen) }
    return open(context)
  }

  mutating func scroll(_ target: MouseTarget, by lines: Int, _ context: Context) {
    guard target.isList else { return }
    entries.scroll(by: lines, visible: visibleRows(context))
  }

  // MARK: - News

  mutating func receive(_ message: Message, _ context: Context) -> Outcome {
    switch message {
    case .listed(let path, let entries, let problem) where path == self.path:
      let name = isReading ? chosen[path] : self.entries.selected?.name
      self.entries.set(entries, hasParent: PathText.parent(of: path) != nil, select: name)
      self.problem = problem
      isReading = false
    case .episodeOpened, .dataSetOpened, .episodeFailed: opening = nil
    default: break
    }
    return .nothing
  }

  // MARK: - Drawing

  func draw(on canvas: inout Canvas, _ context: Context) {
    var rect = context.body
    if rect.rows > 3 {
      let line = rect.takeTop(1)
      let shown = TextLayout.cutStart(
        PathText.abbreviated(path, home: context.homeDirectory), columns: line.columns - 2, ascii: canvas.isASCII)
      let used = canvas.put(shown, column: line.column + 1, row: line.row, columns: line.columns - 2, isBold: true)
      let hidden = entries.hiddenCount
      if hidden > 0, !entries.showsHidden {
        let note = "\(hidden) hidden"
        if used + canvas.width(of: note) + 4 < line.columns {
          canvas.putRight(note + " ", in: line, row: line.row, role: .dim)
        }
      }
    }
    entries.draw(on: &canvas, in: rect, title: "", showsKinds: true, empty: emptyText(context))
    if entries.hasOnlyParent, !isReading {
      // Below the row of the folder above.
      let columns = max(1, rect.columns - 6)
      let lines = emptyText(context).flatMap { canvas.wrap($0.text, columns: columns, role: $0.role) }
      canvas.put(
        lines, in: Rect(column: rect.column + 3, row: rect.row + 3, columns: columns, rows: max(0, rect.rows - 4)))
    }
  }

  private func emptyText(_ context: Context) -> [TextLine] {
    if let problem {
      return [
        TextLine(problem, role: .bad), TextLine(""),
        TextLine("Backspace goes to the folder above, r tries again.", role: .dim),
      ]
    }
    if isReading { return [TextLine("Reading the folder…", role: .dim)] }
    if entries.isFiltered {
      return [TextLine("Nothing here matches “\(entries.filter?.text ?? "")”. Esc shows everything.", role: .dim)]
    }
    if entries.hiddenCount > 0 {
      return [TextLine("Only hidden files are in this folder; press . to show them.", role: .dim)]
    }
    return [TextLine("This folder is empty.", role: .dim)]
  }

  private func visibleRows(_ context: Context) -> Int {
    var rect = context.body
    if rect.rows > 3 { _ = rect.takeTop(1) }
    return entries.visibleRows(in: rect)
  }
}
