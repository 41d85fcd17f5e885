import Agent
import Devices
import Episodes
import Imaging
import Synchronization

/// A device that shows the same screen until something is done to it, and does what a test says.
final class TableDevice: Device {
  let name: String
  private struct State {
    var screen = 1
    var performed: [Action] = []
    var looks = 0
    var elements: [UIElement] = []
    var app = "com.example.app/.Main"
    var warning: ObservationWarning?
    var failures: [DeviceError?] = []
    var lookFailures: [DeviceError?] = []
    var changes = true
  }
  private let state = Mutex(State())

  init(name: String = "virtual") { self.name = name }

  /// What was done, in order, whatever came of it.
  var performed: [Action] { state.withLock { $0.performed } }
  var looks: Int { state.withLock { $0.looks } }

  /// What each action in turn fails with; nil where it succeeds, as all after the last.
  func fail(_ failures: DeviceError?...) { state.withLock { $0.failures = failures } }
  /// What each look in turn fails with.
  func failLooks(_ failures: DeviceError?...) { state.withLock { $0.lookFailures = failures } }
  func show(_ elements: [UIElement], in app: String = "com.example.app") {
    state.withLock {
      $0.elements = elements
      $0.app = app + "/.Main"
    }
  }
  func warn(_ warning: ObservationWarning?) { state.withLock { $0.warning = warning } }
  /// Whether actions change the screen.
  func setChanges(_ changes: Bool) { state.withLock { $0.changes = changes } }

  func observe(wantsElements: Bool) async throws(DeviceError) -> Observation {
    let (state, failure) = state.withLock { state in
      state.looks += 1
      return (state, state.lookFailures.isEmpty ? nil : state.lookFailures.removeFirst())
    }
    if let failure { throw failure }
    return Observation(
      screenshot: Image(
        width: 90, height: 180, red: UInt8(truncatingIfNeeded: state.screen &* 40), green: 7, blue: 9),
      elements: wantsElements ? state.elements : [], foregroundActivity: state.app, warning: state.warning)
  }

  func perform(_ action: Action) async throws(DeviceError) {
    let failure = state.withLock { state -> DeviceError? in
      state.performed.append(action)
      let failure = state.failures.isEmpty ? nil : state.failures.removeFirst()
      if failure == nil, state.changes { state.screen += 1 }
      return failure
    }
    if let failure { throw failure }
  }

  func shell(_ command: String) async throws(DeviceError) -> ShellResult { ShellResult(output: [], code: 0) }

  func settle(limit: Double) async throws(DeviceError) -> Bool { true }
}

/// A check that gives a fixed score.
struct FixedJudge: Judge {
  var value: Double
  /// The answer that is wanted, where one is.
  var wanted: String?
  func score(answer: String?) async throws(DeviceError) -> Double {
    guard let wanted else { return value }
    return answer == wanted ? 1 : 0
  }
}
