import Episodes
import Testing

@testable import Interface

@Suite struct ActionDraftTests {
  private func draft(_ action: Action?) -> ActionDraft {
    ActionDraft(action, width: 1080, height: 2400, elements: [Sample.settings, Sample.wifi])
  }

  @Test func anElementBecomesItsMiddle() {
    #expect(draft(.click(.element(0))).action == .click(.point(Point(x: 917, y: 1969))))
  }

  @Test func thePointStaysOnTheScreen() {
    var draft = draft(.click(.point(Point(x: 1_000_000, y: -5))))
    #expect(draft.action == .click(.point(Point(x: 1079, y: 0))))
    for _ in 0..<300 { draft.arrow(.left, isCoarse: true) }
    #expect(draft.action == .click(.point(Point(x: 0, y: 0))))
  }

  @Test func goingThroughAllKindsLosesNothing() {
    var draft = draft(.inputText("hello", target: .point(Point(x: 5, y: 6)), clears: true))
    // The two ways to end are two of them.
    for _ in 0...ActionDraft.types.count { draft.changeType(backwards: false) }
    #expect(draft.action == .inputText("hello", target: nil, clears: true))
    for _ in 0...ActionDraft.types.count { draft.changeType(backwards: true) }
    #expect(draft.action == .inputText("hello", target: nil, clears: true))
  }

  @Test func arrowsTurnWhatHasADirection() {
    var draft = draft(.scroll(.down, nil))
    draft.arrow(.left, isCoarse: false)
    #expect(draft.action == .scroll(.left, nil))
  }

  @Test func theNextElementComesRoundAgain() {
    var draft = draft(nil)
    draft.aimAtNext(backwards: false)
    #expect(draft.action == .click(.point(Point(x: 917, y: 1969))))
    draft.aimAtNext(backwards: false)
    #expect(draft.action == .click(.point(Point(x: 539, y: 800))))
    draft.aimAtNext(backwards: true)
    #expect(draft.action == .click(.point(Point(x: 917, y: 1969))))
  }
}
