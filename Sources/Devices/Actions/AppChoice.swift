/// What `open_app` starts.
enum AppChoice {
  /// The activities to try, best first: AndroidWorld's table where its app is installed, then the launcher's own
  /// activities whose package has the name in it, then the table all the same.
  ///
  /// - Parameter launcher: the activities that the launcher shows, in its order.
  static func components(for name: String, launcher: [Component]) -> [Component] {
    var chosen: [Component] = []
    func add(_ component: Component) { if !chosen.contains(component) { chosen.append(component) } }
    let known = AppNames.component(for: name)
    if let known {
      if launcher.contains(known) { add(known) }
      // Versions rename their activities: the launcher knows the present one.
      for component in launcher where component.package == known.package { add(component) }
    }
    let ranked = launcher.enumerated().compactMap { index, component in
      rank(component, name: name).map { (rank: $0, index: index, component: component) }
    }
    for entry in ranked.sorted(by: { ($0.rank, $0.index) < ($1.rank, $1.index) }) { add(entry.component) }
    // Old devices can't list their launcher's activities. Starting what isn't there does no harm.
    if let known { add(known) }
    return chosen
  }

  /// How well an activity goes with a name, 0 best; nil for not at all.
  private static func rank(_ component: Component, name: String) -> Int? {
    let package = component.package.lowercased()
    if name.lowercased() == package { return 0 }
    let wanted = letters(name)
    guard !wanted.isEmpty else { return nil }
    let segments = package.split(separator: ".").map { letters(String($0)) }
    if segments.last == wanted { return 1 }
    if segments.dropFirst().contains(wanted) { return 2 }
    // `Simple Calendar Pro` is com.simplemobiletools.calendar.pro: all its words are there.
    let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let joined = segments.joined(separator: ".")
    if words.count > 1, words.allSatisfy(joined.contains) { return 3 }
    // `Clock` is com.google.android.deskclock. Shorter names are in too many others.
    if wanted.count >= 4, segments.last?.contains(wanted) == true { return 4 }
    if wanted.count >= 4, segments.dropFirst().contains(where: { $0.contains(wanted) }) { return 5 }
    return nil
  }

  private static func letters(_ text: String) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}
