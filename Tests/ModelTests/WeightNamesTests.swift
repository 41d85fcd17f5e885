import Model
import Testing

@Suite struct WeightNamesTests {
  @Test(arguments: [
    ("language_model.model.layers.0.mlp.up_proj.weight", "language_model.model.layers.0.mlp.up_proj.weight"),
    ("model.language_model.layers.0.mlp.up_proj.weight", "language_model.model.layers.0.mlp.up_proj.weight"),
    ("language_model.lm_head.weight", "language_model.lm_head.weight"),
    ("lm_head.weight", "language_model.lm_head.weight"),
    ("vision_tower.vision_model.post_layernorm.bias", "vision_tower.post_layernorm.bias"),
    ("vision_tower.post_layernorm.bias", "vision_tower.post_layernorm.bias"),
    ("model.vision_tower.post_layernorm.bias", "vision_tower.post_layernorm.bias"),
    ("model.vision_tower.vision_model.post_layernorm.bias", "vision_tower.post_layernorm.bias"),
    ("multi_modal_projector.linear_1.bias", "multi_modal_projector.linear_1.bias"),
    ("model.multi_modal_projector.linear_1.bias", "multi_modal_projector.linear_1.bias"),
    ("image_newline", "image_newline"), ("model.image_newline", "image_newline"),
  ])
  func everySpellingOfALlavaHasOneName(name: String, canonical: String) {
    #expect(WeightNames.canonical(name, isMultimodal: true) == canonical)
  }

  @Test(arguments: [
    ("model.norm.weight", "model.norm.weight"), ("lm_head.weight", "lm_head.weight"),
    ("model.language_model.norm.weight", "model.norm.weight"),
    ("language_model.model.norm.weight", "model.norm.weight"), ("language_model.lm_head.weight", "lm_head.weight"),
  ])
  func everySpellingOfALlamaHasOneName(name: String, canonical: String) {
    #expect(WeightNames.canonical(name, isMultimodal: false) == canonical)
  }

  @Test func canonicalNamesStayAsTheyAre() {
    for (configuration, isMultimodal) in [(Configurations.pictures, true), (Configurations.text, false)] {
      for parameter in configuration.parameters {
        #expect(WeightNames.canonical(parameter.name, isMultimodal: isMultimodal) == parameter.name)
      }
    }
  }
}
