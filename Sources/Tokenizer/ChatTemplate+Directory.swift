internal import JSON

extension ChatTemplate {
  /// Reads the template of a model directory; nil where there is none.
  ///
  /// It is in `chat_template.jinja`, in `chat_template.json` (older processors) or in `tokenizer_config.json`, there as
  /// text or as a list of named templates of which `default` is taken. `bos_token` and the others are filled in from
  /// `special_tokens_map.json` and `tokenizer_config.json`.
  public init?(directory path: String) throws(TokenizerError) {
    var variables: [String: String] = [:]
    var source: String?
    for file in ["special_tokens_map.json", "tokenizer_config.json", "chat_template.json"] {
      guard let json = try TokenizerFile.readJSON(path + "/" + file) else { continue }
      for member in json.object?.members ?? [] where member.key.hasSuffix("_token") {
        if let text = member.value.string ?? member.value["content"]?.string { variables[member.key] = text }
      }
      if let template = json["chat_template"], let text = Self.text(of: template) { source = text }
    }
    let file = path + "/chat_template.jinja"
    if let bytes = try TokenizerFile.read(file) {
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw .template(reason: "\(file) is not UTF-8; download or copy it again")
      }
      source = text
    }
    guard let source else { return nil }
    try self.init(source: source, variables: variables)
  }

  private static func text(of json: JSONValue) -> String? {
    if let text = json.string { return text }
    let named = json.array ?? []
    return (named.first { $0["name"]?.string == "default" } ?? named.first)?["template"]?.string
  }
}
