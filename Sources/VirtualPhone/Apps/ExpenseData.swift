internal import Randomness

/// What was spent and earned.
struct ExpenseData: Sendable, Equatable, Codable {
  struct Expense: Sendable, Equatable, Codable {
    var id: Int
    var name = ""
    /// Hundredths of the currency.
    var amount = 0
    /// A number of `categories`.
    var category = 1
    var note = ""
    /// Milliseconds since 1970.
    var created: Int
    var modified: Int
  }

  /// In the order in which the form shows them.
  static let categories: [(number: Int, name: String, icon: String, color: Int)] = [
    (1, "Others", "category", 0xCFD8DC), (2, "Income", "attach_money", 0xC8E6C9), (3, "Food", "restaurant", 0xFFCDD2),
    (4, "Housing", "home", 0xB3E5FC), (5, "Social", "people", 0xD1C4E9), (6, "Entertainment", "movie", 0xF8BBD0),
    (7, "Transportation", "directions_bus", 0xFFE0B2), (8, "Clothes", "checkroom", 0xB2DFDB),
    (9, "Health Care", "local_hospital", 0xFFCCBC), (10, "Education", "school", 0xC5CAE9),
    (11, "Donation", "volunteer_activism", 0xF0F4C3),
  ]

  var expenses: [Expense] = []
  var nextID = 1
  var currency = "$"
  /// Whether language and currency were chosen.
  var isSetUp = true

  init() {}

  init(seed: UInt64, now: Int) {
    var random = SplitMix64(seed: seed ^ 0xE4BE)
    let things = random.shuffled([
      ("Lunch", 3, 1290), ("Bus ticket", 7, 320), ("Electricity", 4, 6840), ("Cinema", 6, 1450), ("Sneakers", 8, 7999),
      ("Vitamins", 9, 1825), ("Notebook", 10, 640), ("Red Cross", 11, 2500), ("Birthday cake", 5, 3260),
      ("Wages", 2, 185_000), ("Batteries", 1, 799), ("Vegetables", 3, 2115),
    ])
    for (index, thing) in things.prefix(3 + random.below(7)).enumerated() {
      let time = now - index * 86_400_000 - random.below(36_000) * 1000
      add(
        Expense(
          id: 0, name: thing.0, amount: thing.2 + random.below(40) * 5, category: thing.1,
          note: random.below(3) == 0 ? random.pick(["Paid by card", "Shared", "Monthly"]) : "", created: time,
          modified: time))
    }
  }

  /// The latest one first.
  var sorted: [Expense] { expenses.sorted { ($0.modified, $0.id) > ($1.modified, $1.id) } }

  func expense(_ id: String?) -> Expense? { expenses.first { String($0.id) == id } }

  /// Adds it, or changes the one with its number.
  mutating func add(_ expense: Expense) {
    if let index = expenses.firstIndex(where: { $0.id == expense.id }) {
      expenses[index] = expense
      return
    }
    var expense = expense
    expense.id = nextID
    nextID += 1
    expenses.append(expense)
  }

  /// For example `12.90`.
  static func text(_ amount: Int) -> String {
    let sign = amount < 0 ? "-" : ""
    return "\(sign)\(amount.magnitude / 100).\(CivilTime.two(Int(amount.magnitude % 100)))"
  }

  /// Hundredths; nil where it is no amount of up to ten digits.
  static func amount(_ text: String) -> Int? {
    let text = text.filter { $0 != "," && $0 != " " }
    guard text.count <= 10, let value = Double(text), value > 0, value < 1e10 else { return nil }
    return Int((value * 100).rounded())
  }
}
