/// A value while a template is rendered, with Python's notions of truth, equality and text.
enum TemplateValue {
  /// What a name or key without a value gives; it remembers its name for error messages.
  case undefined(String)
  case none
  case bool(Bool)
  case integer(Int)
  case float(Double)
  case string(String)
  case list(TemplateList)
  case dictionary(TemplateDictionary)
  case namespace(TemplateNamespace)
  case loop(TemplateLoop)
  case macro(TemplateStatement.Macro)
  case function(String)

  /// How deep it is nested.
  var depth: Int {
    switch self {
    case .list(let list): list.depth
    case .dictionary(let dictionary): dictionary.depth
    default: 0
    }
  }

  /// Whether it may stand in a list, a dictionary or a namespace; the others would make cycles possible.
  var isPlain: Bool {
    switch self {
    case .namespace, .loop, .macro, .function: false
    default: true
    }
  }

  /// What error messages call it.
  var described: String {
    switch self {
    case .undefined: "an undefined value"
    case .none: "none"
    case .bool: "true or false"
    case .integer: "a whole number"
    case .float: "a fraction"
    case .string: "a text"
    case .list(let list): list.isTuple ? "a tuple" : "a list"
    case .dictionary: "a dictionary"
    case .namespace: "a namespace"
    case .loop: "a loop"
    case .macro, .function: "a function"
    }
  }

  /// Python's `bool(…)`.
  var isTrue: Bool {
    switch self {
    case .undefined, .none: false
    case .bool(let value): value
    case .integer(let value): value != 0
    case .float(let value): value != 0
    case .string(let value): !value.isEmpty
    case .list(let list): !list.elements.isEmpty
    case .dictionary(let dictionary): !dictionary.members.isEmpty
    case .namespace, .loop, .macro, .function: true
    }
  }

  /// The number that arithmetic sees, if it is one.
  var number: Double? {
    switch self {
    case .bool(let value): value ? 1 : 0
    case .integer(let value): Double(value)
    case .float(let value): value
    default: nil
    }
  }

  /// The whole number that arithmetic sees, if it is one.
  var wholeNumber: Int? {
    switch self {
    case .bool(let value): value ? 1 : 0
    case .integer(let value): value
    default: nil
    }
  }

  var isUndefined: Bool {
    if case .undefined = self { true } else { false }
  }

  static func list(_ elements: [TemplateValue]) -> TemplateValue { .list(TemplateList(elements)) }
}

/// A list or tuple.
struct TemplateList {
  let elements: [TemplateValue]
  let isTuple: Bool
  let depth: Int

  init(_ elements: [TemplateValue], isTuple: Bool = false) {
    self.elements = elements
    self.isTuple = isTuple
    depth = 1 + (elements.lazy.map(\.depth).max() ?? 0)
  }
}

/// A dictionary with its keys, which are strings, in order.
struct TemplateDictionary {
  private(set) var members: [(key: String, value: TemplateValue)] = []
  private(set) var depth = 1

  init() {}

  init(_ members: [(String, TemplateValue)]) {
    for (key, value) in members { self[key] = value }
  }

  subscript(key: String) -> TemplateValue? {
    get { members.first { $0.key.utf8.elementsEqual(key.utf8) }?.value }
    set {
      guard let newValue else { return }
      depth = max(depth, 1 + newValue.depth)
      if let index = members.firstIndex(where: { $0.key.utf8.elementsEqual(key.utf8) }) {
        members[index].value = newValue
      } else {
        members.append((key, newValue))
      }
    }
  }
}

/// What `namespace()` makes: attributes that outlive the loop they are set in.
final class TemplateNamespace {
  var attributes = TemplateDictionary()
}

/// What the name `loop` stands for in a loop.
final class TemplateLoop {
  let items: [TemplateValue]
  var index = 0
  var lastChanged: TemplateValue?

  init(items: [TemplateValue]) { self.items = items }

  subscript(attribute: String) -> TemplateValue? {
    switch attribute {
    case "index": .integer(index + 1)
    case "index0": .integer(index)
    case "revindex": .integer(items.count - index)
    case "revindex0": .integer(items.count - index - 1)
    case "first": .bool(index == 0)
    case "last": .bool(index == items.count - 1)
    case "length": .integer(items.count)
    // Only recursive loops, which are unknown here, get deeper.
    case "depth": .integer(1)
    case "depth0": .integer(0)
    case "previtem": index > 0 ? items[index - 1] : .undefined("there is no previous item")
    case "nextitem": index + 1 < items.count ? items[index + 1] : .undefined("there is no next item")
    default: nil
    }
  }
}
