/// An address that the threads of one parallel loop share.
///
/// Sendable because the loops of this module give every task a part of its own to write, and what tasks read stays as
/// it is until the loop ends.
struct SharedPointer<Element>: @unchecked Sendable {
  let pointer: UnsafeMutablePointer<Element>

  init(_ pointer: UnsafeMutablePointer<Element>) { self.pointer = pointer }

  static func + (shared: SharedPointer, offset: Int) -> UnsafeMutablePointer<Element> { shared.pointer + offset }
}
