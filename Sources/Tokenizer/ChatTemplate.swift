public import Foundation

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
///
/// It renders as transformers' `apply_chat_template` does: `messages`, `add_generation_prompt`, the special tokens by name,
/// `tools` and `documents` as none, `raise_exception` and `strftime_now`.
public struct ChatTemplate: Sendable {
  /// Longer texts are no templates (the longest known has 30 kB).
  static let maximalSize = 1 << 20

  /// The text of the template.
  public let source: String
  /// What the template may name beside the messages.
  public let variables: [String: String]

  private let statements: [TemplateStatement]
  private let content: ContentForm
  private let now: @Sendable () -> Date

  /// Parses a template.
  ///
  /// - Parameter variables: values that the template may name, usually `bos_token` and `eos_token`.
  public init(source: String, variables: [String: String] = [:]) throws(TokenizerError) {
    try self.init(source: source, variables: variables, now: { Date() })
  }

  /// Parses a template whose idea of today comes from `now` (some, like Llama 3.2's, write the date into the prompt).
  public init(
    source: String, variables: [String: String] = [:], now: @escaping @Sendable () -> Date
  ) throws(TokenizerError) {
    guard source.utf8.count <= Self.maximalSize else {
      throw .template(reason: "it has more than \(Self.maximalSize >> 20) MiB")
    }
    self.source = source
    self.variables = variables
    self.now = now
    statements = try TemplateParser.parse(source)
    content = ContentForm(of: statements)
  }

  /// The prompt of a conversation.
  public func render(_ messages: [ChatMessage], addsGenerationPrompt: Bool) throws(TokenizerError) -> String {
    var values: [String: TemplateValue] = [:]
    for (name, value) in variables { values[name] = .string(value) }
    values["messages"] = .list(
      messages.map { message in
        .dictionary(
          TemplateDictionary([("role", .string(message.role)), ("content", content.value(of: message.content))]))
      })
    values["add_generation_prompt"] = .bool(addsGenerationPrompt)
    values["tools"] = TemplateValue.none
    values["documents"] = TemplateValue.none
    return try TemplateEvaluator.render(statements, values, now: now)
  }
}
