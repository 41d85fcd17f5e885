import Testing

@testable import Tokenizer

@Suite struct TemplateLexerTests {
  private func text(_ source: String) throws -> String {
    try ChatTemplate(source: source).render([], addsGenerationPrompt: true)
  }

  /// Each as jinja2 3.1.6 renders it with trim_blocks and lstrip_blocks.
  @Test(arguments: [
    ("a\n  {% if true %}\n  b\n  {% endif %}\nc\n", "a\n  b\nc"),
    ("a  {{ 1 }}\nb", "a  1\nb"),
    ("a  {{- 1 -}}  \n b", "a1b"),
    ("a  {%- if true -%}  \n b  {%- endif -%}  c", "abc"),
    ("  {%+ if true %}b{% endif +%}\nc", "  b\nc"),
    ("a\n  {# note #}\nb", "a\nb"),
    ("a {#- note -#} b", "ab"),
    ("a{% raw %}{{ x }}{% y %}{% endraw %}b", "a{{ x }}{% y %}b"),
    ("a {%- raw -%} {{ x }} {%- endraw -%} b", "a{{ x }}b"),
    ("{{ {'a': {'b': 1}} }}", "{'a': {'b': 1}}"),
    ("{{ '}}' }}{{ \"%}\" }}", "}}%}"),
    ("a\r\nb\rc\r\n", "a\nb\nc"),
    ("a\n\n", "a\n"),
    ("{ {% if true %}{%{{ 1 }}{% endif %}", nil),
    ("{", "{"),
    ("{{ '\\x41\\u00e9\\n\\'\\101\\q' }}", "Aé\n'A\\q"),
    ("{{ 1_000 + 0.5e1 }}", "1005.0"),
  ])
  func whitespaceAndTagsAreThoseOfJinja(source: String, expected: String?) throws {
    guard let expected else {
      #expect(throws: TokenizerError.self) { try text(source) }
      return
    }
    #expect(try text(source) == expected)
  }

  @Test(arguments: [
    ("a\n{{ 'b", "line 2"), ("{% if x", "line 1"), ("\n\n{# x", "line 3"), ("{% raw %}", "raw"), ("{{ a ? b }}", "“?”"),
    ("{{ 99999999999999999999 }}", "too large"), ("{{ 0x10 }}", "unknown kind"), ("{{ '\\ud800' }}", "no character"),
    ("{{ ) }}", "bracket"),
  ])
  func errorsSayWhatAndWhere(source: String, what: String) {
    do {
      _ = try ChatTemplate(source: source)
      Issue.record("\(source) was accepted")
    } catch {
      #expect(error.description.contains(what))
    }
  }
}
