import Testing

@testable import Terminal

@Suite struct LocaleChoiceTests {
  @Test(
    "plain ASCII only where it is asked for",
    arguments: [
      ([:], false), (["LANG": "C"], false), (["LANG": "POSIX"], false), (["LANG": "en_US.UTF-8"], false),
      (["LANG": "de_DE.utf8"], false), (["LANG": "de_DE"], false), (["LC_ALL": "C"], true), (["LC_ALL": "POSIX"], true),
      (["LC_CTYPE": "C"], true), (["LC_ALL": "C.UTF-8", "LC_CTYPE": "C"], false),
      (["LC_ALL": "", "LANG": "C"], false), (["LANG": "de_DE.ISO-8859-15@euro"], true),
      (["LANG": "ja_JP.eucJP", "LC_ALL": "C.UTF-8"], false), (["LC_ALL": "C", "LANG": "en_US.UTF-8"], true),
    ] as [([String: String], Bool)])
  func plain(environment: [String: String], isPlain: Bool) {
    #expect(LocaleChoice.isPlain(environment) == isPlain)
  }
}
