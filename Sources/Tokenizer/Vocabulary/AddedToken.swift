/// A token beside those of BPE: found in the text before anything else is done to it.
struct AddedToken: Sendable, Equatable {
  var id: Int32
  var text: String
  var isSpecial: Bool
  /// Whether it takes the whitespace before it along.
  var stripsLeft = false
  /// Whether it takes the whitespace after it along.
  var stripsRight = false
  /// Whether it may not touch a letter or digit.
  var isSingleWord = false
  /// Whether it is looked for after normalisation.
  var isNormalized = false
}
