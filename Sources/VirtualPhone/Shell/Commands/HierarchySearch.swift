/// Looks through a UI hierarchy without recursion, however deep it is.
enum HierarchySearch {
  static func contains(_ root: HierarchyNode, _ matches: (HierarchyNode) -> Bool) -> Bool {
    var pending = [root]
    while let node = pending.popLast() {
      if matches(node) { return true }
      pending += node.children
    }
    return false
  }
}
