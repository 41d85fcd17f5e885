/// iTerm2's inline images (https://iterm2.com/documentation-images.html).
enum ITerm2Encoder {
  /// Shows a PNG at the cursor, in so many cells.
  ///
  ///     ESC ] 1337 ; File = size=BYTES;width=COLUMNS;height=ROWS;preserveAspectRatio=1;doNotMoveCursor=1;inline=1 : BASE64 BEL
  ///
  /// Cells rather than pixels, since on some screens a terminal's pixel is several of the display's.
  static func show(png: [UInt8], columns: Int, rows: Int) -> [UInt8] {
    var bytes = Array(
      "\u{1B}]1337;File=size=\(png.count);width=\(columns);height=\(rows);preserveAspectRatio=1;doNotMoveCursor=1;inline=1:"
        .utf8)
    bytes.append(contentsOf: png.base64)
    bytes.append(0x07)
    return bytes
  }
}
