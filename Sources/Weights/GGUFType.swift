internal import Kernels

/// The numbers by which GGUF files name types (`enum ggml_type` in ggml's `ggml.h`).
enum GGUFType {
  /// The type of that number, or nil when this program can't read it.
  static func elementType(code: UInt32) -> ElementType? {
    switch code {
    case 0: .f32
    case 1: .f16
    case 2: .q4_0
    case 3: .q4_1
    case 6: .q5_0
    case 7: .q5_1
    case 8: .q8_0
    case 12: .q4_K
    case 13: .q5_K
    case 14: .q6_K
    case 24: .i8
    case 25: .i16
    case 26: .i32
    case 27: .i64
    case 28: .f64
    case 30: .bf16
    default: nil
    }
  }

  private static let otherNames: [UInt32: String] = [
    9: "Q8_1", 10: "Q2_K", 11: "Q3_K", 15: "Q8_K", 16: "IQ2_XXS", 17: "IQ2_XS", 18: "IQ3_XXS", 19: "IQ1_S",
    20: "IQ4_NL", 21: "IQ3_S", 22: "IQ2_S", 23: "IQ4_XS", 29: "IQ1_M", 34: "TQ1_0", 35: "TQ2_0", 39: "MXFP4",
    40: "NVFP4", 41: "Q1_0",
  ]

  /// What an error calls the type of that number.
  static func name(code: UInt32) -> String {
    elementType(code: code)?.rawValue ?? otherNames[code] ?? "the tensor type \(code)"
  }
}
