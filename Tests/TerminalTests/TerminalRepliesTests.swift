import TestSupport
import Interface
import Testing

@testable import Terminal

@Suite struct TerminalRepliesTests {
  private func replies(_ text: String) -> TerminalReplies { TerminalReplies(parsing: Array(text.utf8)) }

  @Test func kitty() {
    let found = replies("\u{1B}_Gi=31;OK\u{1B}\\\u{1B}[6;40;20t\u{1B}[?2026;2$y\u{1B}[?62;c")
    #expect(found.showsKitty && found.isComplete && found.synchronizes && !found.showsSixels)
    #expect(found.cell == PixelSize(width: 20, height: 40))
    #expect(found.rest.isEmpty)
  }

  @Test func xtermWithSixels() {
    let found = replies("\u{1B}[?63;1;2;4;6;9;15;16;22;28c")
    #expect(found.showsSixels && found.isComplete && !found.showsKitty)
  }

  @Test func theFirstAttributeIsTheLevelAndNotSixels() {
    let found = replies("\u{1B}[?4;6c")
    #expect(!found.showsSixels && found.isComplete)
  }

  @Test("answers that say no", arguments: ["\u{1B}_Gi=31;EINVAL:bad\u{1B}\\", "\u{1B}[?2026;0$y", "\u{1B}[6;0;0t"])
  func no(answer: String) {
    let found = replies(answer + "\u{1B}[?1;2c")
    #expect(!found.showsKitty && !found.synchronizes && found.cell == nil && found.isComplete)
  }

  @Test func anAnswerThatIsNotYetCompleteIsNone() {
    #expect(!replies("\u{1B}[?63;1;2").isComplete)
    #expect(!replies("\u{1B}_Gi=31;OK").showsKitty)
  }

  @Test func keysBetweenTheAnswersAreKept() {
    let found = replies("ab\u{1B}[A\u{1B}_Gi=31;OK\u{1B}\\é\u{1B}[?62;c\u{1B}")
    #expect(found.showsKitty)
    #expect(String(decoding: found.rest, as: UTF8.self) == "ab\u{1B}[Aé\u{1B}")
  }

  @Test func damagedAnswersAreRead() {
    let answers = Array("x\u{1B}_Gi=31;OK\u{1B}\\\u{1B}[6;40;20t\u{1B}[?2026;2$y\u{1B}]10;?\u{07}\u{1B}[?62;4c".utf8)
    var mutator = Mutator(seed: 31)
    for _ in 0..<Mutator.inputs {
      let damaged = mutator.mutate(answers)
      #expect(TerminalReplies(parsing: damaged).rest.count <= damaged.count)
    }
  }
}
