internal import ArgumentParser
internal import Devices
internal import Episodes
internal import Foundation
internal import Imaging
internal import JSON
internal import VirtualPhone

/// `infir bench phone`: the virtual phone in this process, without adb.
struct BenchPhoneCommand: AsyncParsableCommand, EventPrinting {
  static let configuration = CommandConfiguration(
    commandName: "phone",
    abstract: "Measure the virtual phone: steps and frames per second.",
    discussion: """
      A tour through all apps is made action by action, without drawing, and its screens are drawn at several scales. \
      What counts is processor time, all of it on one core, so that other programs disturb it little.
      """)

  @OptionGroup var phone: PhoneArguments
  @Option(help: "How often each is measured.") var runs = 5
  @Flag(name: .long, help: "Print one JSON event a line.") var json = false

  var printsEvents: Bool { json }

  func validate() throws {
    guard (1...1000).contains(runs) else { throw ValidationError("--runs is \(runs); it must be 1 to 1000.") }
  }

  func run() async throws {
    let benchmark = PhoneBenchmark(try phone.host().phone)
    let (width, height) = (benchmark.phone.configuration.width, benchmark.phone.configuration.height)
    if !json {
      printLine("A virtual phone of \(width)×\(height), \(benchmark.tour.count) actions, \(runs) runs, on one core:")
    }
    for wantsElements in [false, true] {
      let name = wantsElements ? "steps with elements" : "steps"
      var values: [Double] = []
      for _ in 0..<runs { values.append(try await benchmark.stepsPerSecond(wantsElements: wantsElements)) }
      show(BenchSeries(name, unit: "steps/s", values: values))
    }
    let screens = try await benchmark.screens()
    for (name, scale) in [("full size", 1.0), ("1/2", 0.5), ("1/4", 0.25)] {
      var seconds: [Double] = []
      for _ in 0..<runs { seconds.append(benchmark.secondsPerFrame(of: screens, scale: scale)) }
      show(BenchSeries("frames at \(name)", unit: "frames/s", values: seconds.map { 1 / $0 }))
      show(BenchSeries("one frame at \(name)", unit: "ms", values: seconds.map { $0 * 1000 }))
    }
  }

  private func show(_ series: BenchSeries?) {
    guard let series else { return }
    printLine(json ? series.event.text : series.text)
  }
}

/// What is measured of a virtual phone.
struct PhoneBenchmark: Sendable {
  /// The phone at its beginning.
  let phone: Phone
  /// Actions through all apps.
  let tour: [Action]

  init(_ phone: Phone) {
    self.phone = phone
    let (width, height) = (phone.configuration.width, phone.configuration.height)
    func tap(_ x: Double, _ y: Double) -> Action {
      .click(.point(Point(x: Int(x * Double(width)), y: Int(y * Double(height)))))
    }
    // Each app is opened, walked into, scrolled and left.
    tour = phone.packages.filter { $0.launcherActivity != nil }.flatMap { package -> [Action] in
      [
        .openApp(package.label), tap(0.4, 0.3), .scroll(.down, nil), tap(0.4, 0.5),
        .inputText("a b", target: nil, clears: false),
        .navigateBack, .scroll(.up, nil), tap(0.86, 0.9), .navigateBack, .swipe(.down, nil), .navigateHome, .wait,
      ]
    }
  }

  /// How many actions of the tour a second of processor time is enough for.
  func stepsPerSecond(wantsElements: Bool) async throws -> Double {
    let device = VirtualDevice(SharedPhone(PhoneHost(phone)), draws: false)
    let begin = Self.processorSeconds
    for action in tour {
      try await device.perform(action)
      if wantsElements { _ = try await device.observe(wantsElements: true) }
    }
    return Double(tour.count) / max(Self.processorSeconds - begin, 1e-9)
  }

  /// The phone at every third action of the tour.
  func screens() async throws -> [Phone] {
    let shared = SharedPhone(PhoneHost(phone))
    let device = VirtualDevice(shared, draws: false)
    var screens: [Phone] = []
    for (index, action) in tour.enumerated() {
      try await device.perform(action)
      if index % 3 == 0 { screens.append(shared.use { $0.phone }) }
    }
    return screens
  }

  /// Seconds of processor time that a screen takes to be drawn, on average.
  func secondsPerFrame(of screens: [Phone], scale: Double) -> Double {
    let begin = Self.processorSeconds
    var pixels = 0
    for screen in screens { pixels += screen.screenshot(scale: scale).width }
    return pixels > 0 ? max(Self.processorSeconds - begin, 1e-9) / Double(screens.count) : .infinity
  }

  private static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
