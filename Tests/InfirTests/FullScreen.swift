import TestSupport
import Testing

/// The real program in a real terminal, one at a time.
@Suite(.enabled(if: Tmux.isInstalled, Comment(rawValue: Tmux.missing)), .serialized) enum FullScreen {}
