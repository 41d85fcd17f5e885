import Testing

@testable import Tokenizer

@Suite struct TemplateParserTests {
  private func error(_ source: String) -> String {
    do {
      _ = try ChatTemplate(source: source)
      return "no error"
    } catch {
      return error.description
    }
  }

  @Test(arguments: [
    ("{% include 'x' %}", "{% include %}"), ("{% block a %}{% endblock %}", "{% block %}"),
    ("{% call m() %}{% endcall %}", "{% call %}"), ("{% endif %}", "{% endif %}"),
    ("{% for x in y recursive %}{% endfor %}", "recursive loops"), ("{{ f(*a) }}", "*arguments"),
  ])
  func whatIsUnknownIsNamed(source: String, what: String) {
    #expect(error(source).contains("this program doesn't know \(what)"))
  }

  @Test(arguments: [
    "{% if %}{% endif %}", "{% if a %}", "{% for %}{% endfor %}", "{% for x y %}{% endfor %}", "{% set %}",
    "{% set 1 = 2 %}",
    "{% set a.b.c = 1 %}", "{{ }}", "{{ a b }}", "{{ a[ }}", "{{ a[] }}", "{{ a[1:2:3:4] }}", "{{ a[1 2] }}",
    "{{ (1 }}",
    "{{ a. }}", "{{ a| }}", "{{ a is }}", "{{ {1} }}", "{{ f(a=1, 2) }}", "{{ not }}", "{{ 1 + }}",
    "{% macro %}{% endmacro %}",
    "{% macro m( %}{% endmacro %}", "{% break %}", "{% if a %}{% else b %}{% endif %}", "{% if a %}{% endfor %}",
    "{% generation x %}{% endgeneration %}", "{% %}",
  ])
  func whatIsMalformedIsAnError(source: String) {
    #expect(error(source).contains("the chat template can't be used"))
  }

  /// Parsers call themselves, and so do trees when they are freed.
  @Test(arguments: [
    ("{{ ", "(", "1", ")", " }}"), ("{{ ", "[", "1", "]", " }}"), ("{{ 1", "+1", "", "", " }}"),
    ("{{ a", "|trim", "", "", " }}"), ("{{ a", ".b", "", "", " }}"), ("{{ ", "not ", "a", "", " }}"),
    ("{{ ", "-", "1", "", " }}"), ("{{ ", "1 if ", "1", "", " }}"), ("", "{% if 1 %}", "", "{% endif %}", ""),
  ])
  func deepNestingIsRefused(start: String, opening: String, middle: String, closing: String, end: String) {
    let count = 5_000
    let source =
      start + String(repeating: opening, count: count) + middle + String(repeating: closing, count: count) + end
    #expect(error(source).contains(" more than "))
  }

  @Test func aTemplateOfMoreThanAMegabyteIsRefused() {
    #expect(error(String(repeating: "a", count: (1 << 20) + 1)).contains("more than 1 MiB"))
  }
}
