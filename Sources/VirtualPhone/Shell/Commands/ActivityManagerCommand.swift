/// `am start|force-stop|kill|broadcast|stack list|task|startservice|get-current-user|…`
enum ActivityManagerCommand: ShellCommand {
  static let names = ["am"]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    let rest = Array(arguments.dropFirst())
    switch arguments.first {
    case "start", "start-activity": return start(IntentArguments(rest), &shell)
    case "force-stop", "stop-app", "kill", "crash":
      guard let package = rest.last else {
        return shell.fail("Error", "Argument expected after \"\(arguments[0])\"", code: 255)
      }
      shell.host.phone.forceStop(package)
      return 0
    case "kill-all", "set-debug-app", "clear-debug-app", "switch-user", "wait-for-broadcast-idle", "idle-maintenance",
      "set-inactive", "compat", "dumpheap", "profile":
      return 0
    case "broadcast": return broadcast(IntentArguments(rest), &shell)
    case "startservice", "start-service", "startforegroundservice", "start-foreground-service":
      shell.print("Starting service: \(IntentArguments(rest).text)\n")
      return 0
    case "stopservice", "stop-service":
      shell.print("Stopping service: \(IntentArguments(rest).text)\nService not stopped: was not running.\n")
      return 0
    case "stack" where rest.first == "list", "list-tasks":
      shell.print(tasks(shell.host))
      return 0
    case "stack", "task": return 0
    case "get-current-user":
      shell.print("0\n")
      return 0
    case "get-config":
      let phone = shell.host.phone
      let (width, height) = (phone.screenSize.width, phone.screenSize.height)
      shell.print("config: en-rUS-ldltr-\(width > height ? "land" : "port")-\(phone.system.panel.density)dpi-v33\n")
      return 0
    case "instrument":
      return shell.fail("INSTRUMENTATION_FAILED", rest.last ?? "", code: 1)
    default:
      return shell.fail("Unknown command", arguments.first ?? "", code: 255)
    }
  }

  private static func start(_ arguments: IntentArguments, _ shell: inout Shell) -> Int32 {
    if let mistake = arguments.mistake { return shell.fail("Error", mistake, code: 1) }
    var intent = arguments.intent
    if intent.component == nil, let package = arguments.package, intent.data == nil {
      intent.component = shell.host.phone.packages.first { $0.name == package }?.launcherActivity
    }
    let target = intent.component.map(ActivityText.package)
    if arguments.stopsFirst, let target {
      shell.print("Stopping: \(target)\n")
      shell.host.phone.forceStop(target)
    }
    shell.print("Starting: \(arguments.text)\n")
    let before = shell.host.phone.foregroundActivity
    guard shell.host.phone.start(intent) else {
      if let component = intent.component {
        shell.printError("Error type 3\nError: Activity class {\(ActivityText.full(component))} does not exist.\n")
      } else {
        shell.printError("Error: Activity not started, unable to resolve \(arguments.text)\n")
      }
      return 1
    }
    let now = shell.host.phone.foregroundActivity
    if before == now, !arguments.stopsFirst {
      shell.printError("Warning: Activity not started, its current task has been brought to the front\n")
    }
    if arguments.waits {
      let state = before == now && !arguments.stopsFirst ? "UNKNOWN (0)" : "COLD"
      shell.print("Status: ok\nLaunchState: \(state)\nActivity: \(now)\nTotalTime: 250\nWaitTime: 256\nComplete\n")
    }
    return 0
  }

  private static func broadcast(_ arguments: IntentArguments, _ shell: inout Shell) -> Int32 {
    if let mistake = arguments.mistake { return shell.fail("Error", mistake, code: 1) }
    shell.print("Broadcasting: \(arguments.text)\n")
    let intent = arguments.intent
    switch intent.action {
    case let action? where action.hasPrefix("ADB_"): ADBKeyboard.receive(action, intent.extras, &shell.host.phone)
    case "android.intent.action.FACTORY_RESET", "android.intent.action.MASTER_CLEAR":
      // Who may not wipe a phone isn't heard.
      if shell.host.isRoot {
        shell.host.reset()
        shell.host.wantsReboot = true
      }
    case "android.intent.action.CLOSE_SYSTEM_DIALOGS": shell.host.phone.leaveOverlays()
    default: break
    }
    if let answer = ClipperApp.answer(arguments.intent, &shell.host.phone) {
      shell.print("Broadcast completed: result=-1, data=\"\(answer)\"\n")
    } else {
      shell.print("Broadcast completed: result=0\n")
    }
    return 0
  }

  /// What `am stack list` prints, with the one line that clients look for.
  static func tasks(_ host: PhoneHost) -> String {
    let (width, height) = host.phone.screenSize
    let bounds = "bounds=[0,0][\(width),\(height)]"
    let front = ActivityText.full(host.phone.foregroundActivity)
    guard !front.isEmpty else { return "" }
    return """
      RootTask id=1 \(bounds) displayId=0 userId=0
       configuration={1.0 310mcc260mnc [en_US] ldltr \(width > height ? "land" : "port")}
        taskId=\(ActivityText.process(front)): \(front) \(bounds) userId=0 visible=true topActivity=ComponentInfo{\(front)}

      """
  }
}
