public import Kernels

/// The tensors of a GGUF file as a Hugging Face checkpoint of the same Llama has them: its names, its order of rows.
///
/// For the architecture `llama`, and for no other, llama.cpp's conversion reorders the rows of `q_proj` and `k_proj`
/// within each head, because its rotary embedding turns neighbouring values (2i, 2i + 1) where Hugging Face's turns
/// i and i + D/2 of a head of D. Here they are put back; a row of blocks is whole bytes, so that is a copy without
/// loss, made each time such a tensor is asked for. All other tensors are views of the file. What `LlamaNames` doesn't
/// know (`rope_freqs.weight`, the divisors of llama3's rotary frequencies) keeps its name.
public struct GGUFLlamaWeights: WeightSource {
  /// All names, sorted.
  public let tensorNames: [String]

  private let file: GGUF
  /// GGUF's names by Hugging Face's.
  private let names: [String: String]
  /// By the end of GGUF's name, the number of heads whose rows are to be put back.
  private let heads: [String: Int]

  /// Wraps an open file.
  ///
  /// - Throws: `damaged` when two tensors get one name, or a `llama` file doesn't say how many heads it has, or its rows
  ///   can't be divided into them.
  public init(_ file: GGUF) throws(WeightsError) {
    self.file = file
    var names: [String: String] = [:]
    for name in file.tensorNames {
      let renamed = LlamaNames.huggingFace(gguf: name) ?? name
      guard names.updateValue(name, forKey: renamed) == nil else {
        throw Self.damaged(file, "two of its tensors are \(renamed)")
      }
    }
    self.names = names
    tensorNames = names.keys.sorted()
    guard file.string("general.architecture") == "llama" else {
      heads = [:]
      return
    }
    let queries = try Self.headCount(file, "llama.attention.head_count")
    // Without grouped queries the second number may be left out.
    let hasKeys = file.metadata["llama.attention.head_count_kv"] != nil
    let keys = hasKeys ? try Self.headCount(file, "llama.attention.head_count_kv") : queries
    heads = ["attn_q.weight": queries, "attn_q.bias": queries, "attn_k.weight": keys, "attn_k.bias": keys]
    for name in file.tensorNames {
      guard let heads = heads(of: name), let tensor = file.tensor(named: name), let rows = tensor.shape.first else {
        continue
      }
      guard rows % heads == 0, rows / heads % 2 == 0 else {
        throw Self.damaged(file, "the \(rows) rows of \(name) are not \(heads) heads of an even size")
      }
      // The values of a vector in one block can't be put elsewhere one by one; nobody stores biases so.
      guard tensor.shape.count > 1 || tensor.type.valuesPerBlock == 1 else {
        throw WeightsError.unsupported(path: file.path, what: "\(tensor.type) in the vector \(name)")
      }
    }
  }

  /// The tensor of that name, or nil.
  public func tensor(named name: String) -> Tensor? {
    guard let stored = names[name], let tensor = file.tensor(named: stored) else { return nil }
    guard let heads = heads(of: stored) else { return tensor }
    return inHalves(tensor, heads: heads)
  }

  private func heads(of name: String) -> Int? {
    guard name.hasPrefix("blk.") else { return nil }
    return heads[name.split(separator: ".").suffix(2).joined(separator: ".")]
  }

  /// Row j · D/2 + i of a head is stored as its row 2i + j, for j of 0 and 1 and i below D/2.
  private func inHalves(_ tensor: Tensor, heads: Int) -> Tensor {
    guard let rows = tensor.shape.first, rows > 0 else { return tensor }
    let bytesPerRow = tensor.byteCount / rows
    let half = rows / heads / 2
    let storage = Storage(count: tensor.byteCount) { bytes in
      tensor.storage.withBytes { source in
        for row in 0..<rows {
          let (head, inHead) = row.quotientAndRemainder(dividingBy: 2 * half)
          let (j, i) = inHead.quotientAndRemainder(dividingBy: half)
          let start = tensor.byteOffset + (head * 2 * half + 2 * i + j) * bytesPerRow
          bytes.copy(source.extracting(start..<(start + bytesPerRow)), to: row * bytesPerRow)
        }
      }
    }
    return Tensor(shape: tensor.shape, type: tensor.type, storage: storage)
  }

  private static func headCount(_ file: GGUF, _ key: String) throws(WeightsError) -> Int {
    guard let count = file.integer(key), count > 0 else {
      throw damaged(file, "it doesn't say in \(key) how many attention heads it has")
    }
    return count
  }

  private static func damaged(_ file: GGUF, _ reason: String) -> WeightsError {
    .damaged(path: file.path, format: "GGUF", reason: reason)
  }
}
