/// Names that someone may have meant.
enum NearNames {
  /// The names within a third of their letters, nearest first, at most three.
  static func near(_ name: String, among names: [String]) -> [String] {
    let letters = Array(name.lowercased())
    let near = names.map { (name: $0, distance: distance(letters, Array($0.lowercased()))) }
      .filter { $0.distance <= max(1, max(letters.count, $0.name.count) / 3) }
    return near.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
  }

  /// What to write instead.
  static func advice(_ name: String, among names: [String]) -> String {
    let near = near(name, among: names)
    if !near.isEmpty { return "did you mean \(near.joined(separator: " or "))?" }
    return "write one of \(names.joined(separator: ", "))"
  }

  /// How many letters are to be replaced, put in or taken out (Levenshtein).
  static func distance(_ first: [Character], _ second: [Character]) -> Int {
    var row = Array(0...second.count)
    for (i, letter) in first.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in second.enumerated() {
        let replaced = diagonal + (letter == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[second.count]
  }
}
