/// A word after expansion; of each character it is known whether it was quoted.
struct ShellField: Sendable, Equatable {
  struct Piece: Sendable, Equatable {
    var scalar: Unicode.Scalar
    var isQuoted: Bool
  }
  var pieces: [Piece] = []

  mutating func append(_ text: String, isQuoted: Bool) {
    for scalar in text.unicodeScalars { pieces.append(Piece(scalar: scalar, isQuoted: isQuoted)) }
  }

  var text: String {
    var scalars = String.UnicodeScalarView()
    for piece in pieces { scalars.append(piece.scalar) }
    return String(scalars)
  }
}
