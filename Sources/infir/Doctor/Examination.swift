internal import Devices
internal import Foundation
internal import Imaging
internal import Kernels
internal import Subprocess
internal import Terminal
internal import SystemPackage

/// Looks at everything that the program stands on. Each check is a function from what was read to a finding.
struct Examination: Sendable {
  private let environment: [String: String]

  init(environment: [String: String] = ProcessInfo.processInfo.environment) { self.environment = environment }

  /// All findings, in the order in which they are shown.
  func findings() async -> [Finding] {
    var findings = terminal() + [processor(), memory()] + libraries()
    findings += await fonts()
    findings.append(await adb())
    findings.append(settings())
    return findings
  }

  // MARK: - Terminal

  private func terminal() -> [Finding] {
    let report = TerminalReport(environment: environment)
    let name = environment["TERM"] ?? ""
    var findings: [Finding] = []
    if !report.isTerminal {
      findings.append(
        Finding(
          "terminal", .limited, "standard input or output is no terminal",
          advice: "start infir in a terminal, or use the commands with --headless"))
    } else if !report.isKnown {
      findings.append(
        Finding(
          "terminal", .broken, "ncurses doesn't know the terminal \(name.isEmpty ? "(TERM is not set)" : name)",
          advice: "set TERM, for example: export TERM=xterm-256color"))
    } else {
      let isLarge = report.columns >= 80 && report.rows >= 24
      findings.append(
        Finding(
          "terminal", isLarge ? .fine : .limited, "\(name), \(report.columns)×\(report.rows), \(report.colours)",
          advice: isLarge ? nil : "enlarge the window to 80×24 or more"))
    }
    findings.append(
      report.isUTF8
        ? Finding("text", .fine, "UTF-8")
        : Finding(
          "text", .limited, "plain ASCII: the locale is not UTF-8",
          advice: "export LANG=C.UTF-8, or another UTF-8 locale"))
    findings.append(
      Finding(
        "pictures", .fine, report.pictures,
        advice: report.hasPixelGraphics
          ? nil
          : "for sharp pictures use a terminal with kitty, iTerm2 or sixel graphics; INFIR_PICTURES chooses by hand"))
    return findings
  }

  // MARK: - Machine

  private func processor() -> Finding {
    let text = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    return Examination.processor(cpuinfo: text, cores: ProcessInfo.processInfo.activeProcessorCount)
  }

  /// What `/proc/cpuinfo` says of the instructions that the kernels have a use for.
  static func processor(cpuinfo: String, cores: Int) -> Finding {
    func value(_ key: String) -> String? {
      cpuinfo.split(separator: "\n").first { $0.hasPrefix(key) }?.split(separator: ":", maxSplits: 1).last
        .map { $0.trimmingCharacters(in: .whitespaces) }
    }
    let flags = Set((value("flags") ?? value("Features") ?? "").split(separator: " ").map(String.init))
    let known = [
      ("avx2", "AVX2"), ("fma", "FMA"), ("avx512f", "AVX-512"), ("avx512_vnni", "AVX-512 VNNI"),
      ("avx512_bf16", "AVX-512 BF16"), ("avx_vnni", "AVX-VNNI"), ("amx_tile", "AMX"), ("asimddp", "NEON dot product"),
    ]
    let found = known.filter { flags.contains($0.0) }.map(\.1)
    let name = value("model name") ?? "unknown processor"
    let isFast = flags.contains("avx2") || flags.contains("asimd")
    return Finding(
      "processor", isFast ? .fine : .limited,
      "\(name), \(cores) core\(cores == 1 ? "" : "s"), \(found.isEmpty ? "no vector extensions" : found.joined(separator: ", "))",
      advice: isFast ? nil : "it works, slowly: the kernels are made for AVX2 or better")
  }

  private func memory() -> Finding {
    let text = (try? String(contentsOfFile: "/proc/meminfo", encoding: .utf8)) ?? ""
    return Examination.memory(meminfo: text)
  }

  /// What `/proc/meminfo` leaves for a model. InfiR-VL-1.6B has 3.3 GB of BF16 weights, and needs about 1 GB beside them.
  static func memory(meminfo: String) -> Finding {
    func gigabytes(_ key: String) -> Double? {
      meminfo.split(separator: "\n").first { $0.hasPrefix(key + ":") }?
        .split(whereSeparator: { $0 == " " || $0 == ":" }).dropFirst().first.flatMap { Double($0) }.map {
          $0 * 1024 / 1e9
        }
    }
    guard let total = gigabytes("MemTotal"), let available = gigabytes("MemAvailable") else {
      return Finding("memory", .limited, "unknown: /proc/meminfo can't be read")
    }
    let fits = available >= 4.5
    return Finding(
      "memory", fits ? .fine : .limited,
      "\(available.formatted(.number.precision(.fractionLength(1)))) of \(total.formatted(.number.precision(.fractionLength(1)))) GB available",
      advice: fits ? nil : "InfiR-VL-1.6B in BF16 wants 4.5 GB; close other programs, or use a smaller model")
  }

  // MARK: - Libraries and programs

  private func libraries() -> [Finding] {
    let blas = LinearAlgebraReport()
    return [
      Finding("openblas", .fine, "\(blas.version), kernels for \(blas.core)"),
      Finding("ncurses", .fine, TerminalReport.ncursesVersion),
      Finding("chafa", .fine, TerminalReport.chafaVersion),
      Finding("images", .fine, ImagingReport.versions),
    ]
  }

  /// The fonts that the virtual phone is drawn with, as fontconfig finds them.
  private func fonts() async -> [Finding] {
    var findings: [Finding] = []
    for font in Self.phoneFonts {
      let output = try? await run(
        .path(FilePath(Examination.find("fc-match", in: environment["PATH"] ?? ""))),
        arguments: ["--format", "%{family}", font.family], output: .string(limit: 4096), error: .discarded
      ).standardOutput
      findings.append(Examination.font(font.subject, family: font.family, package: font.package, match: output))
    }
    return findings
  }

  private static let phoneFonts = [
    (subject: "roboto", family: "Roboto", package: "fonts-roboto-unhinted"),
    (subject: "icons", family: "Material Icons", package: "fonts-material-design-icons-iconfont"),
  ]

  /// What `fc-match` says of a font: the family that stands in for it, itself where it is there.
  ///
  /// - Parameter match: nil where it couldn't be asked.
  static func font(_ subject: String, family: String, package: String, match: String?) -> Finding {
    guard let match else {
      return Finding(
        subject, .limited, "\(family): unknown, fc-match can't be run",
        advice: "apt-get install fontconfig \(package); the virtual phone is drawn with it")
    }
    // A family has names in several languages.
    let names = match.split(separator: ",").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
    guard names.contains(family) else {
      return Finding(
        subject, .limited, "\(family) is missing; \(names.first ?? "another") stands in for it",
        advice: "apt-get install \(package); without it the virtual phone looks unlike a real one")
    }
    return Finding(subject, .fine, family)
  }

  private func adb() async -> Finding {
    let executable = environment["ADB"] ?? "adb"
    let advice = "apt-get install adb, or set ADB to its path; recorded episodes and the virtual phone work without it"
    do {
      let result = try await run(
        .path(
          FilePath(executable.contains("/") ? executable : Examination.find(executable, in: environment["PATH"] ?? ""))),
        arguments: ["version"], output: .string(limit: 4096), error: .discarded)
      let lines = result.standardOutput.split(separator: "\n")
      let version = lines.first.map(String.init) ?? "no answer"
      return Finding("adb", .fine, "\(version), \(await serverState())")
    } catch {
      return Finding("adb", .limited, "\(executable) was not found", advice: advice)
    }
  }

  /// Whether an adb server runs, and what it has. None is started for the question.
  private func serverState() async -> String {
    do throws(DeviceError) {
      let server = try ADBServer(environment: environment)
      guard let version = try await server.runningVersion() else {
        return "no server runs (it is started when it is needed)"
      }
      let devices = try await server.devices()
      let ready = devices.filter(\.isReady).count
      return "server \(version) on port \(server.port), \(ready) of \(devices.count) devices ready"
    } catch {
      return "its server: \(error)"
    }
  }

  /// The first executable of that name on the path, or the name itself.
  static func find(_ name: String, in path: String) -> String {
    path.split(separator: ":").map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
      ?? name
  }

  private func settings() -> Finding {
    let path = Settings.path(environment: environment)
    do throws(SettingsError) {
      let settings = try Settings(environment: environment)
      let exists = FileManager.default.fileExists(atPath: path)
      return Finding(
        "settings", .fine,
        "\(exists ? path : "none (\(path))"), model: \(settings.model ?? "none"), threads: \(settings.threads.map(String.init) ?? "one per core")"
      )
    } catch {
      return Finding("settings", .broken, error.description, advice: "mend the file or remove it")
    }
  }
}
