import TestSupport
import Testing

@testable import Devices

@Suite("HTTP") struct HTTPTests {
  @Test func addressesAreRead() throws {
    #expect(try HTTPAddress("h", defaultPort: 5000).description == "http://h:5000")
    #expect(try HTTPAddress("HTTP://h:81/", defaultPort: 5000).description == "http://h:81")
    let address = try HTTPAddress("http://[fe80::1]/a/", defaultPort: 7)
    #expect(address.host == "fe80::1" && address.port == 7 && address.base == "/a")
    #expect(address.authority == "[fe80::1]:7")
  }

  @Test func aRequestIsWrittenAsServersReadIt() throws {
    let address = try HTTPAddress("http://h:81/a", defaultPort: 5000)
    let get = HTTPRequest(method: "GET", path: "/task/goal", query: [("task_type", "A b&c=ü"), ("task_idx", "0")])
    let text = String(decoding: get.bytes(to: address), as: UTF8.self)
    #expect(text.hasPrefix("GET /a/task/goal?task_type=A%20b%26c%3D%C3%BC&task_idx=0 HTTP/1.1\r\nHost: h:81\r\n"))
    #expect(text.hasSuffix("\r\n\r\n") && !text.contains("Content-Length"))
    let post = HTTPRequest(method: "POST", path: "/x", body: Array("{}".utf8))
    #expect(String(decoding: post.bytes(to: address), as: UTF8.self).hasSuffix("Content-Length: 2\r\n\r\n{}"))
    let empty = HTTPRequest(method: "POST", path: "/x")
    #expect(String(decoding: empty.bytes(to: address), as: UTF8.self).hasSuffix("Content-Length: 0\r\n\r\n"))
  }

  @Test func headsSayWhereTheBodyEnds() {
    #expect(HTTPHead(["HTTP/1.1 200 OK", "Content-Length: 7"])?.framing == .length(7))
    #expect(HTTPHead(["HTTP/1.0 200 OK"])?.framing == .untilTheEnd)
    #expect(HTTPHead(["HTTP/1.1 200", "Transfer-Encoding: Chunked", "content-length: 7"])?.framing == .chunked)
    #expect(HTTPHead(["HTTP/1.1 204 No Content"])?.framing == .length(0))
    #expect(HTTPHead(["HTTP/1.1 404 Not Found"])?.phrase == "Not Found")
  }

  @Test(arguments: [
    [], ["HTTP/2 200 OK"], ["HTTP/1.1 20 OK"], ["HTTP/1.1 -20 OK"], ["HTTP/1.1 200 OK", "no colon"],
    ["HTTP/1.1 200 OK", "content-length: -1"], ["HTTP/1.1 200 OK", "content-length: 1", "content-length: 2"],
    ["HTTP/1.1 200 OK", "content-length: 99999999999999999999"], ["HTTP/1.1 200 OK", "transfer-encoding: gzip"],
  ]) func headsThatAreNone(lines: [String]) { #expect(HTTPHead(lines) == nil) }

  @Test func lengthsOfPieces() {
    func length(_ text: String) -> Int? { HTTPConnection.chunkLength(Array(text.utf8)) }
    #expect(length("1aF") == 0x1AF && length("0") == 0 && length("5 ;x") == 5 && length("5;x=y") == 5)
    #expect(length("") == nil && length("-5") == nil && length("g") == nil && length("123456789") == nil)
  }

  @Test func damagedAnswersNeverTrap() {
    var mutator = Mutator(seed: 22)
    let heads = [
      "HTTP/1.1 200 OK\ncontent-length: 20\ncontent-type: application/json", "HTTP/1.1 301 Moved\nlocation: /x",
    ]
    let bodies = [
      #"{"detail":[{"loc":["query",1],"msg":"Field required"}]}"#, #"{"detail":"x"}"#, "Internal Server Error",
    ]
    for index in 0..<Mutator.inputs {
      let text = String(decoding: mutator.mutate(Array(heads[index % heads.count].utf8)), as: UTF8.self)
      _ = HTTPConnection.chunkLength(mutator.mutate(Array("1f;a=b".utf8)))
      _ = try? HTTPAddress(
        String(decoding: mutator.mutate(Array("http://[::1]:80/a".utf8)), as: UTF8.self), defaultPort: 1)
      guard let head = HTTPHead(text.split(separator: "\n").map(String.init)) else { continue }
      let reason = ServerMessage.reason(head, mutator.mutate(Array(bodies[index % bodies.count].utf8)))
      #expect(!reason.contains { $0.isNewline })
    }
  }
}
