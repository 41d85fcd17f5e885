import Foundation
import Imaging
import Testing
import VirtualPhone

@Suite("Whatever is done to it, the phone")
struct RandomWalkTests {
  // A generator of its own, so that a failing seed can be repeated.
  struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 16 ^ state << 40
    }
    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
  }

  static func input(_ dice: inout Dice, _ phone: Phone) -> PhoneInput {
    let (width, height) = (phone.configuration.width, phone.configuration.height)
    let place = (x: dice.below(width), y: dice.below(height))
    switch dice.below(20) {
    case 0..<11:
      // Most of the time something that can be tapped.
      let targets = phone.hierarchy().all.filter { $0.isClickable }
      if targets.isEmpty { return .tap(x: place.x, y: place.y) }
      let target = targets[dice.below(targets.count)]
      return .tap(x: target.center.x, y: target.center.y)
    case 11: return .tap(x: place.x, y: place.y)
    case 12...14:
      return .swipe(
        fromX: place.x, fromY: place.y, toX: dice.below(width), toY: dice.below(height),
        milliseconds: 50 + dice.below(1500))
    case 15: return .swipe(fromX: place.x, fromY: place.y, toX: place.x, toY: place.y, milliseconds: 800)
    case 16:
      return .text(["a", "hello world", "Ünïcode 🎉 ok", "12:30\nx", "\0\u{7f}", ""][dice.below(6)])
    case 17: return .key([4, 4, 66, 67, 112, 21, 22, 61, 24, 25, 82, 187, 279, 999, -1][dice.below(15)])
    case 18: return .keyCombination([[113, 29], [113, 31], [113, 50], [59, 29], []][dice.below(5)])
    default:
      return .dragAndDrop(
        fromX: place.x, fromY: place.y, toX: dice.below(width), toY: dice.below(height), milliseconds: dice.below(2000))
    }
  }

  // One of each size, or five with `INFIR_SLOW_TESTS=1`.
  static let seeds = 0..<(ProcessInfo.processInfo.environment["INFIR_SLOW_TESTS"] == "1" ? 20 : 4)

  @Test("neither traps nor leaves its screen, and repeats itself", arguments: seeds)
  func walks(seed: Int) {
    let sizes = [(1080, 2400, 420), (720, 1280, 320), (1440, 3120, 560), (2400, 1080, 420)]
    let size = sizes[seed % sizes.count]
    let configuration = PhoneConfiguration(width: size.0, height: size.1, density: size.2, seed: UInt64(seed))
    var dice = Dice(state: UInt64(seed) &* 77 &+ 5)
    var phone = Phone(configuration)
    var twin = Phone(configuration)
    for step in 0..<200 {
      let before = phone
      let input = Self.input(&dice, phone)
      phone.perform(input)
      twin.perform(input)
      let screen = phone.hierarchy()
      for node in screen.all {
        let bounds = node.bounds
        #expect(
          bounds.left >= 0 && bounds.top >= 0 && bounds.right <= size.0 && bounds.bottom <= size.1
            && bounds.left < bounds.right && bounds.top < bounds.bottom,
          "step \(step), \(input): \(node.lines())")
      }
      if step % 10 == 0 {
        #expect(screen == twin.hierarchy(), "the same inputs lead to the same screen")
        var again = before
        again.perform(input)
        #expect(again.hierarchy() == screen, "a copy is a snapshot")
        #expect(again.milliseconds == phone.milliseconds)
      }
    }
    let picture = phone.screenshot(scale: 0.1)
    #expect(picture == twin.screenshot(scale: 0.1))
  }

  @Test func neverLosesItselfWithOddNumbers() {
    var phone = Phone(PhoneConfiguration(width: -5, height: Int.max, density: 0, seed: .max, startTime: Int.min))
    phone.perform(.tap(x: Int.min, y: Int.max))
    phone.perform(.swipe(fromX: Int.min, fromY: Int.max, toX: Int.max, toY: Int.min, milliseconds: Int.min))
    phone.perform(.dragAndDrop(fromX: 0, fromY: 0, toX: Int.max, toY: Int.max, milliseconds: Int.max))
    phone.advance(by: Int.max)
    phone.setClock(milliseconds: Int.min)
    phone.setClock(milliseconds: Int.max)
    for key in ["screen_brightness", "font_scale", "volume_music", "wifi_on", "time_12_24"] {
      for value in ["", "abc", "nan", "1e400", "-7", "99999999999999999999"] {
        phone.set(key, in: .system, to: value)
        phone.set(key, in: .global, to: value)
        #expect(!phone.hierarchy().children.isEmpty)
      }
    }
    for scale in [0, -1, .nan, .infinity, 0.0001] as [Double] {
      #expect(phone.screenshot(scale: scale).width > 0)
    }
  }
}
