/// The UI hierarchy as uiautomator writes it.
enum HierarchyText {
  /// - Parameter rotation: quarter turns of the screen.
  static func xml(_ root: HierarchyNode, rotation: Int = 0) -> String {
    var text = "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?><hierarchy rotation=\"\(rotation)\">"
    // A root of that name only holds the windows, and is the element that is written anyhow.
    let isHolder = root.className == "hierarchy"
    // Opened and closed on a stack of our own, however deep the tree is.
    var pending: [(node: HierarchyNode, index: Int, isClosing: Bool)] =
      isHolder ? root.children.enumerated().reversed().map { ($1, $0, false) } : [(root, 0, false)]
    while let (node, index, isClosing) = pending.popLast() {
      if isClosing {
        text += "</node>"
        continue
      }
      text += "<node\(attributes(node, index))"
      if node.children.isEmpty {
        text += " />"
      } else {
        text += ">"
        pending.append((node, index, true))
        pending += node.children.enumerated().reversed().map { ($1, $0, false) }
      }
    }
    return text + "</hierarchy>"
  }

  private static func attributes(_ node: HierarchyNode, _ index: Int) -> String {
    let bounds = node.bounds
    var text = ""
    func add(_ name: String, _ value: String) { text += " \(name)=\"\(escaped(value))\"" }
    add("index", "\(index)")
    add("text", node.text)
    add("resource-id", node.resourceID)
    add("class", node.className)
    add("package", node.package)
    add("content-desc", node.contentDescription)
    add("checkable", "\(node.isCheckable)")
    add("checked", "\(node.isChecked)")
    add("clickable", "\(node.isClickable)")
    add("enabled", "\(node.isEnabled)")
    add("focusable", "\(node.isFocusable)")
    add("focused", "\(node.isFocused)")
    add("scrollable", "\(node.isScrollable)")
    add("long-clickable", "\(node.isLongClickable)")
    add("password", "\(node.isPassword)")
    add("selected", "\(node.isSelected)")
    if !node.hint.isEmpty { add("hint", node.hint) }
    add("bounds", "[\(bounds.left),\(bounds.top)][\(bounds.right),\(bounds.bottom)]")
    return text
  }

  private static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "\n": result.append(contentsOf: "&#10;".unicodeScalars)
      case "\t": result.append(contentsOf: "&#9;".unicodeScalars)
      case "\r": result.append(contentsOf: "&#13;".unicodeScalars)
      // XML has no way to write these; uiautomator writes a full stop.
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: result.append(".")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
