/// What GGUF and Hugging Face call the parts of a Llama (`gguf-py/gguf/tensor_mapping.py` in llama.cpp).
public enum LlamaNames {
  private static let whole = [
    "token_embd": "model.embed_tokens", "output_norm": "model.norm", "output": "lm_head",
  ]
  private static let ofLayer = [
    "attn_norm": "input_layernorm", "attn_q": "self_attn.q_proj", "attn_k": "self_attn.k_proj",
    "attn_v": "self_attn.v_proj", "attn_output": "self_attn.o_proj", "ffn_norm": "post_attention_layernorm",
    "ffn_gate": "mlp.gate_proj", "ffn_up": "mlp.up_proj", "ffn_down": "mlp.down_proj",
  ]

  /// `model.layers.0.self_attn.q_proj.weight` for `blk.0.attn_q.weight`; nil for a name that isn't a Llama's.
  ///
  /// `rope_freqs.weight` has no counterpart: Hugging Face computes those factors from the configuration.
  public static func huggingFace(gguf name: String) -> String? {
    var parts = name.split(separator: ".", omittingEmptySubsequences: false)[...]
    guard let kind = parts.popLast(), kind == "weight" || kind == "bias" else { return nil }
    if parts.count == 1, let part = whole[String(parts[0])] { return "\(part).\(kind)" }
    guard parts.count == 3, parts[0] == "blk", let part = ofLayer[String(parts[2])] else { return nil }
    guard let layer = Int(parts[1]), String(layer) == parts[1], layer >= 0 else { return nil }
    return "model.layers.\(layer).\(part).\(kind)"
  }
}
