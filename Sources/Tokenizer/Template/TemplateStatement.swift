/// A statement of a template.
indirect enum TemplateStatement: Sendable {
  case text(String)
  case output(TemplateExpression)
  case conditional([(condition: TemplateExpression, body: [TemplateStatement])], otherwise: [TemplateStatement])
  case loop(Loop)
  case set(Target, TemplateExpression)
  /// `{% set name %}…{% endset %}`
  case capture(String, [TemplateStatement])
  case macro(Macro)
  /// `{% generation %}`, which marks an answer for training and shows what is in it.
  case group([TemplateStatement])
  case breakLoop
  case continueLoop

  struct Loop: Sendable {
    var names: [String]
    var iterable: TemplateExpression
    var condition: TemplateExpression?
    var body: [TemplateStatement]
    var otherwise: [TemplateStatement]
  }

  enum Target: Sendable {
    case names([String])
    /// `namespace.attribute`
    case attribute(String, String)
  }

  final class Macro: Sendable {
    let name: String
    let parameters: [(name: String, standard: TemplateExpression?)]
    let body: [TemplateStatement]

    init(name: String, parameters: [(name: String, standard: TemplateExpression?)], body: [TemplateStatement]) {
      self.name = name
      self.parameters = parameters
      self.body = body
    }
  }
}
