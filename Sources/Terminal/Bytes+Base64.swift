import Foundation

extension [UInt8] {
  /// RFC 4648's base64, with padding.
  var base64: [UInt8] { [UInt8](Data(self).base64EncodedData()) }
}
