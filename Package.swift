// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  // Types that vend spans of memory they own need it (Buffer, Storage).
  .enableExperimentalFeature("Lifetimes"),
]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

/// The rooms, from the bottom up: a target imports only from those above it in this list.
let package = Package(
  name: "infir",
  products: [.executable(name: "infir", targets: ["infir"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // System libraries, each imported by one Swift target.
    .systemLibrary(name: "COpenBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"])]),
    .systemLibrary(name: "CCairo", pkgConfig: "cairo", providers: [.apt(["libcairo2-dev", "libpango1.0-dev"])]),
    .systemLibrary(name: "CChafa", pkgConfig: "chafa", providers: [.apt(["libchafa-dev", "libglib2.0-dev"])]),
    .target(name: "CTerminal", linkerSettings: [.linkedLibrary("ncursesw")]),
    .target(name: "CImageIO", linkerSettings: [.linkedLibrary("png16"), .linkedLibrary("jpeg")]),
    .target(name: "CKernels", linkerSettings: [.linkedLibrary("m")]),
    .target(name: "CSockets"),
    .target(name: "CSQLite", linkerSettings: [.linkedLibrary("sqlite3")]),

    // Text that files and programs share.
    .target(name: "JSON", swiftSettings: strict),

    // Numbers that are the same for the same seed, on every machine.
    .target(name: "Randomness", swiftSettings: strict),

    // Arithmetic.
    .target(name: "Kernels", dependencies: ["CKernels", "COpenBLAS"], swiftSettings: strict),
    .target(name: "Weights", dependencies: ["JSON", "Kernels"], swiftSettings: strict),
    .target(name: "Imaging", dependencies: ["CImageIO", "CCairo"], swiftSettings: strict),
    .target(name: "Tokenizer", dependencies: ["JSON"], swiftSettings: strict),

    // The model, and the directories it comes in.
    .target(name: "Model", dependencies: ["JSON", "Randomness", "Weights", "Kernels"], swiftSettings: strict),
    .target(
      name: "Checkpoints", dependencies: ["Model", "Weights", "Kernels", "Tokenizer", "Imaging", "JSON"],
      swiftSettings: strict),

    // A phone in memory.
    .target(
      name: "VirtualPhone", dependencies: ["CSockets", "CSQLite", "Imaging", "Randomness"], swiftSettings: strict),

    // What is recorded, and who acts.
    .target(name: "Episodes", dependencies: ["Imaging", "JSON"], swiftSettings: strict),
    .target(
      name: "Devices", dependencies: ["VirtualPhone", "Episodes", "Imaging", "JSON", "CSockets", subprocess, system],
      swiftSettings: strict),
    .target(
      name: "Tasks", dependencies: ["Devices", "Episodes", "Imaging", "JSON", "Randomness", yams],
      swiftSettings: strict),
    .target(name: "Oracle", dependencies: ["Tasks", "Devices", "Episodes"], swiftSettings: strict),
    .target(
      name: "Agent", dependencies: ["Checkpoints", "Model", "Tokenizer", "Imaging", "Devices", "Episodes", "JSON"],
      swiftSettings: strict),

    // What a person sees.
    .target(name: "Interface", dependencies: ["Episodes"], swiftSettings: strict),
    .target(
      name: "Terminal", dependencies: ["Interface", "Imaging", "CTerminal", "CChafa"], swiftSettings: strict),

    .executableTarget(
      name: "infir",
      dependencies: [
        "Terminal", "Interface", "Agent", "Oracle", "Tasks", "Devices", "VirtualPhone", "Episodes", "Checkpoints",
        "Model", "Tokenizer", "Imaging", "Kernels", "JSON", argumentParser, logging, subprocess, system, yams,
      ],
      swiftSettings: strict),

    // Tests mirror targets.
    .target(
      name: "TestSupport", dependencies: ["CSockets", subprocess, system], path: "Tests/TestSupport",
      swiftSettings: strict),
    .testTarget(name: "RandomnessTests", dependencies: ["Randomness"], swiftSettings: strict),
    .testTarget(name: "JSONTests", dependencies: ["JSON", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "KernelsTests", dependencies: ["Kernels", "CKernels", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "WeightsTests", dependencies: ["Weights", "Kernels", "TestSupport"], exclude: ["Fixtures"],
      swiftSettings: strict),
    .testTarget(
      name: "ImagingTests", dependencies: ["Imaging", "TestSupport"], exclude: ["Fixtures"], swiftSettings: strict),
    .testTarget(name: "TokenizerTests", dependencies: ["Tokenizer", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "ModelTests", dependencies: ["Model", "Weights", "Kernels", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "CheckpointsTests",
      dependencies: ["Checkpoints", "Model", "Weights", "Kernels", "Tokenizer", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "EpisodesTests", dependencies: ["Episodes", "JSON", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "AgentTests",
      dependencies: [
        "Agent", "Model", "Weights", "Kernels", "Tokenizer", "Imaging", "Devices", "VirtualPhone", "Episodes",
        "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "VirtualPhoneTests",
      dependencies: ["VirtualPhone", "Imaging", "TestSupport", subprocess, system],
      swiftSettings: strict),
    .testTarget(
      name: "DevicesTests",
      dependencies: [
        "infir", "Devices", "VirtualPhone", "Episodes", "Imaging", "JSON", "CSockets", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "TasksTests", dependencies: ["Tasks", "Devices", "VirtualPhone", "Episodes", "Imaging", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "OracleTests", dependencies: ["Oracle", "Tasks", "Devices", "VirtualPhone", "Episodes", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "InterfaceTests", dependencies: ["Interface", "Episodes", "TestSupport"], exclude: ["Snapshots"],
      swiftSettings: strict),
    .executableTarget(
      name: "TerminalDemo", dependencies: ["Terminal", "Interface"], path: "Tests/TerminalDemo", swiftSettings: strict),
    .testTarget(
      name: "TerminalTests",
      dependencies: ["Terminal", "TerminalDemo", "CTerminal", "Interface", "Imaging", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "InfirTests",
      dependencies: [
        "infir", "Agent", "Devices", "Episodes", "JSON", "Oracle", "Tasks", "TestSupport", "VirtualPhone",
      ],
      exclude: ["Snapshots"], swiftSettings: strict),
  ])
