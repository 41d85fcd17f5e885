/// What a key can ask for.
enum Command: Sendable, Equatable {
  // Everywhere.
  case help, back, interrupt, redraw, suspend, saveScreen
  // Lists and texts.
  case up, down, pageUp, pageDown, first, last, open, filter, clearFilter
  // Text fields.
  case accept, dismiss
  // The home menu.
  case replay, models, browse, quit
  case recent(Int)
  // Folders.
  case parent, goHome, toggleHidden, reread, openFolder
  // Replaying.
  case ask, askAgain, askAll, stop, pause, next, previous, goTo, toggleRecording, toggleElements, otherText, about
  // Models.
  case typePath, makeRandomModel
}
