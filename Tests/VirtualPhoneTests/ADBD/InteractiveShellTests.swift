import Testing

@testable import VirtualPhone

@Suite struct InteractiveShellTests {
  private func type(_ text: String, terminal: Bool = true) -> (String, Int32?) {
    var host = TestPhone.host
    var shell = InteractiveShell(hasTerminal: terminal, terminalName: "xterm")
    let greeting = shell.greeting(host)
    let output = shell.receive(Array(text.utf8), &host)
    return (String(decoding: greeting.merged + output.merged, as: UTF8.self), shell.status)
  }

  @Test func aTerminalSeesPromptsEchoAndAnswers() {
    let (text, status) = type("echo hi\rcd /sdcard\rpwd\r")
    #expect(
      text == "infir:/ $ echo hi\r\nhi\r\ninfir:/ $ cd /sdcard\r\ninfir:/sdcard $ pwd\r\n/sdcard\r\ninfir:/sdcard $ ")
    #expect(status == nil)
  }

  @Test func mistakesCanBeTakenBack() {
    #expect(type("echo ax\u{7F}\r").0.hasSuffix("echo ax\u{8} \u{8}\r\na\r\ninfir:/ $ "))
    #expect(type("nosuch\u{15}echo b\r").0.hasSuffix("echo b\r\nb\r\ninfir:/ $ "))
    #expect(type("echo c\u{3}echo d\r").0.hasSuffix("^C\r\ninfir:/ $ echo d\r\nd\r\ninfir:/ $ "))
    #expect(type("echo \u{1B}[Ae\r").0.hasSuffix("\r\ne\r\ninfir:/ $ "))
  }

  @Test func commandsOverSeveralLinesAreAwaited() {
    #expect(type("echo 'a\rb'\r").0 == "infir:/ $ echo 'a\r\n> b'\r\na\r\nb\r\ninfir:/ $ ")
  }

  @Test func exitAndEndOfFileEndIt() {
    #expect(type("false\r\u{4}").1 == 1)
    #expect(type("exit 5\recho no\r").1 == 5)
    #expect(type("(exit 5)\r").1 == nil)
    #expect(type("sh -c 'exit 5'\r").1 == nil)
  }

  @Test func withoutATerminalThereIsNoPromptAndNoEcho() {
    #expect(type("x=1\necho $x\n", terminal: false).0 == "1\n")
  }
}
