/// One message of a conversation.
public struct ChatMessage: Sendable, Equatable, Codable {
  /// `system`, `user` or `assistant`.
  public var role: String
  /// The text; `<image>` stands for a picture.
  public var content: String
  /// A message.
  public init(role: String, content: String) {
    self.role = role
    self.content = content
  }
}

/// A chat template in the part of Jinja that published templates use.
public struct ChatTemplate: Sendable {
  /// The text of the template.
  public let source: String

  /// Parses a template.
  ///
  /// - Parameter variables: values that the template may name, usually `bos_token` and `eos_token`.
  public init(source: String, variables: [String: String] = [:]) throws(TokenizerError) {
    self.source = source
  }

  /// The prompt of a conversation.
  public func render(_ messages: [ChatMessage], addsGenerationPrompt: Bool) throws(TokenizerError) -> String { "" }
}
