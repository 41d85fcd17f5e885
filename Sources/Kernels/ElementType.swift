/// How the numbers of a tensor are stored.
///
/// The quantised cases are GGUF's block formats (ggml's `ggml-common.h`): a block holds `valuesPerBlock` consecutive
/// values of a row in `bytesPerBlock` bytes.
public enum ElementType: String, Sendable, CaseIterable, CustomStringConvertible {
  case f32 = "F32"
  case f16 = "F16"
  case bf16 = "BF16"
  case q4_0 = "Q4_0"
  case q4_1 = "Q4_1"
  case q5_0 = "Q5_0"
  case q5_1 = "Q5_1"
  case q8_0 = "Q8_0"
  case q4_K = "Q4_K"
  case q5_K = "Q5_K"
  case q6_K = "Q6_K"
  case i8 = "I8"
  case u8 = "U8"
  case i16 = "I16"
  case i32 = "I32"
  case i64 = "I64"
  case f64 = "F64"
  case bool = "BOOL"

  /// Values in one block: 1 for plain types, 32 or 256 for quantised ones.
  public var valuesPerBlock: Int {
    switch self {
    case .q4_0, .q4_1, .q5_0, .q5_1, .q8_0: 32
    case .q4_K, .q5_K, .q6_K: 256
    default: 1
    }
  }

  /// Bytes of one block.
  public var bytesPerBlock: Int {
    switch self {
    case .i8, .u8, .bool: 1
    case .f16, .bf16, .i16: 2
    case .f32, .i32: 4
    case .f64, .i64: 8
    case .q4_0: 18
    case .q4_1: 20
    case .q5_0: 22
    case .q5_1: 24
    case .q8_0: 34
    case .q4_K: 144
    case .q5_K: 176
    case .q6_K: 210
    }
  }

  /// Whether the kernels can compute with weights of this type.
  public var isWeight: Bool {
    switch self {
    case .i8, .u8, .i16, .i32, .i64, .f64, .bool: false
    default: true
    }
  }

  /// The name that file formats and people use, for example `Q4_K`.
  public var description: String { rawValue }
}
