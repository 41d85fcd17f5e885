/// The devices that are known, and why there may be none.
struct DeviceState: Sendable, Equatable {
  private(set) var found: [DeviceSummary] = []
  private(set) var problem: String?
  private(set) var isSearching = false

  mutating func beganSearch() { isSearching = true }

  mutating func found(_ devices: [DeviceSummary], problem: String?) {
    found = devices
    self.problem = problem
    isSearching = false
  }

  subscript(name: String) -> DeviceSummary? { found.first { $0.name == name } }
}
