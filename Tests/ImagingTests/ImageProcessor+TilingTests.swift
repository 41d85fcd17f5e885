import Testing

@testable import Imaging

@Suite struct ImageProcessorTilingTests {
  private struct Case: Sendable { var image, grid, fitted: [Int] }

  /// From transformers 5.24: select_best_resolution((height, width), pinpoints) and get_patch_output_size.
  @Test(arguments: [
    Case(image: [2400, 1080], grid: [1152, 384], fitted: [854, 384]),
    Case(image: [1080, 2400], grid: [384, 1152], fitted: [384, 854]),
    Case(image: [600, 270], grid: [768, 384], fitted: [768, 346]),
    Case(image: [384, 384], grid: [384, 768], fitted: [384, 384]),
    Case(image: [1000, 1000], grid: [768, 768], fitted: [768, 768]),
    Case(image: [3000, 500], grid: [1152, 384], fitted: [1152, 192]),
    Case(image: [1, 1], grid: [384, 768], fitted: [384, 384]),
    Case(image: [5, 4000], grid: [384, 1152], fitted: [2, 1152]),
  ])
  private func picksTransformersGrid(expected: Case) throws {
    let processor = try ImageProcessor(.tiled(side: 384))
    let grid = try #require(processor.grid(forHeight: expected.image[0], width: expected.image[1]))
    #expect([grid.height, grid.width] == expected.grid)
    let fitted = ImageProcessor.fitted(height: expected.image[0], width: expected.image[1], into: grid)
    #expect([fitted.height, fitted.width] == expected.fitted)
  }

  /// Nothing is left of it in any grid; transformers fails.
  @Test func aThreadGetsTheFirstGrid() throws {
    let processor = try ImageProcessor(.tiled(side: 24))
    let tiles = processor.tiles(of: Image(width: 1, height: Image.longestSide, red: 5, green: 5, blue: 5))
    #expect(tiles.count == 3)
    #expect(tiles.allSatisfy { $0.width == 24 && $0.height == 24 })
  }

  @Test func thereIsNoGridWithoutTiling() throws {
    #expect(try ImageProcessor(.siglip(side: 24)).grid(forHeight: 10, width: 10) == nil)
    #expect(try ImageProcessor(.siglip(side: 24)).gridPinpoints.isEmpty)
  }
}
