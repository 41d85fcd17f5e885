import Devices
import Tasks
import VirtualPhone

/// Small tasks for tests.
enum Sample {
  /// A task of these lines, with what every task needs where it isn't there.
  static func task(_ yaml: String) throws(TaskError) -> TaskDefinition {
    var text = yaml
    for (key, value) in [
      ("goal", "Do it."), ("difficulty", "easy"), ("optimal_steps", "1"), ("max_steps", "10"),
    ] where !yaml.split(separator: "\n").contains(where: { $0.hasPrefix("\(key):") }) {
      text += "\n\(key): \(value)"
    }
    if !yaml.split(separator: "\n").contains(where: { $0.hasPrefix("success:") }) {
      text += "\nsuccess: [{answer: yes}]"
    }
    return try TaskDefinition(yaml: text, name: "Sample", file: "tasks/Sample.yaml", pages: "/no/pages")
  }

  /// A task with one parameter `x`.
  static func parameter(_ yaml: String, before: String = "") throws(TaskError) -> TaskDefinition {
    try task("parameters:\n\(before)  x: \(yaml)\n")
  }

  /// Why a task can't be read.
  static func refusal(_ yaml: String) -> String? {
    do throws(TaskError) { _ = try task(yaml) } catch { return error.description }
    return nil
  }

  /// A virtual phone without a picture.
  static func device() -> VirtualDevice { VirtualDevice(SharedPhone(PhoneHost(Phone())), draws: false) }

  /// A virtual phone that says that it is somebody's.
  static func realDevice() -> VirtualDevice {
    var host = PhoneHost(Phone())
    for property in ["ro.kernel.qemu", "ro.boot.qemu"] { host.properties[property] = "0" }
    return VirtualDevice(SharedPhone(host), draws: false)
  }
}
