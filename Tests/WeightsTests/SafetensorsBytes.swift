/// A `.safetensors` file of that header and that much data.
func safetensors(_ header: String, data: Int, claimedLength: UInt64? = nil) -> [UInt8] {
  let length = claimedLength ?? UInt64(header.utf8.count)
  let prefix = (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) }
  return prefix + Array(header.utf8) + (0..<data).map { UInt8(truncatingIfNeeded: $0) }
}
