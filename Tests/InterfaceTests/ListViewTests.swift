import Testing

@testable import Interface

@Suite struct ListViewTests {
  @Test func theChosenRowStaysVisible() {
    var list = ListView()
    list.move(by: 7, count: 20, visible: 5)
    #expect(list.selection == 7 && list.range(count: 20, visible: 5) == 3..<8)
    list.move(by: -2, count: 20, visible: 5)
    #expect(list.range(count: 20, visible: 5) == 3..<8)
    list.move(by: -20, count: 20, visible: 5)
    #expect(list.selection == 0 && list.top == 0)
  }

  @Test func keysStopAtTheEnds() {
    var list = ListView()
    for (commands, end) in [([Command.up, .pageUp, .first], 0), ([.last, .down, .pageDown], 2)] {
      for command in commands {
        let isTaken = list.perform(command, count: 3, visible: 2)
        #expect(isTaken && list.selection == end)
      }
    }
    let isTaken = list.perform(.ask, count: 3, visible: 2)
    #expect(!isTaken)
  }

  @Test func theWheelTakesTheChoiceAlongOnlyAtTheEdge() {
    var list = ListView()
    list.select(4, count: 20, visible: 5)
    list.scroll(by: 3, count: 20, visible: 5)
    #expect(list.selection == 4 && list.top == 3)
    list.scroll(by: 3, count: 20, visible: 5)
    #expect(list.selection == 6 && list.top == 6)
    list.scroll(by: 300, count: 20, visible: 5)
    #expect(list.top == 15)
  }

  @Test func emptyAndShrunkListsAreFine() {
    var list = ListView()
    list.select(9, count: 10, visible: 3)
    #expect(list.range(count: 2, visible: 3) == 0..<2)
    #expect(list.range(count: 0, visible: 3).isEmpty)
    #expect(list.range(count: 10, visible: 0).isEmpty)
    list.move(by: 1, count: 0, visible: 0)
    #expect(list.selection == 0)
  }
}
