import Testing

@testable import Terminal

@Suite struct ColorDepthTests {
  @Test(
    "what the environment and terminfo say",
    arguments: [
      ([:], -1, false, ColorDepth.none), ([:], 0, false, .none), ([:], 8, false, .eight), ([:], 16, false, .sixteen),
      ([:], 88, false, .sixteen), ([:], 256, false, .palette), ([:], 256, true, .trueColor),
      ([:], 16_777_216, true, .trueColor), ([:], 32_767, false, .trueColor),
      (["COLORTERM": "truecolor"], 256, false, .trueColor), (["COLORTERM": "24bit"], 256, false, .trueColor),
      (["COLORTERM": "yes"], 256, false, .palette), (["COLORTERM": "truecolor"], 8, false, .eight),
      (["COLORTERM": "truecolor"], -1, false, .none), (["COLORTERM": "truecolor", "NO_COLOR": "1"], 256, true, .none),
      (["NO_COLOR": ""], 256, false, .palette),
    ] as [([String: String], Int, Bool, ColorDepth)])
  func chosen(environment: [String: String], colors: Int, hasRGB: Bool, depth: ColorDepth) {
    #expect(ColorDepth.choose(environment: environment, colors: colors, hasRGB: hasRGB) == depth)
  }
}
