/// One of the layers that a screen is made of.
struct Window: Sendable {
  enum ID: Sendable {
    case launcher, app, snackbar, dialog, keyboard, selection, recents, shade, headsUp, brightness, volume, toast
    case statusBar, navigationBar
  }
  var id: ID
  var package: String
  var view: View
  var frame: Rect
  /// Hides what is beneath it from touches and from the hierarchy.
  var isModal = false
}
