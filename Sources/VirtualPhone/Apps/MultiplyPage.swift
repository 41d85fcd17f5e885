import Imaging

/// `tasks/pages/multiply.html`: five numbers, one after the other, then a field for their product.
struct MultiplyPage {
  static let count = 5

  let seed: String
  let activity: Activity

  static func numbers(_ seed: String) -> [Int] {
    var random = PageRandom(seed)
    return (0..<count).map { _ in 1 + random.below(9) }
  }

  func view() -> View {
    let numbers = Self.numbers(seed)
    let clicks = activity.values["page.clicks"].flatMap { Int($0) } ?? 0
    let shown = numbers[min(clicks, Self.count - 1)]
    var parts = [
      WebWidget.at(
        16, 16, WebWidget.text("\(shown)", 64, alignment: .center).size(width: .fixed(376), height: .fixed(96)))
    ]
    guard clicks >= Self.count else {
      parts.append(
        WebWidget.at(
          124, 140,
          WebWidget.button("Click Me", width: 160, height: 56) {
            $0.activity.values["page.clicks"] = String(clicks + 1)
          }))
      return WebWidget.page(parts, height: 360)
    }
    var field = View.Field(
      key: "page.answer", hint: "Enter the product", size: 18, color: .black, hintColor: Color(hex: 0x757575))
    field.isNumeric = true
    field.onSubmit = Self.submit(numbers)
    let box = View(.field(field)).padding(8, 0).size(width: .fixed(240), height: .fixed(48))
      .outline(Color(hex: 0x757575), corner: 0)
    parts.append(WebWidget.at(84, 140, box))
    parts.append(WebWidget.at(144, 204, WebWidget.button("Submit", width: 120, height: 48, Self.submit(numbers))))
    if activity.values["page.success"] == "1" { parts.append(WebWidget.at(16, 280, WebWidget.success())) }
    return WebWidget.page(parts, height: 360)
  }

  private static func submit(_ numbers: [Int]) -> PhoneAction {
    { phone in
      let isRight = Int(phone.activity.text("page.answer")) == numbers.reduce(1, *)
      phone.activity.values["page.success"] = isRight ? "1" : nil
      phone.system.isKeyboardUp = false
    }
  }
}
