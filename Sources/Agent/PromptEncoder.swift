internal import Model
internal import Tokenizer

/// Turns messages into the ids and pictures that a model takes.
struct PromptEncoder: Sendable {
  let tokenizer: Tokenizer
  let template: ChatTemplate
  /// The token that stands for a picture; nil for text-only models.
  let imageTokenID: Int32?

  /// What stands for a picture in a message.
  static let placeholder = "<image>"

  /// A conversation, ready to be answered.
  ///
  /// - Throws: `placeholders` when the messages have another number of `<image>` than `images`; `template`.
  func encode(_ messages: [ChatMessage], images: [PromptImage]) throws(AgentError) -> [PromptPart] {
    var messages = messages
    if let token = imageTokenID.flatMap({ tokenizer.text(of: $0) }), token != Self.placeholder {
      for index in messages.indices {
        messages[index].content = messages[index].content.split(
          separator: Self.placeholder, omittingEmptySubsequences: false
        ).joined(separator: token)
      }
    }
    let rendered: String
    do {
      rendered = try template.render(messages, addsGenerationPrompt: true)
    } catch {
      throw .template(error)
    }
    var parts: [PromptPart] = []
    var left = images[...]
    var found = 0
    for run in tokenizer.encode(rendered).split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == imageTokenID })
    {
      if found > 0, let image = left.popFirst() { parts.append(.image(image)) }
      found += 1
      if !run.isEmpty { parts.append(.tokens(Array(run))) }
    }
    guard found - 1 == images.count else { throw .placeholders(found: found - 1, pictures: images.count) }
    return parts
  }

  /// A step's prompt.
  func encode(_ prompt: StepPrompt, image: PromptImage?) throws(AgentError) -> [PromptPart] {
    let user = plain(prompt.beforePicture) + (prompt.hasPicture ? Self.placeholder : "") + plain(prompt.afterPicture)
    return try encode(
      [ChatMessage(role: "system", content: plain(prompt.system)), ChatMessage(role: "user", content: user)],
      images: image.map { [$0] } ?? [])
  }

  /// The text without special tokens: what is on a screen, or was thought, mustn't end the message and begin another.
  func plain(_ text: String) -> String {
    var text = text
    // Breaking one token up could join what makes another, so look again.
    for _ in 0..<8 {
      let special = Set(tokenizer.encode(text).filter { tokenizer.isSpecial($0) || $0 == imageTokenID })
      if special.isEmpty { return text }
      for id in special {
        guard let token = tokenizer.text(of: id), token.count > 1 else { continue }
        text = text.split(separator: token, omittingEmptySubsequences: false)
          .joined(separator: token.prefix(1) + " " + token.dropFirst())
      }
    }
    return tokenizer.decode(tokenizer.encode(text))
  }
}
