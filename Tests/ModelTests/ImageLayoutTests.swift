import Model
import Testing

@Suite struct ImageLayoutTests {
  private func layout(_ height: Int, _ width: Int, side: Int, _ pinpoints: [[Int]]?) -> ImageLayout {
    let vision = VisionConfiguration(
      hiddenSize: 8, intermediateSize: 8, layers: 1, attentionHeads: 1, imageSize: side, patchSize: 14)
    let configuration = MultimodalConfiguration(
      vision: vision, imageTokenID: 0,
      gridPinpoints: pinpoints?.map { GridPinpoint(height: $0[0], width: $0[1]) })
    return ImageLayout(configuration, height: height, width: width)
  }

  /// What transformers 5.24's `LlavaNextProcessor._get_number_of_features` and `select_best_resolution` give.
  private static let cases: [(height: Int, width: Int, large: (Int, [Int]), small: (Int, [Int]))] = [
    (2400, 1080, (2437, [1152, 384]), (56, [168, 56])), (1080, 2400, (2403, [384, 1152]), (52, [56, 168])),
    (384, 384, (1512, [384, 768]), (88, [112, 112])), (1, 1, (1512, [384, 768]), (36, [112, 56])),
    (1, 5000, (784, [384, 768]), (16, [112, 56])), (5000, 1, (756, [384, 768]), (24, [112, 56])),
    (720, 1280, (2379, [768, 768]), (52, [112, 112])), (1280, 720, (2403, [768, 768]), (56, [112, 112])),
    (1000, 1001, (3699, [768, 768]), (88, [112, 112])), (337, 336, (1458, [384, 768]), (88, [112, 112])),
    (800, 600, (2943, [768, 768]), (72, [112, 112])), (2400, 1081, (2381, [1152, 384]), (56, [168, 56])),
    (333, 1000, (2943, [384, 1152]), (68, [56, 168])), (768, 768, (3699, [768, 768]), (88, [112, 112])),
    (3, 7, (1994, [384, 768]), (26, [112, 56])),
  ]

  @Test(arguments: cases.indices) func tilesAndTokensAreThoseOfTransformers(index: Int) {
    let (height, width, large, small) = Self.cases[index]
    let sets: [(Int, [[Int]], (Int, [Int]))] = [
      (384, [[384, 768], [768, 384], [768, 768], [1152, 384], [384, 1152]], large),
      (56, [[112, 56], [56, 112], [112, 112], [168, 56], [56, 168]], small),
    ]
    for (side, pinpoints, (tokens, size)) in sets {
      let layout = layout(height, width, side: side, pinpoints)
      #expect(layout.tokens == tokens)
      #expect([layout.tileRows * side, layout.tileColumns * side] == size)
      #expect(layout.tokensAfterBase.count == tokens - layout.side * layout.side)
    }
  }

  @Test func plainLlavaHasOneTile() {
    let layout = layout(2400, 1080, side: 56, nil)
    #expect(layout.tiles == 1 && layout.tokens == 16 && layout.tokensAfterBase.isEmpty)
  }

  @Test func rowsGoAcrossTilesAndEndInANewline() {
    // Two tiles beside each other, 4 × 8 patches; the picture is three times as wide as high, so 2 rows are left:
    // 2.67 is rounded down to 2, and a row of padding taken off on either side.
    let layout = layout(100, 300, side: 56, [[56, 112]])
    #expect(layout.rows == 1..<3)
    let row = layout.tokensAfterBase.prefix(9)
    #expect(
      Array(row) == (4..<8).map { .patch(tile: 1, index: $0) } + (4..<8).map { .patch(tile: 2, index: $0) }
        + [.newline])
  }

  @Test func aPictureWithoutSizeIsOnePixel() {
    #expect(layout(0, -5, side: 56, [[56, 112]]) == layout(1, 1, side: 56, [[56, 112]]))
  }
}
