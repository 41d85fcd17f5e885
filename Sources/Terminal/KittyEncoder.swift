/// The kitty graphics protocol (https://sw.kovidgoyal.net/kitty/graphics-protocol/).
enum KittyEncoder {
  /// The most base64 characters in one piece.
  static let piece = 4096

  /// Transmits a PNG and places it at the cursor, which stays where it is.
  ///
  ///     ESC _ G a=T,f=100,i=ID,p=1,C=1,q=2,m=1 ; BASE64 ESC \
  ///     ESC _ G m=0 ; BASE64 ESC \
  ///
  /// `q=2` keeps the terminal from answering, `C=1` the cursor from moving. The picture isn't scaled: it was made in the
  /// size in which it is shown.
  static func show(png: [UInt8], id: UInt32) -> [UInt8] {
    let base64 = png.base64
    var bytes: [UInt8] = []
    bytes.reserveCapacity(base64.count + base64.count / piece * 16 + 64)
    var at = 0
    repeat {
      let end = min(at + piece, base64.count)
      let more = end < base64.count ? "m=1" : "m=0"
      bytes.append(contentsOf: "\u{1B}_G".utf8)
      if at == 0 { bytes.append(contentsOf: "a=T,f=100,i=\(id),p=1,C=1,q=2,".utf8) }
      bytes.append(contentsOf: "\(more);".utf8)
      bytes.append(contentsOf: base64[at..<end])
      bytes.append(contentsOf: "\u{1B}\\".utf8)
      at = end
    } while at < base64.count
    return bytes
  }

  /// Deletes a picture and frees its memory.
  static func delete(id: UInt32) -> [UInt8] { Array("\u{1B}_Ga=d,d=I,i=\(id),q=2\u{1B}\\".utf8) }

  /// Deletes all pictures that are on the screen.
  static let deleteAll = "\u{1B}_Ga=d,d=A,q=2\u{1B}\\"
}
