import Testing

@testable import Interface

@Suite struct PathTextTests {
  @Test(
    arguments: [("/home/ada", "/home"), ("/home", "/"), ("/", nil), ("a/b", "a"), ("a", nil), ("/home/", "/")]
      as [(String, String?)])
  func parents(path: String, parent: String?) { #expect(PathText.parent(of: path) == parent) }

  @Test func homeIsATilde() {
    #expect(PathText.abbreviated("/home/ada/x", home: "/home/ada") == "~/x")
    #expect(PathText.abbreviated("/home/adam", home: "/home/ada") == "/home/adam")
    #expect(PathText.abbreviated("/home", home: "/") == "/home")
    #expect(PathText.expanded("~/x/", home: "/home/ada") == "/home/ada/x")
    #expect(PathText.expanded("~", home: "/home/ada") == "/home/ada")
    #expect(PathText.expanded("/", home: "/home/ada") == "/")
  }
}
