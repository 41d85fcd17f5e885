import Testing

@testable import VirtualPhone

@Suite("Typing")
struct TypingTests {
  private func searching() -> Phone {
    var phone = Phone()
    phone.perform(.swipe(fromX: 540, fromY: 1500, toX: 540, toY: 500, milliseconds: 300))
    phone.tap(on: "Search your phone and more")
    return phone
  }

  @Test func theKeysOnTheScreenType() {
    var phone = searching()
    for key in ["Shift", "S", "e", "t", "Space", "Delete"] { phone.tap(on: key) }
    #expect(phone.hierarchy().find("Set") != nil)
    phone.tap(on: "Enter")
    #expect(phone.foregroundActivity == "com.android.settings/.Settings")
  }

  @Test func symbolsAreOnOtherPages() {
    var phone = searching()
    for key in ["Symbol keyboard", "7", "@", "More symbols", "€", "Letter keyboard", "q"] {
      phone.tap(on: key)
    }
    #expect(phone.activity.text("search") == "7@€q")
  }

  @Test func textComesWithoutTheKeyboardToo() {
    var phone = searching()
    phone.perform(.key(4))
    #expect(phone.hierarchy().find("Delete") == nil)
    phone.perform(.text("Sett"))
    phone.perform(.keyCombination([113, 29]))
    phone.perform(.keyCombination([113, 52]))
    #expect(phone.activity.text("search").isEmpty)
    phone.perform(.key(279))
    #expect(phone.activity.text("search") == "Sett")
  }

  @Test func charactersAreDeletedWhole() {
    var text = FieldText("a👨‍👩‍👧é")
    text.delete()
    #expect(text.text == "a👨‍👩‍👧")
    text.delete()
    #expect(text.text == "a")
    text.move(to: 0)
    text.insert("b")
    text.delete(forward: true)
    #expect(text.text == "b" && text.cursor == 1)
  }

  @Test func aWordIsSelectedAndTypedOver() {
    var text = FieldText("one two three")
    text.selectWord(at: 5)
    #expect(text.selectedText == "two")
    text.insert("2")
    #expect(text.text == "one 2 three")
  }
}
