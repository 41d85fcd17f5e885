internal import Episodes

// `uiautomator dump` writes one element per view:
//
//     <?xml version='1.0' encoding='UTF-8' standalone='yes' ?><hierarchy rotation="0"><node index="0" text="Wi&#8209;Fi"
//     resource-id="android:id/title" class="android.widget.TextView" … bounds="[216,551][322,605]" /></hierarchy>
//
// It is read by a scanner of our own and not by an XML parser: dumps have messages around them and, on some devices,
// control characters in them, for which a parser refuses everything. What is readable is what is wanted.

/// What is on the screen, from `uiautomator dump`.
struct Hierarchy: Equatable {
  /// Quarter turns, as the hierarchy itself says.
  var rotation: Int?
  /// Elements that say something, take input or have nothing inside, in drawing order.
  var elements: [UIElement] = []

  /// No dump is larger, and no list of elements longer.
  private static let largestDump = 32 << 20
  private static let mostElements = 20_000

  /// Reads a dump; nil where there is no hierarchy in it, or only the beginning of one.
  init?(_ bytes: [UInt8]) {
    guard bytes.count <= Self.largestDump else { return nil }
    var scanner = TagScanner(bytes)
    var depth: [(node: [String: String], childCount: Int)] = []
    var places: [Int?] = []
    var hasBegun = false
    while let tag = scanner.next() {
      switch tag {
      case .open("hierarchy", let attributes, let isClosed):
        hasBegun = true
        rotation = attributes["rotation"].flatMap { Int($0) }
        if isClosed { return }
      case .open("node", let attributes, let isClosed) where hasBegun:
        if !depth.isEmpty { depth[depth.count - 1].childCount += 1 }
        guard elements.count < Self.mostElements else { return }
        // A parent comes before its children in the list, as it does on the screen; whether it has any is known later.
        elements.append(Self.element(attributes))
        places.append(elements.count - 1)
        if isClosed {
          close(attributes, childCount: 0, at: places.removeLast())
        } else {
          depth.append((attributes, 0))
        }
      case .close("node") where !depth.isEmpty:
        let (attributes, childCount) = depth.removeLast()
        close(attributes, childCount: childCount, at: places.removeLast())
      case .close("hierarchy") where hasBegun:
        elements.removeAll { $0.bounds == nil }
        return
      default: continue
      }
    }
    return nil
  }

  /// Drops an element that neither says nor takes anything, by taking its place away.
  private mutating func close(_ attributes: [String: String], childCount: Int, at place: Int?) {
    guard let place, elements.indices.contains(place) else { return }
    let says = elements[place].text != nil || elements[place].contentDescription != nil
    let takes = ["clickable", "long-clickable", "scrollable", "checkable"].contains { attributes[$0] == "true" }
    if childCount > 0 && !says && !takes { elements[place].bounds = nil }
  }

  private static func element(_ attributes: [String: String]) -> UIElement {
    func value(_ name: String) -> String? { attributes[name].flatMap { $0.isEmpty ? nil : $0 } }
    return UIElement(
      text: value("text"), contentDescription: value("content-desc"), className: value("class"),
      resourceID: value("resource-id"), bounds: attributes["bounds"].flatMap(bounds),
      isClickable: attributes["clickable"] == "true", isScrollable: attributes["scrollable"] == "true",
      isChecked: attributes["checkable"] == "true" ? attributes["checked"] == "true" : nil,
      isFocused: attributes["focused"] == "true", hint: value("hint"))
  }

  /// `[left,top][right,bottom]`, right and bottom one beyond; nil for a rectangle without a pixel.
  static func bounds(_ text: String) -> Bounds? {
    let numbers = text.split(whereSeparator: { "[],".contains($0) }).map { Int($0) }
    guard numbers.count == 4, let left = numbers[0], let top = numbers[1], let right = numbers[2],
      let bottom = numbers[3], left < right, top < bottom
    else { return nil }
    guard [left, top, right, bottom].allSatisfy({ abs($0) < 1 << 20 }) else { return nil }
    return Bounds(left: left, top: top, right: right - 1, bottom: bottom - 1)
  }
}
