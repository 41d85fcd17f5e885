/// Intents as `am` and `pm` take them on the command line.
struct IntentArguments {
  var intent = PhoneIntent()
  var package: String?
  var categories: [String] = []
  var waits = false
  var stopsFirst = false
  /// What couldn't be understood.
  var mistake: String?

  init(_ arguments: [String]) {
    var rest = arguments[...]
    while let word = rest.popFirst() {
      switch word {
      case "-a": intent.action = rest.popFirst()
      case "-d": intent.data = rest.popFirst()
      case "-t": intent.type = rest.popFirst()
      case "-n": intent.component = rest.popFirst()
      case "-p": package = rest.popFirst()
      case "-c": if let category = rest.popFirst() { categories.append(category) }
      case "-W": waits = true
      case "-S": stopsFirst = true
      case "-e", "--es", "--ei", "--el", "--ez", "--ef", "--eu", "--ed", "--ecn", "--eia", "--ela", "--esa", "--efa":
        guard let name = rest.popFirst(), let value = rest.popFirst() else {
          mistake = "Argument expected after \"\(word)\""
          return
        }
        intent.extras[name] = value
      case "--esn": if let name = rest.popFirst() { intent.extras[name] = "" }
      case "-f", "--user", "--windowingMode", "--activityType", "--display", "-i", "-R", "-P", "--start-profiler",
        "--task", "--receiver-permission":
        _ = rest.popFirst()
      case "": continue
      default:
        if word.hasPrefix("-") { continue }
        // A URI, a component or a package.
        if word.contains(":") {
          intent.data = word
          if intent.action == nil { intent.action = "android.intent.action.VIEW" }
        } else if word.contains("/") {
          intent.component = word
        } else {
          package = word
        }
      }
    }
  }

  /// As Android writes it: `Intent { act=… }`.
  var text: String {
    var parts: [String] = []
    if let action = intent.action { parts.append("act=\(action)") }
    if !categories.isEmpty { parts.append("cat=[\(categories.joined(separator: ","))]") }
    if let data = intent.data { parts.append("dat=\(data)") }
    if let type = intent.type { parts.append("typ=\(type)") }
    if let package { parts.append("pkg=\(package)") }
    if let component = intent.component { parts.append("cmp=\(component)") }
    if !intent.extras.isEmpty { parts.append("(has extras)") }
    return "Intent { \(parts.joined(separator: " ")) }"
  }
}
