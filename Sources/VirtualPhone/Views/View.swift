import Imaging

/// What an activity's parts do when they are touched.
typealias PhoneAction = @Sendable (inout Phone) -> Void

/// A colour.
typealias Color = Canvas.Color

/// A part of a screen, as a value: what it shows, how large it wants to be, what touching it does.
///
/// Lengths are density-independent pixels unless their name says otherwise.
struct View: Sendable {
  /// What it is.
  enum Content: Sendable {
    /// Children over each other, each placed by the alignment.
    case stack
    case column
    case row
    case text(Text)
    /// An icon of the Material font.
    case icon(String, Color)
    case toggle(isOn: Bool)
    case checkbox(isOn: Bool)
    case radio(isOn: Bool)
    /// A slider; the value is from 0 to 1.
    case slider(Double, SliderLook)
    /// The first child scrolls; a second one is a header that collapses above it.
    case scroll(Scroll)
    case field(Field)
    /// Whatever the closure draws.
    case canvas(@Sendable (Drawing, Rect, _ dp: Double) -> Void)
  }

  struct Text: Sendable {
    var string: String
    /// Scale-independent pixels.
    var size: Double
    var color: Color
    var weight = 400
    var lines: Int?
    var alignment = TextStyle.Alignment.left
    /// Whether the font size setting leaves it alone.
    var isFixed = false
  }

  struct Scroll: Sendable {
    /// Under which its offset is kept.
    var key: String
    /// By how much its header can shrink; pixels of 420 dpi's 2.625.
    var collapse: Double = 0
  }

  struct Field: Sendable {
    /// Under which its text is kept.
    var key: String
    var hint = ""
    var size: Double = 16
    var color: Color
    var hintColor: Color
    var isMultiline = false
    var isPassword = false
    var isNumeric = false
    /// What the keyboard's action key, or Enter, does.
    var onSubmit: PhoneAction?
    /// Called after each change.
    var onChange: PhoneAction?
  }

  enum SliderLook: Sendable {
    case plain
    /// The thick bar that sets the brightness.
    case brightness
  }

  enum Length: Sendable, Equatable {
    case wrap, fill
    case fixed(Double)
  }

  struct Insets: Sendable, Equatable {
    var left = 0.0
    var top = 0.0
    var right = 0.0
    var bottom = 0.0
  }

  /// Where children lie in room that is left over: from 0, left or top, to 1.
  struct Alignment: Sendable, Equatable {
    var x = 0.0
    var y = 0.0
    static let topLeft = Alignment()
    static let center = Alignment(x: 0.5, y: 0.5)
    static let left = Alignment(x: 0, y: 0.5)
    static let right = Alignment(x: 1, y: 0.5)
    static let top = Alignment(x: 0.5, y: 0)
    static let bottom = Alignment(x: 0.5, y: 1)
    static let bottomRight = Alignment(x: 1, y: 1)
    static let topRight = Alignment(x: 1, y: 0)
  }

  /// What a header's part does when the header collapses.
  enum Pin: Sendable {
    /// Moves up.
    case none
    /// Stays.
    case fixed
    /// Moves up and vanishes.
    case whileExpanded
    /// Stays, and is there only then.
    case whenCollapsed
  }

  /// A place in a view, from its left upper corner.
  struct Place: Sendable, Equatable {
    var x: Double
    var y: Double
  }

  /// Directions of a quick swipe.
  enum Direction: Sendable { case left, up, right, down }

  var content: Content
  var children: [View] = []

  // Room.
  var width = Length.wrap
  var height = Length.wrap
  var minimumHeight = 0.0
  /// The share of a row's or column's free room; 0 takes what it needs.
  var weight = 0.0
  var insets = Insets()
  var alignment = Alignment.topLeft
  /// Where it lies in a stack, instead of where the stack puts its children.
  var ownAlignment: Alignment?

  // Paint.
  var fillColor: Color?
  var corner = 0.0
  var outlineColor: Color?
  /// What becomes of it when the header that it is in collapses.
  var pin = Pin.none
  /// Drawn with this opacity.
  var opacity = 1.0

  // What the hierarchy says.
  var id = ""
  var className: String?
  var label = ""
  var isEnabled = true
  var isSelected = false
  var isCheckable = false
  var isChecked = false
  /// Has a place in the hierarchy even without a name.
  var isListed = false

  // Touch.
  var onTap: PhoneAction?
  var onLongPress: PhoneAction?
  var onSlide: (@Sendable (inout Phone, Double) -> Void)?
  var onSwipe: (@Sendable (inout Phone, Direction) -> Void)?
  /// A finger's way over it, from where it came down to where it went up; a tap is a way to where it began.
  var onDrag: (@Sendable (inout Phone, _ from: Place, _ to: Place) -> Void)?
  /// Takes touches without being clickable, so that nothing beneath gets them.
  var isBlocking = false

  init(_ content: Content, _ children: [View] = []) {
    self.content = content
    self.children = children
  }
}
