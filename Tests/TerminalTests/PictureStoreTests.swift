import Imaging
import Interface
import Synchronization
import TestSupport
import Testing

@testable import Terminal

@Suite struct PictureStoreTests {
  private let format = PictureFormat(
    method: .blocks(.quadrants), depth: .trueColor, isUTF8: true, cell: .assumedCell)

  private func request(_ path: String, columns: Int = 10, rows: Int = 10, marks: [Mark] = []) -> PictureRequest {
    PictureRequest(path: path, columns: columns, rows: rows, marks: marks, format: format)
  }

  /// The entry when it is no longer pending.
  private func entry(of request: PictureRequest, in store: PictureStore) async throws -> PictureStore.Entry {
    for _ in 0..<2_000 {
      let entry = store.pictures([request])[0]
      guard case .pending = entry else { return entry }
      try await Task.sleep(for: .milliseconds(5))
    }
    return .pending
  }

  private func picture(in directory: TemporaryDirectory, named name: String = "a.png") throws -> String {
    let image = Image(width: 40, height: 40, pixels: [UInt8](repeating: 200, count: 4_800))
    return try directory.write(try image.pngData(), to: name)
  }

  @Test func aPictureIsMadeElsewhereAndThenThere() async throws {
    let directory = try TemporaryDirectory()
    let request = request(try picture(in: directory))
    let wakes = Atomic(0)
    let store = PictureStore { wakes.add(1, ordering: .relaxed) }
    guard case .pending = store.pictures([request])[0] else {
      Issue.record("it was there at once")
      return
    }
    guard case .ready(let made?) = try await entry(of: request, in: store) else {
      Issue.record("it wasn't made")
      return
    }
    // A square in 10×10 cells, which are twice as high as wide.
    #expect(made.cells == Rect(column: 0, row: 2, columns: 10, rows: 5))
    #expect(wakes.load(ordering: .relaxed) == 1)
  }

  @Test func marksAndSizesMakeOtherPictures() async throws {
    let directory = try TemporaryDirectory()
    let path = try picture(in: directory)
    let store = PictureStore {}
    _ = try await entry(of: request(path), in: store)
    for other in [request(path, columns: 4), request(path, marks: [.ring(x: 20, y: 20, role: .proposed)])] {
      guard case .pending = store.pictures([other])[0] else {
        Issue.record("another picture was taken for it")
        return
      }
      _ = try await entry(of: other, in: store)
    }
  }

  @Test func aMissingFileIsASentenceUntilItIsThere() async throws {
    let directory = try TemporaryDirectory()
    let store = PictureStore {}
    let missing = request(directory.file("a.png"))
    guard case .failed(let sentence) = try await entry(of: missing, in: store) else {
      Issue.record("it didn't fail")
      return
    }
    #expect(sentence.contains("can't be read"))
    _ = try picture(in: directory)
    // Another screen in between.
    _ = store.pictures([])
    guard case .ready = try await entry(of: missing, in: store) else {
      Issue.record("it wasn't tried again")
      return
    }
  }

  @Test func aDamagedFileIsASentence() async throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write(Array("not a picture".utf8), to: "a.png")
    guard case .failed(let sentence) = try await entry(of: request(path), in: PictureStore {}) else {
      Issue.record("it didn't fail")
      return
    }
    #expect(sentence == ImageError.notRecognised.description)
  }
}
