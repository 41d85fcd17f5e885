/// Entries of a folder or a data set, searched by what is typed.
struct EntryList: Sendable, Equatable {
  private var entries: [DirectoryEntry] = []
  private(set) var list = ListView()
  /// What is searched for; nil where nothing is.
  private(set) var filter: TextField?
  /// Whether the search is being typed.
  private(set) var isTyping = false
  private(set) var showsHidden = false
  /// A first row for the folder above.
  private var hasParent = false

  var hiddenCount: Int { entries.count { $0.name.hasPrefix(".") } }
  var isFiltered: Bool { !(filter?.isEmpty ?? true) }
  var hasEpisodes: Bool { entries.contains { $0.kind == .episode } }

  /// The rows, from the top.
  private(set) var shown: [DirectoryEntry] = []
  /// The cells of the longest name among them.
  private var longestName = 0

  private mutating func refresh() {
    shown = showsHidden ? entries : entries.filter { !$0.name.hasPrefix(".") }
    if let filter, !filter.isEmpty {
      shown = shown.filter { Filter.matches(filter.text, $0) }
    } else if hasParent {
      shown.insert(DirectoryEntry(name: "..", kind: .directory, detail: "the folder above"), at: 0)
    }
    // The shape of a long name isn't worth the time in a folder of thousands.
    longestName = shown.reduce(0) { max($0, DisplayText.width(of: $1.name.prefix(100), ascii: false)) }
  }

  /// Whether there is nothing but the way up.
  var hasOnlyParent: Bool { hasParent && shown.count == 1 && !isFiltered }

  var selected: DirectoryEntry? {
    shown.indices.contains(list.selection) ? shown[list.selection] : nil
  }

  /// Takes other entries: folders first, then what can be opened, then files, each by name. Chooses the one called `name`.
  mutating func set(_ entries: [DirectoryEntry], hasParent: Bool, select name: String?, sorted: Bool = true) {
    self.entries = entries
    self.hasParent = hasParent
    if sorted {
      let keyed = entries.map { (entry: $0, key: $0.name.lowercased()) }
      self.entries = keyed.sorted { a, b in
        (a.entry.kind.rank, a.key, a.entry.name) < (b.entry.kind.rank, b.key, b.entry.name)
      }.map(\.entry)
    }
    list = ListView()
    refresh()
    let first = hasParent && shown.count > 1 ? 1 : 0
    list.select(shown.firstIndex { $0.name == name } ?? first, count: shown.count, visible: shown.count)
  }

  mutating func select(_ row: Int, visible: Int) { list.select(row, count: shown.count, visible: visible) }

  mutating func scroll(by rows: Int, visible: Int) { list.scroll(by: rows, count: shown.count, visible: visible) }

  mutating func perform(_ command: Command, visible: Int) -> Bool {
    switch command {
    case .filter:
      if filter == nil { filter = TextField() }
      isTyping = true
    case .clearFilter, .dismiss:
      let name = selected?.name
      filter = nil
      isTyping = false
      reselect(name, visible: visible)
    case .toggleHidden:
      let name = selected?.name
      showsHidden.toggle()
      reselect(name, visible: visible)
    default: return list.perform(command, count: shown.count, visible: visible)
    }
    return true
  }

  mutating func type(_ key: Key, visible: Int) -> Bool {
    guard isTyping, var field = filter, field.type(key) else { return false }
    setFilter(field, visible: visible)
    return true
  }

  mutating func paste(_ text: String, visible: Int) {
    guard isTyping, var field = filter else { return }
    field.insert(text)
    setFilter(field, visible: visible)
  }

  private mutating func setFilter(_ field: TextField, visible: Int) {
    let isChanged = field.text != filter?.text
    filter = field
    guard isChanged else { return }
    refresh()
    list.select(0, count: shown.count, visible: visible)
  }

  private mutating func reselect(_ name: String?, visible: Int) {
    refresh()
    list.select(shown.firstIndex { $0.name == name } ?? 0, count: shown.count, visible: visible)
  }

  /// The keys that search and move.
  func bindings(searchIn what: String) -> [KeyBinding] {
    if isTyping {
      return KeyBinding.movement(isTyping: true) + [
        KeyBinding([.escape], "show all", "end the search and show everything", .clearFilter)
      ]
    }
    return KeyBinding.movement() + [
      KeyBinding([.character("/")], "search", "search \(what) as you type", .filter)
    ]
  }

  // MARK: - Drawing

  /// Draws the rows in a box, or in all of the rectangle where it is small.
  func draw(on canvas: inout Canvas, in rect: Rect, title: String, showsKinds: Bool, empty: [TextLine]) {
    var rect = rect
    if let filter { drawFilter(filter, on: &canvas, in: rect.takeTop(1)) }
    let position = shown.isEmpty ? "" : "\(list.selection + 1) of \(shown.count)"
    let inside = canvas.listBox(rect, title: title, right: position)
    guard !shown.isEmpty else {
      var lines: [TextLine] = []
      for line in empty {
        lines += canvas.wrap(line.text, columns: inside.columns - 2, role: line.role, isBold: line.isBold)
      }
      canvas.put(lines, in: inside.inset(columns: 1, rows: inside.rows > lines.count + 2 ? 1 : 0))
      return
    }
    let nameColumns = nameColumns(inside.columns)
    canvas.list(list, count: shown.count, in: inside, barColumn: rect.column + rect.columns - 1) {
      canvas, index, line in
      draw(shown[index], on: &canvas, in: line, nameColumns: nameColumns, showsKinds: showsKinds)
    }
  }

  /// How many rows are visible in a rectangle.
  func visibleRows(in rect: Rect) -> Int {
    var rect = rect
    if filter != nil { _ = rect.takeTop(1) }
    return rect.listRows
  }

  private func nameColumns(_ columns: Int) -> Int {
    columns < 44 ? columns : min(longestName + 2, columns * 45 / 100)
  }

  private func drawFilter(_ field: TextField, on canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    var rest = rect
    canvas.put("/", column: rest.column + 1, row: rest.row, columns: 1, role: .key, isBold: true)
    _ = rest.takeLeft(3)
    let hint = isTyping ? "" : "Esc shows everything"
    let window = field.window(columns: rest.columns, ascii: canvas.isASCII)
    canvas.put(window.text, column: rest.column, row: rest.row, columns: rest.columns)
    if canvas.width(of: window.text) + canvas.width(of: hint) + 2 < rest.columns {
      canvas.putRight(hint, in: rest, row: rest.row, role: .dim)
    }
    if isTyping { canvas.placeCursor(column: rest.column + window.cursor, row: rest.row) }
  }

  private func draw(
    _ entry: DirectoryEntry, on canvas: inout Canvas, in line: Rect, nameColumns: Int, showsKinds: Bool
  ) {
    var rest = line
    if showsKinds, rest.columns > 12 {
      let mark = rest.takeLeft(2)
      canvas.put(
        entry.kind.symbol(canvas.symbols), column: mark.column, row: mark.row, columns: 1, role: entry.kind.role)
    }
    let isPlain = entry.kind == .file
    let name = entry.kind == .directory && entry.name != ".." ? entry.name + "/" : entry.name
    let nameRect = rest.takeLeft(nameColumns)
    canvas.put(
      name, column: nameRect.column, row: nameRect.row, columns: nameRect.columns - (rest.columns > 0 ? 1 : 0),
      role: isPlain ? .dim : .text, isBold: entry.kind != .file && entry.kind != .directory)
    if showsKinds, rest.columns > 30 {
      let kind = rest.takeLeft(10)
      canvas.put(entry.kind.word, column: kind.column + 1, row: kind.row, columns: 8, role: entry.kind.role)
    }
    canvas.put(entry.detail, column: rest.column, row: rest.row, columns: rest.columns, role: .dim)
  }
}

extension DirectoryEntry.Kind {
  fileprivate var rank: Int {
    switch self {
    case .directory: 0
    case .dataSet: 1
    case .episode: 2
    case .model: 3
    case .file: 4
    }
  }

  fileprivate var word: String {
    switch self {
    case .directory: "folder"
    case .dataSet: "data set"
    case .episode: "episode"
    case .model: "model"
    case .file: ""
    }
  }

  fileprivate var role: Role {
    switch self {
    case .directory: .title
    case .dataSet, .episode: .recorded
    case .model: .proposed
    case .file: .dim
    }
  }

  fileprivate func symbol(_ symbols: Symbols) -> String {
    switch self {
    case .directory: symbols.directory
    case .dataSet: symbols.dataSet
    case .episode: symbols.episode
    case .model: symbols.model
    case .file: symbols.file
    }
  }
}
