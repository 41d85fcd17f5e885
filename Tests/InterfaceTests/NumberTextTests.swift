import Testing

@testable import Interface

@Suite struct NumberTextTests {
  @Test(arguments: [
    (0.0, "0.0"), (0.04, "0.04"), (0.0999, "0.10"), (2.53, "2.5"), (17.96, "18.0"), (-1, "–"), (.nan, "–"),
    (.infinity, "–"), (1e300, "–"),
  ])
  func decimals(value: Double, text: String) { #expect(NumberText.decimal(value) == text) }

  @Test(arguments: [(4.12, "4.1 s"), (119.9, "119.9 s"), (125, "2 min 05 s")])
  func seconds(value: Double, text: String) { #expect(NumberText.seconds(value) == text) }

  @Test(arguments: [(0.0, "0 %"), (0.999, "99 %"), (1, "100 %"), (7, "100 %"), (-3, "0 %"), (.nan, "0 %")])
  func percents(value: Double, text: String) { #expect(NumberText.percent(value) == text) }
}
