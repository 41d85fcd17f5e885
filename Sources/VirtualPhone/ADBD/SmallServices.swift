internal import Imaging

/// Says something and closes.
struct TextService: ADBService {
  let text: String

  mutating func start(_ host: inout PhoneHost) -> ADBServiceOutput {
    ADBServiceOutput(bytes: Array(text.utf8), isDone: true)
  }
}

/// `reboot:`, whatever into.
struct RebootService: ADBService {
  mutating func start(_ host: inout PhoneHost) -> ADBServiceOutput {
    host.wantsReboot = true
    return ADBServiceOutput(isDone: true)
  }
}

/// `root:` and `unroot:`. The real adbd restarts; this one needn't.
struct RootService: ADBService {
  let becomesRoot: Bool

  mutating func start(_ host: inout PhoneHost) -> ADBServiceOutput {
    host.isRoot = becomesRoot
    host.properties["service.adb.root"] = becomesRoot ? "1" : "0"
    // Any other answer makes adb wait for the device to go and come back.
    let text = becomesRoot ? "adbd is already running as root\n" : "adbd not running as root\n"
    return ADBServiceOutput(bytes: Array(text.utf8), isDone: true)
  }
}

/// `framebuffer:`, the screen as pixels.
struct FramebufferService: ADBService {
  mutating func start(_ host: inout PhoneHost) -> ADBServiceOutput {
    ADBServiceOutput(bytes: Framebuffer.service(host.phone.screenshot()), isDone: true)
  }
}
