import Testing

@testable import Weights

@Suite struct LlamaNamesTests {
  @Test(arguments: [
    ("token_embd.weight", "model.embed_tokens.weight"),
    ("output_norm.weight", "model.norm.weight"),
    ("output.weight", "lm_head.weight"),
    ("blk.0.attn_q.weight", "model.layers.0.self_attn.q_proj.weight"),
    ("blk.0.attn_q.bias", "model.layers.0.self_attn.q_proj.bias"),
    ("blk.1.attn_k.weight", "model.layers.1.self_attn.k_proj.weight"),
    ("blk.2.attn_v.weight", "model.layers.2.self_attn.v_proj.weight"),
    ("blk.3.attn_output.weight", "model.layers.3.self_attn.o_proj.weight"),
    ("blk.4.attn_norm.weight", "model.layers.4.input_layernorm.weight"),
    ("blk.5.ffn_norm.weight", "model.layers.5.post_attention_layernorm.weight"),
    ("blk.6.ffn_gate.weight", "model.layers.6.mlp.gate_proj.weight"),
    ("blk.7.ffn_up.weight", "model.layers.7.mlp.up_proj.weight"),
    ("blk.115.ffn_down.weight", "model.layers.115.mlp.down_proj.weight"),
  ])
  func partsHaveHuggingFacesNames(gguf: String, huggingFace: String) {
    #expect(LlamaNames.huggingFace(gguf: gguf) == huggingFace)
  }

  @Test(arguments: [
    "", ".", "weight", "rope_freqs.weight", "blk..attn_q.weight", "blk.01.attn_q.weight", "blk.-1.attn_q.weight",
    "blk.+1.attn_q.weight", "blk.0.attn_q", "blk.0.attn_q.weight.weight", "blk.99999999999999999999.attn_q.weight",
    "blk.0.ffn_gate_exps.weight", "v.blk.0.attn_q.weight", "attn_q.weight",
  ])
  func otherNamesHaveNone(gguf: String) {
    #expect(LlamaNames.huggingFace(gguf: gguf) == nil)
  }
}
