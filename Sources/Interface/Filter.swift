/// Finds entries by what is typed: every word of it must occur, in any case, in the name or the detail.
enum Filter {
  static func matches(_ filter: String, _ entry: DirectoryEntry) -> Bool {
    let name = entry.name.lowercased()
    let detail = entry.detail.lowercased()
    return filter.lowercased().split(separator: " ").allSatisfy { name.contains($0) || detail.contains($0) }
  }
}
