public import Devices
internal import Episodes

extension Hands {
  /// Hands that act on a device straight away, and look again when its screen stands still.
  ///
  /// - Parameter limit: seconds after which a screen is taken for still.
  public static func onDevice(_ device: any Device, settleLimit limit: Double = 3) async throws(OracleError) -> Hands {
    let first = try await look(at: device)
    return Hands(seeing: first) { _, action async throws(OracleError) in
      do throws(DeviceError) {
        try await device.perform(action)
        _ = try await device.settle(limit: limit)
      } catch {
        throw .device(error)
      }
      return try await look(at: device)
    }
  }

  private static func look(at device: any Device) async throws(OracleError) -> Observation {
    do throws(DeviceError) { return try await device.observe(wantsElements: true) } catch { throw .device(error) }
  }
}
