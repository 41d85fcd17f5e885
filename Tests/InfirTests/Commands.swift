import Testing

/// The real program, printing: one run at a time, since a machine with two cores runs them no faster together.
@Suite(.serialized) enum Commands {}
