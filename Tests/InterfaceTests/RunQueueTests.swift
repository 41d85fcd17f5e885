import Interface
import Testing

@testable import Interface

@Suite struct RunQueueTests {
  private func takes(_ runs: inout RunQueue, step: Int, _ update: ProposalUpdate) {
    let isWanted = runs.takes(step: step, update)
    #expect(isWanted, "\(update)")
  }

  private func ignores(_ runs: inout RunQueue, step: Int, _ update: ProposalUpdate) {
    let isWanted = runs.takes(step: step, update)
    #expect(!isWanted, "\(update)")
  }

  @Test func newsOfAGivenUpRunAreNotTakenForTheNext() {
    var runs = RunQueue()
    runs.note(.propose(step: 3))
    runs.note(.batch([.cancelProposal, .propose(step: 3)]))
    #expect(runs.runningStep == 3)
    ignores(&runs, step: 3, .text("old"))
    ignores(&runs, step: 3, .cancelled)
    takes(&runs, step: 3, .text("new"))
    takes(&runs, step: 3, .finished(PhaseTimes()))
    #expect(runs.runningStep == nil)
  }

  @Test func newsThatNobodyAskedForAreIgnored() {
    var runs = RunQueue()
    ignores(&runs, step: 0, .text("what"))
    runs.note(.propose(step: 1))
    ignores(&runs, step: 0, .text("what"))
    takes(&runs, step: 1, .failed("why"))
    ignores(&runs, step: 1, .text("late"))
  }

  @Test func aRunThatEndedWithoutAWordIsForgotten() {
    var runs = RunQueue()
    runs.note(.propose(step: 1))
    runs.note(.cancelProposal)
    runs.note(.propose(step: 2))
    takes(&runs, step: 2, .text("here"))
    #expect(runs.runningStep == 2)
  }
}
