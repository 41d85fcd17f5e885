import Interface
import Testing

@testable import Terminal

@Suite struct RectClippingTests {
  @Test(
    "clipping",
    arguments: [
      (Rect(column: 2, row: 3, columns: 4, rows: 5), Rect(column: 2, row: 3, columns: 4, rows: 5)),
      (Rect(column: 78, row: 22, columns: 10, rows: 10), Rect(column: 78, row: 22, columns: 2, rows: 2)),
      (Rect(column: -3, row: -1, columns: 10, rows: 4), Rect(column: 0, row: 0, columns: 7, rows: 3)),
      (Rect(column: 90, row: 30, columns: 10, rows: 4), Rect(column: 80, row: 24, columns: 0, rows: 0)),
      (Rect(column: 1, row: 1, columns: .max, rows: .max), Rect(column: 1, row: 1, columns: 79, rows: 23)),
      (Rect(column: 1, row: 1, columns: -5, rows: .min), Rect(column: 1, row: 1, columns: 0, rows: 0)),
    ])
  func clipped(rect: Rect, result: Rect) { #expect(rect.clipped(to: Size(columns: 80, rows: 24)) == result) }
}
