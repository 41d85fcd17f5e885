import Foundation
import TestSupport
import Testing

@testable import Tokenizer

@Suite struct ChatTemplateTests {
  private let conversation = [
    ChatMessage(role: "system", content: "You operate an Android phone."),
    ChatMessage(role: "user", content: "<image>\nGoal: Turn on Wi-Fi."),
  ]

  private struct Reference: Decodable {
    var messages: [ChatMessage]
    var prompt: String
  }

  @Test(
    .enabled(if: Shared.has("goldens/llava-tied"), Comment(rawValue: Shared.missing)),
    arguments: ["llava-tied", "llava-next-untied"])
  func rendersAsTransformersDoes(model: String) throws {
    let directory = Shared.path("goldens/\(model)")
    let reference = try JSONDecoder().decode(
      Reference.self, from: Data(contentsOf: URL(fileURLWithPath: directory + "/case.json")))
    let template = try #require(try ChatTemplate(directory: directory))
    #expect(try template.render(reference.messages, addsGenerationPrompt: true) == reference.prompt)
    let wellKnown = try ChatTemplate.llama3(variables: ["bos_token": "<|begin_of_text|>"])
    #expect(try wellKnown.render(reference.messages, addsGenerationPrompt: true) == reference.prompt)
  }

  @Test func chatMLHasAHeaderForEachMessage() throws {
    let template = try ChatTemplate.chatML()
    #expect(
      try template.render([ChatMessage(role: "user", content: " Hi ")], addsGenerationPrompt: true)
        == "<|im_start|>user\n Hi <|im_end|>\n<|im_start|>assistant\n")
    #expect(try template.render([], addsGenerationPrompt: false) == "")
  }

  @Test func theWellKnownTemplateFollowsTheSpecialTokens() throws {
    let llama = try Tokenizer.byteLevel(specialTokens: [
      "<|begin_of_text|>", "<|eot_id|>", "<|start_header_id|>", "<|end_header_id|>",
    ])
    let template = try #require(try ChatTemplate.wellKnown(for: llama))
    #expect(try template.render(conversation, addsGenerationPrompt: false).hasPrefix("<|begin_of_text|><|start_header"))
    let smol = try Tokenizer.byteLevel(specialTokens: ["<|im_start|>", "<|im_end|>"])
    #expect(try ChatTemplate.wellKnown(for: smol)?.source == ChatTemplate.chatML().source)
    #expect(try ChatTemplate.wellKnown(for: Tokenizer.byteLevel(specialTokens: [])) == nil)
  }

  /// The part of Llama 3.2's own template that is not about tools; it writes the date into the prompt.
  @Test func llama32sTemplateWritesTheDate() throws {
    let template = try ChatTemplate(
      source: #"""
        {{- bos_token }}
        {%- if not date_string is defined %}
            {%- if strftime_now is defined %}
                {%- set date_string = strftime_now("%d %b %Y") %}
            {%- else %}
                {%- set date_string = "26 Jul 2024" %}
            {%- endif %}
        {%- endif %}
        {%- if not tools is defined %}
            {%- set tools = none %}
        {%- endif %}

        {#- This block extracts the system message, so we can slot it into the right place. #}
        {%- if messages[0]['role'] == 'system' %}
            {%- set system_message = messages[0]['content']|trim %}
            {%- set messages = messages[1:] %}
        {%- else %}
            {%- set system_message = "" %}
        {%- endif %}

        {#- System message #}
        {{- "<|start_header_id|>system<|end_header_id|>\n\n" }}
        {%- if tools is not none %}
            {{- "Environment: ipython\n" }}
        {%- endif %}
        {{- "Cutting Knowledge Date: December 2023\n" }}
        {{- "Today Date: " + date_string + "\n\n" }}
        {{- system_message }}
        {{- "<|eot_id|>" }}
        {%- for message in messages %}
            {%- if not (message.role == 'ipython' or message.role == 'tool' or 'tool_calls' in message) %}
                {{- '<|start_header_id|>' + message['role'] + '<|end_header_id|>\n\n'+ message['content'] | trim + '<|eot_id|>' }}
            {%- endif %}
        {%- endfor %}
        {%- if add_generation_prompt %}
            {{- '<|start_header_id|>assistant<|end_header_id|>\n\n' }}
        {%- endif %}

        """#, variables: ["bos_token": "<|begin_of_text|>"], now: { Date(timeIntervalSince1970: 1_700_000_000) })
    #expect(
      try template.render(conversation, addsGenerationPrompt: true)
        == """
        <|begin_of_text|><|start_header_id|>system<|end_header_id|>

        Cutting Knowledge Date: December 2023
        Today Date: \(TemplateClock.text(of: Date(timeIntervalSince1970: 1_700_000_000), format: "%d %b %Y"))

        You operate an Android phone.<|eot_id|><|start_header_id|>user<|end_header_id|>

        <image>
        Goal: Turn on Wi-Fi.<|eot_id|><|start_header_id|>assistant<|end_header_id|>


        """)
  }

  @Test func smolLM2sTemplateHasADefaultSystemMessage() throws {
    let template = try ChatTemplate(
      source: #"""
        {% for message in messages %}{% if loop.first and messages[0]['role'] != 'system' %}{{ '<|im_start|>system\nYou are a helpful AI assistant named SmolLM, trained by Hugging Face<|im_end|>\n' }}{% endif %}{{'<|im_start|>' + message['role'] + '\n' + message['content'] + '<|im_end|>' + '\n'}}{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}
        """#)
    #expect(
      try template.render([ChatMessage(role: "user", content: "Hi")], addsGenerationPrompt: true)
        == "<|im_start|>system\nYou are a helpful AI assistant named SmolLM, trained by Hugging Face<|im_end|>\n<|im_start|>user\nHi<|im_end|>\n<|im_start|>assistant\n"
    )
    #expect(
      try template.render(conversation, addsGenerationPrompt: false).hasPrefix(
        "<|im_start|>system\nYou operate an Android phone.<|im_end|>\n<|im_start|>user\n<image>"))
  }

  /// LLaVA's processors loop over the parts of a message's content.
  @Test func templatesOfVisionModelsGetParts() throws {
    let template = try ChatTemplate(
      source: #"""
        {% for message in messages %}{% if message['role'] != 'system' %}{{ message['role'].upper() + ': '}}{% endif %}{# Render all images first #}{% for content in message['content'] | selectattr('type', 'equalto', 'image') %}{{ '<image>\n' }}{% endfor %}{# Render all text next #}{% for content in message['content'] | selectattr('type', 'equalto', 'text') %}{{ content['text'] + ' '}}{% endfor %}{% endfor %}{% if add_generation_prompt %}{{ 'ASSISTANT:' }}{% endif %}
        """#)
    #expect(
      try template.render(conversation, addsGenerationPrompt: true)
        == "You operate an Android phone. USER: <image>\nGoal: Turn on Wi-Fi. ASSISTANT:")
  }

  @Test func textIsPreferredWhereATemplateTakesBoth() throws {
    let template = try ChatTemplate(
      source:
        "{% for m in messages %}{% if m.content is string %}[{{ m.content }}]{% else %}{% for c in m.content %}({{ c.type }}){% endfor %}{% endif %}{% endfor %}"
    )
    #expect(
      try template.render(conversation, addsGenerationPrompt: true) == "[You operate an Android phone.](image)(text)")
  }

  @Test func aTemplateCanRefuseAConversation() throws {
    let template = try ChatTemplate(source: "{{ raise_exception('roles must alternate') }}")
    #expect(throws: TokenizerError.template(reason: "it refuses these messages: “roles must alternate”")) {
      try template.render(conversation, addsGenerationPrompt: true)
    }
  }

  @Test func survivesDamage() throws {
    let source = #"""
      {{- bos_token }}{%- set ns = namespace(n=0, t='') %}{% macro m(a, b=2) %}{{ a ~ b }}{% endmacro %}
      {% for message in messages[::-1] if message.role != 'x' %}{# c #}{% if loop.first and not message['content'] is none %}
        {{- message['role'].upper().strip() + '\n' | trim ~ m(loop.index, b=[1, {'k': -2.5}]) }}{% set ns.n = ns.n + 1 %}
      {% elif message.content | length > 3 %}{{ message.content[1:-1] | tojson }}{% else %}{{ (1, 'a') }}{% endif %}{%- endfor -%}
      {{ ns.n if ns.n is odd else range(3) | map('string') | join(', ') }}{% raw %}{{ x }}{% endraw %}
      """#
    let original = Array(source.utf8)
    #expect(try ChatTemplate(source: source).render(conversation, addsGenerationPrompt: true).contains("{{ x }}"))
    var mutator = Mutator(seed: 6)
    for _ in 0..<Mutator.inputs {
      do throws(TokenizerError) {
        let template = try ChatTemplate(source: String(decoding: mutator.mutate(original), as: UTF8.self))
        _ = try template.render(conversation, addsGenerationPrompt: true)
      } catch {
        continue
      }
    }
  }
}
