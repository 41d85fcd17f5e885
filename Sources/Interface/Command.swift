internal import Episodes

/// What a key can ask for.
enum Command: Sendable, Equatable {
  // Everywhere.
  case help, back, interrupt, redraw, suspend, saveScreen
  // Lists and texts.
  case up, down, pageUp, pageDown, first, last, open, filter, clearFilter
  // Text fields.
  case accept, dismiss
  // The home menu.
  case replay, models, browse, quit, newSession, devices
  case recent(Int)
  // Folders.
  case parent, goHome, toggleHidden, reread, openFolder
  // Replaying.
  case ask, askAgain, askAll, stop, pause, next, previous, goTo, toggleRecording, toggleElements, otherText, about
  // Models.
  case typePath, makeRandomModel
  // Setting a session up.
  case tasks, start, change, changeBack
  // A session.
  case approve, edit, reject, automatic, resume, byHand, handBack, lookAgain, now, earlier, later
  case yes, no, dontKnow, notYet, replayRecording
  case navigateBack, navigateHome, keyboardEnter, wait, typeText, typeApp, typeCommand, nextTool
  case arrow(Direction, isCoarse: Bool)
  // Changing an action.
  case nextType, previousType, nextElement, previousElement, toggleClearing
}
