extension ChatTemplate {
  /// Llama 3's template, for models that carry none.
  ///
  /// Every message is trimmed and stands between headers; the text begins with `bos_token`, if that is given.
  public static func llama3(variables: [String: String] = [:]) throws(TokenizerError) -> ChatTemplate {
    try ChatTemplate(
      source: """
        {{ bos_token }}{% for message in messages %}{{ '<|start_header_id|>' + message['role'] + '<|end_header_id|>\\n\\n' \
        + message['content'] | trim + '<|eot_id|>' }}{% endfor %}{% if add_generation_prompt %}\
        {{ '<|start_header_id|>assistant<|end_header_id|>\\n\\n' }}{% endif %}
        """, variables: variables)
  }

  /// ChatML, for models that carry none but have its `<|im_start|>` and `<|im_end|>`.
  public static func chatML(variables: [String: String] = [:]) throws(TokenizerError) -> ChatTemplate {
    try ChatTemplate(
      source: """
        {% for message in messages %}{{ '<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>\\n' }}\
        {% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}
        """, variables: variables)
  }

  /// The well-known template that a tokenizer's special tokens ask for, if any.
  public static func wellKnown(for tokenizer: Tokenizer) throws(TokenizerError) -> ChatTemplate? {
    func has(_ token: String) -> Bool { tokenizer.id(of: token).map(tokenizer.isSpecial) ?? false }
    if has("<|start_header_id|>"), has("<|eot_id|>") { return try llama3(variables: tokenizer.namedTokens) }
    if has("<|im_start|>"), has("<|im_end|>") { return try chatML(variables: tokenizer.namedTokens) }
    return nil
  }
}
