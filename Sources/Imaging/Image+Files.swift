internal import Foundation

extension Image {
  /// Larger files are refused: 100 megapixels of 16-bit RGBA fit.
  private static let largestFile = 1 << 30

  /// Reads a PNG or JPEG file.
  public init(contentsOf path: String) throws(ImageError) {
    try self.init(decoding: Self.bytes(ofFile: path, limit: Self.largestFile))
  }

  /// The width and height that a PNG or JPEG file says it has, from its beginning only.
  public static func size(ofFile path: String) throws(ImageError) -> (width: Int, height: Int) {
    // A JPEG's header comes after its thumbnail and profile, which seldom need more than this.
    let beginning = 1 << 18
    do throws(ImageError) {
      return try size(of: bytes(ofFile: path, limit: beginning, cut: true))
    } catch .damaged {
      return try size(of: bytes(ofFile: path, limit: largestFile))
    }
  }

  /// Writes the picture as a PNG file, which is complete or not there.
  public func writePNG(to path: String) throws(ImageError) {
    let bytes = try pngData()
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw .unwritable(path: path, reason: Self.reason(error))
    }
  }

  private static func bytes(ofFile path: String, limit: Int, cut: Bool = false) throws(ImageError) -> [UInt8] {
    let data: Data
    do {
      let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? file.close() }
      data = try file.read(upToCount: limit + 1) ?? Data()
    } catch {
      throw .unreadable(path: path, reason: reason(error))
    }
    guard cut || data.count <= limit else {
      throw .unreadable(path: path, reason: "it is larger than \(limit >> 20) MiB")
    }
    return [UInt8](data)
  }

  /// What the operating system says, such as "No such file or directory".
  private static func reason(_ error: any Error) -> String {
    let error = error as NSError
    let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError ?? error
    if cause.domain == NSPOSIXErrorDomain { return String(cString: strerror(Int32(cause.code))) }
    return error.localizedFailureReason ?? error.localizedDescription
  }
}
