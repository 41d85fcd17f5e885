internal import Episodes
internal import VirtualPhone

extension UIElement {
  /// The elements of a hierarchy as `Hierarchy` reads them from a dump of it: those that say something, take input or
  /// have nothing inside, parents before children.
  static func all(in root: HierarchyNode) -> [UIElement] {
    var elements: [UIElement] = []
    for window in root.children { collect(window, into: &elements) }
    return elements
  }

  private static func collect(_ node: HierarchyNode, into elements: inout [UIElement]) {
    let says = !node.text.isEmpty || !node.contentDescription.isEmpty
    let takes = node.isClickable || node.isLongClickable || node.isScrollable || node.isCheckable
    let bounds = node.bounds
    if says || takes || node.children.isEmpty, bounds.left < bounds.right, bounds.top < bounds.bottom {
      elements.append(
        UIElement(
          text: present(node.text), contentDescription: present(node.contentDescription),
          className: present(node.className), resourceID: present(node.resourceID),
          bounds: Bounds(left: bounds.left, top: bounds.top, right: bounds.right - 1, bottom: bounds.bottom - 1),
          isClickable: node.isClickable, isScrollable: node.isScrollable,
          isChecked: node.isCheckable ? node.isChecked : nil, isFocused: node.isFocused, hint: present(node.hint)))
    }
    for child in node.children { collect(child, into: &elements) }
  }

  private static func present(_ text: String) -> String? { text.isEmpty ? nil : text }
}
