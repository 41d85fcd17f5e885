/// Names that someone may have meant.
public enum NearNames {
  /// The names within a third of their letters, nearest first, else those that it is a part of; at most three.
  public static func near(_ name: String, among names: [String]) -> [String] {
    let similar = similar(name, among: names)
    guard similar.isEmpty, name.count > 2 else { return similar }
    return Array(names.filter { $0.lowercased().contains(name.lowercased()) }.sorted().prefix(3))
  }

  private static func similar(_ name: String, among names: [String]) -> [String] {
    let letters = Array(name.lowercased())
    let near = names.map { (name: $0, distance: distance(letters, Array($0.lowercased()))) }
      .filter { $0.distance <= (max(letters.count, $0.name.count) + 1) / 3 }
    return near.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
  }

  /// What to write instead.
  static func advice(_ name: String, among names: [String]) -> String {
    let near = near(name, among: names)
    if !near.isEmpty { return "did you mean \(near.joined(separator: " or "))?" }
    return "write one of \(names.joined(separator: ", "))"
  }

  /// How many letters are to be replaced, put in, taken out or exchanged with the next (optimal string alignment).
  static func distance(_ first: [Character], _ second: [Character]) -> Int {
    var (older, row) = ([Int](), Array(0...second.count))
    for (i, letter) in first.enumerated() {
      var next = [i + 1]
      for (j, other) in second.enumerated() {
        var best = min(row[j] + (letter == other ? 0 : 1), row[j + 1] + 1, next[j] + 1)
        if i > 0, j > 0, letter == second[j - 1], first[i - 1] == other { best = min(best, older[j - 1] + 1) }
        next.append(best)
      }
      (older, row) = (row, next)
    }
    return row[second.count]
  }
}
