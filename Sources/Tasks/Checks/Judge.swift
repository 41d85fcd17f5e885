internal import Devices
internal import Episodes

/// Looks at a device, at its screen at most once, and says which checks hold.
struct Judge {
  let device: any Device
  let answer: String?
  private var observation: Observation?

  init(device: any Device, answer: String?) {
    self.device = device
    self.answer = answer
  }

  /// Whether a check holds, for all elements where it is repeated.
  mutating func holds(_ check: TaskCheck, _ bindings: Bindings) async throws(TaskError) -> Bool {
    for bindings in bindings.repeating(check.each) {
      guard try await holds(check.condition, bindings) else { return false }
    }
    return true
  }

  private mutating func holds(_ condition: TaskCheck.Condition, _ bindings: Bindings) async throws(TaskError) -> Bool {
    switch condition {
    case .shell(let template, let mayFail, let expectation):
      let result = try await run(template.filled(with: bindings))
      return (result.code == 0 || mayFail) && expectation.holds(for: result.text, bindings)
    case .file(let template, let exists, let expectation):
      let path = ShellWord.quoted(template.filled(with: bindings))
      if expectation.isEmpty { return (try await run("test -e \(path)").code == 0) == exists }
      let result = try await run("cat \(path)")
      return result.code == 0 && expectation.holds(for: result.text, bindings)
    case .screen(let expectation):
      if let app = expectation.app {
        guard try await isInFront(app.filled(with: bindings)) else { return false }
      }
      return expectation.holds(for: try await look().elements, bindings)
    case .foreground(let apps):
      for app in apps.flatMap({ $0.texts(with: bindings) }) where try await isInFront(app) { return true }
      return false
    case .answer(let expectation): return expectation.holds(for: answer, bindings)
    case .any(let checks):
      for check in checks where try await holds(check, bindings) { return true }
      return false
    case .all(let checks):
      for check in checks {
        guard try await holds(check, bindings) else { return false }
      }
      return true
    case .not(let check): return try await !holds(check, bindings)
    }
  }

  /// A package, or an activity as `package/.Class` or with its full name.
  private mutating func isInFront(_ app: String) async throws(TaskError) -> Bool {
    let activity = try await look().foregroundActivity ?? ""
    func full(_ component: String) -> String {
      let parts = component.split(separator: "/", maxSplits: 1).map(String.init)
      guard parts.count == 2, parts[1].hasPrefix(".") else { return component }
      return "\(parts[0])/\(parts[0])\(parts[1])"
    }
    return app.contains("/")
      ? full(activity) == full(app) : activity.split(separator: "/").first.map(String.init) == app
  }

  private mutating func look() async throws(TaskError) -> Observation {
    if let observation { return observation }
    do throws(DeviceError) {
      let seen = try await device.observe(wantsElements: true)
      observation = seen
      return seen
    } catch { throw .device(error) }
  }

  private func run(_ command: String) async throws(TaskError) -> ShellResult {
    do throws(DeviceError) { return try await device.shell(command) } catch { throw .device(error) }
  }
}
