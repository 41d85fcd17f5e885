import Foundation
import Testing

@testable import Tokenizer

@Suite struct TemplateEvaluatorTests {
  private func text(_ source: String) throws -> String {
    try ChatTemplate(source: source, variables: ["bos_token": "<s>"]).render(
      [ChatMessage(role: "user", content: "Hi"), ChatMessage(role: "assistant", content: "Ho")],
      addsGenerationPrompt: true)
  }

  private func error(_ source: String) -> String {
    do {
      return "no error: " + (try text(source))
    } catch {
      return "\(error)"
    }
  }

  /// Each as jinja2 3.1.6 renders it in transformers' environment.
  @Test(arguments: [
    ("{{ 1 + 2 * 3 }} {{ -7 // 2 }} {{ -7 % 3 }} {{ 7 / 2 }} {{ 2 ** 10 }} {{ -2 ** 2 }}", "7 -4 2 3.5 1024 4"),
    ("{{ 1e16 }} {{ 1e-5 }} {{ 0.1 + 0.2 }} {{ 10 / 5 }}", "1e+16 1e-05 0.30000000000000004 2.0"),
    (
      "{{ [1, 'a', none, true, \"it's\"] }} {{ (1,) }} {{ {'a': [2]} }}",
      "[1, 'a', None, True, \"it's\"] (1,) {'a': [2]}"
    ),
    (
      "{{ 'abcdef'[1:4] }} {{ 'abcdef'[::-1] }} {{ 'abc'[-1] }}{{ 'abc'[9] }} {{ [1, 2, 3][1:] }}",
      "bcd fedcba c [2, 3]"
    ),
    ("{{ 'a' ~ 1 ~ none }} {{ 'x' * 3 }} {{ [1] + [2] }}", "a1None xxx [1, 2]"),
    (
      "{{ 1 < 2 < 3 }} {{ 1 == 1.0 }} {{ 'a' in 'cat' }} {{ 'x' not in ['x'] }} {{ 'é' == 'e\u{301}' }}",
      "True True True False False"
    ),
    ("{{ 'a' or 'b' }} {{ '' or 'b' }} {{ 'a' and 'b' }} {{ not 1 == 2 }} {{ 1 if false }}", "a b b True "),
    (
      "{{ x is defined }} {{ none is none }} {{ {} is mapping }} {{ 'a' is iterable }} {{ 3 is odd }} {{ 9 is divisibleby 3 }}",
      "False True True True True True"
    ),
    (
      "{{ ' a '|trim }} {{ x|default('d') }} {{ ''|default('e', true) }} {{ [1, 2]|join('-') }} {{ 'abc'|first }}",
      "a d e 1-2 a"
    ),
    (
      "{{ {'a': [1, none, 'é\"']}|tojson }} {{ {'a': [1]}|tojson(indent=2) }}",
      "{\"a\": [1, null, \"é\\\"\"]} {\n  \"a\": [\n    1\n  ]\n}"
    ),
    ("{{ [{'t': 1}, {'t': 2}]|selectattr('t', 'equalto', 2)|list }} {{ ['a']|map('upper')|join }}", "[{'t': 2}] A"),
    (
      "{{ ' a b  c '.split() }} {{ 'a,b,c'.split(',', 1) }} {{ 'abc'.startswith('a') }} {{ 'abc'.endswith(('x', 'c')) }}",
      "['a', 'b', 'c'] ['a', 'b,c'] True True"
    ),
    (
      "{% for i in range(5) %}{% if i == 3 %}{% break %}{% endif %}{% if i == 1 %}{% continue %}{% endif %}{{ i }}{{ loop.index }}{{ loop.last }} {% endfor %}",
      "01False 23False "
    ),
    (
      "{% for i in [1, 2, 3, 4] if i % 2 == 0 %}{{ i }}:{{ loop.index }}/{{ loop.length }} {% else %}none{% endfor %}",
      "2:1/2 4:2/2 "
    ),
    (
      "{% for i in [] %}{% else %}none{% endfor %} {% for k, v in {'a': 1}.items() %}{{ k }}={{ v }}{% endfor %}",
      "none a=1"
    ),
    // “else” counts items whose body came to its end; what is set in a captured text stays in it.
    ("{% for i in [1, 2] %}{{ i }}{% continue %}{% else %}none{% endfor %}", "12none"),
    ("{% set c %}{% set x = 1 %}{{ x }}{% endset %}{{ c }}{{ x }}", "1"),
    ("{{ none[1:] }}|{{ 3|round }} {{ 2.5|round }}", "|3 2.0"),
    ("{% set x = 1 %}{% for i in [1, 2] %}{{ x }}{% set x = 9 %}{{ x }}{% endfor %}{{ x }}", "19191"),
    ("{% set ns = namespace(n=0) %}{% for i in [1, 2] %}{% set ns.n = ns.n + i %}{% endfor %}{{ ns.n }}", "3"),
    (
      "{% macro m(a, b='B') %}<{{ a }}{{ b }}{{ bos_token }}>{% endmacro %}{{ m(1) }}{{ m(b=2, a=9) }}{{ m() }}",
      "<1B<s>><92<s>><B<s>>"
    ),
    ("{% macro m() %}{{ x }}{% endmacro %}{% for x in [1] %}[{{ m() }}]{% endfor %}", "[]"),
    (
      "{% set c %}hi {{ 1 }}{% endset %}{{ c }} {% set a, b = 1, 2 %}{{ b }}{% generation %}g{% endgeneration %}",
      "hi 1 2g"
    ),
    (
      "{{ messages|length }} {{ messages[-1].content }} {{ messages[0]['nope'] is defined }} {{ tools is none }} {{ nothing }}",
      "2 Ho False True "
    ),
    ("{{ 1|string is string }} {{ -1|abs }} {{ [[1, 2], [3]]|map('length')|sum }}", "True 1 3"),
  ])
  func rendersAsJinjaDoes(source: String, expected: String) throws {
    #expect(try text(source) == expected)
  }

  @Test(arguments: [
    ("{{ x.y }}", "“x” is undefined"), ("{{ x + 'a' }}", "“x” is undefined"), ("{{ f() }}", "“f” is undefined"),
    ("{{ 1 + 'a' }}", "“+” between a whole number and a text"), ("{{ 1 / 0 }}", "divides by zero"),
    ("{{ 1 % 0 }}", "divides by zero"), ("{{ 'a'|nope }}", "the filter “nope”"),
    ("{{ 'a' is nope }}", "the test “nope”"),
    ("{{ 'a'.nope() }}", ".nope() of a text"), ("{% for i in 5 %}{% endfor %}", "nothing to go through"),
    ("{{ none|length }}", "none has no length"), ("{{ [1] < 1 }}", "no order"), ("{{ 'a'[::0] }}", "step is zero"),
    ("{{ range(1, 5, 0) }}", "step is zero"), ("{{ 'a'.split('') }}", "split at nothing"),
    ("{% set a, b = [1] %}", "1 values can't be given to 2 names"), ("{% set messages.x = 1 %}", "no namespace"),
    ("{% macro m(a) %}{% endmacro %}{{ m(1, 2) }}", "too many arguments"), ("{{ strftime_now('%Q') }}", "%Q"),
  ])
  func mistakesAreNamed(source: String, what: String) {
    #expect(error(source).contains(what))
  }

  /// Whatever it says, a template ends, and takes neither all memory nor the whole stack.
  @Test(arguments: [
    "{% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}",
    "{% set ns = namespace(x='aaaaaaaa') %}{% for a in range(100) %}{% set ns.x = ns.x + ns.x %}{% endfor %}",
    "{% set x = 'a' * 1000000 %}{% for a in range(100000) %}{{ x }}{% endfor %}",
    "{% macro m(n) %}{{ [m(n)~m(n)] }}{% endmacro %}{{ m(1) }}",
    "{% macro m(n) %}{% if n %}{{ m(n-1) }}{{ m(n-1) }}{% endif %}{% endmacro %}{{ m(25) }}",
    "{% set ns = namespace(x=[]) %}{% for a in range(100000) %}{% set ns.x = [ns.x] %}{% endfor %}",
    "{% set ns = namespace(x=[1]) %}{% for a in range(40) %}{% set ns.x = [ns.x, ns.x] %}{% endfor %}{{ ns.x|tojson }}",
    "{% set ns = namespace(x=[1], y=[1]) %}{% for a in range(40) %}{% set ns.x = [ns.x, ns.x] %}{% set ns.y = [ns.y, ns.y] %}{% endfor %}{{ ns.x == ns.y }}",
    "{% set ns = namespace() %}{% set ns.x = ns %}", "{{ [namespace()] }}", "{{ 'a' * 9223372036854775807 }}",
    "{{ [1] * 9223372036854775807 }}", "{{ range(9223372036854775807) }}", "{{ 10 ** 100 }}",
    "{{ 9223372036854775807 + 1 }}", "{{ -(-9223372036854775807 - 1) }}", "{{ (-9223372036854775807 - 1) // -1 }}",
    "{{ ('a' * 1000000)|replace('a', 'b' * 1000000) }}", "{{ ('a' * 4000000).find('a' * 2000000 ~ 'b') }}",
    "{{ ('a,' * 1000000).split(',') }}", "{{ range(100000)|join('a' * 4000) }}", "{{ range(200000)|list|unique }}",
  ])
  func everyTemplateEnds(source: String) {
    #expect(throws: TokenizerError.self) {
      // Fewer steps than usual, so that the test is quick.
      try TemplateEvaluator.render(try TemplateParser.parse(source), [:], now: { Date() }, maximalSteps: 100_000)
    }
  }

  @Test(arguments: [
    ("{{ 1 ** 9223372036854775807 }} {{ (-1) ** 9223372036854775807 }}", "1 -1"),
    ("{{ 'abc'[-9223372036854775807:9223372036854775807:9223372036854775807] }}", "a"),
    ("{{ 'abc'[::-9223372036854775807] }}{{ [1][(-9223372036854775807 - 1):] }}", "c[1]"),
    ("{{ 'abc'[-9223372036854775807] }}|{{ 1.5|round(-9223372036854775807) }}", "|0.0"),
    (
      "{{ 'nan'|float|int }}{{ 1e308|int }}{{ range(-9223372036854775807, 9223372036854775807, 9223372036854775807)|length }}",
      "002"
    ),
  ])
  func extremeNumbersAreHarmless(source: String, expected: String) throws {
    #expect(try text(source) == expected)
  }

  @Test func timesAreWrittenAsInTheCLocale() throws {
    let date = Date(timeIntervalSince1970: 1_709_251_387)
    let zone = try #require(TimeZone(secondsFromGMT: 0))
    #expect(
      try TemplateClock.text(of: date, format: "%Y-%m-%d %d %b %B %a %A %H:%M:%S %I%p %y %j %e %%", timeZone: zone)
        == "2024-03-01 01 Mar March Fri Friday 00:03:07 12AM 24 061  1 %")
  }
}
