internal import Devices

/// What a task must know of a device before it is chosen.
struct DeviceFacts {
  /// Its clock, in seconds since 1970 as its wall clock shows them.
  let now: Int
  /// Whether it is an emulator or a virtual phone, which nobody keeps things on.
  let isEmulator: Bool

  init(of device: any Device) async throws(TaskError) {
    let question = "getprop ro.kernel.qemu; getprop ro.boot.qemu; date '+%Y-%m-%d %H:%M:%S'"
    let result: ShellResult
    do throws(DeviceError) { result = try await device.shell(question) } catch { throw .device(error) }
    let lines = OutputExpectation.lines(result.text)
    guard let now = lines.last.flatMap({ WallClock.seconds(of: $0) }) else {
      throw .command(command: "date", reason: "its clock can't be read from \(lines.last ?? "nothing")")
    }
    self.now = now
    isEmulator = lines.dropLast().contains("1")
  }
}
