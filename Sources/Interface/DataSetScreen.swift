/// The episodes of a data set, with their goals.
struct DataSetScreen: Screen {
  private let path: String
  private var entries = EntryList()
  private let count: Int
  private var opening: String?

  init(path: String, entries: [DirectoryEntry]) {
    self.path = path
    count = entries.count
    self.entries.set(entries, hasParent: false, select: nil, sorted: false)
  }

  var trail: [String] { ["Data set", PathText.name(of: path)] }

  func summary(_ context: Context) -> String { NumberText.count(count, "episode", "episodes") }

  func status(_ context: Context) -> [StatusPart] {
    opening.map { [StatusPart(text: "opening \($0)", rank: 1)] } ?? []
  }

  var isTyping: Bool { entries.isTyping }

  func bindings(_ context: Context) -> [KeyBinding] {
    let open = KeyBinding(
      isTyping ? [.enter] : [.enter, .right, .character("l")], "open", "open the episode", .open,
      disabled: entries.selected == nil ? "there is no episode to open" : nil)
    let search = entries.bindings(searchIn: "names and goals")
    guard !isTyping else { return [open] + search }
    let escape: [KeyBinding] =
      entries.isFiltered
      ? [KeyBinding([.escape], "show all", "end the search and show everything", .clearFilter)] : []
    return [open] + search + escape + [
      KeyBinding([.character("m")], "models", "choose a model", .models),
      KeyBinding(
        entries.isFiltered ? [.character("q"), .left] : [.character("q"), .escape, .left], "back",
        "to the screen before",
        .back),
    ]
  }

  mutating func type(_ key: Key, _ context: Context) -> Bool { entries.type(key, visible: visibleRows(context)) }

  mutating func paste(_ text: String, _ context: Context) { entries.paste(text, visible: visibleRows(context)) }

  mutating func perform(_ command: Command, _ context: Context) -> Outcome {
    switch command {
    case .open: return open()
    case .models: return .openModels(context)
    case .back: return Outcome(navigation: .back)
    default:
      _ = entries.perform(command, visible: visibleRows(context))
      return .nothing
    }
  }

  private mutating func open() -> Outcome {
    guard let entry = entries.selected else { return .nothing }
    opening = entry.name
    return .effect(.openEpisode(path: PathText.join(path, entry.name)))
  }

  mutating func click(row: Int, twice: Bool, _ context: Context) -> Outcome {
    let isChosen = entries.list.selection == row
    entries.select(row, visible: visibleRows(context))
    return twice || isChosen ? open() : .nothing
  }

  mutating func scroll(_ target: MouseTarget, by lines: Int, _ context: Context) {
    guard target.isList else { return }
    entries.scroll(by: lines, visible: visibleRows(context))
  }

  mutating func receive(_ message: Message, _ context: Context) -> Outcome {
    switch message {
    case .episodeOpened, .dataSetOpened, .episodeFailed: opening = nil
    default: break
    }
    return .nothing
  }

  func draw(on canvas: inout Canvas, _ context: Context) {
    let empty =
      entries.isFiltered
      ? "No episode matches “\(entries.filter?.text ?? "")”. Esc shows all of them."
      : "There are no episodes in this data set; Esc goes back to choose another folder."
    entries.draw(
      on: &canvas, in: context.body, title: PathText.abbreviated(path, home: context.homeDirectory), showsKinds: false,
      empty: [TextLine(empty, role: .dim)])
  }

  private func visibleRows(_ context: Context) -> Int { entries.visibleRows(in: context.body) }
}
