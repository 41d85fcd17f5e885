import Foundation
import Imaging
import Testing

@testable import VirtualPhone

/// Walks over all apps' screens, tapping what can be tapped, and looks at where things lie.
///
/// The views are looked at themselves, not the hierarchy, which says only what of them can be seen.
@Suite("On every screen")
struct LayoutTests {
  /// A phone to look at: its screen and how large its texts are.
  struct Look: Sendable, CustomTestStringConvertible {
    var width: Int
    var height: Int
    var density: Int
    var fontScale: String
    var testDescription: String { "\(width)×\(height) at \(density) dpi, texts \(fontScale)" }
  }

  static let looks = [
    Look(width: 1080, height: 2400, density: 420, fontScale: "1.3"),
    Look(width: 720, height: 1280, density: 320, fontScale: "1.3"),
    Look(width: 2400, height: 1080, density: 420, fontScale: "1.0"),
  ]

  /// With `INFIR_SLOW_TESTS=1` more phones are looked at, and more screens of their apps.
  static let isThorough = ProcessInfo.processInfo.environment["INFIR_SLOW_TESTS"] == "1"
  static let moreLooks = [
    Look(width: 1080, height: 2400, density: 420, fontScale: "1.0"),
    Look(width: 720, height: 1280, density: 320, fontScale: "1.0"),
    Look(width: 1440, height: 3120, density: 560, fontScale: "1.0"),
  ]

  /// What differs by rounding.
  static let slack = 3

  /// How many screens of an app are looked at.
  static let screensPerApp = isThorough ? 60 : 10

  @Test("texts and buttons have their own room", arguments: isThorough ? looks + moreLooks : looks)
  func everythingFits(look: Look) {
    // What is wrong, and the first way to it.
    var problems: [String: String] = [:]
    for app in Apps.launchable {
      var start = Phone(PhoneConfiguration(width: look.width, height: look.height, density: look.density))
      start.set("font_scale", in: .system, to: look.fontScale)
      start.launch(app.package.name)
      var seen: Set<String> = []
      var queue = [(way: app.package.label, phone: start)]
      while !queue.isEmpty, seen.count < Self.screensPerApp {
        let (way, phone) = queue.removeFirst()
        let screen = phone.hierarchy()
        // A screen is known by what can be tapped; what is written there may count the seconds.
        let names = screen.all.filter { $0.isClickable }.map { "\($0.contentDescription) \($0.resourceID)" }
        guard seen.insert("\(phone.activity.screen) \(phone.activity.dialog ?? "") \(names)").inserted else { continue }
        for problem in Self.problems(phone) where problems[problem] == nil { problems[problem] = way }
        var tapped: Set<String> = []
        for node in screen.all where node.isClickable && node.package == app.package.name {
          // Of a list's rows one is enough.
          let kind = "\(node.resourceID)\(node.contentDescription.isEmpty ? node.className : node.contentDescription)"
          guard tapped.count < 12, tapped.insert(kind).inserted else { continue }
          var next = phone
          next.perform(.tap(x: node.center.x, y: node.center.y))
          guard next.system.isAppInFront, next.activity.package == app.package.name else { continue }
          let name = node.contentDescription.isEmpty ? node.text : node.contentDescription
          queue.append(("\(way) › \(name.isEmpty ? kind : name)", next))
        }
      }
    }
    let lines = problems.map { "\($0.value): \($0.key)" }.sorted()
    #expect(lines.isEmpty, "\(lines.count) problems:\n\(lines.joined(separator: "\n"))")
  }

  /// What is wrong with a screen, a line each.
  static func problems(_ phone: Phone) -> [String] {
    var found: [String] = []
    for window in phone.windows() {
      let root = phone.placed(window)
      look(at: root, room: window.frame, phone, &found)
      var texts: [(text: String, frame: Rect)] = []
      root.forEach { node in
        guard case .text(let text) = node.view.content, !text.string.isEmpty else { return }
        let insets = node.view.insets
        let (left, top) = (phone.pixels(insets.left), phone.pixels(insets.top))
        let frame = Rect(
          x: node.frame.x + left, y: node.frame.y + top,
          width: node.frame.width - left - phone.pixels(insets.right),
          height: node.frame.height - top - phone.pixels(insets.bottom)
        ).intersection(node.visible)
        for other in texts {
          let common = frame.intersection(other.frame)
          if common.width > slack, common.height > 2 * slack {
            found.append("“\(text.string)” is written over “\(other.text)”")
          }
        }
        texts.append((text.string, frame))
      }
    }
    return found
  }

  /// `room` is what a node may take at most: its window, or without end inside of what scrolls.
  private static func look(at node: Node, room: Rect, _ phone: Phone, _ found: inout [String]) {
    var room = room
    if case .icon(let name, _) = node.view.content {
      // A name that the font doesn't have is drawn as letters, which are wider.
      let width = TextMeasure.size(name, TextStyle(size: 100, family: "Material Icons")).width
      if width > 101 { found.append("there is no icon “\(name)”") }
    }
    if case .text(let text) = node.view.content, !text.string.isEmpty {
      let layout = Layout(dp: phone.dp, fontScale: phone.fontScale, activity: phone.activity)
      var view = node.view
      view.width = .fixed(Double(node.frame.width) / phone.dp)
      view.height = .wrap
      let needed = layout.node(view, node.frame.width, Layout.unlimited).frame.height
      if needed > node.frame.height + slack {
        found.append("“\(text.string)” needs \(needed) pixels and has \(node.frame.height)")
      }
      if !node.frame.isEmpty, !lies(node.frame, in: room) {
        found.append("“\(text.string)” lies at \(say(node.frame)), outside of \(say(room))")
      }
      let width = node.frame.width - phone.pixels(node.view.insets.left + node.view.insets.right)
      if text.string.count > 2, width < phone.pixels(12) {
        found.append("“\(text.string)” is \(node.frame.width) pixels wide")
      }
    }
    if node.view.onTap != nil, !lies(node.frame, in: room) {
      found.append("\(name(of: node)) to tap lies at \(say(node.frame)), outside of \(say(room))")
    }
    if case .scroll = node.view.content {
      room.height = Layout.unlimited
      room.y = -Layout.unlimited / 2
    } else if node.view.onTap != nil || node.view.fillColor != nil, !node.frame.isEmpty {
      // What has a face of its own holds its texts.
      room = node.frame.intersection(room)
    }
    let targets = node.children.flatMap { outermostTargets($0) }
    for (index, one) in targets.enumerated() {
      for other in targets[..<index] {
        let common = one.visible.intersection(other.visible)
        // The discs of a clock's face touch each other.
        let smaller = min(one.frame.width * one.frame.height, other.frame.width * other.frame.height)
        guard common.width * common.height * 8 > smaller, !isFloating(one) else { continue }
        // Bars lie over a picture that fills the screen.
        let screen = phone.screen
        if 2 * other.visible.width * other.visible.height > screen.width * screen.height { continue }
        found.append("\(name(of: one)) lies over \(name(of: other)) by \(common.width)×\(common.height)")
      }
    }
    for child in node.children { look(at: child, room: room, phone, &found) }
  }

  private static func lies(_ frame: Rect, in room: Rect) -> Bool {
    frame.x >= room.x - slack && frame.right <= room.right + slack && frame.y >= room.y - slack
      && frame.bottom <= room.bottom + slack
  }

  /// The first nodes on each way down that can be tapped.
  private static func outermostTargets(_ node: Node) -> [Node] {
    node.view.onTap != nil ? [node] : node.children.flatMap { outermostTargets($0) }
  }

  /// Buttons that lie over lists do so in Android too.
  private static func isFloating(_ node: Node) -> Bool {
    let name = node.view.id
    return ["fab", "float", "add", "compose"].contains { name.lowercased().contains($0) }
  }

  private static func name(of node: Node) -> String {
    if !node.view.label.isEmpty { return "“\(node.view.label)”" }
    var text = ""
    node.forEach { if case .text(let own) = $0.view.content, text.isEmpty { text = own.string } }
    return text.isEmpty ? node.view.id.isEmpty ? "something" : node.view.id : "“\(text)”"
  }

  private static func say(_ rect: Rect) -> String { "\(rect.x),\(rect.y),\(rect.right),\(rect.bottom)" }
}
