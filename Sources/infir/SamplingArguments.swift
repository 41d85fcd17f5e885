internal import ArgumentParser
internal import Model

/// How tokens are chosen: shared by the commands that generate.
struct SamplingArguments: ParsableArguments {
  @Option(name: .long, help: "0 takes the likeliest token; higher is more varied.") var temperature: Float = 0
  @Option(name: .long, help: "Sample from the likeliest tokens that together have this probability.") var topP: Float =
    1
  @Option(name: .long, help: "Leave out tokens less likely than this share of the likeliest one's.") var minP: Float = 0
  @Option(name: .long, help: "The seed of sampling; the same seed gives the same answer.") var seed: UInt64 = 0

  func validate() throws {
    guard temperature >= 0, temperature.isFinite else {
      throw ValidationError("--temperature is \(temperature); it must be 0 or more.")
    }
    guard topP > 0, topP <= 1 else { throw ValidationError("--top-p is \(topP); it must be above 0 and at most 1.") }
    guard minP >= 0, minP < 1 else { throw ValidationError("--min-p is \(minP); it must be from 0 to below 1.") }
  }

  /// The values as the sampler takes them.
  var parameters: SamplingParameters {
    SamplingParameters(temperature: temperature, topP: topP, minP: minP, seed: seed)
  }
}
