/// An app's icon: a symbol of the Material font on a disc, or one of the few that have a drawing of their own.
struct AppIcon: Sendable {
  enum Shape: Sendable { case symbol(String), browser, settings, messages }
  var shape: Shape
  var background: Int
  var foreground: Int
  init(_ symbol: String, background: Int, foreground: Int = 0xFFFFFF) {
    shape = .symbol(symbol)
    self.background = background
    self.foreground = foreground
  }
  init(_ shape: Shape, background: Int = 0xFFFFFF, foreground: Int = 0xFFFFFF) {
    self.shape = shape
    self.background = background
    self.foreground = foreground
  }
}
