import Testing
import VirtualPhone

extension HierarchyNode {
  /// This node and all below it.
  var all: [HierarchyNode] { [self] + children.flatMap(\.all) }

  /// The first node with this text, description or hint.
  func find(_ name: String) -> HierarchyNode? {
    all.first { $0.text == name || $0.contentDescription == name || $0.hint == name }
  }

  /// The first node with this resource id.
  func find(id: String) -> HierarchyNode? { all.first { $0.resourceID == id } }

  /// Middle of its bounds.
  var center: (x: Int, y: Int) { ((bounds.left + bounds.right) / 2, (bounds.top + bounds.bottom) / 2) }

  /// One line a node, indented: what snapshots compare.
  func lines(_ depth: Int = 0) -> String {
    var marks = ""
    if isClickable { marks += " clickable" }
    if isScrollable { marks += " scrollable" }
    if isCheckable { marks += isChecked ? " checked" : " unchecked" }
    let name = className.split(separator: ".").last ?? ""
    let line =
      "\(String(repeating: "  ", count: depth))\(name) \(bounds.left),\(bounds.top),\(bounds.right),\(bounds.bottom)"
      + (text.isEmpty ? "" : " “\(text)”") + (contentDescription.isEmpty ? "" : " (\(contentDescription))")
      + (resourceID.isEmpty ? "" : " #\(resourceID.split(separator: "/").last ?? "")") + marks
    return ([line] + children.map { $0.lines(depth + 1) }).joined(separator: "\n")
  }
}

extension Phone {
  /// Taps what has this name; a failure when nothing does.
  mutating func tap(on name: String, _ location: SourceLocation = #_sourceLocation) {
    guard let node = hierarchy().find(name) else {
      Issue.record("there is no “\(name)”:\n\(hierarchy().lines())", sourceLocation: location)
      return
    }
    perform(.tap(x: node.center.x, y: node.center.y))
  }

  /// Starts an activity by its action; a failure when nothing handles it.
  mutating func open(_ action: String, _ location: SourceLocation = #_sourceLocation) {
    let isOpen = start(PhoneIntent(action: action))
    #expect(isOpen, sourceLocation: location)
  }

  /// Scrolls until something has this name, then taps it.
  mutating func reach(_ name: String, _ location: SourceLocation = #_sourceLocation) {
    for _ in 0..<8 where hierarchy().find(name) == nil {
      let (x, y) = (configuration.width / 2, configuration.height)
      perform(.swipe(fromX: x, fromY: y * 7 / 10, toX: x, toY: y * 4 / 10, milliseconds: 1000))
    }
    tap(on: name, location)
  }
}
