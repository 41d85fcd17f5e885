import Testing

@testable import VirtualPhone

@Suite("The clipboard’s app")
struct ClipperAppTests {
  private func text(_ result: PhoneShellResult) -> String { String(decoding: result.output, as: UTF8.self) }

  @Test func answersBroadcastsAndReadsOnlyInFront() {
    var host = TestPhone.host
    #expect(
      text(host.run("am broadcast -a clipper.set -e text 'Grüße 1'")).hasSuffix(
        "Broadcast completed: result=-1, data=\"Text is copied into clipboard.\"\n"))
    #expect(host.phone.system.clipboard == "Grüße 1")
    #expect(text(host.run("am broadcast -a clipper.get")).hasSuffix("result=-1, data=\"\"\n"))
    _ = host.run("am start -n ca.zgrs.clipper/.Main")
    #expect(text(host.run("am broadcast -a clipper.get")).hasSuffix("result=-1, data=\"Grüße 1\"\n"))
    #expect(text(host.run("am broadcast -a other")).hasSuffix("Broadcast completed: result=0\n"))
  }

  @Test func copiesWhatIsTyped() {
    var host = PhoneHost(Phone())
    _ = host.run("am start -n ca.zgrs.clipper/.Main")
    host.phone.tap(on: "Text to copy")
    host.phone.perform(.text("hello"))
    host.phone.perform(.key(4))
    host.phone.tap(on: "Copy")
    #expect(host.phone.system.clipboard == "hello")
    host.phone.tap(on: "Clear")
    #expect(host.phone.system.clipboard.isEmpty)
  }
}
