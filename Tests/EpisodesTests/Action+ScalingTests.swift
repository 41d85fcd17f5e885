import Episodes
import Testing

@Suite struct ActionScalingTests {
  static let extents = [1, 2, 3, 270, 600, 720, 999, 1000, 1001, 1080, 1440, 2000, 2400, 3000]

  @Test(arguments: [(0, 1080, 0), (500, 1080, 540), (999, 1080, 1078), (1000, 1080, 1079), (29, 1000, 29), (1, 270, 0)])
  func thousandthsBecomePixelsRoundedDown(value: Int, extent: Int, pixel: Int) {
    #expect(Point(x: value, y: 0).scaledToPixels(width: extent, height: 1) == Point(x: pixel, y: 0))
    #expect(Point(x: 0, y: value).scaledToPixels(width: 1, height: extent) == Point(x: 0, y: pixel))
  }

  @Test(arguments: extents)
  func aPixelComesBackWithinHalfAThousandthAndHalfAPixel(extent: Int) {
    for pixel in 0..<extent {
      let back = Point(x: pixel, y: 0).scaledToThousandths(width: extent, height: 1)
        .scaledToPixels(width: extent, height: 1).x
      // Twice the distance, in pixels times 1000, to stay in whole numbers.
      #expect(abs(back - pixel) * 2000 <= extent + 1000, "\(pixel) of \(extent) came back as \(back)")
      if extent <= 1000 { #expect(back == pixel, "\(pixel) of \(extent) came back as \(back)") }
    }
  }

  @Test(arguments: extents.filter { $0 >= 1000 })
  func aThousandthComesBackAsItself(extent: Int) {
    for value in 0...(extent == 1000 ? 999 : 1000) {
      let back = Point(x: value, y: 0).scaledToPixels(width: extent, height: 1)
        .scaledToThousandths(width: extent, height: 1).x
      #expect(back == value, "\(value) of \(extent) came back as \(back)")
    }
  }

  @Test func whatLiesOutsideIsBroughtToTheEdge() {
    let outside = Point(x: -5, y: 1_000_000_000)
    #expect(outside.scaledToPixels(width: 1080, height: 2400) == Point(x: 0, y: 2399))
    #expect(outside.scaledToThousandths(width: 1080, height: 2400) == Point(x: 0, y: 1000))
    #expect(Point(x: .max, y: .min).scaledToPixels(width: .max, height: 0) == Point(x: (1 << 30) - 1, y: 0))
    #expect(Point(x: .max, y: .min).scaledToThousandths(width: .max, height: .min) == Point(x: 1000, y: 500))
  }

  @Test func onlyPointsOfActionsAreScaled() {
    let point = Target.point(Point(x: 500, y: 250))
    let pixels = Target.point(Point(x: 540, y: 600))
    let inThousandths: [Action] = [
      .click(point), .doubleTap(point), .longPress(point), .scroll(.up, point), .swipe(.left, point),
      .inputText("a", target: point, clears: true), .click(.element(500)), .scroll(.down, nil), .wait,
    ]
    let inPixels: [Action] = [
      .click(pixels), .doubleTap(pixels), .longPress(pixels), .scroll(.up, pixels), .swipe(.left, pixels),
      .inputText("a", target: pixels, clears: true), .click(.element(500)), .scroll(.down, nil), .wait,
    ]
    #expect(inThousandths.map { $0.scaledToPixels(width: 1080, height: 2400) } == inPixels)
    #expect(inPixels.map { $0.scaledToThousandths(width: 1080, height: 2400) } == inThousandths)
  }
}
