/// The names that checkpoints in the wild give the parameters, and ours.
///
/// Ours, the canonical ones, are what transformers 5 writes (`ModelConfiguration.parameters`).
public enum WeightNames {
  /// The canonical name of a weight that a checkpoint calls `name`.
  ///
  /// Names that have no part in the model, such as SigLIP's pooling head, come back as some name that nothing asks for.
  ///
  /// - Parameter isMultimodal: whether a vision tower is there; its language model is then a level deeper.
  public static func canonical(_ name: String, isMultimodal: Bool) -> String {
    // The longer spelling before the shorter one that it begins with.
    for (spellings, target) in isMultimodal ? multimodal : textOnly {
      for spelling in spellings where name.hasPrefix(spelling) { return target + name.dropFirst(spelling.count) }
    }
    return name
  }

  private static let multimodal: [(spellings: [String], target: String)] = [
    (["model.language_model.lm_head.", "language_model.lm_head.", "lm_head."], "language_model.lm_head."),
    (["model.language_model.model.", "model.language_model.", "language_model.model."], "language_model.model."),
    (
      [
        "model.vision_tower.vision_model.", "vision_tower.vision_model.", "model.vision_tower.", "vision_tower.",
      ], "vision_tower."
    ),
    (["model.multi_modal_projector.", "multi_modal_projector."], "multi_modal_projector."),
    (["model.image_newline", "image_newline"], "image_newline"),
  ]

  private static let textOnly: [(spellings: [String], target: String)] = [
    (["language_model.lm_head.", "lm_head."], "lm_head."),
    (["model.language_model.", "language_model.model.", "model."], "model."),
  ]
}
